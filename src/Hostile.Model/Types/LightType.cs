using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

/// <summary>The types that JavaScript's own values have.</summary>
public enum PrimitiveKind
{
    String, Number, Boolean, BigInt, Symbol, Null, Undefined, Void, Never, Object,
}

/// <summary>
/// What we know of a value's type: enough to say whose method it is and whether it is thenable, no more. Immutable; compared by value.
/// <see cref="Unknown"/> is an answer like any other: nothing may be concluded from it.
/// </summary>
public abstract class LightType : IEquatable<LightType>
{
    /// <summary>Unions of more members are not followed: they are unknown.</summary>
    private const int MostMembers = 24;

    public static readonly LightType Unknown = new UnknownType();
    public static readonly LightType String = new Primitive(PrimitiveKind.String);
    public static readonly LightType Number = new Primitive(PrimitiveKind.Number);
    public static readonly LightType Boolean = new Primitive(PrimitiveKind.Boolean);
    public static readonly LightType BigInt = new Primitive(PrimitiveKind.BigInt);
    public static readonly LightType SymbolValue = new Primitive(PrimitiveKind.Symbol);
    public static readonly LightType Null = new Primitive(PrimitiveKind.Null);
    public static readonly LightType Undefined = new Primitive(PrimitiveKind.Undefined);
    public static readonly LightType Void = new Primitive(PrimitiveKind.Void);
    public static readonly LightType Never = new Primitive(PrimitiveKind.Never);
    public static readonly LightType AnyObject = new Primitive(PrimitiveKind.Object);

    /// <summary>The type of <c>this</c> in a declaration, replaced by the receiver's at each use.</summary>
    internal static readonly LightType Self = new SelfType();

    private LightType()
    {
    }

    public bool IsUnknown => this is UnknownType or SelfType or TypeParameter;

    /// <summary>Null, undefined or void.</summary>
    public bool IsNullish => this is Primitive { Kind: PrimitiveKind.Null or PrimitiveKind.Undefined or PrimitiveKind.Void };

    /// <summary>The members of a union, or the type itself.</summary>
    public ImmutableArray<LightType> Alternatives => this is Union union ? union.Members : [this];

    /// <summary>One of several types; duplicates are dropped, and one unknown member makes the whole unknown.</summary>
    public static LightType AnyOf(IEnumerable<LightType> types)
    {
        var members = ImmutableArray.CreateBuilder<LightType>();
        foreach (var type in types)
        {
            foreach (var member in type.Alternatives)
            {
                if (member is UnknownType)
                    return Unknown;
                if (member is not Primitive { Kind: PrimitiveKind.Never } && !members.Contains(member))
                    members.Add(member);
            }
        }

        return members.Count switch
        {
            0 => Never,
            1 => members[0],
            > MostMembers => Unknown,
            _ => new Union(members.ToImmutable()),
        };
    }

    public static LightType AnyOf(params ReadOnlySpan<LightType> types) => AnyOf(types.ToArray().AsEnumerable());

    /// <summary>The type without null and undefined.</summary>
    public LightType NonNullish() =>
        this is Union union && union.Members.Any(m => m.IsNullish) ? AnyOf(union.Members.Where(m => !m.IsNullish)) : this;

    /// <summary>The type that a variable which may change gets from this value: <c>"a"</c> gives string.</summary>
    public LightType Widened() => this switch
    {
        Literal { Kind: PrimitiveKind.String } => String,
        Literal { Kind: PrimitiveKind.Number } => Number,
        Literal { Kind: PrimitiveKind.Boolean } => Boolean,
        Union union when union.Members.Any(m => m is Literal) => AnyOf(union.Members.Select(m => m.Widened())),
        _ => this,
    };

    /// <summary>What <c>await</c> makes of it.</summary>
    public LightType Awaited() => this switch
    {
        Promise promise => promise.Result.Awaited(),
        Union union when union.Members.Any(m => m is Promise) => AnyOf(union.Members.Select(m => m.Awaited())),
        _ => this,
    };

    /// <summary>What the elements are when it is an array or tuple, else unknown.</summary>
    public LightType Element() => this switch
    {
        Array array => array.Of,
        Tuple tuple => AnyOf(tuple.Elements),
        Union union => AnyOf(union.Members.Where(m => !m.IsNullish).Select(m => m.Element())),
        _ => Unknown,
    };

    internal abstract LightType Substitute(Substitution with);

    public abstract bool Equals(LightType? other);

    public sealed override bool Equals(object? obj) => obj is LightType other && Equals(other);

    public abstract override int GetHashCode();

    private static ImmutableArray<LightType> SubstituteAll(ImmutableArray<LightType> types, Substitution with) =>
        types.IsEmpty ? types : [.. types.Select(t => t.Substitute(with))];

    private sealed class UnknownType : LightType
    {
        internal override LightType Substitute(Substitution with) => this;
        public override bool Equals(LightType? other) => other is UnknownType;
        public override int GetHashCode() => 1;
        public override string ToString() => "unknown";
    }

    private sealed class SelfType : LightType
    {
        internal override LightType Substitute(Substitution with) => with.Self ?? this;
        public override bool Equals(LightType? other) => other is SelfType;
        public override int GetHashCode() => 2;
        public override string ToString() => "this";
    }

    /// <summary>A value of a type that the language itself names.</summary>
    public sealed class Primitive : LightType
    {
        internal Primitive(PrimitiveKind kind) => Kind = kind;

        public PrimitiveKind Kind { get; }
        internal override LightType Substitute(Substitution with) => this;
        public override bool Equals(LightType? other) => other is Primitive primitive && primitive.Kind == Kind;
        public override int GetHashCode() => 16 + (int)Kind;
        public override string ToString() => Kind is PrimitiveKind.BigInt ? "bigint" : Kind.ToString().ToLowerInvariant();
    }

    /// <summary>One very value: a string, a number as written, or a boolean.</summary>
    public sealed class Literal(PrimitiveKind kind, string text) : LightType
    {
        public PrimitiveKind Kind => kind;

        /// <summary>The string itself, or the number or boolean as written.</summary>
        public string Text => text;
        internal override LightType Substitute(Substitution with) => this;
        public override bool Equals(LightType? other) => other is Literal literal && literal.Kind == kind && literal.Text == text;
        public override int GetHashCode() => string.GetHashCode(text, StringComparison.Ordinal);
        public override string ToString() => kind is PrimitiveKind.String ? $"\"{text}\"" : text;
    }

    /// <summary>A value of a class, interface or enum.</summary>
    public sealed class Instance : LightType
    {
        internal Instance(Symbol symbol, ImmutableArray<LightType> arguments)
        {
            Symbol = symbol;
            Arguments = arguments;
        }

        /// <summary>The class, interface or enum.</summary>
        public Symbol Symbol { get; }

        /// <summary>Its type arguments, as far as they are known; may be fewer than the parameters.</summary>
        public ImmutableArray<LightType> Arguments { get; }
        internal override LightType Substitute(Substitution with) => Arguments.IsEmpty ? this : new Instance(Symbol, SubstituteAll(Arguments, with));
        public override bool Equals(LightType? other) => other is Instance instance && instance.Symbol == Symbol && instance.Arguments.SequenceEqual(Arguments);
        public override int GetHashCode() => Symbol.GetHashCode();
        public override string ToString() => Arguments.IsEmpty ? Symbol.ToString() : $"{Symbol}<{string.Join(", ", Arguments)}>";
    }

    /// <summary>An object type without a name: a type literal, or what an object literal evaluates to.</summary>
    public sealed class Shape : LightType
    {
        internal Shape(SyntaxNode node, Substitution with)
        {
            Node = node;
            With = with;
        }

        /// <summary>The TypeLiteral or ObjectLiteralExpression.</summary>
        public SyntaxNode Node { get; }
        internal Substitution With { get; }
        internal override LightType Substitute(Substitution with) => new Shape(Node, With.Then(with));
        public override bool Equals(LightType? other) => other is Shape shape && shape.Node == Node && shape.With.Equals(With);
        public override int GetHashCode() => Node.Index;
        public override string ToString() => "{…}";
    }

    /// <summary><c>T[]</c></summary>
    public sealed class Array(LightType of) : LightType
    {
        public LightType Of => of;
        internal override LightType Substitute(Substitution with) => new Array(of.Substitute(with));
        public override bool Equals(LightType? other) => other is Array array && array.Of.Equals(of);
        public override int GetHashCode() => of.GetHashCode() * 31;
        public override string ToString() => of is Union or Function ? $"({of})[]" : $"{of}[]";
    }

    /// <summary><c>[A, B]</c></summary>
    public sealed class Tuple(ImmutableArray<LightType> elements) : LightType
    {
        public ImmutableArray<LightType> Elements => elements;
        internal override LightType Substitute(Substitution with) => new Tuple(SubstituteAll(elements, with));
        public override bool Equals(LightType? other) => other is Tuple tuple && tuple.Elements.SequenceEqual(elements);
        public override int GetHashCode() => elements.Length;
        public override string ToString() => $"[{string.Join(", ", elements)}]";
    }

    /// <summary>Something that can be called.</summary>
    public sealed class Function : LightType
    {
        internal Function(ImmutableArray<SyntaxNode> declarations, Substitution with)
        {
            Declarations = declarations;
            With = with;
        }

        /// <summary>The functions, methods, signatures or function types it is declared by; several for overloads.</summary>
        public ImmutableArray<SyntaxNode> Declarations { get; }
        internal Substitution With { get; }
        internal override LightType Substitute(Substitution with) => new Function(Declarations, With.Then(with));
        public override bool Equals(LightType? other) => other is Function function && function.Declarations.SequenceEqual(Declarations) && function.With.Equals(With);
        public override int GetHashCode() => Declarations[0].Index;
        public override string ToString() => "(…) => …";
    }

    /// <summary>The global <c>Promise</c>.</summary>
    public sealed class Promise(LightType result) : LightType
    {
        public LightType Result => result;
        internal override LightType Substitute(Substitution with) => new Promise(result.Substitute(with));
        public override bool Equals(LightType? other) => other is Promise promise && promise.Result.Equals(result);
        public override int GetHashCode() => (result.GetHashCode() * 31) + 7;
        public override string ToString() => $"Promise<{result}>";
    }

    /// <summary>One of several; made by <see cref="AnyOf(IEnumerable{LightType})"/>.</summary>
    public sealed class Union : LightType
    {
        internal Union(ImmutableArray<LightType> members) => Members = members;

        public ImmutableArray<LightType> Members { get; }
        internal override LightType Substitute(Substitution with) => AnyOf(Members.Select(m => m.Substitute(with)));
        public override bool Equals(LightType? other) => other is Union union && union.Members.Length == Members.Length && Members.All(union.Members.Contains);
        public override int GetHashCode() => Members.Length + 64;
        public override string ToString() => string.Join(" | ", Members);
    }

    /// <summary>All of several: members are those of each.</summary>
    public sealed class Intersection : LightType
    {
        internal Intersection(ImmutableArray<LightType> parts) => Parts = parts;

        public ImmutableArray<LightType> Parts { get; }
        internal override LightType Substitute(Substitution with) => new Intersection(SubstituteAll(Parts, with));
        public override bool Equals(LightType? other) => other is Intersection intersection && intersection.Parts.SequenceEqual(Parts);
        public override int GetHashCode() => Parts.Length + 96;
        public override string ToString() => string.Join(" & ", Parts);
    }

    /// <summary>A class itself, not an instance of it.</summary>
    public sealed class ClassConstructor : LightType
    {
        internal ClassConstructor(Symbol symbol) => Symbol = symbol;

        public Symbol Symbol { get; }
        internal override LightType Substitute(Substitution with) => this;
        public override bool Equals(LightType? other) => other is ClassConstructor constructor && constructor.Symbol == Symbol;
        public override int GetHashCode() => Symbol.GetHashCode() + 1;
        public override string ToString() => $"typeof {Symbol}";
    }

    /// <summary>A module or a namespace as a value, or an enum's object.</summary>
    public sealed class Namespace : LightType
    {
        internal Namespace(Meaning of) => Of = of;

        /// <summary>The module, or the symbol of the namespace or enum.</summary>
        public Meaning Of { get; }
        internal override LightType Substitute(Substitution with) => this;
        public override bool Equals(LightType? other) => other is Namespace ns && ns.Of == Of;
        public override int GetHashCode() => Of.GetHashCode();
        public override string ToString() => $"typeof {(Of.Module is { } table ? table.ToString() : Of.Symbol.ToString())}";
    }

    /// <summary>A type parameter that nothing was put in for.</summary>
    public sealed class TypeParameter : LightType
    {
        internal TypeParameter(Symbol symbol) => Symbol = symbol;

        public Symbol Symbol { get; }
        internal override LightType Substitute(Substitution with) => with.Find(Symbol) ?? this;
        public override bool Equals(LightType? other) => other is TypeParameter parameter && parameter.Symbol == Symbol;
        public override int GetHashCode() => Symbol.GetHashCode() + 2;
        public override string ToString() => Symbol.ToString();
    }
}

/// <summary>What stands for which type parameter, and for <c>this</c>.</summary>
internal sealed class Substitution : IEquatable<Substitution>
{
    /// <summary>Types nested deeper in one another are cut off: some programs' types grow without end.</summary>
    private const int Deepest = 6;

    public static readonly Substitution None = new([], null, 0);

    private readonly ImmutableArray<(Symbol Parameter, LightType Argument)> pairs;
    private readonly int depth;

    private Substitution(ImmutableArray<(Symbol, LightType)> pairs, LightType? self, int depth)
    {
        this.pairs = pairs;
        Self = self;
        this.depth = depth;
    }

    public LightType? Self { get; }

    public bool IsNone => pairs.IsEmpty && Self is null;

    public static Substitution Of(IEnumerable<(Symbol, LightType)> pairs, LightType? self = null) => new([.. pairs], self, 0);

    public LightType? Find(Symbol parameter)
    {
        foreach (var pair in pairs)
        {
            if (pair.Parameter == parameter)
                return pair.Argument;
        }

        return null;
    }

    /// <summary>First this substitution, then the other on what it gave; what this one says nothing of is left to the other.</summary>
    public Substitution Then(Substitution other)
    {
        if (other.IsNone)
            return this;
        if (IsNone)
            return other;
        if (depth >= Deepest)
            return this;

        var result = ImmutableArray.CreateBuilder<(Symbol, LightType)>();
        foreach (var (parameter, argument) in pairs)
            result.Add((parameter, argument.Substitute(other)));
        foreach (var pair in other.pairs)
        {
            if (Find(pair.Parameter) is null)
                result.Add(pair);
        }

        return new(result.ToImmutable(), Self?.Substitute(other) ?? other.Self, depth + 1);
    }

    public bool Equals(Substitution? other) =>
        other is not null && pairs.SequenceEqual(other.pairs) && Equals(Self, other.Self);

    public override bool Equals(object? obj) => obj is Substitution other && Equals(other);

    public override int GetHashCode() => pairs.Length;
}
