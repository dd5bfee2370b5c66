
namespace Hostile.Rules.Race;

/// <summary>An object's state is looked at, the function waits, and only then it subscribes to the event that tells of the change.</summary>
public static class SubscribeAfterCheck
{
    public static readonly Rule Rule = new("race/subscribe-after-check")
    {
        Severity = Severity.P1,
        Title = "An event is subscribed to only after an await that follows the test of its state",
        Why = """
            The test says that the event has not come yet, and so the function wants to wait for it. But between the two it waits for something else: when the event comes then,
            nobody listens, and it does not come a second time.
            """,
        Fix = """
            Subscribe first and look at the state then; or look again, with no `await` between the test and the subscription.
            """,
        Risk = "Now and then a request or a start hangs for ever, because the event that it waits for has passed.",
        Unseen = "States that are kept elsewhere than on the object, rows that are read before LISTEN, and callbacks without promises.",
        Bad =
        [
            """
            import { once } from 'node:events';
            import type { EventEmitter } from 'node:events';
            interface Link extends EventEmitter { isOpen: boolean; }
            declare function readConfig(): Promise<string>;
            export async function greet(link: Link) {
              if (!link.isOpen) {
                console.log(await readConfig());
                await once(link, 'open'); // expect: race/subscribe-after-check
              }
            }
            """,
        ],
        Good =
        [
            """
            import { once } from 'node:events';
            import type { EventEmitter } from 'node:events';
            interface Link extends EventEmitter { isOpen: boolean; }
            declare function readConfig(): Promise<string>;
            export async function greet(link: Link) {
              console.log(await readConfig());
              if (!link.isOpen) {
                await once(link, 'open');
              }
            }
            """,
        ],
        Check = project => project.LateSubscriptions.Select(Judge),
    };

    private static Verdict Judge(Model.Summaries.LateSubscription late)
    {
        var function = late.Function;
        var place = function.PlaceOf(late.Subscription);
        if (!late.Suspension.Exists)
            return Rule.Clear(place, $"nothing can run between the test of `{late.Target}` and the subscription");
        return (Rule.At(place, $"what `{late.Target}` tells during the wait in line {function.PlaceOf(late.Suspension).Line} is missed, and does not come again",
            [
                .. function.Exposure.Steps(Side.A),
                new(function.PlaceOf(late.Check), $"finds that `{late.Target}` is not there yet", Side.A),
                new(function.PlaceOf(late.Suspension), "waits; other code runs", Side.A),
                new(function.PlaceOf(late.Suspension), $"meanwhile `{late.Target}` changes and tells so: nobody listens", Side.B),
                new(place, "begins to listen: the event has passed", Side.A),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = $"`{late.Target}` changes while the function waits, and does not change again",
        }).ByUse(function);
    }
}
