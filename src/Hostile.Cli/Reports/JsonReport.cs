using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hostile.Model;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>The report for programs: the form that <c>docs/report-json.md</c> describes and <c>docs/schema/report-1.json</c> defines.</summary>
public static class JsonReport
{
    /// <summary>Raised when a reader of the old form would misread the new; additions do not raise it.</summary>
    public const int SchemaVersion = 1;

    /// <summary>How every JSON form of the report is written: indented, with line feeds, and with no more escapes than JSON asks for.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the whole report as one object and a final line feed.</summary>
    public static void Write(AuditReport report, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(report, json);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes the whole report as one object.</summary>
    public static void Write(AuditReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        WriteTool(report, json);
        WriteProject(report.Facts, json);
        WriteGate(report.Facts.Gate, json);
        WriteArray(json, "findings", report.Findings, WriteFinding);
        WriteMatrix(report.Matrix, json);
        WriteArray(json, "cleared", report.Cleared, WriteCleared);
        WriteSilenced(report, json);
        WriteArray(json, "skipped", report.Facts.Skipped, WriteSkipped);
        WriteArray(json, "notes", report.Facts.Notes, WriteNote);
        WriteArray(json, "failures", report.Failures, WriteFailure);
        if (!report.Facts.Timings.IsEmpty)
            WriteArray(json, "timings", report.Facts.Timings, WriteTiming);
        json.WriteEndObject();
    }

    private static void WriteTool(AuditReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", AuditReport.Auditor);
        json.WriteString("version", report.Facts.Version);
        json.WriteStartArray("rules");
        foreach (var rule in report.Facts.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
            json.WriteStringValue(rule.Id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProject(AuditFacts facts, Utf8JsonWriter json)
    {
        json.WriteStartObject("project");
        json.WriteString("name", facts.Project);
        json.WriteString("scope", facts.Scope);
        json.WriteString("date", facts.Date);
        json.WriteString("commit", facts.Commit);
        json.WriteNumber("files", facts.Extent.Files);
        json.WriteNumber("lines", facts.Extent.Lines);
        json.WriteNumber("functions", facts.Extent.Functions);
        json.WriteNumber("statements", facts.Extent.Statements);
        json.WriteEndObject();
    }

    private static void WriteGate(Gate gate, Utf8JsonWriter json)
    {
        json.WriteStartObject("gate");
        json.WriteString("severity", gate.Mildest?.ToString());
        json.WriteString("evidence", gate.Weakest.Word);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, ReportedFinding reported)
    {
        json.WriteStartObject();
        json.WriteString("id", reported.Id);
        WriteFault(json, reported.Finding);
        json.WriteBoolean("aboveGate", reported.AboveGate);
        json.WriteString("fingerprint", reported.Fingerprint);
        if (reported.SameAs is not null)
            json.WriteString("sameAs", reported.SameAs);
        json.WriteEndObject();
    }

    /// <summary>What a finding and a silenced finding have in common.</summary>
    private static void WriteFault(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("category", CategoryId(finding.Rule.Category));
        json.WriteString("severity", finding.Severity.ToString());
        json.WriteString("evidence", finding.Evidence.Word);
        WritePlace(json, finding.Place);
        json.WriteString("message", finding.Message);
        json.WriteStartArray("trace");
        foreach (var step in finding.Trace)
        {
            json.WriteStartObject();
            WritePlace(json, step.Place);
            json.WriteString("text", step.Text);
            if (step.Side != Side.Only)
                json.WriteString("side", step.Side.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("fix", finding.Repair);
        json.WriteString("repairCode", finding.RepairCode);
        json.WriteString("risk", finding.Risk ?? finding.Rule.Risk);
        json.WriteString("money", finding.Money);
        json.WriteString("assumption", finding.Assumption);
        json.WriteStartArray("severityReasons");
        foreach (var reason in finding.SeverityReasons)
            json.WriteStringValue(reason);
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.Path);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
    }

    private static void WriteMatrix(RiskMatrix matrix, Utf8JsonWriter json)
    {
        json.WriteStartObject("matrix");
        foreach (var row in matrix.Rows.Append(matrix.Total))
        {
            json.WriteStartObject(row.Category is { } category ? CategoryId(category) : "total");
            json.WriteNumber("P0", row.P0);
            json.WriteNumber("P1", row.P1);
            json.WriteNumber("P2", row.P2);
            json.WriteNumber("P3", row.P3);
            json.WriteNumber("total", row.Total);
            json.WriteNumber("hazards", row.Hazards);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCleared(Utf8JsonWriter json, Cleared cleared)
    {
        json.WriteStartObject();
        json.WriteString("rule", cleared.Rule.Id);
        json.WriteString("file", cleared.Place.Path);
        json.WriteNumber("line", cleared.Place.Line);
        json.WriteNumber("column", cleared.Place.Column);
        json.WriteString("reason", cleared.Reason);
        json.WriteEndObject();
    }

    private static void WriteSilenced(AuditReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("silenced");
        for (var i = 0; i < report.Facts.Silenced.Length; i++)
        {
            var silenced = report.Facts.Silenced[i];
            json.WriteStartObject();
            WriteFault(json, silenced.Finding);
            json.WriteString("fingerprint", report.SilencedFingerprints[i]);
            json.WriteString("by", silenced.By switch { SilencedBy.Comment => "comment", SilencedBy.Configuration => "configuration", _ => "baseline" });
            json.WriteString("where", silenced.Where);
            json.WriteString("reason", silenced.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSkipped(Utf8JsonWriter json, SkippedFile skipped)
    {
        json.WriteStartObject();
        json.WriteString("file", skipped.Path);
        json.WriteString("reason", skipped.Reason);
        json.WriteEndObject();
    }

    private static void WriteNote(Utf8JsonWriter json, Note note)
    {
        json.WriteStartObject();
        json.WriteString("text", note.Text);
        json.WriteString("file", note.Path);
        if (note.Line is { } line)
            json.WriteNumber("line", line);
        else
            json.WriteNull("line");
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, RuleFailure failure)
    {
        json.WriteStartObject();
        json.WriteString("rule", failure.Rule);
        json.WriteString("message", failure.Message);
        json.WriteEndObject();
    }

    private static void WriteTiming(Utf8JsonWriter json, Timing timing)
    {
        json.WriteStartObject();
        json.WriteString("stage", timing.Stage);
        json.WriteNumber("milliseconds", Math.Round(timing.Elapsed.TotalMilliseconds, 3));
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    /// <summary>As rule ids begin.</summary>
    private static string CategoryId(Category category) => category.ToString().ToLowerInvariant();
}
