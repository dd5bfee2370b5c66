using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// The statements that a function runs through functions that it calls: <c>await members.findByEmail(email)</c> is the SELECT that stands there, with the caller's email.
/// A call is looked into only when it means exactly one function of the program, and down to a fixed depth.
/// On demand: a function is looked at only when, by the names of what it calls, one table may be both read and written in it.
/// </summary>
internal sealed class LiftedCalls
{
    /// <summary>From a handler to a service to a repository; deeper than this the trace convinces nobody.</summary>
    private const int Deepest = 3;

    /// <summary>A function that comes to more is a program's main loop, not a check before an insertion.</summary>
    private const int MostStatements = 200;

    /// <summary>A name that more methods have is looked at no further for the one that an interface means.</summary>
    private const int MostNamesakes = 40;

    /// <summary>A function that is called where it is made, in one that is called where it is made: beyond this, or where one makes itself, nobody writes statements.</summary>
    private const int MostMakers = 2;

    private readonly ProjectModel project;
    private readonly DatabaseCalls own;
    private readonly OpenTables open;
    private readonly Dictionary<FunctionModel, List<SyntaxNode>> candidates = [];
    private readonly Dictionary<Name, HashSet<(Name Table, bool IsWrite)>> uses = [];
    private readonly Dictionary<SyntaxNode, HashSet<(Name Table, bool IsWrite)>> callbackUses = [];
    private readonly ConcurrentDictionary<(FunctionModel Function, int Depth), ImmutableArray<DatabaseCall>> known = new();
    private readonly ConcurrentDictionary<FunctionModel, ImmutableArray<DatabaseCall>> whole = new();

    /// <summary>What functions answer of their statements, which is the same at each of their calls.</summary>
    private readonly ConcurrentDictionary<(FunctionModel Called, DatabaseCall Inner), RowAnswers.All> answers = new(ByIdentity.Instance);

    public LiftedCalls(ProjectModel project, DatabaseCalls own)
    {
        this.project = project;
        this.own = own;
        open = new(project);
        FindCandidates();
    }

    /// <summary>The function's own uses of the database, and those that its calls come to, by position.</summary>
    public ImmutableArray<DatabaseCall> In(FunctionModel function) =>
        candidates.ContainsKey(function) ? whole.GetOrAdd(function, one => MayReadAndWrite(one) ? Known(All(one, Deepest)) : own.In(one)) : own.In(function);

    /// <summary>What is told of a function: not what only its callers know the table of.</summary>
    private static ImmutableArray<DatabaseCall> Known(ImmutableArray<DatabaseCall> calls) => calls.Any(IsOpen) ? [.. calls.Where(call => !IsOpen(call))] : calls;

    private static bool IsOpen(DatabaseCall call) => call.IsOpen || (!call.Steps.IsEmpty && call.Queries.All(query => query.Table is null && query.AdvisoryLocks.IsEmpty));

    /// <summary>
    /// The same where writes are looked for that belong together: only of functions in which two calls that may write stand, by their names, and the first answers what the second is given, or that move rows of a table.
    /// </summary>
    public ImmutableArray<DatabaseCall> WritesIn(FunctionModel function)
    {
        if (!candidates.TryGetValue(function, out var calls))
            return own.In(function);
        return own.In(function).Count(IsWrite) + calls.Count(MayWrite) > 1 && FeedsAnother() ? Known(All(function, Deepest)) : In(function);

        static bool IsWrite(DatabaseCall call) => call.Queries.Any(query => query.IsWrite);

        bool MayWrite(SyntaxNode call) => (own.At(call) is null && UsesBy(function, call).Any(table => table.IsWrite)) || (callbackUses.TryGetValue(call, out var within) && within.Any(table => table.IsWrite));

        bool FeedsAnother()
        {
            List<SyntaxNode> all = [.. own.In(function).Where(IsWrite).Select(call => call.Call), .. calls.Where(MayWrite)];
            return all.Exists(first => ResultsOf(first).Any(result => result.References.Any(reference => all.Exists(second => second.Span.Start > first.Span.End && second.Span.Contains(reference.Span)))));
        }

        // "const user = await users.insert(data)", "const { id } = …", "const [user] = …"
        IEnumerable<Symbol> ResultsOf(SyntaxNode call)
        {
            if (ConnectionLife.EffectNode(call).Wrapped().Parent is not { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declaration })
                yield break;
            foreach (var name in declaration.FirstChild.DescendantsAndSelf)
            {
                if (name.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(name) is { Exists: true } result)
                    yield return result;
            }
        }
    }

    private ImmutableArray<DatabaseCall> All(FunctionModel function, int depth) => known.GetOrAdd((function, depth), at => Find(at.Function, at.Depth));

    private ImmutableArray<DatabaseCall> Find(FunctionModel function, int depth)
    {
        ImmutableArray<DatabaseCall> direct = own.OpenIn(function) is { Count: > 0 } opened ? [.. own.In(function), .. opened] : own.In(function);
        if (depth == 0 || !candidates.TryGetValue(function, out var calls))
            return direct;
        var all = new List<DatabaseCall>(direct);
        foreach (var call in calls)
        {
            if (all.Count > MostStatements)
                return direct;
            if (own.At(call) is null && CalledAt(call) is { } called && called != function)
                AddStatements(all, called, call, depth, isCallback: false);
            foreach (var callback in CallbacksOf(call))
                AddStatements(all, callback, call, depth, isCallback: true);
        }

        all.Sort((left, right) => left.Call.Span.Start.CompareTo(right.Call.Span.Start));
        return [.. all];
    }

    private void AddStatements(List<DatabaseCall> all, FunctionModel called, SyntaxNode call, int depth, bool isCallback)
    {
        var endsTransaction = isCallback || EndsTransaction(called);
        // Statements that one call comes to stand beside one another, and whether that is reached is asked once.
        var (last, isRuledOut) = (default(SyntaxNode), false);
        foreach (var inner in All(called, depth - 1))
        {
            if (!inner.Queries.Any(query => query.Table is not null || !query.AdvisoryLocks.IsEmpty || inner.Constant is { IsComplete: false }))
                continue;
            if (inner.Call != last)
                (last, isRuledOut) = (inner.Call, !isCallback && project.GivenArguments.IsRuledOut(call, inner.Call));
            if (isRuledOut || Named(inner, Lifted(inner, called, call, endsTransaction, isCallback)) is not { } lifted)
                continue;
            // "find(id).executeTakeFirst()" of a function that only builds: what runs it has the answer.
            all.Add(!isCallback && own.RunOf(call, inner) is { Running.Exists: true } run ? lifted with { Call = run.Running, Answer = run.Fails ? RowAnswer.ReturnsWhenPresent : lifted.Answer } : lifted);
        }

        DatabaseCall? Named(DatabaseCall inner, DatabaseCall lifted) => isCallback ? lifted : open.Named(lifted, inner, called, call, value => ValueFor(value, called, call, isCallback: false));
    }

    /// <summary>"return inTransaction(async (client) => …)": what is written out as an argument of a call that is waited for, and starts no executions of its own, runs within it.</summary>
    private IEnumerable<FunctionModel> CallbacksOf(SyntaxNode call)
    {
        // "await db.transaction(async (tx) => …).catch(explain)"
        var whole = PromiseChain.WholeOf(call);
        var isGathered = IsGathered(whole, project);
        if (whole.Parent.Kind is not (SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement) && !isGathered)
            yield break;
        var place = 0;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if ((project.Roots.KindAt(call, place++) is var kind && (kind is null || (isGathered && kind is StartKind.Siblings))) && project.FunctionOf(argument.Unwrapped()) is { } callback)
                yield return callback;
        }
    }

    /// <summary>"await Promise.all(items.map(async (item) => …))": what is gathered of all is waited for.</summary>
    internal static bool IsGathered(SyntaxNode whole, ProjectModel project) => whole.Parent is { Kind: SyntaxKind.ArgumentList, Parent: { Kind: SyntaxKind.CallExpression } all } && project.PromiseOperationOf(all) is PromiseOperation.Combine or PromiseOperation.AllSettled
        && PromiseChain.WholeOf(all).Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement;

    /// <summary>A statement that a function runs, as one of its callers sees it at the call.</summary>
    internal DatabaseCall LiftedTo(DatabaseCall inner, FunctionModel called, SyntaxNode call) => Lifted(inner, called, call, EndsTransaction(called), isCallback: false);

    /// <summary>A statement of a called function in that function's own words; null when it is not found there.</summary>
    internal DatabaseCall? Below(DatabaseCall lifted, FunctionModel called) =>
        Under(called).FirstOrDefault(inner => inner.Call == lifted.Steps[0] && inner.Steps.Length == lifted.Steps.Length - 1 && (inner.Steps.IsEmpty || inner.Steps[^1] == lifted.Steps[^1]));

    /// <summary>What a called function does to the database, itself and by what it calls.</summary>
    internal ImmutableArray<DatabaseCall> Under(FunctionModel called) => All(called, Deepest - 1);

    private bool EndsTransaction(FunctionModel called) => own.In(called).Any(call => call.Ends);

    private DatabaseCall Lifted(DatabaseCall inner, FunctionModel called, SyntaxNode call, bool endsTransaction, bool isCallback)
    {
        var holes = inner.Constant?.Holes.Length ?? 0;
        var isUnlocked = inner.LockedIf.Node.Exists && !isCallback && IsLeftOut(inner.LockedIf, called, call);
        var isOutside = inner.RunsOnIf.Node.Exists && !isCallback && IsLeftOut(inner.RunsOnIf, called, call);
        var answered = answers.GetOrAdd((called, inner), static key => RowAnswers.AllOf(key.Called, key.Inner));
        return inner with
        {
            Call = call,
            Queries = isUnlocked ? [.. inner.Queries.Select(query => query with { RowLock = null })] : inner.Queries,
            LockedIf = isUnlocked ? default : ValueFor(inner.LockedIf, called, call, isCallback),
            Steps = inner.Steps.Insert(0, inner.Call),
            Handle = isOutside ? inner.Handle with { Kind = HandleKind.Pool, Variable = default } : HandleFor(inner.Handle, called, call, endsTransaction, isCallback),
            RunsOnIf = isOutside ? default : ValueFor(inner.RunsOnIf, called, call, isCallback),
            Parameters = [],
            ParameterList = default,
            Values = ValuesFor(inner.ParameterCount, inner.ParameterAt),
            HoleValues = ValuesFor(holes, inner.HoleAt),
            RowFrom = inner.RowFrom.IsEmpty ? [] : [.. inner.RowFrom.Select(whole => ValueFor(whole, called, call, isCallback)).Where(whole => whole.Node.Exists)],
            Answer = answered.Answer,
            IsInAnswer = answered.IsIn,
            Answered = answered.Names,
            Rests = answered.Rests,
        };

        ImmutableArray<CalledValue> ValuesFor(int count, Func<int, CalledValue> at)
        {
            if (count == 0)
                return [];
            var values = new CalledValue[count];
            for (var i = 0; i < count; i++)
                values[i] = ValueFor(at(i), called, call, isCallback);
            return ImmutableCollectionsMarshal.AsImmutableArray(values);
        }
    }

    /// <summary>What the statement is run on, as the caller sees it: the handle that it passes, or what the function has of its own; a connection that the function takes, or a transaction that it ends, is over when it returns.</summary>
    private Handle HandleFor(Handle inner, FunctionModel called, SyntaxNode call, bool endsTransaction, bool isCallback)
    {
        // A callback that uses the connection of the function around it.
        if (isCallback && inner.Variable.Exists && inner.Variable.Scope.Function.Node != called.Node)
            return inner;
        if (!endsTransaction && !isCallback && Preferred(inner.Variable, called) is { Exists: true } preferred)
        {
            return ValueFor(new(preferred, ""), called, call, isCallback) is { Node: { Exists: true } handed, Members: "" } && !IsNo(handed.Unwrapped()) && (own.HandleAt(handed) ?? own.SessionAt(handed)) is { } chosen
                ? chosen : inner with { Kind = HandleKind.Pool, Variable = default };
        }

        var isOver = endsTransaction || (inner.Variable.Exists && !inner.Variable.Is(SymbolFlags.Parameter) && inner.Variable.Scope.Function.Node == called.Node);
        if (isOver)
            return inner with { Kind = HandleKind.Pool, Variable = default };
        // "findIn({ db })(id)": what the maker was given.
        if (!isCallback && GiverOf(inner) is { Exists: true } giver && giver != called.Node && FunctionShape.Enclosing(called.Node) == giver && project.FunctionOf(giver) is { } maker)
            return project.GivenFunctions.MakingOf(call) is { Exists: true } made && project.FunctionCalled(made) == giver ? HandleFor(inner, maker, made, endsTransaction: false, isCallback: false)
                : MayBeTransaction(inner, maker) ? inner with { Kind = null, Variable = default, Member = default } : inner;
        // "deps.db"
        if (!isCallback && inner.Member.Exists && GiverOf(inner) == called.Node && ValueFor(new(inner.Member, ""), called, call, isCallback) is { Node: { Exists: true } written, Members: "" })
            return own.HandleAt(written) ?? own.SessionAt(written) ?? inner with { Member = default };
        if (FunctionShape.ParameterOf(called, inner.Variable) is >= 0 and var place && CallArguments.At(call, place) is { Exists: true } given)
            return own.HandleAt(given) ?? own.SessionAt(given) ?? inner with { Variable = default };
        // "insert(row, db = pool)", called without.
        if (!isCallback && inner.Variable is { Exists: true, Declaration: { Kind: SyntaxKind.Parameter } declared } && new Parameter(declared).Initializer is { Exists: true } initial && FunctionShape.Enclosing(declared) == called.Node
            && !CallArguments.At(call, FunctionShape.PlaceOf(declared, called)).Exists && !CallArguments.HasSpread(call) && own.HandleAt(initial.Unwrapped()) is { IsPool: true } pool)
            return pool;
        // "replace({ db: tx, ids })" of a function that takes its parameter apart.
        if (!isCallback && inner.Variable is { Exists: true, Declaration: { Kind: SyntaxKind.BindingElement } } && inner.Variable.Is(SymbolFlags.Parameter) && inner.Variable.References is [var named, ..] && ValueFor(new(named, ""), called, call, isCallback) is { Node.Exists: true, Members: "" } member)
            return own.HandleAt(member.Node) ?? own.SessionAt(member.Node) ?? inner;
        return inner;
    }

    /// <summary>The function whose parameter, or a member of that, a handle is; none for others.</summary>
    internal SyntaxNode GiverOf(Handle handle)
    {
        var variable = handle.Member.Exists ? project.Bindings.ModuleOf(handle.Member.Tree)!.LocalSymbolOf(handle.Member.FirstChild.Unwrapped()) : handle.Variable;
        return variable.Exists && variable.Is(SymbolFlags.Parameter) ? variable.Scope.Function.Node : default;
    }

    /// <summary>Whether somebody gives a maker a transaction for the handle that what it makes runs on.</summary>
    private bool MayBeTransaction(Handle inner, FunctionModel maker) => transactional.GetOrAdd((maker.Node, inner.Text), static (_, asked) =>
        asked.Self.project.Callers.CallsTo(asked.Maker).Take(MostNamesakes).Any(made => !asked.Self.HandleFor(asked.Inner, asked.Maker, made, endsTransaction: false, isCallback: false).IsPool), (Self: this, Inner: inner, Maker: maker));

    private readonly ConcurrentDictionary<(SyntaxNode Maker, string Handle), bool> transactional = new();

    /// <summary>"const db = trx ?? this.db", "const db = dbOrTx(this.db, trx)": what the function runs its statements on where it is given it; none for a handle that is not chosen so.</summary>
    private SyntaxNode Preferred(Symbol variable, FunctionModel called)
    {
        if (variable is not { Exists: true, IsAssignedOnce: true } || !variable.Declaration.Is(SyntaxKind.VariableDeclaration) || variable.Scope.Function.Node != called.Node)
            return default;
        var made = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        switch (made.Kind)
        {
            case SyntaxKind.BinaryExpression or SyntaxKind.ConditionalExpression:
                return DatabaseCalls.Alternative(made).Given;
            // A function that gives back one of what it is given: the one that may be left out.
            case SyntaxKind.CallExpression when project.Types.CalleeOf(made) is Callee.InProgram { Functions: [var chooses] } && FunctionLike.From(chooses) is { } shape && Inference.ResultsOf(shape).ToList() is { Count: > 0 and <= 4 } results:
                var place = -1;
                foreach (var result in results.SelectMany(Alternatives))
                {
                    if (!result.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(chooses.Tree)?.LocalSymbolOf(result) is not { Exists: true } parameter || !parameter.Is(SymbolFlags.Parameter) || FunctionShape.PlaceOf(parameter.Declaration, chooses) is not (>= 0 and var at))
                        return default;
                    if (new Parameter(parameter.Declaration).IsOptional)
                        place = at;
                }

                return place < 0 ? default : CallArguments.At(made, place).Unwrapped();
            default:
                return default;
        }

        static IEnumerable<SyntaxNode> Alternatives(SyntaxNode result) => result.Unwrapped() is var bare && bare is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.QuestionQuestion or TokenKind.BarBar } ? [bare.FirstChild.Unwrapped(), bare.ChildAt(1).Unwrapped()]
            : bare.Is(SyntaxKind.ConditionalExpression) ? [bare.ChildAt(1).Unwrapped(), bare.ChildAt(2).Unwrapped()] : [bare];
    }

    /// <summary>A value of the called function in the words of the caller: what is passed for its parameter, and the members that are taken from that. None when it is made in the function.</summary>
    private CalledValue ValueFor(CalledValue inner, FunctionModel called, SyntaxNode call, bool isCallback)
    {
        // "new Date()" is the same whoever asks, and so is null.
        if (inner.Node.Exists && inner.Node.Unwrapped().Is(SyntaxKind.NullKeyword))
            return inner;
        if (inner.Node.Unwrapped() is { Kind: SyntaxKind.NewExpression } made && made.FirstChild.TextIs("Date"u8) && !made.Child(SyntaxKind.ArgumentList).FirstChild.Exists)
            return inner;
        // "JSON.stringify(value)" is the value, as a text.
        if (inner.Node.Exists && inner.Members.Length == 0 && inner.Node.Unwrapped() is { Kind: SyntaxKind.CallExpression } written && written.FirstChild.TextIs("JSON.stringify"u8) && CallArguments.At(written, 0) is { Exists: true } value)
            return ValueFor(new(value, ""), called, call, isCallback);
        if (!isCallback && OfReceiver(inner, called, call) is { Node.Exists: true } ofReceiver)
            return ofReceiver;
        if (!inner.Node.Exists || ValuePath.Of(inner.Node, inner.Members, project.Bindings) is not { } path)
            return default;
        if (!path.Root.Exists || !path.Root.Is(SyntaxKind.Parameter))
            return path.Root.Is(SyntaxKind.CallExpression) && FunctionShape.Enclosing(path.Root) == called.Node ? default : inner;
        if (FunctionShape.Enclosing(path.Root) != called.Node)
            return inner;
        // "request = await tx.find(request.id)": what the function was given is no longer what it has.
        if (new Parameter(path.Root).Name is { Kind: SyntaxKind.Identifier } own && called.Module.LocalSymbolOf(own) is { Exists: true, IsAssignedOnce: false })
            return default;

        // What a callback is given is its taker's.
        if (isCallback)
            return default;
        var place = 0;
        foreach (var parameter in FunctionLike.From(called.Node)!.Value.Parameters)
        {
            if (parameter == path.Root)
                break;
            place++;
        }

        if (new Parameter(path.Root).IsRest || CallArguments.At(call, place) is not { Exists: true } given || path.Members.Contains("()", StringComparison.Ordinal))
            return default;

        // "create({ email })": the value itself rather than a member of the object.
        var (node, members) = (given, path.Members);
        while (node.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && members.Length > 0)
        {
            (node, members) = MemberOf(literal, members);
            if (!node.Exists)
                return default;
        }

        return SetBefore(node, members, call) is { Exists: true } set ? new(set, "") : new(node, members);
    }

    /// <summary>"user.token = null; await save(user)": what the member of a variable is given in a statement before the one that hands it on; none when nothing is.</summary>
    private SyntaxNode SetBefore(SyntaxNode given, string members, SyntaxNode call)
    {
        if (members.Length == 0 || given.Unwrapped() is not { Kind: SyntaxKind.Identifier } name || project.Bindings.ModuleOf(call.Tree)?.LocalSymbolOf(name) is not { Exists: true } variable)
            return default;
        var statement = call;
        while (statement.Exists && !statement.Parent.Is(SyntaxKind.Block))
            statement = statement.Parent;
        SyntaxNode set = default;
        foreach (var reference in statement.Exists ? variable.References : [])
        {
            var access = reference.Wrapped().Parent;
            if (reference.Span.Start < statement.Span.Start && access.Is(SyntaxKind.PropertyAccessExpression) && access.FirstChild.Unwrapped() == reference && members.AsSpan(1).SequenceEqual(access.ChildAt(1).Text)
                && access.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals, Parent: { Kind: SyntaxKind.ExpressionStatement } alone } && access.Parent.FirstChild == access && alone.Parent == statement.Parent)
                set = access.Parent.ChildAt(1);
        }

        return set;
    }

    /// <summary>"order.markAsPaid()" that changes the row with <c>this.id</c>: that of the variable, or the row, whose method it is. None for a service, which is kept in a field or is the caller's own.</summary>
    private CalledValue OfReceiver(CalledValue inner, FunctionModel called, SyntaxNode call)
    {
        var (root, members) = (inner.Node.Exists ? inner.Node.Unwrapped() : default, inner.Members);
        while (root.Is(SyntaxKind.PropertyAccessExpression))
            (root, members) = (root.FirstChild.Unwrapped(), $".{root.ChildAt(1).Text}{members}");
        return root.Is(SyntaxKind.ThisKeyword) && FunctionShape.Enclosing(root) == called.Node && call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.FirstChild.Unwrapped() is var receiver
            && (receiver.Is(SyntaxKind.Identifier) || (!receiver.Is(SyntaxKind.ThisKeyword) && project.Entities.IsRow(receiver))) ? new(receiver, members) : default;
    }

    /// <summary>"await rowOf({ id, transaction })" of a function that takes <c>{ id, transaction, lock }</c>: whether a caller surely leaves out, or says no to, what a value of the called function is.</summary>
    private bool IsLeftOut(CalledValue inner, FunctionModel called, SyntaxNode call)
    {
        if (ValuePath.Of(inner.Node, inner.Members, project.Bindings) is not { Root: { Kind: SyntaxKind.Parameter } parameter } path || FunctionShape.Enclosing(parameter.FirstChild) != called.Node || new Parameter(parameter) is not { IsRest: false } declared || path.Members.LastIndexOf('.') > 0)
            return false;
        var given = CallArguments.At(call, FunctionShape.PlaceOf(parameter, called)).Unwrapped();
        // "create(row, options = {})"
        if (!given.Exists)
            return !CallArguments.HasSpread(call) && (!declared.Initializer.Exists || (path.Members.Length > 0 && declared.Initializer.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } initial && LeavesOut(initial, path.Members[1..])));
        return path.Members.Length == 0 ? IsNo(given) : given.Is(SyntaxKind.ObjectLiteralExpression) && LeavesOut(given, path.Members[1..]);
    }

    private static bool IsNo(SyntaxNode value) => value.Kind is SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword || value.TextIs("undefined"u8);

    /// <summary>Whether an object has no such member, or says no by it; what it spreads must be written out.</summary>
    private bool LeavesOut(SyntaxNode literal, string member)
    {
        foreach (var property in literal.Children)
        {
            if (property.Is(SyntaxKind.SpreadAssignment))
            {
                if (SpreadBy(property) is not { Exists: true } written || !LeavesOut(written, member))
                    return false;
            }
            else if (property.FirstAfterModifiers().Text == member)
                return property.Is(SyntaxKind.PropertyAssignment) && IsNo(new PropertyAssignment(property).Value.Unwrapped());
        }

        return true;
    }

    /// <summary>What an object has at a path of members, also by a constant object that it spreads: <c>{ ...filter, transaction }</c>; none when another spread may bring it.</summary>
    private (SyntaxNode Value, string Below) MemberOf(SyntaxNode literal, string members)
    {
        if (ValuePath.MemberOf(literal, members) is { Value.Exists: true } found)
            return found;
        var name = members.Split('.', '[')[1];
        (SyntaxNode Value, string Below) last = default;
        foreach (var property in literal.Children)
        {
            if (property.Is(SyntaxKind.SpreadAssignment))
            {
                if (SpreadBy(property) is not { Exists: true } written)
                    return default;
                last = ValuePath.MemberOf(written, members) is { Value.Exists: true } held ? held : last;
            }
            else if (property.FirstAfterModifiers().Text == name)
                last = property.Kind switch
                {
                    SyntaxKind.PropertyAssignment => (new PropertyAssignment(property).Value, members[(name.Length + 1)..]),
                    SyntaxKind.ShorthandPropertyAssignment => (property.FirstChild, members[(name.Length + 1)..]),
                    _ => default,
                };
        }

        return last;
    }

    /// <summary>The object, written out and without spreads of its own, that is spread into another, or that a constant has which is; none for anything else.</summary>
    private SyntaxNode SpreadBy(SyntaxNode spread)
    {
        var written = spread.FirstChild.Unwrapped();
        if (project.Bindings.SymbolOf(written) is { Exists: true, IsAssignedOnce: true } constant && constant.Declaration.Is(SyntaxKind.VariableDeclaration))
            written = constant.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        return written.Is(SyntaxKind.ObjectLiteralExpression) && !written.Children.ToArray().Any(part => part.Is(SyntaxKind.SpreadAssignment)) ? written : default;
    }

    /// <summary>The one function of the program that a call means; null when there is none, or more than one, or another may take its place.</summary>
    private FunctionModel? CalledAt(SyntaxNode call)
    {
        switch (project.Types.CalleeOf(call))
        {
            case Callee.InProgram { Functions: [var function], Signatures.IsEmpty: true }:
                return project.FunctionOf(function);
            case Callee.InProgram { Functions.IsEmpty: true } or Callee.Unknown when call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && project.Bindings.ModuleOf(call.Tree) is { } module:
                var name = module.NameOf(CallName.Of(call));
                if (name.Bytes.Length > 3 && project.Calls.OnlyMethodNamed(name) is { Exists: true } method)
                    return project.FunctionOf(method);
                return project.Types.CalleeOf(call) is Callee.InProgram { Signatures: [var signature] } && TheOnlyOneFor(signature, name) is { Exists: true } implementation ? project.FunctionOf(implementation) : null;
            default:
                return null;
        }
    }

    /// <summary>The one method that is what a signature of an interface stands for, tests left out; none when there are none or several.</summary>
    private SyntaxNode TheOnlyOneFor(SyntaxNode signature, Name name)
    {
        SyntaxNode only = default;
        if (project.Calls.MethodsNamed(name) > MostNamesakes)
            return only;
        foreach (var method in project.Calls.MethodsWith(name))
        {
            if (project.Bindings.ModuleOf(method.Tree)!.Roles.HasFlag(ModuleRoles.Test) || project.Implementations.Fits(method, signature) is false)
                continue;
            if (only.Exists)
                return default;
            only = method;
        }

        return only.Exists && project.Implementations.Fits(only, signature) is true ? only : default;
    }

    /// <summary>From names only: which calls may come to a statement within the depth, and what tables they may read and write.</summary>
    private void FindCandidates()
    {
        var level = new Dictionary<Name, HashSet<(Name, bool)>>();
        foreach (var function in own.Users)
            Add(level, function, own.In(function).SelectMany(UsesOf));
        foreach (var function in own.OpenUsers)
            Add(level, function, own.OpenIn(function).SelectMany(UsesOf));
        for (var depth = 1; depth <= Deepest && level.Count > 0; depth++)
        {
            var next = new Dictionary<Name, HashSet<(Name, bool)>>();
            foreach (var (name, tables) in level)
            {
                if (!uses.TryGetValue(name, out var all))
                    uses.Add(name, all = []);
                var isNew = false;
                foreach (var table in tables)
                    isNew |= all.Add(table);
                if (!isNew)
                    continue;
                foreach (var call in project.Calls.CallsOf(name))
                {
                    if (!call.Is(SyntaxKind.CallExpression) || project.FunctionAround(call) is not { } caller)
                        continue;
                    if (!candidates.TryGetValue(caller, out var calls))
                        candidates.Add(caller, calls = []);
                    if (!calls.Contains(call))
                        calls.Add(call);
                    Add(next, caller, tables);
                }
            }

            level = next;
        }
    }

    private void Add(Dictionary<Name, HashSet<(Name, bool)>> level, FunctionModel function, IEnumerable<(Name, bool)> tables, int makers = 0)
    {
        // "const find = cache((id) => …)" is called by that name.
        if (Callers.NameOfHeld(function) is { Exists: true } held)
        {
            if (!level.TryGetValue(held, out var kept))
                level.Add(held, kept = []);
            kept.UnionWith(tables);
        }

        // A callback has no name: what it uses, the function around uses at the call that takes it.
        while (function.Node.Wrapped().Parent is { Kind: SyntaxKind.ArgumentList, Parent: { Kind: SyntaxKind.CallExpression } taker } && function.Enclosing is { } around)
        {
            if (!candidates.TryGetValue(around, out var calls))
                candidates.Add(around, calls = []);
            if (!calls.Contains(taker))
                calls.Add(taker);
            if (!callbackUses.TryGetValue(taker, out var within))
                callbackUses.Add(taker, within = []);
            within.UnionWith(tables);
            function = around;
        }

        if (Callers.NameOf(function) is { Exists: true } name)
        {
            if (!level.TryGetValue(name, out var all))
                level.Add(name, all = []);
            all.UnionWith(tables);
            return;
        }

        if (makers == MostMakers)
            return;
        foreach (var made in project.Callers.MakingsOf(function))
        {
            // "findIn({ db })(id)" has no name to be found by.
            if (made.Call is { Exists: true } called)
            {
                if (project.FunctionAround(called) is not { } caller)
                    continue;
                if (!candidates.TryGetValue(caller, out var calls))
                    candidates.Add(caller, calls = []);
                if (!calls.Contains(called))
                    calls.Add(called);
                if (!callbackUses.TryGetValue(called, out var within))
                    callbackUses.Add(called, within = []);
                within.UnionWith(tables);
                Add(level, caller, tables, makers + 1);
                continue;
            }

            if (!level.TryGetValue(made.Name, out var named))
                level.Add(made.Name, named = []);
            named.UnionWith(tables);
        }
    }

    /// <summary>The table of an insertion that says by itself whether there was a row: what its caller does then depends on it, and needs no second statement.</summary>
    private static readonly Name Claimed = Name.Of("\0"u8);

    /// <summary>A table that is chosen by who calls: it may be any.</summary>
    private static readonly Name Chosen = Name.Of("\u0001"u8);

    private static IEnumerable<(Name Table, bool IsWrite)> UsesOf(DatabaseCall call)
    {
        foreach (var along in call.Along)
            yield return (Name.Of(along.Table.Name), false);
        var isChosen = OpenTables.OpenHoles(call).Count > 0;
        foreach (var query in call.Queries)
        {
            // A lock on an agreed number touches no table, but what it guards does.
            if (!query.AdvisoryLocks.IsEmpty)
                yield return (default, false);
            if (query.Table is not { } table && !isChosen)
                continue;
            var name = isChosen ? Chosen : Name.Of(query.Table!.Value.Name);
            if (query is { Kind: QueryKind.Insert, Conflict.IsUpdate: false })
                yield return (Claimed, true);
            // A DELETE may come before an INSERT, as a look does, or after a look.
            if (query.Kind is QueryKind.Select or QueryKind.Update or QueryKind.Delete)
                yield return (name, false);
            if (query.Kind is QueryKind.Insert or QueryKind.Update or QueryKind.Delete)
                yield return (name, true);
        }
    }

    /// <summary>Whether, by the names of what the function calls, one of its calls may read a table that another one writes, or one claims a row by inserting it.</summary>
    private bool MayReadAndWrite(FunctionModel function)
    {
        const int Several = -1;
        var reads = new List<(Name Table, int By)>();
        var writers = new Dictionary<Name, int>();
        var source = 0;
        foreach (var call in own.In(function))
        {
            if (Claims(UsesOf(call)))
                return true;
            source++;
        }

        foreach (var call in candidates[function])
        {
            if (Claims(UsesBy(function, call)) || Claims(callbackUses.GetValueOrDefault(call) ?? []))
                return true;
            source++;
        }

        return reads.Exists(read => writers.TryGetValue(read.Table, out var writer) && writer != read.By);

        bool Claims(IEnumerable<(Name Table, bool IsWrite)> tables)
        {
            foreach (var (table, isWrite) in tables)
            {
                if (table == Claimed)
                    return true;
                if (isWrite)
                    writers[table] = writers.TryGetValue(table, out var other) && other != source ? Several : source;
                else
                    reads.Add((table, source));
            }

            return false;
        }
    }

    private IEnumerable<(Name Table, bool IsWrite)> UsesBy(FunctionModel function, SyntaxNode call) => CallName.Of(call) is { Exists: true } name ? uses.GetValueOrDefault(function.Module.NameOf(name)) ?? [] : [];

    /// <summary>Statements are compared by what they are, which is long to read: here each is only itself.</summary>
    private sealed class ByIdentity : IEqualityComparer<(FunctionModel Called, DatabaseCall Inner)>
    {
        public static readonly ByIdentity Instance = new();

        public bool Equals((FunctionModel Called, DatabaseCall Inner) left, (FunctionModel Called, DatabaseCall Inner) right) =>
            ReferenceEquals(left.Called, right.Called) && ReferenceEquals(left.Inner, right.Inner);

        public int GetHashCode((FunctionModel Called, DatabaseCall Inner) pair) => HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Called), RuntimeHelpers.GetHashCode(pair.Inner));
    }
}
