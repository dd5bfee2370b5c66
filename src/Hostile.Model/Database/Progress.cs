namespace Hostile.Model.Database;

/// <summary>Tells, by the words of their names, columns that say how far a job has come: two that go on from the same mark do the same work, and neither loses what the other counted.</summary>
public static class Progress
{
    private static readonly string[] Words = ["cursor", "offset", "checkpoint", "watermark", "bookmark", "progress"];

    /// <summary><c>cursor</c>, <c>last_sync_at</c>, <c>nextRunAt</c>.</summary>
    public static bool IsMark(string column)
    {
        var words = Money.WordsOf(column).ToArray();
        return words.Any(Words.Contains) || words is ["last" or "next", .., "at"];
    }
}
