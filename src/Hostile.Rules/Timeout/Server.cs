using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Timeout;

/// <summary>A server's bound on how long a client may take to send its request is switched off.</summary>
public static class Server
{
    public static readonly Rule Rule = new("timeout/server")
    {
        Severity = Severity.P3,
        OffByDefault = true,
        Title = "A server waits without a bound for the requests of its clients",
        Why = """
            By itself the server gives a client 300 seconds to send a whole request. With 0 there is no bound: a client that sends a byte now and then, on purpose or over a bad
            line, holds its socket and what the server has put aside for it for as long as it likes.
            """,
        Fix = """
            Leave the option out, or give it the time of the longest upload that is allowed.
            """,
        Risk = "A few slow clients take all the sockets of the process.",
        Unseen = "Servers that a framework makes, and a proxy in front that reads the whole request first.",
        Bad =
        [
            """
            import { createServer } from 'node:http';
            createServer({ requestTimeout: 0 }, (request, response) => response.end()).listen(80); // expect: timeout/server
            """,
        ],
        Good =
        [
            """
            import { createServer } from 'node:http';
            createServer({ requestTimeout: 600_000 }, (request, response) => response.end()).listen(80);
            """,
        ],
        Check = project => project.SlowRequests.Select(slow => Judge(project, slow)),
    };

    private static Finding Judge(ProjectModel project, SlowRequest slow)
    {
        var place = project.PlaceOf(slow.Option);
        return Rule.At(place, $"`{slow.Name}` is switched off: a client may take for ever to send its request", new Step(place, $"takes away the bound of {slow.Default / 1000:0.##} s that the server has by itself"));
    }
}
