using System.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>In what a file's two trees differ.</summary>
public enum DifferenceKind
{
    /// <summary>The compiler accepts the file and we do not.</summary>
    CompilerAcceptsOnly,

    /// <summary>We accept the file and the compiler does not.</summary>
    WeAcceptOnly,

    /// <summary>Both accept it and the nodes differ.</summary>
    Nodes,

    /// <summary>Our tree contradicts itself.</summary>
    Disorder,

    /// <summary>Our parser threw, which it must not.</summary>
    Threw,

    /// <summary>The bytes are no UTF-8, so there is no common text to compare.</summary>
    NotUtf8,
}

/// <summary>A file that differs.</summary>
/// <param name="Repository">Folder name of the corpus.</param>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Kind">In what.</param>
/// <param name="Cause">What files with the same fault have in common; the reports are grouped by it.</param>
/// <param name="Place">Line, column and excerpt of the first one; null when there is no common text.</param>
/// <param name="Details">The first few differences, a line each.</param>
public sealed record Difference(string Repository, string Path, DifferenceKind Kind, string Cause, string? Place, string[] Details);

/// <summary>Finds a file's differences and writes the report, grouped by cause, the most frequent first.</summary>
public static class Differences
{
    private const int DetailsPerFile = 6;
    private const int ExamplesPerCause = 4;

    /// <summary>The file's difference, or null when both sides agree.</summary>
    /// <param name="complaint">Why the compiler rejects the file; null when it accepts.</param>
    public static Difference? Find(string repository, string path, SyntaxTree tree, string? complaint, List<ComparableNode> theirs, List<ComparableNode> ours)
    {
        if (ComparableTree.Disorder(tree) is { } disorder)
            return new(repository, path, DifferenceKind.Disorder, "our tree is out of order", null, [disorder]);

        if (complaint is not null)
        {
            return tree.Errors.IsEmpty
                ? new(repository, path, DifferenceKind.WeAcceptOnly, $"the compiler says {complaint[(complaint.IndexOf(' ') + 1)..]}", null, [complaint])
                : null;
        }

        if (!tree.Errors.IsEmpty)
        {
            var error = tree.Errors[0];
            return new(repository, path, DifferenceKind.CompilerAcceptsOnly, $"we say: {error.Message}", PlaceOf(tree, error.Span.Start), [error.Message]);
        }

        var first = 0;
        while (first < theirs.Count && first < ours.Count && theirs[first] == ours[first])
            first++;
        if (first == theirs.Count && first == ours.Count)
            return null;

        var their = first < theirs.Count ? theirs[first] : default;
        var our = first < ours.Count ? ours[first] : default;
        var start = first < theirs.Count ? their.Start : our.Start;
        return new(repository, path, DifferenceKind.Nodes, CauseOf(their, our), PlaceOf(tree, start), Details(theirs, ours));
    }

    /// <summary>Writes every difference; replaces the file.</summary>
    public static void WriteReport(string path, List<Difference> differences)
    {
        var text = new StringBuilder();
        text.AppendLine($"{differences.Count} files differ. By cause, the most frequent first; a file counts once, by its first difference. '-' is the compiler's, '+' ours.");
        foreach (var cause in differences.GroupBy(d => (d.Kind, d.Cause)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Cause, StringComparer.Ordinal))
        {
            text.AppendLine().AppendLine($"== {cause.Count()} × {cause.Key.Kind}: {cause.Key.Cause}");
            foreach (var difference in cause.Take(ExamplesPerCause))
            {
                text.AppendLine($"{difference.Repository} {difference.Path}");
                if (difference.Place is not null)
                    text.AppendLine(difference.Place);
                foreach (var detail in difference.Details)
                    text.AppendLine("    " + detail);
            }

            foreach (var difference in cause.Skip(ExamplesPerCause))
                text.AppendLine($"{difference.Repository} {difference.Path}");
        }

        File.WriteAllText(path, text.ToString());
    }

    private static string CauseOf(ComparableNode their, ComparableNode our)
    {
        if (their.Kind != our.Kind)
            return $"theirs {their.Kind}{In(their)}, ours {our.Kind}{In(our)}";
        var fields = new List<string>();
        if (their.Start != our.Start)
            fields.Add("start");
        if (their.End != our.End)
            fields.Add(our.End > their.End ? "end (ours later)" : "end (ours earlier)");
        if (their.Depth != our.Depth)
            fields.Add("depth");
        if (their.Role != our.Role)
            fields.Add($"place (theirs {their.Role}, ours {our.Role})");
        if (their.Flags != our.Flags)
            fields.Add($"flags (theirs {their.Flags & ~our.Flags} more, ours {our.Flags & ~their.Flags} more)");
        if (their.Operator != our.Operator)
            fields.Add($"operator (theirs {their.Operator}, ours {our.Operator})");
        return $"{their.Kind}: {string.Join(", ", fields)}";

        static string In(ComparableNode node) => node.Role == SyntaxKind.Missing ? "" : $" in {node.Role}";
    }

    /// <summary>What only one side has, in order of place, whatever the nesting; when only nesting differs, the first pair in preorder.</summary>
    private static string[] Details(List<ComparableNode> theirs, List<ComparableNode> ours)
    {
        var left = Count(theirs);
        foreach (var node in ours)
            left[node] = left.GetValueOrDefault(node) - 1;
        var details = left.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key.Start).ThenByDescending(pair => pair.Key.End)
            .Select(pair => $"{(pair.Value > 0 ? '-' : '+')} {pair.Key} depth {pair.Key.Depth}").Take(DetailsPerFile).ToArray();
        return details.Length > 0 ? details : ["the same nodes in another order"];

        static Dictionary<ComparableNode, int> Count(List<ComparableNode> nodes)
        {
            var counts = new Dictionary<ComparableNode, int>(nodes.Count);
            foreach (var node in nodes)
                counts[node] = counts.GetValueOrDefault(node) + 1;
            return counts;
        }
    }

    private static string PlaceOf(SyntaxTree tree, int offset)
    {
        var text = tree.Text.Span;
        offset = Math.Clamp(offset, 0, text.Length);
        // Counted here: the line map is one of the things under test.
        var line = 1 + text[..offset].Count((byte)'\n');
        var lineStart = text[..offset].LastIndexOf((byte)'\n') + 1;
        var length = text[offset..].IndexOf((byte)'\n');
        var lineEnd = length < 0 ? text.Length : offset + length;
        var from = Math.Max(lineStart, offset - 100);
        var excerpt = Encoding.UTF8.GetString(text[from..Math.Min(lineEnd, offset + 120)]).Replace('\t', ' ').TrimEnd('\r');
        var caret = Encoding.UTF8.GetCharCount(text[from..offset]);
        return $"  {line}:{offset - lineStart + 1} | {excerpt}\n{new string(' ', $"  {line}:{offset - lineStart + 1} | ".Length + caret)}^";
    }
}
