using System.Collections.Immutable;
using System.Text;

namespace Hostile.Syntax.Sql;

/// <content>Names and types.</content>
public sealed partial class SqlParser
{
    private static bool IsName(in SqlToken token, KeywordCategory highest) => token.Kind switch
    {
        TokenKind.Word => token.Category <= highest,
        TokenKind.QuotedWord or TokenKind.Hole => true,
        TokenKind.Parameter => token.Word is "?" or ":" or "%",
        _ => false,
    };

    /// <summary>A column or table name: any word but those kept for functions and types and the reserved ones.</summary>
    private bool AtName => !AtEnd && IsName(Current, KeywordCategory.ColumnName);

    private SqlName ParseName(KeywordCategory highest = KeywordCategory.ColumnName)
    {
        if (AtEnd || !IsName(Current, highest))
        {
            Fail();
            return new() { Span = From(PreviousEnd), Text = "", Hole = SqlName.Missing };
        }
        var token = Current;
        _at++;
        return NameOf(token);
    }

    private SqlName ParseLabel() => ParseName(KeywordCategory.Reserved);

    private SqlName NameOf(in SqlToken token) => new()
    {
        Span = token.Span,
        Text = TextOf(token),
        Hole = token.Kind == TokenKind.Parameter ? SqlName.Placeholder : token.Hole,
    };

    private string TextOf(in SqlToken token)
    {
        if (token.Word != "")
            return token.Kind == TokenKind.Parameter ? _source.Text[token.Start..token.End] : token.Word;
        if (token.Kind != TokenKind.QuotedWord)
        {
            var shown = _source.Show(token.Span);
            return token.Hole < 0 ? Truncate(FoldCase(shown)) : shown;
        }
        var quote = _source.Text.IndexOf('"', token.Start);
        var text = _source.Show(new(quote + 1, Math.Max(quote + 1, token.End - 1)));
        return Truncate(text.Replace("\"\"", "\""));
    }

    /// <summary>PostgreSQL cuts identifiers at 63 bytes and goes on, so that two long names may be one.</summary>
    private static string Truncate(string name)
    {
        const int longest = 63;
        if (name.Length * 3 <= longest || Encoding.UTF8.GetByteCount(name) <= longest)
            return name;
        var length = Math.Min(name.Length, longest);
        while (Encoding.UTF8.GetByteCount(name.AsSpan(0, length)) > longest || char.IsHighSurrogate(name[length - 1]))
            length--;
        return name[..length];
    }

    /// <summary>PostgreSQL folds the ASCII letters of unquoted names (others only in single-byte encodings).</summary>
    private static string FoldCase(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
    });

    private QualifiedName ParseQualifiedName(KeywordCategory highest = KeywordCategory.ColumnName)
    {
        var start = Offset;
        var first = ParseName(highest);
        if (!Is("."))
            return new() { Span = From(start), Parts = [first] };

        var parts = ImmutableArray.CreateBuilder<SqlName>();
        parts.Add(first);
        while (Accept("."))
            parts.Add(ParseLabel());
        return new() { Span = From(start), Parts = parts.ToImmutable() };
    }

    /// <summary>Names in parentheses.</summary>
    private ImmutableArray<SqlName> ParseNames() => ParenthesizedList(() => ParseName());

    /// <summary>A type: <c>text</c>, <c>numeric(10,2)</c>, <c>timestamp(3) with time zone</c>, <c>public.state[]</c>, <c>t.c%TYPE</c>.</summary>
    private TypeName ParseType()
    {
        var start = Offset;
        Accept("setof");
        var (text, hole) = ParseTypeWord();
        var modifiers = ImmutableArray<SqlExpression>.Empty;
        if (Is("(") && text is not "interval")
        {
            _at++;
            modifiers = Is(")") ? [] : List(ParseExpression);
            Expect(")");
        }

        if (text is "timestamp" or "time")
        {
            if (Accept("with", "time", "zone"))
                text = text == "timestamp" ? "timestamptz" : "timetz";
            else
                Accept("without", "time", "zone");
        }
        else if (text == "interval")
        {
            ParseIntervalFields();
        }

        var isArray = false;
        if (Is("%", "type"))
            _at += 2;
        if (Accept("array"))
        {
            isArray = true;
            if (Accept("["))
            {
                if (Current.Kind == TokenKind.Number)
                    _at++;
                Expect("]");
            }
        }
        while (Is("[") && (Ahead(1).Word == "]" || Ahead(2).Word == "]"))
        {
            isArray = true;
            _at += Ahead(1).Word == "]" ? 2 : 3;
        }
        return new() { Span = From(start), Text = text, Modifiers = modifiers, IsArray = isArray, Hole = hole };
    }

    private (string Text, int Hole) ParseTypeWord()
    {
        if (Accept("double", "precision"))
            return ("double precision", -1);
        if (Accept("national"))
        {
            if (!Accept("character") && !Accept("char"))
                Fail();
            return (Accept("varying") ? "varchar" : "character", -1);
        }
        if (Is("character") || Is("char") || Is("nchar"))
        {
            _at++;
            return (Accept("varying") ? "varchar" : "character", -1);
        }
        if (Accept("bit"))
            return (Accept("varying") ? "varbit" : "bit", -1);

        var name = ParseQualifiedName(KeywordCategory.TypeOrFunction);
        // Built-in types live in pg_catalog, which nobody needs to write.
        var text = name.Parts is [{ Text: "pg_catalog" }, var type] ? type.Text : name.ToString();
        return (Canonical(text), name.Parts.FirstOrDefault(p => !p.IsKnown)?.Hole ?? -1);
    }

    private static string Canonical(string type) => type switch
    {
        "int" or "int4" => "integer",
        "int8" => "bigint",
        "int2" => "smallint",
        "dec" or "decimal" => "numeric",
        "float" or "float8" => "double precision",
        "float4" => "real",
        "bool" => "boolean",
        "bpchar" => "character",
        _ => type,
    };

    private void ParseIntervalFields()
    {
        if (IsIntervalField())
        {
            _at++;
            if (Is("to") && Ahead(1).Word is "month" or "hour" or "minute" or "second")
                _at += 2;
        }
        if (Is("(") && Ahead(1).Kind == TokenKind.Number && Ahead(2).Word == ")")
            _at += 3;
    }

    private bool IsIntervalField() => Current.Word is "year" or "month" or "day" or "hour" or "minute" or "second";

    /// <summary>The value of a string token, without its quotes and with quotes inside undoubled.</summary>
    private string StringValue(in SqlToken token)
    {
        var text = _source.Text.AsSpan(token.Start, token.End - token.Start);
        if (text[0] == '$')
            return _source.Show(BodyOf(token));

        var quote = text.IndexOf('\'');
        var inside = _source.Show(new(token.Start + quote + 1, Math.Max(token.Start + quote + 1, token.End - 1)));
        if (text[0] is 'e' or 'E' && inside.Contains('\\'))
            inside = Unescape(inside);
        return inside.Contains('\'') ? inside.Replace("''", "'") : inside;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                result.Append(text[i]);
                continue;
            }
            i++;
            result.Append(text[i] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '\'' => "''", '\\' => "\\", var other => "\\" + other });
        }
        return result.ToString();
    }

    /// <summary>What stands between the quotes of a string token.</summary>
    private SqlSpan BodyOf(in SqlToken token)
    {
        var text = _source.Text.AsSpan(token.Start, token.End - token.Start);
        if (text[0] != '$')
            return new(token.Start + text.IndexOf('\'') + 1, Math.Max(token.Start + 1, token.End - 1));
        var tag = text[1..].IndexOf('$') + 2;
        var isClosed = text.Length >= 2 * tag && text.EndsWith(text[..tag]);
        return new(token.Start + tag, isClosed ? token.End - tag : token.End);
    }
}
