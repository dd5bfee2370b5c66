using System.Collections.Immutable;
using Hostile.Cli.Config;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Projects;
using Hostile.Rules;
using Hostile.Syntax.TypeScript;

namespace Hostile.Cli.Commands;

/// <summary>The whole audit in one place: files → texts → model → verdicts → report. Everything it knows of the world comes through the tree.</summary>
public static class Auditor
{
    /// <summary>Audits the program. Throws <see cref="UsageException"/> when there is nothing to audit, with the reason for the user.</summary>
    public static AuditReport Run(ISourceTree tree, AuditRequest request, Progress progress, CancellationToken cancellation) =>
        Run(tree, request, progress, new Workers(request.Threads, cancellation));

    /// <summary>The same on threads of the caller's choice, which count the work.</summary>
    public static AuditReport Run(ISourceTree tree, AuditRequest request, Progress progress, Workers workers)
    {
        progress.Begin("finding files");
        var discovered = Discovery.Find(tree, request.Files, workers);

        progress.Begin("reading", discovered.Files.Length);
        var (readings, packages) = ReadAll(tree, discovered.Files, request, progress, workers);
        var files = readings.Select(reading => reading.File).OfType<ProgramFile>().ToImmutableArray();
        var skipped = discovered.Skipped.Concat(readings.Select(reading => reading.Skipped).OfType<Skipped>()).Order(Comparer<Skipped>.Create(Skipped.Compare)).ToList();
        if (!files.Any(file => file.IsAudited && file.Language == Language.TypeScript))
            throw new UsageException(WhyNothing(discovered.Files, skipped, request));

        progress.Begin("understanding the program", files.Length);
        var resolver = new ModuleResolver(packages, discovered.Files);
        var teachers = files.Where(file => IsTeacher(file, request)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var model = Understand(files, teachers, packages, resolver, new(tree, packages), new(tree), LeftOut(tree, discovered.Files, request), workers);

        progress.Begin("judging", request.Rules.Length);
        var audited = AuditedIn(files);
        var judgement = Engine.Run(model, request.Rules, module => !module.Roles.HasFlag(ModuleRoles.Test) || audited.Contains(module.Path));
        var suppressed = workers.Run(() => Suppressions.Apply(InScope(judgement, audited), Comments(model, audited), request.Rules));

        var (configured, silenced) = request.Configuration.Apply(suppressed.Judgement);

        progress.Begin("reporting");
        return AuditReport.Of(configured, request.Facts with
        {
            Silenced = [.. suppressed.Silenced.Select(silenced => new Silenced(silenced.Finding, SilencedBy.Comment, silenced.Comment.ToString(), silenced.Reason)), .. silenced],
            Extent = ExtentOf(model, files, workers),
            Rules = request.Rules,
            Skipped = [.. skipped.Select(file => new SkippedFile(TreePath.Shown(file.Path), file.Reason))],
            Notes = [.. discovered.Notes
                .Concat(readings.Select(reading => reading.Note).OfType<FileNote>()).Concat(packages.Notes)
                .OrderBy(note => note.Path, StringComparer.Ordinal).ThenBy(note => note.Text, StringComparer.Ordinal)
                .Select(note => new Note(note.Text, TreePath.Shown(note.Path)))
                .Concat(Lessons(model, request, teachers))
                .Concat(request.Configuration.Mistakes.Select(mistake => new Note(mistake.Text, TreePath.Shown(request.Configuration.Path), mistake.Line)))
                .Concat(suppressed.Faults.Select(fault => new Note(fault.Text, TreePath.Shown(fault.Comment.Path), fault.Comment.Line)))],
        });
    }

    /// <summary>The engine below the rules is called here, and nowhere else in the command line.</summary>
    private static ProjectModel Understand(ImmutableArray<ProgramFile> files, HashSet<string> teachers, Packages packages, ModuleResolver resolver, PackageVersions versions, InstalledPackages installed, Func<string, ProgramFile?> leftOut, Workers workers)
    {
        return ModelBuilder.Build([.. files.Select(Source)], resolver.FileOf, workers, versions.Of, installed, packages.PackageOf, path => leftOut(path) is { } file ? Source(file) : null);

        SourceFile Source(ProgramFile file) => new(
            file.Path,
            file.Bytes,
            RolesOf(file) | (teachers.Contains(file.Path) ? ModuleRoles.Knowledge : ModuleRoles.None) | (packages.PackageOf(file.Path) is { IsCommand: true } ? ModuleRoles.Command : ModuleRoles.None));
    }

    /// <summary>Reads, by its path, what was found and left out: test code, of which a part may serve the program all the same. Null for all other files, and for what cannot be read.</summary>
    private static Func<string, ProgramFile?> LeftOut(ISourceTree tree, ImmutableArray<FoundFile> found, AuditRequest request)
    {
        var byPath = found.Where(file => !request.Files.Reads(file)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return path => byPath.TryGetValue(path, out var file) ? SourceReader.Read(tree, file, request.Files).File : null;
    }

    /// <summary>How much was read. Asked for after the rules, which need the statements, too, and find them side by side with other work.</summary>
    private static Extent ExtentOf(ProjectModel model, ImmutableArray<ProgramFile> files, Workers workers)
    {
        var audited = files.Where(file => file.IsAudited && file.Language == Language.TypeScript).ToList();
        var paths = audited.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return new(
            audited.Count,
            audited.Sum(file => file.Bytes.Span.Count((byte)'\n') + (file.Bytes.Span is [.., not (byte)'\n'] ? 1 : 0)),
            model.Functions.Count(function => paths.Contains(function.Module.Path) && !function.Node.Is(SyntaxKind.SourceFile)),
            Statements: workers.Run(() => model.StatementsIn(AuditedIn(files))));
    }

    /// <summary>Whether a file teaches what libraries and wrappers do: a <c>hostile.d.ts</c>, or one that the configuration names.</summary>
    private static bool IsTeacher(ProgramFile file, AuditRequest request) =>
        file.Script == ScriptKind.Declaration && (TreePath.Name(file.Path) == "hostile.d.ts" || request.Configuration.Models.Contains(file.Path));

    /// <summary>What the repository teaches is told, for findings and silence rest on it; so is what is wrong with it.</summary>
    private static IEnumerable<Note> Lessons(ProjectModel model, AuditRequest request, HashSet<string> teachers)
    {
        foreach (var module in model.Bindings.Libraries.Where(module => !module.IsBuiltIn).OrderBy(module => module.Path, StringComparer.Ordinal))
        {
            yield return new($"teaches what libraries do: tags on {KnowledgeCheck.CountTagged(module)} declarations, which findings and silence rest on", TreePath.Shown(module.Path));
            foreach (var error in KnowledgeCheck.Check(module))
                yield return new($"{error.Message}; the tag is not read", TreePath.Shown(module.Path), error.Place.Line);
        }

        foreach (var missing in request.Configuration.Models.Where(path => !teachers.Contains(path)))
            yield return new($"`models` names {TreePath.Shown(missing)}, which is no declaration file of the program", TreePath.Shown(request.Configuration.Path));
    }

    /// <summary>What a file is by its name and place alone.</summary>
    public static ModuleRoles RolesOf(ProgramFile file) => file.Kind switch
    {
        FileKind.Test => ModuleRoles.Test,
        FileKind.Declaration => ModuleRoles.Declarations,
        _ when file.Script == ScriptKind.Declaration => ModuleRoles.Declarations,
        _ => ModuleRoles.None,
    };

    /// <summary>The texts and, on one of the threads meanwhile, the configuration.</summary>
    private static (Reading[] Readings, Packages Packages) ReadAll(ISourceTree tree, ImmutableArray<FoundFile> found, AuditRequest request, Progress progress, Workers workers)
    {
        var wanted = found.Where(file => file.Language != Language.Configuration && request.Files.Reads(file)).ToArray();
        var readings = new Reading[wanted.Length];
        Packages? packages = null;
        workers.Each(wanted.Length + 1, i =>
        {
            if (i == 0)
            {
                packages = Packages.Read(tree, found);
                return;
            }

            readings[i - 1] = SourceReader.Read(tree, wanted[i - 1], request.Files);
            progress.Step();
        });
        return (readings, packages!);
    }

    /// <summary>The whole program is judged, for a race may have one side elsewhere; what is told is what begins in the files asked for.</summary>
    private static Judgement InScope(Judgement judgement, HashSet<string> audited) => judgement with
    {
        Findings = [.. judgement.Findings.Where(finding => audited.Contains(finding.Place.Path))],
        Cleared = [.. judgement.Cleared.Where(cleared => audited.Contains(cleared.Place.Path))],
    };

    /// <summary>Comments of the files asked for: those that silence a finding are among them.</summary>
    private static IEnumerable<Place> Comments(ProjectModel model, HashSet<string> audited) => model.Bindings.Modules
        .Where(module => audited.Contains(module.Path) && Suppressions.MayBeIn(module.Source))
        .SelectMany(module => module.Tree.Comments.Select(comment => new Place(module.Source, comment.Span)));

    /// <summary>The paths of the files asked for.</summary>
    private static HashSet<string> AuditedIn(ImmutableArray<ProgramFile> files) => files.Where(file => file.IsAudited).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

    private static string WhyNothing(ImmutableArray<FoundFile> files, List<Skipped> skipped, AuditRequest request)
    {
        var where = $"'{string.Join("', '", request.Files.Paths.Select(path => path.Length == 0 ? "." : TreePath.Shown(path)))}'";
        if (request.Files.Paths is [var single] && request.Files.Program != single && skipped.Find(file => file.Path == single) is { } named)
            return $"'{TreePath.Shown(named.Path)}': {named.Reason}";
        if (files.Any(file => file.Kind == FileKind.Test && file.InScope && file.Language == Language.TypeScript))
            return $"there is only test code in {where}: --include-tests audits it";

        var reasons = skipped.Where(file => !file.Path.EndsWith('/')).GroupBy(file => file.Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return $"there is no TypeScript or JavaScript to audit in {where}"
            + (reasons is [var most, ..] ? $" ({skipped.Count(file => !file.Path.EndsWith('/'))} skipped, such as {TreePath.Shown(most.First().Path)}: {most.Key})" : "");
    }
}

/// <summary>What an audit is asked for.</summary>
public sealed record AuditRequest
{
    public required DiscoverySettings Files { get; init; }

    /// <summary>The report's facts as far as they are known before anything is read.</summary>
    public required AuditFacts Facts { get; init; }

    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>What the repository asks for.</summary>
    public Configuration Configuration { get; init; } = Configuration.None;

    /// <summary>Threads to use; -1: as many as there are processors.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>The request that the user's settings make of a scope.</summary>
    public static AuditRequest Of(AuditSettings settings, Scope scope, Configuration configuration, GitCommit? commit) => new()
    {
        Files = new()
        {
            Program = scope.Program,
            Paths = scope.Paths,
            IncludeTests = settings.IncludeTests,
            MaximumFileSize = settings.MaximumFileSize,
        },
        Facts = new()
        {
            Project = TreePath.Shown(scope.Program.Length > 0 ? TreePath.Name(scope.Program) : Path.GetFileName(scope.Root)),
            Scope = scope.Words,
            Version = CommandLine.Version,
            Date = settings.Date.Undated ? null : (settings.Date.Day ?? commit?.Day)?.ToString("yyyy-MM-dd"),
            Commit = commit?.Id,
            Gate = settings.GateOver(configuration.Gate),
            Extent = default,
            Rules = [],
        },
        Rules = configuration.RulesToRun,
        Configuration = configuration,
        Threads = settings.Threads == 0 ? -1 : settings.Threads,
    };
}
