using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Tells which functions a call means whose callee only a type describes, where the program shows what it is given: a member of the object that a function takes,
/// <c>const complete = ({ find, save }: Deps) => async (id) => { … await save(row) }</c>, by all calls of it, <c>complete({ find: findIn({ db }), save: saveIn({ db }) })</c>; and what a call of a maker gives, <c>findIn({ db })(id)</c>.
/// It follows values, and says nothing where one of them comes from somewhere else.
/// </summary>
internal sealed class GivenFunctions(ProjectModel project)
{
    /// <summary>A maker that calls a maker that calls … beyond this nobody knows.</summary>
    private const int LongestChain = 12;

    /// <summary>And beyond so many values on all the ways together.</summary>
    private const int MostValues = 256;

    /// <summary>A function that is called from more places is given too much to tell.</summary>
    private const int MostSites = 64;

    /// <summary>What may be more functions than these is as good as unknown.</summary>
    private const int MostFunctions = 4;

    private static ImmutableArray<SyntaxNode> Unknown => default;

    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>> known = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>> sites = new();

    /// <summary>The functions that a call may mean, all of them; none when it cannot be told.</summary>
    public ImmutableArray<SyntaxNode> Of(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        if (!call.Is(SyntaxKind.CallExpression) || KeyOf(callee) is not { Exists: true } key)
            return [];
        var all = known.GetOrAdd(key, static (_, asked) => asked.Self.Bounded(asked.Callee), (Self: this, Callee: callee));
        return all.Length <= 1 || IsInResult(callee) ? all : [];
    }

    private ImmutableArray<SyntaxNode> Bounded(SyntaxNode value) => Find(value, new(LongestChain, MostValues)) is { IsDefault: false } found && found.Distinct().ToImmutableArray() is { Length: <= MostFunctions } all ? all : [];

    /// <summary>Whether a call stands in a function that the one around it gives back. What a function calls at once of what it is given is another each time.</summary>
    private static bool IsInResult(SyntaxNode callee) =>
        FunctionShape.Enclosing(callee) is var function && FunctionLike.From(function) is not null && FunctionShape.Enclosing(function).Exists && FunctionShape.IsGivenBack(function);

    /// <summary>The functions that a member of an object may be which is handed to somebody, <c>router.post('/', middleware.verify)</c>, all of them; none when it cannot be told.</summary>
    public ImmutableArray<SyntaxNode> OfMember(SyntaxNode access) => known.GetOrAdd(access, static (asked, self) => self.Bounded(asked), this);

    /// <summary>The call of a maker that made what a call calls, where that is seen there: <c>findIn({ db })</c> of <c>findIn({ db })(id)</c>, and of <c>find(id)</c> with <c>const find = findIn({ db })</c>; none for other calls.</summary>
    public SyntaxNode MakingOf(SyntaxNode call) => call.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } made ? made
        : call.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } name && project.Types.ValueOf(name) is { Kind: SyntaxKind.CallExpression } held ? held : default;

    /// <summary>What the answer depends on; none for callees that are given nowhere.</summary>
    private SyntaxNode KeyOf(SyntaxNode callee)
    {
        switch (callee.Kind)
        {
            // "findIn({ db })(id)"
            case SyntaxKind.CallExpression:
                return callee;
            // "deps.save(row)"
            case SyntaxKind.PropertyAccessExpression:
                return callee.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } holder && project.Bindings.SymbolOf(holder) is { Exists: true, IsAssignedOnce: true } of && of.Declaration.Is(SyntaxKind.Parameter) ? callee : default;
            case SyntaxKind.Identifier when project.Bindings.SymbolOf(callee) is { Exists: true, IsAssignedOnce: true } symbol:
                return symbol.Declaration.Kind switch
                {
                    SyntaxKind.BindingElement when PatternOf(symbol.Declaration).Parent.Is(SyntaxKind.Parameter) => symbol.Declaration,
                    // "(find: Find) => async (id) => … find(id)": what is called at once is the caller's own.
                    SyntaxKind.Parameter when FunctionShape.Enclosing(callee) != symbol.Declaration.Parent.Parent && IsInResult(callee) => symbol.Declaration,
                    SyntaxKind.VariableDeclaration when symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped().Kind is SyntaxKind.CallExpression => symbol.Declaration,
                    _ => default,
                };
            default:
                return default;
        }
    }

    private static SyntaxNode PatternOf(SyntaxNode element) => element.Parent is { Kind: SyntaxKind.ObjectBindingPattern } pattern && BindingElement.From(element) is { IsRest: false } ? pattern : default;

    private ImmutableArray<SyntaxNode> Find(SyntaxNode value, Inquiry asked)
    {
        value = value.Exists ? value.Unwrapped() : value;
        if (!value.Exists || value.Is(SyntaxKind.NullKeyword) || value.TextIs("undefined"u8))
            return [];
        if (!asked.GoesOn())
            return Unknown;
        if (FunctionLike.From(value) is { Body.Exists: true })
            return [value];
        switch (value.Kind)
        {
            case SyntaxKind.ConditionalExpression:
                return HandedFunctions.Both(Find(value.ChildAt(1), asked.Deeper), Find(value.ChildAt(2), asked.Deeper));
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return HandedFunctions.Both(Find(value.FirstChild, asked.Deeper), Find(value.ChildAt(1), asked.Deeper));
            case SyntaxKind.CallExpression:
                return ResultsOf(value) is { IsDefaultOrEmpty: false } results ? HandedFunctions.All(results, result => Find(result, asked.Deeper)) : Unknown;
            case SyntaxKind.PropertyAccessExpression:
                return Bodies(value) is { IsEmpty: false } members ? members : Member(value.FirstChild, value.ChildAt(1), asked.Deeper);
            case SyntaxKind.Identifier when project.Bindings.SymbolOf(value) is { Exists: true, IsAssignedOnce: true } symbol:
                break;
            default:
                return Unknown;
        }

        if (Bodies(value) is { IsEmpty: false } bodies)
            return bodies;
        var declaration = project.Bindings.SymbolOf(value).Declaration;
        switch (declaration.Kind)
        {
            case SyntaxKind.VariableDeclaration:
                return Find(declaration.Child(SyntaxKind.Initializer).FirstChild, asked.Deeper);
            case SyntaxKind.Parameter:
                return OfParameter(declaration, given => Find(given, asked.Deeper));
            case SyntaxKind.BindingElement when PatternOf(declaration) is { Exists: true } pattern && BindingElement.From(declaration) is { } element:
                var name = element.PropertyName.Exists ? element.PropertyName : element.Name;
                var otherwise = element.Initializer.Exists ? Find(element.Initializer, asked.Deeper) : [];
                return HandedFunctions.Both(otherwise, pattern.Parent.Kind switch
                {
                    SyntaxKind.VariableDeclaration => Member(pattern.Parent.Child(SyntaxKind.Initializer).FirstChild, name, asked.Deeper),
                    SyntaxKind.Parameter => OfParameter(pattern.Parent, given => Member(given, name, asked.Deeper)),
                    _ => Unknown,
                });
            default:
                return Unknown;
        }
    }

    /// <summary>The function with a body that a name or a member is by its type.</summary>
    private ImmutableArray<SyntaxNode> Bodies(SyntaxNode named) =>
        project.Types.TypeOf(named).NonNullish() is LightType.Function function ? [.. function.Declarations.Where(declaration => FunctionLike.From(declaration) is { Body.Exists: true })] : [];

    /// <summary>The functions that an object has under a name; none when it has nothing there.</summary>
    private ImmutableArray<SyntaxNode> Member(SyntaxNode holder, SyntaxNode name, Inquiry asked)
    {
        holder = holder.Exists ? holder.Unwrapped() : holder;
        if (!holder.Exists || !name.Is(SyntaxKind.Identifier) || !asked.GoesOn())
            return holder.Exists ? Unknown : [];
        switch (holder.Kind)
        {
            case SyntaxKind.ObjectLiteralExpression:
                return OfLiteral(holder, name, asked);
            case SyntaxKind.CallExpression:
                return ResultsOf(holder) is { IsDefaultOrEmpty: false } results ? HandedFunctions.All(results, result => Member(result, name, asked.Deeper)) : Unknown;
            case SyntaxKind.Identifier when project.Bindings.SymbolOf(holder) is { Exists: true, IsAssignedOnce: true } symbol && !symbol.References.Any(reference => IsChangedBy(reference)):
                if (symbol.Declaration.Is(SyntaxKind.Parameter))
                    return OfParameter(symbol.Declaration, given => Member(given, name, asked.Deeper));
                return symbol.Declaration.Is(SyntaxKind.VariableDeclaration) && symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial ? Member(initial, name, asked.Deeper) : Unknown;
            default:
                return Unknown;
        }
    }

    /// <summary>"deps.save = other": what is asked for may have been replaced.</summary>
    private static bool IsChangedBy(SyntaxNode reference) =>
        reference.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && reference.Parent.FirstChild == reference
        && reference.Parent.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == reference.Parent;

    private ImmutableArray<SyntaxNode> OfLiteral(SyntaxNode literal, SyntaxNode name, Inquiry asked)
    {
        ImmutableArray<SyntaxNode> found = [];
        foreach (var member in literal.Children)
        {
            if (member.Is(SyntaxKind.SpreadAssignment))
            {
                // "{ ...base, save }": the last that has it.
                var spread = Member(member.FirstChild, name, asked.Deeper);
                found = spread.IsDefault || !spread.IsEmpty ? spread : found;
            }
            else if (member.FirstAfterModifiers().TextIs(name.Bytes))
            {
                found = member.Kind switch
                {
                    SyntaxKind.MethodDeclaration => [member],
                    SyntaxKind.PropertyAssignment => Find(new PropertyAssignment(member).Value, asked.Deeper),
                    SyntaxKind.ShorthandPropertyAssignment => Find(member.FirstChild, asked.Deeper),
                    _ => Unknown,
                };
            }
            else if (member.FirstAfterModifiers().Is(SyntaxKind.ComputedPropertyName))
                return Unknown;
        }

        return found;
    }

    /// <summary>What all calls of a function give for a parameter, as far as the program shows; unknown where others may call it.</summary>
    private ImmutableArray<SyntaxNode> OfParameter(SyntaxNode parameter, Func<SyntaxNode, ImmutableArray<SyntaxNode>> of)
    {
        var function = parameter.Parent.Parent;
        if (new Parameter(parameter).IsRest || function.Kind is not (SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.FunctionDeclaration) || CallsOf(function) is not { IsDefaultOrEmpty: false } calls)
            return Unknown;
        var (found, place) = (ImmutableArray<SyntaxNode>.Empty, FunctionShape.PlaceOf(parameter, function));
        foreach (var call in calls)
        {
            var given = CallArguments.At(call, place);
            found = HandedFunctions.Both(found, given.Exists ? of(given) : CallArguments.HasSpread(call) ? Unknown : []);
            if (found.IsDefault)
                return Unknown;
        }

        return found;
    }

    /// <summary>The calls of a named function, tests left out; default where it is also handed about, or called from too many places.</summary>
    private ImmutableArray<SyntaxNode> CallsOf(SyntaxNode function) => sites.GetOrAdd(function, static (asked, self) => self.FindCalls(asked), this);

    private ImmutableArray<SyntaxNode> FindCalls(SyntaxNode function)
    {
        if (project.FunctionOf(function) is not { } model || Callers.NameOf(model) is not { Exists: true } name)
            return Unknown;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var call in project.Calls.CallsOf(name))
        {
            Workers.Step();
            if (!call.Is(SyntaxKind.CallExpression) || !Means(call, function) || Reaches.ServesTests(project.Bindings.ModuleOf(call.Tree)!))
                continue;
            if (found.Count == MostSites)
                return Unknown;
            found.Add(call);
        }

        foreach (var value in project.Calls.ArgumentsNamed(name))
        {
            if (project.FunctionNamed(value) == function && !Reaches.ServesTests(project.Bindings.ModuleOf(value.Tree)!))
                return Unknown;
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a call means a function by the type of its callee alone.</summary>
    private bool Means(SyntaxNode call, SyntaxNode function) => project.Types.TypeOf(call.FirstChild).NonNullish() is LightType.Function { Declarations: var declarations } && declarations.Contains(function);

    /// <summary>What a call gives: the results of the one function of the program that it means by its type, or by what that is given; default when it cannot be told.</summary>
    private ImmutableArray<SyntaxNode> ResultsOf(SyntaxNode call) =>
        Bodies(call.FirstChild) is [var maker] && FunctionLike.From(maker) is { IsAsync: false, IsGenerator: false } shape ? [.. Inference.ResultsOf(shape)] : Unknown;
}
