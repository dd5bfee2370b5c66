using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>A unique key that an INSERT with ON CONFLICT can violate although its clause minds another one.</summary>
/// <param name="Minded">The key that the clause minds.</param>
/// <param name="Other">The key that it does not.</param>
public sealed record UnmindedKey(UniqueKey Minded, UniqueKey Other)
{
    /// <summary>The keys of a table that a statement leaves out, in the order of their definition; none where the target's key is not known.</summary>
    public static ImmutableArray<UnmindedKey> Of(Statement statement, Table table, FunctionModel function)
    {
        var query = statement.Query;
        if (query is not { Kind: QueryKind.Insert, Conflict: { IsPartlyUnknown: false } conflict } || MindedBy(conflict, table) is not { } minded)
            return [];
        return [.. table.UniqueKeys.Where(key => key != minded && !key.IsSameAs(minded) && CanBeViolated(key, minded, query) && !key.Columns.Any(column => IsMadeAnew(column, statement, function))).Select(key => new UnmindedKey(minded, key))];
    }

    private static UniqueKey? MindedBy(Conflict conflict, Table table) => conflict.Constraint is { } name
        ? table.UniqueKeys.FirstOrDefault(key => key.Name == name)
        : conflict.Columns.IsEmpty || conflict.HasExpressions ? null : table.UniqueKeys.FirstOrDefault(key => key.Expressions.IsEmpty && key.Columns.ToHashSet().SetEquals(conflict.Columns));

    /// <summary>A value that a call gives, as <c>nanoid()</c> does, is taken to be another one each time.</summary>
    private static bool IsMadeAnew(string column, Statement statement, FunctionModel function) =>
        statement.Query.Writes.FirstOrDefault(write => write.Column == column) is { } set && statement.By.ValueOf(set.Value) is { Node.Exists: true } value
        && ValuePath.Of(value.Node, value.Members, function.Project.Bindings) is not { Root: { Exists: true, Kind: not (SyntaxKind.CallExpression or SyntaxKind.NewExpression) } };

    private static bool CanBeViolated(UniqueKey key, UniqueKey minded, Query query)
    {
        // Two rows that agree in a wider key agree in the one that is minded, too. A primary key is made anew for each row, as a rule.
        if (key.IsPrimary || key.Predicate is not null || !key.Expressions.IsEmpty || (minded.Predicate is null && minded.Columns.All(key.Columns.Contains)))
            return false;
        return key.Columns.All(column => query.Writes.FirstOrDefault(write => write.Column == column) is { Form: WriteForm.Absolute } set
            && !set.Value.IsNull && set.Value.Source is ValueSource.Parameter or ValueSource.Constant or ValueSource.Hole
            && (set.Value.Source is not ValueSource.Constant || key.Columns.Length > 1));
    }
}
