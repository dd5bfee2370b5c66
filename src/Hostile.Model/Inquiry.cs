namespace Hostile.Model;

/// <summary>
/// A question that leads to others: how many levels it may still go down, and the steps that it may take together with all that it leads to.
/// A depth alone bounds nothing that branches: twelve ways, nine levels down, are five billions. What is used up is unknown, and the count is the same on every run.
/// </summary>
internal readonly struct Inquiry
{
    private readonly int levels;
    private readonly Store store;

    /// <param name="levels">How many levels down it may go.</param>
    /// <param name="steps">How many steps it may take on all of them together.</param>
    public Inquiry(int levels, int steps)
        : this(levels, new Store { Left = steps })
    {
    }

    private Inquiry(int levels, Store store) => (this.levels, this.store) = (levels, store);

    /// <summary>The same question one level further down.</summary>
    public Inquiry Deeper => new(levels - 1, store);

    /// <summary>Takes steps. Whether there were enough left, and it is not too deep already.</summary>
    public bool GoesOn(int steps = 1)
    {
        Workers.Step(steps);
        if (levels < 0 || store.Left < steps)
            return false;
        store.Left -= steps;
        return true;
    }

    private sealed class Store
    {
        public int Left { get; set; }
    }
}
