using System.Collections.Immutable;
using Hostile.Model;

namespace Hostile.Rules;

/// <summary>Says in plain words what findings say in PostgreSQL's, where the program's pools are made for another server.</summary>
internal static class ServerWords
{
    /// <summary>PostgreSQL's words, longer ones first, and what they mean anywhere.</summary>
    private static readonly ImmutableArray<(string Word, string Plain)> Table =
    [
        (" with 40P01 (deadlock_detected)", ", as a deadlock"),
        ("with 23505 (unique_violation)", "with a duplicate key"),
        ("with 23505", "with a duplicate key"),
        (" (23505)", ""),
        ("nsert with `ON CONFLICT … DO NOTHING` (or DO UPDATE)", "nsert so that what is there already is left as it is, or updated"),
        ("nsert with `ON CONFLICT … DO NOTHING`", "nsert so that what is there already is left as it is"),
        (" and `ON CONFLICT`", " and an insertion that leaves what is there already"),
        (" (pg's own default)", ""),
    ];

    extension(Finding finding)
    {
        /// <summary>The same finding, in words that hold for the server of the program.</summary>
        public Finding ForServerOf(ProjectModel project) => project.Bindings.ModuleAt(finding.Place.Path) is not { } module || !project.IsOnOtherServer(module) ? finding : finding with
        {
            Message = Plain(finding.Message),
            Trace = [.. finding.Trace.Select(step => step with { Text = Plain(step.Text) })],
            Repair = Plain(finding.Repair),
            Risk = Plain(finding.Risk ?? finding.Rule.Risk),
            Assumption = finding.Assumption is { } assumption ? Plain(assumption) : null,
            SeverityReasons = [.. finding.SeverityReasons.Select(Plain)],
        };
    }

    private static string Plain(string text)
    {
        foreach (var (word, plain) in Table)
            text = text.Replace(word, plain, StringComparison.Ordinal);
        return text;
    }
}
