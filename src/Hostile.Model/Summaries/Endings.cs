using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells which calls end what they are called on or given: <c>stream.destroy()</c>, <c>clearInterval(timer)</c>, and functions of the program that come down to one.</summary>
internal sealed class Endings(ProjectModel project)
{
    /// <summary>A function that hands it to a function that hands it on … beyond this nothing is known to end it.</summary>
    private const int LongestChain = 4;

    /// <summary>What a method that ends its object is called by convention; where nothing more is known of the object, it is taken for that.</summary>
    private static readonly HashSet<string> Conventional =
        ["close", "closeSync", "destroy", "dispose", "release", "end", "quit", "disconnect", "terminate", "stop", "shutdown", "unsubscribe", "unlock", "cleanup", "free", "kill", "commit", "rollback"];

    /// <summary>The call that ends the object at a reference to it; none when it does not end there.</summary>
    public SyntaxNode CallAt(SyntaxNode reference) => CallAt(reference, new(), 0);

    /// <summary>Whether a call ends the object that it is called on.</summary>
    public bool EndsReceiver(SyntaxNode call) => project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature) is { IsEmpty: false } effects
        ? effects.Any(effect => effect is Effect.Closes { What: null } or Effect.Releases or Effect.Commits or Effect.RollsBack)
        : IsConventional(call) || RunsWork(call) || EndsItself(call);

    /// <summary>"lock.runExclusive(work)" of a lock that is held: when the work is done, however it ends, the lock is given back.</summary>
    private static bool RunsWork(SyntaxNode call) => CallName.Of(call).TextIs("runExclusive"u8);

    /// <summary>"database.onModuleDestroy()", where the method calls <c>this.$disconnect()</c>.</summary>
    private bool EndsItself(SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [{ Kind: SyntaxKind.MethodDeclaration } only] })
            return false;
        foreach (var node in FunctionShape.OwnNodes(only))
        {
            if (node.Is(SyntaxKind.CallExpression) && node.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression, FirstChild.Kind: SyntaxKind.ThisKeyword } && project.Types.CalleeOf(node) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Closes { What: null }))
                return true;
        }

        return false;
    }

    /// <summary>Whether a call is by its name one that ends something.</summary>
    public static bool IsConventional(SyntaxNode call) => CallName.Of(call) is { Exists: true } name && IsConventional(name.Text);

    /// <summary>Whether a method is by its name one that ends its object.</summary>
    public static bool IsConventional(string name) => Conventional.Contains(name);

    private SyntaxNode CallAt(SyntaxNode reference, Visited visited, int depth)
    {
        var outer = reference.Wrapped();
        var parent = outer.Parent;
        // "const release = await mutex.acquire(); … release()"; "knex('account')" is a query.
        if (parent.Is(SyntaxKind.CallExpression) && parent.FirstChild == outer)
            return project.EffectsOf(project.Types.TypeOf(outer).NonNullish()).Any(effect => effect is Effect.Handle) ? default : parent;
        if (parent.Is(SyntaxKind.PropertyAccessExpression) && parent.FirstChild == outer && parent.Parent.Is(SyntaxKind.CallExpression) && parent.Parent.FirstChild == parent)
            return EndsReceiver(parent.Parent) ? parent.Parent : default;
        return Callers.Argument(reference) is { Call.Exists: true } given && EndsArgument(given.Call, given.Place, visited, depth) ? given.Call : default;
    }

    /// <summary>Whether a call ends the object in one of its arguments.</summary>
    public bool EndsArgument(SyntaxNode call, int place) => EndsArgument(call, place, new(), 0);

    private bool EndsArgument(SyntaxNode call, int place, Visited visited, int depth)
    {
        Workers.Step();
        switch (project.Types.CalleeOf(call))
        {
            case Callee.Library library:
                return project.Effects.Of(library.Signature).Any(effect => effect is Effect.Closes { What: { Property: "" } path } && path.Index == place);
            case Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } when depth < LongestChain:
                return FunctionLike.From(only) is { } shape && shape.Parameters[place] is { Exists: true } parameter && visited.Enters(parameter, depth) && project.Bindings.ModuleOf(only.Tree)?.SymbolOfDeclaration(parameter) is { Exists: true } symbol
                    && symbol.References.Any(reference => FunctionShape.Enclosing(reference) == only && CallAt(reference, visited, depth + 1).Exists);
            default:
                return false;
        }
    }
}
