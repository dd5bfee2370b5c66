using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What work does after it has lost a race against a timer.</summary>
/// <param name="Race">The race.</param>
/// <param name="Work">The work.</param>
/// <param name="Kind">What it goes on with.</param>
/// <param name="Does">The call that does it.</param>
/// <param name="Steps">The calls that lead there from the start of the work, outermost first.</param>
public sealed record RaceLoser(TimedRace Race, RacedWork Work, LoserKind Kind, SyntaxNode Does, ImmutableArray<SyntaxNode> Steps)
{
    /// <summary>Whether the work is started again and again: it stands in a loop.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>What work that lost a race goes on with.</summary>
public enum LoserKind
{
    /// <summary>Nothing that we know of.</summary>
    Nothing,

    /// <summary>It is told to stop.</summary>
    Stopped,

    /// <summary>It writes rows.</summary>
    Writes,

    /// <summary>It holds its turn of a limiter or a lock.</summary>
    HoldsTurn,
}

/// <summary>A transaction whose work is raced against a timer, and that ends while the work may still go on.</summary>
/// <param name="Race">The race.</param>
/// <param name="Work">The work.</param>
/// <param name="Handle">The handle that the work and the transaction share, as written.</param>
/// <param name="Next">What is done on the handle when the timer wins: ROLLBACK, release; for a library's transaction, the call that runs it.</param>
public sealed record RacedTransaction(TimedRace Race, RacedWork Work, SyntaxNode Handle, SyntaxNode Next)
{
    /// <summary>Why it is no fault; empty when it is one.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Finds out what goes on when a timer has won a race.</summary>
internal static class RaceLosers
{
    /// <summary>Work that calls work that calls … beyond this nothing is known of what it does.</summary>
    private const int LongestWay = 5;

    /// <summary>What the work of each race goes on with.</summary>
    public static IEnumerable<RaceLoser> All(ProjectModel project)
    {
        foreach (var race in project.TimedRaces)
        {
            foreach (var work in race.Work)
            {
                if (work.Start.Exists && project.FunctionAround(work.Start) is { } function && !function.Module.Roles.HasFlag(Binding.ModuleRoles.Test))
                    yield return Judge(project, function, race, work) with { IsRepeated = IsInLoop(work.HandedIn.Exists ? work.HandedIn : race.Call) };
            }
        }
    }

    /// <summary>The transactions that end while work that lost a race may still use them.</summary>
    public static IEnumerable<RacedTransaction> Transactions(ProjectModel project)
    {
        foreach (var race in project.TimedRaces)
        {
            foreach (var work in race.Work)
            {
                if (!work.Start.Exists)
                    continue;
                var at = work.HandedIn.Exists ? work.HandedIn : race.Call;
                if (project.FunctionAround(at) is { } function && TransactionOf(project, function, race, work, at) is { } found)
                    yield return found;
            }
        }
    }

    private static RaceLoser Judge(ProjectModel project, FunctionModel function, TimedRace race, RacedWork work)
    {
        var none = new RaceLoser(race, work, LoserKind.Nothing, default, []);
        if (work.Signal.Exists)
            return none with { Kind = LoserKind.Stopped, Does = work.Signal };
        foreach (var call in function.RowCalls)
        {
            if (call.Call == work.Start && call.Queries.Any(Tells))
                return none with { Kind = LoserKind.Writes, Does = call.Steps.IsEmpty ? call.Innermost : call.Steps[^1], Steps = call.Steps.IsEmpty ? [] : [work.Start, .. call.Steps.SkipLast(1)] };
        }

        if (WriteBy(project, work.Start, [], 0) is { IsEmpty: false } way)
            return none with { Kind = LoserKind.Writes, Does = way[^1], Steps = [.. way.SkipLast(1)] };
        return project.Resources.OfCall(work.Start) is { Kind: ResourceKind.Turn } turn ? none with { Kind = LoserKind.HoldsTurn, Does = turn.Call, Steps = turn.Steps } : none;
    }

    /// <summary>Whether a statement writes what is not there already by itself: what leaves alone a row that it finds is the same, done late or done again.</summary>
    private static bool Tells(Query query) => query.IsWrite && query is not { Kind: QueryKind.Insert, Conflict.IsUpdate: false };

    /// <summary>The calls from the start of the work to a statement that writes, outermost first; empty when none is known.</summary>
    private static ImmutableArray<SyntaxNode> WriteBy(ProjectModel project, SyntaxNode call, HashSet<SyntaxNode> seen, int depth)
    {
        Workers.Step();
        if (project.DatabaseCallAt(call) is { } use && use.Queries.Any(Tells))
            return [call];
        if (depth >= LongestWay || project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } || !seen.Add(only))
            return [];
        foreach (var node in FunctionShape.OwnNodes(only))
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression && WriteBy(project, node, seen, depth + 1) is { IsEmpty: false } way)
                return way.Insert(0, call);
        }

        return [];
    }

    private static bool IsInLoop(SyntaxNode call)
    {
        for (var at = call.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.ForStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement)
                return true;
        }

        return false;
    }

    private static RacedTransaction? TransactionOf(ProjectModel project, FunctionModel function, TimedRace race, RacedWork work, SyntaxNode at)
    {
        foreach (var node in work.Start.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.Identifier) || function.Module.LocalSymbolOf(node) is not { Exists: true } variable || project.DatabaseCalls.HandleAt(node) is not { Kind: HandleKind.Client or HandleKind.Transaction })
                continue;
            var found = new RacedTransaction(race, work, node, default);
            if (work.Signal.Exists)
                return found with { Reason = $"the work is told to stop by `{CodeLine.Of(work.Signal.Text)}`" };
            if (work.Arm.Is(SyntaxKind.Identifier) && IsTakenLater(function, work.Arm, race.Call))
                return found with { Reason = "the work is waited for before the transaction ends" };
            var next = FirstOn(function, variable, ConnectionLife.EffectNode(at), race.Answers && !work.HandedIn.Exists ? race.Call : default);
            if (next is { Action: DatabaseAction.Destroy } end && DestroysForSure(function, end.Call))
                return found with { Next = end.Call, Reason = "the connection is destroyed, and the work with it" };
            if (next is not null)
                return found with { Next = next.Call };
            // The callback of a library's transaction: when it rejects, the library rolls back.
            if (FunctionShape.ParameterOf(function, variable) >= 0 && Callers.Argument(function.Node) is { Call.Exists: true } given && project.Types.CalleeOf(given.Call) is Callee.Library library
                && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Transaction transaction && transaction.Function == given.Place))
                return found with { Next = given.Call };
        }

        return null;
    }

    /// <summary>The first use of a connection when the race rejects, or where it answers and nobody looks what; null when there is none.</summary>
    private static DatabaseCall? FirstOn(FunctionModel function, Symbol variable, SyntaxNode race, SyntaxNode answering)
    {
        if (function.Flow is not { } graph)
            return null;
        var calls = function.DatabaseCalls.Where(call => call.Handle.Variable == variable).ToDictionary(call => ConnectionLife.EffectNode(call.Call));
        var asking = answering.Exists ? function.BranchesOn(answering).ToHashSet() : [];
        foreach (var from in graph.PointsOf(race).Where(point => graph.Points[point].Op is FlowOp.Await))
        {
            foreach (var edge in graph.From(from).ToArray().Where(edge => edge.Kind is EdgeKind.Throws != answering.Exists))
            {
                var reached = graph.ReachableFrom(edge.Target, IsUse, exceptions: false);
                for (var point = 0; point < reached.Length; point++)
                {
                    if (reached[point] && calls.TryGetValue(graph.Points[point].Node, out var call))
                        return call;
                }
            }
        }

        return null;

        bool IsUse(int point) => calls.ContainsKey(graph.Points[point].Node) || asking.Contains(point);
    }

    /// <summary>"release(true)" and "release(error)" of the error that was caught.</summary>
    private static bool DestroysForSure(FunctionModel function, SyntaxNode release)
    {
        var argument = CallArguments.At(release, 0).Unwrapped();
        return !argument.Exists || argument.Is(SyntaxKind.TrueKeyword) || (argument.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(argument).Declaration.Ancestor(SyntaxKind.CatchClause).Exists);
    }

    private static bool IsTakenLater(FunctionModel function, SyntaxNode arm, SyntaxNode race) =>
        function.Module.LocalSymbolOf(arm).References.Any(reference => reference.Span.Start > race.Span.End);
}
