using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>A call opens a connection of its own, and on some path nobody closes it.</summary>
public static class SubscriberNotClosed
{
    public static readonly Rule Rule = new("leak/subscriber-not-closed")
    {
        Severity = Severity.P2,
        Title = "A connection that a call opens for itself is not closed on every path",
        Why = """
            A client, a pool, a queue or a subscriber has connections of its own. One that is made per call and not closed stays connected after the call:
            each call adds its connections, until the server accepts no more.
            """,
        Fix = """
            Make it once for the process; or close it in `finally`.
            """,
        Risk = "The server runs out of connections (`too many clients`), for all its users.",
        Unseen = "What is stored, returned or handed on belongs to others from there.",
        Bad =
        [
            """
            import express from 'express';
            import { Queue } from 'bullmq';
            express().post('/mail', async (request, response) => {
              const queue = new Queue('mail', { connection: { host: 'redis' } }); // expect: leak/subscriber-not-closed
              await queue.add('send', request.body);
              response.end();
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            import { Queue } from 'bullmq';
            const queue = new Queue('mail', { connection: { host: 'redis' } });
            express().post('/mail', async (request, response) => {
              await queue.add('send', request.body);
              response.end();
            });
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.Opens),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var opening in function.Openings)
        {
            if (opening.What is not Opened.Connection || function.IsTopLevel || function.LifeOf(opening) is not { } life)
                continue;
            var place = function.PlaceOf(opening.Call);
            if (life.Lost is not { } lost)
            {
                if (life.GivenAwayAt.Exists)
                    yield return Rule.Clear(place, $"handed on in line {function.PlaceOf(life.GivenAwayAt).Line}");
                else if (life.IsComplete)
                    yield return Rule.Clear(place, life.IsEndedInFinally ? "closed in finally, on every path" : "closed on every path");
                continue;
            }

            // One that the function hands on when all goes well is another fault when it does not.
            if (life.GivenAwayAt.Exists)
                continue;
            if (function.Exposure.Kind is StartKind.Start or StartKind.None || function.Project.EndsItsProcess(function.Module))
            {
                yield return Rule.Clear(place, "only a start of the process reaches it, and its end closes every connection");
                continue;
            }

            var finding = Rule.At(place, !life.IsEndedSomewhere ? "every call opens connections, and nothing closes them" : lost.Thrown ? "the connection stays open when a later step fails" : "the connection stays open when the function returns here",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(place, $"`{opening.Text}` opens connections of its own"),
                    .. function.Turns(lost),
                    new(function.PlaceOf(lost.Last), lost.Thrown ? "fails: the function ends here, and the connection stays open" : "the function ends here, and the connection stays open"),
                ]);
            yield return function.Exposure.IsConcurrent ? finding : finding with { Evidence = Evidence.Likely, Assumption = "it is called more than once in the life of a process" };
        }
    }
}
