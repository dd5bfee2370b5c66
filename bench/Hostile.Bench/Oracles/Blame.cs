using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>Why the type of an expression is unknown: the first thing on the way to it that we do not know, so that misses can be counted by their cause.</summary>
internal static class Blame
{
    private const int LongestWay = 40;

    /// <summary>A short text for the cause; the same for the same cause.</summary>
    public static string Of(ProjectModel model, SyntaxNode node, int depth = 0)
    {
        var types = model.Types;
        if (depth > LongestWay)
            return "circle";
        switch (node.Kind)
        {
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression or SyntaxKind.AwaitExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.SpreadElement:
                return Of(model, node.FirstChild, depth + 1);
            case SyntaxKind.AsExpression:
                return $"as {Head(node.ChildAt(1))}";
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression:
                var target = types.TypeOf(node.FirstChild);
                if (IsUnknown(types, target))
                    return Of(model, node.FirstChild, depth + 1);
                if (node.Kind is SyntaxKind.PropertyAccessExpression && types.SymbolOf(node) is { Exists: true } member)
                    return OfSymbol(model, member, depth);
                return $"member {Kind(target)}.{(node.Kind is SyntaxKind.PropertyAccessExpression ? node.ChildAt(1).Text : "[]")}";
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression:
                var callee = types.TypeOf(node.FirstChild);
                if (IsUnknown(types, callee))
                    return Of(model, node.FirstChild, depth + 1);
                return $"{node.Kind} of {Kind(callee)} {(node.FirstChild.Kind is SyntaxKind.PropertyAccessExpression ? "." + node.FirstChild.ChildAt(1).Text : node.FirstChild.Kind is SyntaxKind.Identifier ? node.FirstChild.Text : "")}";
            case SyntaxKind.BinaryExpression:
                foreach (var side in node.Children)
                {
                    if (IsUnknown(types, types.TypeOf(side)))
                        return Of(model, side, depth + 1);
                }

                return $"binary {node.Operator}";
            case SyntaxKind.ConditionalExpression:
                foreach (var side in node.Children.ToArray()[1..])
                {
                    if (IsUnknown(types, types.TypeOf(side)))
                        return Of(model, side, depth + 1);
                }

                return "conditional";
            case SyntaxKind.ArrayLiteralExpression:
                foreach (var side in node.Children)
                {
                    if (IsUnknown(types, types.TypeOf(side)))
                        return Of(model, side, depth + 1);
                }

                return "empty array";
            case SyntaxKind.Identifier:
                var symbol = model.Bindings.SymbolOf(node);
                return symbol.Exists ? OfSymbol(model, symbol, depth) : $"global {node.Text}";
            case SyntaxKind.ThisKeyword:
                return "this";
            default:
                return $"{node.Kind}";
        }
    }

    private static string OfSymbol(ProjectModel model, Symbol symbol, int depth)
    {
        var declaration = symbol.Declaration;
        if (declaration.Tree is null || (symbol.Module.Roles & ModuleRoles.Knowledge) != 0)
            return $"knowledge {symbol.Name}";
        if (declaration.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation && !annotation.Parent.Kind.ToString().StartsWith("Method", StringComparison.Ordinal) && annotation.Parent.Kind is not SyntaxKind.FunctionDeclaration)
            return $"annotation {Head(annotation.FirstChild)}";
        switch (declaration.Kind)
        {
            case SyntaxKind.ImportSpecifier or SyntaxKind.ImportClause or SyntaxKind.NamespaceImport:
                for (var at = declaration; at.Exists; at = at.Parent)
                {
                    if (at.Child(SyntaxKind.StringLiteral) is { Exists: true } specifier)
                        return $"import {specifier.Text} {symbol.Name}";
                }

                return "import";
            case SyntaxKind.Parameter:
                return declaration.Child(SyntaxKind.Initializer) is { Exists: true } given ? Of(model, given.FirstChild, depth + 1) : OfParameter(model, declaration, depth);
            case SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration:
                if (declaration.Child(SyntaxKind.Initializer) is { Exists: true } initializer)
                    return Of(model, initializer.FirstChild, depth + 1);
                if (declaration.Parent.Parent.Kind is SyntaxKind.ForOfStatement)
                    return Of(model, declaration.Parent.Parent.ChildAt(1), depth + 1) is var loop && IsUnknown(model.Types, model.Types.TypeOf(declaration.Parent.Parent.ChildAt(1))) ? loop : $"for of {Kind(model.Types.TypeOf(declaration.Parent.Parent.ChildAt(1)))}";
                return $"{declaration.Kind} without initializer";
            case SyntaxKind.BindingElement:
                for (var at = declaration.Parent; at.Exists; at = at.Parent)
                {
                    if (at.Kind is SyntaxKind.Parameter)
                        return at.Child(SyntaxKind.TypeAnnotation) is { Exists: true } written ? $"destructured {Head(written.FirstChild)}" : OfParameter(model, at, depth);
                    if (at.Kind is SyntaxKind.VariableDeclaration)
                    {
                        var source = at.Child(SyntaxKind.Initializer).FirstChild;
                        return source.Exists && IsUnknown(model.Types, model.Types.TypeOf(source)) ? Of(model, source, depth + 1) : source.Exists ? $"destructured {Kind(model.Types.TypeOf(source))}" : "destructured loop";
                    }
                }

                return "binding";
            default:
                return $"{declaration.Kind}";
        }
    }

    private static string OfParameter(ProjectModel model, SyntaxNode parameter, int depth)
    {
        var function = parameter.Parent.Parent;
        if (function.Parent.Kind is SyntaxKind.ArgumentList)
        {
            var call = function.Parent.Parent;
            var callee = model.Types.TypeOf(call.FirstChild);
            return IsUnknown(model.Types, callee) ? Of(model, call.FirstChild, depth + 1) : $"callback of {Kind(callee)} {(call.FirstChild.Kind is SyntaxKind.PropertyAccessExpression ? "." + call.FirstChild.ChildAt(1).Text : call.FirstChild.Text)}";
        }

        return $"parameter of {function.Kind} in {function.Parent.Kind}";
    }

    private static bool IsUnknown(Inference types, LightType type) => type.IsUnknown || types.ThenableOf(type) is Thenable.Unknown;

    private static string Kind(LightType type) => type switch
    {
        LightType.Instance instance => instance.Symbol.Name.ToString(),
        LightType.Union union => "union:" + string.Join("|", union.Members.Take(3).Select(Kind)),
        _ => type.GetType().Name,
    };

    private static string Head(SyntaxNode type)
    {
        var text = type.Text.ReplaceLineEndings(" ");
        return $"{type.Kind} {(text.Length > 50 ? text[..50] : text)}";
    }
}
