using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>
/// Ways to take a row's protection away, where that protects something: by the text of the function around, whatever our rules make of it.
/// </summary>
internal static partial class RowSeeds
{
    /// <summary><c>q.forUpdate()</c> → <c>q</c>, and <c>{ where, lock: true }</c> → <c>{ where }</c>, where what is read under the lock decides over a change.</summary>
    public static IEnumerable<Seed> Lock(SyntaxTree tree)
    {
        foreach (var (node, seed) in WithoutLink(tree, name => name is "forUpdate" or "forNoKeyUpdate" or "setLock" or "for"))
        {
            var call = CallExpression.From(node)!.Value;
            // Drizzle's "for('update', { skipLocked: true })".
            if (PropertyAccess.From(call.Callee)!.Value.Name.Text == "for" && (call.Arguments.Count == 0 || call.Arguments[0].Text.Trim('\'', '"') is not ("update" or "no key update")))
                continue;
            if (IsLockNeeded(node, node.Text))
                yield return seed;
        }

        foreach (var property in Safeguard.Nodes(tree, SyntaxKind.PropertyAssignment))
        {
            if (property.FirstChild.Text is "lock" or "lockMode" && LockValue().IsMatch(property.Text) && IsLockNeeded(property, "") && Safeguard.StatementOf(property) is var statement)
                yield return Safeguard.WithoutProperty(property, statement.Span, Safeguard.InFunctionOf(property));
        }
    }

    /// <summary>
    /// <c>insert(x).onConflictDoNothing()</c> → <c>insert(x)</c>, where the function looks into the table before. What updates on a conflict is called for rows that are there, too: without its clause it fails at
    /// the first test.
    /// </summary>
    public static IEnumerable<Seed> Conflict(SyntaxTree tree) =>
        WithoutLink(tree, name => name is "onConflict" or "onConflictDoNothing" or "orIgnore").Where(seed => LooksBefore(seed.Node, InsertedTableOf(seed.Node.Text))).Select(seed => seed.Seed);

    /// <summary>
    /// A condition of an UPDATE that a builder makes, which repeats what was looked at before: <c>.where('status', '=', 'open')</c>, <c>and(eq(job.id, id), eq(job.status, 'open'))</c>,
    /// <c>updateMany({ where: { id, status: 'open' } })</c>. Its column is a state, or a version, as the pattern says.
    /// </summary>
    public static IEnumerable<Seed> Guard(SyntaxTree tree, Regex column)
    {
        foreach (var node in Safeguard.Nodes(tree, SyntaxKind.CallExpression))
        {
            var call = CallExpression.From(node)!.Value;
            if (call.Arguments.Count < 2 || Safeguard.InFunctionOf(node) is not { } function)
                continue;
            var statement = Safeguard.StatementOf(node);
            // "where('status', '=', 'open')", beside another condition.
            if (PropertyAccess.From(call.Callee) is { Name.Text: "where" or "andWhere" } link && call.Arguments[0].Is(SyntaxKind.StringLiteral) && column.IsMatch(call.Arguments[0].Text.Trim('\'', '"').Split('.')[^1])
                && UpdatedByChain(statement.Text) is { } table && Regex.Count(statement.Text, @"\.(where|andWhere)\(") > 1 && IsRepeated(node, table, call.Arguments[0].Text.Trim('\'', '"').Split('.')[^1], call.Arguments[^1].Text))
                yield return new(new(link.Target.Span.End, node.Span.End), Safeguard.LineFeeds(tree, link.Target.Span.End, node.Span.End), statement.Span, function);
            // "and(eq(job.id, id), eq(job.status, 'open'))"
            else if (call.Callee.Text is "eq" or "inArray" && PropertyAccess.From(call.Arguments[0]) is { } asked && column.IsMatch(asked.Name.Text) && node.Parent.Is(SyntaxKind.ArgumentList) && CallExpression.From(node.Parent.Parent) is { Callee.Text: "and" } both && both.Arguments.Count > 1
                && DrizzleUpdate().Match(statement.Text) is { Success: true } update && update.Groups["table"].Value.Split('.')[^1] == asked.Target.Text.Split('.')[^1] && IsRepeated(node, asked.Target.Text.Split('.')[^1], asked.Name.Text, call.Arguments[1].Text))
                yield return WithoutElement(node, statement.Span, function);
        }

        foreach (var property in Safeguard.Nodes(tree, SyntaxKind.PropertyAssignment).Concat(Safeguard.Nodes(tree, SyntaxKind.ShorthandPropertyAssignment)))
        {
            // "{ where: { id, status: 'open' }, data }"
            var where = property.Parent.Parent;
            if (!column.IsMatch(property.FirstChild.Text) || !where.Is(SyntaxKind.PropertyAssignment) || where.FirstChild.Text != "where" || property.Parent.Children.ToArray() is { Length: < 2 } || Safeguard.InFunctionOf(property) is not { } function
                || CallExpression.From(where.Parent.Parent.Parent) is not { } call || PropertyAccess.From(call.Callee) is not { Name.Text: "updateMany" } access || PropertyAccess.From(access.Target) is not { } model)
                continue;
            if (IsRepeated(property, model.Name.Text, property.FirstChild.Text, property.Is(SyntaxKind.PropertyAssignment) ? property.FirstChild.NextSibling.Text : ""))
                yield return Safeguard.WithoutProperty(property, Safeguard.StatementOf(property).Span, function);
        }
    }

    /// <summary>
    /// Whether a condition repeats what was looked at before: the function looks into the table, decides by the column, and locks nothing; or what is compared is the column of a row that was read, whoever read it.
    /// </summary>
    private static bool IsRepeated(SyntaxNode node, string table, string column, string value)
    {
        var function = Safeguard.InFunctionOf(node)!.Value;
        var before = Encoding.UTF8.GetString(node.Tree.Text.Span[function.Start..Math.Max(function.Start, Safeguard.StatementOf(node).Span.Start)]);
        return !IsLockedBefore(node) && (Regex.IsMatch(value, $@"^(?!(params|input|options|opts|args|body|data|dto|payload)\b)\w+[?!]?\.{column}$") || (LooksBefore(node, table) && Regex.IsMatch(before, $@"\.{column}\b")));
    }

    /// <summary>Whether something is locked in the function before a statement, beside what the function is called: one of the two protections may be too much.</summary>
    private static bool IsLockedBefore(SyntaxNode node)
    {
        if (Safeguard.InFunctionOf(node) is not { } function)
            return false;
        var before = Encoding.UTF8.GetString(node.Tree.Text.Span[function.Start..Math.Max(function.Start, Safeguard.StatementOf(node).Span.Start)]);
        return Locks().IsMatch(before[Math.Max(0, before.IndexOf('(', StringComparison.Ordinal) + 1)..]);
    }

    [GeneratedRegex(@"\.for\(\s*['""]|forUpdate\(|FOR\s+UPDATE|\block:|advisory|\w*[lL]ock\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Locks();

    private static string? UpdatedByChain(string text) => ChainUpdate().Match(text) is { Success: true } match ? match.Groups["table"].Value : null;

    private static Seed WithoutElement(SyntaxNode element, Hostile.Syntax.Text.TextSpan place, Hostile.Syntax.Text.TextSpan function)
    {
        var (start, end) = (element.Span.Start, element.Span.End);
        if (element.NextSibling.Exists)
            end = element.NextSibling.Span.Start;
        else if (element.Parent.Children.ToArray() is [.., var before, _])
            start = before.Span.End;
        return new(new(start, end), Safeguard.LineFeeds(element.Tree, start, end), place, function);
    }

    /// <summary>
    /// <c>const { count } = await updateMany({ where: { id, status: 'open' }, … }); if (count === 0) …</c> → without the <c>if</c>: where the change asks for a state beside the row, and work that is
    /// waited for follows.
    /// </summary>
    public static IEnumerable<Seed> CountCheck(SyntaxTree tree)
    {
        foreach (var statement in Safeguard.Nodes(tree, SyntaxKind.IfStatement))
        {
            if (!RowCount().IsMatch(statement.FirstChild.Text) || Safeguard.InFunctionOf(statement) is not { } function || PreviousOf(statement) is not { Exists: true } change || !GuardedChange().IsMatch(change.Text))
                continue;
            if (Encoding.UTF8.GetString(tree.Text.Span[statement.Span.End..function.End]).Contains("await ", StringComparison.Ordinal))
                yield return new(statement.Span, Safeguard.Blank(statement, ";"), statement.Span, function);
        }
    }

    /// <summary>
    /// Whether what a statement reads under its lock decides over a later change: a claim that skips what others hold; a row of which a column other than its key is read afterwards, before a change;
    /// or a row that is locked for others' sake, when the function then reads and changes. Behind another lock, none of that is known.
    /// </summary>
    public static bool IsLockNeeded(SyntaxNode node, string clause)
    {
        if (Safeguard.InFunctionOf(node) is not { } function || IsLockedBefore(node))
            return false;
        var statement = Safeguard.StatementOf(node);
        var after = Encoding.UTF8.GetString(node.Tree.Text.Span[statement.Span.End..Math.Max(statement.Span.End, function.End)]);
        if (clause.Contains("skip", StringComparison.OrdinalIgnoreCase) && Change().IsMatch(statement.Text))
            return Claim().IsMatch(statement.Text);
        if (!Change().IsMatch(after))
            return false;
        // "await tx.query('SELECT 1 … FOR UPDATE')": a gate for what follows.
        if (statement.Is(SyntaxKind.ExpressionStatement) && statement.FirstChild.Is(SyntaxKind.AwaitExpression))
            return Reading().IsMatch(after) || DeleteInsert().IsMatch(after);
        return Bound().Match(statement.Text) is { Success: true } bound && Words().Matches(bound.Groups["names"].Value).Select(word => word.Value).Any(name => IsRead(name, after));
    }

    /// <summary>
    /// Whether a member of a variable is read other than as a key or a method, and changed afterwards: <c>if (row.status === 'open') … row.status = 'done'</c>. Where what is read is not what is changed, the
    /// text does not say what the lock was for.
    /// </summary>
    private static bool IsRead(string name, string after)
    {
        foreach (Match use in Regex.Matches(after, $@"(?<![\w.])({Regex.Escape(name)})((\[0\]|\.rows\[0\]|\.rows|!|\?)*)\.(?<member>\w+)(?<rest>\s*[^\w\s]?=?)"))
        {
            var (member, rest) = (use.Groups["member"].Value, use.Groups["rest"].Value.Trim());
            if (member is "id" or "length" or "rows" or "rowCount" || rest.StartsWith('(') || rest == "=" || rest.StartsWith('<'))
                continue;
            // A row that is only deleted afterwards is deleted once, whoever comes first.
            var column = Regex.Replace(member, "(?<!^)([A-Z])", "_$1");
            if (Overwriting().IsMatch(after[use.Index..]) && Regex.IsMatch(after[(use.Index + use.Length)..], $@"\b({Regex.Escape(member)}|{Regex.Escape(column)})""?\s*(=(?![=>])|\+=|-=|:(?!\s*(true|false),?\s*\}}))", RegexOptions.IgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text reads rows, and changes some after that.</summary>
    public static bool ReadsAndChanges(string text) => Reading().Match(text) is { Success: true } read && Overwriting().IsMatch(text[(read.Index + read.Length)..]) && Awaited().IsMatch(text);

    [GeneratedRegex(@"await\s[^;]*(\bSELECT\b|\.(find|select)\w*\()", RegexOptions.IgnoreCase)]
    private static partial Regex Awaited();

    /// <summary>Whether the function looks into a table before a statement, and decides something by it.</summary>
    public static bool LooksBefore(SyntaxNode node, string? table)
    {
        if (table is null || Safeguard.InFunctionOf(node) is not { } function || IsLockedBefore(node))
            return false;
        var before = Encoding.UTF8.GetString(node.Tree.Text.Span[function.Start..Math.Max(function.Start, Safeguard.StatementOf(node).Span.Start)]);
        var name = Regex.Escape(table);
        return Regex.Match(before, $@"\bFROM\s+""?([\w$.{{}}]+\.)?""?{name}\b|\bfrom\(\s*['""]?{name}\b|\bselectFrom\(['""]{name}\b|\(\s*['""]?{name}['""]?\s*\)\s*\.(select|where|first)|\.{name}\.(find(?!Many|All)|count)", RegexOptions.IgnoreCase) is { Success: true } look
            && before[look.Index..].Contains("if (", StringComparison.Ordinal);
    }

    /// <summary>The table that a text or a chain inserts into; null where it is not written out.</summary>
    public static string? InsertedTableOf(string text) => Inserted().Match(text) is { Success: true } match ? match.Groups["table"].Value : null;

    /// <summary>The table that a text updates; null where it is not written out.</summary>
    public static string? UpdatedTableOf(string text) => Updated().Match(text) is { Success: true } match ? match.Groups["table"].Value : null;

    /// <summary>
    /// The order in which rows are locked: <c>ids.sort()</c> before a loop that locks or changes a row for each. Two that lock the same rows in other orders wait for each other. In which order one statement
    /// locks (<c>WHERE id IN (…) ORDER BY id FOR UPDATE</c>) is its plan's choice, the same for both as a rule: that is left alone.
    /// </summary>
    public static IEnumerable<Seed> Order(SyntaxTree tree)
    {
        foreach (var call in Safeguard.Nodes(tree, SyntaxKind.CallExpression))
        {
            if (PropertyAccess.From(CallExpression.From(call)!.Value.Callee) is not { Name.Text: "sort" or "toSorted" } access || Safeguard.InFunctionOf(call) is not { } function)
                continue;
            var statement = Safeguard.StatementOf(call);
            var sorted = Regex.Match(statement.Text, @"^(?:(?:const|let)\s+)?(?<name>\w+)(\s*=|\.sort\()").Groups["name"].Value;
            // An order by anything but the rows' keys is for the eye; behind another lock it may be too much.
            if (sorted.Length == 0 || !(CallExpression.From(call)!.Value.Arguments.Count == 0 || Regex.IsMatch(call.Text[access.Target.Text.Length..], @"[iI]d\b|localeCompare|a - b|a < b")) || IsLockedBefore(call))
                continue;
            if (LoopsOver(tree, function, statement.Span.End, sorted).Any(body => LoopedChange().IsMatch(body)) && Regex.IsMatch(Encoding.UTF8.GetString(tree.Text.Span[function.Start..function.End]), @"transaction|\btrx?\b|\btx\b|BEGIN|queryRunner|manager"))
                yield return new(new(access.Target.Span.End, call.Span.End), Safeguard.LineFeeds(tree, access.Target.Span.End, call.Span.End), Safeguard.StatementOf(call).Span, function);
        }
    }

    /// <summary>The bodies of the loops of a function over a list, behind a place, before which nothing else is locked.</summary>
    private static IEnumerable<string> LoopsOver(SyntaxTree tree, Hostile.Syntax.Text.TextSpan function, int from, string list) =>
        Safeguard.Nodes(tree, SyntaxKind.ForOfStatement).Where(loop => loop.Span.Start >= from && loop.Span.End <= function.End && loop.ChildAt(1).Text == list && !Locks().IsMatch(Encoding.UTF8.GetString(tree.Text.Span[from..loop.Span.Start])))
            .Select(loop => loop.Children.ToArray()[^1].Text);

    [GeneratedRegex(@"\.updateTable\(\s*['""](?<table>\w+)|\(\s*['""]?(?<table>\w+)['""]?\s*\)[\s\S]*\.update\(")]
    private static partial Regex ChainUpdate();

    [GeneratedRegex(@"\.update\(\s*(?<table>[\w.]+)\s*\)\s*\.set\(")]
    private static partial Regex DrizzleUpdate();

    [GeneratedRegex(@"await[\s\S]{0,300}?(\bUPDATE\s+[\w""$.{}]+\s+SET|\.(update|save|patch|decrement|increment)\w*\(|FOR\s+UPDATE|forUpdate\(|lock:|\b\w*lock\w*\()", RegexOptions.IgnoreCase)]
    private static partial Regex LoopedChange();

    private static SyntaxNode PreviousOf(SyntaxNode statement)
    {
        SyntaxNode previous = default;
        foreach (var sibling in statement.Parent.Children)
        {
            if (sibling == statement)
                return previous;
            previous = sibling;
        }

        return default;
    }

    private static IEnumerable<(SyntaxNode Node, Seed Seed)> WithoutLink(SyntaxTree tree, Predicate<string> named)
    {
        foreach (var node in Safeguard.Nodes(tree, SyntaxKind.CallExpression))
        {
            var call = CallExpression.From(node)!.Value;
            if (PropertyAccess.From(call.Callee) is not { } access || !named(access.Name.Text) || Safeguard.InFunctionOf(node) is not { } function)
                continue;
            var end = node.Span.End;
            // Knex finishes the clause in a link of its own: "onConflict('id').ignore()".
            if (access.Name.Text == "onConflict" && PropertyAccess.From(node.Parent) is { Name.Text: "ignore" } && node.Parent.Parent.Is(SyntaxKind.CallExpression))
                end = node.Parent.Parent.Span.End;
            else if (access.Name.Text == "onConflict" && !node.Text.Contains("doNothing", StringComparison.Ordinal))
                continue;
            yield return (node, new(new(access.Target.Span.End, end), Safeguard.LineFeeds(tree, access.Target.Span.End, end), Safeguard.StatementOf(node).Span, function));
        }
    }

    [GeneratedRegex(@"LOCK\b|[pP]essimistic|PESSIMISTIC|:\s*true$|""?(for )?(no key )?update""?", RegexOptions.IgnoreCase)]
    private static partial Regex LockValue();

    [GeneratedRegex(@"\b(UPDATE\s+[\w""$.{}]+\s+(AS\s+\w+\s+|\w+\s+)?SET|DELETE\s+FROM|INSERT\s+INTO)\b|\.(update|save|insert|delete|destroy|create)\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(UPDATE\s+[\w""$.{}]+\s+(AS\s+\w+\s+|\w+\s+)?SET|INSERT\s+INTO)\b|\.(update|save|insert|create)\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Overwriting();

    [GeneratedRegex(@"\bSELECT\b|\.(find|select|get|count|exists)\w*\(|\bfind\w+\(", RegexOptions.IgnoreCase)]
    private static partial Regex Reading();

    [GeneratedRegex(@"\bDELETE\s+FROM[\s\S]*\bINSERT\s+INTO|\.(delete|destroy)\w*\([\s\S]*\.(insert|create)\w*\(", RegexOptions.IgnoreCase)]
    private static partial Regex DeleteInsert();

    /// <summary>An UPDATE of rows that are chosen by their state.</summary>
    [GeneratedRegex(@"\b(state|status|\w+_at|\w+At|locked|claimed|next_run)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Claim();

    [GeneratedRegex(@"^(?:(?:const|let|var)\s+)?(?<names>\w+|\[[^\]]*\]|\{[^}]*\})[^=]*=\s*(?:\(?\s*)?await\b")]
    private static partial Regex Bound();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\bINSERT\s+INTO\s+""?(?:[\w$.{}""]+\.)?""?(?<table>\w+)|\binsert(?:Into)?\(\s*['""]?(?:[\w.]+\.)?(?<table>\w+)['""]?\s*\)|\(\s*['""]?(?<table>\w+)['""]?\s*\)\s*\.insert\(|\.insert\([\s\S]*\.into\(\s*['""]?(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Inserted();

    [GeneratedRegex(@"\bUPDATE\s+""?(?:[\w$.{}""]+\.)?""?(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Updated();

    [GeneratedRegex(@"^\(?!?\w*(\.|\?\.)?(rowCount|affectedRows|affected|numUpdatedRows|count)\b\s*(===?|!==?|<|>)\s*(0|1)\b")]
    private static partial Regex RowCount();

    /// <summary>A change that asks for a state beside the row's key.</summary>
    [GeneratedRegex(@"\.update\w*\([\s\S]*\bwhere\b[\s\S]*\b(status|state|\w+At|version|revision)\b|\bUPDATE\b[\s\S]*\bSET\b[\s\S]*\bWHERE\b[\s\S]*\b(status|state|\w+_at|version|revision)\b")]
    private static partial Regex GuardedChange();
}
