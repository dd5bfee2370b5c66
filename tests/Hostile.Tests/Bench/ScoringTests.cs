using Hostile.Bench.Scoring;
using Xunit;

namespace Hostile.Tests.Bench;

/// <summary>The scales we weigh ourselves on.</summary>
public sealed class ScoringTests
{
    private const string Difference = """
        --- a/x.ts
        +++ b/x.ts
        @@ -10,2 +10,5 @@ function a() {
        @@ -20 +22,0 @@
        @@ -30,0 +33,3 @@
        """;

    [Theory]
    [InlineData(1, 5, 1, 5)]
    [InlineData(10, 11, 10, 14)]
    [InlineData(8, 11, 8, 14)]
    [InlineData(11, 13, 10, 16)]
    [InlineData(15, 16, 18, 19)]
    [InlineData(25, 26, 27, 28)]
    [InlineData(25, 31, 27, 36)]
    [InlineData(31, 40, 36, 45)]
    public void Lines_are_followed_through_a_difference(int first, int last, int newFirst, int newLast) =>
        Assert.Equal((newFirst, newLast), new LineMoves(Difference).Of(first, last));

    [Fact]
    public void Lines_stay_where_nothing_changed() =>
        Assert.Equal((3, 7), new LineMoves("").Of(3, 7));

    [Fact]
    public void A_reason_that_lacks_and_one_that_is_stale_are_told()
    {
        var reasons = Reasons.Parse("list.md", "# Misses\n\nProse - with: colons.\n\n- outline-04: the lock is in a helper\n- old-01: fixed since\n");
        Assert.Equal(["no reason in list.md: new-02", "no longer a difference, strike it from list.md: old-01"], reasons.Compare(["outline-04", "new-02"]));
    }

    [Fact]
    public void Kinds_name_rules_and_whole_categories()
    {
        Assert.True(Bug("lost-update").IsMeantBy("race/lost-update"));
        Assert.False(Bug("lost-update").IsMeantBy("race/check-then-insert"));
        Assert.True(Bug("resource-leak").IsMeantBy("leak/anything"));
        Assert.True(Bug("missing-timeout-pg").IsMeantBy("timeout/postgres-pool"));
        Assert.False(Bug("missing-timeout-redis").IsMeantBy("timeout/postgres-pool"));
        Assert.False(Bug("unheard-of").IsMeantBy("race/lost-update"));
    }

    private static RealBug Bug(string kind) => new("id", "owner/name", "a.ts", "1", "2", [(1, 2)], kind, null);
}
