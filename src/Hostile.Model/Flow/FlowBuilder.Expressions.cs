using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

internal sealed partial class FlowBuilder
{
    /// <summary>Loose ends of the optional chain being built: where <c>a?.b.c</c> goes when <c>a</c> is absent.</summary>
    private List<LooseEnd>? chainEnds;

    private void Expression(SyntaxNode node)
    {
        if (!node.Exists || frontier.Count == 0 || TooDeep())
            return;
        switch (node.Kind)
        {
            case SyntaxKind.Identifier or SyntaxKind.ThisKeyword:
                Add(FlowOp.Read, node);
                break;
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.CallExpression or SyntaxKind.NonNullExpression:
                Chain(node);
                break;
            case SyntaxKind.NewExpression:
                Expression(node.FirstChild);
                Arguments(node.Child(SyntaxKind.ArgumentList));
                AddThrowing(FlowOp.Call, node);
                break;
            case SyntaxKind.TaggedTemplateExpression:
                Callee(node.FirstChild);
                Expression(LastChild(node));
                AddThrowing(FlowOp.Call, node);
                break;
            case SyntaxKind.AwaitExpression:
                Expression(node.FirstChild);
                AddThrowing(FlowOp.Await, node);
                break;
            case SyntaxKind.YieldExpression:
                Expression(node.FirstChild);
                var yield = AddThrowing(FlowOp.Yield, node);
                if (yield >= 0)
                    edges.Add((yield, new(TargetOf(Completion.Return, scope), EdgeKind.Abandons)));
                break;
            case SyntaxKind.BinaryExpression:
                Binary(node);
                break;
            case SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression:
                Expression(node.FirstChild);
                // "++x" reads and writes with nothing in between.
                if (node.Operator is TokenKind.PlusPlus or TokenKind.MinusMinus)
                    Add(FlowOp.Write, node.FirstChild.Unwrapped());
                break;
            case SyntaxKind.DeleteExpression:
                Expression(node.FirstChild);
                Add(FlowOp.Write, node.FirstChild.Unwrapped());
                break;
            case SyntaxKind.ConditionalExpression:
                var (whenTrue, whenFalse) = Condition(node.FirstChild);
                frontier = whenTrue;
                Expression(node.ChildAt(1));
                var ends = frontier;
                frontier = whenFalse;
                Expression(node.ChildAt(2));
                frontier = [.. ends, .. frontier];
                break;
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression:
                Add(FlowOp.Closure, node);
                break;
            case SyntaxKind.ClassExpression:
                Class(node);
                break;
            case SyntaxKind.TypeAssertionExpression:
                Expression(node.ChildAt(1));
                break;
            case SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.ExpressionWithTypeArguments:
                Expression(node.FirstChild);
                break;
            case SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor:
                ComputedName(node);
                Add(FlowOp.Closure, node);
                break;
            case SyntaxKind.PropertyAssignment:
                ComputedName(node);
                Expression(LastChild(node));
                break;
            case SyntaxKind.ShorthandPropertyAssignment:
                Expression(node.FirstChild);
                break;
            case SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.TemplateExpression or SyntaxKind.TemplateSpan
                or SyntaxKind.ParenthesizedExpression or SyntaxKind.SpreadElement or SyntaxKind.SpreadAssignment
                or SyntaxKind.TypeOfExpression or SyntaxKind.VoidExpression or SyntaxKind.ComputedPropertyName
                or SyntaxKind.JsxElement or SyntaxKind.JsxFragment or SyntaxKind.JsxSelfClosingElement or SyntaxKind.JsxOpeningElement
                or SyntaxKind.JsxAttributes or SyntaxKind.JsxAttribute or SyntaxKind.JsxSpreadAttribute or SyntaxKind.JsxExpression:
                foreach (var child in node.Children)
                    Expression(child);
                break;
        }
    }

    /// <summary>A chain of members, elements and calls; when it holds a <c>?.</c>, an absent target skips the rest of the whole chain.</summary>
    private void Chain(SyntaxNode node)
    {
        var outer = chainEnds;
        chainEnds = [];
        Link(node);
        frontier.AddRange(chainEnds);
        chainEnds = outer;
    }

    private void Link(SyntaxNode node)
    {
        if (frontier.Count == 0 || TooDeep())
            return;
        switch (node.Kind)
        {
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression:
                Target(node);
                if (node.Is(SyntaxKind.ElementAccessExpression))
                    Expression(node.ChildAt(1));
                Add(FlowOp.Read, node);
                break;
            case SyntaxKind.NonNullExpression:
                Link(node.FirstChild);
                break;
            case SyntaxKind.CallExpression:
                Callee(node.FirstChild);
                if (node.Has(NodeFlags.Optional))
                    SkipRestWhenAbsent(node.FirstChild);
                Arguments(node.Child(SyntaxKind.ArgumentList));
                AddThrowing(FlowOp.Call, node);
                break;
            default:
                var saved = chainEnds;
                Expression(node);
                chainEnds = saved;
                break;
        }
    }

    /// <summary>Evaluates what is called: of <c>a.b()</c> only <c>a</c>, since the method itself is not a place of the program.</summary>
    private void Callee(SyntaxNode callee)
    {
        if (callee.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression)
        {
            Target(callee);
            if (callee.Is(SyntaxKind.ElementAccessExpression))
                Expression(callee.ChildAt(1));
        }
        else if (callee.Kind is SyntaxKind.CallExpression or SyntaxKind.NonNullExpression)
        {
            Link(callee);
        }
        else
        {
            Expression(callee);
        }
    }

    private void Target(SyntaxNode access)
    {
        Link(access.FirstChild);
        if (access.Has(NodeFlags.Optional))
            SkipRestWhenAbsent(access.FirstChild);
    }

    private void SkipRestWhenAbsent(SyntaxNode target)
    {
        var branch = Add(FlowOp.BranchPresent, target);
        if (branch < 0)
            return;
        chainEnds?.Add(new(branch, EdgeKind.False));
        frontier = [new(branch, EdgeKind.True)];
    }

    private void Arguments(SyntaxNode list)
    {
        var outer = chainEnds;
        foreach (var argument in list.Children)
            Expression(argument);
        chainEnds = outer;
    }

    private void Binary(SyntaxNode node)
    {
        if (IsAssignment(node.Operator))
        {
            Assignment(node);
            return;
        }

        if (node.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion)
        {
            Logical(node);
            return;
        }

        // "a + b + c + …" leans left for thousands of terms: walked down and up again, not recursed into.
        var spine = new Stack<SyntaxNode>();
        var left = node;
        while (left.Is(SyntaxKind.BinaryExpression) && !IsAssignment(left.Operator) && left.Operator is not (TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion))
        {
            spine.Push(left);
            left = left.FirstChild;
        }

        Expression(left);
        while (spine.TryPop(out var parent))
            Expression(parent.ChildAt(1));
    }

    private void Logical(SyntaxNode node)
    {
        if (node.Operator is TokenKind.QuestionQuestion)
        {
            Expression(node.FirstChild);
            var branch = Add(FlowOp.BranchPresent, node.FirstChild);
            if (branch < 0)
                return;
            frontier = [new(branch, EdgeKind.False)];
            Expression(node.ChildAt(1));
            frontier.Add(new(branch, EdgeKind.True));
            return;
        }

        var (whenTrue, whenFalse) = Condition(node.FirstChild);
        var (goOn, done) = node.Operator is TokenKind.AmpersandAmpersand ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        frontier = goOn;
        Expression(node.ChildAt(1));
        frontier = [.. frontier, .. done];
    }

    private void Assignment(SyntaxNode node)
    {
        var target = node.FirstChild.Unwrapped();
        var value = node.ChildAt(1);
        switch (node.Operator)
        {
            case TokenKind.Equals:
                AssignmentTarget(target);
                Expression(value);
                Assign(target);
                break;
            case TokenKind.AmpersandAmpersandEquals or TokenKind.BarBarEquals or TokenKind.QuestionQuestionEquals:
                // "a ??= b": a is read; b is evaluated and written only when the test asks for it.
                Expression(target);
                var branch = Add(node.Operator is TokenKind.QuestionQuestionEquals ? FlowOp.BranchPresent : FlowOp.Branch, target);
                if (branch < 0)
                    return;
                var writes = node.Operator is TokenKind.AmpersandAmpersandEquals ? EdgeKind.True : EdgeKind.False;
                frontier = [new(branch, writes)];
                Expression(value);
                Add(FlowOp.Write, target);
                frontier.Add(new(branch, writes is EdgeKind.True ? EdgeKind.False : EdgeKind.True));
                break;
            default:
                // "a += b": a is read before b is evaluated.
                Expression(target);
                Expression(value);
                Add(FlowOp.Write, target);
                break;
        }
    }

    /// <summary>The parts of an assignment's target that are evaluated before its value: <c>a</c> and <c>k</c> of <c>a[k] = v</c>.</summary>
    private void AssignmentTarget(SyntaxNode target)
    {
        if (target.Kind is not (SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression))
            return;
        Expression(target.FirstChild);
        if (target.Is(SyntaxKind.ElementAccessExpression))
            Expression(target.ChildAt(1));
    }

    /// <summary>Writes to an assignment's target, taking patterns apart: <c>[a, b.c] = …</c>, <c>({ x: y = 1 } = …)</c>.</summary>
    private void Assign(SyntaxNode target)
    {
        target = target.Unwrapped();
        if (TooDeep())
            return;
        switch (target.Kind)
        {
            case SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression:
                foreach (var child in target.Children)
                    Assign(child);
                break;
            case SyntaxKind.PropertyAssignment:
                ComputedName(target);
                Assign(LastChild(target));
                break;
            case SyntaxKind.ShorthandPropertyAssignment:
                Default(target.Child(SyntaxKind.Initializer).FirstChild);
                Add(FlowOp.Write, target.FirstChild);
                break;
            case SyntaxKind.SpreadElement or SyntaxKind.SpreadAssignment:
                Assign(target.FirstChild);
                break;
            case SyntaxKind.BinaryExpression when target.Operator is TokenKind.Equals:
                Default(target.ChildAt(1));
                Assign(target.FirstChild);
                break;
            case SyntaxKind.OmittedExpression:
                break;
            default:
                Add(FlowOp.Write, target);
                break;
        }
    }

    private void BindParameter(Parameter parameter)
    {
        Default(parameter.Initializer);
        Binding(parameter.Name);
    }

    /// <summary>Writes to every name that a declaration binds.</summary>
    private void Binding(SyntaxNode name)
    {
        if (TooDeep())
            return;
        if (name.Kind is SyntaxKind.Identifier)
        {
            Add(FlowOp.Write, name);
            return;
        }

        if (name.Kind is not (SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern))
            return;
        foreach (var element in name.Children)
        {
            if (!element.Is(SyntaxKind.BindingElement))
                continue;
            var part = new BindingElement(element);
            if (part.PropertyName.Is(SyntaxKind.ComputedPropertyName))
                Expression(part.PropertyName);
            Default(part.Initializer);
            Binding(part.Name);
        }
    }

    /// <summary>A default value: evaluated on one path, skipped on the other.</summary>
    private void Default(SyntaxNode value)
    {
        if (!value.Exists || frontier.Count == 0)
            return;
        var without = Add(FlowOp.Join, value);
        Expression(value);
        frontier.Add(new(without, EdgeKind.Next));
    }

    /// <summary>Where control goes when the node is true and when it is false; <c>!</c>, <c>&amp;&amp;</c> and <c>||</c> are taken apart, so that each branch tests one atom.</summary>
    private (List<LooseEnd> WhenTrue, List<LooseEnd> WhenFalse) Condition(SyntaxNode node)
    {
        if (frontier.Count == 0 || TooDeep())
            return ([], []);
        switch (node.Kind)
        {
            case SyntaxKind.ParenthesizedExpression:
                return Condition(node.FirstChild);
            case SyntaxKind.PrefixUnaryExpression when node.Operator is TokenKind.Exclamation:
                var (whenTrue, whenFalse) = Condition(node.FirstChild);
                return (whenFalse, whenTrue);
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.AmpersandAmpersand:
                {
                    var left = Condition(node.FirstChild);
                    frontier = left.WhenTrue;
                    var right = Condition(node.ChildAt(1));
                    // Each list is its taker's own: chains are long, and nested on the left.
                    left.WhenFalse.AddRange(right.WhenFalse);
                    return (right.WhenTrue, left.WhenFalse);
                }

            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.BarBar:
                {
                    var left = Condition(node.FirstChild);
                    frontier = left.WhenFalse;
                    var right = Condition(node.ChildAt(1));
                    left.WhenTrue.AddRange(right.WhenTrue);
                    return (left.WhenTrue, right.WhenFalse);
                }

            case SyntaxKind.TrueKeyword:
                return (frontier, []);
            case SyntaxKind.FalseKeyword:
                return ([], frontier);
            // "while (1)" is as endless as "while (true)".
            case SyntaxKind.NumericLiteral when node.TextIs("1"u8):
                return (frontier, []);
            default:
                Expression(node);
                var branch = Add(FlowOp.Branch, node);
                return branch < 0 ? ([], []) : ([new(branch, EdgeKind.True)], [new(branch, EdgeKind.False)]);
        }
    }

    /// <summary>A class: what is evaluated where it stands. Methods and instance fields run later.</summary>
    private void Class(SyntaxNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Is(SyntaxKind.HeritageClause) && child.Operator is TokenKind.Extends)
                Expression(child.FirstChild.FirstChild);
            else if (child.Is(SyntaxKind.Decorator))
                Expression(child.FirstChild);
        }

        foreach (var member in node.Child(SyntaxKind.ClassBody).Children)
        {
            ComputedName(member);
            if (member.Is(SyntaxKind.ClassStaticBlockDeclaration))
                Statement(member.FirstChild);
            else if (member.Is(SyntaxKind.PropertyDeclaration) && member.Has(NodeFlags.Static))
                Expression(member.Child(SyntaxKind.Initializer).FirstChild);
        }

        Add(FlowOp.Closure, node);
        if (node.Is(SyntaxKind.ClassDeclaration) && node.Child(SyntaxKind.Identifier) is { Exists: true } name)
            Add(FlowOp.Write, name);
    }

    private void ComputedName(SyntaxNode member)
    {
        foreach (var child in member.Children)
        {
            if (child.Is(SyntaxKind.ComputedPropertyName))
                Expression(child);
            if (child.Kind is SyntaxKind.ParameterList or SyntaxKind.Initializer or SyntaxKind.Block)
                return;
        }
    }

    private static bool IsAssignment(TokenKind op) => op is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals;
}
