using System.Buffers;
using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

internal enum TokenKind : byte { End, Word, QuotedWord, String, Bits, Number, Parameter, Hole, Operator, Punctuation, Invalid }

/// <summary>A token. <see cref="Word"/> is a keyword in lower case, an operator or a punctuation mark; empty for the rest.</summary>
internal readonly record struct SqlToken(TokenKind Kind, int Start, int End, string Word)
{
    public KeywordCategory Category { get; init; }

    public bool IsBareLabel { get; init; }

    /// <summary>Index of the first hole inside, or -1.</summary>
    public int Hole { get; init; }

    /// <summary>Whether a line ends before it: strings on consecutive lines are one.</summary>
    public bool OnNewLine { get; init; }

    public SqlSpan Span => new(Start, End);
}

/// <summary>
/// Cuts a text into tokens as PostgreSQL's scanner does, in one pass. Beyond that it knows holes, the placeholders of clients
/// (<c>?</c>, <c>:name</c>, <c>@name</c>, <c>%s</c>: only where an operand must come, since they are operators elsewhere) and what
/// dumps and migration files hold beside SQL: psql's backslash commands and the data after <c>COPY … FROM stdin</c>.
/// </summary>
internal sealed class SqlLexer
{
    private static readonly SearchValues<char> LongOperatorCharacters = SearchValues.Create("~!@#%^&|`?");

    private readonly SqlText _source;
    private readonly string _text;
    private readonly List<SqlToken> _tokens = [];
    private readonly List<SqlError> _errors = [];
    /// <summary>A name between brackets is no longer.</summary>
    private const int LongestName = 80;

    private int _position;
    private int _nextHole;
    private bool _newLine;
    private int _statementStart;

    private SqlLexer(SqlText source)
    {
        _source = source;
        _text = source.Text;
    }

    public static (List<SqlToken> Tokens, List<SqlError> Errors) Scan(SqlText source)
    {
        var lexer = new SqlLexer(source);
        lexer.Scan();
        return (lexer._tokens, lexer._errors);
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private char Ahead(int distance) => _position + distance < _text.Length ? _text[_position + distance] : '\0';

    private void Scan()
    {
        while (true)
        {
            SkipBlanks();
            if (_position >= _text.Length)
                break;
            ScanToken();
            _newLine = false;
        }
        _tokens.Add(new(TokenKind.End, _text.Length, _text.Length, "") { Hole = -1 });
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c is '\n' or '\r')
                _newLine = true;
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u00a0' or '\ufeff')
                _position++;
            else if (c == '-' && Ahead(1) == '-')
                SkipLine();
            else if (c == '/' && Ahead(1) == '*')
                SkipBlockComment();
            else if (c == '\\')
                SkipMetaCommand();
            else
                return;
        }
    }

    private void SkipLine()
    {
        var end = _text.AsSpan(_position).IndexOfAny('\n', '\r');
        _position = end < 0 ? _text.Length : _position + end;
    }

    private void SkipBlockComment()
    {
        var start = _position;
        _position += 2;
        for (var depth = 1; depth > 0;)
        {
            var next = _text.AsSpan(_position).IndexOfAny('*', '/');
            if (next < 0)
            {
                _position = _text.Length;
                _errors.Add(new(new(start, start + 2), "unterminated comment"));
                return;
            }
            _position += next;
            if (Current == '*' && Ahead(1) == '/')
            {
                depth--;
                _position += 2;
            }
            else if (Current == '/' && Ahead(1) == '*')
            {
                depth++;
                _position += 2;
            }
            else
            {
                _position++;
            }
        }
    }

    /// <summary>psql ends the statement at commands such as <c>\gexec</c> and knows others between statements.</summary>
    private void SkipMetaCommand()
    {
        var start = _position;
        SkipLine();
        if (_tokens.Count > _statementStart)
            Add(TokenKind.Punctuation, start, start, ";");
        _statementStart = _tokens.Count;
    }

    private void ScanToken()
    {
        var start = _position;
        var c = Current;
        if (IsHole(start))
            ScanHole();
        else if (c == '\'')
            ScanString(start, escapes: false, TokenKind.String);
        else if (c == '"')
            ScanQuotedWord(start);
        else if (c is 'e' or 'E' && Ahead(1) == '\'')
            ScanPrefixed(start, 1, escapes: true, TokenKind.String);
        else if (c is 'b' or 'B' or 'x' or 'X' && Ahead(1) == '\'')
            ScanPrefixed(start, 1, escapes: false, TokenKind.Bits);
        else if (c is 'n' or 'N' && Ahead(1) == '\'')
            ScanPrefixed(start, 1, escapes: false, TokenKind.String);
        else if (c is 'u' or 'U' && Ahead(1) == '&' && Ahead(2) == '\'')
            ScanPrefixed(start, 2, escapes: false, TokenKind.String);
        else if (c is 'u' or 'U' && Ahead(1) == '&' && Ahead(2) == '"')
        {
            _position += 2;
            ScanQuotedWord(start);
        }
        else if (IsWordStart(c))
            ScanWord(start);
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Ahead(1))))
            ScanNumber(start);
        else if (c == '$')
            ScanDollar(start);
        else if (c == ':')
            ScanColon(start);
        else if (c is '(' or ')' or '[' or ']' or ',' or ';' or '.')
            ScanPunctuation(start);
        else if (IsOperator(c))
            ScanOperator(start);
        else
        {
            _position++;
            Add(TokenKind.Invalid, start, _position, "");
        }
    }

    private void ScanPunctuation(int start)
    {
        _position++;
        Add(TokenKind.Punctuation, start, _position, _text[start] switch
        {
            '(' => "(",
            ')' => ")",
            '[' => "[",
            ']' => "]",
            ',' => ",",
            '.' => ".",
            _ => ";",
        });
        if (_text[start] != ';')
            return;
        if (_tokens[_statementStart].Word == "copy")
            SkipCopyData();
        _statementStart = _tokens.Count;
    }

    /// <summary>In a dump, the rows of <c>COPY … FROM stdin;</c> follow until a line that is <c>\.</c> alone.</summary>
    private void SkipCopyData()
    {
        for (var i = _statementStart + 1; i < _tokens.Count; i++)
        {
            if (_tokens[i].Word != "stdin" || _tokens[i - 1].Word != "from")
                continue;
            var end = _text.IndexOf("\n\\.", _position, StringComparison.Ordinal);
            if (end >= 0)
                _position = end + 3;
            return;
        }
    }

    /// <summary>A hole is part of a name when it touches one (<c>${prefix}_jobs</c>), but not when it touches a keyword (<c>RESTRICT${deferrable}</c>).</summary>
    private void ScanHole()
    {
        var start = _position++;
        var hole = _nextHole;
        if (!IsWordPart(Current) || IsKeywordAt(_position))
        {
            Add(TokenKind.Hole, start, _position, "", hole);
            return;
        }
        ScanWord(start);
    }

    private void ScanWord(int start)
    {
        var piece = _position;
        while (_position < _text.Length)
        {
            if (IsHole(_position))
            {
                if (SqlKeywords.Find(_text.AsSpan(piece, _position - piece)).Word != "")
                    break;
                _position++;
                piece = _position;
            }
            else if (IsWordPart(Current))
                _position++;
            else
                break;
        }

        var hole = FirstHole(start, _position);
        var (word, category, isBareLabel) = hole >= 0 ? ("", KeywordCategory.None, true) : SqlKeywords.Find(_text.AsSpan(start, _position - start));
        _tokens.Add(new(TokenKind.Word, start, _position, word) { Category = category, IsBareLabel = isBareLabel, Hole = hole, OnNewLine = _newLine });
    }

    private bool IsKeywordAt(int position)
    {
        var end = position;
        while (end < _text.Length && end - position < 20 && IsWordPart(_text[end]) && !IsHole(end))
            end++;
        return SqlKeywords.Find(_text.AsSpan(position, end - position)).Word != "";
    }

    private void ScanPrefixed(int start, int prefix, bool escapes, TokenKind kind)
    {
        _position += prefix;
        ScanString(start, escapes, kind);
    }

    private void ScanString(int start, bool escapes, TokenKind kind)
    {
        _position++;
        while (true)
        {
            var next = escapes ? _text.AsSpan(_position).IndexOfAny('\'', '\\') : _text.AsSpan(_position).IndexOf('\'');
            if (next < 0)
            {
                _position = _text.Length;
                _errors.Add(new(new(start, start + 1), "unterminated string"));
                break;
            }
            _position += next;
            if (Current == '\\')
            {
                _position = Math.Min(_position + 2, _text.Length);
                continue;
            }
            _position++;
            if (Current != '\'')
                break;
            _position++;
        }
        Add(kind, start, _position, "", FirstHole(start, _position));
    }

    private void ScanQuotedWord(int start)
    {
        _position++;
        while (true)
        {
            var next = _text.AsSpan(_position).IndexOf('"');
            if (next < 0)
            {
                _position = _text.Length;
                _errors.Add(new(new(start, start + 1), "unterminated quoted identifier"));
                break;
            }
            _position += next + 1;
            if (Current != '"')
                break;
            _position++;
        }
        Add(TokenKind.QuotedWord, start, _position, "", FirstHole(start, _position));
    }

    private void ScanNumber(int start)
    {
        if (Current == '0' && Ahead(1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B' && char.IsAsciiHexDigit(Ahead(2)))
        {
            _position += 2;
            while (char.IsAsciiHexDigit(Current) || Current == '_')
                _position++;
            Add(TokenKind.Number, start, _position, "");
            return;
        }
        SkipDigits();
        // "1..10" is a range of PL/pgSQL and not two numbers.
        if (Current == '.' && Ahead(1) != '.')
        {
            _position++;
            SkipDigits();
        }
        if (Current is 'e' or 'E' && (char.IsAsciiDigit(Ahead(1)) || (Ahead(1) is '+' or '-' && char.IsAsciiDigit(Ahead(2)))))
        {
            _position += 2;
            SkipDigits();
        }
        Add(TokenKind.Number, start, _position, "");
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current) || (Current == '_' && char.IsAsciiDigit(Ahead(1))))
            _position++;
    }

    private void ScanDollar(int start)
    {
        if (char.IsAsciiDigit(Ahead(1)))
        {
            _position++;
            while (char.IsAsciiDigit(Current))
                _position++;
            Add(TokenKind.Parameter, start, _position, "$");
            return;
        }

        // pg-promise: "$<name>", "$(name)", "$[name]", "$/name/"; "$<name:csv>" formats it.
        if (ClosingOf(Ahead(1)) is { } closing && IsWordStart(Ahead(2)))
        {
            var name = _text.AsSpan(start + 2, Math.Min(LongestName, _text.Length - start - 2));
            if (name.IndexOf(closing) is > 0 and var length && !name[..length].ContainsAny(" \n"))
            {
                _position = start + 2 + length + 1;
                Add(TokenKind.Parameter, start, _position, "$<");
                return;
            }
        }

        var tag = start + 1;
        while (tag < _text.Length && IsWordPart(_text[tag]) && _text[tag] != '$' && !IsHole(tag))
            tag++;
        if (tag >= _text.Length || _text[tag] != '$')
        {
            _position++;
            Add(TokenKind.Invalid, start, _position, "");
            return;
        }

        var quote = _text.AsSpan(start, tag + 1 - start);
        var end = _text.AsSpan(tag + 1).IndexOf(quote);
        if (end < 0)
        {
            _errors.Add(new(new(start, tag + 1), "unterminated dollar-quoted string"));
            _position = _text.Length;
        }
        else
        {
            _position = tag + 1 + end + quote.Length;
        }
        Add(TokenKind.String, start, _position, "", FirstHole(start, _position));
    }

    private static char? ClosingOf(char opening) => opening switch { '<' => '>', '(' => ')', '[' => ']', '/' => '/', _ => null };

    private void ScanColon(int start)
    {
        if (Ahead(1) is ':' or '=')
        {
            _position += 2;
            Add(TokenKind.Punctuation, start, _position, _text[start + 1] == ':' ? "::" : ":=");
            return;
        }
        _position++;
        var isName = (IsWordStart(Current) || IsHole(_position) || Current is '\'' or '"') && !AfterOperand() && !After("[");
        if (!isName)
        {
            Add(TokenKind.Punctuation, start, _position, ":");
            return;
        }
        if (Current is '\'' or '"')
        {
            var close = _text.IndexOf(Current, _position + 1);
            _position = close < 0 ? _position + 1 : close + 1;
        }
        else
        {
            SkipWord();
            // knex writes an identifier as ":name:".
            if (Current == ':' && Ahead(1) != ':')
                _position++;
        }
        Add(TokenKind.Parameter, start, _position, ":");
    }

    private void ScanOperator(int start)
    {
        if (!AfterOperand() && ScanPlaceholder(start))
            return;

        while (IsOperator(Current) && !IsHole(_position) && !(Current == '-' && Ahead(1) == '-') && !(Current == '/' && Ahead(1) == '*'))
            _position++;
        var text = _text.AsSpan(start, _position - start);

        // A long operator ends in + or - only if it has a character that no SQL operator has: "a=-1" is "a = -1".
        if (text.Length > 1 && text[^1] is '+' or '-' && !text.ContainsAny(LongOperatorCharacters))
        {
            text = text.TrimEnd("+-");
            text = _text.AsSpan(start, Math.Max(1, text.Length));
        }
        // "a=?", "a=@name", "a=%s": a comparison followed by a client's placeholder.
        if (text.Length > 1 && text[^1] is '?' or '@' or '%' && IsBeforePlaceholder(text[..^1]) && IsPlaceholder(start + text.Length - 1))
            text = text[..^1];

        _position = start + text.Length;
        Add(TokenKind.Operator, start, _position, Intern(text));
    }

    private bool ScanPlaceholder(int start)
    {
        if (!IsPlaceholder(start))
            return false;
        var style = Current switch { '?' => "?", '@' => "@", _ => "%" };
        _position++;
        if (style == "?" && Current == '?')
            _position++;
        else if (style == "@")
            SkipWord();
        else if (style == "%")
        {
            while (char.IsAsciiDigit(Current) || Current == '$')
                _position++;
            _position++;
        }
        Add(TokenKind.Parameter, start, _position, style);
        return true;
    }

    private bool IsPlaceholder(int position)
    {
        var next = position + 1;
        switch (_text[position])
        {
            case '?':
                return next >= _text.Length || _text[next] != '|' || next + 1 < _text.Length && _text[next + 1] == '|';
            case '@':
                return next < _text.Length && IsWordStart(_text[next]);
            case '%':
                while (next < _text.Length && (char.IsAsciiDigit(_text[next]) || _text[next] == '$'))
                    next++;
                return next < _text.Length && _text[next] is 's' or 'I' or 'L'
                    && (next + 1 >= _text.Length || !IsWordPart(_text[next + 1]));
            default:
                return false;
        }
    }

    private static bool IsBeforePlaceholder(ReadOnlySpan<char> text) =>
        text is "=" or "<" or ">" or "<=" or ">=" or "<>" or "!=" or "+" or "-" or "*" or "/" or "||";

    /// <summary>Whether the token before can end an operand, so that an operator must follow.</summary>
    private bool AfterOperand()
    {
        if (_tokens.Count == 0)
            return false;
        var last = _tokens[^1];
        return last.Kind switch
        {
            TokenKind.QuotedWord or TokenKind.String or TokenKind.Bits or TokenKind.Number or TokenKind.Parameter or TokenKind.Hole => true,
            TokenKind.Punctuation => last.Word is ")" or "]",
            TokenKind.Word => last.Category switch
            {
                KeywordCategory.Reserved => last.Word is "end" or "true" or "false" or "null" or "user" || last.Word.StartsWith("current_", StringComparison.Ordinal),
                KeywordCategory.TypeOrFunction => false,
                _ => last.Word is not ("values" or "between" or "set" or "by" or "escape" or "to" or "interval"),
            },
            _ => false,
        };
    }

    private bool After(string word) => _tokens.Count > 0 && _tokens[^1].Word == word;

    private void SkipWord()
    {
        while (_position < _text.Length && (IsWordPart(Current) || IsHole(_position)))
            _position++;
    }

    private void Add(TokenKind kind, int start, int end, string word, int hole = -1) =>
        _tokens.Add(new(kind, start, end, word) { Hole = hole, OnNewLine = _newLine, IsBareLabel = true });

    private bool IsHole(int position)
    {
        if (position >= _text.Length || _text[position] != SqlText.HoleMark)
            return false;
        while (_nextHole < _source.Holes.Length && _source.Holes[_nextHole] < position)
            _nextHole++;
        return _nextHole < _source.Holes.Length && _source.Holes[_nextHole] == position;
    }

    private int FirstHole(int start, int end)
    {
        if (_source.Holes.IsEmpty)
            return -1;
        var index = _source.Holes.BinarySearch(start);
        if (index < 0)
            index = ~index;
        return index < _source.Holes.Length && _source.Holes[index] < end ? index : -1;
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c >= '\u0080' && c != SqlText.HoleMark);

    private static bool IsWordPart(char c) => IsWordStart(c) || char.IsAsciiDigit(c) || c == '$';

    private static bool IsOperator(char c) => "+-*/<>=~!@#%^&|`?".Contains(c);

    private static string Intern(ReadOnlySpan<char> text) => text switch
    {
        "=" => "=",
        "<" => "<",
        ">" => ">",
        "<=" => "<=",
        ">=" => ">=",
        "<>" or "!=" => "<>",
        "+" => "+",
        "-" => "-",
        "*" => "*",
        "/" => "/",
        "%" => "%",
        "^" => "^",
        "||" => "||",
        "->" => "->",
        "->>" => "->>",
        "=>" => "=>",
        "@>" => "@>",
        "<@" => "<@",
        "?" => "?",
        _ => text.ToString(),
    };
}
