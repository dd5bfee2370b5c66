using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    private static readonly Name RequireName = Name.Of("require");
    private static readonly Name DefaultName = Name.Of("default"u8);

    /// <summary>What a CallExpression, NewExpression or TaggedTemplateExpression calls.</summary>
    public Callee CalleeOf(SyntaxNode call)
    {
        if (call.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression))
            return Callee.Unknown.Instance;
        var callees = AnswersIn(call.Tree).Callees;
        if (callees[call.Index] is { } known)
            return known;
        var found = FindCallee(call);
        // What is found while another question is open may depend on that question.
        if (!Evaluation.Of(this).IsIdle)
            return found;
        // Of a mere signature the program may show which function is given for it.
        if (found is Callee.InProgram { Functions.IsEmpty: true, Signatures: [{ Kind: SyntaxKind.FunctionType or SyntaxKind.MethodSignature or SyntaxKind.CallSignature }, ..] } && GivenFor?.Invoke(call) is { IsEmpty: false } given)
            found = new Callee.InProgram(given);
        callees[call.Index] = found;
        return found;
    }

    /// <summary>The functions of the program that a call may mean of whose callee the types say no more than a signature; none when that cannot be told.</summary>
    internal Func<SyntaxNode, ImmutableArray<SyntaxNode>>? GivenFor { get; init; }

    private Callee FindCallee(SyntaxNode call)
    {
        var target = TypeOf(call.FirstChild).NonNullish();
        // Wrong programs have a "super()" outside of classes.
        if (call.FirstChild.Kind is SyntaxKind.SuperKeyword && call.Ancestor(SyntaxKind.ClassBody) is { Exists: true } ofClass)
            target = Remember(ofClass.Parent);
        ImmutableArray<SyntaxNode> functions = [], signatures = [];
        // "(pool | client).query(…)", "(knex | transaction)('users')": what several library classes offer alike is one library call.
        if (target is LightType.Union && call.Kind is not SyntaxKind.NewExpression && target.Alternatives.All(alternative => AsFunction(alternative) is { } function && IsKnowledge(Choose(function, call))))
            target = target.Alternatives[0];
        foreach (var alternative in target.Alternatives)
        {
            switch (call.Kind is SyntaxKind.NewExpression ? AsConstructor(alternative) ?? ClassIn(alternative) : AsFunction(alternative) ?? alternative)
            {
                case LightType.Function function:
                    var chosen = Choose(function, call);
                    if (IsKnowledge(chosen))
                        return target is LightType.Union ? Callee.Unknown.Instance : new Callee.Library(MemberDeclaredBy(chosen), chosen);
                    var bodies = function.Declarations.RemoveAll(declaration => !new FunctionLike(declaration).Body.Exists);
                    if (bodies is [var body] && ReplacementsOf(body, call) is { IsEmpty: false } replacements)
                    {
                        if (!replacements.All(value => FunctionLike.From(value) is { Body.Exists: true }))
                            return Callee.Unknown.Instance;
                        bodies = replacements;
                    }

                    functions = functions.AddRange(bodies);
                    if (bodies.IsEmpty)
                        signatures = signatures.Add(chosen);
                    break;
                case LightType.ClassConstructor { Symbol: var symbol }:
                    var declaration = symbol.Declarations.FirstOrDefault(d => d.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression, symbol.Declaration);
                    if (IsKnowledge(declaration))
                        return target is LightType.Union ? Callee.Unknown.Instance : new Callee.Library(symbol, ConstructorOf(declaration, call) is { Exists: true } own ? own : declaration);
                    var constructor = ConstructorOf(declaration, call);
                    functions = functions.Add(constructor.Exists ? constructor : declaration);
                    break;
                default:
                    return Callee.Unknown.Instance;
            }
        }

        if (functions.IsEmpty && !signatures.IsEmpty && (WrittenIn(call) is { Exists: true } literal ? literal : HeldBy(call.FirstChild) is { Exists: true } held ? held : OfPrototype(call)) is { Exists: true } written)
            return new Callee.InProgram([written]);
        return functions.IsEmpty && signatures.IsEmpty
            ? Callee.Unknown.Instance
            : new Callee.InProgram(functions) { Signatures = signatures };
    }

    /// <summary>
    /// The expression that a name stands for which is never assigned again: of a variable of the file, of one that is imported, and of one that is taken out of <c>await import(…)</c>. None for all else.
    /// </summary>
    internal SyntaxNode ValueOf(SyntaxNode name)
    {
        var symbol = SymbolOf(name.Unwrapped());
        if (BindingElement.From(symbol.Declaration) is { IsRest: false } element && symbol.Declaration.Parent.Parent is { Kind: SyntaxKind.VariableDeclaration } taken && symbol.IsAssignedOnce)
            symbol = MemberOf(TypeOf(taken.Child(SyntaxKind.Initializer).FirstChild), NameAt(element.PropertyName.Exists ? element.PropertyName : element.Name));
        return symbol is { Exists: true, IsAssignedOnce: true } && symbol.Declaration is { Kind: SyntaxKind.VariableDeclaration } variable ? variable.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : default;
    }

    /// <summary><c>const search: Tool = { async run() { … } }; search.run()</c>: whatever else is a tool, this one is written out. None when it is not.</summary>
    private SyntaxNode WrittenIn(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        if (!callee.Is(SyntaxKind.PropertyAccessExpression) || ValueOf(callee.FirstChild) is not { Kind: SyntaxKind.ObjectLiteralExpression } literal)
            return default;
        SyntaxNode found = default;
        foreach (var member in literal.Children)
        {
            if (member.Is(SyntaxKind.SpreadAssignment))
                found = default;
            else if (NameAt(member.FirstAfterModifiers()) == NameAt(callee.ChildAt(1)))
                found = member.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(member).Value.Unwrapped() : member;
        }

        return FunctionLike.From(found) is { Body.Exists: true } ? found : default;
    }

    /// <summary>"class Orders { pay: (id: string) => Promise&lt;void&gt; = async (id) => { … }; }", which nothing in its file assigns again: <c>orders.pay</c> means what the field begins with. None for other members.</summary>
    internal SyntaxNode HeldBy(SyntaxNode access)
    {
        if (access.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || SymbolOf(callee) is not { Exists: true, Declaration: { Kind: SyntaxKind.PropertyDeclaration, Parent.Kind: SyntaxKind.ClassBody } field } || field.Has(NodeFlags.Abstract)
            || FieldFunction(field) is not { Exists: true } function || WritesOf(ModuleOf(field))[NameAt(callee.ChildAt(1))].Any())
            return default;
        return function;
    }

    /// <summary>The function that a field of a class is written with; none when it begins with anything else.</summary>
    internal static SyntaxNode FieldFunction(SyntaxNode field) => field.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression } function ? function : default;

    /// <summary>"class Order { declare markAsPaid: () => Promise&lt;void&gt; }", and in the same file <c>Order.prototype.markAsPaid = async function () { … }</c>, once. None for other members.</summary>
    private SyntaxNode OfPrototype(SyntaxNode call)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || SymbolOf(callee) is not { Exists: true, Declaration: { Kind: SyntaxKind.PropertyDeclaration } declared } || declared.Child(SyntaxKind.Initializer).Exists
            || ClassSymbol(declared.Parent.Parent) is not { Exists: true } owner)
            return default;
        SyntaxNode found = default;
        foreach (var write in WritesOf(ModuleOf(declared))[NameAt(callee.ChildAt(1))])
        {
            if (PrototypeIn(write) is not { Exists: true } name || bindings.SymbolOf(name) != owner)
                continue;
            if (found.Exists)
                return default;
            found = write.ChildAt(1).Unwrapped();
        }

        return FunctionLike.From(found) is { Body.Exists: true } ? found : default;
    }

    /// <summary>The class of "Order.prototype.markAsPaid = …"; none for other assignments.</summary>
    private SyntaxNode PrototypeIn(SyntaxNode write) => write is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals, FirstChild: { Kind: SyntaxKind.PropertyAccessExpression, FirstChild: { Kind: SyntaxKind.PropertyAccessExpression, FirstChild: { Kind: SyntaxKind.Identifier } name } prototype } } && NameAt(prototype.ChildAt(1)) == PrototypeName ? name : default;

    /// <summary>
    /// What is put in the place of a function that an object literal brings, where that is a pattern of which others are made: <c>const monitor = { ...template }; monitor.reject = (error) => …; monitor.reject(error)</c>.
    /// Only the files of the call and of the pattern are asked. None where the call means the function itself, as far as we see.
    /// </summary>
    private ImmutableArray<SyntaxNode> ReplacementsOf(SyntaxNode function, SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        var member = function.Is(SyntaxKind.MethodDeclaration) ? function : function.Wrapped().Parent;
        if (!callee.Is(SyntaxKind.PropertyAccessExpression) || !member.Parent.Is(SyntaxKind.ObjectLiteralExpression) || member.Kind is not (SyntaxKind.MethodDeclaration or SyntaxKind.PropertyAssignment) || callee.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier } receiver)
            return [];
        var name = NameAt(callee.ChildAt(1));
        var writes = WritesOf(ModuleOf(call))[name];
        if (function.Tree != call.Tree)
            writes = writes.Concat(WritesOf(ModuleOf(function))[name]);
        if (!writes.Any() || ValueOf(receiver) == member.Parent)
            return [];
        return [.. writes.Where(write => AsFunction(TypeOf(write.FirstChild).NonNullish()) is { } replaced && replaced.Declarations.Contains(function)).Select(write => write.ChildAt(1).Unwrapped()).Where(value => !value.Is(SyntaxKind.NullKeyword) && !value.TextIs("undefined"u8))];
    }

    private static readonly KindSet Assignments = KindSet.Of(SyntaxKind.BinaryExpression);

    private readonly ConcurrentDictionary<Module, ILookup<Name, SyntaxNode>> memberWrites = new();

    /// <summary>The assignments <c>a.name = value</c> of a file, by the name.</summary>
    private ILookup<Name, SyntaxNode> WritesOf(Module module) => memberWrites.GetOrAdd(module, static module =>
    {
        var found = new List<SyntaxNode>();
        foreach (var write in module.Tree.NodesOf(Assignments))
        {
            if (write.Operator is TokenKind.Equals && write.FirstChild.Is(SyntaxKind.PropertyAccessExpression))
                found.Add(write);
        }

        return found.ToLookup(write => module.NameOf(write.FirstChild.ChildAt(1)));
    });

    /// <summary>The type that the callee wants for an argument: for <c>new Pool({…})</c> the options' type.</summary>
    public LightType ExpectedArgument(SyntaxNode call, int place)
    {
        var target = TypeOf(call.FirstChild).NonNullish();
        if (call.Kind is SyntaxKind.NewExpression)
        {
            if (target is LightType.ClassConstructor { Symbol: var symbol } && ConstructorFor(symbol, call) is { Exists: true } constructor)
            {
                var parameters = TypeParametersOf(symbol);
                var given = TypeArguments(call);
                if (given.IsEmpty && !parameters.IsEmpty)
                    given = InferArguments(call, constructor, parameters, Substitution.None, withFunctions: false);
                return ParameterOf(new LightType.Function([constructor], Bind(parameters, given)), place, isRest: false);
            }

            return AsConstructor(target) is { } made ? ExpectedArgument(made, call, place) : LightType.Unknown;
        }

        // "super(1, async (db) => …)": what the constructor above wants.
        if (call.FirstChild.Kind is SyntaxKind.SuperKeyword)
            return target is LightType.Instance { Symbol: var above, Arguments: var of } && ConstructorFor(above, call) is { Exists: true } super ? ParameterOf(new LightType.Function([super], Bind(TypeParametersOf(above), of)), place, isRest: false) : LightType.Unknown;
        if (target is LightType.Union union)
        {
            // What all of several functions want alike.
            var wanted = union.Members.Select(member => AsFunction(member) is { } one ? ExpectedArgument(one, call, place) : LightType.Unknown).Distinct().ToArray();
            return wanted.Length == 1 ? wanted[0] : wanted.FirstOrDefault(type => AsFunction(type.NonNullish()) is not null) ?? LightType.Unknown;
        }

        var arguments = call.Child(SyntaxKind.ArgumentList);
        if (!arguments.Exists)
            return AsFunction(target) is { } tag ? ExpectedArgument(tag, call, place) : LightType.Unknown;
        return Once(arguments, static (self, list) => self.AsFunction(self.TypeOf(list.Parent.FirstChild).NonNullish()) is { } called ? self.AsCalled(called, list.Parent) : LightType.Unknown) is LightType.Function function
            ? ParameterOf(function, place, isRest: false)
            : LightType.Unknown;
    }

    private LightType ExpectedArgument(LightType.Function function, SyntaxNode call, int place) => ParameterOf(AsCalled(function, call), place, isRest: false);

    /// <summary>A function as a call sees it: the signature that it means, with what the arguments tell of its type parameters.</summary>
    private LightType.Function AsCalled(LightType.Function function, SyntaxNode call)
    {
        var signature = Choose(function, call);
        // `typeof map<string>` has said already what they stand for.
        var own = TypeParametersOf(signature).RemoveAll(parameter => function.With.Find(parameter) is not null);
        var with = own.IsEmpty ? function.With : Bind(own, InferArguments(call, signature, own, function.With, withFunctions: false)).Then(function.With);
        return new([signature], with);
    }

    private LightType OfCallOfAny(LightType.Union several, SyntaxNode call) => LightType.AnyOf(several.Members.Select(one => OfCall(one, call)));

    private LightType OfCall(SyntaxNode call)
    {
        var callee = call.FirstChild;
        var arguments = call.Child(SyntaxKind.ArgumentList);
        if (callee.Kind is SyntaxKind.ImportKeyword)
            return bindings.ModuleFor(ModuleOf(call), arguments.FirstChild) is { } imported ? new LightType.Promise(OfModule(imported)) : new LightType.Promise(LightType.Unknown);
        if (callee.Kind is SyntaxKind.SuperKeyword)
            return LightType.Void;
        if (callee.Kind is SyntaxKind.Identifier && NameAt(callee) == RequireName && !ModuleOf(callee).LocalSymbolOf(callee).Exists)
            return bindings.ModuleFor(ModuleOf(call), arguments.FirstChild) is { } required ? OfRequired(required) : LightType.Unknown;

        var target = TypeOf(callee);
        if (target.IsUnknown && callee.Kind is SyntaxKind.PropertyAccessExpression)
            return OfUnknownMember(callee, arguments.FirstChild.Unwrapped());
        var result = target.NonNullish() is var called && called is LightType.Union several ? OfCallOfAny(several, call) : OfCall(called, call);
        // A knowledge file that gives `any` leaves it to the package's own declarations, where they are.
        if (IsOpenResult(result) && callee.Kind is SyntaxKind.PropertyAccessExpression && FindTwin(TypeOf(callee.FirstChild).NonNullish(), NameAt(callee.ChildAt(1))) is { } twin
            && OfCall(TypeOf(twin), call) is { IsUnknown: false } told)
            result = told;
        else if (IsOpenResult(result) && callee.Kind is SyntaxKind.Identifier && bindings.SymbolOf(callee) is { Exists: true } named && named.Module.IsBuiltIn
            && TwinOf(named) is { Exists: true } twinFunction && OfCall(OfSymbol(twinFunction), call) is { IsUnknown: false } said)
            result = said;
        if (result.IsUnknown && OfFunction(call) is { IsUnknown: false } applied)
            result = applied;
        // `a?.f()` may be skipped; so may `f?.()`.
        return target is LightType.Union && !result.IsUnknown && (call.Has(NodeFlags.Optional) || callee.Has(NodeFlags.Optional))
            ? LightType.AnyOf(result, LightType.Undefined)
            : result;
    }

    /// <summary><c>f.call(self, a)</c>, <c>f.apply(self, rest)</c>: the function that is called so, as written; none for every other call.</summary>
    public SyntaxNode AppliedBy(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        return call.Is(SyntaxKind.CallExpression) && callee.Is(SyntaxKind.PropertyAccessExpression) && (callee.ChildAt(1).TextIs("call"u8) || callee.ChildAt(1).TextIs("apply"u8)) && IsFunction(callee.FirstChild) ? callee.FirstChild : default;
    }

    /// <summary>What the methods of functions give: <c>f.call(self)</c> what f gives, <c>f.bind(self)</c> f itself; what it is bound to before its arguments changes which those are.</summary>
    private LightType OfFunction(SyntaxNode call)
    {
        // "connect.call(self, options, (error, data) => …)": one that answers a callback gives no promise.
        if (AppliedBy(call) is { Exists: true } applied && !call.Child(SyntaxKind.ArgumentList).Children.ToArray().Any(argument => FunctionLike.From(argument.Unwrapped()) is not null))
            return LightType.AnyOf(TypeOf(applied).NonNullish().Alternatives.Select(target => target is LightType.Function { Declarations: [var only] } function && TypeParametersOf(only).IsEmpty ? ResultOf(function, only) : LightType.Unknown));
        var callee = call.FirstChild.Unwrapped();
        return callee.Is(SyntaxKind.PropertyAccessExpression) && callee.ChildAt(1).TextIs("bind"u8) && !call.Child(SyntaxKind.ArgumentList).ChildAt(1).Exists && IsFunction(callee.FirstChild) ? TypeOf(callee.FirstChild).NonNullish() : LightType.Unknown;
    }

    private bool IsFunction(SyntaxNode expression) => TypeOf(expression).NonNullish().Alternatives is { Length: > 0 } alternatives && alternatives.All(alternative => alternative is LightType.Function);

    /// <summary>
    /// <c>rows.map(async (row) => …)</c> of something out of sight: whatever it is, an array or a stream of values, what it gives are promises; <c>reduce</c> gives the last one.
    /// </summary>
    private LightType OfUnknownMember(SyntaxNode access, SyntaxNode first)
    {
        var name = access.ChildAt(1);
        if (first.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression && first.Has(NodeFlags.Async) && TypeOf(access.FirstChild).NonNullish().IsUnknown)
        {
            if (name.TextIs("map"u8))
                return new LightType.Array(Result(first));
            if (name.TextIs("reduce"u8))
                return Result(first);
        }

        return LightType.Unknown;
    }

    private static bool IsOpenResult(LightType type) => type.IsUnknown || type is LightType.Promise { Result.IsUnknown: true };

    private static LightType.Namespace OfModule(ExportTable table) => new(new(default, default, table));

    /// <summary>
    /// <c>require</c> gives what <c>module.exports</c> is, or else the exports as an object. Of a library that is written for it, what a default import gives is the whole, and has the other exports as members:
    /// <c>const express = require('express'); express().use(express.Router())</c>.
    /// </summary>
    private LightType OfRequired(ExportTable table)
    {
        if (table.Whole is { } whole && table.Module.Tree[whole.Node].Kind is not SyntaxKind.ObjectLiteralExpression)
            return TypeOf(table.Module.Tree[whole.Node]);
        // "module.exports = { load, async store() { … } }" of a file of the program has what the object has.
        if (table is { Whole: { } written, Module.Roles: var roles } && (roles & (ModuleRoles.Knowledge | ModuleRoles.Installed)) == 0)
            return LightType.AllOf([OfModule(table), TypeOf(table.Module.Tree[written.Node])]);
        return table is { Module.IsBuiltIn: true, Default: not null } && OfMeaning(bindings.Export(table, DefaultName)) is { IsUnknown: false } own ? LightType.AllOf([OfModule(table), own]) : OfModule(table);
    }

    /// <summary>The class among what a type is at once; any other type is its own answer.</summary>
    private static LightType ClassIn(LightType type) => type is LightType.Intersection all ? all.Parts.FirstOrDefault(part => part is LightType.ClassConstructor) ?? type : type;

    private LightType OfCall(LightType target, SyntaxNode call)
    {
        if (AsFunction(target) is not { } function)
            return LightType.Unknown;
        if (IsPromiseAll(function, call, out var settled))
            return settled;

        var signature = Choose(function, call);
        var own = TypeParametersOf(signature);
        if (own.IsEmpty)
            return ResultOf(function, signature);

        var given = TypeArguments(call);
        var inferred = given.IsEmpty ? InferArguments(call, signature, own, function.With, withFunctions: true) : given;
        return Result(signature).Substitute(Bind(own, inferred).Then(function.With));
    }

    private LightType ResultOf(LightType.Function function, SyntaxNode signature) => Result(signature).Substitute(function.With);

    private LightType Result(SyntaxNode signature) => signature.Kind is SyntaxKind.Constructor ? LightType.Void : Remember(signature);

    private LightType OfTagged(SyntaxNode tagged) =>
        LightType.AnyOf(TypeOf(tagged.FirstChild).NonNullish().Alternatives.Select(t => OfCall(t, tagged)));

    private LightType OfNew(SyntaxNode node)
    {
        var target = TypeOf(node.FirstChild).NonNullish();
        if (target is LightType.Union union)
            return LightType.AnyOf(union.Members.Select(member => OfNew(member, node)));
        return OfNew(target, node);
    }

    private LightType OfNew(LightType target, SyntaxNode node)
    {
        if (target is not LightType.ClassConstructor { Symbol: var symbol })
        {
            if (AsConstructor(target) is not { } made)
                return LightType.Unknown;
            var signature = Choose(made, node);
            var own = TypeParametersOf(signature);
            var inferred = own.IsEmpty ? [] : TypeArguments(node) is { IsEmpty: false } written ? written : InferArguments(node, signature, own, made.With, withFunctions: true);
            return Result(signature).Substitute(Bind(own, inferred).Then(made.With));
        }

        var parameters = TypeParametersOf(symbol);
        var given = TypeArguments(node);
        if (given.IsEmpty && !parameters.IsEmpty)
        {
            var constructor = ConstructorFor(symbol, node);
            given = constructor.Exists ? InferArguments(node, constructor, parameters, Substitution.None, withFunctions: true) : [];
            // `const p: Promise<Row> = new Promise(…)`: the place it goes to knows what the constructor does not say.
            if (given.All(g => g.IsUnknown))
                given = Expected(node).NonNullish() switch
                {
                    LightType.Promise wanted when symbol == promise => [wanted.Result],
                    LightType.Instance wanted when wanted.Symbol == symbol => wanted.Arguments,
                    _ => [],
                };
        }

        return InstanceOf(symbol, given);
    }

    private bool IsKnowledge(SyntaxNode node) => (ModuleOf(node).Roles & ModuleRoles.Knowledge) != 0;

    private Symbol MemberDeclaredBy(SyntaxNode signature)
    {
        var module = ModuleOf(signature);
        for (var at = signature; at.Exists; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.CallSignature)
                at = at.Parent.Parent;
            if (module.SymbolOfDeclaration(at) is { Exists: true } symbol)
                return symbol;
            if (at.Kind is not (SyntaxKind.FunctionType or SyntaxKind.TypeAnnotation or SyntaxKind.UnionType or SyntaxKind.ParenthesizedType or SyntaxKind.Parameter))
                break;
        }

        return default;
    }
}
