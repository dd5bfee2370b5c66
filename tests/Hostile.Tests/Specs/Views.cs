using System.Text;
using Hostile.Model;
using Hostile.Model.Flow;
using Hostile.Rules;
using Hostile.Syntax.TypeScript;

namespace Hostile.Tests.Specs;

/// <summary>How a result looks as text in a snapshot fence.</summary>
public static class Views
{
    /// <summary>The view of a kind of fence, or null when there is none yet.</summary>
    public static string? Render(string kind, ProjectModel model, Judgement judgement) => kind switch
    {
        "cfg" => Flow(model),
        "trace" => Trace(judgement),
        _ => null,
    };

    /// <summary>The control flow of each function; top levels that only declare are left out.</summary>
    private static string Flow(ProjectModel model)
    {
        var text = new StringBuilder();
        foreach (var function in model.Functions.Where(function => !function.Node.Is(SyntaxKind.SourceFile) || Does(function)))
            text.Append($"{function}\n{(function.Flow is { } graph ? FlowText.Of(graph) : "(too large)\n")}");
        return text.ToString();
    }

    private static bool Does(FunctionModel topLevel) =>
        topLevel.Flow?.Points.Any(point => point.Op is not (FlowOp.Entry or FlowOp.Returns or FlowOp.Throws or FlowOp.Closure or FlowOp.Write)) == true;

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
