using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A server that is told to wait without a bound for the requests that its clients send.</summary>
/// <param name="Option">The option or the assignment that switches the bound off.</param>
/// <param name="Name">How the library calls it.</param>
/// <param name="Default">The library's own bound, in milliseconds.</param>
public sealed record SlowRequest(SyntaxNode Option, string Name, double Default);

/// <summary>Finds servers whose bound on receiving a request is switched off, from the names of the libraries' options upwards.</summary>
internal static class SlowRequests
{
    /// <summary>Those of a program's server code, by file and position; tests are left out.</summary>
    public static IEnumerable<SlowRequest> All(ProjectModel project)
    {
        var names = new HashSet<Name>();
        foreach (var symbol in project.Bindings.LibrarySymbols(SymbolFlags.Field))
        {
            if (BoundOf(project, symbol) is not null)
                names.Add(symbol.Name);
        }

        return names.SelectMany(project.Mentions.Named).Where(mention => !project.Bindings.ModuleOf(mention.Tree)!.Roles.HasFlag(ModuleRoles.Test))
            .Select(mention => Read(project, mention)).OfType<SlowRequest>().OrderBy(found => project.PlaceOf(found.Option));
    }

    private static Effect.Bounds? BoundOf(ProjectModel project, Symbol member) => project.Effects.Of(member).OfType<Effect.Bounds>().FirstOrDefault(bounds => bounds is { Wait: Wait.Request, Disabled.Length: > 0, Default: not null });

    private static SlowRequest? Read(ProjectModel project, SyntaxNode mention)
    {
        var parent = mention.Parent;
        // "server.requestTimeout = 0"
        if (parent.Is(SyntaxKind.PropertyAccessExpression) && parent.ChildAt(1) == mention && parent.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == parent)
            return BoundOf(project, project.Types.SymbolOf(parent)) is { } bounds && IsOff(bounds, assignment.ChildAt(1)) ? new(assignment, mention.Text, bounds.Default!.Value) : null;
        // "createServer({ requestTimeout: 0 }, handle)"
        if (!parent.Is(SyntaxKind.PropertyAssignment) || parent.FirstChild != mention || Callers.Argument(parent.Parent) is not { Call.Exists: true } given || project.Types.CalleeOf(given.Call) is not Callee.Library library)
            return null;
        foreach (var written in CallOptions.Of(project, given.Call, library.Member, library.Signature).All)
        {
            if (written.Option.Value == parent.ChildAt(1) && written.Effects.OfType<Effect.Bounds>().FirstOrDefault(bounds => bounds is { Wait: Wait.Request, Disabled.Length: > 0, Default: not null }) is { } bounds && Bounds.IsSwitchedOff(bounds, written.Option))
                return new(parent, mention.Text, bounds.Default!.Value);
        }

        return null;
    }

    private static bool IsOff(Effect.Bounds bounds, SyntaxNode value) => value.Unwrapped().Text == bounds.Disabled;
}
