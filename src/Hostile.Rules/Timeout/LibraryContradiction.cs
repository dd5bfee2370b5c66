using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Timeout;

/// <summary>Options or arguments that a library refuses, reads as something else, or that undo one another.</summary>
public static class LibraryContradiction
{
    public static readonly Rule Rule = new("timeout/library-contradiction")
    {
        Severity = Severity.P1,
        Title = "Options that the library refuses, or that undo one another",
        Why = """
            Some combinations cannot work: a queue's worker waits on the server for its next job, so a bound on commands ends every wait; a blocking pop under such a bound is
            given up by the client while the server still owes it an element, and the next element is lost; a time longer than a timer can hold is no time at all.
            """,
        Fix = """
            Give blocking commands a connection of their own, without a bound on commands and with `maxRetriesPerRequest: null`. Write times as numbers, in the library's unit and range.
            """,
        Risk = "Jobs are not taken or get lost, the process throws when it starts, or a timeout fires at once.",
        Unseen = "Combinations of libraries of which we have no knowledge file, and values that are known only when the program runs.",
        Bad =
        [
            """
            import Redis from 'ioredis';
            const redis = new Redis('redis://queue', { commandTimeout: 1000 });
            export async function next() {
              return redis.blpop('jobs', 0); // expect: timeout/library-contradiction
            }
            """,
        ],
        Good =
        [
            """
            import Redis from 'ioredis';
            const redis = new Redis('redis://queue', { commandTimeout: 10_000 });
            export async function next() {
              return redis.blpop('jobs', 5);
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var mistake in project.OptionMistakes)
        {
            if (mistake.Kind is OptionMistakeKind.Ignored or OptionMistakeKind.Alone)
                continue;
            var place = project.PlaceOf(mistake.Place);
            if (mistake.Cleared is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var finding = Rule.At(place, Message(mistake),
                [
                    .. mistake.Cause.Exists ? [new Step(project.PlaceOf(mistake.Cause), CauseOf(mistake))] : Array.Empty<Step>(),
                    new(place, Consequence(mistake)),
                ]);
            yield return finding;
        }
    }

    private static string Message(OptionMistake mistake) => mistake.Kind switch
    {
        OptionMistakeKind.CutShort => $"`{mistake.Name}` is read as the number {mistake.Other}, in milliseconds",
        OptionMistakeKind.Refused => $"the library refuses `{mistake.Name}`",
        OptionMistakeKind.Unfit => $"the library throws: what is given as `{mistake.Name}` must be made with `{mistake.Other}`",
        OptionMistakeKind.Undone => $"`{mistake.Other}` ends the commands by which the library waits on this connection",
        OptionMistakeKind.BlocksLonger => $"`{mistake.Name}` waits longer than `{mistake.Other}` of its client allows",
        _ => $"`{mistake.Name}` is given more milliseconds than a timer holds, and fires at once",
    };

    private static string CauseOf(OptionMistake mistake) => mistake.Kind switch
    {
        OptionMistakeKind.Unfit => $"made without `{mistake.Other}`",
        _ => $"bounds every command: `{mistake.Other}`",
    };

    private static string Consequence(OptionMistake mistake) => mistake.Kind switch
    {
        OptionMistakeKind.CutShort => $"only the number that the text begins with is read: {mistake.Other} milliseconds",
        OptionMistakeKind.Refused => "it knows no such key here, and throws when the object is made or first used",
        OptionMistakeKind.Unfit => "throws as soon as it is given",
        OptionMistakeKind.Undone => "every wait for the next job ends with an error, and no job is taken",
        OptionMistakeKind.BlocksLonger => "the client gives up while the server still holds the command; the element that comes next is taken for it, and lost",
        _ => "it does not fit 32 bits: the timer is set to 1 ms",
    };
}
