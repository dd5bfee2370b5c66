namespace Hostile.Model.Binding;

/// <summary>Small positive numbers, each once; a thread has one table for all its sets, of which one is in use at a time.</summary>
internal readonly ref struct NumberSet
{
    [ThreadStatic]
    private static int[]? marks;

    [ThreadStatic]
    private static int mark;

    private readonly List<int> members = [];

    public NumberSet()
    {
        marks ??= new int[1 << 14];
        mark++;
    }

    /// <summary>Adds a number that the set may have already.</summary>
    public void Add(int number)
    {
        if (number >= marks!.Length)
            Array.Resize(ref marks, Math.Max(number + 1, marks.Length * 2));
        if (marks[number] == mark)
            return;
        marks[number] = mark;
        members.Add(number);
    }

    /// <summary>The numbers, in the order in which they came.</summary>
    public int[] ToArray() => [.. members];
}
