using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells pools and clients that libraries of several databases make for another server than PostgreSQL.</summary>
internal static class OtherServers
{
    private static readonly string[] Names = ["mysql", "mysql2", "mariadb", "mssql", "sqlite", "sqlite3", "better-sqlite3", "libsql", "oracle", "oracledb", "mongodb"];

    /// <summary>Whether the options name another server, <c>client: 'mysql2'</c>, or the object is made where it was asked for one: <c>if (type === 'mssql')</c>.</summary>
    public static bool IsFor(ProjectModel project, LibraryObject made) => IsFor(project, made.Call, CallOptions.Of(project, made.Call, made.Member, made.Signature)) || IsForProvided(project, made.Call);

    /// <summary>"useFactory: (options) => knex(options)": what is provided for the parameter names it.</summary>
    private static bool IsForProvided(ProjectModel project, SyntaxNode call)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            foreach (var provided in project.Providers.ValuesAt(argument))
            {
                if (project.Options.Of(provided).All.Any(option => IsServerKey(option.Name.ToString()) && Is(project.Settings.StringOf(option.Value))))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether all pools that the package in a directory makes are for another server, or all of the program where it makes none.</summary>
    public static bool IsAll(ProjectModel project, string directory)
    {
        var pools = project.LibraryObjects<Effect.Handle>().Where(made => made.Effects.OfType<Effect.Handle>().Any(handle => handle.Kind is HandleKind.Pool)).ToList();
        var own = pools.Where(made => project.PackageOf(project.Bindings.ModuleOf(made.Call.Tree)!)?.Directory == directory).ToList();
        return (own.Count > 0 ? own : pools) is { Count: > 0 } all && all.TrueForAll(made => IsFor(project, made));
    }

    private static bool IsServerKey(string key) => key is "client" or "type" or "dialect";

    /// <summary>Whether these options of a call name another server, or the call stands where another one was asked for.</summary>
    public static bool IsFor(ProjectModel project, SyntaxNode call, CallOptions options)
    {
        foreach (var (option, path, _) in options.All)
        {
            if (IsServerKey(path) && Is(project.Settings.StringOf(option.Value)))
                return true;
        }

        for (var at = call; at.Parent.Exists; at = at.Parent)
        {
            var test = at.Parent.Kind switch
            {
                SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression when at.Parent.ChildAt(1) == at => at.Parent.FirstChild.Unwrapped(),
                SyntaxKind.CaseClause when at.Parent.FirstChild != at => at.Parent.FirstChild.Unwrapped(),
                _ => default,
            };
            if (test.Is(SyntaxKind.BinaryExpression) && test.Operator is TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals ? IsName(test.FirstChild) || IsName(test.ChildAt(1)) : test.Exists && IsName(test))
                return true;
        }

        return false;

        // "type === 'mssql'", "case Driver.Sqlite"
        bool IsName(SyntaxNode value) => Is(project.Constants.StringOf(value.Unwrapped())) || (value.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member && Is(member.ChildAt(1).Text));
    }

    /// <summary>Whether a name has that of another server in it: <c>mysqlUpQueryRunner</c>.</summary>
    public static bool AreNamedIn(string name) => Names.Any(server => name.Contains(server, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string? name) => name is not null && Names.Contains(name.ToLowerInvariant());
}
