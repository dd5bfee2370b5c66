using System.Buffers.Binary;
using System.Text;

namespace Hostile.Model.Binding;

/// <summary>
/// A name of the analysed program, interned for the life of the process: two names are equal when their numbers are.
/// Numbers depend on the order in which files were read, so nothing may be ordered by them.
/// </summary>
public readonly struct Name : IEquatable<Name>
{
    private static readonly Lock Growth = new();
    private static long[] slots = new long[1 << 16];
    private static byte[][] texts = new byte[1 << 14][];
    private static int count;

    private Name(int id) => Id = id;

    /// <summary>The number of the name; 0 when there is none.</summary>
    internal int Id { get; }

    /// <summary>Reports whether there is a name at all.</summary>
    public bool Exists => Id != 0;

    /// <summary>The name in UTF-8, as written.</summary>
    public ReadOnlySpan<byte> Bytes => Id == 0 ? default : Volatile.Read(ref texts)[Id];

    public static bool operator ==(Name left, Name right) => left.Id == right.Id;

    public static bool operator !=(Name left, Name right) => left.Id != right.Id;

    /// <summary>The name that these bytes spell; the empty text is no name.</summary>
    public static Name Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return default;

        var hash = Hash(utf8);
        var found = Find(Volatile.Read(ref slots), utf8, hash);
        return new(found != 0 ? found : Add(utf8, hash));
    }

    /// <summary>The name that this text spells.</summary>
    public static Name Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static Name FromId(int id) => new(id);

    public bool Is(ReadOnlySpan<byte> utf8) => Bytes.SequenceEqual(utf8);

    public bool Equals(Name other) => Id == other.Id;

    public override bool Equals(object? obj) => obj is Name other && Equals(other);

    public override int GetHashCode() => Id;

    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    private static int Find(long[] table, ReadOnlySpan<byte> utf8, uint hash)
    {
        var mask = table.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var slot = Volatile.Read(ref table[at]);
            if (slot == 0)
                return 0;
            if ((uint)(slot >> 32) == hash && Volatile.Read(ref texts)[(int)slot].AsSpan().SequenceEqual(utf8))
                return (int)slot;
        }
    }

    /// <summary>Readers take no lock: a text is in place before the slot that points to it, and a grown table replaces the old one whole.</summary>
    private static int Add(ReadOnlySpan<byte> utf8, uint hash)
    {
        lock (Growth)
        {
            var found = Find(slots, utf8, hash);
            if (found != 0)
                return found;

            var id = count + 1;
            if (id == texts.Length)
            {
                var longer = texts;
                Array.Resize(ref longer, id * 2);
                Volatile.Write(ref texts, longer);
            }

            texts[id] = utf8.ToArray();
            if (id * 2 > slots.Length)
                Grow();
            Place(slots, id, hash);
            return count = id;
        }
    }

    private static void Grow()
    {
        var larger = new long[slots.Length * 4];
        foreach (var slot in slots)
        {
            if (slot != 0)
                Place(larger, (int)slot, (uint)(slot >> 32));
        }

        Volatile.Write(ref slots, larger);
    }

    private static void Place(long[] table, int id, uint hash)
    {
        var mask = table.Length - 1;
        var at = (int)hash & mask;
        while (table[at] != 0)
            at = (at + 1) & mask;
        Volatile.Write(ref table[at], ((long)hash << 32) | (uint)id);
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong Mix = 0x9E3779B97F4A7C15;
        var state = (ulong)utf8.Length * Mix;
        while (utf8.Length >= 8)
        {
            state = (state ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Mix;
            state ^= state >> 29;
            utf8 = utf8[8..];
        }

        ulong rest = 0;
        foreach (var b in utf8)
            rest = (rest << 8) | b;
        state = (state ^ rest) * Mix;
        return (uint)((state ^ (state >> 32)) * 0x85EBCA6B >> 16);
    }
}
