using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// What conditions ask of the state of a value, also by the functions that they call: <c>isOpen(order)</c>, <c>order.isPaid()</c>, <c>!(await canEdit(user, order))</c>, <c>[OPEN, HELD].includes(order.status)</c>;
/// and what holds where a function comes back that throws otherwise: <c>assertOpen(order)</c>. Only comparisons with constants are states. On demand.
/// </summary>
internal sealed class StateTests(ProjectModel project)
{
    /// <summary>A function that asks a function that asks a function.</summary>
    private const int Deepest = 3;

    /// <summary>What asks for more is a form that is checked, and no state.</summary>
    private const int MostTests = 24;

    private readonly ConcurrentDictionary<(SyntaxNode Function, bool? Wanted, int Depth), ImmutableArray<StateTest>> known = new();

    /// <summary>What surely holds where a condition does, or does not.</summary>
    public ImmutableArray<StateTest> At(SyntaxNode condition, bool holds) => Of(condition, holds, Deepest);

    /// <summary>What surely holds of what a call is given where it comes back.</summary>
    public ImmutableArray<StateTest> Passed(SyntaxNode call) => Called(call, null, Deepest);

    /// <summary>What surely holds of the object whose method a call means where that comes to one of the calls in it: <c>if (this.status !== 'open') throw …; await this.update(…)</c>.</summary>
    public ImmutableArray<StateTest> OfReceiver(SyntaxNode call, SyntaxNode inner)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } method || project.FunctionCalled(call) is not { Exists: true } called || FunctionLike.From(called) is not { IsGenerator: false } shape || shape.HasExpressionBody || FunctionShape.Enclosing(inner) != called)
            return [];
        return [.. InOwnWords(new Ways(this, null, Deepest - 1, inner).Through(shape.Body), called).Where(test => test.Given == called).Select(test => test with { Given = method.FirstChild })];
    }

    private ImmutableArray<StateTest> Of(SyntaxNode node, bool holds, int depth)
    {
        node = node.Unwrapped();
        switch (node.Kind)
        {
            case SyntaxKind.AwaitExpression:
                return Of(node.FirstChild, holds, depth);
            case SyntaxKind.PrefixUnaryExpression when node.Operator is TokenKind.Exclamation:
                return Of(node.FirstChild, !holds, depth);
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar:
                var (left, right) = (Of(node.FirstChild, holds, depth), Of(node.ChildAt(1), holds, depth));
                return node.Operator is TokenKind.AmpersandAmpersand == holds ? Both(left, right) : Either(left, right);
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals:
                var isEqual = node.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals == holds;
                var (one, other) = (node.FirstChild.Unwrapped(), node.ChildAt(1).Unwrapped());
                return Compared(node, one, other, isEqual, depth) is { IsEmpty: false } found ? found : Compared(node, other, one, isEqual, depth);
            case SyntaxKind.ConditionalExpression:
                return Choice(node, holds, depth);
            case SyntaxKind.CallExpression when node.FirstChild.TextIs("Boolean"u8):
                return Of(CallArguments.At(node, 0), holds, depth);
            case SyntaxKind.CallExpression:
                return Paired(node, holds) is { IsEmpty: false } paired ? paired : Searched(node, holds) is { } searched ? [searched] : Outcome(node) is var (outcome, isOk) && outcome.Exists ? Called(outcome, isOk == holds, depth) : Called(node, holds, depth);
            case SyntaxKind.Identifier when MadeOf(node) is { Exists: true } made:
                return Of(made, holds, depth);
            case SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression:
                return Got(node, holds, depth) is { IsEmpty: false } got ? got : [new(node, "", [StateTest.Nothing], !holds, node)];
            default:
                return [];
        }
    }

    private ImmutableArray<StateTest> Choice(SyntaxNode choice, bool holds, int depth)
    {
        var (first, second) = (MayBe(choice.ChildAt(1), holds), MayBe(choice.ChildAt(2), holds));
        var whenFirst = first ? Both(Of(choice.FirstChild, true, depth), Of(choice.ChildAt(1), holds, depth)) : [];
        var whenSecond = second ? Both(Of(choice.FirstChild, false, depth), Of(choice.ChildAt(2), holds, depth)) : [];
        return first && second ? Either(whenFirst, whenSecond) : first ? whenFirst : whenSecond;
    }

    /// <summary>"order.status === 'open'", "(await isOpen(order)) === false"</summary>
    private ImmutableArray<StateTest> Compared(SyntaxNode at, SyntaxNode tested, SyntaxNode with, bool isEqual, int depth)
    {
        if (with.Kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword)
            return Of(tested, with.Is(SyntaxKind.TrueKeyword) == isEqual, depth);
        return tested.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && ConstantOf(with) is { } value && ConstantOf(tested) is null ? [new(tested, "", [value], isEqual, at)] : [];
    }

    /// <summary>"OPEN_STATES.includes(order.status)", "OPEN_STATES.has(order.status)"</summary>
    private StateTest? Searched(SyntaxNode call, bool holds)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } method || !(method.ChildAt(1).TextIs("includes"u8) || method.ChildAt(1).TextIs("has"u8)))
            return null;
        if (Listed(method.FirstChild.Unwrapped()) is (var table, var state))
            return InTable(table, state, CallArguments.At(call, 0), holds, call);
        if (CallArguments.At(call, 0).Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier } tested)
            return null;
        var list = project.Constants.ValueOf(method.FirstChild).Unwrapped();
        if (list.Is(SyntaxKind.NewExpression))
            list = list.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        if (!list.Is(SyntaxKind.ArrayLiteralExpression) || !list.FirstChild.Exists)
            return null;
        var values = ImmutableHashSet.CreateBuilder<ValuePath>();
        foreach (var element in list.Children)
        {
            if (ConstantOf(element.Unwrapped()) is not { } value)
                return null;
            values.Add(value);
        }

        return new(tested, "", values.ToImmutable(), holds, call);
    }

    /// <summary>"WAYS.some((way) => way.from === order.status &amp;&amp; way.to === status)" of a constant list of objects: each member that is compared has one of the values that the list has there.</summary>
    private ImmutableArray<StateTest> Paired(SyntaxNode call, bool holds)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } method || !(method.ChildAt(1).TextIs("some"u8) || method.ChildAt(1).TextIs("find"u8)) || FunctionLike.From(CallArguments.At(call, 0).Unwrapped()) is not { Parameters: { Count: 1 } parameters } asks
            || Types.Inference.ResultsOf(asks).ToList() is not [var result] || project.Constants.ValueOf(method.FirstChild).Unwrapped() is not { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild: { Exists: true } } list)
            return [];
        var way = new Parameter(parameters[0]).Name;
        var found = ImmutableArray.CreateBuilder<StateTest>();
        var parts = new Stack<SyntaxNode>([result.Unwrapped()]);
        while (parts.TryPop(out var part))
        {
            if (part is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand })
            {
                if (!holds || found.Count + parts.Count > MostTests)
                    return [];
                parts.Push(part.FirstChild.Unwrapped());
                parts.Push(part.ChildAt(1).Unwrapped());
            }
            else if (part is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals })
            {
                var (one, other) = (part.FirstChild.Unwrapped(), part.ChildAt(1).Unwrapped());
                if (!IsOfWay(one))
                    (one, other) = (other, one);
                if (IsOfWay(one) && other.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && ConstantOf(other) is null && ValuesOf(list, one.ChildAt(1).Text) is { Count: > 0 } values)
                    found.Add(new(other, "", values, holds, call));
            }
        }

        return found.ToImmutable();

        bool IsOfWay(SyntaxNode node) => node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } root && root.TextIs(way.Bytes);
    }

    /// <summary>What the objects of a list have as a member; null when one has something that is no constant.</summary>
    private ImmutableHashSet<ValuePath>? ValuesOf(SyntaxNode list, string member)
    {
        var values = ImmutableHashSet.CreateBuilder<ValuePath>();
        foreach (var element in list.Children)
        {
            if (!element.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression) || ValuePath.MemberOf(element.Unwrapped(), "." + member) is not { Value.Exists: true } has || ConstantOf(has.Value.Unwrapped()) is not { } value)
                return null;
            values.Add(value);
        }

        return values.ToImmutable();
    }

    /// <summary>"NEXT[order.status]" of a constant object, also by way of a variable: the object, and what chooses in it; null for others.</summary>
    private (SyntaxNode Table, SyntaxNode State)? Listed(SyntaxNode list)
    {
        if (list.Is(SyntaxKind.Identifier) && MadeOf(list) is { Exists: true } made)
            list = made;
        if (list is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.QuestionQuestion or TokenKind.BarBar })
            list = list.FirstChild.Unwrapped();
        return list.Is(SyntaxKind.ElementAccessExpression) && list.ChildAt(1).Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier } state && project.Constants.ValueOf(list.FirstChild).Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } table ? (table, state) : null;
    }

    /// <summary>"NEXT[order.status].includes(status)": of the states that the table has, those from which there is a way on.</summary>
    private StateTest? InTable(SyntaxNode table, SyntaxNode state, SyntaxNode wanted, bool holds, SyntaxNode call)
    {
        var to = wanted.Exists ? ConstantOf(wanted.Unwrapped()) : null;
        var values = ImmutableHashSet.CreateBuilder<ValuePath>();
        foreach (var entry in table.Children)
        {
            if (!entry.Is(SyntaxKind.PropertyAssignment))
                return null;
            var name = entry.FirstChild;
            if ((name.Is(SyntaxKind.ComputedPropertyName) ? ConstantOf(name.FirstChild.Unwrapped()) : new ValuePath(default, $"'{(name.Is(SyntaxKind.StringLiteral) ? new StringLiteral(name).Value : name.Text)}'")) is not { } from)
                return null;
            var ways = new PropertyAssignment(entry).Value.Unwrapped();
            if (ways.Is(SyntaxKind.NewExpression))
                ways = ways.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
            if (!ways.Is(SyntaxKind.ArrayLiteralExpression))
                return null;
            if (ways.Children.ToArray().Any(way => to is null || ConstantOf(way.Unwrapped()) is not { } other || other == to))
                values.Add(from);
        }

        return values.Count == 0 ? null : new(state, "", values.ToImmutable(), holds, call);
    }

    /// <summary>A literal, or what a file keeps or imports under a name: a state, and no value that came.</summary>
    private ValuePath? ConstantOf(SyntaxNode node)
    {
        if (node.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword || node.TextIs("undefined"u8))
            return StateTest.Nothing;
        if (node.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.NumericLiteral)
            return ValuePath.Of(node, "", project.Bindings) is { Members: not "''" } literal ? literal : StateTest.Nothing;
        var root = node;
        while (root.Is(SyntaxKind.PropertyAccessExpression))
            root = root.FirstChild.Unwrapped();
        return root.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(root.Tree)?.LocalSymbolOf(root) is { Exists: true } symbol && (symbol.IsModuleLevel || symbol.Is(SymbolFlags.Import)) ? ValuePath.Of(node, "", project.Bindings) : null;
    }

    /// <summary>"checked.isErr()" after <c>const checked = validate(order)</c>: the call that answers with a result, and whether it is asked that it went well; none for others.</summary>
    private (SyntaxNode Call, bool IsOk) Outcome(SyntaxNode asked)
    {
        if (asked.Child(SyntaxKind.ArgumentList).FirstChild.Exists || asked.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } method || !(method.ChildAt(1).TextIs("isErr"u8) || method.ChildAt(1).TextIs("isOk"u8)))
            return default;
        var made = method.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } name ? MadeOf(name) : method.FirstChild.Unwrapped();
        if (made.Is(SyntaxKind.AwaitExpression))
            made = made.FirstChild.Unwrapped();
        return made.Is(SyntaxKind.CallExpression) ? (made, method.ChildAt(1).TextIs("isOk"u8)) : default;
    }

    /// <summary>"const allowed = await canPay(user, order)": what a variable is given once.</summary>
    private SyntaxNode MadeOf(SyntaxNode name) => project.Bindings.ModuleOf(name.Tree)?.LocalSymbolOf(name) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.FirstChild.Is(SyntaxKind.Identifier)
        && declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: not (SyntaxKind.Identifier or SyntaxKind.ObjectLiteralExpression) } made ? made : default;

    /// <summary>"order.isPaid" that a class works out.</summary>
    private ImmutableArray<StateTest> Got(SyntaxNode access, bool holds, int depth) =>
        depth > 0 && access.Is(SyntaxKind.PropertyAccessExpression) && project.Types.SymbolOf(access) is { Exists: true, Declaration: { Kind: SyntaxKind.GetAccessor } getter }
            ? [.. Known(getter, holds, depth - 1).Where(test => test.Given == getter).Select(test => test with { Given = access.FirstChild })] : [];

    /// <summary>What a called function says of what it is given, where it answers as wanted; where it comes back at all when that is null.</summary>
    private ImmutableArray<StateTest> Called(SyntaxNode call, bool? wanted, int depth)
    {
        if (depth == 0 || !call.Is(SyntaxKind.CallExpression) || FunctionOf(call) is not { Exists: true } called || Known(called, wanted, depth - 1) is not { IsEmpty: false } tests)
            return [];
        var found = ImmutableArray.CreateBuilder<StateTest>();
        foreach (var test in tests)
        {
            var (given, members) = test.Given == called ? (call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method ? method.FirstChild : default, test.Members)
                : (CallArguments.At(call, new Parameter(test.Given).Place), test.Members);
            while (given.Exists && given.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && members.Length > 0)
                (given, members) = ValuePath.MemberOf(literal, members);
            if (given.Exists)
                found.Add(test with { Given = given, Members = members });
        }

        return found.ToImmutable();
    }

    /// <summary>The function that a call means; that of "const canEdit: Evaluator = async (user, order) => …", too, of which the type tells only how it is called.</summary>
    private SyntaxNode FunctionOf(SyntaxNode call) => project.FunctionCalled(call) is { Exists: true } called ? called
        : project.Types.CalleeOf(call) is Types.Callee.InProgram { Functions: [], Signatures: [_] } && project.Types.ValueOf(call.FirstChild) is { Exists: true } written && FunctionLike.From(written) is { Body.Exists: true } ? written : default;

    private ImmutableArray<StateTest> Known(SyntaxNode function, bool? wanted, int depth) => known.GetOrAdd((function, wanted, depth), key => Find(key.Function, key.Wanted, key.Depth));

    private ImmutableArray<StateTest> Find(SyntaxNode function, bool? wanted, int depth)
    {
        Workers.Step();
        if (FunctionLike.From(function) is not { IsGenerator: false, Body.Exists: true } shape)
            return [];
        if (shape.HasExpressionBody)
            return wanted is { } answer ? [.. InOwnWords(Of(shape.Body, answer, depth), function)] : [];
        var ways = new Ways(this, wanted, depth);
        return [.. InOwnWords(ways.Through(shape.Body), function)];
    }

    /// <summary>What is said of parameters and of <c>this</c>.</summary>
    private IEnumerable<StateTest> InOwnWords(ImmutableArray<StateTest> tests, SyntaxNode function)
    {
        foreach (var test in tests)
        {
            var (root, members) = (test.Given.Unwrapped(), test.Members);
            while (root.Is(SyntaxKind.PropertyAccessExpression))
                (root, members) = (root.FirstChild.Unwrapped(), $".{root.ChildAt(1).Text}{members}");
            if (root.Is(SyntaxKind.ThisKeyword))
            {
                if (!function.Is(SyntaxKind.ArrowFunction) && FunctionShape.Enclosing(root) == function)
                    yield return test with { Given = function, Members = members };
            }
            else if (ValuePath.Of(test.Given, test.Members, project.Bindings) is { Root: { Kind: SyntaxKind.Parameter } parameter } path && FunctionShape.Enclosing(parameter) == function && new Parameter(parameter) is { IsRest: false } declared
                && (!declared.Name.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(parameter.Tree)!.LocalSymbolOf(declared.Name) is { Exists: true, IsAssignedOnce: true }))
            {
                yield return test with { Given = parameter, Members = path.Members };
            }
        }
    }

    private bool NeverReturns(SyntaxNode call) => project.NeverReturns(call);

    private static ImmutableArray<StateTest> Both(ImmutableArray<StateTest> left, ImmutableArray<StateTest> right) => left.Length + right.Length > MostTests ? left : [.. left, .. right];

    /// <summary>What holds of the same value on two ways.</summary>
    private ImmutableArray<StateTest> Either(ImmutableArray<StateTest> left, ImmutableArray<StateTest> right)
    {
        var found = ImmutableArray.CreateBuilder<StateTest>();
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (!IsOfSame(one, other))
                    continue;
                var (values, isAmong) = (one.IsAmong, other.IsAmong) switch
                {
                    (true, true) => (one.Values.Union(other.Values), true),
                    (true, false) => (other.Values.Except(one.Values), false),
                    (false, true) => (one.Values.Except(other.Values), false),
                    _ => (one.Values.Intersect(other.Values), false),
                };
                // "none of no states" is anything.
                if (!values.IsEmpty)
                    found.Add(one with { Values = values, IsAmong = isAmong });
                break;
            }
        }

        return found.ToImmutable();
    }

    private bool IsOfSame(StateTest one, StateTest other) => (one.Given.Tree == other.Given.Tree && one.Members == other.Members && one.Given.Bytes.SequenceEqual(other.Given.Bytes))
        || (ValuePath.Of(one.Given, one.Members, project.Bindings) is { } path && ValuePath.Of(other.Given, other.Members, project.Bindings) == path);

    private static bool MayBe(SyntaxNode value, bool wanted)
    {
        value = value.Exists ? value.Unwrapped() : value;
        // "return err(…)" of a function that answers with a result.
        if (value.Is(SyntaxKind.CallExpression) && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } made)
        {
            if (ResultValue.IsErr(made))
                return !wanted;
            if (ResultValue.IsOk(made))
                return wanted;
        }

        return !value.Exists || value.Kind is SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword || value.TextIs("undefined"u8) ? !wanted
            : value.Kind is not (SyntaxKind.TrueKeyword or SyntaxKind.ObjectLiteralExpression or SyntaxKind.ArrayLiteralExpression or SyntaxKind.NewExpression or SyntaxKind.TemplateExpression or SyntaxKind.ArrowFunction) || wanted;
    }

    /// <summary>Goes through the statements of a function with what is known, and collects what is known where it answers as wanted, or where it comes to a call.</summary>
    private sealed class Ways(StateTests tests, bool? wanted, int depth, SyntaxNode until = default)
    {
        private readonly List<ImmutableArray<StateTest>> answers = [];
        private readonly Stack<List<ImmutableArray<StateTest>>> breaks = new();

        /// <summary>What holds on all ways through a function's body that answer as wanted.</summary>
        public ImmutableArray<StateTest> Through(SyntaxNode body)
        {
            if (Behind(body, []) is { } end && wanted is not true && !until.Exists)
                answers.Add(end);
            return Joined(answers) ?? [];
        }

        /// <summary>What holds behind a statement; null when nothing comes there.</summary>
        private ImmutableArray<StateTest>? Behind(SyntaxNode statement, ImmutableArray<StateTest> before)
        {
            if (until.Exists && statement.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VariableStatement or SyntaxKind.ReturnStatement && statement.Span.Contains(until.Span))
                answers.Add(before);
            switch (statement.Kind)
            {
                case SyntaxKind.Block:
                    return BehindAll(statement.Children.ToArray(), before);
                case SyntaxKind.ReturnStatement:
                    if (!until.Exists && (wanted is null || MayBe(statement.FirstChild, wanted.Value)))
                        answers.Add(wanted is { } answer && statement.FirstChild.Exists ? Both(before, tests.Of(statement.FirstChild, answer, depth)) : before);
                    return null;
                case SyntaxKind.ThrowStatement or SyntaxKind.ContinueStatement:
                    return null;
                case SyntaxKind.BreakStatement:
                    if (breaks.TryPeek(out var around))
                        around.Add(before);
                    return null;
                case SyntaxKind.IfStatement:
                    var then = Behind(statement.ChildAt(1), Both(before, tests.Of(statement.FirstChild, true, depth)));
                    var known = Both(before, tests.Of(statement.FirstChild, false, depth));
                    var otherwise = statement.ChildAt(2) is { Exists: true } alternative ? Behind(alternative, known) : known;
                    return then is null ? otherwise : otherwise is null ? then : tests.Either(then.Value, otherwise.Value);
                case SyntaxKind.SwitchStatement:
                    return BehindSwitch(statement, before);
                case SyntaxKind.TryStatement:
                    var tried = Behind(statement.FirstChild, before);
                    var caught = statement.Child(SyntaxKind.CatchClause) is { Exists: true } handler && handler.Child(SyntaxKind.Block) is { Exists: true } block ? Behind(block, before) : null;
                    return tried is null ? caught : caught is null ? tried : tests.Either(tried.Value, caught.Value);
                case SyntaxKind.ExpressionStatement:
                    var call = statement.FirstChild.Unwrapped() is { Kind: SyntaxKind.AwaitExpression } awaiting ? awaiting.FirstChild.Unwrapped() : statement.FirstChild.Unwrapped();
                    return !call.Is(SyntaxKind.CallExpression) ? before : tests.NeverReturns(call) ? null : Both(before, tests.Called(call, null, depth));
                case SyntaxKind.ForStatement or SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement:
                    breaks.Push([]);
                    foreach (var child in statement.Children)
                        Behind(child, before);
                    breaks.Pop();
                    return before;
                default:
                    return before;
            }
        }

        private ImmutableArray<StateTest>? BehindAll(SyntaxNode[] statements, ImmutableArray<StateTest> before)
        {
            var known = before;
            foreach (var statement in statements)
            {
                if (Behind(statement, known) is not { } after)
                    return null;
                known = after;
            }

            return known;
        }

        private ImmutableArray<StateTest>? BehindSwitch(SyntaxNode statement, ImmutableArray<StateTest> before)
        {
            var clauses = statement.Children.ToArray().Where(child => child.Kind is SyntaxKind.CaseClause or SyntaxKind.DefaultClause).ToList();
            var labels = clauses.Where(clause => clause.Is(SyntaxKind.CaseClause)).Select(clause => tests.ConstantOf(clause.FirstChild.Unwrapped())).ToList();
            var all = labels.Exists(label => label is null) ? null : labels.Select(label => label!.Value).ToImmutableHashSet();
            var open = new List<ValuePath>();
            var isDefault = false;
            breaks.Push([]);
            ImmutableArray<StateTest>? fallen = null;
            foreach (var clause in clauses)
            {
                if (clause.Is(SyntaxKind.DefaultClause))
                    isDefault = true;
                else if (all is not null)
                    open.Add(tests.ConstantOf(clause.FirstChild.Unwrapped())!.Value);
                var statements = clause.Children.ToArray().Skip(clause.Is(SyntaxKind.CaseClause) ? 1 : 0).ToArray();
                if (statements.Length == 0)
                    continue;
                var entered = Both(before, Entry(isDefault ? all?.Except(open) : [.. open], !isDefault));
                fallen = BehindAll(statements, fallen is { } earlier ? tests.Either(earlier, entered) : entered);
                open.Clear();
                isDefault = false;
            }

            var ends = breaks.Pop();
            if (fallen is { } last)
                ends.Add(last);
            if (!clauses.Exists(clause => clause.Is(SyntaxKind.DefaultClause)))
                ends.Add(Both(before, Entry(all, false)));
            return Joined(ends);

            ImmutableArray<StateTest> Entry(ImmutableHashSet<ValuePath>? values, bool isAmong) => all is not null && values is { IsEmpty: false } && statement.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier } tested
                ? [new(tested, "", values, isAmong, statement.FirstChild)] : [];
        }

        private ImmutableArray<StateTest>? Joined(List<ImmutableArray<StateTest>> ways)
        {
            ImmutableArray<StateTest>? joined = null;
            foreach (var way in ways)
                joined = joined is { } before ? tests.Either(before, way) : way;
            return joined;
        }
    }
}
