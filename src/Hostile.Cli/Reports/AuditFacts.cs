using System.Collections.Immutable;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>What the report says besides the verdicts: who audited what, when, what was read and what was not. Holds no machine path and no clock.</summary>
public sealed record AuditFacts
{
    /// <summary>The project's name, as the report calls it.</summary>
    public required string Project { get; init; }

    /// <summary>What was audited, in words, e.g. <c>the whole repository</c> or <c>apps/api, packages/kernel</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>Version of this program.</summary>
    public required string Version { get; init; }

    /// <summary>The day of the audit or of the commit, as year-month-day; null: undated.</summary>
    public string? Date { get; init; }

    /// <summary>The commit that was read, in full; null when there is none.</summary>
    public string? Commit { get; init; }

    /// <summary>Where the repository is to be had, when known. Credentials in it are never shown.</summary>
    public string? Repository { get; init; }

    public required Extent Extent { get; init; }

    /// <summary>The rules that ran.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    public Gate Gate { get; init; } = Gate.Default;

    /// <summary>Findings that the audited repository itself silenced; they are not in the judgement.</summary>
    public ImmutableArray<Silenced> Silenced { get; init; } = [];

    /// <summary>Files and folders that were not audited.</summary>
    public ImmutableArray<SkippedFile> Skipped { get; init; } = [];

    /// <summary>What the reader must know of this run: broken configuration, unused suppressions and the like.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>Time by stage, when asked for; empty otherwise, because times differ from run to run.</summary>
    public ImmutableArray<Timing> Timings { get; init; } = [];
}

/// <summary>How much was read.</summary>
/// <param name="Files">Source files analysed.</param>
/// <param name="Lines">Their lines.</param>
/// <param name="Functions">Functions in them.</param>
/// <param name="Statements">SQL statements found in them.</param>
public readonly record struct Extent(int Files, int Lines, int Functions, int Statements);

/// <summary>A finding that the repository silenced.</summary>
/// <param name="Finding">What would have been reported.</param>
/// <param name="By">What silenced it.</param>
/// <param name="Where">The comment or file that did, e.g. <c>src/a.ts:12</c>.</param>
/// <param name="Reason">The reason that the repository gives; it is quoted, not judged.</param>
public sealed record Silenced(Finding Finding, SilencedBy By, string Where, string Reason);

/// <summary>The means by which a repository silences a finding.</summary>
public enum SilencedBy
{
    /// <summary>A <c>hostile-ignore</c> comment.</summary>
    Comment,

    /// <summary>The configuration.</summary>
    Configuration,

    /// <summary>The baseline of accepted findings.</summary>
    Baseline,
}

/// <summary>A file or folder that was not audited: not read, or read only to understand the others.</summary>
/// <param name="Path">From the root, with forward slashes; a folder's ends in one.</param>
/// <param name="Reason">Why, in a few words, e.g. <c>Git LFS pointer</c>.</param>
public sealed record SkippedFile(string Path, string Reason)
{
    /// <summary>Whether it stands for all that is in a folder.</summary>
    public bool IsFolder => Path.EndsWith('/');
}

/// <summary>Something to know of the run.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Path">The file concerned, when there is one.</param>
/// <param name="Line">Its line, counting from 1, when there is one.</param>
public sealed record Note(string Text, string? Path = null, int? Line = null);

/// <summary>How long a stage took.</summary>
public sealed record Timing(string Stage, TimeSpan Elapsed);
