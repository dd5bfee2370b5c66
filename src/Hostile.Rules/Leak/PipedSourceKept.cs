using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>A file or an answer is piped to a response, and stays open when the client goes away.</summary>
public static class PipedSourceKept
{
    public static readonly Rule Rule = new("leak/piped-source-kept")
    {
        Severity = Severity.P2,
        Title = "A stream that is piped to a response stays open when the client goes away",
        Why = """
            `pipe` lets go of its source when the destination closes, and does not destroy it. A browser that cancels a download, or reads only a part of a video, leaves the file open
            and the connection to the other server taken, and whoever waits for 'end' of the source waits for ever. Garbage collection closes neither.
            """,
        Fix = """
            Use `pipeline` of `stream` instead of `pipe`: it destroys the source when the client goes away. Or destroy the source when the response emits 'close'.
            """,
        Risk = "Each download that its client gives up keeps a file descriptor or a connection: in the end the process opens no file and accepts no connection.",
        Unseen = "Streams that are made in memory hold nothing and are left out; so is what is handed to other functions, which may see to it.",
        Bad =
        [
            """
            import { createReadStream } from 'fs';
            import type { Response } from 'express';
            export function download(path: string, response: Response) {
              const file = createReadStream(path);
              file.on('error', () => response.status(404).end());
              file.pipe(response); // expect: leak/piped-source-kept
            }
            """,
        ],
        Good =
        [
            """
            import { createReadStream } from 'fs';
            import type { Response } from 'express';
            export function download(path: string, response: Response) {
              const file = createReadStream(path);
              file.on('error', () => response.status(404).end());
              response.on('close', () => file.destroy());
              file.pipe(response);
            }
            """,
        ],
        Check = project => project.KeptSources.Select(kept => Judge(project, kept)),
    };

    private static Verdict Judge(ProjectModel project, KeptSource kept)
    {
        var place = project.PlaceOf(kept.Call);
        if (kept.SeenTo.Exists)
            return Rule.Clear(place, $"the client's end is seen to in line {project.PlaceOf(kept.SeenTo).Line}");
        var function = project.FunctionAround(kept.Call)!;
        return (Rule.At(place, $"when the client goes away, `{CodeLine.Of(kept.Source.Text)}` stays open",
            [
                .. function.Exposure.Steps(Side.Only),
                .. kept.Made == kept.Source ? Array.Empty<Step>() : [new(project.PlaceOf(kept.Made), "holds a file or a connection until it is read to its end or destroyed")],
                new(place, "passes its data on; when the client goes away, `pipe` lets go of the source and does not destroy it: nobody reads it to its end any more"),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = "what is sent is longer than what the buffers take at once",
        }).ByReach(function.Exposure);
    }
}
