using Hostile.Model.Database;

namespace Hostile.Model.Summaries;

/// <summary>Which columns of which tables the statements of the program set, tests left out.</summary>
internal sealed class RowWriters
{
    private readonly HashSet<(string Table, string Column)> updated = [];

    public RowWriters(ProjectModel project)
    {
        foreach (var function in project.DatabaseCalls.Users)
        {
            if (function.Module.Roles.HasFlag(Binding.ModuleRoles.Test))
                continue;
            foreach (var query in function.DatabaseCalls.SelectMany(call => call.Queries).Where(query => query is { Kind: QueryKind.Update, Table: not null }))
            {
                foreach (var write in query.Writes)
                    updated.Add((query.Table!.Value.Name, write.Column));
            }
        }
    }

    /// <summary>Whether some UPDATE of the program sets a column.</summary>
    public bool Sets(TableName table, string column) => updated.Contains((table.Name, column));
}
