using System.Collections.Immutable;

namespace Hostile.Model.Database;

/// <summary>
/// The tables of the program's database, as far as its migrations say. A fact carries the place that says it. What is not said is
/// not denied: a table is <see cref="Table.IsComplete"/> only where its CREATE TABLE and all that changes it could be read.
/// </summary>
public sealed class Schema
{
    private readonly ImmutableDictionary<string, ImmutableArray<Table>> _byName;
    private HashSet<string>? _folders;
    private HashSet<string>? _names;

    private Schema(ImmutableArray<Table> tables, ImmutableArray<EnumType> enums, ImmutableArray<SessionDefault> sessionDefaults, Place? unread)
    {
        Tables = tables;
        Enums = enums;
        SessionDefaults = sessionDefaults;
        Unread = unread;
        _byName = tables.GroupBy(t => t.Name.Name).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    /// <summary>A schema of no tables.</summary>
    public static Schema Empty { get; } = new([], [], [], null);

    /// <summary>Every table that is left after all changes, in the order of creation.</summary>
    public ImmutableArray<Table> Tables { get; }

    public ImmutableArray<EnumType> Enums { get; }

    /// <summary>What new sessions of a role or of a database begin with, in the order of the statements: the last one holds.</summary>
    public ImmutableArray<SessionDefault> SessionDefaults { get; }

    /// <summary>Whether there are statements that may have changed any table: dynamic SQL, a hole for a table's name, what could not be read.</summary>
    public bool HasUnreadStatements => Unread is not null;

    /// <summary>The first of the statements that may have changed any table; null when there is none.</summary>
    public Place? Unread { get; }

    internal ImmutableDictionary<(string Table, string Column), Place> Dropped { get; init; } = ImmutableDictionary<(string, string), Place>.Empty;

    /// <summary>Where a migration dropped or renamed a table that nobody made anew; null when none did, or a table or view of the name may be there.</summary>
    public Place? DroppedAt(TableName name) =>
        _byName.ContainsKey(name.Name) || name.Schema is not (null or "public") ? null : DroppedAt(name, "");

    /// <summary>Where a migration dropped or renamed a column of a table; null when none did.</summary>
    public Place? DroppedAt(TableName name, string column) => Dropped.TryGetValue((name.Name, column), out var place) ? place : null;

    /// <summary>Whether a file is a migration or lies beside them: its statements run when the schema is another.</summary>
    public bool IsAmongMigrations(string path)
    {
        var folder = MigrationFolders.FolderOf(path);
        return StatementCounts.ContainsKey(path) || (folder.Length > 0 && LazyInitializer.EnsureInitialized(ref _folders, () => StatementCounts.Keys.Select(MigrationFolders.FolderOf).ToHashSet(StringComparer.Ordinal)).Contains(folder));
    }

    /// <summary>
    /// Quoted names as the database has them: <c>"assetId"</c> of a statement that a builder made is <c>asset_id</c> where the schema has that and nothing of the other name. Whoever
    /// makes statements of names in camel case for such a database has given the library something that turns them over, as <c>CamelCasePlugin</c> and <c>knexSnakeCaseMappers</c> do.
    /// </summary>
    internal string AsNamed(string sql)
    {
        if (Tables.IsEmpty || !sql.AsSpan().ContainsAnyInRange('A', 'Z'))
            return sql;
        var names = LazyInitializer.EnsureInitialized(ref _names, () => Tables.SelectMany(table => table.Columns.Select(column => column.Name).Append(table.Name.Name)).ToHashSet(StringComparer.Ordinal));
        var text = new System.Text.StringBuilder();
        var done = 0;
        for (var open = sql.IndexOf('"', StringComparison.Ordinal); open >= 0 && sql.IndexOf('"', open + 1) is > 0 and var close; open = sql.IndexOf('"', close + 1))
        {
            var name = sql[(open + 1)..close];
            if (!name.Any(char.IsAsciiLetterUpper) || names.Contains(name))
                continue;
            var snake = NamingStyle.Snake(name);
            if (!names.Contains(snake))
                continue;
            text.Append(sql, done, open - done).Append('"').Append(snake).Append('"');
            done = close + 1;
        }

        return done == 0 ? sql : text.Append(sql, done, sql.Length - done).ToString();
    }

    /// <summary>The functions of the database.</summary>
    public ImmutableArray<Procedure> Functions { get; private init; } = [];

    /// <summary>The statements that a change of a table's rows runs through triggers, with the trigger.</summary>
    /// <param name="change"><c>insert</c>, <c>update</c> or <c>delete</c>.</param>
    public IEnumerable<(Trigger Trigger, Query Query)> Triggered(Table table, string change) =>
        from trigger in table.Triggers
        where trigger.Events.Contains(change)
        from function in Functions
        where function.Name == trigger.Function
        from query in function.Queries
        select (trigger, query);

    /// <summary>How many statements the sources held, by the path of their file.</summary>
    public IReadOnlyDictionary<string, int> StatementCounts { get; private init; } = new Dictionary<string, int>();

    /// <summary>The schema after the statements of these sources, applied in the order given.</summary>
    public static Schema Read(IEnumerable<SchemaSource> sources)
    {
        var databases = MigrationFolders.Split([.. sources]).ConvertAll(database =>
        {
            var builder = new SchemaBuilder();
            foreach (var source in database)
                builder.Apply(source);
            return builder;
        });
        return new(
            [.. databases.SelectMany(database => database.Tables())], [.. databases.SelectMany(database => database.Enums())], [.. databases.SelectMany(database => database.SessionDefaults())],
            databases.Select(database => database.Unread).FirstOrDefault(unread => unread is not null))
        {
            Functions = [.. databases.SelectMany(database => database.Functions())],
            Dropped = databases.Count == 1 ? databases[0].Dropped.ToImmutableDictionary() : ImmutableDictionary<(string, string), Place>.Empty,
            StatementCounts = databases.SelectMany(database => database.StatementCounts).GroupBy(file => file.Key).ToDictionary(file => file.Key, file => file.Sum(one => one.Value), StringComparer.Ordinal),
        };
    }

    /// <summary>The same with tables that models describe. A key that either says is there; that a table is known completely the migrations say where they make it.</summary>
    public Schema With(ImmutableArray<Table> described, ImmutableArray<EnumType> enums)
    {
        var tables = Tables.ToList();
        var at = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < tables.Count; i++)
            Add(tables[i], i);
        foreach (var table in described)
        {
            Workers.Step();
            var known = (at.GetValueOrDefault(table.Name.Name) ?? []).Where(i => tables[i].Name.Matches(table.Name)).OrderByDescending(i => MigrationFolders.Shared(tables[i].Place.Path, table.Place.Path)).ToArray();
            // Models of two applications may describe two tables that have one name.
            if (known.Length > 0 && (known[0] < Tables.Length || MigrationFolders.Shared(tables[known[0]].Place.Path, table.Place.Path) > 0 || !table.Place.Path.Contains('/', StringComparison.Ordinal)))
            {
                tables[known[0]] = tables[known[0]].With(table);
                continue;
            }

            Add(table, tables.Count);
            tables.Add(table);
        }

        void Add(Table table, int place)
        {
            if (!at.TryGetValue(table.Name.Name, out var list))
                at.Add(table.Name.Name, list = []);
            list.Add(place);
        }

        return new([.. tables], [.. Enums, .. enums.Where(one => Enums.All(other => !other.Name.Matches(one.Name)))], SessionDefaults, Unread) { StatementCounts = StatementCounts, Functions = Functions, Dropped = Dropped };
    }

    /// <summary>The table of a name; null where none is known, or several schemas have one and the name does not say which.</summary>
    /// <param name="near">The file that asks: of tables of one name in several databases it means the nearest.</param>
    public Table? Table(TableName name, string near = "")
    {
        if (!_byName.TryGetValue(name.Name, out var tables))
            return null;
        var matching = tables.Where(t => t.Name.Matches(name)).ToArray();
        if (matching is [var only])
            return only;
        var standard = matching.Where(t => t.Name.Schema is null or "public").ToArray();
        if (standard.Length > 0)
            matching = standard;
        if (matching.Length < 2)
            return matching.FirstOrDefault();
        if (matching.Any(t => !t.Name.Equals(matching[0].Name)) && matching.Any(t => t.Name.Schema is not (null or "public")))
            return null;
        var byNearness = matching.OrderByDescending(t => MigrationFolders.Shared(t.Place.Path, near)).ToArray();
        // A schema that is written down twice, in the documentation say, is one.
        return MigrationFolders.Shared(byNearness[0].Place.Path, near) > MigrationFolders.Shared(byNearness[1].Place.Path, near) || byNearness.Skip(1).All(other => HaveSameKeys(other, byNearness[0])) ? byNearness[0] : null;
    }

    /// <summary>The key that each of several tables of one name has over the values, whichever of them is meant; null when one has none.</summary>
    private KeyAnswer? KeyOfAll(TableName name, ImmutableArray<ColumnMatch> conditions, IEnumerable<ComputedMatch>? computed)
    {
        var answers = _byName.TryGetValue(name.Name, out var tables) ? tables.Where(table => table.Name.Matches(name)).Select(table => table.UniqueKeyCovering(conditions, computed)).ToList() : [];
        return answers.Count > 0 && answers.TrueForAll(answer => answer is { Key: not null, IsUnconditional: true }) ? answers[0] : null;
    }

    private static bool HaveSameKeys(Table one, Table other) =>
        one.UniqueKeys.Length == other.UniqueKeys.Length && one.UniqueKeys.All(key => other.UniqueKeys.Any(key.IsSameAs));

    /// <summary>Looks for a key that lets at most one row have these values; see <see cref="Table.UniqueKeyCovering"/>.</summary>
    /// <param name="near">The file that asks.</param>
    /// <param name="computed">What is computed from columns and has these values, too.</param>
    public KeyAnswer UniqueKeyCovering(TableName name, IEnumerable<ColumnMatch> conditions, string near = "", IEnumerable<ComputedMatch>? computed = null)
    {
        if (Table(name, near) is not { } table)
            return KeyOfAll(name, [.. conditions], computed) ?? KeyAnswer.No(_byName.ContainsKey(name.Name) ? $"which of several tables {name} is meant is not known" : $"no CREATE TABLE of {name} was found", isCertain: false);
        var answer = table.UniqueKeyCovering(conditions, computed);
        return answer is { Key: null, IsCertain: true } && Unread is { } unread ? KeyAnswer.No($"{answer.WhyNot}, though what {unread} does could not be read", isCertain: false) : answer;
    }
}

/// <summary><c>ALTER ROLE … SET</c> or <c>ALTER DATABASE … SET</c>.</summary>
/// <param name="Role">The role; null for all, empty for the one that applied it.</param>
/// <param name="Database">The database; null for all.</param>
/// <param name="Setting">Name of the setting in lower case.</param>
/// <param name="Value">The value; null for DEFAULT.</param>
public sealed record SessionDefault(string? Role, string? Database, string Setting, QueryValue? Value, Place Place);

/// <summary>A type made by CREATE TYPE … AS ENUM.</summary>
public sealed record EnumType(TableName Name, ImmutableArray<string> Labels, Place Place);

/// <summary>A table.</summary>
public sealed record Table(TableName Name, Place Place)
{
    public ImmutableArray<Column> Columns { get; init; } = [];

    /// <summary>Primary key, UNIQUE constraints, unique indexes.</summary>
    public ImmutableArray<UniqueKey> UniqueKeys { get; init; } = [];

    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    public ImmutableArray<ForeignKey> ForeignKeys { get; init; } = [];

    public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>What runs with changes of its rows.</summary>
    public ImmutableArray<Trigger> Triggers { get; init; } = [];

    /// <summary>Whether all columns are known.</summary>
    public bool HasAllColumns { get; init; } = true;

    /// <summary>Whether all unique keys are known.</summary>
    public bool HasAllKeys { get; init; } = true;

    /// <summary>Whether all columns and keys are known: nothing is inherited or copied from a table that is not, no hole, no statement that could not be read.</summary>
    public bool IsComplete
    {
        get => HasAllColumns && HasAllKeys;
        init => (HasAllColumns, HasAllKeys) = (value, value);
    }

    public UniqueKey? PrimaryKey => UniqueKeys.FirstOrDefault(k => k.IsPrimary);

    /// <summary>What two sources say of one table: this one decides whether it is known completely.</summary>
    public Table With(Table other) => this with
    {
        Columns = [.. Columns.Select(column => other.Column(column.Name) is { IsRenewed: true } ? column with { IsRenewed = true } : column), .. other.Columns.Where(column => Column(column.Name) is null)],
        UniqueKeys = [.. UniqueKeys, .. other.UniqueKeys.Where(key => UniqueKeys.All(mine => !mine.IsSameAs(key)))],
        Exclusions = [.. Exclusions, .. other.Exclusions],
        ForeignKeys = [.. ForeignKeys, .. other.ForeignKeys.Where(key => ForeignKeys.All(mine => !mine.Columns.SequenceEqual(key.Columns) || !mine.References.Matches(key.References)))],
        Checks = [.. Checks, .. other.Checks.Where(check => Checks.All(mine => mine.Name != check.Name))],
    };

    public Column? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);

    /// <summary>
    /// Looks for a key whose columns are all among those that the conditions fix by equality, so that at most one row matches and a
    /// second insert of the same values fails with 23505. The other conditions count where the key is partial. A key without
    /// caveats is preferred. The conditions must be of this table and all hold: <see cref="Query.Where"/>, <see cref="Query.Inserted"/>.
    /// </summary>
    /// <param name="conditions">The conditions on columns.</param>
    /// <param name="computed">Those on what is computed from columns.</param>
    public KeyAnswer UniqueKeyCovering(IEnumerable<ColumnMatch> conditions, IEnumerable<ComputedMatch>? computed = null)
    {
        ColumnMatch[] known = [.. conditions.Select(AsNamed)];
        var expressions = computed?.Select(match => UniqueKey.Bare(match.Text)).ToHashSet() ?? [];
        KeyAnswer? best = null;
        foreach (var key in UniqueKeys)
        {
            if (Covers(key, known, expressions) is { } answer && (best is null || answer.Caveats.Length < best.Caveats.Length))
                best = answer;
        }
        if (best is not null)
            return best;
        var columns = string.Join(", ", known.Where(m => m.IsFixed).Select(m => m.Column.Name).Distinct());
        var keys = UniqueKeys.IsEmpty ? "has no unique key" : $"has unique keys only over {string.Join(" and ", UniqueKeys.Select(k => $"({k.Describe()})"))}";
        return KeyAnswer.No($"{Name} {keys}, none within ({columns})", HasAllKeys);
    }

    /// <summary>A condition on <c>articleId</c> is one on <c>article_id</c> where the table has that and nothing of the other name: the library turns names over, also those that a helper is given only where it is called.</summary>
    private ColumnMatch AsNamed(ColumnMatch match) =>
        match.Column.Name.AsSpan().ContainsAnyInRange('A', 'Z') && Column(match.Column.Name) is null && NamingStyle.Snake(match.Column.Name) is var snake && Column(snake) is not null ? match with { Column = match.Column with { Name = snake } } : match;

    private KeyAnswer? Covers(UniqueKey key, ColumnMatch[] known, HashSet<string> expressions)
    {
        var columns = known.Where(m => m.IsFixed).Select(m => m.Column.Name).ToHashSet();
        if (!key.Columns.All(columns.Contains) || (key.Columns.IsEmpty && key.Expressions.IsEmpty))
            return null;

        var caveats = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<KeyExpression> open = [.. key.Expressions.Where(e => !expressions.Contains(UniqueKey.Bare(e.Text)) && !IsSettled(e, known))];
        if (!open.IsEmpty)
        {
            // Whether the program computes the same value, or leaves it to the row, is not known.
            if (key.Columns.IsEmpty && !key.Expressions.All(e => e.Columns.Any(columns.Contains)))
                return null;
            caveats.Add($"the key is over {string.Join(", ", open.Select(e => e.Text))}");
        }
        if (!key.NullsNotDistinct)
        {
            var present = known.Where(m => m.Operator == "is not null").Select(m => m.Column.Name).ToHashSet();
            foreach (var name in key.Columns.Where(c => Column(c) is not { IsNotNull: true } && !present.Contains(c)))
                caveats.Add(Column(name) is null ? $"{name} may be null, its definition was not found" : $"{name} may be null, and nulls are distinct");
        }
        if (key.Predicate is { } predicate && !predicate.IsImpliedBy(known))
            caveats.Add($"the key holds only where {predicate.Text}");
        if (key.IsDeferrable)
            caveats.Add("the key is deferrable: it may be checked only at COMMIT, and ON CONFLICT cannot use it");
        return new(key, caveats.ToImmutable(), "", IsCertain: true);
    }

    /// <summary>Whether what is computed from columns has one value in all rows that match, and not null: what an index computes is immutable, so the columns decide.</summary>
    private bool IsSettled(KeyExpression expression, ColumnMatch[] known) => !expression.Columns.IsEmpty && expression.Columns.All(column =>
        expression.IsNeverNull
            ? known.Any(match => match.Column.Name == column && (match.IsFixed || match.Operator is "is null"))
            : known.Any(match => match.Column.Name == column && match.IsFixed) && (Column(column) is { IsNotNull: true } || known.Any(match => match.Column.Name == column && match.Operator is "is not null")));
}

/// <summary>A column.</summary>
/// <param name="Type">As in <c>integer</c>, <c>text[]</c>, <c>public.state</c>; empty where it is not known.</param>
/// <param name="HasDefault">Whether an insert that leaves it out gives it a value: DEFAULT, identity, generated, serial.</param>
public sealed record Column(string Name, string Type, bool IsNotNull, bool HasDefault, Place Place)
{
    /// <summary>Whether the library that changes a row gives it a new value each time, though no statement names it: Prisma's <c>@updatedAt</c>.</summary>
    public bool IsRenewed { get; init; }
}

/// <summary>Columns or expressions of which no two rows have the same values.</summary>
/// <param name="Name">Name of the constraint or index, or empty where PostgreSQL chooses it.</param>
/// <param name="Expressions">Key parts that are no plain columns.</param>
/// <param name="Predicate">The condition of a partial index, or null.</param>
/// <param name="IsConstraint">Whether it is a constraint, which <c>ON CONFLICT ON CONSTRAINT</c> can name, rather than a mere index.</param>
public sealed record UniqueKey(
    string Name, ImmutableArray<string> Columns, ImmutableArray<KeyExpression> Expressions, KeyPredicate? Predicate,
    bool IsPrimary, bool IsConstraint, bool NullsNotDistinct, bool IsDeferrable, Place Place)
{
    /// <summary>Whether both refuse the same rows, whatever they are called.</summary>
    public bool IsSameAs(UniqueKey other) =>
        Columns.ToHashSet().SetEquals(other.Columns) && Expressions.Select(e => Bare(e.Text)).SequenceEqual(other.Expressions.Select(e => Bare(e.Text))) && Bare(Predicate?.Text ?? "") == Bare(other.Predicate?.Text ?? "");

    /// <summary>SQL without quotes, brackets, spaces, casts and the names of tables before those of columns, in lower case: the same condition is written in many ways.</summary>
    internal static string Bare(string sql)
    {
        var bare = new System.Text.StringBuilder();
        var word = 0;
        for (var at = 0; at < sql.Length; at++)
        {
            var c = sql[at];
            if (c is '\'')
            {
                var end = sql.IndexOf('\'', at + 1) is >= 0 and var close ? close : sql.Length - 1;
                bare.Append(sql, at, end - at + 1);
                at = end;
                word = bare.Length;
            }
            else if (c is ':' && at + 1 < sql.Length && sql[at + 1] is ':')
            {
                at++;
                while (at + 1 < sql.Length && (char.IsLetterOrDigit(sql[at + 1]) || sql[at + 1] is '_' or '[' or ']'))
                    at++;
            }
            else if (c is '.' && bare.Length > word && !char.IsDigit(bare[word]))
            {
                bare.Length = word;
            }
            else if (c is not ('"' or '(' or ')') && !char.IsWhiteSpace(c))
            {
                if (!char.IsLetterOrDigit(c) && c is not '_')
                    word = bare.Length + 1;
                bare.Append(char.ToLowerInvariant(c));
            }
            else if (c is '(' || char.IsWhiteSpace(c))
            {
                word = bare.Length;
            }
        }

        return bare.ToString();
    }

    /// <summary>Its parts as in the definition.</summary>
    public string Describe() => string.Join(", ", Columns.Concat(Expressions.Select(e => e.Text))) + (Predicate is null ? "" : $" WHERE {Predicate.Text}");
}

/// <summary>A key part such as <c>lower(email)</c>.</summary>
public sealed record KeyExpression(string Text, ImmutableArray<string> Columns)
{
    /// <summary>Whether it has a value where its columns have none: <c>coalesce(folder_id, '')</c>.</summary>
    public bool IsNeverNull => Text.TrimStart('(', ' ').StartsWith("coalesce", StringComparison.OrdinalIgnoreCase) && !Text.Contains("null", StringComparison.OrdinalIgnoreCase) && Text.Any(c => c is '\'' or >= '0' and <= '9');
}

/// <summary>The condition of a partial index.</summary>
public sealed record KeyPredicate(string Text, QueryCondition Condition)
{
    /// <summary>
    /// Whether rows that match these equalities all lie in the index: every part of the predicate is among the equalities with the
    /// same constant, or is <c>IS NOT NULL</c> of a column that is equal to something. As careful as PostgreSQL itself.
    /// </summary>
    public bool IsImpliedBy(IReadOnlyCollection<ColumnMatch> known) =>
        Condition is { Either.IsEmpty: true, HasOthers: false, HasHole: false } && Condition.Matches.All(part => known.Any(fact => Implies(fact, part)));

    private static bool Implies(ColumnMatch fact, ColumnMatch part)
    {
        if (fact.Column.Name != part.Column.Name)
            return false;
        if (part.Operator == "is not null")
            return fact.Operator == "=";
        if (fact.Operator == part.Operator && part.Values.IsEmpty)
            return true;
        return part.Operator is "=" or "in" && fact.Operator == "=" && fact.Values is [{ Source: ValueSource.Constant, Text: { } value }]
            && part.Values.Any(v => v.Source == ValueSource.Constant && v.Text == value);
    }
}

/// <summary>An exclusion constraint: no two rows for which all operators hold.</summary>
public sealed record Exclusion(string Name, ImmutableArray<(string Part, string Operator)> Elements, string? Predicate, Place Place);

/// <summary>A foreign key.</summary>
/// <param name="ReferencedColumns">Empty for the primary key of the other table where it is not known.</param>
/// <param name="OnDelete">As <c>cascade</c>, <c>set null</c>; empty for <c>no action</c>.</param>
public sealed record ForeignKey(string Name, ImmutableArray<string> Columns, TableName References, ImmutableArray<string> ReferencedColumns, string OnDelete, Place Place);

/// <summary>A trigger.</summary>
/// <param name="Timing"><c>before</c>, <c>after</c> or <c>instead of</c>.</param>
/// <param name="Events"><c>insert</c>, <c>update</c>, <c>delete</c>, <c>truncate</c>.</param>
/// <param name="Function">The name of the function that it runs.</param>
public sealed record Trigger(string Name, string Timing, ImmutableArray<string> Events, string Function, Place Place);

/// <summary>A function of the database with the statements in its body, those that are put together at run time left out.</summary>
public sealed record Procedure(string Name, ImmutableArray<Query> Queries, Place Place);

/// <summary>A CHECK constraint with its text.</summary>
public sealed record Check(string Name, string Text, ImmutableArray<string> Columns, Place Place);

/// <summary>Whether a unique key covers some columns.</summary>
/// <param name="Key">The key, or null.</param>
/// <param name="Caveats">What the key leaves open, in words; a key without caveats makes a second row impossible.</param>
/// <param name="WhyNot">Why there is no key, in words; empty where there is one.</param>
/// <param name="IsCertain">Whether the answer is known rather than just not found: an incomplete table may have keys that were not seen.</param>
public sealed record KeyAnswer(UniqueKey? Key, ImmutableArray<string> Caveats, string WhyNot, bool IsCertain)
{
    /// <summary>Whether two rows with the same values are impossible.</summary>
    public bool IsUnconditional => Key is not null && Caveats.IsEmpty;

    public static KeyAnswer No(string why, bool isCertain) => new(null, [], why, isCertain);
}
