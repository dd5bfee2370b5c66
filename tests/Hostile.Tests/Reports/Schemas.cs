using Hostile.Tests.House;
using NJsonSchema;

namespace Hostile.Tests.Reports;

/// <summary>The schemas that reports must meet.</summary>
internal static class Schemas
{
    /// <summary>SARIF's own, of the OASIS committee.</summary>
    public static Task<JsonSchema> Sarif() => JsonSchema.FromJsonAsync(Repository.Read("tests/Hostile.Tests/Reports/schemas/sarif-2.1.0-rtm.5.json"));

    /// <summary>Ours, of the JSON report.</summary>
    public static Task<JsonSchema> Report() => JsonSchema.FromJsonAsync(Repository.Read("docs/schema/report-1.json"));

    /// <summary>What does not meet the schema, a line each.</summary>
    public static IEnumerable<string> Faults(JsonSchema schema, string json) => schema.Validate(json).Select(fault => $"{fault.Path}: {fault.Kind} (line {fault.LineNumber})");
}
