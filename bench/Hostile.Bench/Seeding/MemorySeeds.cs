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
    /// declared type changes with it, so that the compiler would be content. Left alone is what a second load costs nothing of: <c>import()</c> and Stripe's script, which are loaded once in any case; a promise that is
    /// there already; what the file keeps for everybody in a place of its own; a file that is only read; what is killed. And what the file chains something to as a promise: that would be no program.
    /// </summary>
    public static IEnumerable<Seed> InFlight(SyntaxTree tree)
    {
        foreach (var node in Safeguard.Nodes(tree, SyntaxKind.BinaryExpression))
        {
            var assigned = BinaryExpression.From(node)!.Value;
            if (assigned.Operator is not (TokenKind.Equals or TokenKind.QuestionQuestionEquals) || !assigned.Right.Is(SyntaxKind.CallExpression) || IsLoadedOnce(tree, assigned.Right, assigned.Left.Text) || FunctionAround(node) is not { Exists: true } function
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

    /// <summary>Whether a load is one whoever asks for it, or costs nothing, as the file shows it; or whether the place must hold a promise.</summary>
    private static bool IsLoadedOnce(SyntaxTree tree, SyntaxNode load, string place)
    {
        if (OfModule().IsMatch(load.Text) || Regex.IsMatch(TextOf(tree), $@"(?<![\w.]){Regex.Escape(place)}\s*[!?]?\.(then|catch|finally)\("))
            return true;
        // "getClient().then(…).catch(…)": what the chain begins with.
        var root = load;
        while (CallExpression.From(root) is { } call && PropertyAccess.From(call.Callee) is { Name.Text: "then" or "catch" or "finally", Target: var target })
            root = target;
        if (CallExpression.From(root) is not { } first)
            return root != load;
        if (Cheap().IsMatch(first.Callee.Text) || (first.Callee.Text == "Promise.all" && first.Arguments is [{ Kind: SyntaxKind.Identifier }]))
            return true;
        return root != load && first.Callee.Is(SyntaxKind.Identifier) && Safeguard.Nodes(tree, SyntaxKind.BinaryExpression).Any(other => other != load.Parent
            && BinaryExpression.From(other) is { Operator: TokenKind.Equals or TokenKind.QuestionQuestionEquals, Left: var kept } && IsShared(tree, kept.Text) && FunctionAround(other) is { Exists: true } function
            && NameOf(function) == first.Callee.Text && (BinaryExpression.From(other)!.Value.Operator is TokenKind.QuestionQuestionEquals || IsTestedBefore(function, other, kept.Text)));
    }

    private static string NameOf(SyntaxNode function) => function.Is(SyntaxKind.FunctionDeclaration) ? function.FirstAfterModifiers().Text
        : function.Parent.Parent.Is(SyntaxKind.VariableDeclaration) ? function.Parent.Parent.FirstAfterModifiers().Text : "";

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

    /// <summary>"readFile(path)", "process.kill()", "loadStripe(key)", which keeps its promise itself (@stripe/stripe-js 1 to 8: dist, loadScript).</summary>
    [GeneratedRegex(@"^(\w+\.)*(readFile|loadStripe)$|\.(kill|terminate)$")]
    private static partial Regex Cheap();

    [GeneratedRegex(@"\bPromise<(?<inner>.*)>(?!>)")]
    private static partial Regex Unpromised();
}
