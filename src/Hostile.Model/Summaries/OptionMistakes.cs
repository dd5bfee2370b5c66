using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What is wrong with an option or an argument, by what the library does with it.</summary>
public enum OptionMistakeKind
{
    /// <summary>The library does not read it at this place.</summary>
    Ignored,

    /// <summary>It does nothing without another option, which is not there.</summary>
    Alone,

    /// <summary>Only the number that the text begins with is read.</summary>
    CutShort,

    /// <summary>The library throws when it is given.</summary>
    Refused,

    /// <summary>The library throws because an option of the object that is given is not what it must be.</summary>
    Unfit,

    /// <summary>An option of the object that is given ends what the library does with it.</summary>
    Undone,

    /// <summary>A command that waits on the server ends at the client's bound on commands.</summary>
    BlocksLonger,

    /// <summary>More milliseconds than a timer has.</summary>
    TimerOverflow,
}

/// <summary>An option or argument that does not do what it says.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Call">The call or <c>new</c> that is given it.</param>
/// <param name="Place">The option's value, or the argument.</param>
/// <param name="Name">What it is called, with the keys that lead to it.</param>
/// <param name="Other">What the library reads instead, needs, or reads it as; where that is; empty when there is nothing to say.</param>
/// <param name="Cause">The other option that it clashes with; none when there is none.</param>
public sealed record OptionMistake(OptionMistakeKind Kind, SyntaxNode Call, SyntaxNode Place, string Name, string Other, SyntaxNode Cause)
{
    /// <summary>Why it may be right all the same, in one clause; null when it is a mistake.</summary>
    public string? Cleared { get; init; }
}

/// <summary>Holds the options of library calls against what knowledge files say that the libraries do with them.</summary>
internal static class OptionMistakes
{
    private const double LongestTimer = 2147483647;

    /// <summary>All of the program, by file and position; test code is left out.</summary>
    public static ImmutableArray<OptionMistake> All(ProjectModel project)
    {
        var found = new List<OptionMistake>();
        foreach (var call in Calls(project))
        {
            Workers.Step();
            if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || project.Types.CalleeOf(call) is not Callee.Library library)
                continue;
            var effects = project.Effects.Of(library.Signature);
            foreach (var timer in effects.OfType<Effect.Timer>())
                AddTimer(project, call, timer, found);
            foreach (var blocks in effects.OfType<Effect.Blocks>())
                AddBlocking(project, call, blocks, found);
            if (HasOptions(project, library))
                AddOptions(project, call, library, found);
        }

        return [.. found.OrderBy(mistake => project.PlaceOf(mistake.Place))];
    }

    /// <summary>The calls of everything of which a knowledge file says that it can be called wrongly.</summary>
    private static IEnumerable<SyntaxNode> Calls(ProjectModel project)
    {
        var wanted = new HashSet<Symbol>();
        foreach (var library in project.Bindings.Libraries)
        {
            // Most files say nothing of the kind, and borrow from no other.
            if (library.Specifiers.IsEmpty && !Enumerable.Range(0, library.SymbolCount).Select(library.SymbolAt).Any(symbol => project.Effects.Of(symbol).Any(IsOfMistakes)))
                continue;
            for (var index = 0; index < library.SymbolCount; index++)
            {
                var symbol = library.SymbolAt(index);
                if (symbol.Is(SymbolFlags.Class) || symbol.Is(SymbolFlags.Function | SymbolFlags.Method))
                {
                    IReadOnlyList<SyntaxNode> signatures = symbol.Is(SymbolFlags.Class) ? [default] : symbol.Declarations;
                    if (signatures.Any(signature => HasOptions(project, new(symbol, signature)) || (signature.Exists && project.Effects.Of(signature).Any(effect => effect is Effect.Timer or Effect.Blocks))))
                        wanted.Add(symbol);
                }
            }
        }

        return wanted.Select(symbol => symbol.Name).Concat(project.Bindings.LocalNamesOf(wanted)).Distinct().SelectMany(project.Calls.CallsOf).Concat(project.Calls.SuperCalls).Distinct();
    }

    private static bool HasOptions(ProjectModel project, Callee.Library library)
    {
        foreach (var type in CallOptions.TypesOf(project, library.Member, library.Signature))
        {
            if (IsClosed(project, type) || CallOptions.Members(type).Any(member => project.Effects.Of(member).Any(IsOfMistakes)))
                return true;
        }

        return false;
    }

    private static bool IsForOneServer(ProjectModel project, Callee.Library library) =>
        CallOptions.TypesOf(project, library.Member, library.Signature).SelectMany(CallOptions.Members).Any(member => project.Effects.Of(member).Any(effect => effect is Effect.Only));

    private static bool IsOfMistakes(Effect effect) => effect is Effect.Ignored or Effect.Requires or Effect.Forbids or Effect.Needs or Effect.ReadsInteger or Effect.Closed or Effect.Timer or Effect.Blocks;

    private static bool IsClosed(ProjectModel project, LightType.Instance type) => project.Effects.Of(type.Symbol).Any(effect => effect is Effect.Closed);

    private static void AddOptions(ProjectModel project, SyntaxNode call, Callee.Library library, List<OptionMistake> found)
    {
        var options = CallOptions.Of(project, call, library.Member, library.Signature);
        // What the file says of the options of one server says nothing of another's.
        if (IsForOneServer(project, library) && OtherServers.IsFor(project, call, options))
            return;
        foreach (var (option, path, effects) in options.All)
        {
            if (option.Value.Is(SyntaxKind.NullKeyword) || option.Value.TextIs("undefined"u8))
                continue;
            foreach (var effect in effects)
            {
                switch (effect)
                {
                    case Effect.Ignored ignored:
                        found.Add(new(OptionMistakeKind.Ignored, call, option.Value, path, ignored.Instead, default));
                        break;
                    case Effect.ReadsInteger when project.Constants.NumberOf(option.Value) is null && project.Constants.StringOf(option.Value) is { } text && text.TrimStart('-').Any(c => !char.IsAsciiDigit(c)) && text.Length > 0 && char.IsAsciiDigit(text[0]):
                        found.Add(new(OptionMistakeKind.CutShort, call, option.Value, path, string.Concat(text.TakeWhile(char.IsAsciiDigit)), default));
                        break;
                    case Effect.Needs needs when options.All.All(other => other.Option.Name.ToString() != needs.Option):
                        found.Add(new(OptionMistakeKind.Alone, call, option.Value, path, needs.Option, default) { Cleared = options.IsOpen ? "more options come from elsewhere" : OfReceiver(project, call, needs.Option) });
                        break;
                    case Effect.Requires required:
                        AddRequired(project, call, option, path, required, found);
                        break;
                    case Effect.Forbids forbidden:
                        AddForbidden(project, call, option, path, forbidden, found);
                        break;
                }
            }
        }

        foreach (var refused in options.Refused)
            found.Add(new(OptionMistakeKind.Refused, call, refused.Option.Value, refused.Path, "", default));
    }

    /// <summary>The object whose method is called was made with the option, or nobody knows how it was made; null when it was made without.</summary>
    private static string? OfReceiver(ProjectModel project, SyntaxNode call, string option)
    {
        var callee = call.FirstChild.Unwrapped();
        if (!callee.Is(SyntaxKind.PropertyAccessExpression))
            return null;
        var origin = project.Origins.Of(callee.FirstChild);
        if (!origin.IsComplete || origin.Made.IsEmpty)
            return "how its object is made is not seen";
        foreach (var made in origin.Made)
        {
            if (OptionsOf(project, made) is not { } options || options.IsOpen)
                return "how its object is made is not seen";
            if (options.All.Any(written => written.Option.Name.ToString() == option))
                return $"its object is made with `{option}` ({project.PlaceOf(made)})";
        }

        return null;
    }

    private static CallOptions? OptionsOf(ProjectModel project, SyntaxNode made) =>
        project.Types.CalleeOf(made) is Callee.Library library ? CallOptions.Of(project, made, library.Member, library.Signature) : null;

    /// <summary>Another library's object that was made without the option, or with another value. Options for one are overridden.</summary>
    private static void AddRequired(ProjectModel project, SyntaxNode call, Option given, string path, Effect.Requires required, List<OptionMistake> found)
    {
        foreach (var made in MadeFor(project, given.Value))
        {
            if (OptionsOf(project, made) is not { } options)
                continue;
            var written = options.All.FirstOrDefault(one => one.Option.Name.ToString() == required.Option);
            var value = written is null ? default : project.Constants.ValueOf(written.Option.Value);
            if (value.Exists && value.Text == required.Value)
                continue;
            var isSeen = value.Exists ? value.Kind is SyntaxKind.NumericLiteral or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword : !options.IsOpen;
            found.Add(new(OptionMistakeKind.Unfit, call, given.Value, path, $"{required.Option}: {required.Value}", made) { Cleared = isSeen ? null : "more options come from elsewhere" });
        }
    }

    private static void AddForbidden(ProjectModel project, SyntaxNode call, Option given, string path, Effect.Forbids forbidden, List<OptionMistake> found)
    {
        var direct = project.Options.Of(given.Value).Find(forbidden.Option);
        var causes = direct is not null ? [direct.Value] : MadeFor(project, given.Value).Select(made => OptionsOf(project, made)?.All.FirstOrDefault(one => one.Option.Name.ToString() == forbidden.Option)?.Option.Value ?? default).Where(value => value.Exists);
        foreach (var cause in causes)
        {
            if (!cause.TextIs("undefined"u8) && !cause.Is(SyntaxKind.NullKeyword))
                found.Add(new(OptionMistakeKind.Undone, call, given.Value, path, forbidden.Option, cause));
        }
    }

    private static IEnumerable<SyntaxNode> MadeFor(ProjectModel project, SyntaxNode value) =>
        value.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression) ? [] : project.Origins.Of(value).Made.Where(made => project.Types.CalleeOf(made) is Callee.Library);

    /// <summary>"client.blpop(key, 0)" of a client with a bound on commands.</summary>
    private static void AddBlocking(ProjectModel project, SyntaxNode call, Effect.Blocks blocks, List<OptionMistake> found)
    {
        var arguments = call.Child(SyntaxKind.ArgumentList).Children.ToArray();
        var at = blocks.After.Length == 0 ? arguments.Length - 1 : Array.FindIndex(arguments, argument => string.Equals(project.Constants.StringOf(argument), blocks.After, StringComparison.OrdinalIgnoreCase)) + 1;
        if (at < 0 || at >= arguments.Length || (blocks.After.Length > 0 && at == 0) || project.Constants.NumberOf(arguments[at]) is not { } time)
            return;
        var milliseconds = blocks.After.Length == 0 ? time * 1000 : time;
        var callee = call.FirstChild.Unwrapped();
        if (!callee.Is(SyntaxKind.PropertyAccessExpression))
            return;
        foreach (var made in project.Origins.Of(callee.FirstChild).Made)
        {
            var bound = OptionsOf(project, made)?.All.FirstOrDefault(written => written.Effects.Any(effect => effect is Effect.Bounds { Wait: Wait.Command }));
            if (bound is null || bound.Option.Value.TextIs("undefined"u8) || (milliseconds > 0 && !(milliseconds >= project.Constants.NumberOf(bound.Option.Value))))
                continue;
            found.Add(new(OptionMistakeKind.BlocksLonger, call, arguments[at], callee.ChildAt(1).Text, bound.Path, bound.Option.Value));
        }
    }

    private static void AddTimer(ProjectModel project, SyntaxNode call, Effect.Timer timer, List<OptionMistake> found)
    {
        var argument = call.Child(SyntaxKind.ArgumentList).ChildAt(timer.Time.Index);
        if (argument.Exists && project.Constants.NumberOf(argument) is > LongestTimer and < double.PositiveInfinity)
            found.Add(new(OptionMistakeKind.TimerOverflow, call, argument, CodeLine.Of(call.FirstChild.Text), "", default));
    }
}
