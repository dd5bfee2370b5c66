using Xunit;

namespace Hostile.Tests.CommandLine;

/// <summary>Same input, same bytes, on any number of threads: invariant 7.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("text")]
    public void One_thread_or_many_write_the_same_bytes(string format)
    {
        var first = Audit(format, 1);
        Assert.NotEmpty(first);
        foreach (var threads in new[] { 1, 2, 8, 8 })
            Assert.Equal(first, Audit(format, threads));
    }

    private static byte[] Audit(string format, int threads)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hostile-{Guid.NewGuid():N}.out");
        try
        {
            var sample = Path.Combine(House.Repository.Root, "samples", "publishing-platform");
            var output = new StringWriter();
            Cli.Commands.CommandLine.Run(["audit", sample, "--format", format, "-o", file, "--threads", $"{threads}", "--no-progress", "--date", "2026-01-01"], new() { Output = output, Error = output, CurrentDirectory = Path.GetTempPath() }, CancellationToken.None);
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
