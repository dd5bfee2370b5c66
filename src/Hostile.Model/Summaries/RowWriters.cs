using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Which columns of which tables the statements of the program set to constants, tests left out.</summary>
internal sealed class RowWriters
{
    private readonly HashSet<(string Table, string Column)> reset = [];
    private readonly Dictionary<string, List<(FunctionModel Function, Statement Statement, string Column)>> writers = [];

    public RowWriters(ProjectModel project)
    {
        foreach (var function in project.DatabaseCalls.Users)
        {
            if (function.Module.Roles.HasFlag(Binding.ModuleRoles.Test))
                continue;
            foreach (var call in function.DatabaseCalls)
            {
                foreach (var query in call.Queries.Where(query => query is { Kind: QueryKind.Update, Table: not null }))
                    Add(query.Table!.Value.Name, query.Writes.Where(write => write.Column.Length > 0).Select(write => (function, new Statement(call, query), write.Column)));
            }

            foreach (var query in function.DatabaseCalls.SelectMany(call => call.Queries).Where(query => query is { Kind: QueryKind.Update, Table: not null }))
            {
                foreach (var write in query.Writes.Where(write => write.Value.Source is ValueSource.Constant || write.Form is WriteForm.Absolute && IsConstant(function, query, write)))
                    reset.Add((query.Table!.Value.Name, write.Column));
            }
        }
    }

    /// <summary>Whether some UPDATE of the program sets a column to a constant, as one does with a state.</summary>
    public bool Resets(TableName table, string column) => reset.Contains((table.Name, column));

    /// <summary>Whether some UPDATE of the program changes a column: what none changes is the same before and after, such as an id.</summary>
    public bool Changes(TableName table, string column) => writers.GetValueOrDefault(table.Name)?.Exists(found => found.Column == column) == true;

    private void Add(string table, IEnumerable<(FunctionModel, Statement, string)> found)
    {
        if (!writers.TryGetValue(table, out var all))
            writers.Add(table, all = []);
        all.AddRange(found);
    }

    /// <summary>Another function that a request, a job or a caller starts, and that changes a column of a table beside the given ones; null when there is none. Times of change and versions do not count: they are anybody's.</summary>
    public (FunctionModel Function, Statement Statement, string Column)? OtherWriterOf(TableName table, IReadOnlySet<string> but, FunctionModel function)
    {
        foreach (var found in writers.GetValueOrDefault(table.Name) ?? [])
        {
            if (found.Function != function && found.Statement.Query.Table!.Value.Matches(table) && !but.Contains(found.Column) && !IsOfEverybody(found.Column) && (found.Function.Exposure.IsConcurrent || found.Function.Exposure.Kind is StartKind.Api) && IsOfRow(found.Function, found.Statement))
                return found;
        }

        return null;
    }

    /// <summary>Whether a statement changes a row that was there before: one that names it, or the save of an object that was read.</summary>
    private static bool IsOfRow(FunctionModel function, Statement statement) => !statement.By.SavedObject.Exists
        || (statement.By.SavedObject.Tree == function.Module.Tree && function.Values is { } values && values.OriginsOf(statement.By.SavedObject).Any(origin => IsRead(origin.Node, function)));

    private static bool IsRead(SyntaxNode origin, FunctionModel function) =>
        function.RowCalls.Any(read => read.Call == origin && read.Queries.Any(query => query.Kind is QueryKind.Select)) || function.Project.GivenRows.In(function).Any(given => given.Call == origin);

    private static bool IsOfEverybody(string column) => column.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() is "updatedat" or "modifiedat" or "version" or "updatedby" or "deletedat";

    private static bool IsConstant(FunctionModel function, Query query, ColumnWrite write) =>
        function.DatabaseCalls.Any(call => call.Queries.Contains(query) && call.ValueOf(write.Value) is { Node.Exists: true } value && ValuePath.Of(value.Node, value.Members, function.Project.Bindings) is { Root.Exists: false });
}
