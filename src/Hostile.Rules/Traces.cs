using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Summaries;

namespace Hostile.Rules;

/// <summary>The parts of traces that rules share: how a function is reached, and which turns a path takes.</summary>
public static class Traces
{
    extension(Exposure exposure)
    {
        /// <summary>The steps from what starts a function's executions to its body, for one side of a race; none when nothing is known to start it.</summary>
        public IEnumerable<Step> Steps(Side side)
        {
            if (exposure.Kind is StartKind.None)
                yield break;
            yield return new(exposure.Start, StartWords(exposure), side);
            foreach (var call in exposure.Calls)
                yield return new(call.Place, $"calls `{call.Callee}`", side);
        }
    }

    extension(InnerUse use)
    {
        /// <summary>The calls that lead from a transaction's function to what is done inside.</summary>
        public IEnumerable<Step> CallSteps(ProjectModel project) => use.Steps.Select((call, place) => new Step(project.PlaceOf(call),
            $"calls `{CodeLine.Of(call.FirstChild.Text)}`{(place == use.Dropped ? " without the transaction's handle" : "")}"));
    }

    extension(Finding finding)
    {
        /// <summary>One severity graver where money is on a path that overlaps; otherwise by reach.</summary>
        public Finding ByMoneyAndReach(Exposure exposure) =>
            finding.Money is { } money && exposure.IsConcurrent ? finding.Raised($"money: {money}") : finding.ByReach(exposure);

        /// <summary>
        /// Two severities milder where nobody waits behind the code: it runs in development, for tests or by hand; one where only one user does. The engine asks this of every finding, so no rule does.
        /// </summary>
        internal Finding ByReach(Reach reach) => reach.Kind is ReachKind.Development or ReachKind.Tests or ReachKind.Tools or ReachKind.Nobody ? finding.Lowered(reach.Reason, 2)
            : reach.Kind is ReachKind.OneUser ? finding.Lowered(reach.Reason) : finding;

        /// <summary>One severity milder when no request, job or caller from outside reaches the function.</summary>
        public Finding ByReach(Exposure exposure) => exposure.Kind switch
        {
            StartKind.None => finding.Lowered("nothing that we see calls it"),
            StartKind.Start when !exposure.GoesOn => finding.Lowered("only a start of the process reaches it, as in a script"),
            _ => finding,
        };

        /// <summary>The same for what a connection that is not ended properly does: that of a script ends with its process, and the server rolls back.</summary>
        public Finding ByReachOfConnection(Exposure exposure) => exposure.Kind is StartKind.Start
            ? finding.Lowered("only a start of the process reaches it, as in a script, and a connection ends with its process", 2)
            : finding.ByReach(exposure);
    }

    extension(RowRace race)
    {
        /// <summary>What the second of two executions that passed one test does to the row.</summary>
        public string SecondTime => race.Consequence switch
        {
            Consequence.Accumulates => "changes it once more",
            Consequence.NotRefused => "changes it, too, where it ought to be refused",
            Consequence.NotRefusedTheSame => "writes the same once more, where it ought to be refused",
            _ => "changes it, too, and does the rest again",
        };
    }

    extension(FunctionModel function)
    {
        /// <summary>What a statement does, with the calls that lead to it when it stands in another function.</summary>
        public IEnumerable<Step> Steps(Statement statement, string what, Side side) => statement.By.Given is { } given
            ? given.Reader.Steps(statement with { By = given.Read }, what, side).Concat(given.Handed.Reverse().Select(handed => new Step(function.Project.PlaceOf(handed.Call), $"gives it to `{handed.Taker.Name}`", side)))
            : function.CallsTo(statement).Select(call => new Step(call.Place, $"calls `{call.Callee}`", side)).Append(function.LastStep(statement, what, side));

        /// <summary>The steps from what starts a race's executions to where the row is read: in the function, or in the one that gives it the row.</summary>
        public IEnumerable<Step> StartOf(RowRace race) => function.ExposureOf(race).Steps(Side.A);

        /// <summary>How the executions of a race can overlap: those of the function, or of the one that reads the row.</summary>
        public Exposure ExposureOf(RowRace race) => race.Read.By.Given?.Reader.Exposure is { Kind: not StartKind.None } exposure ? exposure : function.Exposure;

        /// <summary>The same without the calls.</summary>
        public Step LastStep(Statement statement, string what, Side side) => new(function.PlaceOf(statement), what, side);

        /// <summary>The branches and failures that a path goes through, as steps; what it merely passes is left out.</summary>
        public IEnumerable<Step> Turns(LostPath leak)
        {
            for (var i = 1; i + 1 < leak.Path.Length; i++)
            {
                var (point, next) = (leak.Path[i], leak.Path[i + 1]);
                if (next.Op is FlowOp.Catch)
                    yield return new(function.PlaceOf(point), "fails, and is caught");
                else if (point.Op is FlowOp.Branch && leak.IsTrueAt(i) is { } isTrue && leak.IsDecisive(i))
                    yield return new(function.PlaceOf(point), isTrue ? "when this holds" : "when this does not hold");
            }
        }
    }

    private static string StartWords(Exposure exposure) => exposure.Kind switch
    {
        StartKind.Request => $"a request reaches it{Registration(exposure)}",
        StartKind.Job => "a job of the queue starts it",
        StartKind.Message => "a message starts it",
        StartKind.Event => $"an event starts it{Registration(exposure)}",
        StartKind.Timer => "a timer starts it, whether or not the last run is done",
        StartKind.Siblings => "every element starts one, before the first is done",
        StartKind.Signal => $"the end of the process starts it{Registration(exposure)}",
        StartKind.Api => $"callers of `{exposure.StartText}` start it",
        StartKind.Start when exposure.GoesOn => "the process starts a loop that goes on for as long as it lives",
        _ => "the process starts it; replicas start together",
    };

    private static string Registration(Exposure exposure) => exposure.StartText.Length > 0 ? $" (`{exposure.StartText}`)" : "";
}
