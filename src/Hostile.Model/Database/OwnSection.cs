using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>A transaction that a function asks of an object of the program, or of one out of sight, and commits itself.</summary>
/// <param name="Begin">The call: <c>store.beginTransaction()</c>.</param>
/// <param name="Function">The function.</param>
/// <param name="Handle">The variable that holds it.</param>
/// <param name="Ends">The calls in the function that commit it or roll it back.</param>
internal sealed record OwnSection(SyntaxNode Begin, FunctionModel Function, Symbol Handle, ImmutableArray<SyntaxNode> Ends)
{
    private static readonly ImmutableArray<string> Enders = ["commit", "rollback", "commitTransaction", "rollbackTransaction", "abortTransaction"];

    /// <summary>Whether one of the ends commits, rather than rolls back.</summary>
    public static bool IsCommit(SyntaxNode end) => NameOf(end).StartsWith("commit", StringComparison.Ordinal);

    /// <summary>The last name of what is called.</summary>
    public static string NameOf(SyntaxNode call) => call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee ? callee.ChildAt(1).Text : call.FirstChild.Text;

    /// <summary><c>trx.commit()</c> or <c>store.commitTransaction(trx)</c> around a mention of the handle; none where it is mentioned otherwise.</summary>
    public static SyntaxNode EndOf(SyntaxNode reference)
    {
        var around = reference.Wrapped().Parent;
        var call = around.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAccessExpression ? around.Parent : default;
        return call.Is(SyntaxKind.CallExpression) && Enders.Contains(NameOf(call)) ? call : default;
    }
}
