using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A function that an object of the program runs with another object of its kind, which works in a transaction.</summary>
/// <param name="Opener">The call: <c>store.transaction(async (inner) => …)</c>.</param>
/// <param name="Function">The function that it is given.</param>
/// <param name="Inner">The parameter that is the other object.</param>
/// <param name="InnerCall">A call on that which is waited for; none where the function makes none.</param>
internal sealed record OwnTransaction(SyntaxNode Opener, FunctionModel Function, Symbol Inner, SyntaxNode InnerCall)
{
    /// <summary>The object that is asked for the transaction.</summary>
    public SyntaxNode Outer => Opener.FirstChild.Unwrapped().FirstChild.Unwrapped();
}

/// <summary>
/// Finds transactions that the program's own objects open, however they do that, by their form: what is called says so by its name, and gives the function that it is given an object of the receiver's kind.
/// Both have one type or come from one class, or the function calls a method of one name on both.
/// </summary>
internal static class OwnTransactions
{
    private static readonly ImmutableArray<string> Openers = ["transaction", "tx", "trx", "withTransaction", "inTransaction", "runInTransaction", "withTx", "useTransaction"];

    private static readonly ImmutableArray<string> HandleNames = ["tx", "trx", "tnx", "txn", "transaction"];

    /// <summary>A class that extends a class … beyond this nobody looks.</summary>
    private const int MostClasses = 16;

    private static readonly ImmutableArray<string> Beginners = ["beginTransaction", "startTransaction", "createTransaction", "openTransaction"];

    /// <summary>
    /// Transactions that a function of the program, or one out of sight, begins and gives: <c>const trx = await store.beginTransaction()</c>, which the same function commits,
    /// <c>trx.commit()</c> or <c>store.commitTransaction(trx)</c>.
    /// </summary>
    public static IEnumerable<OwnSection> Sections(ProjectModel project)
    {
        foreach (var call in Beginners.SelectMany(name => project.Calls.CallsOf(Name.Of(name))))
        {
            Workers.Step();
            if (project.Types.CalleeOf(call) is Callee.Library || project.FunctionAround(call) is not { } function || function.Module.Roles.HasFlag(ModuleRoles.Test) || ConnectionLife.TakenBy(call, function.Module) is not { Exists: true, IsModuleLevel: false } handle)
                continue;
            ImmutableArray<SyntaxNode> ends = [.. handle.References.Select(OwnSection.EndOf).Where(end => end.Exists && FunctionShape.Enclosing(end) == function.Node)];
            // "const transaction = await pool.createTransaction(); await transaction.begin();": what is made is an object, and no transaction before that.
            var begun = handle.References.Select(BeginningOf).FirstOrDefault(begin => begin.Exists && FunctionShape.Enclosing(begin) == function.Node);
            if (ends.Any(OwnSection.IsCommit))
                yield return new(begun.Exists ? begun : call, function, handle, ends);
        }
    }

    /// <summary><c>transaction.begin(…)</c> around a mention of the handle, as a statement that is waited for; none where it is mentioned otherwise.</summary>
    private static SyntaxNode BeginningOf(SyntaxNode reference) =>
        reference.Parent is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild == reference && callee.ChildAt(1).Text is "begin" or "start" && callee.Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == callee && call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) ? call : default;

    /// <summary>Those of which it is sure enough that a transaction is open inside: both objects are of one kind, or the names say so and the inner one is used.</summary>
    public static IEnumerable<OwnTransaction> Presumed(ProjectModel project) =>
        Find(project).Where(own => own.InnerCall.Exists ? IsOfOneKind(project, own) || IsNamedTransaction(own) : IsNamedTransaction(own) && IsHandedOn(own));

    private static IEnumerable<OwnTransaction> Find(ProjectModel project) =>
        Openers.SelectMany(name => project.Calls.CallsOf(Name.Of(name))).Select(call => Of(project, call)).OfType<OwnTransaction>();

    /// <summary>"await this.store.insert(row, trx)"</summary>
    private static bool IsHandedOn(OwnTransaction own) => own.Inner.References.Any(reference => reference.Wrapped() is { Parent: { Kind: SyntaxKind.ArgumentList, Parent: { Kind: SyntaxKind.CallExpression } call } } && IsWaited(call));

    /// <summary>The calls inside on the object that was asked for the transaction, where the other one is meant.</summary>
    public static IEnumerable<UnboundUse> Unbound(ProjectModel project)
    {
        foreach (var own in Find(project))
        {
            var outer = own.Outer.Text;
            foreach (var call in project.Transactions.CallsIn(own.Function.Node))
            {
                Workers.Step();
                if (call == own.Opener || MethodOn(call, outer) is not { Exists: true } method || !IsWaited(call) || IsAskedFor(method.Text) || Mentions(call.Child(SyntaxKind.ArgumentList), own.Inner)
                    || !IsMeant(project, own, method) || (own.Outer.Is(SyntaxKind.ThisKeyword) && !WorksByItself(project, call)))
                    continue;
                yield return new(call, CodeLine.Of(call.FirstChild.Text), own.InnerCall.Exists ? own.InnerCall : own.Opener, own.Inner.Name.ToString(), null) { IsAlone = !own.InnerCall.Exists };
            }
        }
    }

    /// <summary>Whether a method that is called on the outer object is there on the inner one, too: they are of one kind, or the function calls a method of that name on the inner one.</summary>
    private static bool IsMeant(ProjectModel project, OwnTransaction own, SyntaxNode method) =>
        AreKin(project, own, method) || (own.InnerCall.Exists && (IsOfOneType(project, own) || CallsOn(project, own).Any(other => MethodOf(other).Text == method.Text)));

    /// <summary>Whether the object of the transaction and the one that was asked for it are of one type, or have what is called inside from one class.</summary>
    private static bool IsOfOneKind(ProjectModel project, OwnTransaction own) => IsOfOneType(project, own) || AreKin(project, own, MethodOf(own.InnerCall));

    private static bool IsOfOneType(ProjectModel project, OwnTransaction own) =>
        TypeOf(project, own.Outer) is { Exists: true } outer && TypeOf(project, own.Inner.Declaration) is { Exists: true } inner && (outer == inner || outer.Declarations.Any(declaration => inner.Declarations.Contains(declaration)));

    /// <summary>"class Client extends Connection", "class Lent extends Connection": both have a method from one class of the program, and what opens the transaction makes another object.</summary>
    private static bool AreKin(ProjectModel project, OwnTransaction own, SyntaxNode method)
    {
        var outer = ClassesOf(project, TypeOf(project, own.Outer));
        return ClassesOf(project, TypeOf(project, own.Inner.Declaration)).Any(shared => outer.Contains(shared) && Members(shared).Contains(method.Text)) && !GivesItself(project, own.Opener);

        static IEnumerable<string> Members(SyntaxNode type) => type.Child(SyntaxKind.ClassBody).Children.ToArray().Where(member => member.Is(SyntaxKind.MethodDeclaration)).Select(member => member.FirstAfterModifiers().Text);
    }

    /// <summary>The classes of the program that an object is of: its own, and those that this extends.</summary>
    private static List<SyntaxNode> ClassesOf(ProjectModel project, Symbol type)
    {
        var found = new List<SyntaxNode>();
        while (type.Exists && found.Count < MostClasses && type.Declarations.FirstOrDefault(declaration => declaration.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression) is { Exists: true } declared && !found.Contains(declared))
        {
            if (!type.Module.Roles.HasFlag(ModuleRoles.Knowledge))
                found.Add(declared);
            type = project.Types.BaseClassOf(declared);
        }

        return found;
    }

    /// <summary>"async transaction(work) { this.connection = …; await work(this); }": inside and outside are one object.</summary>
    private static bool GivesItself(ProjectModel project, SyntaxNode opener)
    {
        if (project.FunctionCalled(opener) is not { Exists: true } function)
            return false;
        foreach (var call in project.Transactions.CallsIn(function))
        {
            if (call.Is(SyntaxKind.CallExpression) && CallArguments.At(call, 0) is { Exists: true } given && given.Unwrapped().Is(SyntaxKind.ThisKeyword))
                return true;
        }

        return false;
    }

    /// <summary>Whether what opens it is called a transaction, and so is what the function is handed: <c>database.transaction(async (tx) => …)</c>.</summary>
    private static bool IsNamedTransaction(OwnTransaction own) => HandleNames.Contains(own.Inner.Name.ToString()) && OwnSection.NameOf(own.Opener).Contains("transaction", StringComparison.OrdinalIgnoreCase);

    private static Symbol TypeOf(ProjectModel project, SyntaxNode expression) => project.Types.TypeOf(expression).NonNullish() is LightType.Instance { Symbol: var symbol } ? symbol : default;

    private static OwnTransaction? Of(ProjectModel project, SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || !IsPlain(callee.FirstChild.Unwrapped()) || project.Types.CalleeOf(call) is Callee.Library)
            return null;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (FunctionLike.From(argument.Unwrapped()) is not { } shape || shape.Parameters[0] is not { Exists: true } first || new Parameter(first).Name is not { Kind: SyntaxKind.Identifier } name || project.FunctionOf(argument.Unwrapped()) is not { } function
                || function.Module.Roles.HasFlag(ModuleRoles.Test) || function.Module.LocalSymbolOf(name) is not { Exists: true } inner || IsHidden(callee.FirstChild, name.Text) || IsKept(project, call))
                continue;
            var own = new OwnTransaction(call, function, inner, default);
            return own with { InnerCall = CallsOn(project, own).FirstOrDefault() };
        }

        return null;
    }

    /// <summary>"db.transaction(async (db) => …)": inside, the name of the outer object is the inner one's.</summary>
    private static bool IsHidden(SyntaxNode outer, string inner)
    {
        while (outer.Is(SyntaxKind.PropertyAccessExpression))
            outer = outer.FirstChild.Unwrapped();
        return outer.Text == inner;
    }

    /// <summary><c>store</c>, <c>this.options.store</c>: nothing that is made anew at each evaluation.</summary>
    private static bool IsPlain(SyntaxNode expression)
    {
        while (expression.Is(SyntaxKind.PropertyAccessExpression))
            expression = expression.FirstChild.Unwrapped();
        return expression.Kind is SyntaxKind.Identifier or SyntaxKind.ThisKeyword;
    }

    /// <summary>The calls of methods of the inner object that the function waits for.</summary>
    private static IEnumerable<SyntaxNode> CallsOn(ProjectModel project, OwnTransaction own) =>
        project.Transactions.CallsIn(own.Function.Node).Where(call => MethodOn(call, own.Inner.Name.ToString()) is { Exists: true } && IsWaited(call));

    private static SyntaxNode MethodOf(SyntaxNode call) => call.FirstChild.Unwrapped().ChildAt(1);

    /// <summary>"store.find(…)", "db.sql`…`"</summary>
    private static SyntaxNode MethodOn(SyntaxNode call, string receiver) =>
        call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild.Unwrapped().Text == receiver ? callee.ChildAt(1) : default;

    /// <summary>A transaction inside the transaction is asked for by name, and what answers at once is no statement.</summary>
    private static bool IsAskedFor(string method) => Openers.Contains(method) || method.StartsWith("begin", StringComparison.Ordinal);

    /// <summary>"await store.find(…)", "await db.sql`…`.first()"</summary>
    private static bool IsWaited(SyntaxNode call) => CallChain.LastOf(call).Wrapped().Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction;

    private static bool Mentions(SyntaxNode tree, Symbol symbol) => symbol.References.Any(reference => tree.Exists && reference.Tree == tree.Tree && tree.Span.Contains(reference.Span));

    /// <summary>A method of the object itself may do anything; one that sends a statement runs it on what the object holds.</summary>
    private static bool WorksByItself(ProjectModel project, SyntaxNode call) => project.FunctionCalled(call) is { Exists: true } called && project.FunctionOf(called) is { DatabaseCalls.IsEmpty: false };

    /// <summary>Whether what opens the transaction keeps it for all that runs inside, so that the outer object finds it, too.</summary>
    private static bool IsKept(ProjectModel project, SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is not Callee.InProgram target)
            return false;
        return target.Functions.Concat(target.Signatures.SelectMany(signature => project.Implementations.Of(signature))).Any(function => project.Transactions.CallsIn(function).Any(inner =>
            project.Types.CalleeOf(inner) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Ambient>().Any()));
    }
}
