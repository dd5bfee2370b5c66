namespace Hostile.Syntax.TypeScript.Views;

/// <summary>The arguments of calls, by their places.</summary>
public static class CallArguments
{
    /// <summary>An argument of a call by its place; none when it is not written there: behind a spread nobody knows which it is.</summary>
    public static SyntaxNode At(SyntaxNode call, int place)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Is(SyntaxKind.SpreadElement))
                return default;
            if (place-- == 0)
                return argument;
        }

        return default;
    }

    /// <summary>Whether a call spreads something among its arguments, so that there may be more than are written.</summary>
    public static bool HasSpread(SyntaxNode call)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Is(SyntaxKind.SpreadElement))
                return true;
        }

        return false;
    }
}
