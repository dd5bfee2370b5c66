using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells whether a use of a variable may let its object live on, or end, out of the function's sight. In doubt it may.</summary>
internal sealed class Ownership(ProjectModel project)
{
    /// <summary>A function that hands it to a function that hands it on … beyond this it is out of sight.</summary>
    private const int LongestChain = 4;

    private readonly ConcurrentDictionary<(SyntaxNode Function, int Place, int Depth), bool> parameters = new();

    /// <summary>Reports whether the object may get out of the function's hands at a reference to the variable that holds it.</summary>
    /// <param name="reference">The identifier.</param>
    /// <param name="mayEnd">Whether ending it here is in sight: in the function itself, but not in a callback that runs who knows when.</param>
    public bool MayKeep(SyntaxNode reference, bool mayEnd) => MayKeep(reference, mayEnd, 0);

    private bool MayKeep(SyntaxNode reference, bool mayEnd, int depth)
    {
        var outer = reference.Wrapped();
        var parent = outer.Parent;
        switch (parent.Kind)
        {
            // "client.query(…)" uses it; "client.release()" ends it; "const end = client.release" is out of sight; "return client.$extends(…)" is the client again.
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression when parent.FirstChild == outer:
                var around = parent.Parent;
                if (around.Is(SyntaxKind.CallExpression) && around.FirstChild == parent)
                    return (Ends(around, reference) && !mayEnd) || (depth < LongestChain && !around.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && ObjectWalk.GivesItself(project, around) && MayKeep(around, mayEnd, depth + 1));
                return around.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.Initializer or SyntaxKind.ArrowFunction
                    && project.Types.TypeOf(parent) is LightType.Function;
            // "trx('account')": what is called is used.
            case SyntaxKind.CallExpression when parent.FirstChild == outer:
                return false;
            case SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.PrefixUnaryExpression or SyntaxKind.TypeOfExpression or SyntaxKind.ExpressionStatement or SyntaxKind.TaggedTemplateExpression:
                return false;
            case SyntaxKind.BinaryExpression when parent.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals:
                return parent.FirstChild != outer;
            case SyntaxKind.BinaryExpression:
                return parent.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion;
            case SyntaxKind.ConditionalExpression:
                return parent.FirstChild != outer;
            // "await Account.create(values, { transaction })": it has it while it runs.
            case SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment when Callers.Argument(parent.Parent) is { Call: { Kind: SyntaxKind.CallExpression } taker } && project.Types.CalleeOf(taker) is Callee.Library:
                return project.ThenableOf(taker) is Thenable.Not;
            // "await readVersion({ connection, query })" of the program: it depends on what that does with the member.
            case SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment when depth < LongestChain && Callers.Argument(parent.Parent) is { Call: { Kind: SyntaxKind.CallExpression } called } given
                && project.Types.CalleeOf(called) is Callee.InProgram { Functions.IsEmpty: false, Signatures.IsEmpty: true } taking:
                return taking.Functions.Any(function => MayKeepMember(function, given.Place, parent.FirstAfterModifiers().Bytes, depth + 1));
            // "const shared = { client, index }; await page({ ...shared, scroll })"
            case SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment when depth < LongestChain && parent.Parent.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declared }
                && project.Bindings.ModuleOf(parent.Tree)?.SymbolOfDeclaration(declared) is { Exists: true, IsAssignedOnce: true } options && declared.FirstChild.Is(SyntaxKind.Identifier):
                return MayKeepIn(options, FunctionShape.Enclosing(reference), parent.FirstAfterModifiers().Bytes, depth + 1);
            // "new Tracker(client)"
            case SyntaxKind.ArgumentList when parent.Parent.Is(SyntaxKind.NewExpression) && depth < LongestChain && Callers.Argument(reference) is var given && given.Call == parent.Parent:
                return MayKeepObject(given.Call, given.Place, FunctionShape.Enclosing(reference), depth + 1);
            case SyntaxKind.ArgumentList when parent.Parent.Is(SyntaxKind.CallExpression):
                return MayKeepArgument(parent.Parent, outer, mayEnd, depth);
            default:
                return true;
        }
    }

    /// <summary>
    /// Whether an object of the program's that is made with it may end it, give it on or take it out of the function: not <c>const tracker = new ErrorTracker(client)</c>, which listens to it and asks nothing more of it,
    /// and is itself only asked for its members.
    /// </summary>
    private bool MayKeepObject(SyntaxNode made, int place, SyntaxNode function, int depth)
    {
        if (project.Types.TypeOf(made.FirstChild) is not LightType.ClassConstructor { Symbol: var type } || !project.IsInProgram(type.Declaration) || FunctionShape.ConstructorOf(type.Declaration.Child(SyntaxKind.ClassBody)) is not { Body.Exists: true } shape
            || shape.Parameters[place] is not { Exists: true } parameter || new Parameter(parameter).Name is not { Kind: SyntaxKind.Identifier } name || project.Bindings.ModuleOf(type.Declaration.Tree) is not { } module || ConnectionLife.TakenBy(made, project.Bindings.ModuleOf(made.Tree)!) is not { Exists: true } variable)
            return true;
        foreach (var reference in variable.References)
        {
            var outer = reference.Wrapped();
            if (AssignedValue.TargetOf(outer.Parent) != outer && !(outer.Parent.Is(SyntaxKind.PropertyAccessExpression) && outer.Parent.FirstChild == outer) && outer.Parent.Kind is not (SyntaxKind.IfStatement or SyntaxKind.PrefixUnaryExpression) && !(outer.Parent.Is(SyntaxKind.BinaryExpression) && outer.Parent.Operator is TokenKind.AmpersandAmpersand))
                return true;
        }

        var fields = new HashSet<Symbol>();
        if (new Parameter(parameter).IsProperty)
            fields.Add(module.MembersOf(type.Declaration.Child(SyntaxKind.ClassBody)).Find(module.NameOf(name)));
        foreach (var reference in module.LocalSymbolOf(name).References)
        {
            var outer = reference.Wrapped();
            if (outer.Parent.Is(SyntaxKind.BinaryExpression) && outer.Parent.Operator is TokenKind.Equals && outer.Parent.ChildAt(1) == outer && outer.Parent.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression, FirstChild.Kind: SyntaxKind.ThisKeyword } field)
                fields.Add(project.Types.SymbolOf(field));
            else if (MayKeep(reference, mayEnd: false, depth))
                return true;
        }

        return fields.Any(field => !field.Exists || project.Mentions.Of(field).Any(mention => !(mention.Wrapped().Parent.Is(SyntaxKind.BinaryExpression) && AssignedValue.TargetOf(mention.Wrapped().Parent) == mention.Wrapped()) && MayKeep(mention, mayEnd: false, depth)));
    }

    /// <summary>Whether a variable that holds an object lets a member of it get out of sight: it is read, or given, whole or spread, to functions of the program that only use the member.</summary>
    private bool MayKeepIn(Symbol options, SyntaxNode function, ReadOnlySpan<byte> member, int depth)
    {
        foreach (var reference in options.References)
        {
            var outer = reference.Wrapped();
            var given = outer.Parent.Is(SyntaxKind.SpreadAssignment) ? outer.Parent.Parent : outer;
            if (!RunsIn(reference, function))
                return true;
            if (outer.Parent.Is(SyntaxKind.PropertyAccessExpression) && outer.Parent.FirstChild == outer)
            {
                if (outer.Parent.ChildAt(1).Bytes.SequenceEqual(member) && MayKeep(outer.Parent, mayEnd: false, depth))
                    return true;
                continue;
            }

            if (Callers.Argument(given) is not { Call: { Kind: SyntaxKind.CallExpression } call } argument || project.Types.CalleeOf(call) is not Callee.InProgram { Functions.IsEmpty: false, Signatures.IsEmpty: true } taking)
                return true;
            foreach (var taker in taking.Functions)
            {
                if (MayKeepMember(taker, argument.Place, member, depth + 1))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a reference stands in a function itself, or in the executor of a promise that it makes, which runs at once.</summary>
    private bool RunsIn(SyntaxNode reference, SyntaxNode function)
    {
        var around = FunctionShape.Enclosing(reference);
        return around == function || (Callers.Argument(around) is { Call.Exists: true } given && project.PromiseOperationOf(given.Call) is PromiseOperation.New && FunctionShape.Enclosing(given.Call) == function);
    }

    private bool Ends(SyntaxNode call, SyntaxNode reference) =>
        project.DatabaseCallAt(call) is { GivesBack: not GivesBack.No } || project.Endings.CallAt(reference) == call;

    private bool MayKeepArgument(SyntaxNode call, SyntaxNode argument, bool mayEnd, int depth)
    {
        if (Ends(call, argument))
            return !mayEnd;
        if (depth >= LongestChain)
            return true;

        // "await work(client)" of a callback parameter: it has the connection while it runs.
        if (call.FirstChild.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(call.FirstChild).Is(SymbolFlags.Parameter))
            return false;
        switch (project.Types.CalleeOf(call))
        {
            // What a library's method is given it uses while it runs; what keeps it is a constructor, and a function that makes something of it: "drizzle(client)".
            case Callee.Library:
                return IsCollection(call.FirstChild) || (call.FirstChild.Is(SyntaxKind.Identifier) && !call.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && project.ThenableOf(call) is Thenable.Not or Thenable.Unknown);
            case Callee.InProgram { Functions.IsEmpty: false, Signatures.IsEmpty: true } program:
                var place = 0;
                foreach (var candidate in call.Child(SyntaxKind.ArgumentList).Children)
                {
                    if (candidate == argument)
                        break;
                    if (candidate.Is(SyntaxKind.SpreadElement))
                        return true;
                    place++;
                }

                return program.Functions.Any(function => parameters.GetOrAdd((function, place, depth + 1), static (key, self) => self.MayKeepParameter(key.Function, key.Place, key.Depth), this));
            default:
                return true;
        }
    }

    /// <summary>"clients.set(id, client)", "idle.push(client)": a collection keeps what it is given.</summary>
    private bool IsCollection(SyntaxNode callee)
    {
        if (!callee.Is(SyntaxKind.PropertyAccessExpression))
            return false;
        var receiver = project.Types.TypeOf(callee.FirstChild).NonNullish();
        return receiver is LightType.Array or LightType.Tuple
            || (receiver is LightType.Instance { Symbol: var type } && (type.Name.Is("Map"u8) || type.Name.Is("Set"u8) || type.Name.Is("WeakMap"u8) || type.Name.Is("WeakSet"u8)));
    }

    private bool MayKeepParameter(SyntaxNode function, int place, int depth)
    {
        if (FunctionLike.From(function) is not { } shape || shape.Parameters[place] is not { Exists: true } parameter)
            return true;
        var name = new Parameter(parameter).Name;
        if (!name.Is(SyntaxKind.Identifier) || new Parameter(parameter).IsProperty || project.Bindings.ModuleOf(function.Tree)?.LocalSymbolOf(name) is not { Exists: true } symbol)
            return true;
        foreach (var reference in symbol.References)
        {
            if (!RunsIn(reference, function) || MayKeep(reference, mayEnd: false, depth))
                return true;
        }

        return false;
    }

    /// <summary>Whether a function keeps a member of the object that it is given: "const { connection, query } = options" takes it apart, and anything that is done with the whole object is out of sight.</summary>
    private bool MayKeepMember(SyntaxNode function, int place, ReadOnlySpan<byte> member, int depth)
    {
        if (FunctionLike.From(function) is not { Body.Exists: true } shape || shape.Parameters[place] is not { Exists: true } parameter || new Parameter(parameter).IsProperty || project.Bindings.ModuleOf(function.Tree) is not { } module)
            return true;
        var name = new Parameter(parameter).Name;
        if (name.Is(SyntaxKind.ObjectBindingPattern))
            return MayKeepBound(module, function, name, member, depth);
        if (!name.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(name) is not { Exists: true } symbol)
            return true;
        foreach (var reference in symbol.References)
        {
            if (reference == name)
                continue;
            var outer = reference.Wrapped();
            var keeps = outer.Parent.Kind switch
            {
                SyntaxKind.PropertyAccessExpression when outer.Parent.FirstChild == outer => outer.Parent.ChildAt(1).Bytes.SequenceEqual(member) && (!RunsIn(reference, function) || MayKeep(outer.Parent, mayEnd: false, depth)),
                // "'scroll' in options"
                SyntaxKind.BinaryExpression => outer.Parent.Operator is not TokenKind.In,
                SyntaxKind.Initializer when outer.Parent.Parent is { Kind: SyntaxKind.VariableDeclaration } taken && taken.FirstChild.Is(SyntaxKind.ObjectBindingPattern) => MayKeepBound(module, function, taken.FirstChild, member, depth),
                _ => true,
            };
            if (keeps)
                return true;
        }

        return false;
    }

    private bool MayKeepBound(Module module, SyntaxNode function, SyntaxNode pattern, ReadOnlySpan<byte> member, int depth)
    {
        foreach (var child in pattern.Children)
        {
            if (BindingElement.From(child) is not { } element)
                return true;
            if (element.IsRest)
                return true;
            if (!(element.PropertyName.Exists ? element.PropertyName : element.Name).Bytes.SequenceEqual(member))
                continue;
            if (module.LocalSymbolOf(element.Name) is not { Exists: true } symbol)
                return true;
            foreach (var reference in symbol.References)
            {
                if (reference != element.Name && (!RunsIn(reference, function) || MayKeep(reference, mayEnd: false, depth)))
                    return true;
            }

            return false;
        }

        return false;
    }
}
