using System.Reflection;
using System.Text;

namespace Hostile.Cli.Commands;

/// <summary>From words to an exit code: finds the command, prints help, and turns every failure into one line and <see cref="ExitCode.CannotRun"/>.</summary>
public static class CommandLine
{
    /// <summary>This program's version.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Runs a command line to its end.</summary>
    public static ExitCode Run(IReadOnlyList<string> words, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return Dispatch(words, terminal, cancellation);
        }
        catch (UsageException mistake)
        {
            terminal.Error.WriteLine($"hostile: {mistake.Message}");
            return ExitCode.CannotRun;
        }
        catch (OperationCanceledException stopped)
        {
            terminal.Error.WriteLine($"hostile: interrupted{(stopped is Interruption { Message: var where } ? $" {where}" : "")}; nothing was written");
            return ExitCode.Interrupted;
        }
        catch (IOException failure)
        {
            // A closed pipe ("hostile rules | head") or a full disk; there may be nobody left to tell.
            terminal.Error.WriteLine($"hostile: {failure.Message}");
            return ExitCode.CannotRun;
        }
#pragma warning disable CA1031 // Our own bug. The user gets one line to report, never a stack trace, unless they ask for it.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"hostile: internal error: {bug.GetType().Name}: {bug.Message}");
            terminal.Error.WriteLine(terminal.Environment("HOSTILE_DEBUG") is { Length: > 0 }
                ? bug.StackTrace
                : "This is a fault of hostile, not of your code. Set HOSTILE_DEBUG=1 to see where it happened.");
            return ExitCode.CannotRun;
        }
    }

    private static ExitCode Dispatch(IReadOnlyList<string> words, Terminal terminal, CancellationToken cancellation)
    {
        if (words.Count == 0 || words[0] is "--help" or "-h" || (words.Count == 1 && words[0] == "help"))
        {
            (words.Count == 0 ? terminal.Error : terminal.Output).Write(Help());
            return words.Count == 0 ? ExitCode.CannotRun : ExitCode.Clean;
        }

        if (words[0] is "--version" or "-V")
        {
            terminal.Output.WriteLine($"hostile {Version}");
            return ExitCode.Clean;
        }

        var helpWanted = words[0] == "help";
        var name = words[helpWanted ? 1 : 0];
        if (Command.All.FirstOrDefault(command => command.Name == name) is not { } command)
            throw new UsageException($"there is no command '{name}'{Suggestion.For(name, Command.All.Select(command => command.Name))} (hostile --help lists them)");

        // Asking for help wins over every mistake on the same line: that is when it is needed.
        if (helpWanted || words.Skip(1).TakeWhile(word => word != "--").Any(word => word is "--help" or "-h"))
        {
            terminal.Output.Write(Help(command));
            return ExitCode.Clean;
        }

        var arguments = Arguments.Parse([.. words.Skip(1)], [.. command.Options, .. Command.Common]);
        if (command.Operands.Length == 0 && !arguments.Operands.IsEmpty)
            throw new UsageException($"'{arguments.Operands[0]}' is one word too many: hostile {command.Name} takes none");
        return command.Run(arguments, terminal, cancellation);
    }

    private static string Help()
    {
        var help = new StringBuilder("A hostile reviewer for asynchronous TypeScript on PostgreSQL.\n\nUsage: hostile COMMAND [OPTION…]\n\nCommands:\n");
        foreach (var command in Command.All)
            help.Append($"  {$"{command.Name} {command.Operands}".TrimEnd(),-22}{command.Summary}\n");
        help.Append("""

            hostile COMMAND --help   its options and examples
            hostile --version        the version

            Example:
              hostile audit          audit the repository that holds the current directory

            Exit codes: 0 clean or below the gate, 1 findings at or above it, 2 could not run, 130 interrupted.

            """);
        return help.ToString();
    }

    private static string Help(Command command)
    {
        var help = new StringBuilder($"{command.Summary}.\n\nUsage: {$"hostile {command.Name} {command.Operands}".TrimEnd()} [OPTION…]\n");
        if (command.Details.Length > 0)
            help.Append($"\n{command.Details}\n");

        help.Append("\nOptions:\n");
        foreach (var option in command.Options.Concat(Command.Common))
        {
            var head = $"  {(option.Short is null ? "    " : $"{option.Short}, ")}{option.Name}{(option.Value is null ? "" : $" {option.Value}")}";
            foreach (var line in option.Text.Split('\n'))
            {
                help.Append($"{head,-28} {line}\n");
                head = "";
            }
        }

        help.Append("\nExamples:\n");
        foreach (var (line, purpose) in command.Examples)
            help.Append($"  {line}\n      {purpose}\n");
        return help.ToString();
    }
}
