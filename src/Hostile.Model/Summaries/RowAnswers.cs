using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Finds out what a function's result says of a row that it reads.</summary>
internal static class RowAnswers
{
    /// <summary>All that a function's result says of what one of its statements reads.</summary>
    /// <param name="Answer">What it says of the rows.</param>
    /// <param name="IsIn">Whether it is made of them.</param>
    /// <param name="Names">The names under which it is taken out of them.</param>
    /// <param name="Rests">Its members that are what is left of a limit.</param>
    public sealed record All(RowAnswer Answer, bool IsIn, ImmutableArray<string> Names, ImmutableArray<string> Rests);

    public static All AllOf(FunctionModel function, DatabaseCall read) => new(Of(function, read), IsIn(function, read), NamesOf(function, read), RestsOf(function, read));

    /// <summary>What the result of a function says of the rows that one of its statements reads.</summary>
    private static RowAnswer Of(FunctionModel function, DatabaseCall read)
    {
        if (function.Flow is not { } graph || function.Values is not { } values || !read.Queries.Any(query => query.Kind is QueryKind.Select or QueryKind.Update))
            return RowAnswer.None;
        RowAnswer? answer = null;
        var returnsValue = false;
        foreach (var (value, point) in ReturnedValues.Of(function, graph))
        {
            if (value.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword || value.TextIs("undefined"u8) || IsErr(value))
            {
                returnsValue = true;
                continue;
            }

            returnsValue = true;
            var one = value.Is(SyntaxKind.TrueKeyword) ? IsBehind(value, read, function) ? RowAnswer.Present : Reached(function, read, graph, point)
                : values.OriginsOf(value).Any(origin => origin.Node == read.Call) ? Meaning(value, read) : RowAnswer.None;
            // "try { return await t.update(…); } catch { return null; }": it comes back without a row, too.
            if (one is RowAnswer.ReturnsWhenPresent && function.CatchAround(read.Call).Exists)
                one = RowAnswer.Present;

            // One way on which the result has nothing to do with the row, as when it is made on the spot, and the result says nothing of it.
            if (one is RowAnswer.None || (answer is { } before && before != one))
                return RowAnswer.None;
            answer = one;
        }

        if (answer is { } found)
            return found;
        return !returnsValue && Reached(function, read, graph, graph.Returns) is RowAnswer.Absent ? RowAnswer.ReturnsWhenAbsent : RowAnswer.None;
    }

    /// <summary>Whether what a function returns is made of what one of its statements reads, on some way at least.</summary>
    private static bool IsIn(FunctionModel function, DatabaseCall read) =>
        function is { Flow: { } graph, Values: { } values } && read.IsInAnswer && ReturnedValues.Of(function, graph).Any(returned => values.OriginsOf(returned.Value).Any(origin => origin.Node == read.Call));

    /// <summary>The members of what a function returns that are what is left of a limit: <c>docs</c> of <c>return { docs: 10 - count }</c>; an empty name for all of it.</summary>
    private static ImmutableArray<string> RestsOf(FunctionModel function, DatabaseCall read)
    {
        if (function is not { Flow: { } graph, Values: not null })
            return [];
        var rests = new List<string>();
        foreach (var (value, _) in ReturnedValues.Of(function, graph))
        {
            if (value == read.Call)
                rests.AddRange(read.Rests);
            else if (Remainder.Is(value, read, function))
                rests.Add("");
            else if (value.Is(SyntaxKind.ObjectLiteralExpression))
                rests.AddRange(value.Children.ToArray().Where(member => member.Is(SyntaxKind.PropertyAssignment) && Remainder.Is(new PropertyAssignment(member).Value, read, function)).Select(member => member.FirstChild.Text));
        }

        return [.. rests.Distinct()];
    }

    /// <summary>The names under which a function takes what it returns out of what one of its statements reads: <c>balance</c> of <c>return rows[0].balance</c>. Empty where it returns the rows, or puts an object together.</summary>
    private static ImmutableArray<string> NamesOf(FunctionModel function, DatabaseCall read)
    {
        if (function is not { Flow: { } graph, Values: { } values })
            return [];
        var names = new List<string>();
        foreach (var (value, _) in ReturnedValues.Of(function, graph))
        {
            if (value.Is(SyntaxKind.ObjectLiteralExpression) || !values.OriginsOf(value).Any(origin => origin.Node == read.Call))
                continue;
            names.AddRange(value == read.Call ? read.Answered : values.NamesOn(value, call => call == read.Call) is { IsEmpty: false } own ? own : read.Answered);
        }

        return [.. names.Distinct()];
    }

    /// <summary>"try { await t.update(…); return true; } catch { return false; }"</summary>
    private static bool IsBehind(SyntaxNode value, DatabaseCall read, FunctionModel function) => read.Answer is RowAnswer.ReturnsWhenPresent
        && function.CatchAround(read.Call) is { Kind: SyntaxKind.CatchClause, Parent: { Kind: SyntaxKind.TryStatement } caught } && caught.FirstChild is var block && block.Span.Contains(value.Span) && value.Span.Start > read.Call.Span.Start
        && value.Parent.Parent == block && ConnectionLife.EffectNode(read.Call).Wrapped() is var effect && (effect.Parent.Parent == block || effect.Parent.Parent.Parent.Parent == block);

    /// <summary>"return Err(…)" of a function that answers with a result: there is no row in it.</summary>
    private static bool IsErr(SyntaxNode value) => value.Is(SyntaxKind.CallExpression) && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } made && ResultValue.IsErr(made);

    /// <summary>What it says of the row that a point is reached.</summary>
    private static RowAnswer Reached(FunctionModel function, DatabaseCall read, FlowGraph graph, int point)
    {
        foreach (var (present, reachedWhen) in RowAccess.Presence(read, [point], function))
            return present == reachedWhen ? RowAnswer.Present : RowAnswer.Absent;
        return RowAnswer.None;
    }

    /// <summary>What a returned expression that is made of the read says.</summary>
    private static RowAnswer Meaning(SyntaxNode value, DatabaseCall read)
    {
        if (read.Answer is RowAnswer.ReturnsWhenPresent)
            return RowAnswer.ReturnsWhenPresent;
        if (value == read.Call)
            return read.Answer is RowAnswer.ReturnsWhenAbsent ? RowAnswer.None : read.Answer;
        var isPresent = value.Kind switch
        {
            // "rows[0] ?? null", "rows.map(toMember)", "{ id: row.id }": as empty as what it is made of.
            SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar => RowAccess.MeansPresent(value.FirstChild),
            SyntaxKind.ConditionalExpression => RowAccess.MeansPresent(value.FirstChild) is { } test && IsNothing(value.ChildAt(test ? 2 : 1)) ? true : null,
            SyntaxKind.CallExpression or SyntaxKind.ObjectLiteralExpression => true,
            _ => RowAccess.MeansPresent(value),
        };
        return (isPresent, read.Answer) switch
        {
            (true, RowAnswer.Present) or (false, RowAnswer.Absent) => RowAnswer.Present,
            (false, RowAnswer.Present) or (true, RowAnswer.Absent) => RowAnswer.Absent,
            _ => RowAnswer.None,
        };
    }

    private static bool IsNothing(SyntaxNode node)
    {
        node = node.Unwrapped();
        return node.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword || node.TextIs("undefined"u8);
    }
}
