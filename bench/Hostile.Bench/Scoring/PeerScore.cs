using System.Text;
using System.Text.Json;
using Hostile.Model;
using Hostile.Model.Projects;
using Hostile.Rules;

namespace Hostile.Bench.Scoring;

/// <summary>
/// Runs cases of other linters' own test suites and counts where we agree on the lines.
/// The peers report every promise that nobody takes. Our rules ask further: they clear those that provably never reject, and say so. Both questions are scored:
/// "agree" counts the cases where our findings are the peer's, "same fate" those where our answer to the peer's own question is (what becomes of the promise),
/// though the rule then clears some of them.
/// </summary>
internal sealed class PeerScore(string cases, bool details)
{
    /// <summary>The rules of ours that speak of what a peer's rule reports. From peer-suites/README.md; none: there is nothing of ours to compare.</summary>
    private static readonly Dictionary<string, string[]> Ours = new()
    {
        ["@typescript-eslint/no-floating-promises"] = ["rejection/floating-promise"],
        ["@typescript-eslint/no-misused-promises"] = ["rejection/async-callback", "rejection/promise-as-value"],
        ["no-async-promise-executor"] = ["rejection/async-callback"],
        ["@typescript-eslint/await-thenable"] = [],
        ["require-atomic-updates"] = ["race/state-across-await", "race/check-then-await-then-set"],
        ["no-await-in-loop"] = ["parallel/await-in-loop"],
    };

    /// <summary>Prints the counts. Returns what is wrong with the list of deliberate differences.</summary>
    public IReadOnlyList<string> Print(TextWriter output)
    {
        var reasons = Reasons.Load("judgements/peer-differences.md");
        var differences = new List<string>();
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(cases, "cases.json")));

        output.WriteLine($"{"peer's rule",-42}{"cases",7}{"in reach",10}{"agree",7}{"same fate",11}{"on purpose",12}{"unexplained",13}");
        foreach (var group in document.RootElement.EnumerateArray().Where(peer => peer.GetProperty("status").GetString() == "verified").GroupBy(peer => peer.GetProperty("rule").GetString()!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var rules = Ours.GetValueOrDefault(group.Key, []);
            if (!Catalog.All.Any(rule => rules.Contains(rule.Id)))
            {
                output.WriteLine($"{group.Key,-42}{group.Count(),7}{0,10}");
                continue;
            }

            var (agree, sameFate, onPurpose, unexplained) = (0, 0, 0, 0);
            foreach (var peer in group)
            {
                var id = peer.GetProperty("id").GetString()!;
                int[] wanted = [.. peer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Distinct().Order()];
                int[] said = [.. Lines(peer.GetProperty("code").GetString()!, rules)];
                if (wanted.SequenceEqual(said))
                {
                    agree++;
                    continue;
                }

                int[] fates = [.. Fates(peer.GetProperty("code").GetString()!, rules)];
                if (wanted.SequenceEqual(fates))
                {
                    sameFate++;
                    continue;
                }

                differences.Add(id);
                _ = reasons.Explain(id) ? onPurpose++ : unexplained++;
                if (details)
                    output.WriteLine($"  {id}: peer {Shown(wanted)}, we {Shown(said)}, promises that nobody takes {Shown(fates)}");
            }

            output.WriteLine($"{group.Key,-42}{group.Count(),7}{group.Count(),10}{agree,7}{sameFate,11}{onPurpose,12}{unexplained,13}");
        }

        return reasons.Compare(differences);
    }

    private static IEnumerable<int> Lines(string code, string[] rules) =>
        Audited.Of(new MemoryTree(("package.json", """{ "name": "peer", "exports": "./file.ts" }"""), ("file.ts", code))).Findings
            .Where(finding => rules.Contains(finding.Finding.Rule.Id)).Select(finding => finding.Finding.Place.Line).Distinct().Order();

    /// <summary>The lines where the model says that a promise is dropped, or given to somebody who ignores it, whether or not it can reject.</summary>
    private static IEnumerable<int> Fates(string code, string[] rules)
    {
        var model = ModelBuilder.Build([new("file.ts", Encoding.UTF8.GetBytes(code))], (_, _) => null);
        var module = model.Bindings.Modules[0];
        var nodes = rules.SelectMany(rule => rule switch
        {
            "rejection/floating-promise" => model.DroppedPromisesIn(module).Where(dropped => dropped.Form is not Model.Summaries.DropForm.HandlerFails).Select(dropped => dropped.Promise),
            "rejection/async-callback" => model.IgnoredCallbacksIn(module).Select(ignored => ignored.Site),
            "rejection/promise-as-value" => model.PromiseValuesIn(module).Select(value => value.Promise),
            _ => [],
        });
        return nodes.Select(node => model.PlaceOf(node).Line).Distinct().Order();
    }

    private static string Shown(int[] lines) => lines.Length == 0 ? "silent" : string.Join(", ", lines);
}
