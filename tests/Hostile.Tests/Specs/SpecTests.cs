using Xunit;

namespace Hostile.Tests.Specs;

/// <summary>Runs every heading of every page. `UPDATE=1` writes the snapshots anew.</summary>
public sealed class SpecTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Headings =>
        SpecPage.All.Where(IsWanted).SelectMany(page => page.Cases.Select(spec => new TheoryDataRow<string, string>(page.Path, spec.Heading)
        {
            TestDisplayName = $"{Path.GetFileNameWithoutExtension(page.Path)}: {spec.Heading}",
        }));

    /// <summary>All pages, or those that the variable <c>PAGES</c> names: <c>PAGES=LostUpdate,Deadlock</c>.</summary>
    private static bool IsWanted(SpecPage page) =>
        Environment.GetEnvironmentVariable("PAGES") is not { Length: > 0 } pages || pages.Split(',').Contains(Path.GetFileNameWithoutExtension(page.Path));

    [Theory]
    [MemberData(nameof(Headings))]
    public void Spec(string page, string heading)
    {
        var problems = SpecRun.Problems(SpecPage.Read(page), heading, update: Environment.GetEnvironmentVariable("UPDATE") == "1");
        if (problems.Count > 0)
            Assert.Fail($"{page} “{heading}”\n  {string.Join("\n  ", problems)}");
    }
}
