using System.Collections.Immutable;
using Hostile.Syntax.Sql;

namespace Hostile.Model.Database;

/// <summary>Applies definitions one after the other, as the server would, and keeps what is left.</summary>
internal sealed partial class SchemaBuilder
{
    private readonly Dictionary<TableName, Table> _tables = [];
    private readonly List<TableName> _order = [];
    private readonly Dictionary<TableName, EnumType> _enums = [];

    private readonly List<SessionDefault> _settings = [];
    private readonly Dictionary<string, Procedure> _functions = new(StringComparer.Ordinal);

    private SchemaSource _source = null!;

    /// <summary>The first statement that may have changed any table; null when all could be read.</summary>
    public Place? Unread { get; private set; }

    /// <summary>Every table that any statement made or changed, and whether it was made here without minding that it may be there already.</summary>
    public Dictionary<TableName, bool> EverSeen { get; } = [];

    /// <summary>Where tables, and columns of tables, were dropped or renamed away; what was made again is taken out.</summary>
    public Dictionary<(string Table, string Column), Place> Dropped { get; } = [];

    public Dictionary<string, int> StatementCounts { get; } = new(StringComparer.Ordinal);

    public ImmutableArray<Table> Tables() => [.. _order.Where(_tables.ContainsKey).Distinct().Select(n => _tables[n])];

    public ImmutableArray<SessionDefault> SessionDefaults() => [.. _settings];

    public ImmutableArray<EnumType> Enums() => [.. _enums.Values];

    public ImmutableArray<Procedure> Functions() => [.. _functions.Values];

    public void Apply(SchemaSource source)
    {
        _source = source;
        if (source.Change is { } change)
        {
            Workers.Step();
            StatementCounts[source.Path] = StatementCounts.GetValueOrDefault(source.Path) + 1;
            Apply(change, new(source.PlaceOfNode!, static _ => null));
            return;
        }

        var tree = SqlParser.Parse(source.Text);
        foreach (var statement in tree.Statements)
        {
            Workers.Step();
            if (source.IsOnlyOffered)
            {
                Offer(statement, tree.HasError(statement.Span) || !statement.Fragments.IsEmpty);
                continue;
            }

            var path = source.Locate(statement.Span).Path;
            StatementCounts[path] = StatementCounts.GetValueOrDefault(path) + 1;
            Apply(statement, tree.HasError(statement.Span) || !statement.Fragments.IsEmpty);
        }
    }

    /// <summary>What a program makes by itself while it runs: the table may be there before, under other keys, and what it drops may be another's.</summary>
    private void Offer(SqlStatement statement, bool isPartlyUnknown)
    {
        switch (statement)
        {
            case CreateTableStatement { IsTemporary: false } create when NameOf(create.Table) is { IsKnown: true } name && Find(name) is null:
                Create(create, isPartlyUnknown);
                EverSeen[name] = false;
                if (Find(name) is { } table)
                    Put(table with { HasAllKeys = false });
                break;
            case CreateIndexStatement { IsUnique: true } index when NameOf(index.Table).IsKnown:
                AddIndex(index);
                break;
        }
    }

    private void Apply(SqlStatement statement, bool isPartlyUnknown)
    {
        switch (statement)
        {
            case CreateTableStatement { IsTemporary: false } create:
                Create(create, isPartlyUnknown);
                break;
            case CreateIndexStatement { IsUnique: true } index:
                AddIndex(index);
                break;
            case AlterTableStatement alter:
                Alter(alter, isPartlyUnknown);
                break;
            case DropStatement drop:
                Drop(drop);
                break;
            case TypeStatement type:
                ChangeType(type);
                break;
            case CreateSchemaStatement schema:
                foreach (var element in schema.Elements)
                    Apply(element, isPartlyUnknown);
                break;
            case AlterSettingStatement setting:
                _settings.Add(new(setting.Role, setting.Database, setting.Set.Setting, QueryReader.ValueSetBy(setting.Set), _source.Locate(setting.Span)));
                break;
            case CreateFunctionStatement { Body: { } body } function when function.Language is "plpgsql" or "sql":
                _functions[NameOf(function.Name).Name] = ReadFunction(_source.Text.Show(body), function);
                break;
            case CreateTriggerStatement { Function: { } called } trigger:
                AddTrigger(trigger, called);
                break;
            case DoStatement block:
                ApplyBlock(_source.Text.Show(block.Body), block.Body.Start, block);
                break;
            case CreateViewStatement view:
                Dropped.Remove((NameOf(view.Name).Name, ""));
                break;
            case UnknownStatement { Words: "" }:
                Unread ??= PlaceOf(statement);
                break;
        }
    }

    /// <summary>
    /// The definitions in a block are applied as if all its conditions held: they ask whether the thing is there already, as a rule. Only what a block puts together
    /// from pieces may mean any table.
    /// </summary>
    private void ApplyBlock(string body, int offset, SqlNode block)
    {
        var outer = _source;
        foreach (var statement in ProcedureBody.Read(body))
        {
            Workers.Step();
            if (statement.IsDynamic)
            {
                // "EXECUTE format('GRANT CONNECT ON DATABASE %I …')" changes who may, and no table.
                bool Says(string word) => statement.Text.Contains(word, StringComparison.OrdinalIgnoreCase);
                if (!(Says("GRANT") || Says("REVOKE") || Says("POLICY")) || Says("ALTER TABLE") || Says("CREATE TABLE") || Says("INDEX"))
                    Unread ??= outer.Locate(block.Span);
                continue;
            }

            var start = offset + statement.Start;
            _source = outer with { Text = SqlText.Of(statement.Text), Locate = span => outer.Locate(new(Math.Min(start + span.Start, block.Span.End), Math.Min(start + span.End, block.Span.End))) };
            var tree = SqlParser.Parse(_source.Text);
            foreach (var inner in tree.Statements)
            {
                if (inner is not (DoStatement or UnknownStatement))
                    Apply(inner, tree.HasError(inner.Span));
            }
        }

        _source = outer;
    }

    private Procedure ReadFunction(string body, CreateFunctionStatement function)
    {
        IEnumerable<SqlText> texts = function.Language == "sql" ? [SqlText.Of(body)] : ProcedureBody.Read(body).Where(statement => !statement.IsDynamic).Select(statement => SqlText.Of(statement.Text));
        return new(NameOf(function.Name).Name, [.. texts.SelectMany(text => Query.Parse(text))], PlaceOf(function.Name));
    }

    private void AddTrigger(CreateTriggerStatement trigger, QualifiedName called)
    {
        var table = Known(NameOf(trigger.Table), PlaceOf(trigger.Table));
        var added = new Trigger(trigger.Name.Text, trigger.Timing, trigger.Events, NameOf(called).Name, PlaceOf(trigger));
        Put(table with { Triggers = [.. table.Triggers.Where(other => other.Name != added.Name), added] });
    }

    private void Create(CreateTableStatement create, bool isPartlyUnknown)
    {
        var name = NameOf(create.Table);
        // What was changed before it was made, as where the order of files is not that of the server, is made here.
        var early = Find(name) is { } known && !EverSeen.GetValueOrDefault(known.Name) ? known : null;
        EverSeen[name] = true;
        if (early is null && Find(name) is not null && create.IfNotExists)
            return;
        var table = new Table(name, PlaceOf(create.Table))
        {
            IsComplete = !isPartlyUnknown && name.IsKnown && create.Inherits.IsEmpty && create.Query is null
                && !(create.Columns.IsEmpty && create.Constraints.IsEmpty && create.Likes.IsEmpty && create.PartitionOf is null),
        };
        foreach (var like in create.Likes)
            table = Copy(table, like);
        if (create.PartitionOf is { } parent)
            table = Find(NameOf(parent)) is { } whole
                ? table with { Columns = whole.Columns, UniqueKeys = whole.UniqueKeys, ForeignKeys = whole.ForeignKeys, Checks = whole.Checks, IsComplete = table.IsComplete && whole.IsComplete }
                : table with { IsComplete = false };
        foreach (var column in create.Columns)
            table = AddColumn(table, column);
        foreach (var constraint in create.Constraints)
            table = AddConstraint(table, constraint);
        if (early is not null)
        {
            _tables.Remove(early.Name);
            table = table.With(early);
        }

        Put(table);
        if (!_order.Contains(name))
            _order.Add(name);
    }

    private Table Copy(Table table, LikeTable like)
    {
        if (Find(NameOf(like.Table)) is not { } source)
            return table with { IsComplete = false };
        var keys = like.Including.Any(i => i is "all" or "indexes");
        return table with
        {
            Columns = [.. table.Columns, .. source.Columns],
            UniqueKeys = keys ? [.. table.UniqueKeys, .. source.UniqueKeys.Select(k => k with { Name = "" })] : table.UniqueKeys,
            IsComplete = table.IsComplete && source.IsComplete,
        };
    }

    private Table AddColumn(Table table, ColumnDefinition column)
    {
        var type = column.Type?.ToString() ?? "";
        var isSerial = type is "serial" or "bigserial" or "smallserial" or "serial4" or "serial8" or "serial2";
        bool Has(ConstraintKind kind) => column.Constraints.Any(c => c.Kind == kind);
        var name = column.Name.Text;
        var old = table.Column(name);
        var added = new Column(
            name,
            type == "" ? old?.Type ?? "" : type,
            isSerial || Has(ConstraintKind.NotNull) || Has(ConstraintKind.PrimaryKey) || Has(ConstraintKind.Identity) || old is { IsNotNull: true },
            isSerial || Has(ConstraintKind.Default) || Has(ConstraintKind.Generated) || Has(ConstraintKind.Identity) || old is { HasDefault: true },
            PlaceOf(column));
        table = table with { Columns = old is null ? table.Columns.Add(added) : table.Columns.Replace(old, added), IsComplete = table.IsComplete && column.Name.IsKnown };
        foreach (var constraint in column.Constraints)
            table = AddConstraint(table, constraint);
        return table;
    }

    private Table AddConstraint(Table table, TableConstraint constraint)
    {
        var name = constraint.Name?.Text ?? "";
        var columns = constraint.Columns.Select(c => c.Text).ToImmutableArray();
        var place = PlaceOf(constraint);
        switch (constraint.Kind)
        {
            case ConstraintKind.PrimaryKey or ConstraintKind.Unique:
                var isPrimary = constraint.Kind == ConstraintKind.PrimaryKey;
                if (constraint.UsingIndex is { } index)
                    return UseIndex(table, constraint, index.Text);
                if (isPrimary)
                    table = table with { Columns = [.. table.Columns.Select(c => columns.Contains(c.Name) ? c with { IsNotNull = true } : c)] };
                var key = new UniqueKey(
                    name != "" ? name : isPrimary ? DefaultName(table, [], "pkey") : DefaultName(table, columns, "key"),
                    columns, [], null, isPrimary, true, constraint.NullsNotDistinct, constraint.IsDeferrable, place);
                return table with { UniqueKeys = table.UniqueKeys.Add(key), IsComplete = table.IsComplete && constraint.Columns.All(c => c.IsKnown) };
            case ConstraintKind.Exclude:
                var elements = constraint.Elements.Select(e => (Part: Show(e.Value), e.Operator)).ToImmutableArray();
                return table with { Exclusions = table.Exclusions.Add(new(name, elements, constraint.Expression is { } where ? Show(where) : null, place)) };
            case ConstraintKind.ForeignKey:
                var referenced = NameOf(constraint.References!);
                return table with { ForeignKeys = table.ForeignKeys.Add(new(name != "" ? name : DefaultName(table, columns, "fkey"), columns, referenced, [.. constraint.ReferencedColumns.Select(c => c.Text)], constraint.OnDelete, place)) };
            case ConstraintKind.Check when constraint.Expression is { } check:
                var checkedColumns = ColumnsOf(check);
                return table with { Checks = table.Checks.Add(new(name != "" ? name : DefaultName(table, checkedColumns.Length == 1 ? checkedColumns : [], "check"), Show(check), checkedColumns, place)) };
            case ConstraintKind.NotNull:
                return table with { Columns = [.. table.Columns.Select(c => columns.Contains(c.Name) ? c with { IsNotNull = true } : c)] };
            default:
                return table;
        }
    }

    private static Table UseIndex(Table table, TableConstraint constraint, string index)
    {
        var isPrimary = constraint.Kind == ConstraintKind.PrimaryKey;
        if (table.UniqueKeys.FirstOrDefault(k => k.Name == index) is not { } key)
            return table with { IsComplete = false };
        // The index takes the constraint's name.
        var changed = key with { Name = constraint.Name?.Text ?? index, IsPrimary = isPrimary, IsConstraint = true, IsDeferrable = constraint.IsDeferrable };
        return table with
        {
            UniqueKeys = table.UniqueKeys.Replace(key, changed),
            Columns = isPrimary ? [.. table.Columns.Select(c => key.Columns.Contains(c.Name) ? c with { IsNotNull = true } : c)] : table.Columns,
        };
    }

    /// <summary>The name that PostgreSQL gives, cut to 63 bytes as it does (of names in ASCII); those that it numbers are not computed.</summary>
    private static string DefaultName(Table table, ImmutableArray<string> columns, string label)
    {
        var (first, second) = (table.Name.Name, string.Join('_', columns));
        var room = 63 - label.Length - 1 - (second == "" ? 0 : 1);
        while (first.Length + second.Length > room)
            (first, second) = first.Length > second.Length ? (first[..^1], second) : (first, second[..^1]);
        return second == "" ? $"{first}_{label}" : $"{first}_{second}_{label}";
    }

    private void AddIndex(CreateIndexStatement index)
    {
        var name = NameOf(index.Table);
        if (Find(name) is not { } table)
        {
            // A unique index of a table whose definition is elsewhere is still a fact.
            table = new(name, PlaceOf(index.Table)) { IsComplete = false };
            _order.Add(name);
        }
        var indexName = index.Name?.Text ?? "";
        if (index.IfNotExists && table.UniqueKeys.Any(k => k.Name == indexName))
            return;
        var key = new UniqueKey(
            indexName,
            [.. index.Elements.Select(e => e.Value).OfType<ColumnExpression>().Select(c => c.Name.Last.Text)],
            [.. index.Elements.Where(e => e.Value is not ColumnExpression).Select(e => new KeyExpression(Show(e.Value), ColumnsOf(e.Value)))],
            index.Where is { } where ? new(Show(where), QueryReader.ReadPredicate(where, table.Name, _source.Text)) : null,
            IsPrimary: false, IsConstraint: false, index.NullsNotDistinct, IsDeferrable: false, PlaceOf(index));
        Put(table with { UniqueKeys = table.UniqueKeys.Add(key) });
    }

    private void Alter(AlterTableStatement alter, bool isPartlyUnknown)
    {
        var name = NameOf(alter.Table);
        if (alter.Relation == "index")
        {
            RenameIndex(name.Name, alter.Actions);
            return;
        }
        if (alter.Relation is not "table" and not "foreign table")
            return;
        if (!name.IsKnown)
        {
            Unread ??= PlaceOf(alter);
            return;
        }
        if (Find(name) is not { } table)
        {
            table = new(name, PlaceOf(alter.Table)) { IsComplete = false };
            _order.Add(name);
        }
        name = table.Name;
        foreach (var action in alter.Actions)
            table = Change(table, action);
        if (isPartlyUnknown)
            table = table with { IsComplete = false };
        if (table.Name != name)
        {
            if (table.Name.Name != name.Name)
                Dropped[(name.Name, "")] = PlaceOf(alter);
            _tables.Remove(name);
            _order.Add(table.Name);
            Retarget(name, table.Name);
        }
        Put(table);
    }

    private Table Change(Table table, AlterTableAction action)
    {
        var name = action.Name?.Text ?? "";
        switch (action.Kind)
        {
            case AlterTableKind.AddColumn when table.Column(name) is null:
                return AddColumn(table, action.Column!);
            case AlterTableKind.DropColumn:
                Dropped[(table.Name.Name, name)] = PlaceOf(action);
                return WithoutColumn(table, name);
            case AlterTableKind.AddConstraint:
                return AddConstraint(table, action.Constraint!);
            case AlterTableKind.DropConstraint:
                return table with
                {
                    UniqueKeys = [.. table.UniqueKeys.Where(k => k.Name != name)],
                    Exclusions = [.. table.Exclusions.Where(k => k.Name != name)],
                    ForeignKeys = [.. table.ForeignKeys.Where(k => k.Name != name)],
                    Checks = [.. table.Checks.Where(c => c.Name != name)],
                };
            case AlterTableKind.RenameTable:
                return table with { Name = new(table.Name.Schema, action.NewName!.Text) };
            case AlterTableKind.SetSchema:
                return table with { Name = new(action.NewName!.Text, table.Name.Name) };
            case AlterTableKind.RenameColumn:
                Dropped[(table.Name.Name, name)] = PlaceOf(action);
                return RenameColumn(table, name, action.NewName!.Text);
            case AlterTableKind.RenameConstraint:
                return table with { UniqueKeys = [.. table.UniqueKeys.Select(k => k.Name == name ? k with { Name = action.NewName!.Text } : k)] };
            case AlterTableKind.SetNotNull or AlterTableKind.DropNotNull:
                return WithColumn(table, name, c => c with { IsNotNull = action.Kind == AlterTableKind.SetNotNull });
            case AlterTableKind.SetDefault or AlterTableKind.DropDefault:
                return WithColumn(table, name, c => c with { HasDefault = action.Kind == AlterTableKind.SetDefault });
            case AlterTableKind.SetType:
                return WithColumn(table, name, c => c with { Type = action.Type!.ToString() });
            case AlterTableKind.Inherit:
                return table with { IsComplete = false };
            default:
                return table;
        }
    }

    private static Table WithColumn(Table table, string name, Func<Column, Column> change) =>
        table with { Columns = [.. table.Columns.Select(c => c.Name == name ? change(c) : c)] };

    private static Table RenameColumn(Table table, string old, string name)
    {
        ImmutableArray<string> Rename(ImmutableArray<string> columns) => [.. columns.Select(c => c == old ? name : c)];
        return WithColumn(table, old, c => c with { Name = name }) with
        {
            UniqueKeys = [.. table.UniqueKeys.Select(k => k with { Columns = Rename(k.Columns), Expressions = [.. k.Expressions.Select(e => e with { Columns = Rename(e.Columns) })] })],
            ForeignKeys = [.. table.ForeignKeys.Select(k => k with { Columns = Rename(k.Columns) })],
            Checks = [.. table.Checks.Select(c => c with { Columns = Rename(c.Columns) })],
        };
    }

    private void RenameIndex(string index, ImmutableArray<AlterTableAction> actions)
    {
        if (actions is not [{ Kind: AlterTableKind.RenameTable, NewName: { } newName }])
            return;
        foreach (var table in _tables.Values.Where(t => t.UniqueKeys.Any(k => k.Name == index)).ToArray())
            Put(table with { UniqueKeys = [.. table.UniqueKeys.Select(k => k.Name == index ? k with { Name = newName.Text } : k)] });
    }

    private void Retarget(TableName old, TableName name)
    {
        foreach (var table in _tables.Values.Where(t => t.ForeignKeys.Any(k => k.References.Matches(old))).ToArray())
            Put(table with { ForeignKeys = [.. table.ForeignKeys.Select(k => k.References.Matches(old) ? k with { References = name } : k)] });
    }

    private void Drop(DropStatement drop)
    {
        foreach (var dropped in drop.Names)
        {
            var name = NameOf(dropped);
            switch (drop.Object)
            {
                case "table" or "foreign table":
                    if (!name.IsKnown)
                        Unread ??= PlaceOf(drop);
                    else if (Find(name) is { } table)
                        Remove(table, PlaceOf(drop));
                    break;
                case "index":
                    foreach (var table in _tables.Values.Where(t => t.UniqueKeys.Any(k => k.Name == name.Name && !k.IsConstraint)).ToArray())
                        Put(table with { UniqueKeys = [.. table.UniqueKeys.Where(k => k.Name != name.Name)] });
                    break;
                case "schema":
                    foreach (var table in _tables.Keys.Where(k => k.Schema == name.Name).ToArray())
                        _tables.Remove(table);
                    break;
                case "function" or "procedure":
                    _functions.Remove(name.Name);
                    break;
                case "trigger":
                    foreach (var table in _tables.Values.Where(t => t.Triggers.Any(trigger => trigger.Name == name.Name) && (drop.On is null || t.Name.Matches(NameOf(drop.On)))).ToArray())
                        Put(table with { Triggers = [.. table.Triggers.Where(trigger => trigger.Name != name.Name)] });
                    break;
                case "type":
                    _enums.Remove(name);
                    break;
            }
        }
    }

    private void ChangeType(TypeStatement type)
    {
        var name = NameOf(type.Name);
        if (type.Form == "enum")
            _enums[name] = new(name, [.. type.Labels.Select(l => l.Value)], PlaceOf(type));
        else if (_enums.TryGetValue(name, out var old))
        {
            if (type is { Form: "add value", Labels: [var added] } && !old.Labels.Contains(added.Value))
                _enums[name] = old with { Labels = old.Labels.Add(added.Value) };
            else if (type is { Form: "rename value", Labels: [var from, var to] })
                _enums[name] = old with { Labels = [.. old.Labels.Select(l => l == from.Value ? to.Value : l)] };
            else if (type is { Form: "rename", NewName: { } newName })
            {
                _enums.Remove(name);
                var renamed = new TableName(name.Schema, newName.Text);
                _enums[renamed] = old with { Name = renamed };
            }
        }
    }

    private Table? Find(TableName name)
    {
        if (_tables.TryGetValue(name, out var exact))
            return exact;
        var matching = _tables.Values.Where(t => t.Name.Matches(name)).Take(2).ToArray();
        return matching is [var only] ? only : null;
    }

    private void Remove(Table table, Place place)
    {
        Dropped[(table.Name.Name, "")] = place;
        _tables.Remove(table.Name);
    }

    private void Put(Table table)
    {
        Dropped.Remove((table.Name.Name, ""));
        EverSeen.TryAdd(table.Name, false);
        _tables[table.Name] = table;
    }

    private string Show(SqlNode node) => string.Join(' ', _source.Text.Show(node.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Place PlaceOf(SqlNode node) => _source.Locate(node.Span);

    private static ImmutableArray<string> ColumnsOf(SqlExpression expression) =>
        [.. expression.Descendants().OfType<ColumnExpression>().Select(c => c.Name.Last.Text).Distinct()];

    private static TableName NameOf(QualifiedName name) => new(name.Qualifier?.Text, name.Last.Text);
}
