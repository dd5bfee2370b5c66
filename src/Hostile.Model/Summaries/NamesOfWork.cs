using Hostile.Model.Database;

namespace Hostile.Model.Summaries;

/// <summary>Tells, by the words of their names, collections of what is under way, keys of which each stands for something that comes and goes, and functions that connect to something.</summary>
internal static class NamesOfWork
{
    private static readonly string[] UnderWay = ["pending", "inflight", "running", "ongoing", "outstanding", "processing", "polling", "clearing", "scheduled", "executing", "fetching", "loading", "syncing", "sending", "setting", "busy"];

    private static readonly string[] Passing = ["execution", "request", "session", "run", "job", "message", "stream", "transaction", "conversation", "chat", "upload", "event"];

    /// <summary>"pendingAcks", "running", "countInFlight": what is in it has not ended, or the name is not true.</summary>
    public static bool IsOfWork(string collection)
    {
        var words = Money.WordsOf(collection.TrimStart('#')).ToList();
        return words.Exists(word => UnderWay.Contains(word)) || words.Zip(words.Skip(1)).Any(pair => pair is ("in", "flight") or ("in", "progress") or ("under", "way"));
    }

    /// <summary>"executionId", "sessionKey": there are as many as ever came.</summary>
    public static bool IsOfPassing(string key) => Money.WordsOf(key).ToList() is [.., var what, "id" or "key" or "uuid" or "token"] ? Passing.Contains(what) : key is "nonce" or "token";

    /// <summary>"connect", "createSearchClient", "openConnection".</summary>
    public static bool IsOfConnecting(string function) => Money.WordsOf(function).ToList() is ["connect"] or ["create" or "connect" or "open", .., "client" or "connection"];
}
