using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// What the schema beside a handler lets a list have: <c>.input(z.object({ ids: z.array(z.string()).max(50) }))</c>, <c>{ schema: { body: { properties: { ids: { type: 'array', maxItems: 50 } } } } }</c>,
/// <c>validate(joi.object({ ids: joi.array().max(50) }))</c>, or the class that it is made of: <c>class Ids { @ArrayMaxSize(50) ids: string[]; }</c>. Validators say it with the same few words, so no library is asked.
/// Run on class-validator 0.15.1: <c>@ArrayMaxSize(2)</c> refuses three elements.
/// </summary>
internal static class SentLimits
{
    /// <summary>A schema of more parts was written by a program.</summary>
    private const int MostNodes = 4000;

    private const int MostNames = 40;

    /// <summary>The number that bounds the list of that name, in the schemas that the call which takes the handler, and the calls before it in its chain, are given; none when none is in sight.</summary>
    public static SyntaxNode Of(ProjectModel project, SyntaxNode call, SyntaxNode handler, string name)
    {
        var (nodes, names) = (MostNodes, MostNames);
        for (var link = call; link.Is(SyntaxKind.CallExpression); link = link.FirstChild.Unwrapped().FirstChild.Unwrapped())
        {
            foreach (var argument in link.Child(SyntaxKind.ArgumentList).Children)
            {
                if (!argument.Span.Contains(handler.Span) && In(argument) is { Exists: true } limit)
                    return limit;
            }
        }

        return default;

        SyntaxNode In(SyntaxNode schema)
        {
            foreach (var node in schema.DescendantsAndSelf)
            {
                if (--nodes < 0)
                    return default;
                if (node.Is(SyntaxKind.PropertyAssignment) && IsNamed(node.FirstChild) && LimitOf(project, node.ChildAt(1)) is { Exists: true } limit)
                    return limit;
                // What is named stands elsewhere: "input(updateSchema)", "{ body: updateBody }".
                if (node.Is(SyntaxKind.Identifier) && node.Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.PropertyAccessExpression or SyntaxKind.ShorthandPropertyAssignment && --names >= 0
                    && project.Constants.ValueOf(node) is var value && value != node && In(value) is { Exists: true } elsewhere)
                    return elsewhere;
            }

            return default;
        }

        bool IsNamed(SyntaxNode key) => key.Text.Trim('\'', '"') == name;
    }

    /// <summary>The number that bounds a member of a class by a decorator of it, <c>@ArrayMaxSize(50)</c>; none for all others.</summary>
    public static SyntaxNode OfClass(ProjectModel project, Symbol member)
    {
        foreach (var decorator in member.Exists && member.Declaration.Is(SyntaxKind.PropertyDeclaration) ? member.Declaration.Children.ToArray() : [])
        {
            if (decorator.Is(SyntaxKind.Decorator) && decorator.FirstChild is { Kind: SyntaxKind.CallExpression } call && call.FirstChild.TextIs("ArrayMaxSize"u8) && call.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } most && project.Constants.NumberOf(most) is not null)
                return most;
        }

        return default;
    }

    /// <summary>The number in <c>….max(50)</c>, <c>….length(3)</c>, <c>{ maxItems: 50 }</c>, <c>pipe(array(…), maxLength(50))</c>; of the list itself, not of its elements.</summary>
    private static SyntaxNode LimitOf(ProjectModel project, SyntaxNode schema)
    {
        schema = project.Constants.ValueOf(schema).Unwrapped();
        if (schema.Is(SyntaxKind.ObjectLiteralExpression))
            return project.Options.Of(schema).Find("maxItems") is { } most && project.Constants.NumberOf(most.Value) is not null ? most.Value : default;
        while (schema.Is(SyntaxKind.CallExpression))
        {
            var word = CallName.Of(schema);
            foreach (var argument in schema.Child(SyntaxKind.ArgumentList).Children)
            {
                if (word.Text is "max" or "length" or "maxLength" && project.Constants.NumberOf(argument) is not null)
                    return argument;
                // Arguments that bound the list beside them; of its elements the schema is one, too, and no bound.
                var part = argument.Unwrapped();
                if (word.Text is "pipe" or "check" or "Array" && (part.Is(SyntaxKind.ObjectLiteralExpression) || (part.Is(SyntaxKind.CallExpression) && CallName.Of(part).Text is "maxLength" or "length")) && LimitOf(project, part) is { Exists: true } bound)
                    return bound;
            }

            schema = schema.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access ? access.FirstChild.Unwrapped() : default;
        }

        return default;
    }
}
