using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>An entry that a function adds to a collection that outlives the call.</summary>
/// <param name="Call">The call that adds it: <c>set</c>, <c>add</c>, <c>push</c>.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Key">What names the entry; for a list the value itself.</param>
/// <param name="Value">What is kept.</param>
/// <param name="Uses">What else the program does with the collection.</param>
public sealed record AddedEntry(SyntaxNode Call, MemoryPlace Collection, SyntaxNode Key, SyntaxNode Value, CollectionUses Uses)
{
    /// <summary>What is kept, when that is something that ends: a timer, a connection, a controller, work in flight.</summary>
    public TrackedKind Kind { get; init; }

    /// <summary>The entry's removals in the same function, after it was added.</summary>
    public ImmutableArray<SyntaxNode> RemovedHere { get; init; } = [];

    /// <summary>A path from the addition to an end of the function on which none of those is reached; null when there is none.</summary>
    public LostPath? Lost { get; init; }

    /// <summary>A removal in the same function under another key, when there is no other; none otherwise.</summary>
    public SyntaxNode OtherKey { get; init; }

    /// <summary>Whether whoever sends a request, job or message decides the key, or a part of it.</summary>
    public bool IsKeySent { get; init; }

    /// <summary>Whether no earlier call added an entry under the same key: an id that was made for this call, a new object, one more element of a list.</summary>
    public bool IsKeyNew { get; init; }

    /// <summary>Whether it is added by another name, to a list that is taken where the caller gives none: <c>const columns = given ?? this.columns; columns.push(…)</c>.</summary>
    public bool IsToDefault { get; init; }

    /// <summary>Whether the keys are few, whatever the function is given: constants, members of an enum, the words of a union.</summary>
    public bool HasFewKeys { get; init; }

    /// <summary>Whether by its name the collection holds what is under way, each under a key or for itself: <c>pendingAcks</c>, <c>running</c>. What is counted, or put to true and false, counts as a state.</summary>
    public bool IsOfWork { get; init; }

    /// <summary>Whether the value is the work that begins when what was there under the key before has ended: <c>queues.set(id, (queues.get(id) ?? Promise.resolve()).then(work))</c>.</summary>
    public bool IsQueued { get; init; }

    /// <summary>Whether nothing shows how long the object lives that holds the collection.</summary>
    public bool IsOfUnknownLife { get; init; }

    /// <summary>The function that is given back to whoever added a function of his own, though it does nothing, and nothing else takes one out; none when it does, or there is none.</summary>
    public SyntaxNode EmptyRemover { get; init; }
}

/// <summary>What is kept in a collection.</summary>
public enum TrackedKind
{
    /// <summary>A value like any other.</summary>
    Value,

    /// <summary>A timer.</summary>
    Timer,

    /// <summary>What aborts a signal.</summary>
    Controller,

    /// <summary>A connection or a stream.</summary>
    Connection,

    /// <summary>A promise of work in flight.</summary>
    Promise,
}

/// <summary>What a program does with a collection.</summary>
/// <param name="Additions">The calls that add entries.</param>
/// <param name="Removals">The calls that take single entries out.</param>
/// <param name="Clearings">What takes all out at once: <c>clear()</c>, a new collection in its place.</param>
/// <param name="SizeAsked">Where somebody asks how many there are; none when nobody does.</param>
/// <param name="IsOutOfSight">Whether it gets to where nothing is seen of it.</param>
public sealed record CollectionUses(ImmutableArray<SyntaxNode> Additions, ImmutableArray<SyntaxNode> Removals, ImmutableArray<SyntaxNode> Clearings, SyntaxNode SizeAsked, bool IsOutOfSight);

/// <summary>Finds what is added to collections that outlive the call; tests and what runs in browsers only are left out.</summary>
internal sealed class Collections(ProjectModel project)
{
    private static readonly Name[] Adding = [Name.Of("set"u8), Name.Of("add"u8), Name.Of("push"u8)];

    private static readonly HashSet<string> Removing = ["delete", "splice", "shift", "pop"];

    private static readonly HashSet<string> Asking = ["get", "has", "forEach", "keys", "values", "entries", "includes", "indexOf", "find", "some", "every", "map", "filter", "slice", "join", "at", "findIndex", "concat", "reduce", "sort", "unshift", "flatMap"];

    /// <summary>How many links a chain of promises is followed.</summary>
    private const int MostLinks = 8;

    private readonly ConcurrentDictionary<Symbol, CollectionUses> known = new();

    /// <summary>The entries, by file and position.</summary>
    public IEnumerable<AddedEntry> All()
    {
        var found = new List<AddedEntry>();
        foreach (var call in Adding.SelectMany(project.Calls.CallsOf))
        {
            Workers.Step();
            if (call.Is(SyntaxKind.CallExpression) && Read(call) is { } entry)
                found.Add(entry);
        }

        return found.OrderBy(entry => project.PlaceOf(entry.Call));
    }

    private AddedEntry? Read(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        if (!callee.Is(SyntaxKind.PropertyAccessExpression) || project.Bindings.ModuleOf(call.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Test))
            return null;
        var isList = callee.ChildAt(1).TextIs("push"u8);
        var given = isList ? DefaultOf(callee.FirstChild, module) : default;
        var receiver = given.Exists ? given : callee.FirstChild;
        if (MemoryPlace.Of(receiver, module) is not { Root: PlaceRoot.Module or PlaceRoot.This } place || project.FunctionAround(call) is not { IsTopLevel: false } function || function.Node.Is(SyntaxKind.Constructor)
            || !IsCollection(receiver) || SymbolOf(receiver) is not { Exists: true } symbol)
            return null;
        var isMap = callee.ChildAt(1).TextIs("set"u8);
        var key = CallArguments.At(call, 0);
        var value = isMap ? CallArguments.At(call, 1) : key;
        if (!value.Exists)
            return null;
        if (!isMap && EmptyRemoverIn(function, value, symbol) is { Exists: true } remover)
            return new(call, place, key, value, known.GetOrAdd(symbol, Find)) { EmptyRemover = remover };
        var livesLong = LivesLong(place, symbol) || (given.Exists && IsOfUnknownLife(place));
        var isQueued = isMap && IsQueued(value, symbol, module);
        var isOfWork = !isList && NamesOfWork.IsOfWork(symbol.Name.ToString()) && !(isMap && IsState(value));
        if (project.IsInBrowser(module) || !(livesLong || (IsOfUnknownLife(place) && (isQueued || (isOfWork && KindOf(value) is TrackedKind.Promise)) && known.GetOrAdd(symbol, Find) is { Removals.IsEmpty: true, Clearings.IsEmpty: true })))
            return null;
        var uses = known.GetOrAdd(symbol, Find);
        var entry = new AddedEntry(call, place, key, value, uses) { Kind = KindOf(value), HasFewKeys = IsFinite(key), IsKeySent = IsSent(key) || NamesOfWork.IsOfPassing(NameOf(key)), IsKeyNew = IsNew(key, function) || (isList && !IsAskedBefore(symbol, function)), IsOfWork = isOfWork, IsQueued = isQueued, IsOfUnknownLife = !livesLong };
        return Followed(function, entry with { IsToDefault = given.Exists }, isList);
    }

    /// <summary>"this.columns" of "const columns = given ?? this.columns": the list itself and no copy, for every call that gives none. Only one that has elements from the start is a default.</summary>
    private SyntaxNode DefaultOf(SyntaxNode receiver, Module module)
    {
        if (!receiver.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(receiver) is not { Exists: true, IsAssignedOnce: true, IsModuleLevel: false, Declaration.Kind: SyntaxKind.VariableDeclaration } variable)
            return default;
        var value = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        // "if (given && given.length > 0) columns.push(…)": then it is the caller's own.
        for (var at = receiver.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.IfStatement) && ObjectWalk.Names(at.FirstChild, value.FirstChild.Unwrapped()))
                return default;
        }

        var other = value.Is(SyntaxKind.BinaryExpression) && value.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion ? value.ChildAt(1).Unwrapped() : value.Is(SyntaxKind.ConditionalExpression) ? value.ChildAt(2).Unwrapped() : default;
        return other.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && SymbolOf(other) is { Exists: true } kept && kept.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: true } ? other : default;
    }

    /// <summary>Follows an entry through the function that adds it, to where that takes it out again.</summary>
    private static AddedEntry Followed(FunctionModel function, AddedEntry entry, bool isList)
    {
        if (function.Flow is not { } graph || graph.PointsOf(entry.Call) is not [var start, ..])
            return entry;
        var own = entry.Uses.Removals.Where(removal => FunctionShape.Enclosing(removal) == function.Node).ToList();
        if (own.Count == 0)
            return entry;
        // Somebody else takes entries out, and not only his own: what a path of this function leaves, that may take.
        var others = entry.Uses.Removals.Except(own).Any(removal => !entry.Uses.Additions.Any(added => FunctionShape.Enclosing(added) == FunctionShape.Enclosing(removal)));
        var after = graph.ReachableFrom(start);
        own = [.. own.Where(removal => graph.PointsOf(removal).Any(point => after[point]))];
        if (own.Count == 0 || others)
            return entry with { RemovedHere = [.. own] };
        // "if (cache.size > 1000) cache.delete(oldest)": what is taken out is another entry, on purpose.
        if (entry.Uses.SizeAsked.Exists)
            return entry with { RemovedHere = [.. own] };
        var same = isList ? own : [.. own.Where(removal => IsSameKey(function, CallArguments.At(removal, 0), entry.Key) is true)];
        // "counts.set(key, n + 1); … if (n === 1) counts.delete(key)": the last of those that are counted takes it out.
        if (same.Count > 0 && !isList && function.Project.Types.TypeOf(entry.Value) is LightType.Primitive { Kind: PrimitiveKind.Number })
            return entry with { RemovedHere = [.. same] };
        if (same.Count > 0)
            return entry with { RemovedHere = [.. same], Lost = function.PathBy(entry.Call, EdgeKind.Next, same) };
        return own.TrueForAll(removal => IsSameKey(function, CallArguments.At(removal, 0), entry.Key) is false) ? entry with { OtherKey = own[0] } : entry with { RemovedHere = [.. own] };
    }

    /// <summary>Whether two keys are the same; null when they may be.</summary>
    private static bool? IsSameKey(FunctionModel function, SyntaxNode one, SyntaxNode other)
    {
        one = ValueOf(one);
        other = ValueOf(other);
        if (one.Bytes.SequenceEqual(other.Bytes))
            return true;
        // Two texts of two shapes are two keys; anything else may be the same.
        return one.Kind is SyntaxKind.TemplateExpression or SyntaxKind.StringLiteral or SyntaxKind.PropertyAccessExpression && other.Kind is SyntaxKind.TemplateExpression or SyntaxKind.StringLiteral or SyntaxKind.PropertyAccessExpression && one.Kind != other.Kind ? false : null;

        SyntaxNode ValueOf(SyntaxNode key)
        {
            key = key.Unwrapped();
            return key.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(key) is { IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } variable && variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Exists: true } initial ? initial : key;
        }
    }

    /// <summary>"Map", "Set" and arrays; what is weak, or a class of a library, takes care of itself.</summary>
    private bool IsCollection(SyntaxNode receiver) => project.Types.TypeOf(receiver).NonNullish() switch
    {
        LightType.Array => true,
        LightType.Instance { Symbol: { Module.IsBuiltIn: true, Name: var name } } => name.Is("Map"u8) || name.Is("Set"u8),
        _ => false,
    };

    private Symbol SymbolOf(SyntaxNode receiver)
    {
        var bare = receiver.Unwrapped();
        return bare.Is(SyntaxKind.Identifier) ? project.Bindings.SymbolOf(bare) : bare.FirstChild.Is(SyntaxKind.ThisKeyword) ? project.Types.SymbolOf(bare) : default;
    }

    private bool LivesLong(MemoryPlace place, Symbol symbol) => place.Root is PlaceRoot.Module ? place.Path.Length == 0 && symbol.IsModuleLevel
        : symbol.Declaration.Has(NodeFlags.Static) || project.SharingOf(place.Owner).Kind is SharingKind.Process;

    private bool IsOfUnknownLife(MemoryPlace place) => place.Root is PlaceRoot.This && project.SharingOf(place.Owner).Kind is SharingKind.Unknown;

    /// <summary>"executionId", "session.id": what the name of a variable, parameter or member says; empty when it is none.</summary>
    private static string NameOf(SyntaxNode key)
    {
        key = key.Unwrapped();
        return key.Is(SyntaxKind.Identifier) ? key.Text : key.Is(SyntaxKind.PropertyAccessExpression) ? $"{(key.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } owner ? owner.Text : "")}_{key.ChildAt(1).Text}" : "";
    }

    /// <summary>"loading.set(key, true)", "running.set(type, n + 1)": a state of each key, which is put to another.</summary>
    private bool IsState(SyntaxNode value) => project.Types.TypeOf(value).NonNullish() is LightType.Primitive or LightType.Literal;

    /// <summary>Whether a promise goes on from the one that stood in the collection before: <c>const previous = queues.get(id) ?? Promise.resolve(); const next = previous.catch(() => {}).then(work);</c></summary>
    private bool IsQueued(SyntaxNode value, Symbol symbol, Module module)
    {
        var goesOn = false;
        for (var left = MostLinks; left > 0; left--)
        {
            value = value.Unwrapped();
            switch (value.Kind)
            {
                case SyntaxKind.Identifier when module.LocalSymbolOf(value) is { Exists: true, IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } variable:
                    value = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild;
                    break;
                case SyntaxKind.BinaryExpression when value.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion:
                    value = value.FirstChild;
                    break;
                case SyntaxKind.CallExpression when value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.ChildAt(1).Text is "then" or "catch" or "finally":
                    value = callee.FirstChild;
                    goesOn = true;
                    break;
                case SyntaxKind.CallExpression:
                    return goesOn && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } asked && asked.ChildAt(1).TextIs("get"u8) && SymbolOf(asked.FirstChild) == symbol;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>
    /// "subscribe(listener) { this.listeners.add(listener); return () => {}; }": the function that is given back, if nothing takes a listener out of the collection, and it does nothing either.
    /// </summary>
    private SyntaxNode EmptyRemoverIn(FunctionModel function, SyntaxNode value, Symbol symbol)
    {
        if (FunctionLike.From(function.Node) is not { IsGenerator: false } shape || !value.Unwrapped().Is(SyntaxKind.Identifier) || function.Module.LocalSymbolOf(value.Unwrapped()) is not { Exists: true, Declaration.Kind: SyntaxKind.Parameter }
            || !shape.Body.Is(SyntaxKind.Block) || Inference.ReturnsOf(shape.Body).ToArray() is not [var only] || FunctionLike.From(only.FirstChild.Unwrapped()) is not { HasExpressionBody: false, Parameters.Count: 0 } given
            || !given.Body.Children.ToArray().All(statement => statement.Is(SyntaxKind.EmptyStatement)) || known.GetOrAdd(symbol, Find) is not { Removals.IsEmpty: true, Clearings.IsEmpty: true, IsOutOfSight: false })
            return default;
        return only.FirstChild.Unwrapped();
    }

    private TrackedKind KindOf(SyntaxNode value)
    {
        value = value.Unwrapped();
        var type = project.Types.TypeOf(value).NonNullish();
        if (type is LightType.Promise)
            return TrackedKind.Promise;
        var made = project.Constants.ValueOf(value).Unwrapped();
        if (project.OpeningAt(made) is { } opening)
            return opening.What is Opened.Timer or Opened.Interval ? TrackedKind.Timer : TrackedKind.Connection;
        return Controllers.Is(project, type) ? TrackedKind.Controller : TrackedKind.Value;
    }

    /// <summary>"pending.set(randomUUID(), …)", "pending.set(this.next++, …)", "seen.add(new Watcher())": a value that no other call has.</summary>
    private bool IsNew(SyntaxNode key, FunctionModel function)
    {
        if (FreshValues.IsFresh(key, function))
            return true;
        key = project.Constants.ValueOf(key).Unwrapped();
        return key.Kind switch
        {
            SyntaxKind.NewExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression => true,
            SyntaxKind.PostfixUnaryExpression or SyntaxKind.PrefixUnaryExpression => key.Operator is TokenKind.PlusPlus,
            SyntaxKind.CallExpression => project.Types.CalleeOf(key) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Fresh),
            _ => false,
        };
    }

    /// <summary>"if (!list.includes(value)) list.push(value)": how many there are is the business of the test.</summary>
    private bool IsAskedBefore(Symbol symbol, FunctionModel function)
    {
        foreach (var mention in project.Mentions.Of(symbol))
        {
            if (FunctionShape.Enclosing(mention) == function.Node && mention.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.ChildAt(1).Text is "includes" or "indexOf" or "some" or "every" or "find" or "findIndex" or "length")
                return true;
        }

        return false;
    }

    /// <summary>Whether an expression has one of a few values, by its type.</summary>
    private bool IsFinite(SyntaxNode key) => IsOfElement(key) || project.Constants.StringOf(key) is not null || project.Types.TypeOf(key).NonNullish().Alternatives.All(type => type is LightType.Literal or LightType.ClassConstructor or LightType.Function || (type is LightType.Instance { Symbol: var symbol } && symbol.Is(SymbolFlags.Enum)));

    /// <summary>"seen.set(request.params.id, …)", also through variables and parameters, and as a part of a text.</summary>
    private bool IsSent(SyntaxNode key)
    {
        key = project.Constants.ValueOf(key).Unwrapped();
        if (key.Kind is not (SyntaxKind.TemplateExpression or SyntaxKind.BinaryExpression))
            return project.SizeOf(key).Kind is SizeKind.Request;
        foreach (var node in key.DescendantsAndSelf)
        {
            if (node != key && node.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && !node.Parent.Is(SyntaxKind.PropertyAccessExpression) && project.SizeOf(node).Kind is SizeKind.Request)
                return true;
        }

        return false;
    }

    /// <summary>"for (const rule of this.rules) this.raised.set(rule.name, now)": no more of them than of those.</summary>
    private bool IsOfElement(SyntaxNode key)
    {
        var at = key.Unwrapped();
        while (at.Is(SyntaxKind.PropertyAccessExpression))
            at = at.FirstChild.Unwrapped();
        if (!at.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(key.Tree) is not { } module || module.LocalSymbolOf(at) is not { Exists: true } variable)
            return false;
        var source = AssignedValue.SourceOf(variable.Declaration.FirstChild);
        if (variable.Declaration.Is(SyntaxKind.Parameter) && Callers.Argument(FunctionShape.Enclosing(variable.Declaration.FirstChild)) is { Call: { Exists: true } taker } && taker.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee)
            source = callee.FirstChild;
        return source.Exists && MemoryPlace.Of(source, module) is { Root: PlaceRoot.Module or PlaceRoot.This };
    }

    private CollectionUses Find(Symbol symbol)
    {
        var additions = ImmutableArray.CreateBuilder<SyntaxNode>();
        var removals = ImmutableArray.CreateBuilder<SyntaxNode>();
        var clearings = ImmutableArray.CreateBuilder<SyntaxNode>();
        SyntaxNode asked = default;
        var isOutOfSight = symbol.Is(SymbolFlags.Exported) && !IsImported(symbol);
        foreach (var mention in project.Mentions.Of(symbol))
        {
            Workers.Step();
            // "resetForTests()" takes nothing out in production, and neither do tests.
            if (project.Bindings.ModuleOf(mention.Tree)?.Roles.HasFlag(ModuleRoles.Test) == true || project.FunctionAround(mention) is { IsTopLevel: false } user && Reaches.ServesTests(user.Name))
                continue;
            var outer = mention.Wrapped();
            var parent = outer.Parent;
            switch (parent.Kind)
            {
                case SyntaxKind.PropertyAccessExpression when parent.FirstChild == outer:
                    var name = parent.ChildAt(1).Text;
                    var call = parent.Parent.Is(SyntaxKind.CallExpression) && parent.Parent.FirstChild == parent ? parent.Parent : default;
                    if (name is "size" or "length")
                    {
                        if (AssignedValue.TargetOf(parent.Parent) == parent)
                            clearings.Add(parent);
                        else if (!asked.Exists && IsCompared(parent))
                            asked = parent;
                    }
                    else if (call.Exists && Removing.Contains(name))
                        removals.Add(call);
                    else if (call.Exists && name is "set" or "add" or "push")
                        additions.Add(call);
                    else if (call.Exists && name is "clear")
                        clearings.Add(call);
                    else if (!call.Exists || !Asking.Contains(name))
                        isOutOfSight = true;
                    break;
                case SyntaxKind.ElementAccessExpression when parent.FirstChild == outer:
                    if (parent.Parent.Is(SyntaxKind.DeleteExpression))
                        removals.Add(parent.Parent);
                    break;
                case SyntaxKind.BinaryExpression when parent.FirstChild == outer && parent.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals:
                    // "constructor() { this.open = new Map(); }" is the first, and takes nothing out.
                    if (!FunctionShape.Enclosing(mention).Is(SyntaxKind.Constructor))
                        clearings.Add(parent);
                    break;
                case SyntaxKind.ForOfStatement or SyntaxKind.IfStatement or SyntaxKind.PrefixUnaryExpression or SyntaxKind.PropertyDeclaration or SyntaxKind.SpreadElement:
                    break;
                // "Array.from(this.timers)", "new Set(this.timers)": a copy.
                case SyntaxKind.ArgumentList when project.Types.CalleeOf(parent.Parent) is Callee.Library:
                    break;
                default:
                    isOutOfSight = true;
                    break;
            }
        }

        return new(additions.ToImmutable(), removals.ToImmutable(), clearings.ToImmutable(), asked, isOutOfSight);
    }

    /// <summary>Whether what is exported is imported in the program, and everywhere under its own name: those are whom it is exported for.</summary>
    private bool IsImported(Symbol symbol)
    {
        var isImported = false;
        foreach (var identifier in project.Mentions.Named(symbol.Name))
        {
            if (identifier.Parent.Kind is not (SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier))
                continue;
            if (identifier.Parent.Is(SyntaxKind.ExportSpecifier) || identifier.Parent.ChildAt(1).Exists)
                return false;
            isImported |= project.Bindings.SymbolOf(identifier) == symbol;
        }

        return isImported;
    }

    private static bool IsCompared(SyntaxNode size)
    {
        var outer = size.Wrapped();
        return outer.Parent.Is(SyntaxKind.BinaryExpression) && outer.Parent.Operator is TokenKind.GreaterThan or TokenKind.GreaterThanEquals or TokenKind.LessThan or TokenKind.LessThanEquals;
    }
}
