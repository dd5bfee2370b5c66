using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>Finds, in one function, rows of one parent that are deleted and put in anew.</summary>
public static class ReplacedRows
{
    /// <summary>The rows of one parent are deleted, and others inserted in their place.</summary>
    public static IEnumerable<RowRace> Replacements(FunctionModel function)
    {
        var found = new List<RowRace>();
        foreach (var (delete, insert) in RowAccess.Pairs(function, QueryKind.Insert, query => query.Kind is QueryKind.Delete or QueryKind.Truncate))
        {
            if (TakesAwayItself(insert, delete, function))
                continue;
            var key = RowAccess.SharedKey(delete, insert, function);
            // "DELETE FROM flag", and all of them anew.
            if (delete.Query.Where.IsNone && !delete.Query.IsPartlyUnknown && (insert.By.InsertedList.Exists || LoopAround(insert, delete).Exists))
            {
                found.Add(new(delete, insert, [], default, "") { Consequence = Consequence.Accumulates });
                continue;
            }

            if (key.IsEmpty || delete.Query.Where is not { Either.IsEmpty: true, HasOthers: false, HasHole: false } where || delete.Query.IsPartlyUnknown || where.Matches.Any(match => !key.Contains(match.Column.Name)))
                continue;
            found.Add(new(delete, insert, key, default, "") { Consequence = Consequence.Accumulates });
        }

        // One for each deletion: of several insertions, in branches, the first that minds no row that is there.
        return found.GroupBy(race => race.Read.Call).Select(races => races.FirstOrDefault(race => race.Write.Query.Conflict is null) ?? races.First());
    }

    /// <summary>"await set(key, a); …; await set(key, b)" of a function that deletes and inserts: what the second call inserts stands in the place of what it has deleted itself.</summary>
    private static bool TakesAwayItself(Statement insert, Statement delete, FunctionModel function) => !insert.By.Steps.IsEmpty && insert.Call != delete.Call
        && RowAccess.Statements(function).Any(own => own.Call == insert.Call && !own.By.Steps.IsEmpty && own.Query.Kind is QueryKind.Delete && own.Query.Table?.Matches(insert.Query.Table!.Value) == true && !RowAccess.SharedKey(own, insert, function).IsEmpty);

    /// <summary>Whether a statement is run in a loop that does not hold the one before it.</summary>
    public static bool IsInLoop(Statement write, Statement read) => LoopAround(write, read).Exists;

    /// <summary>The loop in which a statement is run and that does not hold the one before it; none when there is none.</summary>
    internal static SyntaxNode LoopAround(Statement write, Statement read)
    {
        for (var at = write.Call; at.Exists && !at.Span.Contains(read.Call.Span); at = at.Parent)
        {
            if (at.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForStatement or SyntaxKind.WhileStatement)
                return at;
        }

        return default;
    }

    /// <summary>Whether a value names what a loop has anew in each turn.</summary>
    internal static bool IsOfTurn(SyntaxNode value, SyntaxNode loop, FunctionModel function)
    {
        if (value.Tree != loop.Tree)
            return true;
        foreach (var node in value.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(node) is { Exists: true } symbol && symbol.Declaration.Tree == loop.Tree && loop.Span.Contains(symbol.Declaration.Span))
                return true;
        }

        return false;
    }
}
