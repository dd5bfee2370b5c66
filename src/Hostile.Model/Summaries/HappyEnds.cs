using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Something is ended when a stream comes to a good end.</summary>
/// <param name="Registration">The listener.</param>
/// <param name="Ends">The call in it that ends something.</param>
/// <param name="Otherwise">What listens for the other ends, too; none when nothing does.</param>
public sealed record HappyEnd(Registration Registration, SyntaxNode Ends, SyntaxNode Otherwise);

/// <summary>Finds what is given back only when a stream comes to a good end.</summary>
internal static class HappyEnds
{
    /// <summary>The listeners, by file and position.</summary>
    public static IEnumerable<HappyEnd> All(ProjectModel project)
    {
        foreach (var added in project.ListenersAdded)
        {
            if (added.Event is not { } name || added.IsOnSignal || !EventsOf<Effect.Completes>(project, added.Target).Contains(name) || project.FunctionNamed(added.Listener) is not { Exists: true } listener)
                continue;
            if (EndIn(project, listener, added.Target) is { Exists: true } ends)
                yield return new(added, ends, Otherwise(project, added, name));
        }
    }

    private static IEnumerable<string> EventsOf<TEffect>(ProjectModel project, SyntaxNode stream)
        where TEffect : Effect => project.EffectsOf(project.Types.TypeOf(stream).NonNullish()).OfType<TEffect>().SelectMany(effect => effect switch
        {
            Effect.Completes completes => completes.Events,
            Effect.Ends ends => ends.Events,
            _ => [],
        });

    /// <summary>A call that ends something other than a stream: that its own end, or the other side, ends.</summary>
    private static SyntaxNode EndIn(ProjectModel project, SyntaxNode listener, SyntaxNode stream)
    {
        foreach (var node in FunctionShape.OwnNodes(listener))
        {
            if (!node.Is(SyntaxKind.CallExpression) || node.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || callee.FirstChild.Bytes.SequenceEqual(stream.Bytes) || EventsOf<Effect.Completes>(project, callee.FirstChild).Any())
                continue;
            if (project.DatabaseCallAt(node) is { GivesBack: not Database.GivesBack.No } || (Endings.IsConventional(node) && project.Endings.EndsReceiver(node)))
                return node;
        }

        return default;
    }

    /// <summary>A listener on the same stream for an event that every end has, or for its errors; or a call that takes the stream and sees to it.</summary>
    private static SyntaxNode Otherwise(ProjectModel project, Registration added, string name)
    {
        var outermost = FunctionShape.Enclosing(added.Call);
        while (FunctionShape.Enclosing(outermost) is { Exists: true } around && !around.Is(SyntaxKind.SourceFile))
            outermost = around;
        var ends = EventsOf<Effect.Ends>(project, added.Target).Append("error").ToHashSet();
        foreach (var other in project.ListenersAdded)
        {
            if (other.Call.Tree == added.Call.Tree && other.Call != added.Call && outermost.Span.Contains(other.Call.Span) && other.Target.Bytes.SequenceEqual(added.Target.Bytes) && (other.Event is null || ends.Contains(other.Event)))
                return other.Call;
        }

        // "finished(response, done)", "pipeline(source, response)"
        foreach (var node in outermost.DescendantsAndSelf)
        {
            if (node.Parent.Is(SyntaxKind.ArgumentList) && node.Bytes.SequenceEqual(added.Target.Bytes) && CallName.Of(node.Parent.Parent) is { Exists: true } called && (called.TextIs("finished"u8) || called.TextIs("pipeline"u8)))
                return node.Parent.Parent;
        }

        return default;
    }
}
