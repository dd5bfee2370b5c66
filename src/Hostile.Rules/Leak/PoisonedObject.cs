using Hostile.Model;

namespace Hostile.Rules.Leak;

/// <summary>What belongs to one use of a pooled connection is written on the connection, where the next user finds it.</summary>
public static class PoisonedObject
{
    public static readonly Rule Rule = new("leak/poisoned-object")
    {
        Severity = Severity.P0,
        Title = "State of one use is written on a pooled connection",
        Why = """
            A pool hands out the same objects again and again. A flag such as `released` that one use sets is still there for the next:
            its release is skipped, its queries are refused, or it sees what belongs to somebody else.
            """,
        Fix = """
            Keep the state in a variable of the call, or in an object around the connection; or take it off before the connection goes back.
            """,
        Risk = "The second use of a connection is never given back, or runs as another user: the pool runs dry, or data leaks from one request into another.",
        Unseen = "State that is written by functions which are handed the connection.",
        Bad =
        [
            """
            import { Pool } from 'pg';
            export async function use<T>(pool: Pool, tenant: string, work: () => Promise<T>): Promise<T> {
              const client = await pool.connect();
              try {
                (client as any).tenant = tenant; // expect: leak/poisoned-object
                return await work();
              } finally {
                client.release();
              }
            }
            """,
        ],
        Good =
        [
            """
            import { Pool } from 'pg';
            export async function use<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
              const client = await pool.connect();
              try {
                return await work();
              } finally {
                client.release();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var mark in function.Marks)
        {
            var place = function.PlaceOf(mark.Write);
            if (mark.RestoredAt.Exists)
            {
                yield return Rule.Clear(place, $"set again in line {function.PlaceOf(mark.RestoredAt).Line}");
                continue;
            }

            if (mark.IsSetByPool)
            {
                yield return Rule.Clear(place, "the pool sets it anew each time it lends the connection");
                continue;
            }

            yield return Rule.At(place, $"`{CodeLine.Of(mark.Target.Text)}` stays on the connection for its next user",
                new Step(function.PlaceOf(mark.Acquire), "takes a connection out of the pool"),
                new Step(place, "writes on it what belongs to this use"))
                .ByReach(function.Exposure);
        }
    }
}
