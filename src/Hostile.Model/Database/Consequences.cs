using System.Globalization;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Tells what depends on which way a test goes: a refusal on the one side, work on the other.</summary>
internal static class Consequences
{
    /// <summary>Where the side of a branch that does not lead on refuses: throws, answers with a status of 400 and above, returns false, null or an error. None when it merely ends or goes on.</summary>
    public static SyntaxNode RefusalAt(FunctionModel function, int branch, bool leadsOn)
    {
        var graph = function.Flow!;
        foreach (var point in OnlyOn(graph, branch, !leadsOn))
        {
            var (op, node) = (graph.Points[point].Op, graph.Points[point].Node);
            if (Refuses(graph.Points[point], function.Project))
                return node;
            if (op is FlowOp.Call && node.Is(SyntaxKind.CallExpression) && (IsRefusingCall(node) || function.Project.NeverReturns(node) || function.Project.EndsThere(node)))
                return node;
        }

        // "if (!row.code || isPast(row.until)) throw …": both halves lead to one refusal, and straight to it.
        foreach (var edge in graph.From(branch).ToArray())
        {
            if (edge.Kind is not (EdgeKind.True or EdgeKind.False) || edge.Kind is EdgeKind.True == leadsOn)
                continue;
            var at = edge.Target;
            for (var left = MostStraight; left > 0 && at >= 0; left--)
            {
                if (Refuses(graph.Points[at], function.Project))
                    return graph.Points[at].Node;
                at = graph.From(at).ToArray().Where(next => next.Kind is not EdgeKind.Throws).Select(next => next.Target).ToArray() is [var only] ? only : -1;
            }
        }

        return default;
    }

    /// <summary>How many points of a refusal are read: an object with a text, and its constructor.</summary>
    private const int MostStraight = 64;

    /// <summary>Something that is made outside on the side of a branch that leads to a statement, by a request: <c>stripe.customers.create(…)</c>. What is made twice is there twice. None when nothing is.</summary>
    public static SyntaxNode CreationAt(FunctionModel function, SyntaxNode deciding, Statement read, Statement write)
    {
        foreach (var (branch, leadsOn) in RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function).Where(test => function.Flow!.Points[test.Branch].Node == deciding))
        {
            foreach (var point in OnlyOn(function.Flow!, branch, leadsOn))
            {
                if (CallOf(function.Flow!.Points[point]) is { Exists: true } call && call.Is(SyntaxKind.CallExpression) && Money.WordsOf(NameOf(call)).FirstOrDefault() is "create" or "register" or "provision" or "issue" && function.Project.IsRequest(call))
                    return call;
            }
        }

        return default;
    }

    /// <summary>Verbs of what tells others that something has happened.</summary>
    private static readonly string[] Senders = ["emit", "send", "publish", "notify", "dispatch", "enqueue", "trigger", "broadcast"];

    /// <summary>The call that tells somebody because of a test, and that is no part of anything else: <c>bus.emit('order.paid', order);</c>. None when nothing is told.</summary>
    public static SyntaxNode SentBeside(RowRace race, FunctionModel function)
    {
        if (function.Flow is not { } graph || !race.Deciding.Exists || OnlyBecauseOf(race.Deciding, race.Read, race.Write, function) is not { } points)
            return default;
        var isWith = Along(race.Write, function);
        foreach (var point in points.Order())
        {
            if (graph.Points[point] is { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } && call.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && Money.WordsOf(NameOf(call)).FirstOrDefault() is { } verb && Senders.Contains(verb) && !ProjectModel.OnlyLogs(call) && isWith(point))
                return call;
        }

        return default;
    }

    /// <summary>The points that are come to because of how a test of what was read goes, and not otherwise; null where the test is not one of the function's branches.</summary>
    public static HashSet<int>? OnlyBecauseOf(SyntaxNode deciding, Statement read, Statement write, FunctionModel function)
    {
        HashSet<int>? found = null;
        foreach (var (branch, leadsOn) in RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function).Where(test => function.Flow!.Points[test.Branch].Node == deciding))
            (found ??= []).UnionWith(OnlyOn(function.Flow!, branch, leadsOn));
        return found;
    }

    /// <summary>Whether all that comes after a statement is a refusal: the mark of one that came too late, <c>if (code.expiresAt &lt; now) { SET status = 'expired'; return { valid: false }; }</c>.</summary>
    public static bool EndsInRefusal(Statement statement, FunctionModel function)
    {
        var graph = function.Flow!;
        var starts = RowAccess.PointsOf(statement, function).ToList();
        return starts.Count > 0 && starts.TrueForAll(start => graph.ReachableFrom(start, IsEnd, exceptions: false) is var after && !Enumerable.Range(0, after.Length).Any(point => after[point] && !IsEnd(point) && GoesOn(point)));

        bool IsEnd(int point) => Refuses(graph.Points[point], function.Project);

        bool GoesOn(int point) => point == graph.Returns || graph.Points[point].Op is FlowOp.Return || (CallOf(graph.Points[point]) is { Exists: true } call && call != statement.Call && IsWork(function, call));
    }

    /// <summary>Something else that is awaited, or written, on the side of a branch that leads to a statement, and on that side only; none when nothing is.</summary>
    public static SyntaxNode WorkAt(FunctionModel function, int branch, bool leadsOn, Statement but)
    {
        foreach (var point in OnlyOn(function.Flow!, branch, leadsOn))
        {
            if (CallOf(function.Flow!.Points[point]) is { Exists: true } call && call != but.Call && IsWork(function, call))
                return call;
        }

        return default;
    }

    /// <summary>
    /// Whether the side of a branch that leads to a write does more than this and to ask: <c>if (row.ext) { if ((await customers.retrieve(row.ext)).deleted) await update(id, { ext: null }); }</c>, where all that follows is done on both sides.
    /// What is done on ways that do not come by the write is done by other executions.
    /// </summary>
    public static bool DoesMore(FunctionModel function, int branch, bool leadsOn, Statement write)
    {
        var isWith = Along(write, function);
        foreach (var point in OnlyOn(function.Flow!, branch, leadsOn))
        {
            if (CallOf(function.Flow!.Points[point]) is { Exists: true } call && call != write.Call && IsWork(function, call) && !OnlyAsks(call, function.Project) && isWith(point))
                return true;
        }

        return BooksBeside(write, function);
    }

    /// <summary>"if (row.password.rounds &lt; rounds) await update(id, { password: await hash(given) })": all that the side of a branch does beside a write is to make what is written, in this process.</summary>
    public static bool OnlyMakesValues(FunctionModel function, int branch, bool leadsOn, Statement write)
    {
        foreach (var point in OnlyOn(function.Flow!, branch, leadsOn))
        {
            if (CallOf(function.Flow!.Points[point]) is { Exists: true } call && call != write.Call && IsWork(function, call)
                && (!write.Call.Child(SyntaxKind.ArgumentList).Span.Contains(call.Span) || call.Tree != write.Call.Tree || function.Project.IsRequest(call) || function.RowCalls.Any(made => made.Call == call)))
                return false;
        }

        return !BooksBeside(write, function);
    }

    /// <summary>"customers.retrieve(id)", "getOwner(row)": by its name it asks for something, and does nothing. Not "getOrCreate", and not a bare "fetch", which sends anything.</summary>
    private static bool OnlyAsks(SyntaxNode call, ProjectModel project)
    {
        var words = Money.WordsOf(NameOf(call)).ToList();
        return words is [var verb, ..] && Askers.Contains(verb) && (verb != "fetch" || words.Count > 1) && !words.Exists(word => word is "or" or "and" or "create" or "update") && !Payments.IsPayment(call, project);
    }

    /// <summary>Verbs of what is only asked for.</summary>
    private static readonly string[] Askers = ["get", "retrieve", "find", "fetch", "list", "load", "read", "count", "search", "is", "has", "exists"];

    /// <summary>
    /// What is written otherwise where a test goes the other way: a statement on that side only, or one behind both that is given a constant which is chosen by the test. None when nothing is.
    /// </summary>
    public static SyntaxNode OtherWay(FunctionModel function, int branch, bool leadsOn, Statement but)
    {
        var graph = function.Flow!;
        foreach (var point in OnlyOn(graph, branch, !leadsOn))
        {
            if (CallOf(graph.Points[point]) is { Exists: true } call && RowAccess.Statements(function).Any(made => made.Call == call && made.Query.IsWrite))
                return call;
        }

        foreach (var point in OnlyOn(graph, branch, leadsOn))
        {
            if (graph.Points[point] is not { Op: FlowOp.Write, Node: { Kind: SyntaxKind.Identifier } target } || AssignedValue.Of(target) is not { Exists: true } value || !(value.Unwrapped().Kind is SyntaxKind.StringLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword || IsMemberOfModule(value.Unwrapped(), function.Project))
                || function.Module.LocalSymbolOf(target) is not { Exists: true } chosen)
                continue;
            foreach (var call in AllWorkAfter(function, but))
            {
                if (chosen.References.Any(reference => reference.Span.Start > target.Span.End && call.Child(SyntaxKind.ArgumentList).Span.Contains(reference.Span)))
                    return call;
            }
        }

        return default;
    }

    /// <summary>Something that is done after a statement: awaited or written; none when nothing is.</summary>
    public static SyntaxNode WorkAfter(FunctionModel function, Statement statement) => AllWorkAfter(function, statement).FirstOrDefault();

    /// <summary>Whether anything is awaited or written on the ways from one side of a branch, until that is come to again.</summary>
    public static bool WorksOn(FunctionModel function, int branch, bool side)
    {
        var graph = function.Flow!;
        foreach (var edge in graph.From(branch).ToArray())
        {
            if (edge.Kind is not (EdgeKind.True or EdgeKind.False) || edge.Kind is EdgeKind.True != side)
                continue;
            var reached = graph.ReachableFrom(edge.Target, stop => stop == branch, exceptions: false);
            reached[edge.Target] = true;
            for (var point = 0; point < reached.Length; point++)
            {
                if (reached[point] && point != branch && CallOf(graph.Points[point]) is { Exists: true } call && IsWork(function, call))
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> AllWorkAfter(FunctionModel function, Statement statement, Func<int, bool>? isWith = null)
    {
        var graph = function.Flow!;
        foreach (var start in RowAccess.PointsOf(statement, function))
        {
            var after = graph.ReachableFrom(start, exceptions: false);
            for (var point = 0; point < after.Length; point++)
            {
                if (after[point] && CallOf(graph.Points[point]) is { Exists: true } call && call != statement.Call && IsWork(function, call) && isWith?.Invoke(point) is not false)
                    yield return call;
            }
        }
    }

    /// <summary>Whether all that is done on one side of a branch, beside a write, may be done twice and leaves the same.</summary>
    public static bool IsAllRepeatable(int branch, bool side, Statement read, Statement but, FunctionModel function)
    {
        var graph = function.Flow!;
        var isWith = Along(but, function);
        foreach (var point in OnlyOn(graph, branch, side))
        {
            if (CallOf(graph.Points[point]) is { Exists: true } call && call != but.Call && IsWork(function, call) && !IsRepeatable(call, read, function) && isWith(point))
                return false;
        }

        return !BooksBeside(but, function);
    }

    /// <summary>"order.markAsPaid()", which inserts a row into a ledger before it sets the state, or "execute(order)", which has the order processed before: what else the function does that writes is done twice, too.</summary>
    private static bool BooksBeside(Statement write, FunctionModel function) => write.By.Steps is [var step, ..]
        && (RowAccess.Statements(function).Any(made => made.Call == write.Call && made.Query is { Kind: QueryKind.Insert, Conflict: null, Table: not null } && Payments.IsLedger(made.Query, function))
            || (function.Project.FunctionAround(step) is { Flow: { } graph } below && graph.Points.Any(point => CallOf(point) is { Exists: true } call && call != step && Money.WordsOf(NameOf(call)).FirstOrDefault() is { } verb && Doers.Contains(verb) && IsWork(below, call))));

    /// <summary>Verbs of what is done for good, and not only written down or told.</summary>
    private static readonly string[] Doers = ["process", "execute", "charge", "capture", "settle", "fulfill", "fulfil", "pay"];

    /// <summary>Whether one execution passes a point and a statement, too: what another branch does is done by other executions.</summary>
    private static Func<int, bool> Along(Statement statement, FunctionModel function)
    {
        var graph = function.Flow!;
        var places = RowAccess.PointsOf(statement, function).ToArray();
        return point => places.Length == 0 || graph.ReachableFrom(point, exceptions: false) is var after && places.Any(place => after[place] || graph.ReachableFrom(place, exceptions: false)[point]);
    }

    /// <summary>Whether all that is done after a statement, beside a write, may be done twice and leaves the same.</summary>
    public static bool IsAllRepeatableAfter(Statement read, Statement but, FunctionModel function) => !BooksBeside(but, function) && AllWorkAfter(function, read, Along(but, function)).All(call => call == but.Call || IsRepeatable(call, read, function));

    /// <summary>Whether a write is all that its branch does, and another branch sets the same and does the work: who comes here finds done what the state stands for, and only marks it.</summary>
    public static bool OnlyMarks(string column, Statement read, Statement write, FunctionModel function) => SetsConstants(write, function) && !WorksWith(write, read, function)
        && RowAccess.Statements(function).Any(other => other.Call != write.Call && other.Query.Kind is QueryKind.Update && other.Query.Table is { } table && table.Matches(write.Query.Table!.Value) && other.Query.Writes.Any(set => set.Column == column) && WorksWith(other, read, function));

    private static bool WorksWith(Statement write, Statement read, FunctionModel function) => AllWorkAfter(function, read, Along(write, function)).Any(call => call != write.Call);

    /// <summary>A statement that sets what is known, or was read, or deletes; several of them in one call; a message or a job, unless money is in its name: then what is done twice is more than a message.</summary>
    private static bool IsRepeatable(SyntaxNode call, Statement read, FunctionModel function)
    {
        var statements = RowAccess.Statements(function).Where(made => made.Call == call || (call.Child(SyntaxKind.ArgumentList) is { Exists: true } list && made.Call.Tree == list.Tree && list.Span.Contains(made.Call.Span))).ToList();
        if (statements.Count > 0)
            return statements.TrueForAll(made => !made.Query.IsWrite || IsRepeatable(made, read, function));
        return !Money.IsMoney(NameOf(call)) && !Money.IsMoney(CodeLine.Of(call.FirstChild.Text)) && !HasAny(call, node => Payments.IsPayment(node, function.Project));
    }

    /// <summary>Whether a write leaves the same when it is done twice: it deletes, or sets constants, the time, and what was read.</summary>
    public static bool IsRepeatable(Statement write, Statement read, FunctionModel function)
    {
        if (write.Query.Kind is QueryKind.Delete)
            return true;
        if (write.Query.Kind is not QueryKind.Update && write.Query is not { Kind: QueryKind.Insert, Conflict.IsUpdate: true })
            return false;
        return write.Query.Writes.All(set => set.Column.Length > 0 && set.Form is WriteForm.Absolute && (IsConstant(set.Value, write, function) || IsKnown(set.Value)));

        bool IsKnown(QueryValue value)
        {
            if (write.By.ValueOf(value).Node is not { Exists: true } node || node.Tree != function.Module.Tree)
                return false;
            node = node.Unwrapped();
            // "{ disconnect: true }"
            if (node.Is(SyntaxKind.ObjectLiteralExpression))
                return !HasAny(node, static inner => inner.Kind is SyntaxKind.CallExpression or SyntaxKind.PropertyAccessExpression or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.SpreadAssignment || (inner.Is(SyntaxKind.PropertyAssignment) && inner.ChildAt(1).Is(SyntaxKind.Identifier)));
            return function.Values!.OriginsOf(node, call => call == read.Call) is { IsEmpty: false } origins && origins.All(origin => origin.Node == read.Call || (!origin.Node.Is(SyntaxKind.Identifier) && !IsNewEachTime(origin.Node)) || function.Module.LocalSymbolOf(origin.Node) is not { Exists: true } symbol || symbol.Is(Binding.SymbolFlags.Import));
        }
    }

    /// <summary>Whether an update writes the same whoever does it: constants and the time.</summary>
    public static bool SetsConstants(Statement write, FunctionModel function) =>
        write.Query is { Kind: QueryKind.Update, Writes.IsEmpty: false } && write.Query.Writes.All(set => set.Column.Length > 0 && (set.Form is WriteForm.Absolute ? IsConstant(set.Value, write, function) : set.IsStable && set.Value.Inputs.All(input => input.Source is ValueSource.Column || IsConstant(input, write, function))));

    /// <summary>Whether a value is the same in every execution: a constant of the statement or of the program, or the time.</summary>
    internal static bool IsConstant(QueryValue value, Statement write, FunctionModel function) =>
        value.Source is ValueSource.Constant || (value.Source is ValueSource.Expression && value.Inputs.IsEmpty) || RowAccess.ConstantOf(write, value, function) is not null
        || (write.By.ValueOf(value).Node is { Exists: true } node && node.Unwrapped() is var plain && (plain.Kind is SyntaxKind.NullKeyword || IsNow(plain) || IsMemberOfModule(plain, function.Project)));

    /// <summary><c>Status.OPEN</c>: what a file keeps, or imports, under a name.</summary>
    public static bool IsMemberOfModule(SyntaxNode node, ProjectModel project)
    {
        if (!node.Is(SyntaxKind.PropertyAccessExpression))
            return false;
        var root = MemberPath.RootOf(node);
        return root.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(root.Tree)?.LocalSymbolOf(root) is { Exists: true } symbol && (symbol.Is(Binding.SymbolFlags.Import) || symbol is { IsModuleLevel: true, IsAssignedOnce: true });
    }

    /// <summary><c>new Date()</c>, <c>new Date().toISOString()</c>, <c>Date.now()</c></summary>
    internal static bool IsNow(SyntaxNode node)
    {
        while (node.Is(SyntaxKind.CallExpression) && node.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.FirstChild.Unwrapped() is { Kind: SyntaxKind.NewExpression } made)
            node = made;
        return (node.Is(SyntaxKind.NewExpression) && node.FirstChild.TextIs("Date"u8) && !node.Child(SyntaxKind.ArgumentList).FirstChild.Exists) || node.Bytes.SequenceEqual("Date.now()"u8);
    }

    /// <summary><c>randomUUID()</c>, <c>nanoid()</c>, <c>generateSecret()</c>: each execution has its own.</summary>
    private static bool IsNewEachTime(SyntaxNode origin)
    {
        if (!origin.Is(SyntaxKind.CallExpression))
            return false;
        var name = NameOf(origin);
        return Makers.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Makers = ["random", "uuid", "nanoid", "cuid", "generate", "create", "make", "encrypt", "hash", "issue"];

    private static bool HasAny(SyntaxNode node, Func<SyntaxNode, bool> wanted)
    {
        foreach (var inner in node.DescendantsAndSelf)
        {
            if (wanted(inner))
                return true;
        }

        return false;
    }

    /// <summary>Whether one side of a branch reads more of the database, or uses more of what a statement read than that it is there.</summary>
    public static bool LooksFurther(FunctionModel function, int branch, bool side, Statement known)
    {
        var graph = function.Flow!;
        foreach (var point in OnlyOn(graph, branch, side))
        {
            var (op, node) = (graph.Points[point].Op, graph.Points[point].Node);
            if (op is FlowOp.Call or FlowOp.Await && CallOf(new(FlowOp.Await, node)) is { Exists: true } call && call != known.Call && function.RowCalls.Any(made => made.Call == call))
                return true;
            if (op is FlowOp.Read && function.Values!.OriginsOf(node).Any(origin => origin.Node == known.Call))
                return true;
        }

        return false;
    }

    /// <summary>What is done with the rows that a statement reads: a call that is given one, or the end of the function that gives them to its caller. None when only statements use them.</summary>
    public static SyntaxNode UseOf(Statement read, Statement write, FunctionModel function)
    {
        var graph = function.Flow!;
        for (var point = 0; point < graph.Points.Length; point++)
        {
            var (op, node) = (graph.Points[point].Op, graph.Points[point].Node);
            var isUse = op switch
            {
                FlowOp.Call when node.Is(SyntaxKind.CallExpression) && node != read.Call && node != write.Call => IsWork(function, node) && !IsOfCollection(function, node) && !IsRemoval(node) && IsGiven(node, read, function)
                    && !IsOnlyMarking(node, read, function) && IsOnOneWay(graph, point, write, read, function),
                FlowOp.Return => (node.Is(SyntaxKind.ReturnStatement) ? node.FirstChild : node) is { Exists: true } value && !IsCount(value) && function.Values!.OriginsOf(value).Any(origin => origin.Node == read.Call),
                _ => false,
            };
            if (isUse)
                return node;
        }

        return default;
    }

    /// <summary>"storage.deleteFile(job.path)": what is taken away twice is gone all the same.</summary>
    private static bool IsRemoval(SyntaxNode call) => Money.WordsOf(NameOf(call)).FirstOrDefault() is "delete" or "remove" or "unlink" or "purge";

    /// <summary>Statements that leave the same when they are done twice: the mark of another branch, a column that is emptied.</summary>
    private static bool IsOnlyMarking(SyntaxNode call, Statement read, FunctionModel function) =>
        RowAccess.Statements(function).Where(made => made.Call == call).ToList() is { Count: > 0 } statements && statements.TrueForAll(made => made.Query.IsWrite ? IsRepeatable(made, read, function) : true);

    /// <summary>Whether a point and a write are come by in one turn of the loop around both: what stands in a branch that goes on with the next row is done with another one.</summary>
    private static bool IsOnOneWay(FlowGraph graph, int use, Statement write, Statement read, FunctionModel function)
    {
        SyntaxNode loop = default;
        for (var at = write.Call; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.ForOfStatement) && at.ChildAt(2).Span is var body && body.Contains(write.Call.Span) && !body.Contains(read.Call.Span) && body.Contains(graph.Points[use].Node.Span))
                loop = at;
        }

        if (!loop.Exists)
            return true;
        // "continue", and the end of the body: the next turn begins at what the loop is over.
        var heads = Enumerable.Range(0, graph.Points.Length).Where(point => graph.Points[point].Op is FlowOp.Iterate or FlowOp.IterateAsync && graph.Points[point].Node == loop).ToHashSet();
        return RowAccess.PointsOf(write, function).Any(to => graph.ReachableFrom(use, heads.Contains, exceptions: false)[to] || graph.ReachableFrom(to, heads.Contains, exceptions: false)[use]);
    }

    /// <summary>The points that are reached by one side of a branch and not by the other, in their order.</summary>
    private static IEnumerable<int> OnlyOn(FlowGraph graph, int branch, bool side)
    {
        bool[]? one = null;
        bool[]? other = null;
        foreach (var edge in graph.From(branch).ToArray())
        {
            if (edge.Kind is not (EdgeKind.True or EdgeKind.False))
                continue;
            var reached = graph.ReachableFrom(edge.Target, stop => stop == branch, exceptions: false);
            reached[edge.Target] = true;
            if (edge.Kind is EdgeKind.True == side)
                one = reached;
            else
                other = reached;
        }

        for (var point = 0; one is not null && point < one.Length; point++)
        {
            if (one[point] && other?[point] != true)
                yield return point;
        }
    }

    /// <summary>The call that is waited for at a point, or whose promise is returned; none for other points.</summary>
    internal static SyntaxNode CallOf(FlowPoint point)
    {
        var node = point.Op switch
        {
            FlowOp.Await => (point.Node.Is(SyntaxKind.AwaitExpression) ? point.Node.FirstChild : point.Node).Unwrapped(),
            FlowOp.Return => (point.Node.Is(SyntaxKind.ReturnStatement) ? point.Node.FirstChild : point.Node).Unwrapped(),
            _ => default,
        };
        return node.Is(SyntaxKind.CallExpression) || node.Is(SyntaxKind.TaggedTemplateExpression) ? node : default;
    }

    /// <summary>Whether a call does something in the world: a write, or what is no statement at all; a look at rows, the end of a transaction, a line in a log are not.</summary>
    private static bool IsWork(FunctionModel function, SyntaxNode call)
    {
        if (IsLog(call))
            return false;
        var statements = function.RowCalls.Where(made => made.Call == call).SelectMany(made => made.Queries).ToList();
        if (statements.Count > 0)
            return statements.Any(query => query.IsWrite);
        if (function.Project.DatabaseCallAt(call) is { } other)
            return other.Action is DatabaseAction.Run && other.Queries.IsEmpty && other.Constant is null;
        return function.Project.ThenableOf(call) is not Thenable.Not;
    }

    /// <summary>"ids.push(row.id)", "rows.map(toJob)": only in memory.</summary>
    private static bool IsOfCollection(FunctionModel function, SyntaxNode call) => function.Project.ThenableOf(call) is not (Thenable.Promise or Thenable.Lazy or Thenable.Unknown);

    private static bool IsGiven(SyntaxNode call, Statement read, FunctionModel function)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (function.Values!.OriginsOf(argument).Any(origin => origin.Node == read.Call))
                return true;
        }

        return false;
    }

    private static bool IsCount(SyntaxNode value) => value.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && (access.ChildAt(1).TextIs("length"u8) || access.ChildAt(1).TextIs("rowCount"u8));

    private static bool IsLog(SyntaxNode call) => NameOf(call) is "log" or "error" or "warn" or "info" or "debug" or "trace" or "captureException";

    /// <summary>Whether a function ends at a point by saying no: it throws, or returns what says so.</summary>
    private static bool Refuses(FlowPoint point, ProjectModel project) => point.Op is FlowOp.Throw
        || (point.Op is FlowOp.Return && IsRefusal(point.Node.Is(SyntaxKind.ReturnStatement) ? point.Node.FirstChild : point.Node, project));

    /// <summary>What says no, itself or by a function of the program that makes such a value and nothing else: <c>return lastOwnerError()</c>, <c>return err(new Conflict(…))</c>.</summary>
    private static bool IsRefusal(SyntaxNode value, ProjectModel project)
    {
        if (IsRefusal(value))
            return true;
        value = value.Exists ? value.Unwrapped() : value;
        if (IsError(value))
            return true;
        if (!value.Is(SyntaxKind.CallExpression))
            return false;
        if (ResultValue.IsErr(CallName.Of(value)) || (value.Child(SyntaxKind.ArgumentList).Children.ToArray() is [var only] && IsError(only.Unwrapped())))
            return true;
        return project.Types.CalleeOf(value) is Types.Callee.InProgram { Functions: [var made] } && Types.Inference.ResultsOf(new(made)).ToList() is { Count: > 0 } results && results.TrueForAll(result => result.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } says && IsRefusal(says));
    }

    /// <summary><c>new ConflictError(…)</c></summary>
    private static bool IsError(SyntaxNode value) =>
        value.Is(SyntaxKind.NewExpression) && value.FirstChild.Unwrapped() is var made && (made.Is(SyntaxKind.PropertyAccessExpression) ? made.ChildAt(1) : made).Text is var name && (name.EndsWith("Error", StringComparison.Ordinal) || name.EndsWith("Exception", StringComparison.Ordinal));

    /// <summary><c>false</c>, <c>null</c>, <c>{ error: … }</c>, <c>{ ok: false }</c>.</summary>
    private static bool IsRefusal(SyntaxNode value)
    {
        value = value.Exists ? value.Unwrapped() : value;
        if (value.Kind is SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword)
            return true;
        if (value.Is(SyntaxKind.CallExpression))
            return IsRefusingCall(value);
        if (!value.Is(SyntaxKind.ObjectLiteralExpression))
            return false;
        foreach (var member in value.Children)
        {
            if (!member.Is(SyntaxKind.PropertyAssignment))
                continue;
            var (name, given) = (member.FirstChild.Text, new PropertyAssignment(member).Value);
            if (name is "error" or "errors" or "errorCode" || (name is "ok" or "success" or "allowed" or "valid" && given.Is(SyntaxKind.FalseKeyword)) || (name is "status" or "statusCode" or "code" && IsErrorStatus(given)))
                return true;
        }

        return false;
    }

    /// <summary><c>res.status(409).json(…)</c>, <c>reply.code(400)</c>, <c>Response.json({ … }, { status: 402 })</c>, <c>next(new Error(…))</c>, <c>reject(…)</c>.</summary>
    private static bool IsRefusingCall(SyntaxNode call)
    {
        for (var at = call; at.Is(SyntaxKind.CallExpression); at = at.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } link ? link.FirstChild.Unwrapped() : default)
        {
            var (name, first) = (NameOf(at), at.Child(SyntaxKind.ArgumentList).FirstChild);
            if (name is "status" or "sendStatus" or "code" or "writeHead" && IsErrorStatus(first))
                return true;
            if (name is "reject" || (name is "next" && first.Is(SyntaxKind.NewExpression)))
                return true;
            foreach (var argument in at.Child(SyntaxKind.ArgumentList).Children)
            {
                if (argument.Is(SyntaxKind.ObjectLiteralExpression) && name is "json" or "send" or "end" or "fail" && IsRefusal(argument))
                    return true;
                if (name is "json" && IsErrorStatus(argument))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The last name of what is called: <c>json</c> of <c>res.status(409).json(…)</c>.</summary>
    private static string NameOf(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        return callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.ChildAt(1).Text : callee.Is(SyntaxKind.Identifier) ? callee.Text : "";
    }

    private static bool IsErrorStatus(SyntaxNode value) =>
        value.Exists && value.Is(SyntaxKind.NumericLiteral) && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600;
}
