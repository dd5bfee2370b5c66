using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>A mark that only one of two executions sets, since its condition asks for the old state, and of which nobody looks whether it was set before something is handed out.</summary>
/// <param name="Mark">The UPDATE.</param>
/// <param name="Guard">The condition on the column that it sets.</param>
/// <param name="Work">What is sent, handed over, or inserted for the row after it: the loser does it once more.</param>
public sealed record UnaskedMark(Statement Mark, ColumnMatch Guard, SyntaxNode Work)
{
    /// <summary>The table of the row that <see cref="Work"/> inserts; null where something is sent or handed over.</summary>
    public TableName? Inserted { get; init; }

    /// <summary>From a handler to a service to what sends.</summary>
    private const int Deepest = 2;

    /// <summary>Verbs of what is done for somebody else, and once: where what is called is out of sight, its name says it.</summary>
    private static readonly ImmutableArray<string> Verbs = ["send", "notify", "enqueue", "publish", "dispatch", "charge", "refund", "grant", "award", "deliver", "pay"];

    /// <summary>All of a function, by position.</summary>
    public static IEnumerable<UnaskedMark> In(FunctionModel function)
    {
        if (function.Flow is null)
            yield break;
        foreach (var statement in RowAccess.Statements(function))
        {
            if (statement is { By: { Steps.IsEmpty: true, Answer: not RowAnswer.ReturnsWhenPresent }, Query: { Kind: QueryKind.Update, Table: not null, IsPartlyUnknown: false } } && GuardOf(statement, function) is { } guard
                && !UsedResults.ResultIsUsed(statement, function))
            {
                if (WorkAfter(statement, function) is { Exists: true } work)
                    yield return new(statement, guard, work);
                else if (InsertionAfter(statement, function) is { } inserted)
                    yield return new(statement, guard, inserted.Call) { Inserted = inserted.Query.Table };
            }
        }
    }

    /// <summary>"SET sent_at = now() WHERE id = $1 AND sent_at IS NULL", "SET status = 'done' WHERE id = $1 AND status = 'open'": of one row that is asked for.</summary>
    private static ColumnMatch? GuardOf(Statement statement, FunctionModel function)
    {
        var query = statement.Query;
        if (!query.Fixed(query.Table!.Value).Any(match => RowAccess.ConstantOf(statement, match.Values[0], function) is null && !Consequences.IsConstant(match.Values[0], statement, function)))
            return null;
        // "… AND id <> $2": whatever is left of others, none of them may be there at all.
        if (query.Where.Matches.Any(match => match.Operator is "<>"))
            return null;
        foreach (var guard in query.Guards([]))
        {
            if (query.Writes.FirstOrDefault(set => set.Column == guard.Column.Name && set.Form is WriteForm.Absolute) is not { } set)
                continue;
            if (guard.Operator == "is null" ? !set.Value.IsNull && !IsNothing(statement.By.ValueOf(set.Value).Node)
                : guard.Operator is "=" or "in" && guard.Values.Length > 0 && RowAccess.ConstantOf(statement, set.Value, function) is { } after && guard.Values.All(asked => RowAccess.ConstantOf(statement, asked, function) is { } before && before != after))
                return guard;
        }

        return null;
    }

    private static bool IsNothing(SyntaxNode node) => node.Exists && node.Unwrapped() is var plain && (plain.Is(SyntaxKind.NullKeyword) || plain.TextIs("undefined"u8));

    /// <summary>The first call behind a statement that sends something or hands it over; none when there is none.</summary>
    private static SyntaxNode WorkAfter(Statement statement, FunctionModel function)
    {
        var graph = function.Flow!;
        SyntaxNode found = default;
        foreach (var start in RowAccess.PointsOf(statement, function))
        {
            var after = graph.ReachableFrom(start, exceptions: false);
            for (var point = 0; point < after.Length; point++)
            {
                if (after[point] && graph.Points[point] is { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } && call != statement.Call && (!found.Exists || call.Span.Start < found.Span.Start) && call.Span.Start > statement.Call.Span.Start
                    && IsHandedOut(call, function.Project, Deepest))
                    found = call;
            }
        }

        return found;
    }

    /// <summary>
    /// "UPDATE listing SET status = 'removed' WHERE id = $1 AND status = 'approved'; INSERT INTO event (listing_id, …) VALUES ($1, …)": the row that is inserted for the one whose state was asked for, by its key.
    /// Null when a lock stands before, when the statement names no single row, as one does that closes what is left of earlier rows, or when a unique key refuses the second.
    /// </summary>
    private static Statement? InsertionAfter(Statement mark, FunctionModel function)
    {
        var query = mark.Query;
        var chosen = query.Fixed(query.Table!.Value).Where(match => RowAccess.ConstantOf(mark, match.Values[0], function) is null).ToList();
        if (!IsOneRow(chosen, query.Table.Value, function.Project.Schema))
            return null;
        var graph = function.Flow!;
        var statements = RowAccess.Statements(function).ToList();
        if (statements.Exists(earlier => (earlier.Query.RowLock is not null || !earlier.Query.AdvisoryLocks.IsEmpty || earlier.Query.Kind is QueryKind.Lock) && Comes(earlier, mark)))
            return null;
        return statements.Find(later => later.Query is { Kind: QueryKind.Insert, Conflict: null, Table: { } table, IsPartlyUnknown: false } && !table.Matches(query.Table.Value) && later.By.Answer is not RowAnswer.ReturnsWhenPresent
            && Comes(mark, later) && later.Query.Inserted.FirstOrDefault(set => IsOfRow(set, later)) is { Column.Name: { } reference } && !IsRefused(later, reference));

        bool Comes(Statement before, Statement after) => before.Call != after.Call && RowAccess.PointsOf(before, function).Any(from => graph.ReachableFrom(from, exceptions: false) is var reached && RowAccess.PointsOf(after, function).Any(to => reached[to]));

        bool IsOfRow(ColumnMatch set, Statement later) => set is { Operator: "=", Values: [var value] } && chosen.Exists(match => RowAccess.IsSame(mark, match.Values[0], later, value, function));

        // A key over the reference, and what is constant beside it, lets in one row for each.
        bool IsRefused(Statement later, string reference) => function.Project.Schema.Table(later.Query.Table!.Value)?.UniqueKeys.Any(key => key.Columns.All(column => column == reference
            || later.Query.Inserted.FirstOrDefault(set => set.Column.Name == column) is { Values: [var value] } && RowAccess.ConstantOf(later, value, function) is not null)) == true;
    }

    private static bool IsOneRow(List<ColumnMatch> chosen, TableName table, Schema schema) =>
        chosen.Exists(match => match.Column.Name == "id") || schema.Table(table)?.UniqueKeys.Any(key => key is { Columns.IsEmpty: false, Expressions.IsEmpty: true, Predicate: null } && key.Columns.All(column => chosen.Exists(match => match.Column.Name == column))) == true;

    private static bool IsHandedOut(SyntaxNode call, ProjectModel project, int depth)
    {
        switch (project.Types.CalleeOf(call))
        {
            case Callee.Library library:
                return project.Effects.Of(library.Signature).Any(effect => effect is Effect.HandsOver);
            case Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true }:
                return depth > 0 && project.DatabaseCallAt(call) is null && project.Transactions.CallsIn(only).Any(inner => inner.Is(SyntaxKind.CallExpression) && IsHandedOut(inner, project, depth - 1));
            default:
                return project.DatabaseCallAt(call) is null && CallName.Of(call) is { Exists: true } name && Money.WordsOf(name.Text).FirstOrDefault() is { } verb && Verbs.Contains(verb) && IsWaitedFor(call);
        }
    }

    private static bool IsWaitedFor(SyntaxNode call) => call.Wrapped().Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement;
}
