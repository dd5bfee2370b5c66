using System.Text;
using Hostile.Model.Projects;

namespace Hostile.Bench.Growth;

/// <summary>A program that nobody would write, of any size, made to cost an auditor more than it should.</summary>
/// <param name="Name">What is large about it.</param>
/// <param name="Size">How many pieces it has where growth is measured.</param>
/// <param name="Make">The program with so many pieces.</param>
public sealed partial record HostileProgram(string Name, int Size, Func<int, ISourceTree> Make)
{
    /// <summary>Lines as people write them, without which a file would be taken for packed code and skipped.</summary>
    private static readonly string Ordinary = Lines(60, i => $"export const ordinary{i} = {i};");

    public override string ToString() => Name;

    private static HostileProgram OneFile(string name, int size, Func<int, string> text) =>
        new(name, size, n => new MemoryTree(("src/main.ts", text(n) + Ordinary)));

    private static HostileProgram ManyFiles(string name, int size, Func<int, IEnumerable<(string, string)>> files) =>
        new(name, size, n => new MemoryTree(files(n)));

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(line(i)).Append('\n');
        return text.ToString();
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Joined(int count, string separator, Func<int, string> part) => string.Join(separator, Enumerable.Range(0, count).Select(part));
}
