using System.Collections.Immutable;

namespace Hostile.Cli.Commands;

/// <summary>A verb of the command line: the table by which it is parsed, helped and run.</summary>
public sealed record Command
{
    public required string Name { get; init; }

    /// <summary>What stands after the name, e.g. <c>[PATH…]</c>; empty when nothing may.</summary>
    public required string Operands { get; init; }

    /// <summary>What it does, in one line, no full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>What a user must know besides; lines of at most 100 columns.</summary>
    public string Details { get; init; } = "";

    public required ImmutableArray<Option> Options { get; init; }

    /// <summary>Command lines that work, each with what it is for.</summary>
    public required ImmutableArray<(string Line, string Purpose)> Examples { get; init; }

    /// <summary>Runs it. Throws <see cref="UsageException"/> when the arguments make no sense, with one line for the user.</summary>
    public required Func<Arguments, Terminal, CancellationToken, ExitCode> Run { get; init; }

    /// <summary>All verbs, in the order in which help lists them.</summary>
    public static ImmutableArray<Command> All { get; } = [AuditCommand.Command, ClearedCommand.Command, ExplainCommand.Command, RulesCommand.Command];

    /// <summary>Understood by every command.</summary>
    public static ImmutableArray<Option> Common { get; } =
    [
        new("--color", "WHEN", "Colour the output: auto, always or never\n(default auto: on a terminal, unless NO_COLOR is set)") { Choices = ["auto", "always", "never"] },
        new("--help", null, "Show this help") { Short = "-h" },
    ];
}
