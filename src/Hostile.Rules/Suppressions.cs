using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Syntax.Text;

namespace Hostile.Rules;

/// <summary>
/// The comments by which a repository silences a finding: <c>// hostile-ignore race/lost-update -- reason</c>, on the line above or at the end of the line.
/// The reason is required, and one that silences nothing is said: an auditor does not let the audited choose unseen.
/// </summary>
public static class Suppressions
{
    private const string Word = "hostile-ignore";
    private const int MostLinesBetween = 200;

    /// <summary>Whether a file holds the word at all: nearly none does, and of those no comment need be looked at.</summary>
    public static bool MayBeIn(SourceText source) => source.Bytes.Span.IndexOf("hostile-ignore"u8) >= 0;

    /// <summary>Takes the silenced findings out of a judgement.</summary>
    /// <param name="judgement">What the rules say.</param>
    /// <param name="comments">Comments of the audited files, in any order; those that say something else are passed over.</param>
    /// <param name="rules">The rules that ran.</param>
    public static SuppressedJudgement Apply(Judgement judgement, IEnumerable<Place> comments, ImmutableArray<Rule> rules)
    {
        var suppressions = comments.Select(Read).OfType<Suppression>().OrderBy(suppression => suppression.Comment).ToList();
        var byLine = suppressions.Where(suppression => suppression.Reason.Length > 0).ToLookup(suppression => (suppression.Comment.Path, suppression.Line));
        var used = new HashSet<(Place Comment, string Rule)>();
        var silenced = ImmutableArray.CreateBuilder<SilencedFinding>();
        var remaining = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in judgement.Findings)
        {
            var by = byLine[(finding.Place.Path, finding.Place.Line)].FirstOrDefault(suppression => suppression.Rules.Contains(finding.Rule.Id));
            if (by is null)
            {
                remaining.Add(finding);
                continue;
            }

            used.Add((by.Comment, finding.Rule.Id));
            silenced.Add(new(finding, by.Comment, by.Reason));
        }

        return new(
            judgement with { Findings = remaining.ToImmutable() },
            silenced.ToImmutable(),
            [.. suppressions.SelectMany(suppression => Faults(suppression, used, rules))]);
    }

    private static IEnumerable<SuppressionFault> Faults(Suppression suppression, HashSet<(Place, string)> used, ImmutableArray<Rule> rules)
    {
        if (suppression.Rules.IsEmpty)
            yield return new(suppression.Comment, "this hostile-ignore names no rule and silences nothing");
        else if (suppression.Reason.Length == 0)
            yield return new(suppression.Comment, "this hostile-ignore gives no reason (`-- reason`) and silences nothing");
        else
        {
            foreach (var rule in suppression.Rules.Where(rule => !used.Contains((suppression.Comment, rule))))
            {
                if (rules.Any(ran => ran.Id == rule))
                    yield return new(suppression.Comment, $"this hostile-ignore of `{rule}` silences nothing: remove it");
                else if (Catalog.Find(rule) is null)
                    yield return new(suppression.Comment, $"this hostile-ignore names `{rule}`, which is no rule");
            }
        }
    }

    /// <summary>The suppression that a comment is, or null.</summary>
    private static Suppression? Read(Place comment)
    {
        // Nearly every comment is something else: decide on bytes.
        var bytes = comment.Source.Bytes.Span[comment.Span.Start..comment.Span.End];
        if (bytes.Length < 2 || !bytes[2..].TrimStart(" \t\r\n*"u8).StartsWith("hostile-ignore"u8))
            return null;

        var text = comment.Text[2..].TrimStart(' ', '\t', '\r', '\n', '*')[Word.Length..];
        if (text.EndsWith("*/", StringComparison.Ordinal))
            text = text[..^2];
        var dashes = text.IndexOf("--", StringComparison.Ordinal);
        var (rules, reason) = dashes < 0 ? (text, "") : (text[..dashes], text[(dashes + 2)..].Trim());
        // `hostile-ignored …` is a word of somebody else.
        if (rules.Length > 0 && !char.IsWhiteSpace(rules[0]))
            return null;
        return new(comment, LineSpokenOf(comment), [.. rules.Split([',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)], reason);
    }

    /// <summary>The comment's own line when code stands beside it, else the next line that holds more than blanks and comments.</summary>
    private static int LineSpokenOf(Place comment)
    {
        var (source, span) = (comment.Source, comment.Span);
        var bytes = source.Bytes.Span;
        var last = comment.EndLine;
        var end = last < source.Lines.Count ? source.Lines.StartOf(last + 1) : bytes.Length;
        // `{/* … */}` is how a comment stands alone among JSX.
        if (!bytes[source.Lines.StartOf(comment.Line)..span.Start].Trim(" \t{"u8).IsEmpty)
            return comment.Line;
        if (!bytes[span.End..end].Trim(" \t\r\n}"u8).IsEmpty)
            return last;

        // No one stacks more comments than these above a line, and each would walk through all of them.
        var line = last + 1;
        while (line < source.Lines.Count && line - last <= MostLinesBetween && IsBlankOrComment(source, line))
            line++;
        Workers.Step(line - last);
        return line;
    }

    private static bool IsBlankOrComment(SourceText source, int line)
    {
        var text = source.Bytes.Span[source.Lines.StartOf(line)..source.Lines.StartOf(line + 1)].Trim(" \t\r\n"u8);
        return text.IsEmpty || text.StartsWith("//"u8) || text.StartsWith("--"u8) || (text.StartsWith("/*"u8) && text.EndsWith("*/"u8));
    }

    private sealed record Suppression(Place Comment, int Line, ImmutableArray<string> Rules, string Reason);
}

/// <summary>A judgement without what the repository silenced, and that.</summary>
/// <param name="Judgement">What remains.</param>
/// <param name="Silenced">Findings that a comment silenced, in the judgement's order.</param>
/// <param name="Faults">Comments that are not as they should be, by place.</param>
public sealed record SuppressedJudgement(Judgement Judgement, ImmutableArray<SilencedFinding> Silenced, ImmutableArray<SuppressionFault> Faults);

/// <summary>A finding that a comment silenced.</summary>
/// <param name="Finding">What would have been said.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Reason">The reason it gives.</param>
public sealed record SilencedFinding(Finding Finding, Place Comment, string Reason);

/// <summary>A comment that ought to silence and does not.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Text">What is wrong with it, a clause.</param>
public sealed record SuppressionFault(Place Comment, string Text);
