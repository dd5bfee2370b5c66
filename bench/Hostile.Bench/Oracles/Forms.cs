using System.Globalization;
using System.Text;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>
/// Every form of the language at every place where it may stand, from tests/Hostile.Tests/Syntax/Oracle/forms.txt, whose head says how it is written.
/// A form reads the same wherever it stands: that needs no compiler to be tested. The verb <c>forms</c> writes all programs for the oracle.
/// </summary>
public static class Forms
{
    private const char Place = '□';

    /// <summary>A form at a place.</summary>
    /// <param name="Group">"expression", "type" …</param>
    /// <param name="Kind">The dialect of the group.</param>
    /// <param name="Form">The form alone.</param>
    /// <param name="Text">The program.</param>
    /// <param name="Spans">Where the form stands in it, in UTF-8 bytes; once at least.</param>
    /// <param name="IsModel">Whether the place is its group's first, with which the others are compared.</param>
    public sealed record Program(string Group, ScriptKind Kind, string Form, string Text, TextSpan[] Spans, bool IsModel);

    /// <summary>Every form at every place, a form's model first.</summary>
    public static IEnumerable<Program> Read(string formsText)
    {
        foreach (var group in formsText.ReplaceLineEndings("\n").TrimEnd('\n').Split("\n== ").Skip(1))
        {
            var (name, around, entries) = Entries(group);
            var places = entries.Where(entry => entry.IsPlace).ToList();
            foreach (var form in entries.Where(entry => !entry.IsPlace))
            {
                foreach (var place in places.Where(place => form.Binding <= place.Binding))
                {
                    var program = around.Replace(Place.ToString(), place.Text, StringComparison.Ordinal);
                    var (text, spans) = Fill(program, form.Text);
                    yield return new(name[..name.IndexOf('.')], SourceFiles.KindOf(name), form.Text, text, spans, place == places[0]);
                }
            }
        }
    }

    /// <summary>The nodes of a form in the tree of its program, as if it stood alone at the beginning of a text.</summary>
    public static List<ComparableNode> NodesOf(SyntaxTree tree, TextSpan span)
    {
        var all = new List<ComparableNode>();
        ComparableTree.List(tree, all);
        var inside = all.Where(node => node.End > node.Start && node.Start >= span.Start && node.End <= span.End).ToList();
        var depth = inside.Count == 0 ? 0 : inside.Min(node => node.Depth);
        return [.. inside.Select(node => node with
        {
            Start = node.Start - span.Start,
            End = node.End - span.Start,
            Depth = node.Depth - depth,
            Role = node.Depth == depth ? SyntaxKind.Missing : node.Role,
        })];
    }

    /// <summary>Runs the verb: an empty or new folder, into which a file is written for each program.</summary>
    public static int Write(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [var folder] || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Console.Error.WriteLine("hostile-bench: forms wants an empty or new FOLDER");
            return 2;
        }

        Directory.CreateDirectory(folder);
        var count = 0;
        foreach (var program in Read(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Hostile.Tests", "Syntax", "Oracle", "forms.txt"))))
        {
            var ending = program.Kind == ScriptKind.Tsx ? "tsx" : "ts";
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{program.Group}-{count++}.{ending}")), program.Text);
        }

        Console.WriteLine($"{count} programs");
        return 0;
    }

    private static (string Name, string Around, List<Entry> Entries) Entries(string group)
    {
        var lines = group.Split('\n');
        var head = lines[0].Split(' ', 2);
        var entries = new List<Entry>();
        foreach (var line in lines.Skip(1))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            if (line.Length > 2 && char.IsAsciiDigit(line[0]) && line[1] == ' ')
            {
                var isPlace = line.StartsWith("> ", StringComparison.Ordinal) || line[2..].StartsWith("> ", StringComparison.Ordinal);
                entries.Add(new(line[0] - '0', isPlace, line[(isPlace ? 4 : 2)..]));
            }
            else
            {
                // Forms may have several lines.
                entries[^1] = entries[^1] with { Text = $"{entries[^1].Text}\n{line}" };
            }
        }

        return (head[0], head.Length > 1 ? head[1] : Place.ToString(), entries);
    }

    private static (string Text, TextSpan[] Spans) Fill(string program, string form)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var length = Encoding.UTF8.GetByteCount(form);
        var bytes = 0;
        foreach (var (i, part) in program.Split(Place).Index())
        {
            if (i > 0)
            {
                spans.Add(new(bytes, bytes + length));
                text.Append(form);
                bytes += length;
            }

            text.Append(part);
            bytes += Encoding.UTF8.GetByteCount(part);
        }

        return (text.ToString(), [.. spans]);
    }

    private sealed record Entry(int Binding, bool IsPlace, string Text);
}
