using System.Collections.Immutable;
using System.Text;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Types;

/// <summary>A small program of several files, bound and ready to be asked.</summary>
internal sealed class Sample
{
    public Sample(params (string Path, string Text)[] files)
    {
        var modules = files.Select(f => Bind(f.Path, f.Text)).ToImmutableArray();
        Bindings = Bindings.Link(modules, Libraries.All, Resolve);
        Inference = new(Bindings);
        Constants = new(Inference);
        Options = new(Inference, Constants);
        Effects = new(Bindings);
    }

    public Bindings Bindings { get; }
    public Inference Inference { get; }
    public Constants Constants { get; }
    public Options Options { get; }
    public Effects Effects { get; }

    public Module First => Bindings.Modules[0];

    /// <summary>The node of the kind whose text is this, in the first file; the last one when there are several.</summary>
    public SyntaxNode Node(string text, params SyntaxKind[] kinds)
    {
        SyntaxNode found = default;
        foreach (var node in First.Tree.Root.DescendantsAndSelf)
        {
            if (node.Text == text && (kinds.Length == 0 || kinds.Contains(node.Kind)))
                found = node;
        }

        Assert.True(found.Exists, $"no node `{text}`");
        return found;
    }

    /// <summary>The last expression statement of the first file.</summary>
    public SyntaxNode LastExpression => First.Tree.Root.Children.ToArray().Last(s => s.Kind is SyntaxKind.ExpressionStatement).FirstChild;

    private static Module Bind(string path, string text)
    {
        var tree = Parser.Parse(Encoding.UTF8.GetBytes(text), path.EndsWith(".js", StringComparison.Ordinal) ? ScriptKind.JavaScript : ScriptKind.TypeScript);
        Assert.Empty(tree.Errors);
        return Module.Bind(new SourceText(path, tree.Text), tree);
    }

    private string? Resolve(string from, string specifier)
    {
        if (!specifier.StartsWith("./", StringComparison.Ordinal))
            return null;
        foreach (var end in new[] { "", ".ts", ".js" })
        {
            if (Bindings.ModuleAt(specifier[2..] + end) is not null)
                return specifier[2..] + end;
        }

        return null;
    }
}
