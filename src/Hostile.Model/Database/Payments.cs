using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Tells calls that move money outside the database, by what they are called and what they are given: <c>refundPayment(id)</c>, <c>stripe.transfers.create(…)</c>, <c>createTransaction({ fromAccountId, toAccountId, amount })</c>.
/// What hangs on such a call is money, whatever the columns beside it are called.
/// </summary>
public static class Payments
{
    /// <summary>Verbs that move money by themselves.</summary>
    private static readonly string[] Moves = ["pay", "payout", "charge", "refund", "reimburse", "debit"];

    /// <summary>Verbs that do so where what they make is money: <c>createRefund</c>, <c>capturePayment</c>, <c>issueCredit</c>.</summary>
    private static readonly string[] Makers = ["create", "make", "process", "issue", "execute", "capture", "confirm", "transfer", "grant", "send", "deposit", "withdraw"];

    private static readonly string[] Moved = ["payment", "payout", "refund", "charge", "credit", "debit", "transfer", "deposit", "withdrawal", "money", "fund"];

    /// <summary>What tells of money and moves none.</summary>
    private static readonly string[] Tellers =
        ["mail", "email", "sms", "notify", "notification", "message", "log", "audit", "track", "event", "emit", "publish", "render", "format", "validate", "check", "calculate", "compute", "get", "fetch", "find", "list", "estimate", "preview", "quote", "is", "has", "can", "assert", "parse", "webhook", "receipt", "reminder"];

    /// <summary>Members of a payment service's client that money is moved with: <c>stripe.paymentIntents.create</c>.</summary>
    private static readonly string[] Sections = ["payment", "payout", "refund", "charge", "transfer", "transaction", "invoice", "intent", "subscription"];

    /// <summary>The payment that is made in one execution with what a race reads and writes, in words: between the two or after them and, where a test decides, because of it. Null when none is.</summary>
    /// <param name="isTwice">Whether the race makes it once more, which a payment under a key of the row's own does not mind.</param>
    /// <param name="isBefore">Whether only one that is made before the write is asked for: it is made, whatever becomes of the write.</param>
    public static string? Beside(RowRace race, FunctionModel function, bool isTwice, bool isBefore = false) =>
        Find(race, function, isTwice, isBefore) is { Exists: true } payment && function.Project.PlaceOf(payment) is var place
            ? $"call `{CodeLine.Of(payment.FirstChild.Text)}` ({(place.Path == function.Module.Path ? $"line {place.Line}" : $"{place.Path}:{place.Line}")})" : null;

    /// <summary>Whether all that is paid in one execution with a race is paid under keys that both executions give: the second is refused, or answered as the first. False where nothing is paid.</summary>
    public static bool AreMadeOnce(RowRace race, FunctionModel function)
    {
        var isAny = false;
        foreach (var (call, _) in function.RowRaces.PaymentCalls)
        {
            isAny = true;
            if (!IsKeyedByRow(call, race, function) && !KeysBelow(call, function.Project).Any(key => IsSameForBoth(key, race, function)))
                return false;
        }

        return isAny;
    }

    /// <summary>The keys that the function which a call means gives a service, where they are what the call gives it.</summary>
    private static IEnumerable<SyntaxNode> KeysBelow(SyntaxNode call, ProjectModel project)
    {
        if (FunctionLike.From(project.FunctionCalled(call)) is not { Body.Exists: true } called || project.Bindings.ModuleOf(called.Body.Tree) is not { } module)
            yield break;
        foreach (var node in called.Body.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.PropertyAssignment) || !IsKeyName(node.FirstChild.Text) || new PropertyAssignment(node).Value.Unwrapped() is not { Kind: SyntaxKind.Identifier } name || module.LocalSymbolOf(name) is not { Exists: true } symbol || !symbol.Writes.IsEmpty)
                continue;
            var (declaration, member) = (symbol.Declaration, "");
            // "({ invoiceId }) => …"
            if (BindingElement.From(declaration) is { IsRest: false } element && declaration.Parent is { Kind: SyntaxKind.ObjectBindingPattern, Parent.Kind: SyntaxKind.Parameter })
                (declaration, member) = (declaration.Parent.Parent, $".{(element.PropertyName.Exists ? element.PropertyName : element.Name).Text}");
            if (!declaration.Is(SyntaxKind.Parameter) || !called.Node.Span.Contains(declaration.Span) || FunctionShape.Enclosing(declaration.FirstAfterModifiers()) != called.Node)
                continue;
            var given = CallArguments.At(call, new Parameter(declaration).Place).Unwrapped();
            if (member.Length == 0 && given.Exists)
                yield return given;
            else if (member.Length > 0 && given.Is(SyntaxKind.ObjectLiteralExpression) && ValuePath.MemberOf(given, member) is ({ Exists: true } value, ""))
                yield return value;
        }
    }

    /// <summary>
    /// The row of a ledger that is inserted in one execution with what a race reads and writes, and because of its test: the second execution books it once more, whatever the column is called that was tested. Null when none is.
    /// </summary>
    public static Statement? BookedBeside(RowRace race, FunctionModel function)
    {
        if (function.Flow is null)
            return null;
        var isOnWay = WaysOf(race, function);
        foreach (var statement in RowAccess.Statements(function))
        {
            if (statement.Query is { Kind: QueryKind.Insert, Conflict: null, Table: { } table } && !table.Matches(race.Write.Query.Table!.Value) && IsLedger(statement.Query, function) && RowAccess.PointsOf(statement, function).Any(isOnWay) && !IsRefusedTwice(statement, race, function))
                return statement;
        }

        return null;
    }

    /// <summary>The state that a race's write sets, or another one of the same call, where that says that money was moved: <c>PAID</c>, <c>Status.REFUNDED</c>. Null for others.</summary>
    public static string? MovedState(RowRace race, FunctionModel function)
    {
        foreach (var write in RowAccess.Statements(function).Where(made => made.Call == race.Write.Call && made.Query is { Kind: QueryKind.Update, Table: { } table } && table.Matches(race.Write.Query.Table!.Value)))
        {
            if (write.Query.Writes.FirstOrDefault(set => set.Column == race.Column) is { Form: WriteForm.Absolute } set && StateOf(write, set) is { } state && Money.WordsOf(state.Any(char.IsLower) ? state : state.ToLowerInvariant()).LastOrDefault() is "paid" or "refunded" or "reimbursed" or "settled" or "charged" or "captured")
                return state;
        }

        return null;

        string? StateOf(Statement write, ColumnWrite set) => RowAccess.ConstantOf(write, set.Value, function) ?? (write.By.ValueOf(set.Value).Node is { Exists: true } node && Consequences.IsMemberOfModule(node.Unwrapped(), function.Project) ? node.Unwrapped().ChildAt(1).Text : null);
    }

    /// <summary>Whether a unique key lets only one of the rows in that two executions insert.</summary>
    private static bool IsRefusedTwice(Statement insert, RowRace race, FunctionModel function) => function.Project.Schema.UniqueKeyCovering(insert.Query.Table!.Value,
        [.. insert.Query.Inserted.Where(match => match.IsFixed && Protection.IsSameForBoth(insert.By.ValueOf(match.Values[0]), race, function))], function.Module.Path).Key is not null;

    /// <summary>Whether the rows of a table are movements of money, by its name, and by an amount that they have where the name alone does not tell: <c>payments</c>, <c>ledger_entries</c>; <c>transactions</c> with an amount.</summary>
    internal static bool IsLedger(Query insert, FunctionModel function)
    {
        var words = Money.WordsOf(insert.Table!.Value.Name).ToList();
        if (words.Count == 0 || words.Exists(word => Money.IsAmong(word, Plans)))
            return false;
        return Money.IsAmong(words[^1], Moved) || words.Exists(word => Money.IsAmong(word, Ledgers))
            || (Money.IsAmong(words[^1], Entries) && (insert.Writes.Any(set => Money.IsMoney(set.Column)) || function.Project.Schema.Table(insert.Table.Value, function.Module.Path)?.Columns.Any(column => Money.IsMoney(column.Name)) is true));
    }

    private static readonly string[] Ledgers = ["ledger"];

    /// <summary>What is a movement of money only where it has an amount: others have transactions and entries, too.</summary>
    private static readonly string[] Entries = ["transaction", "entry", "entries", "posting", "booking"];

    /// <summary>What tables hold that tell of payments and are none.</summary>
    private static readonly string[] Plans = ["method", "provider", "setting", "config", "log", "event", "webhook", "notification", "template", "history", "audit", "attempt"];

    /// <summary>Whether a point is passed between what a race reads and what follows its write, or the write alone, and, where a test decides, because of it.</summary>
    private static Func<int, bool> WaysOf(RowRace race, FunctionModel function, bool isBefore = false)
    {
        var graph = function.Flow!;
        var writes = RowAccess.PointsOf(race.Write, function).ToArray();
        var afterWrite = new bool[graph.Points.Length];
        foreach (var write in writes)
            Add(afterWrite, graph.ReachableFrom(write, exceptions: false));
        var afterRead = new bool[graph.Points.Length];
        foreach (var read in RowAccess.PointsOf(race.Read, function))
            Add(afterRead, graph.ReachableFrom(read, exceptions: false));
        var decided = race.Deciding.Exists && race.Read.Call != race.Write.Call ? Consequences.OnlyBecauseOf(race.Deciding, race.Read, race.Write, function) : null;
        return point => afterRead[point] && decided?.Contains(point) is not false && ((!isBefore && (afterWrite[point] || Array.Exists(writes, write => write == point))) || (graph.ReachableFrom(point, exceptions: false) is var after && Array.Exists(writes, write => after[write])));
    }

    private static SyntaxNode Find(RowRace race, FunctionModel function, bool isTwice, bool isBefore)
    {
        if (function.Flow is null)
            return default;
        if (!isBefore && After(function) is { Exists: true } later && !(isTwice && IsKeyedByRow(later, race, function)))
            return later;
        if (function.RowRaces.PaymentCalls is not { IsEmpty: false } payments)
            return default;
        var isOnWay = WaysOf(race, function, isBefore);
        foreach (var (call, point) in payments)
        {
            // What a function that is called does beside is seldom about the very row, unless it is done because of it.
            if (!isTwice && !IsPayment(call, function.Project))
                continue;
            if (isOnWay(point) && !(isTwice && IsKeyedByRow(call, race, function)))
                return call;
        }

        return default;
    }

    /// <summary>"const claim = await db.transaction(async (tx) => …); await pay(claim);": the payment that follows when what was done inside has succeeded. None when none does.</summary>
    private static SyntaxNode After(FunctionModel function)
    {
        if (!function.Node.Wrapped().Parent.Is(SyntaxKind.ArgumentList) || function.Node.Wrapped().Parent.Parent is not { Kind: SyntaxKind.CallExpression } call
            || function.Project.FunctionAround(call) is not { Flow: { } graph } outer || outer.RowRaces.PaymentCalls is not { IsEmpty: false } payments)
            return default;
        var starts = Enumerable.Range(0, graph.Points.Length).Where(point => graph.Points[point].Op is FlowOp.Await && Consequences.CallOf(graph.Points[point]) == call).ToList();
        foreach (var (payment, point) in payments)
        {
            if (!call.Span.Contains(payment.Span) && IsPayment(payment, function.Project) && starts.Exists(start => graph.ReachableFrom(start, exceptions: false)[point]))
                return payment;
        }

        return default;
    }

    /// <summary>The calls in a function that move money and are waited for, also as one of several at once, with the points at which they are.</summary>
    internal static ImmutableArray<(SyntaxNode Call, int Point)> In(FunctionModel function)
    {
        if (function.Flow is not { } graph)
            return [];
        var found = ImmutableArray.CreateBuilder<(SyntaxNode, int)>();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (Consequences.CallOf(graph.Points[point]) is not { Exists: true } waited)
                continue;
            // "await Promise.all(rows.map((row) => refund(row.payment)))"
            foreach (var node in waited.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.CallExpression) && (IsPayment(node, function.Project) || IsMadeBy(node, function.Project)))
                    found.Add((node, point));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether the function that a call means moves money itself, and under no key by which the service would know it again.</summary>
    private static bool IsMadeBy(SyntaxNode call, ProjectModel project)
    {
        if (project.FunctionCalled(call) is not { Exists: true } declared || FunctionShape.BodyOf(declared) is not { Exists: true } body)
            return false;
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } waited && IsPayment(waited, project) && !IsRefund(waited) && !KeysOf(waited).Any())
                return true;
        }

        return false;
    }

    /// <summary>Whether a call moves money outside the database.</summary>
    public static bool IsPayment(SyntaxNode call, ProjectModel project)
    {
        if (!call.Is(SyntaxKind.CallExpression))
            return false;
        var callee = call.FirstChild.Unwrapped();
        var name = callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.ChildAt(1).Text : callee.Is(SyntaxKind.Identifier) ? callee.Text : "";
        var words = Money.WordsOf(name).ToList();
        if (words.Count == 0 || words.Exists(word => Money.IsAmong(word, Tellers)))
            return false;
        var isNamed = Moves.Contains(words[0]) || (words.Count > 1 && Makers.Contains(words[0]) && Money.IsAmong(words[^1], Moved)) || IsOfClient(callee, words[0]) || BuysMore(call, callee, words[0], project)
            // "createBalanceTransaction", "createDoubleEntry", "createLedgerEntry"
            || words is [var maker, "balance" or "ledger" or "double", .., "transaction" or "transactions" or "entry" or "entries"] && Makers.Contains(maker);
        return (isNamed || IsGivenAmount(call, project)) && project.DatabaseCallAt(call) is null;
    }

    /// <summary><c>stripe.subscriptions.update(id, { items: [{ id, quantity: item.quantity + 1 }] })</c>: one more is paid for, and twice two more. A number that is counted anew is the same both times.</summary>
    private static bool BuysMore(SyntaxNode call, SyntaxNode callee, string verb, ProjectModel project)
    {
        if (verb is not "update" || !IsOfService(callee))
            return false;
        foreach (var node in call.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAssignment) && node.FirstChild.TextIs("quantity"u8) && Defined(new PropertyAssignment(node).Value.Unwrapped(), project) is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Plus })
                return true;
        }

        return false;
    }

    /// <summary>What a variable that is given one value is given.</summary>
    private static SyntaxNode Defined(SyntaxNode value, ProjectModel project) => value.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(value.Tree)?.LocalSymbolOf(value) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration }
        ? declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : value;

    /// <summary><c>stripe.refunds.create(…)</c>, <c>this.stripe.subscriptions.create(…)</c></summary>
    private static bool IsOfClient(SyntaxNode callee, string verb) => verb is "create" or "capture" or "confirm" && IsOfService(callee);

    /// <summary>A member of a payment service's client that money is moved with, <c>stripe.subscriptions.update</c>.</summary>
    private static bool IsOfService(SyntaxNode callee)
    {
        if (!callee.Is(SyntaxKind.PropertyAccessExpression) || callee.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } section)
            return false;
        return Money.WordsOf(section.ChildAt(1).Text).LastOrDefault() is { } last && Money.IsAmong(last, Sections)
            && Money.WordsOf(LastName(section.FirstChild.Unwrapped())).Any(word => word is "stripe" or "paddle" or "paypal" or "adyen" or "braintree" or "razorpay" or "mollie" or "square" or "lemonsqueezy");
    }

    private static string LastName(SyntaxNode node) => node.Is(SyntaxKind.CallExpression) ? LastName(node.FirstChild.Unwrapped()) : node.Is(SyntaxKind.PropertyAccessExpression) ? node.ChildAt(1).Text : node.Is(SyntaxKind.Identifier) ? node.Text : "";

    /// <summary><c>{ fromAccountId, toAccountId, amount }</c>, or a list of such: an amount, and the two that it goes between.</summary>
    private static bool IsGivenAmount(SyntaxNode call, ProjectModel project)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            var given = argument.Unwrapped();
            if (IsTransfer(given))
                return true;
            if (!given.Is(SyntaxKind.Identifier) || project.Bindings.ModuleOf(given.Tree)?.LocalSymbolOf(given) is not { Exists: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration })
                continue;
            foreach (var node in declaration.Child(SyntaxKind.Initializer).DescendantsAndSelf)
            {
                if (IsTransfer(node))
                    return true;
            }
        }

        return false;
    }

    private static bool IsTransfer(SyntaxNode literal)
    {
        var (amount, from, to) = (false, false, false);
        if (!literal.Is(SyntaxKind.ObjectLiteralExpression))
            return false;
        foreach (var member in literal.Children)
        {
            if (member.Kind is not (SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment))
                continue;
            var words = Money.WordsOf(member.FirstChild.Text).ToList();
            amount |= words is [.., "amount" or "cents"];
            from |= words is ["from" or "source" or "payer" or "sender", _, ..] or ["payer" or "sender"];
            to |= words is ["to" or "destination" or "payee" or "recipient", _, ..] or ["destination" or "payee" or "recipient"];
        }

        return amount && from && to;
    }

    /// <summary>
    /// A key that both executions give the payment service, since it is made of what names the row, or a payment that both want back as a whole: the second one is refused there.
    /// </summary>
    private static bool IsKeyedByRow(SyntaxNode call, RowRace race, FunctionModel function)
    {
        if (IsRefund(call))
            return true;
        return KeysOf(call).Any(key => IsSameForBoth(key, race, function));
    }

    /// <summary>Whether both executions give the same: what names the row, also as part of a text.</summary>
    private static bool IsSameForBoth(SyntaxNode key, RowRace race, FunctionModel function)
    {
        return IsSame(key, 0);

        bool IsSame(SyntaxNode value, int depth)
        {
            value = value.Unwrapped();
            if (Template.From(value) is { } template)
                return template.Expressions.Any() && template.Expressions.All(part => IsSame(part, depth + 1));
            if (value.Is(SyntaxKind.Identifier) && depth < 4 && function.Module.LocalSymbolOf(value) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.TemplateExpression } made)
                return IsSame(made, depth + 1);
            return Protection.IsSameForBoth(new(value, ""), race, function);
        }
    }

    /// <summary>Whether a service knows a request again that two executions send: both give it a key that is made of what names the row.</summary>
    public static bool IsKnownAgain(SyntaxNode call, RowRace race, FunctionModel function) => call.Tree == function.Module.Tree && KeysOf(call).Any(key => IsSameForBoth(key, race, function) || IsMadeOfSame(key, race, function, 0));

    /// <summary><c>keyOf({ invoiceId, customerId })</c>, <c>`customer-${keyOf(id)}`</c>: what functions make of what both executions have, where all that they are given is.</summary>
    private static bool IsMadeOfSame(SyntaxNode value, RowRace race, FunctionModel function, int depth)
    {
        value = Fallback.Defined(value, function);
        if (depth > 4)
            return false;
        if (Template.From(value) is { } template)
            return template.Expressions.Any() && template.Expressions.All(part => IsMadeOfSame(part, race, function, depth + 1));
        if (!value.Is(SyntaxKind.CallExpression))
            return Protection.IsSameForBoth(new(value, ""), race, function);
        // What a function makes of it must hang on nothing else.
        if (FunctionShape.BodyOf(function.Project.FunctionCalled(value)) is not { Exists: true } body || HasCall(body))
            return false;
        var given = value.Child(SyntaxKind.ArgumentList).Children.ToArray().SelectMany(argument => PartsOf(argument.Unwrapped())).ToList();
        return given.Count > 0 && given.TrueForAll(part => IsMadeOfSame(part, race, function, depth + 1));
    }

    private static bool HasCall(SyntaxNode body)
    {
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.AwaitExpression)
                return true;
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode given)
    {
        if (!given.Is(SyntaxKind.ObjectLiteralExpression))
        {
            yield return given;
            yield break;
        }

        foreach (var member in given.Children)
            yield return member.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(member).Value : member.FirstChild;
    }

    /// <summary>The keys that a call gives a service to be known again by.</summary>
    private static IEnumerable<SyntaxNode> KeysOf(SyntaxNode call)
    {
        foreach (var node in call.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAssignment) && IsKeyName(node.FirstChild.Text))
                yield return new PropertyAssignment(node).Value;
            else if (node.Is(SyntaxKind.ShorthandPropertyAssignment) && IsKeyName(node.FirstChild.Text))
                yield return node.FirstChild;
        }
    }

    /// <summary><c>refundPayment(id)</c>, <c>stripe.refunds.create({ payment_intent })</c>: of a whole payment, and not of an amount.</summary>
    private static bool IsRefund(SyntaxNode call)
    {
        if (!CodeLine.Of(call.FirstChild.Text).Contains("refund", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression) && argument.Unwrapped().Children.ToArray().Any(member => member.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && Money.IsMoney(member.FirstChild.Text)))
                return false;
        }

        return true;
    }

    /// <summary>What services call the key by which they know a request again: <c>idempotencyKey</c>, <c>externalTransactionId</c>, <c>sender_batch_id</c>.</summary>
    private static bool IsKeyName(string name) => name.Contains("idempoten", StringComparison.OrdinalIgnoreCase) || name.Contains("dedup", StringComparison.OrdinalIgnoreCase) || Money.WordsOf(name).ToList() is ["external", .., "id" or "prefix"] or ["sender", "batch", "id"] or ["reference", "id"] or ["external", "reference"];

    private static void Add(bool[] to, bool[] more)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] |= more[i];
    }
}
