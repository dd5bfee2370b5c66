using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

/// <summary>What stands for which type parameter, and for <c>this</c>.</summary>
internal sealed class Substitution : IEquatable<Substitution>
{
    public static readonly Substitution None = new([], null);

    private readonly ImmutableArray<(Symbol Parameter, LightType Argument)> pairs;

    private Substitution(ImmutableArray<(Symbol, LightType)> pairs, LightType? self)
    {
        this.pairs = pairs;
        Self = self;
        foreach (var (_, argument) in this.pairs)
            Depth = Math.Max(Depth, argument.Depth);
    }

    /// <summary>
    /// What was put into which type while one substitution is under way. Types share their parts, and a part that is reached on every way through the others would be gone through for each of them:
    /// five levels of a dozen arguments were ninety million evaluations. Each question begins with none, so that no answer depends on who asked before.
    /// </summary>
    [ThreadStatic]
    internal static Dictionary<(LightType Type, Substitution With), LightType>? UnderWay;

    public LightType? Self { get; }

    public bool IsNone => pairs.IsEmpty && Self is null;

    /// <summary>How deeply types are nested in what is put in.</summary>
    public int Depth { get; }

    public static Substitution Of(IEnumerable<(Symbol, LightType)> pairs, LightType? self = null) => new([.. pairs], self);

    public LightType? Find(Symbol parameter)
    {
        foreach (var pair in pairs)
        {
            if (pair.Parameter == parameter)
                return pair.Argument;
        }

        return null;
    }

    /// <summary>This one, with one more parameter.</summary>
    public Substitution And(Symbol parameter, LightType argument) => new([(parameter, argument), .. pairs.Where(pair => pair.Parameter != parameter)], Self);

    /// <summary>
    /// First this substitution, then the other on what it gave; what this one says nothing of is left to the other. Only parameters of declarations around
    /// <paramref name="node"/> can occur in it, so that no others are kept.
    /// </summary>
    public Substitution Then(Substitution other, SyntaxNode node)
    {
        if (other.IsNone)
            return this;

        ImmutableArray<(Symbol, LightType)>.Builder? result = null;
        for (var i = 0; i < pairs.Length; i++)
        {
            var (parameter, argument) = pairs[i];
            var changed = other.PutInto(argument).Bounded();
            if (result is null && ReferenceEquals(changed, argument))
                continue;
            if (result is null)
            {
                result = ImmutableArray.CreateBuilder<(Symbol, LightType)>();
                result.AddRange(pairs.AsSpan()[..i]);
            }

            result.Add((parameter, changed));
        }

        foreach (var pair in other.pairs)
        {
            if (!IsAround(pair.Parameter, node) || Find(pair.Parameter) is not null)
                continue;
            if (result is null)
            {
                result = ImmutableArray.CreateBuilder<(Symbol, LightType)>();
                result.AddRange(pairs);
            }

            result.Add((pair.Parameter, pair.Argument.Bounded()));
        }

        var self = Self is null ? other.Self : Self.Substitute(other);
        return result is null && Equals(self, Self) ? this : new(result?.ToImmutable() ?? pairs, self);
    }

    /// <summary>The type with what stands for its parameters; a part that several share is gone through once.</summary>
    internal LightType PutInto(LightType type)
    {
        if (type.Depth < 2)
            return type.Substitute(this);
        var isOutermost = UnderWay is null;
        UnderWay ??= new(BySameness.Instance);
        try
        {
            if (!UnderWay.TryGetValue((type, this), out var known))
                UnderWay[(type, this)] = known = type.Substitute(this);
            return known;
        }
        finally
        {
            if (isOutermost)
                UnderWay = null;
        }
    }

    /// <summary>First this substitution, then the other, for a type node that may hold any parameter.</summary>
    public Substitution Then(Substitution other)
    {
        if (other.IsNone)
            return this;
        if (IsNone)
            return other;
        var result = ImmutableArray.CreateBuilder<(Symbol, LightType)>();
        foreach (var (parameter, argument) in pairs)
            result.Add((parameter, argument.Substitute(other).Bounded()));
        foreach (var pair in other.pairs)
        {
            if (Find(pair.Parameter) is null)
                result.Add(pair);
        }

        return new(result.ToImmutable(), Self?.Substitute(other) ?? other.Self);
    }

    private static bool IsAround(Symbol parameter, SyntaxNode node)
    {
        var declaration = parameter.Declaration;
        if (declaration.Tree != node.Tree)
            return false;
        // TypeParameter → TypeParameterList → the generic declaration; that of a mapped type or `infer` hangs in the type itself.
        var owner = declaration.Parent.Kind is SyntaxKind.TypeParameterList ? declaration.Parent.Parent : declaration.Parent;
        if (owner.Kind is SyntaxKind.InferType)
        {
            while (owner.Exists && owner.Kind is not SyntaxKind.ConditionalType)
                owner = owner.Parent;
        }

        return owner.Span.Start <= node.Span.Start && node.Span.End <= owner.Span.End;
    }

    public bool Equals(Substitution? other) =>
        other is not null && (ReferenceEquals(this, other) || (pairs.SequenceEqual(other.pairs) && Equals(Self, other.Self)));

    public override bool Equals(object? obj) => obj is Substitution other && Equals(other);

    public override int GetHashCode() => pairs.Length;

    /// <summary>The very same two, not equal ones: that is what costs nothing to tell.</summary>
    private sealed class BySameness : IEqualityComparer<(LightType Type, Substitution With)>
    {
        public static readonly BySameness Instance = new();

        public bool Equals((LightType Type, Substitution With) one, (LightType Type, Substitution With) other) => ReferenceEquals(one.Type, other.Type) && ReferenceEquals(one.With, other.With);

        public int GetHashCode((LightType Type, Substitution With) one) => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(one.Type), System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(one.With));
    }
}
