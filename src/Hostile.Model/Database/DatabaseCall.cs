using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>One call by which a function uses the database, in the words of the model: what it does, on which handle, with which statements.</summary>
public sealed record DatabaseCall
{
    /// <summary>The call as it stands in this function; for a call through the program's own wrapper, the call of the wrapper.</summary>
    public required SyntaxNode Call { get; init; }

    public required DatabaseAction Action { get; init; }

    /// <summary>What it is done on.</summary>
    public required Handle Handle { get; init; }

    /// <summary>The statements it runs, in order; empty when it runs none or its text is not known.</summary>
    public ImmutableArray<Query> Queries { get; init; } = [];

    /// <summary>The expression of each parameter: <c>$1</c> is the first. Empty when they are not written out.</summary>
    public ImmutableArray<SyntaxNode> Parameters { get; init; } = [];

    /// <summary>The whole list of parameters, when the call takes one; none when it has none.</summary>
    public SyntaxNode ParameterList { get; init; }

    /// <summary>The expression of the statement's text; none when the call runs none.</summary>
    public SyntaxNode Text { get; init; }

    /// <summary>What is known of the statement's text; null when the call runs none.</summary>
    public ConstantText? Constant { get; init; }

    /// <summary>The wrappers of the program through which the call goes, outermost first; empty when the library is called directly.</summary>
    public ImmutableArray<SyntaxNode> Through { get; init; } = [];

    /// <summary>The library's call that it comes down to: itself, or the one inside the innermost wrapper.</summary>
    public SyntaxNode Innermost => Through.IsEmpty ? Call : Through[^1];

    /// <summary>The expression that the library's call is made on: <c>this.pool</c> of <c>this.pool.query(…)</c>.</summary>
    public SyntaxNode Receiver => Innermost.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee ? callee.FirstChild : Innermost.FirstChild;

    /// <summary>Reports whether a transaction begins here.</summary>
    public bool Begins => Queries.Any(query => query.Kind is QueryKind.Begin);

    /// <summary>Reports whether a transaction ends here.</summary>
    public bool Ends => Queries.Any(query => query.Kind is QueryKind.Commit or QueryKind.Rollback or QueryKind.PrepareTransaction);

    /// <summary>The expression that a value of a statement stands for: of a parameter or a hole; none for what the statement computes itself.</summary>
    public SyntaxNode ExpressionOf(QueryValue value) => value.Source switch
    {
        ValueSource.Parameter when value.Number >= 1 && value.Number <= Parameters.Length => Parameters[value.Number - 1],
        ValueSource.Hole when Constant is not null && value.Number < Constant.Holes.Length => Constant.Holes[value.Number],
        _ => default,
    };
}

/// <summary>What a call does to the database or to a connection.</summary>
public enum DatabaseAction
{
    /// <summary>Runs statements.</summary>
    Run,

    /// <summary>Takes a connection out of a pool; the caller must give it back.</summary>
    Acquire,

    /// <summary>Gives a connection back for the next user.</summary>
    Release,

    /// <summary>Closes a connection for good.</summary>
    Destroy,
}

/// <summary>What statements are run on.</summary>
/// <param name="Kind">What PostgreSQL session that means; null for a parameter that takes a pool or a client.</param>
/// <param name="Variable">The variable or parameter that holds it, when one does.</param>
/// <param name="Text">How the program writes it, e.g. <c>this.pool</c>.</param>
public sealed record Handle(HandleKind? Kind, Symbol Variable, string Text)
{
    /// <summary>Reports whether each statement may run on another connection.</summary>
    public bool IsPool => Kind is HandleKind.Pool;

    /// <summary>Reports whether statements on one and on the other surely run on the same connection.</summary>
    public bool IsSameConnectionAs(Handle other) =>
        !IsPool && !other.IsPool && (Variable.Exists ? Variable == other.Variable : !other.Variable.Exists && Text == other.Text);
}
