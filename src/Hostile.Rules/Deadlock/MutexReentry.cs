using Hostile.Model;

namespace Hostile.Rules.Deadlock;

/// <summary>Work that holds a lock waits for the same lock, and so for itself.</summary>
public static class MutexReentry
{
    public static readonly Rule Rule = new("deadlock/mutex-reentry")
    {
        Severity = Severity.P1,
        Title = "A lock is taken again by the work that holds it",
        Why = """
            A mutex, a queue of one and a chain of promises know no owner: they let the next one in when the last one is done. Work that waits for its own lock is never done, and
            everybody behind it waits, too.
            """,
        Fix = """
            Take the lock in one place: split the function into one that takes it and one without a lock, and call the latter from work that holds it.
            """,
        Risk = "The first time that the path is taken, everything that the lock protects stops until the process is restarted, without an error.",
        Unseen = "Locks of which there is one a key, limiters that are functions, and two locks that are taken in opposite orders.",
        Bad =
        [
            """
            import { Mutex } from 'async-mutex';
            class Ledger {
              private readonly mutex = new Mutex();
              private total = 0;
              book(amount: number) {
                return this.mutex.runExclusive(async () => { // expect: deadlock/mutex-reentry
                  this.total += amount;
                  await this.flush();
                });
              }
              flush() {
                return this.mutex.runExclusive(async () => {
                  this.total = 0;
                });
              }
            }
            export const ledger = new Ledger();
            """,
        ],
        Good =
        [
            """
            import { Mutex } from 'async-mutex';
            class Ledger {
              private readonly mutex = new Mutex();
              private total = 0;
              book(amount: number) {
                return this.mutex.runExclusive(async () => {
                  this.total += amount;
                  await this.flushAlone();
                });
              }
              flush() {
                return this.mutex.runExclusive(() => this.flushAlone());
              }
              private async flushAlone() {
                this.total = 0;
              }
            }
            export const ledger = new Ledger();
            """,
        ],
        Check = project => project.Reentries.Select(found => Report(project, found)),
    };

    private static Finding Report(ProjectModel project, Model.Summaries.Reentry found)
    {
        var place = project.PlaceOf(found.Outer);
        var function = project.FunctionAround(found.Outer)!;
        var finding = Rule.At(place, $"the work under `{found.Lock}` takes it again in line {project.PlaceOf(found.Inner).Line}, and waits for itself",
            [
                .. function.Exposure.Steps(Side.Only),
                new(place, $"takes `{found.Lock}` for the work"),
                .. found.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`, and waits")),
                new(project.PlaceOf(found.Inner), $"waits for `{found.Lock}`, which the work itself holds: neither ever goes on"),
            ]).ByUse(function);
        return found.Condition.Exists ? finding with { Evidence = Evidence.Likely, Assumption = $"it comes by the condition in line {project.PlaceOf(found.Condition).Line}" } : finding;
    }
}
