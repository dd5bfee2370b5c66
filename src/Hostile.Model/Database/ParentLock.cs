using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>A row that is locked FOR UPDATE though other tables refer to it: every insertion of a row that refers to it waits.</summary>
/// <param name="Lock">The SELECT … FOR UPDATE.</param>
/// <param name="Parent">The table.</param>
/// <param name="Reference">A foreign key of another table to it.</param>
/// <param name="Child">The table that refers to it.</param>
/// <param name="Before">A row of that table that the same transaction added before it takes the lock: two such transactions wait for each other. Null when there is none.</param>
/// <param name="Needed">Why the strong lock is needed, in words; null when it is not.</param>
public sealed record ParentLock(Statement Lock, Table Parent, ForeignKey Reference, Table Child, Statement? Before, string? Needed)
{
    /// <summary>The locks of a function on rows that others refer to.</summary>
    public static IEnumerable<ParentLock> In(FunctionModel function)
    {
        if (function.DatabaseCalls.IsEmpty || function.Flow is null)
            yield break;
        var schema = function.Project.Schema;
        List<Statement>? all = null;
        foreach (var call in function.DatabaseCalls)
        {
            foreach (var query in call.Queries)
            {
                if (query.RowLock is not { Strength: "update", Wait: not "skip locked", Tables: [var locked, ..] } || schema.Table(locked, function.Module.Path) is not { } parent)
                    continue;
                var statement = new Statement(call, query);
                all ??= [.. RowAccess.Statements(function)];
                if (!Protection.IsSurelyInTransaction(statement, function))
                    continue;
                foreach (var child in schema.Tables)
                {
                    if (child.ForeignKeys.FirstOrDefault(key => key.References.Matches(parent.Name)) is not { } reference || child.Name == parent.Name)
                        continue;
                    var before = all.FirstOrDefault(earlier => earlier.Query.Kind is QueryKind.Insert && earlier.Query.Table?.Matches(child.Name) == true && earlier.Call != call.Call
                        && earlier.By.Handle.IsSameConnectionAs(call.Handle) && reference.Columns.All(column => earlier.Query.Writes.Any(write => write.Column == column && !write.Value.IsNull)) && Protection.HoldsUntil(earlier, statement, function) && !IsOfNew(earlier, parent, all) && !IsOfAnother(earlier, reference, statement, function));
                    yield return new(statement, parent, reference, child, before, NeededFor(parent, child, all, call, function));
                }
            }
        }
    }

    /// <summary>"if (isNew) { insert the team; insert its first member; }": the row that is referred to was made just before, in the same block of the same transaction, and nobody else can lock it. That the child is of this one is believed.</summary>
    private static bool IsOfNew(Statement child, Table parent, List<Statement> all) => all.Exists(made =>
        made.Query is { Kind: QueryKind.Insert, Conflict: null } && made.Query.Table?.Matches(parent.Name) == true && made.By.Handle.IsSameConnectionAs(child.By.Handle) && made.Call.Span.Start < child.Call.Span.Start
        && BlockAround(made.Call).Span.Contains(child.Call.Span));

    /// <summary>An insertion that refers to <c>actor.id</c>, and a lock on the row of <c>member.userId</c>: two rows, as far as the names say.</summary>
    private static bool IsOfAnother(Statement child, ForeignKey reference, Statement held, FunctionModel function) => reference.Columns is [var column]
        && held.Query.Fixed(held.Query.Table!.Value) is var asked && asked.Any() && child.Query.Writes.Where(write => write.Column == column).Any(write => asked.All(match => RowAccess.IsOther(held, match.Values[0], child, write.Value, function)));

    private static SyntaxNode BlockAround(SyntaxNode node)
    {
        while (node.Parent.Exists && !node.Is(SyntaxKind.Block))
            node = node.Parent;
        return node;
    }

    private static string? NeededFor(Table parent, Table child, List<Statement> all, DatabaseCall call, FunctionModel function)
    {
        foreach (var statement in all)
        {
            if (statement.Query.Table is not { } table || statement.Call == call.Call)
                continue;
            var line = function.PlaceOf(statement.Call).Line;
            if (table.Matches(parent.Name) && statement.Query.Kind is QueryKind.Delete)
                return $"the row is deleted in the same transaction (line {line})";
            if (table.Matches(parent.Name) && statement.Query.Kind is QueryKind.Update && statement.Query.Writes.Any(write => parent.UniqueKeys.Any(key => key.Columns.Contains(write.Column))))
                return $"a key of the row is changed in the same transaction (line {line})";
            if (table.Matches(child.Name))
                return $"the same transaction uses rows of {child.Name} (line {line}): the lock may be what keeps others from adding them";
        }

        return null;
    }
}
