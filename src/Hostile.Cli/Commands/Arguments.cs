using System.Collections.Immutable;

namespace Hostile.Cli.Commands;

/// <summary>A command line taken apart by a command's option table.</summary>
public sealed class Arguments
{
    private readonly List<(Option Option, string Value)> given = [];

    /// <summary>What is no option, in order.</summary>
    public ImmutableArray<string> Operands { get; private set; } = [];

    /// <summary>The options in the order given, with their values; a switch has an empty one.</summary>
    public IReadOnlyList<(Option Option, string Value)> Given => given;

    /// <summary>Reports whether the option was given.</summary>
    public bool Has(string name) => given.Exists(pair => pair.Option.Name == name);

    /// <summary>The option's value, or null when it was not given.</summary>
    public string? Value(string name) => given.Find(pair => pair.Option.Name == name).Value;

    /// <summary>
    /// Takes words apart: <c>--name value</c>, <c>--name=value</c>, <c>-n value</c>, <c>-nvalue</c>; after <c>--</c> all is operand,
    /// and a lone <c>-</c> is one. Throws <see cref="UsageException"/> at the first word that fits no option.
    /// </summary>
    public static Arguments Parse(IReadOnlyList<string> words, IReadOnlyCollection<Option> options)
    {
        var arguments = new Arguments();
        var operands = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word == "--")
            {
                operands.AddRange(words.Skip(i + 1));
                break;
            }

            if (word.Length < 2 || word[0] != '-')
            {
                operands.Add(word);
                continue;
            }

            var (name, attached) = Split(word);
            var option = options.FirstOrDefault(option => option.Name == name || option.Short == name)
                ?? throw new UsageException($"unknown option '{name}'{Suggestion.For(name, options.Select(option => option.Name))}");

            if (option.Value is null)
            {
                if (attached is not null)
                    throw new UsageException($"{option.Name} takes no value");
                arguments.Add(option, "");
                continue;
            }

            // A value may begin with a dash only when it is "-" itself (standard output): "--format --verbose" is a slip.
            if (attached is null && (i + 1 == words.Count || (words[i + 1].Length > 1 && words[i + 1][0] == '-')))
                throw new UsageException($"{option.Name} needs a value: {option.Name} {Expected(option)}");
            arguments.Add(option, attached ?? words[++i]);
        }

        arguments.Operands = [.. operands];
        return arguments;
    }

    private static (string Name, string? Attached) Split(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
            return (word[..2], word.Length == 2 ? null : word[2] == '=' ? word[3..] : word[2..]);

        var equals = word.IndexOf('=');
        return equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
    }

    private void Add(Option option, string value)
    {
        if (!option.Choices.IsEmpty && !option.Choices.Contains(value))
            throw new UsageException($"{option.Name} does not know '{value}'{Suggestion.For(value, option.Choices)} ({Expected(option)})");

        if (!option.Repeats && Has(option.Name))
            throw new UsageException($"{option.Name} is given twice");
        given.Add((option, value));
    }

    private static string Expected(Option option) => option.Choices.IsEmpty ? option.Value! : string.Join("|", option.Choices);
}

/// <summary>The user asked for what makes no sense; the message is one line for them. Ends in <see cref="ExitCode.CannotRun"/>.</summary>
public sealed class UsageException(string message) : Exception(message);
