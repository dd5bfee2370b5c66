using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    private static readonly Name NameName = Name.Of("name"u8);

    private readonly ConcurrentDictionary<SyntaxNode, Symbol> collections = new();

    /// <summary>
    /// A member of an object that begins empty and into which its file puts values under their own names: <c>const db = {}; … db[model.name] = model;</c>. What is put there under a name that is
    /// written out, <c>db.sequelize = sequelize</c>, is that; of the others the library that the file imports tells what they are.
    /// </summary>
    private Member? FindCollected(LightType.Shape shape, Name name)
    {
        if (shape.Node is not { Kind: SyntaxKind.ObjectLiteralExpression, FirstChild.Exists: false, Parent.Kind: SyntaxKind.Initializer } || collections.GetOrAdd(shape.Node, static (literal, self) => self.CollectedIn(literal), this) is not { Exists: true } collected)
            return null;
        var holder = HolderOf(shape.Node);
        foreach (var reference in holder.References)
        {
            if (reference.Parent is { Kind: SyntaxKind.PropertyAccessExpression, Parent: { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } write } member && write.FirstChild == member && holder.Module.NameOf(member.ChildAt(1)) == name)
                return new(default, write.ChildAt(1), shape.With);
        }

        return new(collected, default, shape.With);
    }

    private Symbol HolderOf(SyntaxNode literal) => literal.Parent.Parent is { Kind: SyntaxKind.VariableDeclaration } declaration ? ModuleOf(literal).SymbolOfDeclaration(declaration) : default;

    private Symbol CollectedIn(SyntaxNode literal)
    {
        if (HolderOf(literal) is not { Exists: true, IsModuleLevel: true, IsAssignedOnce: true } holder || bindings.CollectedBy(holder.Module) is not { Exists: true } collected)
            return default;
        foreach (var reference in holder.References)
        {
            if (reference.Parent is { Kind: SyntaxKind.ElementAccessExpression, Parent: { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } write } entry && write.FirstChild == entry && IsNamedAfter(entry.ChildAt(1), write.ChildAt(1), holder.Module))
                return collected;
        }

        return default;
    }

    /// <summary>"model.name" of "model"</summary>
    private static bool IsNamedAfter(SyntaxNode key, SyntaxNode value, Module module) =>
        key.Is(SyntaxKind.PropertyAccessExpression) && value.Is(SyntaxKind.Identifier) && key.FirstChild.Is(SyntaxKind.Identifier) && module.NameOf(key.FirstChild) == module.NameOf(value) && module.NameOf(key.ChildAt(1)) == NameName;
}
