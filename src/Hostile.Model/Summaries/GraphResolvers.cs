using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Functions that a GraphQL server calls for each request, by the types they are written down as: nothing in the program calls or registers them by name.
/// Facts: @graphql-codegen/typescript-resolvers 4 makes of each type of a schema <c>NAMEResolvers</c> with a member for each field, and <c>Resolvers</c> of them all;
/// @graphql-tools/utils calls the latter <c>IResolvers</c>; a field of a schema in code has <c>type</c> and <c>resolve</c> or <c>subscribe</c> (graphql 16, <c>GraphQLFieldConfig</c>).
/// </summary>
internal static class GraphResolvers
{
    /// <summary>Types, fields and the functions of a field: what is nested deeper is something else.</summary>
    private const int MostLevels = 3;

    private const string Library = "graphql";

    /// <summary>Reports whether a function, or what a call makes of one, is kept where the server looks for what answers a field.</summary>
    public static bool Has(ProjectModel project, Module module, SyntaxNode value)
    {
        var at = value;
        for (var level = 0; level <= MostLevels; level++)
        {
            for (; TransparentExpression.From(at.Parent) is { } around; at = at.Parent)
            {
                if (IsResolver(project, module, around.Type, level))
                    return true;
            }

            if (at.Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } variable })
                return IsResolver(project, module, variable.Child(SyntaxKind.TypeAnnotation).FirstChild, level) || (level > 0 && IsGivenAsResolvers(project, module.SymbolOfDeclaration(variable)));
            var property = at.Is(SyntaxKind.MethodDeclaration) ? at : at.Parent;
            if (property.Kind is not (SyntaxKind.MethodDeclaration or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment) || !property.Parent.Is(SyntaxKind.ObjectLiteralExpression))
                return false;
            if (level == 0 && IsFieldOfSchema(module, property))
                return true;
            at = property.Parent;
        }

        return false;
    }

    /// <summary><c>const resolvers = { Mutation: { … } }</c>, and later <c>new ApolloServer({ typeDefs, resolvers })</c>.</summary>
    private static bool IsGivenAsResolvers(ProjectModel project, Symbol variable)
    {
        if (!variable.Exists || !variable.IsModuleLevel)
            return false;
        foreach (var mention in project.Mentions.Of(variable))
        {
            Workers.Step();
            var property = mention.Parent.Is(SyntaxKind.ShorthandPropertyAssignment) ? mention.Parent : mention.Wrapped().Parent;
            if (property.Kind is SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.PropertyAssignment && Says(property, "resolvers"u8) && Holds(property.Parent, "typeDefs"u8) && Callers.Argument(property.Parent).Call.Exists)
                return true;
        }

        return false;
    }

    private static bool Holds(SyntaxNode value, ReadOnlySpan<byte> name)
    {
        foreach (var property in value.Children)
        {
            if (Says(property, name))
                return true;
        }

        return false;
    }

    /// <summary><c>{ type: GraphQLString, resolve: async () => … }</c> in a file that knows the library.</summary>
    private static bool IsFieldOfSchema(Module module, SyntaxNode property)
    {
        return (Says(property, "resolve"u8) || Says(property, "subscribe"u8)) && Holds(property.Parent, "type"u8) && module.Specifiers.Contains(Name.Of(Library));
    }

    private static bool Says(SyntaxNode property, ReadOnlySpan<byte> name) => property.FirstAfterModifiers().TextIs(name);

    private static bool IsResolver(ProjectModel project, Module module, SyntaxNode type, int level)
    {
        // "MutationResolvers['pay']" is one field's, "MutationResolvers" an object's.
        if (IndexedAccessType.From(type) is { } indexed)
            return level <= 1 && TypeReference.From(indexed.Object) is { } whole && IsOfResolvers(project, module, whole.Name);
        if (TypeReference.From(type) is not { } reference)
            return false;
        return level > 0 ? IsOfResolvers(project, module, reference.Name) : reference.Name.TextIs("GraphQLFieldResolver"u8) && module.Specifiers.Contains(Name.Of(Library));
    }

    /// <summary>Whether a type is made of a GraphQL schema: it is imported from a file that knows the library, or from one that a tool makes and nobody keeps.</summary>
    private static bool IsOfResolvers(ProjectModel project, Module module, SyntaxNode name)
    {
        if (!name.Is(SyntaxKind.Identifier) || !name.Bytes.EndsWith("Resolvers"u8) || project.Bindings.SymbolOf(name) is not { Exists: true } symbol)
            return false;
        if (!symbol.Is(SymbolFlags.Import))
            return symbol.Module.Specifiers.Contains(Name.Of(Library));
        return name.TextIs("MutationResolvers"u8) || name.TextIs("QueryResolvers"u8) || name.TextIs("SubscriptionResolvers"u8) || name.TextIs("Resolvers"u8) || name.TextIs("IResolvers"u8)
            || project.PackageOf(module) is { Dependencies: var asked } && asked.ContainsKey(Library);
    }
}
