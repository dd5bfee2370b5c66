using System.Collections.Immutable;
using Hostile.Model;

namespace Hostile.Rules;

/// <summary>Runs rules over a model and puts their verdicts in order. Same model, same result, on any number of threads.</summary>
public static class Engine
{
    /// <summary>Every rule's verdicts, findings by severity and place, cleared candidates by place.</summary>
    public static Judgement Run(ProjectModel model, ImmutableArray<Rule> rules)
    {
        var outcomes = new Outcome[rules.Length];
        model.Workers.Each(rules.Length, i => outcomes[i] = Run(model, rules[i]));

        var verdicts = outcomes.SelectMany(outcome => outcome.Verdicts).ToList();
        var findings = Precedence.Apply(verdicts.OfType<Finding>())
            .OrderBy(finding => finding.Severity).ThenBy(finding => finding.Evidence)
            .ThenBy(finding => finding.Place).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal);
        var cleared = verdicts.OfType<Cleared>()
            .OrderBy(candidate => candidate.Place).ThenBy(candidate => candidate.Rule.Id, StringComparer.Ordinal)
            .Distinct();
        return new([.. findings], [.. cleared], [.. outcomes.Where(outcome => outcome.Failure is not null).Select(outcome => outcome.Failure!)]);
    }

    private static Outcome Run(ProjectModel model, Rule rule)
    {
        var verdicts = new List<Verdict>();
        try
        {
            verdicts.AddRange(rule.Check(model));
            return new(verdicts, null);
        }
#pragma warning disable CA1031 // A rule that throws is our own bug: it is reported under the rule's id and must not lose the rest of the audit.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new(verdicts, new(rule.Id, $"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    private sealed record Outcome(List<Verdict> Verdicts, RuleFailure? Failure);
}

/// <summary>What the rules say of a model.</summary>
/// <param name="Findings">By severity, evidence, place and rule.</param>
/// <param name="Cleared">By place and rule.</param>
/// <param name="Failures">Rules that threw: our own bugs.</param>
public sealed record Judgement(ImmutableArray<Finding> Findings, ImmutableArray<Cleared> Cleared, ImmutableArray<RuleFailure> Failures);

/// <summary>A rule that threw.</summary>
public sealed record RuleFailure(string Rule, string Message);
