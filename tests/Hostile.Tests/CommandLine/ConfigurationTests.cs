using Hostile.Cli;
using Hostile.Cli.Commands;
using Hostile.Cli.Config;
using Hostile.Tests.Reports;
using NJsonSchema;
using Xunit;

namespace Hostile.Tests.CommandLine;

/// <summary><c>hostile.json</c> on real directories: what it changes, that nothing vanishes unseen, and that a mistake in it has a line.</summary>
public sealed class ConfigurationTests : IDisposable
{
    /// <summary>A lost update across an await, P1.</summary>
    private const string Faulty = """
        let total = 0;
        export async function add(read: () => Promise<number>) {
          total = total + (await read());
        }
        """;

    private readonly string directory = Disk.RealPath(Directory.CreateTempSubdirectory("hostile-").FullName, out _)!;

    public ConfigurationTests()
    {
        Put("package.json", """{ "name": "p", "exports": { "./*": "./*" } }""");
        Put("src/a.ts", Faulty);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Without_it_the_finding_fails_the_run() => Assert.Equal(ExitCode.Findings, Audit().Code);

    [Theory]
    [InlineData("""{ "rules": { "race/state-across-await": "off" } }""")]
    [InlineData("""{ "rules": { "race/*": "off" } }""")]
    [InlineData("""{ "rules": { "*": "off", } /* a comment */ }""")]
    [InlineData("""{ "rules": { "race/state-across-await": { "severity": "off", "reason": "one writer" } } }""")]
    [InlineData("""{ "rules": { "race/*": "P0" }, "overrides": [{ "paths": ["src"], "rules": { "race/*": "off" } }] }""")]
    [InlineData("""{ "overrides": [{ "paths": ["src/{a,b}.ts"], "rules": { "race/*": "off" } }], "rules": { "race/*": "P0" } }""")]
    [InlineData("""{ "overrides": [{ "paths": ["**/*.ts"], "rules": { "race/*": "on" } }, { "paths": ["./src/"], "rules": { "race/*": "off" } }] }""")]
    public void A_rule_that_is_off_fails_nothing_and_the_report_lists_what_it_would_have_said(string configuration)
    {
        Put("hostile.json", configuration);
        var (code, console) = Audit();
        Assert.Equal(ExitCode.Clean, code);
        Assert.Contains("1 finding silenced by the repository", console.Output);
        var report = File.ReadAllText(In("report.md"));
        Assert.Contains("`hostile.json:1`", report);
        Assert.Contains(configuration.Contains("reason", StringComparison.Ordinal) ? "`one writer`" : "`no reason given`", report);
    }

    [Theory]
    [InlineData("""{ "overrides": [{ "paths": ["scripts/**"], "rules": { "race/*": "off" } }] }""")]
    [InlineData("""{ "rules": { "race/lost-update": "off" } }""")]
    [InlineData("""{ "rules": { "race/*": "off", "race/state-across-await": "on" } }""")]
    public void A_setting_of_something_else_changes_nothing(string configuration)
    {
        Put("hostile.json", configuration);
        Assert.Equal(ExitCode.Findings, Audit().Code);
    }

    [Fact]
    public void A_severity_that_is_set_is_in_the_report_with_the_line_that_set_it()
    {
        Put("hostile.json", "{\n  \"rules\": {\n    \"race/*\": { \"severity\": \"P3\", \"reason\": \"a toy\" }\n  }\n}");
        Assert.Equal(ExitCode.Clean, Audit().Code);
        var report = File.ReadAllText(In("report.md"));
        Assert.Contains("P1 → P3", report);
        Assert.Contains("hostile.json:3: a toy", report);
    }

    [Theory]
    [InlineData("""{ "gate": { "severity": "P0" } }""", ExitCode.Clean)]
    [InlineData("""{ "gate": { "severity": "none" } }""", ExitCode.Clean)]
    [InlineData("""{ "gate": { "evidence": "proven" } }""", ExitCode.Clean)]
    [InlineData("""{ "gate": { "severity": "P3" } }""", ExitCode.Findings)]
    public void The_gate_is_configured(string configuration, ExitCode expected)
    {
        Put("hostile.json", configuration);
        Assert.Equal(expected, Audit().Code);
    }

    [Fact]
    public void The_command_line_goes_before_the_configured_gate()
    {
        Put("hostile.json", """{ "gate": { "severity": "none" } }""");
        Assert.Equal(ExitCode.Findings, Audit("--fail-on", "P1").Code);
    }

    [Fact]
    public void The_file_of_the_workspace_goes_before_the_repository_s_and_no_config_before_both()
    {
        Put(".git/HEAD", "");
        Put("hostile.json", """{ "rules": { "*": "P1" } }""");
        Put("apps/one/package.json", """{ "name": "one", "exports": { "./*": "./*" } }""");
        Put("apps/one/hostile.json", """{ "rules": { "*": "off" } }""");
        Put("apps/one/src/a.ts", Faulty);
        Put("other.json", """{ "rules": { "*": "P3" } }""");

        Assert.Equal(ExitCode.Findings, Audit("src").Code);
        Assert.Equal(ExitCode.Findings, Audit("--no-config", "src").Code);
        Assert.Equal(ExitCode.Clean, Audit("--config", "other.json", "src").Code);
        Assert.Equal(ExitCode.Clean, Audit("--config", "apps/one/hostile.json", "apps/one").Code);
    }

    [Theory]
    [InlineData("--config", "nowhere.json", "hostile: --config 'nowhere.json': no such file")]
    [InlineData("--config", "/etc/hostname", "hostile: --config '/etc/hostname' is outside of the repository, and the paths in it would mean nothing")]
    public void A_named_file_that_is_none_cannot_run(string option, string file, string said)
    {
        var (code, console) = Audit(option, file);
        Assert.Equal(ExitCode.CannotRun, code);
        Assert.Equal(said, console.ErrorLine);
    }

    [Theory]
    [InlineData("{\n  \"rule\": {}\n}", "hostile.json:2: unknown key 'rule', did you mean 'rules'? (known here: $schema, rules, overrides, models, gate)")]
    [InlineData("""{ "rules": { "race/lost-updates": "off" } }""", "hostile.json:1: there is no rule 'race/lost-updates', did you mean 'race/lost-update'? (hostile rules lists them)")]
    [InlineData("""{ "rules": { "race/lost-update": "of" } }""", "hostile.json:1: the severity of 'race/lost-update' must be one of off, on, P0, P1, P2, P3, not 'of', did you mean 'off'?")]
    [InlineData("""{ "rules": { "race/lost-update": 3 } }""", "hostile.json:1: the severity of 'race/lost-update' must be one of off, on, P0, P1, P2, P3")]
    [InlineData("""{ "rules": { "race/lost-update": { "reason": "x" } } }""", "hostile.json:1: the setting of 'race/lost-update' has no \"severity\" (off, on, P0, P1, P2, P3)")]
    [InlineData("""{ "rules": [] }""", "hostile.json:1: \"rules\" must be an object, e.g. { \"race/lost-update\": \"P2\" }")]
    [InlineData("""{ "overrides": [{ "rules": {} }] }""", "hostile.json:1: this override has no \"paths\": say where it holds, e.g. \"paths\": [\"scripts/**\"]")]
    [InlineData("""{ "overrides": [{ "paths": ["../x"], "rules": {} }] }""", "hostile.json:1: '../x' leads out of the repository")]
    [InlineData("""{ "gate": { "severity": "P4" } }""", "hostile.json:1: the gate's severity must be one of P0, P1, P2, P3, none, not 'P4', did you mean 'P0'?")]
    [InlineData("""{ "gate": {}, "gate": {} }""", "hostile.json:1: the key 'gate' stands here twice")]
    [InlineData("[]", "hostile.json:1: the configuration must be an object")]
    [InlineData("{\n\"rules\" 1}", "hostile.json:2: broken JSON: '1' is invalid after a property name. Expected a ':'")]
    [InlineData("", "hostile.json:1: broken JSON: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true")]
    public void A_mistake_is_told_with_its_line_and_the_rest_is_done(string configuration, string said)
    {
        Put("hostile.json", configuration);
        var (code, console) = Audit();
        Assert.Equal(ExitCode.CannotRun, code);
        Assert.Contains($"hostile: {said}", console.Error.Split('\n'));
        Assert.Contains("race/state-across-await", File.ReadAllText(In("report.md")));
    }

    [Fact]
    public void Deep_nesting_and_bad_bytes_are_mistakes_too()
    {
        foreach (var bytes in new[] { [.. Enumerable.Repeat((byte)'[', 100_000)], "{ \"rules\": { \"\xff\": \"off\" } }"u8.ToArray(), [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D] })
        {
            File.WriteAllBytes(In("hostile.json"), bytes);
            Assert.Equal(ExitCode.CannotRun, Audit().Code);
        }
    }

    [Theory]
    [InlineData("""{ "$schema": "x", "rules": { "race/*": "off", "race/lost-update": { "severity": "P2", "reason": "r" } }, "overrides": [{ "paths": ["a/**"], "rules": { "*": "on" } }], "models": ["hostile.d.ts"], "gate": { "severity": "none", "evidence": "certain" } }""", true)]
    [InlineData("""{ "rule": {} }""", false)]
    [InlineData("""{ "rules": { "race/lost-updates": "off" } }""", false)]
    [InlineData("""{ "rules": { "race/lost-update": "of" } }""", false)]
    [InlineData("""{ "rules": { "race/lost-update": { "reason": "x" } } }""", false)]
    [InlineData("""{ "overrides": [{ "rules": {} }] }""", false)]
    [InlineData("""{ "gate": { "severity": "P4" } }""", false)]
    public async Task The_schema_says_what_the_reader_says(string configuration, bool good)
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigurationSchema.Render(), TestContext.Current.CancellationToken);
        Assert.Equal(good, !Schemas.Faults(schema, configuration).Any());
        Put("hostile.json", configuration);
        Assert.Equal(good, Audit("--fail-on", "none").Code == ExitCode.Clean);
    }

    private (ExitCode Code, Console Console) Audit(params string[] words)
    {
        var console = new Console { Directory = directory };
        return (console.Run(["audit", .. words]), console);
    }

    private string In(string path) => Path.Combine(directory, path);

    private void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }
}
