using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Binding;

internal sealed partial class Binder
{
    /// <summary>Hands a node's children their scope and part, and declares what the node declares.</summary>
    private void Declare(SyntaxNode node, int scope, Part partAndMarks)
    {
        if (!node.FirstChild.Exists)
        {
            if (node.Kind is SyntaxKind.ExportDeclaration)
                DeclareExports(node, scope);
            return;
        }

        var part = partAndMarks & Part.Mask;
        var marks = partAndMarks & ~Part.Mask;
        switch (node.Kind)
        {
            case SyntaxKind.PropertyAccessExpression:
                PushNamed(node, scope, part is Part.Type or Part.Namespace ? Part.Namespace : Part.Value);
                break;
            case SyntaxKind.QualifiedName:
                PushNamed(node, scope, part is Part.Value or Part.Label ? part : Part.Namespace);
                break;
            case SyntaxKind.TypeReference:
                PushAll(node, scope, Part.Type);
                break;
            case SyntaxKind.HeritageClause:
                PushAll(node, scope, node.Operator is TokenKind.Implements || node.Parent.Kind is SyntaxKind.InterfaceDeclaration ? Part.Type : Part.Value);
                break;
            case SyntaxKind.ExpressionWithTypeArguments:
                PushAll(node, scope, part);
                break;

            case SyntaxKind.FunctionDeclaration or SyntaxKind.FunctionExpression or SyntaxKind.ArrowFunction
                or SyntaxKind.MethodDeclaration or SyntaxKind.Constructor or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor
                or SyntaxKind.FunctionType or SyntaxKind.ConstructorType or SyntaxKind.MethodSignature or SyntaxKind.CallSignature
                or SyntaxKind.ConstructSignature or SyntaxKind.IndexSignature or SyntaxKind.ClassStaticBlockDeclaration:
                DeclareFunction(node, scope, marks);
                break;
            case SyntaxKind.Parameter:
                DeclareBinding(node, scope, Part.Parameter, Part.Value, SymbolFlags.Parameter | SymbolFlags.Initialized);
                break;
            case SyntaxKind.VariableStatement:
                PushAll(node, scope, Part.Value, ExportMark(node, scope));
                break;
            case SyntaxKind.VariableDeclarationList:
                PushAll(node, scope, node.Has(NodeFlags.Const) || node.Has(NodeFlags.Using) ? Part.Const : node.Has(NodeFlags.Let) ? Part.Let : Part.Var, marks);
                break;
            case SyntaxKind.VariableDeclaration or SyntaxKind.BindingElement:
                DeclareVariable(node, scope, part, marks);
                break;
            case SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern:
                PushAll(node, scope, part, marks);
                break;
            case SyntaxKind.PropertyNamePart:
                PushAll(node, scope, Part.Label);
                break;

            case SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression:
                DeclareClass(node, scope);
                break;
            case SyntaxKind.ClassBody or SyntaxKind.InterfaceBody or SyntaxKind.TypeLiteral:
                DeclareMembers(node, scope);
                PushAll(node, scope, Part.Value);
                break;
            case SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature or SyntaxKind.EnumMember or SyntaxKind.PropertyAssignment:
                PushMember(node, scope, part is Part.Write ? Part.Write : Part.Value);
                break;
            case SyntaxKind.InterfaceDeclaration:
                DeclareType(node, scope, SymbolFlags.Interface);
                break;
            case SyntaxKind.TypeAliasDeclaration:
                DeclareType(node, scope, SymbolFlags.TypeAlias);
                break;
            case SyntaxKind.EnumDeclaration:
                DeclareType(node, scope, SymbolFlags.Enum | SymbolFlags.Initialized);
                break;
            case SyntaxKind.ModuleDeclaration:
                DeclareNamespace(node, scope, marks);
                break;
            case SyntaxKind.TypeParameter:
                DeclareOwn(node, node, node.Parent.Kind is SyntaxKind.InferType ? ConditionAround(scope) : scope, SymbolFlags.TypeParameter | SymbolFlags.Initialized);
                break;
            case SyntaxKind.ConditionalType or SyntaxKind.MappedType:
                PushAll(node, AddScope(scope, node.Index, isFunction: false), Part.Value);
                break;

            case SyntaxKind.Block or SyntaxKind.ModuleBlock:
                PushAll(node, part is Part.Body ? scope : AddScope(scope, node.Index, isFunction: false), Part.Value);
                break;
            case SyntaxKind.ForStatement or SyntaxKind.SwitchStatement:
                PushAll(node, AddScope(scope, node.Index, isFunction: false), Part.Value);
                break;
            case SyntaxKind.ForInStatement or SyntaxKind.ForOfStatement:
                var loop = AddScope(scope, node.Index, isFunction: false);
                PushAll(node, loop, Part.Value);
                Push(node.FirstChild, loop, Part.Write | Part.Loop);
                break;
            case SyntaxKind.CatchClause:
                var handler = AddScope(scope, node.Index, isFunction: false);
                foreach (var child in node.Children)
                    Push(child, handler, child.Kind is SyntaxKind.Block ? Part.Body : Part.Catch);
                break;
            case SyntaxKind.LabeledStatement:
                PushAll(node, scope, Part.Value);
                Push(node.FirstChild, scope, Part.Label);
                break;
            case SyntaxKind.BreakStatement or SyntaxKind.ContinueStatement or SyntaxKind.MetaProperty or SyntaxKind.JsxNamespacedName
                or SyntaxKind.ImportAttributes or SyntaxKind.ImportAttribute or SyntaxKind.NamespaceExport or SyntaxKind.NamespaceExportDeclaration:
                PushAll(node, scope, Part.Label);
                break;

            case SyntaxKind.BinaryExpression:
                PushAll(node, scope, Part.Value);
                if (node.Operator is TokenKind.Equals)
                    Push(node.FirstChild, scope, Part.Write);
                else if (node.Operator is >= TokenKind.PlusEquals and <= TokenKind.QuestionQuestionEquals)
                    Push(node.FirstChild, scope, Part.ReadWrite);
                break;
            case SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression:
                PushAll(node, scope, node.Operator is TokenKind.PlusPlus or TokenKind.MinusMinus ? Part.ReadWrite : Part.Value);
                break;
            case SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.ParenthesizedExpression
                or SyntaxKind.NonNullExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.TypeAssertionExpression
                or SyntaxKind.SpreadElement or SyntaxKind.SpreadAssignment when part is Part.Write or Part.ReadWrite:
                PushAll(node, scope, part);
                break;
            case SyntaxKind.ShorthandPropertyAssignment:
                PushAll(node, scope, Part.Value);
                Push(node.FirstChild, scope, part is Part.Write ? Part.Write : Part.Value);
                break;

            case SyntaxKind.JsxOpeningElement or SyntaxKind.JsxSelfClosingElement or SyntaxKind.JsxClosingElement:
                PushAll(node, scope, Part.Value);
                if (node.FirstChild.Bytes is [>= (byte)'a' and <= (byte)'z', ..] && node.FirstChild.Kind is SyntaxKind.Identifier)
                    Push(node.FirstChild, scope, Part.Label);
                break;
            case SyntaxKind.JsxAttribute or SyntaxKind.NamedTupleMember:
                PushMember(node, scope, Part.Value);
                break;
            case SyntaxKind.ImportType:
                foreach (var child in node.Children)
                    Push(child, scope, child.Kind is SyntaxKind.Identifier or SyntaxKind.QualifiedName ? Part.Label : Part.Value);
                NoteSpecifier(node.FirstChild);
                break;
            case SyntaxKind.CallExpression when node.FirstChild.Kind is SyntaxKind.ImportKeyword:
                NoteSpecifier(node.Child(SyntaxKind.ArgumentList).FirstChild);
                PushAll(node, scope, Part.Value);
                break;
            case SyntaxKind.ExternalModuleReference:
                NoteSpecifier(node.FirstChild);
                PushAll(node, scope, Part.Value);
                break;

            case SyntaxKind.ImportDeclaration:
                isModule |= scope == 0;
                NoteSpecifier(node.Child(SyntaxKind.StringLiteral));
                PushAll(node, scope, Part.Value);
                break;
            case SyntaxKind.ImportClause:
                DeclareImportClause(node, scope);
                break;
            case SyntaxKind.NamedImports:
                PushAll(node, scope, Part.Value, marks);
                break;
            case SyntaxKind.NamespaceImport:
                DeclareOwn(node, node, scope, ImportFlags(node, marks));
                break;
            case SyntaxKind.ImportSpecifier:
                PushAll(node, scope, Part.Label);
                var local = node.ChildAt(1) is { Exists: true } renamed ? renamed : node.FirstChild;
                if (local.Kind is SyntaxKind.Identifier)
                    Add(local, node, scope, ImportFlags(node, marks));
                break;
            case SyntaxKind.ImportEqualsDeclaration:
                DeclareImportEquals(node, scope);
                break;
            case SyntaxKind.ExportDeclaration:
                DeclareExports(node, scope);
                break;
            case SyntaxKind.NamedExports:
                PushAll(node, scope, part);
                break;
            case SyntaxKind.ExportSpecifier:
                PushAll(node, scope, Part.Label);
                Push(node.FirstChild, scope, part);
                break;
            case SyntaxKind.ExportAssignment:
                isModule |= scope == 0;
                PushAll(node, scope, Part.Any);
                if (node.Children.ToArray()[^1] is { Kind: not SyntaxKind.Modifier } value)
                    exports.Add(new(node.Has(NodeFlags.Default) ? ExportKind.Default : ExportKind.Equals, default, scope, value.Index, 0));
                break;

            default:
                PushAll(node, scope, Part.Value);
                break;
        }
    }

    private void Push(SyntaxNode child, int scope, Part part)
    {
        scopeOf[child.Index] = scope;
        parts[child.Index] = (byte)part;
    }

    private void PushAll(SyntaxNode node, int scope, Part part, Part marks = default)
    {
        for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
            Push(child, scope, part | marks);
    }

    /// <summary>All but the last child, which is a bare name.</summary>
    private void PushNamed(SyntaxNode node, int scope, Part part)
    {
        var child = node.FirstChild;
        for (var next = child.NextSibling; next.Exists; next = child.NextSibling)
        {
            Push(child, scope, part);
            child = next;
        }

        Push(child, scope, Part.Label);
    }

    /// <summary>A name, when the first child other than modifiers is one, and then values.</summary>
    private void PushMember(SyntaxNode node, int scope, Part part)
    {
        var isName = true;
        for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
        {
            Push(child, scope, isName && child.Kind is SyntaxKind.Identifier ? Part.Label : part);
            isName &= child.Kind is SyntaxKind.Modifier or SyntaxKind.Decorator;
        }
    }

    private void DeclareFunction(SyntaxNode node, int scope, Part marks)
    {
        var inner = AddScope(scope, node.Index, isFunction: true);
        var isDeclaration = node.Kind is SyntaxKind.FunctionDeclaration;
        var named = false;
        for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
        {
            switch (child.Kind)
            {
                case SyntaxKind.Block:
                    Push(child, inner, Part.Body);
                    break;
                case SyntaxKind.Decorator or SyntaxKind.ComputedPropertyName:
                    Push(child, scope, Part.Value);
                    break;
                case SyntaxKind.Identifier when isDeclaration:
                    named = true;
                    Push(child, scope, Part.Label);
                    Add(child, node, scope, SymbolFlags.Function | SymbolFlags.Initialized | Exported(node, scope));
                    break;
                case SyntaxKind.Identifier when node.Kind is SyntaxKind.FunctionExpression:
                    Push(child, inner, Part.Label);
                    Add(child, node, inner, SymbolFlags.Function | SymbolFlags.ExpressionName | SymbolFlags.Initialized);
                    break;
                // In an arrow function an identifier is the body.
                case SyntaxKind.Identifier when node.Kind is not SyntaxKind.ArrowFunction:
                    Push(child, scope, Part.Label);
                    break;
                default:
                    Push(child, inner, Part.Value);
                    break;
            }
        }

        if (isDeclaration)
            DeclareDefault(node, scope, named, SymbolFlags.Function);
    }

    /// <summary><c>export default function () {}</c> has a symbol although it has no name.</summary>
    private void DeclareDefault(SyntaxNode node, int scope, bool named, SymbolFlags flags)
    {
        if (!node.Has(NodeFlags.Export | NodeFlags.Default))
            return;

        isModule |= scope == 0;
        var symbol = named
            ? declared.Find(scope, Name.Of(NameIn(node).NameBytes))
            : NewSymbol(Name.Of("default"u8), node, scope, flags | SymbolFlags.Initialized);
        exports.Add(new(ExportKind.DefaultSymbol, default, scope, node.Index, symbol));
    }

    private static SyntaxNode NameIn(SyntaxNode node) => node.Child(SyntaxKind.Identifier);

    private void DeclareVariable(SyntaxNode node, int scope, Part part, Part marks)
    {
        var flags = part switch
        {
            Part.Var => SymbolFlags.Var,
            Part.Let => SymbolFlags.Let,
            Part.Parameter => SymbolFlags.Parameter,
            Part.Catch => SymbolFlags.CatchVariable,
            _ => SymbolFlags.Const,
        };
        var isElement = node.Kind is SyntaxKind.BindingElement;
        if (isElement || part is Part.Parameter or Part.Catch || (marks & Part.Loop) != 0 || node.Child(SyntaxKind.Initializer).Exists)
            flags |= SymbolFlags.Initialized;
        if ((marks & Part.Exported) != 0)
            flags |= SymbolFlags.Exported;
        DeclareBinding(node, scope, part, marks, flags);
    }

    private void DeclareBinding(SyntaxNode node, int scope, Part part, Part marks, SymbolFlags flags)
    {
        for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
        {
            switch (child.Kind)
            {
                case SyntaxKind.Identifier:
                    Push(child, scope, Part.Label);
                    // `var` belongs to the function, wherever it stands.
                    Add(child, node, part is Part.Var ? scopes[scope].Function : scope, flags);
                    break;
                case SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern:
                    Push(child, scope, part | marks);
                    break;
                default:
                    Push(child, scope, Part.Value);
                    break;
            }
        }
    }

    private void DeclareClass(SyntaxNode node, int scope)
    {
        var inner = AddScope(scope, node.Index, isFunction: false);
        var isDeclaration = node.Kind is SyntaxKind.ClassDeclaration;
        var named = false;
        for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
        {
            Push(child, child.Kind is SyntaxKind.Decorator ? scope : inner, Part.Value);
            if (child.Kind is not SyntaxKind.Identifier)
                continue;

            named = true;
            Push(child, scope, Part.Label);
            if (isDeclaration)
                Add(child, node, scope, SymbolFlags.Class | SymbolFlags.Initialized | Exported(node, scope));
            else
                Add(child, node, inner, SymbolFlags.Class | SymbolFlags.ExpressionName | SymbolFlags.Initialized);
        }

        if (isDeclaration)
            DeclareDefault(node, scope, named, SymbolFlags.Class);
    }

    private void DeclareType(SyntaxNode node, int scope, SymbolFlags flags)
    {
        var inner = AddScope(scope, node.Index, isFunction: false);
        var isName = true;
        for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
        {
            if (isName && child.Kind is SyntaxKind.Identifier)
            {
                isName = false;
                Push(child, scope, Part.Label);
                Add(child, node, scope, flags | Exported(node, scope));
                if (node.Has(NodeFlags.Export | NodeFlags.Default))
                    exports.Add(new(ExportKind.DefaultSymbol, default, scope, node.Index, declared.Find(scope, Name.Of(child.NameBytes))));
            }
            else
            {
                Push(child, inner, Part.Type);
            }
        }

        if (node.Kind is SyntaxKind.EnumDeclaration)
            DeclareMembers(node, inner);
    }

    private void DeclareNamespace(SyntaxNode node, int scope, Part marks)
    {
        var inner = AddScope(scope, node.Index, isFunction: false);
        for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
        {
            switch (child.Kind)
            {
                case SyntaxKind.Identifier:
                    Push(child, scope, Part.Label);
                    if (node.Has(NodeFlags.Global))
                        globalScopes.Add(inner);
                    else
                        Add(child, node, scope, SymbolFlags.Namespace | SymbolFlags.Initialized | Exported(node, scope) | ((marks & Part.Exported) != 0 ? SymbolFlags.Exported : 0));
                    break;
                case SyntaxKind.StringLiteral:
                    Push(child, scope, Part.Label);
                    ambientModules.Add(inner);
                    break;
                case SyntaxKind.ModuleDeclaration:
                    Push(child, inner, Part.Value | Part.Exported);
                    break;
                default:
                    Push(child, inner, Part.Body);
                    break;
            }
        }
    }

    /// <summary>The members of a body, next to one another among the symbols; overloads share one.</summary>
    private void DeclareMembers(SyntaxNode body, int scope)
    {
        var first = symbolCount;
        for (var member = body.FirstChild; member.Exists; member = member.NextSibling)
        {
            if (member.Kind is SyntaxKind.Constructor)
            {
                foreach (var parameter in member.Child(SyntaxKind.ParameterList).Children)
                {
                    const NodeFlags Property = NodeFlags.Public | NodeFlags.Private | NodeFlags.Protected | NodeFlags.Readonly | NodeFlags.Override;
                    if ((parameter.Flags & Property) != 0 && parameter.Child(SyntaxKind.Identifier) is { Exists: true } name)
                        AddMember(body, first, name, parameter, scope, SymbolFlags.Field | SymbolFlags.Initialized | MemberFlags(parameter), link: false);
                }

                continue;
            }

            var flags = member.Kind switch
            {
                SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature => SymbolFlags.Field,
                SyntaxKind.MethodDeclaration or SyntaxKind.MethodSignature => SymbolFlags.Method | SymbolFlags.Initialized,
                SyntaxKind.GetAccessor or SyntaxKind.SetAccessor => SymbolFlags.Accessor,
                SyntaxKind.EnumMember => SymbolFlags.EnumMember | SymbolFlags.Initialized,
                _ => SymbolFlags.None,
            };
            if (flags != 0)
                AddMember(body, first, MemberName(member), member, scope, flags | MemberFlags(member), link: true);
        }

        if (symbolCount > first)
            memberRanges.Add(new(body.Index, first, symbolCount - first));
    }

    private void AddMember(SyntaxNode body, int first, SyntaxNode name, SyntaxNode member, int scope, SymbolFlags flags, bool link)
    {
        var id = name.Kind switch
        {
            SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier or SyntaxKind.NumericLiteral => Name.Of(name.NameBytes),
            SyntaxKind.StringLiteral => Name.Of(new StringLiteral(name).Utf8),
            // `[Symbol.iterator]`, spelled as it is written.
            SyntaxKind.ComputedPropertyName when name.FirstChild.Kind is SyntaxKind.PropertyAccessExpression && name.FirstChild.FirstChild.TextIs("Symbol"u8) => Name.Of(name.Bytes),
            _ => default,
        };
        if (!id.Exists)
            return;

        // Enum members are in scope in their initialisers; other members are found through their type only, so they get a key no scope has.
        var space = body.Kind is SyntaxKind.EnumDeclaration ? scope : ~body.Index ^ ((flags & SymbolFlags.Static) != 0 ? 1 << 30 : 0);
        var at = declared.Find(space, id);
        if (at >= 0)
        {
            symbols[at].Flags |= flags;
            moreDeclarations.Add((at, member.Index));
        }
        else
        {
            at = NewSymbol(id, member, scope, flags);
            declared.Add(space, id, at);
        }

        // A parameter property's name names the parameter.
        if (link && name.Kind is not SyntaxKind.ComputedPropertyName)
            links[name.Index] = at + 1;
    }

    private static SyntaxNode MemberName(SyntaxNode member)
    {
        var child = member.FirstChild;
        while (child.Kind is SyntaxKind.Modifier or SyntaxKind.Decorator)
            child = child.NextSibling;
        return child;
    }

    private static SymbolFlags MemberFlags(SyntaxNode member)
    {
        var flags = SymbolFlags.None;
        if (member.Has(NodeFlags.Static))
            flags |= SymbolFlags.Static;
        if (member.Has(NodeFlags.Readonly))
            flags |= SymbolFlags.Readonly;
        if (member.Has(NodeFlags.Private) || MemberName(member).Kind is SyntaxKind.PrivateIdentifier)
            flags |= SymbolFlags.Private;
        if (member.Child(SyntaxKind.Initializer).Exists)
            flags |= SymbolFlags.Initialized;
        return flags;
    }

    /// <summary><c>T extends (…) => infer R ? R : never</c>: the name belongs to the condition, however deep it stands.</summary>
    private int ConditionAround(int scope)
    {
        for (var at = scope; at > 0; at = scopes[at].Parent)
        {
            if (tree[scopes[at].Node].Kind is SyntaxKind.ConditionalType)
                return at;
        }

        return scope;
    }

    private void DeclareOwn(SyntaxNode node, SyntaxNode declaration, int scope, SymbolFlags flags)
    {
        PushAll(node, scope, Part.Value);
        var name = NameIn(node);
        if (!name.Exists)
            return;
        Push(name, scope, Part.Label);
        Add(name, declaration, scope, flags);
    }

    private void DeclareImportClause(SyntaxNode node, int scope)
    {
        var typeOnly = node.Has(NodeFlags.TypeOnly) ? Part.TypeOnly : default;
        PushAll(node, scope, Part.Value, typeOnly);
        if (NameIn(node) is not { Exists: true } name)
            return;
        Push(name, scope, Part.Label);
        Add(name, node, scope, ImportFlags(node, typeOnly));
    }

    private void DeclareImportEquals(SyntaxNode node, int scope)
    {
        PushAll(node, scope, Part.Any);
        var name = NameIn(node);
        if (!name.Exists)
            return;
        Push(name, scope, Part.Label);
        Add(name, node, scope, ImportFlags(node, default) | Exported(node, scope));
        isModule |= scope == 0 && node.Child(SyntaxKind.ExternalModuleReference).Exists;
    }

    private static SymbolFlags ImportFlags(SyntaxNode node, Part marks) =>
        SymbolFlags.Import | SymbolFlags.Initialized | (node.Has(NodeFlags.TypeOnly) || (marks & Part.TypeOnly) != 0 ? SymbolFlags.TypeOnly : 0);

    private void DeclareExports(SyntaxNode node, int scope)
    {
        isModule |= scope == 0;
        PushAll(node, scope, Part.Value);
        var from = node.Child(SyntaxKind.StringLiteral);
        NoteSpecifier(from);
        var list = node.Child(SyntaxKind.NamedExports);
        if (list.Exists)
        {
            Push(list, scope, from.Exists ? Part.Label : Part.Any);
            foreach (var specifier in list.Children)
            {
                var local = specifier.FirstChild;
                var exported = local.NextSibling is { Exists: true } renamed ? renamed : local;
                exports.Add(new(from.Exists ? ExportKind.From : ExportKind.Local, NameOfSpecifier(exported), scope, local.Index, from.Exists ? from.Index : 0));
            }
        }
        else if (node.Child(SyntaxKind.NamespaceExport) is { Exists: true } whole)
        {
            exports.Add(new(ExportKind.Namespace, NameOfSpecifier(whole.FirstChild), scope, node.Index, from.Index));
        }
        else if (from.Exists)
        {
            exports.Add(new(ExportKind.All, default, scope, node.Index, from.Index));
        }
    }

    private static Name NameOfSpecifier(SyntaxNode node) => node.Kind is SyntaxKind.StringLiteral ? Name.Of(new StringLiteral(node).Utf8) : Name.Of(node.NameBytes);

    private Part ExportMark(SyntaxNode statement, int scope) => IsExported(statement, scope) ? Part.Exported : default;

    private SymbolFlags Exported(SyntaxNode node, int scope) => IsExported(node, scope) ? SymbolFlags.Exported : SymbolFlags.None;

    /// <summary>Whether the modifier exports it by its own name.</summary>
    private bool IsExported(SyntaxNode node, int scope)
    {
        if (!node.Has(NodeFlags.Export) || node.Has(NodeFlags.Default))
            return false;
        isModule |= scope == 0;
        return true;
    }
}
