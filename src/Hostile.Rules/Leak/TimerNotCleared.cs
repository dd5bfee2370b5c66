using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>An interval is started again and again, and nothing, or not every path, ends it.</summary>
public static class TimerNotCleared
{
    public static readonly Rule Rule = new("leak/timer-not-cleared")
    {
        Severity = Severity.P2,
        Title = "An interval is started and not ended on every path",
        Why = """
            An interval runs until somebody ends it. One that is started per request or per connection and never ended adds one more for each of them,
            with all that its callback holds on to; one that nobody can end keeps the process from stopping.
            """,
        Fix = """
            Keep what `setInterval` returns, and clear it in `finally`, on 'close', or in the method that ends the object.
            """,
        Risk = "Memory and work grow with every request, and a process that is told to stop does not.",
        Unseen = "Intervals whose handle is given to a library or to code out of sight. One that is started once, when the process starts, is no fault.",
        Bad =
        [
            """
            import express from 'express';
            express().get('/watch', (request, response) => {
              setInterval(() => response.write('tick'), 1000); // expect: leak/timer-not-cleared
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            express().get('/watch', (request, response) => {
              const timer = setInterval(() => response.write('tick'), 1000);
              response.on('close', () => clearInterval(timer));
            });
            """,
        ],
        Check = project => project.Functions.Where(function => function.Opens).SelectMany(Check).Concat(project.Functions.Where(function => function.Opens && !ProjectModel.ServesTests(function.Module)).Select(OfChain).OfType<Verdict>()).Concat(project.MountedWork.Where(work => work.IsInterval).Select(work => OfPage(project, work))).Concat(project.PageIntervals.Select(interval => OfPage(project, interval))),
    };

    /// <summary>A part of a page that starts an interval whenever it appears.</summary>
    private static Verdict OfPage(ProjectModel project, MountedWork work)
    {
        var place = project.PlaceOf(work.Call);
        if (work.EndedAt.Exists)
            return Rule.Clear(place, $"ended in {project.PlaceOf(work.EndedAt)}");
        return (Rule.At(place, "the effect starts an interval and does not end it",
            [
                new(project.PlaceOf(work.Effect), "runs whenever this part of the page appears"),
                new(place, "starts an interval that nothing ends: one more runs for each time that it was shown"),
            ]) with
        { Repair = "Return a function from the effect that calls `clearInterval`." }).Lowered("a page ends when it is left");
    }

    /// <summary>An interval that a function of a page starts whenever it is called.</summary>
    private static Verdict OfPage(ProjectModel project, PageInterval interval)
    {
        var place = project.PlaceOf(interval.Call);
        return (interval.LeftBy is { } method
            ? Rule.At(place, $"`{method.Name}` leaves the interval running", new Step(place, "starts an interval"), new Step(method.PlaceOf(method.Node), "ends the object, and not the interval: it goes on with an object that has ended"))
            : Rule.At(place, "the handle of the interval is kept, and nothing ends it by that", new Step(place, "starts an interval, and keeps its handle in a variable that nobody reads: each call starts one more"))).Lowered("a page ends when it is left");
    }

    /// <summary>A chain of timers that a listener begins once more.</summary>
    private static Finding? OfChain(FunctionModel function)
    {
        if (function.TimerChain is not { } chain)
            return null;
        var place = function.PlaceOf(chain.Arm);
        return (Rule.At(place, $"each call sets a timer for the next one, and `{chain.Timer}` holds the last only: every event begins one more chain, which nothing ends",
            [
                new(function.Project.PlaceOf(chain.Often), "every event calls the listener"),
                new(function.Project.PlaceOf(chain.From), "begins another chain beside the one that runs"),
                new(place, "sets the timer of the next turn, and overwrites the only handle of the other"),
            ]) with
        { Repair = "Clear the old timer before the new one is set; or do the work in a function that sets no timer, and call that one from the listener." }).ByReach(function.Exposure);
    }

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var interval in function.Intervals)
        {
            var place = function.PlaceOf(interval.Opening.Call);
            switch (interval.End)
            {
                case IntervalEnd.Ended:
                    yield return Rule.Clear(place, interval.EndedAt.Exists ? $"ended in {function.Project.PlaceOf(interval.EndedAt)}" : "ended on every path");
                    break;
                case IntervalEnd.LostOnPath:
                    yield return Rule.At(place, interval.Lost!.Thrown ? "the interval runs on when a later step fails" : "the interval runs on when the function returns here",
                        [
                            new(place, "starts an interval"),
                            .. function.Turns(interval.Lost),
                            new(function.PlaceOf(interval.Lost.Last), interval.Lost.Thrown ? "fails: the function ends here, and the interval runs on" : "the function ends here, and the interval runs on"),
                        ]).ByReach(function.Exposure);
                    break;
                case IntervalEnd.Never when function.Exposure.IsConcurrent:
                    yield return Rule.At(place, "every call starts one more interval, and nothing ends any",
                        [.. function.Exposure.Steps(Side.Only), new(place, "starts an interval that nothing ends")]);
                    break;
                case IntervalEnd.Never when interval.LeftBy is { } method:
                    yield return Rule.At(place, $"`{method.Name}` leaves the interval running",
                        [
                            new(place, "starts an interval"),
                            new(method.PlaceOf(method.Node), "ends the object, and not the interval: it goes on with an object that has ended, and keeps the process"),
                        ]).ByReach(function.Exposure);
                    break;
                case IntervalEnd.Never when interval.IsHandleUnread:
                    yield return Rule.At(place, "the handle of the interval is kept, and nothing ends it by that",
                        [new(place, "starts an interval, and keeps its handle in a variable that nobody reads: it runs on when its work is done")]).ByReach(function.Exposure);
                    break;
                case IntervalEnd.Never:
                    yield return Rule.Clear(place, "nothing shows that it is started more than once");
                    break;
            }
        }
    }
}
