using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A stream is piped and nobody listens for its errors.</summary>
public static class StreamPipe
{
    public static readonly Rule Rule = new("rejection/stream-pipe")
    {
        Severity = Severity.P1,
        Title = "A stream is piped without anybody listening for its errors",
        Why = """
            `pipe` passes data on and nothing else. An error of the source reaches neither the destination nor a listener on the destination:
            a file that is not there ends the process, and a destination whose source failed is left open for ever.
            """,
        Fix = """
            Use `pipeline` of `stream/promises` and await it; or listen for 'error' on both streams and destroy the other one.
            """,
        Risk = "A missing file or a full disk ends the process in the middle of a download.",
        Unseen = "Streams that are handed in are not judged: whoever made them may listen. Streams of libraries without a knowledge file are not known to be streams.",
        Bad =
        [
            """
            import { createReadStream } from 'fs';
            import type { Response } from 'express';
            export function download(path: string, response: Response) {
              createReadStream(path).pipe(response); // expect: rejection/stream-pipe, leak/piped-source-kept
            }
            """,
        ],
        Good =
        [
            """
            import { createReadStream } from 'fs';
            import { pipeline } from 'stream/promises';
            import type { Response } from 'express';
            export async function download(path: string, response: Response) {
              await pipeline(createReadStream(path), response);
            }
            """,
        ],
        // One stream between two others is read and written: that nobody listens on it is one fault.
        Check = project => project.Pipes.DistinctBy(pipe => pipe.Unheard.Text + project.PlaceOf(pipe.Unheard)).Select(pipe => Report(project, pipe)).OfType<Verdict>(),
    };

    private static Finding? Report(ProjectModel project, Pipe pipe)
    {
        if (project.FunctionAround(pipe.Call) is not { } function || project.IsInBrowser(function.Module))
            return null;
        var place = project.PlaceOf(pipe.Unheard);
        var isSource = pipe.Unheard == pipe.Source;
        return Rule.At(place, isSource ? "nobody listens for an error of the stream that is read" : "nobody listens for an error of the stream that is written",
            [
                .. function.Exposure.Steps(Side.Only),
                new(project.PlaceOf(pipe.Unheard), "is piped, and nobody listens for 'error' on it"),
                new(project.PlaceOf(pipe.Call), isSource ? "passes data on, not errors: one is thrown where nobody can catch it, and the process ends" : "an error of the destination is thrown where nobody can catch it, and the process ends"),
            ]).ByExceptionListener(function).ByReach(function.Exposure);
    }
}
