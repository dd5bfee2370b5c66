using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Follows a failure that a <c>catch</c> turns into a value, <c>return Err(error);</c>, to whoever asks what was answered and throws or answers it again:
/// <c>const saved = await save(tx); if (saved.isErr()) throw saved.error;</c>
/// </summary>
internal static class Answered
{
    private static readonly KindSet ReturnStatements = KindSet.Of(SyntaxKind.ReturnStatement);

    /// <summary>Where the failure leaves the function that made the first of the calls; none when somebody on the way does not look.</summary>
    /// <param name="calls">The calls that lead to the function of the <c>catch</c>, and perhaps further, outermost first.</param>
    public static SyntaxNode HeardAt(ProjectModel project, ImmutableArray<SyntaxNode> calls, SyntaxNode handler) => HeardAt(project, calls, handler, []);

    /// <param name="refusals">Is told behind which of the calls, by their number, the failure ends the function that made it.</param>
    public static SyntaxNode HeardAt(ProjectModel project, ImmutableArray<SyntaxNode> calls, SyntaxNode handler, Dictionary<int, SyntaxNode> refusals)
    {
        if (!handler.Is(SyntaxKind.CatchClause) || AnswerOf(handler.Child(SyntaxKind.Block)) is not { Exists: true } answer)
            return default;
        var (isBare, heard) = (answer.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword, answer);
        var function = FunctionShape.Enclosing(handler);
        for (var i = calls.Length - 1; i >= 0; i--)
        {
            // The calls below the "catch" are those that it is around.
            if (!IsCalledBy(project, calls[i], function))
                continue;
            var call = calls[i];
            var holder = call.Wrapped();
            while (holder.Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ParenthesizedExpression)
                holder = holder.Parent;
            if (!holder.Parent.Is(SyntaxKind.ReturnStatement) && !holder.Parent.Is(SyntaxKind.ArrowFunction))
            {
                var refusal = holder.Parent.Is(SyntaxKind.Initializer) ? Refusal(project, holder.Parent.Parent, isBare) : default;
                if (!refusal.Exists)
                    return default;
                refusals[i] = refusal;
                // "if (saved.isErr()) { logger.error(saved.error); return; }": it ends there, and nobody further out hears of it.
                if (refusal.Is(SyntaxKind.ReturnStatement) && !refusal.FirstChild.Exists)
                    return default;
                // "if (error) { if (error === Taken) return Refused.Taken; throw new Error(error); }" answers a part of them again.
                if (refusal.Is(SyntaxKind.ThrowStatement) && AnswersBefore(refusal).Count == 0)
                    return refusal;
                (isBare, heard) = (false, refusal);
            }

            function = FunctionShape.Enclosing(call);
        }

        // A lone null, out of the transaction itself, may mean anything.
        return isBare ? default : heard;
    }

    /// <summary>Whether the caller of the function with the <c>catch</c> asks what it answers, and writes the failure down: <c>if (saved.isErr()) logger.error(saved.error)</c>.</summary>
    public static bool IsNoted(ProjectModel project, ImmutableArray<SyntaxNode> calls, SyntaxNode handler)
    {
        if (!handler.Is(SyntaxKind.CatchClause) || !AnswerOf(handler.Child(SyntaxKind.Block)).Exists || calls.LastOrDefault(call => IsCalledBy(project, call, FunctionShape.Enclosing(handler))) is not { Exists: true } asking)
            return false;
        var holder = asking.Wrapped();
        while (holder.Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ParenthesizedExpression)
            holder = holder.Parent;
        if (!holder.Parent.Is(SyntaxKind.Initializer) || holder.Parent.Parent is not { Kind: SyntaxKind.VariableDeclaration } declaration || declaration.Ancestor(SyntaxKind.VariableStatement) is not { Exists: true } statement)
            return false;
        for (var next = statement.NextSibling; next.Exists; next = next.NextSibling)
        {
            Workers.Step();
            if (next.Is(SyntaxKind.IfStatement) && Asks(project, next.FirstChild, declaration))
            {
                foreach (var inner in next.ChildAt(1).DescendantsAndSelf)
                {
                    if (inner.Is(SyntaxKind.CallExpression) && CallName.Of(inner) is { Exists: true } name && name.Text is "error" or "warn" or "fatal" or "captureException")
                        return true;
                }

                return false;
            }
        }

        return false;
    }

    private static bool IsCalledBy(ProjectModel project, SyntaxNode call, SyntaxNode function) =>
        project.Types.CalleeOf(call) is Callee.InProgram program && (program.Functions.Contains(function) || program.Signatures.Any(signature => project.Implementations.Of(signature).Contains(function)));

    /// <summary>What a <c>catch</c> answers in the end, or before it throws what it does not know: not nothing, and not an empty list, which would be a good answer, too.</summary>
    private static SyntaxNode AnswerOf(SyntaxNode block)
    {
        SyntaxNode last = default;
        foreach (var statement in block.Children)
            last = statement;
        if (last.Is(SyntaxKind.ThrowStatement))
            return AnswersBefore(last) is [var first, ..] answers && answers.TrueForAll(IsAnswer) ? first : default;
        return last.Is(SyntaxKind.ReturnStatement) && IsAnswer(last.FirstChild.Unwrapped()) ? last.FirstChild.Unwrapped() : default;
    }

    /// <summary>What the block answers on other ways than the one on which it throws in the end, by position.</summary>
    private static List<SyntaxNode> AnswersBefore(SyntaxNode thrown)
    {
        var block = thrown.Parent;
        return block.Is(SyntaxKind.Block) ? [.. FunctionShape.OwnNodes(FunctionShape.Enclosing(thrown), ReturnStatements).Where(returned => block.Span.Contains(returned.Span)).Select(returned => returned.FirstChild.Unwrapped())] : [];
    }

    private static bool IsAnswer(SyntaxNode value) => value.Exists && !value.TextIs("undefined"u8)
        && value.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword or SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression;

    /// <summary>Behind <c>const saved = …</c> the <c>throw</c> or <c>return</c> of an <c>if</c> that asks what it is.</summary>
    private static SyntaxNode Refusal(ProjectModel project, SyntaxNode declaration, bool isBare)
    {
        if (!declaration.Is(SyntaxKind.VariableDeclaration) || declaration.Ancestor(SyntaxKind.VariableStatement) is not { Exists: true } statement)
            return default;
        for (var next = statement.NextSibling; next.Exists; next = next.NextSibling)
        {
            Workers.Step();
            // "const saved = await save(tx); return saved.result;"
            if (next.Is(SyntaxKind.ReturnStatement))
                return !isBare && next.FirstChild.Exists && next.FirstChild.Unwrapped().Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && Asks(project, next.FirstChild, declaration) ? next : default;
            if (!next.Is(SyntaxKind.IfStatement) || !Asks(project, next.FirstChild, declaration))
                continue;
            var last = next.ChildAt(1);
            if (last.Is(SyntaxKind.Block))
            {
                SyntaxNode ending = default;
                foreach (var inner in last.Children)
                    ending = inner;
                last = ending;
            }

            return last.Is(SyntaxKind.ThrowStatement) || (last.Is(SyntaxKind.ReturnStatement) && !last.FirstChild.Exists) || (!isBare && last.Is(SyntaxKind.ReturnStatement) && IsAnswer(last.FirstChild.Unwrapped()) && last.FirstChild.Unwrapped().Kind is not (SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword)) ? last : default;
        }

        return default;
    }

    private static bool Asks(ProjectModel project, SyntaxNode condition, SyntaxNode declaration)
    {
        foreach (var node in condition.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(node).Declaration is { Exists: true } declared && (declared == declaration || (declared.Is(SyntaxKind.BindingElement) && declaration.Span.Contains(declared.Span) && declared.Tree == declaration.Tree)))
                return true;
        }

        return false;
    }
}
