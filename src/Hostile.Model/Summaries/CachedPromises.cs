using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A promise that is made once and kept for everybody who asks later.</summary>
/// <param name="Promise">Where it is made.</param>
/// <param name="Keeper">What keeps it: a variable, a field, a map.</param>
/// <param name="Text">How the program writes that.</param>
/// <param name="Cleared">Where it is thrown away again, which may be when it rejects; none when it never is.</param>
public sealed record CachedPromise(SyntaxNode Promise, SyntaxNode Keeper, string Text, SyntaxNode Cleared);

/// <summary>Finds promises that are memoised in places that outlive the call.</summary>
internal static class CachedPromises
{
    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.BinaryExpression, SyntaxKind.CallExpression);

    private const int FarthestTest = 12;

    /// <summary>Those of a file, by position.</summary>
    public static ImmutableArray<CachedPromise> In(ProjectModel project, Module module)
    {
        var found = ImmutableArray.CreateBuilder<CachedPromise>();
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            if (node.Is(SyntaxKind.BinaryExpression) && Kept(node) is { Exists: true } value)
                Variable(project, module, node, value, found);
            else if (node.Is(SyntaxKind.CallExpression) && CallName.Of(node).TextIs("set"u8))
                Entry(project, module, node, found);
        }

        return found.ToImmutable();
    }

    /// <summary>The right side of <c>x ??= f()</c>, or of <c>x = f()</c> that stands under a test of x.</summary>
    private static SyntaxNode Kept(SyntaxNode assignment)
    {
        if (assignment.Operator is TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals)
            return assignment.ChildAt(1).Unwrapped();
        if (assignment.Operator is not TokenKind.Equals || assignment.FirstChild.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression))
            return default;
        // A test of absence stands near what it guards; chains of "else if" are thousands deep.
        var height = 0;
        for (var at = assignment.Parent; at.Exists && height < FarthestTest && FunctionLike.From(at) is null; at = at.Parent, height++)
        {
            if (at.Is(SyntaxKind.IfStatement) && TestsAbsence(at.FirstChild, assignment.FirstChild))
                return assignment.ChildAt(1).Unwrapped();
        }

        return default;
    }

    /// <summary><c>!x</c>, <c>x === undefined</c>, <c>x == null</c>, alone or with others.</summary>
    private static bool TestsAbsence(SyntaxNode test, SyntaxNode place)
    {
        test = test.Unwrapped();
        return test.Kind switch
        {
            SyntaxKind.PrefixUnaryExpression => test.Operator is TokenKind.Exclamation && test.FirstChild.Unwrapped().TextIs(place.Bytes),
            SyntaxKind.BinaryExpression when test.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals => test.FirstChild.TextIs(place.Bytes),
            SyntaxKind.BinaryExpression when test.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar => TestsAbsence(test.FirstChild, place) || TestsAbsence(test.ChildAt(1), place),
            _ => false,
        };
    }

    private static void Variable(ProjectModel project, Module module, SyntaxNode assignment, SyntaxNode value, ImmutableArray<CachedPromise>.Builder found)
    {
        var target = assignment.FirstChild;
        if (!IsPromise(project, value))
            return;
        if (target.Is(SyntaxKind.Identifier))
        {
            var symbol = module.LocalSymbolOf(target);
            if (!symbol.IsModuleLevel)
                return;
            var cleared = symbol.Writes.FirstOrDefault(write => write != target && !(write.Parent.FirstChild == write && IsPromise(project, write.Parent.ChildAt(1).Unwrapped())));
            found.Add(new(value, target, target.Text, cleared));
        }
        // An object that is a promise itself stands for one piece of work, and is settled once.
        else if (target.FirstChild.Is(SyntaxKind.ThisKeyword) && project.ThenableOf(target.FirstChild) is Thenable.Not or Thenable.Unknown && target.Ancestor(SyntaxKind.ClassBody) is { Exists: true } body)
        {
            found.Add(new(value, target, target.Text, OtherWrite(project, body, target)));
        }
    }

    /// <summary>Another assignment of the field, or a <c>delete</c> of it.</summary>
    private static SyntaxNode OtherWrite(ProjectModel project, SyntaxNode body, SyntaxNode target)
    {
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node == target || !node.Is(SyntaxKind.PropertyAccessExpression) || !node.ChildAt(1).TextIs(target.ChildAt(1).Bytes))
                continue;
            if (node.Parent.Is(SyntaxKind.DeleteExpression) || (node.Parent.Is(SyntaxKind.BinaryExpression) && node.Parent.FirstChild == node && node.Parent.Operator is TokenKind.Equals && !IsPromise(project, node.Parent.ChildAt(1).Unwrapped())))
                return node;
        }

        return default;
    }

    /// <summary><c>cache.set(key, promise)</c> on a map that outlives the call.</summary>
    private static void Entry(ProjectModel project, Module module, SyntaxNode call, ImmutableArray<CachedPromise>.Builder found)
    {
        var arguments = call.Child(SyntaxKind.ArgumentList);
        var map = call.FirstChild.FirstChild;
        var value = arguments.ChildAt(1).Unwrapped();
        if (!value.Exists || arguments.ChildAt(2).Exists || project.Types.TypeOf(map).NonNullish() is not LightType.Instance { Symbol: var type } || !type.Name.Is("Map"u8))
            return;
        var isShared = map.Is(SyntaxKind.Identifier) ? module.LocalSymbolOf(map).IsModuleLevel : map.Is(SyntaxKind.PropertyAccessExpression) && map.FirstChild.Is(SyntaxKind.ThisKeyword);
        if (!isShared || project.ThenableOf(value) is not Thenable.Promise)
            return;
        SyntaxNode cleared = default;
        foreach (var name in (ReadOnlySpan<string>)["delete", "clear"])
        {
            foreach (var other in project.Calls.CallsOf(Name.Of(name)))
            {
                if (!cleared.Exists && other.Tree == call.Tree && other.FirstChild.FirstChild.Text == map.Text)
                    cleared = other;
            }
        }

        found.Add(new(value, map, map.Text, cleared));
    }

    private static bool IsPromise(ProjectModel project, SyntaxNode value) =>
        value.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression && project.ThenableOf(value) is Thenable.Promise && project.Types.IsAlwaysThenable(project.Types.TypeOf(value));
}
