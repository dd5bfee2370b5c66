using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Hostile.Cli.Reports;
using Hostile.Rules;

namespace Hostile.Cli.Config;

/// <summary>The JSON Schema of <c>hostile.json</c>, by which editors complete and check it. Made from the rules and the reader's own words, so that it knows no other.</summary>
public static class ConfigurationSchema
{
    /// <summary>Where the schema is published, from the root of our repository.</summary>
    public const string Path = "docs/schema/hostile-1.json";

    /// <summary>The schema, draft 7, with a final line feed.</summary>
    public static string Render()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
            WriteRoot(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteRoot(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", "Configuration of hostile, hostile.json");
        WriteObjectHead(json);
        WriteText(json, "$schema", "Where an editor finds this schema.");

        json.WriteStartObject("rules");
        json.WriteString("$ref", "#/definitions/rules");
        json.WriteEndObject();

        WriteArrayOf(json, "overrides", "Settings for some files; they win over \"rules\", and the last that fits wins.", () =>
        {
            WriteObjectHead(json);
            WriteArrayOf(json, "paths", "Files or folders from this file's directory; * stops at a slash, ** does not, {a,b} is either.", () => WriteTextType(json));
            json.WriteStartObject("rules");
            json.WriteString("$ref", "#/definitions/rules");
            json.WriteEndObject();
            json.WriteEndObject();
            WriteRequired(json, "paths", "rules");
        });
        WriteArrayOf(json, "models", "Declaration files whose tags teach what libraries and wrappers do.", () => WriteTextType(json));

        json.WriteStartObject("gate");
        json.WriteString("description", "What fails the run, unless the command line says otherwise.");
        WriteObjectHead(json);
        WriteChoice(json, "severity", "The mildest severity that fails it.", ConfigurationKeys.Gates);
        WriteChoice(json, "evidence", "The weakest evidence that fails it.", ConfigurationKeys.Evidences);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartObject("definitions");
        WriteRules(json);
        WriteSetting(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartObject("rules");
        json.WriteString("description", "What becomes of each rule: its id, category/* or *.");
        WriteObjectHead(json);
        WriteSettingOf(json, "*", "All rules.");
        foreach (var category in Catalog.All.Select(rule => rule.Category).Distinct())
            WriteSettingOf(json, $"{category.ToString().ToLowerInvariant()}/*", $"{category.Title}.");
        foreach (var rule in Catalog.All)
            WriteSettingOf(json, rule.Id, $"{rule.Title}. {(rule.OffByDefault ? "Off by default." : $"Severity: {rule.Severity}.")}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSetting(Utf8JsonWriter json)
    {
        json.WriteStartObject("setting");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        WriteEnum(json, ConfigurationKeys.Levels);
        json.WriteEndObject();
        json.WriteStartObject();
        WriteObjectHead(json);
        WriteChoice(json, "severity", "Off, on, or the severity that its findings get.", ConfigurationKeys.Levels);
        WriteText(json, "reason", "Why; the report quotes it.");
        json.WriteEndObject();
        WriteRequired(json, "severity");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteObjectHead(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
    }

    private static void WriteSettingOf(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteStartArray("allOf");
        json.WriteStartObject();
        json.WriteString("$ref", "#/definitions/setting");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        WriteTextType(json);
        json.WriteEndObject();
    }

    private static void WriteTextType(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
    }

    private static void WriteArrayOf(Utf8JsonWriter json, string name, string description, Action item)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        item();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, string name, string description, ImmutableArray<string> choices)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        WriteEnum(json, choices);
        json.WriteEndObject();
    }

    private static void WriteEnum(Utf8JsonWriter json, ImmutableArray<string> choices)
    {
        json.WriteStartArray("enum");
        foreach (var choice in choices)
            json.WriteStringValue(choice);
        json.WriteEndArray();
    }

    private static void WriteRequired(Utf8JsonWriter json, params ImmutableArray<string> names)
    {
        json.WriteStartArray("required");
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
