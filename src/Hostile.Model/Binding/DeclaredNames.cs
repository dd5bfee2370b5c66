namespace Hostile.Model.Binding;

/// <summary>
/// From (scope, name) to symbol, for the file being bound. One table a thread, used again for file after file: binding asks it several times an identifier.
/// </summary>
internal sealed class DeclaredNames
{
    [ThreadStatic]
    private static DeclaredNames? current;

    private long[] keys = new long[1 << 10];
    private int[] symbols = new int[1 << 10];
    private int mask;
    private int count;

    /// <summary>The thread's table, emptied, with room for about that many names.</summary>
    public static DeclaredNames For(int expected)
    {
        var table = current ??= new();
        var size = 64;
        while (size < expected * 2)
            size *= 2;
        if (size > table.keys.Length)
        {
            table.keys = new long[size];
            table.symbols = new int[size];
        }
        else
        {
            Array.Clear(table.keys, 0, size);
        }

        table.mask = size - 1;
        table.count = 0;
        return table;
    }

    /// <summary>The symbol that the scope declares under the name, or -1.</summary>
    public int Find(int scope, Name name)
    {
        var key = Key(scope, name);
        for (var at = Slot(key); ; at = (at + 1) & mask)
        {
            if (keys[at] == key)
                return symbols[at];
            if (keys[at] == 0)
                return -1;
        }
    }

    /// <summary>Adds a name that the scope does not have yet.</summary>
    public void Add(int scope, Name name, int symbol)
    {
        if (++count * 2 > mask)
            Grow();
        Put(Key(scope, name), symbol);
    }

    private void Put(long key, int symbol)
    {
        var at = Slot(key);
        while (keys[at] != 0)
            at = (at + 1) & mask;
        keys[at] = key;
        symbols[at] = symbol;
    }

    private void Grow()
    {
        var (oldKeys, oldSymbols, size) = (keys, symbols, mask + 1);
        keys = new long[size * 2];
        symbols = new int[size * 2];
        mask = (size * 2) - 1;
        for (var at = 0; at < size; at++)
        {
            if (oldKeys[at] != 0)
                Put(oldKeys[at], oldSymbols[at]);
        }
    }

    private int Slot(long key) => (int)((ulong)key * 0x9E3779B97F4A7C15 >> 40) & mask;

    /// <summary>No name has number 0, so no key is 0.</summary>
    private static long Key(int scope, Name name) => ((long)scope << 32) | (uint)name.Id;
}
