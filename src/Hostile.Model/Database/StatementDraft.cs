using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>A statement while the links of a builder are read: what each adds, until it is put into the order that SQL wants.</summary>
internal sealed class StatementDraft
{
    /// <summary>Each group holds where all its conditions do; one group is enough.</summary>
    private readonly List<List<SqlPhrase>> conditions = [];

    public QueryKind Kind { get; set; } = QueryKind.Other;

    public SqlPhrase? Table { get; set; }

    /// <summary>How the program calls the table and its columns; null when it calls them as the database does.</summary>
    public Entity? Entity { get; set; }

    /// <summary>Whether the table is a client's model of which no description is here.</summary>
    public bool IsUndescribed { get; set; }

    public List<SqlPhrase> Columns { get; } = [];

    public List<SqlPhrase> Joins { get; } = [];

    public List<SqlPhrase> Assignments { get; } = [];

    /// <summary>Column list and rows of an INSERT.</summary>
    public SqlPhrase? Rows { get; set; }

    /// <summary>The relations whose rows are read along, or only counted, and whether all behind each are.</summary>
    public List<(string Name, bool IsWhole, bool IsCounted)> Along { get; } = [];

    /// <summary>The list whose elements are the rows of an INSERT; none where they are written out.</summary>
    public SyntaxNode List { get; set; }

    /// <summary>The objects all of whose members become columns of the row of an INSERT, or of what an UPDATE sets, whatever they are; empty where all are written out.</summary>
    public List<CalledValue> RowFrom { get; } = [];

    /// <summary>The target of ON CONFLICT, empty when none is named; null without ON CONFLICT.</summary>
    public SqlPhrase? Conflict { get; set; }

    public SqlPhrase? ConflictAction { get; set; }

    /// <summary>Whether the row is given that was there already, though the insertion leaves it as it is.</summary>
    public bool GivesWhatIsThere { get; set; }

    /// <summary>What says whether <see cref="Lock"/> is taken; none where it is.</summary>
    public SyntaxNode LockIf { get; set; }

    /// <summary>The condition under which an INSERT does not happen.</summary>
    public SqlPhrase? Unless { get; set; }

    /// <summary>The object whose row is written, and whether all its columns are; none for other statements.</summary>
    public SyntaxNode Saved { get; set; }

    /// <summary>The object of the program into which the row is read once more; none for other statements.</summary>
    public SyntaxNode Reread { get; set; }

    public bool IsWhole { get; set; }

    public SqlPhrase? Limit { get; set; }

    public string Lock { get; set; } = "";

    public string LockWait { get; set; } = "";

    public SqlPhrase? Returning { get; set; }

    public bool HasOrder { get; set; }

    public bool HasGroup { get; set; }

    /// <summary>The expression of the handle that is named among the arguments; none when it is the receiver.</summary>
    public SyntaxNode Handle { get; set; }

    /// <summary>Whether it throws where no row is found.</summary>
    public bool Fails { get; set; }

    public bool HasConditions => conditions.Count > 0;

    /// <summary>A condition in the order of the chain; one that will do instead of those before it begins a group: <c>a OR b AND c</c> is what is sent.</summary>
    public void AddCondition(SqlPhrase condition, bool isOr)
    {
        if (isOr || conditions.Count == 0)
            conditions.Add([]);
        conditions[^1].Add(condition);
    }

    /// <summary>What stood before is not sent: <c>.where(a).where(b)</c> of a library whose second <c>where</c> takes the place of the first.</summary>
    public void ForgetConditions() => conditions.Clear();

    /// <summary>All conditions as one; null when there is none.</summary>
    public SqlPhrase? Condition => conditions.Count == 0 ? null
        : SqlPhrase.Conjunction([.. conditions.Select(group => SqlPhrase.Conjunction(group, isOr: false))], isOr: true);

    /// <summary>Whether the table is what the callers of the function choose.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The conditions that are what the function is given, and how each is read where a caller writes it out: <c>find(where)</c>.</summary>
    public List<OpenPart> Open { get; } = [];

    /// <summary>The statement; null when it is none that can be told.</summary>
    /// <param name="open">Whether it may be one of a table that the callers choose.</param>
    public SqlPhrase? Statement(bool open = false)
    {
        // A statement of which not even the table is known says nothing.
        if (Table is not { } table || (table.HasUnknown && !(open && IsOpen)))
            return null;
        switch (Kind)
        {
            case QueryKind.Select:
                var select = SqlPhrase.Of("SELECT ").Add(Columns.Count == 0 ? SqlPhrase.Of("*") : SqlPhrase.Joined(Columns, ", ")).Add(" FROM ").Add(table);
                foreach (var join in Joins)
                    select.Add(" ").Add(join);
                AddWhere(select);
                if (HasGroup)
                    select.Add(" GROUP BY 1");
                if (HasOrder)
                    select.Add(" ORDER BY 1");
                if (Limit is not null)
                    select.Add(" LIMIT ").Add(Limit);
                if (Lock.Length > 0)
                    select.Add($" FOR {Lock} {LockWait}");
                return select;
            case QueryKind.Insert:
                var insert = SqlPhrase.Of("INSERT INTO ").Add(table).Add(" ").Add(Rows ?? SqlPhrase.Of("DEFAULT VALUES"));
                if (Unless is not null)
                    insert.Add(" WHERE NOT EXISTS (SELECT 1 FROM ").Add(table).Add(" WHERE ").Add(Unless).Add(")");
                if (ConflictAction is not null)
                {
                    insert.Add(" ON CONFLICT ");
                    if (Conflict is { IsEmpty: false })
                        insert.Add(Conflict.InParentheses()).Add(" ");
                    insert.Add(ConflictAction);
                }

                return AddReturning(insert);
            case QueryKind.Update when Assignments.Count > 0:
                var update = SqlPhrase.Of("UPDATE ").Add(table).Add(" SET ").Add(SqlPhrase.Joined(Assignments, ", "));
                AddWhere(update);
                return AddReturning(update);
            case QueryKind.Delete:
                var delete = SqlPhrase.Of("DELETE FROM ").Add(table);
                AddWhere(delete);
                return AddReturning(delete);
            default:
                return null;
        }
    }

    private void AddWhere(SqlPhrase statement)
    {
        if (Condition is { } condition)
            statement.Add(" WHERE ").Add(condition);
    }

    private SqlPhrase AddReturning(SqlPhrase statement) =>
        Returning is null ? statement : statement.Add(" RETURNING ").Add(Returning.IsEmpty ? SqlPhrase.Of("*") : Returning);
}

/// <summary>A part of a statement that the callers of its function choose.</summary>
/// <param name="Node">The parameter, as it stands in the statement.</param>
/// <param name="Fill">What a value that a caller gives says in SQL, where the table is what the program calls so; null where it calls it by its name.</param>
internal sealed record OpenPart(SyntaxNode Node, Func<SyntaxNode, Entity?, SqlPhrase> Fill);
