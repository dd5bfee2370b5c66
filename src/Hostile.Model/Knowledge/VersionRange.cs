using System.Globalization;

namespace Hostile.Model.Knowledge;

/// <summary>The versions that a knowledge file holds for: <c>8.x</c>, <c>4.x - 5.x</c>, <c>0.3.x</c>.</summary>
/// <param name="From">The first, by its leading numbers.</param>
/// <param name="To">The last, by its leading numbers.</param>
public readonly record struct VersionRange((int Major, int Minor) From, (int Major, int Minor) To)
{
    /// <summary>Reads what stands behind the name in <c>@library</c>; null when it is no range of versions.</summary>
    public static VersionRange? Parse(string text)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || Leading(ends[0]) is not { } from || Leading(ends[^1]) is not { } to)
            return null;
        return new(from, ends[^1].Split('.').Length > 2 ? to : (to.Major, int.MaxValue));
    }

    /// <summary>Whether it holds for a version, or for the version that a range such as <c>^4.18.0</c> begins with; null when the text says no single major version.</summary>
    public bool? Holds(string version) => Leading(version.TrimStart('^', '~', '=', 'v')) is { } found ? found.CompareTo(From) >= 0 && found.CompareTo(To) <= 0 : null;

    /// <summary>
    /// Whether a version comes before another; of a range such as <c>^4.18.0</c> the one that it begins with, by its major and minor numbers alone, for what is installed may be any of the same minor number.
    /// False when that is not known.
    /// </summary>
    public static bool IsBefore(string? version, string other)
    {
        if (version is null || Leading(version.TrimStart('^', '~', '=', 'v')) is not { } found || Leading(other) is not { } limit)
            return false;
        var order = found.CompareTo(limit);
        return order < 0 || (order == 0 && Patch(version.TrimStart('=', 'v')) is { } patch && patch < Patch(other));
    }

    /// <summary>The third number of a version; null for a range, or where there is none.</summary>
    private static int? Patch(string text) => text.Split('.', '-', '+') is [[>= '0' and <= '9', ..], _, var third, ..] && int.TryParse(third, NumberStyles.None, CultureInfo.InvariantCulture, out var patch) ? patch : null;

    private static (int Major, int Minor)? Leading(string text)
    {
        var parts = text.Split('.');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major))
            return null;
        return (major, parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : 0);
    }
}
