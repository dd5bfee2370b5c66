using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>What the schema does with the second of two rows that two executions insert because neither found one.</summary>
/// <param name="Key">The unique key that concerns both rows; null when none does.</param>
/// <param name="Given">Columns of the key that the check does not look at and that each execution gets from outside: the key refuses the second row where they are the same, too. Empty when it always does.</param>
/// <param name="WhyNot">Why no key does, in words; empty when one does.</param>
/// <param name="IsCertain">Whether the answer is known: an incomplete table may have keys that were not seen, and a key may be partial in a way that cannot be told.</param>
public sealed record SecondRow(UniqueKey? Key, ImmutableArray<string> Given, string WhyNot, bool IsCertain)
{
    /// <summary>Whether there is a key of which it is not known whether it concerns these rows.</summary>
    public bool HasDoubtfulKey { get; private init; }

    /// <summary>Whether the second row is always refused.</summary>
    public bool IsRefused => Key is not null && Given.IsEmpty;

    /// <summary>Works it out from the columns that were looked up and from what the other columns of the row are made of.</summary>
    public static SecondRow Of(RowRace race, FunctionModel function)
    {
        var table = race.Write.Query.Table!.Value;
        var schema = function.Project.Schema;
        var near = function.Module.Path;
        // "status: Status.PENDING": a key that holds only where the status is 'pending' holds for the row.
        var inserted = race.Write.Query.Inserted.Select(match => match.Values is [{ Source: not ValueSource.Constant } value] && RowAccess.ConstantOf(race.Write, value, function) is { } constant
            ? match with { Values = [value with { Source = ValueSource.Constant, Text = constant }] } : match).ToList();
        var lookedUp = inserted.Where(match => race.Key.Contains(match.Column.Name)).ToList();

        // What was looked up by equality is not null; what was looked up as null and is not inserted, or inserted as null, stays null.
        var absent = race.Read.Query.Where.Matches.Where(match => match.Operator == "is null" && race.Write.Query.Writes.All(write => write.Column != match.Column.Name || write.Value.IsNull));
        var present = lookedUp.Where(match => RowAccess.FixedBy(race.Read.Query).Any(asked => asked.Operator == "=" && asked.Column.Name == match.Column.Name) || match.Column.Name == race.InMemory);
        List<ColumnMatch> same = [.. lookedUp, .. present.Select(Present), .. absent];
        var computed = race.Read.Query.Where.Computed;
        var answer = schema.UniqueKeyCovering(table, same, near, computed);
        if (answer.IsUnconditional)
            return new(answer.Key, [], "", true);

        // A key over more columns than were looked up: it holds as far as the two rows agree in those, too.
        var others = inserted.Where(match => match.IsFixed && !race.Key.Contains(match.Column.Name)).Select(match => (Match: match, Source: SourceOf(match.Values[0], race, function))).ToList();
        foreach (var (match, _) in others.Where(other => other.Source is Source.Fixed))
            same.AddRange(match.Values[0].Source is ValueSource.Constant ? [match, Present(match)] : [match]);
        if (schema.UniqueKeyCovering(table, same, near, computed) is { IsUnconditional: true, Key: { } always })
            return new(always, [], "", true);

        // Only with a looked-up column: an id that came with the request is another one in the second request.
        var wider = (schema.Table(table, near)?.UniqueKeys ?? []).Where(key => key.Columns.Any(race.Key.Contains)).SelectMany(key => key.Columns).ToHashSet();
        var given = others.Where(other => other.Source is Source.Given && wider.Contains(other.Match.Column.Name)).Select(other => other.Match).ToList();
        if (schema.UniqueKeyCovering(table, [.. same, .. given], near, computed) is { IsUnconditional: true, Key: { } sometimes })
            return new(sometimes, [.. given.Select(match => match.Column.Name).Where(sometimes.Columns.Contains).Distinct()], "", true);
        return answer.Key is { } key
            ? new(null, [], $"UNIQUE ({key.Describe()}) does not hold for these rows: {string.Join("; ", answer.Caveats)}", false) { HasDoubtfulKey = true }
            : new(null, [], answer.WhyNot, answer.IsCertain);
    }

    private static ColumnMatch Present(ColumnMatch match) => match with { Operator = "is not null", Values = [] };

    /// <summary>Where an inserted value comes from, seen from two executions that look up the same.</summary>
    private enum Source
    {
        /// <summary>The same in both: a constant, or what was looked up.</summary>
        Fixed,

        /// <summary>From outside: the same where the two executions were given the same.</summary>
        Given,

        /// <summary>Made anew each time, or not known: <c>randomUUID()</c>, <c>now()</c>.</summary>
        Made,
    }

    private static Source SourceOf(QueryValue value, RowRace race, FunctionModel function)
    {
        if (value.Source is ValueSource.Constant)
            return Source.Fixed;
        if (value.Source is ValueSource.Expression)
            return value.Inputs.IsEmpty ? Source.Made : value.Inputs.Max(input => SourceOf(input, race, function));
        if (race.Write.By.ValueOf(value) is not { Node: { Exists: true } node } given)
            return Source.Made;
        if (IsLookedUp(node, given.Members, race, function) || InsertedRow.IsSoughtInMemory(race, node, given.Members, function))
            return Source.Fixed;
        if (node.Tree != function.Module.Tree)
            return Source.Given;

        return OfOrigins(node, race, function);
    }

    private static Source OfOrigins(SyntaxNode node, RowRace race, FunctionModel function)
    {
        // "keyOf(user)" of a function that only puts its arguments into a text.
        if (node.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && OnlyPutsTogether(function.Project.FunctionCalled(call), function.Project) && call.Child(SyntaxKind.ArgumentList).Children.ToArray() is { Length: > 0 } arguments)
            return arguments.Max(argument => OfOrigins(argument, race, function));
        var worst = Source.Fixed;
        foreach (var origin in function.Values!.OriginsOf(node))
        {
            var source = IsLookedUp(origin.Node, "", race, function) ? Source.Fixed : OriginSource(origin.Node, function);
            worst = source > worst ? source : worst;
        }

        return worst;
    }

    /// <summary>A value that the look asks for: <c>`first-${user}`</c> is one text for one user.</summary>
    private static bool IsLookedUp(SyntaxNode value, string members, RowRace race, FunctionModel function) =>
        ValuePath.Of(value, members, function.Project.Bindings) is { } path && race.Read.Query.Where.Matches.Any(match => match.IsFixed && race.Read.By.ValueOf(match.Values[0]) is { Node.Exists: true } asked && ValuePath.Of(asked.Node, asked.Members, function.Project.Bindings) == path);

    /// <summary><c>(user: string) => `first-${user}`</c></summary>
    private static bool OnlyPutsTogether(SyntaxNode function, ProjectModel project)
    {
        if (!function.Exists || FunctionLike.From(function) is not { IsGenerator: false } shape || shape.Parameters.Any(parameter => !parameter.FirstAfterModifiers().Is(SyntaxKind.Identifier)))
            return false;
        var result = shape.HasExpressionBody ? shape.Body.Unwrapped() : shape.Body.FirstChild is { Kind: SyntaxKind.ReturnStatement } only ? only.FirstChild.Unwrapped() : default;
        return Template.From(result) is { } template && template.Expressions.All(part => part.Unwrapped() is { Kind: SyntaxKind.Identifier } name && shape.Parameters.Any(parameter => parameter.FirstAfterModifiers().TextIs(name.Bytes)) || Consequences.IsMemberOfModule(part.Unwrapped(), project));
    }

    /// <summary>Whether what a value comes from is another one in each execution: <c>randomUUID()</c>.</summary>
    internal static bool IsMade(SyntaxNode origin, FunctionModel function) => OriginSource(origin, function) is Source.Made;

    private static Source OriginSource(SyntaxNode origin, FunctionModel function)
    {
        switch (origin.Kind)
        {
            // What a call answers is taken to depend on what it is given; one that is given nothing makes something new.
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression:
                return function.Project.DatabaseCallAt(origin) is not null || IsGivenSomething(origin, function) ? Source.Given : Source.Made;
            case SyntaxKind.Identifier:
                var symbol = function.Module.LocalSymbolOf(origin);
                return symbol.Exists && symbol.IsModuleLevel && symbol.IsAssignedOnce ? Source.Fixed : Source.Given;
            default:
                // The members of a chain say no more than its root, which is an origin of its own.
                return origin.Is(SyntaxKind.ThisKeyword) ? Source.Given : Source.Fixed;
        }
    }

    private static bool IsGivenSomething(SyntaxNode call, FunctionModel function)
    {
        foreach (var node in call.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(node) is { Exists: true } symbol && !symbol.IsModuleLevel && !symbol.Is(SymbolFlags.Import))
                return true;
        }

        return false;
    }
}
