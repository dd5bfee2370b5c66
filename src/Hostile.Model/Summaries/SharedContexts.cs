using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Work that is started side by side with one object that carries a transaction, or will.</summary>
/// <param name="Start"><c>Promise.all(…)</c>.</param>
/// <param name="First">A call that is given the object.</param>
/// <param name="Second">Another, or the same for another element.</param>
/// <param name="Context">How the program calls the object.</param>
/// <param name="Scope">The transaction that it carries already; null when none is seen: then the first call begins one, and ends it.</param>
/// <param name="EndedBy">What ends the transaction in the work itself; none when nothing does.</param>
public sealed record SharedContext(SyntaxNode Start, SyntaxNode First, SyntaxNode Second, string Context, TransactionScope? Scope, SyntaxNode EndedBy);

/// <summary>Finds parallel work that shares an object with a transaction, from the names of what waits for several promises.</summary>
internal static class SharedContexts
{
    /// <summary>The work of a function, by position.</summary>
    public static IEnumerable<SharedContext> In(FunctionModel function)
    {
        foreach (var (shared, context) in Found(function))
        {
            // The function around it starts such work itself: that says it for both.
            if (OwnerOf(function, context.Root) is { } owner && owner != function && Found(owner).Any(other => other.Context == context))
                continue;
            yield return shared;
        }
    }

    private static FunctionModel? OwnerOf(FunctionModel function, SyntaxNode root) => FunctionShape.Enclosing(root) is { Exists: true } around ? function.Project.FunctionOf(around) : null;

    private static IEnumerable<(SharedContext Shared, ValuePath Context)> Found(FunctionModel function)
    {
        var project = function.Project;
        var contexts = project.Transactions.Contexts;
        if (!contexts.Any || function.Module.Roles.HasFlag(ModuleRoles.Test))
            yield break;
        foreach (var start in CombinesIn(project, function))
        {
            if (CallArguments.At(start, 0) is not { Exists: true } argument)
                continue;
            var work = WorkOf(function, argument.Unwrapped()).ToList();
            var calls = work.SelectMany(part => JoinsIn(project, contexts, part)).Where(join => join.Context.Root.Exists).ToList();
            foreach (var group in calls.GroupBy(join => join.Context))
            {
                if (group.ToList() is not [var first, ..] all || !(all.Exists(join => join.IsRepeated) || all.Select(join => join.Part).Distinct().Count() > 1))
                    continue;
                var second = all.Find(join => join.Part != first.Part) is { Call.Exists: true } other ? other : first;
                var scope = project.Transactions.In(function).FirstOrDefault(scope => scope.IsCarried && scope.Holds(start) && scope.Carriers.HoldsDeclared(first.Context.Root));
                var ended = contexts.EndsIn(work).FirstOrDefault(end => end.Context == group.Key).Call;
                yield return (new(start, first.Call, second.Call, first.Name, scope, ended), group.Key);
                break;
            }
        }
    }

    private static IEnumerable<SyntaxNode> CombinesIn(ProjectModel project, FunctionModel function) =>
        project.Transactions.Contexts.Combines.TryGetValue(function, out var calls) ? calls : [];

    /// <summary>The parts of which each is started before the first is done: elements of a list, a function that is mapped, what is pushed.</summary>
    private static IEnumerable<SyntaxNode> WorkOf(FunctionModel function, SyntaxNode argument)
    {
        if (argument.Is(SyntaxKind.ArrayLiteralExpression))
        {
            foreach (var element in argument.Children)
                yield return element.Is(SyntaxKind.SpreadElement) ? element.FirstChild : element;
            yield break;
        }

        if (!argument.Is(SyntaxKind.Identifier))
        {
            yield return argument;
            yield break;
        }

        // "const results = ids.map(async (id) => …)", "promises.push(save(id))".
        if (function.Module.LocalSymbolOf(argument) is not { Exists: true, IsModuleLevel: false } list || !list.Declaration.Is(SyntaxKind.VariableDeclaration))
            yield break;
        if (list.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Exists: true } initial && initial.Kind is SyntaxKind.CallExpression)
            yield return initial;
        foreach (var push in FunctionShape.PushesInto(list))
        {
            if (CallArguments.At(push, 0) is { Exists: true } pushed)
                yield return pushed;
        }
    }

    private static IEnumerable<Join> JoinsIn(ProjectModel project, TransactionContexts contexts, SyntaxNode part)
    {
        foreach (var call in part.DescendantsAndSelf)
        {
            Workers.Step();
            if (!call.Is(SyntaxKind.CallExpression) || contexts.JoinAt(call) is not { Writes: true } join || contexts.ContextOf(call, join) is not { } context)
                continue;
            // An object that is made for the part is its own.
            if (part.Span.Contains(context.Root.Span) || context.Root.Is(SyntaxKind.CallExpression))
                continue;
            yield return new(part, call, context, NameOf(context), IsRepeated(project, call, part));
        }
    }

    /// <summary>Whether the call is made for each of several elements, or stands in a loop: all of them are started.</summary>
    private static bool IsRepeated(ProjectModel project, SyntaxNode call, SyntaxNode part)
    {
        for (var around = FunctionShape.Enclosing(call); around.Exists && part.Span.Contains(around.Span) && around.Tree == part.Tree; around = FunctionShape.Enclosing(around))
        {
            if (Callers.Argument(around) is { Call: { Exists: true } taker } && CallName.Of(taker) is { Exists: true } name && (name.TextIs("map"u8) || name.TextIs("flatMap"u8)))
                return true;
        }

        for (var at = part; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForStatement or SyntaxKind.ForInStatement or SyntaxKind.WhileStatement)
                return true;
        }

        return Callers.Argument(FunctionShape.Enclosing(part)) is { Call: { Exists: true } each } && CallName.Of(each) is { Exists: true } by && by.TextIs("forEach"u8);
    }

    private static string NameOf(ValuePath context) => context.Members.LastIndexOf('.') is >= 0 and var dot ? context.Members[(dot + 1)..] : context.Root.Is(SyntaxKind.Parameter) ? new Parameter(context.Root).Name.Text : context.Root.FirstChild.Text;

    private readonly record struct Join(SyntaxNode Part, SyntaxNode Call, ValuePath Context, string Name, bool IsRepeated);
}
