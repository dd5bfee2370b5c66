using System.Globalization;
using System.Text;
using Hostile.Model;
using Hostile.Model.Summaries;
using Hostile.Syntax.TypeScript;
using Hostile.Tests.House;
using Hostile.Tests.Specs;
using Xunit;

namespace Hostile.Tests.Types;

/// <summary>
/// What becomes of a promise: small programs with the lines that typescript-eslint reports of them. Our rules ask one question more, whether it can reject at all;
/// either answer counts, the one before that question or the one after it.
/// </summary>
public sealed class PeerProgramsTests
{
    [Fact]
    public void The_promises_that_nobody_takes_are_those_that_the_typed_linter_reports()
    {
        var differences = new List<string>();
        var programs = Repository.Read("tests/Hostile.Tests/Types/Peers/programs.txt").Split("--- ")[1..];
        foreach (var program in programs)
        {
            var end = program.IndexOf('\n', StringComparison.Ordinal);
            var words = program[..end].Split(' ');
            var wanted = words[1..].Select(word => int.Parse(word, CultureInfo.InvariantCulture));
            var model = ModelBuilder.Build([new("file.ts", Encoding.UTF8.GetBytes(program[(end + 1)..]))], (_, _) => null);
            var ours = Nodes(model, words[0]).Select(node => model.PlaceOf(node).Line).Distinct().Order();
            if (!wanted.SequenceEqual(ours) && !wanted.SequenceEqual(Reported(program[(end + 1)..], words[0])))
                differences.Add($"{program}\nours: {string.Join(' ', ours)}");
        }

        Assert.Equal(89, programs.Length);
        Assert.Empty(differences);
    }

    private static IEnumerable<int> Reported(string program, string rule)
    {
        string[] rules = rule is "no-floating-promises" ? ["rejection/floating-promise"] : ["rejection/async-callback", "rejection/promise-as-value"];
        return Analysis.Judge(new Dictionary<string, string> { ["package.json"] = """{ "name": "peer", "exports": "./file.ts" }""", ["file.ts"] = program }).Findings
            .Where(finding => rules.Contains(finding.Rule.Id)).Select(finding => finding.Place.Line).Distinct().Order();
    }

    private static IEnumerable<SyntaxNode> Nodes(ProjectModel model, string rule)
    {
        var module = model.Bindings.Modules[0];
        return rule is "no-floating-promises"
            ? model.DroppedPromisesIn(module).Where(dropped => dropped.Form is not DropForm.HandlerFails).Select(dropped => dropped.Promise)
            : model.IgnoredCallbacksIn(module).Select(ignored => ignored.Site).Concat(model.PromiseValuesIn(module).Select(value => value.Promise));
    }
}
