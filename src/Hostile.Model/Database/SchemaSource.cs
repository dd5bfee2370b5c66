using System.Collections.Immutable;
using System.Text;
using Hostile.Syntax.Sql;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>SQL that defines tables, from a migration or from a statement in code, and where each stretch of it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Locate">The place of a span of it.</param>
public sealed record SchemaSource(SqlText Text, Func<SqlSpan, Place> Locate)
{
    /// <summary>The path of the file that says it.</summary>
    public string Path { get; init; } = Locate(new(0, 0)).Path;

    /// <summary>A change that a program describes by calls; null for SQL.</summary>
    internal SchemaPiece? Change { get; private init; }

    /// <summary>Whether it is a text that a program holds outside its migrations, which may run or not.</summary>
    public bool IsOnlyOffered { get; init; }

    internal Func<SyntaxNode, Place>? PlaceOfNode { get; private init; }

    /// <summary>A change that a program describes by calls.</summary>
    internal static SchemaSource Of(SchemaPiece change, Func<SyntaxNode, Place> placeOf) =>
        new(SqlText.Of(""), _ => placeOf(change.Node)) { Change = change, PlaceOfNode = placeOf };

    /// <summary>A <c>.sql</c> file; of a migration with an up and a down part only the up part.</summary>
    public static SchemaSource Of(SourceText file)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        var isAscii = text.Length == file.Bytes.Length;
        return new(SqlText.Of(MigrationFiles.UpPart(text)), span => new(file, isAscii
            ? new(span.Start, span.End)
            : new(Encoding.UTF8.GetByteCount(text.AsSpan(0, span.Start)), Encoding.UTF8.GetByteCount(text.AsSpan(0, span.End)))));
    }
}

/// <summary>What migration tools agree on with their files: an order, and parts that undo.</summary>
public static class MigrationFiles
{
    /// <summary>Whether a file only undoes another: <c>down.sql</c>, <c>3_users.down.sql</c>.</summary>
    public static bool IsDown(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Equals("down.sql", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".down.sql", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("_down.sql", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("-down.sql", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".undo.sql", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".rollback.sql", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The <c>.sql</c> files to apply, in the order of their paths: digits by value, so that <c>10</c> comes after <c>9</c>.</summary>
    public static ImmutableArray<SourceText> InOrder(IEnumerable<SourceText> files) =>
        [.. files.Where(f => f.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) && !IsDown(f.Path)).Order(Comparer<SourceText>.Create((a, b) => Compare(a.Path, b.Path)))];

    /// <summary>
    /// Blanks out the down part of a file with both: <c>-- migrate:down</c> (dbmate), <c>-- +goose Down</c>, <c>-- +migrate Down</c>
    /// (sql-migrate), <c>-- Down Migration</c> (node-pg-migrate), <c>-- Down</c>. Offsets stay.
    /// </summary>
    public static string UpPart(string text)
    {
        StringBuilder? up = null;
        var isDown = false;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            var direction = DirectionOf(text.AsSpan(start, end - start).Trim());
            isDown = direction < 0 || (direction == 0 && isDown);
            if (isDown)
            {
                up ??= new(text);
                for (var i = start; i < end; i++)
                {
                    if (text[i] is not '\n' and not '\r')
                        up[i] = ' ';
                }
            }
            start = end;
        }
        return up?.ToString() ?? text;
    }

    /// <summary>1 for a line that begins an up part, -1 for a down part, 0 for any other.</summary>
    private static int DirectionOf(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("--"))
            return 0;
        line = line.TrimStart('-').Trim();
        foreach (var (prefix, isExact) in new[] { ("migrate:", false), ("+goose ", false), ("+migrate ", false), ("+micrate ", false), ("", true) })
        {
            if (!line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                continue;
            var word = line[prefix.Length..];
            if (IsWord(word, "up", isExact))
                return 1;
            if (IsWord(word, "down", isExact))
                return -1;
        }
        return 0;
    }

    /// <summary>A word alone, or with "migration" after it; behind a tool's prefix anything may follow.</summary>
    private static bool IsWord(ReadOnlySpan<char> line, string word, bool isExact)
    {
        if (!line.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = line[word.Length..].Trim(" :=-");
        return isExact ? rest.IsEmpty || rest.Equals("migration", StringComparison.OrdinalIgnoreCase) : line.Length == word.Length || !char.IsAsciiLetter(line[word.Length]);
    }

    /// <summary>The order of paths: digits by value.</summary>
    public static int Compare(string left, string right)
    {
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
            {
                var (a, b) = (Digits(left, ref i), Digits(right, ref j));
                var byLength = a.Length.CompareTo(b.Length);
                var byValue = byLength != 0 ? byLength : string.CompareOrdinal(a, b);
                if (byValue != 0)
                    return byValue;
                continue;
            }
            if (left[i] != right[j])
                return left[i].CompareTo(right[j]);
            i++;
            j++;
        }
        var rest = (left.Length - i).CompareTo(right.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text[start..at].TrimStart('0');
    }
}
