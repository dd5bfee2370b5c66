using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>Something is given back when a stream has come to a good end, and not when it is cut off.</summary>
public static class FinishWithoutClose
{
    public static readonly Rule Rule = new("leak/finish-without-close")
    {
        Severity = Severity.P1,
        Title = "Something is given back on 'finish' or 'end' only, which a stream that is cut off never emits",
        Why = """
            'finish' and 'end' tell a good end. A client that goes away in the middle makes a response emit 'close' and nothing else; a stream that fails or
            is destroyed likewise. What is given back on the good end only is kept for ever then.
            """,
        Fix = """
            Listen for 'close', which every end emits; or use `finished` of `stream`, or `pipeline` with `finally`.
            """,
        Risk = "Each request that its client gives up keeps a connection; the pool runs dry while nothing fails.",
        Unseen = "Listeners for other ends that are registered in another function.",
        Bad =
        [
            """
            import express from 'express';
            import { Pool } from 'pg';
            export function serve(pool: Pool) {
              express().get('/report', async (request, response) => {
                const client = await pool.connect();
                response.on('finish', () => client.release()); // expect: leak/finish-without-close
                response.json((await client.query('SELECT * FROM report LIMIT 10')).rows);
              });
            }
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            import { Pool } from 'pg';
            export function serve(pool: Pool) {
              express().get('/report', async (request, response) => {
                const client = await pool.connect();
                response.on('close', () => client.release());
                response.json((await client.query('SELECT * FROM report LIMIT 10')).rows);
              });
            }
            """,
        ],
        Check = project => project.HappyEnds.Select(end => Judge(project, end)),
    };

    private static Verdict Judge(ProjectModel project, HappyEnd end)
    {
        var place = project.PlaceOf(end.Registration.Call);
        if (end.Otherwise.Exists)
            return Rule.Clear(place, $"the other ends are seen to in {project.PlaceOf(end.Otherwise)}");
        return Rule.At(place, $"`{CodeLine.Of(end.Ends.FirstChild.Text)}` is called on '{end.Registration.Event}' only: a stream that is cut off emits 'close' and not that",
            new Step(place, $"listens for '{end.Registration.Event}'"),
            new Step(project.PlaceOf(end.Ends), "is never called when the other side goes away, or the stream fails"))
            .ByReach(project.FunctionAround(end.Registration.Call)!.Exposure);
    }
}
