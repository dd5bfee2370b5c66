using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>A file is looked for, and then written or removed because of the answer.</summary>
public static class FileCheckThenUse
{
    public static readonly Rule Rule = new("race/file-check-then-use")
    {
        Severity = Severity.P2,
        Title = "A file is checked first and used afterwards",
        OffByDefault = true,
        Why = """
            Between the check and the use another request or process creates, fills or removes the file. What the check said is then no longer true: a file is overwritten that was not
            there, a directory is removed with what came into it.
            Off by default: a generator that writes the same file again whoever comes first is the more frequent case in real code, and does no harm.
            """,
        Fix = """
            Do it and see whether it worked: open with the flag `wx` and handle EEXIST; remove a directory with `rmdir`, which refuses one that is not empty.
            """,
        Risk = "Files that somebody else has just written are overwritten or removed.",
        Unseen = "Checks that throw, and paths that are made in different ways.",
        Bad =
        [
            """
            import { readdir, rm } from 'node:fs/promises';
            export async function cleanUp(directory: string) {
              const entries = await readdir(directory);
              if (entries.length === 0) {
                await rm(directory, { recursive: true }); // expect: race/file-check-then-use
              }
            }
            """,
        ],
        Good =
        [
            """
            import { rmdir } from 'node:fs/promises';
            export async function cleanUp(directory: string) {
              await rmdir(directory).catch(() => {});
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsAsync),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var race in function.StoreRaces)
        {
            if (race.Second.Kind is not StoreKind.File)
                continue;
            var place = function.PlaceOf(race.Second.Call);
            if (race.Protection is { } protection)
            {
                yield return Rule.Clear(place, protection);
                continue;
            }

            if (ProjectModel.ServesTests(function.Module) || function.Exposure.Kind is StartKind.Start or StartKind.None || function.Project.IsForTools(function.Module))
            {
                yield return Rule.Clear(place, "only tests, scripts and the start of the process do it: nobody else is there");
                continue;
            }

            var path = race.Second.Key.Text;
            var removes = race.Kind is StoreRaceKind.EmptyThenRemove;
            yield return (Rule.At(place, removes ? $"what comes into `{path}` after it was found empty is removed with it" : $"`{path}` may have been written since it was looked for, and is overwritten",
                [
                    .. function.Exposure.Steps(Side.A),
                    new(function.PlaceOf(race.First.Call), removes ? $"finds `{path}` empty" : $"looks for `{path}`", Side.A),
                    new(function.PlaceOf(race.First.Call), removes ? "another request, or process, puts a file there" : "looks for it, too, and writes it", Side.B),
                    new(place, removes ? "removes the directory with the file in it" : "writes it: what the other one wrote is gone", Side.A),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = removes ? $"something is put into `{path}` at the same time" : $"`{function.Name}` runs twice at the same time for the same path",
            }).ByUse(function);
        }
    }
}
