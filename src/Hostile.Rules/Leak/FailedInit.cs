using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>Something with connections of its own is made, its first use fails, and it is dropped without being closed.</summary>
public static class FailedInit
{
    public static readonly Rule Rule = new("leak/failed-init")
    {
        Severity = Severity.P2,
        Title = "What was opened is dropped open when its first use fails",
        Why = """
            The object is handed on only when its check has passed. When the check fails, nobody has it any more, and it goes on: it holds its connections,
            and most reconnect by themselves. Whoever tries again makes the next one.
            """,
        Fix = """
            Close it in `catch` before the error is thrown on.
            """,
        Risk = "While the server is struggling, every attempt to connect adds connections that nobody can close.",
        Unseen = "A failure that only a start of the process reaches ends the process, and is not reported.",
        Bad =
        [
            """
            import { Redis } from 'ioredis';
            export async function open(host: string): Promise<Redis> {
              const redis = new Redis({ host, commandTimeout: 1000 }); // expect: leak/failed-init
              redis.on('error', (error) => console.error(error));
              await redis.ping();
              return redis;
            }
            """,
        ],
        Good =
        [
            """
            import { Redis } from 'ioredis';
            export async function open(host: string): Promise<Redis> {
              const redis = new Redis({ host, commandTimeout: 1000 });
              redis.on('error', (error) => console.error(error));
              try {
                await redis.ping();
              } catch (error) {
                redis.disconnect();
                throw error;
              }
              return redis;
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.Opens),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var opening in function.Openings)
        {
            if (opening.What is not Opened.Connection || function.IsTopLevel || function.LifeOf(opening) is not { Lost: { Thrown: true } lost, GivenAwayAt: { Exists: true } handedOn } life)
                continue;
            var place = function.PlaceOf(opening.Call);
            if (function.Exposure.Kind is StartKind.Start or StartKind.None || function.Project.EndsItsProcess(function.Module))
            {
                yield return Rule.Clear(place, "only a start of the process reaches it, and a failure there ends the process");
                continue;
            }

            yield return Rule.At(place, $"`{life.VariableName}` stays open when its first use fails",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(place, $"`{opening.Text}` opens connections of its own"),
                    .. function.Turns(lost),
                    new(function.PlaceOf(lost.Last), $"fails before `{life.VariableName}` is handed on in line {function.PlaceOf(handedOn).Line}: nobody has it any more, and nobody closes it"),
                ]) with
            { Evidence = Evidence.Likely, Assumption = "the process goes on after the failure" };
        }
    }
}
