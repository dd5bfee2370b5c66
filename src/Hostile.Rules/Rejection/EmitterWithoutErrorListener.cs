using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>An object that emits 'error' lives, and nobody listens.</summary>
public static class EmitterWithoutErrorListener
{
    public static readonly Rule Rule = new("rejection/emitter-without-error-listener")
    {
        Severity = Severity.P1,
        Title = "An 'error' event can be emitted and nobody listens for it",
        Why = """
            An 'error' event without a listener is thrown as an exception, out of the event loop where nobody can catch it: the process ends.
            A pool emits one when the database closes an idle connection, a stream when its file is missing, a child process when it cannot be started.
            """,
        Fix = """
            Register a listener for 'error' where the object is made; for a stream use `pipeline`, which takes errors too.
            """,
        Risk = "A restart of the database, or a file that is not there, ends the process.",
        Unseen = """
            An object that is handed to code out of the program's sight may be listened to there; it is then said to be likely only, and not said of streams.
            Connections that a pool hands out need a listener of their own while they are held; that is not asked.
            """,
        Bad =
        [
            """
            import { Pool } from 'pg';
            const limits = { connectionTimeoutMillis: 5000, statement_timeout: 5000, lock_timeout: 2000, idle_in_transaction_session_timeout: 5000, query_timeout: 6000 };
            const pool = new Pool(limits); // expect: rejection/emitter-without-error-listener
            export const now = () => pool.query('SELECT now()');
            """,
        ],
        Good =
        [
            """
            import { Pool } from 'pg';
            const limits = { connectionTimeoutMillis: 5000, statement_timeout: 5000, lock_timeout: 2000, idle_in_transaction_session_timeout: 5000, query_timeout: 6000 };
            const pool = new Pool(limits);
            pool.on('error', (error) => console.error('idle connection lost', error));
            export const now = () => pool.query('SELECT now()');
            """,
        ],
        Check = project => project.Emitters.Select(emitter => Judge(project, emitter)).OfType<Verdict>(),
    };

    private static Verdict? Judge(ProjectModel project, Emitter emitter)
    {
        var place = project.PlaceOf(emitter.Made);
        if (emitter.Listener.Exists)
            return Rule.Clear(place, $"somebody listens: {project.PlaceOf(emitter.Listener)}");
        if (emitter.Unheard is not Unheard.Crash)
            return Rule.Clear(place, emitter.Unheard is Unheard.Log ? "without a listener it writes the error to the console and goes on" : "without a listener it goes on in silence");
        if (emitter.Wrapper.Exists)
            return Rule.Clear(place, $"it goes through `{CodeLine.Of(emitter.Wrapper.FirstChild.Text)}`, which is out of sight and may listen");
        if (emitter.Pool.Exists)
            return Lent(project, emitter, place);
        if (project.FunctionAround(emitter.Made) is not { } function || ((emitter.IsShortLived || emitter.Emit.Exists) && emitter.IsOutOfSight))
            return null;
        var reach = emitter.Library is { } made ? project.ReachOf(made) : default;
        if (project.IsInBrowser(function.Module) || reach.Kind is ReachKind.Tests or ReachKind.Pool)
            return null;

        var finding = Rule.At(place, $"nobody listens for 'error' on this `{emitter.ClassName}`: one such event ends the process",
            [
                new(place, $"{(emitter.IsBrought ? "is given" : "makes")} a `{emitter.ClassName}`, and nobody listens for 'error' on it"),
                new(emitter.Emit.Exists ? project.PlaceOf(emitter.Emit) : place, emitter.Emit.Exists ? "emits 'error': with no listener, emit throws it" : "emits 'error' when something goes wrong: with no listener that is thrown where nobody can catch it, and the process ends"),
            ]);
        if (emitter.IsBrought)
            finding = finding with { Risk = "One client that sends what cannot be read, or whose connection breaks, ends the process for all." };
        if (emitter.IsOutOfSight)
            finding = finding.Lowered("it is handed to code out of sight") with { Evidence = Evidence.Likely, Assumption = "nobody listens where it is handed to" };
        if (reach.Kind is ReachKind.OneRun or ReachKind.OneCall)
            finding = finding.Lowered(reach.Reason, 2);
        else if (emitter.IsClosed)
            finding = finding.Lowered("the call that makes it closes it soon", 2);
        if (emitter.RunsItself)
            finding = finding.Lowered("what it starts is the program that runs: that is there, and starts unless the system has no room for one more", 2);
        else if (emitter.IsSeldom)
            finding = finding.Lowered("it emits 'error' only when it cannot do its work at all: a program that is not there, a folder that cannot be watched any more");
        if (emitter.IsShortLived)
            finding = finding.ByReach(function.Exposure);
        finding = finding.ByExceptionListener(function);
        return emitter.Emit.Exists ? finding.Lowered("the exception goes to whoever calls the code that emits it") : finding;
    }

    private static Finding? Lent(ProjectModel project, Emitter emitter, Place place) => project.FunctionAround(emitter.Made) is not { } function ? null
        : Rule.At(place, $"nobody listens for 'error' on this `{emitter.ClassName}` while it is lent: a connection that breaks between two statements ends the process",
            [
                .. function.Exposure.Steps(Side.Only),
                new(project.PlaceOf(emitter.Pool), "makes the pool; a listener on it hears of idle connections only"),
                new(place, "takes a connection and keeps it over several statements"),
                new(place, "the server ends the connection meanwhile: its 'error' is thrown where nobody can catch it, and the process ends"),
            ]) with
        { Repair = "Listen for `'error'` once for all in a `'connect'` listener of the pool; or on the connection while it is lent, and remove the listener before the connection goes back: the pool keeps it with the connection." } is var finding
            ? finding.Lowered("only a connection that breaks while it is lent ends the process").ByReach(function.Exposure)
            : null;
}
