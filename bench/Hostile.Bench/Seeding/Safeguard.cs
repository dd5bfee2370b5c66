using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>A safeguard of correct code: how to find it in a tree, how to take it away, and which rules ought to notice.</summary>
/// <param name="Name">What is taken away.</param>
/// <param name="Rules">The rules of which one must speak.</param>
/// <param name="Find">The places at which a tree has it.</param>
internal sealed partial record Safeguard(string Name, ImmutableArray<string> Rules, Func<SyntaxTree, IEnumerable<Seed>> Find)
{
    private static readonly ImmutableArray<string> PromiseRules = ["rejection/floating-promise", "rejection/promise-as-value", "rejection/return-without-await", "rejection/query-never-runs", "rejection/late-await", "rejection/async-callback"];

    private static readonly ImmutableArray<string> RowRules =
        ["race/check-then-insert", "race/lost-update", "race/claim-without-lock", "race/check-then-update", "race/limit-check", "race/read-before-lock", "race/idempotency-without-unique",
            "race/delete-then-insert"];

    private static readonly ImmutableArray<string> HandleRules = ["transaction/outer-client-inside", "deadlock/nested-acquire", "deadlock/self-wait"];

    /// <summary>Whether it keeps a transaction's statements on its connection, or others from it.</summary>
    public bool IsOfTransactions => Name.StartsWith("transaction-", StringComparison.Ordinal);

    /// <summary>The unique key in the schema.</summary>
    public const string UniqueIndex = "unique-index";

    public static ImmutableArray<Safeguard> All { get; } =
    [
        new("await-statement", PromiseRules, tree => Nodes(tree, SyntaxKind.ExpressionStatement)
            .Where(statement => statement.FirstChild.Is(SyntaxKind.AwaitExpression) && InFunction(statement))
            .Select(statement => WithoutAwait(statement.FirstChild))),
        new("await-in-condition", PromiseRules, tree => Nodes(tree, SyntaxKind.AwaitExpression).Where(IsTested).Select(WithoutAwait)),
        new("await-in-try-return", PromiseRules, tree => Nodes(tree, SyntaxKind.ReturnStatement)
            .Where(statement => statement.FirstChild.Is(SyntaxKind.AwaitExpression) && InTry(statement))
            .Select(statement => WithoutAwait(statement.FirstChild))),
        new("catch-handler", PromiseRules, tree => Nodes(tree, SyntaxKind.ExpressionStatement).Select(WithoutCatch).OfType<Seed>()),
        new("error-listener", ["rejection/emitter-without-error-listener", "rejection/stream-pipe"], LeakSeeds.ErrorListener),
        new("limit", ["parallel/unbounded-fan-out", "parallel/pool-exhaustion"], tree => Nodes(tree, SyntaxKind.CallExpression).Select(WithoutLimit).OfType<Seed>()),
        new("release", ["leak/client-not-released", "leak/lock-not-released", "transaction/left-open"], LeakSeeds.Release),
        new("clear-timer", ["leak/timer-not-cleared", "abort/race-timer-kept", "leak/tracked-forever"], LeakSeeds.ClearTimer),
        new("end-in-finally", ["leak/client-not-released", "leak/subscriber-not-closed", "leak/stream-not-destroyed", "leak/failed-init", "leak/lock-not-released", "transaction/left-open"], LeakSeeds.EndInFinally),
        new("remove-listener", ["leak/listener-accumulates", "abort/abort-listener-kept"], LeakSeeds.RemoveListener),
        new("delete-from-collection", ["leak/tracked-forever", "leak/unbounded-collection", "abort/controller-kept", "rejection/cached-rejection"], LeakSeeds.DeleteFromCollection),
        new("look-at-signal", ["abort/already-aborted", "abort/signal-ignored-in-loop"], LeakSeeds.LookAtSignal),
        new("rollback", ["transaction/left-open", "leak/client-not-released"], TransactionSeeds.Rollback),
        new("guard-flag", ["race/overlapping-interval", "race/check-then-await-then-set", "race/cache-stampede", "race/state-across-await"], LeakSeeds.GuardFlag),
        new("transaction-handle", HandleRules, TransactionSeeds.OuterHandle),
        new("transaction-option", HandleRules, TransactionSeeds.ForgottenOption),
        new("transaction-argument", HandleRules, TransactionSeeds.ForgottenArgument),
        new("transaction-remote-call", ["transaction/remote-call-inside"], TransactionSeeds.RemoteCall),
        new("row-lock", RowRules, tree => InTexts(tree, RowLock()).Concat(RowSeeds.Lock(tree))),
        new("on-conflict", RowRules, tree => InTexts(tree, OnConflict()).Concat(RowSeeds.Conflict(tree))),
        new("version-guard", RowRules, tree => InTexts(tree, VersionGuard()).Concat(RowSeeds.Guard(tree, VersionColumn()))),
        new("state-guard", RowRules, tree => InTexts(tree, StateGuard()).Concat(RowSeeds.Guard(tree, StateColumn()))),
        new("row-count-check", RowRules, RowSeeds.CountCheck),
        // Its places are found beside its keys, which stand in other files: SchemaSeeds.
        new(UniqueIndex, ["race/check-then-insert", "race/idempotency-without-unique", "race/limit-check"], _ => []),
        new("row-order", ["deadlock/unsorted-rows"], RowSeeds.Order),
        new("in-flight-promise", ["race/cache-stampede", "race/check-then-await-then-set", "race/publish-before-ready"], MemorySeeds.InFlight),
        new("re-check", ["race/check-then-await-then-set", "race/cache-stampede", "race/state-across-await", "race/stale-fill", "race/stop-while-running"], MemorySeeds.ReCheck),
        new("pool-timeout", ["timeout/postgres-pool", "timeout/redis-client", "timeout/http-call"], tree => Nodes(tree, SyntaxKind.PropertyAssignment)
            .Where(property => TimeoutKey().IsMatch(property.FirstChild.Text))
            .Select(property => WithoutProperty(property, property.Span, OptionsOf(property).Span))),
    ];

    internal static IEnumerable<SyntaxNode> Nodes(SyntaxTree tree, SyntaxKind kind)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i].Is(kind))
                yield return tree[i];
        }
    }

    /// <summary>Statements that are one call, awaited or not, and nothing else.</summary>
    internal static IEnumerable<Seed> Statements(SyntaxTree tree, Func<CallExpression, bool> fits) => StatementNodes(tree, fits)
        .Select(statement => new Seed(statement.Span, Blank(statement, ";"), statement.Span, InFunctionOf(statement)));

    internal static IEnumerable<SyntaxNode> StatementNodes(SyntaxTree tree, Func<CallExpression, bool> fits) => Nodes(tree, SyntaxKind.ExpressionStatement)
        .Where(statement => CallExpression.From(Awaited(statement.FirstChild)) is { } call && fits(call));

    private static SyntaxNode Awaited(SyntaxNode node) => AwaitExpression.From(node)?.Operand ?? node;

    internal static bool CalleeIs(CallExpression call, string name) => PropertyAccess.From(call.Callee) is { } access && access.Name.Text == name;

    internal static bool IsRollback(CallExpression call) =>
        CalleeIs(call, "rollback") || CalleeIs(call, "rollbackTransaction") || CalleeIs(call, "query") && call.Arguments.Count > 0 && call.Arguments[0].Text.Trim('\'', '"', '`').Trim().Equals("rollback", StringComparison.OrdinalIgnoreCase);

    internal static bool InFinally(SyntaxNode node) => node.Ancestor(SyntaxKind.FinallyClause).Exists;

    private static Seed WithoutAwait(SyntaxNode awaiting)
    {
        var operand = AwaitExpression.From(awaiting)!.Value.Operand;
        return new(new(awaiting.Span.Start, operand.Span.Start), LineFeeds(awaiting.Tree, awaiting.Span.Start, operand.Span.Start), awaiting.Span);
    }

    /// <summary><c>p.catch(h);</c> → <c>p;</c></summary>
    private static Seed? WithoutCatch(SyntaxNode statement)
    {
        var expression = statement.FirstChild;
        if (expression.Is(SyntaxKind.VoidExpression))
            expression = expression.FirstChild;
        if (CallExpression.From(expression) is not { } call || !CalleeIs(call, "catch") || PropertyAccess.From(call.Callee) is not { } access)
            return null;
        return new(new(access.Target.Span.End, expression.Span.End), LineFeeds(statement.Tree, access.Target.Span.End, expression.Span.End), statement.Span);
    }

    /// <summary><c>limit(() => f(x))</c> inside <c>Promise.all</c> → <c>(() => f(x))()</c></summary>
    private static Seed? WithoutLimit(SyntaxNode node)
    {
        var call = CallExpression.From(node)!.Value;
        if (call.Arguments.Count != 1 || !call.Arguments[0].Is(SyntaxKind.ArrowFunction) || !LimiterName().IsMatch(call.Callee.Text))
            return null;
        for (var outer = node.Parent; outer.Exists; outer = outer.Parent)
        {
            if (CallExpression.From(outer) is { } all && all.Callee.Text is "Promise.all" or "Promise.allSettled")
                return new(node.Span, Encoding.UTF8.GetBytes($"({call.Arguments[0].Text})()"), outer.Span);
        }

        return null;
    }

    private static IEnumerable<Seed> InTexts(SyntaxTree tree, Regex pattern)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (!(node.Is(SyntaxKind.StringLiteral) || node.Is(SyntaxKind.NoSubstitutionTemplateLiteral) || node.Is(SyntaxKind.TemplateExpression)))
                continue;
            // Offsets are bytes; texts with other letters are few, and left alone.
            var text = node.Text;
            if (text.Length != node.Span.Length || pattern.Match(text) is not { Success: true } match)
                continue;
            var start = node.Span.Start + match.Index;
            if (!IsGuarding(node, match.Value))
                continue;
            yield return new(new(start, start + match.Length), LineFeeds(tree, start, start + match.Length), StatementOf(node).Span, InFunctionOf(node));
        }
    }

    /// <summary>
    /// A row lock or a conflict clause is a safeguard only where the function also does what it guards: what is read under the lock decides over a later change, or the insertion follows a look into
    /// the same table. Without such a look an insertion that lacks its clause fails loudly, which is no race. A guard of an UPDATE repeats what was looked at before. What a migration defines as a function of the
    /// server, a later one may define anew: it is left alone.
    /// </summary>
    private static bool IsGuarding(SyntaxNode text, string clause)
    {
        if (DefinesFunction().IsMatch(text.Text))
            return false;
        if (RowLock().IsMatch(clause))
            return RowSeeds.IsLockNeeded(text, clause);
        return RowSeeds.LooksBefore(text, OnConflict().IsMatch(clause) ? RowSeeds.InsertedTableOf(text.Text) : RowSeeds.UpdatedTableOf(text.Text));
    }

    /// <summary><c>{ where, lock: true }</c> → <c>{ where }</c></summary>
    internal static Seed WithoutProperty(SyntaxNode property, TextSpan place, TextSpan? function)
    {
        var (start, end) = (property.Span.Start, property.Span.End);
        if (property.NextSibling.Exists)
            end = property.NextSibling.Span.Start;
        else if (property.Parent.Children.ToArray() is [.., var before, _])
            start = before.Span.End;
        return new(new(start, end), LineFeeds(property.Tree, start, end), place, function);
    }

    /// <summary>The outermost object that holds the property.</summary>
    private static SyntaxNode OptionsOf(SyntaxNode property)
    {
        var options = property.Parent;
        while (options.Parent.Is(SyntaxKind.PropertyAssignment))
            options = options.Parent.Parent;
        return options.Parent.Exists ? options.Parent : options;
    }

    /// <summary>The statement of a block, or of a file, that a node stands in.</summary>
    internal static SyntaxNode StatementOf(SyntaxNode node)
    {
        var at = node;
        while (at.Parent.Exists && !at.Parent.Is(SyntaxKind.Block) && !at.Parent.Is(SyntaxKind.SourceFile))
            at = at.Parent;
        return at;
    }

    private static bool InFunction(SyntaxNode node) => InFunctionOf(node) is not null;

    internal static TextSpan? InFunctionOf(SyntaxNode node)
    {
        for (var outer = node.Parent; outer.Exists; outer = outer.Parent)
        {
            if (IsFunction(outer))
                return outer.Span;
        }

        return null;
    }

    private static bool InTry(SyntaxNode node)
    {
        var below = node;
        for (var outer = node.Parent; outer.Exists && !IsFunction(outer); (below, outer) = (outer, outer.Parent))
        {
            // The block that is tried is the statement's first child; in catch and finally nothing more is caught.
            if (outer.Is(SyntaxKind.TryStatement) && outer.FirstChild == below)
                return true;
        }

        return false;
    }

    internal static bool IsFunction(SyntaxNode node) => node.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.FunctionExpression or SyntaxKind.ArrowFunction
        or SyntaxKind.MethodDeclaration or SyntaxKind.Constructor or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor;

    private static bool IsTested(SyntaxNode awaiting)
    {
        var node = awaiting;
        while (node.Parent.Is(SyntaxKind.ParenthesizedExpression))
            node = node.Parent;
        var parent = node.Parent;
        return parent.Kind switch
        {
            SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.ConditionalExpression => parent.FirstChild == node,
            SyntaxKind.PrefixUnaryExpression => parent.Operator == TokenKind.Exclamation,
            SyntaxKind.BinaryExpression => BinaryExpression.From(parent)!.Value is { Operator: TokenKind.AmpersandAmpersand or TokenKind.BarBar } binary && binary.Left == node,
            _ => false,
        };
    }

    /// <summary>What remains of a stretch when only its line breaks do, so that no line moves.</summary>
    internal static byte[] LineFeeds(SyntaxTree tree, int start, int end) => [.. Enumerable.Repeat((byte)'\n', tree.Text.Span[start..end].Count((byte)'\n'))];

    internal static byte[] Blank(SyntaxNode node, string rest) => [.. Encoding.UTF8.GetBytes(rest), .. LineFeeds(node.Tree, node.Span.Start, node.Span.End)];

    [GeneratedRegex(@"\bCREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DefinesFunction();

    [GeneratedRegex(@"^(limit|limiter|\w+Limit|\w*[lL]imiter|pLimit\w*)$")]
    private static partial Regex LimiterName();

    [GeneratedRegex(@"\bFOR\s+(NO\s+KEY\s+)?UPDATE\b(\s+SKIP\s+LOCKED|\s+NOWAIT)?", RegexOptions.IgnoreCase)]
    private static partial Regex RowLock();

    [GeneratedRegex(@"\bON\s+CONFLICT\b[^`'"";$]*?(DO\s+NOTHING|DO\s+UPDATE\s+SET[^`'"";$]*?(?=\bRETURNING\b|[`'"";]))", RegexOptions.IgnoreCase)]
    private static partial Regex OnConflict();

    /// <summary>Of an UPDATE only: a SELECT may ask for a version, too.</summary>
    [GeneratedRegex(@"(?<=\bUPDATE\b[\s\S]*\bWHERE\b[\s\S]*)\s+AND\s+""?(version|lock_version|row_version|revision|updated_at)""?\s*=\s*(\$\d+|\?|:\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex VersionGuard();

    [GeneratedRegex(@"(?<=\bUPDATE\b[\s\S]*\bWHERE\b[\s\S]*)\s+AND\s+""?(status|state)""?\s*(=|<>|!=)\s*('\w+'|\$\d+|\?)", RegexOptions.IgnoreCase)]
    private static partial Regex StateGuard();

    [GeneratedRegex(@"^(version|lock_?version|row_?version|revision|updated_?at)$", RegexOptions.IgnoreCase)]
    private static partial Regex VersionColumn();

    [GeneratedRegex(@"^(status|state|\w+[sS]tatus|phase)$")]
    private static partial Regex StateColumn();

    [GeneratedRegex(@"^(connectionTimeoutMillis|statement_timeout|query_timeout|idle_in_transaction_session_timeout|lock_timeout|commandTimeout|timeout|socketTimeout|connectTimeout)$")]
    private static partial Regex TimeoutKey();
}

/// <summary>A place at which a safeguard can be taken away.</summary>
/// <param name="Cut">What goes.</param>
/// <param name="Put">What stands there instead; it keeps the line breaks.</param>
/// <param name="Place">Where the fault must be reported: a finding that begins on one of its lines, or has a step there.</param>
/// <param name="Function">A finding anywhere in this stretch counts, too; null: only at the place.</param>
internal sealed record Seed(TextSpan Cut, byte[] Put, TextSpan Place, TextSpan? Function = null)
{
    /// <summary>What else is changed with it, so that it is still a program.</summary>
    public ImmutableArray<(TextSpan Cut, byte[] Put)> Also { get; init; } = [];

    /// <summary>The handle that a call is not given any more: a fault only where the callee does without it.</summary>
    public LeftOutHandle? LeftOut { get; init; }
}
