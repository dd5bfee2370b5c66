using System.Runtime.ExceptionServices;

namespace Hostile.Model;

/// <summary>
/// The threads that a stage works on: so many at once and no more, each with a stack that deep nesting does not use up, stopped by a token.
/// .NET cannot catch a stack overflow, and how much stack a thread has must not decide what is found: so no stage runs on threads of anybody else.
/// </summary>
public sealed class Workers
{
    /// <summary>In bytes. Address space only: what is not used takes no memory.</summary>
    private const int StackSize = 256 << 20;

    /// <summary>Steps between two looks at the token: a fraction of a millisecond.</summary>
    private const int StepsBetweenLooks = 4096;

    [ThreadStatic]
    private static Workers? current;

    /// <summary>Whether this thread works on a stage of one piece, so that the others have nothing to do.</summary>
    [ThreadStatic]
    private static bool isAlone;

    [ThreadStatic]
    private static int untilLook;

    private long steps;

    /// <param name="count">Threads to use; 0 or less: one for each processor.</param>
    /// <param name="cancellation">Stops every stage between two items.</param>
    public Workers(int count = 0, CancellationToken cancellation = default)
    {
        Count = count > 0 ? count : Environment.ProcessorCount;
        Cancellation = cancellation;
    }

    /// <summary>How many threads work at once.</summary>
    public int Count { get; }

    /// <summary>Says when to stop.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>
    /// How many steps of work were done so far. It says how much there was to do without a clock: a program of twice the size may take twice as many, and not four times.
    /// </summary>
    public long Steps => Interlocked.Read(ref steps);

    /// <summary>
    /// Counts steps of work, on the thread that does it, and stops that when it is to be stopped. Every loop whose length the audited code chooses calls it, so that none outlives an interruption.
    /// </summary>
    public static void Step(int count = 1)
    {
        untilLook -= count;
        if (untilLook <= 0)
            Look();
    }

    /// <summary>
    /// Does the work for each number below <paramref name="items"/>, in any order, and returns when all is done. Called from inside a stage it works on the thread that asks,
    /// unless that stage is of one piece.
    /// Throws what the work threw, and <see cref="OperationCanceledException"/> when it was stopped.
    /// </summary>
    public void Each(int items, Action<int> work)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (items == 0)
            return;

        var next = -1;
        ExceptionDispatchInfo? failure = null;
        if (current is not null && !isAlone)
        {
            Work();
            return;
        }

        var threads = new Thread[Math.Min(Count, items)];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new(WorkOrFail, StackSize) { IsBackground = true, Name = "hostile" };
            threads[i].Start();
        }

        foreach (var thread in threads)
            thread.Join();
        failure?.Throw();

        void WorkOrFail()
        {
            current = this;
            isAlone = items == 1;
            untilLook = StepsBetweenLooks;
            try
            {
                Work();
            }
#pragma warning disable CA1031 // Nothing is swallowed: it is thrown again on the thread that waits.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }

            Interlocked.Add(ref steps, StepsBetweenLooks - untilLook);
        }

        void Work()
        {
            while (Volatile.Read(ref failure) is null && Interlocked.Increment(ref next) is var item && item < items)
            {
                Cancellation.ThrowIfCancellationRequested();
                work(item);
            }
        }
    }

    /// <summary>What the function gives for each number below <paramref name="items"/>, in their order.</summary>
    public T[] Select<T>(int items, Func<int, T> function)
    {
        var results = new T[items];
        Each(items, i => results[i] = function(i));
        return results;
    }

    /// <summary>One piece of work on a thread of its own, for what cannot be divided as a whole: what can be in it is divided among all threads.</summary>
    public T Run<T>(Func<T> work) => Select(1, _ => work())[0];

    private static void Look()
    {
        var done = StepsBetweenLooks - untilLook;
        untilLook = StepsBetweenLooks;
        if (current is not { } workers)
            return;
        Interlocked.Add(ref workers.steps, done);
        workers.Cancellation.ThrowIfCancellationRequested();
    }
}
