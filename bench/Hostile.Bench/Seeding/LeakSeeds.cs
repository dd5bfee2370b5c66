using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>Ways to keep what should end: only where the same file shows that it was taken, so that what goes is a safeguard indeed.</summary>
internal static partial class LeakSeeds
{
    /// <summary><c>client.release()</c> of a client that the function took itself.</summary>
    public static IEnumerable<Seed> Release(SyntaxTree tree) => Safeguard.Statements(tree, call =>
        Safeguard.CalleeIs(call, "release") && Taken().IsMatch(BirthOf(call.Node, TargetOf(call))) || call.Arguments.Count == 0 && call.Callee.Text == "release" && Taken().IsMatch(BirthOf(call.Node, "release")));

    /// <summary>
    /// <c>clearTimeout(timer)</c> of a timer that the file sets: the only call that ends it, where the timer would run on after its work or its owner has ended. What is set again at once piles up rather than
    /// running on, which is another fault; a page's one-shot timer keeps no process; one that was told not to keep it does not, and neither does one after which the process ends. A timer that fires once is a
    /// safeguard only where it settles or aborts what is waited for: then all it does afterwards is hold what it closes over, and the process; what any other one does late may be meant.
    /// </summary>
    public static IEnumerable<Seed> ClearTimer(SyntaxTree tree) => InFile(tree, call =>
        call.Callee.Text is "clearTimeout" or "clearInterval" && call.Arguments.Count == 1 && call.Arguments[0].Text is var timer && Timer().Match(BirthOf(call.Node, timer)) is { Success: true } set
        && Regex.Count(Text(tree), $@"clear(Timeout|Interval)\(\s*{Regex.Escape(timer)}!?\s*\)") == 1
        && !Regex.IsMatch(Text(tree), $@"{Regex.Escape(timer)}!?\??\.unref\b|set(Timeout|Interval)\([^;]*\)\.unref\b")
        && (set.Groups[2].Value == "Interval" || (!IsOfPage(tree) && !IsSetAgain(call.Node, timer) && !IsInItsCallback(call.Node) && Settles().IsMatch(WholeBirthOf(call.Node, timer)) && !EndsProcess(call.Node))));

    /// <summary>Whether the process ends after a call, in its function.</summary>
    private static bool EndsProcess(SyntaxNode call) =>
        Safeguard.InFunctionOf(call) is { } function && Encoding.UTF8.GetString(call.Tree.Text.Span[call.Span.End..function.End]).Contains("process.exit(", StringComparison.Ordinal);

    /// <summary>
    /// <c>pool.on('error', …)</c> of what the file makes and what an unheard 'error' of ends the process: a pool, a client, a socket, a stream of a file, a child process. A server's error comes when it begins
    /// to listen, and a fork's hardly ever. What is handed out is listened to by who takes it, or not.
    /// </summary>
    public static IEnumerable<Seed> ErrorListener(SyntaxTree tree) => InFile(tree, call =>
        (Safeguard.CalleeIs(call, "on") || Safeguard.CalleeIs(call, "once") || Safeguard.CalleeIs(call, "addListener")) && call.Arguments.Count > 1 && call.Arguments[0].Text is "'error'" or "\"error\""
        && Crashing().IsMatch(BirthOf(call.Node, TargetOf(call))) && !ServerMade().IsMatch(BirthOf(call.Node, TargetOf(call))) && !Regex.IsMatch(FunctionText(call.Node), $@"\breturn\s+{Regex.Escape(TargetOf(call))}\b") && Regex.Count(Text(tree), $@"{Regex.Escape(TargetOf(call))}\??\s*\.(on|once|addListener)\(\s*['""]error['""]") == 1);

    /// <summary>
    /// <c>finally { await client.end() }</c> of what the function opened itself. A script that ends nothing does not come back when it is first run; and what <c>destroy()</c> of a client that has no session does,
    /// as AWS's have none, its servers do a little later: "usually not necessary", say its makers.
    /// </summary>
    public static IEnumerable<Seed> EndInFinally(SyntaxTree tree) => IsScript(tree) ? [] : Safeguard.Statements(tree, call =>
        call.Arguments.Count <= 1 && Safeguard.InFinally(call.Node) && PropertyAccess.From(call.Callee) is { } access && access.Name.Text is "end" or "close" or "destroy" or "quit" or "disconnect" or "dispose"
        && access.Target.Is(SyntaxKind.Identifier) && Opened().IsMatch(BirthOf(call.Node, access.Target.Text)) && !(access.Name.Text == "destroy" && Sessionless().IsMatch(BirthOf(call.Node, access.Target.Text))));

    /// <summary>Whether a file exports nothing and calls something where it stands, or asks whether it is the program: it is run, not imported.</summary>
    private static bool IsScript(SyntaxTree tree) => Text(tree).Contains("require.main === module", StringComparison.Ordinal) || !Exports().IsMatch(Text(tree))
        && tree.Root.Children.ToArray().Any(statement => statement.Is(SyntaxKind.ExpressionStatement) && (statement.FirstChild.Is(SyntaxKind.AwaitExpression) || (CallExpression.From(statement.FirstChild) is { } call && !call.Callee.Text.StartsWith("require", StringComparison.Ordinal))));

    /// <summary>
    /// <c>emitter.off(event, listener)</c>, the only one, where the file adds the listener again and again to what outlives it: in an effect of a page to the window, the document or a variable of the module;
    /// in any function to such a variable, or to a connection that it takes out of a pool and gives back.
    /// </summary>
    public static IEnumerable<Seed> RemoveListener(SyntaxTree tree) => InFile(tree, call =>
        (Safeguard.CalleeIs(call, "off") || Safeguard.CalleeIs(call, "removeListener") || Safeguard.CalleeIs(call, "removeEventListener")) && call.Arguments.Count >= 2
        && TargetOf(call) is var target && $@"\(\s*{Regex.Escape(call.Arguments[0].Text)},\s*{Regex.Escape(call.Arguments[1].Text)}\b" is var what
        && Regex.Match(Text(tree), $@"(?<![\w.]){Regex.Escape(target)}\??\.(on|addListener|addEventListener){what}(?!\s*,\s*\{{[^}}]*\b(once|signal)\b)") is { Success: true } added
        && Regex.Count(Text(tree), $@"\.(off|removeListener|removeEventListener){what}") == 1
        && (IsOfModule(tree, target) && InFunctionAt(tree, added) || target is "window" or "document" && InEffectAt(tree, added) || Taken().IsMatch(BirthOf(call.Node, target)) && Regex.IsMatch(Text(tree), $@"{Regex.Escape(target)}\??\.release\(")));

    /// <summary>
    /// <c>this.pending.delete(id)</c>, the only removal, where a map or set that the file makes is the module's or an object's, nobody bounds, empties or replaces it, and the keys come without limit, by their names:
    /// an id, a token, a request, a connection, and not the name of something that is set up once. A method that does nothing but remove what it is told, or says so by its name, does nothing without, and fails its first test.
    /// </summary>
    public static IEnumerable<Seed> DeleteFromCollection(SyntaxTree tree) => InFile(tree, call =>
        Safeguard.CalleeIs(call, "delete") && call.Arguments.Count == 1 && TargetOf(call) is var collection && !IsOfPage(tree) && !IsAllOfItsMethod(call.Node)
        && (collection.StartsWith("this.", StringComparison.Ordinal) || IsOfModule(tree, collection))
        && Regex.Escape(collection) is var name && Regex.Escape(collection.Replace("this.", "", StringComparison.Ordinal)) is var bare
        && Regex.Match(Text(tree), $@"{name}\.(set|add)\(\s*([^,()]+)") is { Success: true } added && Boundless().IsMatch(added.Groups[2].Value)
        && Regex.IsMatch(Text(tree), $@"(?<![\w.])(this\.)?{bare}\s*(:[^;]{{0,200}}?)?=\s*new (Map|Set)\b") && Regex.Count(Text(tree), $@"(?<![\w.])(this\.)?{bare}\s*(:[^;]{{0,200}}?)?=\s*new\b") == 1
        && Regex.Count(Text(tree), $@"{name}\.(delete\(|clear\(|size\s*[<>=!])") == 1);

    /// <summary>Whether a call is all that a method, or a function that is declared by name, does but for asking whether there is something to remove; or the function around it says by its name that it removes.</summary>
    private static bool IsAllOfItsMethod(SyntaxNode call)
    {
        var statement = Safeguard.StatementOf(call);
        var function = FunctionOf(statement);
        var name = function.Parent.Parent.Is(SyntaxKind.VariableDeclaration) ? "" : NameOf(function);
        return name.Length > 0 && (Removes().IsMatch(name) || (statement.Parent.Parent == function && statement.Parent.Children.ToArray().All(other => other == statement || AsksWhether().IsMatch(other.Text))));
    }

    /// <summary>"if (!this.has(id)) return;"</summary>
    [GeneratedRegex(@"^if\s*\(\s*!?[\w.]+(\.has\([\w.]+\))?\s*\)\s*(\{\s*return;?\s*\}|return;?)$")]
    private static partial Regex AsksWhether();

    [GeneratedRegex(@"^#?(del|delete|remove|unset|evict|invalidate|unregister|deregister|unload|drop|clear)(?![a-z])|^(delete|remove|unregister|deregister)")]
    private static partial Regex Removes();

    /// <summary>
    /// <c>if (this.running) return;</c> where the function sets the flag and waits afterwards, an interval in the file starts it again and again without waiting for it, and beside the flag it changes after a wait
    /// what it has read before, of the module, of <c>this</c> or of the database. Where it does not, a second run is one more run, and the code does not say that this is a fault.
    /// And <c>this.started = true;</c> before the first wait, after a test of the flag: set behind that wait, two pass the test.
    /// </summary>
    public static IEnumerable<Seed> GuardFlag(SyntaxTree tree)
    {
        foreach (var statement in Safeguard.Nodes(tree, SyntaxKind.IfStatement))
        {
            if (Flag().Match(statement.Text) is not { Success: true } match || Safeguard.InFunctionOf(statement) is not { } function || !IsRepeated(tree, statement))
                continue;
            var after = Encoding.UTF8.GetString(tree.Text.Span[statement.Span.End..function.End]);
            if (Regex.Match(after, $@"{Regex.Escape(match.Groups[1].Value)}\s*=\s*(true|Date\.now\(\)|new\b)") is { Success: true } set && after.IndexOf("await", set.Index, StringComparison.Ordinal) >= 0 && (ChangesAcrossWait(tree, after[set.Index..], match.Groups[1].Value) || RowSeeds.ReadsAndChanges(after[set.Index..])))
                yield return new(statement.Span, Safeguard.Blank(statement, ";"), statement.Span, tree.Root.Span);
        }

        foreach (var statement in Safeguard.Nodes(tree, SyntaxKind.ExpressionStatement))
        {
            if (SetFlag().Match(statement.Text) is not { Success: true } match || Safeguard.InFunctionOf(statement) is not { } function || !MemorySeeds.IsShared(tree, match.Groups[1].Value))
                continue;
            var name = Regex.Escape(match.Groups[1].Value);
            var before = Encoding.UTF8.GetString(tree.Text.Span[function.Start..statement.Span.Start]);
            if (!before.Contains("await ", StringComparison.Ordinal) && Regex.IsMatch(before, $@"if\s*\(\s*({name}\s*(\|\|[^()]*)?\)\s*(\{{[^{{}}]*\b(return|throw)\b[^{{}}]*\}}|(return|throw)\b)|!{name}\s*(&&[^()]*)?\)\s*\{{[^{{}}]*$)") && FirstWaitAfter(statement, name) is { Exists: true } wait)
                yield return new(statement.Span, Safeguard.LineFeeds(tree, statement.Span.Start, statement.Span.End), statement.Span, function) { Also = [(new(wait.Span.End, wait.Span.End), Encoding.UTF8.GetBytes($" {statement.Text}"))] };
        }
    }

    /// <summary>
    /// The first statement after one, in its block or in the block that is tried next, that waits. Where the flag is put back in the function, more must be waited for afterwards; and what no one waits
    /// behind leaves nothing to be late for.
    /// </summary>
    private static SyntaxNode FirstWaitAfter(SyntaxNode statement, string name)
    {
        for (var next = statement.NextSibling; next.Exists; next = next.NextSibling)
        {
            var waits = next.Is(SyntaxKind.TryStatement) ? next.FirstChild.Children.ToArray() : [next];
            for (var place = 0; place < waits.Length; place++)
            {
                if (!WaitsIn(waits[place], FunctionOf(statement)))
                    continue;
                var isPutBack = Regex.IsMatch(FunctionText(statement), $@"{name}\s*=\s*false");
                return waits[place].Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VariableStatement && (!isPutBack || waits[(place + 1)..].Any(later => later.Text.Contains("await ", StringComparison.Ordinal))) ? waits[place] : default;
            }
        }

        return default;
    }

    private static bool WaitsIn(SyntaxNode statement, SyntaxNode function)
    {
        foreach (var node in statement.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && FunctionOf(node) == function)
                return true;
        }

        return false;
    }

    private static SyntaxNode FunctionOf(SyntaxNode node)
    {
        var at = node.Parent;
        while (at.Exists && !Safeguard.IsFunction(at))
            at = at.Parent;
        return at;
    }

    private static bool ChangesAcrossWait(SyntaxTree tree, string text, string flag)
    {
        foreach (Match change in Regex.Matches(text, @"(?<![\w.])(?<place>(this\.)?#?\w+)(\s*[-+]?=(?!=)|\.(push|set|delete|splice|clear|add|shift)\()"))
        {
            var place = change.Groups["place"].Value;
            var wait = text.LastIndexOf("await ", change.Index, StringComparison.Ordinal);
            if (place != flag && wait >= 0 && (place.StartsWith("this.", StringComparison.Ordinal) || IsOfModule(tree, place)) && Regex.IsMatch(text[..wait], $@"(?<![\w.]){Regex.Escape(place)}(?!\s*=[^=])\b"))
                return true;
        }

        return false;
    }

    /// <summary>Whether an interval of the file calls the function that a node stands in.</summary>
    private static bool IsRepeated(SyntaxTree tree, SyntaxNode node)
    {
        var function = node.Parent;
        while (!Safeguard.IsFunction(function))
            function = function.Parent;
        if (CallExpression.From(function.Parent.Parent)?.Callee.Text.EndsWith("setInterval", StringComparison.Ordinal) == true)
            return true;
        var name = function.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration ? function.FirstAfterModifiers().Text
            : function.Parent.Parent.Kind is SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration ? function.Parent.Parent.FirstAfterModifiers().Text : "";
        return name.Length > 0 && Safeguard.Nodes(tree, SyntaxKind.CallExpression).Any(call => call.FirstChild.Text.EndsWith("setInterval", StringComparison.Ordinal) && Regex.IsMatch(call.Text, $@"(?<!\w){Regex.Escape(name)}\b"));
    }

    /// <summary>
    /// <c>signal.throwIfAborted()</c> or <c>if (signal.aborted) return;</c>: where nothing else in a loop of waits looks at the signal, or where its 'abort' is listened for afterwards and the function looks
    /// nowhere else. Anywhere else the work goes on for one step more, which may be meant.
    /// </summary>
    public static IEnumerable<Seed> LookAtSignal(SyntaxTree tree)
    {
        foreach (var statement in Safeguard.Nodes(tree, SyntaxKind.ExpressionStatement).Concat(Safeguard.Nodes(tree, SyntaxKind.IfStatement)))
        {
            if (Look().Match(statement.Text) is not { Success: true } look || Safeguard.InFunctionOf(statement) is not { } function)
                continue;
            var signal = look.Groups["signal"].Value.Replace("?", "", StringComparison.Ordinal);
            var root = Regex.Escape(signal.Split('.')[^1]);
            var after = Encoding.UTF8.GetString(tree.Text.Span[statement.Span.End..function.End]);
            var all = Encoding.UTF8.GetString(tree.Text.Span[function.Start..function.End]);
            if ((Regex.IsMatch(after, $@"\b{root}\??\.addEventListener\(\s*['""]abort") && Regex.Count(all, $@"\b{root}\??\.(aborted|throwIfAborted)\b") == 1 && !AllCallersLook(statement))
                || (LoopAround(statement) is { Exists: true } loop && loop.Text.Contains("await ", StringComparison.Ordinal) && Regex.Count(loop.Text, $@"\b{root}\b") == Regex.Count(statement.Text, $@"\b{root}\b") && !IsHandedOnWhole(loop, signal) && !Regex.IsMatch(Encoding.UTF8.GetString(tree.Text.Span[function.Start..loop.Span.Start]), $@"\b{root}\??\.addEventListener\(\s*['""]abort") && !IsGivenBefore(loop, function, root) && !(signal.Split('.') is [.., var holder, _] && holder != "this" && IsGivenBefore(loop, function, Regex.Escape(holder)))))
                yield return new(statement.Span, Safeguard.Blank(statement, ";"), statement.Span, function);
        }
    }

    /// <summary>
    /// Whether the function around a look, which nobody outside of the file calls, is called only where a signal has just been looked at, or given to what was waited for, or is looked at by the loop around the call: then
    /// all that the look saves is one step more, or one sleep.
    /// </summary>
    private static bool AllCallersLook(SyntaxNode look)
    {
        var function = FunctionOf(look);
        while (function.Exists && NameOf(function).Length == 0)
            function = FunctionOf(function);
        if (!function.Exists || (function.Is(SyntaxKind.MethodDeclaration) ? !Regex.IsMatch(function.Text, @"^(private|protected|#)") : Regex.IsMatch(Safeguard.StatementOf(function).Text, @"^export\b")))
            return false;
        var calls = Safeguard.Nodes(look.Tree, SyntaxKind.CallExpression).Where(call => Regex.IsMatch(call.FirstChild.Text, $@"(?<![\w])(this\.)?{Regex.Escape(NameOf(function))}$") && !function.Span.Contains(call.Span)).ToList();
        return calls.Count > 0 && calls.TrueForAll(call => LoopAround(call) is { Exists: true } loop && Looks().IsMatch(loop.Text) || Safeguard.InFunctionOf(call) is { } caller && LooksJustBefore(Encoding.UTF8.GetString(look.Tree.Text.Span[caller.Start..Safeguard.StatementOf(call).Span.Start])));
    }

    private static bool LooksJustBefore(string text) => Looks().Matches(text) is [.., var last] && !text[(last.Index + last.Length)..].Contains("await ", StringComparison.Ordinal);

    private static string NameOf(SyntaxNode function) => function.Kind is SyntaxKind.MethodDeclaration or SyntaxKind.FunctionDeclaration ? function.FirstAfterModifiers().Text
        : function.Parent.Parent.Kind is SyntaxKind.PropertyDeclaration or SyntaxKind.VariableDeclaration ? function.Parent.Parent.FirstAfterModifiers().Text : "";

    /// <summary>"signal.aborted", "signal.throwIfAborted()", "fetch(url, { signal })".</summary>
    [GeneratedRegex(@"\.(aborted|throwIfAborted)\b|[{,]\s*\w*[sS]ignal\s*[,}]|\b\w*[sS]ignal:\s*[\w.]+")]
    private static partial Regex Looks();

    /// <summary>"for await (const key of list(bucket, signal))", "const parts = read(signal)": what the function has begun before the loop looks, too.</summary>
    private static bool IsGivenBefore(SyntaxNode loop, Hostile.Syntax.Text.TextSpan function, string root) =>
        Regex.IsMatch(Encoding.UTF8.GetString(loop.Tree.Text.Span[function.Start..loop.Span.Start]), $@"(?s)\w\([^;]*?(?<![.\w]addEventListener\([^;]*)[({{,]\s*(signal:\s*)?[\w.?]*\b{root}\s*[,}})](?!\s*(:|=>|\{{))");

    /// <summary>Whether a loop gives what holds the signal to what it calls, or calls another method of the object that has it: they may look.</summary>
    private static bool IsHandedOnWhole(SyntaxNode loop, string signal) => signal.Split('.')[..^1] is [.., var holder]
        && (holder == "this" ? Regex.IsMatch(loop.Text, @"\bthis\.#?\w+\(") : Regex.IsMatch(loop.Text, $@"(?<!\w)(?<!\w\??\.){Regex.Escape(holder)}(?![\w?!]*\??\.)\b"));

    private static SyntaxNode LoopAround(SyntaxNode node)
    {
        for (var outer = node.Parent; outer.Exists && !Safeguard.IsFunction(outer); outer = outer.Parent)
        {
            if (outer.Kind is SyntaxKind.ForStatement or SyntaxKind.ForOfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement)
                return outer;
        }

        return default;
    }

    /// <summary>Whether a file is of a page: it draws one, or speaks of the window.</summary>
    private static bool IsOfPage(SyntaxTree tree) => OfPage().IsMatch(Text(tree));

    /// <summary>"clearTimeout(this.timer); this.timer = setTimeout(…)": among the statements after it, or around it when it stands under a condition.</summary>
    private static bool IsSetAgain(SyntaxNode call, string timer)
    {
        var function = Safeguard.InFunctionOf(call);
        return function is { } span && Regex.IsMatch(Encoding.UTF8.GetString(call.Tree.Text.Span[call.Span.End..span.End]), $@"{Regex.Escape(timer)}\s*=\s*[\w.]*set(Timeout|Interval)\(");
    }

    private static bool IsInItsCallback(SyntaxNode call)
    {
        for (var node = call.Parent; node.Exists; node = node.Parent)
        {
            if (CallExpression.From(node) is { Callee.Text: "setTimeout" or "setInterval" })
                return true;
        }

        return false;
    }

    private static bool InFunctionAt(SyntaxTree tree, Match added) => FunctionsAt(tree, added).Any();

    /// <summary>In the function that is given to a hook of React's for effects, and in none within that.</summary>
    private static bool InEffectAt(SyntaxTree tree, Match added) => FunctionsAt(tree, added).FirstOrDefault() is { Exists: true } inner
        && CallExpression.From(inner.Parent.Parent) is { } call && Regex.IsMatch(call.Callee.Text, @"^(React\.)?use(Layout|Insertion)?Effect$");

    private static IEnumerable<SyntaxNode> FunctionsAt(SyntaxTree tree, Match added)
    {
        var at = Encoding.UTF8.GetByteCount(Text(tree).AsSpan(0, added.Index));
        var functions = new List<SyntaxNode>();
        for (var i = 0; i < tree.Count; i++)
        {
            if (Safeguard.IsFunction(tree[i]) && tree[i].Span.Start <= at && at < tree[i].Span.End)
                functions.Add(tree[i]);
        }

        return functions.OrderBy(function => function.Span.Length);
    }

    private static IEnumerable<Seed> InFile(SyntaxTree tree, Func<CallExpression, bool> fits) => Safeguard.Statements(tree, fits).Select(seed => seed with { Function = tree.Root.Span });

    private static string TargetOf(CallExpression call) => PropertyAccess.From(call.Callee)?.Target.Text.TrimEnd('?', '!') ?? "";

    /// <summary>The text of the function around a node; of the file where there is none.</summary>
    private static string FunctionText(SyntaxNode node) => Safeguard.InFunctionOf(node) is { } function ? Encoding.UTF8.GetString(node.Tree.Text.Span[function.Start..function.End]) : Text(node.Tree);

    /// <summary>The call that sets a timer, whole.</summary>
    private static string WholeBirthOf(SyntaxNode use, string timer) => Safeguard.Nodes(use.Tree, SyntaxKind.CallExpression)
        .Where(call => Timer().IsMatch(call.Text) && Regex.IsMatch(Encoding.UTF8.GetString(use.Tree.Text.Span[Math.Max(0, call.Span.Start - 120)..call.Span.Start]), $@"(?<![\w.]){Regex.Escape(timer.TrimEnd('!'))}\s*(:[^=;]+)?=\s*\(?$"))
        .Select(call => call.Text).FirstOrDefault() ?? "";

    private static string Text(SyntaxTree tree) => Encoding.UTF8.GetString(tree.Text.Span);

    private static bool IsOfModule(SyntaxTree tree, string name) => Regex.IsMatch(name, @"^\w+$") && Regex.IsMatch(Text(tree), $@"^(export\s+)?(const|let)\s+{name}\b", RegexOptions.Multiline);

    /// <summary>What a variable or field is first given, as text: within the function for a variable, within the file for a field. Empty: not found.</summary>
    private static string BirthOf(SyntaxNode use, string name)
    {
        name = name.TrimEnd('!');
        if (!Regex.IsMatch(name, @"^(this\.)?#?[\w.#]+$"))
            return "";
        var span = name.StartsWith("this.", StringComparison.Ordinal) ? use.Tree.Root.Span : Outermost(use);
        return Within(use.Tree.Text.Span[span.Start..span.End]) is { Length: > 0 } own ? own : IsOfModule(use.Tree, name) ? Within(use.Tree.Text.Span) : "";

        string Within(ReadOnlySpan<byte> text) => Regex.Match(Encoding.UTF8.GetString(text), $@"(?<![\w.]){Regex.Escape(name)}\s*(:[^=;]+)?=(?!=)\s*([^;]{{0,200}})").Groups[2].Value;
    }

    private static Hostile.Syntax.Text.TextSpan Outermost(SyntaxNode use)
    {
        var span = use.Tree.Root.Span;
        for (var node = use.Parent; node.Exists; node = node.Parent)
        {
            if (Safeguard.IsFunction(node))
                span = node.Span;
        }

        return span;
    }

    [GeneratedRegex(@"^(await\s+)?(new\s+([\w.]*\.)?(Pool|Client|WebSocket|Worker|Socket|PgBoss)\b|([\w.]*\.)?(spawn|createReadStream|createWriteStream|createConnection|createClient)\(|(net|tls|https?)\.(connect|request|get)\()")]
    private static partial Regex Crashing();

    [GeneratedRegex(@"^\(?\s*await\b[\s\S]*\b(connect|acquire|lock|getConnection|reserve|checkout)\w*\(")]
    private static partial Regex Taken();

    [GeneratedRegex(@"^(\w+\.)?set(Timeout|Interval)\(")]
    private static partial Regex Timer();

    [GeneratedRegex(@"^(await\s+)?(new\s+[\w.]*(Client|Pool|Redis|Queue|Worker|Connection|Cluster|DataSource|Sequelize|Prisma\w*|Boss|Kafka)\b|(mysql|pg|postgres|knex|redis)\w*\(|[\w.]*(create\w*(Client|Connection|Pool|ReadStream|WriteStream)|open|connect)\()", RegexOptions.IgnoreCase)]
    private static partial Regex Opened();

    [GeneratedRegex(@"import\b[^;]*['""](react|preact|vue|svelte|solid-js|@angular)['""/]|<template>|\b(window|document)\.|['""]use client['""]|/>")]
    private static partial Regex OfPage();

    [GeneratedRegex(@"(id|uuid|key|token|hash|secret|promise|listener|callback|resolve|client|socket|request|req|res|response|session|job|run|worker|connection|conn|query|cleanup|tx|stream|task)\s*!?$", RegexOptions.IgnoreCase)]
    private static partial Regex Boundless();

    [GeneratedRegex(@"reject|abort|throw|resolve|settle|timed_?out|kill|terminate", RegexOptions.IgnoreCase)]
    private static partial Regex Settles();

    [GeneratedRegex(@"^(export\s|module\.exports|exports\.)", RegexOptions.Multiline)]
    private static partial Regex Exports();

    /// <summary>"new S3Client(…)", "createS3Client(…)"</summary>
    [GeneratedRegex(@"^(await\s+)?(new\s+\w+|create\w*)Client\b")]
    private static partial Regex Sessionless();

    [GeneratedRegex(@"^new\s+[\w.]*Server\b")]
    private static partial Regex ServerMade();

    [GeneratedRegex(@"^(if\s*\(\s*(?<signal>[\w.?]+?)\??\.aborted\s*\)\s*(\{[^{}]*\b(return|throw|break|reject\()[^{}]*\}|return\b[^;]*;?|throw\b[^;]*;?|break;?)|(?<signal>[\w.?]+?)\??\.throwIfAborted\(\);?)$")]
    private static partial Regex Look();

    [GeneratedRegex(@"^if\s*\((this\.#?\w+|\w+)\)\s*(\{[^{}]*\breturn;?\s*\}|return;?)$")]
    private static partial Regex Flag();

    [GeneratedRegex(@"^(this\.#?\w+|\w+)\s*=\s*true;?$")]
    private static partial Regex SetFlag();
}
