using Hostile.Model;
using Hostile.Rules;
using Hostile.Tests.House;

namespace Hostile.Tests.Specs;

/// <summary>Runs one heading of a page: analyses its files, holds markers and snapshots against the result.</summary>
public static class SpecRun
{
    /// <summary>What is wrong, at lines of the page; empty when the heading holds.</summary>
    /// <param name="update">Whether snapshots that differ are rewritten in the page instead of reported.</param>
    public static IReadOnlyList<Problem> Problems(SpecPage page, string heading, bool update)
    {
        var cases = page.Cases.Where(found => found.Heading == heading).ToList();
        if (cases.Count != 1)
            return [new(page.Path, cases.Count == 0 ? 0 : cases[1].Line, $"the heading stands {cases.Count} times")];

        var files = cases[0].Files.ToDictionary(file => file.Path, file => file.Text);
        return Problems(cases[0], Analysis.Model(files), Analysis.Judge(files, Catalog.All.FirstOrDefault(rule => CatalogTests.PageOf(rule) == page.Path)), update);
    }

    /// <summary>The same for a judgement that is already there.</summary>
    public static IReadOnlyList<Problem> Problems(SpecCase spec, ProjectModel model, Judgement judgement, bool update)
    {
        var files = spec.Files.ToDictionary(file => file.Path, file => file.Text);
        var problems = spec.Problems.ToList();
        foreach (var problem in Expectations.Compare(files, judgement))
        {
            var file = spec.Files.FirstOrDefault(file => file.Path == problem.Path);
            problems.Add(file is null ? problem : new(spec.Page, file.FirstLine + problem.Line - 1, $"({file.Path}:{problem.Line}) {problem.Text}"));
        }

        // From the last to the first, so that rewriting one leaves the lines of the others where they are.
        foreach (var snapshot in spec.Snapshots.Reverse())
        {
            var actual = Views.Render(snapshot.Kind, model, judgement);
            if (actual is null)
                problems.Add(new(spec.Page, snapshot.FirstLine, $"no view `{snapshot.Kind}` yet"));
            else if (actual != snapshot.Text && update)
                Rewrite(spec.Page, snapshot, actual);
            else if (actual != snapshot.Text)
                problems.Add(new(spec.Page, snapshot.FirstLine, $"the {snapshot.Kind} is now (UPDATE=1 writes it):\n{actual}"));
        }

        return problems;
    }

    private static void Rewrite(string page, Snapshot snapshot, string actual)
    {
        var lines = Repository.Read(page).Split('\n').ToList();
        lines.RemoveRange(snapshot.FirstLine - 1, snapshot.Text.Count(c => c == '\n'));
        lines.InsertRange(snapshot.FirstLine - 1, actual.TrimEnd('\n').Split('\n'));
        File.WriteAllText(Repository.At(page), string.Join('\n', lines));
    }
}
