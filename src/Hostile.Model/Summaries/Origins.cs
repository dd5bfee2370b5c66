using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Where the objects are made that an expression may be.</summary>
/// <param name="Made">The <c>new</c> expressions and calls of <c>super</c>; for a connection those of the pool it is taken from.</param>
/// <param name="IsComplete">Whether there can be no others.</param>
public readonly record struct Origin(ImmutableArray<SyntaxNode> Made, bool IsComplete);

/// <summary>
/// Follows an object back to where it is made: through variables, fields, parameters and what their callers give, and functions that return it.
/// A connection leads to its pool. Which call of a function is meant is not told apart, so the answer may name too many places, never too few.
/// </summary>
internal sealed class Origins(ProjectModel project)
{
    private const int Deepest = 24;
    private const int MostSteps = 400;

    /// <summary>The origins of what an expression may evaluate to.</summary>
    public Origin Of(SyntaxNode expression)
    {
        var walk = new Walk(project);
        walk.Follow(expression, 0);
        return new([.. walk.Made.Distinct()], walk.IsComplete);
    }

    /// <summary>
    /// The call that takes a connection or begins a transaction, where a use of the database may run on what that gives though its type is a pool's: <c>work(reserved ?? pool)</c>, <c>wrap(reserved)</c> beside <c>wrap(pool)</c>.
    /// None where it runs on a pool, as far as is seen.
    /// </summary>
    public SyntaxNode TakingOf(DatabaseCall use)
    {
        var walk = new Walk(project);
        if (!use.Through.IsEmpty && ParameterAt(use.Receiver) is { Exists: true } given)
        {
            // "wrap(pool).run('BEGIN')": what runs it is made at calls that are seen, and only what those wrap counts.
            var makers = new Walk(project) { Maker = FunctionShape.Enclosing(given.FirstChild) };
            makers.Follow(use.Call.FirstChild.Unwrapped().FirstChild, 0);
            if (makers.IsComplete)
            {
                foreach (var making in makers.Makings)
                    walk.Follow(CallArguments.At(making, FunctionShape.PlaceOf(given, makers.Maker)), 0);
                if (makers.Makings.Count > 0)
                    return walk.Taken.FirstOrDefault();
            }
        }

        walk.Follow(use.Receiver, 0);
        return walk.Taken.FirstOrDefault();
    }

    /// <summary>The parameter that an expression is, or the field that it declares: <c>constructor(private pool: Pool)</c>; none for other expressions.</summary>
    private SyntaxNode ParameterAt(SyntaxNode expression)
    {
        var symbol = expression.Unwrapped() is { Kind: SyntaxKind.Identifier } name ? project.Bindings.SymbolOf(name) : project.Types.SymbolOf(expression.Unwrapped());
        return symbol.Exists && symbol.Declaration.Is(SyntaxKind.Parameter) ? symbol.Declaration : default;
    }

    private sealed class Walk(ProjectModel project)
    {
        private readonly HashSet<SyntaxNode> seen = [];

        public List<SyntaxNode> Made { get; } = [];

        /// <summary>The calls that take a connection, or lend one, on the way.</summary>
        public List<SyntaxNode> Taken { get; } = [];

        /// <summary>A function or constructor whose calls are far enough.</summary>
        public SyntaxNode Maker { get; init; }

        /// <summary>The calls of <see cref="Maker"/>.</summary>
        public List<SyntaxNode> Makings { get; } = [];

        public bool IsComplete { get; private set; } = true;

        public void Follow(SyntaxNode expression, int depth)
        {
            expression = expression.Unwrapped();
            if (!expression.Exists || depth > Deepest || seen.Count > MostSteps)
            {
                IsComplete = false;
                return;
            }

            if (!seen.Add(expression))
                return;
            switch (expression.Kind)
            {
                case SyntaxKind.NullKeyword or SyntaxKind.Identifier when expression.Is(SyntaxKind.NullKeyword) || expression.TextIs("undefined"u8):
                    return;
                case SyntaxKind.AwaitExpression:
                    Follow(expression.FirstChild, depth + 1);
                    return;
                case SyntaxKind.ConditionalExpression:
                    Follow(expression.ChildAt(1), depth + 1);
                    Follow(expression.ChildAt(2), depth + 1);
                    return;
                case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion:
                    Follow(expression.FirstChild, depth + 1);
                    Follow(expression.ChildAt(1), depth + 1);
                    return;
                case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.AmpersandAmpersand or TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals:
                    Follow(expression.ChildAt(1), depth + 1);
                    return;
                case SyntaxKind.NewExpression:
                    Add(expression);
                    return;
                case SyntaxKind.CallExpression:
                    FollowCall(expression, depth);
                    return;
                case SyntaxKind.Identifier:
                    FollowName(expression, depth);
                    return;
                case SyntaxKind.PropertyAccessExpression:
                    FollowMember(expression, depth);
                    return;
                default:
                    IsComplete = false;
                    return;
            }
        }

        /// <summary>"new Sessions()" of a class of the program that extends a library's makes the library's object by its call of super.</summary>
        private void Add(SyntaxNode made)
        {
            Made.Add(made);
            if (IsMaking(made))
                return;
            if (project.Types.CalleeOf(made) is not Callee.InProgram { Functions: var functions })
                return;
            foreach (var constructor in functions.Where(function => function.Is(SyntaxKind.Constructor)))
                Made.AddRange(project.Calls.SuperCalls.Where(call => FunctionShape.Enclosing(call) == constructor));
        }

        private bool IsMaking(SyntaxNode call)
        {
            if (!Maker.Exists || project.Types.CalleeOf(call) is not Callee.InProgram { Functions: var functions } || !functions.Contains(Maker))
                return false;
            Makings.Add(call);
            return true;
        }

        private void FollowName(SyntaxNode identifier, int depth)
        {
            var module = project.Bindings.ModuleOf(identifier.Tree);
            var local = module?.LocalSymbolOf(identifier) ?? default;
            if (!local.Exists)
            {
                IsComplete = false;
                return;
            }

            var meaning = project.Bindings.MeaningOf(local);
            if (meaning.Expression.Exists)
                Follow(meaning.Expression, depth + 1);
            else if (meaning.Symbol.Exists)
                FollowVariable(meaning.Symbol, depth);
            else
                IsComplete = false;
        }

        private void FollowVariable(Symbol variable, int depth)
        {
            var declaration = variable.Declaration;
            if (declaration.Is(SyntaxKind.Parameter))
            {
                FollowParameter(declaration, depth);
                return;
            }

            // "constructor({ pool }: Options)"
            if (BindingElement.From(declaration) is { IsRest: false, Name.Kind: SyntaxKind.Identifier } element && declaration.Parent.Parent.Is(SyntaxKind.Parameter))
            {
                if (element.Initializer.Exists)
                    Follow(element.Initializer, depth + 1);
                FollowGivenMember(declaration.Parent.Parent, variable.Module.NameOf(element.PropertyName.Exists ? element.PropertyName : element.Name), depth);
                return;
            }

            if (!declaration.Is(SyntaxKind.VariableDeclaration) || !declaration.FirstChild.Is(SyntaxKind.Identifier))
            {
                IsComplete = false;
                return;
            }

            var isKnown = false;
            if (declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
            {
                isKnown = true;
                Follow(initial, depth + 1);
            }

            foreach (var write in variable.Writes)
            {
                isKnown = true;
                FollowAssigned(write, depth);
            }

            IsComplete &= isKnown;
        }

        private void FollowAssigned(SyntaxNode target, int depth)
        {
            if (target.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals } assignment && assignment.FirstChild == target)
                Follow(assignment.ChildAt(1), depth + 1);
            else
                IsComplete = false;
        }

        private void FollowParameter(SyntaxNode parameter, int depth)
        {
            var node = FunctionShape.Enclosing(parameter.FirstChild);
            if (project.FunctionOf(node) is not { } function || FunctionLike.From(node) is not { } shape || new Parameter(parameter).IsRest)
            {
                IsComplete = false;
                return;
            }

            var isProvided = false;
            foreach (var value in project.Providers.ValuesOf(parameter))
            {
                isProvided = true;
                Follow(value, depth + 1);
            }

            if (isProvided)
                return;
            var place = PlaceOf(parameter, shape);
            if (Callers.Argument(node) is { Call.Exists: true } given)
            {
                FollowGivenTo(given.Call, given.Place, place, depth);
                return;
            }

            var isCalled = false;
            foreach (var call in project.Callers.CallsTo(function))
            {
                isCalled = true;
                var argument = call.Child(SyntaxKind.ArgumentList).ChildAt(place);
                Follow(argument.Exists ? argument : parameter.Child(SyntaxKind.Initializer).FirstChild, depth + 1);
            }

            if (isCalled)
                return;
            // Nobody is seen to call it: it is what stands in, or what somebody else gives.
            if (parameter.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } standIn)
                Follow(standIn, depth + 1);
            IsComplete = false;
        }

        private static int PlaceOf(SyntaxNode parameter, FunctionLike shape)
        {
            var place = 0;
            foreach (var candidate in shape.Parameters)
            {
                if (candidate == parameter)
                    break;
                place++;
            }

            return place;
        }

        /// <summary>"options.pool" of a parameter: what those who call the function put there.</summary>
        private void FollowGivenMember(SyntaxNode parameter, Name name, int depth)
        {
            var node = FunctionShape.Enclosing(parameter.FirstChild);
            if (project.FunctionOf(node) is not { } function || FunctionLike.From(node) is not { } shape || new Parameter(parameter).IsRest || Callers.Argument(node).Call.Exists)
            {
                IsComplete = false;
                return;
            }

            var (place, isCalled) = (PlaceOf(parameter, shape), false);
            foreach (var call in project.Callers.CallsTo(function))
            {
                isCalled = true;
                if (call.Child(SyntaxKind.ArgumentList).ChildAt(place) is { Exists: true } argument && project.Options.Of(argument).Find(name) is { } option)
                    Follow(option.Value, depth + 1);
                else
                    IsComplete = false;
            }

            IsComplete &= isCalled;
        }

        /// <summary>The parameter of a callback: of a library's handle it is a connection of it; a function of the program says what it gives.</summary>
        private void FollowGivenTo(SyntaxNode taker, int argument, int parameter, int depth)
        {
            switch (project.Types.CalleeOf(taker))
            {
                case Callee.Library when taker.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && project.EffectsOf(project.Types.TypeOf(taker.FirstChild.FirstChild).NonNullish()).OfType<Effect.Handle>().Any():
                    Taken.Add(taker);
                    Follow(taker.FirstChild.FirstChild, depth + 1);
                    return;
                case Callee.InProgram { Signatures.IsEmpty: true, Functions: var functions }:
                    foreach (var function in functions)
                        FollowCallsOfParameter(function, argument, parameter, depth);
                    return;
                default:
                    IsComplete = false;
                    return;
            }
        }

        /// <summary>"async function withClient(work) { … await work(client) … }"</summary>
        private void FollowCallsOfParameter(SyntaxNode function, int taken, int parameter, int depth)
        {
            var isCalled = false;
            if (FunctionLike.From(function) is { } shape && shape.Parameters[taken] is { Exists: true } declared && project.Bindings.ModuleOf(function.Tree)?.SymbolOfDeclaration(declared) is { Exists: true } symbol)
            {
                foreach (var reference in symbol.References)
                {
                    if (reference.Parent.Is(SyntaxKind.CallExpression) && reference.Parent.FirstChild == reference)
                    {
                        isCalled = true;
                        Follow(reference.Parent.Child(SyntaxKind.ArgumentList).ChildAt(parameter), depth + 1);
                    }
                }
            }

            IsComplete &= isCalled;
        }

        private void FollowMember(SyntaxNode access, int depth)
        {
            var member = project.Types.SymbolOf(access);
            if (member.Exists && !member.IsMember)
            {
                FollowVariable(member, depth);
                return;
            }

            if (member.Exists && member.MemberOf.Is(SyntaxKind.ClassBody))
            {
                FollowField(member, depth);
                return;
            }

            if (access.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } given && project.Bindings.ModuleOf(access.Tree)?.LocalSymbolOf(given) is { Exists: true, IsAssignedOnce: true } parameter && parameter.Declaration.Is(SyntaxKind.Parameter))
            {
                FollowGivenMember(parameter.Declaration, parameter.Module.NameOf(access.ChildAt(1)), depth);
                return;
            }

            // "this.state.pool" where the object is written out somewhere.
            var options = project.Options.Of(access.FirstChild);
            var module = project.Bindings.ModuleOf(access.Tree);
            if (module is not null && options.Find(module.NameOf(access.ChildAt(1))) is { } option)
                Follow(option.Value, depth + 1);
            else
                IsComplete = false;
        }

        private void FollowField(Symbol field, int depth)
        {
            var declaration = field.Declaration;
            if (declaration.Kind is SyntaxKind.GetAccessor)
            {
                FollowReturns(declaration, default, depth);
                return;
            }

            var isKnown = false;
            if (declaration.Is(SyntaxKind.Parameter))
            {
                isKnown = true;
                FollowParameter(declaration, depth);
            }
            else if (declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
            {
                isKnown = true;
                Follow(initial, depth + 1);
            }

            foreach (var node in field.MemberOf.DescendantsAndSelf)
            {
                if (!node.Is(SyntaxKind.PropertyAccessExpression) || !node.FirstChild.Is(SyntaxKind.ThisKeyword) || field.Module.NameOf(node.ChildAt(1)) != field.Name)
                    continue;
                if (node.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals } assignment && assignment.FirstChild == node)
                {
                    isKnown = true;
                    FollowAssigned(node, depth);
                }
            }

            IsComplete &= isKnown;
        }

        private void FollowCall(SyntaxNode call, int depth)
        {
            if (IsMaking(call))
                return;
            switch (project.Types.CalleeOf(call))
            {
                case Callee.Library library when call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Acquires or Effect.Begins):
                    Taken.Add(call);
                    Follow(call.FirstChild.FirstChild, depth + 1);
                    return;
                case Callee.Library library when project.Effects.Of(library.Signature).OfType<Effect.Makes>().Any():
                    Made.Add(call);
                    return;
                case Callee.InProgram { Signatures.IsEmpty: true, Functions: var functions }:
                    foreach (var function in functions)
                        FollowReturns(function, call, depth);
                    return;
                default:
                    FollowProvided(call, depth);
                    return;
            }
        }

        /// <summary>"@Inject(CONNECTION) private readonly connection: () => Knex", and "this.connection()": what is provided is a function.</summary>
        private void FollowProvided(SyntaxNode call, int depth)
        {
            var isProvided = false;
            foreach (var value in project.Providers.ValuesAt(call.FirstChild))
            {
                isProvided = true;
                FollowReturns(value.Unwrapped(), default, depth);
            }

            IsComplete &= isProvided;
        }

        private void FollowReturns(SyntaxNode function, SyntaxNode call, int depth)
        {
            if (FunctionLike.From(function) is not { IsGenerator: false } shape || !shape.Body.Exists)
            {
                IsComplete = false;
                return;
            }

            if (shape.HasExpressionBody)
            {
                FollowReturned(shape.Body, function, shape, call, depth);
                return;
            }

            foreach (var statement in Inference.ReturnsOf(shape.Body))
            {
                if (statement.FirstChild.Exists)
                    FollowReturned(statement.FirstChild, function, shape, call, depth);
            }
        }

        /// <summary>"attach(pool)" that returns its parameter is the pool that it is given at this very call.</summary>
        private void FollowReturned(SyntaxNode value, SyntaxNode function, FunctionLike shape, SyntaxNode call, int depth)
        {
            var bare = value.Unwrapped();
            if (call.Exists && bare.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(function.Tree)?.LocalSymbolOf(bare) is { Exists: true } symbol && symbol.Is(SymbolFlags.Parameter))
            {
                var place = 0;
                foreach (var parameter in shape.Parameters)
                {
                    if (parameter == symbol.Declaration)
                    {
                        Follow(call.Child(SyntaxKind.ArgumentList).ChildAt(place), depth + 1);
                        return;
                    }

                    place++;
                }
            }

            Follow(value, depth + 1);
        }
    }
}
