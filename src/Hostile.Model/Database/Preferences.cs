namespace Hostile.Model.Database;

/// <summary>Tells, by the words of their names, columns that keep what somebody chose to see or to be told: of two choices at one moment one is lost, and nothing else goes by it.</summary>
public static class Preferences
{
    private static readonly string[] Words = ["preference", "notification", "setting", "banner", "survey", "onboarding", "layout", "theme", "metadata", "meta", "scope", "error"];

    /// <summary><c>notification_preferences</c>, <c>uiSettings</c>, <c>metadata</c>.</summary>
    public static bool Are(string column) => Money.Says(column, Words);
}
