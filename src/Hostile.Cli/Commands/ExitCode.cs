namespace Hostile.Cli.Commands;

/// <summary>The process's exit codes, as `hostile --help` states them.</summary>
public enum ExitCode
{
    /// <summary>No finding at or above the gate.</summary>
    Clean = 0,

    /// <summary>At least one finding at or above the gate.</summary>
    Findings = 1,

    /// <summary>The command could not run: bad arguments, no such path, nothing to analyse.</summary>
    CannotRun = 2,

    /// <summary>Ctrl-C, or asked to end: 128 and the signal's number, as shells expect.</summary>
    Interrupted = 130,
}
