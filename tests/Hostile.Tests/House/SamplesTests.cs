using Hostile.Tests.Specs;
using Xunit;

namespace Hostile.Tests.House;

/// <summary>The samples are what the README audits: each is a whole program with its expectations in its lines.</summary>
public sealed class SamplesTests
{
    [Theory]
    [InlineData("publishing-platform")]
    [InlineData("publishing-platform-fixed")]
    public void Every_marker_can_be_read(string sample)
    {
        var problems = new List<Problem>();
        Assert.NotEmpty(Sources(sample).SelectMany(file => Marker.Read(file.Key, file.Value, problems)).ToList());
        Assert.Empty(problems);
    }

    [Fact]
    public void The_repaired_twin_expects_no_finding() =>
        Assert.DoesNotContain(Sources("publishing-platform-fixed").SelectMany(file => Marker.Read(file.Key, file.Value, [])), marker => marker.Kind is MarkerKind.Expect or MarkerKind.Noise);

    [Theory]
    [InlineData("publishing-platform")]
    [InlineData("publishing-platform-fixed")]
    public void What_is_reported_is_what_is_marked(string sample)
    {
        var problems = Expectations.Compare(Sources(sample), Analysis.Judge(Sources(sample))).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static Dictionary<string, string> Sources(string sample) =>
        Repository.Files($"samples/{sample}", "*").ToDictionary(path => path[$"samples/{sample}/".Length..], Repository.Read);
}
