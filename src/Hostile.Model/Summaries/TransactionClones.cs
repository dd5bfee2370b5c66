using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A call on an object where the same function asks the object, or others of its kind, for one that works in the transaction first.</summary>
/// <param name="Call">The call.</param>
/// <param name="Object">How the program calls the object.</param>
/// <param name="Binding">A call that asks for the other: <c>service.withTransaction(manager)</c>.</param>
/// <param name="Handle">How the program calls the transaction's handle.</param>
/// <param name="Others">How many more calls of its class are like it, when the object is the one whose method runs; null when it is another. Which transaction it works in is what a field of it says at that moment.</param>
public sealed record UnboundUse(SyntaxNode Call, string Object, SyntaxNode Binding, string Handle, int? Others)
{
    /// <summary>Whether nothing else is called on the transaction's handle there: <see cref="Binding"/> is then what opens the transaction.</summary>
    public bool IsAlone { get; init; }
}

/// <summary>
/// Finds objects that are used without their transaction beside those that are bound to it (<c>service.withTransaction(manager).create(…)</c>), from the names of what binds.
/// Where the object is the one whose method runs, its class must have such a method, and what is called must read a field that this sets.
/// </summary>
internal static class TransactionClones
{
    private static readonly ImmutableArray<string> Binders = ["withTransaction", "withTx", "withTrx", "withTransactionManager", "inTransaction", "useTransaction"];

    private const int Deepest = 3;

    /// <summary>All of them; of those on the object itself the first of each class.</summary>
    public static IEnumerable<UnboundUse> All(ProjectModel project)
    {
        var found = Find(project).ToList();
        foreach (var use in found.Where(use => use.Others is null))
            yield return use;
        foreach (var group in found.Where(use => use.Others is not null).GroupBy(use => ClassOf(use.Call)))
        {
            if (group.MinBy(use => use.Call.Span.Start) is { } first)
                yield return first with { Others = group.Count() - 1 };
        }
    }

    private static SyntaxNode ClassOf(SyntaxNode node)
    {
        while (node.Exists && node.Kind is not (SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression))
            node = node.Parent;
        return node;
    }

    private static IEnumerable<UnboundUse> Find(ProjectModel project)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var group in Binders.SelectMany(name => project.Calls.CallsOf(Name.Of(name))).Select(call => BindingOf(project, call)).OfType<Bound>().GroupBy(bound => bound.Function))
        {
            var fields = new Lazy<HashSet<string>>(() => FieldsOf(project, group.First().Call));
            foreach (var call in project.Transactions.CallsIn(group.Key.Node))
            {
                Workers.Step();
                if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || !IsWaited(call) || group.Any(bound => bound.Call == call))
                    continue;
                var on = callee.FirstChild.Unwrapped();
                var isSelf = on.Is(SyntaxKind.ThisKeyword);
                var bound = isSelf ? group.First() : group.FirstOrDefault(one => one.On.Text == on.Text);
                if (bound is null || bound.Call.Span.Contains(call.Span) || MentionsHandle(call, bound) || !Works(project, call, isSelf, fields, bound) || !seen.Add(call))
                    continue;
                yield return new(call, CodeLine.Of(callee.Text), bound.Call, bound.Handle.Text, isSelf ? 0 : null);
            }
        }
    }

    private static Bound? BindingOf(ProjectModel project, SyntaxNode call)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || CallArguments.At(call, 0) is not { Exists: true } argument || CallArguments.At(call, 1).Exists
            || argument.Unwrapped() is not { Kind: SyntaxKind.Identifier } handle || project.FunctionAround(call) is not { } around || around.Module.Roles.HasFlag(ModuleRoles.Test)
            || around.Module.LocalSymbolOf(handle) is not { Exists: true, IsModuleLevel: false } symbol || !symbol.Is(SymbolFlags.Parameter) || project.Types.TypeOf(handle) is LightType.Function)
            return null;
        // From where the handle is given the transaction is open.
        return project.FunctionOf(symbol.Scope.Function.Node) is { IsTopLevel: false } function ? new(call, callee.FirstChild.Unwrapped(), handle, function) : null;
    }

    private static bool MentionsHandle(SyntaxNode call, Bound bound)
    {
        var on = call.FirstChild.Unwrapped().FirstChild;
        return Mentions(call.Child(SyntaxKind.ArgumentList), bound.Handle.Text) || Mentions(on, bound.Handle.Text);
    }

    private static bool Mentions(SyntaxNode tree, string name)
    {
        foreach (var node in tree.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && node.Text == name)
                return true;
        }

        return false;
    }

    private static bool IsWaited(SyntaxNode call) => PromiseChain.WholeOf(call).Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction;

    /// <summary>Whether what is called comes to the database by what the object holds: seen in the program, or, where the object is not known, by its being waited for.</summary>
    private static bool Works(ProjectModel project, SyntaxNode call, bool isSelf, Lazy<HashSet<string>> fields, Bound bound)
    {
        if (isSelf && (call.FirstChild.Unwrapped().ChildAt(1).Text == bound.Call.FirstChild.Unwrapped().ChildAt(1).Text || !project.Types.MemberOf(project.Types.TypeOf(call.FirstChild.Unwrapped().FirstChild), Name.Of(bound.Call.FirstChild.Unwrapped().ChildAt(1).Text)).Exists))
            return false;
        return project.Types.CalleeOf(call) switch
        {
            Callee.InProgram { Functions: [var function] } => project.FunctionOf(function) is { } called && Reads(project, called, fields.Value, Deepest),
            Callee.Unknown => !isSelf,
            _ => false,
        };
    }

    private static bool Reads(ProjectModel project, FunctionModel function, HashSet<string> fields, int depth)
    {
        return ReadsField(FunctionShape.BodyOf(function.Node), fields) || (depth > 0 && project.Transactions.CallsIn(function.Node).Any(call =>
            call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild.Is(SyntaxKind.ThisKeyword)
            && project.FunctionCalled(call) is { Exists: true } called && project.FunctionOf(called) is { } next && Reads(project, next, fields, depth - 1)));
    }

    private static bool ReadsField(SyntaxNode tree, HashSet<string> fields)
    {
        foreach (var node in tree.DescendantsAndSelf)
        {
            Workers.Step();
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Is(SyntaxKind.ThisKeyword) && fields.Contains(node.ChildAt(1).Text))
                return true;
        }

        return false;
    }

    /// <summary>The fields that the binding method sets to the handle, and the getters that read them.</summary>
    private static HashSet<string> FieldsOf(ProjectModel project, SyntaxNode binding)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (project.FunctionCalled(binding) is not { Exists: true } method || FunctionLike.From(method) is not { } shape || shape.Parameters[0] is not { Exists: true } parameter)
            return found;
        var name = new Parameter(parameter).Name.Text;
        foreach (var node in method.DescendantsAndSelf)
        {
            if (node is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && node.ChildAt(1).TextIs(System.Text.Encoding.UTF8.GetBytes(name)) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } field)
                found.Add(field.ChildAt(1).Text);
        }

        foreach (var member in method.Parent.Children)
        {
            if (member.Is(SyntaxKind.GetAccessor) && ReadsField(member, found))
                found.Add(member.FirstAfterModifiers().Text);
        }

        return found;
    }

    private sealed record Bound(SyntaxNode Call, SyntaxNode On, SyntaxNode Handle, FunctionModel Function);
}
