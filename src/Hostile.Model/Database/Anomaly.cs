namespace Hostile.Model.Database;

/// <summary>What two executions of one transaction can do to each other, by the names of the literature.</summary>
public enum Anomaly
{
    /// <summary>A row that was read is written by both (P4).</summary>
    LostUpdate,

    /// <summary>Rows that were read are written, each by another one (G2-item): two members leave a team that must keep one.</summary>
    WriteSkew,

    /// <summary>Rows are added to what was read or counted (G2): a check for absence, a limit, a set that is replaced.</summary>
    Phantom,
}

/// <summary>
/// Which anomalies PostgreSQL permits at a level. Source: Martin Kleppmann's Hermitage, the tables for PostgreSQL (github.com/ept/hermitage), and run on PostgreSQL 15.18:
/// at REPEATABLE READ the second writer of a row gets 40001, but two counts, and two deletions of an empty set, see nothing of each other; at SERIALIZABLE one of the two gets 40001,
/// provided that both are SERIALIZABLE. READ UNCOMMITTED is READ COMMITTED.
/// </summary>
public static class Isolation
{
    /// <summary>Whether a level lets the anomaly happen; one that is not known may be any, and is given the benefit of the doubt.</summary>
    public static bool Permits(IsolationLevel? level, Anomaly anomaly) => level switch
    {
        IsolationLevel.Serializable or IsolationLevel.Unknown => false,
        IsolationLevel.RepeatableRead => anomaly is not Anomaly.LostUpdate,
        _ => true,
    };

    /// <summary>The level as SQL writes it.</summary>
    public static string NameOf(IsolationLevel level) => level switch
    {
        IsolationLevel.Serializable => "SERIALIZABLE",
        IsolationLevel.RepeatableRead => "REPEATABLE READ",
        IsolationLevel.ReadUncommitted => "READ UNCOMMITTED",
        IsolationLevel.ReadCommitted => "READ COMMITTED",
        _ => "a level that is not known here",
    };
}
