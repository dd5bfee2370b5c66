using Hostile.Cli.Reports;

namespace Hostile.Bench.Judging;

/// <summary><c>judge</c>: lists the findings on a repository for a reader to judge, and counts the precision of what was judged.</summary>
internal static class JudgeCommand
{
    private const string Usage = """
        judge DIR --name OWNER/NAME --commit SHA [--sample N] [--show]

          DIR        a checked-out repository; audited with the default configuration
          --name     what the page calls it; the page is judgements/OWNER-NAME.md
          --commit   the commit that is checked out
          --sample   how many findings below P1 are listed at least (default 30)
          --show     print what each listed finding that has no verdict says, with its trace
        """;

    public static int Run(ReadOnlySpan<string> words)
    {
        var (folder, name, commit, sample, show) = ("", "", "", 30, false);
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--name", var given, ..]:
                    name = given;
                    words = words[2..];
                    break;
                case ["--commit", var given, ..]:
                    commit = given;
                    words = words[2..];
                    break;
                case ["--sample", var given, ..] when int.TryParse(given, out sample):
                    words = words[2..];
                    break;
                case ["--show", ..]:
                    show = true;
                    words = words[1..];
                    break;
                case [var given, ..] when !given.StartsWith('-') && folder.Length == 0:
                    folder = given;
                    words = words[1..];
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return words is ["--help", ..] ? 0 : 2;
            }
        }

        if (!Directory.Exists(folder) || name.Split('/').Length != 2 || commit.Length == 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var findings = Audited.Folder(folder).Findings;
        var path = Path.Combine(Repository.Root, "judgements", $"{name.Replace('/', '-')}.md");
        var page = JudgementPage.Read(path);
        var entries = page.Sample(findings, sample);
        var text = JudgementPage.Render(name, commit, findings.Length, entries, page.Gone(findings));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);

        if (show)
            Show(findings, [.. entries.Where(entry => entry.Verdict.Length == 0).Select(entry => entry.Fingerprint)]);
        foreach (var row in text.Split('\n').Where(line => line.StartsWith('|')))
            Console.WriteLine(row);
        Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, path));
        return 0;
    }

    private static void Show(IEnumerable<ReportedFinding> findings, HashSet<string> open)
    {
        foreach (var reported in findings.Where(reported => open.Contains(reported.Fingerprint[..12])))
        {
            var finding = reported.Finding;
            Console.WriteLine($"{finding.Place} {finding.Rule.Id} {finding.Severity} {reported.Fingerprint[..12]}\n  {finding.Message}{(finding.Assumption is null ? "" : $" (if {finding.Assumption})")}");
            foreach (var step in finding.Trace)
                Console.WriteLine($"    {step.Side,-4} {step.Place}: {step.Text}");
        }
    }
}
