using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

/// <summary>What a call, <c>new</c> or tagged template calls.</summary>
public abstract record Callee
{
    private Callee()
    {
    }

    /// <summary>Functions of the program; several when the callee is one of several.</summary>
    /// <param name="Functions">The functions with a body; for <c>new</c> the constructor, or the class that has none of its own.</param>
    public sealed record InProgram(ImmutableArray<SyntaxNode> Functions) : Callee
    {
        /// <summary>Signatures of the program whose body is not known: interface methods, abstract methods, parameters of a function type.</summary>
        public ImmutableArray<SyntaxNode> Signatures { get; init; } = [];
    }

    /// <summary>Something that a knowledge file declares.</summary>
    /// <param name="Member">The function, method, class (for <c>new</c>) or property.</param>
    /// <param name="Signature">The overload that fits the arguments: what carries the effects.</param>
    public sealed record Library(Symbol Member, SyntaxNode Signature) : Callee;

    /// <summary>Nothing we know.</summary>
    public sealed record Unknown : Callee
    {
        internal static readonly Unknown Instance = new();
    }
}
