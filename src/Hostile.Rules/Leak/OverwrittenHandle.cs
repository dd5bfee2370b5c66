using Hostile.Model;

namespace Hostile.Rules.Leak;

/// <summary>A second call overwrites the field that holds an interval or a connection, and nobody can end the first.</summary>
public static class OverwrittenHandle
{
    public static readonly Rule Rule = new("leak/overwritten-handle")
    {
        Severity = Severity.P2,
        OffByDefault = true,
        Title = "A second call overwrites the only handle of what the first one opened",
        Why = """
            The field is the only way to end what it holds. A second call puts a new interval, client or pool there without ending the old one,
            which goes on: nobody can end it any more.
            """,
        Fix = """
            Return when the field is set already, or end what it holds before it is given something new.
            """,
        Risk = "After each reconnect or restart one more interval fires and one more pool holds connections, until the server refuses them.",
        Unseen = "Fields that a test or a call before looks at are taken to be seen to. Off by default: none of 8 findings that were read on real repositories was right; that a second start is turned away, or stops the first, is often not seen.",
        Bad =
        [
            """
            import express from 'express';
            import { Redis } from 'ioredis';
            let client: Redis | undefined;
            express().post('/connect', (request, response) => {
              client = new Redis(request.body.url, { commandTimeout: 1000 }); // expect: leak/overwritten-handle
              client.on('error', (error) => console.error(error));
              response.end();
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            import { Redis } from 'ioredis';
            let client: Redis | undefined;
            express().post('/connect', (request, response) => {
              client?.disconnect();
              client = new Redis(request.body.url, { commandTimeout: 1000 });
              client.on('error', (error) => console.error(error));
              response.end();
            });
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.Opens),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var found in function.Overwrites)
        {
            var place = function.PlaceOf(found.Opening.Call);
            if (found.Reason.Length > 0)
            {
                yield return Rule.Clear(place, found.Shown.Exists ? $"{found.Reason} (line {function.PlaceOf(found.Shown).Line})" : found.Reason);
                continue;
            }

            if (!function.Exposure.IsConcurrent)
            {
                yield return Rule.Clear(place, "nothing shows that it is called twice");
                continue;
            }

            yield return Rule.At(place, $"a second call overwrites `{found.Place}` and leaves the old one running",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(place, $"opens another one; the old one in `{found.Place}` is out of everybody's reach"),
                ]);
        }
    }
}
