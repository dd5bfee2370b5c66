using Hostile.Cli.Commands;
using Xunit;

namespace Hostile.Tests.CommandLine;

/// <summary>Same input, same bytes, on any number of threads: invariant 7.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("text")]
    public void One_thread_or_many_write_the_same_bytes(string format)
    {
        var first = Audit(format, 1);
        Assert.NotEmpty(first);
        foreach (var threads in new[] { 1, 2, 8, 8 })
            Assert.Equal(first, Audit(format, threads));
    }

    [Fact]
    public void Two_hundred_files_that_use_one_another_are_judged_alike_on_any_number_of_threads()
    {
        var directory = Directory.CreateTempSubdirectory("hostile-").FullName;
        try
        {
            for (var i = 0; i < 200; i++)
                File.WriteAllText(Path.Combine(directory, $"f{i}.ts"), Program(i));
            var first = Audit("json", 1, directory, out var firstExit);

            Assert.Equal(ExitCode.Findings, firstExit);
            foreach (var threads in new[] { 1, 2, 2, 8, 8, 8 })
            {
                Assert.Equal(first, Audit("json", threads, directory, out var exit));
                Assert.Equal(firstExit, exit);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>One of many files: its pool and its wrapper come from others, others call its functions, and it has faults of its own.</summary>
    private static string Program(int i) => $$"""
        import { Pool } from 'pg';
        import { run{{(i + 1) % 200}}, total as other } from './f{{(i + 1) % 200}}';
        export * from './f{{(i + 7) % 200}}';
        export const pool = new Pool();
        export let total = 0;
        export async function run{{i}}(sql: string, values: unknown[] = []) { return pool.query(sql, values); }
        export async function add{{i}}(id: string) {
          const before = total;
          await run{{(i + 1) % 200}}('SELECT a FROM t{{i % 9}} WHERE id = $1', [id]);
          total = before + other;
          const { rows } = await pool.query('SELECT n FROM t{{i % 9}} WHERE id = $1', [id]);
          if (rows.length === 0) await pool.query('INSERT INTO t{{i % 9}} (id, n) VALUES ($1, 1)', [id]);
          else await pool.query('UPDATE t{{i % 9}} SET n = $1 WHERE id = $2', [rows[0].n + 1, id]);
          add{{i}}(id);
          const client = await pool.connect();
          await client.query('BEGIN');
          await client.query('COMMIT');
          client.release();
        }
        """;

    private static byte[] Audit(string format, int threads) => Audit(format, threads, Path.Combine(House.Repository.Root, "samples", "publishing-platform"), out _);

    private static byte[] Audit(string format, int threads, string directory, out ExitCode exit)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hostile-{Guid.NewGuid():N}.out");
        try
        {
            var output = new StringWriter();
            exit = Cli.Commands.CommandLine.Run(["audit", directory, "--format", format, "-o", file, "--threads", $"{threads}", "--no-progress", "--date", "2026-01-01"], new() { Output = output, Error = output, CurrentDirectory = Path.GetTempPath() }, CancellationToken.None);
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
