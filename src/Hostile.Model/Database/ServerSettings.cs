using System.Collections.Immutable;
using Hostile.Model.Knowledge;

namespace Hostile.Model.Database;

/// <summary>PostgreSQL's own bounds on waits (PostgreSQL 15, "Client Connection Defaults"): they may be set in the startup packet, by URL, per session, or per role.</summary>
public static class ServerSettings
{
    /// <summary>The settings and what they bound. <c>statement_timeout</c> covers waiting for locks, too.</summary>
    public static ImmutableArray<(Wait Wait, string Setting)> All { get; } =
    [
        (Wait.Statement, "statement_timeout"),
        (Wait.Lock, "lock_timeout"),
        (Wait.IdleInTransaction, "idle_in_transaction_session_timeout"),
    ];

    /// <summary>Reports whether a value that a setting is given bounds anything: 0 and DEFAULT do not.</summary>
    public static bool Bounds(QueryValue? value) => value is not null && !(value is { Source: ValueSource.Constant, Text: { } text } && text.Trim('\'').TrimStart('0') is "" or "ms" or "s" or "min");
}
