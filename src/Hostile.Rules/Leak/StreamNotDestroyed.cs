using Hostile.Model;
using Hostile.Model.Knowledge;

namespace Hostile.Rules.Leak;

/// <summary>A file or a stream is opened, and on some path nobody reads, destroys or hands it on.</summary>
public static class StreamNotDestroyed
{
    public static readonly Rule Rule = new("leak/stream-not-destroyed")
    {
        Severity = Severity.P2,
        Title = "A stream or a file stays open on some path",
        Why = """
            A stream that nobody reads to its end, and nobody destroys, keeps its file open for as long as the process lives. A process may have
            so many open files and no more; then nothing can be opened, and no connection is accepted.
            """,
        Fix = """
            Open it as late as possible, use `pipeline`, or destroy it in `finally`.
            """,
        Risk = "The process runs out of file descriptors: it accepts no connection and opens no file until it is restarted.",
        Unseen = "A stream that is given to a library is taken to be read to its end or destroyed there.",
        Bad =
        [
            """
            import { createReadStream } from 'fs';
            import { pipeline } from 'stream/promises';
            import type { Writable } from 'stream';
            export async function send(path: string, open: () => Promise<Writable>): Promise<void> {
              const source = createReadStream(path); // expect: leak/stream-not-destroyed
              source.on('error', (error) => console.error(error));
              const target = await open();
              await pipeline(source, target);
            }
            """,
        ],
        Good =
        [
            """
            import { createReadStream } from 'fs';
            import { pipeline } from 'stream/promises';
            import type { Writable } from 'stream';
            export async function send(path: string, open: () => Promise<Writable>): Promise<void> {
              const target = await open();
              await pipeline(createReadStream(path), target);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.Opens),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var opening in function.Openings)
        {
            if (opening.What is not (Opened.Stream or Opened.File) || function.LifeOf(opening) is not { } life)
                continue;
            var place = function.PlaceOf(opening.Call);
            if (life.Lost is not { } lost)
            {
                if (life.GivenAwayAt.Exists)
                    yield return Rule.Clear(place, $"read or handed on in line {function.PlaceOf(life.GivenAwayAt).Line}");
                else if (life.IsComplete)
                    yield return Rule.Clear(place, life.IsEndedInFinally ? "ended in finally, on every path" : "ended on every path");
                continue;
            }

            var what = opening.What is Opened.File ? "file" : "stream";
            yield return Rule.At(place, lost.Thrown ? $"the {what} stays open when a later step fails" : $"the {what} stays open when the function returns here",
                [
                    new(place, $"opens a {what}"),
                    .. function.Turns(lost),
                    new(function.PlaceOf(lost.Last), lost.Thrown ? $"fails: the function ends here, and the {what} stays open" : $"the function ends here, and the {what} stays open"),
                ]).ByReach(function.Exposure);
        }
    }
}
