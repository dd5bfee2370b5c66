using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>Ways to take a row's protection away where a builder or an ORM writes the statement.</summary>
internal static partial class RowSeeds
{
    /// <summary><c>q.forUpdate()</c> → <c>q</c>, and <c>{ where, lock: true }</c> → <c>{ where, ...{} }</c>, where the function changes rows.</summary>
    public static IEnumerable<Seed> Lock(SyntaxTree tree)
    {
        foreach (var (node, seed) in WithoutLink(tree, name => name is "forUpdate" or "forNoKeyUpdate" or "setLock"))
        {
            if (Changes(node))
                yield return seed;
        }

        foreach (var property in Safeguard.Nodes(tree, SyntaxKind.PropertyAssignment))
        {
            if (property.FirstChild.Text is "lock" or "lockMode" && LockValue().IsMatch(property.Text) && Changes(property) && Safeguard.StatementOf(property) is var statement)
                yield return new(property.Span, [.. Encoding.UTF8.GetBytes("...{}"), .. Safeguard.LineFeeds(tree, property.Span.Start, property.Span.End)], statement.Span, Safeguard.InFunctionOf(property));
        }
    }

    /// <summary><c>insert(x).onConflictDoNothing()</c> → <c>insert(x)</c>, where the function reads before.</summary>
    public static IEnumerable<Seed> Conflict(SyntaxTree tree) =>
        WithoutLink(tree, name => name is "onConflict" or "onConflictDoNothing" or "onConflictDoUpdate" or "orIgnore" or "orUpdate").Where(seed => Reads(seed.Node)).Select(seed => seed.Seed);

    /// <summary>Whether the function around a node changes rows, as its text says.</summary>
    public static bool Changes(SyntaxNode node) => Change().IsMatch(TextAround(node));

    /// <summary>Whether the function around a node reads rows, as its text says.</summary>
    public static bool Reads(SyntaxNode node) => Reading().IsMatch(TextAround(node));

    private static IEnumerable<(SyntaxNode Node, Seed Seed)> WithoutLink(SyntaxTree tree, Predicate<string> named)
    {
        foreach (var node in Safeguard.Nodes(tree, SyntaxKind.CallExpression))
        {
            var call = CallExpression.From(node)!.Value;
            if (PropertyAccess.From(call.Callee) is not { } access || !named(access.Name.Text) || Safeguard.InFunctionOf(node) is not { } function)
                continue;
            var end = node.Span.End;
            // Knex finishes the clause in a link of its own: "onConflict('id').ignore()".
            if (access.Name.Text == "onConflict" && PropertyAccess.From(node.Parent) is { Name.Text: "ignore" or "merge" } && node.Parent.Parent.Is(SyntaxKind.CallExpression))
                end = node.Parent.Parent.Span.End;
            yield return (node, new(new(access.Target.Span.End, end), Safeguard.LineFeeds(tree, access.Target.Span.End, end), Safeguard.StatementOf(node).Span, function));
        }
    }

    private static string TextAround(SyntaxNode node) => Safeguard.InFunctionOf(node) is { } span ? Encoding.UTF8.GetString(node.Tree.Text.Span[span.Start..span.End]) : node.Text;

    [GeneratedRegex(@"LOCK\b|[pP]essimistic|PESSIMISTIC|:\s*true$|""?(for )?(no key )?update""?", RegexOptions.IgnoreCase)]
    private static partial Regex LockValue();

    [GeneratedRegex(@"\b(UPDATE\s+[\w""$.{}]+\s+(AS\s+\w+\s+)?SET|DELETE\s+FROM|INSERT\s+INTO)\b|\.(update|save|insert|delete|destroy|create)\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    [GeneratedRegex(@"\bSELECT\b|\.(find|select|get|count|exists)\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Reading();
}
