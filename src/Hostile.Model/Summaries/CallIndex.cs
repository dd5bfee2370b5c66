using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Calls by the last name of what is called: <c>query</c> for <c>this.pool.query(…)</c>.
/// Everything that looks for calls starts from a name, so that types are asked for only where the name fits.
/// </summary>
internal sealed class CallIndex
{
    private static readonly Name SuperName = Name.Of("super"u8);

    private readonly Dictionary<Name, List<Call>> byName = [];
    private readonly Dictionary<Name, int> methods = [];
    private readonly Lazy<Dictionary<Name, List<Module>>> mentions;

    public CallIndex(ImmutableArray<Module> modules, Workers workers)
    {
        var perModule = new List<Call>[modules.Length];
        var perModuleMethods = new List<Name>[modules.Length];
        workers.Each(modules.Length, i =>
        {
            perModuleMethods[i] = [];
            perModule[i] = In(modules[i], perModuleMethods[i]);
        });
        foreach (var name in perModuleMethods.SelectMany(names => names))
            methods[name] = methods.GetValueOrDefault(name) + 1;
        foreach (var call in perModule.SelectMany(calls => calls))
        {
            if (!byName.TryGetValue(call.Name, out var list))
                byName.Add(call.Name, list = []);
            list.Add(call);
        }

        mentions = new(() => Mentions(modules, workers));
    }

    /// <summary>The calls, <c>new</c> expressions and tagged templates of that name, by file and position.</summary>
    public IEnumerable<SyntaxNode> CallsOf(Name name) =>
        byName.TryGetValue(name, out var calls) ? calls.Select(call => call.Module.Tree[call.Node]) : [];

    /// <summary>The calls of <c>super</c>, by file and position.</summary>
    public IEnumerable<SyntaxNode> SuperCalls => CallsOf(SuperName);

    /// <summary>The identifiers that spell a name, wherever it means anything, by file and position.</summary>
    public IEnumerable<SyntaxNode> IdentifiersOf(Name name)
    {
        if (!mentions.Value.TryGetValue(name, out var modules))
            yield break;
        foreach (var module in modules)
        {
            for (var index = 0; index < module.Tree.Count; index++)
            {
                var node = module.Tree[index];
                if (node.Is(SyntaxKind.Identifier) && module.NameOf(node) == name)
                    yield return node;
            }
        }
    }

    /// <summary>The node that spells the last name of what is called: <c>c</c> of <c>a.b.c()</c>; none for a computed callee.</summary>
    public static SyntaxNode NameNode(SyntaxNode call)
    {
        var callee = call.FirstChild;
        while (callee.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression or SyntaxKind.ExpressionWithTypeArguments)
            callee = callee.FirstChild;
        return callee.Kind switch
        {
            SyntaxKind.Identifier or SyntaxKind.SuperKeyword => callee,
            SyntaxKind.PropertyAccessExpression => callee.ChildAt(1),
            _ => default,
        };
    }

    /// <summary>How many methods with a body the program has under a name.</summary>
    public int MethodsNamed(Name name) => methods.GetValueOrDefault(name);

    private static List<Call> In(Module module, List<Name> methods)
    {
        var calls = new List<Call>();
        for (var index = 0; index < module.Tree.Count; index++)
        {
            var node = module.Tree[index];
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression && NameNode(node) is { Exists: true } name)
                calls.Add(new(name.Is(SyntaxKind.SuperKeyword) ? SuperName : module.NameOf(name), module, index));
            else if (node.Is(SyntaxKind.MethodDeclaration) && node.Child(SyntaxKind.Block).Exists)
                methods.Add(module.NameOf(node.FirstAfterModifiers()));
        }

        return calls;
    }

    private static Dictionary<Name, List<Module>> Mentions(ImmutableArray<Module> modules, Workers workers)
    {
        var perModule = new HashSet<Name>[modules.Length];
        workers.Each(modules.Length, i =>
        {
            var names = new HashSet<Name>();
            for (var index = 0; index < modules[i].Tree.Count; index++)
            {
                if (modules[i].Tree[index] is { Kind: SyntaxKind.Identifier } node)
                    names.Add(modules[i].NameOf(node));
            }

            perModule[i] = names;
        });

        var result = new Dictionary<Name, List<Module>>();
        for (var i = 0; i < modules.Length; i++)
        {
            foreach (var name in perModule[i])
            {
                if (!result.TryGetValue(name, out var list))
                    result.Add(name, list = []);
                list.Add(modules[i]);
            }
        }

        return result;
    }

    private readonly record struct Call(Name Name, Module Module, int Node);
}
