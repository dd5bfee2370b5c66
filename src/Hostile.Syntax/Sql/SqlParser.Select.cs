using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <content>Queries.</content>
public sealed partial class SqlParser
{
    private SqlStatement ParseSelectStatement(int start)
    {
        var query = ParseQuery();
        if (!AtEnd && Current.Kind == TokenKind.Hole)
            AcceptFragments();
        return new SelectStatement { Span = From(start), Query = query, Fragments = TakeFragments() };
    }

    /// <summary><c>WITH … SELECT|INSERT|UPDATE|DELETE|MERGE</c></summary>
    private SqlStatement ParseWithStatement(int start)
    {
        var (with, isRecursive) = ParseWith();
        AcceptFragments();
        switch (Current.Word)
        {
            case "insert":
                return ParseInsert(start, with);
            case "update":
                return ParseUpdate(start, with);
            case "delete":
                return ParseDelete(start, with);
            case "merge":
                return ParseMerge(start, with);
        }
        var query = ParseQuery();
        query.With = [.. with, .. query.With];
        query.IsRecursive = isRecursive;
        query.Span = From(start);
        AcceptFragments();
        return new SelectStatement { Span = From(start), Query = query, Fragments = TakeFragments() };
    }

    private (ImmutableArray<CommonTable> Tables, bool IsRecursive) ParseWith()
    {
        if (!Accept("with"))
            return ([], false);
        var isRecursive = Accept("recursive");
        return (List(ParseCommonTable), isRecursive);
    }

    private CommonTable ParseCommonTable()
    {
        var start = Offset;
        var name = ParseName();
        var columns = Is("(") ? ParseNames() : [];
        Expect("as");
        if (!Accept("materialized"))
            Accept("not", "materialized");
        Expect("(");
        var outer = _fragments;
        _fragments = ImmutableArray.CreateBuilder<int>();
        var statement = ParseStatement();
        _fragments = outer;
        Expect(")");
        if (Is("search") || Is("cycle"))
            SkipSearchAndCycle();
        return new() { Span = From(start), Name = name, Columns = columns, Statement = statement };
    }

    /// <summary><c>SEARCH DEPTH FIRST BY a SET b</c>, <c>CYCLE a SET b [TO x DEFAULT y] USING c</c></summary>
    private void SkipSearchAndCycle()
    {
        if (Accept("search"))
        {
            _at += 2;
            Expect("by");
            List(() => ParseName());
            Expect("set");
            ParseName();
        }
        if (Accept("cycle"))
        {
            List(() => ParseName());
            Expect("set");
            ParseName();
            if (Accept("to"))
            {
                ParsePrimary();
                Expect("default");
                ParsePrimary();
            }
            Expect("using");
            ParseName();
        }
    }

    private SelectQuery ParseQuery()
    {
        var start = Offset;
        if (!Enter())
            return new() { Span = From(start), Kind = SelectKind.Select };
        var outer = _fragments;
        _fragments = ImmutableArray.CreateBuilder<int>();

        var (with, isRecursive) = ParseWith();
        AcceptFragments();
        var query = ParseQueryRest(null, start);
        query.With = [.. with, .. query.With];
        query.IsRecursive |= isRecursive;
        query.Span = From(start);

        _fragments = outer;
        Leave();
        return query;
    }

    private bool AtQueryRest() => AtEnd || Current.Kind == TokenKind.Hole || Current.Word is ")" or "union" or "intersect" or "except" or "order" or "limit" or "offset" or "fetch" or "for";

    /// <summary>Set operators and what follows a query; <paramref name="first"/> is the first operand where it is read already.</summary>
    private SelectQuery ParseQueryRest(SelectQuery? first, int start)
    {
        var query = ParseSetOperand(start, first);
        while (Is("union") || Is("except"))
        {
            var name = Current.Word;
            _at++;
            var isAll = AcceptAll();
            var right = ParseSetOperand(Offset, null);
            query = new() { Span = From(start), Kind = SelectKind.SetOperation, Operator = name, IsAll = isAll, Left = query, Right = right };
        }
        ParseQueryTail(query);
        query.Span = From(start);
        return query;
    }

    /// <summary>INTERSECT binds more tightly than UNION and EXCEPT.</summary>
    private SelectQuery ParseSetOperand(int start, SelectQuery? first)
    {
        var query = first ?? ParseSimpleQuery();
        while (Accept("intersect"))
        {
            var isAll = AcceptAll();
            var right = ParseSimpleQuery();
            query = new() { Span = From(start), Kind = SelectKind.SetOperation, Operator = "intersect", IsAll = isAll, Left = query, Right = right };
        }
        return query;
    }

    private bool AcceptAll()
    {
        if (Accept("all"))
            return true;
        Accept("distinct");
        return false;
    }

    private SelectQuery ParseSimpleQuery()
    {
        var start = Offset;
        switch (Current.Word)
        {
            case "(":
                _at++;
                var inner = ParseQuery();
                Expect(")");
                return inner;
            case "values":
                _at++;
                var rows = List(ParseRow);
                AcceptFragments();
                return new() { Span = From(start), Kind = SelectKind.Values, Rows = rows };
            case "table":
                _at++;
                Accept("only");
                var table = ParseNamedTable(Offset);
                var everything = new SelectItem { Span = table.Span, Value = new StarExpression { Span = table.Span } };
                return new() { Span = From(start), Kind = SelectKind.Select, Items = [everything], From = [table] };
            case "select":
                return ParseSelect(start);
        }
        if (Current.Kind == TokenKind.Hole)
            TakeFragment();
        else
            Fail();
        return new() { Span = From(start), Kind = SelectKind.Select };
    }

    /// <summary>One row of <c>VALUES</c>, or what stands for rows.</summary>
    private SqlExpression ParseRow()
    {
        var start = Offset;
        if (!Accept("("))
            return ParsePrimary();
        var (query, items) = Is(")") ? (null, []) : ParseGroup();
        Expect(")");
        return query is null
            ? new RowExpression { Span = From(start), Items = items }
            : new RowExpression { Span = From(start), Items = [Group(start, query, items)] };
    }

    private SelectQuery ParseSelect(int start)
    {
        _at++;
        var isDistinct = Accept("distinct");
        if (!isDistinct)
            Accept("all");
        var distinctOn = isDistinct && Accept("on") ? ParenthesizedList(ParseExpression) : [];
        // An empty select list is legal.
        var items = AtQueryRest() && Current.Kind != TokenKind.Hole || Current.Word is "from" or "where" or "into" or "group" or "having" or "window" ? [] : List(ParseSelectItem);
        AcceptFragments();

        QualifiedName? into = null;
        if (Accept("into"))
        {
            _ = Accept("temporary") || Accept("temp") || Accept("unlogged");
            Accept("table");
            into = ParseQualifiedName();
        }

        var from = ParseFrom("from");
        var where = ParseWhere("where");
        var groupBy = ImmutableArray<SqlExpression>.Empty;
        if (Accept("group", "by"))
        {
            if (!Accept("all"))
                Accept("distinct");
            groupBy = List(ParseGroupingElement);
        }
        AcceptFragments();
        var having = ParseWhere("having");
        var windows = Accept("window") ? List(ParseNamedWindow) : [];
        AcceptFragments(ref where);
        return new()
        {
            Span = From(start),
            Kind = SelectKind.Select,
            IsDistinct = isDistinct,
            DistinctOn = distinctOn,
            Items = items,
            Into = into,
            From = from,
            Where = where,
            GroupBy = groupBy,
            Having = having,
            Windows = windows,
            Fragments = TakeFragments(),
        };
    }

    private SqlExpression? ParseWhere(string word)
    {
        var condition = Accept(word) ? ParseCondition() : null;
        AcceptFragments(ref condition);
        return condition;
    }

    private SqlExpression ParseGroupingElement()
    {
        if (Accept("grouping", "sets"))
        {
            var start = Offset;
            return new RowExpression { Items = ParenthesizedList(ParseGroupingElement), Span = From(start) };
        }
        return ParseExpression();
    }

    private SqlWindow ParseNamedWindow()
    {
        var start = Offset;
        var name = ParseName();
        Expect("as");
        return ParseWindowDefinition(start, name);
    }

    private SelectItem ParseSelectItem()
    {
        var start = Offset;
        var value = ParseExpression();
        SqlName? alias = null;
        if (Accept("as"))
            alias = ParseLabel();
        else if (value is StarExpression)
            alias = null;
        else if (Current is { Kind: TokenKind.Word, IsBareLabel: true } && !(value is FragmentExpression && Current.Category != KeywordCategory.None) || Current.Kind == TokenKind.QuotedWord)
            alias = ParseLabel();
        return new() { Span = From(start), Value = value, Alias = alias };
    }

    private ImmutableArray<SelectItem> ParseReturning()
    {
        if (!Accept("returning"))
            return [];
        if (Accept("with"))
            SkipParentheses();
        return List(ParseSelectItem);
    }

    private ImmutableArray<SqlOrder> ParseOrderBy() => Accept("order", "by") ? List(ParseOrder) : [];

    private SqlOrder ParseOrder()
    {
        var start = Offset;
        var key = ParseExpression();
        var isDescending = Accept("desc");
        if (!isDescending && !Accept("asc") && Accept("using"))
            _ = Is("operator") ? ParseOperatorName() : _tokens[_at++].Word;
        AcceptFragments();
        if (Accept("nulls") && !Accept("first") && !Accept("last"))
            Fail();
        return new() { Span = From(start), Key = key, Descending = isDescending };
    }

    private void ParseQueryTail(SelectQuery query)
    {
        AcceptFragments();
        while (!AtEnd)
        {
            if (Is("order", "by"))
                query.OrderBy = ParseOrderBy();
            else if (Accept("limit"))
                query.Limit = Accept("all") ? null : ParseExpression();
            else if (Accept("offset"))
            {
                query.Offset = ParseExpression();
                _ = Accept("row") || Accept("rows");
            }
            else if (Accept("fetch"))
                query.Limit = ParseFetch();
            else if (Is("for") && Ahead(1).Word is "update" or "no" or "share" or "key")
                query.Locks = query.Locks.Add(ParseLocking());
            else if (Accept("for", "read", "only"))
                continue;
            else if (Current.Kind == TokenKind.Hole)
                AcceptFragments();
            else
                break;
        }
        query.Fragments = [.. query.Fragments, .. _fragments.Except(query.Fragments)];
    }

    private SqlExpression? ParseFetch()
    {
        if (!Accept("first"))
            Expect("next");
        var start = Offset;
        var count = Is("row") || Is("rows")
            ? new ConstantExpression { Span = From(start), Kind = ConstantKind.Number, Value = "1" }
            : ParseUnary();
        if (!Accept("row"))
            Expect("rows");
        if (!Accept("only") && !Accept("with", "ties"))
            Fail();
        return count;
    }

    private LockingClause ParseLocking()
    {
        var start = Offset;
        _at++;
        var strength =
            Accept("update") ? "update" :
            Accept("no", "key", "update") ? "no key update" :
            Accept("share") ? "share" :
            Accept("key", "share") ? "key share" : "";
        if (strength == "")
            Fail();
        var of = Accept("of") ? List(() => ParseQualifiedName()) : [];
        var wait = Accept("nowait") ? "nowait" : Accept("skip", "locked") ? "skip locked" : "wait";
        return new() { Span = From(start), Strength = strength, Of = of, Wait = wait };
    }

    private ImmutableArray<TableReference> ParseFrom(string word)
    {
        AcceptFragments();
        if (!Accept(word))
            return [];
        return List(ParseTableReference);
    }

    private TableReference ParseTableReference()
    {
        if (!Enter())
            return new HoleTable { Span = From(Offset), Hole = -1 };
        var start = Offset;
        var table = ParseJoins(ParseTableOperand(), start);
        Leave();
        return table;
    }

    private TableReference ParseJoins(TableReference left, int start)
    {
        while (!AtEnd)
        {
            if (Current.Kind == TokenKind.Hole)
            {
                AcceptFragments();
                continue;
            }
            var isNatural = Accept("natural");
            var kind = Current.Word switch
            {
                "join" => "inner",
                "inner" or "left" or "right" or "full" or "cross" => Current.Word,
                _ => "",
            };
            if (kind == "")
            {
                if (isNatural)
                    Fail();
                return left;
            }
            if (!Is("join"))
            {
                _at++;
                Accept("outer");
            }
            Expect("join");
            left = ParseJoin(left, start, kind, isNatural);
        }
        return left;
    }

    private JoinTable ParseJoin(TableReference left, int start, string kind, bool isNatural)
    {
        var rightStart = Offset;
        var right = ParseTableOperand();
        // "a JOIN b JOIN c ON … ON …": the condition that comes first belongs to the join opened last.
        if (kind != "cross" && !isNatural && !Is("on") && !Is("using"))
            right = ParseJoins(right, rightStart);

        SqlExpression? on = null;
        var columns = ImmutableArray<SqlName>.Empty;
        SqlName? alias = null;
        if (kind != "cross" && !isNatural)
        {
            if (Accept("on"))
            {
                on = ParseCondition();
            }
            else if (Accept("using"))
            {
                columns = ParseNames();
                alias = Accept("as") ? ParseName() : null;
            }
            else if (!_sawFragment)
            {
                Fail();
            }
        }
        return new() { Span = From(start), Kind = kind, IsNatural = isNatural, Left = left, Right = right, On = on, Using = columns, Alias = alias };
    }

    private TableReference ParseTableOperand()
    {
        var start = Offset;
        var isLateral = Accept("lateral");
        if (Is("("))
        {
            var (query, table) = ParseTableGroup();
            if (query is null)
            {
                ParseAlias();
                return table!;
            }
            var (alias, columns) = ParseAlias();
            return new QueryTable { Span = From(start), Query = query, IsLateral = isLateral, Alias = alias, Columns = columns };
        }
        if (Is("rows") && Ahead(1).Word == "from" && Ahead(2).Word == "(")
        {
            _at += 2;
            var calls = ParenthesizedList(ParseRowsFromItem);
            return FinishFunctionTable(start, calls);
        }
        if (Current.Kind == TokenKind.Hole && Ahead(1).Word != "." && (Ahead(1).Word != "(" || Ahead(1).Start != Current.End))
        {
            var hole = Current.Hole;
            _sawFragment = true;
            _at++;
            var (alias, columns) = ParseAlias();
            if (alias is null)
                return new HoleTable { Span = From(start), Hole = hole };
            var unknown = new SqlName { Span = new(start, start + 1), Text = "${" + hole + "}", Hole = hole };
            return new NamedTable { Span = From(start), Name = new() { Span = unknown.Span, Parts = [unknown] }, Alias = alias, Columns = columns };
        }
        return ParseNamedOrFunctionTable(start);
    }

    private (SelectQuery? Query, TableReference? Table) ParseTableGroup()
    {
        if (!Enter())
            return (null, new HoleTable { Span = From(Offset), Hole = -1 });
        var group = ParseTableGroupCore();
        Leave();
        return group;
    }

    private (SelectQuery? Query, TableReference? Table) ParseTableGroupCore()
    {
        Expect("(");
        var start = Offset;
        SelectQuery? query = null;
        TableReference? table = null;
        if (AtQuery())
        {
            query = ParseQuery();
        }
        else if (Is("("))
        {
            (query, table) = ParseTableGroup();
            if (query is not null && AtQueryRest())
            {
                query = ParseQueryRest(query, start);
            }
            else
            {
                if (query is not null)
                {
                    var (alias, columns) = ParseAlias();
                    table = new QueryTable { Span = From(start), Query = query, Alias = alias, Columns = columns };
                    query = null;
                }
                table = ParseJoins(table!, start);
            }
        }
        else if (Current.Kind == TokenKind.Hole && Ahead(1).Word == ")")
        {
            table = new HoleTable { Span = Current.Span, Hole = Current.Hole };
            _sawFragment = true;
            _at++;
        }
        else
        {
            table = ParseTableReference();
        }
        Expect(")");
        return (query, table);
    }

    private SqlExpression ParseRowsFromItem()
    {
        var call = ParsePrimary();
        if (Accept("as"))
            SkipParentheses();
        return call;
    }

    private TableReference ParseNamedOrFunctionTable(int start)
    {
        var only = Accept("only");
        if (only && Accept("("))
        {
            var inner = ParseNamedTable(start);
            Expect(")");
            return inner;
        }
        var at = _at;
        var isBareFunction = Current.Word is "current_date" or "current_time" or "current_timestamp" or "localtime" or "localtimestamp"
            or "current_user" or "current_role" or "session_user" or "system_user" or "user" or "current_catalog"
            or "cast" or "current_schema";
        if (!AtEnd && !IsName(Current, KeywordCategory.TypeOrFunction) && !isBareFunction)
        {
            Fail();
            return new HoleTable { Span = From(start), Hole = -1 };
        }
        while (Ahead(1).Word == ".")
            _at += 2;
        var isCall = isBareFunction || Ahead(1).Word == "(" || Is("collation", "for");
        _at = at;
        if (!isCall)
            return ParseNamedTable(start);
        var call = ParsePrimary();
        return FinishFunctionTable(start, [call]);
    }

    private FunctionTable FinishFunctionTable(int start, ImmutableArray<SqlExpression> calls)
    {
        Accept("with", "ordinality");
        if (Is("as", "("))
        {
            _at++;
            SkipParentheses();
        }
        var (alias, columns) = ParseAlias();
        return new() { Span = From(start), Calls = calls, Alias = alias, Columns = columns };
    }

    private NamedTable ParseNamedTable(int start)
    {
        var name = ParseQualifiedName();
        Accept("*");
        var (alias, columns) = ParseAlias();
        if (Accept("tablesample"))
        {
            ParsePrimary();
            if (Accept("repeatable"))
                SkipParentheses();
        }
        return new() { Span = From(start), Name = name, Alias = alias, Columns = columns };
    }

    /// <summary><c>[AS] alias [(columns)]</c>; columns of a function may have types.</summary>
    private (SqlName? Alias, ImmutableArray<SqlName> Columns) ParseAlias()
    {
        var isExplicit = Accept("as");
        if (!isExplicit && !(Current.Kind is TokenKind.Word or TokenKind.QuotedWord && AtName))
            return (null, []);
        var alias = ParseName();
        if (!Accept("("))
            return (alias, []);
        var columns = List(ParseAliasColumn);
        Expect(")");
        return (alias, columns);
    }

    private SqlName ParseAliasColumn()
    {
        var name = ParseName();
        if (!Is(",") && !Is(")"))
        {
            ParseType();
            if (Accept("collate"))
                ParseQualifiedName(KeywordCategory.TypeOrFunction);
        }
        return name;
    }
}
