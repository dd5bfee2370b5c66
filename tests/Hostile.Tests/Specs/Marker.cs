using System.Text.RegularExpressions;

namespace Hostile.Tests.Specs;

/// <summary>What a comment in an analysed source asserts about its line.</summary>
public enum MarkerKind
{
    /// <summary>The rule reports a finding that begins here.</summary>
    Expect,

    /// <summary>The rule ought to report one and is known not to; fails when it does.</summary>
    Miss,

    /// <summary>The rule reports one and is known to be wrong; fails when it stops.</summary>
    Noise,

    /// <summary>The rule examined a candidate here and said why it is no fault.</summary>
    Cleared,
}

/// <summary>An assertion in a source, made in a <c>//</c> or <c>--</c> comment; alone on its line it speaks of the next line of code.</summary>
/// <param name="Line">The line spoken of, counting from 1.</param>
/// <param name="Text">A part of the message or reason that must be there; for known errors, why.</param>
public sealed partial record Marker(string Path, int Line, MarkerKind Kind, string Rule, string Text)
{
    /// <summary>The markers of a file; what looks like one and cannot be read goes to <paramref name="problems"/>.</summary>
    public static IEnumerable<Marker> Read(string path, string text, List<Problem> problems)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (Match found in Comment().Matches(lines[i]))
            {
                if (!Enum.TryParse<MarkerKind>(found.Groups[1].Value, ignoreCase: true, out var kind))
                {
                    problems.Add(new(path, i + 1, $"`{found.Groups[1].Value}:` is reserved and not checked yet: a marker that asserts nothing may not stand"));
                    continue;
                }

                var entries = kind switch { MarkerKind.Expect => Listed(), MarkerKind.Cleared => WithReason(), _ => Known() };
                var matches = entries.Matches(found.Groups[2].Value);
                if (matches.Count == 0 || matches.Sum(match => match.Length) != found.Groups[2].Value.Length)
                    problems.Add(new(path, i + 1, $"cannot read the marker `{found.Value}`"));

                foreach (Match entry in matches)
                    yield return new(path, Spoken(lines, i), kind, entry.Groups["rule"].Value, entry.Groups["text"].Value);
            }
        }
    }

    private static int Spoken(string[] lines, int i)
    {
        while (i < lines.Length - 1 && Alone().IsMatch(lines[i]))
            i++;
        return i + 1;
    }

    [GeneratedRegex(@"(?://|--)\s*(expect|miss|noise|cleared|type|summary):\s*(.*?)\s*(?=(?://|--)\s*(?:expect|miss|noise|cleared|type|summary):|$)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?://|--)\s*(?:expect|miss|noise|cleared):")]
    private static partial Regex Alone();

    /// <summary><c>race/lost-update "part of message", rejection/late-await</c></summary>
    [GeneratedRegex("""\G(?<rule>[a-z]+/[a-z0-9-]+)(?:\s+"(?<text>[^"]*)")?(?:\s*,\s*|\s*$)""")]
    private static partial Regex Listed();

    /// <summary><c>race/lost-update</c>, <c>race/lost-update FOR UPDATE</c> or <c>race/lost-update "FOR UPDATE"</c></summary>
    [GeneratedRegex("""^(?<rule>[a-z]+/[a-z0-9-]+)(?:\s+(?<quote>"?)(?<text>.*\S)\k<quote>)?$""")]
    private static partial Regex WithReason();

    /// <summary><c>race/lost-update why it is a known error</c></summary>
    [GeneratedRegex(@"^(?<rule>[a-z]+/[a-z0-9-]+)\s+(?<text>\S.*)$")]
    private static partial Regex Known();
}
