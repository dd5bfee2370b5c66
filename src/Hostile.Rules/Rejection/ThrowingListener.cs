using Hostile.Model;

namespace Hostile.Rules.Rejection;

/// <summary>A listener throws into the code that emits its event.</summary>
public static class ThrowingListener
{
    public static readonly Rule Rule = new("rejection/throwing-listener")
    {
        Severity = Severity.P2,
        Title = "A listener can throw into the code that emits its event",
        Why = """
            `emit` calls every listener, one after the other, before it returns. When one throws, the others are not called, and the code that emits is left in the middle:
            the state that it was about to change, the timer that it was about to set, stay as they were.
            """,
        Fix = """
            Catch inside the listener, or emit inside a `try`, after all else is done.
            """,
        Risk = "A fault in one observer breaks the work of what it observes.",
        Unseen = "Events whose names are not constant, and emitters of libraries, are not paired with listeners.",
        Bad =
        [
            """
            import { EventEmitter } from 'events';
            class Orders extends EventEmitter {
              place(id: string) {
                this.emit('placed', id); // expect: rejection/throwing-listener
              }
            }
            export const orders = new Orders();
            orders.on('placed', (id: string) => {
              if (!id) throw new Error('no id');
            });
            """,
        ],
        Good =
        [
            """
            import { EventEmitter } from 'events';
            class Orders extends EventEmitter {
              place(id: string) {
                try {
                  this.emit('placed', id);
                } catch (error) {
                  console.error('a listener failed', error);
                }
              }
            }
            export const orders = new Orders();
            orders.on('placed', (id: string) => {
              if (!id) throw new Error('no id');
            });
            """,
        ],
        Check = project => project.ThrowingListeners.Select(throwing => Judge(project, throwing)).OfType<Verdict>(),
    };

    private static Verdict? Judge(ProjectModel project, Model.Summaries.ThrowingListener throwing)
    {
        var place = project.PlaceOf(throwing.Emit);
        if (throwing.Caught.Exists)
            return Rule.Clear(place, $"what a listener throws is caught: {project.PlaceOf(throwing.Caught)}");
        if (project.FunctionAround(throwing.Emit) is not { } function)
            return null;
        var finding = Rule.At(place, $"a listener for '{throwing.Event}' can throw into this", Unhandled.Trace(function,
            new(place, $"calls every listener for '{throwing.Event}'"), throwing.Path with { Calls = throwing.Path.Calls.Insert(0, throwing.Listener) }, new(place, "is left with the exception: the other listeners and the rest of the function do not run")));
        return project.IsInBrowser(function.Module) ? finding.Lowered("it runs in a browser") : finding.ByReach(function.Exposure);
    }
}
