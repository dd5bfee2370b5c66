using Xunit;

namespace Hostile.Tests.Specs;

/// <summary>Runs every heading of every page. `UPDATE=1` writes the snapshots anew.</summary>
public sealed class SpecTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Headings =>
        SpecPage.All.SelectMany(page => page.Cases.Select(spec => new TheoryDataRow<string, string>(page.Path, spec.Heading)
        {
            TestDisplayName = $"{Path.GetFileNameWithoutExtension(page.Path)}: {spec.Heading}",
        }));

    [Theory]
    [MemberData(nameof(Headings))]
    public void Spec(string page, string heading)
    {
        var problems = SpecRun.Problems(SpecPage.Read(page), heading, update: Environment.GetEnvironmentVariable("UPDATE") == "1");
        if (problems.Count > 0)
            Assert.Fail($"{page} “{heading}”\n  {string.Join("\n  ", problems)}");
    }
}
