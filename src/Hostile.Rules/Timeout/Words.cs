using Hostile.Model.Knowledge;

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
}
