using System.Text.Json;
using Hostile.Cli;
using Hostile.Cli.Commands;
using Hostile.Rules;
using Xunit;

namespace Hostile.Tests.CommandLine;

/// <summary>The commands that answer questions: <c>rules</c>, <c>explain</c> and <c>cleared</c>.</summary>
public sealed class CatalogCommandsTests : IDisposable
{
    private readonly string directory = Disk.RealPath(Directory.CreateTempSubdirectory("hostile-").FullName, out _)!;
    private readonly Console console;

    public CatalogCommandsTests() => console = new() { Directory = directory };

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Rules_lists_every_rule()
    {
        Assert.Equal(ExitCode.Clean, console.Run("rules"));
        Assert.All(Catalog.All, rule => Assert.Contains($"  {rule.Id} ", console.Output));
        Assert.Contains($"{Catalog.All.Length} rules.", console.Output);
    }

    [Fact]
    public void Rules_lists_those_that_speak_of_a_word()
    {
        Assert.Equal(ExitCode.Clean, console.Run("rules", "TRANSACTION/"));
        Assert.Contains("transaction/left-open", console.Output);
        Assert.DoesNotContain("race/", console.Output);
    }

    [Fact]
    public void Rules_for_programs_is_json()
    {
        Assert.Equal(ExitCode.Clean, console.Run("rules", "--format", "json"));
        using var json = JsonDocument.Parse(console.Output);
        Assert.Equal(Catalog.All.Select(rule => rule.Id), json.RootElement.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!));
    }

    [Fact]
    public void Rules_says_that_no_rule_speaks_of_a_word()
    {
        Assert.Equal(ExitCode.CannotRun, console.Run("rules", "spelling"));
        Assert.StartsWith("hostile: no rule speaks of 'spelling'", console.ErrorLine);
    }

    [Theory]
    [InlineData("race/lost-update")]
    [InlineData("lost-update")]
    public void Explain_prints_the_rules_page(string word)
    {
        Assert.Equal(ExitCode.Clean, console.Run("explain", word));
        Assert.Equal(RulePage.Render(Catalog.Find("race/lost-update")!), console.Output);
    }

    [Fact]
    public void Explain_in_colour_changes_no_word()
    {
        console.Run("explain", "lost-update", "--color", "always");
        Assert.Contains("\u001b[", console.Output);
        Assert.Equal(RulePage.Render(Catalog.Find("race/lost-update")!), System.Text.RegularExpressions.Regex.Replace(console.Output, "\u001b\\[[0-9;]*m", ""));
    }

    [Theory]
    [InlineData("hostile: there is no rule 'race/lost-updat', did you mean 'race/lost-update'? (hostile rules lists them)", "race/lost-updat")]
    [InlineData("hostile: there is no rule 'left-opne', did you mean 'left-open'? (hostile rules lists them)", "left-opne")]
    [InlineData("hostile: explain what? Name a rule (hostile rules lists them)")]
    public void Explain_of_no_rule_suggests_one(string said, params string[] words)
    {
        Assert.Equal(ExitCode.CannotRun, console.Run(["explain", .. words]));
        Assert.Equal(said, console.ErrorLine);
    }

    [Fact]
    public void Cleared_says_what_was_let_go_and_why()
    {
        PutProgram();
        Assert.Equal(ExitCode.Clean, console.Run("cleared", "src/a.ts:4"));
        Assert.StartsWith("src/a.ts:4\n", console.Output);
        Assert.Contains("cleared  leak/client-not-released: ", console.Output);
        Assert.DoesNotContain("reported", console.Output);
    }

    [Fact]
    public void Cleared_of_a_whole_file_lists_findings_too()
    {
        PutProgram();
        Assert.Equal(ExitCode.Clean, console.Run("cleared", "src/a.ts"));
        Assert.Contains("cleared  leak/client-not-released: ", console.Output);
        Assert.Contains("reported leak/client-not-released: ", console.Output);
    }

    [Fact]
    public void Cleared_of_a_silenced_place_names_the_comment()
    {
        PutProgram("// hostile-ignore leak/client-not-released -- it ends with the process");
        console.Run("cleared", "src/a.ts");
        Assert.Contains("silenced leak/client-not-released: by src/a.ts:8 (it ends with the process): ", console.Output);
    }

    [Fact]
    public void Cleared_of_a_place_where_nothing_was_examined_names_the_nearest()
    {
        PutProgram();
        Assert.Equal(ExitCode.Clean, console.Run("cleared", "src/a.ts:1:7"));
        Assert.StartsWith("No rule had a candidate at src/a.ts:1: ", console.Output);
        Assert.Contains("The nearest candidates:\nsrc/a.ts:2\n", console.Output);
    }

    [Theory]
    [InlineData("hostile: 'src/b.ts': no such file or directory", "src/b.ts:3")]
    [InlineData("hostile: 'src/a.ts:0' names no line: lines count from 1", "src/a.ts:0")]
    [InlineData("hostile: which place? Name a file, FILE:LINE or a folder")]
    [InlineData("hostile: one place at a time", "src", "src")]
    public void Cleared_of_no_place_says_so(string said, params string[] words)
    {
        PutProgram();
        Assert.Equal(ExitCode.CannotRun, console.Run(["cleared", .. words]));
        Assert.Equal(said, console.ErrorLine);
    }

    private void PutProgram(string comment = "//")
    {
        Directory.CreateDirectory(Path.Combine(directory, "src"));
        File.WriteAllText(Path.Combine(directory, "package.json"), """{ "name": "p", "exports": { "./*": "./*" } }""");
        File.WriteAllText(Path.Combine(directory, "src", "a.ts"), $$"""
            import { Pool } from 'pg';
            const pool = new Pool({ connectionTimeoutMillis: 1, statement_timeout: 1, idle_in_transaction_session_timeout: 1, lock_timeout: 1 });
            export async function good() {
              const client = await pool.connect();
              try { await client.query('SELECT 1'); } finally { client.release(); }
            }
            export async function bad() {
              {{comment}}
              const client = await pool.connect();
              await client.query('SELECT 1');
              client.release();
            }
            """);
    }
}
