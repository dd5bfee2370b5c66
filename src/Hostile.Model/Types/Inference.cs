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
    private readonly TreeTable<Answers> memory;
    private readonly ConcurrentDictionary<SyntaxTree, Answers> external = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>> circles = new();
    private volatile bool anyCircles;

    public Inference(Bindings bindings)
    {
        this.bindings = bindings;
        memory = new([.. bindings.Modules.Concat(bindings.Libraries).Select(module => (module.Tree, new Answers()))]);
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

        var answers = AnswersIn(key.Tree).Types;
        if (answers[key.Index] is { } known && !ClosesCircle(evaluation, key))
            return known;

        // Deeper nesting than the stack holds occurs in made-up programs only.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return evaluation.Spoil();

        // Each question has its own measure, so that its answer does not depend on who asks.
        var (depth, steps, comparisons, deepest) = (evaluation.Depth, evaluation.Steps, evaluation.Comparisons, evaluation.Deepest);
        (evaluation.Depth, evaluation.Steps, evaluation.Comparisons) = (0, 0, 0);
        evaluation.Begin(key);
        var underWay = Substitution.UnderWay;
        Substitution.UnderWay = null;
        var value = Compute(key);
        Substitution.UnderWay = underWay;
        (evaluation.Depth, evaluation.Steps, evaluation.Comparisons, evaluation.Deepest) = (depth, steps, comparisons, deepest);
        if (!evaluation.End(key, value, out var others))
            return LightType.Unknown;

        if (others is not null)
        {
            var circle = others.Select(other => other.Key).Append(key).ToImmutableArray();
            foreach (var member in circle)
                circles[member] = circle;
            anyCircles = true;
            foreach (var (member, answer) in others)
                AnswersIn(member.Tree).Types[member.Index] = answer;
        }

        answers[key.Index] = value;
        return value;
    }

    /// <summary>
    /// Works something out once for a node within whatever question is in progress, when it depends on nothing but the program: neither on the questions around it nor on how much is left of their measure.
    /// What it took of that is taken again each time, so that no answer depends on who asked before.
    /// </summary>
    private LightType Once(SyntaxNode key, Func<Inference, SyntaxNode, LightType> find)
    {
        var evaluation = Evaluation.Of(this);
        var known = AnswersIn(key.Tree).Worked;
        var worked = known[key.Index];
        if (worked?.Type is not null && evaluation.Depth + worked.Depth <= DeepestEvaluation && evaluation.Steps + worked.Steps <= MostSteps && evaluation.Comparisons + worked.Comparisons <= MostComparisons)
        {
            evaluation.Deepest = Math.Max(evaluation.Deepest, evaluation.Depth + worked.Depth);
            evaluation.Steps += worked.Steps;
            evaluation.Comparisons += worked.Comparisons;
            return worked.Type;
        }

        if (!evaluation.IsIdle)
            return WorkOut(key, find, evaluation, known, out _);
        if (evaluation.Depth > 0 || worked is not null)
            return find(this, key);

        // Outside all questions each step has a measure of its own: what they take together is known when all stay within one.
        (evaluation.Steps, evaluation.Comparisons, evaluation.IsMeasured) = (0, 0, true);
        LightType type;
        bool isSpoilt;
        try
        {
            type = WorkOut(key, find, evaluation, known, out isSpoilt);
        }
        finally
        {
            evaluation.IsMeasured = false;
        }

        if (!isSpoilt)
            return type;
        known[key.Index] = Worked.Never;
        return find(this, key);
    }

    private LightType WorkOut(SyntaxNode key, Func<Inference, SyntaxNode, LightType> find, Evaluation evaluation, NodeTable<Worked> known, out bool isSpoilt)
    {
        var (spoilt, steps, comparisons, deepest) = (evaluation.Spoilt, evaluation.Steps, evaluation.Comparisons, evaluation.Deepest);
        evaluation.Deepest = evaluation.Depth;
        var underWay = Substitution.UnderWay;
        Substitution.UnderWay = null;
        var type = find(this, key);
        Substitution.UnderWay = underWay;
        isSpoilt = evaluation.Spoilt != spoilt;
        if (!isSpoilt)
            known[key.Index] = new(type, evaluation.Steps - steps, evaluation.Comparisons - comparisons, evaluation.Deepest - evaluation.Depth);
        evaluation.Deepest = Math.Max(evaluation.Deepest, deepest);
        return type;
    }

    private Answers AnswersIn(SyntaxTree tree) => memory.Find(tree) ?? external.GetOrAdd(tree, static _ => new());

    /// <summary>Another thread has closed a circle that this one is still walking: it must see what it would have seen alone.</summary>
    private bool ClosesCircle(Evaluation evaluation, SyntaxNode key)
    {
        if (!anyCircles || !circles.TryGetValue(key, out var members))
            return false;
        evaluation.Spoilt++;
        if (evaluation.IsIdle)
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
        SyntaxKind.TypeConstraint => Denoted(key.FirstChild),
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

    /// <summary>What is known of the nodes of one tree.</summary>
    private sealed class Answers
    {
        /// <summary>The answers to questions.</summary>
        public NodeTable<LightType> Types { get; } = new();

        /// <summary>What was worked out on the way.</summary>
        public NodeTable<Worked> Worked { get; } = new();

        /// <summary>What its calls call.</summary>
        public NodeTable<Callee> Callees { get; } = new();
    }

    /// <summary>A type that was worked out, and what that took of the measure of the question in progress.</summary>
    private sealed record Worked(LightType? Type, int Steps, int Comparisons, int Depth)
    {
        /// <summary>What depends on questions in progress, and is worked out anew each time.</summary>
        public static readonly Worked Never = new(null, 0, 0, 0);
    }
}
