using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>How a function comes to run inside a transaction.</summary>
public enum ScopeForm
{
    /// <summary>It is the function that a library, or the program's own wrapper, runs in a transaction.</summary>
    Callback,

    /// <summary>It begins and ends the transaction itself.</summary>
    Section,

    /// <summary>It is given the transaction's handle.</summary>
    Given,
}

/// <summary>A stretch of a function that runs inside a transaction.</summary>
public sealed class TransactionScope
{
    private readonly Func<SyntaxNode, bool> holds;

    internal TransactionScope(FunctionModel function, ScopeForm form, SyntaxNode opener, string handle, Carriers carriers, Func<SyntaxNode, bool>? holds = null)
    {
        (Function, Form, Opener, Handle, Carriers) = (function, form, opener, handle, carriers);
        this.holds = holds ?? (static _ => true);
    }

    /// <summary>The function whose body, or a stretch of whose body, runs inside.</summary>
    public FunctionModel Function { get; }

    public ScopeForm Form { get; }

    /// <summary>What opens it: the call that is given the function, the BEGIN; for a function that is given the handle, the handle's declaration.</summary>
    public SyntaxNode Opener { get; }

    /// <summary>How the program calls the transaction's handle.</summary>
    public string Handle { get; }

    /// <summary>The library's call that begins it, inside the wrapper where there is one; none when that is not seen.</summary>
    internal SyntaxNode Begin { get; init; }

    internal Carriers Carriers { get; }

    /// <summary>What runs inside the transaction, in the scope's own function and in those that it calls, in the order of the text.</summary>
    public ImmutableArray<InnerUse> Uses => Function.Project.Transactions.UsesIn(this);

    /// <summary>Whether a node of the function is evaluated inside the transaction.</summary>
    internal bool Holds(SyntaxNode node) => holds(node);

    public override string ToString() => $"{Function}: {Form} of {Handle}";
}

/// <summary>Something in a transaction that is sent on another connection.</summary>
/// <param name="Scope">The transaction.</param>
/// <param name="Use">What is sent: a statement, or the begin of another transaction.</param>
/// <param name="SaidSo">Whether a comment before it says that it is meant to be outside.</param>
public sealed record OuterUse(TransactionScope Scope, InnerUse Use, bool SaidSo);

/// <summary>What is done inside a transaction.</summary>
public enum InnerKind
{
    /// <summary>A statement is sent.</summary>
    Statement,

    /// <summary>A connection is taken: out of the pool, or for another transaction.</summary>
    Acquire,

    /// <summary>Another server is asked, and its answer waited for.</summary>
    Request,

    /// <summary>Something is handed to others who may act on it at once: a job, a message.</summary>
    Message,

    /// <summary>Time passes and nothing else happens.</summary>
    Sleep,
}

/// <summary>Something that is done inside a transaction.</summary>
/// <param name="Kind">What.</param>
/// <param name="Call">The call that does it.</param>
/// <param name="Steps">The calls that lead to it from the scope's function, outermost first; empty when it stands there.</param>
public sealed record InnerUse(InnerKind Kind, SyntaxNode Call, ImmutableArray<SyntaxNode> Steps)
{
    /// <summary>What it does to the database; null when its statements are not known.</summary>
    public DatabaseCall? Database { get; init; }

    /// <summary>Whether it changes rows; null when its statements are not known.</summary>
    public bool? IsWrite => Database is { Queries: { IsEmpty: false } queries } ? queries.Any(query => query.IsWrite) : null;

    /// <summary>Whether it goes through the transaction's handle.</summary>
    public bool IsInside { get; init; }

    /// <summary>Which of <see cref="Steps"/> is the first that is not given the handle; their number when it is the call itself.</summary>
    public int Dropped { get; init; }

    /// <summary>The parameter by which the handle could have come, and does not; empty when there is none.</summary>
    public string CouldTake { get; init; } = "";

    /// <summary>How the program writes what it is sent on.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>Where the handle is first left out: the call that does not pass it on.</summary>
    public SyntaxNode DroppedAt => Dropped < Steps.Length ? Steps[Dropped] : Call;

    /// <summary>The node of the scope's own function at which it happens.</summary>
    public SyntaxNode Outermost => Steps.IsEmpty ? Call : Steps[0];
}
