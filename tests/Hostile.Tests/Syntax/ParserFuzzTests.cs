using System.Text;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Syntax;

/// <summary>Code with tokens and bytes left out, doubled and swapped: every text has a sound tree, and the same one each time.</summary>
public class ParserFuzzTests
{
    private const int RoundsPerFile = 150;

    /// <summary>The snapshots' sources: together they hold every construct.</summary>
    public static TheoryData<string> Sources() => [.. Directory.EnumerateFiles(ParserTreeTests.Folder).Where(file => !file.EndsWith(".tree", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Broken_code_has_a_sound_tree(string name)
    {
        var text = File.ReadAllBytes(Path.Combine(ParserTreeTests.Folder, name));
        var random = new Random(name.Length);
        for (var round = 0; round < RoundsPerFile; round++)
        {
            var broken = (round % 2) == 0 ? BreakTokens(text, random) : BreakBytes(text, random);
            var kind = (ScriptKind)random.Next(5);
            var tree = Parser.Parse(broken, kind);
            Source.IsSound(tree);
            Assert.True(tree.Errors.Length <= 1_000);
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Code_that_ends_anywhere_has_a_sound_tree(string name)
    {
        var text = File.ReadAllBytes(Path.Combine(ParserTreeTests.Folder, name));
        for (var length = 0; length < text.Length; length += 7)
            Source.IsSound(Parser.Parse(text.AsMemory(0, length), ParserTreeTests.KindOf(name)));
    }

    private static byte[] BreakTokens(byte[] text, Random random)
    {
        var words = Words(text);
        for (var edits = random.Next(1, 4); edits > 0 && words.Count > 1; edits--)
        {
            var at = random.Next(words.Count);
            switch (random.Next(3))
            {
                case 0: words.RemoveAt(at); break;
                case 1: words.Insert(at, words[random.Next(words.Count)]); break;
                default:
                    var other = random.Next(words.Count);
                    (words[at], words[other]) = (words[other], words[at]);
                    break;
            }
        }

        return [.. words.SelectMany(word => word)];
    }

    /// <summary>Runs of letters and digits, and single signs.</summary>
    private static List<byte[]> Words(byte[] text)
    {
        var words = new List<byte[]>();
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            while (char.IsAsciiLetterOrDigit((char)text[at]) && at + length < text.Length && char.IsAsciiLetterOrDigit((char)text[at + length]))
                length++;
            words.Add(text[at..(at + length)]);
            at += length;
        }

        return words;
    }

    private static byte[] BreakBytes(byte[] text, Random random)
    {
        var bytes = text.ToList();
        for (var edits = random.Next(1, 6); edits > 0 && bytes.Count > 1; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0: bytes.RemoveAt(at); break;
                case 1: bytes.Insert(at, Encoding.Latin1.GetBytes("(){}[]<>`'\"$/\\*=>?:;,.#@!\n\0é")[random.Next(28)]); break;
                default: bytes[at] = (byte)random.Next(256); break;
            }
        }

        return [.. bytes];
    }
}
