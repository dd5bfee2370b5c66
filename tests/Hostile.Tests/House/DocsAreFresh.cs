using Hostile.Cli.Reports;
using Xunit;

namespace Hostile.Tests.House;

/// <summary>What is made from the rules says what the rules say.</summary>
public sealed class DocsAreFresh
{
    [Fact]
    public void Pages_of_rules_and_the_table_in_the_README_are_up_to_date()
    {
        var stale = Docs.Update(Repository.Root, write: false);
        Assert.True(stale.Count == 0, $"stale: {string.Join(", ", stale)}; run `dotnet run dev.cs -- docs`");
    }
}
