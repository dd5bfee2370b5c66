using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// What called functions make of a whole value that they are given: <c>nextBalance(account, amount)</c>, which answers <c>account.balance - amount</c>, makes its answer of <c>balance</c>; <c>account.nextBalance(amount)</c> of <c>this.balance</c>;
/// <c>applied({ account, amount })</c>, which answers <c>{ balance: account.balance - amount }</c>, the member <c>balance</c> of it. What it only tests, and what it gives back as it was, is not in it. On demand.
/// </summary>
internal sealed class MadeBelow(ProjectModel project)
{
    /// <summary>A function that asks a function.</summary>
    private const int Deepest = 2;

    /// <summary>A function that returns in more places is an interpreter.</summary>
    private const int MostReturns = 12;

    /// <summary>A value with more alternatives was written by a program.</summary>
    private const int MostLeaves = 100;

    /// <summary>The place of the object whose method is called.</summary>
    public const int Receiver = -1;

    private readonly ConcurrentDictionary<Question, ImmutableArray<string>> known = new();

    /// <param name="Function">The called function.</param>
    /// <param name="Place">Which parameter the value is; <see cref="Receiver"/> for <c>this</c>.</param>
    /// <param name="Path">Which member of what is passed there, as <c>.account</c>; empty for all of it.</param>
    /// <param name="Member">Of which member of the answer it is asked; empty for all of it.</param>
    /// <param name="Asked">What is asked of it.</param>
    private readonly record struct Question(SyntaxNode Function, int Place, string Path, string Member, Asks Asked);

    private enum Asks : byte
    {
        /// <summary>What it is made of, and not what it gives back as it was.</summary>
        Made,

        /// <summary>What it is made of, or gives back: somebody else makes something of that.</summary>
        Taken,

        /// <summary>Which times are past where it answers yes.</summary>
        PastWhenTrue,

        /// <summary>Which times are past where it answers no.</summary>
        PastWhenFalse,
    }

    /// <summary>The members of a value of which the answer of a call, or one member of the answer, is made.</summary>
    /// <param name="call">The call.</param>
    /// <param name="member">The member of the answer; empty for all of it.</param>
    /// <param name="isWhole">Whether the caller makes nothing more of the answer: what is given back as it was then is nothing new.</param>
    /// <param name="isIt">Whether an expression, in the words of the caller, is the value.</param>
    public IEnumerable<string> NamesOf(SyntaxNode call, string member, bool isWhole, Func<SyntaxNode, bool> isIt) => Names(call, member, isWhole ? Asks.Made : Asks.Taken, isIt, Deepest);

    /// <summary>The times of a value that lie before the present, or soon will, where a call answers as wanted: <c>expiresAt</c> of <c>isExpired(row)</c>, which answers <c>row.expiresAt &lt; Date.now()</c>.</summary>
    public IEnumerable<string> PastIn(SyntaxNode call, bool answer, Func<SyntaxNode, bool> isIt) => Names(call, "", answer ? Asks.PastWhenTrue : Asks.PastWhenFalse, isIt, Deepest);

    private IEnumerable<string> Names(SyntaxNode call, string member, Asks asked, Func<SyntaxNode, bool> isIt, int depth)
    {
        if (depth == 0 || !call.Is(SyntaxKind.CallExpression) || project.FunctionCalled(call) is not { Exists: true } called)
            return [];
        return GivenAt(call, isIt).SelectMany(at => Of(new(called, at.Place, at.Path, member, asked), depth)).Distinct();
    }

    /// <summary>Where a call is given a value: as its receiver, as an argument, or as a member of one that is written out.</summary>
    private static IEnumerable<(int Place, string Path)> GivenAt(SyntaxNode call, Func<SyntaxNode, bool> isIt)
    {
        if (call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && isIt(method.FirstChild.Unwrapped()))
            yield return (Receiver, "");
        var place = 0;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            var given = argument.Unwrapped();
            if (given.Is(SyntaxKind.SpreadElement))
                yield break;
            if (isIt(given))
                yield return (place, "");
            else if (given.Is(SyntaxKind.ObjectLiteralExpression))
            {
                foreach (var part in given.Children)
                {
                    var value = part.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(part).Value.Unwrapped() : part.Is(SyntaxKind.ShorthandPropertyAssignment) ? part.FirstChild : default;
                    if (value.Exists && isIt(value))
                        yield return (place, $".{part.FirstChild.Text}");
                }
            }

            place++;
        }
    }

    private ImmutableArray<string> Of(Question question, int depth)
    {
        if (known.TryGetValue(question, out var found))
            return found;
        found = [.. Find(question, depth).Distinct()];
        // What lies deeper is not seen from further out.
        if (depth == Deepest)
            known.TryAdd(question, found);
        return found;
    }

    private IEnumerable<string> Find(Question question, int depth)
    {
        if (project.FunctionOf(question.Function) is not { Flow: { } graph, Values: not null } below || FunctionLike.From(question.Function) is not { IsGenerator: false } shape)
            return [];
        var parameter = question.Place == Receiver || question.Place >= shape.Parameters.Count ? default : shape.Parameters[question.Place];
        if (question.Place != Receiver && (!parameter.Exists || new Parameter(parameter).IsRest))
            return [];
        var returned = ReturnedValues.Of(below, graph).Select(one => one.Value).Take(MostReturns + 1).ToList();
        if (returned.Count > MostReturns)
            return [];
        return question.Asked is Asks.PastWhenTrue or Asks.PastWhenFalse ? returned.SelectMany(value => Past(value, question.Asked is Asks.PastWhenTrue))
            : returned.SelectMany(value => Narrowed(value, question.Member, below)).SelectMany(value => Leaves(value, below)).Where(leaf => question.Asked is Asks.Taken ? question.Member.Length > 0 || !HoldsObject(leaf) : NameAt(leaf) is null).SelectMany(MadeOf);

        IEnumerable<string> MadeOf(SyntaxNode leaf)
        {
            Workers.Step();
            foreach (var (node, _) in below.Values!.OriginsOf(leaf, IsOpaque))
            {
                if (NameAt(node) is { Length: > 0 } name)
                    yield return name;
                else if (node.Is(SyntaxKind.CallExpression) && !IsOpaque(node))
                {
                    foreach (var inner in Names(node, "", node == leaf ? question.Asked : Asks.Taken, value => NameAt(value) is "", depth - 1))
                        yield return inner;
                }
            }
        }

        // "return row.expiresAt < now", "if (row.lockedUntil > now) return true"
        IEnumerable<string> Past(SyntaxNode value, bool wanted)
        {
            if (value.Kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword)
                return ConditionBefore(value) is { Exists: true } condition ? Compared(condition, wanted == value.Is(SyntaxKind.TrueKeyword), 0) : [];
            return Compared(value, wanted, 0);
        }

        IEnumerable<string> Compared(SyntaxNode node, bool wanted, int level)
        {
            node = Fallback.Defined(node, below);
            if (level > Deepest + 2)
                return [];
            if (node.Is(SyntaxKind.PrefixUnaryExpression) && node.Operator is TokenKind.Exclamation)
                return Compared(node.FirstChild, !wanted, level + 1);
            if (!node.Is(SyntaxKind.BinaryExpression))
                return [];
            if (node.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar)
                return Compared(node.FirstChild, wanted, level + 1).Concat(Compared(node.ChildAt(1), wanted, level + 1));
            return node.Operator switch
            {
                TokenKind.LessThan or TokenKind.LessThanEquals => Earlier(node, wanted),
                TokenKind.GreaterThan or TokenKind.GreaterThanEquals => Earlier(node, !wanted),
                _ => [],
            };
        }

        // "row.expiresAt < now", "row.expiresAt - now < limit"; and the other way around "now - row.seenAt > limit".
        IEnumerable<string> Earlier(SyntaxNode comparison, bool isLess)
        {
            var (left, right) = (Fallback.Defined(comparison.FirstChild, below), Fallback.Defined(comparison.ChildAt(1), below));
            foreach (var side in (SyntaxNode[])[left, right])
            {
                if (side.Is(SyntaxKind.BinaryExpression) && side.Operator is TokenKind.Minus && HasClock(side) && TimesOf(side) is { Count: > 0 })
                    return TimesOf(side.ChildAt(isLess == (side == left) ? 0 : 1));
            }

            return HasClock(isLess ? right : left) ? TimesOf(isLess ? left : right) : [];
        }

        bool HasClock(SyntaxNode side) => below.Values!.OriginsOf(side, IsOpaque).Any(origin => Consequences.IsNow(origin.Node) || origin.Node.Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && Consequences.IsNow(access.Parent));

        List<string> TimesOf(SyntaxNode side) => [.. below.Values!.OriginsOf(side, IsOpaque).Select(origin => NameAt(origin.Node)).OfType<string>().Where(name => name.Length > 0)];

        // "row.account.balance" of "account" says "balance"; the value itself says "".
        string? NameAt(SyntaxNode node)
        {
            string members;
            if (question.Place == Receiver)
            {
                var chain = node;
                while (chain.Is(SyntaxKind.PropertyAccessExpression) && chain.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression))
                    chain = chain.FirstChild.Unwrapped();
                if (chain.Is(SyntaxKind.ThisKeyword))
                    return "";
                if (!chain.Is(SyntaxKind.PropertyAccessExpression) || !chain.FirstChild.Unwrapped().Is(SyntaxKind.ThisKeyword))
                    return null;
                members = $".{chain.ChildAt(1).Text}";
            }
            else if (node.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && ValuePath.Of(node, "", project.Bindings) is { Root: { Kind: SyntaxKind.Parameter } root, Members: var all } && root == parameter
                && all.StartsWith(question.Path, StringComparison.Ordinal) && all[question.Path.Length..] is var rest && (rest.Length == 0 || rest[0] is '.' or '['))
                members = rest;
            else
                return null;
            return members.Length < 2 ? "" : members[0] is '.' ? members[1..].Split('.', '[')[0] : null;
        }
    }

    /// <summary>An object of several members, of which nobody knows which one is gone on with.</summary>
    private static bool HoldsObject(SyntaxNode leaf)
    {
        foreach (var node in leaf.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.ObjectLiteralExpression))
                return true;
        }

        return false;
    }

    /// <summary>What is waited for comes from elsewhere.</summary>
    private static bool IsOpaque(SyntaxNode call) => call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression);

    /// <summary>The condition under which one of the two answers is given: <c>if (row.lockedUntil &gt; now) return true;</c></summary>
    private static SyntaxNode ConditionBefore(SyntaxNode answer)
    {
        var statement = answer.Wrapped().Parent;
        if (!statement.Is(SyntaxKind.ReturnStatement))
            return default;
        if (statement.Parent.Is(SyntaxKind.Block))
            statement = statement.Parent;
        return statement.Parent.Is(SyntaxKind.IfStatement) && statement.Parent.FirstChild != statement ? statement.Parent.FirstChild.Unwrapped() : default;
    }

    /// <summary>The member of an answer that is written out; all of it where no member is asked for. Nothing where a spread may bring it.</summary>
    private static IEnumerable<SyntaxNode> Narrowed(SyntaxNode value, string member, FunctionModel below)
    {
        if (member.Length == 0)
            return [value];
        var literal = Fallback.Defined(value, below);
        if (!literal.Is(SyntaxKind.ObjectLiteralExpression))
            return [];
        foreach (var part in literal.Children.ToArray().Reverse())
        {
            // What is spread before is overwritten by what stands behind it.
            if (part.Is(SyntaxKind.SpreadAssignment))
                return [];
            if (part.FirstChild.Text == member)
                return part.Is(SyntaxKind.PropertyAssignment) ? [new PropertyAssignment(part).Value] : part.Is(SyntaxKind.ShorthandPropertyAssignment) ? [part.FirstChild] : [];
        }

        return [];
    }

    /// <summary>The alternatives of a value: of a default, a choice, a variable that is set in one place or in several; each once.</summary>
    private static IEnumerable<SyntaxNode> Leaves(SyntaxNode value, FunctionModel below)
    {
        var (seen, work) = (new HashSet<SyntaxNode>(), new Stack<SyntaxNode>([value]));
        while (work.TryPop(out var at))
        {
            at = Fallback.Defined(at, below);
            if (!seen.Add(at) || seen.Count > MostLeaves)
                continue;
            Workers.Step();
            if (at.Is(SyntaxKind.BinaryExpression) && at.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar)
            {
                work.Push(at.FirstChild);
                work.Push(at.ChildAt(1));
            }
            else if (at.Is(SyntaxKind.ConditionalExpression))
            {
                work.Push(at.ChildAt(1));
                work.Push(at.ChildAt(2));
            }
            // "let since = null; if (row.since) since = row.since; else since = now;"
            else if (at.Is(SyntaxKind.Identifier) && below.Values!.DefinitionsOf(at) is { Length: > 1 } targets && targets.All(target => AssignedValue.Of(target).Exists))
            {
                foreach (var target in targets)
                    work.Push(AssignedValue.Of(target));
            }
            else
            {
                yield return at;
            }
        }
    }
}
