using System.Collections.Immutable;

namespace Hostile.Cli.Config;

/// <summary>The words of <c>hostile.json</c>, which the reader and the schema share.</summary>
internal static class ConfigurationKeys
{
    public static ImmutableArray<string> Root { get; } = ["$schema", "rules", "overrides", "models", "gate"];

    public static ImmutableArray<string> Override { get; } = ["paths", "rules"];

    public static ImmutableArray<string> Setting { get; } = ["severity", "reason"];

    public static ImmutableArray<string> Gate { get; } = ["severity", "evidence"];

    /// <summary>What a rule can be set to.</summary>
    public static ImmutableArray<string> Levels { get; } = ["off", "on", "P0", "P1", "P2", "P3"];

    /// <summary>What can fail the build.</summary>
    public static ImmutableArray<string> Gates { get; } = ["P0", "P1", "P2", "P3", "none"];

    public static ImmutableArray<string> Evidences { get; } = ["proven", "certain", "likely"];
}
