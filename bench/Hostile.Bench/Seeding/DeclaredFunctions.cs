using System.Text.RegularExpressions;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>
/// The functions and types that a repository's files declare, by name: enough to say whether a call may leave a handle out. Where every function of the name demands it, the compiler would refuse the
/// call; and where a function without it waits for nothing, nothing runs outside the transaction.
/// </summary>
internal sealed partial class DeclaredFunctions
{
    private readonly Dictionary<string, List<SyntaxNode>> functions = new(StringComparer.Ordinal);
    /// <summary>The functions that are given a transaction anywhere, by what their arguments are called.</summary>
    private readonly HashSet<string> givenOne = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<SyntaxNode>> types = new(StringComparer.Ordinal);

    public DeclaredFunctions(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees)
        {
            for (var index = 0; index < tree.Count; index++)
            {
                var node = tree[index];
                switch (node.Kind)
                {
                    case SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration:
                        Add(functions, node.FirstAfterModifiers().Text, node);
                        break;
                    case SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration when node.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } value && FunctionLike.From(value) is not null:
                        Add(functions, node.FirstAfterModifiers().Text, value);
                        break;
                    case SyntaxKind.CallExpression when Handle().IsMatch(node.Child(SyntaxKind.ArgumentList).Text):
                        givenOne.Add(PropertyAccess.From(node.FirstChild) is { } access ? access.Name.Text : node.FirstChild.Text);
                        break;
                    case SyntaxKind.InterfaceDeclaration or SyntaxKind.TypeAliasDeclaration:
                        Add(types, node.FirstAfterModifiers().Text, node);
                        break;
                }
            }
        }
    }

    /// <summary>
    /// Whether a function of that name may be called without the handle, and then comes to wait for something. What is declared nowhere, as what libraries have, may. Where the handle is a parameter that nobody ever
    /// fills, there is no transaction to be left.
    /// </summary>
    public bool DoWithout(LeftOutHandle handle) => (handle.Within.Length == 0 || givenOne.Contains(handle.Within)) && (
        !functions.TryGetValue(handle.Callee, out var declared) || Meant(declared, handle).Any(function => MayLeaveOut(function, handle) && WaitsWithout(function, handle)));

    private static List<SyntaxNode> Meant(List<SyntaxNode> declared, LeftOutHandle handle) => declared.FindAll(function => function.Tree == handle.From) is { Count: > 0 } here ? here : declared;

    private bool MayLeaveOut(SyntaxNode function, LeftOutHandle handle)
    {
        if (FunctionLike.From(function)!.Value.Parameters[handle.Place] is not { Exists: true } parameter)
            return true;
        if (handle.Member.Length == 0)
            return parameter.Text.Contains('?', StringComparison.Ordinal) || parameter.Child(SyntaxKind.Initializer).Exists || Undefined().IsMatch(parameter.Text) || !parameter.Child(SyntaxKind.TypeAnnotation).Exists;
        var type = parameter.Child(SyntaxKind.TypeAnnotation).FirstChild;
        if (!type.Exists)
            return true;
        var members = MembersOf(type, handle.Member, 0).ToList();
        return members.Count == 0 || members.Any(member => member.Has(NodeFlags.Optional) || Undefined().IsMatch(member.Text));
    }

    private IEnumerable<SyntaxNode> MembersOf(SyntaxNode type, string name, int depth)
    {
        // What the members themselves are made of has members of its own.
        if (type.Kind is SyntaxKind.PropertySignature or SyntaxKind.MethodSignature)
            return type.FirstAfterModifiers().Text == name ? [type] : [];
        var inner = type.Children.ToArray().SelectMany(child => MembersOf(child, name, depth));
        return type.Is(SyntaxKind.TypeReference) && depth < 4 && types.TryGetValue(type.FirstChild.Text, out var declared) ? inner.Concat(declared.SelectMany(declaration => MembersOf(declaration, name, depth + 1))) : inner;
    }

    /// <summary>"if (tx) { return await check(tx, id); }" and nothing else that is waited for: without the handle nothing is sent.</summary>
    private static bool WaitsWithout(SyntaxNode function, LeftOutHandle handle)
    {
        var body = FunctionLike.From(function)!.Value.Body;
        if (!body.Exists)
            return false;
        var name = handle.Member.Length > 0 ? handle.Member : FunctionLike.From(function)!.Value.Parameters[handle.Place] is { Exists: true } parameter ? new Parameter(parameter).Name.Text : "";
        foreach (var node in body.DescendantsAndSelf)
        {
            if ((node.Is(SyntaxKind.AwaitExpression) || (node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Is(SyntaxKind.CallExpression))) && !IsUnder(node, body, name))
                return true;
        }

        return !body.Is(SyntaxKind.Block);
    }

    private static bool IsUnder(SyntaxNode node, SyntaxNode body, string name)
    {
        for (var at = node; at.Exists && at != body; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.FirstChild.Text == name && at.Parent.ChildAt(1) == at)
                return true;
        }

        return false;
    }

    private static void Add(Dictionary<string, List<SyntaxNode>> to, string name, SyntaxNode node)
    {
        if (!to.TryGetValue(name, out var list))
            to.Add(name, list = []);
        list.Add(node);
    }

    [GeneratedRegex(@"[(,{:]\s*(tx|trx|transaction)\s*[,})]")]
    private static partial Regex Handle();

    [GeneratedRegex(@"\bundefined\b|\bnull\b")]
    private static partial Regex Undefined();
}
