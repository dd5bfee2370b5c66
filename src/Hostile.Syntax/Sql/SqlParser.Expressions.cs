using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <content>Expressions, by precedence.</content>
public sealed partial class SqlParser
{
    // PostgreSQL's levels above AND and NOT, loosest first.
    private const int IsLevel = 4, ComparisonLevel = 5, PatternLevel = 6, OperatorLevel = 7, SumLevel = 8, ProductLevel = 9, PowerLevel = 10, ZoneLevel = 11, CollateLevel = 12;

    private SqlExpression ParseExpression()
    {
        if (!Enter())
            return Error();
        var expression = ParseOr();
        // "a ${operator} b": a hole and then something that can only be an operand.
        while (Current.Kind == TokenKind.Hole && AtPlainOperand(1))
            expression = ParseFragment(expression, Offset, hasRight: true);
        Leave();
        return expression;
    }

    /// <summary>The expression of <c>WHERE</c>, <c>ON</c> and <c>HAVING</c>, where holes add conditions.</summary>
    private SqlExpression ParseCondition()
    {
        if (!Enter())
            return Error();
        var start = Offset;
        var condition = ParseOr();
        while (Current.Kind == TokenKind.Hole)
        {
            var isOperator = AtPlainOperand(1) || (condition is HoleExpression && Ahead(1).Kind == TokenKind.Hole);
            condition = ParseFragment(condition, start, isOperator);
            if (!Is("and") && !Is("or"))
                continue;
            var isAnd = Accept("and") || !Accept("or");
            var rest = ParseOr();
            condition = new LogicalExpression { Span = From(start), IsAnd = isAnd, Operands = [condition, rest] };
        }
        Leave();
        return condition;
    }

    private FragmentExpression ParseFragment(SqlExpression left, int start, bool hasRight)
    {
        var hole = Current.Hole;
        _sawFragment = true;
        _at++;
        var right = hasRight ? ParseOr() : null;
        return new() { Span = From(Math.Min(start, left.Span.Start)), Left = left, Hole = hole, Right = right };
    }

    private bool AtPlainOperand(int distance)
    {
        ref readonly var token = ref Ahead(distance);
        return token.Kind switch
        {
            TokenKind.Parameter or TokenKind.Number or TokenKind.String or TokenKind.QuotedWord => true,
            TokenKind.Word => token.Category == KeywordCategory.None,
            _ => false,
        };
    }

    private SqlExpression ParseOr() => ParseChain("or");

    private SqlExpression ParseAnd() => ParseChain("and");

    private SqlExpression ParseChain(string word)
    {
        var start = Offset;
        var isAnd = word == "and";
        var first = isAnd ? ParseNot() : ParseAnd();
        if (!Is(word))
            return first;

        var operands = ImmutableArray.CreateBuilder<SqlExpression>();
        operands.Add(first);
        while (Accept(word))
            operands.Add(isAnd ? ParseNot() : ParseAnd());
        return new LogicalExpression { Span = From(start), IsAnd = isAnd, Operands = operands.ToImmutable() };
    }

    private SqlExpression ParseNot()
    {
        if (!Is("not") || _pending is not null)
            return ParseBinary(IsLevel);

        var starts = new Stack<int>();
        while (Is("not"))
        {
            starts.Push(Offset);
            _at++;
        }
        var operand = ParseBinary(IsLevel);
        while (starts.TryPop(out var start))
            operand = new UnaryExpression { Span = From(start), Operator = "not", Operand = operand };
        return operand;
    }

    /// <summary>PostgreSQL's <c>b_expr</c>: no AND, IN, LIKE, BETWEEN or IS NULL outside parentheses.</summary>
    private SqlExpression ParseRestricted() => ParseBinary(ComparisonLevel, isRestricted: true);

    private SqlExpression ParseBinary(int lowest, bool isRestricted = false)
    {
        var start = Offset;
        var left = ParseUnary();
        while (!AtEnd)
        {
            var level = LevelOfCurrent();
            if (level < lowest || level == 0 || (isRestricted && level is IsLevel or PatternLevel))
                break;
            left = level switch
            {
                IsLevel => ParseIs(left, start),
                PatternLevel => ParsePattern(left, start),
                CollateLevel => ParseCollate(left, start),
                ZoneLevel => ParseZone(left, start),
                _ => ParseOperator(left, start, level),
            };
        }
        return left;
    }

    private int LevelOfCurrent()
    {
        ref readonly var token = ref Current;
        if (token.Kind == TokenKind.Operator)
        {
            return token.Word switch
            {
                "=" or "<" or ">" or "<=" or ">=" or "<>" => ComparisonLevel,
                "+" or "-" => SumLevel,
                "*" or "/" or "%" => ProductLevel,
                "^" => PowerLevel,
                _ => OperatorLevel,
            };
        }
        if (token.Kind != TokenKind.Word)
            return 0;
        return token.Word switch
        {
            "is" or "isnull" or "notnull" => IsLevel,
            "in" or "like" or "ilike" or "between" or "overlaps" => PatternLevel,
            "similar" when Ahead(1).Word == "to" => PatternLevel,
            "not" when Ahead(1).Word is "in" or "like" or "ilike" or "between" or "similar" => PatternLevel,
            "operator" when Ahead(1).Word == "(" => OperatorLevel,
            "at" when Ahead(1).Word is "time" or "local" => ZoneLevel,
            "collate" => CollateLevel,
            _ => 0,
        };
    }

    private SqlExpression ParseOperator(SqlExpression left, int start, int level)
    {
        var name = Current.Word;
        if (name == "operator")
            name = ParseOperatorName();
        else
            _at++;

        if (Current.Word is "any" or "some" or "all" && Ahead(1).Word == "(")
            return ParseQuantified(left, start, name, isNegated: false);
        if (Current.Word is "any" or "some" or "all" && Ahead(1).Kind == TokenKind.Hole)
        {
            var isAll = Is("all");
            _at++;
            var array = ParseUnary();
            return new QuantifiedExpression { Span = From(start), Left = left, Operator = name, IsAll = isAll, Array = array };
        }
        var right = ParseBinary(level + 1);
        return new BinaryExpression { Span = From(start), Operator = name, Left = left, Right = right };
    }

    /// <summary><c>OPERATOR(pg_catalog.=)</c></summary>
    private string ParseOperatorName()
    {
        _at++;
        Expect("(");
        while (Ahead(1).Word == ".")
            _at += 2;
        var name = Current.Word;
        _at++;
        Expect(")");
        return name;
    }

    private SqlExpression ParseQuantified(SqlExpression left, int start, string name, bool isNegated)
    {
        var isAll = Is("all");
        _at += 2;
        var (query, items) = ParseGroup();
        Expect(")");
        return new QuantifiedExpression { Span = From(start), Left = left, Operator = name, Negated = isNegated, IsAll = isAll, Array = items.FirstOrDefault(), Query = query };
    }

    private SqlExpression ParseIs(SqlExpression left, int start)
    {
        if (Accept("isnull"))
            return new IsExpression { Span = From(start), Operand = left, Negated = false, Test = "null" };
        if (Accept("notnull"))
            return new IsExpression { Span = From(start), Operand = left, Negated = true, Test = "null" };

        _at++;
        var isNegated = Accept("not");
        if (Accept("distinct", "from"))
        {
            var right = ParseBinary(ComparisonLevel);
            return new IsExpression { Span = From(start), Operand = left, Negated = isNegated, Test = "distinct from", Right = right };
        }
        var test = Current.Word;
        switch (test)
        {
            case "null" or "true" or "false" or "unknown" or "document" or "normalized":
                _at++;
                break;
            case "nfc" or "nfd" or "nfkc" or "nfkd" when Ahead(1).Word == "normalized":
                _at += 2;
                test = "normalized";
                break;
            case "json":
                _at++;
                if (Current.Word is "value" or "array" or "object" or "scalar")
                    _at++;
                if (Is("with", "unique") || Is("without", "unique"))
                {
                    _at += 2;
                    Accept("keys");
                }
                break;
            default:
                if (Current.Kind == TokenKind.Hole)
                {
                    _sawFragment = true;
                    _at++;
                }
                else
                {
                    Fail();
                }
                test = "";
                break;
        }
        return new IsExpression { Span = From(start), Operand = left, Negated = isNegated, Test = test };
    }

    private SqlExpression ParsePattern(SqlExpression left, int start)
    {
        var isNegated = Accept("not");
        if (Accept("in"))
            return ParseIn(left, start, isNegated);
        if (Accept("between"))
        {
            if (!Accept("symmetric"))
                Accept("asymmetric");
            var low = ParseBinary(OperatorLevel);
            Expect("and");
            var high = ParseBinary(OperatorLevel);
            return new BetweenExpression { Span = From(start), Operand = left, Negated = isNegated, Low = low, High = high };
        }

        var name = Current.Word;
        _at++;
        if (name == "similar")
        {
            Expect("to");
            name = "similar to";
        }
        if (Current.Word is "any" or "some" or "all" && Ahead(1).Word == "(")
            return ParseQuantified(left, start, name, isNegated);
        var right = ParseBinary(OperatorLevel);
        var escape = Accept("escape") ? ParseBinary(OperatorLevel) : null;
        return new BinaryExpression { Span = From(start), Operator = name, Negated = isNegated, Left = left, Right = right, Escape = escape };
    }

    private SqlExpression ParseIn(SqlExpression left, int start, bool isNegated)
    {
        // A hole or a client's placeholder brings its own parentheses: "IN ${sql(ids)}", "IN ?", "IN :ids".
        if (Current.Kind is TokenKind.Hole or TokenKind.Parameter)
        {
            var list = ParseUnary();
            return new InExpression { Span = From(start), Operand = left, Negated = isNegated, List = [list] };
        }
        Expect("(");
        var (query, items) = ParseGroup();
        Expect(")");
        return new InExpression { Span = From(start), Operand = left, Negated = isNegated, List = items, Query = query };
    }

    private SqlExpression ParseCollate(SqlExpression left, int start)
    {
        _at++;
        var collation = ParseQualifiedName(KeywordCategory.TypeOrFunction);
        return new CollateExpression { Span = From(start), Operand = left, Collation = collation };
    }

    private SqlExpression ParseZone(SqlExpression left, int start)
    {
        _at++;
        if (Accept("local"))
        {
            var local = new ConstantExpression { Span = From(PreviousEnd), Kind = ConstantKind.Default, Value = "local" };
            return new BinaryExpression { Span = From(start), Operator = "at time zone", Left = left, Right = local };
        }
        _at++;
        Expect("zone");
        var right = ParseBinary(ZoneLevel + 1);
        return new BinaryExpression { Span = From(start), Operator = "at time zone", Left = left, Right = right };
    }

    private SqlExpression ParseUnary()
    {
        if (_pending is not null)
            return ParsePostfix();
        if (Is("not"))
            return ParseNested(ParseNot);
        if (Current.Kind != TokenKind.Operator || Is("*"))
            return ParsePostfix();

        var start = Offset;
        var name = Current.Word;
        _at++;
        var operand = ParseNested(name is "+" or "-" ? ParseUnary : () => ParseBinary(OperatorLevel + 1));
        return new UnaryExpression { Span = From(start), Operator = name, Operand = operand };
    }

    private SqlExpression ParseNested(Func<SqlExpression> parse)
    {
        if (!Enter())
            return Error();
        var expression = parse();
        Leave();
        return expression;
    }

    private SqlExpression ParsePostfix()
    {
        var start = Offset;
        var expression = ParsePrimary();
        while (true)
        {
            if (Accept("::"))
            {
                var type = ParseType();
                expression = new CastExpression { Span = From(start), Operand = expression, Type = type };
            }
            else if (Is("[") && expression is not ConstantExpression { Kind: ConstantKind.Number })
            {
                expression = ParseSubscript(expression, start);
            }
            else if (Is(".") && Ahead(1).Word == "*")
            {
                _at += 2;
                expression = new FieldExpression { Span = From(start), Operand = expression };
            }
            else if (Accept("."))
            {
                var field = ParseLabel();
                expression = new FieldExpression { Span = From(start), Operand = expression, Field = field };
            }
            else
            {
                return expression;
            }
        }
    }

    private SqlExpression ParseSubscript(SqlExpression operand, int start)
    {
        _at++;
        var low = Is(":") || Is("]") ? null : ParseExpression();
        SqlExpression? high = null;
        if (Accept(":"))
            high = Is("]") ? null : ParseExpression();
        Expect("]");
        return new SubscriptExpression { Span = From(start), Operand = operand, Low = low, High = high };
    }

    private ErrorExpression Error() => new() { Span = From(PreviousEnd) };
}
