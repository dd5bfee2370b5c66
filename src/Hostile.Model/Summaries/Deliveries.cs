using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A message whose sender delivers it at least once, and so may deliver it twice.</summary>
/// <param name="Taken">The call that takes it: <c>stripe.webhooks.constructEvent(…)</c>.</param>
/// <param name="Sender">Who sends it.</param>
/// <param name="Way">The calls that lead from there, outermost first.</param>
public sealed record Delivery(SyntaxNode Taken, string Sender, ImmutableArray<SyntaxNode> Way);

/// <summary>
/// Finds what is done for messages that may come twice, where nothing asks whether they have come before.
/// Whatever is decided by what was waited for counts as such a question, but for "is there such a row at all"; so does a row that is inserted under a unique key.
/// </summary>
internal sealed class Deliveries(ProjectModel project)
{
    private const int LongestWay = 4;

    private static readonly KindSet Tests = KindSet.Of(SyntaxKind.IfStatement, SyntaxKind.ConditionalExpression, SyntaxKind.SwitchStatement);

    private readonly Lazy<Dictionary<FunctionModel, List<(SyntaxNode Call, string Sender)>>> taken = new(() => Taken(project));
    private readonly ConcurrentDictionary<FunctionModel, bool> inserting = new();

    /// <summary>The message for which a call is made, whenever it comes; null when there is none, or something asks whether it has come before.</summary>
    public Delivery? Behind(SyntaxNode call) => taken.Value.Count == 0 || project.FunctionAround(call) is not { } function ? null : Behind(function, call, []);

    private Delivery? Behind(FunctionModel function, SyntaxNode at, ImmutableArray<SyntaxNode> way)
    {
        if (way.Length > LongestWay || function.Module.Roles.HasFlag(ModuleRoles.Test) || MayInsertOnce(function) || IsAsked(function, at))
            return null;
        if (taken.Value.TryGetValue(function, out var calls) && calls.Find(call => call.Call.Span.End <= at.Span.Start) is { Sender: not null } first)
            return new(first.Call, first.Sender, way);
        // "db.transaction(async (tx) => …)" of the function that takes it.
        if (Callers.Argument(function.Node).Call.Exists && function.Enclosing is { } around && Behind(around, function.Node, way) is { } outer)
            return outer;
        foreach (var (caller, call) in function.CallSites)
        {
            if (caller != function && Behind(caller, call, way.Insert(0, call)) is { } delivery)
                return delivery;
        }

        return null;
    }

    private static Dictionary<FunctionModel, List<(SyntaxNode Call, string Sender)>> Taken(ProjectModel project)
    {
        var found = new Dictionary<FunctionModel, List<(SyntaxNode, string)>>();
        foreach (var symbol in project.Bindings.LibrarySymbols(SymbolFlags.Function | SymbolFlags.Method))
        {
            if (!project.Effects.Of(symbol).OfType<Effect.Redelivers>().Any())
                continue;
            foreach (var call in project.Calls.CallsOf(symbol.Name))
            {
                Workers.Step();
                if (project.Types.CalleeOf(call) is Callee.Library known && project.Effects.Of(known.Signature).OfType<Effect.Redelivers>().FirstOrDefault() is { } effect)
                    Add(call, effect.Sender);
            }
        }

        return found;

        void Add(SyntaxNode call, string sender)
        {
            if (project.FunctionAround(call) is not { } function)
                return;
            if (!found.TryGetValue(function, out var calls))
                found.Add(function, calls = []);
            if (calls.Exists(known => known.Item1 == call))
                return;
            calls.Add((call, sender));
            // "constructEvent(payload, signature) { return this.stripe.webhooks.constructEvent(…) }"
            var outer = call.Wrapped();
            if (outer.Parent.Is(SyntaxKind.AwaitExpression))
                outer = outer.Parent.Wrapped();
            if (outer.Parent.Is(SyntaxKind.ReturnStatement) || outer == FunctionShape.BodyOf(function.Node))
            {
                foreach (var site in function.CallSites)
                    Add(site.Call, sender);
            }
        }
    }

    /// <summary>Whether a function inserts a row that the schema, as far as it is known, may refuse the second time.</summary>
    private bool MayInsertOnce(FunctionModel function) => inserting.GetOrAdd(function, static (function, self) => function.RowCalls.SelectMany(call => call.Queries).Any(query => query.Kind is QueryKind.Insert && self.IsOnce(query)), this);

    private bool IsOnce(Query query)
    {
        if (query.Conflict is not null || !query.ExistenceChecks.IsEmpty || query.Table is not { } table)
            return true;
        var answer = project.Schema.UniqueKeyCovering(table, query.Inserted);
        return answer.Key is { } key ? !key.Columns.SequenceEqual(["id"]) : !answer.IsCertain;
    }

    /// <summary>Whether anything before a place in a function is decided by what the function has waited for.</summary>
    private bool IsAsked(FunctionModel function, SyntaxNode at) => FunctionShape.OwnNodes(function.Node, Tests).Exists(test => test.Span.Start < at.Span.Start && IsQuestion(function, test, test.FirstChild, at));

    private bool IsQuestion(FunctionModel function, SyntaxNode test, SyntaxNode condition, SyntaxNode at)
    {
        condition = condition.Unwrapped();
        if (condition.Is(SyntaxKind.BinaryExpression) && condition.Operator is TokenKind.BarBar or TokenKind.AmpersandAmpersand)
            return IsQuestion(function, test, condition.FirstChild, at) || IsQuestion(function, test, condition.ChildAt(1), at);
        // "if (!order) return": there has to be such a row, the second time as well as the first.
        if (TestedForAbsence(condition) is { Exists: true } looked)
            return AnswerOf(function, looked) is { } answer && !(IsRead(answer) && test.Is(SyntaxKind.IfStatement) && !test.ChildAt(1).Span.Contains(at.Span));
        if (condition.Is(SyntaxKind.Identifier))
            return AnswerOf(function, condition) is { } answer && !(IsRead(answer) && test.ChildAt(1).Span.Contains(at.Span));
        foreach (var node in condition.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) || (node.Is(SyntaxKind.Identifier) && AnswerOf(function, node) is not null))
                return true;
        }

        return false;
    }

    /// <summary><c>row</c> of <c>!row</c>, <c>row == null</c>, <c>row === undefined</c>; none of other conditions.</summary>
    private static SyntaxNode TestedForAbsence(SyntaxNode condition)
    {
        if (condition is { Kind: SyntaxKind.PrefixUnaryExpression, Operator: TokenKind.Exclamation } && condition.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } negated)
            return negated;
        return condition is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals } && condition.FirstChild.Is(SyntaxKind.Identifier)
            && (condition.ChildAt(1).Is(SyntaxKind.NullKeyword) || condition.ChildAt(1).TextIs("undefined"u8)) ? condition.FirstChild : default;
    }

    /// <summary>The call whose answer, waited for, a variable holds, or a part of it; null for other variables, for messages themselves and for what other servers answer.</summary>
    private SyntaxNode? AnswerOf(FunctionModel function, SyntaxNode name)
    {
        if (function.Module.LocalSymbolOf(name) is not { Exists: true } variable)
            return null;
        var declaration = variable.Declaration;
        while (declaration.Kind is SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern)
            declaration = declaration.Parent;
        var value = declaration.Is(SyntaxKind.VariableDeclaration) ? declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : default;
        if (!value.Is(SyntaxKind.AwaitExpression))
            return null;
        var call = value.FirstChild.Unwrapped();
        if (taken.Value.TryGetValue(function, out var calls) && calls.Exists(known => known.Call == call))
            return null;
        return project.DatabaseCallAt(call) is null && project.Types.CalleeOf(call) is Callee.Library && project.Stores.At(call) is null ? null : call;
    }

    /// <summary>Whether a call does no more than look rows up.</summary>
    private bool IsRead(SyntaxNode? answer)
    {
        if (answer is not { } call)
            return false;
        if (project.DatabaseCallAt(call) is { } own)
            return own.Queries.Length > 0 && own.Queries.All(query => query.Kind is QueryKind.Select);
        return project.Types.CalleeOf(call) is Callee.InProgram { Functions: [_, ..] functions } && functions.All(called => project.FunctionOf(called) is { } function && function.RowCalls.All(row => row.Queries.All(query => query.Kind is QueryKind.Select)));
    }
}
