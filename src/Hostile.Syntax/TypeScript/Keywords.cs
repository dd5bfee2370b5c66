using System.Runtime.Intrinsics;
using System.Text;

namespace Hostile.Syntax.TypeScript;

/// <summary>
/// The keywords, found by one multiplication and one comparison of sixteen bytes: a table without collisions, whose multiplier is searched once.
/// </summary>
internal static class Keywords
{
    private const int Bits = 10;
    private const int Longest = 11;

    private static readonly string[] Texts = [.. Enum.GetValues<TokenKind>().Where(kind => kind >= TokenKind.Break).Select(kind => kind.ToString().ToLowerInvariant())];

    private static readonly Vector128<byte>[] Masks = [.. Enumerable.Range(0, 16).Select(length =>
        Vector128.LessThan(Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Vector128.Create((byte)length)))];

    private static ulong multiplier;

    /// <summary>The table; taken into a field by who uses it much.</summary>
    public static Entry[] Table { get; } = Build();

    /// <summary>A keyword's bytes, zero behind its end, and what it is.</summary>
    public readonly record struct Entry(Vector128<byte> Text, TokenKind Kind);

    /// <summary>The keyword that the first bytes are, else Identifier.</summary>
    public static TokenKind Find(Entry[] table, Vector128<byte> bytes, int length)
    {
        if (length - 2 > Longest - 2 || length < 2)
            return TokenKind.Identifier;

        var text = bytes & Masks[length];
        ref var entry = ref table[Slot(text)];
        return entry.Text == text ? entry.Kind : TokenKind.Identifier;
    }

    /// <summary>The keyword that a text is, else Identifier.</summary>
    public static TokenKind Find(Entry[] table, string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        return text.Length <= Longest && Encoding.UTF8.TryGetBytes(text, bytes, out var length) ? Find(table, Vector128.Create<byte>(bytes), length) : TokenKind.Identifier;
    }

    /// <summary>How a keyword is written.</summary>
    public static string Text(TokenKind kind) => Texts[kind - TokenKind.Break];

    private static int Slot(Vector128<byte> text)
    {
        var halves = text.AsUInt64();
        return (int)(((halves[0] ^ (halves[1] << 5) ^ (halves[0] >> 29)) * multiplier) >> (64 - Bits));
    }

    private static Entry[] Build()
    {
        var bytes = new byte[16];
        var random = 0x9E3779B97F4A7C15UL;
        while (true)
        {
            multiplier = random | 1;
            var table = new Entry[1 << Bits];
            var fits = true;
            foreach (var kind in Enum.GetValues<TokenKind>())
            {
                if (kind < TokenKind.Break)
                    continue;

                Array.Clear(bytes);
                Encoding.ASCII.GetBytes(Text(kind), bytes);
                var text = Vector128.Create(bytes);
                ref var entry = ref table[Slot(text)];
                fits = entry.Kind == TokenKind.None;
                if (!fits)
                    break;
                entry = new(text, kind);
            }

            if (fits)
                return table;
            random = (random * 6364136223846793005UL) + 1442695040888963407UL;
        }
    }
}
