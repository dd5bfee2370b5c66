using System.Text.Json;
using Hostile.Bench.Oracles;
using Hostile.Syntax.Sql;
using Hostile.Tests.House;
using Xunit;

namespace Hostile.Tests.Sql;

/// <summary>
/// What PostgreSQL's own grammar answered about the statements of <c>bench/oracles/sql</c>: the frozen sample of a long check
/// over whole repositories and PostgreSQL's regression tests (<c>sql-oracle</c> in the bench).
/// </summary>
public sealed class PostgresAnswersTests
{
    private sealed record Answer(string Text, bool Accepted, string[] Kinds, string[] Tables);

    private static readonly string[] Lines = Repository.Read("tests/Hostile.Tests/Sql/postgres-answers.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static readonly Answer[] Answers = [.. Lines.Select(Read)];

    public static IEnumerable<string> Texts => Answers.Select(a => a.Text);

    [Fact]
    public void What_PostgreSQL_accepts_is_accepted_as_the_same_statements_on_the_same_tables()
    {
        var accepted = Answers.Where(a => a.Accepted).ToArray();
        Assert.True(accepted.Length > 100);
        Assert.All(accepted, answer =>
        {
            var tree = SqlParser.Parse(SqlText.Of(answer.Text));
            Assert.Empty(tree.Errors);
            Assert.Equal(answer.Kinds.Length, tree.Statements.Length);
            Assert.All(tree.Statements.Zip(answer.Kinds), pair => Assert.True(SqlOracleKinds.Match(pair.First, pair.Second), $"{pair.First.GetType().Name} for {pair.Second}: {answer.Text}"));
            if (!tree.Statements.Any(s => s.Descendants().Any(SqlOracleKinds.IsOpaque)))
                Assert.Equal(answer.Tables, tree.Statements.SelectMany(SqlOracleKinds.Tables).Distinct().Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void What_decides_a_race_in_them_is_read_as_PostgreSQL_reads_it()
    {
        var all = 0;
        foreach (var line in Lines)
        {
            using var record = JsonDocument.Parse(line);
            var differing = SqlFacts.Compare(SqlParser.Parse(SqlText.Of(record.RootElement.GetProperty("text").GetString()!)), record.RootElement, out var compared);
            all += compared;
            Assert.Empty(differing);
        }

        Assert.True(all > 25);
    }

    [Fact]
    public void What_PostgreSQL_rejects_in_the_sample_is_an_error_here_too()
    {
        var rejected = Answers.Where(a => !a.Accepted).ToArray();
        Assert.NotEmpty(rejected);
        Assert.All(rejected, answer => Assert.True(SqlParser.Parse(SqlText.Of(answer.Text)).Errors.Length > 0, answer.Text));
    }

    private static Answer Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var isAccepted = root.GetProperty("accepted").GetBoolean();
        return new(
            root.GetProperty("text").GetString()!,
            isAccepted,
            isAccepted ? root.GetProperty("kind").GetString()!.Split(' ') : [],
            isAccepted ? [.. root.GetProperty("tables").EnumerateArray().Select(t => t.GetString()!).Order(StringComparer.Ordinal)] : []);
    }
}
