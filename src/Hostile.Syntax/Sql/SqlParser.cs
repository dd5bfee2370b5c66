using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Hostile.Syntax.Sql;

/// <summary>
/// Reads the PostgreSQL statements that programs and migrations hold, by recursive descent. Always yields a tree: a statement
/// that cannot be read ends in an error, and reading goes on after its semicolon. Where a hole stands in the place of a clause
/// the rest is read as well as it can be, and what does not fit is no error, since the hole may have made it right.
/// </summary>
public sealed partial class SqlParser
{
    /// <summary>Deeper nesting is an error. PostgreSQL has such a limit too; ours is low enough for any thread's stack.</summary>
    private const int DepthLimit = 400;

    private static readonly SqlToken NoToken = new(TokenKind.End, 0, 0, "") { Hole = -1, IsBareLabel = true };

    private readonly SqlText _source;
    private readonly SqlToken[] _tokens;
    private readonly ImmutableArray<SqlError>.Builder _errors = ImmutableArray.CreateBuilder<SqlError>();
    private ImmutableArray<int>.Builder _fragments = ImmutableArray.CreateBuilder<int>();
    private int _at;
    private int _end;
    private int _depth;
    private int _placeholders;
    private bool _failed;
    private bool _sawFragment;

    /// <summary>An operand that was read before it was known to be one; the next primary expression is this.</summary>
    private SqlExpression? _pending;

    private SqlParser(SqlText source, SqlToken[] tokens)
    {
        _source = source;
        _tokens = tokens;
    }

    /// <summary>Parses a text of any number of statements. Never throws, and takes time linear in the length of the text.</summary>
    public static SqlTree Parse(SqlText source)
    {
        var (tokens, errors) = SqlLexer.Scan(source);
        var parser = new SqlParser(source, [.. tokens]);
        var statements = parser.ParseStatements();
        parser._errors.AddRange(errors);
        var parameters = tokens.Where(t => t.Kind == TokenKind.Parameter && t.Word == "$").Select(t => t.Span);
        return new() { Text = source, Statements = statements, Parameters = [.. parameters], Errors = [.. parser._errors.OrderBy(e => e.Span.Start)] };
    }

    private ref readonly SqlToken Current => ref Ahead(0);

    private ref readonly SqlToken Ahead(int distance)
    {
        if (_at + distance < _end)
            return ref _tokens[_at + distance];
        return ref NoToken;
    }

    private bool AtEnd => _at >= _end;

    /// <summary>Offset where the current token begins; at the end of a statement, where its last token ends.</summary>
    private int Offset => AtEnd ? PreviousEnd : _tokens[_at].Start;

    private int PreviousEnd => Math.Min(_at, _end) is var at && at > 0 ? _tokens[at - 1].End : 0;

    private ImmutableArray<SqlStatement> ParseStatements()
    {
        var statements = ImmutableArray.CreateBuilder<SqlStatement>();
        var last = _tokens.Length - 1;
        while (_at < last)
        {
            if (_tokens[_at].Word == ";" && _tokens[_at].Kind == TokenKind.Punctuation)
            {
                _at++;
                continue;
            }
            var end = FindEnd(_at);
            statements.Add(ParseWhole(end));
            _at = end;
        }
        return statements.ToImmutable();
    }

    private SqlStatement ParseWhole(int end)
    {
        _end = end;
        _depth = 0;
        _failed = false;
        _sawFragment = false;
        _fragments.Clear();
        _pending = null;
        var statement = ParseStatement();
        if (!AtEnd && !_sawFragment)
            Fail();
        return statement;
    }

    /// <summary>The token after the statement: its semicolon, not one inside <c>BEGIN ATOMIC … END</c> or a rule's parentheses.</summary>
    private int FindEnd(int start)
    {
        var last = _tokens.Length - 1;
        var isCreate = _tokens[start].Word == "create";
        var kind = isCreate ? _tokens[Math.Min(last, start + 1)].Word == "or" ? _tokens[Math.Min(last, start + 3)].Word : _tokens[Math.Min(last, start + 1)].Word : "";
        var parentheses = 0;
        var blocks = 0;
        for (var i = start; i < last; i++)
        {
            switch (_tokens[i].Word)
            {
                case ";" when parentheses == 0 && blocks == 0:
                    return i;
                case "(" when kind == "rule":
                    parentheses++;
                    break;
                case ")" when kind == "rule" && parentheses > 0:
                    parentheses--;
                    break;
                case "atomic" when kind is "function" or "procedure" && _tokens[i - 1].Word == "begin":
                    blocks = 1;
                    break;
                case "case" when blocks > 0:
                    blocks++;
                    break;
                case "end" when blocks > 0:
                    blocks--;
                    break;
            }
        }
        return last;
    }

    private SqlStatement ParseStatement()
    {
        if (!Enter())
            return Unknown(Offset);
        var statement = ParseStatementCore();
        Leave();
        return statement;
    }

    private SqlStatement ParseStatementCore()
    {
        var start = Offset;
        while (Current.Kind == TokenKind.Hole && Ahead(1).Kind == TokenKind.Word && Ahead(1).Category != KeywordCategory.None)
            TakeFragment();

        switch (Current.Word)
        {
            case "with":
                return ParseWithStatement(start);
            case "select" or "values" or "table" or "(":
                return ParseSelectStatement(start);
            case "insert":
                return ParseInsert(start, []);
            case "update":
                return ParseUpdate(start, []);
            case "delete":
                return ParseDelete(start, []);
            case "merge":
                return ParseMerge(start, []);
            case "truncate":
                return ParseTruncate(start);
            case "lock":
                return ParseLock(start);
            case "copy":
                return ParseCopy(start);
            case "begin" or "start" or "commit" or "end" or "rollback" or "abort" or "savepoint" or "release":
                return ParseTransaction(start);
            case "prepare":
                return Ahead(1).Word == "transaction" ? ParseTransaction(start) : ParsePrepare(start);
            case "set" or "reset" or "show":
                return ParseSet(start);
            case "listen" or "unlisten" or "notify":
                return ParseNotify(start);
            case "do":
                return ParseDo(start);
            case "call":
                return ParseCallStatement(start);
            case "explain":
                return ParseExplain(start);
            case "declare":
                return ParseDeclare(start);
            case "create":
                return ParseCreate(start);
            case "alter":
                return ParseAlter(start);
            case "drop":
                return ParseDrop(start);
            case "analyse" or "analyze" or "checkpoint" or "close" or "cluster" or "comment" or "deallocate" or "discard" or "execute"
                or "fetch" or "grant" or "import" or "load" or "move" or "reassign" or "refresh" or "reindex" or "revoke" or "security" or "vacuum":
                return Unknown(start);
            default:
                if (Current.Kind == TokenKind.Hole)
                    _sawFragment = true;
                else if (!_sawFragment)
                    Fail();
                return Unknown(start);
        }
    }

    /// <summary>Skips to the end of the statement and keeps its first words and its parameters.</summary>
    private UnknownStatement Unknown(int start)
    {
        var first = _at;
        while (first > 0 && _tokens[first - 1].Start >= start)
            first--;
        var words = new List<string>();
        var parameters = ImmutableArray.CreateBuilder<ParameterExpression>();
        for (var i = first; i < _end; i++)
        {
            if (i == first + words.Count && words.Count < 3 && _tokens[i].Word != "" && _tokens[i].Kind == TokenKind.Word)
                words.Add(_tokens[i].Word);
            if (_tokens[i].Kind == TokenKind.Parameter)
                parameters.Add(ParameterAt(_tokens[i]));
        }
        _at = _end;
        return new() { Span = From(start), Words = string.Join(' ', words), Parameters = parameters.ToImmutable(), Fragments = TakeFragments() };
    }

    private bool Enter()
    {
        if (++_depth <= DepthLimit && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        Fail("nested too deeply");
        _depth--;
        return false;
    }

    private void Leave() => _depth--;

    /// <summary>Reports the first error of the statement and leaves the rest of it.</summary>
    private void Fail(string? message = null)
    {
        if (!_failed && !_sawFragment)
        {
            var span = AtEnd ? new(PreviousEnd, PreviousEnd) : Current.Span;
            _errors.Add(new(span, message ?? (AtEnd ? "the statement is incomplete" : $"unexpected \"{_source.Show(Current.Span)}\"")));
        }
        _failed = true;
        _at = _end;
    }

    private SqlSpan From(int start) => new(start, Math.Max(start, PreviousEnd));

    private bool Is(string word) => Current.Word == word;

    private bool Is(string first, string second) => Current.Word == first && Ahead(1).Word == second;

    private bool Accept(string word)
    {
        if (AtEnd || Current.Word != word)
            return false;
        _at++;
        return true;
    }

    private bool Accept(string first, string second)
    {
        if (Current.Word != first || Ahead(1).Word != second)
            return false;
        _at += 2;
        return true;
    }

    private bool Accept(string first, string second, string third)
    {
        if (Current.Word != first || Ahead(1).Word != second || Ahead(2).Word != third)
            return false;
        _at += 3;
        return true;
    }

    private void Expect(string word)
    {
        if (!Accept(word))
            Fail();
    }

    private bool IfNotExists() => Accept("if", "not", "exists");

    private bool IfExists() => Accept("if", "exists");

    /// <summary>Takes the hole at hand as a clause that is not known.</summary>
    private void TakeFragment()
    {
        _sawFragment = true;
        _fragments.Add(Current.Hole);
        _at++;
    }

    /// <summary>Takes all holes at hand; a condition may go on behind them (<c>${where} AND a = $1</c>).</summary>
    private void AcceptFragments(ref SqlExpression? condition)
    {
        while (Current.Kind == TokenKind.Hole)
        {
            var start = Offset;
            TakeFragment();
            if (!Is("and") && !Is("or"))
                continue;
            var isAnd = Accept("and") || !Accept("or");
            var rest = ParseCondition();
            condition = condition is null ? rest : new LogicalExpression { Span = From(start), IsAnd = isAnd, Operands = [condition, rest] };
        }
    }

    private void AcceptFragments()
    {
        while (Current.Kind == TokenKind.Hole)
            TakeFragment();
    }

    private ImmutableArray<int> TakeFragments() => _fragments.ToImmutable();

    /// <summary>Reads items up to where no comma follows.</summary>
    private ImmutableArray<T> List<T>(Func<T> item)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        do
            items.Add(item());
        while (Accept(",") && !_failed);
        return items.ToImmutable();
    }

    private ImmutableArray<T> ParenthesizedList<T>(Func<T> item)
    {
        Expect("(");
        var items = List(item);
        Expect(")");
        return items;
    }

    /// <summary>Passes over one parenthesized group, whatever is in it.</summary>
    private void SkipParentheses()
    {
        if (!Is("("))
            return;
        var depth = 0;
        do
        {
            if (Is("("))
                depth++;
            else if (Is(")"))
                depth--;
            _at++;
        }
        while (depth > 0 && !AtEnd);
        if (depth > 0)
            Fail();
    }
}
