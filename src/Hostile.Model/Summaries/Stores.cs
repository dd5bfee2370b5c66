using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What one call does to a collection in memory, a key on a server, or a file.</summary>
/// <param name="Call">The call.</param>
/// <param name="Action">What it does.</param>
/// <param name="Kind">To which kind of store.</param>
/// <param name="Receiver">What it is called on; none for a plain function.</param>
/// <param name="Key">The name under which the value is kept; none when the call means all of the store.</param>
/// <param name="Value">The value that it puts there; none when it puts none.</param>
/// <param name="OnlyIfAbsent">Whether it writes only where nothing is.</param>
/// <param name="Expires">Whether the value ends by itself.</param>
public sealed record StoreCall(SyntaxNode Call, StoreAction Action, StoreKind Kind, SyntaxNode Receiver, SyntaxNode Key, SyntaxNode Value, bool OnlyIfAbsent, bool Expires)
{
    /// <summary>Whether only the methods of the program's own class make us think of a store.</summary>
    public bool IsByShape { get; init; }

    /// <summary>What a function of the program makes of the key that it is given, with <c>{}</c> in its place: <c>`otp:${{}}`</c>; empty where it is the key itself.</summary>
    public string Space { get; init; } = "";

    /// <summary>After what time the value ends; none when it does not, or the call does not say.</summary>
    public SyntaxNode Lasting { get; init; }

    /// <summary>The unit of that, in milliseconds.</summary>
    public double Unit { get; init; }
}

/// <summary>
/// Tells what calls do to stores: those of libraries by what the knowledge files say, those of the program's own classes by their shape. What has <c>get</c>, <c>set</c> and
/// <c>delete</c> is used as a map, and is one on a server when <c>get</c> answers a promise.
/// </summary>
internal sealed class Stores(ProjectModel project)
{
    private static readonly Name Get = Name.Of("get"u8);
    private static readonly Name Set = Name.Of("set"u8);
    private static readonly ImmutableArray<Name> Removing = [Name.Of("delete"u8), Name.Of("del"u8), Name.Of("remove"u8), Name.Of("invalidate"u8)];
    private static readonly ImmutableArray<Name> Testing = [Name.Of("has"u8), Name.Of("exists"u8)];
    private static readonly Name Clearing = Name.Of("clear"u8);

    private readonly Lazy<HashSet<Name>> names = new(() => NamesOf(project));
    private readonly ConcurrentDictionary<Module, bool> taking = new();
    private readonly Lazy<ImmutableArray<Name>> fileNames = new(() => [.. Tagged(project).Where(found => found.Effect.Kind is StoreKind.File).Select(found => found.Name).Distinct()]);

    private readonly Lazy<ImmutableArray<Name>> keyNames = new(() => [.. Tagged(project).Where(found => found.Effect.Kind is StoreKind.Key).Select(found => found.Name).Distinct()]);

    /// <summary>Whether a call of that name may do anything to a store.</summary>
    public bool MayBe(Name name) => names.Value.Contains(name);

    /// <summary>The names under which anything is done to keys of a server.</summary>
    public ImmutableArray<Name> KeyNames => keyNames.Value;

    /// <summary>The names under which anything is done to files.</summary>
    public ImmutableArray<Name> FileNames => fileNames.Value;

    /// <summary>Whether some text of a file may take a key of a server only where nothing is, as locks are taken.</summary>
    public bool MayTakeKeys(Module module) => taking.GetOrAdd(module, static one => one.Source.Bytes.Span is var text && (text.IndexOf("NX"u8) >= 0 || text.IndexOf("setnx"u8) >= 0 || text.IndexOf("nx:"u8) >= 0));

    /// <summary>What a call does to a store; null when it does nothing that we know of.</summary>
    public StoreCall? At(SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || CallName.Of(call) is not { Exists: true } spelled || project.Bindings.ModuleOf(call.Tree) is not { } module || !MayBe(module.NameOf(spelled)))
            return null;
        var callee = call.FirstChild.Unwrapped();
        var receiver = callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.FirstChild : default;
        return project.Types.CalleeOf(call) switch
        {
            Callee.Library library => project.Effects.Of(library.Signature).OfType<Effect.Store>().FirstOrDefault() is { } effect ? ByEffect(call, receiver, effect) : null,
            Callee.InProgram when receiver.Exists => ByShape(call, receiver, module.NameOf(spelled)),
            _ => null,
        };
    }

    private StoreCall ByEffect(SyntaxNode call, SyntaxNode receiver, Effect.Store effect)
    {
        var (time, unit) = LastingOf(call, effect);
        return new(call, effect.Action, effect.Kind, receiver, Argument(call, effect.Key), Argument(call, effect.Value), Has(call, effect.Absent), Has(call, effect.Expiring)) { Lasting = time, Unit = unit };
    }

    /// <summary>"'PX', 500", "{ EX: 60 }", "{ expiration: { type: 'EX', value: 60 } }".</summary>
    private (SyntaxNode Time, double Unit) LastingOf(SyntaxNode call, Effect.Store effect)
    {
        if (effect.Seconds.Length == 0 && effect.Milliseconds.Length == 0)
            return default;
        var arguments = call.Child(SyntaxKind.ArgumentList).Children.ToArray();
        for (var place = 0; place < arguments.Length; place++)
        {
            if (project.Constants.StringOf(arguments[place]) is { } word && place + 1 < arguments.Length && UnitOf(word, effect) is > 0 and var written)
                return (arguments[place + 1], written);
            if (arguments[place].Unwrapped().Kind is not (SyntaxKind.ObjectLiteralExpression or SyntaxKind.Identifier))
                continue;
            foreach (var option in project.Options.Of(arguments[place]).All)
            {
                if (UnitOf(option.Name.ToString(), effect) is > 0 and var named)
                    return (option.Value, named);
                if (!option.Value.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression))
                    continue;
                var inner = project.Options.Of(option.Value).All;
                if (inner.Select(member => project.Constants.StringOf(member.Value)).OfType<string>().Select(type => UnitOf(type, effect)).FirstOrDefault(unit => unit > 0) is > 0 and var typed && inner.FirstOrDefault(member => project.Constants.StringOf(member.Value) is null) is { } time)
                    return (time.Value, typed);
            }
        }

        return default;
    }

    private static double UnitOf(string word, Effect.Store effect) =>
        effect.Seconds.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase) && word.Length > 0 ? 1000 : effect.Milliseconds.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase) && word.Length > 0 ? 1 : 0;

    private StoreCall? ByShape(SyntaxNode call, SyntaxNode receiver, Name name)
    {
        var type = project.Types.TypeOf(receiver).NonNullish();
        var getter = project.Types.MemberOf(type, Get);
        if (!getter.Exists || !project.Types.MemberOf(type, Set).Exists || !Removing.Any(removing => project.Types.MemberOf(type, removing).Exists))
            return null;
        // What is done in a transaction of the program's own, nobody comes between.
        if (type is LightType.Instance { Symbol: { Exists: true } symbol } && symbol.Name.ToString().EndsWith("Transaction", StringComparison.Ordinal))
            return null;
        var action = name == Get || Testing.Contains(name) ? StoreAction.Reads : name == Set ? StoreAction.Writes : Removing.Contains(name) || name == Clearing ? StoreAction.Removes : (StoreAction?)null;
        if (action is null)
            return null;
        var isRemote = project.Types.TypeOf(getter) is LightType.Function { Declarations: [var declaration, ..] } && project.Types.ThenableOf(project.Types.ReturnTypeOf(declaration)) is Thenable.Promise;
        var arguments = call.Child(SyntaxKind.ArgumentList);
        return new(call, action.Value, isRemote ? StoreKind.Key : StoreKind.Entry, receiver, arguments.FirstChild, action is StoreAction.Writes ? arguments.ChildAt(1) : default, OnlyIfAbsent: false, Expires: arguments.ChildAt(2).Exists) { IsByShape = true };
    }

    private static SyntaxNode Argument(SyntaxNode call, ArgumentPath? path) => path is { } given ? call.Child(SyntaxKind.ArgumentList).ChildAt(given.Index) : default;

    /// <summary>Whether an argument is one of the words, or has a property of that name; always for an effect without words, never for none.</summary>
    private bool Has(SyntaxNode call, string? words)
    {
        if (words is null or "")
            return words is not null;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            foreach (var word in words.Split(' '))
            {
                if (project.Constants.StringOf(argument) is { } text ? text.Equals(word, StringComparison.OrdinalIgnoreCase) : argument.Unwrapped().Kind is SyntaxKind.ObjectLiteralExpression or SyntaxKind.Identifier && HasOption(argument, word))
                    return true;
            }
        }

        return false;
    }

    /// <summary>"{ NX: true }", "{ EX: 60 }", "{ flag: 'wx' }".</summary>
    private bool HasOption(SyntaxNode argument, string word) =>
        project.Options.Of(argument).All.Any(option => (option.Name.ToString() == word && project.Constants.BooleanOf(option.Value) is not false) || project.Constants.StringOf(option.Value) == word);

    private static HashSet<Name> NamesOf(ProjectModel project)
    {
        return [Get, Set, .. Removing, .. Testing, Clearing, .. Tagged(project).Select(found => found.Name)];
    }

    private static IEnumerable<(Name Name, Effect.Store Effect)> Tagged(ProjectModel project) =>
        project.Effects.SymbolsWith<Effect.Store>(SymbolFlags.Method | SymbolFlags.Function).Select(symbol => (symbol.Name, project.Effects.Of(symbol).OfType<Effect.Store>().First()));
}
