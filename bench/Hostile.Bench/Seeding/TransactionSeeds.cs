using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>Ways to break a transaction that is right.</summary>
internal static partial class TransactionSeeds
{
    /// <summary>
    /// <c>db.transaction(async (tx) => { await tx.insert(…) })</c> → <c>await db.insert(…)</c>. Where the handle has the outer one's name, or is itself ended, nothing can be confused; what TypeORM's managers can,
    /// its data sources have a manager for.
    /// </summary>
    public static IEnumerable<Seed> OuterHandle(SyntaxTree tree)
    {
        foreach (var (call, outer, function, handle) in Callbacks(tree))
        {
            foreach (var statement in StatementsIn(function))
            {
                if (RootOf(statement) is not { Exists: true } root || root.Text != handle || outer.Split('.', '(', '<')[0] == handle || EndsIt().IsMatch(statement.Text))
                    continue;
                var other = DataSource().IsMatch(outer) && OfManager().IsMatch(statement.Text[handle.Length..]) ? $"{outer}.manager" : outer;
                yield return new(root.Span, Encoding.UTF8.GetBytes(other), Safeguard.StatementOf(statement).Span, call.Span);
            }
        }
    }

    /// <summary><c>{ where, transaction }</c> → <c>{ where }</c></summary>
    public static IEnumerable<Seed> ForgottenOption(SyntaxTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (node.Kind is SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.PropertyAssignment && node.FirstChild.Text is "transaction" or "trx" or "tx" && node.Parent.Parent.Is(SyntaxKind.ArgumentList) && FunctionOf(node) is { Exists: true } function
                && IsTransaction(node.Is(SyntaxKind.ShorthandPropertyAssignment) ? node.FirstChild : node.FirstChild.NextSibling))
                yield return Safeguard.WithoutProperty(node, Safeguard.StatementOf(node).Span, function.Span) with { LeftOut = LeftOutHandle.Of(node.Parent.Parent.Parent, node.FirstChild.Text) with { Within = TakerOf(node.Is(SyntaxKind.ShorthandPropertyAssignment) ? node.FirstChild : node.FirstChild.NextSibling) } };
        }
    }

    /// <summary><c>await book(id, tx)</c> → <c>await book(id)</c></summary>
    public static IEnumerable<Seed> ForgottenArgument(SyntaxTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (!node.Is(SyntaxKind.Identifier) || node.Text is not ("tx" or "trx" or "transaction") || !node.Parent.Is(SyntaxKind.ArgumentList) || node.NextSibling.Exists)
                continue;
            var arguments = node.Parent.Children.ToArray();
            if (arguments.Length > 1 && IsTransaction(node) && FunctionOf(node) is { Exists: true } function)
                yield return new(new(arguments[^2].Span.End, node.Span.End), Safeguard.LineFeeds(tree, arguments[^2].Span.End, node.Span.End), Safeguard.StatementOf(node).Span, function.Span) { LeftOut = LeftOutHandle.Of(node.Parent.Parent, arguments.Length - 1) with { Within = TakerOf(node) } };
        }
    }

    /// <summary>
    /// <c>await trx.rollback();</c> → <c>;</c> in the function that began or would have committed the transaction. What is not waited for is no transaction of a server's, and what only rolls back has
    /// none of its own to leave open. A transaction that a library gives to a function, it ends itself when that throws or returns.
    /// </summary>
    public static IEnumerable<Seed> Rollback(SyntaxTree tree) => Safeguard.StatementNodes(tree, Safeguard.IsRollback)
        .Where(statement => statement.FirstChild.Is(SyntaxKind.AwaitExpression) && !IsGiven(statement) && Safeguard.InFunctionOf(statement) is { } around && Ends().IsMatch(Encoding.UTF8.GetString(tree.Text.Span[around.Start..around.End])))
        .Select(statement => new Seed(statement.Span, Safeguard.Blank(statement, ";"), statement.Span, Safeguard.InFunctionOf(statement)));

    /// <summary>Whether a statement calls a method of the parameter of a function that runs in a transaction: <c>knex.transaction(async (trx) => …)</c>.</summary>
    private static bool IsGiven(SyntaxNode statement)
    {
        if (RootOf(statement.FirstChild.FirstChild) is not { Exists: true } root || FunctionOf(statement) is not { Exists: true } function)
            return false;
        return FunctionLike.From(function)!.Value.Parameters[0] is { Exists: true } parameter && new Parameter(parameter).Name.Text == root.Text && TransactionCallee().IsMatch(CallExpression.From(function.Parent.Parent)?.Callee.Text ?? "");
    }

    [GeneratedRegex(@"^\w+\.(commit|rollback)\(")]
    private static partial Regex EndsIt();

    [GeneratedRegex(@"(dataSource|connection|AppDataSource)!?$", RegexOptions.IgnoreCase)]
    private static partial Regex DataSource();

    [GeneratedRegex(@"^\.(save|insert|update|upsert|delete|remove|softDelete|softRemove|find\w*|count\w*|exists?\w*|increment|decrement|sum)\(")]
    private static partial Regex OfManager();

    [GeneratedRegex(@"commit|\bbegin", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();

    /// <summary>A request is put after the first statement of a transaction, which must have been waited for: before that nothing is locked.</summary>
    public static IEnumerable<Seed> RemoteCall(SyntaxTree tree)
    {
        foreach (var (call, _, function, handle) in Callbacks(tree))
        {
            var body = FunctionLike.From(function)!.Value.Body;
            if (!body.Is(SyntaxKind.Block) || body.FirstChild is not { Exists: true } first || !first.NextSibling.Exists || !first.Text.Contains(handle, StringComparison.Ordinal) || !first.Text.Contains("await", StringComparison.Ordinal))
                continue;
            var start = first.NextSibling.Span.Start;
            yield return new(new(start, start), Encoding.UTF8.GetBytes("await fetch('https://example.com/'); "), first.NextSibling.Span, call.Span);
        }
    }

    /// <summary>A name that a function around it takes as a transaction: by its type, or as what a library's <c>transaction(…)</c> hands its callback.</summary>
    private static bool IsTransaction(SyntaxNode name)
    {
        if (!name.Is(SyntaxKind.Identifier))
            return false;
        for (var function = FunctionOf(name); function.Exists; function = FunctionOf(function))
        {
            foreach (var parameter in FunctionLike.From(function)!.Value.Parameters)
            {
                if (new Parameter(parameter).Name.Text == name.Text)
                    return TransactionType().IsMatch(parameter.Text) || TransactionCallee().IsMatch(CallExpression.From(function.Parent.Parent)?.Callee.Text ?? "");
            }

            if (Begun(name.Text).IsMatch(function.Text))
                return true;
        }

        return false;
    }

    /// <summary>The name of the function that takes a handle as a parameter that may be left out; empty where it must be given, or begins there.</summary>
    private static string TakerOf(SyntaxNode name)
    {
        for (var function = FunctionOf(name); function.Exists; function = FunctionOf(function))
        {
            foreach (var parameter in FunctionLike.From(function)!.Value.Parameters)
            {
                if (new Parameter(parameter).Name.Text == name.Text)
                    return !parameter.Has(NodeFlags.Optional) ? "" : function.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration ? function.FirstAfterModifiers().Text : function.Parent.Parent.FirstAfterModifiers() is { Kind: SyntaxKind.Identifier } named ? named.Text : function.Parent.FirstAfterModifiers().Text;
            }
        }

        return "";
    }

    private static Regex Begun(string name) => new($@"\bconst\s+{Regex.Escape(name)}\s*=\s*await\s+[\w.]*\.(transaction|begin\w*)\(");

    [GeneratedRegex(@":\s*[\w.]*\b(Transaction|TransactionClient|EntityManager|Trx|Tx|DbTransaction|PrismaTransaction\w*|TransactionScope|KnexTransaction|DatabaseTransactionConnection)\b")]
    private static partial Regex TransactionType();

    [GeneratedRegex(@"(^|\.)(\$?transaction(al)?|begin|tx)$|transaction\(\)\.execute$")]
    private static partial Regex TransactionCallee();

    private static IEnumerable<(SyntaxNode Call, string Outer, SyntaxNode Function, string Handle)> Callbacks(SyntaxTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (CallExpression.From(tree[i]) is not { } call || PropertyAccess.From(call.Callee) is not { } access)
                continue;
            var outer = access.Target;
            // Kysely's "db.transaction().execute(async (trx) => …)"
            if (access.Name.Text == "execute" && CallExpression.From(outer) is { } inner && PropertyAccess.From(inner.Callee) is { } begin && begin.Name.Text == "transaction")
                outer = begin.Target;
            else if (access.Name.Text is not ("transaction" or "$transaction" or "begin" or "tx"))
                continue;
            for (var place = 0; place < call.Arguments.Count; place++)
            {
                var function = call.Arguments[place];
                if (FunctionLike.From(function) is { } like && like.Parameters[0] is { Exists: true } parameter && new Parameter(parameter).Name is { Kind: SyntaxKind.Identifier } handle)
                    yield return (tree[i], outer.Text, function, handle.Text);
            }
        }
    }

    /// <summary>The awaited calls in a function, functions within it left out.</summary>
    private static IEnumerable<SyntaxNode> StatementsIn(SyntaxNode function)
    {
        foreach (var node in function.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && FunctionOf(node) == function)
                yield return node.FirstChild;
        }
    }

    private static SyntaxNode RootOf(SyntaxNode expression)
    {
        var at = expression;
        while (at.Kind is SyntaxKind.CallExpression or SyntaxKind.PropertyAccessExpression or SyntaxKind.TaggedTemplateExpression)
            at = at.FirstChild;
        return at.Is(SyntaxKind.Identifier) ? at : default;
    }

    private static SyntaxNode FunctionOf(SyntaxNode node)
    {
        var at = node.Parent;
        while (at.Exists && FunctionLike.From(at) is null)
            at = at.Parent;
        return at;
    }
}
