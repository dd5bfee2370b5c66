using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <content>CREATE and DROP.</content>
public sealed partial class SqlParser
{
    private SqlStatement ParseCreate(int start)
    {
        _at++;
        var orReplace = Accept("or", "replace");
        AcceptFragments();
        var at = _at;
        var isTemporary = false;
        while (Current.Word is "global" or "local" or "temporary" or "temp" or "unlogged" or "foreign" or "recursive" or "materialized" or "constraint" or "trusted" or "procedural" or "default")
        {
            isTemporary |= Current.Word is "temporary" or "temp";
            _at++;
        }
        switch (Current.Word)
        {
            case "table" when !orReplace:
                return ParseCreateTable(start, isTemporary, isForeign: _tokens[_at - 1].Word == "foreign");
            case "view":
                return ParseCreateView(start, isMaterialized: _tokens[_at - 1].Word == "materialized");
            case "trigger":
                return ParseCreateTrigger(start);
            case "function" or "procedure":
                return ParseCreateFunction(start);
            case "unique" when Ahead(1).Word == "index":
                _at++;
                return ParseCreateIndex(start, isUnique: true);
            case "index":
                return ParseCreateIndex(start, isUnique: false);
            case "type" or "domain":
                return ParseCreateType(start);
            case "schema":
                return ParseCreateSchema(start);
        }
        _at = at;
        if (!IsCreatable(Current.Word) && !_sawFragment)
            Fail();
        return Unknown(start);
    }

    private static bool IsCreatable(string word) => word is "access" or "aggregate" or "cast" or "collation" or "conversion" or "database"
        or "event" or "extension" or "group" or "foreign" or "language" or "operator" or "policy" or "publication" or "role" or "rule" or "sequence"
        or "server" or "statistics" or "subscription" or "tablespace" or "text" or "transform" or "user" or "global" or "local"
        or "temporary" or "temp" or "unlogged" or "default" or "trusted" or "procedural" or "assertion";

    private CreateTableStatement ParseCreateTable(int start, bool isTemporary, bool isForeign)
    {
        _at++;
        var ifNotExists = IfNotExists();
        var table = ParseQualifiedName();
        var parts = new TableParts();
        QualifiedName? partitionOf = null;
        if (Accept("partition", "of"))
            partitionOf = ParseQualifiedName();
        else if (Accept("of"))
            ParseQualifiedName(KeywordCategory.TypeOrFunction);
        AcceptFragments();
        if (Is("("))
            ParseTableElements(parts);

        var isPartitioned = false;
        var inherits = ImmutableArray<QualifiedName>.Empty;
        SelectQuery? query = null;
        while (!AtEnd)
        {
            if (Accept("inherits"))
                inherits = ParenthesizedList(() => ParseQualifiedName());
            else if (Accept("partition", "by"))
            {
                isPartitioned = true;
                ParseLabel();
                SkipParentheses();
            }
            else if (Accept("for", "values"))
                ParsePartitionBound();
            else if (Accept("default") || Accept("without", "oids"))
                continue;
            else if (Accept("using") || Accept("tablespace") || Accept("server"))
                ParseLabel();
            else if (Accept("with") || Accept("options"))
                SkipParentheses();
            else if (Accept("on", "commit"))
                _at += Is("drop") ? 1 : 2;
            else if (Accept("as"))
            {
                query = Is("execute") ? null : ParseQuery();
                if (Is("execute"))
                    _at = _end;
                if (Is("with", "no") || Is("with", "data"))
                    _at += Is("with", "no") ? 3 : 2;
            }
            else if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            else
            {
                if (!_sawFragment)
                    Fail();
                break;
            }
        }
        return new()
        {
            Span = From(start),
            Table = table,
            IfNotExists = ifNotExists,
            IsTemporary = isTemporary,
            IsForeign = isForeign,
            Columns = parts.Columns.ToImmutable(),
            Constraints = parts.Constraints.ToImmutable(),
            Likes = parts.Likes.ToImmutable(),
            Inherits = inherits,
            PartitionOf = partitionOf,
            IsPartitioned = isPartitioned,
            Query = query,
            Fragments = TakeFragments(),
        };
    }

    private sealed class TableParts
    {
        public ImmutableArray<ColumnDefinition>.Builder Columns { get; } = ImmutableArray.CreateBuilder<ColumnDefinition>();
        public ImmutableArray<TableConstraint>.Builder Constraints { get; } = ImmutableArray.CreateBuilder<TableConstraint>();
        public ImmutableArray<LikeTable>.Builder Likes { get; } = ImmutableArray.CreateBuilder<LikeTable>();
    }

    private void ParseTableElements(TableParts parts)
    {
        Expect("(");
        if (Accept(")"))
            return;
        do
        {
            if (Current.Kind == TokenKind.Hole && (Ahead(1).Word is "," or ")" || Ahead(1).Kind == TokenKind.Hole))
                AcceptFragments();
            else if (Is("like"))
                parts.Likes.Add(ParseLike());
            else if (AtTableConstraint())
                parts.Constraints.Add(ParseConstraint(null));
            else
                parts.Columns.Add(ParseColumn());
            AcceptFragments();
        }
        while (Accept(",") && !_failed);
        Expect(")");
    }

    private LikeTable ParseLike()
    {
        var start = Offset;
        _at++;
        var table = ParseQualifiedName();
        var including = ImmutableArray.CreateBuilder<string>();
        while (Is("including") || Is("excluding"))
        {
            if (Accept("including"))
                including.Add(Current.Word);
            else
                _at++;
            _at++;
        }
        return new() { Span = From(start), Table = table, Including = including.ToImmutable() };
    }

    private bool AtTableConstraint() => Current.Word switch
    {
        "constraint" or "check" or "foreign" => true,
        "unique" => true,
        "primary" => Ahead(1).Word == "key",
        "exclude" => Ahead(1).Word is "using" or "(",
        "not" => Ahead(1).Word == "null",
        _ => false,
    };

    private ColumnDefinition ParseColumn()
    {
        var start = Offset;
        var name = ParseName();
        // Columns of "PARTITION OF" and "OF type" bring constraints only.
        if (Accept("with", "options"))
            return new() { Name = name, Constraints = ParseColumnConstraints(name), Span = From(start) };
        var type = AtColumnConstraint() || AtEnd ? null : ParseType();
        return new() { Name = name, Type = type, Constraints = ParseColumnConstraints(name), Span = From(start) };
    }

    private bool AtColumnConstraint() => Current.Word is "constraint" or "not" or "null" or "unique" or "primary" or "check" or "default" or "generated"
        or "references" or "deferrable" or "initially" or "collate" or "enforced" or "storage" or "compression" or "options" or "," or ")";

    private ImmutableArray<TableConstraint> ParseColumnConstraints(SqlName column)
    {
        var constraints = ImmutableArray.CreateBuilder<TableConstraint>();
        while (!AtEnd && AtColumnConstraint() && !Is(",") && !Is(")"))
        {
            if (Accept("collate"))
                ParseQualifiedName(KeywordCategory.TypeOrFunction);
            else if (Accept("storage") || Accept("compression"))
                ParseLabel();
            else if (Accept("options"))
                SkipParentheses();
            else
                constraints.Add(ParseConstraint(column));
            AcceptFragments();
        }
        return constraints.ToImmutable();
    }

    /// <summary>A constraint of a table, or of a column where one is given.</summary>
    private TableConstraint ParseConstraint(SqlName? column)
    {
        var (start, first) = (Offset, _at);
        var name = Accept("constraint") ? ParseName() : null;
        var kind = ConstraintKind.Unknown;
        ImmutableArray<SqlName> columns = column is null ? [] : [column];
        ImmutableArray<SqlName> referenced = [];
        ImmutableArray<IndexElement> elements = [];
        QualifiedName? references = null;
        SqlExpression? expression = null;
        SqlName? usingIndex = null;
        var nullsNotDistinct = false;
        var actions = (OnDelete: "", OnUpdate: "");

        if (Accept("not", "null"))
        {
            kind = ConstraintKind.NotNull;
            if (column is null)
                columns = [ParseName()];
            Accept("no", "inherit");
        }
        else if (Accept("null"))
        {
            kind = ConstraintKind.Null;
        }
        else if (Accept("default"))
        {
            kind = ConstraintKind.Default;
            expression = ParseRestricted();
        }
        else if (Accept("generated"))
        {
            (kind, expression) = ParseGenerated();
        }
        else if (Accept("check"))
        {
            kind = ConstraintKind.Check;
            Expect("(");
            expression = ParseCondition();
            Expect(")");
        }
        else if (Is("unique") || Is("primary", "key"))
        {
            kind = Is("unique") ? ConstraintKind.Unique : ConstraintKind.PrimaryKey;
            _at += kind == ConstraintKind.Unique ? 1 : 2;
            nullsNotDistinct = Accept("nulls", "not", "distinct");
            Accept("nulls", "distinct");
            if (Is("using", "index") && Ahead(2).Word != "tablespace")
            {
                _at += 2;
                usingIndex = ParseName();
            }
            else if (column is null)
                columns = ParseKeyColumns();
            ParseIndexOptions();
        }
        else if (Accept("exclude"))
        {
            kind = ConstraintKind.Exclude;
            if (Accept("using"))
                ParseLabel();
            elements = ParenthesizedList(ParseIndexElement);
            ParseIndexOptions();
            expression = ParseWhere("where");
        }
        else if (Is("foreign", "key") || Is("references"))
        {
            kind = ConstraintKind.ForeignKey;
            if (Accept("foreign", "key"))
                columns = ParseKeyColumns();
            Expect("references");
            references = ParseQualifiedName();
            referenced = Is("(") ? ParseKeyColumns() : [];
            actions = ParseReferenceActions();
        }
        else if (column is null && !_sawFragment)
        {
            Fail();
        }

        var (isDeferrable, isDeferred, isNotValid, sawAttribute) = ParseConstraintAttributes();
        // Behind a hole the rest of a constraint may be missing, but whoever calls in a loop must get on: "ADD COLUMN a ${type} primary".
        if (kind == ConstraintKind.Unknown && !sawAttribute && (!_sawFragment || _at == first))
            Fail();
        return new()
        {
            Span = From(start),
            Kind = kind,
            Name = name,
            Columns = columns,
            NullsNotDistinct = nullsNotDistinct,
            UsingIndex = usingIndex,
            Expression = expression,
            Elements = elements,
            References = references,
            ReferencedColumns = referenced,
            OnDelete = actions.OnDelete,
            OnUpdate = actions.OnUpdate,
            IsDeferrable = isDeferrable,
            IsInitiallyDeferred = isDeferred,
            IsNotValid = isNotValid,
        };
    }

    private ImmutableArray<SqlName> ParseKeyColumns() => ParenthesizedList(() =>
    {
        Accept("period");
        var name = ParseName();
        Accept("without", "overlaps");
        return name;
    });

    private (ConstraintKind Kind, SqlExpression? Expression) ParseGenerated()
    {
        if (!Accept("always"))
        {
            Expect("by");
            Expect("default");
        }
        Expect("as");
        if (Accept("identity"))
        {
            SkipParentheses();
            return (ConstraintKind.Identity, null);
        }
        Expect("(");
        var expression = ParseExpression();
        Expect(")");
        _ = Accept("stored") || Accept("virtual");
        return (ConstraintKind.Generated, expression);
    }

    private void ParseIndexOptions()
    {
        if (Accept("include"))
            ParseNames();
        if (Accept("with"))
            SkipParentheses();
        if (Accept("using", "index", "tablespace"))
            ParseLabel();
    }

    private (string OnDelete, string OnUpdate) ParseReferenceActions()
    {
        var (onDelete, onUpdate) = ("", "");
        while (!AtEnd)
        {
            if (Accept("match"))
                ParseLabel();
            else if (Is("on") && Ahead(1).Word is "delete" or "update")
            {
                var isDelete = Ahead(1).Word == "delete";
                _at += 2;
                var action = Is("no") || Is("set") ? Current.Word + " " + Ahead(1).Word : Current.Word;
                _at += Is("no") || Is("set") ? 2 : 1;
                if (action.StartsWith("set ", StringComparison.Ordinal) && Is("("))
                    ParseNames();
                (onDelete, onUpdate) = isDelete ? (action, onUpdate) : (onDelete, action);
            }
            else
                break;
        }
        return (onDelete, onUpdate);
    }

    private (bool IsDeferrable, bool IsDeferred, bool IsNotValid, bool Any) ParseConstraintAttributes()
    {
        var (isDeferrable, isDeferred, isNotValid, any) = (false, false, false, false);
        while (!AtEnd)
        {
            if (Accept("deferrable"))
                isDeferrable = true;
            else if (Accept("initially", "deferred"))
                isDeferrable = isDeferred = true;
            else if (Accept("not", "valid"))
                isNotValid = true;
            else if (!Accept("not", "deferrable") && !Accept("initially", "immediate") && !Accept("no", "inherit") && !Accept("enforced") && !Accept("not", "enforced"))
                break;
            any = true;
        }
        AcceptFragments();
        return (isDeferrable, isDeferred, isNotValid, any);
    }

    private void ParsePartitionBound()
    {
        if (Accept("in") || Accept("with"))
            SkipParentheses();
        else if (Accept("from"))
        {
            SkipParentheses();
            Expect("to");
            SkipParentheses();
        }
        else if (!_sawFragment)
            Fail();
    }

    private CreateIndexStatement ParseCreateIndex(int start, bool isUnique)
    {
        _at++;
        var isConcurrent = Accept("concurrently");
        AcceptFragments();
        var ifNotExists = IfNotExists();
        var name = Is("on") ? null : ParseName();
        Expect("on");
        Accept("only");
        var table = ParseQualifiedName();
        Accept("*");
        AcceptFragments();
        if (Accept("using"))
            ParseLabel();
        var elements = ParenthesizedList(ParseIndexElement);
        if (Accept("include"))
            ParenthesizedList(ParseIndexElement);
        var nullsNotDistinct = Accept("nulls", "not", "distinct");
        Accept("nulls", "distinct");
        if (Accept("with"))
            SkipParentheses();
        if (Accept("tablespace"))
            ParseLabel();
        var where = ParseWhere("where");
        AcceptFragments();
        return new()
        {
            Span = From(start),
            Name = name,
            Table = table,
            IsUnique = isUnique,
            IsConcurrent = isConcurrent,
            IfNotExists = ifNotExists,
            Elements = elements,
            NullsNotDistinct = nullsNotDistinct,
            Where = where,
            Fragments = TakeFragments(),
        };
    }

    /// <summary>A key of an index: column, call or parenthesized expression, then collation, operator class and order.</summary>
    private IndexElement ParseIndexElement()
    {
        var start = Offset;
        var value = ParsePostfix();
        if (Accept("collate"))
            ParseQualifiedName(KeywordCategory.TypeOrFunction);
        if (AtName && !Is("nulls") && Current.Kind is TokenKind.Word or TokenKind.QuotedWord)
        {
            ParseQualifiedName();
            SkipParentheses();
        }
        if (!Accept("asc"))
            Accept("desc");
        if (Accept("nulls") && !Accept("first"))
            Expect("last");
        var name = "";
        if (Accept("with"))
        {
            name = Current.Word;
            if (name == "operator")
                name = ParseOperatorName();
            else
                _at++;
        }
        AcceptFragments();
        return new() { Span = From(start), Value = value, Operator = name };
    }

    private DropStatement ParseDrop(int start)
    {
        _at++;
        var words = new List<string>();
        if (Current.Word is "owned" or "user" or "operator" or "cast" or "transform")
            return UnknownDrop(start);
        while (Current.Kind == TokenKind.Word && !Is("if") && !IsLastDropWord(words))
        {
            words.Add(Current.Word);
            _at++;
        }
        var kind = string.Join(' ', words);
        if (!IsDroppable(kind))
            Fail();
        Accept("concurrently");
        var ifExists = IfExists();
        if (kind == "user mapping")
            return UnknownDrop(start);
        var names = List(ParseDroppedName);
        var on = Accept("on") ? ParseQualifiedName() : null;
        while (Current.Kind == TokenKind.Word && Current.Word is "using" || Is("force") || Is("with"))
            _at++;
        SkipParentheses();
        var isCascade = Accept("cascade");
        if (!isCascade)
            Accept("restrict");
        AcceptFragments();
        return new() { Span = From(start), Object = kind, Names = names, On = on, IfExists = ifExists, IsCascade = isCascade, Fragments = TakeFragments() };
    }

    private static bool IsLastDropWord(List<string> words) => words.Count > 0 && words[^1] is not ("materialized" or "foreign" or "event" or "access" or "text" or "search" or "procedural" or "data");

    private static bool IsDroppable(string kind) => kind is "table" or "index" or "view" or "materialized view" or "foreign table" or "sequence" or "type" or "domain"
        or "schema" or "function" or "procedure" or "routine" or "aggregate" or "trigger" or "extension" or "policy" or "rule" or "role" or "group"
        or "database" or "publication" or "subscription" or "collation" or "conversion" or "server" or "language" or "procedural language"
        or "statistics" or "tablespace" or "event trigger" or "access method" or "foreign data wrapper"
        or "text search configuration" or "text search dictionary" or "text search parser" or "text search template";

    private DropStatement UnknownDrop(int start)
    {
        var kind = Current.Word;
        _at = _end;
        return new() { Span = From(start), Object = kind, Fragments = TakeFragments() };
    }

    private QualifiedName ParseDroppedName()
    {
        var name = ParseQualifiedName(KeywordCategory.TypeOrFunction);
        SkipParentheses();
        return name;
    }
}
