using System.Collections.Immutable;

namespace Hostile.Model.Summaries;

/// <summary>How executions of a function can overlap: from what starts them, by which calls.</summary>
/// <param name="Kind">What starts them.</param>
/// <param name="Start">Where it is started: the call that registers it (<c>router.post('/pay', …)</c>), the exported declaration, or the file.</param>
/// <param name="StartText">How the program writes that, shortened.</param>
/// <param name="Calls">The calls that lead from there to the function, outermost first.</param>
public sealed record Exposure(StartKind Kind, Place Start, string StartText, ImmutableArray<CallStep> Calls)
{
    /// <summary>Whether what starts them waits for one before it starts the next, in one process: a queue's worker with a concurrency of one.</summary>
    public bool IsOneAtATime { get; init; }

    /// <summary>Whether one of the calls stands in a loop that goes on for as long as the process lives: what it does is the service's work, and not the start's.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether every execution works on an object of its own: "consumers.map((consumer) => consumer.start())".</summary>
    public bool HasOwnObjects { get; init; }

    /// <summary>Whether the executions are those of one collection's elements.</summary>
    public bool IsOfSiblings => Kind is StartKind.Siblings;

    /// <summary>Reports whether two executions overlap by what the code itself says, with no assumption about callers.</summary>
    public bool IsConcurrent => Kind is StartKind.Request or StartKind.Job or StartKind.Message or StartKind.Event or StartKind.Timer or StartKind.Siblings;
}

/// <summary>A call on the way to a function.</summary>
/// <param name="Place">The call.</param>
/// <param name="Callee">What it calls, as the program writes it, shortened.</param>
public sealed record CallStep(Place Place, string Callee);

/// <summary>What starts executions.</summary>
public enum StartKind
{
    /// <summary>Every request, and requests overlap.</summary>
    Request,

    /// <summary>Every job of a queue.</summary>
    Job,

    /// <summary>Every message of a channel or connection.</summary>
    Message,

    /// <summary>Every event; the next one does not wait for the last.</summary>
    Event,

    /// <summary>Every turn of an interval, or every firing of a schedule.</summary>
    Timer,

    /// <summary>Every element of a collection, all started before the first is done: <c>items.map(async …)</c>.</summary>
    Siblings,

    /// <summary>Whoever imports the package.</summary>
    Api,

    /// <summary>The end of the process: a signal, or an exception that nobody caught.</summary>
    Signal,

    /// <summary>The process, when it starts; several replicas may start at once.</summary>
    Start,

    /// <summary>Nothing that we see.</summary>
    None,
}
