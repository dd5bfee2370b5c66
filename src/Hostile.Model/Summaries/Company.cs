using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Whether somebody else can use a pool while a function runs one statement after the other through it.</summary>
/// <param name="Kind">How sure we are.</param>
/// <param name="Other">The use that does not wait for the others; none when none is seen, or when it is another execution of the same function.</param>
public readonly record struct Company(CompanyKind Kind, SyntaxNode Other);

/// <summary>How sure we are that a pool has a second user.</summary>
public enum CompanyKind
{
    /// <summary>It has none: one run uses it, and waits for each use before the next.</summary>
    None,

    /// <summary>Not all of its users are seen, or not how they follow one another.</summary>
    Possible,

    /// <summary>Two uses overlap by what the code says.</summary>
    Certain,
}

/// <summary>
/// Looks at every use of the pool that a call goes through: it is alone when the pool is made and kept by one run of code that waits for each of its uses.
/// The subject is the pool itself, or the object of the program around it: <c>db</c> of <c>db.run('BEGIN')</c> whose class keeps a pool of its own.
/// </summary>
internal sealed class Companies(ProjectModel project)
{
    private static readonly KindSet Accesses = KindSet.Of(SyntaxKind.PropertyAccessExpression);

    private const int MostSymbols = 60;
    private const int LongestChain = 12;

    /// <summary>Who else can use the pool of a call.</summary>
    public Company Of(FunctionModel function, DatabaseCall call)
    {
        var walk = new Walk(project);
        if (walk.IsAlone(call))
            return new(CompanyKind.None, default);
        // Executions of the function itself overlap.
        if (function.Exposure.IsConcurrent)
            return new(CompanyKind.Certain, default);
        return new(walk.Overlapping.Exists ? CompanyKind.Certain : CompanyKind.Possible, walk.Overlapping);
    }

    private sealed class Walk(ProjectModel project)
    {
        private readonly HashSet<Symbol> seen = [];
        private readonly Queue<Symbol> holders = [];
        private readonly HashSet<SyntaxNode> makers = [];
        private readonly HashSet<SyntaxNode> threads = [];
        private readonly HashSet<(SyntaxNode Function, SyntaxNode Home, int Depth)> inTurn = [];
        private readonly HashSet<Name> methods = [];
        private readonly HashSet<Name> takers = [];
        private bool isUsedAtTop;

        /// <summary>A use that nobody waits for; none when all are waited for.</summary>
        public SyntaxNode Overlapping { get; private set; }

        public bool IsAlone(DatabaseCall call)
        {
            if (!project.EffectsOf(project.Types.TypeOf(call.Receiver).NonNullish()).OfType<Effect.LendsLast>().Any())
                return false;
            var receiver = call.Receiver.Unwrapped();
            var isOfObject = receiver.Is(SyntaxKind.PropertyAccessExpression) && receiver.FirstChild.Is(SyntaxKind.ThisKeyword);
            if (isOfObject && (call.Through.IsEmpty || !IsKeptByItsClass(receiver)))
                return false;
            if (!IsHeldIn(isOfObject ? call.Call.FirstChild.Unwrapped().FirstChild : receiver, 0))
                return false;
            while (holders.TryDequeue(out var holder))
            {
                if (seen.Count > MostSymbols || !AreUsesWaitedFor(holder))
                    return false;
            }

            return threads.Count <= 1 && !(threads.Count == 1 && isUsedAtTop);
        }

        /// <summary>"class Db { private pool = new Pool(); run(sql) { return this.pool.query(sql); } }": each object has a pool of its own, and its methods wait for what they do with it.</summary>
        private bool IsKeptByItsClass(SyntaxNode access)
        {
            var field = project.Types.SymbolOf(access);
            var body = field.Exists ? field.MemberOf : default;
            var origin = project.Origins.Of(access);
            if (!body.Is(SyntaxKind.ClassBody) || !origin.IsComplete || origin.Made.Any(made => made.Tree != body.Tree || !body.Span.Contains(made.Span)))
                return false;
            var uses = new List<SyntaxNode>();
            foreach (var node in body.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Is(SyntaxKind.ThisKeyword))
                    uses.Add(node);
            }

            foreach (var use in uses.Where(use => field.Module.NameOf(use.ChildAt(1)) == field.Name))
            {
                if (!IsUseInMethod(use))
                    return false;
            }

            // What calls a method that uses the pool uses it, too.
            for (var before = -1; before != methods.Count + takers.Count;)
            {
                before = methods.Count + takers.Count;
                if (!uses.Where(use => takers.Contains(field.Module.NameOf(use.ChildAt(1)))).All(Takes))
                    return false;
                foreach (var use in uses.Where(use => methods.Contains(field.Module.NameOf(use.ChildAt(1)))))
                {
                    if (!use.Parent.Is(SyntaxKind.CallExpression) || use.Parent.FirstChild != use || !IsSettledInMethod(use.Parent))
                        return false;
                }
            }

            // "db.pool.query(…)" from outside.
            return field.Is(SymbolFlags.Private) || !project.Bindings.Modules.Any(module => ReadsOutside(module, field, body));
        }

        private bool ReadsOutside(Module module, Symbol field, SyntaxNode body)
        {
            if (module.Source.Bytes.Span.IndexOf(field.Name.Bytes) < 0)
                return false;
            foreach (var node in module.Tree.NodesOf(Accesses))
            {
                if (module.NameOf(node.ChildAt(1)) == field.Name
                    && !(node.Tree == body.Tree && body.Span.Contains(node.Span)) && project.Types.SymbolOf(node) == field)
                    return true;
            }

            return false;
        }

        private bool IsUseInMethod(SyntaxNode use)
        {
            var outer = use.Wrapped();
            if (outer.Parent.Is(SyntaxKind.BinaryExpression) && outer.Parent.FirstChild == outer)
                return true;
            if (!outer.Parent.Is(SyntaxKind.PropertyAccessExpression))
                return outer.Parent.Kind is SyntaxKind.IfStatement or SyntaxKind.PrefixUnaryExpression;
            var member = outer.Parent;
            if (!member.Parent.Is(SyntaxKind.CallExpression) || member.Parent.FirstChild != member)
                return project.Types.TypeOf(member) is not LightType.Function;
            return project.DatabaseCallAt(member.Parent) switch
            {
                null => true,
                { Action: DatabaseAction.Run } => IsSettledInMethod(member.Parent),
                // A client that is taken out and given back becomes the next one to be lent: whoever calls this method mixes them up.
                { Action: DatabaseAction.Acquire } => Takes(member),
                _ => false,
            };
        }

        private bool Takes(SyntaxNode use)
        {
            var method = FunctionShape.Enclosing(use);
            return method.Parent.Is(SyntaxKind.ClassBody) && (takers.Add(project.Bindings.ModuleOf(method.Tree)!.NameOf(method.FirstAfterModifiers())) || true);
        }

        private bool IsSettledInMethod(SyntaxNode call)
        {
            var method = FunctionShape.Enclosing(call);
            if (!method.Parent.Is(SyntaxKind.ClassBody) || !IsSettled(call))
                return false;
            methods.Add(project.Bindings.ModuleOf(method.Tree)!.NameOf(method.FirstAfterModifiers()));
            return true;
        }

        /// <summary>Puts what holds the object on the list; false when it is held where we cannot follow.</summary>
        private bool IsHeldIn(SyntaxNode expression, int depth)
        {
            expression = expression.Unwrapped();
            if (depth > LongestChain)
                return false;
            switch (expression.Kind)
            {
                case SyntaxKind.AwaitExpression:
                    return IsHeldIn(expression.FirstChild, depth + 1);
                case SyntaxKind.ConditionalExpression:
                    return IsHeldIn(expression.ChildAt(1), depth + 1) && IsHeldIn(expression.ChildAt(2), depth + 1);
                case SyntaxKind.NewExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.NullKeyword:
                    // Another kind of object has no part in it: what is asked for is made by "new".
                    return true;
                case SyntaxKind.CallExpression when project.Types.CalleeOf(expression) is Callee.InProgram { Signatures.IsEmpty: true, Functions: var functions }:
                    return functions.All(function => IsMadeBy(function, depth + 1));
                case SyntaxKind.Identifier when project.Bindings.SymbolOf(expression) is { Exists: true } symbol && symbol.Declaration.Kind is SyntaxKind.Parameter or SyntaxKind.VariableDeclaration:
                    return Hold(symbol, depth);
                default:
                    return false;
            }
        }

        private bool IsMadeBy(SyntaxNode function, int depth)
        {
            makers.Add(function);
            if (FunctionLike.From(function) is not { IsGenerator: false } shape || !shape.Body.Exists)
                return false;
            return Inference.ResultsOf(shape).All(result => IsHeldIn(result, depth));
        }

        private bool Hold(Symbol symbol, int depth)
        {
            if (!seen.Add(symbol))
                return true;
            holders.Enqueue(symbol);
            var declaration = symbol.Declaration;
            if (declaration.Is(SyntaxKind.Parameter))
                return IsGivenByCallers(declaration, depth);
            if (!declaration.FirstChild.Is(SyntaxKind.Identifier) || (symbol.Is(SymbolFlags.Exported) && project.ModuleGraph.ImportersOf(symbol.Module).Count > 0))
                return false;
            var initial = declaration.Child(SyntaxKind.Initializer).FirstChild;
            return (!initial.Exists || IsHeldIn(initial, depth + 1))
                && symbol.Writes.All(write => write.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == write && IsHeldIn(assignment.ChildAt(1), depth + 1));
        }

        private bool IsGivenByCallers(SyntaxNode parameter, int depth)
        {
            var node = FunctionShape.Enclosing(parameter.FirstChild);
            if (project.FunctionOf(node) is not { } function || FunctionLike.From(node) is not { } shape || Callers.Argument(node).Call.Exists)
                return false;
            var place = 0;
            foreach (var candidate in shape.Parameters)
            {
                if (candidate == parameter)
                    break;
                place++;
            }

            var calls = project.Callers.CallsTo(function).ToList();
            return calls.Count > 0 && calls.All(call => IsSettled(call) && call.Child(SyntaxKind.ArgumentList).ChildAt(place) is { Exists: true } argument && IsHeldIn(argument, depth + 1));
        }

        private bool AreUsesWaitedFor(Symbol holder)
        {
            foreach (var reference in holder.References)
            {
                if (!holder.Module.IsWrite(reference) && !IsWaitedFor(reference, holder))
                    return false;
            }

            return true;
        }

        private bool IsWaitedFor(SyntaxNode reference, Symbol holder)
        {
            var outer = reference.Wrapped();
            var parent = outer.Parent;
            switch (parent.Kind)
            {
                case SyntaxKind.PropertyAccessExpression when parent.FirstChild == outer:
                    var isCalled = parent.Parent.Is(SyntaxKind.CallExpression) && parent.Parent.FirstChild == parent;
                    if (takers.Contains(holder.Module.NameOf(parent.ChildAt(1))))
                        return false;
                    var isOfMethods = methods.Contains(holder.Module.NameOf(parent.ChildAt(1)));
                    if (!isCalled)
                        return !isOfMethods && project.Types.TypeOf(parent) is not LightType.Function;
                    return project.DatabaseCallAt(parent.Parent) switch
                    {
                        { Action: DatabaseAction.Run } => IsInTurn(parent.Parent, holder),
                        null => !isOfMethods || IsInTurn(parent.Parent, holder),
                        _ => false,
                    };
                case SyntaxKind.ArgumentList when parent.Parent.Is(SyntaxKind.CallExpression):
                    return IsPassedOn(parent.Parent, outer) && IsInTurn(parent.Parent, holder);
                case SyntaxKind.Initializer when parent.Parent.Is(SyntaxKind.VariableDeclaration):
                    return Hold(holder.Module.SymbolOfDeclaration(parent.Parent), 0);
                case SyntaxKind.ReturnStatement:
                    return makers.Contains(FunctionShape.Enclosing(reference));
                case SyntaxKind.IfStatement or SyntaxKind.PrefixUnaryExpression or SyntaxKind.TypeOfExpression:
                    return true;
                default:
                    return false;
            }
        }

        private bool IsPassedOn(SyntaxNode call, SyntaxNode argument)
        {
            if (project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: var functions })
                return false;
            var place = 0;
            foreach (var candidate in call.Child(SyntaxKind.ArgumentList).Children)
            {
                if (candidate == argument)
                    break;
                place++;
            }

            foreach (var function in functions)
            {
                if (FunctionLike.From(function) is not { } shape || shape.Parameters[place] is not { Exists: true } parameter || project.Bindings.ModuleOf(function.Tree)?.SymbolOfDeclaration(parameter) is not { Exists: true } symbol)
                    return false;
                if (seen.Add(symbol))
                    holders.Enqueue(symbol);
            }

            return true;
        }

        /// <summary>Whether the code that has the object waits for a use of it, through the functions in between.</summary>
        private bool IsInTurn(SyntaxNode call, Symbol holder)
        {
            var home = FunctionShape.Enclosing(holder.Declaration.FirstChild);
            // A parameter stands in its function, but outside its body.
            return IsInTurn(call, home, 0);
        }

        private bool IsInTurn(SyntaxNode call, SyntaxNode home, int depth)
        {
            var around = FunctionShape.Enclosing(call);
            if (around == home && around.Is(SyntaxKind.SourceFile) && !IsAwaited(call))
                return !IsRepeated(call) && (threads.Add(call) || true);
            isUsedAtTop |= around.Is(SyntaxKind.SourceFile);
            if (!IsSettled(call))
                return false;
            if (around == home)
                return true;
            if (depth > LongestChain || project.FunctionOf(around) is not { } function)
                return false;
            if (function.Exposure.IsConcurrent)
            {
                Overlapping = call;
                return false;
            }

            if (Callers.Argument(around).Call.Exists)
                return false;
            var calls = project.Callers.CallsTo(function).ToList();
            return inTurn.Contains((around, home, depth)) || (calls.Count > 0 && calls.All(caller => IsInTurn(caller, home, depth + 1)) && inTurn.Add((around, home, depth)));
        }

        private static bool IsRepeated(SyntaxNode node)
        {
            for (var at = node.Parent; at.Exists; at = at.Parent)
            {
                if (at.Kind is SyntaxKind.ForStatement or SyntaxKind.ForInStatement or SyntaxKind.ForOfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement)
                    return true;
            }

            return false;
        }

        private bool IsSettled(SyntaxNode call)
        {
            if (IsAwaited(call))
                return true;
            // "pool.query(…);" and "Promise.all([pool.query(…), …])" run beside what follows.
            if (Chain(call).Wrapped().Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression or SyntaxKind.ArrayLiteralExpression && !FunctionShape.Enclosing(call).Is(SyntaxKind.SourceFile))
                Overlapping = call;
            return false;
        }

        /// <summary>Whether the code goes on only when a call is done, here or, where it is returned, in whoever waits for this function.</summary>
        private static bool IsAwaited(SyntaxNode call)
        {
            var outer = Chain(call).Wrapped();
            return outer.Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction;
        }

        /// <summary>"pool.query(…).then(…).catch(…)" as a whole.</summary>
        private static SyntaxNode Chain(SyntaxNode call)
        {
            while (call.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.Parent.Is(SyntaxKind.CallExpression) && access.Parent.FirstChild == access
                && (access.ChildAt(1).TextIs("then"u8) || access.ChildAt(1).TextIs("catch"u8) || access.ChildAt(1).TextIs("finally"u8)))
            {
                call = access.Parent;
            }

            return call;
        }
    }
}
