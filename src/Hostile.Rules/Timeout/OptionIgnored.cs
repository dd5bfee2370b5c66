using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Timeout;

/// <summary>An option is written where the library does not read it.</summary>
public static class OptionIgnored
{
    public static readonly Rule Rule = new("timeout/option-ignored")
    {
        Severity = Severity.P2,
        Title = "An option stands where the library does not read it",
        Why = """
            A key that the library does not know at that place is as good as absent: no error, no warning, and no timeout. Whoever reads the code believes in a bound, a retry
            or a limit that is not there.
            """,
        Fix = """
            Write the option under the name and at the level that the library reads, and see it work once: ask the server (`SHOW statement_timeout`), or let one request hang.
            """,
        Risk = "The protection is missing on the day it is needed, and everybody was sure that it was there.",
        Unseen = "Options of libraries of which we have no knowledge file, and keys that were never seen to be ignored.",
        Bad =
        [
            """
            import { Queue } from 'bullmq';
            export const queue = new Queue('mails', { connection: { host: 'redis' }, attempts: 3 }); // expect: timeout/option-ignored
            """,
        ],
        Good =
        [
            """
            import { Queue } from 'bullmq';
            export const queue = new Queue('mails', { connection: { host: 'redis' }, defaultJobOptions: { attempts: 3 } });
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var mistake in project.OptionMistakes)
        {
            if (mistake.Kind is not (OptionMistakeKind.Ignored or OptionMistakeKind.Alone))
                continue;
            var place = project.PlaceOf(mistake.Place);
            if (mistake.Cleared is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var isIgnored = mistake.Kind is OptionMistakeKind.Ignored;
            var finding = Rule.At(place, isIgnored ? $"`{mistake.Name}` is not read by the library here" : $"`{mistake.Name}` does nothing without `{mistake.Other}`",
                new(place, $"says `{mistake.Name}`"),
                new(project.PlaceOf(mistake.Call), isIgnored
                    ? mistake.Other.Length > 0 ? $"the library reads `{mistake.Other}`, and not this" : "the library reads no such option"
                    : $"the library looks at it only when `{mistake.Other}` says more than one try, and nothing says it")) with
            {
                Repair = mistake.Other.Length > 0 ? isIgnored ? $"Write it as `{mistake.Other}`." : $"Say `{mistake.Other}`, too." : Rule.Fix,
            };
            yield return finding;
        }
    }
}
