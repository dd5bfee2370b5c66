using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Timeout;

/// <summary>A server asks another one and waits for the answer without a bound of its own.</summary>
public static class HttpCall
{
    /// <summary>Further requests of the same client that a trace names.</summary>
    private const int MostNamed = 5;

    public static readonly Rule Rule = new("timeout/http-call")
    {
        Severity = Severity.P2,
        Title = "A request to another server has no timeout",
        Why = """
            Most clients wait for an answer as long as the connection stands. A server that accepts the connection and then stays silent — overloaded, stalled, behind a
            dropped network path — keeps the request that asked it pending, with all that it holds: its memory, its socket, the connection or the slot it has taken. The
            global `fetch` gives up after 300 seconds, which is longer than anybody waits.
            """,
        Fix = """
            Say how long to wait: `signal: AbortSignal.timeout(5_000)` for `fetch`, `timeout` for axios and got, `requestHandler` options for the AWS SDK; once where the client is made, rather than at each call.
            """,
        Risk = "One slow partner turns into an outage of our own: requests pile up behind it until memory, sockets or connections run out.",
        Unseen = "Clients of which we have no knowledge file, and timeouts that a proxy or a service mesh sets.",
        Bad =
        [
            """
            import axios from 'axios';
            import express from 'express';
            const rates = axios.create({ baseURL: 'https://rates.example' }); // expect: timeout/http-call
            const app = express();
            app.get('/rate', (request, response) => {
              rates.get('/eur').then((rate) => response.json(rate.data), () => response.status(502).end());
            });
            """,
        ],
        Good =
        [
            """
            import axios from 'axios';
            import express from 'express';
            const rates = axios.create({ baseURL: 'https://rates.example', timeout: 5_000 });
            const app = express();
            app.get('/rate', (request, response) => {
              rates.get('/eur').then((rate) => response.json(rate.data), () => response.status(502).end());
            });
            """,
            """
            import express from 'express';
            const app = express();
            app.get('/rate', (request, response) => {
              fetch('https://rates.example/eur', { signal: AbortSignal.timeout(5_000) }).then((rate) => response.status(rate.status).end(), () => response.status(502).end());
            });
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        var open = new List<OutgoingRequest>();
        foreach (var request in project.OutgoingRequests)
        {
            if (ReasonFor(project, request) is { } reason)
                yield return Rule.Clear(project.PlaceOf(request.Client.Exists && request.Bound is RequestBound.None or RequestBound.ByDefault ? request.Client : request.Call), reason);
            else
                open.Add(request);
        }

        // What a package sends by a library's own function, without a client, is mended in one place.
        var causes = new Dictionary<(string Package, string Function), Place>();
        foreach (var client in open.GroupBy(request => KeyOf(project, request)))
        {
            var finding = Judged(project, [.. client]);
            if (client.First() is { Client.Exists: false, Bound: RequestBound.None } sent && project.PackageOf(project.FunctionAround(sent.Call)!.Module) is { } package)
            {
                var key = (package.Directory, sent.Call.FirstChild.Text.Split('.')[0]);
                causes.TryAdd(key, finding.Place);
                finding = finding with { Cause = causes[key] };
            }

            yield return finding;
        }
    }

    /// <summary>Why a request needs no bound of its own; null when it does.</summary>
    private static string? ReasonFor(ProjectModel project, OutgoingRequest request)
    {
        if (request.Bound is RequestBound.ByProgram or RequestBound.Unknown)
            return request.Reason;
        var function = project.FunctionAround(request.Call)!;
        if (project.IsForTools(function.Module))
            return "only scripts and tools that are run by hand send it";
        if (function.Exposure.Kind is StartKind.Api or StartKind.None or StartKind.Siblings && !project.IsOnServer(function.Module))
            return "nothing here says that it runs on a server";
        return request.Bound is RequestBound.ByDefault && function.Exposure.Kind is StartKind.Start
            ? $"only a start of the process sends it, and the client gives up after {request.After / 1000:0.##} s"
            : null;
    }

    /// <summary>One finding for each client; for a function without one, that gives up by itself some day, one for each package; else one for each file.</summary>
    private static object KeyOf(ProjectModel project, OutgoingRequest request) =>
        request.Client.Exists ? request.Client
        : request.Bound is RequestBound.ByDefault && project.PackageOf(project.FunctionAround(request.Call)!.Module) is { } package ? package
        : request.Call.Tree.Root;

    private static Finding Judged(ProjectModel project, ImmutableArray<OutgoingRequest> requests)
    {
        // The request behind which the most wait speaks for its client.
        var first = requests.OrderBy(request => request.IsDropped).ThenBy(request => project.FunctionAround(request.Call)!.Exposure.Kind).First();
        var exposure = project.FunctionAround(first.Call)!.Exposure;
        var place = project.PlaceOf(first.Client.Exists ? first.Client : first.Call);
        var name = CodeLine.Of(first.Call.FirstChild.Text);
        var after = first.Bound is RequestBound.ByDefault ? $"{first.After / 1000:0.##} s" : null;
        var finding = Rule.At(place, after is null ? $"nothing ends the wait for an answer of `{name}`" : $"`{name}` waits {after} for an answer before it gives up{(requests.Length == 1 || first.Client.Exists ? "" : $", here and in {requests.Length - 1} more of the package's requests")}",
            [
                .. exposure.Steps(Side.Only),
                .. first.Client.Exists ? [new Step(place, "makes a client without a bound on its requests")] : Array.Empty<Step>(),
                new(project.PlaceOf(first.Call), after is null ? "sends a request; when the other side stays silent, its answer is waited for without end" : $"sends a request; the client's own bound, {after}, is the only one"),
                .. requests.SelectMany(request => request.Ignored).Select(option => new Step(project.PlaceOf(option), "the client does not read this option")),
                .. requests.Where(request => request.Call != first.Call).Take(MostNamed).Select(request => new Step(project.PlaceOf(request.Call), "so does this")),
                .. requests.Length > MostNamed + 1 ? [new Step(project.PlaceOf(requests[^1].Call), $"and {requests.Length - MostNamed - 1} more")] : Array.Empty<Step>(),
            ]) with
        {
            RepairCode = first.Option switch { "" => null, "signal" => "signal: AbortSignal.timeout(5_000),", var option => $"{option}: 5_000, // ms" },
        };
        if (after is not null)
            finding = finding.Lowered($"the client itself gives up after {after}");
        else if (first.IsDropped)
            finding = finding.Lowered("nobody waits for the answer: what stays is its socket and its memory");
        if (first.Bound is RequestBound.ByDefault && exposure.Kind is StartKind.None)
            finding = finding with { Evidence = Evidence.Hazard };
        return exposure.Kind is StartKind.Api
            ? finding with { Evidence = Evidence.Likely, Assumption = "those who call it wait for it" }
            : finding.ByReach(exposure);
    }
}
