using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>
/// Which assignments each read of a variable may see (reaching definitions), and so where a value comes from.
/// Only variables of the function itself are followed; what is shared with other functions is an origin, not a definition.
/// </summary>
public sealed class DefUse
{
    /// <summary>Beyond this many assignments the values of a function are not followed: the sets would take the square of them.</summary>
    private const int MostDefinitions = 8192;

    /// <summary>Beyond this many nodes the rest of what a value is made of is left unknown.</summary>
    private const int MostNodes = 5000;

    private readonly FlowGraph graph;
    private readonly Module module;
    private readonly int function;
    private readonly ImmutableArray<int> definitions;
    private readonly Dictionary<Symbol, List<int>> ofSymbol = [];
    private readonly Dictionary<int, int> readPoints = [];
    private readonly Lazy<DefinitionSet[]> reaching;

    private DefUse(FlowGraph graph, Module module)
    {
        this.graph = graph;
        this.module = module;
        function = module.ScopeOpenedBy(graph.Function) is { Exists: true } own ? own.Function.Index : module.ScopeAround(graph.Function).Function.Index;
        var found = ImmutableArray.CreateBuilder<int>();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point].Op is FlowOp.Read)
                readPoints.TryAdd(graph.Points[point].Node.Index, point);
            else if (graph.Points[point] is { Op: FlowOp.Write, Node.Kind: SyntaxKind.Identifier } write && module.LocalSymbolOf(write.Node) is { Exists: true } symbol && IsOwn(symbol))
                Define(symbol, point);
        }

        definitions = found.Count <= MostDefinitions ? found.ToImmutable() : [];
        if (definitions.IsEmpty)
            ofSymbol.Clear();
        reaching = new(Solve);

        void Define(Symbol symbol, int point)
        {
            if (!ofSymbol.TryGetValue(symbol, out var all))
                ofSymbol.Add(symbol, all = []);
            all.Add(found.Count);
            found.Add(point);
        }
    }

    public static DefUse Of(FlowGraph graph, Module module) => new(graph, module);

    /// <summary>The targets of the writes that the read of a variable may see; empty for what is not a variable of this function.</summary>
    public ImmutableArray<SyntaxNode> DefinitionsOf(SyntaxNode read)
    {
        var symbol = module.LocalSymbolOf(read);
        if (!symbol.Exists || !ofSymbol.TryGetValue(symbol, out var written) || !readPoints.TryGetValue(read.Index, out var point))
            return [];
        var before = reaching.Value[point];
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var definition in written)
        {
            if (before.Contains(definition))
                found.Add(graph.Points[definitions[definition]].Node);
        }

        return found.ToImmutable();
    }

    /// <summary>A variable that lives and dies with the call; what is shared with other functions may have any value at any time.</summary>
    private bool IsOwn(Symbol symbol) => symbol.Scope.Function.Index == function;

    /// <summary>
    /// Everything that an expression's value may be made of: the calls, shared places, parameters and captured variables at the end of every chain of definitions.
    /// What reaches it through the arguments of a call is said so, since the call may drop it.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isOpaque">Calls whose answer is not taken to be made of what they are given; null when any may be.</param>
    public ImmutableArray<Origin> OriginsOf(SyntaxNode expression, Func<SyntaxNode, bool>? isOpaque = null) => OriginsOf(expression, isOpaque, null);

    /// <param name="names">Gets the names by which variables on the way are taken out of objects; null when nobody asks.</param>
    private ImmutableArray<Origin> OriginsOf(SyntaxNode expression, Func<SyntaxNode, bool>? isOpaque, List<string>? names)
    {
        var found = new List<Origin>();
        var seen = new HashSet<(int Node, bool ThroughCall)>();
        var work = new Stack<Origin>();
        Push(expression, false);
        while (work.TryPop(out var at) && seen.Count <= MostNodes)
            Expand(at);
        return [.. found.Distinct()];

        void Push(SyntaxNode node, bool throughCall)
        {
            if (node.Exists && seen.Add((node.Index, throughCall)))
                work.Push(new(node, throughCall));
        }

        void PushAll(SyntaxNode parent, bool throughCall)
        {
            foreach (var child in parent.Children)
                Push(child, throughCall);
        }

        void Expand(Origin origin)
        {
            Workers.Step();
            var (node, throughCall) = origin;
            switch (node.Kind)
            {
                case SyntaxKind.Identifier:
                    Variable(node, throughCall);
                    break;
                case SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression:
                    found.Add(origin);
                    if (isOpaque?.Invoke(node) == true)
                        break;
                    // "rows.map(f)", "Number(row.n)": made of the receiver and the arguments, or so it may be.
                    if (node.FirstChild.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression)
                        Push(node.FirstChild.FirstChild, true);
                    PushAll(node.Child(SyntaxKind.ArgumentList), true);
                    if (node.Is(SyntaxKind.TaggedTemplateExpression))
                        Push(node.ChildAt(1), true);
                    break;
                case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression:
                    found.Add(origin);
                    Push(node.FirstChild, throughCall);
                    break;
                case SyntaxKind.ThisKeyword:
                    found.Add(origin);
                    break;
                case SyntaxKind.BinaryExpression when node.Operator is TokenKind.Equals or TokenKind.Comma:
                    Push(node.ChildAt(1), throughCall);
                    break;
                case SyntaxKind.ConditionalExpression:
                    Push(node.ChildAt(1), throughCall);
                    Push(node.ChildAt(2), throughCall);
                    break;
                case SyntaxKind.PropertyAssignment:
                    Push(new PropertyAssignment(node).Value, throughCall);
                    break;
                case SyntaxKind.TypeAssertionExpression:
                    Push(node.ChildAt(1), throughCall);
                    break;
                case SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression:
                    Push(node.FirstChild, throughCall);
                    break;
                case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.MethodDeclaration or SyntaxKind.ClassExpression:
                    break;
                default:
                    PushAll(node, throughCall);
                    break;
            }
        }

        void Variable(SyntaxNode node, bool throughCall)
        {
            var known = DefinitionsOf(node);
            if (known.IsEmpty)
            {
                found.Add(new(node, throughCall));
                return;
            }

            foreach (var target in known)
            {
                if (names is not null && BindingElement.From(target.Parent) is { } element)
                    names.Add((element.PropertyName.Exists ? element.PropertyName : element.Name).Text);
                var source = TogetherWith(target) is { Exists: true } own ? own : AssignedValue.SourceOf(target);
                // "n++" and "n += e" are made of the old value too, which is read at the same node.
                if (IsUpdate(target))
                    Push(target, throughCall);
                if (source.Exists)
                    Push(source, throughCall);
                else if (!IsUpdate(target))
                    found.Add(new(target, throughCall));
            }
        }
    }

    /// <summary>The names of the properties that an expression's value is taken from on its way: <c>balance</c> for <c>row.balance - 1</c> and for <c>const { balance } = row</c>.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isOpaque">As for the origins.</param>
    public ImmutableArray<string> NamesOn(SyntaxNode expression, Func<SyntaxNode, bool>? isOpaque = null)
    {
        var names = new List<string>();
        foreach (var origin in OriginsOf(expression, isOpaque, names))
        {
            if (origin.Node.Is(SyntaxKind.PropertyAccessExpression))
                names.Add(origin.Node.ChildAt(1).Text);
            else if (origin.Node.Is(SyntaxKind.ElementAccessExpression) && StringLiteral.From(origin.Node.ChildAt(1)) is { } key)
                names.Add(key.Value);
        }

        return [.. names.Distinct()];
    }

    /// <summary>"const [user, team] = await Promise.all([load(id), loadTeam(id)])": the promise at the variable's own place; none elsewhere.</summary>
    private static SyntaxNode TogetherWith(SyntaxNode target)
    {
        var element = target.Parent;
        if (!element.Is(SyntaxKind.BindingElement) || element.Parent is not { Kind: SyntaxKind.ArrayBindingPattern, Parent: { Kind: SyntaxKind.VariableDeclaration } declaration } pattern || BindingElement.From(element) is not { IsRest: false, Initializer.Exists: false }
            || declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.AwaitExpression } awaiting || awaiting.FirstChild.Unwrapped() is not { Kind: SyntaxKind.CallExpression } all || !all.FirstChild.TextIs("Promise.all"u8)
            || all.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is not { Kind: SyntaxKind.ArrayLiteralExpression } list)
            return default;
        var place = 0;
        for (var at = pattern.FirstChild; at.Exists && at != element; at = at.NextSibling)
            place++;
        var own = list.FirstChild;
        for (var i = 0; i < place && own.Exists && !own.Is(SyntaxKind.SpreadElement); i++)
            own = own.NextSibling;
        return own.Exists && !own.Is(SyntaxKind.SpreadElement) ? own : default;
    }

    private static bool IsUpdate(SyntaxNode target)
    {
        var parent = target.Parent;
        return parent.Kind is SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression
            || (parent.Is(SyntaxKind.BinaryExpression) && parent.FirstChild == target && parent.Operator is > TokenKind.Equals and <= TokenKind.QuestionQuestionEquals);
    }

    private DefinitionSet[] Solve()
    {
        var definitionAt = new Dictionary<int, int>();
        for (var i = 0; i < definitions.Length; i++)
            definitionAt.Add(definitions[i], i);

        // Nothing is read where the function ends, and everything comes together there.
        return Solver.Forward(graph, DefinitionSet.Empty(definitions.Length), (point, edge, before) =>
            edge.Target == graph.Returns || edge.Target == graph.Throws ? DefinitionSet.Bottom
            : before.IsBottom || !definitionAt.TryGetValue(point, out var definition) ? before
            : before.Replace(ofSymbol[module.LocalSymbolOf(graph.Points[point].Node)], definition));
    }

    /// <summary>A set of definitions as bits; null bits are the unreached point's.</summary>
    private readonly struct DefinitionSet : ILattice<DefinitionSet>
    {
        private readonly ulong[]? bits;

        private DefinitionSet(ulong[]? bits) => this.bits = bits;

        public static DefinitionSet Bottom => default;

        public bool IsBottom => bits is null;

        public static DefinitionSet Empty(int size) => new(new ulong[(size + 63) / 64]);

        public bool Contains(int definition) => bits is not null && (bits[definition >> 6] >> (definition & 63) & 1) != 0;

        public DefinitionSet Replace(List<int> killed, int made)
        {
            var copy = bits!.AsSpan().ToArray();
            foreach (var definition in killed)
                copy[definition >> 6] &= ~(1UL << (definition & 63));
            copy[made >> 6] |= 1UL << (made & 63);
            return new(copy);
        }

        public DefinitionSet Join(DefinitionSet other)
        {
            if (bits is null)
                return other;
            if (other.bits is null)
                return this;
            var copy = bits.AsSpan().ToArray();
            for (var i = 0; i < copy.Length; i++)
                copy[i] |= other.bits[i];
            return new(copy);
        }

        public bool Includes(DefinitionSet other)
        {
            if (other.bits is null)
                return true;
            if (bits is null)
                return false;
            for (var i = 0; i < bits.Length; i++)
            {
                if ((other.bits[i] & ~bits[i]) != 0)
                    return false;
            }

            return true;
        }
    }
}

/// <summary>Something a value may be made of.</summary>
/// <param name="Node">A call, a property, <c>this</c>, a parameter's or outer variable's identifier.</param>
/// <param name="ThroughCall">Whether it goes in as an argument or receiver of a call on the way, which may make anything of it.</param>
public readonly record struct Origin(SyntaxNode Node, bool ThroughCall);
