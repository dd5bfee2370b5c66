using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>What fails a build and leads the report: findings at least this grave and at least this well known.</summary>
/// <param name="Mildest">The mildest severity that counts; null when nothing does.</param>
/// <param name="Weakest">The weakest evidence that counts. A hazard never does.</param>
public sealed record Gate(Severity? Mildest, Evidence Weakest)
{
    /// <summary>P0 and P1, at likely or better.</summary>
    public static Gate Default { get; } = new(Severity.P1, Evidence.Likely);

    /// <summary>Nothing fails the build.</summary>
    public static Gate Never { get; } = new(null, Evidence.Likely);

    /// <summary>Reports whether the finding is at or above the gate.</summary>
    public bool Holds(Finding finding) =>
        finding.Severity <= Mildest && finding.Evidence <= Weakest && finding.Evidence != Evidence.Hazard;

    /// <summary>The gate in words, e.g. <c>P0–P1 at likely or better</c>.</summary>
    public override string ToString()
    {
        if (Mildest is not { } mildest)
            return "none";
        var severities = mildest == Severity.P0 ? "P0" : $"P0–{mildest}";
        var weakest = Weakest == Evidence.Hazard ? Evidence.Likely : Weakest;
        return weakest == Evidence.Proven ? $"{severities}, proven" : $"{severities} at {weakest.Word} or better";
    }
}
