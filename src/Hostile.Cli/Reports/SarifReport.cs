using System.Text.Json;
using Hostile.Model;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>The report for code hosts and editors: SARIF 2.1.0. A race's two executions are two thread flows of one code flow, their steps numbered in time.</summary>
public static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Paths are relative to this; where it lies is for the reader to say, so that no machine's path is in the report.</summary>
    private const string Root = "%SRCROOT%";

    // A snippet is the region's exact text or nothing.
    private const int LongestSnippet = 2000;

    /// <summary>Writes the whole log as one object and a final line feed.</summary>
    public static void Write(AuditReport report, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
            Write(report, json);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes the whole log as one object.</summary>
    public static void Write(AuditReport report, Utf8JsonWriter json)
    {
        var rules = Rules(report);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(report, rules, json);
        WriteInvocation(report, json);
        WriteProvenance(report.Facts, json);
        json.WriteString("columnKind", "utf16CodeUnits");

        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
            WriteResult(finding, null, rules.IndexOf(finding.Finding.Rule), json);
        for (var i = 0; i < report.Facts.Silenced.Length; i++)
        {
            var silenced = report.Facts.Silenced[i];
            WriteResult(new("", silenced.Finding, AboveGate: false, report.SilencedFingerprints[i]), silenced, rules.IndexOf(silenced.Finding.Rule), json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static List<Rule> Rules(AuditReport report) =>
    [
        .. report.Facts.Rules
            .Concat(report.Findings.Select(finding => finding.Finding.Rule))
            .Concat(report.Facts.Silenced.Select(silenced => silenced.Finding.Rule))
            .Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static void WriteTool(AuditReport report, List<Rule> rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", AuditReport.Auditor);
        json.WriteString("version", report.Facts.Version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            WriteRule(rule, report, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Rule rule, AuditReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", string.Concat(rule.Name.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}")));
        WriteText(json, "shortDescription", Words.Sentence(rule.Title));
        WriteText(json, "fullDescription", Words.OneLine(rule.Why));
        WriteText(json, "help", Words.OneLine(rule.Fix), RulePage.Render(rule));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity, Evidence.Certain));
        json.WriteEndObject();

        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("concurrency");
        json.WriteStringValue(rule.Category.ToString().ToLowerInvariant());
        json.WriteEndArray();
        json.WriteString("problem.severity", Level(rule.Severity, Evidence.Certain) switch { "error" => "error", "warning" => "warning", _ => "recommendation" });
        // Evidence belongs to a finding and precision, here, to a rule: the weakest of its findings speaks for it.
        var evidence = report.Findings.Where(finding => finding.Finding.Rule == rule).Select(finding => finding.Finding.Evidence).DefaultIfEmpty(Evidence.Certain).Max();
        json.WriteString("precision", evidence switch { Evidence.Proven => "very-high", Evidence.Certain => "high", Evidence.Likely => "medium", _ => "low" });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(AuditReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Failures.IsEmpty);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in report.Failures)
            WriteNotification(json, "error", $"The rule {failure.Rule} failed: {failure.Message}", null, null);
        foreach (var note in report.Facts.Notes)
            WriteNotification(json, "warning", Words.Sentence(note.Text), note.Path, note.Line);
        foreach (var skipped in report.Facts.Skipped)
            WriteNotification(json, "note", $"Not audited: {skipped.Reason}.", skipped.Path, null);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string level, string text, string? path, int? line)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        WriteText(json, "message", text);
        if (path is not null)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifact(json, path);
            if (line is { } start)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", start);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteProvenance(AuditFacts facts, Utf8JsonWriter json)
    {
        if (facts.Commit is not null && RepositoryUri.Of(facts.Repository) is { } repository)
        {
            json.WriteStartArray("versionControlProvenance");
            json.WriteStartObject();
            json.WriteString("repositoryUri", repository);
            json.WriteString("revisionId", facts.Commit);
            json.WriteStartObject("mappedTo");
            json.WriteString("uriBaseId", Root);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        WriteText(json, "description", "The root of the audited repository.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(ReportedFinding reported, Silenced? silenced, int ruleIndex, Utf8JsonWriter json)
    {
        var finding = reported.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity, finding.Evidence));
        json.WriteNumber("rank", Rank(finding));
        var message = $"{Words.Sentence(finding.Message)} {Words.Sentence(finding.Repair)}";
        WriteText(json, "message", message, MarkdownText.Prose(message));
        json.WriteStartArray("locations");
        WriteLocation(json, finding.Place, null, null);
        json.WriteEndArray();
        WriteCodeFlow(finding, json);
        WriteRelated(finding, json);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("hostile/v1", reported.Fingerprint);
        json.WriteEndObject();

        json.WriteStartArray("suppressions");
        if (silenced is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", silenced.By == SilencedBy.Comment ? "inSource" : "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", silenced.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteProperties(reported, json);
        json.WriteEndObject();
    }

    private static void WriteProperties(ReportedFinding reported, Utf8JsonWriter json)
    {
        var finding = reported.Finding;
        json.WriteStartObject("properties");
        if (reported.Id.Length > 0)
            json.WriteString("id", reported.Id);
        json.WriteString("severity", finding.Severity.ToString());
        json.WriteString("evidence", finding.Evidence.Word);
        json.WriteBoolean("aboveGate", reported.AboveGate);
        json.WriteString("risk", reported.Risk);
        if (finding.Assumption is not null)
            json.WriteString("assumption", finding.Assumption);
        if (finding.Money is not null)
            json.WriteString("money", finding.Money);
        json.WriteEndObject();
    }

    private static void WriteCodeFlow(Finding finding, Utf8JsonWriter json)
    {
        var steps = finding.Trace.Select((step, index) => (Step: step, Order: index + 1));
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        foreach (var side in steps.GroupBy(item => item.Step.Side).OrderBy(side => side.Key == Side.Only).ThenBy(side => side.Key))
        {
            json.WriteStartObject();
            json.WriteString("id", side.Key switch { Side.A => "A", Side.B => "B", _ => "main" });
            json.WriteStartArray("locations");
            foreach (var (step, order) in side)
            {
                json.WriteStartObject();
                json.WriteNumber("executionOrder", order);
                json.WritePropertyName("location");
                WriteLocation(json, step.Place, null, step.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The other places of the trace, each once, for viewers that show no flows.</summary>
    private static void WriteRelated(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartArray("relatedLocations");
        var others = Enumerable.Range(0, finding.Trace.Length).GroupBy(index => finding.Trace[index].Place).Where(place => place.Key != finding.Place);
        var id = 0;
        foreach (var place in others)
            WriteLocation(json, place.Key, ++id, string.Join("; ", StepLabel.Describe(finding, place)));
        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, Place place, int? id, string? message)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, place.Path);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        if (place.Span.Length is > 0 and <= LongestSnippet)
        {
            json.WriteStartObject("snippet");
            json.WriteString("text", place.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
            WriteText(json, "message", message);
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text, string? markdown = null)
    {
        json.WriteStartObject(name);
        // Plain text of SARIF knows links, [text](target): the audited code must not write one.
        json.WriteString("text", text.Replace("](", "\\](", StringComparison.Ordinal));
        if (markdown is not null)
            json.WriteString("markdown", markdown);
        json.WriteEndObject();
    }

    private static string Level(Severity severity, Evidence evidence) => (severity, evidence) switch
    {
        (_, Evidence.Hazard) => "note",
        (Severity.P0 or Severity.P1, _) => "error",
        (Severity.P2, _) => "warning",
        _ => "note",
    };

    /// <summary>Out of 100: severity first, then evidence.</summary>
    private static double Rank(Finding finding) => 100 - (25 * (int)finding.Severity) - (5 * (int)finding.Evidence);
}
