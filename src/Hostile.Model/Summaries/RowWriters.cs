using Hostile.Model.Database;
using Hostile.Model.Flow;

namespace Hostile.Model.Summaries;

/// <summary>Which columns of which tables the statements of the program set to constants, tests left out.</summary>
internal sealed class RowWriters
{
    private readonly HashSet<(string Table, string Column)> reset = [];

    public RowWriters(ProjectModel project)
    {
        foreach (var function in project.DatabaseCalls.Users)
        {
            if (function.Module.Roles.HasFlag(Binding.ModuleRoles.Test))
                continue;
            foreach (var query in function.DatabaseCalls.SelectMany(call => call.Queries).Where(query => query is { Kind: QueryKind.Update, Table: not null }))
            {
                foreach (var write in query.Writes.Where(write => write.Value.Source is ValueSource.Constant || write.Form is WriteForm.Absolute && IsConstant(function, query, write)))
                    reset.Add((query.Table!.Value.Name, write.Column));
            }
        }
    }

    /// <summary>Whether some UPDATE of the program sets a column to a constant, as one does with a state.</summary>
    public bool Resets(TableName table, string column) => reset.Contains((table.Name, column));

    private static bool IsConstant(FunctionModel function, Query query, ColumnWrite write) =>
        function.DatabaseCalls.Any(call => call.Queries.Contains(query) && call.ValueOf(write.Value) is { Node.Exists: true } value && ValuePath.Of(value.Node, value.Members, function.Project.Bindings) is { Root.Exists: false });
}
