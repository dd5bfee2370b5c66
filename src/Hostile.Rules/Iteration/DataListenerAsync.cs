using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Iteration;

/// <summary>A stream's 'data' is heard by an async function, and the stream does not wait for it.</summary>
public static class DataListenerAsync
{
    public static readonly Rule Rule = new("iteration/data-listener-async")
    {
        Severity = Severity.P2,
        Title = "An async listener for a stream's 'data', which the stream does not wait for",
        Why = """
            A stream emits 'data' as fast as it can and looks at nothing that a listener returns. Every piece starts its work at once: they pile up in memory, overtake one another, and
            'end' comes while the last ones are still at it. What rejects in one of them is unhandled.
            """,
        Fix = """
            Read with `for await (const piece of stream)`, which asks for the next piece when the last one is done, or `pipeline` into a Writable. With listeners: `pause()` before the wait, `resume()` after it.
            """,
        Risk = "A large input takes the memory and the connections of the process; pieces are stored out of order, or lost when the end is taken for the end of the work.",
        Unseen = "Streams of which the type is not known.",
        Bad =
        [
            """
            import { createReadStream } from 'node:fs';
            import type { Pool } from 'pg';
            export function load(path: string, pool: Pool) {
              const stream = createReadStream(path);
              stream.on('error', console.error);
              stream.on('data', async (piece) => { // expect: iteration/data-listener-async
                await pool.query('INSERT INTO piece (body) VALUES ($1)', [piece]);
              });
            }
            """,
        ],
        Good =
        [
            """
            import { createReadStream } from 'node:fs';
            import type { Pool } from 'pg';
            export async function load(path: string, pool: Pool) {
              for await (const piece of createReadStream(path)) {
                await pool.query('INSERT INTO piece (body) VALUES ($1)', [piece]);
              }
            }
            """,
        ],
        Check = Rule.EachModule((project, module) => project.IsInBrowser(module) ? [] : project.DataListenersIn(module).Select(listener => Judged(project, listener))),
    };

    private static Verdict Judged(ProjectModel project, DataListener listener)
    {
        var place = project.PlaceOf(listener.Ignored.Site);
        if (listener.Pause.Exists)
            return Rule.Clear(place, $"the stream is paused before it waits ({project.PlaceOf(listener.Pause)})");
        var stream = CodeLine.Of(listener.Stream.Text);
        var rejection = project.RejectionOfCall(listener.Ignored.Function);
        var finding = Rule.At(place, $"`{stream}` does not wait for this listener: pieces pile up and overtake one another",
            [
                new(project.PlaceOf(listener.Ignored.TakerSite), $"`{stream}` emits 'data' for each piece, whatever the listener does"),
                new(project.PlaceOf(listener.Wait), "waits here; the next piece comes meanwhile, and 'end' after the last one"),
                .. rejection is { } path ? [new Step(project.PlaceOf(path.Source), "when this fails, the rejection is unhandled: the process ends")] : Array.Empty<Step>(),
            ]);
        return rejection is { IsKnown: true } ? finding.Raised("what fails in it is caught by nobody, and ends the process") : finding;
    }
}
