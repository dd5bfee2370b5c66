using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hostile.Bench.Oracles;

/// <summary>
/// The verb <c>mutants</c>: wrong and half-wrong programs for the oracle, made from the tests' snippets by losing, doubling, swapping, replacing and inserting tokens.
/// Real code tells whether what the compiler accepts is accepted; only wrong code tells whether what it rejects is rejected.
/// </summary>
public static partial class Mutants
{
    private const int LongestPiece = 300;

    private static readonly string[] Words =
    [
        "(", ")", "{", "}", "[", "]", "<", ">", ";", ",", ".", "?", ":", "=", "=>", "?.", "...", "!", "&", "|", "+", "-", "*", "/", "`", "${", "@", "#", "\n",
        "a", "b", "1", "\"s\"", "async", "await", "yield", "let", "const", "var", "using", "type", "interface", "class", "enum", "namespace", "declare", "abstract", "of", "in",
        "is", "as", "satisfies", "typeof", "keyof", "infer", "asserts", "extends", "new", "function", "get", "set", "static", "readonly", "accessor", "public",
        "import", "export", "default", "from", "if", "else", "for", "while", "return", "this", "super", "null",
    ];

    /// <summary>Runs the verb: an empty or new folder, mutants of each snippet, and a seed; the same arguments give the same files.</summary>
    public static int Write(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [var folder, var countText, var seedText] || !int.TryParse(countText, out var count) || !int.TryParse(seedText, out var seed))
        {
            Console.Error.WriteLine("hostile-bench: mutants wants FOLDER COUNT SEED");
            return 2;
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Console.Error.WriteLine($"hostile-bench: {folder} is not empty");
            return 2;
        }

        Directory.CreateDirectory(folder);
        var random = new Random(seed);
        var snippets = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Hostile.Tests", "Syntax", "Oracle", "snippets.txt")).ReplaceLineEndings("\n");
        foreach (var snippet in snippets.Split("\n==== ").Skip(1))
        {
            var end = snippet.IndexOf('\n');
            if (end < 0)
                continue;
            var (name, text) = (snippet[..end], snippet[(end + 1)..].Replace('␍', '\r'));
            var dot = name.IndexOf('.');
            for (var i = 0; i < count; i++)
            {
                // By way of bytes: half of a surrogate pair becomes a replacement character, where writing text would throw.
                var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name[..dot]}-{i}{name[dot..]}"));
                File.WriteAllBytes(path, Encoding.UTF8.GetBytes(Mutate(Piece(text, random), random)));
            }
        }

        return 0;
    }

    /// <summary>A few lines, or what follows a semicolon: small texts make a difference easy to see.</summary>
    private static string Piece(string text, Random random)
    {
        var lines = text.Split('\n');
        if (lines.Length > 3 && random.Next(10) < 7)
        {
            var first = random.Next(lines.Length);
            text = string.Join('\n', lines[first..Math.Min(lines.Length, first + 1 + random.Next(3))]);
        }

        if (text.Length <= LongestPiece)
            return text;
        var start = text.IndexOf(';', random.Next(text.Length)) + 1;
        return text.Substring(start, Math.Min(LongestPiece, text.Length - start));
    }

    /// <summary>A text with one token or two that are lost, doubled, swapped, replaced or inserted.</summary>
    private static string Mutate(string text, Random random) => Mutate(text, random, random.Next(4) == 0 ? 2 : 1);

    /// <summary>A text with so many changes.</summary>
    internal static string Mutate(string text, Random random, int changes)
    {
        var tokens = Token().Matches(text).Select(match => match.Value).ToList();
        for (; changes > 0 && tokens.Count > 0; changes--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(10))
            {
                case < 3:
                    tokens.RemoveAt(at);
                    break;
                case < 5:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 5 when at + 1 < tokens.Count:
                    (tokens[at], tokens[at + 1]) = (tokens[at + 1], tokens[at]);
                    break;
                case < 8:
                    tokens[at] = Words[random.Next(Words.Length)];
                    break;
                default:
                    tokens.Insert(at, Words[random.Next(Words.Length)] + " ");
                    break;
            }
        }

        return string.Concat(tokens);
    }

    [GeneratedRegex("""\s+|[\p{L}_$][\w$]*|\d[\w.]*|"[^"\n]*"|'[^'\n]*'|=>|\?\.|\.\.\.|&&|\|\||\?\?|\*\*|[=!]==?|.""", RegexOptions.Singleline)]
    private static partial Regex Token();
}
