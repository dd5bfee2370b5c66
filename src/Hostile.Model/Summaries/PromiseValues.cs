using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A promise at a place where its value is meant.</summary>
/// <param name="Promise">The expression.</param>
/// <param name="Use">What is done with it.</param>
public sealed record PromiseValue(SyntaxNode Promise, ValueUse Use)
{
    /// <summary>What is called to get it, when that guards something: <c>verifyToken</c>; null when it does not.</summary>
    public string? Guards { get; init; }

    /// <summary>Where the program awaits the same; none when the type alone says that it is a promise whose value is meant.</summary>
    public SyntaxNode AwaitedAt { get; init; }

    /// <summary>Whether its type says that it may just as well be none: <c>boolean | Promise&lt;boolean&gt;</c>.</summary>
    public bool NeedBeNone { get; init; }

    /// <summary>Whether all that hangs on it is that the function refuses: <c>if (!owner) throw …</c>, which it never does.</summary>
    public bool OnlyRefuses
    {
        get
        {
            if (Use is not ValueUse.Test || Promise.Wrapped().Parent is not { Kind: SyntaxKind.PrefixUnaryExpression, Operator: TokenKind.Exclamation } negated)
                return false;
            var condition = negated.Wrapped();
            while (condition.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.BarBar } either)
                condition = either.Wrapped();
            return condition.Parent is { Kind: SyntaxKind.IfStatement } test && test.FirstChild == condition && Rejections.Leaves(test.ChildAt(1));
        }
    }

    /// <summary>Whether only a fallback is lost, and the promise itself is handed on: <c>return load(id) || ''</c>, <c>if (result) return result;</c></summary>
    public bool IsHandedOn => Use is ValueUse.Test && (IsReturnedIf || IsChoice);

    private bool IsReturnedIf => Promise.Is(SyntaxKind.Identifier) && Promise.Wrapped().Parent is { Kind: SyntaxKind.IfStatement } test && test.ChildAt(1) is var then && (then.Is(SyntaxKind.Block) ? then.FirstChild : then) is { Kind: SyntaxKind.ReturnStatement } given && given.FirstChild.Unwrapped().TextIs(Promise.Bytes);

    private bool IsChoice => Promise.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.BarBar } choice && choice.Wrapped().Parent.Kind is SyntaxKind.ReturnStatement or SyntaxKind.AwaitExpression or SyntaxKind.ArrowFunction;
}

/// <summary>What is done with a promise as if it were its value.</summary>
public enum ValueUse
{
    /// <summary>Its truth decides: always true.</summary>
    Test,

    /// <summary>It is compared with something that is no promise: never equal.</summary>
    Comparison,

    /// <summary>It becomes part of a text: <c>[object Promise]</c>.</summary>
    Text,

    /// <summary>Its properties are copied: it has none.</summary>
    Spread,

    /// <summary>Its properties are written out, or counted: it has none.</summary>
    Written,

    /// <summary>A property is read that promises do not have.</summary>
    Member,

    /// <summary>It is put into an object, or given to a function, that wants its value.</summary>
    Handed,

    /// <summary>It is what the turn before made, in a <c>reduce</c> of an async function: used as if it were no promise.</summary>
    Accumulator,
}

/// <summary>Finds promises that are used as their values.</summary>
internal static class PromiseValues
{
    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.IfStatement, SyntaxKind.WhileStatement, SyntaxKind.ConditionalExpression, SyntaxKind.ForCondition, SyntaxKind.DoStatement, SyntaxKind.PrefixUnaryExpression, SyntaxKind.BinaryExpression, SyntaxKind.TemplateSpan, SyntaxKind.SpreadAssignment, SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression, SyntaxKind.PropertyAssignment, SyntaxKind.VariableDeclaration, SyntaxKind.CallExpression);

    /// <summary>As often as this, what is awaited each time is a promise.</summary>
    private const int LeastAwaited = 3;

    /// <summary>A name that is spelled more often is looked at no further.</summary>
    private const int MostMentions = 400;

    /// <summary>Words of names that say who may do what.</summary>
    private static readonly string[] Guarding = ["auth", "authenticate", "authenticated", "authorize", "authorized", "permission", "permitted", "allow", "allowed", "admin", "owner", "access", "verify", "token", "credential", "password", "role", "can"];

    private static readonly Name ToStringName = Name.Of("toString"u8);

    /// <summary>Those of a file, by position.</summary>
    public static ImmutableArray<PromiseValue> In(ProjectModel project, Module module)
    {
        var found = ImmutableArray.CreateBuilder<PromiseValue>();
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            switch (node.Kind)
            {
                case SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.ConditionalExpression or SyntaxKind.ForCondition:
                    Test(project, node.FirstChild, found);
                    break;
                case SyntaxKind.DoStatement:
                    Test(project, node.ChildAt(1), found);
                    break;
                case SyntaxKind.PrefixUnaryExpression when node.Operator is TokenKind.Exclamation:
                    Test(project, node.FirstChild, found);
                    break;
                case SyntaxKind.BinaryExpression when node.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar && !IsLeftOver(node):
                    Test(project, node.FirstChild, found);
                    break;
                case SyntaxKind.BinaryExpression when node.Operator is TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEquals
                    or TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.LessThanEquals or TokenKind.GreaterThanEquals:
                    Compare(project, node.FirstChild, node.ChildAt(1), found);
                    Compare(project, node.ChildAt(1), node.FirstChild, found);
                    break;
                case SyntaxKind.TemplateSpan when !node.Parent.Parent.Is(SyntaxKind.TaggedTemplateExpression) && IsMadeOrNamed(project, node.FirstChild) && !SaysItself(project, node.FirstChild):
                    Add(project, node.FirstChild, ValueUse.Text, found);
                    break;
                // "'id ' + load()"
                case SyntaxKind.BinaryExpression when node.Operator is TokenKind.Plus && IsText(node.FirstChild) && IsMadeOrNamed(project, node.ChildAt(1)) && !SaysItself(project, node.ChildAt(1)):
                    Add(project, node.ChildAt(1), ValueUse.Text, found);
                    break;
                case SyntaxKind.BinaryExpression when node.Operator is TokenKind.Plus && IsText(node.ChildAt(1)) && IsMadeOrNamed(project, node.FirstChild) && !SaysItself(project, node.FirstChild):
                    Add(project, node.FirstChild, ValueUse.Text, found);
                    break;
                case SyntaxKind.CallExpression when CallName.Of(node) is { Exists: true } writer && project.EnumeratingNames.Contains(module.NameOf(writer)):
                    Enumerated(project, node, found);
                    break;
                case SyntaxKind.SpreadAssignment:
                    Spread(project, node.FirstChild, found);
                    break;
                case SyntaxKind.PropertyAccessExpression when IsMade(node.FirstChild):
                    Member(project, node, found);
                    break;
                // "load(id)[0]", "load(id)?.[0]": a promise has no elements.
                case SyntaxKind.ElementAccessExpression when node.ChildAt(1).Is(SyntaxKind.NumericLiteral) && IsMade(node.FirstChild):
                    if (project.Types.TypeOf(node.FirstChild) is LightType.Promise)
                        found.Add(new(node.FirstChild, ValueUse.Member));
                    else if (AwaitedAlike(project, node.FirstChild.Unwrapped()) is { Exists: true } alike)
                        found.Add(new(node.FirstChild, ValueUse.Member) { AwaitedAt = alike });
                    break;
                case SyntaxKind.PropertyAssignment when IsOfAwaited(project, node) && AwaitedElsewhere(project, module, new PropertyAssignment(node).Value.Unwrapped()) is { Exists: true } elsewhere:
                    found.Add(new(new PropertyAssignment(node).Value.Unwrapped(), ValueUse.Handed) { AwaitedAt = elsewhere });
                    break;
                case SyntaxKind.VariableDeclaration when IsGiven(project, module, node) && AwaitedElsewhere(project, module, node.Child(SyntaxKind.Initializer).FirstChild.Unwrapped()) is { Exists: true } otherwise:
                    found.Add(new(node.Child(SyntaxKind.Initializer).FirstChild.Unwrapped(), ValueUse.Handed) { AwaitedAt = otherwise });
                    break;
                case SyntaxKind.VariableDeclaration when MayBePromise(project, module, node) is { Exists: true } looked:
                    found.Add(new(looked, ValueUse.Comparison) { NeedBeNone = true });
                    break;
                case SyntaxKind.CallExpression when CallName.Of(node) is { Exists: true } name && name.TextIs("reduce"u8) && AccumulatorOf(project, module, node) is { Exists: true } accumulator:
                    found.Add(new(accumulator, ValueUse.Accumulator));
                    break;
            }
        }

        return found.ToImmutable();
    }

    private static void Test(ProjectModel project, SyntaxNode condition, ImmutableArray<PromiseValue>.Builder found)
    {
        condition = condition.Unwrapped();
        // "a && b" and "!a" are looked at by themselves; of "a ?? b" only b stands in for the whole.
        if (condition.Is(SyntaxKind.BinaryExpression) && condition.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion)
            Test(project, condition.ChildAt(1), found);
        else if (!found.Any(value => value.Promise == condition))
            Add(project, condition, ValueUse.Test, found);
    }

    /// <summary><c>species={(id &amp;&amp; load(id)) || undefined}</c>: what is left over is the <c>id</c> that is not there, put as nothing; the promise is handed on.</summary>
    private static bool IsLeftOver(SyntaxNode choice)
    {
        if (choice.Operator is not TokenKind.BarBar || choice.FirstChild.Unwrapped() is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand } || !(choice.ChildAt(1).Unwrapped() is var fallback && (fallback.Is(SyntaxKind.NullKeyword) || fallback.TextIs("undefined"u8))))
            return false;
        var parent = choice.Wrapped().Parent;
        return !(parent.Kind is SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForCondition or SyntaxKind.ConditionalExpression or SyntaxKind.PrefixUnaryExpression or SyntaxKind.BinaryExpression);
    }

    /// <summary><c>{ ...(isOn ? load() : {}) }</c>: whichever of them is spread.</summary>
    private static void Spread(ProjectModel project, SyntaxNode value, ImmutableArray<PromiseValue>.Builder found)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.ConditionalExpression))
        {
            Spread(project, value.ChildAt(1), found);
            Spread(project, value.ChildAt(2), found);
        }
        else
        {
            Add(project, value.Is(SyntaxKind.BinaryExpression) && value.Operator is TokenKind.AmpersandAmpersand ? value.ChildAt(1) : value, ValueUse.Spread, found);
        }
    }

    private static void Compare(ProjectModel project, SyntaxNode side, SyntaxNode other, ImmutableArray<PromiseValue>.Builder found)
    {
        if (!IsMade(side.Unwrapped()) || project.ThenableOf(other) is not Thenable.Not || project.Types.TypeOf(other).Alternatives.Any(type => type.IsNullish))
            return;
        Add(project, side, ValueUse.Comparison, found);
    }

    /// <summary><c>load(id).rows</c>: undefined, where the row of what it resolves to is meant.</summary>
    private static void Member(ProjectModel project, SyntaxNode access, ImmutableArray<PromiseValue>.Builder found)
    {
        var type = project.Types.TypeOf(access.FirstChild);
        if (type is not LightType.Promise || project.Types.MemberOf(type, project.Bindings.ModuleOf(access.Tree)!.NameOf(access.ChildAt(1))).Exists || access.ChildAt(1).TextIs("constructor"u8) || access.ChildAt(1).TextIs("toString"u8))
            return;
        found.Add(new(access.FirstChild, ValueUse.Member));
    }

    /// <summary><c>`${db.raw('now()')}`</c>: its class has a <c>toString</c> of its own, which every other object has from <c>Object</c>.</summary>
    private static bool SaysItself(ProjectModel project, SyntaxNode expression) => project.Types.TypeOf(expression).NonNullish().Alternatives.Any(type =>
        project.Types.MemberOf(type, ToStringName) is { Exists: true } method && !method.Declaration.Parent.Parent.FirstAfterModifiers().TextIs("Object"u8));

    private static void Add(ProjectModel project, SyntaxNode expression, ValueUse use, ImmutableArray<PromiseValue>.Builder found)
    {
        expression = expression.Unwrapped();
        // Only calls and names can be promises that somebody took for something else.
        if (expression.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.TaggedTemplateExpression))
            return;
        if (MayBeAbsent(project, expression) || IsAsked(project, expression))
            return;
        if (use is ValueUse.Test && AwaitedAlike(project, expression) is { Exists: true } alike)
        {
            found.Add(new(expression, use) { Guards = GuardOf(project, expression), AwaitedAt = alike });
            return;
        }

        if (use is ValueUse.Spread && IsMadeByHand(project, expression))
            return;
        if (project.ThenableOf(expression) is not (Thenable.Promise or Thenable.Lazy) || !project.Types.IsAlwaysThenable(project.Types.TypeOf(expression)))
            return;
        found.Add(new(expression, use) { Guards = use is ValueUse.Test ? GuardOf(project, expression) : null });
    }

    /// <summary>An object that has a <c>then</c> beside other members, <c>{ then: promise.then.bind(promise), value }</c>: whoever spreads it wants just these.</summary>
    private static bool IsMadeByHand(ProjectModel project, SyntaxNode expression) =>
        project.Types.TypeOf(expression).NonNullish().Alternatives.Any(type => type is LightType.Shape or LightType.Intersection)
        || (project.FunctionCalled(expression) is { Exists: true } made && !made.Has(NodeFlags.Async) && FunctionLike.From(made) is { Body.Exists: true } maker && Inference.ResultsOf(maker).Any(result => result.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression)));

    private static bool IsText(SyntaxNode side) => side.Unwrapped().Kind is SyntaxKind.StringLiteral or SyntaxKind.TemplateExpression or SyntaxKind.NoSubstitutionTemplateLiteral;

    /// <summary>A call, or a variable that holds its answer. Who takes a promise as a parameter, and writes it out, knows that it is one: <c>process.on('unhandledRejection', (reason, promise) => log(`${promise}`))</c>.</summary>
    private static bool IsMadeOrNamed(ProjectModel project, SyntaxNode expression) =>
        IsMade(expression) || (expression.Unwrapped() is { Kind: SyntaxKind.Identifier } name && project.Bindings.SymbolOf(name) is { Exists: true, Declaration.Kind: SyntaxKind.VariableDeclaration });

    /// <summary><c>response.json({ user: load(id) })</c>, <c>JSON.stringify(user)</c>: a promise has no properties, and <c>{}</c> is what is written.</summary>
    private static void Enumerated(ProjectModel project, SyntaxNode call, ImmutableArray<PromiseValue>.Builder found)
    {
        if (call.Child(SyntaxKind.ArgumentList).FirstChild is not { Exists: true } first || !(IsMadeOrNamed(project, first) || first.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression)) || project.Types.CalleeOf(call) is not Callee.Library library)
            return;
        foreach (var enumerates in project.Effects.Of(library.Signature).OfType<Effect.Enumerates>())
        {
            var argument = project.ArgumentAt(call, enumerates.What).Unwrapped();
            if (!argument.Is(SyntaxKind.ObjectLiteralExpression))
            {
                Add(project, argument, ValueUse.Written, found);
                continue;
            }

            foreach (var property in argument.Children)
            {
                if (property.Is(SyntaxKind.PropertyAssignment) && IsMadeOrNamed(project, new PropertyAssignment(property).Value))
                    Add(project, new PropertyAssignment(property).Value, ValueUse.Written, found);
                else if (property.Is(SyntaxKind.ShorthandPropertyAssignment) && IsMadeOrNamed(project, property.FirstChild))
                    Add(project, property.FirstChild, ValueUse.Written, found);
            }
        }
    }

    /// <summary>The promise itself is made here, or by a name that nothing else is ever given.</summary>
    private static bool IsMade(SyntaxNode expression) => expression.Unwrapped().Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression;

    /// <summary>"if (!this.ready) this.ready = init()": declared without "undefined", and yet undefined at first.</summary>
    private static bool MayBeAbsent(ProjectModel project, SyntaxNode expression)
    {
        if (expression.Is(SyntaxKind.PropertyAccessExpression))
            return true;
        if (!expression.Is(SyntaxKind.Identifier))
            return expression.Has(NodeFlags.Optional) || (expression.Is(SyntaxKind.CallExpression) && expression.FirstChild.Has(NodeFlags.Optional));
        var symbol = project.Bindings.SymbolOf(expression);
        // "const known = cache[key]; if (known)": the entry need not be there, whatever its type says.
        if (symbol.Exists && symbol.Declaration.Is(SyntaxKind.VariableDeclaration) && symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped().Kind is SyntaxKind.ElementAccessExpression or SyntaxKind.PropertyAccessExpression)
            return true;
        // An optional property that is taken apart, an optional parameter.
        if (symbol.Declaration.Is(SyntaxKind.Parameter) && !symbol.Declaration.Child(SyntaxKind.TypeAnnotation).Exists)
            return true;
        return !symbol.Exists || !symbol.IsAssignedOnce || symbol.Declaration.Is(SyntaxKind.BindingElement) || symbol.Declaration.Has(NodeFlags.Optional) || (symbol.Declaration.Is(SyntaxKind.VariableDeclaration) && !symbol.Declaration.Child(SyntaxKind.Initializer).Exists && !symbol.Declaration.Parent.Parent.Has(NodeFlags.Declare));
    }

    /// <summary><c>const out = listener(); if (out &amp;&amp; 'then' in out) throw …</c>: whoever asks of the same variable whether it is a promise knows that it can be one.</summary>
    private static bool IsAsked(ProjectModel project, SyntaxNode expression) => expression.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(expression).References.Any(reference =>
        reference.Tree == expression.Tree && FunctionShape.Enclosing(reference) == FunctionShape.Enclosing(expression) && AsksForPromise(reference));

    private static bool AsksForPromise(SyntaxNode reference)
    {
        var (value, parent) = (reference.Wrapped(), reference.Wrapped().Parent);
        return parent.Kind switch
        {
            SyntaxKind.BinaryExpression when parent.Operator is TokenKind.In => parent.ChildAt(1) == value && parent.FirstChild.Unwrapped() is { Kind: SyntaxKind.StringLiteral } key && key.Text.Trim('\'', '"') is "then" or "catch" or "finally",
            SyntaxKind.BinaryExpression when parent.Operator is TokenKind.InstanceOf => parent.FirstChild == value && parent.ChildAt(1).TextIs("Promise"u8),
            // "typeof out.then === 'function'", "out && out.then": looked at, and not called.
            SyntaxKind.PropertyAccessExpression => parent.FirstChild == value && parent.ChildAt(1).TextIs("then"u8) && !(parent.Wrapped().Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == parent.Wrapped()),
            SyntaxKind.ArgumentList => parent.Parent.Is(SyntaxKind.CallExpression) && CallName.Of(parent.Parent).Text is "isPromise" or "isPromiseLike" or "isThenable",
            _ => false,
        };
    }

    /// <summary>
    /// "const region = load(id); if (!region) …" where nothing is known of <c>load</c>, and the file awaits it wherever else it calls it: here it is a promise, too.
    /// None where one other call is not awaited, for then it may be none.
    /// </summary>
    public static SyntaxNode AwaitedAlike(ProjectModel project, SyntaxNode expression)
    {
        var call = expression;
        if (expression.Is(SyntaxKind.Identifier))
        {
            if (project.Bindings.SymbolOf(expression) is not { Exists: true, IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } variable || variable.References.Any(reference => IsTaken(reference)))
                return default;
            call = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        }

        if (!call.Is(SyntaxKind.CallExpression) || call.Has(NodeFlags.Optional) || CallName.Of(call) is not { Exists: true } name || project.Bindings.ModuleOf(call.Tree) is not { } module
            || !project.Types.TypeOf(call).IsUnknown || project.Types.CalleeOf(call) is not Callee.Unknown || module.Roles.HasFlag(ModuleRoles.Test))
            return default;
        SyntaxNode awaited = default;
        foreach (var other in project.Calls.CallsOf(module.NameOf(name), module))
        {
            Workers.Step();
            // One that is indexed where it stands is another of the same mistake.
            if (other == call || !other.FirstChild.TextIs(call.FirstChild.Bytes) || other.Wrapped().Parent.Is(SyntaxKind.ElementAccessExpression))
                continue;
            if (!IsTaken(other))
                return default;
            if (!awaited.Exists && other.Wrapped().Parent.Is(SyntaxKind.AwaitExpression))
                awaited = other;
        }

        return awaited.Exists && IsPlain(project, module.NameOf(name)) ? default : awaited;
    }

    /// <summary>
    /// Whether all functions of a name of several words that the program writes, one at least, give no promise: an <c>await</c> of what nothing is known of is often one too many, and no proof against that.
    /// </summary>
    private static bool IsPlain(ProjectModel project, Name name)
    {
        if (!IsOfItsOwn(name) || project.AsyncNames.Contains(name))
            return false;
        var (seen, found) = (0, false);
        foreach (var identifier in project.Mentions.Named(name))
        {
            if (++seen > MostMentions)
                return false;
            var declaration = identifier.Parent;
            var function = declaration.Kind switch
            {
                SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration => declaration,
                SyntaxKind.PropertyAssignment => new PropertyAssignment(declaration).Value.Unwrapped(),
                SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration => declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped(),
                _ => default,
            };
            if (FunctionLike.From(function) is not { Body.Exists: true } shape || (function != declaration && declaration.FirstAfterModifiers() != identifier))
                continue;
            if (shape.IsAsync || Inference.ResultsOf(shape).Any(result => result.Unwrapped().Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression && project.ThenableOf(result) is not Thenable.Not))
                return false;
            found = true;
        }

        return found;
    }

    /// <summary>
    /// Where the program awaits what a call gives, which it does wherever else it calls the same: a promise that stands by itself was forgotten. One other is enough where the type says that it is a promise,
    /// three where nothing is known of it. None where the program does otherwise more than now and then.
    /// </summary>
    private static SyntaxNode AwaitedElsewhere(ProjectModel project, Module module, SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || call.Has(NodeFlags.Optional) || CallName.Of(call) is not { Exists: true } node || module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module))
            return default;
        var name = module.NameOf(node);
        var isKnown = !project.Types.TypeOf(call).IsUnknown;
        var called = project.FunctionCalled(call);
        if (isKnown ? !called.Exists || project.ThenableOf(call) is not Thenable.Promise || !project.Types.IsAlwaysThenable(project.Types.TypeOf(call)) : project.Types.CalleeOf(call) is not Callee.Unknown || !IsOfItsOwn(name) || !project.AsyncNames.Contains(name))
            return default;
        SyntaxNode first = default;
        var (awaited, otherwise) = (0, 0);
        foreach (var other in project.Calls.CallsOf(name))
        {
            Workers.Step();
            if (other == call || other.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) || (isKnown ? project.FunctionCalled(other) != called : project.Types.CalleeOf(other) is not Callee.Unknown))
                continue;
            if (!IsTaken(other) && !other.Wrapped().Parent.Is(SyntaxKind.ArrowFunction))
                otherwise++;
            else if (other.Wrapped().Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction && ++awaited > 0)
                first = first.Exists ? first : other;
        }

        return awaited >= (isKnown ? 1 : LeastAwaited) && otherwise * LeastAwaited <= awaited ? first : default;
    }

    /// <summary>A name of several words: <c>loadCrumbs</c> is one thing wherever it is called, and <c>load</c> and <c>email</c> are many.</summary>
    private static bool IsOfItsOwn(Name name) => name.ToString() is var text && text.Skip(1).Any(char.IsAsciiLetterUpper);

    /// <summary>"await save({ data: { crumbs: load() } })", "items.map(async (item) => ({ ...item, state: load() }))": what stands there is meant to be saved, or shown.</summary>
    private static bool IsOfAwaited(ProjectModel project, SyntaxNode property)
    {
        if (!new PropertyAssignment(property).Value.Unwrapped().Is(SyntaxKind.CallExpression))
            return false;
        var literal = property.Parent;
        while (literal.Wrapped().Parent is { Kind: SyntaxKind.PropertyAssignment } outer)
            literal = outer.Parent;
        var (call, place) = Callers.Argument(literal);
        if (call.Exists)
        {
            return call.Is(SyntaxKind.CallExpression) && call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) && project.PromiseOperationOf(call) is PromiseOperation.None
                && literal == property.Parent && TakesValue(project, project.Types.MemberType(project.Types.ExpectedArgument(call, place), project.Bindings.ModuleOf(property.Tree)!.NameOf(new PropertyAssignment(property).Name)));
        }

        var function = FunctionShape.Enclosing(literal);
        return function.Has(NodeFlags.Async) && (FunctionShape.BodyOf(function).Unwrapped() == literal || literal.Wrapped().Parent.Is(SyntaxKind.ReturnStatement)) && Callers.Argument(function).Call is { Kind: SyntaxKind.CallExpression } map && CallName.Of(map).TextIs("map"u8);
    }

    /// <summary>"const transaction = begin(); … queries(transaction)" in an async function, and nothing else is done with it: what it is given to uses it as a value.</summary>
    private static bool IsGiven(ProjectModel project, Module module, SyntaxNode declaration)
    {
        if (!declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped().Is(SyntaxKind.CallExpression) || !FunctionShape.Enclosing(declaration).Has(NodeFlags.Async)
            || module.SymbolOfDeclaration(declaration) is not { Exists: true, IsAssignedOnce: true, IsModuleLevel: false } variable || variable.References.IsEmpty)
            return false;
        foreach (var reference in variable.References)
        {
            if (reference == declaration.FirstChild)
                continue;
            if (Callers.Argument(reference) is not { Call: { Kind: SyntaxKind.CallExpression } call, Place: var place } || project.PromiseOperationOf(call) is not PromiseOperation.None || project.FunctionCalled(call) is not { Exists: true } taker || FunctionLike.From(taker) is not { } shape
                || !TakesValue(project, project.Types.ExpectedArgument(call, place)) || shape.Parameters[place] is not { Exists: true } parameter || project.Bindings.ModuleOf(taker.Tree)!.SymbolOfDeclaration(parameter) is not { Exists: true } given
                || given.References.Any(IsTaken))
                return false;
        }

        return true;
    }

    /// <summary>
    /// "const result = filter(user); if (result !== true and Array.isArray(result)) …" where the type of <c>filter</c> says that it may give a promise: the place where the variable is compared,
    /// when all that is done with it is such, and nobody asks whether it is a promise. None otherwise.
    /// </summary>
    private static SyntaxNode MayBePromise(ProjectModel project, Module module, SyntaxNode declaration)
    {
        var call = declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (!call.Is(SyntaxKind.CallExpression) || module.Roles.HasFlag(ModuleRoles.Test) || module.SymbolOfDeclaration(declaration) is not { Exists: true, IsAssignedOnce: true, IsModuleLevel: false } variable || variable.References.IsEmpty)
            return default;
        SyntaxNode compared = default;
        foreach (var reference in variable.References)
        {
            if (reference == declaration.FirstChild)
                continue;
            var parent = reference.Wrapped().Parent;
            if (parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEqualsEquals } && parent.FirstChild.Unwrapped() == reference && parent.ChildAt(1).Unwrapped().Kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral)
                compared = compared.Exists ? compared : reference;
            else if (IsTaken(reference) || parent.Is(SyntaxKind.TypeOfExpression) || (parent.Is(SyntaxKind.BinaryExpression) && parent.Operator is TokenKind.InstanceOf or TokenKind.In)
                || (parent.Is(SyntaxKind.ArgumentList) && !parent.Parent.FirstChild.TextIs("Array.isArray"u8)) || parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment)
                return default;
        }

        if (!compared.Exists)
            return default;
        var type = project.Types.TypeOf(call);
        return type.Alternatives.Any(one => one is LightType.Promise) && !project.Types.IsAlwaysThenable(type) ? compared : default;
    }

    private static bool TakesValue(ProjectModel project, LightType expected) => project.Types.ThenableOf(expected.NonNullish()) is not (Thenable.Promise or Thenable.Lazy);

    private static bool IsTaken(SyntaxNode value) => value.Wrapped().Parent is var parent
        && (parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement or SyntaxKind.ArrayLiteralExpression || (parent.Is(SyntaxKind.PropertyAccessExpression) && parent.ChildAt(1).Text is "then" or "catch" or "finally"));

    /// <summary>
    /// "names.reduce(async (all, name) => { all[name] = await load(name); return all; }, {})": from the second turn on <c>all</c> is the promise of the turn before. None where it is awaited, or never used.
    /// </summary>
    private static SyntaxNode AccumulatorOf(ProjectModel project, Module module, SyntaxNode call)
    {
        var callback = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        if (!callback.Has(NodeFlags.Async) || FunctionLike.From(callback) is not { } shape || !call.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression))
            return default;
        SyntaxNode used = default;
        var parameter = shape.Parameters[0];
        if (!parameter.Exists || !new Parameter(parameter).Name.Is(SyntaxKind.Identifier) || module.SymbolOfDeclaration(parameter) is not { Exists: true, IsAssignedOnce: true } accumulator)
            return default;
        foreach (var reference in accumulator.References)
        {
            var parent = reference.Wrapped().Parent;
            var isRead = parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && parent.FirstChild == reference.Wrapped() && !(parent.ChildAt(1).Text is "then" or "catch" or "finally");
            if (isRead || parent.Kind is SyntaxKind.SpreadAssignment or SyntaxKind.SpreadElement)
                used = used.Exists ? used : reference;
            else if (!parent.Is(SyntaxKind.ReturnStatement) && reference != new Parameter(parameter).Name)
                return default;
        }

        return used;
    }

    /// <summary>The name of what is called, where that decides who may do what, or about money; null for others.</summary>
    internal static string? GuardOf(ProjectModel project, SyntaxNode expression)
    {
        if (expression.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(expression) is { Exists: true } symbol && symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Kind: SyntaxKind.CallExpression } made)
            expression = made;
        if (!expression.Is(SyntaxKind.CallExpression) || CallName.Of(expression) is not { Exists: true } node)
            return null;
        var name = node.Text;
        return Money.WordsOf(name).Any(Guarding.Contains) || Money.IsMoney(name) ? name : null;
    }
}
