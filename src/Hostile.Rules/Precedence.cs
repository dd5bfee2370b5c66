using System.Collections.Immutable;

namespace Hostile.Rules;

/// <summary>One defect, one finding: where two rules fit the same place, the more specific one speaks.</summary>
public static class Precedence
{
    /// <summary>Pairs of rule ids; the first silences the second at the same place.</summary>
    public static ImmutableArray<(string Specific, string General)> Table { get; } =
    [
        ("deadlock/advisory-lock-session", "deadlock/lock-release-lost"),
        ("deadlock/self-wait", "transaction/outer-client-inside"),
        ("deadlock/throw-between-acquire-and-try", "leak/lock-not-released"),
        ("iteration/data-listener-async", "rejection/async-callback"),
        ("iteration/generator-without-cleanup", "leak/timer-not-cleared"),
        ("race/check-then-await-then-set", "race/state-across-await"),
        ("race/idempotency-without-unique", "race/check-then-insert"),
        ("race/idempotency-without-unique", "race/idempotency-swallows-retry"),
        ("race/lost-update", "race/check-then-update"),
        ("race/publish-before-ready", "race/check-then-await-then-set"),
        ("race/read-before-lock", "race/check-then-insert"),
        ("race/read-before-lock", "race/check-then-update"),
        ("race/read-before-lock", "race/lost-update"),
        ("race/stale-fill", "race/cache-stampede"),
        ("race/timeout-vs-commit", "abort/race-loser-runs-on"),
        ("transaction/left-open", "leak/client-not-released"),
        ("transaction/begin-on-pool", "transaction/left-open"),
        ("transaction/use-after-end", "rejection/async-callback"),
        ("transaction/use-after-end", "rejection/floating-promise"),
    ];

    /// <summary>Pairs of rule ids; a finding of the first whose trace has a step at the place of one of the second has said it.</summary>
    public static ImmutableArray<(string Teller, string Told)> Tellers { get; } =
    [
        ("timeout/http-call", "timeout/option-ignored"),
        ("timeout/postgres-pool", "timeout/option-ignored"),
        ("timeout/redis-client", "timeout/option-ignored"),
    ];

    /// <summary>The findings that remain when, at each place, the general ones have given way to the specific ones, and those that another tells to it.</summary>
    public static IEnumerable<Finding> Apply(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        var spoken = all.Select(finding => (finding.Rule.Id, finding.Place.Path, finding.Place.Span)).ToHashSet();
        var told = all.Where(finding => Tellers.Any(pair => pair.Teller == finding.Rule.Id)).SelectMany(finding => finding.Trace.Select(step => (finding.Rule.Id, step.Place.Path, step.Place.Span))).ToHashSet();
        return all.Where(finding => !Table.Any(pair => pair.General == finding.Rule.Id && spoken.Contains((pair.Specific, finding.Place.Path, finding.Place.Span)))
            && !Tellers.Any(pair => pair.Told == finding.Rule.Id && told.Contains((pair.Teller, finding.Place.Path, finding.Place.Span))));
    }
}
