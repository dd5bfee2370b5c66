using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hostile.Model.Binding;
using Hostile.Model.Projects;
using Hostile.Model.Types;
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

    private readonly Dictionary<Name, Found[]> byName;
    private readonly Dictionary<Name, Found[]> methods;
    private readonly Dictionary<Name, Found[]> handedOver;
    private readonly Dictionary<Name, Found[]> fields;
    private readonly List<Found> templates = [];

    public CallIndex(ImmutableArray<Module> modules, Workers workers)
    {
        var found = workers.Select(modules.Length, i => new Finds(modules[i]));
        Func<Finds, List<Named>>[] kinds = [static finds => finds.Calls, static finds => finds.HandedOver, static finds => finds.Methods, static finds => finds.Fields];
        (byName, handedOver, methods, fields) = workers.Select(kinds.Length, i => ByName(found, kinds[i])) switch { var made => (made[0], made[1], made[2], made[3]) };
        foreach (var finds in found)
            templates.AddRange(finds.Calls.Where(call => finds.Module.Tree[call.Node].Is(SyntaxKind.TaggedTemplateExpression)).Select(call => new Found(finds.Module, call.Node)));
    }

    /// <summary>The calls, <c>new</c> expressions and tagged templates of that name, by file and position.</summary>
    public IEnumerable<SyntaxNode> CallsOf(Name name) =>
        byName.TryGetValue(name, out var calls) ? calls.Select(call => call.Module.Tree[call.Node]) : [];

    /// <summary>Those of one file, by position.</summary>
    public IEnumerable<SyntaxNode> CallsOf(Name name, Module module)
    {
        if (!byName.TryGetValue(name, out var calls))
            yield break;
        // The calls of a name stand by the paths of their files.
        for (var at = TreePath.FirstFrom(calls, static call => call.Module.Path, module.Path); at < calls.Length && calls[at].Module == module; at++)
            yield return module.Tree[calls[at].Node];
    }

    /// <summary>The calls of <c>super</c>, by file and position.</summary>
    public IEnumerable<SyntaxNode> SuperCalls => CallsOf(SuperName);

    /// <summary>
    /// The expressions of that name that are an argument, by file and position: <c>list</c> of <c>router.get('/', list)</c>, <c>this.tick</c> of <c>setInterval(this.tick, 1000)</c>, also with <c>.bind(…)</c>.
    /// </summary>
    public IEnumerable<SyntaxNode> ArgumentsNamed(Name name) =>
        handedOver.TryGetValue(name, out var values) ? values.Select(value => value.Module.Tree[value.Node]) : [];

    /// <summary>How many methods with a body the program has under a name.</summary>
    public int MethodsNamed(Name name) => methods.TryGetValue(name, out var found) ? found.Length : 0;

    /// <summary>The only method with a body that the program has under a name; none when there are more.</summary>
    public SyntaxNode OnlyMethodNamed(Name name) => methods.TryGetValue(name, out var found) && found is [var only] ? only.Module.Tree[only.Node] : default;

    /// <summary>The methods with a body that the program has under a name, by file and position.</summary>
    public IEnumerable<SyntaxNode> MethodsWith(Name name) => methods.TryGetValue(name, out var found) ? found.Select(method => method.Module.Tree[method.Node]) : [];

    /// <summary>The fields of classes that are written with a function, <c>pay = async (id) => …</c>, and have a name; by file and position.</summary>
    public IEnumerable<SyntaxNode> FieldsWith(Name name) => fields.TryGetValue(name, out var found) ? found.Select(field => field.Module.Tree[field.Node]) : [];

    /// <summary>The tagged templates of the program, by file and position.</summary>
    public IEnumerable<SyntaxNode> TaggedTemplates => templates.Select(call => call.Module.Tree[call.Node]);

    /// <summary>What the files found, by name, and of each name by file and position.</summary>
    private static Dictionary<Name, Found[]> ByName(Finds[] files, Func<Finds, List<Named>> which)
    {
        var counts = new Dictionary<Name, int>();
        foreach (var file in files)
        {
            foreach (var (name, _) in which(file))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
        }

        var index = new Dictionary<Name, Found[]>(counts.Count);
        foreach (var file in files)
        {
            foreach (var (name, node) in which(file))
            {
                ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(counts, name);
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(index, name, out var isThere);
                if (!isThere)
                    list = new Found[left];
                list![^left--] = new(file.Module, node);
            }
        }

        return index;
    }

    private readonly record struct Found(Module Module, int Node);

    private readonly record struct Named(Name Name, int Node);

    /// <summary>What one file adds to the index.</summary>
    private sealed class Finds
    {
        private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.CallExpression, SyntaxKind.NewExpression, SyntaxKind.TaggedTemplateExpression, SyntaxKind.MethodDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.ArgumentList);

        private readonly Module module;

        /// <summary>The file.</summary>
        public Module Module => module;

        public Finds(Module module)
        {
            this.module = module;
            var handed = new List<(int Place, Named Value)>();
            foreach (var node in module.Tree.NodesOf(Kinds))
            {
                Workers.Step();
                if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression && CallName.Of(node) is { Exists: true } name)
                    Calls.Add(new(name.Is(SyntaxKind.SuperKeyword) ? SuperName : module.NameOf(name), node.Index));
                else if (node.Is(SyntaxKind.MethodDeclaration) && node.Child(SyntaxKind.Block).Exists)
                    Methods.Add(new(module.NameOf(node.FirstAfterModifiers()), node.Index));
                else if (node.Is(SyntaxKind.PropertyDeclaration) && node.Parent.Is(SyntaxKind.ClassBody) && !node.Has(NodeFlags.Static) && node.FirstAfterModifiers().Is(SyntaxKind.Identifier) && Inference.FieldFunction(node).Exists)
                    Fields.Add(new(module.NameOf(node.FirstAfterModifiers()), node.Index));
                else if (node.Is(SyntaxKind.ArgumentList))
                    AddArguments(node, handed);
            }

            handed.Sort((left, right) => left.Place.CompareTo(right.Place));
            HandedOver = [.. handed.Select(found => found.Value)];
        }

        public List<Named> Calls { get; } = [];

        public List<Named> Methods { get; } = [];

        public List<Named> Fields { get; } = [];

        public List<Named> HandedOver { get; }

        private void AddArguments(SyntaxNode list, List<(int, Named)> handed)
        {
            for (var argument = list.FirstChild; argument.Exists; argument = argument.NextSibling)
            {
                var value = argument.Unwrapped();
                var named = value;
                if (named.Is(SyntaxKind.CallExpression) && named.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && named.FirstChild.ChildAt(1).TextIs("bind"u8))
                    named = named.FirstChild.FirstChild;
                if (named.Is(SyntaxKind.PropertyAccessExpression))
                    named = named.ChildAt(1);
                if (named.Is(SyntaxKind.Identifier))
                    handed.Add((named.Index, new(module.NameOf(named), value.Index)));
            }
        }
    }
}
