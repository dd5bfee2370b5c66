using System.Diagnostics;
using System.Text.Json;
using Hostile.Syntax.Sql;

namespace Hostile.Bench.Oracles;

/// <summary>
/// Compares our reading of SQL with PostgreSQL's grammar: acceptance, kind of each statement, tables referred to, and what decides a race (equality columns, columns written, conflict target, row lock). Reads the lines that
/// <c>bench/oracles/sql/oracle.mjs</c> prints; every difference is printed, then the counts.
/// </summary>
internal static class SqlOracle
{
    /// <summary>The share of statements whose facts must be alike: what is left is listed in <c>bench/oracles/sql/DIFFERENCES.md</c>.</summary>
    private const double LeastAlike = 0.99;

    private const int Rounds = 20;

    private const int ParsesInRound = 10;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [var path])
        {
            Console.Error.WriteLine("usage: sql-oracle LINES.jsonl   (node bench/oracles/sql/oracle.mjs PATH… > LINES.jsonl)");
            return 2;
        }

        var (accepted, same, onlyOurs, rejected, holes, holesRead, facts, sameFacts) = (0, 0, 0, 0, 0, 0, 0, 0);
        var texts = new List<(SqlText Text, double Peer)>();
        foreach (var line in File.ReadLines(path))
        {
            using var record = JsonDocument.Parse(line);
            var text = record.RootElement.GetProperty("text").GetString()!;
            var tree = SqlParser.Parse(SqlText.Of(text));
            if (!record.RootElement.GetProperty("accepted").GetBoolean())
            {
                rejected++;
                onlyOurs += tree.Errors.IsEmpty ? 1 : 0;
                if (tree.Errors.IsEmpty && !tree.Statements.Any(s => s is UnknownStatement))
                    Show("only here: " + record.RootElement.GetProperty("message").GetString(), record.RootElement, text);
                continue;
            }

            accepted++;
            texts.Add((SqlText.Of(text), record.RootElement.GetProperty("micros").GetDouble()));
            var difference = Difference(tree, record.RootElement);
            if (difference is null)
                same++;
            else
                Show(difference, record.RootElement, text);

            var differing = SqlFacts.Compare(tree, record.RootElement, out var compared);
            facts += compared;
            sameFacts += compared - differing.Count;
            foreach (var told in differing)
                Show(told, record.RootElement, text);

            if (!record.RootElement.TryGetProperty("pieces", out var pieces) || pieces.GetArrayLength() < 2)
                continue;
            holes++;
            var template = SqlText.FromPieces([.. pieces.EnumerateArray().Select(p => p.GetString()!)]);
            var withHoles = SqlParser.Parse(template);
            if (withHoles.Errors.IsEmpty)
                holesRead++;
            else
                Show("holes: " + withHoles.Errors[0].Message, record.RootElement, template.ToString());
        }

        Console.WriteLine($"accepted by PostgreSQL {accepted}, same here {same} ({100.0 * same / Math.Max(1, accepted):F2} %); "
            + $"templates {holes}, read with holes {holesRead}; rejected by PostgreSQL {rejected}, of them without an error here {onlyOurs}");
        Console.WriteLine($"statements whose equality columns, writes, conflict target and lock were compared {facts}, alike {sameFacts} ({100.0 * sameFacts / Math.Max(1, facts):F2} %)");
        Console.WriteLine(Speed(texts));
        return same == accepted && sameFacts >= LeastAlike * facts ? 0 : 1;
    }

    /// <summary>How long a typical statement takes: the median over all of them of each one's best round, on one thread, trees dropped; beside it PostgreSQL's own parser as WebAssembly, in the same way.</summary>
    private static string Speed(List<(SqlText Text, double Peer)> statements)
    {
        var times = statements.ConvertAll(statement => (Ours: Best(statement.Text), statement.Peer, statement.Text.ToString().Length));
        var ours = Median(times.Select(time => time.Ours));
        var peer = Median(times.Select(time => time.Peer));
        return $"a typical statement ({Median(times.Select(time => (double)time.Length)):F0} characters) parsed in {ours:F2} µs (libpg-query as WebAssembly: {peer:F1} µs, {peer / ours:F1} times as long); "
            + $"all {times.Count} in {times.Sum(time => time.Ours) / 1000:F1} ms (libpg-query: {times.Sum(time => time.Peer) / 1000:F1} ms)";
    }

    /// <summary>Microseconds for one parse of the text: the best of some rounds, each long enough for the clock.</summary>
    private static double Best(SqlText text)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var time = 0; time < ParsesInRound; time++)
                _ = SqlParser.Parse(text);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / ParsesInRound);
        }

        return best;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }

    private static void Show(string difference, JsonElement record, string text) =>
        Console.WriteLine($"{difference}\n  {record.GetProperty("source").GetString()}\n  {(text.Length > 600 ? text[..600] + "…" : text).ReplaceLineEndings("\n  ").Trim()}");

    private static string? Difference(SqlTree tree, JsonElement record)
    {
        if (!tree.Errors.IsEmpty)
            return $"error: {tree.Errors[0].Message} at {tree.Errors[0].Span}";

        var kinds = record.GetProperty("kind").GetString()!.Split(' ');
        if (kinds.Length != tree.Statements.Length)
            return $"statements: {kinds.Length} expected, {tree.Statements.Length} here";
        for (var i = 0; i < kinds.Length; i++)
        {
            if (!SqlOracleKinds.Match(tree.Statements[i], kinds[i]))
                return $"kind: {kinds[i]} expected, {tree.Statements[i].GetType().Name} here";
        }

        // Statements of which only the first words are read name no tables; PL/pgSQL and SQL bodies are text on both sides.
        if (tree.Statements.Any(s => s.Descendants().Any(SqlOracleKinds.IsOpaque)))
            return null;
        var expected = record.GetProperty("tables").EnumerateArray().Select(t => t.GetString()!).Order(StringComparer.Ordinal).ToArray();
        var actual = tree.Statements.SelectMany(SqlOracleKinds.Tables).Distinct().Order(StringComparer.Ordinal).ToArray();
        return expected.SequenceEqual(actual) ? null : $"tables: [{string.Join(", ", expected)}] expected, [{string.Join(", ", actual)}] here";
    }
}
