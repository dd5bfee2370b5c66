using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Tells which functions a page calls by a name that only a type describes: what a hook gives (<c>const { request } = useRequest(…)</c>), what a context gives to all below it,
/// what those who use a component give it for an attribute. It follows the values, and says nothing where one of them comes from somewhere else.
/// </summary>
internal sealed class HandedFunctions(ProjectModel project)
{
    /// <summary>A hook that gives what a hook gives … beyond this nobody knows.</summary>
    private const int LongestChain = 12;

    /// <summary>And beyond so many values on all the ways together.</summary>
    private const int MostValues = 512;

    /// <summary>A name that is spelled more often is looked at no further.</summary>
    private const int MostMentions = 400;

    private static ImmutableArray<SyntaxNode> Unknown => default;

    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>> known = new();

    /// <summary>The functions that an expression may be, all of them; default when one cannot be told.</summary>
    public ImmutableArray<SyntaxNode> Of(SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        if (expression.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression) || expression.FirstChild.Is(SyntaxKind.ThisKeyword))
            return Unknown;
        // All that take a name apart mean the same.
        var key = expression.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(expression) is { Exists: true, Declaration: { Kind: SyntaxKind.BindingElement } element } ? element : expression;
        return known.GetOrAdd(key, static (_, asked) => asked.Self.Find(asked.Expression, new(LongestChain, MostValues)) is { IsDefault: false } found ? [.. found.Distinct()] : Unknown, (Self: this, Expression: expression));
    }

    private ImmutableArray<SyntaxNode> Find(SyntaxNode value, Inquiry asked)
    {
        value = value.Unwrapped();
        if (!value.Exists || value.Is(SyntaxKind.NullKeyword) || value.TextIs("undefined"u8) || value.Is(SyntaxKind.FalseKeyword))
            return [];
        if (!asked.GoesOn())
            return Unknown;
        switch (value.Kind)
        {
            case SyntaxKind.ConditionalExpression:
                return Both(Find(value.ChildAt(1), asked.Deeper), Find(value.ChildAt(2), asked.Deeper));
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return Both(Find(value.FirstChild, asked.Deeper), Find(value.ChildAt(1), asked.Deeper));
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.AmpersandAmpersand:
                return Find(value.ChildAt(1), asked.Deeper);
            case SyntaxKind.CallExpression when GivenBack(value) is { Exists: true } same:
                return Find(same, asked.Deeper);
            // "const next = waiting.shift()"
            case SyntaxKind.CallExpression when value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } taking && (taking.ChildAt(1).TextIs("shift"u8) || taking.ChildAt(1).TextIs("pop"u8)):
                return Elements(taking.FirstChild.Unwrapped(), asked.Deeper);
            case SyntaxKind.CallExpression when ResultsOf(value) is { IsDefault: false } results:
                return All(results, result => Find(result, asked.Deeper));
        }

        // What the type of an object says its member is may have been replaced since.
        if (value.Is(SyntaxKind.PropertyAccessExpression))
            return Member(value.FirstChild, value.ChildAt(1), asked.Deeper);
        if (project.FunctionNamed(value) is { Exists: true } function)
            return [function];
        if (!value.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(value) is not { Exists: true, IsAssignedOnce: true } symbol)
            return Unknown;
        if (symbol.Declaration.Is(SyntaxKind.VariableDeclaration))
            return symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial ? Find(initial, asked.Deeper) : Unknown;
        if (BindingElement.From(symbol.Declaration) is not { IsRest: false } element || symbol.Declaration.Parent is not { Kind: SyntaxKind.ObjectBindingPattern } pattern)
            return Unknown;
        var name = element.PropertyName.Exists ? element.PropertyName : element.Name;
        var otherwise = element.Initializer.Exists ? Find(element.Initializer, asked.Deeper) : [];
        if (pattern.Parent.Is(SyntaxKind.VariableDeclaration))
            return Both(otherwise, Member(pattern.Parent.Child(SyntaxKind.Initializer).FirstChild, name, asked.Deeper));
        return pattern.Parent.Is(SyntaxKind.Parameter) ? Both(otherwise, OfAttribute(pattern.Parent, name, asked.Deeper)) : Unknown;
    }

    /// <summary>The functions that an object has under a name; none when it has nothing there.</summary>
    private ImmutableArray<SyntaxNode> Member(SyntaxNode holder, SyntaxNode name, Inquiry asked)
    {
        holder = holder.Unwrapped();
        if (!holder.Exists || holder.Is(SyntaxKind.NullKeyword) || holder.TextIs("undefined"u8))
            return [];
        if (!name.Is(SyntaxKind.Identifier) || !asked.GoesOn())
            return Unknown;
        switch (holder.Kind)
        {
            case SyntaxKind.ObjectLiteralExpression:
                return OfLiteral(holder, name, asked);
            case SyntaxKind.ConditionalExpression:
                return Both(Member(holder.ChildAt(1), name, asked.Deeper), Member(holder.ChildAt(2), name, asked.Deeper));
            case SyntaxKind.BinaryExpression when holder.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return Both(Member(holder.FirstChild, name, asked.Deeper), Member(holder.ChildAt(1), name, asked.Deeper));
            case SyntaxKind.CallExpression when EffectsOf(holder).OfType<Effect.OfContext>().FirstOrDefault() is { } provided:
                return OfContext(CallArguments.At(holder, provided.Argument.Index).Unwrapped(), name, asked.Deeper);
            case SyntaxKind.CallExpression when GivenBack(holder) is { Exists: true } same:
                return Member(same, name, asked.Deeper);
            case SyntaxKind.CallExpression:
                return ResultsOf(holder) is { IsDefaultOrEmpty: false } results ? All(results, result => Member(result, name, asked.Deeper)) : Unknown;
            // "const held = useRef({}); held.current.load = load;"
            case SyntaxKind.PropertyAccessExpression when holder.FirstChild.Is(SyntaxKind.Identifier):
                var (isPut, members) = Assigned(holder, name, asked);
                return isPut ? members : IsEmptyBox(holder) ? [] : Unknown;
            case SyntaxKind.Identifier when project.Bindings.SymbolOf(holder) is { Exists: true, IsAssignedOnce: true } symbol:
                if (symbol.Declaration.Is(SyntaxKind.Parameter))
                    return OfAttribute(symbol.Declaration, name, asked.Deeper);
                if (!symbol.Declaration.Is(SyntaxKind.VariableDeclaration) || !symbol.Declaration.FirstChild.Is(SyntaxKind.Identifier) || symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is not { Exists: true } initial)
                    return Unknown;
                return Both(Assigned(holder, name, asked).Functions, Member(initial, name, asked.Deeper));
            default:
                return Unknown;
        }
    }

    private ImmutableArray<SyntaxNode> OfLiteral(SyntaxNode literal, SyntaxNode name, Inquiry asked)
    {
        ImmutableArray<SyntaxNode> found = [];
        foreach (var member in literal.Children)
        {
            if (member.Is(SyntaxKind.SpreadAssignment))
                found = Both(found, Member(member.FirstChild, name, asked.Deeper));
            else if (!member.FirstAfterModifiers().TextIs(name.Bytes))
                continue;
            else if (member.Is(SyntaxKind.MethodDeclaration))
                found = [member];
            else
                found = member.Is(SyntaxKind.PropertyAssignment) ? Find(new PropertyAssignment(member).Value, asked.Deeper) : member.Is(SyntaxKind.ShorthandPropertyAssignment) ? Find(member.FirstChild, asked.Deeper) : Unknown;
        }

        return found;
    }

    /// <summary>All that a local array is ever given, where it begins empty, is only pushed to, and only hands out one after the other: <c>const waiting = []; waiting.push(async () => …)</c>.</summary>
    private ImmutableArray<SyntaxNode> Elements(SyntaxNode array, Inquiry asked)
    {
        if (!array.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(array) is not { Exists: true, IsAssignedOnce: true } symbol || symbol.Is(SymbolFlags.Exported)
            || !symbol.Declaration.Is(SyntaxKind.VariableDeclaration) || symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: false })
            return Unknown;
        ImmutableArray<SyntaxNode> found = [];
        foreach (var reference in symbol.References)
        {
            if (!asked.GoesOn() || !reference.Parent.Is(SyntaxKind.PropertyAccessExpression) || reference.Parent.FirstChild != reference)
                return Unknown;
            switch (reference.Parent.ChildAt(1).Text)
            {
                case "length" or "shift" or "pop":
                    break;
                case "push" or "unshift" when reference.Parent.Parent is { Kind: SyntaxKind.CallExpression } adding && adding.FirstChild == reference.Parent:
                    foreach (var argument in adding.Child(SyntaxKind.ArgumentList).Children)
                        found = Both(found, argument.Is(SyntaxKind.SpreadElement) ? Unknown : Find(argument, asked.Deeper));
                    break;
                default:
                    return Unknown;
            }
        }

        return found.IsDefaultOrEmpty ? Unknown : found;
    }

    /// <summary>What is assigned, in its file, to a member of what a path leads to, and whether anything is.</summary>
    private (bool IsFound, ImmutableArray<SyntaxNode> Functions) Assigned(SyntaxNode path, SyntaxNode name, Inquiry asked)
    {
        var root = path.Is(SyntaxKind.Identifier) ? path : path.FirstChild;
        if (project.Bindings.SymbolOf(root) is not { Exists: true, IsAssignedOnce: true } symbol || symbol.Declaration.Tree != path.Tree)
            return (true, Unknown);
        ImmutableArray<SyntaxNode> found = [];
        var isFound = false;
        foreach (var reference in symbol.References)
        {
            var at = path.Is(SyntaxKind.Identifier) ? reference : reference.Parent;
            // "wrapped[key] = traced(run);": any name may be given something.
            if (at.Parent.Is(SyntaxKind.ElementAccessExpression) && at.Parent.FirstChild == at && at.TextIs(path.Bytes) && at.Parent.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } filled && filled.FirstChild == at.Parent)
                return (true, Unknown);
            if (!at.TextIs(path.Bytes) || !at.Parent.Is(SyntaxKind.PropertyAccessExpression) || at.Parent.FirstChild != at || !at.Parent.ChildAt(1).TextIs(name.Bytes)
                || !at.Parent.Parent.Is(SyntaxKind.BinaryExpression) || at.Parent.Parent.FirstChild != at.Parent || at.Parent.Parent.Operator is not TokenKind.Equals)
                continue;
            isFound = true;
            found = Both(found, Find(at.Parent.Parent.ChildAt(1), asked.Deeper));
        }

        return (isFound, found);
    }

    /// <summary><c>held.current</c> of <c>const held = useRef({})</c>, where nothing else is put there: what a library's function keeps in a box is what it was given, by its declaration.</summary>
    private bool IsEmptyBox(SyntaxNode content)
    {
        if (project.Bindings.SymbolOf(content.FirstChild) is not { Exists: true, IsAssignedOnce: true } box || BoxedIn(box.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped()) is not { Kind: SyntaxKind.ObjectLiteralExpression, FirstChild.Exists: false })
            return false;
        return !box.References.Any(reference => reference.Parent.Is(SyntaxKind.PropertyAccessExpression) && reference.Parent.FirstChild == reference
            && reference.Parent.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == reference.Parent);
    }

    /// <summary>What a context gives under a name: what stands in the attribute of each element that provides it, and what it has where there is none around.</summary>
    private ImmutableArray<SyntaxNode> OfContext(SyntaxNode context, SyntaxNode name, Inquiry asked)
    {
        if (!context.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(context) is not { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } symbol
            || declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.CallExpression } made || EffectsOf(made).OfType<Effect.MakesContext>().FirstOrDefault() is not { } provides)
            return Unknown;
        var found = Member(CallArguments.At(made, provides.Initial.Index), name, asked.Deeper);
        var provided = 0;
        foreach (var mention in MentionsOf(symbol))
        {
            if (!asked.GoesOn())
                return Unknown;
            // "<Context.Provider value={…}>" and "<Context value={…}>"
            var tag = mention.Parent.Is(SyntaxKind.PropertyAccessExpression) && mention.Parent.FirstChild == mention ? mention.Parent : mention;
            if (!tag.Parent.Is(SyntaxKind.JsxOpeningElement) || tag.Parent.FirstChild != tag)
                continue;
            if (AttributeOf(tag.Parent, provides.Attribute) is not { } given)
                return Unknown;
            provided++;
            found = Both(found, Member(given, name, asked.Deeper));
        }

        return provided > 0 ? found : Unknown;
    }

    /// <summary>What all who use a component give it under a name, where it is used as an element of a page and in no other way; default when nobody gives it anything.</summary>
    private ImmutableArray<SyntaxNode> OfAttribute(SyntaxNode parameter, SyntaxNode name, Inquiry asked)
    {
        var function = parameter.Parent.Parent;
        if (FunctionLike.From(function) is not { IsAsync: false } shape || shape.Parameters[0] != parameter || parameter.Has(NodeFlags.Rest) || !name.Is(SyntaxKind.Identifier))
            return Unknown;
        ImmutableArray<SyntaxNode> found = [];
        var given = 0;
        var symbols = new Queue<Symbol>(NamesOf(function));
        if (symbols.Count == 0)
            return Unknown;
        while (symbols.TryDequeue(out var symbol))
        {
            foreach (var mention in MentionsOf(symbol))
            {
                if (!asked.GoesOn())
                    return Unknown;
                if (mention.Parent.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.JsxClosingElement or SyntaxKind.ExportAssignment or SyntaxKind.ExportSpecifier or SyntaxKind.TypeQuery)
                    continue;
                // "export default observer(Form)"
                if (mention.Parent.Is(SyntaxKind.ArgumentList) && Wraps(mention.Parent.Parent))
                {
                    if (Holder(mention) is { Exists: true } wrapped)
                        symbols.Enqueue(wrapped);
                    continue;
                }

                if (mention.Parent.Kind is not (SyntaxKind.JsxOpeningElement or SyntaxKind.JsxSelfClosingElement) || mention.Parent.FirstChild != mention)
                {
                    // "Form.displayName = 'Form'"
                    if (mention.Parent.Is(SyntaxKind.PropertyAccessExpression) && mention.Parent.FirstChild == mention && mention.Parent.ChildAt(1).TextIs("displayName"u8))
                        continue;
                    return Unknown;
                }

                if (AttributeOf(mention.Parent, name.Text) is not { } value)
                    return Unknown;
                if (!value.Exists)
                    continue;
                given++;
                found = Both(found, Find(value, asked.Deeper));
                if (found.IsDefault)
                    return Unknown;
            }
        }

        return given > 0 ? found : Unknown;
    }

    /// <summary>What an attribute of an element is given; none when it has no such attribute, null when nobody knows.</summary>
    private static SyntaxNode? AttributeOf(SyntaxNode element, string name)
    {
        SyntaxNode found = default;
        foreach (var attribute in element.Child(SyntaxKind.JsxAttributes).Children)
        {
            if (!attribute.Is(SyntaxKind.JsxAttribute))
                return null;
            if (attribute.FirstChild.Text == name)
                found = attribute.ChildAt(1).Is(SyntaxKind.JsxExpression) ? attribute.ChildAt(1).FirstChild : attribute;
        }

        return found;
    }

    /// <summary>The mentions of a symbol, tests left out; too many are none.</summary>
    private IEnumerable<SyntaxNode> MentionsOf(Symbol symbol)
    {
        var mentions = project.Mentions.Of(symbol).Where(mention => !Reaches.ServesTests(project.Bindings.ModuleOf(mention.Tree)!)).Take(MostMentions + 1).ToList();
        return mentions.Count > MostMentions ? [] : mentions;
    }

    /// <summary>The names under which a component is used: its own, and that of what wraps it, <c>const Form = memo(function Form(props) { … })</c>.</summary>
    private IEnumerable<Symbol> NamesOf(SyntaxNode function)
    {
        if (function.Is(SyntaxKind.FunctionDeclaration) && project.Bindings.ModuleOf(function.Tree)?.SymbolOfDeclaration(function) is { Exists: true } own)
            yield return own;
        else if (Holder(function) is { Exists: true } holding)
            yield return holding;
    }

    /// <summary>The constant that holds a component, or what calls make of it that only wrap it.</summary>
    private Symbol Holder(SyntaxNode component)
    {
        var at = component.Wrapped();
        while (at.Parent.Is(SyntaxKind.ArgumentList) && at.Parent.FirstChild == at && Wraps(at.Parent.Parent))
            at = at.Parent.Parent.Wrapped();
        return at.Parent.Is(SyntaxKind.Initializer) && at.Parent.Parent is { Kind: SyntaxKind.VariableDeclaration } variable && project.Bindings.ModuleOf(variable.Tree)?.SymbolOfDeclaration(variable) is { Exists: true, IsAssignedOnce: true } symbol ? symbol : default;
    }

    /// <summary><c>memo(Form)</c>, <c>observer(Form)</c>: a function of a library under a name of its own, which gives the component what it is given. <c>connect(state)(Form)</c> may give it more.</summary>
    private bool Wraps(SyntaxNode call) =>
        call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped().Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && project.Types.CalleeOf(call) is Callee.Library or Callee.Unknown;

    /// <summary><c>useCallback(async () => …, [])</c>: what a library's function gives back as it was given, by its declaration; none for other calls.</summary>
    private SyntaxNode GivenBack(SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is not Callee.Library { Signature: var signature } || FunctionLike.From(signature) is not { } shape || shape.Parameters[0] is not { Exists: true } first)
            return default;
        var type = new Parameter(first).Type;
        return type.Exists && signature.Child(SyntaxKind.TypeAnnotation).FirstChild.TextIs(type.Bytes) && type.Is(SyntaxKind.TypeReference) && signature.Child(SyntaxKind.TypeParameterList).Exists ? CallArguments.At(call, 0) : default;
    }

    /// <summary><c>useRef(value)</c>: what a library's function gives back in an object of its own; none for other calls.</summary>
    private SyntaxNode BoxedIn(SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || project.Types.CalleeOf(call) is not Callee.Library { Signature: var signature } || FunctionLike.From(signature) is not { } shape || shape.Parameters[0] is not { Exists: true } first
            || new Parameter(first).Type is not { Kind: SyntaxKind.TypeReference } type || signature.Child(SyntaxKind.TypeAnnotation).FirstChild is not { Kind: SyntaxKind.TypeReference } box || box == type)
            return default;
        return box.Child(SyntaxKind.TypeArgumentList) is { Exists: true } arguments && arguments.FirstChild.TextIs(type.Bytes) && !arguments.ChildAt(1).Exists ? CallArguments.At(call, 0).Unwrapped() : default;
    }

    /// <summary>What a call gives: the results of the program's one function that it means, or of the function that a library calls for its result. Default when it cannot be told.</summary>
    private ImmutableArray<SyntaxNode> ResultsOf(SyntaxNode call)
    {
        var function = project.Types.CalleeOf(call) switch
        {
            Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true } => only,
            Callee.Library library when project.Effects.Of(library.Signature).OfType<Effect.CallsBack>().FirstOrDefault(calls => calls is { When: CallTime.Now, Promise: PromiseFate.Returned }) is { } calls => project.FunctionNamed(CallArguments.At(call, calls.Function.Index)),
            _ => default,
        };
        return FunctionLike.From(function) is { IsAsync: false, IsGenerator: false, Body.Exists: true } shape ? [.. Inference.ResultsOf(shape)] : default;
    }

    private IEnumerable<Effect> EffectsOf(SyntaxNode call) => project.Types.CalleeOf(call) is Callee.Library library ? project.Effects.Of(library.Signature) : [];

    /// <summary>What values are that may be all of these; default when one of them cannot be told.</summary>
    internal static ImmutableArray<SyntaxNode> All(ImmutableArray<SyntaxNode> values, Func<SyntaxNode, ImmutableArray<SyntaxNode>> of)
    {
        ImmutableArray<SyntaxNode> found = [];
        foreach (var value in values)
            found = Both(found, of(value));
        return found;
    }

    /// <summary>What a value is that may be the one or the other; default when one of them cannot be told.</summary>
    internal static ImmutableArray<SyntaxNode> Both(ImmutableArray<SyntaxNode> one, ImmutableArray<SyntaxNode> other) => one.IsDefault || other.IsDefault ? Unknown : one.AddRange(other);
}
