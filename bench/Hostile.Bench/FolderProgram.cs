using Hostile.Cli;
using Hostile.Model.Projects;

namespace Hostile.Bench;

/// <summary>A program in a folder, read as an audit reads it, for those who make a model of their own of it.</summary>
/// <param name="Tree">The folder.</param>
/// <param name="Files">What was read of it, configuration apart.</param>
/// <param name="Packages">Its packages.</param>
/// <param name="Resolver">Where its imports lead.</param>
internal sealed record FolderProgram(Disk Tree, ProgramFile[] Files, Packages Packages, ModuleResolver Resolver)
{
    /// <summary>The versions that its lockfiles and manifests fix.</summary>
    public PackageVersions Versions { get; } = new(Tree, Packages);

    public static FolderProgram Read(string folder, bool includeTests = false)
    {
        var tree = new Disk(Path.GetFullPath(folder));
        var settings = new DiscoverySettings { IncludeTests = includeTests };
        var discovered = Discovery.Find(tree, settings);
        var packages = Packages.Read(tree, discovered.Files);
        var files = discovered.Files.Where(file => file.Language != Language.Configuration)
            .Select(file => SourceReader.Read(tree, file, settings).File).OfType<ProgramFile>().ToArray();
        return new(tree, files, packages, new(packages, discovered.Files));
    }
}
