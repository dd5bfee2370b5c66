namespace Hostile.Model.Binding;

/// <summary>
/// A value for some of the nodes of a tree, by their index. Of most nodes nothing is ever asked, so it is a table of those that were (open addressing, at most three quarters full).
/// Safe to use from many threads: who reads never waits, who writes waits for the other who writes.
/// </summary>
internal sealed class NodeTable<T>
    where T : class
{
    private Slots? slots;
    private int count;

    /// <summary>The value of a node; null when there is none yet.</summary>
    public T? this[int node]
    {
        get
        {
            if (Volatile.Read(ref slots) is not { } all)
                return null;
            var at = all.Home(node);
            while (Volatile.Read(ref all.Keys[at]) is var key && key != node + 1)
            {
                if (key == 0)
                    return null;
                at = (at + 1) & all.Mask;
            }

            return Volatile.Read(ref all.Values[at]);
        }

        set
        {
            lock (this)
            {
                var all = slots;
                if (all is null || (count + 1) * 4 > all.Keys.Length * 3)
                    Volatile.Write(ref slots, all = all is null ? new(8) : all.Doubled());
                if (all.Put(node, value!))
                    count++;
            }
        }
    }

    private sealed class Slots(int size)
    {
        /// <summary>The node's index and one; 0: the slot is free.</summary>
        public readonly int[] Keys = new int[size];

        public readonly T?[] Values = new T?[size];

        public int Mask => Keys.Length - 1;

        public int Home(int node) => (int)((uint)node * 0x9E3779B1 >> 8) & Mask;

        /// <summary>Puts a value in; whether the node had none before.</summary>
        public bool Put(int node, T value)
        {
            var at = Home(node);
            while (Keys[at] != 0 && Keys[at] != node + 1)
                at = (at + 1) & Mask;
            var isNew = Keys[at] == 0;
            // The value first: who finds the key finds it.
            Volatile.Write(ref Values[at], value);
            Volatile.Write(ref Keys[at], node + 1);
            return isNew;
        }

        public Slots Doubled()
        {
            var larger = new Slots(Keys.Length * 2);
            for (var at = 0; at < Keys.Length; at++)
            {
                if (Keys[at] != 0)
                    larger.Put(Keys[at] - 1, Values[at]!);
            }

            return larger;
        }
    }
}
