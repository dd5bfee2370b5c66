using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Which of the waits of a library object are bounded, as it is made.</summary>
/// <param name="Unbounded">What can take for ever.</param>
/// <param name="Bounded">What bounds each other wait, in words: <c>connectionTimeoutMillis: 5000</c>, <c>10000 by default</c>.</param>
/// <param name="Ignored">Options that are written and that the library does not read at this place, with what it reads instead (or nothing).</param>
/// <param name="IsOpen">Whether there may be options that we do not see.</param>
/// <param name="Url">A connection URL whose parameters we do not see; none when there is none.</param>
public sealed record BoundedWaits(
    ImmutableArray<Wait> Unbounded, ImmutableDictionary<Wait, string> Bounded, ImmutableArray<(Option Option, string Instead)> Ignored, bool IsOpen, SyntaxNode Url)
{
    /// <summary>Reports whether any option that bounds anything is written out.</summary>
    public bool HasAnyOption { get; init; }

    /// <summary>The server's host, when it is always the same; null when it is not known.</summary>
    public string? Host { get; init; }

    /// <summary>What has a bound only in the transactions that set it themselves, in words.</summary>
    public ImmutableDictionary<Wait, string> InTransactions { get; init; } = ImmutableDictionary<Wait, string>.Empty;
}

/// <summary>Holds the options of a library object against what its knowledge file says that they bound.</summary>
internal static class Bounds
{
    /// <summary>The state of every wait that the object's class has.</summary>
    public static BoundedWaits Of(ProjectModel project, LibraryObject made)
    {
        var interfaces = OptionTypes(project, made.Class);
        var bounded = ImmutableDictionary.CreateBuilder<Wait, string>();
        var ignored = ImmutableArray.CreateBuilder<(Option, string)>();
        var disabled = new HashSet<Wait>();
        var isOpen = false;
        var hasAnyOption = false;
        SyntaxNode url = default;
        var address = new Dictionary<AddressPart, string?>();

        foreach (var argument in made.Arguments)
        {
            if (IsText(project, argument))
            {
                url = argument;
                foreach (var parameters in Constructors(made.Class).SelectMany(constructor => project.Effects.Of(constructor)).OfType<Effect.Url>())
                    ReadUrl(project, made, parameters, argument, address, ignored);
                ReadText(project, argument, bounded);
                continue;
            }

            var options = project.Options.Of(argument);
            isOpen |= options.IsOpen;
            foreach (var option in options.All)
            {
                foreach (var effect in EffectsOf(project, interfaces, option.Name))
                {
                    switch (effect)
                    {
                        case Effect.Bounds bounds:
                            hasAnyOption = true;
                            if (bounds.Disabled.Length == 0 || !option.Value.TextIs(System.Text.Encoding.UTF8.GetBytes(bounds.Disabled)))
                                bounded[bounds.Wait] = Written(option);
                            else
                                disabled.Add(bounds.Wait);
                            break;
                        case Effect.Ignored dead:
                            ignored.Add((option, dead.Instead));
                            break;
                        case Effect.Url parameters:
                            url = option.Value;
                            ReadUrl(project, made, parameters, option.Value, address, ignored);
                            break;
                        case Effect.Names named:
                            address[named.Part] = project.Constants.StringOf(option.Value);
                            break;
                    }
                }

                ReadText(project, option.Value, bounded);
            }
        }

        AddDefaults(project, interfaces, made, bounded);
        bounded.RemoveRange(disabled);
        AddSessionDefaults(project, address, bounded);
        var inTransactions = AddSessionSettings(project, made, bounded);
        var waits = made.Effects.OfType<Effect.Waits>().Select(effect => effect.Wait).Distinct();
        return new([.. waits.Where(wait => !bounded.ContainsKey(wait))], bounded.ToImmutable(), ignored.ToImmutable(), isOpen, url) { HasAnyOption = hasAnyOption, InTransactions = inTransactions, Host = address.GetValueOrDefault(AddressPart.Host) };
    }

    /// <summary>The interfaces that the constructors of a class take as options.</summary>
    public static ImmutableArray<LightType> OptionTypes(ProjectModel project, Symbol type)
    {
        var found = ImmutableArray.CreateBuilder<LightType>();
        foreach (var constructor in Constructors(type))
        {
            foreach (var parameter in constructor.Child(SyntaxKind.ParameterList).Children)
                found.AddRange(project.Types.TypeOf(new Parameter(parameter).Type).Alternatives.OfType<LightType.Instance>());
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<SyntaxNode> Constructors(Symbol type) =>
        type.Declarations.SelectMany(declaration => declaration.Child(SyntaxKind.ClassBody).Children.ToArray()).Where(member => member.Is(SyntaxKind.Constructor));

    /// <summary>What the option types of a class say of an option.</summary>
    public static IEnumerable<Effect> EffectsOf(ProjectModel project, ImmutableArray<LightType> interfaces, Name option) =>
        interfaces.Select(type => project.Types.MemberOf(type, option)).Where(symbol => symbol.Exists).SelectMany(symbol => project.Effects.Of(symbol)).Distinct();

    /// <summary>What holds when an option is left out.</summary>
    private static void AddDefaults(ProjectModel project, ImmutableArray<LightType> interfaces, LibraryObject made, ImmutableDictionary<Wait, string>.Builder bounded)
    {
        foreach (var type in interfaces.OfType<LightType.Instance>())
        {
            foreach (var declaration in type.Symbol.Declarations)
            {
                foreach (var member in made.Class.Module.MembersOf(declaration.Child(SyntaxKind.InterfaceBody)))
                {
                    foreach (var bounds in project.Effects.Of(member).OfType<Effect.Bounds>())
                    {
                        if (bounds.Default is { } value && !bounded.ContainsKey(bounds.Wait))
                            bounded[bounds.Wait] = $"{member.Name} is {value:0.##} by default";
                    }
                }
            }
        }
    }

    /// <summary>Server settings inside a text: <c>options: '-c statement_timeout=5000'</c>, <c>?statement_timeout=5000</c> in a URL.</summary>
    private static void ReadText(ProjectModel project, SyntaxNode value, ImmutableDictionary<Wait, string>.Builder bounded)
    {
        if (value.Kind is SyntaxKind.MethodDeclaration or SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression)
            return;
        foreach (var piece in project.Constants.TextOf(value).Pieces)
        {
            foreach (var (wait, setting) in ServerSettings.All)
            {
                if (piece.Text.Contains(setting, StringComparison.Ordinal))
                    bounded[wait] = $"`{setting}` in `{Shortened(value.Text)}`";
            }
        }
    }

    /// <summary>The address in a URL that is written out, and those of its parameters that the library does not read as they are meant.</summary>
    private static void ReadUrl(
        ProjectModel project, LibraryObject made, Effect.Url parameters, SyntaxNode value, Dictionary<AddressPart, string?> address, ImmutableArray<(Option, string)>.Builder ignored)
    {
        if (!Uri.TryCreate(project.Constants.StringOf(value), UriKind.Absolute, out var url))
            return;
        address[AddressPart.Host] = url.Host;
        address[AddressPart.Database] = url.AbsolutePath.TrimStart('/');
        if (url.UserInfo.Length > 0)
            address[AddressPart.Role] = url.UserInfo.Split(':')[0];
        var name = Name.Of(parameters.Parameters);
        var scope = made.Class.Module.ScopeAround(made.Class.Declaration);
        while (scope.Exists && !scope.Find(name).Is(SymbolFlags.Interface))
            scope = scope.Parent;
        if (!scope.Exists)
            return;
        var known = made.Class.Module.MembersOf(scope.Find(name).Declaration.Child(SyntaxKind.InterfaceBody));
        foreach (var pair in url.Query.TrimStart('?').Split('&'))
        {
            var parameter = Name.Of(pair.Split('=')[0]);
            if (known.Find(parameter) is { Exists: true } member)
                ignored.AddRange(project.Effects.Of(member).OfType<Effect.Ignored>().Select(dead => (new Option(parameter, value, true), dead.Instead)));
        }
    }

    /// <summary><c>ALTER ROLE … SET</c> and <c>ALTER DATABASE … SET</c> of the role and database that it connects to; of one that is not known they count, and say so.</summary>
    private static void AddSessionDefaults(ProjectModel project, Dictionary<AddressPart, string?> address, ImmutableDictionary<Wait, string>.Builder bounded)
    {
        var role = address.GetValueOrDefault(AddressPart.Role);
        var database = address.GetValueOrDefault(AddressPart.Database);
        foreach (var standard in project.Schema.SessionDefaults)
        {
            if ((role is not null && standard.Role is { Length: > 0 } named && named != role) || (database is not null && standard.Database is { } other && other != database))
                continue;
            foreach (var (wait, setting) in ServerSettings.All)
            {
                if (standard.Setting != setting || bounded.ContainsKey(wait) || !ServerSettings.Bounds(standard.Value))
                    continue;
                var isSure = (standard.Role is null || (standard.Role.Length > 0 && standard.Role == role)) && (standard.Database is null || standard.Database == database);
                var subject = standard.Role is { } name ? $"role{(name.Length > 0 ? $" `{name}`" : "")}" : standard.Database is { } held ? $"database `{held}`" : "every role";
                bounded[wait] = $"`{setting}` is set for {(isSure ? "its" : "the")} {subject}{(isSure ? "" : ", to which it may connect")} ({standard.Place})";
            }
        }
    }

    /// <summary>
    /// <c>SET statement_timeout = …</c> on a session of this very pool, as in its listener for new connections. One of which we cannot tell the pool may be of this one.
    /// </summary>
    /// <returns>What has a bound only in the transactions that set it: <c>SET LOCAL</c>.</returns>
    private static ImmutableDictionary<Wait, string> AddSessionSettings(ProjectModel project, LibraryObject made, ImmutableDictionary<Wait, string>.Builder bounded)
    {
        var inTransactions = ImmutableDictionary.CreateBuilder<Wait, string>();
        foreach (var (wait, setting) in ServerSettings.All)
        {
            if (bounded.ContainsKey(wait))
                continue;
            foreach (var call in project.DatabaseCalls.SettingOf(setting))
            {
                var write = call.Queries.SelectMany(query => query.Settings).FirstOrDefault(write => write.Name == setting && ServerSettings.Bounds(write.Value));
                if (write is null || project.Origins.Of(call.Receiver) is var origin && origin.IsComplete && !origin.Made.Contains(made.Call))
                    continue;
                if (write.IsLocal)
                    inTransactions.TryAdd(wait, $"`{setting}` is set in transactions ({project.PlaceOf(call.Call)})");
                else
                    bounded.TryAdd(wait, $"`{setting}` is set on {(origin.Made.Contains(made.Call) ? "its sessions" : "a session, and as far as we see it may be one of its own")} ({project.PlaceOf(call.Call)})");
            }

            foreach (var (text, write) in project.SettingTexts(setting))
            {
                if (!ServerSettings.Bounds(write.Value))
                    continue;
                if (write.IsLocal)
                    inTransactions.TryAdd(wait, $"`{setting}` is set in transactions ({project.PlaceOf(text)})");
                else
                    bounded.TryAdd(wait, $"a statement sets `{setting}`, on which sessions we do not see ({project.PlaceOf(text)})");
            }
        }

        return inTransactions.ToImmutable();
    }

    /// <summary>A connection URL and the like. "url || ''" is one whatever url is: nobody falls back from options to a text.</summary>
    private static bool IsText(ProjectModel project, SyntaxNode argument)
    {
        argument = argument.Unwrapped();
        if (argument is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.BarBar or TokenKind.QuestionQuestion })
            return IsText(project, argument.FirstChild) || IsText(project, argument.ChildAt(1));
        return project.Types.TypeOf(argument).NonNullish().Widened() is LightType.Primitive { Kind: PrimitiveKind.String or PrimitiveKind.Number };
    }

    private static string Written(Option option) => $"{option.Name}: {Shortened(option.Value.Text)}";

    private static string Shortened(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
    }
}
