using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Which code runs only while the program is developed, because a condition on <c>NODE_ENV</c> says so around it or around every call that leads to it,
/// or a condition on a flag that only such code sets: <c>if (cached.reload === true)</c>.
/// </summary>
internal sealed class Development(ProjectModel project)
{
    private const int LongestChain = 4;
    private const int MostCalls = 20;

    private const int FlagsDeep = 2;

    private readonly ConcurrentDictionary<(FunctionModel Function, int Depth), bool> known = new();
    private readonly ConcurrentDictionary<Name, bool> flags = new();

    /// <summary>Whether a node is evaluated in development only.</summary>
    public bool Holds(SyntaxNode node) => Holds(node, 0);

    private bool Holds(SyntaxNode node, int depth)
    {
        if (project.FunctionAround(node) is not { } function)
            return false;
        if (IsGuarded(node, function.Node, depth))
            return true;
        // What is made in development only is called in development only.
        if (function.Node.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression && depth < LongestChain && Holds(function.Node, depth + 1))
            return true;
        return known.GetOrAdd((function, depth), static (key, self) => self.OnlyCalledSo(key.Function, key.Depth), this);
    }

    private bool OnlyCalledSo(FunctionModel function, int depth)
    {
        if (depth >= LongestChain || function.IsTopLevel)
            return false;
        var calls = project.Callers.CallsTo(function).Take(MostCalls + 1).ToList();
        return calls.Count is > 0 and <= MostCalls && !project.Callers.IsHandedOver(function) && calls.TrueForAll(call => Holds(call, depth + 1));
    }

    private bool IsGuarded(SyntaxNode node, SyntaxNode function, int depth)
    {
        for (var at = node; at.Exists && at != function; at = at.Parent)
        {
            var around = at.Parent;
            if (around.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression && around.ChildAt(1) == at && Says(around.FirstChild, isDevelopment: true))
                return true;
            if (around.Is(SyntaxKind.IfStatement) && around.ChildAt(1) == at && FlagOf(around.FirstChild) is { Exists: true } flag && IsSetInDevelopment(flag, depth))
                return true;
            if (around is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand } && around.ChildAt(1) == at && Says(around.FirstChild, isDevelopment: true))
                return true;
            if (around.Is(SyntaxKind.Block) && LeftBefore(around, at))
                return true;
        }

        return false;
    }

    /// <summary>The property that a condition asks to be true: <c>cached.reload === true</c>, <c>cached.reload</c>.</summary>
    private static SyntaxNode FlagOf(SyntaxNode condition)
    {
        condition = condition.Unwrapped();
        if (condition is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEqualsEquals } && condition.ChildAt(1).Is(SyntaxKind.TrueKeyword))
            condition = condition.FirstChild.Unwrapped();
        return condition.Is(SyntaxKind.PropertyAccessExpression) ? condition.ChildAt(1) : default;
    }

    /// <summary>Whether properties of a name are given something else than <c>false</c>, and that in development only, or where they were so already.</summary>
    private bool IsSetInDevelopment(SyntaxNode property, int depth)
    {
        var name = project.Bindings.ModuleOf(property.Tree)!.NameOf(property);
        // Whether a flag's own setters are behind another flag is not asked, so that the answer does not depend on who asks.
        if (depth >= FlagsDeep)
            return false;
        if (flags.TryGetValue(name, out var answer))
            return answer;

        var isSet = false;
        answer = project.Mentions.Named(name).Where(mention => !project.Bindings.ModuleOf(mention.Tree)!.Roles.HasFlag(ModuleRoles.Test)).All(IsHarmless) && isSet;
        flags[name] = answer;
        return answer;

        bool IsHarmless(SyntaxNode mention)
        {
            var holder = mention.Parent;
            if (holder.Is(SyntaxKind.PropertyAssignment) && holder.FirstChild == mention)
                return holder.ChildAt(1).Is(SyntaxKind.FalseKeyword);
            if (holder.Is(SyntaxKind.ShorthandPropertyAssignment))
                return false;
            if (!holder.Is(SyntaxKind.PropertyAccessExpression) || holder.ChildAt(1) != mention || !holder.Parent.Is(SyntaxKind.BinaryExpression) || holder.Parent.FirstChild != holder
                || holder.Parent.Operator is not (>= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals) || holder.Parent.ChildAt(1).Unwrapped().Is(SyntaxKind.FalseKeyword))
                return true;
            isSet = true;
            return IsWithin(holder, name) || Holds(holder, FlagsDeep);
        }
    }

    /// <summary>Whether a node stands where a flag of that name was true.</summary>
    private bool IsWithin(SyntaxNode node, Name name)
    {
        for (var at = node; at.Parent.Exists; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.ChildAt(1) == at && FlagOf(at.Parent.FirstChild) is { Exists: true } flag && project.Bindings.ModuleOf(flag.Tree)!.NameOf(flag) == name)
                return true;
        }

        return false;
    }

    /// <summary><c>if (process.env.NODE_ENV === 'production' || …) return;</c> above a statement of the same block.</summary>
    private bool LeftBefore(SyntaxNode block, SyntaxNode statement)
    {
        foreach (var earlier in block.Children)
        {
            if (earlier == statement)
                return false;
            if (earlier.Is(SyntaxKind.IfStatement) && Leaves(earlier.ChildAt(1)) && Says(earlier.FirstChild, isDevelopment: false))
                return true;
        }

        return false;
    }

    private static bool Leaves(SyntaxNode branch)
    {
        if (branch.Is(SyntaxKind.Block))
        {
            var last = branch.FirstChild;
            foreach (var statement in branch.Children)
                last = statement;
            branch = last;
        }

        return branch.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement;
    }

    /// <summary>Whether a variable or an option says by its name that it is on in development, <c>options.dev</c>, or in production, <c>isProduction</c>; null for others.</summary>
    private static bool? Flag(SyntaxNode condition)
    {
        var name = condition.Is(SyntaxKind.PropertyAccessExpression) ? condition.ChildAt(1) : condition;
        return !name.Is(SyntaxKind.Identifier) ? null : name.Text switch
        {
            "dev" or "isDev" or "isDevelopment" or "development" or "devMode" or "isDevMode" => true,
            "prod" or "isProd" or "isProduction" or "production" => false,
            _ => null,
        };
    }

    /// <summary>An environment variable by whose name only tests set it: <c>process.env.E2E_TESTING</c>, <c>env.get('MOCK_SEND') === 'true'</c>.</summary>
    private static bool IsForTests(SyntaxNode condition)
    {
        if (condition is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals } && StringLiteral.From(condition.ChildAt(1).Unwrapped()) is { Value: "true" or "1" })
            condition = condition.FirstChild.Unwrapped();
        var name = condition.Is(SyntaxKind.PropertyAccessExpression) && condition.FirstChild.Text == "process.env" ? condition.ChildAt(1).Text
            : condition.Is(SyntaxKind.CallExpression) && condition.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } get && get.ChildAt(1).TextIs("get"u8) && get.FirstChild.Text.EndsWith("env", StringComparison.OrdinalIgnoreCase) && StringLiteral.From(condition.Child(SyntaxKind.ArgumentList).FirstChild) is { Value: var key } ? key
            : "";
        return name.Split('_').Any(word => word is "TEST" or "TESTS" or "TESTING" or "E2E" or "MOCK");
    }

    /// <summary><c>process.env.NODE_ENV</c>, <c>config.env</c>, <c>config.get('ENVIRONMENT')</c>, and a constant that is made of one: what says where the program runs.</summary>
    private bool IsMode(SyntaxNode value)
    {
        if (value.Is(SyntaxKind.Identifier))
            return project.Bindings.ModuleOf(value.Tree)!.LocalSymbolOf(value) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declared } && declared.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } made && !made.Unwrapped().Is(SyntaxKind.Identifier) && IsMode(made.Unwrapped());
        if (value.Is(SyntaxKind.CallExpression))
            return value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } get && get.ChildAt(1).TextIs("get"u8) && StringLiteral.From(value.Child(SyntaxKind.ArgumentList).FirstChild) is { Value: "NODE_ENV" or "ENVIRONMENT" or "APP_ENV" };
        return value.Is(SyntaxKind.PropertyAccessExpression) && value.ChildAt(1).Text is "NODE_ENV" or "nodeEnv" or "env" or "environment" or "ENVIRONMENT" or "APP_ENV" or "appEnv";
    }

    /// <summary>What programs call the places where nobody is served.</summary>
    private static bool IsOfDevelopers(string mode) => mode is "development" or "develop" or "dev" or "test" or "staging" or "local" or "ci";

    /// <summary>Whether a condition is true in development only or, in the other sense, whenever the program is in production.</summary>
    private bool Says(SyntaxNode condition, bool isDevelopment)
    {
        condition = condition.Unwrapped();
        if (condition.Is(SyntaxKind.PrefixUnaryExpression) && condition.Operator is TokenKind.Exclamation)
            return Flag(condition.FirstChild.Unwrapped()) is { } flag && flag != isDevelopment;
        if (Flag(condition) is { } said)
            return said == isDevelopment;
        if (isDevelopment && IsForTests(condition))
            return true;
        // "['development', 'staging'].includes(config.env)"
        if (condition.Is(SyntaxKind.CallExpression) && condition.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } includes && includes.ChildAt(1).TextIs("includes"u8) && includes.FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } modes)
            return isDevelopment && IsMode(condition.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) && modes.FirstChild.Exists && modes.Children.ToArray().All(element => StringLiteral.From(element.Unwrapped()) is { Value: var each } && IsOfDevelopers(each));
        if (!condition.Is(SyntaxKind.BinaryExpression))
            return false;
        // One of the terms of "a && b" is enough to keep production out, one of "a || b" to let it in.
        if (condition.Operator == (isDevelopment ? TokenKind.AmpersandAmpersand : TokenKind.BarBar))
            return Says(condition.FirstChild, isDevelopment) || Says(condition.ChildAt(1), isDevelopment);
        if (condition.Operator == (isDevelopment ? TokenKind.BarBar : TokenKind.AmpersandAmpersand))
            return Says(condition.FirstChild, isDevelopment) && Says(condition.ChildAt(1), isDevelopment);
        var (mode, value) = (condition.FirstChild.Unwrapped(), condition.ChildAt(1).Unwrapped());
        if (StringLiteral.From(mode) is not null)
            (mode, value) = (value, mode);
        if (!IsMode(mode) || StringLiteral.From(value) is not { Value: var name })
            return false;
        return condition.Operator switch
        {
            TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals => isDevelopment ? IsOfDevelopers(name) : name is "production",
            TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals => isDevelopment ? name is "production" : IsOfDevelopers(name),
            _ => false,
        };
    }
}
