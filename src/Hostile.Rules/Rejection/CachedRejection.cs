using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A promise is kept for everybody who asks later, its rejection too.</summary>
public static class CachedRejection
{
    public static readonly Rule Rule = new("rejection/cached-rejection")
    {
        Severity = Severity.P2,
        Title = "A promise is kept for ever, even when it rejects",
        Why = """
            Keeping the promise itself is the right way to start work only once. But a rejected promise stays rejected: one failure, of a connection that was down for a second,
            is then the answer to everybody until the process is restarted.
            """,
        Fix = """
            Throw the kept promise away when it rejects: `promise = load().catch((error) => { promise = undefined; throw error; })`.
            """,
        Risk = "After one failure that would have passed, everything that needs this value fails until a restart.",
        Unseen = "What is thrown away somewhere, for whatever reason, is taken for thrown away in time. Caches of libraries are not followed.",
        Bad =
        [
            """
            declare function connect(): Promise<string>;
            let connection: Promise<string> | undefined;
            export function getConnection() {
              connection ??= connect(); // expect: rejection/cached-rejection
              return connection;
            }
            """,
        ],
        Good =
        [
            """
            declare function connect(): Promise<string>;
            let connection: Promise<string> | undefined;
            export function getConnection() {
              connection ??= connect().catch((error) => {
                connection = undefined;
                throw error;
              });
              return connection;
            }
            """,
        ],
        Check = Rule.EachModule((project, module) => project.CachedPromisesIn(module).Select(cached => Judge(project, cached)).OfType<Verdict>()),
    };

    private static Verdict? Judge(ProjectModel project, CachedPromise cached)
    {
        var place = project.PlaceOf(cached.Promise);
        if (cached.Cleared.Exists)
            return Rule.Clear(place, $"`{CodeLine.Of(cached.Text)}` is thrown away at {project.PlaceOf(cached.Cleared)}");
        if (project.RejectionOf(cached.Promise) is not { } path)
            return Rule.Clear(place, "it never rejects");
        if (project.FunctionAround(cached.Promise) is not { IsTopLevel: false } function)
            return null;
        var finding = Rule.At(place, $"when this rejects once, `{CodeLine.Of(cached.Text)}` stays rejected for ever",
            Unhandled.Trace(function, new(project.PlaceOf(cached.Keeper), "keeps the promise"), path, new(place, "is the rejected promise that everybody gets from now on"))).Assuming(path);
        return project.IsInBrowser(function.Module) ? finding.Lowered("it runs in a browser: a reload helps") : finding.ByReach(function.Exposure);
    }
}
