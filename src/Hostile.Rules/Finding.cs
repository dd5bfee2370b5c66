using System.Collections.Immutable;
using Hostile.Model;

namespace Hostile.Rules;

/// <summary>What a rule says of a place it examined: a <see cref="Finding"/>, or a <see cref="Cleared"/> candidate with the reason it is no fault.</summary>
public abstract record Verdict
{
    private protected Verdict(Rule rule, Place place) => (Rule, Place) = (rule, place);

    public Rule Rule { get; }

    /// <summary>Where the fault, or the cleared candidate, begins.</summary>
    public Place Place { get; }
}

/// <summary>A fault at a place, with the trace that shows how it goes wrong. Made by <see cref="Rule.At"/>; details are added with <c>with</c>.</summary>
public sealed record Finding : Verdict
{
    internal Finding(Rule rule, Place place, string message, ImmutableArray<Step> trace)
        : base(rule, place)
    {
        Message = message;
        Trace = trace;
        Severity = rule.Severity;
        Repair = rule.Fix;
    }

    /// <summary>What is wrong at this very place: one sentence, no full stop.</summary>
    public string Message { get; init; }

    /// <summary>How it goes wrong, step by step in time. Never empty; a race has steps of side A and of side B.</summary>
    public ImmutableArray<Step> Trace { get; init; }

    /// <summary>Impact after every step up or down; <see cref="SeverityReasons"/> names the steps.</summary>
    public Severity Severity { get; init; }

    /// <summary>Why the severity is not the rule's base, one clause a step; empty when it is.</summary>
    public ImmutableArray<string> SeverityReasons { get; init; } = [];

    public Evidence Evidence { get; init; } = Evidence.Certain;

    /// <summary>The one thing that must hold for a <see cref="Evidence.Likely"/> finding to be a bug; null for the others.</summary>
    public string? Assumption { get; init; }

    /// <summary>What to change, as an instruction, here.</summary>
    public string Repair { get; init; }

    /// <summary>The repaired code of this place, ready to be shown; null when words say it better.</summary>
    public string? RepairCode { get; init; }

    /// <summary>What it costs in production, here; null to use the rule's.</summary>
    public string? Risk { get; init; }

    /// <summary>Whether money is on the path, and how we know (table, column, API); null when not.</summary>
    public string? Money { get; init; }

    /// <summary>What findings of one rule have in common, such as the function whose promise all of them drop: a report may tell them together. Null when each stands for itself.</summary>
    public Place? Cause { get; init; }

    /// <summary>The same finding, <paramref name="steps"/> severities graver (at most P0), with the reason on record.</summary>
    public Finding Raised(string reason, int steps = 1) => Moved(-steps, reason);

    /// <summary>A hazard is nothing to drop other work for: what the code does not show decides whether it is a fault at all, so it is at most P2.</summary>
    public Finding ByEvidence() =>
        Evidence is Evidence.Hazard && Severity < Severity.P2 ? Lowered("a hazard: what the code does not show decides whether it is a fault", (int)Severity.P2 - (int)Severity) : this;

    /// <summary>The same finding, <paramref name="steps"/> severities milder (at least P3), with the reason on record.</summary>
    public Finding Lowered(string reason, int steps = 1) => Moved(steps, reason);

    /// <summary>The same finding with the severity that a configuration chose, with the reason on record.</summary>
    public Finding Set(Severity severity, string reason) => Moved((int)severity - (int)Severity, reason);

    private Finding Moved(int by, string reason)
    {
        var moved = (Severity)Math.Clamp((int)Severity + by, (int)Severity.P0, (int)Severity.P3);
        return moved == Severity ? this : this with { Severity = moved, SeverityReasons = SeverityReasons.Add($"{Severity} → {moved}: {reason}") };
    }
}

/// <summary>A candidate that a rule examined and let go, with the reason in one line, e.g. <c>UNIQUE (key) on idempotency_keys (db/001.sql:12)</c>.</summary>
public sealed record Cleared : Verdict
{
    internal Cleared(Rule rule, Place place, string reason)
        : base(rule, place) => Reason = reason;

    public string Reason { get; }
}
