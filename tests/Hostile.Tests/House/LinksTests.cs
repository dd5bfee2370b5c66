using System.Text.RegularExpressions;
using Xunit;

namespace Hostile.Tests.House;

/// <summary>A link in our documents leads somewhere.</summary>
public sealed class LinksTests
{
    [Fact]
    public void Relative_links_lead_to_files_that_exist()
    {
        var documents = Directory.EnumerateFiles(Repository.Root, "*.md").Select(file => Path.GetRelativePath(Repository.Root, file))
            .Concat(Repository.Files("docs", "*.md")).Append("tests/Hostile.Tests/README.md");
        var broken = documents.SelectMany(document => Regex.Matches(Repository.Read(document), @"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
            .Select(link => link.Groups[1].Value)
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.At(document))!, target)))
            .Select(target => $"{document}: {target}"));
        Assert.Empty(broken);
    }
}
