using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <content>Operands: constants, names, calls, parentheses and the forms with keywords of their own.</content>
public sealed partial class SqlParser
{
    private bool AtQuery() => Current.Word is "select" or "values" or "with" or "table" && (!Is("table") || Ahead(1).Kind is TokenKind.Word or TokenKind.QuotedWord or TokenKind.Hole);

    /// <summary>Whether only parentheses stand between here and a query.</summary>
    private bool AtParenthesizedQuery()
    {
        var distance = 0;
        // Deeper than the limit nothing is read, so that nested parentheses cost no more than their number.
        while (distance <= DepthLimit && Ahead(distance).Word == "(")
            distance++;
        return distance > 0 && Ahead(distance).Word is "select" or "values" or "with" or "table";
    }

    /// <summary>What stands in parentheses, the opening one being read: a query or expressions. Which one shows only after inner parentheses.</summary>
    private (SelectQuery? Query, ImmutableArray<SqlExpression> Items) ParseGroup()
    {
        if (!Enter())
            return (null, [Error()]);
        var group = ParseGroupCore();
        Leave();
        return group;
    }

    private (SelectQuery? Query, ImmutableArray<SqlExpression> Items) ParseGroupCore()
    {
        if (AtQuery())
            return (ParseQuery(), []);
        if (AtParenthesizedQuery())
        {
            var start = Offset;
            _at++;
            var (query, items) = ParseGroup();
            Expect(")");
            if (query is not null && AtQueryRest())
                return (ParseQueryRest(query, start), []);
            if (_failed)
                return (query, items);
            _pending = Group(start, query, items);
        }
        return (null, List(ParseExpression));
    }

    private SqlExpression Group(int start, SelectQuery? query, ImmutableArray<SqlExpression> items)
    {
        if (query is not null)
            return new QueryValueExpression { Span = From(start), Form = "", Query = query };
        return items.Length == 1 ? items[0] : new RowExpression { Span = From(start), Items = items };
    }

    private SqlExpression ParsePrimary()
    {
        if (_pending is { } pending)
        {
            _pending = null;
            return pending;
        }
        var start = Offset;
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return new ConstantExpression { Span = token.Span, Kind = ConstantKind.Number, Value = _source.Text[token.Start..token.End] };
            case TokenKind.String or TokenKind.Bits:
                return ParseString(start, null);
            case TokenKind.Parameter when token.Word == "@" && Ahead(1).Word == ".":
                return ParseAbsoluteValue(start);
            case TokenKind.Parameter when Ahead(1).Word != "." || token.Word == "$":
                _at++;
                return ParameterAt(token);
            case TokenKind.Hole when Ahead(1).Word != "." && (Ahead(1).Word != "(" || Ahead(1).Start != token.End):
                _at++;
                return new HoleExpression { Span = token.Span, Hole = token.Hole };
            case TokenKind.Hole or TokenKind.QuotedWord or TokenKind.Parameter:
                return ParseColumnOrCall(start);
            case TokenKind.Word:
                return ParseWord(start);
            case TokenKind.Punctuation when token.Word == "(":
                _at++;
                if (Accept(")"))
                    return new RowExpression { Span = From(start), Items = [] };
                var (query, items) = ParseGroup();
                Expect(")");
                return Group(start, query, items);
            case TokenKind.Punctuation when token.Word == "[":
                return ParseArrayItems(start);
            case TokenKind.Operator when token.Word == "*":
                _at++;
                return new StarExpression { Span = token.Span };
            default:
                Fail();
                return Error();
        }
    }

    /// <summary><c>@a.b</c> is no client's parameter but PostgreSQL's operator.</summary>
    private UnaryExpression ParseAbsoluteValue(int start)
    {
        var token = Current;
        _at += 2;
        var table = new SqlName { Span = new(start + 1, token.End), Text = FoldCase(_source.Text[(start + 1)..token.End]) };
        var column = ParseLabel();
        var name = new QualifiedName { Span = From(start + 1), Parts = [table, column] };
        return new() { Span = From(start), Operator = "@", Operand = new ColumnExpression { Span = name.Span, Name = name } };
    }

    private ParameterExpression ParameterAt(in SqlToken token)
    {
        var text = _source.Show(token.Span);
        var digits = text.AsSpan(1).TrimEnd("sIL$");
        var hasNumber = int.TryParse(digits, out var number);
        return token.Word switch
        {
            "$" => new() { Span = token.Span, Style = ParameterStyle.Dollar, Number = number },
            "?" => new() { Span = token.Span, Style = ParameterStyle.Question, Number = ++_placeholders },
            "%" => new() { Span = token.Span, Style = ParameterStyle.Percent, Number = hasNumber ? number : ++_placeholders },
            "$<" => new() { Span = token.Span, Style = ParameterStyle.Dollar, Name = text[2..^1].Split(':')[0] },
            "@" => new() { Span = token.Span, Style = ParameterStyle.At, Name = text[1..] },
            _ => new() { Span = token.Span, Style = ParameterStyle.Colon, Name = text.Trim(':').Trim('\'', '"') },
        };
    }

    private ConstantExpression ParseString(int start, TypeName? type)
    {
        var token = Current;
        _at++;
        var value = StringValue(token);
        var hole = token.Hole;
        while (Current.Kind == TokenKind.String && Current.OnNewLine && Current.Word == "" && _source.Text[Current.Start] == '\'')
        {
            value += StringValue(Current);
            hole = hole < 0 ? Current.Hole : hole;
            _at++;
        }
        if (Is("uescape") && Ahead(1).Kind == TokenKind.String)
            _at += 2;
        if (type?.Text == "interval")
            ParseIntervalFields();
        return new()
        {
            Span = From(start),
            Kind = token.Kind == TokenKind.Bits ? ConstantKind.Bits : ConstantKind.String,
            Value = value,
            Type = type,
            Hole = hole,
        };
    }

    private SqlExpression ParseWord(int start)
    {
        switch (Current.Word)
        {
            case "null":
                return Constant(start, ConstantKind.Null);
            case "true" or "false":
                return Constant(start, ConstantKind.Boolean);
            case "default":
                return Constant(start, ConstantKind.Default);
            case "case":
                return ParseCase(start);
            case "cast" or "treat" when Ahead(1).Word == "(":
                return ParseCast(start);
            case "exists" when Ahead(1).Word == "(":
                return ParseQueryValue(start, "exists");
            case "array" when Ahead(1).Word == "(":
                return ParseQueryValue(start, "array");
            case "array" when Ahead(1).Word == "[":
                _at++;
                return ParseArrayItems(start);
            case "row" when Ahead(1).Word == "(":
                _at += 2;
                var items = Is(")") ? [] : List(ParseExpression);
                Expect(")");
                return new RowExpression { Span = From(start), Items = items };
            case "current_date" or "current_user" or "current_role" or "current_catalog" or "session_user" or "system_user" or "user"
                or "current_time" or "current_timestamp" or "localtime" or "localtimestamp":
                return ParseBareFunction(start);
            case "variadic":
                _at++;
                return ParseExpression();
            case "current_schema" when Ahead(1).Word != "(":
                return ParseBareFunction(start);
            case "collation" when Ahead(1).Word == "for":
                _at += 2;
                return ParseParenthesizedCall(start, "pg_collation_for");
        }

        if (IsTypeWord(Current.Word) && Ahead(1).Word != "." && TryParseTypedConstant(start) is { } constant)
            return constant;
        if (Current.Category == KeywordCategory.Reserved || (Current.Category == KeywordCategory.TypeOrFunction && Ahead(1).Word is not "(" and not "."))
        {
            Fail();
            return Error();
        }
        return ParseColumnOrCall(start);
    }

    private ConstantExpression Constant(int start, ConstantKind kind)
    {
        var word = Current.Word;
        _at++;
        return new() { Span = From(start), Kind = kind, Value = word };
    }

    private CallExpression ParseBareFunction(int start)
    {
        var name = new QualifiedName { Span = Current.Span, Parts = [NameOf(Current)] };
        _at++;
        if (Is("(") && Ahead(1).Kind == TokenKind.Number && Ahead(2).Word == ")")
            _at += 3;
        return new() { Span = From(start), Name = name };
    }

    private CallExpression ParseParenthesizedCall(int start, string name)
    {
        var span = From(start);
        var arguments = ParenthesizedList(ParseExpression);
        return new()
        {
            Span = From(start),
            Name = new() { Span = span, Parts = [new() { Span = span, Text = name }] },
            Arguments = arguments,
        };
    }

    private static bool IsTypeWord(string word) => word is "int" or "integer" or "smallint" or "bigint" or "real" or "float" or "double"
        or "decimal" or "dec" or "numeric" or "boolean" or "bit" or "character" or "char" or "varchar" or "national" or "nchar"
        or "time" or "timestamp" or "interval" or "json";

    /// <summary><c>interval '1 day'</c>, <c>timestamp with time zone '…'</c>; null where the word is a column after all.</summary>
    private ConstantExpression? TryParseTypedConstant(int start)
    {
        var (at, failed, saw) = (_at, _failed, _sawFragment);
        var errors = _errors.Count;
        var type = Is("interval") && Ahead(1).Word == "(" ? ParseIntervalWithPrecision() : ParseType();
        if (!_failed && Current.Kind == TokenKind.String)
            return ParseString(start, type);

        _errors.Count = errors;
        (_at, _failed, _sawFragment) = (at, failed, saw);
        return null;
    }

    private TypeName ParseIntervalWithPrecision()
    {
        var start = Offset;
        _at++;
        ParseIntervalFields();
        return new() { Span = From(start), Text = "interval" };
    }

    private CaseExpression ParseCase(int start)
    {
        _at++;
        var operand = Is("when") ? null : ParseExpression();
        var branches = ImmutableArray.CreateBuilder<SqlExpression>();
        while (true)
        {
            if (Current.Kind == TokenKind.Hole)
                TakeFragment();
            if (!Accept("when"))
                break;
            branches.Add(ParseExpression());
            Expect("then");
            branches.Add(ParseExpression());
        }
        if (branches.Count == 0)
            Fail();
        var otherwise = Accept("else") ? ParseExpression() : null;
        AcceptFragments();
        Expect("end");
        return new() { Span = From(start), Operand = operand, Branches = branches.ToImmutable(), Else = otherwise };
    }

    private CastExpression ParseCast(int start)
    {
        _at += 2;
        var operand = ParseExpression();
        Expect("as");
        var type = ParseType();
        Expect(")");
        return new() { Span = From(start), Operand = operand, Type = type };
    }

    private SqlExpression ParseQueryValue(int start, string form)
    {
        _at += 2;
        if (Current.Kind == TokenKind.Hole)
        {
            var hole = new HoleExpression { Span = Current.Span, Hole = Current.Hole };
            _at++;
            Expect(")");
            return hole;
        }
        var (query, items) = ParseGroup();
        Expect(")");
        if (query is not null)
            return new QueryValueExpression { Span = From(start), Form = form, Query = query };
        Fail();
        return Group(start, query, items);
    }

    private ArrayExpression ParseArrayItems(int start)
    {
        if (!Enter())
            return new() { Span = From(start), Items = [] };
        Expect("[");
        var items = Is("]") ? [] : List(ParseExpression);
        Expect("]");
        Leave();
        return new() { Span = From(start), Items = items };
    }

    private SqlExpression ParseColumnOrCall(int start)
    {
        var parts = ImmutableArray.CreateBuilder<SqlName>();
        parts.Add(ParseLabel());
        while (Is("."))
        {
            _at++;
            if (Accept("*"))
                return new StarExpression { Span = From(start), Qualifier = new() { Span = From(start), Parts = parts.ToImmutable() } };
            parts.Add(ParseLabel());
            if (_failed)
                break;
        }

        var name = new QualifiedName { Span = From(start), Parts = parts.ToImmutable() };
        if (Is("("))
            return ParseCall(start, name);
        if (Current.Kind == TokenKind.String && name.Last.IsKnown)
            return ParseString(start, new() { Span = name.Span, Text = Canonical(name.ToString()) });
        return new ColumnExpression { Span = From(start), Name = name };
    }

    private SqlExpression ParseCall(int start, QualifiedName name)
    {
        if (!Enter())
            return Error();
        _at++;
        var isSpecial = name.Parts.Length == 1 && HasWordsBetweenArguments(name.Last.Text);
        var isStar = Is("*", ")") && Accept("*");
        var isDistinct = !isSpecial && Accept("distinct");
        if (!isSpecial && !isDistinct)
            Accept("all");

        var arguments = ImmutableArray<SqlExpression>.Empty;
        var order = ImmutableArray<SqlOrder>.Empty;
        if (isSpecial)
            arguments = ParseLooseArguments(name.Last.Text == "position");
        else if (!isStar && !Is(")"))
            (arguments, order) = (List(ParseArgument), ParseOrderBy());
        AcceptFragments();
        Expect(")");

        if (Accept("within", "group"))
        {
            Expect("(");
            order = ParseOrderBy();
            Expect(")");
        }
        SqlExpression? filter = null;
        if (Is("filter", "("))
        {
            _at += 2;
            Expect("where");
            filter = ParseCondition();
            Expect(")");
        }
        if ((Is("ignore") || Is("respect")) && Ahead(1).Word == "nulls")
            _at += 2;
        var over = Accept("over") ? ParseWindow() : null;
        Leave();
        // "varchar(3) 'x'" for a type that is no keyword.
        if (Current.Kind == TokenKind.String && over is null && !isStar && !Current.OnNewLine)
            return ParseString(start, new() { Span = From(start), Text = name.ToString(), Modifiers = arguments });
        return new CallExpression
        {
            Span = From(start),
            Name = name,
            Arguments = arguments,
            IsStar = isStar,
            IsDistinct = isDistinct,
            OrderBy = order,
            Filter = filter,
            Over = over,
        };
    }

    private SqlExpression ParseArgument()
    {
        var start = Offset;
        Accept("variadic");
        if (Current.Kind is TokenKind.Word or TokenKind.QuotedWord && Ahead(1).Word is "=>" or ":=")
        {
            var name = ParseLabel();
            _at++;
            var value = ParseExpression();
            return new NamedArgument { Span = From(start), Name = name, Value = value };
        }
        return ParseExpression();
    }

    private static bool HasWordsBetweenArguments(string name) => name is "extract" or "overlay" or "position" or "substring" or "trim" or "normalize"
        or "xmlelement" or "xmlforest" or "xmlattributes" or "xmlparse" or "xmlpi" or "xmlroot" or "xmlserialize" or "xmltable" or "xmlexists" or "xmlnamespaces"
        or "json" or "json_array" or "json_arrayagg" or "json_object" or "json_objectagg" or "json_exists" or "json_query" or "json_scalar"
        or "json_serialize" or "json_table" or "json_value";

    /// <summary>
    /// Arguments with keywords between them, of <c>extract(epoch FROM x)</c> to <c>json_value(a, b RETURNING int DEFAULT 0 ON ERROR)</c>:
    /// the expressions and types are read, the keywords passed over.
    /// </summary>
    private ImmutableArray<SqlExpression> ParseLooseArguments(bool isPosition)
    {
        var arguments = ImmutableArray.CreateBuilder<SqlExpression>();
        while (!AtEnd && !Is(")"))
        {
            var before = _at;
            if (Accept(",") || Accept(":") || Accept("distinct"))
                continue;
            if (Is("order", "by"))
                ParseOrderBy();
            else if (Is("columns", "("))
            {
                _at += 2;
                arguments.AddRange(ParseLooseArguments(false));
                Expect(")");
            }
            else if (Accept("as") || Accept("returning"))
                ParseType();
            else if (AtQuery() && !Is("with"))
                arguments.Add(new QueryValueExpression { Form = "array", Query = ParseQuery(), Span = From(_tokens[before].Start) });
            else if (IsWordBetween())
                _at++;
            else
                arguments.Add(isPosition ? ParseRestricted() : ParseArgument());
            if (_at == before)
                Fail();
        }
        return arguments.ToImmutable();
    }

    private bool IsWordBetween()
    {
        if (Current.Kind != TokenKind.Word)
            return false;
        if (Ahead(1).Word == "::")
            return false;
        // As an argument by itself, a word is a column, whatever else it may be.
        if (Current.Category != KeywordCategory.Reserved && Ahead(1) is { Kind: TokenKind.Operator } or { Word: "," or "." or "::" or "(" })
            return false;
        return Current.Word is "from" or "for" or "in" or "using" or "placing" or "leading" or "trailing" or "both" or "similar" or "escape"
            or "key" or "value" or "on" or "absent" or "error" or "empty" or "with" or "without" or "wrapper" or "unique" or "keys" or "format"
            or "encoding" or "passing" or "by" or "ref" or "name" or "document" or "content" or "strip" or "preserve" or "whitespace"
            or "version" or "standalone" or "yes" or "no" or "quotes" or "keep" or "omit" or "path" or "exists" or "nested" or "ordinality"
            or "default" or "conditional" or "unconditional" or "scalar" or "string" or "array" or "indent" or "not" or "null" or "true" or "false" or "unknown"
            && (Current.Word is not ("null" or "true" or "false" or "not" or "value" or "key" or "name") || Ahead(1).Word != ")")
            && !(Current.Word == "array" && Ahead(1).Word == "[");
    }

    private SqlWindow ParseWindow()
    {
        var start = Offset;
        if (!Is("("))
        {
            var reference = ParseName();
            return new() { Span = From(start), Name = reference };
        }
        return ParseWindowDefinition(start, null);
    }

    private SqlWindow ParseWindowDefinition(int start, SqlName? name)
    {
        Expect("(");
        if (AtName && !Is("partition", "by") && Current.Word is not ("range" or "rows" or "groups"))
            name ??= ParseName();
        var partition = Accept("partition", "by") ? List(ParseExpression) : [];
        var order = ParseOrderBy();
        var bounds = ImmutableArray.CreateBuilder<SqlExpression>();
        if (Accept("range") || Accept("rows") || Accept("groups"))
        {
            var isBetween = Accept("between");
            ParseBound(bounds);
            if (isBetween)
            {
                Expect("and");
                ParseBound(bounds);
            }
            if (Accept("exclude"))
            {
                while (!AtEnd && !Is(")"))
                    _at++;
            }
        }
        AcceptFragments();
        Expect(")");
        return new() { Span = From(start), Name = name, PartitionBy = partition, OrderBy = order, Bounds = bounds.ToImmutable() };
    }

    private void ParseBound(ImmutableArray<SqlExpression>.Builder bounds)
    {
        if (Accept("current", "row") || Accept("unbounded", "preceding") || Accept("unbounded", "following"))
            return;
        bounds.Add(ParseBinary(OperatorLevel));
        if (!Accept("preceding") && !Accept("following"))
            Fail();
    }
}
