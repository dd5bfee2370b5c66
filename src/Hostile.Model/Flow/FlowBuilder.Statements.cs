using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

internal sealed partial class FlowBuilder
{
    /// <summary>Statements in a block, file, case or module body; a <c>using</c> declaration puts all that follows under its disposal.</summary>
    private void Statements(SyntaxNode list)
    {
        var outer = scope;
        foreach (var statement in list.Children)
            Statement(statement);
        LeaveCleanups(outer);
    }

    /// <summary>Falls out of the <c>using</c> declarations met since <paramref name="outer"/>, disposing in reverse order.</summary>
    private void LeaveCleanups(Scope? outer)
    {
        while (!ReferenceEquals(scope, outer))
        {
            var cleanup = (CleanupScope)scope!;
            scope = cleanup.Outer;
            if (frontier.Count > 0)
                Cleanup(cleanup);
        }
    }

    private void Statement(SyntaxNode statement, ImmutableArray<SyntaxNode> labels = default)
    {
        if (!statement.Exists || TooDeep())
            return;
        switch (statement.Kind)
        {
            case SyntaxKind.Block or SyntaxKind.ModuleBlock:
                Statements(statement);
                break;
            case SyntaxKind.VariableStatement:
                VariableDeclarations(statement.Child(SyntaxKind.VariableDeclarationList));
                break;
            case SyntaxKind.ExpressionStatement or SyntaxKind.ExportAssignment:
                Expression(LastChild(statement));
                EndHere(LastChild(statement));
                break;
            case SyntaxKind.IfStatement:
                If(statement);
                break;
            case SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement:
                Loop(statement, labels);
                break;
            case SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement:
                ForEach(statement, labels);
                break;
            case SyntaxKind.ReturnStatement:
                Expression(statement.FirstChild);
                EndHere(statement.FirstChild);
                Add(FlowOp.Return, statement);
                Jump(Completion.Return);
                break;
            case SyntaxKind.ThrowStatement:
                Expression(statement.FirstChild);
                Add(FlowOp.Throw, statement);
                Throw();
                break;
            case SyntaxKind.BreakStatement or SyntaxKind.ContinueStatement:
                BreakOrContinue(statement);
                break;
            case SyntaxKind.LabeledStatement:
                Labeled(statement, labels);
                break;
            case SyntaxKind.SwitchStatement:
                Switch(statement);
                break;
            case SyntaxKind.TryStatement:
                Try(statement);
                break;
            case SyntaxKind.WithStatement:
                Expression(statement.FirstChild);
                Statement(statement.ChildAt(1));
                break;
            case SyntaxKind.ClassDeclaration:
                Class(statement);
                break;
            case SyntaxKind.EnumDeclaration:
                foreach (var member in statement.Children)
                    Expression(member.Child(SyntaxKind.Initializer).FirstChild);
                break;
            case SyntaxKind.ModuleDeclaration when !statement.Has(NodeFlags.Declare):
                Statement(statement.Child(SyntaxKind.ModuleBlock).Exists ? statement.Child(SyntaxKind.ModuleBlock) : statement.Child(SyntaxKind.ModuleDeclaration));
                break;
        }
    }

    private void Throw()
    {
        foreach (var end in frontier)
            edges.Add((end.From, new(TargetOf(Completion.Throw, scope), EdgeKind.Throws)));
        frontier = [];
    }

    private void VariableDeclarations(SyntaxNode list)
    {
        foreach (var declaration in list.Children)
        {
            var name = declaration.FirstChild;
            var initializer = declaration.Child(SyntaxKind.Initializer).FirstChild;
            if (initializer.Exists)
                Expression(initializer);
            // "let x;" makes x undefined, at each turn of a loop anew; "var x;" does nothing.
            if (initializer.Exists || list.Has(NodeFlags.Let))
                Binding(name);
        }

        // "using c = …" is disposed of when its block is left, however it is left.
        if (list.Has(NodeFlags.Using))
            scope = new CleanupScope(scope, list);
    }

    /// <summary>"ctx.throw(403);", "process.exit(1);": nothing follows a call that never returns.</summary>
    private void EndHere(SyntaxNode expression)
    {
        if (frontier.Count > 0 && neverReturns is not null && expression.Exists && expression.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && neverReturns(call))
            frontier = [];
    }

    // "else if" chains can be thousands long: they are walked, not recursed into.
    private void If(SyntaxNode statement)
    {
        var ends = new List<LooseEnd>();
        while (true)
        {
            var (whenTrue, whenFalse) = Condition(statement.FirstChild);
            frontier = whenTrue;
            Statement(statement.ChildAt(1));
            ends.AddRange(frontier);
            frontier = whenFalse;
            var otherwise = statement.ChildAt(2);
            if (!otherwise.Is(SyntaxKind.IfStatement))
            {
                Statement(otherwise);
                ends.AddRange(frontier);
                frontier = ends;
                return;
            }

            statement = otherwise;
        }
    }

    private void Loop(SyntaxNode statement, ImmutableArray<SyntaxNode> labels)
    {
        var outer = scope;
        if (statement.Is(SyntaxKind.ForStatement) && statement.Child(SyntaxKind.ForInitializer).FirstChild is { Exists: true } initializer)
        {
            if (initializer.Is(SyntaxKind.VariableDeclarationList))
                VariableDeclarations(initializer);
            else
                Expression(initializer);
        }

        if (frontier.Count == 0)
        {
            scope = outer;
            return;
        }

        var head = Add(FlowOp.Join, statement);
        var next = AddPoint(FlowOp.Join, statement);
        var after = AddPoint(FlowOp.Join, statement);
        var around = scope;
        scope = new JumpScope(scope, statement.Index, Named(labels), true, after, next);

        var isDo = statement.Is(SyntaxKind.DoStatement);
        var condition = statement.Kind switch
        {
            SyntaxKind.ForStatement => statement.Child(SyntaxKind.ForCondition).FirstChild,
            SyntaxKind.DoStatement => statement.ChildAt(1),
            _ => statement.FirstChild,
        };
        var body = isDo ? statement.FirstChild : LastChild(statement);

        if (!isDo)
            Test(condition, after);
        Statement(body);
        Connect(frontier, next);
        frontier = [new(next, EdgeKind.Next)];
        scope = around;
        if (isDo)
            Test(condition, after);
        else
            Expression(statement.Child(SyntaxKind.ForIncrement).FirstChild);
        Connect(frontier, head);

        frontier = [new(after, EdgeKind.Next)];
        LeaveCleanups(outer);
    }

    /// <summary>Evaluates a loop's condition: false leaves for <paramref name="after"/>, true goes on. No condition is true.</summary>
    private void Test(SyntaxNode condition, int after)
    {
        if (!condition.Exists)
            return;
        var (whenTrue, whenFalse) = Condition(condition);
        Connect(whenFalse, after);
        frontier = whenTrue;
    }

    private void ForEach(SyntaxNode statement, ImmutableArray<SyntaxNode> labels)
    {
        Expression(statement.ChildAt(1));
        if (frontier.Count == 0)
            return;

        var isAsync = statement.Has(NodeFlags.Await);
        var head = AddThrowing(isAsync ? FlowOp.IterateAsync : FlowOp.Iterate, statement);
        var after = AddPoint(FlowOp.Join, statement);
        edges.Add((head, new(after, EdgeKind.False)));
        frontier = [new(head, EdgeKind.True)];

        var outer = scope;
        scope = new JumpScope(scope, statement.Index, Named(labels), true, after, head);
        var target = statement.FirstChild;
        if (target.Is(SyntaxKind.VariableDeclarationList))
        {
            Binding(target.FirstChild.FirstChild);
            if (target.Has(NodeFlags.Using))
                scope = new CleanupScope(scope, target);
        }
        else
        {
            Assign(target);
        }

        var inLoop = scope;
        Statement(statement.ChildAt(2));
        scope = inLoop;
        while (scope is CleanupScope cleanup && !ReferenceEquals(scope, outer))
        {
            scope = cleanup.Outer;
            Cleanup(cleanup);
        }

        Connect(frontier, head);
        frontier = [new(after, EdgeKind.Next)];
        scope = outer;
    }

    private void BreakOrContinue(SyntaxNode statement)
    {
        var label = statement.FirstChild;
        var isBreak = statement.Is(SyntaxKind.BreakStatement);
        for (var at = scope; at is not null; at = at.Outer)
        {
            if (at is not JumpScope jump)
                continue;
            var named = label.Exists && jump.Labels.Any(l => l.TextIs(label.Bytes));
            var plain = !label.Exists && jump.TakesPlainBreak && (isBreak || jump.ContinueTarget >= 0);
            if (!named && !plain)
                continue;
            Jump(new(isBreak ? CompletionKind.Break : CompletionKind.Continue, jump.Statement));
            return;
        }

        // A jump to nowhere is a syntax error: the path ends here.
        frontier = [];
    }

    private void Labeled(SyntaxNode statement, ImmutableArray<SyntaxNode> labels)
    {
        var named = Named(labels).Add(statement.FirstChild);
        var body = statement.ChildAt(1);
        if (body.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement or SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement or SyntaxKind.LabeledStatement)
        {
            Statement(body, named);
            return;
        }

        if (frontier.Count == 0)
            return;
        var after = AddPoint(FlowOp.Join, statement);
        var outer = scope;
        scope = new JumpScope(scope, statement.Index, named, false, after, -1);
        Statement(body);
        Connect(frontier, after);
        frontier = [new(after, EdgeKind.Next)];
        scope = outer;
    }

    private void Switch(SyntaxNode statement)
    {
        Expression(statement.FirstChild);
        if (frontier.Count == 0)
            return;
        var after = AddPoint(FlowOp.Join, statement);
        var outer = scope;
        scope = new JumpScope(scope, statement.Index, [], true, after, -1);

        // All tests come first, in order; then the clauses, each falling through into the next.
        var clauses = statement.Children.ToArray().Where(child => child.Kind is SyntaxKind.CaseClause or SyntaxKind.DefaultClause).ToArray();
        var entries = new List<LooseEnd>[clauses.Length];
        for (var i = 0; i < clauses.Length; i++)
        {
            if (clauses[i].Is(SyntaxKind.DefaultClause))
                continue;
            Expression(clauses[i].FirstChild);
            var branch = Add(FlowOp.Branch, clauses[i]);
            entries[i] = [new(branch, EdgeKind.True)];
            frontier = [new(branch, EdgeKind.False)];
        }

        var noMatch = frontier;
        frontier = [];
        var hasDefault = false;
        for (var i = 0; i < clauses.Length; i++)
        {
            var isDefault = clauses[i].Is(SyntaxKind.DefaultClause);
            hasDefault |= isDefault;
            frontier.AddRange(isDefault ? noMatch : entries[i]);
            var first = true;
            foreach (var child in clauses[i].Children)
            {
                if (first && !isDefault)
                {
                    first = false;
                    continue;
                }

                Statement(child);
            }
        }

        if (!hasDefault)
            frontier.AddRange(noMatch);
        LeaveCleanups(FindJumpScope(statement));
        Connect(frontier, after);
        frontier = [new(after, EdgeKind.Next)];
        scope = outer;
    }

    private JumpScope? FindJumpScope(SyntaxNode statement)
    {
        var at = scope;
        while (at is not null && !(at is JumpScope jump && jump.Statement == statement.Index))
            at = at.Outer;
        return (JumpScope?)at;
    }

    private void Try(SyntaxNode statement)
    {
        var outer = scope;
        var handler = statement.Child(SyntaxKind.CatchClause);
        var last = statement.Child(SyntaxKind.FinallyClause);
        if (frontier.Count == 0)
            return;

        if (last.Exists)
            scope = new CleanupScope(scope, last);
        var protectedScope = scope;

        var caught = -1;
        if (handler.Exists)
        {
            caught = AddPoint(FlowOp.Catch, handler);
            scope = new CatchScope(scope, caught);
        }

        Statement(statement.FirstChild);
        scope = protectedScope;

        if (handler.Exists)
        {
            var ends = frontier;
            frontier = [new(caught, EdgeKind.Next)];
            if (handler.Child(SyntaxKind.VariableDeclaration) is { Exists: true } parameter)
                Binding(parameter.FirstChild);
            Statement(handler.Child(SyntaxKind.Block));
            frontier = [.. ends, .. frontier];
        }

        scope = outer;
        if (last.Exists && frontier.Count > 0)
            Statement(last.FirstChild);
    }

    private static ImmutableArray<SyntaxNode> Named(ImmutableArray<SyntaxNode> labels) => labels.IsDefault ? [] : labels;

    private static SyntaxNode LastChild(SyntaxNode node)
    {
        SyntaxNode last = default;
        foreach (var child in node.Children)
            last = child;
        return last;
    }
}
