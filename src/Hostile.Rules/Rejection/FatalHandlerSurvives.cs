using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>After an exception that nobody caught, the process goes on, or says that all is well.</summary>
public static class FatalHandlerSurvives
{
    public static readonly Rule Rule = new("rejection/fatal-handler-survives")
    {
        Severity = Severity.P2,
        Title = "The process goes on after an exception that nobody caught",
        Why = """
            When an exception reaches `uncaughtException` or `unhandledRejection`, some function was left half-way: locks, connections and counters are as it left them.
            A process that goes on serves from that state; one that exits with 0 tells its supervisor that nothing happened.
            """,
        Fix = """
            Log the error, let requests in flight finish within a bound, and exit with a code other than 0.
            """,
        Risk = "A process in an unknown state goes on serving, and the failure that broke it is one line in a log.",
        Unseen = "A handler whose code is not in the program is not judged. Whether the exit comes soon enough is not asked.",
        Bad =
        [
            """
            process.on('uncaughtException', (error) => { // expect: rejection/fatal-handler-survives
              console.error(error);
            });
            """,
        ],
        Good =
        [
            """
            process.on('uncaughtException', (error) => {
              console.error(error);
              process.exit(1);
            });
            """,
        ],
        Check = project => project.FatalHandlers.Select(handler => Judge(project, handler)).OfType<Verdict>(),
    };

    private static Verdict? Judge(ProjectModel project, FatalHandler handler)
    {
        var place = project.PlaceOf(handler.Call);
        if (handler.IsOfLibrary)
            return null;
        if (handler.Survives)
        {
            var finding = Rule.At(place, $"after `{handler.Event}` the process goes on", new(place, "is called with what nobody caught"), new(project.PlaceOf(handler.Handler.Exists ? handler.Handler : handler.Call), "returns: the process goes on in a state that nobody knows"));
            // A rejection that nobody took seldom leaves as much behind as an exception in the middle of synchronous work.
            return handler.Event is "unhandledRejection" ? finding.Lowered("a rejection leaves less half-done than an exception") : finding;
        }

        if (handler.ExitsAsSuccess)
            return Rule.At(place, $"after `{handler.Event}` the process says that all is well", new(place, "is called with what nobody caught"), new(project.PlaceOf(handler.Exit), "ends the process with 0: nobody restarts it, nobody is told"));
        return handler.Exit.Exists ? Rule.Clear(place, "it ends the process") : null;
    }
}
