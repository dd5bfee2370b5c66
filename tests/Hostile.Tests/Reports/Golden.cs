using Hostile.Tests.House;
using Xunit;

namespace Hostile.Tests.Reports;

/// <summary>Compares with a file in <c>expected/</c>; `UPDATE=1` writes it anew, so that wording is reviewed as a difference.</summary>
internal static class Golden
{
    public static void Equal(string file, string actual)
    {
        var path = Repository.At($"tests/Hostile.Tests/Reports/expected/{file}");
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
