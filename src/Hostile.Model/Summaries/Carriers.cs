using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What an expression has to do with a handle.</summary>
internal enum Carriage
{
    /// <summary>Nothing that we know of.</summary>
    None,

    /// <summary>It is surely nothing: a parameter that the caller leaves out.</summary>
    Absent,

    /// <summary>It may be, or hold, the handle.</summary>
    Possible,

    /// <summary>It is the handle, is made of it, or holds it.</summary>
    Carried,
}

/// <summary>What of a value is the handle.</summary>
/// <param name="IsWhole">The value itself.</param>
/// <param name="Members">The paths of members that are: <c>transaction</c>, <c>state.transaction</c>.</param>
/// <param name="IsClosed">Whether nothing else of it can be.</param>
internal sealed record Cargo(bool IsWhole, ImmutableArray<string> Members, bool IsClosed)
{
    public static Cargo Whole { get; } = new(true, [], false);

    /// <summary>An object that carries a transaction with it, as a request does: its other members are no handles.</summary>
    public static Cargo Context { get; } = new(true, [], false) { IsContext = true };

    /// <summary>A value that has nothing to do with it.</summary>
    public static Cargo Nothing { get; } = new(false, [], true);

    /// <summary>No value: <c>undefined</c>, or a parameter that is left out.</summary>
    public static Cargo Missing { get; } = Nothing with { IsMissing = true };

    /// <summary>What may be the handle or made of it, for all we know.</summary>
    public static Cargo Possible { get; } = new(false, [], false) { IsPossible = true };

    public bool Carries => IsWhole || !Members.IsEmpty;

    public bool IsPossible { get; private init; }

    public bool IsMissing { get; init; }

    /// <summary>The parameter that a caller could have given the handle by, and left out; empty: it is no such parameter.</summary>
    public string LeftOut { get; init; } = "";

    public bool IsContext { get; init; }

    /// <summary>Whether its <see cref="Members"/> are such objects.</summary>
    public bool HoldsContext { get; init; }

    /// <summary>The names of an object's other members; not given where it is no object that is written out.</summary>
    public ImmutableArray<string> Others { get; init; }

    /// <summary>The members of an object that is written out of which some part is the handle and others may be, too: <c>ctx</c> of <c>{ ctx }</c>, of which <c>ctx.state.transaction</c> is known.</summary>
    public ImmutableArray<string> Open { get; init; } = [];

    /// <summary>Whether it is true in a condition; null when that is not known.</summary>
    public bool? Truth => IsMissing ? false : Carries || !Others.IsDefault ? true : null;

    /// <summary>What a member of the value carries; null when nobody knows.</summary>
    public Cargo? Member(string path)
    {
        if (path.Length == 0 || IsPossible || (IsWhole && !IsContext))
            return this;
        // "req.transactionID"
        if (IsContext)
            return path.Contains("transaction", StringComparison.OrdinalIgnoreCase) ? Whole : null;
        if (Members.Any(member => path == member || path.StartsWith(member + ".", StringComparison.Ordinal)))
            return !HoldsContext ? Whole : Members.Contains(path) ? Context : Context.Member(path[(Members.First(member => path.StartsWith(member + ".", StringComparison.Ordinal)).Length + 1)..]);
        ImmutableArray<string> below = [.. Members.Where(member => member.StartsWith(path + ".", StringComparison.Ordinal)).Select(member => member[(path.Length + 1)..])];
        var isOpen = Open.Contains(path.Split('.')[0]);
        if (!below.IsEmpty)
            return new(false, below, IsClosed && !isOpen) { HoldsContext = HoldsContext };
        if (!IsClosed || (isOpen && path.Contains('.', StringComparison.Ordinal)))
            return null;
        return IsMissing || (!Others.IsDefault && !Others.Contains(path.Split('.')[0])) ? Missing with { LeftOut = LeftOut } : Nothing;
    }

    /// <summary>Whether an object has a member; null when that is not known.</summary>
    public bool? Has(string name) => Others.IsDefault ? null : Others.Contains(name) || Members.Any(member => member == name || member.StartsWith(name + ".", StringComparison.Ordinal)) ? true : IsClosed ? false : null;
}

/// <summary>
/// Which variables of a function carry a handle: the variable itself, objects that hold it, and what is made of it. What is awaited of it is data.
/// </summary>
internal sealed class Carriers
{
    private readonly ProjectModel project;
    private readonly Dictionary<Symbol, Cargo> cargos;

    /// <summary>The references to the variables, by position in their file once they are sorted.</summary>
    private readonly List<(int Index, Symbol Symbol)> references = [];

    private bool isSorted;

    private Carriers(FunctionModel function, Dictionary<Symbol, Cargo> cargos, bool isThis, Symbol start = default)
    {
        Start = start;
        (project, Function, this.cargos, IsThis) = (function.Project, function, cargos, isThis);
        foreach (var symbol in cargos.Keys)
            AddReferences(symbol);
        Derive();
        // What is made of a callback's parameter is known when the parameter is.
        if (DeriveCallbacks())
            Derive();
    }

    /// <summary>The function whose variables they are.</summary>
    public FunctionModel Function { get; }

    /// <summary>The variable that the handle begins with in the function; none in a function that is called.</summary>
    public Symbol Start { get; }

    /// <summary>Whether the object whose method runs is made of the handle.</summary>
    public bool IsThis { get; }

    /// <summary>Whether the handle is put where everybody finds it: <c>this.trx = trx</c>, <c>storage.run(trx, …)</c>.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Whether the handle is an object that carries the transaction among other things.</summary>
    private bool IsOfContext => cargos.Values.Any(cargo => cargo is { IsContext: true } or { HoldsContext: true });

    /// <summary>Whether anything carries the handle.</summary>
    public bool Carries => IsThis || cargos.Values.Any(cargo => cargo.Carries);

    public static Carriers Of(FunctionModel function, IReadOnlyCollection<(Symbol Symbol, Cargo Cargo)> start) =>
        new(function, start.DistinctBy(one => one.Symbol).ToDictionary(one => one.Symbol, one => one.Cargo), false, start.First().Symbol);

    /// <summary>Whether a variable carries the handle.</summary>
    public bool Holds(Symbol symbol) => cargos.TryGetValue(symbol, out var cargo) && cargo.Carries;

    /// <summary>Whether the variable, or a name of the parameter, that a node declares carries the handle.</summary>
    public bool HoldsDeclared(SyntaxNode declaration) => cargos.Any(one => one.Value.Carries && declaration.Span.Contains(one.Key.Declaration.Span));

    /// <summary>What carries the handle in a function that a call of this one means.</summary>
    public Carriers Into(SyntaxNode call, FunctionModel called)
    {
        var inner = new Dictionary<Symbol, Cargo>();
        // A function that is written in this one sees its variables.
        if (called.Node.Tree == Function.Node.Tree && Function.Node.Span.Contains(called.Node.Span))
        {
            foreach (var (symbol, cargo) in cargos)
                inner.Add(symbol, cargo);
        }

        BindParameters(inner, call, called);
        // "saveIn({ db: trx })(row)": what is called sees what its maker was given.
        if (FunctionShape.Enclosing(called.Node) is var maker && project.GivenFunctions.MakingOf(call) is { Exists: true } made && made.Tree == Function.Node.Tree && project.FunctionCalled(made) == maker && project.FunctionOf(maker) is { } making)
            BindParameters(inner, made, making);
        var receiver = call.FirstChild.Unwrapped();
        var isThis = receiver.Is(SyntaxKind.PropertyAccessExpression) && (receiver.FirstChild.Is(SyntaxKind.ThisKeyword) ? IsThis : CargoOf(receiver.FirstChild)?.Carries == true);
        return new(called, inner, isThis);
    }

    private void BindParameters(Dictionary<Symbol, Cargo> inner, SyntaxNode call, FunctionModel called)
    {
        var place = 0;
        foreach (var node in FunctionLike.From(called.Node)!.Value.Parameters)
        {
            var parameter = new Parameter(node);
            var given = CallArguments.At(call, place++);
            var isSpread = !given.Exists && CallArguments.HasSpread(call);
            var cargo = given.Exists && !parameter.IsRest ? CargoOf(given) : isSpread || parameter.IsRest ? null : (parameter.Initializer.Exists ? Cargo.Nothing : Cargo.Missing) with { LeftOut = parameter.Name.Is(SyntaxKind.Identifier) ? parameter.Name.Text : "" };
            if (cargo is not null)
                Bind(inner, called.Module, parameter.Name, cargo);
        }
    }

    /// <summary>The most that an expression has to do with the handle: by itself, or as one of its parts.</summary>
    public Carriage In(SyntaxNode node)
    {
        var most = Carriage.None;
        if (node.Tree != Function.Node.Tree)
            return most;
        foreach (var (at, cargo) in ReferencesIn(node))
        {
            var found = Of(at, cargo, node, project);
            if (found > most)
                most = found;
        }

        if (!IsThis || most is Carriage.Carried)
            return most;
        return HandedOnOfThis(node) is var handed && handed is Carriage.Carried ? handed : handed is Carriage.Possible || BeginsWithThis(node) ? Carriage.Possible : most;
    }

    /// <summary>"new Names(this.db)" in an object that is made of the handle: a handle that it has is that, and another object that it has may hold it.</summary>
    private Carriage HandedOnOfThis(SyntaxNode node)
    {
        var most = Carriage.None;
        foreach (var part in node.DescendantsAndSelf)
        {
            if (!part.Is(SyntaxKind.PropertyAccessExpression) || !part.Wrapped().Parent.Is(SyntaxKind.ArgumentList) || !MemberPath.RootOf(part).Is(SyntaxKind.ThisKeyword))
                continue;
            if (project.IsHandle(part))
                return Carriage.Carried;
            if (project.Types.TypeOf(part).NonNullish() is { IsUnknown: true } or LightType.Instance)
                most = Carriage.Possible;
        }

        return most;
    }

    /// <summary>The same of a call's arguments.</summary>
    public Carriage InArguments(SyntaxNode call) => call.Child(SyntaxKind.ArgumentList) is { Exists: true } list ? In(list) : Carriage.None;

    /// <summary>Whether the expression comes from a variable that is surely nothing: <c>transaction</c>, <c>options?.transaction</c> of a caller that leaves it out.</summary>
    public bool IsAbsent(SyntaxNode expression) => CargoOf(expression) is { Carries: false, IsClosed: true };

    /// <summary>The parameter by which a caller could have given what such an expression comes from; else the variable that it begins with.</summary>
    public string NameOfAbsent(SyntaxNode expression) => CargoOf(expression) is { LeftOut: { Length: > 0 } parameter } ? parameter : RootName(expression);

    /// <summary>Whether a node is evaluated at all, as far as what the function is given decides the conditions around and before it.</summary>
    public bool MayReach(SyntaxNode node)
    {
        for (var at = node; at.Parent.Exists && at != Function.Node; at = at.Parent)
        {
            var parent = at.Parent;
            switch (parent.Kind)
            {
                case SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression when parent.FirstChild != at && TruthOf(parent.FirstChild, 0) is { } holds && holds != (parent.ChildAt(1) == at):
                    return false;
                case SyntaxKind.BinaryExpression when parent.ChildAt(1) == at && parent.Operator is TokenKind.AmpersandAmpersand && TruthOf(parent.FirstChild, 0) is false:
                    return false;
                case SyntaxKind.BinaryExpression when parent.ChildAt(1) == at && parent.Operator is TokenKind.BarBar && TruthOf(parent.FirstChild, 0) is true:
                    return false;
                case SyntaxKind.Block:
                    // "if (options.transaction) { …; return; }"
                    for (var before = parent.FirstChild; before.Exists && before != at; before = before.NextSibling)
                    {
                        if (before.Is(SyntaxKind.IfStatement) && !before.ChildAt(2).Exists && Leaves(before.ChildAt(1)) && TruthOf(before.FirstChild, 0) is true)
                            return false;
                    }

                    break;
            }
        }

        return true;
    }

    private static bool Leaves(SyntaxNode statement)
    {
        if (statement.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement)
            return true;
        return statement.Is(SyntaxKind.Block) && statement.Children.ToArray() is [.., var last] && Leaves(last);
    }

    /// <summary>Whether a condition holds, as far as what the function is given decides it.</summary>
    private bool? TruthOf(SyntaxNode condition, int depth)
    {
        condition = condition.Unwrapped();
        if (depth > 8)
            return null;
        switch (condition.Kind)
        {
            case SyntaxKind.PrefixUnaryExpression when condition.Operator is TokenKind.Exclamation:
                return !TruthOf(condition.FirstChild, depth + 1);
            case SyntaxKind.BinaryExpression when condition.Operator is TokenKind.AmpersandAmpersand:
                var (left, right) = (TruthOf(condition.FirstChild, depth + 1), TruthOf(condition.ChildAt(1), depth + 1));
                return left is false || right is false ? false : left is true && right is true ? true : null;
            case SyntaxKind.BinaryExpression when condition.Operator is TokenKind.BarBar:
                var (either, or) = (TruthOf(condition.FirstChild, depth + 1), TruthOf(condition.ChildAt(1), depth + 1));
                return either is true || or is true ? true : either is false && or is false ? false : null;
            case SyntaxKind.BinaryExpression when condition.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals:
                // "executor === db": what carries the transaction is not the pool that the file has.
                if (CargoOf(condition.FirstChild) is { IsWhole: true, IsContext: false } && condition.ChildAt(1).Is(SyntaxKind.Identifier) && Function.Module.LocalSymbolOf(condition.ChildAt(1)) is { IsModuleLevel: true } other && !cargos.ContainsKey(other))
                    return condition.Operator is TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals;
                if (!condition.ChildAt(1).Is(SyntaxKind.NullKeyword) && !condition.ChildAt(1).TextIs("undefined"u8))
                    return null;
                var truth = CargoOf(condition.FirstChild)?.Truth;
                return condition.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals ? !truth : truth;
            // "'url' in rest"
            case SyntaxKind.BinaryExpression when condition.Operator is TokenKind.In && StringLiteral.From(condition.FirstChild) is { Value: var key }:
                return CargoOf(condition.ChildAt(1))?.Has(key);
            case SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression:
                return CargoOf(condition)?.Truth;
            default:
                return null;
        }
    }

    /// <summary>The name of the variable that an expression begins with; empty when it begins with none.</summary>
    public static string RootName(SyntaxNode expression)
    {
        var at = FirstOf(expression);
        return at.Is(SyntaxKind.BinaryExpression) || at.Is(SyntaxKind.ConditionalExpression) ? RootName(at.FirstChild) : at.Is(SyntaxKind.Identifier) ? at.Text : "";
    }

    private IEnumerable<(SyntaxNode At, Cargo Cargo)> ReferencesIn(SyntaxNode node)
    {
        if (!isSorted)
        {
            references.Sort((left, right) => left.Index.CompareTo(right.Index));
            isSorted = true;
        }

        // Children come before their parents: a subtree is a run of indices that ends with its root.
        var (low, high) = (0, references.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (node.Tree[references[middle].Index].Span.Start < node.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < references.Count && references[low].Index <= node.Index; low++)
            yield return (node.Tree[references[low].Index], cargos[references[low].Symbol]);
    }

    private static Carriage Of(SyntaxNode reference, Cargo cargo, SyntaxNode within, ProjectModel project)
    {
        var (last, path) = ChainOf(reference);
        if (cargo.Member(path) is not { } member)
            return Carriage.None;
        if (!member.Carries)
            return member.IsClosed ? Carriage.Absent : member.IsPossible && !IsAwaitedIn(last, within) ? Carriage.Possible : Carriage.None;
        if (IsAwaitedIn(last, within))
            return Carriage.None;
        // "transaction.LOCK.UPDATE", "tx.id": a member that is no handle.
        if (cargo.IsWhole && path.Length > 0 && path.Split('.')[0].All(letter => char.IsAsciiLetterUpper(letter) || letter == '_'))
            return Carriage.None;
        if (cargo.IsWhole && path.Length > 0 && !IsCalled(last))
            return project.Types.TypeOf(last) is var type && type.IsUnknown ? Carriage.Possible : type is LightType.Primitive or LightType.Literal or LightType.Array ? Carriage.None : Carriage.Carried;
        return Carriage.Carried;
    }

    /// <summary>What is awaited of it is data, and what a function does with it is done when that runs.</summary>
    private static bool IsAwaitedIn(SyntaxNode reference, SyntaxNode within)
    {
        for (var at = reference; at != within && at.Exists; at = at.Parent)
        {
            if (at.Is(SyntaxKind.AwaitExpression) || FunctionLike.From(at) is not null)
                return true;
        }

        return false;
    }

    private static bool IsCalled(SyntaxNode access) => access.Wrapped() is var outer && outer.Parent.Kind is SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression && outer.Parent.FirstChild == outer;

    /// <summary>The longest chain of members that begins with a name, and their path.</summary>
    private static (SyntaxNode Last, string Path) ChainOf(SyntaxNode reference)
    {
        var at = reference.Wrapped();
        var path = "";
        while (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at)
        {
            path += (path.Length > 0 ? "." : "") + at.Parent.ChildAt(1).Text;
            at = at.Parent.Wrapped();
        }

        return (at, path);
    }

    private static bool BeginsWithThis(SyntaxNode call) => FirstOf(call.FirstChild).Is(SyntaxKind.ThisKeyword);

    /// <summary>What an expression carries; null when nobody knows.</summary>
    public Cargo? CargoOf(SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        switch (expression.Kind)
        {
            case SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword:
                return Cargo.Nothing;
            case SyntaxKind.Missing or SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword:
                return Cargo.Missing;
            case SyntaxKind.Identifier when expression.TextIs("undefined"u8):
                return Cargo.Missing;
            case SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression:
                return OfChain(expression);
            case SyntaxKind.ObjectLiteralExpression:
                return OfLiteral(expression);
            // "transaction ? transaction : pool" is "transaction || pool".
            case SyntaxKind.ConditionalExpression when expression.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } asked && expression.ChildAt(1).Unwrapped() is { Kind: SyntaxKind.Identifier } given && asked.Text == given.Text:
                return CargoOf(expression.ChildAt(1));
            case SyntaxKind.ConditionalExpression:
                return Either(CargoOf(expression.ChildAt(1)), CargoOf(expression.ChildAt(2)));
            // "transaction ?? pool": the pool, when there is no transaction.
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return CargoOf(expression.FirstChild);
            // "tx && { transaction: tx }" of a caller that leaves it out is nothing.
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.AmpersandAmpersand:
                return CargoOf(expression.FirstChild) is { Carries: false, IsClosed: true } nothing ? nothing : CargoOf(expression.ChildAt(1));
            // "await em.createQueryBuilder()": what is no promise is the same behind an "await".
            case SyntaxKind.AwaitExpression when expression.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } made && project.Types.TypeOf(made) is LightType.Instance builder && project.ThenableOf(builder) is Thenable.Not && project.Types.CalleeOf(made) is Callee.Library:
                return CargoOf(made);
            // What is made of a request may be another, that carries nothing.
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression:
                return IsOfContext ? null : In(expression) switch
                {
                    Carriage.Carried => Cargo.Whole,
                    // "clientOf(tx)", where the caller has left "tx" out.
                    Carriage.Absent when expression.Is(SyntaxKind.CallExpression) && CallArguments.At(expression, 0) is { Exists: true } first && CargoOf(first) is { Carries: false, IsClosed: true } absent => Cargo.Nothing with { LeftOut = absent.LeftOut },
                    _ => null,
                };
            default:
                return null;
        }
    }

    private Cargo? OfChain(SyntaxNode expression)
    {
        var path = "";
        var at = expression;
        while (at.Is(SyntaxKind.PropertyAccessExpression))
        {
            path = at.ChildAt(1).Text + (path.Length > 0 ? "." : "") + path;
            at = at.FirstChild.Unwrapped();
        }

        if (at.Is(SyntaxKind.Identifier) && at.Tree == Function.Node.Tree && Function.Module.LocalSymbolOf(at) is { Exists: true } symbol && cargos.TryGetValue(symbol, out var cargo))
            return cargo.Member(path);
        return at.Is(SyntaxKind.CallExpression) && !IsOfContext && In(at) is Carriage.Carried ? Cargo.Whole : null;
    }

    private Cargo OfLiteral(SyntaxNode literal)
    {
        var members = ImmutableArray.CreateBuilder<string>();
        var others = ImmutableArray.CreateBuilder<string>();
        var open = ImmutableArray.CreateBuilder<string>();
        var isClosed = true;
        var holdsContext = false;
        foreach (var property in literal.Children)
        {
            switch (property.Kind)
            {
                case SyntaxKind.SpreadAssignment:
                    var spread = CargoOf(property.FirstChild);
                    if (spread is { IsWhole: true })
                        return spread;
                    members.AddRange(spread?.Members ?? []);
                    holdsContext |= spread is { HoldsContext: true };
                    others.AddRange(spread is { Others.IsDefault: false } ? spread.Others : []);
                    open.AddRange(spread?.Open ?? []);
                    isClosed &= spread is { IsClosed: true };
                    break;
                case SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment:
                    var name = property.FirstChild.Text;
                    var value = CargoOf(property.Is(SyntaxKind.PropertyAssignment) ? property.ChildAt(1) : property.FirstChild);
                    holdsContext |= value is { IsContext: true } or { HoldsContext: true };
                    if (value is { IsWhole: true })
                        members.Add(name);
                    else
                        members.AddRange((value?.Members ?? []).Select(member => $"{name}.{member}"));
                    if (value is { IsWhole: false, IsClosed: false })
                        open.Add(name);
                    if (value is not { IsMissing: true })
                        others.Add(name);
                    break;
                default:
                    others.Add(property.FirstAfterModifiers().Text);
                    break;
            }
        }

        return new(false, members.ToImmutable(), isClosed) { Others = others.ToImmutable(), Open = open.ToImmutable(), HoldsContext = holdsContext };
    }

    private static Cargo? Either(Cargo? left, Cargo? right) => left?.Carries == true ? left : right?.Carries == true ? right : left is null || right is null ? null : left;

    /// <summary>Gives the names of a pattern their part of a value.</summary>
    private static void Bind(Dictionary<Symbol, Cargo> into, Module module, SyntaxNode name, Cargo cargo)
    {
        if (name.Is(SyntaxKind.Identifier))
        {
            if (module.LocalSymbolOf(name) is { Exists: true } symbol)
                into[symbol] = cargo;
            return;
        }

        if (!name.Is(SyntaxKind.ObjectBindingPattern))
            return;
        foreach (var child in name.Children)
        {
            if (BindingElement.From(child) is not { } element)
                continue;
            if (element.IsRest)
                Bind(into, module, element.Name, cargo);
            else if (cargo.Member((element.PropertyName.Exists ? element.PropertyName : element.Name).Text) is { } member)
                Bind(into, module, element.Name, member.IsMissing && element.Initializer.Exists ? Cargo.Nothing : member);
        }
    }

    /// <summary>"const users = manager.getRepository(User)", "const ctx = createContext({ transaction })", and where the handle is put into an object.</summary>
    private void Derive()
    {
        foreach (var node in Function.Node.DescendantsAndSelf)
        {
            Workers.Step();
            if (node.Is(SyntaxKind.VariableDeclaration) && node.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
            {
                var cargo = CargoOf(initial) ?? (IsPossibleQuery(initial) ? Cargo.Possible : null);
                if (cargo is null or { Carries: false, IsClosed: false, IsPossible: false })
                    continue;
                var bound = new Dictionary<Symbol, Cargo>();
                Bind(bound, Function.Module, node.FirstChild, cargo);
                foreach (var (symbol, part) in bound)
                {
                    if ((symbol.IsAssignedOnce || IsOnlyExtended(symbol)) && cargos.TryAdd(symbol, part))
                        AddReferences(symbol);
                }
            }
            // "ctx.state.transaction = transaction"
            else if (node is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && CargoOf(node.ChildAt(1)) is { Carries: true })
            {
                Publish(node.FirstChild.Unwrapped());
            }
        }
    }

    /// <summary>"let query = this.db.select(…)" of an object that may be made of the handle: what goes on with it may run on that.</summary>
    private bool IsPossibleQuery(SyntaxNode value) => value.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && In(call) is Carriage.Possible
        && (project.ThenableOf(call) is Thenable.Lazy || (project.Types.TypeOf(call) is var type && (type.IsUnknown || project.EffectsOf(type).Any(effect => effect is Effect.Lazy or Effect.Handle))));

    /// <summary>"runIn(transaction, async (manager) => …)": what the function is given of a call that has the handle is the handle, or made of it.</summary>
    private bool DeriveCallbacks()
    {
        var isMore = false;
        foreach (var node in Function.Node.DescendantsAndSelf)
        {
            Workers.Step();
            if (FunctionLike.From(node) is not { } shape || node == Function.Node || shape.Parameters.Count == 0 || Callers.Argument(node) is not { Call.Exists: true } given || !IsGivenBeside(given.Call, node))
                continue;
            if (new Parameter(shape.Parameters[0]).Name is { Kind: SyntaxKind.Identifier } name && Function.Module.LocalSymbolOf(name) is { Exists: true } symbol && cargos.TryAdd(symbol, Cargo.Whole))
            {
                AddReferences(symbol);
                isMore = true;
            }
        }

        return isMore;
    }

    private bool IsGivenBeside(SyntaxNode call, SyntaxNode callback)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Unwrapped() != callback && CargoOf(argument) is { Carries: true, IsContext: false, HoldsContext: false })
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether each assignment makes a variable's new value of the old one: <c>query = query.where(…)</c>, <c>query = sorted(query)</c>, <c>query = name ? query.where(…) : query</c> stays on the connection
    /// that it began on.
    /// </summary>
    private bool IsOnlyExtended(Symbol symbol) => symbol.Writes.All(write => write.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && Extends(assignment.ChildAt(1), symbol));

    private bool Extends(SyntaxNode value, Symbol symbol)
    {
        value = value.Unwrapped();
        return value.Kind switch
        {
            SyntaxKind.ConditionalExpression => Extends(value.ChildAt(1), symbol) && Extends(value.ChildAt(2), symbol),
            SyntaxKind.Identifier => Function.Module.LocalSymbolOf(value) == symbol,
            SyntaxKind.CallExpression => (FirstOf(value) is { Kind: SyntaxKind.Identifier } first && Function.Module.LocalSymbolOf(first) == symbol)
                || value.Child(SyntaxKind.ArgumentList).Children.ToArray().Any(argument => argument.Unwrapped() is { Kind: SyntaxKind.Identifier } given && Function.Module.LocalSymbolOf(given) == symbol)
                // What begins with the handle again is on it, too.
                || CargoOf(value) is { Carries: true, IsContext: false, HoldsContext: false },
            _ => false,
        };
    }

    /// <summary>What a chain of members and calls begins with.</summary>
    private static SyntaxNode FirstOf(SyntaxNode chain)
    {
        var at = chain.Unwrapped();
        while (at.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.CallExpression)
            at = at.FirstChild.Unwrapped();
        return at;
    }

    private void Publish(SyntaxNode target)
    {
        if (target.Is(SyntaxKind.Identifier))
        {
            if (Function.Module.LocalSymbolOf(target) is { Exists: true } variable)
                Hold(variable, Cargo.Whole);
            return;
        }

        var path = "";
        while (target.Is(SyntaxKind.PropertyAccessExpression))
        {
            path = target.ChildAt(1).Text + (path.Length > 0 ? "." : "") + path;
            target = target.FirstChild.Unwrapped();
        }

        if (target.Is(SyntaxKind.Identifier) && Function.Module.LocalSymbolOf(target) is { Exists: true } holder)
            Hold(holder, new(false, [path], false));
        else
            IsPublished = true;

        void Hold(Symbol symbol, Cargo cargo)
        {
            if (symbol.IsModuleLevel)
                IsPublished = true;
            if (cargos.TryAdd(symbol, cargo))
                AddReferences(symbol);
            else if (cargos[symbol] is { IsWhole: false, Members: var members })
                cargos[symbol] = cargo.IsWhole ? cargo : new(false, [.. members.Union(cargo.Members)], false);
        }
    }

    private void AddReferences(Symbol symbol)
    {
        foreach (var reference in symbol.References)
        {
            if (Function.Node.Span.Contains(reference.Span))
                references.Add((reference.Index, symbol));
        }

        isSorted = false;
    }
}
