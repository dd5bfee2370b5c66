using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

/// <summary>
/// Light types, on demand. Every answer is remembered; asking is safe from many threads, and no answer depends on the order of asking.
/// What cannot be told is <see cref="LightType.Unknown"/>.
/// </summary>
public sealed partial class Inference
{
    private readonly Bindings bindings;
    private readonly ConcurrentDictionary<SyntaxTree, LightType?[]> memory = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>> circles = new();

    public Inference(Bindings bindings)
    {
        this.bindings = bindings;
        promise = bindings.Global(Name.Of("Promise"));
        array = bindings.Global(Name.Of("Array"));
        readonlyArray = bindings.Global(Name.Of("ReadonlyArray"));
    }

    public Bindings Bindings => bindings;

    /// <summary>The type of an expression, or the type that a type node denotes.</summary>
    public LightType TypeOf(SyntaxNode node)
    {
        if (!node.Exists)
            return LightType.Unknown;
        Workers.Step();
        return IsTypeNode(node.Kind) ? Denoted(node) : OfExpression(node);
    }

    /// <summary>The type of the value that a symbol holds: of a variable or member, of the function or class itself.</summary>
    public LightType TypeOf(Symbol symbol) => OfMeaning(bindings.MeaningOf(symbol));

    /// <summary>The type of what an async function resolves to, and a plain one returns, as a caller gets it: <c>Promise&lt;T&gt;</c> for an async one.</summary>
    public LightType ReturnTypeOf(SyntaxNode function) => Remember(function);

    /// <summary>What a <c>for</c> loop over a value of the type is given, turn by turn; unknown when it is no iterable that we know.</summary>
    public LightType IteratedOf(LightType type) => Iterated(type, isAsync: false);

    /// <summary>
    /// The symbol that an expression names: a variable, or for <c>a.b</c> the member found through the type of <c>a</c>. None when it cannot be told.
    /// </summary>
    public Symbol SymbolOf(SyntaxNode expression)
    {
        switch (expression.Kind)
        {
            case SyntaxKind.Identifier:
                return bindings.SymbolOf(expression);
            case SyntaxKind.PropertyAccessExpression:
                return MemberOf(TypeOf(expression.FirstChild), NameAt(expression.ChildAt(1)));
            case SyntaxKind.ElementAccessExpression when expression.ChildAt(1).Kind is SyntaxKind.StringLiteral:
                return MemberOf(TypeOf(expression.FirstChild), NameAt(expression.ChildAt(1)));
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression:
                return SymbolOf(expression.FirstChild);
            default:
                return default;
        }
    }

    /// <summary>The type of a member of a type: also of one that only an index signature speaks of.</summary>
    public LightType MemberType(LightType type, Name name) => OfProperty(type, name);

    /// <summary>The member of a type under a name, inherited ones included; none when there is none, it has no symbol, or the type is a union of several.</summary>
    public Symbol MemberOf(LightType type, Name name) => FindMember(type.NonNullish(), name) is { } member ? member.Symbol : default;

    /// <summary>Answers from memory, or computes and remembers: the type of a declaration, the return type of a function, the type of a larger expression.</summary>
    private LightType Remember(SyntaxNode key)
    {
        var evaluation = Evaluation.Of(this);
        if (!evaluation.IsIdle && evaluation.Closes(key))
            return LightType.Unknown;

        var answers = memory.GetOrAdd(key.Tree, static tree => new LightType?[tree.Count]);
        if (Volatile.Read(ref answers[key.Index]) is { } known && !ClosesCircle(evaluation, key))
            return known;

        // Deeper nesting than the stack holds occurs in made-up programs only.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return LightType.Unknown;

        // Each question has its own measure, so that its answer does not depend on who asks.
        var (depth, steps, comparisons) = (evaluation.Depth, evaluation.Steps, evaluation.Comparisons);
        (evaluation.Depth, evaluation.Steps, evaluation.Comparisons) = (0, 0, 0);
        evaluation.Begin(key);
        var value = Compute(key);
        (evaluation.Depth, evaluation.Steps, evaluation.Comparisons) = (depth, steps, comparisons);
        if (evaluation.End(key, value) is not { } done)
            return LightType.Unknown;

        if (done.Count > 1)
        {
            var circle = done.Select(d => d.Key).ToImmutableArray();
            foreach (var (member, _) in done)
                circles[member] = circle;
        }

        foreach (var (member, answer) in done)
            Volatile.Write(ref memory.GetOrAdd(member.Tree, static tree => new LightType?[tree.Count])[member.Index], answer);
        return value;
    }

    /// <summary>Another thread has closed a circle that this one is still walking: it must see what it would have seen alone.</summary>
    private bool ClosesCircle(Evaluation evaluation, SyntaxNode key)
    {
        if (evaluation.IsIdle || circles.IsEmpty || !circles.TryGetValue(key, out var members))
            return false;
        foreach (var member in members)
        {
            if (evaluation.Closes(member))
                return true;
        }

        return false;
    }

    private LightType Compute(SyntaxNode key) => key.Kind switch
    {
        SyntaxKind.VariableDeclaration => OfVariable(key),
        SyntaxKind.BindingElement => OfBindingElement(key),
        SyntaxKind.Parameter => OfParameter(key),
        SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature => OfProperty(key),
        SyntaxKind.TypeAliasDeclaration => Denoted(key.Children.ToArray()[^1]),
        SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression => BaseOf(key),
        _ when IsFunction(key.Kind) => ReturnOf(key),
        _ => ComputeExpression(key),
    };

    private Module ModuleOf(SyntaxNode node) => bindings.ModuleOf(node.Tree) ?? throw new ArgumentException("a node of another program");

    private Name NameAt(SyntaxNode node) => ModuleOf(node).NameOf(node);

    private static bool IsFunction(SyntaxKind kind) => kind is SyntaxKind.FunctionDeclaration or SyntaxKind.FunctionExpression or SyntaxKind.ArrowFunction
        or SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor or SyntaxKind.Constructor
        or SyntaxKind.MethodSignature or SyntaxKind.CallSignature or SyntaxKind.ConstructSignature or SyntaxKind.FunctionType or SyntaxKind.ConstructorType;

    private static bool IsTypeNode(SyntaxKind kind) => kind is >= SyntaxKind.KeywordType and <= SyntaxKind.ImportType
        or SyntaxKind.TypeAnnotation or SyntaxKind.ExpressionWithTypeArguments;
}
