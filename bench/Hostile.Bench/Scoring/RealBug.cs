using System.Collections.Immutable;
using System.Text.Json;

namespace Hostile.Bench.Scoring;

/// <summary>A bug that real maintainers fixed, or correct code that looks like one, as <c>real-bugs/*.jsonl</c> states it.</summary>
/// <param name="Before">The commit with the bug; for correct code, its commit.</param>
/// <param name="After">The commit that repairs it; null for correct code.</param>
/// <param name="Lines">Ranges of lines of the file at <paramref name="Before"/>, counting from 1.</param>
/// <param name="Note">What is still wrong after the repair; a report there is no false alarm. Null when nothing is.</param>
public sealed record RealBug(string Id, string Repository, string File, string Before, string? After, ImmutableArray<(int First, int Last)> Lines, string Kind, string? Note)
{
    /// <summary>How far from the stated lines a report may stand.</summary>
    public const int Slack = 3;

    /// <summary>The rules that speak of a kind of bug; <c>leak/*</c> is every rule of the category. From real-bugs/README.md, and the rules that say the same of a closer kind: a promise that is returned out of its <c>try</c>, taken for its value, a throw in a callback, an array within the array that is waited for, an async executor.</summary>
    private static readonly Dictionary<string, string[]> RulesByKind = new()
    {
        ["floating-promise"] = ["rejection/floating-promise", "rejection/late-await", "rejection/async-callback", "transaction/use-after-end", "rejection/throw-in-callback", "rejection/query-never-runs", "parallel/all-of-wrong-iterable"],
        ["missing-await"] = ["rejection/floating-promise", "rejection/late-await", "rejection/async-callback", "transaction/use-after-end", "rejection/return-without-await", "rejection/promise-as-value", "rejection/query-never-runs", "parallel/all-of-wrong-iterable"],
        ["forEach-async"] = ["rejection/async-callback"],
        ["check-then-act"] = ["race/check-then-insert", "race/delete-then-insert", "race/idempotency-without-unique", "race/check-then-update", "race/limit-check", "race/redis-check-then-set", "race/file-check-then-use"],
        ["lost-update"] = ["race/lost-update", "race/stale-entity-save", "race/limit-check"],
        ["in-memory-race"] = ["race/state-across-await", "race/check-then-await-then-set", "race/cache-stampede", "race/stale-fill", "race/overlapping-interval", "race/request-in-shared-field"],
        ["cache-stampede"] = ["race/state-across-await", "race/check-then-await-then-set", "race/cache-stampede", "race/stale-fill", "race/overlapping-interval"],
        ["unhandled-error-event"] = ["rejection/emitter-without-error-listener", "rejection/stream-pipe"],
        ["outer-client-in-tx"] = ["transaction/outer-client-inside", "transaction/use-after-end", "deadlock/nested-acquire", "deadlock/self-wait"],
        ["tx-escapes-callback"] = ["transaction/outer-client-inside", "transaction/use-after-end", "deadlock/nested-acquire", "deadlock/self-wait"],
        ["missing-transaction"] = ["transaction/missing"],
        ["promise-all-in-transaction"] = ["transaction/parallel-on-client"],
        ["io-in-transaction"] = ["transaction/remote-call-inside", "transaction/side-effect-before-commit"],
        ["publish-before-commit"] = ["transaction/remote-call-inside", "transaction/side-effect-before-commit"],
        ["client-not-released"] = ["leak/client-not-released", "transaction/left-open", "deadlock/lock-release-lost", "leak/*"],
        ["lock-not-released"] = ["leak/client-not-released", "transaction/left-open", "deadlock/lock-release-lost", "leak/*"],
        ["resource-leak"] = ["leak/client-not-released", "transaction/left-open", "deadlock/lock-release-lost", "leak/*"],
        ["timer-leak"] = ["leak/timer-not-cleared", "leak/listener-accumulates", "leak/tracked-forever", "abort/race-timer-kept", "abort/abort-listener-kept"],
        ["listener-leak"] = ["leak/timer-not-cleared", "leak/listener-accumulates", "leak/tracked-forever", "abort/race-timer-kept", "abort/abort-listener-kept"],
        ["promise-race-timer"] = ["leak/timer-not-cleared", "leak/listener-accumulates", "leak/tracked-forever", "abort/race-timer-kept", "abort/abort-listener-kept"],
        ["promise-race-leak"] = ["leak/timer-not-cleared", "leak/listener-accumulates", "leak/tracked-forever", "abort/race-timer-kept", "abort/abort-listener-kept", "leak/race-on-long-lived"],
        ["missing-timeout-pg"] = ["timeout/postgres-*"],
        ["missing-timeout-redis"] = ["timeout/redis-*"],
        ["missing-timeout-fetch"] = ["timeout/fetch*", "timeout/http*"],
        ["promise-never-settles"] = ["timeout/never-settles", "timeout/unbounded-wait", "timeout/shutdown", "rejection/async-callback"],
        ["shutdown-waits-forever"] = ["timeout/unbounded-wait", "timeout/shutdown"],
        ["promise-all-needs-allSettled"] = ["parallel/all-without-isolation", "parallel/unbounded-fan-out"],
        ["unbounded-fanout"] = ["parallel/all-without-isolation", "parallel/unbounded-fan-out", "parallel/pool-exhaustion"],
        ["deadlock-lock-order"] = ["deadlock/*"],
        ["advisory-lock-misuse"] = ["deadlock/*"],
        ["abort-misuse"] = ["abort/*"],
        ["async-generator-no-cleanup"] = ["iteration/*"],
    };

    /// <summary>Whether a rule speaks of this kind of bug.</summary>
    public bool IsMeantBy(string rule) => RulesByKind.TryGetValue(Kind, out var rules)
        && rules.Any(pattern => pattern.EndsWith('*') ? rule.StartsWith(pattern[..^1], StringComparison.Ordinal) : rule == pattern);

    /// <summary>The cases of a file of lines of JSON.</summary>
    public static IEnumerable<RealBug> Load(string path) => System.IO.File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        var bug = document.RootElement;
        var twin = bug.TryGetProperty("commit", out var commit);
        return new RealBug(Text("id"), Text("repo"), Text("file"), twin ? commit.GetString()! : Text("parent_commit"), twin ? null : Text("fix_commit"),
            Ranges(bug.GetProperty("lines")), Text("kind"), bug.TryGetProperty("after_note", out var note) ? note.GetString() : null);

        string Text(string name) => bug.GetProperty(name).GetString()!;
    });

    /// <summary><c>[[16, 19], [28, 30]]</c>, or for a single range <c>[47, 58]</c>.</summary>
    private static ImmutableArray<(int First, int Last)> Ranges(JsonElement lines) => lines[0].ValueKind == JsonValueKind.Array
        ? [.. lines.EnumerateArray().Select(range => (range[0].GetInt32(), range[1].GetInt32()))]
        : [(lines[0].GetInt32(), lines[1].GetInt32())];
}
