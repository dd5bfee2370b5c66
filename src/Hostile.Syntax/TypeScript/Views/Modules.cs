namespace Hostile.Syntax.TypeScript.Views;

/// <summary><c>import a, { b as c } from 'm'</c></summary>
public readonly struct ImportDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The module's name, a StringLiteral.</summary>
    public SyntaxNode Specifier => node.Child(SyntaxKind.StringLiteral);
    private SyntaxNode Clause => node.Child(SyntaxKind.ImportClause);

    /// <summary>The Identifier that is bound to the default export, else none.</summary>
    public SyntaxNode Default => Clause.Child(SyntaxKind.Identifier);

    /// <summary>The Identifier after <c>* as</c>, else none.</summary>
    public SyntaxNode Namespace => Clause.Child(SyntaxKind.NamespaceImport).FirstChild;

    /// <summary>The names in braces; each is an <see cref="ImportSpecifier"/>.</summary>
    public NodeList Named => new(Clause.Child(SyntaxKind.NamedImports).FirstChild);

    /// <summary><c>import type</c>: nothing is loaded at run time.</summary>
    public bool IsTypeOnly => Clause.Has(NodeFlags.TypeOnly);

    /// <summary><c>import 'm'</c>: for its effects only.</summary>
    public bool IsSideEffect => !Clause.Exists;
    public bool IsDeferred => Clause.Has(NodeFlags.Defer);

    public static ImportDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.ImportDeclaration ? new(node) : null;
}

/// <summary><c>a as b</c> in an import.</summary>
public readonly struct ImportSpecifier(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The exporting module's name for it, an Identifier or StringLiteral.</summary>
    public SyntaxNode Imported => node.FirstChild;

    /// <summary>The name it is bound to here.</summary>
    public SyntaxNode Local => node.ChildAt(1) is { Exists: true } local ? local : node.FirstChild;
    public bool IsTypeOnly => node.Has(NodeFlags.TypeOnly);

    public static ImportSpecifier? From(SyntaxNode node) => node.Kind == SyntaxKind.ImportSpecifier ? new(node) : null;
}

/// <summary><c>import a = require('m')</c> or <c>import a = b.c</c></summary>
public readonly struct ImportEqualsDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.Child(SyntaxKind.Identifier);

    /// <summary>The argument of <c>require</c>, else none.</summary>
    public SyntaxNode Required => node.Child(SyntaxKind.ExternalModuleReference).FirstChild;

    /// <summary>The entity name, else none.</summary>
    public SyntaxNode Entity => Required.Exists ? default : Name.NextSibling;

    public static ImportEqualsDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.ImportEqualsDeclaration ? new(node) : null;
}

/// <summary><c>export { a as b } from 'm'</c>, <c>export * from 'm'</c>, <c>export * as a from 'm'</c></summary>
public readonly struct ExportDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The module that is re-exported, a StringLiteral, else none.</summary>
    public SyntaxNode Specifier => node.Child(SyntaxKind.StringLiteral);

    /// <summary>The names in braces; each is an <see cref="ExportSpecifier"/>.</summary>
    public NodeList Named => new(node.Child(SyntaxKind.NamedExports).FirstChild);

    /// <summary>The name after <c>* as</c>, else none.</summary>
    public SyntaxNode Namespace => node.Child(SyntaxKind.NamespaceExport).FirstChild;

    /// <summary><c>export *</c> without a name.</summary>
    public bool IsStar => !node.Child(SyntaxKind.NamedExports).Exists && !node.Child(SyntaxKind.NamespaceExport).Exists;
    public bool IsTypeOnly => node.Has(NodeFlags.TypeOnly);

    public static ExportDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.ExportDeclaration ? new(node) : null;
}

/// <summary><c>a as b</c> in an export.</summary>
public readonly struct ExportSpecifier(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The name here, or in the module re-exported from.</summary>
    public SyntaxNode Local => node.FirstChild;

    /// <summary>The name others see.</summary>
    public SyntaxNode Exported => node.ChildAt(1) is { Exists: true } exported ? exported : node.FirstChild;
    public bool IsTypeOnly => node.Has(NodeFlags.TypeOnly);

    public static ExportSpecifier? From(SyntaxNode node) => node.Kind == SyntaxKind.ExportSpecifier ? new(node) : null;
}

/// <summary><c>export default x</c> or <c>export = x</c></summary>
public readonly struct ExportAssignment(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Expression => node.FirstAfterModifiers();
    public bool IsDefault => node.Has(NodeFlags.Default);

    public static ExportAssignment? From(SyntaxNode node) => node.Kind == SyntaxKind.ExportAssignment ? new(node) : null;
}

/// <summary><c>namespace a { … }</c>, <c>declare module 'm' { … }</c>, <c>declare global { … }</c></summary>
public readonly struct ModuleDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>An Identifier or a StringLiteral.</summary>
    public SyntaxNode Name => node.FirstAfterModifiers();

    /// <summary>A ModuleBlock, the inner ModuleDeclaration of <c>namespace a.b</c>, or none.</summary>
    public SyntaxNode Body => Name.NextSibling;
    public bool IsGlobal => node.Has(NodeFlags.Global);

    public static ModuleDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.ModuleDeclaration ? new(node) : null;
}
