using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Tells <c>input.name ?? row.name</c>, which writes what was given and else the old value as it was, and other ways to write an old value, from a value that is computed from the old one.
/// </summary>
internal static class Fallback
{
    /// <summary>Deeper than this no one reads.</summary>
    private const int MostSteps = 100;

    /// <summary>Choices within choices.</summary>
    private const int DeepestChoice = 8;

    /// <summary>How a value is made of what a call read, on all the ways it can come about.</summary>
    public static Rewriting Of(CalledValue value, SyntaxNode read, FunctionModel function)
    {
        if (value.Members.Length > 0)
            return IsOldMember(value, read, function) ? Rewriting.Unchanged : Rewriting.Computed;
        if (Defined(value.Node, function) is { Kind: SyntaxKind.PrefixUnaryExpression, Operator: TokenKind.Exclamation } not && IsOld(not.FirstChild.Unwrapped(), read, function))
            return Rewriting.Toggled;
        var (isOld, isOther, isWrapped, isRebuilt) = (false, false, false, false);
        var seen = new HashSet<SyntaxNode>();
        var work = new Stack<SyntaxNode>([value.Node]);
        while (work.TryPop(out var at))
        {
            if (!seen.Add(at) || seen.Count > MostSteps)
                return Rewriting.Computed;
            var leaf = at.Unwrapped();
            if (Alternatives(leaf, function) is { Count: > 0 } ways)
            {
                foreach (var way in ways)
                    work.Push(way);
            }
            else if (!IsFrom(leaf, read, function))
            {
                isOther = true;
            }
            else if (IsOld(leaf, read, function))
            {
                isOld = true;
            }
            else if (IsChosen(leaf, read, function, 0))
            {
                (isOld, isOther) = (true, true);
            }
            else if (Template.From(leaf) is { } template && template.Expressions.All(part => !IsFrom(part, read, function) || IsOld(part.Unwrapped(), read, function)))
            {
                isWrapped = true;
            }
            else if (leaf.Is(SyntaxKind.ObjectLiteralExpression) && IsRebuilt(leaf, read, function, 0))
            {
                isRebuilt = true;
            }
            else
            {
                return IsNormalized(leaf, read, function) ? Rewriting.Normalized : Rewriting.Computed;
            }
        }

        return isWrapped ? Rewriting.Wrapped : isRebuilt ? Rewriting.Rebuilt : !isOld ? Rewriting.Computed : isOther ? Rewriting.GoesBack : Rewriting.Unchanged;
    }

    /// <summary>"row.joinedAt ?? now": the first time stays, and no other statement of the program sets another.</summary>
    public static bool KeepsFirstTime(RowRace race, FunctionModel function) => race.Write.Query.Writes.FirstOrDefault(write => write.Column == race.Column) is { } set
        && race.Write.By.ValueOf(set.Value) is { Members: "", Node: { Exists: true } node } && node.Tree == function.Module.Tree
        && Defined(node, function) is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.QuestionQuestion or TokenKind.BarBar } kept
        && IsOld(kept.FirstChild.Unwrapped(), race.Read.Call, function) && Consequences.IsNow(Defined(kept.ChildAt(1), function))
        && !function.Project.RowWriters.ChangesBeside(race.Write.Query.Table!.Value, race.Column, race.Write);

    private static bool IsFrom(SyntaxNode value, SyntaxNode read, FunctionModel function) => function.Values!.OriginsOf(value).Any(origin => origin.Node == read);

    /// <summary>The value as it was read, and as nobody has changed it since.</summary>
    private static bool IsOld(SyntaxNode value, SyntaxNode read, FunctionModel function)
    {
        var root = value;
        while (root.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.AwaitExpression)
            root = root.FirstChild.Unwrapped();
        return IsMember(value) && (function.Values!.OriginsOf(value).Any(origin => origin.Node == read && !origin.ThroughCall) || (value.Is(SyntaxKind.PropertyAccessExpression) && root.Is(SyntaxKind.Identifier) && Elements.IsOf(root, read, function))) && !(root.Is(SyntaxKind.Identifier) && IsTouched(root, value, function));
    }

    /// <summary>"row.token = made; await save(row)", which writes the name, too: a member of the object that is handed on as it was read, whatever other members are given.</summary>
    private static bool IsOldMember(CalledValue value, SyntaxNode read, FunctionModel function)
    {
        var root = value.Node.Unwrapped();
        if (!root.Is(SyntaxKind.Identifier) || root.Tree != function.Module.Tree || value.Members.AsSpan().IndexOfAny('(', '[') >= 0 || !function.Values!.OriginsOf(root).Any(origin => origin.Node == read && !origin.ThroughCall))
            return false;
        var text = $"{root.Text}{value.Members}.";
        foreach (var reference in function.Module.LocalSymbolOf(root).References)
        {
            var (chain, holder) = (reference.Wrapped(), reference.Wrapped());
            while (chain.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && chain.Parent.FirstChild == chain)
                (holder, chain) = (chain, chain.Parent.Wrapped());
            if (chain.Span.Contains(value.Node.Span))
                continue;
            // "row.token = made"; by a name that is computed, as "row[key] = made", it may be this one.
            if (AssignedValue.TargetOf(chain.Parent) == chain && (chain.Is(SyntaxKind.ElementAccessExpression) || text.StartsWith($"{chain.Text}.", StringComparison.Ordinal) || chain.Text.StartsWith(text, StringComparison.Ordinal)))
                return false;
            // "row.rename(name)", "row.names.push(name)", "Object.assign(row, changes)"
            if (chain != reference && chain.Parent.Is(SyntaxKind.CallExpression) && chain.Parent.FirstChild == chain && text.StartsWith($"{holder.Text}.", StringComparison.Ordinal))
                return false;
            if (chain.Parent.Is(SyntaxKind.ArgumentList) && text.StartsWith($"{chain.Text}.", StringComparison.Ordinal) && chain.Parent.Parent.Wrapped().Parent is var user && (user.Is(SyntaxKind.AwaitExpression) ? user.Parent : user).Is(SyntaxKind.ExpressionStatement) && function.Project.DatabaseCallAt(chain.Parent.Parent) is null)
                return false;
        }

        return true;
    }

    /// <summary>
    /// "resolve(input, input.kind ?? row.kind)": what a call makes of the old value only where nothing new is given, or something else says so.
    /// A default for a row that is not there is no such choice: <c>merge(row?.items ?? [], item)</c>.
    /// </summary>
    private static bool IsChosen(SyntaxNode value, SyntaxNode read, FunctionModel function, int depth)
    {
        value = Defined(value, function);
        if (depth > DeepestChoice)
            return false;
        switch (value.Kind)
        {
            case SyntaxKind.AwaitExpression:
                return IsChosen(value.FirstChild, read, function, depth + 1);
            // "parsed.data.name" of "schema.safeParse({ name: input.name ?? row.name })"
            case SyntaxKind.PropertyAccessExpression when Defined(value.FirstChild, function) is { Kind: SyntaxKind.CallExpression or SyntaxKind.PropertyAccessExpression } holder:
                return IsChosen(holder, read, function, depth + 1);
            case SyntaxKind.CallExpression:
                return value.Child(SyntaxKind.ArgumentList).Children.ToArray() is { Length: > 0 } arguments && arguments.All(argument => !IsFrom(argument, read, function) || IsChoice(argument, read, function, depth + 1)) && !IsFrom(value.FirstChild, read, function);
            default:
                return false;
        }
    }

    private static bool IsChoice(SyntaxNode value, SyntaxNode read, FunctionModel function, int depth)
    {
        value = Defined(value, function);
        if (depth > DeepestChoice)
            return false;
        switch (value.Kind)
        {
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return !IsFrom(value.FirstChild, read, function) && IsOldOrChoice(value.ChildAt(1));
            case SyntaxKind.ConditionalExpression:
                return RowAccess.MeansPresent(value.FirstChild) is null && new[] { value.ChildAt(1), value.ChildAt(2) }.All(side => !IsFrom(side, read, function) || IsOldOrChoice(side));
            case SyntaxKind.ObjectLiteralExpression:
                foreach (var member in value.Children)
                {
                    var part = member.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(member).Value : member.FirstChild;
                    if (IsFrom(part, read, function) && (!(member.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment) || !IsChoice(part, read, function, depth + 1)))
                        return false;
                }

                return true;
            default:
                return false;
        }

        bool IsOldOrChoice(SyntaxNode side) => Defined(side, function) is var one && (IsOld(one, read, function) || IsChoice(one, read, function, depth + 1));
    }

    /// <summary>What a variable was given, where that is written in one place and nothing changes it; else the expression itself.</summary>
    internal static SyntaxNode Defined(SyntaxNode value, FunctionModel function)
    {
        for (var depth = 0; depth < DeepestChoice; depth++)
        {
            value = value.Unwrapped();
            if (!value.Is(SyntaxKind.Identifier) || IsChanged(value, function) || function.Values!.DefinitionsOf(value) is not [var target] || AssignedValue.Of(target) is not { Exists: true } assigned)
                return value;
            value = assigned;
        }

        return value;
    }

    /// <summary>What a call makes of the old value in a function that is given nothing: no sum, nothing added, nothing new each time.</summary>
    private static bool IsNormalized(SyntaxNode value, SyntaxNode read, FunctionModel function)
    {
        if (FunctionLike.From(function.Node) is not { } shape || shape.Parameters.Count > 0)
            return false;
        value = Defined(value, function);
        if (!value.Is(SyntaxKind.CallExpression) || CallNames.Contains(value.FirstChild.Is(SyntaxKind.PropertyAccessExpression) ? value.FirstChild.ChildAt(1).Text : ""))
            return false;
        foreach (var node in value.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.SpreadElement or SyntaxKind.SpreadAssignment or SyntaxKind.NewExpression or SyntaxKind.TemplateExpression or SyntaxKind.AwaitExpression
                || (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.Plus or TokenKind.Minus or TokenKind.Asterisk or TokenKind.Slash))
                return false;
        }

        return IsFrom(value, read, function);
    }

    private static readonly string[] CallNames = ["concat", "push", "unshift", "splice", "padStart", "padEnd", "repeat"];

    /// <summary>Members that are written out, of which some are members of the old document, and none is all of it.</summary>
    private static bool IsRebuilt(SyntaxNode literal, SyntaxNode read, FunctionModel function, int depth)
    {
        if (depth > DeepestChoice)
            return false;
        foreach (var member in literal.Children)
        {
            var part = (member.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(member).Value : member.FirstChild).Unwrapped();
            if (!IsFrom(part, read, function))
                continue;
            // "...(url ? { url } : {})"
            if (member.Is(SyntaxKind.SpreadAssignment) && part.Is(SyntaxKind.ConditionalExpression) && new[] { part.ChildAt(1).Unwrapped(), part.ChildAt(2).Unwrapped() }.All(side => side.Is(SyntaxKind.ObjectLiteralExpression) && IsRebuilt(side, read, function, depth + 1)))
                continue;
            if (member.Kind is not (SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment))
                return false;
            if (part.Is(SyntaxKind.ObjectLiteralExpression) ? !IsRebuilt(part, read, function, depth + 1) : !IsOld(part, read, function))
                return false;
        }

        return true;
    }

    /// <summary>Whether a part of an object that is used may have been changed: it is assigned, a method of it is called, or it is given to a function.</summary>
    private static bool IsTouched(SyntaxNode root, SyntaxNode used, FunctionModel function)
    {
        foreach (var reference in function.Module.LocalSymbolOf(root).References)
        {
            var chain = reference.Wrapped();
            var holder = chain;
            while (chain.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && chain.Parent.FirstChild == chain)
                (holder, chain) = (chain, chain.Parent.Wrapped());
            if (chain.Span.Contains(used.Span) || used.Span.Contains(chain.Span))
                continue;
            // "row.name = given ?? row.name" reads it before it sets it.
            if (AssignedValue.TargetOf(chain.Parent) == chain && IsPart(chain, used) && !(used.Tree == chain.Tree && chain.Parent.Span.Contains(used.Span)))
                return true;
            // "row.save()" is a method of the row; "row.items.push(x)" changes a part.
            if (chain != reference && chain.Parent.Is(SyntaxKind.CallExpression) && chain.Parent.FirstChild == chain && (holder != reference.Wrapped() || used.Unwrapped().Is(SyntaxKind.Identifier)) && IsPart(holder, used))
                return true;
            // "extend(row.items);": a function that is called for nothing else.
            if (chain.Parent.Is(SyntaxKind.ArgumentList) && IsPart(chain, used) && chain.Parent.Parent.Wrapped().Parent is var user && (user.Is(SyntaxKind.AwaitExpression) ? user.Parent : user).Is(SyntaxKind.ExpressionStatement) && function.Project.DatabaseCallAt(chain.Parent.Parent) is null)
                return true;
        }

        return false;
    }

    /// <summary>Whether one of two chains of members begins with the other.</summary>
    private static bool IsPart(SyntaxNode one, SyntaxNode other)
    {
        var (left, right) = (one.Text.Replace("?.", ".", StringComparison.Ordinal), other.Text.Replace("?.", ".", StringComparison.Ordinal));
        return left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
    }

    /// <summary>The expressions of which one is the value; none when it is this very expression.</summary>
    private static List<SyntaxNode> Alternatives(SyntaxNode node, FunctionModel function)
    {
        switch (node.Kind)
        {
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion:
                return [node.FirstChild, node.ChildAt(1)];
            case SyntaxKind.ConditionalExpression:
                return [node.ChildAt(1), node.ChildAt(2)];
            case SyntaxKind.Identifier when !IsChanged(node, function):
                var values = new List<SyntaxNode>();
                foreach (var target in function.Values!.DefinitionsOf(node))
                {
                    if (AssignedValue.Of(target) is not { Exists: true } assigned)
                        return [];
                    values.Add(assigned);
                }

                return values;
            case SyntaxKind.PropertyAccessExpression when node.FirstChild.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(node.FirstChild) is [var merged]
                && AssignedValue.Of(merged).Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && !IsChanged(node.FirstChild, function):
                return Merged(literal, node.ChildAt(1));
            default:
                return [];
        }
    }

    /// <summary>"{ ...row, ...input }.name": what the one or the other has under the name, or what the literal gives it.</summary>
    private static List<SyntaxNode> Merged(SyntaxNode literal, SyntaxNode name)
    {
        var ways = new List<SyntaxNode>();
        foreach (var member in literal.Children)
        {
            if (member.Is(SyntaxKind.SpreadAssignment))
                ways.Add(member.FirstChild);
            else if (member.Is(SyntaxKind.PropertyAssignment) && member.FirstChild.Bytes.SequenceEqual(name.Bytes))
                return [new PropertyAssignment(member).Value];
            else if (member.Is(SyntaxKind.ShorthandPropertyAssignment) && member.FirstChild.Bytes.SequenceEqual(name.Bytes))
                return [member.FirstChild];
        }

        return ways;
    }

    /// <summary>"items.push(x)", "row.count += 1", "extend(items)": what the variable holds may be another value than it was given.</summary>
    private static bool IsChanged(SyntaxNode identifier, FunctionModel function)
    {
        foreach (var reference in function.Module.LocalSymbolOf(identifier).References)
        {
            var chain = reference.Wrapped();
            while (chain.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && chain.Parent.FirstChild == chain)
                chain = chain.Parent.Wrapped();
            if (chain != reference && ((chain.Parent.Is(SyntaxKind.CallExpression) && chain.Parent.FirstChild == chain) || AssignedValue.TargetOf(chain.Parent) == chain))
                return true;
        }

        return false;
    }

    /// <summary>A variable, or a chain of members of what was awaited: the value as it was read.</summary>
    private static bool IsMember(SyntaxNode node)
    {
        while (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.AwaitExpression)
            node = node.FirstChild.Unwrapped();
        return node.Kind is SyntaxKind.Identifier or SyntaxKind.CallExpression;
    }
}
