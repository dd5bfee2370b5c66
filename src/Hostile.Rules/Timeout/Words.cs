using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Timeout;

/// <summary>How findings call the waits.</summary>
internal static class Words
{
    public static string Of(Wait wait) => wait switch
    {
        Wait.Connect => "connecting and waiting for a connection",
        Wait.Acquire => "waiting for a free connection",
        Wait.Statement => "statements",
        Wait.Query => "answers",
        Wait.Lock => "waiting for locks",
        Wait.IdleInTransaction => "idle transactions",
        Wait.Command => "commands",
        Wait.Reconnect => "commands that wait for a lost connection",
        Wait.Socket => "a silent connection",
        _ => wait.ToString().ToLowerInvariant(),
    };

    extension(Finding finding)
    {
        /// <summary>To know only, where nobody waits behind the object: a run that ends, a server on the same machine. Milder where one call makes it and closes it.</summary>
        public Finding ByReach(Reach reach, BoundedWaits bounds) =>
            reach.Kind is ReachKind.OneRun ? finding.Lowered(reach.Reason) with { Evidence = Evidence.Hazard, Assumption = null }
            : bounds.Host is "localhost" or "127.0.0.1" or "::1" or "[::1]" ? finding.Lowered("it connects to this machine only") with { Evidence = Evidence.Hazard, Assumption = null }
            : reach.Kind is ReachKind.OneCall ? finding.Lowered(reach.Reason)
            : finding;
    }
}
