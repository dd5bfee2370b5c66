using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

/// <summary>
/// What a test before says of a variable or a property path: <c>if (x instanceof Y)</c>, <c>typeof x === 'string'</c>, <c>if (!x) return;</c>.
/// By the nesting of the program, not by its flow: a test counts where its branch encloses the use, or left before it, and nothing was assigned in between.
/// </summary>
public sealed partial class Inference
{
    /// <summary>Uses further inside than this are not narrowed by what stands outside.</summary>
    private const int FarthestTest = 200;

    /// <summary>Whether tests can say more of a type than its declaration does.</summary>
    private static bool CanNarrow(LightType declared) => declared is LightType.Union || declared.IsUnknown;

    /// <summary>The type of a variable or property path at this very use.</summary>
    private LightType Narrowed(SyntaxNode reference, LightType declared)
    {
        var symbol = RootOf(reference);
        var writes = symbol.Exists && symbol.Is(SymbolFlags.WrittenOnce | SymbolFlags.WrittenOften) ? symbol.Writes : [];
        List<(SyntaxNode Test, bool Holds)>? tests = null;
        var assigned = default(SyntaxNode);
        var child = reference;
        for (var steps = 0; steps < FarthestTest; steps++)
        {
            var parent = child.Parent;
            if (!parent.Exists)
                break;
            switch (parent.Kind)
            {
                case SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression:
                    if (parent.FirstChild != child)
                        Note(parent.FirstChild, parent.ChildAt(1) == child);
                    break;
                case SyntaxKind.BinaryExpression when parent.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar && parent.ChildAt(1) == child:
                    Note(parent.FirstChild, parent.Operator is TokenKind.AmpersandAmpersand);
                    break;
                case SyntaxKind.WhileStatement when parent.FirstChild != child:
                    Note(parent.FirstChild, true);
                    break;
                case SyntaxKind.Block or SyntaxKind.SourceFile or SyntaxKind.ModuleBlock or SyntaxKind.CaseClause or SyntaxKind.DefaultClause:
                    Before(parent, child);
                    if (parent.Kind is SyntaxKind.CaseClause && parent.FirstChild != child)
                        Note(parent, true);
                    break;
                default:
                    // What is run later sees a variable only as it is then.
                    if (IsFunction(parent.Kind) && (!symbol.Exists || !(symbol.IsAssignedOnce || writes.IsEmpty) || reference.Kind is not SyntaxKind.Identifier))
                        steps = FarthestTest;
                    break;
            }

            if (assigned.Exists)
                break;
            child = parent;
        }

        if (tests is null && !assigned.Exists)
            return declared;
        var type = declared;
        if (assigned.Exists && TypeOf(assigned).Widened() is { IsUnknown: false } value)
            type = Assigned(declared, value);
        for (var i = (tests?.Count ?? 0) - 1; i >= 0; i--)
            type = Apply(tests![i].Test, tests[i].Holds, reference, type);
        return type;

        void Note(SyntaxNode test, bool holds)
        {
            foreach (var write in writes)
            {
                if (write.Span.Start >= test.Span.End && write.Span.Start < reference.Span.Start)
                    return;
            }

            (tests ??= []).Add((test, holds));
        }

        // Statements of the same list that come before: tests that left, assertions, and assignments.
        void Before(SyntaxNode list, SyntaxNode end)
        {
            List<SyntaxNode>? earlier = null;
            foreach (var statement in list.Children)
            {
                if (statement == end)
                    break;
                if (statement.Kind is SyntaxKind.IfStatement || (statement.Kind is SyntaxKind.ExpressionStatement && statement.FirstChild.Kind is SyntaxKind.BinaryExpression or SyntaxKind.CallExpression))
                    (earlier ??= []).Add(statement);
            }

            for (var i = (earlier?.Count ?? 0) - 1; i >= 0 && !assigned.Exists; i--)
            {
                var statement = earlier![i];
                switch (statement.Kind)
                {
                    case SyntaxKind.IfStatement:
                        var (then, otherwise) = (statement.ChildAt(1), statement.ChildAt(2));
                        if (Leaves(then) && (!otherwise.Exists || !Leaves(otherwise)))
                            Note(statement.FirstChild, false);
                        else if (otherwise.Exists && Leaves(otherwise))
                            Note(statement.FirstChild, true);
                        break;
                    case SyntaxKind.ExpressionStatement:
                        var expression = statement.FirstChild;
                        if (expression is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && IsSame(expression.FirstChild, reference))
                            assigned = expression.ChildAt(1);
                        else if (expression.Kind is SyntaxKind.CallExpression && expression.Child(SyntaxKind.ArgumentList) is { FirstChild.Exists: true } arguments && (!symbol.Exists || symbol.IsNamedIn(arguments)))
                            Note(statement, true);
                        break;
                }
            }
        }
    }

    /// <summary>After <c>x = value</c> of a union those members are meant that the value can be.</summary>
    private LightType Assigned(LightType declared, LightType value)
    {
        if (declared is not LightType.Union union)
            return declared.IsUnknown ? value : declared;
        var members = union.Members.Where(member => value.Alternatives.Any(part => Extends(part, member) is not false)).ToArray();
        return members.Length == 0 ? declared : LightType.AnyOf(members);
    }

    /// <summary>The variable that a path begins with; none for <c>this</c>.</summary>
    private Symbol RootOf(SyntaxNode reference)
    {
        while (reference.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.NonNullExpression)
            reference = reference.FirstChild;
        return reference.Kind is SyntaxKind.Identifier ? ModuleOf(reference).LocalSymbolOf(reference) : default;
    }

    /// <summary>Whether two expressions name the same variable, or the same property of it.</summary>
    private bool IsSame(SyntaxNode one, SyntaxNode other)
    {
        while (one.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression)
            one = one.FirstChild;
        while (other.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression)
            other = other.FirstChild;
        // `(x = f())` tests x.
        if (one is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals })
            return IsSame(one.FirstChild, other);
        if (one.Kind != other.Kind)
            return false;
        return one.Kind switch
        {
            SyntaxKind.Identifier => one.Bytes.SequenceEqual(other.Bytes) && ModuleOf(one).LocalSymbolOf(one) == ModuleOf(other).LocalSymbolOf(other),
            SyntaxKind.ThisKeyword => true,
            SyntaxKind.PropertyAccessExpression => one.ChildAt(1).Bytes.SequenceEqual(other.ChildAt(1).Bytes) && IsSame(one.FirstChild, other.FirstChild),
            _ => false,
        };
    }

    /// <summary>Whether a statement never goes on with the one after it.</summary>
    private static bool Leaves(SyntaxNode statement)
    {
        switch (statement.Kind)
        {
            case SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement or SyntaxKind.ContinueStatement or SyntaxKind.BreakStatement:
                return true;
            case SyntaxKind.Block:
                SyntaxNode last = default;
                foreach (var child in statement.Children)
                    last = child;
                return last.Exists && Leaves(last);
            case SyntaxKind.IfStatement:
                return statement.ChildAt(2).Exists && Leaves(statement.ChildAt(1)) && Leaves(statement.ChildAt(2));
            case SyntaxKind.ExpressionStatement:
                return statement.FirstChild.Kind is SyntaxKind.CallExpression && statement.FirstChild.FirstChild.TextIs("process.exit"u8);
            default:
                return false;
        }
    }

    private LightType WithMember(LightType.Union union, Name name, bool holds) => Filter(union, member => member.IsNullish ? !holds : CanBe(member, name, holds));

    private LightType Apply(SyntaxNode test, bool holds, SyntaxNode reference, LightType type, int depth = 0)
    {
        if (depth > 12)
            return type;
        switch (test.Kind)
        {
            case SyntaxKind.ParenthesizedExpression:
                return Apply(test.FirstChild, holds, reference, type, depth + 1);
            case SyntaxKind.PrefixUnaryExpression when test.Operator is TokenKind.Exclamation:
                return Apply(test.FirstChild, !holds, reference, type, depth + 1);
            case SyntaxKind.BinaryExpression when test.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar:
                var (left, right) = (test.FirstChild, test.ChildAt(1));
                if (holds == test.Operator is TokenKind.AmpersandAmpersand)
                    return Apply(right, holds, reference, Apply(left, holds, reference, type, depth + 1), depth + 1);
                var first = Apply(left, holds, reference, type, depth + 1);
                var second = Apply(right, holds, reference, Apply(left, !holds, reference, type, depth + 1), depth + 1);
                return type.IsUnknown && (first.IsUnknown || second.IsUnknown) ? type : LightType.AnyOf(first, second);
            case SyntaxKind.BinaryExpression:
                return ApplyComparison(test, holds, reference, type);
            case SyntaxKind.CallExpression:
                return ApplyCall(test, holds, reference, type, isStatement: false);
            case SyntaxKind.ExpressionStatement:
                return ApplyCall(test.FirstChild, holds, reference, type, isStatement: true);
            case SyntaxKind.CaseClause:
                return ApplyCase(test, reference, type);
            default:
                if (IsSame(test, reference))
                    return Truthy(type, holds);
                if (test.Kind is SyntaxKind.PropertyAccessExpression && IsSame(test.FirstChild, reference) && type is LightType.Union union)
                {
                    // `if (x.ok)`, `if (x?.ok)`
                    return WithMember(union, NameAt(test.ChildAt(1)), holds);
                }

                return type;
        }
    }

    private bool CanBe(LightType member, Name name, bool truth) =>
        FindMember(member, name) is null ? !truth || member.IsUnknown : OfProperty(member, name).Alternatives.Any(part => part.IsUnknown || (truth ? !IsFalsy(part) : !IsAlwaysTruthy(part)));

    private static LightType Truthy(LightType type, bool truth) => type is LightType.Union union
        ? Filter(union, member => truth ? !IsFalsy(member) : !IsAlwaysTruthy(member))
        : type;

    private static bool IsFalsy(LightType type) => type.IsNullish || type is LightType.Literal { Text: "false" or "" or "0" };

    private static bool IsAlwaysTruthy(LightType type) => type switch
    {
        LightType.Literal literal => !IsFalsy(literal),
        LightType.Instance { Symbol: var symbol } => !symbol.Is(SymbolFlags.Enum),
        LightType.Shape or LightType.Array or LightType.Tuple or LightType.Function or LightType.Promise or LightType.ClassConstructor or LightType.Intersection => true,
        _ => false,
    };

    /// <summary>The members that pass; all of them when none does, for then the test says something that we do not see.</summary>
    private static LightType Filter(LightType.Union union, Func<LightType, bool> passes)
    {
        var passing = union.Members.Where(passes).ToArray();
        return passing.Length == 0 || passing.Length == union.Members.Length ? union : LightType.AnyOf(passing);
    }

    private LightType ApplyComparison(SyntaxNode test, bool holds, SyntaxNode reference, LightType type)
    {
        var (left, right) = (test.FirstChild, test.ChildAt(1));
        switch (test.Operator)
        {
            case TokenKind.InstanceOf when IsSame(left, reference):
                return To(type, Constructed(TypeOf(right)), holds);
            case TokenKind.In when IsSame(right, reference) && left.Kind is SyntaxKind.StringLiteral && type is LightType.Union union:
                var name = NameAt(left);
                return Filter(union, member => holds ? !LacksMember(member, name) : FindMember(member, name) is not { Symbol: var found } || found.Declaration.Has(NodeFlags.Optional));
            case TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals:
                if (test.Operator is TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals)
                    holds = !holds;
                if (IsConstantLike(left) && !IsConstantLike(right))
                    (left, right) = (right, left);
                return ApplyEquality(left, right, holds, test.Operator is TokenKind.EqualsEquals or TokenKind.ExclamationEquals, reference, type);
            default:
                return type;
        }
    }

    private static bool IsConstantLike(SyntaxNode node) => node.Kind is SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword
        || node.TextIs("undefined"u8);

    private LightType ApplyEquality(SyntaxNode left, SyntaxNode right, bool holds, bool isLoose, SyntaxNode reference, LightType type)
    {
        while (left.Kind is SyntaxKind.ParenthesizedExpression)
            left = left.FirstChild;
        if (left.Kind is SyntaxKind.TypeOfExpression && IsSame(left.FirstChild, reference) && right.Kind is SyntaxKind.StringLiteral)
            return ToTypeOf(type, new StringLiteral(right).Value, holds);

        if (type is not LightType.Union union)
            return type;
        var value = TypeOf(right);
        if (IsSame(left, reference))
        {
            if (isLoose && value.IsNullish)
                return Filter(union, member => member.IsNullish == holds);
            return Filter(union, member => holds ? MayEqual(member, value) : !(value is LightType.Literal || value.IsNullish) || !member.Equals(value));
        }

        // `x.kind === 'a'`, `x?.kind === 'a'`
        if (left.Kind is SyntaxKind.PropertyAccessExpression && IsSame(left.FirstChild, reference) && (value is LightType.Literal || value.IsNullish || value is LightType.Instance))
        {
            var name = NameAt(left.ChildAt(1));
            return Filter(union, member =>
            {
                if (member.IsNullish)
                    return !holds || value.IsNullish;
                if (FindMember(member, name) is null)
                    return !holds || value.IsNullish;
                var part = OfProperty(member, name);
                return holds ? part.Alternatives.Any(one => MayEqual(one, value)) : !part.Equals(value);
            });
        }

        return type;
    }

    private static bool MayEqual(LightType type, LightType value) => type switch
    {
        LightType.Literal when value is LightType.Literal => type.Equals(value),
        LightType.Literal literal when value is LightType.Primitive primitive => literal.Kind == primitive.Kind,
        LightType.Primitive primitive when value is LightType.Literal literal => primitive.Kind == literal.Kind,
        LightType.Primitive when value is LightType.Primitive => type.Equals(value) || (type.IsNullish && value.IsNullish && !IsNull(type) && !IsNull(value)),
        LightType.Shape or LightType.Array or LightType.Tuple or LightType.Function or LightType.Promise => value is not (LightType.Literal or LightType.Primitive),
        LightType.Instance { Symbol: var symbol } when !symbol.Is(SymbolFlags.Enum) => value is not (LightType.Literal or LightType.Primitive),
        _ => true,
    };

    private static bool IsNull(LightType type) => type is LightType.Primitive { Kind: PrimitiveKind.Null };

    private LightType ToTypeOf(LightType type, string name, bool holds)
    {
        LightType? wanted = name switch
        {
            "string" => LightType.String,
            "number" => LightType.Number,
            "boolean" => LightType.Boolean,
            "bigint" => LightType.BigInt,
            "symbol" => LightType.SymbolValue,
            "undefined" => LightType.Undefined,
            _ => null,
        };
        if (type.IsUnknown)
            return holds && wanted is not null ? wanted : type;
        return type is LightType.Union union ? Filter(union, member => Is(member) is not { } known || known == holds) : type;

        bool? Is(LightType member) => name switch
        {
            "function" => AsFunction(member) is not null || member is LightType.ClassConstructor ? true : member is LightType.Instance or LightType.Intersection || member.IsUnknown ? HasUnknownBase(member) ? null : false : false,
            "object" => member switch
            {
                LightType.Primitive { Kind: PrimitiveKind.Null or PrimitiveKind.Object } => true,
                LightType.Primitive or LightType.Literal or LightType.Function or LightType.ClassConstructor => false,
                LightType.Instance { Symbol: var symbol } => symbol.Is(SymbolFlags.Enum) ? false : AsFunction(member) is null,
                _ => member.IsUnknown ? null : true,
            },
            _ => member switch
            {
                LightType.Literal literal => wanted is LightType.Primitive { Kind: var kind } && literal.Kind == kind,
                LightType.Primitive { Kind: PrimitiveKind.Void } => name == "undefined",
                LightType.Primitive => member.Equals(wanted),
                LightType.Instance { Symbol: var symbol } when symbol.Is(SymbolFlags.Enum) => null,
                LightType.Intersection => null,
                _ => member.IsUnknown ? null : false,
            },
        };
    }

    /// <summary>A value that is one of a class, or of what a predicate says, or that is not.</summary>
    private LightType To(LightType type, LightType wanted, bool holds)
    {
        if (wanted.IsUnknown)
            return type;
        if (type.IsUnknown)
            return holds ? wanted : type;
        if (!holds)
            return type is LightType.Union union ? Filter(union, member => Extends(member, wanted) is not true) : type;
        var kept = new List<LightType>();
        foreach (var member in type.Alternatives)
        {
            foreach (var part in wanted.Alternatives)
            {
                if (Extends(member, part) is true)
                    kept.Add(member);
                else if (!member.IsNullish && Extends(part, member) is true)
                    kept.Add(part);
            }
        }

        return kept.Count > 0 ? LightType.AnyOf(kept) : wanted;
    }

    /// <summary>A call whose result says something of an argument: <c>isRow(x)</c>, <c>Array.isArray(x)</c>, <c>assertRow(x)</c>, <c>assert(x)</c>.</summary>
    private LightType ApplyCall(SyntaxNode call, bool holds, SyntaxNode reference, LightType type, bool isStatement)
    {
        if (call.Kind is not SyntaxKind.CallExpression)
            return type;
        var place = 0;
        SyntaxNode passed = default;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (isStatement ? MentionsSame(argument, reference) : IsSame(argument, reference))
            {
                passed = argument;
                break;
            }

            place++;
        }

        if (!passed.Exists || AsFunction(TypeOf(call.FirstChild).NonNullish()) is not { } function)
            return type;
        var signature = Choose(function, call);
        if (signature.Child(SyntaxKind.TypeAnnotation).FirstChild is not { Kind: SyntaxKind.TypePredicate } predicate || predicate.Has(NodeFlags.Asserts) != isStatement)
            return type;
        var parameter = signature.Child(SyntaxKind.ParameterList).ChildAt(place);
        if (!parameter.Exists || !predicate.FirstChild.Bytes.SequenceEqual(parameter.FirstAfterModifiers().Bytes))
            return type;

        // `asserts value` takes a test; `asserts value is T` and `value is T` a value.
        if (predicate.ChildAt(1) is not { Exists: true } said)
            return Apply(passed, holds, reference, type, 1);
        if (!IsSame(passed, reference))
            return type;
        var own = TypeParametersOf(signature);
        var wanted = Denoted(said);
        if (wanted.Depth > 0 || wanted.IsOpen)
            wanted = wanted.Substitute(own.IsEmpty ? function.With : Bind(own, InferArguments(call, signature, own, function.With, withFunctions: true)).Then(function.With));
        return To(type, wanted, holds);
    }

    private bool MentionsSame(SyntaxNode expression, SyntaxNode reference)
    {
        foreach (var node in expression.DescendantsAndSelf)
        {
            if (node.Kind == reference.Kind && IsSame(node, reference))
                return true;
        }

        return false;
    }

    /// <summary><c>switch (x.kind) { case 'a': … }</c>, with the labels that fall through to it.</summary>
    private LightType ApplyCase(SyntaxNode clause, SyntaxNode reference, LightType type)
    {
        var subject = clause.Parent.FirstChild;
        var results = new List<LightType> { Label(clause) };
        for (var earlier = Previous(clause); earlier.Exists && earlier.Kind is SyntaxKind.CaseClause && !earlier.ChildAt(1).Exists; earlier = Previous(earlier))
            results.Add(Label(earlier));
        return LightType.AnyOf(results);

        LightType Label(SyntaxNode label) => subject.Kind is SyntaxKind.TrueKeyword
            ? Apply(label.FirstChild, true, reference, type, 1)
            : ApplyEquality(subject, label.FirstChild, true, isLoose: false, reference, type);

        static SyntaxNode Previous(SyntaxNode node)
        {
            SyntaxNode before = default;
            foreach (var sibling in node.Parent.Children)
            {
                if (sibling == node)
                    return before;
                before = sibling;
            }

            return default;
        }
    }
}
