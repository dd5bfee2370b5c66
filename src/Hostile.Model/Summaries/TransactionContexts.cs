using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Where a call is given the object that carries a transaction.</summary>
/// <param name="Place">The argument's number; -1 when the function that is called finds the object by itself, in a variable around it.</param>
/// <param name="Members">The path in the argument, as <c>req</c>; empty for the argument itself.</param>
/// <param name="Variable">The variable in which the function finds it; none when it is given.</param>
/// <param name="Writes">Whether what is called changes rows, or begins a transaction where the object carries none.</param>
internal sealed record ContextJoin(int Place, string Members, SyntaxNode Variable, bool Writes)
{
    /// <summary>How the program calls the object.</summary>
    public string Name => Variable.Exists ? Variable.FirstChild.Text : Members.Length > 0 ? Members[(Members.LastIndexOf('.') + 1)..] : "";
}

/// <summary>
/// Objects that carry a transaction with them: a request, a context. A function begins one in such an object (<c>req.transactionID = await db.beginTransaction()</c>),
/// and what is given the object afterwards joins it; what is not runs outside. Found from the names of what begins a transaction upwards, through the functions that pass their parameter on.
/// </summary>
internal sealed class TransactionContexts
{
    private static readonly ImmutableArray<string> Begin = ["beginTransaction", "startTransaction"];

    private static readonly ImmutableArray<string> End = ["commitTransaction", "rollbackTransaction", "abortTransaction"];

    /// <summary>A program in which more functions pass one object on is left half read.</summary>
    private const int MostFunctions = 4_000;

    /// <summary>Longer chains of variables are not followed.</summary>
    private const int LongestChain = 4;

    private readonly ProjectModel project;
    private readonly Lazy<OtherNames> callers;
    private readonly Lazy<Dictionary<FunctionModel, List<SyntaxNode>>> combines;
    private readonly Dictionary<SyntaxNode, ContextJoin> openers = [];
    private readonly Dictionary<SyntaxNode, ContextJoin> enders = [];

    /// <summary>The members in which objects carry transactions: <c>transactionID</c>.</summary>
    private readonly SortedSet<string> carrying = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxNode, ContextJoin> joins = [];
    private readonly Dictionary<FunctionModel, List<(SyntaxNode Call, ValuePath? Context)>> ends = [];

    public TransactionContexts(ProjectModel project)
    {
        this.project = project;
        callers = new(() => new OtherNames(project));
        combines = new(FindCombines);
        foreach (var call in Calls(Begin))
        {
            if (TargetOf(call) is { Exists: true } target && PathOf(target.FirstChild, "") is { } path && JoinOf(path, writes: true) is var (join, owner))
            {
                openers.TryAdd(owner, join);
                carrying.Add(target.ChildAt(1).Text);
            }
        }

        var begins = new List<(SyntaxNode, SyntaxNode)>();
        foreach (var (node, join) in openers.ToList())
        {
            if (project.FunctionOf(node) is not { } opener)
                continue;
            foreach (var call in callers.Value.CallsTo(opener))
            {
                if (!IsTest(call) && ArgumentOf(call, join) is { Exists: true } context)
                    begins.Add((call, context));
            }
        }

        foreach (var (call, effect) in LibraryCalls<Effect.Enters>())
        {
            if (CallArguments.At(call, effect.Context.Index) is { Exists: true } context)
                begins.Add((call, context));
        }

        Begins = [.. begins];
        if (!Begins.IsEmpty)
            FindEnds();
        FollowJoins();
    }

    /// <summary>The calls that begin a transaction in an object, and the object.</summary>
    public ImmutableArray<(SyntaxNode Call, SyntaxNode Context)> Begins { get; }

    /// <summary>Whether the program has such objects.</summary>
    public bool Any => !Begins.IsEmpty || joins.Count > 0;

    /// <summary>What waits for several promises, by the function around it.</summary>
    public Dictionary<FunctionModel, List<SyntaxNode>> Combines => combines.Value;

    /// <summary>The calls that end such a transaction in parts of a function.</summary>
    public IEnumerable<(SyntaxNode Call, ValuePath? Context)> EndsIn(IReadOnlyCollection<SyntaxNode> parts) =>
        ends.Values.SelectMany(found => found).Where(end => parts.Any(part => part.Tree == end.Call.Tree && part.Span.Contains(end.Call.Span)));

    /// <summary>The calls of a function that end a transaction that an object carries.</summary>
    public IEnumerable<(SyntaxNode Call, ValuePath? Context)> EndsIn(FunctionModel function) => ends.TryGetValue(function, out var found) ? found : [];

    /// <summary>Where a call is given the object whose transaction it joins; null when it joins none that we know of.</summary>
    public ContextJoin? JoinAt(SyntaxNode call)
    {
        switch (project.Types.CalleeOf(call))
        {
            case Callee.InProgram { Functions: [var function] } when joins.Count > 0:
                return joins.GetValueOrDefault(function);
            // "const check: Check = async () => …": its type says no more than the signature.
            case Callee.InProgram when joins.Count > 0 && OtherNames.ValueOf(project, call.FirstChild) is { Exists: true } named:
                return joins.GetValueOrDefault(named);
            case Callee.Library library:
                foreach (var effect in project.Effects.Of(library.Signature))
                {
                    if (effect is Effect.Joins known)
                        return new(known.Context.Index, known.Context.Property, default, known.Writes);
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>The object that a call is given, as the text says which it is; null when it is given none, or nobody knows which.</summary>
    public ValuePath? ContextOf(SyntaxNode call, ContextJoin join)
    {
        if (join.Variable.Exists)
            return new(join.Variable, join.Members.Length > 0 ? "." + join.Members : "");
        var argument = CallArguments.At(call, join.Place);
        return argument.Exists ? PathOf(argument, join.Members) : null;
    }

    private bool IsTest(SyntaxNode node) => project.Bindings.ModuleOf(node.Tree)!.Roles.HasFlag(ModuleRoles.Test);

    private IEnumerable<SyntaxNode> Calls(ImmutableArray<string> names) => names.SelectMany(name => project.Calls.CallsOf(Name.Of(name))).Where(call => call.Is(SyntaxKind.CallExpression) && !IsTest(call));

    private IEnumerable<(SyntaxNode Call, TEffect Effect)> LibraryCalls<TEffect>()
        where TEffect : Effect
    {
        foreach (var name in Transactions.LibraryNames<TEffect>(project))
        {
            foreach (var call in project.Calls.CallsOf(name))
            {
                Workers.Step();
                if (!IsTest(call) && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<TEffect>().FirstOrDefault() is { } effect)
                    yield return (call, effect);
            }
        }
    }

    /// <summary>"req.transactionID = await db.beginTransaction()", also with "then" behind it.</summary>
    private static SyntaxNode TargetOf(SyntaxNode call)
    {
        var at = call.Wrapped();
        while (at.Parent.Is(SyntaxKind.AwaitExpression) || (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at) || (at.Parent.Is(SyntaxKind.CallExpression) && at.Parent.FirstChild == at))
            at = at.Parent.Wrapped();
        return AssignedValue.TargetFor(at).Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } target ? target : default;
    }

    /// <summary>Which value an expression, and below it members, stand for: also "await createLocalReq(options, payload)", which is the request of the options.</summary>
    private ValuePath? PathOf(SyntaxNode expression, string members)
    {
        if (ValuePath.Of(expression, members.Length > 0 ? "." + members : "", project.Bindings) is not { } path)
            return null;
        if (!path.Root.Is(SyntaxKind.CallExpression) || path.Members.Contains('(') || project.Types.CalleeOf(path.Root) is not Callee.InProgram)
            return path;
        var name = members.Length > 0 ? members[(members.LastIndexOf('.') + 1)..] : "";
        foreach (var argument in path.Root.Child(SyntaxKind.ArgumentList).Children)
        {
            if (name.Length > 0 && argument.Unwrapped().Is(SyntaxKind.Identifier) && project.Types.MemberOf(project.Types.TypeOf(argument), Name.Of(name)).Exists)
                return ValuePath.Of(argument, "." + name, project.Bindings);
        }

        return null;
    }

    /// <summary>Which function is given the object at the root of a path by its caller, and where.</summary>
    private (ContextJoin Join, SyntaxNode Owner)? JoinOf(ValuePath path, bool writes)
    {
        var (root, members) = (path.Root, path.Members);
        for (var depth = 0; depth < LongestChain && Before(root, members) is { } first; depth++)
            (root, members) = (first.Root, first.Members);

        if (!root.Is(SyntaxKind.Parameter) || members.Contains('[') || members.Contains('('))
            return null;
        var place = 0;
        var owner = FunctionShape.Enclosing(root);
        foreach (var parameter in FunctionLike.From(owner)!.Value.Parameters)
        {
            if (parameter == root)
                return (new(place, members.TrimStart('.'), default, writes), owner);
            place++;
        }

        return null;
    }

    /// <summary>What a variable begins as; null when that says nothing.</summary>
    private ValuePath? Before(SyntaxNode root, string members)
    {
        if (root.Is(SyntaxKind.VariableDeclaration) && root.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
        {
            // "const req = { ...more, transactionID: incoming?.transactionID }": another object that carries the same.
            if (members.Length == 0 && initial.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal)
                return carrying.Select(member => OriginalOf(literal, "." + member)).FirstOrDefault(original => original is not null);
            // "let args = incomingArgs": what is put into it later is the same with more.
            return ValuePath.Of(initial, members, project.Bindings);
        }

        // "const { req = {} } = options": the request, if there is one.
        var (at, path) = (root, members);
        while (BindingElement.From(at) is { IsRest: false } element && at.Parent.Is(SyntaxKind.ObjectBindingPattern))
        {
            path = $".{(element.PropertyName.Exists ? element.PropertyName : element.Name).Text}{path}";
            at = at.Parent.Parent;
        }

        if (at == root)
            return null;
        return at.Is(SyntaxKind.VariableDeclaration) && at.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } whole ? ValuePath.Of(whole, path, project.Bindings) : at.Is(SyntaxKind.Parameter) ? new(at, path) : null;
    }

    private ValuePath? OriginalOf(SyntaxNode literal, string member) =>
        ValuePath.MemberOf(literal, member) is { Value: { Exists: true } value, Below.Length: 0 } && ValuePath.Of(value, "", project.Bindings) is { } path && path.Members.EndsWith(member, StringComparison.Ordinal) ? path with { Members = path.Members[..^member.Length] } : null;

    private static SyntaxNode ArgumentOf(SyntaxNode call, ContextJoin join)
    {
        var argument = CallArguments.At(call, join.Place);
        if (!argument.Exists || join.Members.Length == 0)
            return argument;
        return argument.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && ValuePath.MemberOf(literal, "." + join.Members) is { Value: { Exists: true } value, Below.Length: 0 } ? value : default;
    }

    /// <summary>What ends such a transaction: the library's functions, the program's, and the driver's words for it, given what the object carries.</summary>
    private void FindEnds()
    {
        foreach (var call in Calls(End))
        {
            if (project.FunctionAround(call) is not { } function || CallArguments.At(call, 0) is not { Exists: true } given)
                continue;
            if (PathOf(given, "") is not { } path || path.Members.LastIndexOf('.') is not (>= 0 and var last))
                continue;
            AddEnd(function, call, path with { Members = path.Members[..last] });
            if (JoinOf(path with { Members = path.Members[..last] }, writes: false) is var (join, owner) && !Begins.Any(begin => project.FunctionAround(begin.Call) == function))
                enders.TryAdd(owner, join);
        }

        foreach (var (node, join) in enders.ToList())
        {
            if (project.FunctionOf(node) is not { } ender)
                continue;
            foreach (var call in callers.Value.CallsTo(ender))
            {
                if (!IsTest(call) && project.FunctionAround(call) is { } function)
                    AddEnd(function, call, ContextOf(call, join));
            }
        }

        foreach (var (call, effect) in LibraryCalls<Effect.Leaves>())
        {
            if (project.FunctionAround(call) is { } function && CallArguments.At(call, effect.Context.Index) is { Exists: true } context)
                AddEnd(function, call, PathOf(context, effect.Context.Property));
        }
    }

    private Dictionary<FunctionModel, List<SyntaxNode>> FindCombines()
    {
        var found = new Dictionary<FunctionModel, List<SyntaxNode>>();
        foreach (var call in Calls(["all"]))
        {
            if (project.PromiseOperationOf(call) is not PromiseOperation.Combine || project.FunctionAround(call) is not { } function)
                continue;
            if (!found.TryGetValue(function, out var calls))
                found.Add(function, calls = []);
            calls.Add(call);
        }

        return found;
    }

    private void AddEnd(FunctionModel function, SyntaxNode call, ValuePath? context)
    {
        if (!ends.TryGetValue(function, out var found))
            ends.Add(function, found = []);
        if (found.All(end => end.Call != call))
            found.Add((call, context));
    }

    /// <summary>From what begins a transaction in its parameter up to whoever passes a parameter on to it.</summary>
    private void FollowJoins()
    {
        var work = new Queue<(SyntaxNode Function, ContextJoin Join)>();
        foreach (var (node, join) in openers)
            work.Enqueue((node, join));
        foreach (var (call, context) in Begins)
        {
            if (project.Types.CalleeOf(call) is Callee.Library)
                Reach(call, PathOf(context, ""), true, work);
        }

        foreach (var (call, effect) in LibraryCalls<Effect.Joins>())
        {
            if (CallArguments.At(call, effect.Context.Index) is { Exists: true } argument)
                Reach(call, PathOf(argument, effect.Context.Property), effect.Writes, work);
        }

        while (work.TryDequeue(out var next) && joins.Count < MostFunctions)
        {
            if (project.FunctionOf(next.Function) is not { } function)
                continue;
            foreach (var call in callers.Value.CallsTo(function))
            {
                Workers.Step();
                if (!IsTest(call))
                    Reach(call, ContextOf(call, next.Join), next.Join.Writes, work);
            }
        }
    }

    /// <summary>A call joins the transaction of this object: so does the function around it, when the object comes from outside.</summary>
    private void Reach(SyntaxNode call, ValuePath? context, bool writes, Queue<(SyntaxNode, ContextJoin)> work)
    {
        if (context is not { } path || JoinOf(path, writes) is not var (join, owner))
            return;
        for (var function = project.FunctionAround(call); function is not null && !function.IsTopLevel; function = function.Enclosing)
        {
            if (openers.ContainsKey(function.Node) || enders.ContainsKey(function.Node))
                return;
            var isOwner = function.Node == owner;
            var found = isOwner ? join : join with { Place = -1, Variable = path.Root, Members = path.Members.TrimStart('.') };
            if (joins.TryAdd(function.Node, found))
                work.Enqueue((function.Node, found));
            if (isOwner)
                return;
        }
    }
}
