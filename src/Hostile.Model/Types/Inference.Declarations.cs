using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    /// <summary>A variable without a type that is assigned more often than this is unknown.</summary>
    private const int MostAssignments = 8;

    private static readonly Name IteratorName = Name.Of("[Symbol.iterator]"u8);
    private static readonly Name AsyncIteratorName = Name.Of("[Symbol.asyncIterator]"u8);
    private static readonly Name NextName = Name.Of("next"u8);
    private static readonly Name ValueName = Name.Of("value"u8);

    private LightType OfMeaning(Meaning meaning)
    {
        if (meaning.Data)
            return LightType.Data;
        if (meaning.Module is { } table)
            return new LightType.Namespace(new(default, default, table));
        // A name may lead back to itself, so that its question must be noted.
        if (meaning.Expression.Exists)
            return meaning.Expression.Kind is SyntaxKind.Identifier ? Remember(meaning.Expression) : TypeOf(meaning.Expression);
        if (!meaning.Symbol.Exists)
            return LightType.Unknown;
        var type = OfSymbol(meaning.Symbol);
        // What a knowledge file leaves open, the package's own declarations may tell.
        return type.IsUnknown && meaning.Symbol.Module.IsBuiltIn && !meaning.Symbol.IsMember && TwinOf(meaning.Symbol) is { Exists: true } twin ? OfSymbol(twin) : type;
    }

    /// <summary>What an installed package declares under the name of a symbol of a knowledge file; none when it is not installed.</summary>
    private Symbol TwinOf(Symbol symbol) => bindings.PeersOf(symbol).FirstOrDefault(peer => (peer.Module.Roles & ModuleRoles.Installed) != 0);

    private static ImmutableArray<SyntaxNode> FunctionsAmong(DeclarationList declarations) =>
        declarations is [var only] ? IsFunction(only.Kind) ? [only] : [] : [.. declarations.Where(declaration => IsFunction(declaration.Kind))];

    /// <summary>The type of the value that a symbol, not an import, holds.</summary>
    private LightType OfSymbol(Symbol symbol)
    {
        if (symbol.Is(SymbolFlags.Class))
            return new LightType.ClassConstructor(symbol);
        if (symbol.Is(SymbolFlags.Enum))
            return new LightType.Namespace(Meaning.Of(symbol));
        if (symbol.Is(SymbolFlags.Function | SymbolFlags.Method))
        {
            var functions = FunctionsAmong(symbol.Declarations);
            foreach (var peer in symbol.Module.IsBuiltIn ? [] : bindings.PeersOf(symbol))
                functions = functions.AddRange(FunctionsAmong(peer.Declarations));
            return new LightType.Function(functions, Substitution.None);
        }

        if (symbol.Is(SymbolFlags.EnumMember))
            return bindings.ModuleOf(symbol.Declaration.Tree)!.SymbolOfDeclaration(symbol.Declaration.Parent) is { Exists: true } owner
                ? new LightType.Instance(owner, [])
                : LightType.Unknown;

        foreach (var declaration in symbol.Declarations)
        {
            switch (declaration.Kind)
            {
                case SyntaxKind.VariableDeclaration or SyntaxKind.BindingElement or SyntaxKind.Parameter
                    or SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature:
                    return Remember(declaration);
                case SyntaxKind.GetAccessor:
                    return Remember(declaration);
                case SyntaxKind.SetAccessor when symbol.Declarations.Count == 1:
                    return Remember(declaration.Child(SyntaxKind.ParameterList).FirstChild);
            }
        }

        if (symbol.Is(SymbolFlags.Namespace))
            return new LightType.Namespace(Meaning.Of(symbol));
        // `interface Request {}` here, `declare var Request: …` elsewhere.
        foreach (var peer in bindings.PeersOf(symbol))
        {
            if (peer.Is(SymbolFlags.Class | SymbolFlags.Variable | SymbolFlags.Function))
                return OfSymbol(peer);
        }

        return LightType.Unknown;
    }

    private LightType OfVariable(SyntaxNode declaration)
    {
        if (declaration.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation)
        {
            var said = Denoted(annotation);
            return SaysNothing(said, annotation) && declaration.Parent.Has(NodeFlags.Const) && declaration.Child(SyntaxKind.Initializer) is { Exists: true } given ? TypeOf(given.FirstChild) : said;
        }

        if (declaration.Child(SyntaxKind.Initializer) is { Exists: true } initializer)
        {
            var type = TypeOf(initializer.FirstChild);
            return declaration.Parent.Has(NodeFlags.Const) || declaration.Parent.Has(NodeFlags.Using) ? type : Assigned(declaration, type.Widened());
        }

        var statement = declaration.Parent.Parent;
        if (statement.Kind is SyntaxKind.ForOfStatement && statement.FirstChild == declaration.Parent)
            return Iterated(TypeOf(statement.ChildAt(1)), statement.Has(NodeFlags.Await));
        if (statement.Kind is SyntaxKind.ForInStatement && statement.FirstChild == declaration.Parent)
            return LightType.String;

        return Assigned(declaration, LightType.Never);
    }

    /// <summary>Whether a type tells nothing of a value: <c>any</c>, or a name that leads out of sight.</summary>
    private static bool SaysNothing(LightType said, SyntaxNode annotation) => said is { IsUnknown: true, IsOpen: false } && (annotation.FirstChild.Is(SyntaxKind.TypeReference) || annotation.FirstChild.TextIs("any"u8));

    /// <summary>A variable without a type holds what is assigned to it: <c>let client; … client = await pool.connect()</c>.</summary>
    private LightType Assigned(SyntaxNode declaration, LightType initial)
    {
        var symbol = ModuleOf(declaration).SymbolOfDeclaration(declaration);
        var isEmpty = initial is LightType.Primitive { Kind: PrimitiveKind.Never } || initial.IsNullish;
        if (!isEmpty || !symbol.Exists || symbol.Is(SymbolFlags.Exported))
            return isEmpty && !symbol.Is(SymbolFlags.WrittenOnce) ? LightType.Unknown : initial;

        var writes = symbol.Writes;
        if (writes.Length is 0 or > MostAssignments)
            return LightType.Unknown;

        var types = new List<LightType> { initial };
        foreach (var write in writes)
        {
            if (write.Parent is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals } assignment
                || assignment.FirstChild != write)
            {
                return LightType.Unknown;
            }

            types.Add(TypeOf(assignment.ChildAt(1)).Widened());
        }

        return LightType.AnyOf(types);
    }

    private LightType OfBindingElement(SyntaxNode element)
    {
        var pattern = element.Parent;
        var whole = OfPatternSource(pattern);
        LightType type;
        if (pattern.Kind is SyntaxKind.ObjectBindingPattern)
        {
            if (element.Has(NodeFlags.Rest))
                return whole.NonNullish() is LightType.Shape or LightType.Instance or LightType.Intersection or LightType.Union ? whole.NonNullish() : LightType.Unknown;
            var name = element.Child(SyntaxKind.PropertyNamePart) is { Exists: true } part ? NameAt(part.FirstChild) : NameAt(element.FirstChild);
            type = OfProperty(whole, name);
            if (type.IsUnknown && whole.IsUnknown)
                type = KnownWherever(element, name);
        }
        else
        {
            var place = 0;
            for (var child = pattern.FirstChild; child != element; child = child.NextSibling)
                place++;
            type = element.Has(NodeFlags.Rest) ? new LightType.Array(Iterated(whole, isAsync: false))
                : whole.NonNullish() is LightType.Tuple or LightType.Array or LightType.Union ? ElementAt(whole.NonNullish(), place)
                : Iterated(whole.NonNullish(), isAsync: false);
        }

        return element.Child(SyntaxKind.Initializer) is { Exists: true } initializer && !type.IsUnknown
            ? LightType.AnyOf(type.NonNullish(), TypeOf(initializer.FirstChild).Widened())
            : type;
    }

    private LightType OfPatternSource(SyntaxNode pattern)
    {
        var owner = pattern.Parent;
        if (owner.Kind is SyntaxKind.BindingElement)
            return Remember(owner);
        if (owner.Kind is SyntaxKind.Parameter)
            return Remember(owner);
        // The elements of an array literal keep their places: `const [a, b] = [f(), g()]`.
        if (owner.Child(SyntaxKind.Initializer).FirstChild is { Kind: SyntaxKind.ArrayLiteralExpression } literal && !owner.Child(SyntaxKind.TypeAnnotation).Exists)
            return AsTuple(literal);
        return owner.Kind is SyntaxKind.VariableDeclaration ? Remember(owner) : LightType.Unknown;
    }

    private LightType OfParameter(SyntaxNode parameter)
    {
        // "(client: any) => …" keeps the compiler quiet; what the taker hands over is what it is all the same.
        if (parameter.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation && !annotation.FirstChild.TextIs("any"u8)
            && Denoted(annotation) is var said && !(SaysNothing(said, annotation) && parameter.Child(SyntaxKind.Initializer).Exists))
            return Optional(parameter, said);
        if (parameter.Child(SyntaxKind.Initializer) is { Exists: true } initializer)
            return TypeOf(initializer.FirstChild).Widened();

        // A callback's parameter has the type that its taker declares.
        var function = parameter.Parent.Parent;
        if (function.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.MethodDeclaration)
        {
            var place = new Parameter(parameter).Place;
            var wanted = Expected(function);
            // Of a union that is not known whole the function is.
            var given = ParameterOf(wanted is { IsUnknown: true, Callable: null } ? ExpectedByNamesake(function) : wanted, place, parameter.Has(NodeFlags.Rest));
            if (!given.IsUnknown || given.IsOpen)
                return given;
        }

        if (parameter.Has(NodeFlags.Rest))
            return new LightType.Array(LightType.Unknown);
        // "up(queryInterface) { … }", "load(prisma: any)": a value that goes by that name wherever it is.
        var name = parameter.FirstAfterModifiers();
        if (!name.Is(SyntaxKind.Identifier))
            return LightType.Unknown;
        return KnownWherever(parameter, NameAt(name)) is { IsUnknown: false } known ? known : GivenInFile(parameter, function);
    }

    /// <summary>How handles of databases are called.</summary>
    private static readonly ImmutableHashSet<string> HandleNames = ["tx", "trx", "transaction", "client", "db", "database", "conn", "connection", "manager", "prisma", "knex", "pool"];

    /// <summary>How many calls of a function are asked what they give.</summary>
    private const int MostGivers = 8;

    /// <summary>"async function book(tx: any, id: string)": the handle of a library that those give who call it in its file.</summary>
    private LightType GivenInFile(SyntaxNode parameter, SyntaxNode function)
    {
        if (!HandleNames.Contains(parameter.FirstAfterModifiers().Text) || bindings.ModuleOf(parameter.Tree) is not { } module)
            return LightType.Unknown;
        var declared = function.Is(SyntaxKind.FunctionDeclaration) ? module.SymbolOfDeclaration(function)
            : function.Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } variable } ? module.SymbolOfDeclaration(variable) : default;
        if (!declared.Exists)
            return LightType.Unknown;
        var place = new Parameter(parameter).Place;
        foreach (var reference in declared.References.Where(reference => reference.Parent.Is(SyntaxKind.CallExpression) && reference.Parent.FirstChild == reference).Take(MostGivers))
        {
            if (reference.Parent.Child(SyntaxKind.ArgumentList).ChildAt(place) is { Exists: true } given && !function.Span.Contains(given.Span) && TypeOf(given).NonNullish() is LightType.Instance { Symbol.Module.Roles: var roles } handle && roles.HasFlag(ModuleRoles.Knowledge))
                return handle;
        }

        return LightType.Unknown;
    }

    /// <summary>"$transaction(prisma, async (tx) => …)" where nobody knows what <c>$transaction</c> is: the method of that name of what it is given, which it stands for, wants the same function.</summary>
    private LightType ExpectedByNamesake(SyntaxNode function)
    {
        if (function.Parent is not { Kind: SyntaxKind.ArgumentList, Parent: { Kind: SyntaxKind.CallExpression } call } list || !call.FirstChild.Is(SyntaxKind.Identifier) || !TypeOf(call.FirstChild).IsUnknown)
            return LightType.Unknown;
        foreach (var argument in list.Children)
        {
            if (argument == function)
                break;
            foreach (var type in TypeOf(argument).NonNullish().Alternatives)
            {
                if (type is LightType.Instance && AsFunction(OfProperty(type, NameAt(call.FirstChild))) is { } named
                    && named.Declarations.Select(declaration => ParameterOf(new LightType.Function([declaration], named.With), 0, isRest: false)).FirstOrDefault(given => AsFunction(given.NonNullish()) is not null) is { } wanted)
                    return wanted;
            }
        }

        return LightType.Unknown;
    }

    /// <summary>What may be left out may be undefined.</summary>
    private static LightType Optional(SyntaxNode declaration, LightType type) =>
        declaration.Has(NodeFlags.Optional) && !type.IsUnknown ? LightType.AnyOf(type, LightType.Undefined) : type;

    private LightType OfProperty(SyntaxNode property)
    {
        if (property.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation && Denoted(annotation) is var said && !SaysNothing(said, annotation))
            return Optional(property, said);
        if (property.Child(SyntaxKind.Initializer) is { Exists: true } initializer)
        {
            var type = TypeOf(initializer.FirstChild);
            return property.Has(NodeFlags.Readonly) ? type : type.Widened();
        }

        return AssignedInConstructor(property.Parent, NameAt(property.FirstAfterModifiers()));
    }

    /// <summary><c>this.pool = new Pool()</c> in the constructor gives an untyped field its type.</summary>
    private LightType AssignedInConstructor(SyntaxNode classBody, Name name)
    {
        if (classBody.Kind is not SyntaxKind.ClassBody || classBody.Child(SyntaxKind.Constructor) is not { Exists: true } constructor)
            return LightType.Unknown;

        foreach (var node in constructor.DescendantsAndSelf)
        {
            if (node is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && node.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } target
                && target.FirstChild.Kind is SyntaxKind.ThisKeyword && NameAt(target.ChildAt(1)) == name)
            {
                return TypeOf(node.ChildAt(1)).Widened();
            }
        }

        return LightType.Unknown;
    }

    /// <summary>What a function returns to its caller.</summary>
    private LightType ReturnOf(SyntaxNode function)
    {
        var shape = new FunctionLike(function);
        if (function.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation)
            return Denoted(annotation);
        if (function.Kind is SyntaxKind.SetAccessor)
            return LightType.Void;
        var body = shape.Body;
        if (!body.Exists)
            return LightType.Unknown;
        if (shape.IsGenerator)
        {
            var generator = bindings.Global(Name.Of(shape.IsAsync ? "AsyncGenerator" : "Generator"));
            return generator.Exists ? new LightType.Instance(generator, [Yielded(body)]) : LightType.Unknown;
        }

        var type = shape.HasExpressionBody ? TypeOf(body).Widened() : OfReturns(body);
        return shape.IsAsync ? new LightType.Promise(AwaitedOf(type)) : type;
    }

    private LightType OfReturns(SyntaxNode block)
    {
        var returns = ReturnsOf(block);
        if (returns.Length == 0)
            return NeverEnds(block) ? LightType.Never : LightType.Void;
        var type = LightType.AnyOf(returns.Select(r => r.FirstChild.Exists ? TypeOf(r.FirstChild).Widened() : LightType.Undefined));
        return type is LightType.Primitive { Kind: PrimitiveKind.Undefined } && returns.All(r => !r.FirstChild.Exists) ? LightType.Void : type;
    }

    /// <summary>Whether a block does nothing but throw.</summary>
    private static bool NeverEnds(SyntaxNode block)
    {
        if (block.Parent.Kind is SyntaxKind.FunctionDeclaration)
            return false;
        SyntaxNode last = default;
        foreach (var statement in block.Children)
            last = statement;
        return last.Kind is SyntaxKind.ThrowStatement;
    }

    /// <summary>What the <c>yield</c>s of a generator's body give, nested functions left out.</summary>
    private LightType Yielded(SyntaxNode body)
    {
        var types = new List<LightType>();
        var pending = new Stack<SyntaxNode>();
        pending.Push(body);
        while (pending.TryPop(out var node))
        {
            if (node.Kind is SyntaxKind.YieldExpression)
                types.Add(!node.FirstChild.Exists ? LightType.Undefined : node.Has(NodeFlags.Delegate) ? Iterated(TypeOf(node.FirstChild), isAsync: false) : TypeOf(node.FirstChild).Widened());
            foreach (var child in node.Children)
            {
                if (!IsFunction(child.Kind) && child.Kind is not (SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression))
                    pending.Push(child);
            }
        }

        return AwaitedOf(LightType.AnyOf(types));
    }

    /// <summary>The values that a function returns, one for each of its ends that has one.</summary>
    internal static IEnumerable<SyntaxNode> ResultsOf(FunctionLike function) =>
        function.HasExpressionBody ? [function.Body] : ReturnsOf(function.Body).Select(statement => statement.FirstChild).Where(value => value.Exists);

    /// <summary>The return statements of a function's block, nested functions left out, in source order.</summary>
    internal static SyntaxNode[] ReturnsOf(SyntaxNode block)
    {
        var found = new List<SyntaxNode>();
        var pending = new Stack<SyntaxNode>();
        pending.Push(block);
        while (pending.TryPop(out var node))
        {
            if (node.Kind is SyntaxKind.ReturnStatement)
                found.Add(node);

            for (var child = node.FirstChild; child.Exists; child = child.NextSibling)
            {
                if (IsStatement(child.Kind))
                    pending.Push(child);
            }
        }

        found.Sort((a, b) => a.Index.CompareTo(b.Index));
        return [.. found];
    }

    private static bool IsStatement(SyntaxKind kind) => kind is >= SyntaxKind.Block and <= SyntaxKind.DebuggerStatement
        and not (SyntaxKind.VariableStatement or SyntaxKind.ExpressionStatement);

    /// <summary>What a loop over it yields.</summary>
    private LightType Iterated(LightType type, bool isAsync)
    {
        switch (type)
        {
            case LightType.Union union:
                return LightType.AnyOf(union.Members.Where(member => !member.IsNullish).Select(member => Iterated(member, isAsync)));
            case LightType.Primitive { Kind: PrimitiveKind.String } or LightType.Literal { Kind: PrimitiveKind.String }:
                return LightType.String;
            case LightType.Array or LightType.Tuple:
                return isAsync ? AwaitedOf(type.Element()) : type.Element();
        }

        if (isAsync && Iterator(AsyncIteratorName) is { } later)
            return AwaitedOf(later);
        return Iterator(IteratorName) is { } now ? isAsync ? AwaitedOf(now) : now : LightType.Unknown;

        // `[Symbol.iterator](): Iterator<T>`: the element is the first argument of whatever is returned.
        LightType? Iterator(Name method)
        {
            if (FindMember(type, method) is not { } member || AsFunction(TypeOf(member)) is not { } function)
                return null;
            return ResultOf(function, function.Declarations[^1]) switch
            {
                LightType.Instance { Arguments: [var element, ..] } => element,
                var iterator when OfProperty(iterator, NextName) is var next && AsFunction(next) is { } step => OfProperty(AwaitedOf(ResultOf(step, step.Declarations[^1])), ValueName),
                _ => LightType.Unknown,
            };
        }
    }

    /// <summary>The type of the class's base as a constructor, remembered under the class.</summary>
    private LightType BaseOf(SyntaxNode classNode)
    {
        foreach (var child in classNode.Children)
        {
            if (child.Kind is SyntaxKind.HeritageClause && child.Operator is TokenKind.Extends && child.FirstChild.FirstChild is { Exists: true } expression)
                return TypeOf(expression) is { IsUnknown: false } known ? known : MixedInto(expression, 0);
        }

        return LightType.Unknown;
    }

    /// <summary>
    /// <c>class User extends Errors(Model)</c> of a function that is out of sight: what such a function returns is the class that it is given, and more. Unknown where it is given none.
    /// </summary>
    private LightType MixedInto(SyntaxNode expression, int depth)
    {
        expression = expression.Unwrapped();
        if (depth > DeepestInheritance)
            return LightType.Unknown;
        // "const Base = Errors(Model); class User extends Base"
        if (expression.Kind is SyntaxKind.Identifier && bindings.SymbolOf(expression) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } variable })
            return MixedInto(variable.Child(SyntaxKind.Initializer).FirstChild, depth + 1);
        if (expression.Kind is not SyntaxKind.CallExpression)
            return LightType.Unknown;
        foreach (var argument in expression.Child(SyntaxKind.ArgumentList).Children)
        {
            var given = TypeOf(argument) is LightType.ClassConstructor known ? known : MixedInto(argument, depth + 1);
            if (given is LightType.ClassConstructor)
                return given;
        }

        return LightType.Unknown;
    }
}
