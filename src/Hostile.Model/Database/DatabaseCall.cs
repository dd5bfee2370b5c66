using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
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

    /// <summary>Whether the connection is back in the pool afterwards: a function of the program may end the transaction and then release.</summary>
    public GivesBack GivesBack { get; init; }

    /// <summary>The handle that is named among the arguments, <c>trx</c> of <c>User.query(trx)</c>; none when it runs on what it is called on.</summary>
    internal SyntaxNode NamedHandle { get; init; }

    /// <summary>What it runs on where that is given, and on the pool where it is left out: <c>trx</c> of <c>(trx ?? pool).query(…)</c>, and of <c>create(row, { transaction: trx })</c>; none where nothing has to be given.</summary>
    internal CalledValue RunsOnIf { get; init; }

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

    /// <summary>For a statement that stands in a function that is called here: the calls from there on, outermost first, the last of which runs it. Empty for one that this call runs itself.</summary>
    public ImmutableArray<SyntaxNode> Steps { get; init; } = [];

    /// <summary>For a row that the function is given: who has read it. Null for what the function, or one that it calls, reads itself; <see cref="Call"/> is then the name of the parameter.</summary>
    public GivenRow? Given { get; init; }

    /// <summary>What the result says of the rows that are read; what the library answers says it by itself.</summary>
    public RowAnswer Answer { get; init; } = RowAnswer.Present;

    /// <summary>Whether its table is what the function is given, so that only who calls that knows which one it is.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>The conditions that are what the function is given, so that only who calls that knows what they ask for.</summary>
    internal ImmutableArray<OpenPart> Open { get; init; } = [];

    /// <summary>Whether the result is made of what is read, whatever it says of it: <c>10 - count</c>.</summary>
    internal bool IsInAnswer { get; init; } = true;

    /// <summary>The names under which the functions in between take the result out of what is read: <c>balance</c> of <c>return rows[0].balance</c>; empty where it is the rows.</summary>
    internal ImmutableArray<string> Answered { get; init; } = [];

    /// <summary>The members of the result that are what is left of a limit, as the functions in between reckon it from what is read; an empty name for all of it.</summary>
    internal ImmutableArray<string> Rests { get; init; } = [];

    /// <summary>The list of the program whose elements are the rows that an INSERT brings; none where they are written out, and for other statements.</summary>
    public SyntaxNode InsertedList { get; init; }

    /// <summary>The objects of the program all of whose members become columns of the row that an INSERT brings, or of what an UPDATE sets: <c>input</c> of <c>values({ ...input, id })</c>. Empty where all its columns are written out.</summary>
    internal ImmutableArray<CalledValue> RowFrom { get; init; } = [];

    /// <summary>The relations whose rows a query reads along.</summary>
    public ImmutableArray<AlongRead> Along { get; init; } = [];

    /// <summary>The statements that it runs, and its reads along as queries of their own.</summary>
    internal IEnumerable<Query> QueriesWithAlong(Schema schema) => Along.IsEmpty || Queries is not [{ Kind: QueryKind.Select } main] ? Queries : Queries.Concat(Along.Select(along => along.QueryBeside(main, schema)));

    /// <summary>The object of the program whose row is written by saving it; none for other statements.</summary>
    public SyntaxNode SavedObject { get; init; }

    /// <summary>Whether saving <see cref="SavedObject"/> writes the columns that nobody assigned, too, as they were read: what others wrote there meanwhile is lost.</summary>
    public bool SavesWholeObject { get; init; }

    /// <summary>The object of the program into which its row is read once more, so that what it was read with before counts no longer; none for other statements.</summary>
    public SyntaxNode RereadObject { get; init; }

    /// <summary>Whether an insertion that leaves a row as it is where there is one already gives that row all the same, as a mapper's upsert does that changes nothing.</summary>
    internal bool GivesWhatIsThere { get; init; }

    /// <summary>What says whether the rows are locked, in doubt they are: <c>lock</c> of <c>findOne({ where, transaction, lock })</c>; none where nothing has to.</summary>
    internal CalledValue LockedIf { get; init; }

    internal ImmutableArray<CalledValue> Values { get; init; } = [];

    internal ImmutableArray<CalledValue> HoleValues { get; init; } = [];

    /// <summary>Whether the values are known by themselves rather than as a list of parameters in the text of the program.</summary>
    private bool HasValues => !Steps.IsEmpty || !Values.IsEmpty;

    internal int ParameterCount => HasValues ? Values.Length : Parameters.Length;

    /// <summary>Reports whether a transaction begins here.</summary>
    public bool Begins => Queries.Any(query => query.Kind is QueryKind.Begin);

    /// <summary>Reports whether a transaction ends here.</summary>
    public bool Ends => Queries.Any(query => query.Kind is QueryKind.Commit or QueryKind.Rollback or QueryKind.PrepareTransaction);

    /// <summary>The expression that a value of a statement stands for, and members of its value: of a parameter or a hole; none for what the statement, or the function that runs it, computes itself.</summary>
    public CalledValue ValueOf(QueryValue value) => value.Source switch
    {
        ValueSource.Parameter when value is { Number: 0, Text: { } name } => NamedParameter(name),
        ValueSource.Parameter => ParameterAt(value.Number - 1),
        ValueSource.Hole => HoleAt(value.Number),
        _ => default,
    };

    /// <summary>The expression of <see cref="ValueOf"/> when it stands for the whole value; none otherwise.</summary>
    public SyntaxNode ExpressionOf(QueryValue value) => ValueOf(value) is { Members.Length: 0, Node: var node } ? node : default;

    /// <summary>"{ id, balance: n }" for <c>:balance</c>; of an object that is made elsewhere its member.</summary>
    private CalledValue NamedParameter(string name)
    {
        var list = ParameterList.Exists ? ParameterList.Unwrapped() : default;
        if (!list.Is(SyntaxKind.ObjectLiteralExpression))
            return list.Is(SyntaxKind.Identifier) ? new(list, "." + name) : default;
        var (value, below) = ValuePath.MemberOf(list, "." + name);
        return new(value, below);
    }

    internal CalledValue ParameterAt(int place)
    {
        if (place < 0 || place >= ParameterCount)
            return default;
        return HasValues ? Values[place] : new(Parameters[place], "");
    }

    internal CalledValue HoleAt(int place)
    {
        if (!Steps.IsEmpty)
            return place < HoleValues.Length ? HoleValues[place] : default;
        return Constant is not null && place < Constant.Holes.Length ? new(Constant.Holes[place], "") : default;
    }
}

/// <summary>A value in the words of the function that calls: an expression of it, or what that has under a path of members.</summary>
/// <param name="Node">The expression; none when the value is not known here.</param>
/// <param name="Members">As <c>.email</c>; empty for the whole value.</param>
public readonly record struct CalledValue(SyntaxNode Node, string Members)
{
    /// <summary>As <c>.email</c>; empty for the whole value.</summary>
    public string Members { get => field ?? ""; init; } = Members;
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
    /// <summary>The library's call that opened the transaction and handed it to a function; none for other handles.</summary>
    public SyntaxNode Opener { get; init; }

    /// <summary>The isolation level that <see cref="Opener"/> names; null for the default.</summary>
    public IsolationLevel? Isolation { get; init; }

    /// <summary>The member of a parameter that it is, <c>deps.db</c>; none for other handles.</summary>
    public SyntaxNode Member { get; init; }

    /// <summary>Reports whether each statement may run on another connection.</summary>
    public bool IsPool => Kind is HandleKind.Pool;

    /// <summary>Reports whether statements on one and on the other surely run on the same connection.</summary>
    public bool IsSameConnectionAs(Handle other) =>
        !IsPool && !other.IsPool && (Variable.Exists ? Variable == other.Variable : !other.Variable.Exists && Text == other.Text);
}
