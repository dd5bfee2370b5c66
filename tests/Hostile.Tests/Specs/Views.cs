using System.Text;
using Hostile.Rules;

namespace Hostile.Tests.Specs;

/// <summary>How a result looks as text in a snapshot fence.</summary>
public static class Views
{
    /// <summary>The view of a kind of fence, or null when there is none yet.</summary>
    public static string? Render(string kind, Judgement judgement) => kind switch
    {
        "trace" => Trace(judgement),
        _ => null,
    };

    /// <summary>Each finding with the steps that show how it goes wrong.</summary>
    private static string Trace(Judgement judgement)
    {
        var text = new StringBuilder();
        foreach (var finding in judgement.Findings)
        {
            text.Append($"{finding.Place} {finding.Rule.Id} {finding.Severity} {finding.Evidence.ToString().ToLowerInvariant()}: {finding.Message}\n");
            foreach (var reason in finding.SeverityReasons)
                text.Append($"  {reason}\n");
            if (finding.Assumption is { } assumption)
                text.Append($"  if {assumption}\n");
            foreach (var step in finding.Trace)
                text.Append($"  {(step.Side == Side.Only ? "" : step.Side + " ")}{step.Place}: {step.Text}\n");
        }

        return text.ToString();
    }
}
