using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>Ways to keep what should end: only where the same file shows that it was taken, so that what goes is a safeguard indeed.</summary>
internal static partial class LeakSeeds
{
    /// <summary><c>client.release()</c> of a client that the function took itself.</summary>
    public static IEnumerable<Seed> Release(SyntaxTree tree) => Safeguard.Statements(tree, call =>
        Safeguard.CalleeIs(call, "release") && Taken().IsMatch(BirthOf(call.Node, TargetOf(call))) || call.Arguments.Count == 0 && call.Callee.Text == "release" && Taken().IsMatch(BirthOf(call.Node, "release")));

    /// <summary><c>clearTimeout(timer)</c> of a timer that the file sets.</summary>
    public static IEnumerable<Seed> ClearTimer(SyntaxTree tree) => InFile(tree, call =>
        call.Callee.Text is "clearTimeout" or "clearInterval" && call.Arguments.Count == 1 && Timer().IsMatch(BirthOf(call.Node, call.Arguments[0].Text)));

    /// <summary><c>finally { await client.end() }</c> of what the function opened itself.</summary>
    public static IEnumerable<Seed> EndInFinally(SyntaxTree tree) => Safeguard.Statements(tree, call =>
        call.Arguments.Count <= 1 && Safeguard.InFinally(call.Node) && PropertyAccess.From(call.Callee) is { } access && access.Name.Text is "end" or "close" or "destroy" or "quit" or "disconnect" or "dispose"
        && access.Target.Is(SyntaxKind.Identifier) && Opened().IsMatch(BirthOf(call.Node, access.Target.Text)));

    /// <summary><c>emitter.off(event, listener)</c> where the file adds the same listener to the same emitter.</summary>
    public static IEnumerable<Seed> RemoveListener(SyntaxTree tree) => InFile(tree, call =>
        (Safeguard.CalleeIs(call, "off") || Safeguard.CalleeIs(call, "removeListener") || Safeguard.CalleeIs(call, "removeEventListener")) && call.Arguments.Count >= 2
        && Regex.IsMatch(Text(tree), $@"{Regex.Escape(TargetOf(call))}\??\.(on|addListener|addEventListener)\(\s*{Regex.Escape(call.Arguments[0].Text)},\s*{Regex.Escape(call.Arguments[1].Text)}\b"));

    /// <summary><c>this.pending.delete(id)</c> where the collection is of the module or an object, and the file adds to it.</summary>
    public static IEnumerable<Seed> DeleteFromCollection(SyntaxTree tree) => InFile(tree, call =>
        Safeguard.CalleeIs(call, "delete") && call.Arguments.Count == 1 && TargetOf(call) is var collection
        && (collection.StartsWith("this.", StringComparison.Ordinal) || IsOfModule(tree, collection))
        && Regex.IsMatch(Text(tree), $@"{Regex.Escape(collection)}\.(set|add)\("));

    /// <summary><c>if (this.running) return;</c> where the function sets the flag and waits afterwards.</summary>
    public static IEnumerable<Seed> GuardFlag(SyntaxTree tree)
    {
        foreach (var statement in Safeguard.Nodes(tree, SyntaxKind.IfStatement))
        {
            if (Flag().Match(statement.Text) is not { Success: true } match || Safeguard.InFunctionOf(statement) is not { } function)
                continue;
            var after = Encoding.UTF8.GetString(tree.Text.Span[statement.Span.End..function.End]);
            if (Regex.Match(after, $@"{Regex.Escape(match.Groups[1].Value)}\s*=\s*(true|Date\.now\(\)|new\b)") is { Success: true } set && after.IndexOf("await", set.Index, StringComparison.Ordinal) >= 0)
                yield return new(statement.Span, Safeguard.Blank(statement, ";"), statement.Span, function);
        }
    }

    private static IEnumerable<Seed> InFile(SyntaxTree tree, Func<CallExpression, bool> fits) => Safeguard.Statements(tree, fits).Select(seed => seed with { Function = tree.Root.Span });

    private static string TargetOf(CallExpression call) => PropertyAccess.From(call.Callee)?.Target.Text.TrimEnd('?', '!') ?? "";

    private static string Text(SyntaxTree tree) => Encoding.UTF8.GetString(tree.Text.Span);

    private static bool IsOfModule(SyntaxTree tree, string name) => Regex.IsMatch(name, @"^\w+$") && Regex.IsMatch(Text(tree), $@"^(export\s+)?(const|let)\s+{name}\b", RegexOptions.Multiline);

    /// <summary>What a variable or field is first given, as text: within the function for a variable, within the file for a field. Empty: not found.</summary>
    private static string BirthOf(SyntaxNode use, string name)
    {
        name = name.TrimEnd('!');
        if (!Regex.IsMatch(name, @"^(this\.)?#?[\w.#]+$"))
            return "";
        var span = name.StartsWith("this.", StringComparison.Ordinal) ? use.Tree.Root.Span : Outermost(use);
        return Regex.Match(Encoding.UTF8.GetString(use.Tree.Text.Span[span.Start..span.End]), $@"(?<![\w.]){Regex.Escape(name)}\s*(:[^=;]+)?=(?!=)\s*([^;]{{0,200}})").Groups[2].Value;
    }

    private static Hostile.Syntax.Text.TextSpan Outermost(SyntaxNode use)
    {
        var span = use.Tree.Root.Span;
        for (var node = use.Parent; node.Exists; node = node.Parent)
        {
            if (Safeguard.IsFunction(node))
                span = node.Span;
        }

        return span;
    }

    [GeneratedRegex(@"^\(?\s*await\b[\s\S]*\b(connect|acquire|lock|getConnection|reserve|checkout)\w*\(")]
    private static partial Regex Taken();

    [GeneratedRegex(@"^(\w+\.)?set(Timeout|Interval)\(")]
    private static partial Regex Timer();

    [GeneratedRegex(@"^(await\s+)?(new\s+[\w.]*(Client|Pool|Redis|Queue|Worker|Connection|Cluster|DataSource|Sequelize|Prisma\w*|Boss|Kafka)\b|(mysql|pg|postgres|knex|redis)\w*\(|[\w.]*(create\w*(Client|Connection|Pool|ReadStream|WriteStream)|open|connect)\()", RegexOptions.IgnoreCase)]
    private static partial Regex Opened();

    [GeneratedRegex(@"^if\s*\((this\.#?\w+|\w+)\)\s*(\{\s*)?return;?\s*\}?$")]
    private static partial Regex Flag();
}
