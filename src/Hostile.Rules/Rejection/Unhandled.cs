using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>What the rules about unhandled rejections share: how one comes about, and how much it hurts where it happens.</summary>
internal static class Unhandled
{
    extension(RejectionPath path)
    {
        /// <summary>The calls that lead to what fails, and what fails.</summary>
        public IEnumerable<Step> Steps(ProjectModel project)
        {
            foreach (var call in path.Calls)
                yield return new(project.PlaceOf(call), $"goes on to `{CodeLine.Of(call.Text)}`");
            yield return new(project.PlaceOf(path.Source), path.IsThrow ? "fails here" : path.IsKnown ? $"`{CodeLine.Of(path.Source.Text)}` can fail" : $"`{CodeLine.Of(path.Source.Text)}` may fail");
        }
    }

    extension(Finding finding)
    {
        /// <summary>Says what the finding rests on when it is not known that the promise can reject.</summary>
        public Finding Assuming(RejectionPath path) => path.Refuser is { } refuser
            ? finding.Lowered("only what it is given can make it fail") with { Evidence = Evidence.Likely, Assumption = $"`{refuser}` is given what it refuses" }
            : path.IsClosing ? finding.Lowered("what can fail is the end of something that nobody uses any more, and it seldom does")
            : path.IsKnown ? finding : (path.IsUntyped ? finding.Lowered("what may fail is of a type that is not known") : finding) with
            {
                Evidence = path.IsHandedIn ? Evidence.Hazard : Evidence.Likely,
                Assumption = $"`{CodeLine.Of(path.Source.Text)}` can fail",
            };

        /// <summary>Milder where the promise is that of the start itself: what opens the port.</summary>
        public Finding ByStart(bool beginsToServe) => beginsToServe
            ? finding.Lowered("it is how the process begins to serve: a start that fails ends it as it should", 2)
            : finding;

        /// <summary>Milder where what fails ends the process itself when all goes well: <c>await server.close(); process.exit(0)</c>.</summary>
        public Finding ByEnd(bool endsProcess) => endsProcess
            ? finding.Lowered("it is there to end the process: a failure only ends it sooner", 2)
            : finding;

        /// <summary>The severity of an unhandled rejection: it ends the process on a server, does not in a browser, nor where the program listens for it.</summary>
        /// <param name="function">Where it happens.</param>
        /// <param name="hangs">What hangs where the process goes on, as the last step of the trace; null when nothing does.</param>
        public Finding ByHabitat(FunctionModel function, string? hangs = null)
        {
            if (function.Project.IsInBrowser(function.Module))
                return finding.Lowered("it runs in a browser: no process ends, the user sees nothing happen", 3) with { Risk = "What the user asked for is not done, and nobody tells him." };
            if (function.Exposure.Kind is StartKind.Signal)
                return finding.Lowered("the process is about to end anyway", 2);
            finding = finding.ByReach(function.Exposure);
            if (ProjectModel.IsMigration(function.Module))
                return finding.Lowered("a migration runs once, when somebody deploys: there is no request to end with it");
            if (function.Project.IsForPages(function.Module) && !function.Project.IsOnServer(function.Module))
                return finding.Lowered("it belongs to a package for browsers, where no process ends");
            if (function.Project.IsInThread(function.Module))
            {
                return finding.Lowered("it runs in a worker thread: the thread ends, and whoever started it hears 'error'") with
                {
                    Trace = [.. finding.Trace.Select(step => step with { Text = step.Text.Replace("the process ends", "the worker thread ends", StringComparison.Ordinal) })],
                };
            }

            var goesOn = GoesOn(function);
            // The work itself is what a schedule does, and it comes again; what it hands to somebody by the way may be lost for good.
            // So may be what it takes out of memory before.
            if (function.Exposure is { Kind: StartKind.Timer, Calls.IsEmpty: true } && !function.MemoryUses.Any(use => use.Action is StoreAction.Removes) && goesOn)
                finding = finding.Lowered("a timer starts it, and its next turn does the work again");
            if (hangs is not null && goesOn)
            {
                return (finding.Severity < Severity.P2 ? finding.Lowered("the process goes on: only what waits for this hangs") : finding) with
                {
                    Risk = "Whoever waits for it gets no answer at all: it hangs until his patience ends, and with it what he holds meanwhile.",
                    Trace = [.. finding.Trace[..^1], finding.Trace[^1] with { Text = hangs }],
                };
            }

            if (HostOf(function) is { } host)
                return finding.Lowered($"`{host}` runs the process, and goes on after a rejection that nobody took: the work is lost, the process is not{(function.Project.IsForOthers(function.Module, host) ? "; but the package is published, and in other programs the process ends" : "")}").LosingWork(function.Project.IsForOthers(function.Module, host));
            return function.Project.ListenerFor(function) switch
            {
                null => finding,
                // Whoever runs the program without what the condition asks for has nobody who listens.
                { Condition.Length: > 0 } => finding,
                { Survives: true } survivor => finding.Lowered($"the process listens for unhandled rejections and goes on ({function.Project.PlaceOf(survivor.Call)}): the work is lost, the process is not").LosingWork(),
                var last => finding.Lowered($"the process listens for unhandled rejections and ends in its own way ({function.Project.PlaceOf(last.Call)})"),
            };
        }

        /// <summary>Graver again where the process goes on and a <c>catch</c> around the promise would have saved the work. A process that ends is worse than what that would have done.</summary>
        public Finding ByDeafCatch(FunctionModel function, DroppedPromise dropped) =>
            finding is { Severity: > Severity.P1, Evidence: Evidence.Certain } && dropped.Form is not DropForm.Void && !ProjectModel.OnlyLogs(dropped.Promise) && GoesOn(function) && function.DeafCatchAround(dropped.Promise) is { Exists: true } deaf
                ? finding.Raised($"the `catch` around it never hears of it, and does not do what it is there for ({function.Project.PlaceOf(deaf)})")
                : finding;
    }

    extension(Finding finding)
    {
        /// <summary>What it costs where the process goes on, but for what a rule says of its own.</summary>
        private Finding LosingWork(bool mayEnd = false) => mayEnd || finding.Risk is not null ? finding : finding with { Risk = "What was to be done is not done, or half done, and nobody but a log is told." };

        /// <summary>Milder where the process, or what runs it, listens for what nobody catches, and goes on; the trace says so.</summary>
        public Finding ByExceptionListener(FunctionModel function)
        {
            if (function.Project.ExceptionListenerFor(function) is { } listener)
            {
                return listener.Survives
                    ? WrittenDown(finding.Lowered($"the process listens for uncaught exceptions and goes on ({function.Project.PlaceOf(listener.Call)}): the work is lost, the process is not"), "the process's listener")
                    : finding;
            }

            // A published package runs in other programs, too.
            return HostOf(function) is { } host && !function.Project.IsForOthers(function.Module, host)
                ? WrittenDown(finding.Lowered($"`{host}` runs the process, and goes on after an exception that nobody caught: the work is lost, the process is not"), $"`{host}`")
                : finding;
        }
    }

    private static Finding WrittenDown(Finding finding, string by) => finding with
    {
        Message = finding.Message.Replace("one such event ends the process", "one such event is an uncaught exception", StringComparison.Ordinal),
        Trace = [.. finding.Trace.Select(step => step with { Text = step.Text.Replace("and the process ends", $"and {by} writes it down", StringComparison.Ordinal) })],
        Risk = (finding.Risk ?? finding.Rule.Risk).Contains("ends the process", StringComparison.Ordinal) ? "What the object was there for is left undone, and nothing but a line in the log tells of it." : finding.Risk,
    };

    /// <summary>Whether the process surely goes on after a rejection that nobody took.</summary>
    public static bool GoesOn(FunctionModel function) => function.Project.ListenerFor(function) is { } known ? known is { Survives: true, Condition: "" } : HostOf(function) is not null;

    /// <summary>What becomes of a request whose handler fails, and whose promise nobody takes, where the process goes on.</summary>
    public const string Unanswered = "the rejection is unhandled: the process goes on, and nobody answers the request";

    /// <summary>What runs the process and goes on after rejections, where nobody in it surely listens; null where somebody does, or the program has a server of its own.</summary>
    private static string? HostOf(FunctionModel function) => function.Project.ListenerFor(function) switch
    {
        null => function.Project.HostOf(function),
        { Condition.Length: > 0 } listener when !function.Project.IsOfOwnServer(listener) => function.Project.HostOf(function),
        _ => null,
    };

    /// <summary>What becomes of a rejection that nobody takes, where it happens: the last step of a trace.</summary>
    public static string End(FunctionModel function, string what = "the rejection is unhandled")
    {
        var project = function.Project;
        if (project.IsInBrowser(function.Module))
            return $"{what}: the console says so, and the user sees nothing happen";
        if (project.IsForPages(function.Module) && !project.IsOnServer(function.Module))
            return $"{what}: in a browser the console says so, elsewhere the process ends";
        if (HostOf(function) is not null)
            return $"{what}: the process goes on, and the work is lost";
        if (project.ListenerFor(function) is { } listener)
            return !listener.Survives ? $"{what}: the process ends" : listener.Condition.Length == 0 ? $"{what}: it is written down, and the work is lost"
                : $"{what}: the process ends, where `{CodeLine.Of(listener.Condition)}` does not hold; else it is written down ({project.PlaceOf(listener.Call)})";
        return $"{what}: the process ends";
    }

    /// <summary>The steps of a trace whose last one is what the rejection does.</summary>
    public static ImmutableArray<Step> Trace(FunctionModel function, Step first, RejectionPath path, Step last, Exposure? by = null) =>
        [.. (by ?? function.Exposure).Steps(Side.Only), first, .. path.Steps(function.Project), last];
}
