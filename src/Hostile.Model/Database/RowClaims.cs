using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Finds, in one function, rows that are chosen by their state and then set to another: what many workers do with one queue.</summary>
public static class RowClaims
{
    /// <summary>Rows are chosen by their state, and then it is set: what many workers do with one queue.</summary>
    public static IEnumerable<RowRace> Claims(FunctionModel function)
    {
        // One look is one fault, however many branches mark what it found: the mark before the work, else the last one.
        var claims = RowAccess.Last(Marked(function), function).Where(race => ChosenState.IsChosenByState(race, function))
            .Where(race => IsOfConstants(race.Read, race.Write, function) && !GivesUp(race, function) && !IsAsked(race, function)).Select(race => race with { Consequence = Consequence.Repeats, ConsequenceAt = Consequences.UseOf(race.Read, race.Write, function) }).Where(race => race.ConsequenceAt.Exists);
        foreach (var marks in claims.GroupBy(race => race.Read.Call))
        {
            // What is marked only where the work failed was not claimed by the mark.
            var claiming = marks.Where(race => !race.Write.By.Steps.Concat(race.Write.By.Through).Append(race.Write.Call).Any(IsAfterFailure)).ToList();
            if ((claiming.FirstOrDefault(race => race.ConsequenceAt.Span.Start > race.Write.Call.Span.Start) ?? claiming.LastOrDefault()) is { } claim)
                yield return claim;
        }

        // "UPDATE … WHERE id = (SELECT id … WHERE state = 'waiting' LIMIT 1)", IN, FROM or WITH: the second execution waits for the row, and is not asked for its state again. Run on PostgreSQL 15.18.
        foreach (var statement in RowAccess.Statements(function).Where(statement => statement is { By.Steps.IsEmpty: true, Query: { Kind: QueryKind.Update, Table: not null } }))
        {
            if (function.Flow is null || !UsedResults.ResultIsUsed(statement, function))
                continue;
            var query = statement.Query;
            foreach (var chosen in query.Subqueries.Concat(query.With.Select(with => with.Query)))
            {
                if (chosen is { Kind: QueryKind.Select, RowLock: null, Limit: not null, IsPartlyUnknown: false } && chosen.Table?.Matches(query.Table!.Value) == true
                    && (ChosenState.StateOf(statement with { Query = chosen }, statement, function) ?? StateOrLate(chosen, statement, function)) is { } state && query.Where is { HasHole: false, HasOthersThanLists: false, Either.IsEmpty: true } && !query.Where.Matches.Any(match => match.Column.Name == state.Column.Name))
                    yield return new(statement, statement, [], statement.Call, state.Column.Name) { Consequence = Consequence.Repeats, ConsequenceAt = statement.Call };
            }
        }
    }

    /// <summary>Whether the state that the rows are chosen by is written out in the program: what it was given, such as an id, names one row and is no state.</summary>
    private static bool IsOfConstants(Statement read, Statement write, FunctionModel function) =>
        ChosenState.StateOf(read, write, function) is { } state && state.Values.All(value => RowAccess.ConstantOf(read, value, function) is not null || (read.By.ValueOf(value).Node is { Exists: true } node && Consequences.IsMemberOfModule(node.Unwrapped(), function.Project)));

    /// <summary>"SET status = 'cancelled'": whoever gives a row up claims nothing, and may do so twice.</summary>
    private static bool GivesUp(RowRace race, FunctionModel function) => race.Write.Query.Writes.FirstOrDefault(set => set.Column == race.Column) is { } set
        && (RowAccess.ConstantOf(race.Write, set.Value, function) ?? (race.Write.By.ValueOf(set.Value).Node is { Exists: true } node ? node.Text : "")) is var text
        && text.Split([' ', '.', '\'', '"', '?', ':', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(part => Money.WordsOf(part.Any(char.IsLower) ? part : part.ToLowerInvariant()).Any(GivenUp.Contains));

    /// <summary>States in which nothing is done with a row any more, because it did not go well or is not wanted.</summary>
    private static readonly string[] GivenUp = ["failed", "failure", "error", "cancelled", "canceled", "stopped", "expired", "abandoned", "skipped", "rejected", "aborted"];

    /// <summary>"SET is_evidence = $1 [row.kind === 'preference']": whether the row is among the chosen ones afterwards hangs on something else, so that it claims nothing.</summary>
    private static bool IsAsked(RowRace race, FunctionModel function) => race.Write.Query.Writes.FirstOrDefault(set => set.Column == race.Column) is { Form: WriteForm.Absolute } set
        && race.Write.By.ValueOf(set.Value) is { Members: "", Node: { Exists: true } node } && node.Tree == function.Module.Tree
        && Fallback.Defined(node, function) is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals };

    /// <summary>"catch (error) { … SET state = 'failed' }", "if (!response.ok) { … SET is_connected = false; throw … }"</summary>
    private static bool IsAfterFailure(SyntaxNode call)
    {
        for (var at = call; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.CatchClause) || (at.Is(SyntaxKind.Block) && at.Parent.Is(SyntaxKind.IfStatement) && at.Children.ToArray() is [.., { Kind: SyntaxKind.ThrowStatement }]))
                return true;
        }

        return false;
    }

    /// <summary>"SELECT … WHERE sent = false", and for each row an UPDATE with <c>id = ANY($1)</c>, or one by one with no test in between.</summary>
    private static IEnumerable<RowRace> Marked(FunctionModel function)
    {
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Update, query => query.Kind is QueryKind.Select && query.Aggregates.IsEmpty))
        {
            if (write.Query.IsPartlyUnknown || ChosenState.StateOf(read, write, function) is not { } state || ChosenState.IsSameState(read, state, write, function))
                continue;
            var key = write.Query.Where.Matches.Where(match => match.Operator is "=" or "in" && match.Values is [var value] && write.By.ValueOf(value) is { Node.Exists: true } given && given.Node.Tree == function.Module.Tree
                && function.Values!.OriginsOf(given.Node).Any(origin => origin.Node == read.Call)).Select(match => match.Column.Name).Distinct().ToList();
            if (key.Count > 0)
                yield return new(read, write, [.. key], default, state.Column.Name);
        }
    }

    /// <summary>"claimed_at IS NULL OR claimed_at &lt; now() - interval '5 minutes'": what nobody has taken, or who has taken it is late; all of it asks for what the statement sets.</summary>
    private static ColumnMatch? StateOrLate(Query chosen, Statement statement, FunctionModel function)
    {
        foreach (var ways in chosen.Where.Either)
        {
            if (ways.All(way => way is { HasHole: false, HasOthers: false, Either.IsEmpty: true, Matches.Length: > 0 } && way.Matches.Any(IsSet)))
                return ways[0].Matches.First(IsSet);
        }

        return null;

        bool IsSet(ColumnMatch match) => !match.IsJoin && statement.Query.Writes.Any(set => set.Column == match.Column.Name && set.Form is WriteForm.Absolute && Consequences.IsConstant(set.Value, statement, function)) && (match.Column.Table is not { } table || table.Matches(statement.Query.Table!.Value));
    }
}
