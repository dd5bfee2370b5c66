namespace Hostile.Bench.Oracles;

/// <summary>Files to compare.</summary>
/// <param name="Name">Name of the folder that was given on the command line.</param>
/// <param name="Folder">What the files' paths are relative to.</param>
/// <param name="Files">In ordinal order.</param>
/// <param name="Options">What a file asks of the compiler, by path; see oracle.mjs.</param>
/// <param name="IsSuite">Whether it is the compiler's own suite, where wrong programs are meant, or people's code.</param>
public sealed record Corpus(string Name, string Folder, string[] Files, Dictionary<string, string> Options, bool IsSuite)
{
    /// <summary>A repository: every source file in it.</summary>
    public static Corpus Of(string repository) =>
        new(SourceFiles.NameOf(repository), repository, SourceFiles.Below(repository), [], IsSuite: false);
}
