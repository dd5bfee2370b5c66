using System.Text;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Syntax;

/// <summary>What tests of the parser say about a piece of code, a line a case.</summary>
internal static class Source
{
    public static SyntaxTree Parse(string code, ScriptKind kind = ScriptKind.TypeScript) => Parser.Parse(Encoding.UTF8.GetBytes(code), kind);

    /// <summary>The code has no errors, and its tree is sound.</summary>
    public static void Parses(string code, ScriptKind kind = ScriptKind.TypeScript)
    {
        var tree = Parse(code, kind);
        Assert.True(tree.Errors.IsEmpty, $"{Excerpt(code)}\n{string.Join('\n', tree.Errors)}");
        IsSound(tree);
    }

    /// <summary>The code has an error whose message holds a part, and there is a sound tree all the same.</summary>
    public static void Rejects(string code, string part, ScriptKind kind = ScriptKind.TypeScript)
    {
        var tree = Parse(code, kind);
        Assert.True(tree.Errors.Any(error => error.Message.Contains(part, StringComparison.Ordinal)),
            $"{Excerpt(code)}\nwants \"{part}\" and has: {string.Join("; ", tree.Errors.Select(error => error.Message))}");
        IsSound(tree);
    }

    /// <summary>Children lie inside their parent, in order, without overlap; all nodes but the root have a parent; children come before it.</summary>
    public static void IsSound(SyntaxTree tree)
    {
        Assert.Equal(SyntaxKind.SourceFile, tree.Root.Kind);
        Assert.Equal(tree.Text.Length, tree.Root.Span.End);
        var children = 0;
        for (var index = 0; index < tree.Count; index++)
        {
            var node = tree[index];
            var at = node.Span.Start;
            if (node.Span.Start < 0 || node.Span.End > tree.Text.Length || node.Span.Length < 0)
                Assert.Fail($"{node} is not in the text");
            foreach (var child in node.Children)
            {
                children++;
                if (child.Index >= index || child.Span.Start < at || child.Span.End > node.Span.End)
                    Assert.Fail($"{child} is not inside {node}, or overlaps its elder sibling");
                at = child.Span.End;
            }
        }

        Assert.Equal(tree.Count - 1, children);
        foreach (var error in tree.Errors)
        {
            if (error.Span.Start < 0 || error.Span.End > tree.Text.Length || error.Span.Length < 0)
                Assert.Fail($"{error} is not in the text");
        }
    }

    /// <summary>The tree as lines: kind, flags, operator, and the text of leaves.</summary>
    public static string Outline(SyntaxTree tree)
    {
        var result = new StringBuilder();
        Write(tree.Root, 0);
        foreach (var error in tree.Errors)
            result.Append($"error {error.Span} {error.Message}\n");
        return result.ToString();

        void Write(SyntaxNode node, int depth)
        {
            result.Append(' ', depth * 2).Append(node.Kind);
            if (node.Flags != NodeFlags.None)
                result.Append($" ({node.Flags})");
            if (node.Operator != TokenKind.None)
                result.Append($" {node.Operator}");
            result.Append($" {node.Span}");
            if (!node.FirstChild.Exists && node.Span.Length > 0 && node.Kind != SyntaxKind.SourceFile)
                result.Append(' ').Append(node.Text.Replace("\n", "\\n", StringComparison.Ordinal));
            result.Append('\n');
            foreach (var child in node.Children)
                Write(child, depth + 1);
        }
    }

    private static string Excerpt(string code) => code.Length > 200 ? code[..200] + "…" : code;
}
