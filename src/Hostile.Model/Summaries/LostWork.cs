using System.Text.RegularExpressions;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>
/// What is left undone when an insertion is refused that the program meant as "find or create": behind it, in the same <c>try</c>, there is work for whoever finds the row, too,
/// and the handler neither asks what it caught nor looks for the row.
/// </summary>
/// <param name="Handler">The <c>catch</c> clause.</param>
/// <param name="Work">The first write that is left out.</param>
public sealed partial record LostWork(SyntaxNode Handler, SyntaxNode Work)
{
    /// <summary>The work that a handler of an insertion leaves out; null when there is none, or the handler may see to it.</summary>
    internal static LostWork? Of(RowRace race, SyntaxNode handler, FunctionModel function)
    {
        var project = function.Project;
        if (!handler.Is(SyntaxKind.CatchClause) || project.FunctionAround(handler) is not { } holder || race.RefusalWhenFound(function).Exists || SeesToIt(handler, holder))
            return null;
        var block = handler.Parent.FirstChild;
        var inserts = holder == function ? race.Write.By.Steps.IsEmpty ? race.Write.Call : race.Write.By.Steps[0]
            : project.Callers.CallsTo(function).FirstOrDefault(call => call.Tree == block.Tree && block.Span.Contains(call.Span) && FunctionShape.Enclosing(call) == holder.Node);
        if (!inserts.Exists || !block.Span.Contains(inserts.Span))
            return null;
        // What only the one who inserts goes on with is done by the other, and so is a deletion.
        var alone = inserts;
        while (alone.Parent != block && !alone.Parent.Is(SyntaxKind.IfStatement))
            alone = alone.Parent;
        var only = alone.Parent.Is(SyntaxKind.IfStatement) ? alone.Parent : alone;
        if (IsInLoop(only, block))
            return null;
        var work = holder.RowCalls.FirstOrDefault(call => FirstOf(call) is var at && at.Tree == block.Tree && at.Span.Start >= only.Span.End && block.Span.Contains(at.Span) && FunctionShape.Enclosing(at) == holder.Node && !Leaves(only, alone, inserts)
            && call.Queries.Any(query => query.Kind is QueryKind.Insert or QueryKind.Update));
        return work is null ? null : new(handler, FirstOf(work));
    }

    private static SyntaxNode FirstOf(DatabaseCall call) => call.Steps.IsEmpty ? call.Call : call.Steps[0];

    /// <summary>"if (!row) { …; return insert(); }": who inserts does not come to what follows.</summary>
    private static bool Leaves(SyntaxNode only, SyntaxNode branch, SyntaxNode inserts)
    {
        if (!only.Is(SyntaxKind.IfStatement))
            return false;
        foreach (var node in branch.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.ReturnStatement) && FunctionShape.Enclosing(node) == FunctionShape.Enclosing(inserts))
                return true;
        }

        return false;
    }

    /// <summary>A loop tries again, or goes on with the next.</summary>
    private static bool IsInLoop(SyntaxNode statement, SyntaxNode within)
    {
        for (var at = statement; at != within; at = at.Parent)
        {
            if (FunctionShape.IsLoop(at))
                return true;
        }

        return false;
    }

    /// <summary>Whether a handler asks what it caught, comes to the database, or stands in a loop that may try again.</summary>
    private static bool SeesToIt(SyntaxNode handler, FunctionModel holder)
    {
        return (Asks().IsMatch(handler.Text) && !IsOnlySaid(handler)) || holder.RowCalls.Any(call => FirstOf(call) is var at && at.Tree == handler.Tree && handler.Span.Contains(at.Span))
            || IsInLoop(handler.Parent, holder.Node);
    }

    /// <summary>"if (error.code === 'P2002') log.warn('exists'); else log.error(error);": whatever it was, it is written down and no more.</summary>
    private static bool IsOnlySaid(SyntaxNode handler)
    {
        foreach (var node in handler.Child(SyntaxKind.Block).DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.ThrowStatement or SyntaxKind.ReturnStatement or SyntaxKind.ContinueStatement or SyntaxKind.BreakStatement or SyntaxKind.AwaitExpression
                || AssignedValue.TargetOf(node).Exists || (node.Is(SyntaxKind.CallExpression) && !LogCalls.Has(node)))
                return false;
        }

        return true;
    }

    [GeneratedRegex("23505|P2002|duplicate|unique|conflict|constraint|already|exist|retr(y|ies)|attempt|again", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();
}
