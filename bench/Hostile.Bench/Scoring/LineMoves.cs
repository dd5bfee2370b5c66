using System.Text.RegularExpressions;

namespace Hostile.Bench.Scoring;

/// <summary>Where lines of a file went, read from a difference without context (`git diff -U0`).</summary>
public sealed partial class LineMoves(string difference)
{
    private readonly Hunk[] hunks = [.. HunkHeader().Matches(difference).Select(Hunk.Of)];

    /// <summary>The lines of the new file that are, or stand in place of, lines <paramref name="first"/> to <paramref name="last"/> of the old one, counting from 1.</summary>
    public (int First, int Last) Of(int first, int last)
    {
        var (newFirst, newLast) = (first, last);
        foreach (var hunk in hunks)
        {
            var shift = hunk.NewEnd - hunk.OldEnd;
            if (first >= hunk.OldEnd)
                newFirst = first + shift;
            else if (first >= hunk.OldStart)
                newFirst = hunk.NewStart;

            if (last >= hunk.OldEnd)
                newLast = last + shift;
            else if (last >= hunk.OldStart)
                newLast = hunk.NewEnd - 1;
        }

        return (newFirst, newLast);
    }

    [GeneratedRegex(@"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", RegexOptions.Multiline)]
    private static partial Regex HunkHeader();

    /// <summary>Lines that were replaced, half-open on both sides.</summary>
    private readonly record struct Hunk(int OldStart, int OldEnd, int NewStart, int NewEnd)
    {
        public static Hunk Of(Match header)
        {
            var (oldStart, oldCount) = (Number(header.Groups[1], 0), Number(header.Groups[2], 1));
            var (newStart, newCount) = (Number(header.Groups[3], 0), Number(header.Groups[4], 1));
            // A side without lines names the line before the place.
            oldStart += oldCount == 0 ? 1 : 0;
            newStart += newCount == 0 ? 1 : 0;
            return new(oldStart, oldStart + oldCount, newStart, newStart + newCount);
        }

        private static int Number(Group digits, int otherwise) => digits.Success ? int.Parse(digits.Value) : otherwise;
    }
}
