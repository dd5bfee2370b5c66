using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>A use of a value of unknown origin that only one library's values have: <c>@wherever Model by findByPk findOrCreate</c>.</summary>
/// <param name="Export">What the library's first module exports it as.</param>
/// <param name="Members">The methods of which one must be called on it.</param>
/// <param name="Links">The methods of which one must be called on what it gives for a text: <c>().where</c> of <c>db('account').where(…)</c>.</param>
/// <param name="Beside">The module that the file must import, too; none: the methods alone tell.</param>
internal sealed record KnownUse(Name Export, ImmutableArray<Name> Members, ImmutableArray<Name> Links, Name Beside)
{
    /// <summary>Reads the words after the tag.</summary>
    public static KnownUse Of(string[] words)
    {
        var beside = Array.IndexOf(words, "beside");
        var methods = words[2..(beside < 0 ? words.Length : beside)].ToLookup(word => word.StartsWith("().", StringComparison.Ordinal));
        return new(Name.Of(words[0]), [.. methods[false].Select(Name.Of)], [.. methods[true].Select(word => Name.Of(word[3..]))], beside < 0 ? default : Name.Of(words[beside + 1]));
    }

    /// <summary>Whether a file calls one of the methods on what it imports. A class is written with a capital, a value is not.</summary>
    public bool Fits(Symbol import)
    {
        if (IsCapital(import.Name) != IsCapital(Export))
            return false;
        foreach (var reference in import.References)
        {
            if (IsCalled(reference, Members, import.Module))
                return true;
            if (!Links.IsEmpty && reference.Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == reference && call.Child(SyntaxKind.ArgumentList).FirstChild.Is(SyntaxKind.StringLiteral) && IsCalled(call, Links, import.Module))
                return true;
        }

        return false;
    }

    /// <summary>Whether a file names one of the methods at all.</summary>
    public bool IsNamedIn(Module module) => Members.Concat(Links).Any(name => module.Tree.Text.Span.IndexOf(name.Bytes) >= 0);

    private static bool IsCalled(SyntaxNode target, ImmutableArray<Name> methods, Module module) =>
        target.Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.FirstChild == target && access.Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == access
        && methods.Contains(module.NameOf(access.ChildAt(1)));

    private static bool IsCapital(Name name) => name.Bytes is [>= (byte)'A' and <= (byte)'Z', ..];
}
