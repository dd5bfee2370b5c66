using Hostile.Model;

namespace Hostile.Rules.Race;

/// <summary>A stop clears the timer of a loop while a turn is under way, and the turn sets the next one.</summary>
public static class StopWhileRunning
{
    public static readonly Rule Rule = new("race/stop-while-running")
    {
        Severity = Severity.P2,
        Title = "A loop that is stopped in the middle of a turn goes on",
        Why = """
            Stopping clears the timer of the next turn. While a turn is under way there is no timer to clear: the turn ends later, knows nothing of the stop, and sets one.
            """,
        Fix = """
            Let the stop set a flag, and look at it after every wait before the next timer is set; let the stop wait for the turn under way.
            """,
        Risk = "After a stop the loop goes on with closed connections, and the process does not end; after a restart there are two.",
        Unseen = "Loops whose timer is held by another object.",
        Bad =
        [
            """
            declare function work(): Promise<void>;
            export class Poller {
              private timer?: NodeJS.Timeout;
              async poll() {
                await work();
                this.timer = setTimeout(() => { this.poll().catch(console.error); }, 1000); // expect: race/stop-while-running
              }
              stop() {
                clearTimeout(this.timer);
              }
            }
            """,
        ],
        Good =
        [
            """
            declare function work(): Promise<void>;
            export class Poller {
              private timer?: NodeJS.Timeout;
              private stopped = false;
              async poll() {
                await work();
                if (this.stopped) return;
                this.timer = setTimeout(() => { this.poll().catch(console.error); }, 1000);
              }
              stop() {
                this.stopped = true;
                clearTimeout(this.timer);
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesMemory),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        // One loop that one stop does not reach is one fault, however many branches set its timer.
        var told = new HashSet<Place>();
        foreach (var arm in function.ReArms)
        {
            var place = function.PlaceOf(arm.Arm);
            if (!arm.Look.Exists && !told.Add(arm.Stop.PlaceOf(arm.Clear)))
                continue;
            if (arm.Look.Exists)
            {
                yield return Rule.Clear(place, $"it minds the stop (line {function.PlaceOf(arm.Look).Line})");
                continue;
            }

            yield return (Rule.At(place, $"`{arm.Stop.Name}` does not stop it when it comes while a turn waits: the turn sets the next timer",
                [
                    new(function.PlaceOf(arm.Wait), "a turn is under way, and waits; other code runs", Side.A),
                    .. arm.Stop.Exposure.Steps(Side.B),
                    new(arm.Stop.PlaceOf(arm.Clear), $"clears `{arm.Timer}`, which has fired already", Side.B),
                    new(place, "sets the timer of the next turn: the loop goes on", Side.A),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = $"`{arm.Stop.Name}` is called while a turn is under way",
            }).ByUse(function);
        }
    }
}
