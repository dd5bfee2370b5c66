using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Follows what a function opens into a local variable, along every path to where the function ends.</summary>
public sealed class HandleLife
{
    /// <summary>How many openings of one function are followed. A function with more was written by a program, and each costs a walk through it.</summary>
    private const int MostLives = 64;

    private HandleLife(string variable) => VariableName = variable;

    /// <summary>Where it first outlives the function's care; null on no path.</summary>
    public LostPath? Lost { get; private init; }

    /// <summary>The first reference by which it is given away; none when it stays in the function.</summary>
    public SyntaxNode GivenAwayAt { get; private init; }

    /// <summary>How the function calls the variable that holds it.</summary>
    public string VariableName { get; }

    /// <summary>Whether the function ends it, by a call or by a declaration with <c>using</c>.</summary>
    public bool IsEndedSomewhere { get; private init; }

    /// <summary>Whether it is ended in a <c>finally</c> block.</summary>
    public bool IsEndedInFinally { get; private init; }

    /// <summary>Whether every path was walked; when not, silence proves nothing.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Follows what is opened into a local variable of the function; null when it goes elsewhere at once or the flow is not known.</summary>
    public static HandleLife? Of(FunctionModel function, Opening opening)
    {
        if (!function.Openings.Take(MostLives).Contains(opening) || ConnectionLife.TakenBy(opening.Call, function.Module) is not { Exists: true } variable)
            return null;
        return Of(function, variable, ConnectionLife.EffectNode(opening.Call), opening.What, ClosesOf(function, opening));
    }

    /// <summary>Where the pool ends that a session was opened on, and with it the session: <c>await dataSource.destroy()</c>.</summary>
    private static IEnumerable<SyntaxNode> ClosesOf(FunctionModel function, Opening opening)
    {
        if (opening.What is not Opened.Session || opening.Call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || callee.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier } pool
            || function.Module.LocalSymbolOf(pool) is not { Exists: true } symbol)
            return [];
        return symbol.References.Where(reference => FunctionShape.Enclosing(reference) == function.Node).Select(function.Project.Endings.CallAt).Where(end => end.Exists).Select(ConnectionLife.EffectNode);
    }

    /// <summary>The call in which a reference to a variable is used: whose method it is, or whose argument it is part of; none when it is only looked at.</summary>
    private static SyntaxNode UseAt(SyntaxNode reference)
    {
        var at = reference.Wrapped();
        while (at.Parent.Kind is SyntaxKind.PropertyAccessExpression && at.Parent.FirstChild == at || at.Parent.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.ObjectLiteralExpression)
            at = at.Parent.Wrapped();
        return at.Parent.Is(SyntaxKind.CallExpression) && at.Parent.FirstChild == at ? at.Parent : at.Parent.Is(SyntaxKind.ArgumentList) ? at.Parent.Parent : default;
    }

    /// <summary>Follows what a variable holds from a node on; null when the flow is not known.</summary>
    /// <param name="closes">Calls that end it beside those on the variable.</param>
    internal static HandleLife? Of(FunctionModel function, Symbol variable, SyntaxNode start, Opened what, IEnumerable<SyntaxNode>? closes = null)
    {
        if (function.Flow is null)
            return null;
        var project = function.Project;
        var ends = new HashSet<SyntaxNode>(closes ?? []);
        var uses = new HashSet<SyntaxNode>();
        var connects = new HashSet<SyntaxNode>();
        var outcomes = new HashSet<Symbol>();
        SyntaxNode later = default;
        foreach (var reference in variable.References)
        {
            if (FunctionShape.Enclosing(reference) != function.Node)
            {
                if (!later.Exists && project.Endings.CallAt(reference).Exists)
                    later = reference;
                continue;
            }

            if (UseAt(reference) is { Exists: true } use)
                uses.Add(ConnectionLife.EffectNode(use));
            if (project.Endings.CallAt(reference) is { Exists: true } end && !(what is Opened.Session && EndsTransactionOnly(project, end)))
                ends.Add(ConnectionLife.EffectNode(end));
            else if (reference.Wrapped().Parent.Parent is { Kind: SyntaxKind.CallExpression } call && project.Types.CalleeOf(call) is Callee.Library library)
            {
                // "await runner.connect()": had it thrown, nothing would have been taken. So with BEGIN, which fails when the connection is gone: see ConnectionLife.
                // "timer.unref()": it keeps the process no longer.
                if (project.Effects.Of(library.Signature).Any(effect => effect is Effect.Connects || (effect is Effect.Begins && what is Opened.Session)))
                {
                    connects.Add(ConnectionLife.EffectNode(call));
                    // "const result = await settle(client.connect())": whether it holds one, the result says.
                    if (Callers.Argument(call) is { Call: { Kind: SyntaxKind.CallExpression } settled } && ConnectionLife.TakenBy(settled, function.Module) is { Exists: true } outcome)
                        outcomes.Add(outcome);
                }
                else if (project.Effects.Of(library.Signature).Any(effect => effect is Effect.Unrefs))
                    ends.Add(call);
            }
        }

        var life = new VariableLife<bool>(function, variable, value => value == start || project.OpeningAt(value)?.What == what || (value.Is(SyntaxKind.AwaitExpression) && project.OpeningAt(value.FirstChild.Unwrapped())?.What == what), (reference, mayEnd) => what is Opened.Stream ? MayKeepStream(project, reference, mayEnd) : project.Ownership.MayKeep(reference, mayEnd)) { Outcomes = outcomes };
        // A session takes its connection when it is first used: what fails before that loses none.
        life.Walk(start, what is not Opened.Session, (node, throws, held) => ends.Contains(node) ? (true, null) : throws && connects.Contains(node) ? (true, null) : !held && uses.Contains(node) ? (true, true) : (false, held));
        return new(variable.Name.ToString())
        {
            // "server.close(() => clearInterval(timer)); timer = setInterval(…)": a callback ends it, whenever it was made.
            Lost = later.Exists ? null : life.PathToEnd(held => held),
            GivenAwayAt = later.Exists ? later : life.GivenAwayAt,
            IsComplete = life.IsComplete,
            IsEndedSomewhere = ends.Count > 0 || variable.DisposedWith.Exists,
            IsEndedInFinally = ends.Any(end => end.Ancestor(SyntaxKind.FinallyClause).Exists),
        };
    }

    /// <summary>COMMIT and ROLLBACK end a transaction; the connection that a session has stays taken.</summary>
    private static bool EndsTransactionOnly(ProjectModel project, SyntaxNode call) =>
        project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature) is var effects && effects.Any(effect => effect is Effect.Commits or Effect.RollsBack) && !effects.Any(effect => effect is Effect.Releases or Effect.Closes);

    /// <summary>Whoever is given a stream may read it to its end, and so may who listens for its data; a listener for errors does not.</summary>
    private static bool MayKeepStream(ProjectModel project, SyntaxNode reference, bool mayEnd)
    {
        if (project.Endings.CallAt(reference).Exists)
            return !mayEnd;
        var outer = reference.Wrapped();
        if (!outer.Parent.Is(SyntaxKind.PropertyAccessExpression) || outer.Parent.FirstChild != outer)
            return outer.Parent.Kind is not (SyntaxKind.BinaryExpression or SyntaxKind.IfStatement or SyntaxKind.PrefixUnaryExpression) || (outer.Parent.Operator is TokenKind.Equals && outer.Parent.FirstChild != outer);
        var call = outer.Parent.Parent;
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild != outer.Parent)
            return false;
        return project.Types.CalleeOf(call) is not Callee.Library library || !project.Effects.Of(library.Signature).Any(effect => effect is Effect.Listens)
            || project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is not ("error" or "open");
    }
}
