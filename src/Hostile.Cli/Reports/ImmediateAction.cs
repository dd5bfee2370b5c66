using System.Collections.Immutable;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>One thing to do that settles several findings: those of one rule.</summary>
/// <param name="Rule">The cause.</param>
/// <param name="Instruction">What to do: what all of them ask for, or the rule's general advice.</param>
/// <param name="Settles">The findings, gravest first.</param>
public sealed record ImmediateAction(Rule Rule, string Instruction, ImmutableArray<ReportedFinding> Settles)
{
    /// <summary>How soon: as the gravest of its findings asks.</summary>
    public Severity Severity => Settles[0].Finding.Severity;

    /// <summary>The actions that settle these findings, gravest first, then those that settle most.</summary>
    public static ImmutableArray<ImmediateAction> Of(IEnumerable<ReportedFinding> findings) =>
    [
        .. findings.GroupBy(finding => finding.Finding.Rule.Id, StringComparer.Ordinal)
            .Select(cause => Of(cause.First().Finding.Rule, [.. cause]))
            .OrderBy(action => action.Severity).ThenByDescending(action => action.Settles.Length).ThenBy(action => action.Rule.Id, StringComparer.Ordinal),
    ];

    private static ImmediateAction Of(Rule rule, ImmutableArray<ReportedFinding> findings)
    {
        var repairs = findings.Select(finding => finding.Finding.Repair).Distinct(StringComparer.Ordinal).ToList();
        return new(rule, repairs.Count == 1 ? repairs[0] : rule.Fix, findings);
    }
}
