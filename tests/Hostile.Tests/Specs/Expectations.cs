using Hostile.Rules;

namespace Hostile.Tests.Specs;

/// <summary>Holds what the rules said against what the markers in the sources say, in both directions: no finding is missing and none is too many.</summary>
public static class Expectations
{
    /// <summary>Where they differ, by place; empty when they agree.</summary>
    /// <param name="files">The analysed sources by path.</param>
    public static IReadOnlyList<Problem> Compare(IReadOnlyDictionary<string, string> files, Judgement judgement)
    {
        var problems = new List<Problem>();
        var markers = files.SelectMany(file => Marker.Read(file.Key, file.Value, problems)).ToList();

        var open = markers.Where(marker => marker.Kind is MarkerKind.Expect or MarkerKind.Noise).ToList();
        foreach (var finding in judgement.Findings)
        {
            problems.AddRange(Malformed(finding));
            var here = open.Where(marker => Speaks(marker, finding)).ToList();
            if (here.Find(marker => finding.Message.Contains(marker.Text) || marker.Kind == MarkerKind.Noise) is { } met)
                open.Remove(met);
            else if (here.Count > 0)
                problems.Add(At(finding, $"{finding.Rule.Id} says \"{finding.Message}\", not \"{here[0].Text}\""));
            else if (markers.Exists(marker => marker.Kind == MarkerKind.Miss && Speaks(marker, finding)))
                problems.Add(At(finding, $"{finding.Rule.Id} fires where it was known to miss: the marker may now be `expect:`"));
            else
                problems.Add(At(finding, $"unexpected {finding.Rule.Id}: {finding.Message}"));
        }

        foreach (var marker in open)
            problems.Add(new(marker.Path, marker.Line, marker.Kind == MarkerKind.Noise ? $"{marker.Rule} no longer fires: delete the `noise:` marker" : Unmet(marker, judgement)));

        foreach (var marker in markers.Where(marker => marker.Kind == MarkerKind.Cleared))
        {
            var reasons = judgement.Cleared.Where(cleared => Speaks(marker, cleared)).Select(cleared => cleared.Reason).ToList();
            if (!reasons.Exists(reason => reason.Contains(marker.Text)))
                problems.Add(new(marker.Path, marker.Line, $"{marker.Rule} did not clear this{(reasons.Count > 0 ? $" for \"{marker.Text}\" but: {string.Join("; ", reasons)}" : "")}"));
        }

        problems.AddRange(judgement.Failures.Select(failure => new Problem("(engine)", 0, $"{failure.Rule} threw {failure.Message}")));
        return [.. problems.Distinct().OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    /// <summary>What every finding owes its reader, whatever the rule.</summary>
    private static IEnumerable<Problem> Malformed(Finding finding)
    {
        if (finding.Trace.IsDefaultOrEmpty)
            yield return At(finding, $"{finding.Rule.Id} gives no trace");
        if (finding.Message.EndsWith('.'))
            yield return At(finding, $"{finding.Rule.Id}'s message ends with a full stop");
        if (finding.Evidence == Evidence.Likely && finding.Assumption is null)
            yield return At(finding, $"{finding.Rule.Id} is `likely` and names no assumption");
        if (finding.Trace.Any(step => step.Side == Side.A) != finding.Trace.Any(step => step.Side == Side.B))
            yield return At(finding, $"{finding.Rule.Id}'s trace has one side of two");
    }

    private static string Unmet(Marker marker, Judgement judgement)
    {
        if (Catalog.Find(marker.Rule) is null)
            return $"expected {marker.Rule}, which is no rule of the catalogue";
        var cleared = judgement.Cleared.FirstOrDefault(candidate => Speaks(marker, candidate));
        return $"expected {marker.Rule}{(marker.Text.Length > 0 ? $" \"{marker.Text}\"" : "")}, which is silent here{(cleared is null ? "" : $": {cleared.Reason}")}";
    }

    private static bool Speaks(Marker marker, Verdict verdict) =>
        marker.Rule == verdict.Rule.Id && marker.Path == verdict.Place.Path && marker.Line == verdict.Place.Line;

    private static Problem At(Finding finding, string text) => new(finding.Place.Path, finding.Place.Line, text);
}
