using System.Collections.Immutable;
using Hostile.Bench.Growth;
using Hostile.Cli.Commands;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Model.Projects;
using Hostile.Rules;
using Xunit;

namespace Hostile.Tests.Robustness;

/// <summary>Programs made to cost more than they should: every audit ends with a report, and the work grows as the program does. Work is counted in steps, for a clock says more of the machine.</summary>
public sealed class HostileProgramTests
{
    /// <summary>Twice the program may take this many times the steps: linear, and a little for logarithms.</summary>
    private const double Growth = 2.5;

    /// <summary>Steps that a program of any size may take.</summary>
    private const long Ground = 20_000;

    public static TheoryData<string> Names => [.. HostileProgram.All.Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_audit_ends_with_a_report_and_its_work_grows_as_the_program_does(string name)
    {
        var program = HostileProgram.All.Single(program => program.Name == name);
        // What doubles with each piece would not end at its full size; the others only need to show how they grow.
        var size = program.Size <= 100 ? program.Size : program.Size / 8;
        var (report, once) = Audit(program.Make(size), 2);
        var (_, twice) = Audit(program.Make(2 * size), 2);

        Assert.Empty(report.Failures);
        Assert.NotEqual(0, report.Facts.Extent.Files);
        Assert.True(twice <= (Growth * once) + Ground, $"{name}: {once} steps for {size}, {twice} for {2 * size}");
    }

    [Fact]
    public void Names_of_hostile_programs_are_not_used_twice() => Assert.Equal(HostileProgram.All.Count, HostileProgram.All.Select(program => program.Name).Distinct().Count());

    [Fact]
    public void Work_is_counted_alike_on_any_number_of_threads()
    {
        var tree = HostileProgram.All.Single(program => program.Name == "findings").Make(40);
        var one = Audit(tree, 1).Steps;

        Assert.NotEqual(0, one);
        Assert.InRange(Audit(tree, 8).Steps, one * 0.9, one * 1.1);
    }

    [Fact]
    public void A_walk_that_would_not_end_is_stopped_by_an_interruption()
    {
        using var interruption = new CancellationTokenSource();
        var any = Catalog.All[0];
        var endless = new Rule("race/endless")
        {
            Severity = any.Severity,
            Title = any.Title,
            Why = any.Why,
            Fix = any.Fix,
            Risk = any.Risk,
            Unseen = any.Unseen,
            Bad = [],
            Good = [],
            Check = model =>
            {
                interruption.Cancel();
                // As many as take minutes: only the walk itself can notice.
                foreach (var function in Enumerable.Repeat(model.Functions.First(function => function.Flow is not null), 100_000_000))
                    function.Flow!.ReachableFrom(0);
                return [];
            },
        };
        var tree = new MemoryTree(("src/main.ts", "export async function f() { await 1; }\n"));

        Assert.Throws<OperationCanceledException>(() => Auditor.Run(tree, Request([endless]), Progress.Silent(), new Workers(2, interruption.Token)));
    }

    private static (AuditReport Report, long Steps) Audit(ISourceTree tree, int threads)
    {
        var workers = new Workers(threads);
        return (Auditor.Run(tree, Request(Catalog.All), Progress.Silent(), workers), workers.Steps);
    }

    private static AuditRequest Request(ImmutableArray<Rule> rules) => new()
    {
        Files = new(),
        Facts = new() { Project = "hostile", Scope = "all", Version = "", Extent = default, Rules = [] },
        Rules = rules,
    };
}
