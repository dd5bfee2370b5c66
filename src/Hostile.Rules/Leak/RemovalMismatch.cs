using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>A listener is removed that was never added, so that the one that was stays.</summary>
public static class RemovalMismatch
{
    public static readonly Rule Rule = new("leak/removal-mismatch")
    {
        Severity = Severity.P2,
        Title = "Another listener is removed than was added",
        Why = """
            A listener is removed by the very function that was added. A function that is written anew, or a copy that `bind` makes, is another one,
            however alike; nothing is removed, and nothing says so.
            """,
        Fix = """
            Keep the function in a variable or a field, and give that to both calls.
            """,
        Risk = "Listeners pile up although the code removes them: memory grows, and each event is handled again and again.",
        Unseen = "Functions that are compared by anything else than how they are written.",
        Bad =
        [
            """
            import { EventEmitter } from 'events';
            export class Feed {
              constructor(private bus: EventEmitter) {}
              open() { this.bus.on('news', this.tell.bind(this)); }
              close() { this.bus.off('news', this.tell.bind(this)); } // expect: leak/removal-mismatch
              private tell(text: string) { console.log(text); }
            }
            """,
        ],
        Good =
        [
            """
            import { EventEmitter } from 'events';
            export class Feed {
              constructor(private bus: EventEmitter) {}
              open() { this.bus.on('news', this.tell); }
              close() { this.bus.off('news', this.tell); }
              private tell = (text: string) => { console.log(text); };
            }
            """,
        ],
        Check = project => project.Mismatches.Select(found => Judge(project, found)),
    };

    private static Finding Judge(ProjectModel project, Mismatch found)
    {
        var place = project.PlaceOf(found.Removal.Call);
        var message = found.Kind switch
        {
            MismatchKind.FreshFunction => "this function is a new one: it was never added, and nothing is removed",
            MismatchKind.OtherSubscription => $"`{CodeLine.Of(found.Added.FirstChild.Text)}` began it, and this ends another sort of subscription",
            MismatchKind.BoundCopy => "`bind` makes a new function: it was never added, and nothing is removed",
            _ => $"the listener was added for another event than '{found.Removal.Event}', and stays",
        };
        return Rule.At(place, message,
        [
            .. found.Added.Exists ? new[] { new Step(project.PlaceOf(found.Added), found.Kind is MismatchKind.OtherSubscription ? "subscribes" : "adds the listener") } : [],
            new(place, "removes nothing"),
        ]);
    }
}
