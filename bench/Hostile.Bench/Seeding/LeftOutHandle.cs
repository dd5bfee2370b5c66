using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>A transaction's handle that is taken from a call.</summary>
/// <param name="Callee">The last name of what is called.</param>
/// <param name="Place">Which argument it is, or is a member of.</param>
/// <param name="Member">The member of an object that it is; empty when it is the argument itself.</param>
internal sealed record LeftOutHandle(string Callee, int Place, string Member)
{
    /// <summary>The function that takes the handle as a parameter that may be left out; empty where the transaction begins around the call, or the handle must be given.</summary>
    public string Within { get; init; } = "";

    /// <summary>The file of the call where it calls a function by its name alone: one that is declared there is meant; null for a method.</summary>
    public SyntaxTree? From { get; init; }

    /// <summary><c>book(id, tx)</c></summary>
    public static LeftOutHandle Of(SyntaxNode call, int place) => new(NameOf(call), place, "") { From = FileOf(call) };

    /// <summary><c>book({ id, tx })</c></summary>
    public static LeftOutHandle Of(SyntaxNode call, string member)
    {
        var place = 0;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Is(SyntaxKind.ObjectLiteralExpression) && argument.Children.ToArray().Any(property => property.FirstChild.Text == member))
                break;
            place++;
        }

        return new(NameOf(call), place, member) { From = FileOf(call) };
    }

    private static SyntaxTree? FileOf(SyntaxNode call) => PropertyAccess.From(call.FirstChild) is null || call.FirstChild.FirstChild.Is(SyntaxKind.ThisKeyword) ? call.Tree : null;

    private static string NameOf(SyntaxNode call) => PropertyAccess.From(call.FirstChild) is { } access ? access.Name.Text : call.FirstChild.Text;
}
