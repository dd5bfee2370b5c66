using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Finds changes of memory that threads share which are not made in one step.</summary>
internal static class SharedBytes
{
    private static readonly Name Shared = Name.Of("SharedArrayBuffer"u8);

    /// <summary>The elements of views on shared memory that are read and written back, by file and position: <c>view[0]++</c>, <c>view[i] = view[i] + 1</c>.</summary>
    public static ImmutableArray<SyntaxNode> Updates(ProjectModel project)
    {
        // No program without such a buffer has a view on one.
        var files = project.Calls.CallsOf(Shared).Select(call => call.Tree).Concat(project.Bindings.Modules.Where(module => module.Source.Bytes.Span.IndexOf("SharedArrayBuffer"u8) >= 0).Select(module => module.Tree)).Distinct();
        return [.. files.SelectMany(tree => In(project, tree)).OrderBy(project.PlaceOf)];
    }

    private static IEnumerable<SyntaxNode> In(ProjectModel project, SyntaxTree tree)
    {
        foreach (var node in tree.NodesOf(AssignedValue.Kinds))
        {
            Workers.Step();
            var target = AssignedValue.TargetOf(node);
            if (target.Is(SyntaxKind.ElementAccessExpression) && IsMadeOfOld(node, target) && IsViewOnShared(project, target.FirstChild, 0))
                yield return target;
        }
    }

    private static bool IsMadeOfOld(SyntaxNode node, SyntaxNode target)
    {
        if (node.Operator is not TokenKind.Equals)
            return true;
        foreach (var read in node.ChildAt(1).DescendantsAndSelf)
        {
            if (read.Is(SyntaxKind.ElementAccessExpression) && read.TextIs(target.Bytes))
                return true;
        }

        return false;
    }

    private static bool IsViewOnShared(ProjectModel project, SyntaxNode view, int depth)
    {
        view = view.Unwrapped();
        if (depth > 3 || !view.Exists)
            return false;
        if (view.Is(SyntaxKind.NewExpression))
            return view.FirstChild.Text.EndsWith("Array", StringComparison.Ordinal) && IsSharedBuffer(project, view.Child(SyntaxKind.ArgumentList).FirstChild);
        var symbol = project.Types.SymbolOf(view) is { Exists: true } found ? found : project.Bindings.SymbolOf(view);
        var value = symbol.Exists ? symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild : default;
        return value.Exists && value != view && IsViewOnShared(project, value, depth + 1);
    }

    private static bool IsSharedBuffer(ProjectModel project, SyntaxNode buffer) => buffer.Exists
        && ((buffer.Unwrapped().Is(SyntaxKind.NewExpression) && buffer.Unwrapped().FirstChild.TextIs("SharedArrayBuffer"u8))
            || project.Types.TypeOf(buffer).NonNullish() is LightType.Instance { Symbol: var type } && type.Name == Shared);
}
