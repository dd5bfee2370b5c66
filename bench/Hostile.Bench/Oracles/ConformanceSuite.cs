using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hostile.Bench.Oracles;

/// <summary>
/// The compiler's own suite, cut up as its harness does: a test is a file with <c>// @name: value</c> lines, which are taken out, and each
/// <c>// @filename:</c> begins another file. The files are written below artifacts/, since both parsers read files, and never enter a commit.
/// </summary>
public static partial class ConformanceSuite
{
    private static readonly string[] Endings = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

    /// <summary>Writes every file of every test below <paramref name="suite"/>; what is there already and the same is left alone.</summary>
    public static Corpus Split(string suite)
    {
        var folder = Repository.Artifacts(Path.Combine("suites", SourceFiles.NameOf(suite)));
        var files = new List<string>();
        var options = new Dictionary<string, string>();
        foreach (var test in SourceFiles.Below(suite))
        {
            var relative = Path.GetRelativePath(suite, test);
            var (settings, units) = Units(File.ReadAllText(test), Path.GetFileName(test));
            for (var i = 0; i < units.Count; i++)
            {
                var (name, content) = units[i];
                if (!Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                    continue;

                // Tests name absolute paths and parents; the last part is what decides how a file is parsed.
                var place = units.Count == 1 && !settings.ContainsKey("filename") ? relative : Path.Combine(relative, string.Create(CultureInfo.InvariantCulture, $"{i}-{Path.GetFileName(name)}"));
                var path = Path.Combine(folder, place);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                files.Add(path);
                Write(path, Encoding.UTF8.GetBytes(content));
                var asked = string.Join(',', Asked.Where(settings.ContainsKey).Select(key => $"{key}={Newest(settings[key])}"));
                if (asked.Length > 0)
                    options[path] = asked;
            }
        }

        return new(SourceFiles.NameOf(suite), folder, [.. files.Order(StringComparer.Ordinal)], options, IsSuite: true);
    }

    /// <summary>What decides how a file is parsed.</summary>
    private static readonly string[] Asked = ["jsx", "module", "moduledetection", "target"];

    /// <summary>"esnext, es2022, es5" asks for a run with each; we compare one, the one with the newest language.</summary>
    private static string Newest(string value)
    {
        var values = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return values.Contains("esnext") ? "esnext" : values.Length == 0 ? "" : values.MaxBy(one => one == "es6" ? "es2015" : one, StringComparer.Ordinal)!;
    }

    /// <summary>Cuts a test; what stands before the first <c>@filename</c> belongs to the first file, as in the harness.</summary>
    private static (Dictionary<string, string> Settings, List<(string Name, string Content)> Units) Units(string text, string fileName)
    {
        var settings = new Dictionary<string, string>();
        var units = new List<(string, string)>();
        var content = new StringBuilder();
        string? current = null;
        foreach (var line in text.Split(text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n"))
        {
            if (Setting().Match(line) is not { Success: true } setting)
            {
                if (content.Length > 0)
                    content.Append('\n');
                content.Append(line);
                continue;
            }

            var key = setting.Groups[1].Value.ToLowerInvariant();
            var value = setting.Groups[2].Value.Trim();
            settings[key] = value.ToLowerInvariant();
            if (key != "filename")
                continue;

            if (current is not null)
            {
                units.Add((current, content.ToString()));
                content.Clear();
            }

            current = value;
        }

        units.Add((current ?? fileName, content.ToString()));
        return (settings, units);
    }

    /// <summary>Writes only what changed, so that the compiler's answers, which are kept by time, stay good.</summary>
    private static void Write(string path, byte[] content)
    {
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            File.WriteAllBytes(path, content);
    }

    [GeneratedRegex("""^//\s*@(\w+)\s*:\s*([^\r\n]*)""")]
    private static partial Regex Setting();
}
