using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What a program provides under tokens, for constructors and factories that ask for them: <c>{ provide: POOL, useFactory: (config) => new Pool(config), inject: [CONFIG] }</c>.</summary>
internal sealed class Providers(ProjectModel project)
{
    private static readonly Name Provide = Name.Of("provide"u8);
    private static readonly Name UseValue = Name.Of("useValue"u8);
    private static readonly Name UseFactory = Name.Of("useFactory"u8);
    private static readonly Name Inject = Name.Of("inject"u8);

    private readonly Lazy<ILookup<object, OptionSet>> byToken = new(() => Of(project));

    /// <summary>The expressions of what a parameter is given, by its decorator, or by the list beside the factory whose parameter it is; none for all others.</summary>
    public IEnumerable<SyntaxNode> ValuesOf(SyntaxNode parameter)
    {
        if (TokenOf(parameter) is not { Exists: true } written || KeyOf(project, written) is not { } token)
            yield break;
        foreach (var provided in byToken.Value[token])
        {
            if (provided.Find(UseValue) is { } value)
                yield return value.Value;
            else if (provided.Find(UseFactory) is { } factory && FunctionLike.From(project.Constants.ValueOf(factory.Value)) is { IsGenerator: false, Body.Exists: true } made)
            {
                foreach (var returned in Inference.ResultsOf(made))
                    yield return returned;
            }
        }
    }

    /// <summary>What a parameter, or a field that it is kept in, is given; none for all other expressions.</summary>
    public IEnumerable<SyntaxNode> ValuesAt(SyntaxNode expression) =>
        project.Types.SymbolOf(expression.Unwrapped()) is { Exists: true, Declaration: { Kind: SyntaxKind.Parameter } parameter } ? ValuesOf(parameter) : [];

    private SyntaxNode TokenOf(SyntaxNode parameter)
    {
        foreach (var child in parameter.Children)
        {
            if (child.Is(SyntaxKind.Decorator) && child.FirstChild.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(child.FirstChild) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Injects>().FirstOrDefault() is { } injects)
                return project.ArgumentAt(child.FirstChild, injects.Token);
        }

        // "useFactory: (pool) => …, inject: [POOL]"
        var factory = FunctionShape.Enclosing(parameter.FirstChild);
        var written = factory.Is(SyntaxKind.MethodDeclaration) ? factory : factory.Wrapped().Parent;
        if (written.Kind is not (SyntaxKind.PropertyAssignment or SyntaxKind.MethodDeclaration) || written.FirstAfterModifiers() is not { Kind: SyntaxKind.Identifier } name || !name.TextIs("useFactory"u8) || !written.Parent.Is(SyntaxKind.ObjectLiteralExpression))
            return default;
        return project.Options.Of(written.Parent).Find(Inject)?.Value.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } list ? list.ChildAt(FunctionShape.PlaceOf(parameter, factory)) : default;
    }

    private static ILookup<object, OptionSet> Of(ProjectModel project)
    {
        var found = new List<(object Token, OptionSet Provided)>();
        foreach (var identifier in project.Mentions.Named(Provide))
        {
            Workers.Step();
            if (identifier.Parent.Is(SyntaxKind.PropertyAssignment) && identifier.Parent.FirstChild == identifier && identifier.Parent.Parent.Is(SyntaxKind.ObjectLiteralExpression) && !project.Bindings.ModuleOf(identifier.Tree)!.Roles.HasFlag(ModuleRoles.Test)
                && KeyOf(project, identifier.Parent.ChildAt(1)) is { } token)
                found.Add((token, project.Options.Of(identifier.Parent.Parent)));
        }

        return found.ToLookup(one => one.Token, one => one.Provided);
    }

    /// <summary>A text is a token by what it says, wherever it is written; all else by what it names.</summary>
    private static object? KeyOf(ProjectModel project, SyntaxNode token) =>
        project.Constants.StringOf(token) is { } text ? text : token.Unwrapped().Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(token.Unwrapped()) is { Exists: true } symbol ? project.Bindings.ResolveAlias(symbol) : null;
}
