using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Finds how functions use memory that outlives them, in their own bodies and through the small functions that they call: <c>this.ready = true</c> of <c>init()</c> counts where
/// <c>init()</c> is called, and <c>return this.count</c> of <c>size()</c> where <c>size()</c> is.
/// </summary>
internal sealed class MemoryUses
{
    private static readonly KindSet CallsAndWrites = KindSet.Of(SyntaxKind.CallExpression, SyntaxKind.ForOfStatement, SyntaxKind.DeleteExpression, SyntaxKind.BinaryExpression, SyntaxKind.PrefixUnaryExpression, SyntaxKind.PostfixUnaryExpression);

    private static readonly KindSet AssignmentsAndReturns = KindSet.Of(SyntaxKind.BinaryExpression, SyntaxKind.PrefixUnaryExpression, SyntaxKind.PostfixUnaryExpression, SyntaxKind.ReturnStatement);

    /// <summary>A function with more points was written by a program.</summary>
    private const int MostPoints = 20_000;

    private const int MostUses = 512;

    /// <summary>A writer called by a function that is called by … beyond this the write is out of sight.</summary>
    private const int Deepest = 2;

    private readonly ProjectModel project;
    private readonly Lazy<HashSet<Name>> writers;
    private readonly ConcurrentDictionary<(FunctionModel Function, int Depth), ImmutableArray<MemoryUse>> called = new();

    public MemoryUses(ProjectModel project)
    {
        this.project = project;
        writers = new(WritersIn);
    }

    /// <summary>The uses of a function that can be suspended, by point; none when it writes nothing that outlives it.</summary>
    public ImmutableArray<MemoryUse> In(FunctionModel function) =>
        !MayWrite(function) || function.Flow is not { } graph || graph.Points.Length > MostPoints ? [] : Find(function, graph, 0);

    /// <summary>The place that an expression names: also a variable that is set once, to a place that outlives the call.</summary>
    public static MemoryPlace? PlaceOf(SyntaxNode node, Module module)
    {
        var place = MemoryPlace.Of(node, module);
        if (place is not { Root: PlaceRoot.Local, Path: "", Variable: { IsAssignedOnce: true } alias })
            return place;
        var value = alias.Declaration.Is(SyntaxKind.VariableDeclaration) ? alias.Declaration.Child(SyntaxKind.Initializer).FirstChild : default;
        return value.Exists && MemoryPlace.Of(value, module) is { OutlivesCall: true, Path.Length: > 0 } held ? held : place;
    }

    private ImmutableArray<MemoryUse> Find(FunctionModel function, FlowGraph graph, int depth)
    {
        var found = ImmutableArray.CreateBuilder<MemoryUse>();
        for (var point = 0; point < graph.Points.Length && found.Count < MostUses; point++)
        {
            Workers.Step();
            var (op, node) = graph.Points[point];
            switch (op)
            {
                case FlowOp.Read when !IsInner(node) && MemoryPlace.Of(node, function.Module) is { OutlivesCall: true } read && !(read.Root is PlaceRoot.This && read.Path.Length == 0):
                    found.Add(new(StoreAction.Reads, read, read, point, node, default));
                    break;
                case FlowOp.Write when MemoryPlace.Of(node, function.Module) is { OutlivesCall: true } written:
                    var value = ValueOf(node);
                    found.Add(new(IsNothing(value) || node.Wrapped().Parent.Is(SyntaxKind.DeleteExpression) ? StoreAction.Removes : StoreAction.Writes, written, written, point, node, value));
                    break;
                case FlowOp.Call when node.Is(SyntaxKind.CallExpression):
                    if (AtStore(function, node, point) is { } use)
                        found.Add(use);
                    else if (depth < Deepest)
                        found.AddRange(Called(function, node, point, depth));
                    break;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What is assigned; "x ??= e" assigns it where nothing is.</summary>
    private static SyntaxNode ValueOf(SyntaxNode target)
    {
        var assignment = target.Wrapped().Parent;
        return assignment.Is(SyntaxKind.BinaryExpression) && assignment.Operator is TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals && assignment.FirstChild == target.Wrapped() ? assignment.ChildAt(1) : AssignedValue.Of(target);
    }

    private static bool IsNothing(SyntaxNode value) => value.Exists && value.Unwrapped() is var bare && (bare.Is(SyntaxKind.NullKeyword) || bare.TextIs("undefined"u8));

    /// <summary>"this.cache" of "this.cache.get(k)" and of "this.cache.size" is no use by itself.</summary>
    private static bool IsInner(SyntaxNode node) => node.Wrapped() is var outer && outer.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && outer.Parent.FirstChild == outer;

    private MemoryUse? AtStore(FunctionModel function, SyntaxNode call, int point)
    {
        var callee = call.FirstChild.Unwrapped();
        // The place is asked for first: most receivers are no shared memory, and their types need not be known.
        if (!callee.Is(SyntaxKind.PropertyAccessExpression) || !project.Stores.MayBe(function.Module.NameOf(callee.ChildAt(1))) || PlaceOf(callee.FirstChild, function.Module) is not { OutlivesCall: true } container
            || project.Stores.At(call) is not { Kind: StoreKind.Entry } store)
            return null;
        return new(store.Action, store.Key.Exists ? container.Entry(store.Key.Text) : container, container, point, call, store.Value);
    }

    /// <summary>What the one function that a call means does, in the caller's words.</summary>
    private IEnumerable<MemoryUse> Called(FunctionModel function, SyntaxNode call, int point, int depth)
    {
        if (!writers.Value.Contains(function.Module.NameOf(CallName.Of(call))) || ReceiverOf(function, call) is not { } receiver
            || project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } || project.FunctionOf(only) is not { Flow: { } graph } callee || callee == function || graph.Points.Length > MostPoints)
            yield break;
        var uses = called.GetOrAdd((callee, depth + 1), static (key, self) => self.Find(key.Function, key.Function.Flow!, key.Depth), this);
        foreach (var use in uses)
        {
            if (Seen(use.Place, receiver) is not { } place || Seen(use.Container, receiver) is not { } container)
                continue;
            if (use.Action is StoreAction.Reads)
            {
                if (IsAnswer(use) && !callee.IsAsync)
                    yield return use with { Place = place, Container = container, Point = point, Node = call, Within = use.Node };
                continue;
            }

            // What looks for itself, or guards itself, needs no test and no guard of its caller.
            if (uses.Any(other => other.Action is StoreAction.Reads && other.Place == use.Place && !IsAnswer(other)) || callee.IsGuarded(use.Point, use.Place))
                continue;
            var waits = use.WaitsAt.Exists ? use.WaitsAt : SuspensionBefore(graph, use.Point);
            yield return use with { Place = place, Container = container, Point = point, Node = call, Within = use.Shown, WaitsAt = waits, Value = InCaller(use.Value, callee, call) };
        }
    }

    /// <summary>"return this.count".</summary>
    private static bool IsAnswer(MemoryUse use) => use.Action is StoreAction.Reads && !use.Within.Exists && use.Node.Wrapped().Parent.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction;

    /// <summary>Of a call on <c>this</c> and of a plain function nothing; of <c>store.set(…)</c> the place of <c>store</c>. Null when that is no fixed place.</summary>
    internal static (bool IsSame, MemoryPlace Place)? ReceiverOf(FunctionModel function, SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        if (!callee.Is(SyntaxKind.PropertyAccessExpression))
            return (true, default);
        if (callee.FirstChild.Is(SyntaxKind.ThisKeyword))
            return (true, default);
        return PlaceOf(callee.FirstChild, function.Module) is { OutlivesCall: true } place ? (false, place) : null;
    }

    /// <summary>A place of the callee in the caller's words; null when it has none there.</summary>
    internal static MemoryPlace? Seen(MemoryPlace place, (bool IsSame, MemoryPlace Place) receiver) => place.Root switch
    {
        PlaceRoot.Module => place,
        PlaceRoot.This => receiver.IsSame ? place : receiver.Place.Below(place.Path),
        _ => null,
    };

    /// <summary>The argument that is given for a parameter; what else the callee writes has no name here.</summary>
    private static SyntaxNode InCaller(SyntaxNode value, FunctionModel callee, SyntaxNode call)
    {
        if (!value.Exists || value.Unwrapped() is not { Kind: SyntaxKind.Identifier } name || callee.Module.LocalSymbolOf(name) is not { Declaration: { Kind: SyntaxKind.Parameter } parameter } || FunctionLike.From(callee.Node) is not { } shape)
            return default;
        var place = 0;
        foreach (var candidate in shape.Parameters)
        {
            if (candidate == parameter)
                return call.Child(SyntaxKind.ArgumentList).ChildAt(place);
            place++;
        }

        return default;
    }

    /// <summary>The first suspension from which a point can be reached; none when the function comes there without waiting.</summary>
    private static SyntaxNode SuspensionBefore(FlowGraph graph, int point)
    {
        var before = graph.Leading(point);
        for (var at = 0; at < graph.Points.Length; at++)
        {
            if (graph.Points[at].Suspends && before.Contains(at))
                return graph.Points[at].Node;
        }

        return default;
    }

    /// <summary>A quick look: nearly all functions end here.</summary>
    private bool MayWrite(FunctionModel function)
    {
        if ((!function.IsAsync && !function.Node.Has(NodeFlags.Generator) && !IsReaction(function.Node)) || function.Node.Kind is SyntaxKind.Constructor or SyntaxKind.SourceFile)
            return false;
        foreach (var node in FunctionShape.OwnNodes(function.Node, CallsAndWrites))
        {
            Workers.Step();
            if (Writes(node, function.Module) || (node.Is(SyntaxKind.CallExpression) && CallName.Of(node) is { Exists: true } name && writers.Value.Contains(function.Module.NameOf(name))))
                return true;
        }

        return false;
    }

    /// <summary>"load().then((value) => …)": the wait is over when it begins.</summary>
    private static bool IsReaction(SyntaxNode function) => Callers.Argument(function) is { Place: 0, Call: { Exists: true } call } && CallName.Of(call).TextIs("then"u8);

    private bool Writes(SyntaxNode node, Module module)
    {
        if (node.Is(SyntaxKind.ForOfStatement))
            return MemoryPlace.Of(node.ChildAt(1), module) is { OutlivesCall: true };
        var target = AssignedValue.TargetOf(node);
        if (!target.Exists && node.Is(SyntaxKind.DeleteExpression))
            target = node.FirstChild;
        if (target.Exists)
            return target.Kind is SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression || MemoryPlace.Of(target, module) is { OutlivesCall: true };
        return node.Is(SyntaxKind.CallExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee
            && project.Stores.MayBe(module.NameOf(callee.ChildAt(1))) && PlaceOf(callee.FirstChild, module) is { OutlivesCall: true };
    }

    /// <summary>Finds the names of all functions that write memory which outlives them.</summary>
    public void Prepare() => _ = writers.Value;

    /// <summary>The names of all functions that write memory which outlives them, or answer what is there. Each file is looked through once.</summary>
    private HashSet<Name> WritersIn()
    {
        var modules = project.Bindings.Modules;
        var found = project.Workers.Select(modules.Length, i => NamesIn(modules[i]));
        return [.. found.SelectMany(names => names)];
    }

    private HashSet<Name> NamesIn(Module module)
    {
        var names = new HashSet<Name>();
        foreach (var node in module.Tree.NodesOf(AssignmentsAndReturns))
        {
            Workers.Step();
            var target = AssignedValue.TargetOf(node);
            // "return this.count" is what a reader looks like; a variable alone would be every second function.
            if (!target.Exists && node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier)
                target = node.FirstChild;
            if (!target.Exists || target.Kind is not (SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.Identifier) || MemoryPlace.Of(target, module) is not { Root: PlaceRoot.Module or PlaceRoot.This })
                continue;
            if (project.FunctionAround(node) is { Node.Kind: not (SyntaxKind.Constructor or SyntaxKind.SourceFile) } writer && Callers.NameOf(writer) is { Exists: true } name)
                names.Add(name);
        }

        return names;
    }
}
