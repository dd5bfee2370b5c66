using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Finds locks that end by themselves, from the names of what takes them: what is done between taking and giving back, in the function that takes it, in those that it is handed back to,
/// and in the functions that are handed in. A key that nobody gives back is a mark and no lock.
/// </summary>
internal sealed class TimedLocks(ProjectModel project)
{
    /// <summary>A lock that is taken by a function that is called by a function … this far up.</summary>
    private const int Highest = 4;

    /// <summary>A lock with more holders is everybody's.</summary>
    private const int MostHolders = 60;

    /// <summary>Fields of what is made from options of what is made … this deep.</summary>
    private const int DeepestTime = 8;

    /// <summary>A time that is worked out from more expressions is known to nobody.</summary>
    private const int MostSteps = 1_000;

    private readonly LongSteps steps = new(project);
    private readonly Dictionary<SyntaxNode, SyntaxNode> extensions = [];
    private readonly Dictionary<SyntaxNode, bool> releasers = [];

    /// <summary>All of the program, one for each taking and time: the one with the gravest step, else one that is cleared; by file and position.</summary>
    public IEnumerable<TimedLock> All()
    {
        var found = Takings().OrderBy(taking => project.PlaceOf(taking.Call)).SelectMany(taking => Above(taking, taking.Function, taking.Call, [], 0)).ToList();
        return found.GroupBy(one => (one.Take, one.Written)).Select(group => group.OrderBy(one => one.Long is null || one.Reason is not null).ThenBy(one => one.Long?.Kind).ThenBy(one => !one.Change.Exists).First())
            .Where(one => one.Long is not null || one.Reason is not null).OrderBy(one => project.PlaceOf(one.Take)).ThenBy(one => project.PlaceOf(one.Written));
    }

    private IEnumerable<Taking> Takings()
    {
        var names = project.Effects.SymbolsWith(SymbolFlags.Method | SymbolFlags.Function, static effect => effect is Effect.Store { Kind: StoreKind.Key, Action: StoreAction.Writes, Absent: not null } or Effect.Acquires { Expiring: not null })
            .Select(symbol => symbol.Name).Distinct().ToList();
        foreach (var call in names.SelectMany(project.Calls.CallsOf))
        {
            Workers.Step();
            if (project.Bindings.ModuleOf(call.Tree) is not { } module || Reaches.ServesTests(module) || project.FunctionAround(call) is not { IsTopLevel: false } function)
                continue;
            if (project.Stores.MayTakeKeys(module) && project.Stores.At(call) is { Kind: StoreKind.Key, Action: StoreAction.Writes, OnlyIfAbsent: true, Lasting.Exists: true, Key.Exists: true } store)
                yield return new(call, function, store.Lasting, store.Unit, store.Key, store.Value);
            else if (project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Acquires>().FirstOrDefault() is { Expiring: { } time } && CallArguments.At(call, time.Index) is { Exists: true } lasting)
                yield return new(call, function, lasting, 1, default, default);
        }
    }

    /// <summary>The work of a function that has the lock, or of those that call it.</summary>
    private IEnumerable<TimedLock> Above(Taking taking, FunctionModel function, SyntaxNode at, ImmutableArray<SyntaxNode> path, int depth)
    {
        var calls = project.Transactions.CallsIn(function.Node);
        var after = calls.Where(call => call.Span.Start > at.Span.End).ToList();
        var release = after.LastOrDefault(call => IsRelease(taking, call, at, function));
        if (release.Exists)
        {
            var work = after.Where(call => call.Span.Start < release.Span.Start && !IsRelease(taking, call, at, function)).ToList();
            foreach (var (time, written, handed) in Works(taking, function, work, path))
            {
                var reason = ExtensionOf(taking, function) is { Exists: true } extension ? $"somebody extends it ({project.PlaceOf(extension)})"
                    : CheckOf(taking, work) is { Exists: true } check ? $"whether it is still held is looked at ({project.PlaceOf(check)})"
                    : TokenUse(taking, function, work) is { Exists: true } token ? $"its token goes along with the work ({project.PlaceOf(token)})" : null;
                var all = work.Concat(handed.SelectMany(callback => project.Transactions.CallsIn(callback))).ToList();
                var longest = steps.Among(all, time);
                yield return new(taking.Call, written, time, function, path, longest, reason ?? (longest is null ? $"nothing under it is known to take {TimedLock.Said(time)}" : null)) { Change = steps.ChangeAmong(all) };
            }

            yield break;
        }

        if (IsHeldForInput(function) && TimeOf(taking, path) is { } held && ReleasesInFile(taking))
            yield return new(taking.Call, held.Written, held.Milliseconds, function, path, new(LongStepKind.Input, function.Node, [], "lasts as long as a client sends"), ExtensionOf(taking, function) is { Exists: true } renewal ? $"somebody extends it ({project.PlaceOf(renewal)})" : null) { Change = function.Node };
        if (depth >= Highest)
            yield break;
        foreach (var call in project.Callers.CallsTo(function).Take(MostHolders))
        {
            Workers.Step();
            if (project.FunctionAround(call) is not { IsTopLevel: false } caller || caller == function || Reaches.ServesTests(caller.Module))
                continue;
            foreach (var one in Above(taking, caller, call, path.Insert(0, call), depth + 1))
                yield return one;
        }
    }

    /// <summary>The works that run under a lock with their times: one of the function itself, or one for each function that its callers hand in.</summary>
    private IEnumerable<(double Time, SyntaxNode Written, ImmutableArray<SyntaxNode> Handed)> Works(Taking taking, FunctionModel function, List<SyntaxNode> work, ImmutableArray<SyntaxNode> path)
    {
        var own = TimeOf(taking, path);
        var handed = work.Where(call => HandedIn(function, call) is not null).ToList();
        if (handed.Count == 0)
        {
            if (own is { } known)
                yield return (known.Milliseconds, known.Written, []);
            yield break;
        }

        foreach (var call in project.Callers.CallsTo(function).Take(MostHolders))
        {
            if (project.FunctionAround(call) is not { } caller || Reaches.ServesTests(caller.Module) || TimeOf(taking, path.Insert(0, call)) is not { } time)
                continue;
            var given = handed.Select(one => project.FunctionNamed(Given(call, HandedIn(function, one)!.Value))).Where(one => one.Exists).ToImmutableArray();
            yield return (time.Milliseconds, time.Written, given);
        }
    }

    /// <summary>"work()", "options.operation()" of a parameter: where it comes from.</summary>
    private ValuePath? HandedIn(FunctionModel function, SyntaxNode call) =>
        call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression } callee && ValuePath.Of(callee, "", project.Bindings) is { Root: { Kind: SyntaxKind.Parameter } root } path
            && FunctionShape.Enclosing(root.FirstChild) == function.Node && project.FunctionCalled(call) is { Exists: false } && project.Types.CalleeOf(call) is not Callee.Library ? path : null;

    private SyntaxNode Given(SyntaxNode call, ValuePath path)
    {
        var place = project.FunctionOf(FunctionShape.Enclosing(path.Root.FirstChild)) is { } taker ? FunctionShape.PlaceOf(path.Root, taker) : -1;
        var (node, members) = (CallArguments.At(call, place), path.Members);
        while (node.Exists && node.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && members.Length > 0)
        {
            (node, members) = ValuePath.MemberOf(literal, members);
            if (!node.Exists)
                return default;
        }

        return members.Length == 0 ? node : default;
    }

    /// <summary>Whether a call gives the lock back: it removes the key, runs a script that does, ends the handle, or calls a function next to the taking that does so.</summary>
    private bool IsRelease(Taking taking, SyntaxNode call, SyntaxNode at, FunctionModel function)
    {
        if (!call.Is(SyntaxKind.CallExpression))
            return false;
        if (Removes(call))
            return true;
        // "const release = await acquire(key); … await release();", "await lock.release();"
        if (ConnectionLife.TakenBy(at, function.Module) is { Exists: true } handle && call.FirstChild.Unwrapped() is var callee
            && ((callee.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(callee) == handle)
                || (project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Releases or Effect.Closes) && Any(call, node => node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(node) == handle))))
            return true;
        return project.FunctionCalled(call) is { Exists: true } called && called.Tree == taking.Call.Tree && IsReleaser(called);
    }

    private bool IsReleaser(SyntaxNode function)
    {
        if (!releasers.TryGetValue(function, out var known))
            releasers.Add(function, known = Any(FunctionShape.BodyOf(function), node => node.Is(SyntaxKind.CallExpression) && Removes(node)) && !project.Transactions.CallsIn(function).Any(call => project.Stores.At(call) is { OnlyIfAbsent: true }));
        return known;
    }

    /// <summary>Whether a call removes a key of a server, or runs a script that does.</summary>
    private bool Removes(SyntaxNode call) =>
        project.Stores.At(call) is { Kind: StoreKind.Key, Action: StoreAction.Removes }
        || (project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Closes or Effect.Releases) && project.Types.TypeOf(call.FirstChild.FirstChild) is var type && project.EffectsOf(type.NonNullish()).Any(effect => effect is Effect.Handle { Kind: HandleKind.Lock }))
        || ScriptOf(call) is { } script && script.Contains("del", StringComparison.OrdinalIgnoreCase) && script.Contains("call", StringComparison.Ordinal);

    /// <summary>The text of a script that a call sends; null when it sends none.</summary>
    private string? ScriptOf(SyntaxNode call)
    {
        if (CallName.Of(call) is not { Exists: true } name || !(name.TextIs("eval"u8) || name.TextIs("evalsha"u8)))
            return null;
        var script = project.Constants.TextOf(call.Child(SyntaxKind.ArgumentList).FirstChild);
        return script.HasText ? string.Concat(script.Pieces.Select(piece => piece.Text)) : null;
    }

    private bool ReleasesInFile(Taking taking) => Any(taking.Call.Tree.Root, node => node.Is(SyntaxKind.CallExpression) && Removes(node));

    private static bool Any(SyntaxNode root, Func<SyntaxNode, bool> isMeant)
    {
        foreach (var node in root.DescendantsAndSelf)
        {
            Workers.Step();
            if (isMeant(node))
                return true;
        }

        return false;
    }

    /// <summary>What makes the lock last longer: in the file that takes it, or in the function that holds it.</summary>
    private SyntaxNode ExtensionOf(Taking taking, FunctionModel holder)
    {
        var root = taking.Call.Tree.Root;
        if (!extensions.TryGetValue(root, out var known))
            extensions.Add(root, known = ExtensionIn(root));
        if (known.Exists)
            return known;
        if (!extensions.TryGetValue(holder.Node, out var own))
            extensions.Add(holder.Node, own = ExtensionIn(holder.Node));
        return own;
    }

    private SyntaxNode ExtensionIn(SyntaxNode root)
    {
        foreach (var node in root.DescendantsAndSelf)
        {
            Workers.Step();
            if (!node.Is(SyntaxKind.CallExpression) || CallName.Of(node) is not { Exists: true } name)
                continue;
            if (name.TextIs("extend"u8) || name.TextIs("renew"u8) || name.TextIs("pexpire"u8) || name.TextIs("pExpire"u8)
                || (ScriptOf(node) is { } script && script.Contains("expire", StringComparison.OrdinalIgnoreCase))
                || project.Stores.At(node) is { Kind: StoreKind.Key, Action: StoreAction.Expires }
                || project.Bindings.ModuleOf(node.Tree)!.NameOf(name).ToString() is "extendLock" or "renewLock" or "refreshLock" or "startHeartbeat" or "startRenewal")
                return node;
        }

        return default;
    }

    /// <summary>"if ((await redis.get(key)) !== token) throw …" in the middle of the work.</summary>
    private SyntaxNode CheckOf(Taking taking, List<SyntaxNode> work) => !taking.Key.Exists ? default
        : work.FirstOrDefault(call => call.Tree == taking.Call.Tree && project.Stores.At(call) is { Kind: StoreKind.Key, Action: StoreAction.Reads, Key.Exists: true } read && project.Bindings.ModuleOf(call.Tree) is { } module && LostGuards.Shape(read.Key, module) == LostGuards.Shape(taking.Key, module));

    /// <summary>Where the value that says whose the lock is goes along with the work: whoever writes may compare it.</summary>
    private static SyntaxNode TokenUse(Taking taking, FunctionModel function, List<SyntaxNode> work)
    {
        if (!taking.Token.Exists || taking.Token.Unwrapped() is not { Kind: SyntaxKind.Identifier } token || function != taking.Function || function.Module.LocalSymbolOf(token) is not { Exists: true } symbol)
            return default;
        return symbol.References.FirstOrDefault(reference => work.Any(call => call.Child(SyntaxKind.ArgumentList).Span.Contains(reference.Span)));
    }

    /// <summary>Whether a function is what a library calls to take a lock that it holds while a client sends.</summary>
    private bool IsHeldForInput(FunctionModel function)
    {
        var method = function.Node;
        if (!method.Is(SyntaxKind.MethodDeclaration) || !method.Parent.Is(SyntaxKind.ClassBody))
            return false;
        var name = function.Module.NameOf(method.FirstAfterModifiers());
        foreach (var clause in method.Parent.Parent.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var type in clause.Children)
            {
                if (project.Types.TypeOf(type) is LightType.Instance named && project.Types.MemberOf(named, name) is { Exists: true } member && project.Effects.Of(member).Any(effect => effect is Effect.HeldForInput))
                    return true;
                if (project.Bindings.SymbolOf(type.FirstChild) is { Exists: true } symbol && project.Bindings.MeaningOf(symbol).Symbol is { Exists: true } meaning && meaning.Declarations.Any(declaration => IsHeld(declaration, name)))
                    return true;
            }
        }

        return false;
    }

    private bool IsHeld(SyntaxNode declaration, Name method)
    {
        var module = project.Bindings.ModuleOf(declaration.Tree)!;
        foreach (var node in declaration.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.MethodSignature) && module.NameOf(node.FirstAfterModifiers()) == method && project.Effects.Of(node).Any(effect => effect is Effect.HeldForInput))
                return true;
        }

        return false;
    }

    /// <summary>The time in milliseconds, and where it is written; null when it depends on the run, or on who calls.</summary>
    private (double Milliseconds, SyntaxNode Written)? TimeOf(Taking taking, ImmutableArray<SyntaxNode> path)
    {
        SyntaxNode written = taking.Lasting;
        return Number(taking.Lasting, path, ref written, new(DeepestTime, MostSteps)) is { } number && number * taking.Unit is > 0 and < 86_400_000 and var time ? (time, written) : null;
    }

    /// <param name="expression">What is worked out.</param>
    /// <param name="path">The calls from the holder down to the taking; the last is the call of the function around the expression.</param>
    /// <param name="written">Where a caller says it.</param>
    /// <param name="asked">What is left of the question for the expressions around this one.</param>
    private double? Number(SyntaxNode expression, ImmutableArray<SyntaxNode> path, ref SyntaxNode written, Inquiry asked)
    {
        expression = expression.Exists ? expression.Unwrapped() : expression;
        if (!expression.Exists || !asked.GoesOn())
            return null;
        if (project.Constants.NumberOf(expression) is { } known)
            return known;
        switch (expression.Kind)
        {
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return Number(expression.FirstChild, path, ref written, asked.Deeper) ?? (IsLeftOut(expression.FirstChild, path) ? Number(expression.ChildAt(1), path, ref written, asked.Deeper) : null);
            case SyntaxKind.BinaryExpression:
                if (Number(expression.FirstChild, path, ref written, asked.Deeper) is not { } left || Number(expression.ChildAt(1), path, ref written, asked.Deeper) is not { } right)
                    return null;
                return expression.Operator switch { TokenKind.Asterisk => left * right, TokenKind.Slash => left / right, TokenKind.Plus => left + right, TokenKind.Minus => left - right, _ => null };
            case SyntaxKind.CallExpression when expression.FirstChild.Text is "Math.floor" or "Math.ceil" or "Math.round" or "Math.trunc" or "Number" or "String":
                return Number(expression.Child(SyntaxKind.ArgumentList).FirstChild, path, ref written, asked.Deeper);
            case SyntaxKind.Identifier when project.FunctionAround(expression) is { } function && function.Module.LocalSymbolOf(expression) is { Exists: true, IsAssignedOnce: true } symbol:
                if (symbol.Declaration.Is(SyntaxKind.VariableDeclaration))
                    return Number(symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild, path, ref written, asked.Deeper);
                if (path.IsEmpty || ValuePath.Of(expression, "", project.Bindings) is not { Root: { Kind: SyntaxKind.Parameter } root } value || FunctionShape.Enclosing(root.FirstChild) is var owner && owner != function.Node && owner != project.FunctionCalled(path[^1]))
                    return null;
                if (Given(path[^1], value) is not { Exists: true } given)
                    return value.Members.Length == 0 ? Number(root.Child(SyntaxKind.Initializer).FirstChild, path, ref written, asked.Deeper) : null;
                written = given;
                return Number(given, path.RemoveAt(path.Length - 1), ref written, asked.Deeper);
            case SyntaxKind.PropertyAccessExpression when expression.FirstChild.Is(SyntaxKind.ThisKeyword) && project.Types.SymbolOf(expression) is { Exists: true } field && field.MemberOf.Is(SyntaxKind.ClassBody):
                return FieldValue(field, ref written, asked);
            case SyntaxKind.PropertyAccessExpression when ValuePath.Of(expression, "", project.Bindings) is { Root.Kind: SyntaxKind.Parameter } option:
                // "options.timeout" of a constructor: what all who make one say; of a function: what this caller says.
                var taker = FunctionShape.Enclosing(option.Root.FirstChild);
                if (taker.Is(SyntaxKind.Constructor))
                    return Same(Constructions(taker).Select(call => Given(call, option)), ref written, asked);
                if (path.IsEmpty || taker != project.FunctionCalled(path[^1]) || Given(path[^1], option) is not { Exists: true } said)
                    return null;
                written = said;
                return Number(said, path.RemoveAt(path.Length - 1), ref written, asked.Deeper);
            default:
                return null;
        }
    }

    /// <summary>An option that nobody gives.</summary>
    private bool IsLeftOut(SyntaxNode expression, ImmutableArray<SyntaxNode> path)
    {
        if (ValuePath.Of(expression, "", project.Bindings) is not { Root: { Kind: SyntaxKind.Parameter } root } value || FunctionShape.Enclosing(root.FirstChild) is not { Exists: true } owner)
            return false;
        if (!path.IsEmpty && project.FunctionCalled(path[^1]) == owner)
            return !Given(path[^1], value).Exists;
        // "new RedisLocker({ client })": none of those who make one says it.
        return owner.Is(SyntaxKind.Constructor) && Constructions(owner) is { Count: > 0 } made && made.TrueForAll(call => CallArguments.At(call, 0) is var options && (!options.Exists || !project.Options.Of(options).IsOpen) && !Given(call, value).Exists);
    }

    private List<SyntaxNode> Constructions(SyntaxNode constructor) =>
        project.FunctionOf(constructor) is { } model ? [.. project.Callers.CallsTo(model).Where(call => !Reaches.ServesTests(project.Bindings.ModuleOf(call.Tree)!))] : [];

    /// <summary>What a field always has: its initialiser, what the constructor gives it, or what all who make one give.</summary>
    private double? FieldValue(Symbol field, ref SyntaxNode written, Inquiry asked)
    {
        var values = new List<SyntaxNode>();
        var declaration = field.Declaration;
        if (declaration.Is(SyntaxKind.Parameter))
        {
            var constructor = FunctionShape.Enclosing(declaration.FirstChild);
            foreach (var call in Constructions(constructor))
                values.Add(Given(call, new(declaration, "")) is { Exists: true } given ? given : declaration.Child(SyntaxKind.Initializer).FirstChild);
        }
        else
        {
            if (declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
                values.Add(initial);
            foreach (var node in field.MemberOf.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Is(SyntaxKind.ThisKeyword) && field.Module.NameOf(node.ChildAt(1)) == field.Name && AssignedValue.Of(node) is { Exists: true } value)
                    values.Add(value);
            }
        }

        return Same(values, ref written, asked);
    }

    /// <summary>The number that all of some expressions always have; null when they do not, or there are none.</summary>
    private double? Same(IEnumerable<SyntaxNode> values, ref SyntaxNode written, Inquiry asked)
    {
        double? all = null;
        foreach (var value in values)
        {
            if (Number(value, [], ref written, asked.Deeper) is not { } number || (all is { } other && other != number))
                return null;
            all = number;
        }

        return all;
    }

    /// <param name="Call">The library's call.</param>
    /// <param name="Function">The function around it.</param>
    /// <param name="Lasting">The time.</param>
    /// <param name="Unit">Its unit, in milliseconds.</param>
    /// <param name="Key">The key; none for a lock that is an object.</param>
    /// <param name="Token">The value that is put there.</param>
    private sealed record Taking(SyntaxNode Call, FunctionModel Function, SyntaxNode Lasting, double Unit, SyntaxNode Key, SyntaxNode Token);
}
