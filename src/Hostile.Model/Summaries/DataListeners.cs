using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>An async listener for the pieces of a stream, which the stream does not wait for.</summary>
/// <param name="Ignored">The listener.</param>
/// <param name="Stream">The stream, as it is written.</param>
/// <param name="Wait">The first thing that the listener waits for.</param>
/// <param name="Pause">Where it stops the stream before it waits; none when it does not.</param>
public sealed record DataListener(IgnoredCallback Ignored, SyntaxNode Stream, SyntaxNode Wait, SyntaxNode Pause);

/// <summary>Finds listeners that wait while the stream goes on.</summary>
internal static class DataListeners
{
    private static readonly Name PauseName = Name.Of("pause");
    private static readonly Name ResumeName = Name.Of("resume");

    /// <summary>Those of a file, by position.</summary>
    public static IEnumerable<DataListener> In(ProjectModel project, Module module)
    {
        foreach (var ignored in project.IgnoredCallbacksIn(module))
        {
            var callee = ignored.Taker.FirstChild.Unwrapped();
            if (ignored.By is not IgnoredBy.Library || !ignored.Function.Exists || !callee.Is(SyntaxKind.PropertyAccessExpression)
                || project.Constants.StringOf(ignored.Taker.Child(SyntaxKind.ArgumentList).FirstChild) != "data" || !IsStream(project, callee.FirstChild))
                continue;
            var wait = FunctionShape.OwnNodes(ignored.Function).FirstOrDefault(node => node.Is(SyntaxKind.AwaitExpression) || (node.Is(SyntaxKind.ForOfStatement) && node.Has(NodeFlags.Await)));
            if (wait.Exists)
                yield return new(ignored, callee.FirstChild, wait, PauseBefore(ignored.Function, wait, callee.FirstChild));
        }
    }

    /// <summary>What can be told to pause and to go on.</summary>
    private static bool IsStream(ProjectModel project, SyntaxNode emitter) =>
        project.Types.TypeOf(emitter) is var type && project.Types.MemberOf(type, PauseName).Exists && project.Types.MemberOf(type, ResumeName).Exists;

    private static SyntaxNode PauseBefore(SyntaxNode function, SyntaxNode wait, SyntaxNode stream)
    {
        foreach (var node in FunctionShape.OwnNodes(function))
        {
            if (node.Is(SyntaxKind.CallExpression) && node.Span.End <= wait.Span.Start && node.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.ChildAt(1).TextIs("pause"u8) && node.FirstChild.FirstChild.TextIs(stream.Bytes))
                return node;
        }

        return default;
    }
}
