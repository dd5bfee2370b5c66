using System.Text;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>
/// What the branches of a function test, so that a path does not take <c>if (client)</c> one way and a later <c>if (client)</c> the other.
/// Tests are told apart by their text; a test that calls something can change its mind and is not tracked.
/// </summary>
public sealed class PathConditions
{
    /// <summary>As many tests as fit the two words of a <see cref="Facts"/>.</summary>
    private const int Limit = 64;

    /// <summary>How many different tests are looked at: each is held against every write.</summary>
    private const int MostKeys = 512;

    /// <summary>What a point tests, and what that says of the variables that were set to the same test before.</summary>
    private readonly Dictionary<int, List<Test>> tests = [];
    private readonly Dictionary<int, List<Assignment>> assignments = [];

    private PathConditions()
    {
    }

    /// <param name="graph">The function.</param>
    /// <param name="symbolOf">The variable that an identifier names.</param>
    /// <param name="isTruthy">Whether an expression's value is surely true or surely false, beyond what its syntax says; null when unknown.</param>
    public static PathConditions Of(FlowGraph graph, Func<SyntaxNode, Symbol> symbolOf, Func<SyntaxNode, bool?>? isTruthy = null)
    {
        var conditions = new PathConditions();
        var keys = new Dictionary<string, Key>();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is { Op: FlowOp.Branch or FlowOp.BranchPresent } branch && Atom(branch.Node) is var (atom, inverted) && IsStable(atom, symbolOf))
            {
                var text = atom.Text;
                if (!keys.TryGetValue(text, out var key))
                    keys.Add(text, key = new(text, atom, []));
                key.Tests.Add((point, inverted));
            }
        }

        // "const isMine = !client; if (!client) client = await pool.connect(); … if (isMine) client.release();"
        var copies = new Dictionary<Key, Copy>();
        foreach (var key in keys.Values)
        {
            if (CopyIn(key, keys, symbolOf) is { } copy)
                copies.Add(key, copy);
        }

        var tracked = new Dictionary<Key, (int Number, List<WriteAt> Writes)>();
        // A test made once, of something that is never set to a constant, decides nothing twice.
        var writes = Writes(graph, symbolOf, isTruthy);
        var number = 0;
        foreach (var key in keys.Values.OrderBy(key => key.Tests[0].Point).Take(MostKeys))
        {
            if (number == Limit)
                break;
            Workers.Step(writes.Count);
            var touching = writes.Where(write => write.Touches(key, symbolOf)).ToList();
            var isDecided = touching.Any(write => write.Sets(key) is not null);
            var isRepeated = key.Tests.Select(test => graph.Points[test.Point].Node.Index).Distinct().Skip(1).Any();
            if (!isDecided && !isRepeated && !copies.ContainsKey(key))
                continue;
            tracked.Add(key, (number, touching));
            foreach (var (point, inverted) in key.Tests)
                conditions.tests.Add(point, [new(number, inverted)]);
            foreach (var write in touching)
            {
                if (!conditions.assignments.TryGetValue(write.Point, out var list))
                    conditions.assignments.Add(write.Point, list = []);
                list.Add(new(number, write.Sets(key)));
            }

            number++;
        }

        foreach (var (key, copy) in copies)
        {
            if (!tracked.TryGetValue(key, out var own) || !tracked.TryGetValue(copy.Of, out var of))
                continue;
            if (copy.IsKept)
                conditions.Imply(own.Number, copy.Of, copy, graph, of.Writes);
            // "let own = trx; if (!own) own = await begin(); … if (!trx) await own.commit()": what was tested was still the copy.
            conditions.Imply(of.Number, key, copy, graph, [.. own.Writes, .. of.Writes]);
        }

        return conditions;
    }

    /// <summary>A test of what a variable was set to says what the variable is, and the other way round, as long as nothing was written in between.</summary>
    private void Imply(int implied, Key tested, Copy copy, FlowGraph graph, List<WriteAt> writes)
    {
        foreach (var (point, inverted) in tested.Tests)
        {
            var test = graph.Points[point].Node;
            var loop = FunctionShape.LoopAround(test);
            if (test.Span.Start < copy.End || (loop.Exists && !loop.Span.Contains(copy.Declaration.Span)) || writes.Exists(write => write.Target.Span.Start >= copy.End && write.Target.Span.Start < test.Span.Start))
                continue;
            tests[point].Add(new(implied, copy.Inverted != inverted));
        }
    }

    /// <summary>The test whose outcome a variable holds from the first, until it is written: <c>!client</c>, <c>client ? false : true</c>, <c>client === undefined</c>, <c>client</c> itself. Null when it holds something else.</summary>
    private static Copy? CopyIn(Key key, Dictionary<string, Key> keys, Func<SyntaxNode, Symbol> symbolOf)
    {
        if (!key.Atom.Is(SyntaxKind.Identifier) || symbolOf(key.Atom) is not { Exists: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } variable || declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Exists: true } value)
            return null;
        var inverted = false;
        while (true)
        {
            if (value.Is(SyntaxKind.PrefixUnaryExpression) && value.Operator is TokenKind.Exclamation)
                (value, inverted) = (value.FirstChild.Unwrapped(), !inverted);
            else if (value.Is(SyntaxKind.ConditionalExpression) && value.ChildAt(1).Unwrapped() is { Kind: SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword } then && value.ChildAt(2).Unwrapped() is { Kind: SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword } otherwise && then.Kind != otherwise.Kind)
                (value, inverted) = (value.FirstChild.Unwrapped(), inverted != then.Is(SyntaxKind.FalseKeyword));
            else
                break;
        }

        var (atom, isNegated) = Atom(value);
        return keys.TryGetValue(atom.Text, out var of) && of != key && IsStable(atom, symbolOf) ? new(of, declaration, inverted != isNegated, variable.IsAssignedOnce) : null;
    }

    /// <summary>What is known after leaving a point by an edge, or null when what was known rules the edge out.</summary>
    public Facts? After(int point, FlowEdge edge, Facts before)
    {
        if (edge.Kind is EdgeKind.True or EdgeKind.False && tests.TryGetValue(point, out var said))
        {
            foreach (var test in said)
            {
                var value = (edge.Kind is EdgeKind.True) != test.Inverted;
                if (before.Of(test.Key) == !value)
                    return null;
                before = before.With(test.Key, value);
            }

            return before;
        }

        if (edge.Kind is EdgeKind.Throws || !assignments.TryGetValue(point, out var list))
            return before;
        foreach (var assignment in list)
            before = before.With(assignment.Key, assignment.Value);
        return before;
    }

    /// <summary>Takes <c>x === null</c>, <c>x !== undefined</c>, <c>x === true</c> and the like for a test of <c>x</c>.</summary>
    internal static (SyntaxNode Atom, bool Inverted) Atom(SyntaxNode node)
    {
        node = node.Unwrapped();
        if (!node.Is(SyntaxKind.BinaryExpression) || node.Operator is not (TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals))
            return (node, false);
        var right = node.ChildAt(1).Unwrapped();
        var negated = node.Operator is TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals;
        if (right.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword || right.TextIs("undefined"u8))
            return (node.FirstChild.Unwrapped(), !negated);
        return right.Is(SyntaxKind.TrueKeyword) ? (node.FirstChild.Unwrapped(), negated) : (node, false);
    }

    /// <summary>Reports whether testing the node twice gives the same answer twice, unless it is written in between.</summary>
    private static bool IsStable(SyntaxNode atom, Func<SyntaxNode, Symbol> symbolOf)
    {
        foreach (var node in atom.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.AwaitExpression or SyntaxKind.YieldExpression or SyntaxKind.TaggedTemplateExpression
                || (node.Kind is SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression && node.Operator is TokenKind.PlusPlus or TokenKind.MinusMinus)
                || (node.Is(SyntaxKind.BinaryExpression) && node.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals))
            {
                return false;
            }

            // Another function may set it while this one waits.
            if (node.Is(SyntaxKind.Identifier) && symbolOf(node).Is(SymbolFlags.WrittenInClosure))
                return false;
        }

        return true;
    }

    private static List<WriteAt> Writes(FlowGraph graph, Func<SyntaxNode, Symbol> symbolOf, Func<SyntaxNode, bool?>? isTruthy)
    {
        var writes = new List<WriteAt>();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Write } write)
                continue;
            var value = AssignedValue.Of(write.Node);
            bool? truth = value.Exists ? isTruthy?.Invoke(value) ?? Truth(value) : null;
            if (!value.Exists && write.Node.Parent.Is(SyntaxKind.VariableDeclaration) && !write.Node.Parent.Parent.Parent.Is(SyntaxKind.ForOfStatement) && !write.Node.Parent.Parent.Is(SyntaxKind.CatchClause))
                truth = false;
            writes.Add(new(point, write.Node, symbolOf(write.Node), truth));
        }

        return writes;
    }

    private static bool? Truth(SyntaxNode value)
    {
        value = value.Unwrapped();
        return value.Kind switch
        {
            SyntaxKind.TrueKeyword or SyntaxKind.NewExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.ArrayLiteralExpression
                or SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.ClassExpression or SyntaxKind.RegularExpressionLiteral => true,
            SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword => false,
            SyntaxKind.Identifier when value.TextIs("undefined"u8) => false,
            SyntaxKind.NumericLiteral => !value.TextIs("0"u8),
            SyntaxKind.StringLiteral => value.Span.Length > 2,
            _ => null,
        };
    }

    /// <summary>A variable that holds the outcome of a test, or its opposite; to its end, or until it is written.</summary>
    private sealed record Copy(Key Of, SyntaxNode Declaration, bool Inverted, bool IsKept)
    {
        public int End => Declaration.Span.End;
    }

    private readonly record struct Test(int Key, bool Inverted);

    private readonly record struct Assignment(int Key, bool? Value);

    private sealed record Key(string Text, SyntaxNode Atom, List<(int Point, bool Inverted)> Tests);

    private sealed record WriteAt(int Point, SyntaxNode Target, Symbol Symbol, bool? Truth)
    {
        public bool Touches(Key key, Func<SyntaxNode, Symbol> symbolOf)
        {
            if (!Symbol.Exists)
                return key.Text.Contains(Target.Text, StringComparison.Ordinal);
            foreach (var node in key.Atom.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.Identifier) && node.TextIs(Target.Bytes) && symbolOf(node) == Symbol)
                    return true;
            }

            return false;
        }

        /// <summary>The value that the write gives the tested expression, when it is the very thing tested.</summary>
        public bool? Sets(Key key) => key.Text.Length == Encoding.UTF8.GetCharCount(Target.Bytes) ? Truth : null;
    }
}

/// <summary>Which tests are known to be true or false on a path.</summary>
public readonly record struct Facts(ulong Known, ulong True)
{
    /// <summary>The test's value, or null when it may be either.</summary>
    public bool? Of(int test) => (Known >> test & 1) == 0 ? null : (True >> test & 1) != 0;

    /// <summary>The same facts but for this one.</summary>
    public Facts With(int test, bool? value)
    {
        var bit = 1UL << test;
        return value switch
        {
            true => new(Known | bit, True | bit),
            false => new(Known | bit, True & ~bit),
            null => new(Known & ~bit, True & ~bit),
        };
    }
}
