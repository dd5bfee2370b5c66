using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Rows that are inserted as the object that came: <c>create({ data: input })</c>, <c>values({ ...input, id })</c>. Which columns that brings is not written out;
/// but where the table was asked for by <c>input.email</c> before, the object has that member, and the row that column. So with what an UPDATE sets, <c>set(values)</c>, where the caller of the
/// function writes the values out.
/// </summary>
internal static class WholeRows
{
    /// <summary>Objects within objects.</summary>
    private const int Deepest = 4;

    /// <summary>An insertion with the columns that the looks of the function at its table name, and those that a unique key has beside them.</summary>
    public static Statement Filled(Statement insert, IReadOnlyList<Statement> statements, FunctionModel function)
    {
        // A condition that cannot be read may be the guard.
        if (insert.Query is { Kind: QueryKind.Update, Table: not null, Where.HasHole: false } && !insert.By.RowFrom.IsEmpty)
            return WithSet(insert, statements, function);
        if (insert.By.RowFrom.IsEmpty || insert.Query is not { Kind: QueryKind.Insert, Table: { } table })
            return insert;
        var brought = new List<(string Column, CalledValue Value)>();
        foreach (var look in statements)
        {
            if (look.Call == insert.Call || look.Query.Table?.Matches(table) != true || look.Query.Kind is not (QueryKind.Select or QueryKind.Update))
                continue;
            foreach (var match in RowAccess.FixedBy(look.Query))
            {
                if (!Has(match.Column.Name) && Brought(insert.By.RowFrom, table, match.Column.Name, look.By.ValueOf(match.Values[0]), function) is { Node.Exists: true } value)
                    brought.Add((match.Column.Name, value));
            }
        }

        if (brought.Count == 0)
            return insert;
        // What else the keys of the table ask for comes with the object, too, as far as it has it; what the look asks for beside is what the row has.
        var asked = statements.Where(look => look.Query is { Kind: QueryKind.Select } && look.Query.Table?.Matches(table) == true).SelectMany(look => RowAccess.FixedBy(look.Query).Select(match => (match.Column.Name, Value: look.By.ValueOf(match.Values[0])))).Where(one => one.Value.Node.Exists).ToList();
        foreach (var column in (function.Project.Schema.Table(table, function.Module.Path)?.UniqueKeys ?? []).Where(key => key.Columns.Any(column => brought.Exists(one => one.Column == column))).SelectMany(key => key.Columns).ToList())
        {
            if (!Has(column) && MemberOf(insert.By.RowFrom, table, column, function) is { Node.Exists: true } value)
                brought.Add((column, asked.Find(one => one.Name == column) is { Value.Node.Exists: true } looked ? looked.Value : value));
        }

        return With(insert, brought);

        bool Has(string column) => insert.Query.Writes.Any(write => write.Column == column) || brought.Exists(one => one.Column == column);
    }

    /// <summary>An UPDATE with the columns that a caller writes out for the object that it sets: <c>update(id, { role })</c> of a function with <c>set(values)</c>.</summary>
    private static Statement WithSet(Statement update, IReadOnlyList<Statement> statements, FunctionModel function)
    {
        var table = function.Project.Schema.Table(update.Query.Table!.Value, function.Module.Path);
        var brought = new List<(string Column, CalledValue Value)>();
        var isWhole = true;
        foreach (var (name, value) in Parts(update.By.RowFrom, 0))
        {
            isWhole &= name.Length > 0;
            var column = name.Length == 0 ? "" : ColumnOf(name);
            if (column.Length == 0 || update.Query.Writes.Any(write => write.Column == column) || brought.Exists(one => one.Column == column))
                continue;
            // "{ increment: 1 }", "sql`n + 1`": how it is made of what is there is not told.
            if (value.Node.Unwrapped().Kind is SyntaxKind.ObjectLiteralExpression or SyntaxKind.TaggedTemplateExpression || IsSql(value.Node.Unwrapped()))
                isWhole = false;
            else
                brought.Add((column, value));
        }

        if (brought.Count == 0)
            return update;
        var filled = With(update, brought);
        return isWhole ? filled with { Query = filled.Query with { IsPartlyUnknown = false } } : filled;

        string ColumnOf(string name) => RowAccess.ColumnsOf(name).FirstOrDefault(column => table?.Column(column) is not null)
            ?? RowAccess.ColumnsOf(name).FirstOrDefault(column => statements.Any(other => other.Query.Table?.Matches(update.Query.Table.Value) == true && other.Query.Where.Matches.Any(match => match.Column.Name == column))) ?? name;

        bool IsSql(SyntaxNode value) => value.Is(SyntaxKind.CallExpression) && function.Project.Types.CalleeOf(value) is Types.Callee.Library library && function.Project.Effects.Of(library.Signature).Any(effect => effect is Knowledge.Effect.Builds);
    }

    private static Statement With(Statement write, List<(string Column, CalledValue Value)> brought)
    {
        var values = write.By.ParameterCount == 0 ? [] : Enumerable.Range(0, write.By.ParameterCount).Select(write.By.ParameterAt).ToImmutableArray();
        var writes = brought.Select((one, at) => new ColumnWrite(one.Column, -1, WriteForm.Absolute, new QueryValue(ValueSource.Parameter, write.Query.Span) { Number = values.Length + at + 1 }, write.Query.Span));
        return new(write.By with { Values = [.. values, .. brought.Select(one => one.Value)] }, write.Query with { Writes = [.. write.Query.Writes, .. writes] });
    }

    /// <summary>The member of one of some objects that a table was asked for by in a column of that name; none where it is none of theirs.</summary>
    private static CalledValue Brought(ImmutableArray<CalledValue> objects, TableName table, string column, CalledValue asked, FunctionModel function)
    {
        var entities = function.Project.Entities;
        var bindings = function.Project.Bindings;
        if (!asked.Node.Exists || ValuePath.Of(asked.Node, asked.Members, bindings) is not { Root.Exists: true } path)
            return default;
        foreach (var one in Parts(objects, 0))
        {
            if (one.Name.Length > 0)
            {
                if (entities.ColumnsNamed(table, one.Name).Contains(column))
                    return one.Value;
            }
            else if (ValuePath.Of(one.Value.Node, one.Value.Members, bindings) is { Root.Exists: true } whole && whole.Root == path.Root && path.Members.StartsWith(whole.Members + ".", StringComparison.Ordinal)
                && path.Members[(whole.Members.Length + 1)..] is var member && entities.ColumnsNamed(table, member).Contains(column))
            {
                return one.Value with { Members = $"{one.Value.Members}.{member}" };
            }
        }

        return default;
    }

    /// <summary>What some objects have under the name of a column; of one that is written out in full, only what it names.</summary>
    private static CalledValue MemberOf(ImmutableArray<CalledValue> objects, TableName table, string column, FunctionModel function)
    {
        CalledValue found = default;
        foreach (var one in Parts(objects, 0))
        {
            if (one.Name.Length == 0)
                found = found.Node.Exists ? found : one.Value with { Members = $"{one.Value.Members}.{column}" };
            else if (function.Project.Entities.ColumnsNamed(table, one.Name).Contains(column))
                return one.Value;
        }

        return found;
    }

    /// <summary>Objects as they are, and the members and spreads of those that are written out.</summary>
    private static IEnumerable<(string Name, CalledValue Value)> Parts(IEnumerable<CalledValue> objects, int depth)
    {
        foreach (var one in objects)
        {
            if (!one.Node.Exists || depth > Deepest)
                continue;
            if (one.Members.Length > 0 || one.Node.Unwrapped() is not { Kind: SyntaxKind.ObjectLiteralExpression } literal)
            {
                yield return ("", one);
                continue;
            }

            foreach (var property in literal.Children.ToArray())
            {
                if (property.Is(SyntaxKind.SpreadAssignment))
                {
                    foreach (var part in Parts([new(property.FirstChild.Unwrapped(), "")], depth + 1))
                        yield return part;
                }
                else if (property.Is(SyntaxKind.PropertyAssignment))
                    yield return (property.FirstChild.Text, new(new PropertyAssignment(property).Value, ""));
                else if (property.Is(SyntaxKind.ShorthandPropertyAssignment))
                    yield return (property.FirstChild.Text, new(property.FirstChild, ""));
            }
        }
    }
}
