using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <content>Who is out of sight: what is exported, and what nobody names.</content>
internal sealed partial class Callers
{
    /// <summary>Whether others than the program may call it: it is exported, or its class or an object of it is, or the object that it is a method of.</summary>
    private bool IsExported(FunctionModel function, int depth = 0)
    {
        var declaration = Declaration(function.Node);
        if (!declaration.Exists)
            return false;
        if (declaration.Parent.Is(SyntaxKind.ObjectLiteralExpression))
            return IsOfExported(declaration.Parent, function.Module, depth);
        if (!declaration.Parent.Is(SyntaxKind.ClassBody))
            return function.Module.SymbolOfDeclaration(declaration).Is(SymbolFlags.Exported);
        if (declaration.Has(NodeFlags.Private) || declaration.FirstAfterModifiers().Is(SyntaxKind.PrivateIdentifier))
            return false;
        var type = declaration.Parent.Parent;
        if (function.Module.SymbolOfDeclaration(type).Is(SymbolFlags.Exported))
            return true;
        // "export const store = new Store()": the class need not be. But then nobody else makes another.
        if (declaration.Is(SyntaxKind.Constructor))
            return false;
        return type.Child(SyntaxKind.Identifier) is { Exists: true } name
            && project.Calls.CallsOf(function.Module.NameOf(name), function.Module).Any(made => made.Is(SyntaxKind.NewExpression) && IsOfExported(made, function.Module, depth));
    }

    /// <summary>
    /// Whether nobody can call an exported function but those that do so by its name: its package is not published, it is no default export, which frameworks look for by the file, and nothing names it or its class otherwise.
    /// </summary>
    private bool IsUnnamed(FunctionModel function)
    {
        var declaration = Declaration(function.Node);
        if (declaration.Exists && IsOfUnlisted(declaration))
            return true;
        if (!declaration.Exists || (declaration.Has(NodeFlags.Default) && !declaration.Parent.Is(SyntaxKind.ClassBody)) || project.PackageOf(function.Module) is not { IsPrivate: true } || declaration.Parent.Is(SyntaxKind.ObjectLiteralExpression) || taken.GetOrAdd(function.Module, static (module, self) => self.IsTakenWhole(module, 0), this))
            return false;
        if (!declaration.Parent.Is(SyntaxKind.ClassBody))
            return !IsNamed(NameOf(declaration, function.Module), declaration);
        var type = declaration.Parent.Parent;
        // Of a default export frameworks find by the file they know what it extends or implements.
        if ((type.Has(NodeFlags.Default) && type.Child(SyntaxKind.HeritageClause).Exists) || type.Child(SyntaxKind.Identifier) is not { Exists: true } typeName || declaration.Child(SyntaxKind.Decorator).Exists || HasOtherDecorator(type))
            return false;
        if (!IsNamed(function.Module.NameOf(typeName), type))
            return true;
        // What a library's base class or interface asks for, the library calls; what one of the program's own does is followed.
        return !declaration.Is(SyntaxKind.Constructor) && IsOfProgram(type, 0) && !(type.Child(SyntaxKind.Decorator).Exists && hooks.Value.Contains(NameOf(declaration, function.Module))) && !Overrides(type, NameOf(declaration, function.Module)) && !IsNamed(NameOf(declaration, function.Module), declaration);
    }

    /// <summary>Whether a node stands in a function of a program that nothing calls and nothing names. What frameworks look for in a file of theirs is called by one word: <c>register</c>, <c>handler</c>.</summary>
    private bool IsUncalled(SyntaxNode node) => project.FunctionAround(node) is { IsTopLevel: false } function && uncalled.GetOrAdd(function, static (asked, self) => self.FindUncalled(asked), this);

    private bool FindUncalled(FunctionModel function) =>
        Declaration(function.Node) is { Exists: true, Kind: SyntaxKind.FunctionDeclaration or SyntaxKind.VariableDeclaration } declaration && NameOf(declaration, function.Module) is { Exists: true } name && Database.Money.WordsOf(name.ToString()).Skip(1).Any() && IsUnnamed(function) && !UsesOf(function).All.Any() && !IsNamed(name, declaration);

    /// <summary>Whether a function is a method of a class that nobody makes an instance of, and that nothing names: then no call means it.</summary>
    private bool IsNeverMade(FunctionModel function)
    {
        if (Declaration(function.Node) is not { Exists: true, Parent: { Kind: SyntaxKind.ClassBody } body } || project.PackageOf(function.Module) is not { IsPrivate: true } || taken.GetOrAdd(function.Module, static (module, self) => self.IsTakenWhole(module, 0), this))
            return false;
        return body.Parent is { Kind: SyntaxKind.ClassDeclaration } type && type.Child(SyntaxKind.Identifier) is { Exists: true } name && !type.Child(SyntaxKind.Decorator).Exists && !type.Child(SyntaxKind.HeritageClause).Exists
            && function.Module.NameOf(name) is var typeName && !IsNamed(typeName, type) && !project.Calls.CallsOf(typeName).Any(made => made.Is(SyntaxKind.NewExpression))
            && !project.ModuleGraph.ImportersOf(function.Module).Any();
    }

    /// <summary>Whether a class extends one that has a method of that name: who calls that one may mean this one.</summary>
    private bool Overrides(SyntaxNode type, Name name)
    {
        foreach (var clause in type.Children)
        {
            if (clause.Is(SyntaxKind.HeritageClause) && clause.Operator is TokenKind.Extends && project.Types.MemberOf(project.Types.TypeOfHeritage(clause.FirstChild), name) is { Exists: true } inherited && inherited.MemberOf.Parent != type)
                return true;
        }

        return false;
    }

    /// <summary>The methods that a library which makes objects calls on them by their name, whether the class says that it implements the interface or not: <c>onModuleInit</c>.</summary>
    private static HashSet<Name> HooksOf(ProjectModel project)
    {
        var makers = project.Effects.SymbolsWith<Effect.Singleton>(SymbolFlags.Function).Select(symbol => symbol.Module.Tree).ToHashSet();
        return [.. project.Bindings.LibrarySymbols(SymbolFlags.Method).Where(symbol => makers.Contains(symbol.Module.Tree) && symbol.MemberOf.Parent.Is(SyntaxKind.InterfaceDeclaration)).Select(symbol => symbol.Name)];
    }

    /// <summary>Whether a class has a decorator that is not one of those by which a library only makes its objects: what others do with its methods nobody knows.</summary>
    private bool HasOtherDecorator(SyntaxNode type)
    {
        foreach (var child in type.Children)
        {
            if (child.Is(SyntaxKind.Decorator) && !project.IsOnlyMadeBy(child))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a method's class is one of which a library makes the objects, <c>@Injectable()</c>, and nothing in the program lists it: then it makes none, and calls none of its methods.
    /// </summary>
    private bool IsOfUnlisted(SyntaxNode method)
    {
        if (!method.Parent.Is(SyntaxKind.ClassBody) || method.Parent.Parent is not { Kind: SyntaxKind.ClassDeclaration } type || type.Child(SyntaxKind.Identifier) is not { Exists: true } name || !type.Child(SyntaxKind.Decorator).Exists || HasOtherDecorator(type))
            return false;
        return unlisted.GetOrAdd(type, static (node, self) => self.project.Bindings.ModuleOf(node.Tree) is { } module && self.project.PackageOf(module) is { IsPrivate: true } && !module.Roles.HasFlag(ModuleRoles.Test)
            && !self.taken.GetOrAdd(module, static (one, callers) => callers.IsTakenWhole(one, 0), self) && !self.IsNamed(module.NameOf(node.Child(SyntaxKind.Identifier)), node), this);
    }

    /// <summary>Whether all that a class extends and implements is the program's own.</summary>
    private bool IsOfProgram(SyntaxNode type, int depth)
    {
        foreach (var clause in type.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var named in clause.Children)
            {
                var symbol = project.Types.SymbolOf(named.FirstChild) is { Exists: true } found ? found : project.Bindings.SymbolOf(named.FirstChild);
                if (depth > MostWrappers || !symbol.Exists || (symbol.Module.Roles & ModuleRoles.Knowledge) != 0 || symbol.Is(SymbolFlags.Import) || !symbol.Declarations.All(declaration => IsOfProgram(declaration, depth + 1)))
                    return false;
            }
        }

        return true;
    }

    /// <summary><c>import * as jobs from './jobs'</c>, <c>await import('./jobs')</c>, directly or by a file that exports it on: all of it may be called by computed names.</summary>
    private bool IsTakenWhole(Module module, int depth)
    {
        if (depth > MostWrappers)
            return true;
        foreach (var importer in project.ModuleGraph.ImportersOf(module))
        {
            if (project.ModuleGraph.LoadsByName(importer, module))
                return true;
            foreach (var node in importer.Tree.NodesOf(ModuleGraph.Kinds))
            {
                var specifier = node.Kind switch
                {
                    SyntaxKind.ImportDeclaration when node.Child(SyntaxKind.ImportClause).Child(SyntaxKind.NamespaceImport).Exists => node.Child(SyntaxKind.StringLiteral),
                    SyntaxKind.ExportDeclaration when !node.Child(SyntaxKind.NamedExports).Exists => node.Child(SyntaxKind.StringLiteral),
                    SyntaxKind.CallExpression when node.FirstChild.Is(SyntaxKind.ImportKeyword) || node.FirstChild.TextIs("require"u8) => node.Child(SyntaxKind.ArgumentList).FirstChild,
                    _ => default,
                };
                if (specifier.Exists && project.Bindings.ModuleFor(importer, specifier)?.Module == module && (!node.Is(SyntaxKind.ExportDeclaration) || node.Child(SyntaxKind.NamespaceExport).Exists || IsTakenWhole(importer, depth + 1)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether anything but tests, imports and calls, which are followed by themselves, names what a declaration declares.</summary>
    private bool IsNamed(Name name, SyntaxNode declaration) => named.GetOrAdd(declaration, static (node, asked) => asked.Self.FindNamed(asked.Name, node), (Self: this, Name: name));

    private bool FindNamed(Name name, SyntaxNode declaration)
    {
        if (!name.Exists)
            return true;
        foreach (var identifier in project.Mentions.Named(name))
        {
            Workers.Step();
            var parent = identifier.Parent;
            // "export default Store;" in a file that nobody imports; what frameworks find by the file extends or implements what they know.
            if (parent.Is(SyntaxKind.ExportAssignment) && identifier.Tree == declaration.Tree && declaration.Is(SyntaxKind.ClassDeclaration) && !declaration.Child(SyntaxKind.HeritageClause).Exists && project.ModuleGraph.ImportersOf(project.Bindings.ModuleOf(identifier.Tree)!).Count == 0)
                continue;
            // Other methods and classes of the name declare it, and do not name this one.
            if (parent == declaration || (parent.Kind is SyntaxKind.ClassDeclaration && declaration.Is(SyntaxKind.ClassDeclaration) && parent.Child(SyntaxKind.Identifier) == identifier) || (parent.Kind is SyntaxKind.MethodSignature or SyntaxKind.MethodDeclaration or SyntaxKind.PropertySignature or SyntaxKind.PropertyDeclaration && parent.FirstAfterModifiers() == identifier) || parent.Kind is SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier || project.Bindings.ModuleOf(identifier.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            // "load()", "store.load()" are followed where they are understood; of a class "new Store()" is what makes it be.
            var callee = parent.Is(SyntaxKind.PropertyAccessExpression) && parent.ChildAt(1) == identifier ? parent.Wrapped() : identifier.Wrapped();
            if (callee.Parent.Is(SyntaxKind.CallExpression) && callee.Parent.FirstChild == callee && project.Types.CalleeOf(callee.Parent) is not Callee.Unknown)
                continue;
            return true;
        }

        return false;
    }

    /// <summary>"export const api = { … }", "export default …", "module.exports = { … }", and what a function of the file returns for that.</summary>
    private bool IsOfExported(SyntaxNode value, Module module, int depth)
    {
        var outer = value.Wrapped();
        if (outer.Parent.Is(SyntaxKind.ExportAssignment) || (outer.Parent.Is(SyntaxKind.BinaryExpression) && module.Exports.HasValue(outer)))
            return true;
        if (outer.Parent.Is(SyntaxKind.Initializer) && outer.Parent.Parent.Is(SyntaxKind.VariableDeclaration))
            return module.SymbolOfDeclaration(outer.Parent.Parent) is { Exists: true, IsModuleLevel: true } variable && variable.Is(SymbolFlags.Exported);
        if (depth > 0 || (!outer.Parent.Is(SyntaxKind.ReturnStatement) && !outer.Parent.Is(SyntaxKind.ArrowFunction)))
            return false;
        return project.FunctionAround(outer) is { } maker && NameOf(maker) is { Exists: true } name && (IsExported(maker, depth + 1) || project.Calls.CallsOf(name, module).Any(call => IsOfExported(call, module, depth + 1)));
    }
}
