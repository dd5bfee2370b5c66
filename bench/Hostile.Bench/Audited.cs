using Hostile.Cli;
using Hostile.Cli.Commands;
using Hostile.Cli.Reports;
using Hostile.Model.Projects;
using Hostile.Rules;

namespace Hostile.Bench;

/// <summary>An audit in this process, with the default configuration.</summary>
internal static class Audited
{
    /// <summary>The report of a folder on disk.</summary>
    public static AuditReport Folder(string path) => Of(new Disk(Path.GetFullPath(path)));

    /// <summary>The report of a tree of files. Throws <see cref="UsageException"/> when there is nothing to audit in it.</summary>
    public static AuditReport Of(ISourceTree tree) => Auditor.Run(
        tree,
        new()
        {
            Files = new(),
            Rules = Catalog.OnByDefault,
            Facts = new() { Project = "", Scope = "", Version = CommandLine.Version, Extent = default, Rules = [] },
        },
        Progress.Silent(),
        CancellationToken.None);
}
