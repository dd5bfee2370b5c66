using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What the lists and sets in which promises are gathered are ever given, where the program shows all of it.</summary>
internal sealed class GatheredPromises(ProjectModel project)
{
    /// <summary>All that the places of a local array are ever given, <c>results[i] = run();</c>, where nothing else fills it; default when something may.</summary>
    public ImmutableArray<SyntaxNode> PutInto(SyntaxNode array)
    {
        var symbol = array.Is(SyntaxKind.Identifier) ? project.Bindings.SymbolOf(array) : default;
        if (!symbol.Exists || symbol.IsModuleLevel || !symbol.Writes.IsEmpty || !symbol.Declaration.Is(SyntaxKind.VariableDeclaration) || project.Types.ThenableOf(project.Types.TypeOf(symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild).Element()) is Thenable.Promise)
            return default;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var reference in symbol.References)
        {
            var access = reference.Wrapped().Parent;
            if (!access.Is(SyntaxKind.ElementAccessExpression) || access.FirstChild.Unwrapped() != reference)
                return default;
            if (AssignedValue.OrKept(access) is { Exists: true } value)
                found.Add(value);
        }

        return found.Count > 0 ? found.ToImmutable() : default;
    }

    /// <summary>All that a local array is ever given, where it is written out and then only pushed to: <c>const work = []; work.push(save(x).catch(report));</c>; default when something else happens to it.</summary>
    public ImmutableArray<SyntaxNode> PushedInto(SyntaxNode array)
    {
        var symbol = project.Bindings.SymbolOf(array);
        if (!symbol.Exists || symbol.IsModuleLevel || !symbol.Writes.IsEmpty || symbol.Declaration is not { Kind: SyntaxKind.VariableDeclaration } declaration
            || declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.ArrayLiteralExpression } literal)
            return default;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        found.AddRange(literal.Children.ToArray());
        foreach (var reference in symbol.References)
        {
            var access = reference.Wrapped().Parent;
            if (access.Is(SyntaxKind.PropertyAccessExpression) && access.ChildAt(1).TextIs("length"u8))
                continue;
            if (access.Is(SyntaxKind.PropertyAccessExpression) && access.ChildAt(1).TextIs("push"u8) && access.Parent.Is(SyntaxKind.CallExpression) && access.Parent.FirstChild == access)
            {
                found.AddRange(access.Parent.Child(SyntaxKind.ArgumentList).Children.ToArray());
                continue;
            }

            if (!access.Is(SyntaxKind.ArgumentList) || !(project.PromiseOperationOf(access.Parent) is PromiseOperation.Combine or PromiseOperation.AllSettled || IsOnlyAwaited(access.Parent, reference)))
                return default;
        }

        return found.ToImmutable();
    }

    /// <summary>All that a private field's array is ever given: <c>this.running.push(run().catch(report))</c>; default when something else happens to it.</summary>
    public ImmutableArray<SyntaxNode> PushedIntoField(SyntaxNode field)
    {
        var body = field.Ancestor(SyntaxKind.ClassBody);
        if (!field.FirstChild.Is(SyntaxKind.ThisKeyword) || !body.Exists || !IsPrivate(body, field.ChildAt(1)))
            return default;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var node in body.DescendantsAndSelf)
        {
            var given = default(SyntaxNode);
            if (node.Is(SyntaxKind.PropertyDeclaration) && node.FirstAfterModifiers().TextIs(field.ChildAt(1).Bytes))
                given = node.Child(SyntaxKind.Initializer).FirstChild;
            else if (node.Is(SyntaxKind.PropertyAccessExpression) && node.TextIs(field.Bytes))
                given = AssignedValue.OrKept(node);
            else
                continue;
            if (given.Exists)
            {
                if (!IsNewAndEmpty(given))
                    return default;
                continue;
            }

            if (node.Is(SyntaxKind.PropertyAccessExpression) && !OnlyAdds(node, found))
                return default;
        }

        return found.ToImmutable();
    }

    /// <summary>All that the collection in a member of a type that the file keeps to itself is ever given, <c>scope.tasks.add(work.catch(report))</c>; default when something else happens to it.</summary>
    public ImmutableArray<SyntaxNode> AddedToMember(SyntaxNode collection)
    {
        if (project.Types.SymbolOf(collection) is not { Exists: true, Declaration: { Kind: SyntaxKind.PropertySignature, Parent.Parent: { Kind: SyntaxKind.TypeAliasDeclaration or SyntaxKind.InterfaceDeclaration } type } } member
            || type.Tree != collection.Tree || member.Module.SymbolOfDeclaration(type) is not { Exists: true } declared || declared.Is(SymbolFlags.Exported))
            return default;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var name in project.Mentions.Named(member.Name))
        {
            Workers.Step();
            var isKept = name.Tree != type.Tree || name.Parent.Kind switch
            {
                SyntaxKind.PropertySignature => true,
                SyntaxKind.PropertyAssignment => IsNewAndEmpty(new PropertyAssignment(name.Parent).Value),
                SyntaxKind.PropertyAccessExpression => name.Parent.ChildAt(1) == name && OnlyAdds(name.Parent, found),
                _ => false,
            };
            if (!isKept)
                return default;
        }

        return found.Count > 0 ? found.ToImmutable() : default;
    }

    /// <summary><c>[]</c>, <c>new Set()</c></summary>
    private static bool IsNewAndEmpty(SyntaxNode value) => value.Unwrapped() switch
    {
        { Kind: SyntaxKind.ArrayLiteralExpression } literal => !literal.FirstChild.Exists,
        { Kind: SyntaxKind.NewExpression } made => made.FirstChild.TextIs("Set"u8) && !made.Child(SyntaxKind.ArgumentList).FirstChild.Exists,
        _ => false,
    };

    /// <summary>Whether what is done with a collection adds to it, and to what is found, or takes away, looks, or waits for all of it.</summary>
    private bool OnlyAdds(SyntaxNode collection, ImmutableArray<SyntaxNode>.Builder found)
    {
        var access = collection.Wrapped().Parent;
        if (access.Is(SyntaxKind.SpreadElement))
            return true;
        if (access.Is(SyntaxKind.ArgumentList))
            return project.PromiseOperationOf(access.Parent) is PromiseOperation.Combine or PromiseOperation.AllSettled;
        var arguments = access.Is(SyntaxKind.PropertyAccessExpression) && access.Parent.Is(SyntaxKind.CallExpression) && access.Parent.FirstChild == access ? access.Parent.Child(SyntaxKind.ArgumentList) : default;
        switch (access.Is(SyntaxKind.PropertyAccessExpression) ? access.ChildAt(1).Text : "")
        {
            case "length" or "size":
            case "indexOf" or "includes" or "has" or "delete" or "clear" when arguments.Exists:
            case "splice" when arguments.Exists && !arguments.ChildAt(2).Exists:
                return true;
            case "push" or "add" when arguments.Exists:
                found.AddRange(arguments.Children.ToArray());
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether a class declares a field that nobody else sees: <c>private running</c>, <c>#running</c>.</summary>
    public static bool IsPrivate(SyntaxNode body, SyntaxNode name)
    {
        foreach (var member in body.Children)
        {
            if (member.Is(SyntaxKind.PropertyDeclaration) && member.FirstAfterModifiers().TextIs(name.Bytes))
                return member.Has(NodeFlags.Private) || name.Bytes is [(byte)'#', ..];
        }

        return false;
    }

    /// <summary>Whether a function of the program does nothing with an argument but wait for all of it.</summary>
    private bool IsOnlyAwaited(SyntaxNode call, SyntaxNode argument)
    {
        if (project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [var called] } || FunctionLike.From(called) is not { } shape || project.Bindings.ModuleOf(called.Tree) is not { } module)
            return false;
        var place = 0;
        for (var before = call.Child(SyntaxKind.ArgumentList).FirstChild; before != argument.Wrapped(); before = before.NextSibling)
            place++;
        return shape.Parameters[place] is { Exists: true } parameter && module.LocalSymbolOf(new Parameter(parameter).Name) is { Exists: true } symbol && symbol.Writes.IsEmpty
            && symbol.References.All(reference => reference.Wrapped().Parent is { Kind: SyntaxKind.ArgumentList } list && project.PromiseOperationOf(list.Parent) is PromiseOperation.Combine or PromiseOperation.AllSettled);
    }
}
