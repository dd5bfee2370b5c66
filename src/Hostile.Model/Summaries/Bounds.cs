using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

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

    /// <summary>Reports whether all options are in sight, and only what they say of the server is not: <c>dialect: config.dialect</c>.</summary>
    public bool IsOfUnknownServer { get; init; }

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
        // "new PrismaPg(pool)" goes by the bounds of that pool.
        if (made.Arguments is [var given, ..] && made.Effects.Any(effect => effect is Effect.Handle { Kind: HandleKind.Pool }) && project.DatabaseCalls.HandleAt(given) is { IsPool: true })
            return new([], made.Effects.OfType<Effect.Waits>().Select(effect => effect.Wait).Distinct().ToImmutableDictionary(wait => wait, _ => $"`{Shortened(given.Text)}` has its own"), [], IsOpen: false, default);
        var options = CallOptions.Of(project, made.Call, made.Member, made.Signature);
        var bounded = ImmutableDictionary.CreateBuilder<Wait, string>();
        var ignored = ImmutableArray.CreateBuilder<(Option, string)>();
        var disabled = new HashSet<Wait>();
        var hasAnyOption = false;
        SyntaxNode url = default;
        var address = new Dictionary<AddressPart, string?>();
        var isUnsure = CallOptions.TypesOf(project, made.Member, made.Signature).SelectMany(CallOptions.Members).Any(member => project.Effects.Of(member).Any(effect => effect is Effect.Only));
        string? foreign = null;

        foreach (var text in options.Texts)
        {
            url = text;
            foreach (var parameters in UrlsOf(project, made))
                ReadUrl(project, made, parameters, text, address, ignored);
            ReadText(project, text, bounded);
        }

        foreach (var (option, _, effects) in options.All)
        {
            foreach (var effect in effects)
            {
                switch (effect)
                {
                    case Effect.Bounds bounds:
                        hasAnyOption = true;
                        if (IsSwitchedOff(bounds, option))
                            disabled.Add(bounds.Wait);
                        else
                            bounded[bounds.Wait] = Written(option);
                        break;
                    case Effect.Ignored dead:
                        ignored.Add((option, dead.Instead));
                        break;
                    case Effect.Url parameters:
                        url = option.Value;
                        ReadUrl(project, made, parameters, option.Value, address, ignored);
                        break;
                    case Effect.Only only when project.Constants.StringOf(option.Value) is { } value && !only.Values.Contains(value):
                        foreign = Written(option);
                        break;
                    case Effect.Only only:
                        isUnsure = project.Constants.StringOf(option.Value) is null;
                        break;
                    case Effect.Names named:
                        address[named.Part] = project.Constants.StringOf(option.Value);
                        break;
                }
            }

            ReadText(project, option.Value, bounded);
        }

        // What speaks to another server has other options, of which nothing is known.
        if (foreign is not null)
            return new([], made.Effects.OfType<Effect.Waits>().Select(effect => effect.Wait).Distinct().ToImmutableDictionary(wait => wait, _ => foreign), [], options.IsOpen, url);

        AddDefaults(project, made, bounded);
        bounded.RemoveRange(disabled);
        AddSessionDefaults(project, address, bounded);
        var inTransactions = AddSessionSettings(project, made, bounded);
        var waits = made.Effects.OfType<Effect.Waits>().Select(effect => effect.Wait).Distinct();
        return new([.. waits.Where(wait => !bounded.ContainsKey(wait))], bounded.ToImmutable(), ignored.ToImmutable(), options.IsOpen || isUnsure, url) { HasAnyOption = hasAnyOption, IsOfUnknownServer = isUnsure && !options.IsOpen, InTransactions = inTransactions, Host = address.GetValueOrDefault(AddressPart.Host) };
    }

    /// <summary>Reports whether an option is written with the value that means no bound at all.</summary>
    public static bool IsSwitchedOff(Effect.Bounds bounds, Option option) => bounds.Disabled.Length > 0 && option.Value.TextIs(System.Text.Encoding.UTF8.GetBytes(bounds.Disabled));

    /// <summary>What the constructors of a class, or the function that makes an object, say of a URL that they take.</summary>
    private static IEnumerable<Effect.Url> UrlsOf(ProjectModel project, LibraryObject made)
    {
        var constructors = made.Member.Is(SymbolFlags.Class)
            ? made.Member.Declarations.SelectMany(declaration => declaration.Child(SyntaxKind.ClassBody).Children.ToArray()).Where(member => member.Is(SyntaxKind.Constructor))
            : [made.Signature];
        return constructors.SelectMany(constructor => project.Effects.Of(constructor)).OfType<Effect.Url>();
    }

    /// <summary>What holds when an option is left out.</summary>
    private static void AddDefaults(ProjectModel project, LibraryObject made, ImmutableDictionary<Wait, string>.Builder bounded)
    {
        foreach (var member in CallOptions.TypesOf(project, made.Member, made.Signature).SelectMany(CallOptions.Members))
        {
            foreach (var bounds in project.Effects.Of(member).OfType<Effect.Bounds>())
            {
                if (bounds.Default is { } value && !bounded.ContainsKey(bounds.Wait))
                    bounded[bounds.Wait] = $"{member.Name} is {value:0.##} by default";
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

    private static string Written(Option option) => $"{option.Name}: {Shortened(option.Value.Text)}";

    private static string Shortened(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
    }
}
