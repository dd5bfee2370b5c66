using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>A step's short name: its number in time, and whose it is, e.g. <c>2</c> or <c>B2</c>.</summary>
public static class StepLabel
{
    /// <summary>The label of the step at an index of the trace.</summary>
    public static string Of(Finding finding, int index) =>
        $"{finding.Trace[index].Side switch { Side.A => "A", Side.B => "B", _ => "" }}{index + 1}";

    /// <summary>What to write at a place that several steps share: a line for each text, equal texts once.</summary>
    /// <param name="finding">Whose trace it is.</param>
    /// <param name="steps">Indexes into the trace, in time.</param>
    public static IEnumerable<string> Describe(Finding finding, IEnumerable<int> steps) => steps
        .GroupBy(index => finding.Trace[index].Text, StringComparer.Ordinal)
        .Select(same => $"{string.Join(", ", same.Select(index => Of(finding, index)))}: {Words.OneLine(same.Key)}");
}
