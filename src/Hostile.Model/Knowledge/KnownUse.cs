using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Knowledge;

/// <summary>
/// A use of a value of unknown origin that only one library's values have: <c>@wherever Model by findByPk findOrCreate</c>. A type of unknown origin is told by what is done with a parameter or field of it.
/// </summary>
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
            if (!Links.IsEmpty && NameOfType(reference) is { Exists: true } declared && IsLinked(import.Module.NameOf(declared), import.Module))
                return true;
        }

        return false;
    }

    /// <summary>The name of the parameter or property of which a name is the type: <c>db</c> of <c>private db: Db</c>.</summary>
    private static SyntaxNode NameOfType(SyntaxNode reference) =>
        reference.Parent is { Kind: SyntaxKind.TypeReference, Parent: { Kind: SyntaxKind.TypeAnnotation, Parent: { Kind: SyntaxKind.Parameter or SyntaxKind.PropertyDeclaration } declaration } } ? declaration.FirstAfterModifiers() : default;

    /// <summary>Whether the file calls <c>db('account').where</c> or <c>this.db(TABLE).where</c> of a name.</summary>
    private bool IsLinked(Name name, Module module)
    {
        if (!name.Exists || !IsNamedIn(module))
            return false;
        foreach (var call in module.Tree.NodesOf(KindSet.Calls))
        {
            if (call.Child(SyntaxKind.ArgumentList).FirstChild is not { Exists: true } table || !IsNameOfTable(table))
                continue;
            var callee = call.FirstChild;
            if (callee.Is(SyntaxKind.PropertyAccessExpression) && callee.FirstChild.Is(SyntaxKind.ThisKeyword))
                callee = callee.ChildAt(1);
            if (callee.Is(SyntaxKind.Identifier) && module.NameOf(callee) == name && IsCalled(call, Links, module))
                return true;
        }

        return false;
    }

    /// <summary>A text, or a constant as one writes it: <c>TABLE</c>.</summary>
    private static bool IsNameOfTable(SyntaxNode argument) =>
        argument.Is(SyntaxKind.StringLiteral) || (argument.Is(SyntaxKind.Identifier) && argument.Text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_'));

    /// <summary>Whether a file names one of the methods at all.</summary>
    public bool IsNamedIn(Module module) => Members.Any(module.Spells) || Links.Any(module.Spells);

    private static bool IsCalled(SyntaxNode target, ImmutableArray<Name> methods, Module module) =>
        target.Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.FirstChild == target && access.Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == access
        && methods.Contains(module.NameOf(access.ChildAt(1)));

    private static bool IsCapital(Name name) => name.Bytes is [>= (byte)'A' and <= (byte)'Z', ..];
}
