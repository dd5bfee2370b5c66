using System.Collections.Immutable;

namespace Hostile.Cli.Commands;

/// <summary>An option of a command: how it is written and what help says of it.</summary>
/// <param name="Name">Long name with its dashes.</param>
/// <param name="Value">The value's name in help, e.g. <c>FILE</c>; null for a switch.</param>
/// <param name="Text">What it does, no full stop; <c>\n</c> begins a new line of help.</param>
public sealed record Option(string Name, string? Value, string Text)
{
    /// <summary>Short form with its dash; null when there is none.</summary>
    public string? Short { get; init; }

    /// <summary>The values it takes; empty when any will do.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether it may be given more than once.</summary>
    public bool Repeats { get; init; }
}
