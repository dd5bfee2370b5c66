using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

/// <summary>One key of an options object.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">The node of its value: an expression, or the method.</param>
/// <param name="IsCertain">Whether it is there on every run; not so for <c>...(tls &amp;&amp; { ssl })</c>.</param>
public sealed record Option(Name Name, SyntaxNode Value, bool IsCertain);

/// <summary>The keys that an options object has when it is used.</summary>
/// <param name="All">The keys, in the order in which they were first set.</param>
/// <param name="IsOpen">Whether there may be others: an unknown spread, a parameter, a value from elsewhere.</param>
public sealed record OptionSet(ImmutableArray<Option> All, bool IsOpen)
{
    /// <summary>The key's entry, or null.</summary>
    public Option? Find(Name name) => All.FirstOrDefault(o => o.Name == name);

    public Option? Find(string name) => Find(Name.Of(name));
}

/// <summary>Finds out what an options object holds, through spreads, constants, imports, <c>Object.assign</c> and functions that return one.</summary>
public sealed class Options(Inference inference, Constants constants)
{
    private const int Deepest = 16;

    /// <summary>An object of more spreads and choices was written by a program.</summary>
    private const int MostSteps = 4096;

    private readonly Bindings bindings = inference.Bindings;

    /// <summary>The keys of the object that an expression evaluates to. What is no object, or unknown, gives an open set without keys.</summary>
    public OptionSet Of(SyntaxNode expression)
    {
        // Whoever comes back here for ever loses its rule, and not the audit.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var collected = new Collected();
        if (expression.Exists)
            Collect(expression, collected, isCertain: true, new(Deepest, MostSteps));
        return new([.. collected.Options], collected.IsOpen);
    }

    private void Collect(SyntaxNode expression, Collected into, bool isCertain, Inquiry asked)
    {
        if (!asked.GoesOn())
        {
            into.IsOpen = true;
            return;
        }

        switch (expression.Kind)
        {
            case SyntaxKind.ObjectLiteralExpression:
                CollectLiteral(expression, into, isCertain, asked);
                return;
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.NonNullExpression or SyntaxKind.AwaitExpression:
                Collect(expression.FirstChild, into, isCertain, asked.Deeper);
                return;
            case SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword:
                return;
            case SyntaxKind.ConditionalExpression:
                Collect(expression.ChildAt(1), into, isCertain: false, asked.Deeper);
                Collect(expression.ChildAt(2), into, isCertain: false, asked.Deeper);
                return;
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.AmpersandAmpersand:
                Collect(expression.ChildAt(1), into, isCertain: false, asked.Deeper);
                return;
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion:
                Collect(expression.FirstChild, into, isCertain: false, asked.Deeper);
                Collect(expression.ChildAt(1), into, isCertain: false, asked.Deeper);
                return;
            case SyntaxKind.CallExpression:
                CollectCall(expression, into, isCertain, asked);
                return;
            case SyntaxKind.Identifier when expression.TextIs("undefined"u8):
                return;
            case SyntaxKind.Identifier:
                CollectVariable(expression, into, isCertain, asked);
                return;
            case SyntaxKind.PropertyAccessExpression when expression.FirstChild.Kind is SyntaxKind.ThisKeyword && constants.ValueOf(expression) == expression:
                CollectField(expression, into, isCertain, asked);
                return;
            default:
                var value = constants.ValueOf(expression);
                if (value != expression)
                    Collect(value, into, isCertain, asked.Deeper);
                else
                    into.IsOpen = true;
                return;
        }
    }

    private void CollectLiteral(SyntaxNode literal, Collected into, bool isCertain, Inquiry asked)
    {
        var module = bindings.ModuleOf(literal.Tree)!;
        foreach (var property in literal.Children)
        {
            switch (property.Kind)
            {
                case SyntaxKind.SpreadAssignment:
                    Collect(property.FirstChild, into, isCertain, asked.Deeper);
                    break;
                case SyntaxKind.PropertyAssignment when module.NameOf(property.FirstChild) is { Exists: true } name:
                    into.Set(name, property.ChildAt(1), isCertain);
                    break;
                case SyntaxKind.ShorthandPropertyAssignment:
                    into.Set(module.NameOf(property.FirstChild), property.FirstChild, isCertain);
                    break;
                case SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor when module.NameOf(property.FirstAfterModifiers()) is { Exists: true } method:
                    into.Set(method, property, isCertain);
                    break;
                default:
                    // `[key]: value`
                    into.IsOpen = true;
                    break;
            }
        }
    }

    /// <summary>A constant's initialiser, and what is assigned to its properties afterwards in the same file.</summary>
    private void CollectVariable(SyntaxNode identifier, Collected into, bool isCertain, Inquiry asked)
    {
        // A parameter, or a variable that changes, may bring anything; what the file itself puts into it is known all the same.
        var value = constants.ValueOf(identifier);
        if (value == identifier)
            into.IsOpen = true;
        else
            Collect(value, into, isCertain, asked.Deeper);
        var symbol = bindings.SymbolOf(identifier);
        if (!symbol.Exists || symbol.IsMember)
            return;

        foreach (var reference in symbol.References)
            CollectAssignmentTo(reference, symbol.Module, into);
    }

    /// <summary>"this.config": what the class assigns to the field, and to the field's properties.</summary>
    private void CollectField(SyntaxNode access, Collected into, bool isCertain, Inquiry asked)
    {
        var field = inference.SymbolOf(access);
        if (!field.IsMember || field.MemberOf is not { Kind: SyntaxKind.ClassBody } body)
        {
            into.IsOpen = true;
            return;
        }

        var isAssigned = false;
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node.Kind is not SyntaxKind.PropertyAccessExpression || node.FirstChild.Kind is not SyntaxKind.ThisKeyword || field.Module.NameOf(node.ChildAt(1)) != field.Name)
                continue;
            if (node.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == node)
            {
                isAssigned = true;
                Collect(assignment.ChildAt(1), into, isCertain, asked.Deeper);
            }
            else
            {
                CollectAssignmentTo(node, field.Module, into);
            }
        }

        // "constructor(private readonly config: Config)"
        if (!isAssigned)
            into.IsOpen = true;
    }

    /// <summary>"config.key = value", "config.key ??= value" after the object was made.</summary>
    private static void CollectAssignmentTo(SyntaxNode reference, Module module, Collected into)
    {
        var access = reference.Parent;
        if (access.FirstChild != reference || access.Parent is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals } assignment || assignment.FirstChild != access)
            return;
        if (access.Kind is SyntaxKind.PropertyAccessExpression)
            into.Set(module.NameOf(access.ChildAt(1)), assignment.ChildAt(1), isCertain: false);
        else if (access.Kind is SyntaxKind.ElementAccessExpression)
            into.IsOpen = true;
    }

    private void CollectCall(SyntaxNode call, Collected into, bool isCertain, Inquiry asked)
    {
        var arguments = call.Child(SyntaxKind.ArgumentList);
        if (call.FirstChild.TextIs("Object.assign"u8))
        {
            foreach (var argument in arguments.Children)
                Collect(argument, into, isCertain, asked.Deeper);
            return;
        }

        if (call.FirstChild.TextIs("Object.freeze"u8))
        {
            Collect(arguments.FirstChild, into, isCertain, asked.Deeper);
            return;
        }

        if (inference.CalleeOf(call) is not Callee.InProgram { Functions: [var function], Signatures.IsEmpty: true } || new FunctionLike(function) is not { IsGenerator: false } shape)
        {
            into.IsOpen = true;
            return;
        }

        if (shape.HasExpressionBody)
        {
            Collect(shape.Body, into, isCertain, asked.Deeper);
            return;
        }

        var returns = Inference.ReturnsOf(shape.Body);
        if (returns.Length == 0)
            into.IsOpen = true;
        foreach (var statement in returns)
        {
            if (statement.FirstChild.Exists)
                Collect(statement.FirstChild, into, isCertain && returns.Length == 1, asked.Deeper);
        }
    }

    private sealed class Collected
    {
        public List<Option> Options { get; } = [];

        public bool IsOpen { get; set; }

        /// <summary>A later value replaces an earlier one; one that may be absent leaves the key as certain as it was.</summary>
        public void Set(Name name, SyntaxNode value, bool isCertain)
        {
            var at = Options.FindIndex(o => o.Name == name);
            if (at < 0)
                Options.Add(new(name, value, isCertain));
            else
                Options[at] = new(name, value, isCertain || Options[at].IsCertain);
        }
    }
}
