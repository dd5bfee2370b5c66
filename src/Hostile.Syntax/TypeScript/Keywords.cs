using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Hostile.Syntax.TypeScript;

/// <summary>The keywords, found by one multiplication and one comparison of sixteen bytes, in a table without collisions.</summary>
internal static class Keywords
{
    /// <summary>No keyword has more letters.</summary>
    public const int Longest = 11;

    private const int Bits = 8;

    /// <summary>Found by trying: it sends every keyword to a slot of its own. A new keyword may need a new one; the table's making says so.</summary>
    private const ulong Multiplier = 0xECD9F6CC37853B99;

    private static readonly string[] Texts = [.. Enum.GetValues<TokenKind>().Where(kind => kind >= TokenKind.Break).Select(kind => kind.ToString().ToLowerInvariant())];

    /// <summary>The table; taken into a field by who uses it much.</summary>
    public static Table All { get; } = Build();

    private static ReadOnlySpan<byte> Masks => [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The keywords' bytes, zero behind their ends, and what they are, by slot.</summary>
    public sealed record Table(Vector128<byte>[] Texts, TokenKind[] Kinds);

    /// <summary>The keyword that the first bytes are, else Identifier; the length is from 2 to <see cref="Longest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TokenKind Find(Table table, Vector128<byte> bytes, int length)
    {
        var text = bytes & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(16 - length));
        var slot = Slot(text);
        return table.Texts[slot] == text ? table.Kinds[slot] : TokenKind.Identifier;
    }

    /// <summary>The keyword that a text is, else Identifier.</summary>
    public static TokenKind Find(Table table, string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        return text.Length is >= 2 and <= Longest && Encoding.UTF8.TryGetBytes(text, bytes, out var length) && length == text.Length
            ? Find(table, Vector128.Create<byte>(bytes), length) : TokenKind.Identifier;
    }

    /// <summary>How a keyword is written.</summary>
    public static string Text(TokenKind kind) => Texts[kind - TokenKind.Break];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slot(Vector128<byte> text)
    {
        var first = text.AsUInt64().ToScalar();
        var second = text.AsUInt64().GetElement(1);
        return (int)(((first ^ (second << 5) ^ (first >> 29)) * Multiplier) >> (64 - Bits));
    }

    private static Table Build()
    {
        var table = new Table(new Vector128<byte>[1 << Bits], new TokenKind[1 << Bits]);
        var bytes = new byte[16];
        for (var i = 0; i < Texts.Length; i++)
        {
            Array.Clear(bytes);
            Encoding.ASCII.GetBytes(Texts[i], bytes);
            var text = Vector128.Create(bytes);
            var slot = Slot(text);
            if (table.Kinds[slot] != TokenKind.None)
                throw new InvalidOperationException($"'{Texts[i]}' and '{Text(table.Kinds[slot])}' share a slot: find another multiplier");
            table.Texts[slot] = text;
            table.Kinds[slot] = (TokenKind)((int)TokenKind.Break + i);
        }

        return table;
    }
}
