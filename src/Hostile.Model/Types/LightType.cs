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
    /// <summary>Unions of more members are not followed: they are unknown. With 64 an audit of a repository whose fields are one union took a third longer, and told nothing more.</summary>
    private const int MostMembers = 24;

    public static readonly LightType Unknown = new UnknownType(null);
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

    /// <summary>Data whose shape is not looked at, from a file of JSON: no part of it is a function or a promise.</summary>
    public static readonly LightType Data = new DataType();

    /// <summary>The type of <c>this</c> in a declaration, replaced by the receiver's at each use.</summary>
    internal static readonly LightType Self = new SelfType();

    private LightType()
    {
    }

    public bool IsUnknown => this is UnknownType or SelfType or TypeParameter or Deferred or Awaiting;

    /// <summary>Whether it says anything only once something is put in for a type parameter.</summary>
    internal bool IsOpen => this is TypeParameter or Deferred or Awaiting or SelfType;

    /// <summary>How deeply types are nested in it. Some programs' types grow without end: beyond <see cref="Deepest"/> an argument is unknown.</summary>
    internal int Depth { get; private init; }

    private const int Deepest = 14;

    /// <summary>Null, undefined or void.</summary>
    public bool IsNullish => this is Primitive { Kind: PrimitiveKind.Null or PrimitiveKind.Undefined or PrimitiveKind.Void };

    /// <summary>The members of a union, or the type itself.</summary>
    public ImmutableArray<LightType> Alternatives => this is Union union ? union.Members : [this];

    /// <summary>One of several types; duplicates are dropped, and one unknown member makes the whole unknown.</summary>
    public static LightType AnyOf(IEnumerable<LightType> types)
    {
        // Nearly always there is one, and no list is made of it.
        LightType? first = null;
        ImmutableArray<LightType>.Builder? all = null;
        var isUnknown = false;
        foreach (var type in types)
        {
            if (type is not Union union)
            {
                Take(type);
                continue;
            }

            foreach (var member in union.Members)
                Take(member);
        }

        if (isUnknown)
            return (all is null ? first as Function : all.FirstOrDefault(member => member is Function)) is { } function ? new UnknownType(function) : Unknown;
        return all?.Count switch
        {
            null => first ?? Never,
            > MostMembers => Unknown,
            _ => new Union(all.ToImmutable()),
        };

        void Take(LightType member)
        {
            isUnknown |= member is UnknownType;
            if (member.Callable is { } callable)
                Add(callable);
            else if (member is not (UnknownType or Primitive { Kind: PrimitiveKind.Never }) && !(all?.Contains(member) ?? member.Equals(first)))
                Add(member);
        }

        void Add(LightType member)
        {
            if (first is null)
            {
                first = member;
                return;
            }

            if (all is null)
            {
                all = ImmutableArray.CreateBuilder<LightType>();
                all.Add(first);
            }

            all.Add(member);
        }
    }

    public static LightType AnyOf(params ReadOnlySpan<LightType> types) => AnyOf(types.ToArray().AsEnumerable());

    /// <summary>All of several at once. Parts that are not known are left out: what the others say holds all the same.</summary>
    internal static LightType AllOf(IEnumerable<LightType> types)
    {
        var parts = ImmutableArray.CreateBuilder<LightType>();
        foreach (var type in types)
        {
            foreach (var part in type is Intersection intersection ? intersection.Parts : [type])
            {
                if (part is Primitive { Kind: PrimitiveKind.Never })
                    return Never;
                if (part is not UnknownType && !parts.Contains(part))
                    parts.Add(part);
            }
        }

        // `Intersection of a union` is rare, and its members are looked for in each.
        return parts.Count switch
        {
            0 => Unknown,
            1 => parts[0],
            > MostMembers => Unknown,
            _ => new Intersection(parts.ToImmutable()),
        };
    }

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

    /// <summary>What the elements are when it is an array or tuple, else unknown.</summary>
    public LightType Element() => this switch
    {
        Array array => array.Of,
        Tuple tuple => AnyOf(tuple.Elements),
        Union union => AnyOf(union.Members.Where(m => !m.IsNullish).Select(m => m.Element())),
        DataType => this,
        _ => Unknown,
    };

    internal abstract LightType Substitute(Substitution with);

    public abstract bool Equals(LightType? other);

    public sealed override bool Equals(object? obj) => obj is LightType other && Equals(other);

    public abstract override int GetHashCode();

    private static ImmutableArray<LightType> SubstituteAll(ImmutableArray<LightType> types, Substitution with)
    {
        ImmutableArray<LightType>.Builder? changed = null;
        for (var i = 0; i < types.Length; i++)
        {
            var one = with.PutInto(types[i]);
            if (changed is null && !ReferenceEquals(one, types[i]))
            {
                changed = ImmutableArray.CreateBuilder<LightType>(types.Length);
                changed.AddRange(types.AsSpan()[..i]);
            }

            changed?.Add(one);
        }

        return changed?.MoveToImmutable() ?? types;
    }

    private static int DepthOf(ImmutableArray<LightType> types)
    {
        var depth = 0;
        foreach (var type in types)
            depth = Math.Max(depth, type.Depth);
        return depth + 1;
    }

    /// <summary>The type itself, or unknown when it is nested too deeply to go on with.</summary>
    internal LightType Bounded() => Depth > Deepest ? Unknown : this;

    /// <summary>Of a union that is not known whole, the function among what is known: what a callback is that stands there. Else none.</summary>
    internal LightType? Callable => (this as UnknownType)?.Known;

    private sealed class UnknownType(LightType? function) : LightType
    {
        public LightType? Known => function;
        internal override LightType Substitute(Substitution with) => function?.Substitute(with) is { } changed && !ReferenceEquals(changed, function) ? new UnknownType(changed) : this;
        public override bool Equals(LightType? other) => other is UnknownType;
        public override int GetHashCode() => 1;
        public override string ToString() => "unknown";
    }

    private sealed class DataType : LightType
    {
        internal override LightType Substitute(Substitution with) => this;
        public override bool Equals(LightType? other) => other is DataType;
        public override int GetHashCode() => 3;
        public override string ToString() => "data";
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
            Depth = DepthOf(arguments);
            if (Depth > Deepest)
            {
                Arguments = [.. arguments.Select(argument => argument.Depth + 1 > Deepest ? Unknown : argument)];
                Depth = DepthOf(Arguments);
            }
        }

        /// <summary>The class, interface or enum.</summary>
        public Symbol Symbol { get; }

        /// <summary>Its type arguments, as far as they are known; may be fewer than the parameters.</summary>
        public ImmutableArray<LightType> Arguments { get; }
        internal override LightType Substitute(Substitution with) =>
            SubstituteAll(Arguments, with) is var arguments && arguments == Arguments ? this : new Instance(Symbol, arguments);
        public override bool Equals(LightType? other) => other is Instance instance && instance.Symbol == Symbol && instance.Arguments.SequenceEqual(Arguments);
        public override int GetHashCode() => Symbol.GetHashCode();
        public override string ToString() => Arguments.IsEmpty ? Symbol.ToString() : $"{Symbol}<{string.Join(", ", Arguments)}>";
    }

    /// <summary>An object type without a name: a type literal, or what an object literal evaluates to.</summary>
    public sealed class Shape : LightType
    {
        /// <summary>Who works out a mapped type anew when more is put in for its parameters: that of an array is an array.</summary>
        private readonly Inference? owner;

        internal Shape(SyntaxNode node, Substitution with, Inference? owner = null)
        {
            this.owner = owner;
            Node = node;
            With = with;
            Depth = with.Depth + 1;
        }

        /// <summary>The TypeLiteral, MappedType or ObjectLiteralExpression.</summary>
        public SyntaxNode Node { get; }
        internal Substitution With { get; }
        internal override LightType Substitute(Substitution with) => With.Then(with, Node) is var then && ReferenceEquals(then, With) ? this : owner?.Evaluate(Node, then) ?? new Shape(Node, then);
        public override bool Equals(LightType? other) => other is Shape shape && shape.Node == Node && shape.With.Equals(With);
        public override int GetHashCode() => Node.Index;
        public override string ToString() => "{…}";
    }

    /// <summary><c>T[]</c></summary>
    public sealed class Array : LightType
    {
        public Array(LightType of)
        {
            Of = of.Depth + 1 > Deepest ? Unknown : of;
            Depth = Of.Depth + 1;
        }

        public LightType Of { get; }
        internal override LightType Substitute(Substitution with) => Of.Substitute(with) is var element && ReferenceEquals(element, Of) ? this : new Array(element);
        public override bool Equals(LightType? other) => other is Array array && array.Of.Equals(Of);
        public override int GetHashCode() => Of.GetHashCode() * 31;
        public override string ToString() => Of is Union or Function ? $"({Of})[]" : $"{Of}[]";
    }

    /// <summary><c>[A, B]</c></summary>
    public sealed class Tuple : LightType
    {
        public Tuple(ImmutableArray<LightType> elements)
        {
            Elements = DepthOf(elements) > Deepest ? [.. elements.Select(element => element.Depth + 1 > Deepest ? Unknown : element)] : elements;
            Depth = DepthOf(Elements);
        }

        public ImmutableArray<LightType> Elements { get; }
        internal override LightType Substitute(Substitution with) =>
            SubstituteAll(Elements, with) is var changed && changed == Elements ? this : new Tuple(changed);
        public override bool Equals(LightType? other) => other is Tuple tuple && tuple.Elements.SequenceEqual(Elements);
        public override int GetHashCode() => Elements.Length;
        public override string ToString() => $"[{string.Join(", ", Elements)}]";
    }

    /// <summary>Something that can be called.</summary>
    public sealed class Function : LightType
    {
        internal Function(ImmutableArray<SyntaxNode> declarations, Substitution with)
        {
            Declarations = declarations;
            With = with;
            Depth = with.Depth + 1;
        }

        /// <summary>The functions, methods, signatures or function types it is declared by; several for overloads.</summary>
        public ImmutableArray<SyntaxNode> Declarations { get; }
        internal Substitution With { get; }
        internal override LightType Substitute(Substitution with) =>
            With.Then(with, Declarations[0]) is var then && ReferenceEquals(then, With) ? this : new Function(Declarations, then);
        public override bool Equals(LightType? other) => other is Function function && function.Declarations.SequenceEqual(Declarations) && function.With.Equals(With);
        public override int GetHashCode() => Declarations[0].Index;
        public override string ToString() => "(…) => …";
    }

    /// <summary>The global <c>Promise</c>.</summary>
    public sealed class Promise : LightType
    {
        public Promise(LightType result)
        {
            Result = result.Depth + 1 > Deepest ? Unknown : result;
            Depth = Result.Depth + 1;
        }

        public LightType Result { get; }
        internal override LightType Substitute(Substitution with) => Result.Substitute(with) is var result && ReferenceEquals(result, Result) ? this : new Promise(result);
        public override bool Equals(LightType? other) => other is Promise promise && promise.Result.Equals(Result);
        public override int GetHashCode() => (Result.GetHashCode() * 31) + 7;
        public override string ToString() => $"Promise<{Result}>";
    }

    /// <summary>One of several; made by <see cref="AnyOf(IEnumerable{LightType})"/>.</summary>
    public sealed class Union : LightType
    {
        internal Union(ImmutableArray<LightType> members)
        {
            Members = members;
            Depth = DepthOf(members) - 1;
        }

        public ImmutableArray<LightType> Members { get; }
        internal override LightType Substitute(Substitution with) => SubstituteAll(Members, with) is var members && members == Members ? this : AnyOf(members);
        public override bool Equals(LightType? other) => other is Union union && union.Members.Length == Members.Length && Members.All(union.Members.Contains);
        public override int GetHashCode() => Members.Length + 64;
        public override string ToString() => string.Join(" | ", Members);
    }

    /// <summary>All of several: members are those of each.</summary>
    public sealed class Intersection : LightType
    {
        internal Intersection(ImmutableArray<LightType> parts)
        {
            Parts = parts;
            Depth = DepthOf(parts);
        }

        public ImmutableArray<LightType> Parts { get; }
        internal override LightType Substitute(Substitution with) => SubstituteAll(Parts, with) is var parts && parts == Parts ? this : AllOf(parts);
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

    /// <summary>A type that depends on type parameters which nothing was put in for yet, e.g. <c>T extends Promise&lt;infer U&gt; ? U : T</c>: worked out as soon as it can be.</summary>
    public sealed class Deferred : LightType
    {
        private readonly Inference owner;

        internal Deferred(Inference owner, SyntaxNode node, Substitution with)
        {
            this.owner = owner;
            Node = node;
            With = with;
            Depth = with.Depth + 1;
        }

        /// <summary>The type node.</summary>
        public SyntaxNode Node { get; }
        internal Substitution With { get; }
        internal override LightType Substitute(Substitution with) => With.Then(with, Node) is var then && ReferenceEquals(then, With) ? this : owner.Evaluate(Node, then);
        public override bool Equals(LightType? other) => other is Deferred deferred && deferred.Node == Node && deferred.With.Equals(With);
        public override int GetHashCode() => Node.Index;
        public override string ToString() => "unknown";
    }

    /// <summary>What <c>await</c> makes of a type that is not told yet.</summary>
    internal sealed class Awaiting : LightType
    {
        private readonly Inference owner;

        internal Awaiting(Inference owner, LightType of)
        {
            this.owner = owner;
            Of = of;
            Depth = of.Depth + 1;
        }

        public LightType Of { get; }
        internal override LightType Substitute(Substitution with) => Of.Substitute(with) is var of && ReferenceEquals(of, Of) ? this : owner.AwaitedOf(of);
        public override bool Equals(LightType? other) => other is Awaiting awaiting && awaiting.Of.Equals(Of);
        public override int GetHashCode() => Of.GetHashCode() + 3;
        public override string ToString() => Of.ToString()!;
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
