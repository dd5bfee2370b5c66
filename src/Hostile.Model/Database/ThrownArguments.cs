using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Finds calls of functions of the program that answer nothing made of a row they are given: they put it into an error that they throw.</summary>
internal static class ThrownArguments
{
    /// <summary>Whether the arguments of a call that are made of what a statement read go into an error only: <c>parse(form, schema, { additionalData: { row } })</c>.</summary>
    public static bool AreOnlyThrown(SyntaxNode call, Statement read, FunctionModel function)
    {
        if (!call.Is(SyntaxKind.CallExpression) || !call.FirstChild.Unwrapped().Is(SyntaxKind.Identifier) || function.Project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] })
            return false;
        var (place, isAny) = (0, false);
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Is(SyntaxKind.SpreadElement))
                return false;
            if (function.Values!.OriginsOf(argument).Any(origin => origin.Node == read.Call))
            {
                if (FunctionLike.From(only) is not { } shape || shape.Parameters[place] is not { Exists: true } parameter || !IsOnlyThrown(parameter, only, function.Project))
                    return false;
                isAny = true;
            }

            place++;
        }

        return isAny;
    }

    private static bool IsOnlyThrown(SyntaxNode parameter, SyntaxNode called, ProjectModel project)
    {
        if (new Parameter(parameter) is not { IsRest: false, Name: { Kind: SyntaxKind.Identifier } name } || project.FunctionOf(called) is not { Flow: { } graph, Values: { } values } below || below.Module.LocalSymbolOf(name) is not { Exists: true } symbol)
            return false;
        var isThrown = false;
        foreach (var reference in symbol.References.Where(reference => reference != name))
        {
            if (FunctionShape.Enclosing(reference) != called)
                return false;
            if (IsInThrow(reference, called))
                isThrown = true;
            else if (!IsOnlyAsked(reference, called))
                return false;
        }

        return isThrown && ReturnedValues.Of(below, graph).ToList() is { Count: > 0 } returned
            && returned.TrueForAll(one => values.OriginsOf(one.Value).All(origin => origin.Node != name && (!origin.Node.Is(SyntaxKind.Identifier) || below.Module.LocalSymbolOf(origin.Node) != symbol)));
    }

    private static bool IsInThrow(SyntaxNode node, SyntaxNode called)
    {
        for (var at = node; at.Exists && at != called; at = at.Parent)
        {
            if (at.Is(SyntaxKind.ThrowStatement))
                return true;
        }

        return false;
    }

    /// <summary>"const message = options?.message || 'invalid'": a part of it stands in a variable, of which the origins of what is returned tell. Given to nothing that may keep it.</summary>
    private static bool IsOnlyAsked(SyntaxNode node, SyntaxNode called)
    {
        for (var at = node; at.Exists && at != called; at = at.Parent)
        {
            if (at.Is(SyntaxKind.VariableDeclaration))
                return true;
            if (at.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ParenthesizedExpression or SyntaxKind.ConditionalExpression or SyntaxKind.Initializer)
                && !(at.Is(SyntaxKind.BinaryExpression) && at.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion or TokenKind.AmpersandAmpersand))
                return false;
        }

        return false;
    }
}
