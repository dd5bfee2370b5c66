using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>The signal of a controller is given out, and nobody ever aborts it.</summary>
public static class NeverAborted
{
    public static readonly Rule Rule = new("abort/never-aborted")
    {
        Severity = Severity.P3,
        OffByDefault = true,
        Title = "A signal is given out that nobody ever aborts",
        Why = """
            A controller that nobody aborts cancels nothing: whoever reads the call believes that it can be stopped, and it cannot.
            """,
        Fix = """
            Abort it where the work is to be given up (a timeout, a client that goes away, a shutdown), or leave the controller out.
            """,
        Risk = "Work that seems to have a limit has none.",
        Unseen = "Controllers that get out of sight.",
        Bad =
        [
            """
            export async function load(url: string): Promise<string> {
              const controller = new AbortController(); // expect: abort/never-aborted
              return await (await fetch(url, { signal: controller.signal })).text();
            }
            """,
        ],
        Good =
        [
            """
            export async function load(url: string): Promise<string> {
              return await (await fetch(url, { signal: AbortSignal.timeout(5000) })).text();
            }
            """,
        ],
        Check = project => project.Controllers.Where(controller => controller.GivenOut.Exists && !controller.Aborted.Exists).Select(controller => Judge(project, controller)),
    };

    private static Finding Judge(ProjectModel project, Controller controller)
    {
        var place = project.PlaceOf(controller.Made);
        return Rule.At(place, "nobody ever aborts this controller",
            new(place, "makes the controller"),
            new(project.PlaceOf(controller.GivenOut), "gives its signal out, and that is never aborted"))
            .ByReach(project.FunctionAround(controller.Made)!.Exposure);
    }
}
