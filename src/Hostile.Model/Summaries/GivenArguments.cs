using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// What the arguments of the calls that lead to a function decide there: a flag, a role, an option that is written out, also handed through several functions.
/// </summary>
internal sealed class GivenArguments(ProjectModel project)
{
    /// <summary>Conditions and values within one another, so many deep.</summary>
    private const int Deepest = 16;

    /// <summary>Steps for one condition.</summary>
    private const int MostSteps = 256;

    /// <summary>Where an expression stands: the calls that led there, outermost first, how many of them, and a node of the function in which the expression is read.</summary>
    private readonly record struct Place(ImmutableArray<SyntaxNode> Calls, int Count, SyntaxNode Within)
    {
        /// <summary>The call that led there; none where nothing is known of it.</summary>
        public SyntaxNode Call => Count > 0 ? Calls[Count - 1] : default;

        /// <summary>Where the arguments of the call stand.</summary>
        public Place Outside => new(Calls, Count - 1, Call);
    }

    /// <summary>What an expression is: an expression that says it, no node for <c>undefined</c>, or unknown.</summary>
    private readonly record struct Given(bool IsKnown, SyntaxNode Node, Place At)
    {
        /// <summary>Whether an argument says it, rather than a constant of the program.</summary>
        public bool IsOfCall { get; init; }

        public bool IsUndefined => IsKnown && !Node.Exists;
    }

    private static readonly Given Undefined = new(true, default, default);

    /// <summary>
    /// Whether something in a called function lies behind a condition that the call itself decides: <c>connect({ retry: true })</c> where <c>if (!retry) await open();</c>,
    /// <c>settle({ ok: false })</c> where <c>if (!result.ok) return;</c> stands before it, <c>add(roles.ADMIN)</c> where it stands behind <c>case roles.GUEST:</c>.
    /// </summary>
    public bool IsRuledOut(SyntaxNode call, SyntaxNode node) => IsRuledOut([call], node);

    /// <summary>The same of all calls that lead to something, outermost first: what the last hands on of its own function's arguments is known, too.</summary>
    public bool IsRuledOut(ImmutableArray<SyntaxNode> calls, SyntaxNode node)
    {
        var (call, place) = (calls[^1], new Place(calls, calls.Length, node));
        // What is made under a condition runs under it, too, whenever it is called.
        for (var at = node; at.Parent.Exists && !(FunctionLike.From(at) is not null && IsMeant(call, at)); at = at.Parent)
        {
            var parent = at.Parent;
            if (parent.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression && parent.FirstChild != at && Decided(parent.FirstChild, place) is { } truth && truth != (parent.ChildAt(1) == at))
                return true;
            // "given ?? make()", "given || make()", "isWanted && make()"
            if (parent.Is(SyntaxKind.BinaryExpression) && parent.ChildAt(1) == at && parent.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar or TokenKind.AmpersandAmpersand
                && Decided(parent.FirstChild, place) == parent.Operator is not TokenKind.AmpersandAmpersand)
                return true;
            if (parent.Kind is SyntaxKind.CaseClause or SyntaxKind.DefaultClause && IsOtherClause(new SwitchStatement(parent.Parent), parent, place))
                return true;
            if (!(parent.Kind is SyntaxKind.Block or SyntaxKind.CaseClause or SyntaxKind.DefaultClause))
                continue;
            for (var earlier = parent.FirstChild; earlier.Exists && earlier != at; earlier = earlier.NextSibling)
            {
                Workers.Step();
                if (earlier.Is(SyntaxKind.IfStatement) && LeavesFor(earlier, place, 0))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a <c>switch</c> over what the call says goes to another clause, and from there not on into this one.</summary>
    private bool IsOtherClause(SwitchStatement statement, SyntaxNode clause, Place place)
    {
        if (Evaluate(statement.Expression, place, new(Deepest, MostSteps)) is not { IsKnown: true, IsOfCall: true } value)
            return false;
        var (entry, otherwise) = (default(SyntaxNode), default(SyntaxNode));
        foreach (var one in statement.Clauses)
        {
            if (new SwitchClause(one).IsDefault)
            {
                otherwise = one;
                continue;
            }

            if (IsSame(value, Evaluate(one.FirstChild, place, new(Deepest, MostSteps)), isLoose: false) is not { } isSame)
                return false;
            if (isSame)
            {
                entry = one;
                break;
            }
        }

        entry = entry.Exists ? entry : otherwise;
        if (!entry.Exists || entry.Span.Start > clause.Span.Start)
            return true;
        for (var at = entry; at.Exists && at != clause; at = at.NextSibling)
        {
            if (EndsClause(at))
                return true;
        }

        return false;
    }

    /// <summary>Whether the next clause is not gone on with.</summary>
    private static bool EndsClause(SyntaxNode clause)
    {
        var last = Last(clause);
        return (last.Is(SyntaxKind.Block) ? Last(last) : last).Kind is SyntaxKind.BreakStatement or SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement or SyntaxKind.ContinueStatement;

        static SyntaxNode Last(SyntaxNode of)
        {
            var last = of.FirstChild;
            foreach (var child in of.Children)
                last = child;
            return last;
        }
    }

    /// <summary>Conditions within conditions, so many deep.</summary>
    private const int MostConditions = 8;

    /// <summary>Whether nothing is reached behind a statement as the call decides its conditions: <c>if (known) { if (ignore) return; } else { if (ignore) return; … }</c>.</summary>
    private bool LeavesFor(SyntaxNode statement, Place place, int depth)
    {
        if (!statement.Exists || depth > MostConditions)
            return false;
        if (statement.Is(SyntaxKind.IfStatement))
        {
            var (then, otherwise) = (statement.ChildAt(1), statement.ChildAt(2));
            if (!Leaving(then))
                return false;
            return Decided(statement.FirstChild, place) switch
            {
                true => LeavesFor(then, place, depth + 1),
                false => LeavesFor(otherwise, place, depth + 1),
                _ => otherwise.Exists && LeavesFor(then, place, depth + 1) && LeavesFor(otherwise, place, depth + 1),
            };
        }

        if (!statement.Is(SyntaxKind.Block))
            return statement.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement;
        foreach (var child in statement.Children)
        {
            if (LeavesFor(child, place, depth + 1))
                return true;
        }

        return false;

        static bool Leaving(SyntaxNode branch)
        {
            foreach (var inner in branch.DescendantsAndSelf)
            {
                if (inner.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement)
                    return true;
            }

            return false;
        }
    }

    private bool IsMeant(SyntaxNode call, SyntaxNode function) => project.Types.CalleeOf(call) is Callee.InProgram program && program.Functions.Contains(function);

    /// <summary>The truth of a condition in the called function, where the calls' arguments say it; else null.</summary>
    private bool? Decided(SyntaxNode condition, Place place) => Decided(condition, place, new(Deepest, MostSteps));

    private bool? Decided(SyntaxNode condition, Place place, Inquiry asked)
    {
        condition = condition.Unwrapped();
        if (!asked.GoesOn())
            return null;
        if (condition.Is(SyntaxKind.PrefixUnaryExpression) && condition.Operator is TokenKind.Exclamation)
            return !Decided(condition.FirstChild, place, asked.Deeper);
        if (LengthOf(condition, place, asked) is { } length)
            return length > 0;
        if (!condition.Is(SyntaxKind.BinaryExpression))
            return condition.Is(SyntaxKind.CallExpression) ? IsAmong(condition, place, asked) : Evaluate(condition, place, asked) is { IsKnown: true, IsOfCall: true } value ? Truth(value.Node) : null;
        switch (condition.Operator)
        {
            case TokenKind.AmpersandAmpersand or TokenKind.BarBar:
                var ends = condition.Operator is TokenKind.BarBar;
                var (left, right) = (Decided(condition.FirstChild, place, asked.Deeper), Decided(condition.ChildAt(1), place, asked.Deeper));
                return left == ends || right == ends ? ends : left is null || right is null ? null : !ends;
            // "states.length > 0"
            case TokenKind.GreaterThan when condition.ChildAt(1).Unwrapped().TextIs("0"u8) && LengthOf(condition.FirstChild.Unwrapped(), place, asked.Deeper) is { } count:
                return count > 0;
            // "how === 'log'", "role === Role.Admin"
            case TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals:
                if (Evaluate(condition.FirstChild, place, asked.Deeper) is not { IsKnown: true, IsOfCall: true } given)
                    return null;
                var isSame = IsSame(given, Evaluate(condition.ChildAt(1), place, asked.Deeper), condition.Operator is TokenKind.EqualsEquals or TokenKind.ExclamationEquals);
                return condition.Operator is TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals ? isSame : !isSame;
            // "'tag' in params"
            case TokenKind.In when condition.FirstChild.Unwrapped() is { Kind: SyntaxKind.StringLiteral } key && Evaluate(condition.ChildAt(1), place, asked.Deeper) is { IsKnown: true, IsOfCall: true } holder:
                return MemberOf(holder, key, asked.Deeper) is { IsKnown: true } member ? member.IsThere : null;
            default:
                return null;
        }
    }

    /// <summary>"states.length" of a list that the call says; null for all else.</summary>
    private int? LengthOf(SyntaxNode expression, Place place, Inquiry asked)
    {
        if (!expression.Is(SyntaxKind.PropertyAccessExpression) || !expression.ChildAt(1).TextIs("length"u8) || Evaluate(expression.FirstChild, place, asked.Deeper) is not { IsKnown: true, IsOfCall: true, Node: { Kind: SyntaxKind.ArrayLiteralExpression } list })
            return null;
        var count = 0;
        foreach (var element in list.Children)
        {
            if (element.Is(SyntaxKind.SpreadElement))
                return null;
            count++;
        }

        return count;
    }

    /// <summary>Beyond so many statements before a call nobody looks for what gave its argument.</summary>
    private const int MostBefore = 64;

    /// <summary>
    /// "order.profile = await makeProfile(input); await addTag(order.profile)" where <c>makeProfile</c> puts a list into the field that <c>addTag</c> looks at: what the field was filled with; none where that is not seen.
    /// </summary>
    private SyntaxNode FilledWith(SyntaxNode access, Place place)
    {
        var root = access.FirstChild.Unwrapped();
        if (!place.Call.Exists || !root.Is(SyntaxKind.Identifier) || access.Tree != place.Within.Tree || project.Bindings.SymbolOf(root) is not { Exists: true, Writes.IsEmpty: true } symbol || !symbol.Is(SymbolFlags.Parameter) || symbol.Declaration.Tree != access.Tree
            || !symbol.Declaration.Is(SyntaxKind.Parameter) || !IsMeant(place.Call, FunctionShape.Enclosing(symbol.Declaration.FirstChild)) || IsAssignedBefore(symbol, access))
            return default;
        var argument = CallArguments.At(place.Call, new Parameter(symbol.Declaration).Place).Unwrapped();
        if (!(argument.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression))
            return default;
        var statement = place.Call;
        while (statement.Parent.Exists && !statement.Parent.Is(SyntaxKind.Block) && FunctionLike.From(statement) is null)
            statement = statement.Parent;
        if (!statement.Parent.Is(SyntaxKind.Block))
            return default;
        var before = statement.Parent.Children.ToArray().TakeWhile(one => one != statement).TakeLast(MostBefore).ToList();
        var giving = before.FindLastIndex(earlier => ValueGiven(earlier, argument).Exists);
        if (giving < 0 || !(ValueGiven(before[giving], argument) is { Kind: SyntaxKind.AwaitExpression } given && project.Types.CalleeOf(given.FirstChild.Unwrapped()) is Callee.InProgram { Functions: [var maker], Signatures.IsEmpty: true })
            || FilledBy(maker, access.ChildAt(1)) is not { Exists: true } filled)
            return default;
        for (var between = giving + 1; between < before.Count; between++)
        {
            Workers.Step();
            if (MayGive(before[between], argument))
                return default;
        }

        return filled;
    }

    /// <summary>What a statement assigns to exactly this expression, or declares under its name.</summary>
    private static SyntaxNode ValueGiven(SyntaxNode statement, SyntaxNode target)
    {
        if (statement.Is(SyntaxKind.ExpressionStatement) && statement.FirstChild.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment)
            return assignment.FirstChild.Unwrapped().TextIs(target.Bytes) ? assignment.ChildAt(1).Unwrapped() : default;
        if (!statement.Is(SyntaxKind.VariableStatement))
            return default;
        foreach (var list in statement.Children)
        {
            foreach (var declaration in list.Children)
            {
                if (declaration.Is(SyntaxKind.VariableDeclaration) && declaration.FirstChild.TextIs(target.Bytes))
                    return declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            }
        }

        return default;
    }

    /// <summary>Whether a statement assigns to the expression, a part of it, or what it is a part of, somewhere within.</summary>
    private static bool MayGive(SyntaxNode statement, SyntaxNode target)
    {
        foreach (var node in statement.DescendantsAndSelf)
        {
            if (node is not { Kind: SyntaxKind.BinaryExpression, Operator: >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals })
                continue;
            var left = node.FirstChild.Unwrapped().Bytes;
            if (left.StartsWith(target.Bytes) || target.Bytes.StartsWith(left))
                return true;
        }

        return false;
    }

    private static bool IsAssignedBefore(Symbol symbol, SyntaxNode access)
    {
        foreach (var reference in symbol.References)
        {
            if (reference.Span.Start < access.Span.Start && reference.Parent is { Kind: SyntaxKind.PropertyAccessExpression } member && member.ChildAt(1).TextIs(access.ChildAt(1).Bytes)
                && member.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals } assignment && assignment.FirstChild.Unwrapped() == member)
                return true;
        }

        return false;
    }

    /// <summary>"const made = new Profile(); made.tags = []; return made;": what the object that a function returns has in a field, whichever way it ends; none where that is not seen.</summary>
    private SyntaxNode FilledBy(SyntaxNode function, SyntaxNode field)
    {
        if (FunctionLike.From(function) is not { IsGenerator: false, HasExpressionBody: false, Body: { Exists: true } body } shape || Inference.ResultsOf(shape).ToList() is not { Count: > 0 } results
            || results[0].Unwrapped() is not { Kind: SyntaxKind.Identifier } name || project.Bindings.SymbolOf(name) is not { Exists: true, IsAssignedOnce: true } made || !results.TrueForAll(result => result.Unwrapped() is { Kind: SyntaxKind.Identifier } other && project.Bindings.SymbolOf(other) == made))
            return default;
        foreach (var statement in body.Children)
        {
            if (statement.Span.End > results.Min(result => result.Span.Start))
                break;
            if (statement.Is(SyntaxKind.ExpressionStatement) && statement.FirstChild.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment
                && assignment.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } target && target.ChildAt(1).TextIs(field.Bytes) && target.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } of && project.Bindings.SymbolOf(of) == made
                && assignment.ChildAt(1).Unwrapped() is var value && (value.Kind is SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.NewExpression || (value.Is(SyntaxKind.CallExpression) && CallName.Of(value).TextIs("map"u8))))
                return value;
        }

        return default;
    }

    /// <summary><c>['a', 'b'].includes(kind)</c> of a kind that the call says.</summary>
    private bool? IsAmong(SyntaxNode call, Place place, Inquiry asked)
    {
        if (!(call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.ChildAt(1).TextIs("includes"u8) && method.FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } list)
            || Evaluate(call.Child(SyntaxKind.ArgumentList).FirstChild, place, asked.Deeper) is not { IsKnown: true, IsOfCall: true } value)
            return null;
        bool? isAmong = false;
        foreach (var element in list.Children)
        {
            var isSame = IsSame(value, Evaluate(element, place, asked.Deeper), isLoose: false);
            if (isSame is true)
                return true;
            isAmong = isSame is null ? null : isAmong;
        }

        return isAmong;
    }

    /// <summary>What an expression of a called function is, as far as the calls' arguments and the program's constants say.</summary>
    private Given Evaluate(SyntaxNode expression, Place place, Inquiry asked)
    {
        expression = expression.Unwrapped();
        if (!asked.GoesOn())
            return default;
        switch (expression.Kind)
        {
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword
                or SyntaxKind.ObjectLiteralExpression or SyntaxKind.ArrayLiteralExpression or SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.NewExpression:
                return new(true, expression, place);
            case SyntaxKind.Identifier when expression.TextIs("undefined"u8):
                return Undefined;
            case SyntaxKind.Identifier:
                return OfName(expression, place, asked) is { IsKnown: true } named ? named : OfConstant(expression, place);
            case SyntaxKind.PropertyAccessExpression when expression.FirstChild.Is(SyntaxKind.ThisKeyword):
                return PropertyNamed(expression, place.Within) is { Exists: true } property ? OfParameter(property, place, asked) : default;
            case SyntaxKind.PropertyAccessExpression:
                if (Evaluate(expression.FirstChild, place, asked.Deeper) is not { IsKnown: true, IsOfCall: true } of)
                    return FilledWith(expression, place) is { Exists: true } filled ? new(true, filled, place) { IsOfCall = true } : OfConstant(expression, place);
                // "signal?.aborted" of what is not given is undefined.
                if (of.IsUndefined)
                    return expression.Has(NodeFlags.Optional) ? of : default;
                return MemberOf(of, expression.ChildAt(1), asked.Deeper) is { IsKnown: true } member ? member.Value : default;
            // "options ?? {}"
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                if (Evaluate(expression.FirstChild, place, asked.Deeper) is not { IsKnown: true, IsOfCall: true } first)
                    return default;
                var isTaken = expression.Operator is TokenKind.BarBar ? Truth(first.Node) : !(first.IsUndefined || first.Node.Is(SyntaxKind.NullKeyword));
                return isTaken is true ? first : isTaken is false ? Evaluate(expression.ChildAt(1), place, asked.Deeper) with { IsOfCall = true } : default;
            default:
                return default;
        }
    }

    /// <summary>What a name stands for that a parameter, or what is taken out of one, says.</summary>
    private Given OfName(SyntaxNode name, Place place, Inquiry asked)
    {
        if (project.Bindings.SymbolOf(name) is not { Exists: true } symbol || symbol.Declaration.Tree != name.Tree)
            return default;
        if (symbol.Is(SymbolFlags.Parameter))
            return symbol.Writes.IsEmpty ? Unchanged(symbol, OfParameter(symbol.Declaration, place, asked)) : default;
        if (!symbol.IsAssignedOnce || symbol.IsModuleLevel)
            return default;
        // "const isForced = options.force"
        if (symbol.Declaration.Is(SyntaxKind.VariableDeclaration))
            return Unchanged(symbol, Evaluate(symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild, place, asked.Deeper));
        // "const { id, ...data } = params", "const { status = 'open' } = params"
        if (BindingElement.From(symbol.Declaration) is not { } element || symbol.Declaration.Parent is not { Kind: SyntaxKind.ObjectBindingPattern, Parent: { Kind: SyntaxKind.VariableDeclaration } variable }
            || Evaluate(variable.Child(SyntaxKind.Initializer).FirstChild, place, asked.Deeper) is not { IsKnown: true, IsOfCall: true } source)
            return default;
        return OfElement(element, source, place, asked);
    }

    private Given OfElement(BindingElement element, Given source, Place place, Inquiry asked)
    {
        if (element.IsRest)
            return source;
        if (MemberOf(source, element.PropertyName.Exists ? element.PropertyName : element.Name, asked.Deeper) is not { IsKnown: true } member)
            return default;
        return member.Value.IsUndefined && element.Initializer.Exists ? Evaluate(element.Initializer, place, asked.Deeper) with { IsOfCall = true } : member.Value;
    }

    /// <summary>What the call gives for a parameter, or for a part of one.</summary>
    private Given OfParameter(SyntaxNode parameter, Place place, Inquiry asked)
    {
        if (parameter.Is(SyntaxKind.BindingElement))
        {
            return parameter.Parent is { Kind: SyntaxKind.ObjectBindingPattern, Parent: { Kind: SyntaxKind.Parameter } whole } && OfParameter(whole, place, asked.Deeper) is { IsKnown: true } source
                ? OfElement(new(parameter), source, place, asked) : default;
        }

        var (call, function) = (place.Call, parameter.Parent.Parent);
        if (!call.Exists || !parameter.Is(SyntaxKind.Parameter) || parameter.Has(NodeFlags.Rest) || parameter.Tree != place.Within.Tree || !function.Span.Contains(place.Within.Span)
            || (FunctionShape.Enclosing(place.Within) != function && !IsMeant(call, function)))
            return default;
        var given = call.Child(SyntaxKind.ArgumentList);
        foreach (var argument in given.Children)
        {
            if (argument.Is(SyntaxKind.SpreadElement))
                return default;
        }

        var value = given.ChildAt(new Parameter(parameter).Place).Unwrapped();
        var said = value.Exists ? Evaluate(value, place.Outside, asked.Deeper) : Undefined;
        if (said.IsUndefined && parameter.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } otherwise)
            said = Evaluate(otherwise, place, asked.Deeper);
        return said with { IsOfCall = true };
    }

    /// <summary>A constant of the program.</summary>
    private Given OfConstant(SyntaxNode expression, Place place)
    {
        var value = project.Constants.ValueOf(expression);
        return value.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword ? new(true, value, place) : default;
    }

    /// <summary>A member of an object that is written out: whether it has it, and its value; not known where it may come with something that is spread.</summary>
    private (bool IsKnown, bool IsThere, Given Value) MemberOf(Given holder, SyntaxNode name, Inquiry asked)
    {
        var literal = holder.Node;
        if (!asked.GoesOn() || !literal.Is(SyntaxKind.ObjectLiteralExpression) || project.Bindings.ModuleOf(literal.Tree) is not { } module || project.Bindings.ModuleOf(name.Tree) is not { } asking)
            return default;
        var wanted = asking.NameOf(name);
        var found = (IsKnown: true, IsThere: false, Value: Undefined);
        foreach (var member in literal.Children)
        {
            if (member.Is(SyntaxKind.SpreadAssignment))
            {
                var spread = Evaluate(member.FirstChild, holder.At, asked.Deeper);
                var inner = spread.IsUndefined ? (IsKnown: true, IsThere: false, Value: Undefined) : spread.IsKnown ? MemberOf(spread, name, asked.Deeper) : default;
                // It may bring the member, or not: what stood before it is not known to stay.
                found = !inner.IsKnown ? (false, found is { IsKnown: true, IsThere: true }, default) : inner.IsThere ? inner : found;
            }
            else if (module.NameOf(member.FirstAfterModifiers()) == wanted)
            {
                found = (true, true, member.Kind switch
                {
                    SyntaxKind.PropertyAssignment => Evaluate(member.ChildAt(1), holder.At, asked.Deeper),
                    SyntaxKind.ShorthandPropertyAssignment => Evaluate(member.FirstChild, holder.At, asked.Deeper),
                    SyntaxKind.MethodDeclaration => new(true, member, holder.At),
                    _ => default,
                });
            }
        }

        return found with { Value = found.Value with { IsOfCall = true } };
    }

    /// <summary>What a variable holds, unless it is an object of which a member is assigned: then it is not what was written out.</summary>
    private static Given Unchanged(Symbol symbol, Given value)
    {
        if (!value.Node.Is(SyntaxKind.ObjectLiteralExpression))
            return value;
        foreach (var reference in symbol.References)
        {
            Workers.Step();
            if (reference.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression } access && access.FirstChild.Unwrapped() == reference
                && access.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals } assignment && assignment.FirstChild.Unwrapped() == access)
                return default;
        }

        return value;
    }

    /// <summary><c>this.options</c> in <c>constructor(public options: Options)</c>: the parameter; none for anything else.</summary>
    private static SyntaxNode PropertyNamed(SyntaxNode name, SyntaxNode within)
    {
        if (FunctionShape.Enclosing(within) is not { Kind: SyntaxKind.Constructor } constructor || FunctionLike.From(constructor) is not { } shape)
            return default;
        for (var place = 0; shape.Parameters[place] is { Exists: true } parameter; place++)
        {
            if (new Parameter(parameter).IsProperty && new Parameter(parameter).Name.TextIs(name.ChildAt(1).Bytes))
                return parameter;
        }

        return default;
    }

    /// <summary>Whether two values are the same; null when that is not known.</summary>
    private static bool? IsSame(Given left, Given right, bool isLoose)
    {
        if (!left.IsKnown || !right.IsKnown)
            return null;
        var (one, other) = (left.Node, right.Node);
        var (isNone, isNoOther) = (IsNone(one), IsNone(other));
        if (isNone && isNoOther)
            return isLoose || one.Exists == other.Exists;
        if (isNone || isNoOther)
            return false;
        if (one.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral && other.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral)
            return one.Bytes[1..^1].SequenceEqual(other.Bytes[1..^1]);
        if (one.Is(SyntaxKind.NumericLiteral) && other.Is(SyntaxKind.NumericLiteral))
            return new NumericLiteral(one).Value == new NumericLiteral(other).Value;
        if (one.Kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword && other.Kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword)
            return one.Kind == other.Kind;
        // What is made anew is nothing else, and without "===" a text may be a number.
        return isLoose || (IsMade(one) && IsMade(other)) ? null : false;

        static bool IsNone(SyntaxNode value) => !value.Exists || value.Is(SyntaxKind.NullKeyword);

        static bool IsMade(SyntaxNode value) => value.Kind is not (SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword);
    }

    private static bool? Truth(SyntaxNode value)
    {
        if (!value.Exists)
            return false;
        return value.Kind switch
        {
            SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword => false,
            SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral => value.Span.Length > 2,
            SyntaxKind.NumericLiteral => new NumericLiteral(value).Value is not 0,
            _ => true,
        };
    }
}
