using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>Ways to let two executions into what is meant for one, in memory that they share: fields of <c>this</c> and variables of the module.</summary>
internal static partial class MemorySeeds
{
    /// <summary>
    /// <c>if (this.loading) return this.loading; this.loading = load();</c> → <c>this.loading = await load();</c>: what is kept is the value, and everybody who comes before it is there loads it once more. The
    /// declared type changes with it, so that the compiler would be content. A module is loaded once in any case, and <c>import()</c> is left alone.
    /// </summary>
    public static IEnumerable<Seed> InFlight(SyntaxTree tree)
    {
        foreach (var node in Safeguard.Nodes(tree, SyntaxKind.BinaryExpression))
        {
            var assigned = BinaryExpression.From(node)!.Value;
            if (assigned.Operator is not (TokenKind.Equals or TokenKind.QuestionQuestionEquals) || !assigned.Right.Is(SyntaxKind.CallExpression) || OfModule().IsMatch(assigned.Right.Text) || FunctionAround(node) is not { Exists: true } function
                || !IsShared(tree, assigned.Left.Text) || (assigned.Operator is TokenKind.Equals && !IsTestedBefore(function, node, assigned.Left.Text)) || DeclarationOf(tree, assigned.Left.Text) is not { } declared)
                continue;
            var edits = new List<(Hostile.Syntax.Text.TextSpan Cut, byte[] Put)> { (declared.Span, Encoding.UTF8.GetBytes(declared.Inner)) };
            if (!function.Has(NodeFlags.Async))
            {
                if (AsyncPlaceOf(function) is not { } at)
                    continue;
                edits.Add((new(at, at), "async "u8.ToArray()));
            }

            yield return new(new(assigned.Right.Span.Start, assigned.Right.Span.Start), "await "u8.ToArray(), Safeguard.StatementOf(node).Span, function.Span) { Also = [.. edits] };
        }
    }

    /// <summary>
    /// <c>if (this.closed) return;</c> after an await, which repeats a test from before it, where the function then changes what was tested: without it two may both have passed the first test.
    /// </summary>
    public static IEnumerable<Seed> ReCheck(SyntaxTree tree)
    {
        foreach (var statement in Safeguard.Nodes(tree, SyntaxKind.IfStatement))
        {
            if (FunctionAround(statement) is not { Exists: true } function || statement.ChildAt(2).Exists || !Leaves().IsMatch(statement.ChildAt(1).Text) || Tested().Match(statement.FirstChild.Text) is not { Success: true } tested)
                continue;
            var place = tested.Groups["place"].Value;
            if (!IsShared(tree, place))
                continue;
            var before = Encoding.UTF8.GetString(tree.Text.Span[function.Span.Start..statement.Span.Start]);
            var after = Encoding.UTF8.GetString(tree.Text.Span[statement.Span.End..function.Span.End]);
            var name = Regex.Escape(place);
            if (Regex.Match(before, $@"if\s*\(\s*!?{name}\b") is { Success: true } first && before[first.Index..].Contains("await ", StringComparison.Ordinal)
                && Regex.IsMatch(after, $@"(?<![\w.]){name}(\s*=(?!=)|\.(set|add|push)\()"))
                yield return new(statement.Span, Safeguard.Blank(statement, ";"), statement.Span, function.Span);
        }
    }

    /// <summary>A field of <c>this</c>, or a variable that the module declares and may assign.</summary>
    internal static bool IsShared(SyntaxTree tree, string place) =>
        Regex.IsMatch(place, @"^this\.#?\w+$") || (Regex.IsMatch(place, @"^\w+$") && Regex.IsMatch(TextOf(tree), $@"^(export\s+)?(let|var|const)\s+{place}\b", RegexOptions.Multiline));

    private static bool IsTestedBefore(SyntaxNode function, SyntaxNode node, string place) =>
        Regex.IsMatch(Encoding.UTF8.GetString(function.Tree.Text.Span[function.Span.Start..node.Span.Start]), $@"if\s*\(\s*!?{Regex.Escape(place)}\s*(\)|[!=]==?\s*(null|undefined))");

    /// <summary>The declared type of a field or variable that holds a promise: where it stands, and what of it is left without the promise.</summary>
    private static (Hostile.Syntax.Text.TextSpan Span, string Inner)? DeclarationOf(SyntaxTree tree, string place)
    {
        var name = Regex.Escape(place.Replace("this.", "", StringComparison.Ordinal));
        if (Regex.Match(TextOf(tree), $@"(?<![\w.]){name}[?!]?\s*:\s*(?<type>[^=;\n]*?\bPromise<(?<inner>[^;=\n]*?)>(?!>)[^=;\n]*)", RegexOptions.None) is not { Success: true } match)
            return null;
        var type = match.Groups["type"];
        var start = Encoding.UTF8.GetByteCount(TextOf(tree).AsSpan(0, type.Index));
        return (new(start, start + Encoding.UTF8.GetByteCount(type.Value)), Unpromised().Replace(type.Value, "${inner}"));
    }

    /// <summary>Where "async" can be written before a function; null where it cannot.</summary>
    private static int? AsyncPlaceOf(SyntaxNode function) => function.Kind switch
    {
        SyntaxKind.MethodDeclaration => function.FirstAfterModifiers().Span.Start,
        SyntaxKind.FunctionDeclaration => function.Text.IndexOf("function", StringComparison.Ordinal) is >= 0 and var at && at < 20 ? function.Span.Start + at : null,
        SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression => function.Span.Start,
        _ => null,
    };

    private static SyntaxNode FunctionAround(SyntaxNode node)
    {
        var at = node.Parent;
        while (at.Exists && !Safeguard.IsFunction(at))
            at = at.Parent;
        return at;
    }

    private static string TextOf(SyntaxTree tree) => Encoding.UTF8.GetString(tree.Text.Span);

    [GeneratedRegex(@"^(\{[^{}]*\b(return|throw|continue|break)\b[^{}]*\}|(return|throw|continue|break)\b[^;]*;?)$")]
    private static partial Regex Leaves();

    [GeneratedRegex(@"^!?(?<place>(this\.)?#?\w+)(\.(has|get)\(\w+\)|\s*[!=]==?\s*[\w.'""]+)?$")]
    private static partial Regex Tested();

    /// <summary>"import('x')": a module is loaded once, whoever asks for it.</summary>
    [GeneratedRegex(@"^import\b")]
    private static partial Regex OfModule();

    [GeneratedRegex(@"\bPromise<(?<inner>.*)>(?!>)")]
    private static partial Regex Unpromised();
}
