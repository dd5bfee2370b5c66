using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Which columns of which tables the statements of the program set to constants, tests left out.</summary>
internal sealed class RowWriters
{
    private readonly HashSet<(string Table, string Column)> reset = [];
    private readonly HashSet<(string Table, string Column)> emptied = [];
    private readonly HashSet<(string Table, string Column)> filled = [];
    private readonly HashSet<(string Table, string Column)> upserted = [];

    /// <summary>Tables with an UPDATE of which it is not known what it sets.</summary>
    private readonly HashSet<string> open = [];
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

            foreach (var query in function.DatabaseCalls.SelectMany(call => call.Queries).Where(query => query is { Kind: QueryKind.Insert, Table: not null, Conflict.IsUpdate: true }))
            {
                foreach (var write in query.Conflict!.Writes)
                {
                    emptied.Add((query.Table!.Value.Name, write.Column));
                    filled.Add((query.Table!.Value.Name, write.Column));
                    // "joined_at = COALESCE(member.joined_at, EXCLUDED.joined_at)" keeps what is there.
                    if (write.Form is not WriteForm.Relative)
                        upserted.Add((query.Table!.Value.Name, write.Column));
                }
            }

            foreach (var query in function.DatabaseCalls.SelectMany(call => call.Queries).Where(query => query is { Kind: QueryKind.Update, Table: not null }))
            {
                if (query.IsPartlyUnknown || query.Writes.IsEmpty || query.Writes.Any(write => write.Column.Length == 0))
                    open.Add(query.Table!.Value.Name);
                foreach (var write in query.Writes)
                {
                    var constant = write.Value.Source is ValueSource.Constant ? default(SyntaxNode) : write.Form is WriteForm.Absolute ? ConstantFor(function, query, write) : null;
                    if (constant is not null)
                        reset.Add((query.Table!.Value.Name, write.Column));
                    // What is not known may be either.
                    var isNone = write.Value.IsNull || write.Value.Text is "false" || (constant is { Exists: true } node && node.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword);
                    if (constant is null || isNone)
                        emptied.Add((query.Table!.Value.Name, write.Column));
                    if (constant is null || !isNone)
                        filled.Add((query.Table!.Value.Name, write.Column));
                }
            }
        }
    }

    /// <summary>Whether some UPDATE of the program sets a column to a constant, as one does with a state.</summary>
    /// <param name="isPresent">Whether it has a value where it is asked, so that only who takes that away changes it; null when that is not known.</param>
    public bool Resets(TableName table, string column, bool? isPresent) => reset.Contains((table.Name, column)) && (isPresent is null || open.Contains(table.Name) || (isPresent.Value ? emptied : filled).Contains((table.Name, column)));

    /// <summary>Whether some UPDATE of the program changes a column: what none changes is the same before and after, such as an id.</summary>
    public bool Changes(TableName table, string column) => writers.GetValueOrDefault(table.Name)?.Exists(found => found.Column == column) == true;

    /// <summary>Whether any statement of the program but this one may change a column of a row that is there.</summary>
    public bool ChangesBeside(TableName table, string column, Statement but) => open.Contains(table.Name) || upserted.Contains((table.Name, column))
        || writers.GetValueOrDefault(table.Name)?.Exists(found => found.Column == column && found.Statement.Call != but.Call) == true;

    /// <summary>Whether another function that something starts changes a column of rows that it does not choose by whoever asks: a job, a webhook, somebody who manages others.</summary>
    /// <param name="but">The statement that is known already.</param>
    /// <param name="requester">The column that says whose row it is.</param>
    public bool ChangesForOthers(Statement but, string column, string requester, FunctionModel function)
    {
        return but.Query.Table is { } table && writers.GetValueOrDefault(table.Name)?.Exists(found => found.Column == column && found.Function != function && found.Statement.Call != but.Call && found.Statement.Call != but.By.Innermost
            && found.Statement.Query.Table!.Value.Matches(table) && !IsForOwner(found.Function, table) && (found.Function.Exposure.IsConcurrent || found.Function.Exposure.Kind is StartKind.Api)) is true;

        bool IsForOwner(FunctionModel other, TableName table) => other.DatabaseCalls.Any(call => call.Queries.Any(query => query.Table?.Matches(table) is true && query.Where.Matches.Any(match => match.Column.Name == requester)));
    }

    /// <summary>Another UPDATE of the program that gives a column a constant; none when none is seen to.</summary>
    /// <param name="but">The statement that is known already.</param>
    public SyntaxNode SetterOf(Statement but, string column, ValuePath constant) => but.Query.Table is { } table && writers.TryGetValue(table.Name, out var all)
        ? all.FirstOrDefault(found => found.Column == column && found.Statement.Call != but.Call && found.Statement.Call != but.By.Innermost && found.Statement.Query.Table!.Value.Matches(table)
            && found.Statement.Query.Writes.Any(set => set.Column == column && set.Form is WriteForm.Absolute && Gives(found.Statement, set.Value, constant, found.Function))).Statement?.Call ?? default : default;

    private static bool Gives(Statement statement, QueryValue value, ValuePath constant, FunctionModel function)
    {
        if (!constant.Root.Exists && RowAccess.ConstantOf(statement, value, function) == constant.Members.Trim('\''))
            return true;
        return statement.By.ValueOf(value) is { Members: var members, Node: { Exists: true } given } && IsIt(given.Unwrapped(), members);

        // "roles: { set: [Role.OWNER] }"
        bool IsIt(SyntaxNode node, string members)
        {
            if (node.Is(SyntaxKind.ObjectLiteralExpression) && node.Children.Count == 1 && node.FirstChild is { Kind: SyntaxKind.PropertyAssignment } only && only.FirstChild.TextIs("set"u8))
                return IsIt(new PropertyAssignment(only).Value.Unwrapped(), "");
            if (node.Is(SyntaxKind.ArrayLiteralExpression))
            {
                foreach (var element in node.Children)
                {
                    if (IsIt(element.Unwrapped(), ""))
                        return true;
                }

                return false;
            }

            return ValuePath.Of(node, members, function.Project.Bindings) is { } path && (path == constant || IsImportedAlike(path));
        }

        // "import { Role } from '@prisma/client'" in two files, where what is imported is not seen.
        bool IsImportedAlike(ValuePath path) => path.Members == constant.Members && path.Root is { Kind: SyntaxKind.ImportSpecifier } one && constant.Root is { Kind: SyntaxKind.ImportSpecifier } other && one.TextIs(other.Bytes);
    }

    /// <summary>
    /// Whether another function that changes a column locks the rows of that very table, and none of another one: a lock of the other table keeps nobody apart from it.
    /// </summary>
    public bool LocksItself(TableName table, string column, FunctionModel but, TableName other) => writers.GetValueOrDefault(table.Name)?.Exists(found => found.Column == column && found.Function != but
        && Locks(found.Function, table) && !Locks(found.Function, other)) == true;

    private static bool Locks(FunctionModel function, TableName table) => function.DatabaseCalls.Any(call => call.Queries.Any(query => query.RowLock is { IsExclusive: true } && query.Table?.Matches(table) == true));

    private void Add(string table, IEnumerable<(FunctionModel, Statement, string)> found)
    {
        if (!writers.TryGetValue(table, out var all))
            writers.Add(table, all = []);
        all.AddRange(found);
    }

    /// <summary>
    /// Another function that a request, a job or a caller starts, and that changes a column of a table beside the given ones; null when there is none. Times of change and versions do not count: they are anybody's.
    /// Who changes what may not come back, a right or an amount, is named before the others; who only fills what is empty, in all rows at once, comes last.
    /// </summary>
    public (FunctionModel Function, Statement Statement, string Column)? OtherWriterOf(TableName table, IReadOnlySet<string> but, FunctionModel function)
    {
        var all = writers.GetValueOrDefault(table.Name) ?? [];
        (FunctionModel, Statement, string)? filler = null;
        foreach (var found in all.Where(IsAtStake).Concat(all.Where(found => !IsAtStake(found))))
        {
            if (found.Function != function && found.Statement.Query.Table!.Value.Matches(table) && !but.Contains(found.Column) && !IsOfEverybody(found.Column) && (found.Function.Exposure.IsConcurrent || found.Function.Exposure.Kind is StartKind.Api) && IsOfRow(found.Function, found.Statement) && !IsLetGo(found.Function, found.Statement, found.Column))
            {
                if (!StaleSave.FillsAll(found.Statement, found.Column))
                    return found;
                filler ??= found;
            }
        }

        return filler;

        static bool IsAtStake((FunctionModel Function, Statement Statement, string Column) found) => Stakes.IsAtStake(found.Statement.Query, found.Column);
    }

    /// <summary>
    /// Whether a column that refers to a row of another table is set to NULL where that row is deleted, too: who writes the old value back refers to a row that is not there, which the key refuses.
    /// Where a program lets go of a row in more than one step, <c>SET contact_id = NULL WHERE contact_id = $1</c>, one of them deletes it.
    /// </summary>
    private bool IsLetGo(FunctionModel function, Statement statement, string column) =>
        IsLetGoWith(function, statement, column)
        || (statement.Query.Where is { Either.IsEmpty: true, HasOthers: false, HasHole: false, Matches: [{ IsFixed: true } match] } && match.Column.Name == column && Empties(function, statement, column)
            && writers[statement.Query.Table!.Value.Name].Exists(found => found.Column == column && found.Function != function && found.Statement.Query.Table!.Value.Matches(statement.Query.Table!.Value) && IsLetGoWith(found.Function, found.Statement, column)));

    private static bool IsLetGoWith(FunctionModel function, Statement statement, string column) =>
        Empties(function, statement, column)
        && function.Project.Schema.Table(statement.Query.Table!.Value, function.Module.Path) is { } table
        && table.ForeignKeys.Any(key => key.Columns is [var only] && only == column && function.DatabaseCalls.Any(call => call.Queries.Any(query => query.Kind is QueryKind.Delete && query.Table?.Matches(key.References) == true)));

    private static bool Empties(FunctionModel function, Statement statement, string column) =>
        statement.Query.Writes.Any(write => write.Column == column && (write.Value.IsNull || RowAccess.ConstantOf(statement, write.Value, function) is "null"));

    /// <summary>Whether a statement changes a row that was there before: one that names it, or the save of an object that was read.</summary>
    private static bool IsOfRow(FunctionModel function, Statement statement) => !statement.By.SavedObject.Exists
        || (statement.By.SavedObject.Tree == function.Module.Tree && function.Values is { } values && values.OriginsOf(statement.By.SavedObject).Any(origin => IsRead(origin.Node, function)));

    private static bool IsRead(SyntaxNode origin, FunctionModel function) =>
        function.RowCalls.Any(read => read.Call == origin && read.Queries.Any(query => query.Kind is QueryKind.Select)) || function.Project.GivenRows.In(function).Any(given => given.Call == origin);

    private static bool IsOfEverybody(string column) => column.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() is "updatedat" or "modifiedat" or "version" or "updatedby" or "deletedat";

    /// <summary>The constant that a statement's caller gives a column, none where only its text is known; null when it is no constant.</summary>
    private static SyntaxNode? ConstantFor(FunctionModel function, Query query, ColumnWrite write)
    {
        foreach (var call in function.DatabaseCalls)
        {
            if (call.Queries.Contains(query) && call.ValueOf(write.Value) is { Node.Exists: true } value && ValuePath.Of(value.Node, value.Members, function.Project.Bindings) is { Root.Exists: false })
                return value.Members.Length == 0 ? function.Project.Constants.ValueOf(value.Node).Unwrapped() : default(SyntaxNode);
        }

        return null;
    }
}
