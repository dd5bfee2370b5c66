using Hostile.Syntax.TypeScript;
using Hostile.Tests.House;
using Xunit;

namespace Hostile.Tests.Syntax;

/// <summary>Whole trees, as snapshots beside their sources in <c>trees/</c>; <c>UPDATE=1</c> rewrites them.</summary>
public class ParserTreeTests
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Hostile.Tests", "Syntax", "trees");

    public static ScriptKind KindOf(string name) => Path.GetExtension(name) switch
    {
        ".tsx" => ScriptKind.Tsx,
        ".js" => ScriptKind.JavaScript,
        _ => ScriptKind.TypeScript,
    };

    [Theory]
    [MemberData(nameof(ParserFuzzTests.Sources), MemberType = typeof(ParserFuzzTests))]
    public void Is_the_tree_on_file(string name)
    {
        var tree = Parser.Parse(File.ReadAllBytes(Path.Combine(Folder, name)), KindOf(name));
        Source.IsSound(tree);
        var outline = Source.Outline(tree);
        var expected = Path.Combine(Folder, name + ".tree");
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
            File.WriteAllText(expected, outline);
        Assert.Equal(File.ReadAllText(expected), outline);
    }
}
