using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Follows something that was opened to whatever ends it: through variables, fields, collections and functions.</summary>
internal sealed class EndingWalk(ProjectModel project, Opened what) : ObjectWalk(project)
{
    private static readonly HashSet<string> Adding = ["set", "add", "push", "unshift"];

    private static readonly HashSet<string> Taking = ["get", "pop", "shift", "at", "find", "values", "entries"];

    private readonly HashSet<Symbol> collections = [];

    /// <summary>Whether what is looked at was taken out of a collection.</summary>
    private bool isTaken;

    /// <summary>The call that ends it; none when nothing does.</summary>
    public SyntaxNode Ended { get; private set; }

    /// <summary>The call that ends what is taken out of a collection it was put into; none when nothing does.</summary>
    public SyntaxNode EndedInStore { get; private set; }

    /// <summary>The call after which it no longer keeps the process alive; none when there is none.</summary>
    public SyntaxNode Unrefed { get; private set; }

    protected override bool IsDone => Ended.Exists && (Unrefed.Exists || what is not Opened.Timer);

    protected override void Member(SyntaxNode access, int depth)
    {
        var call = access.Parent;
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild != access)
        {
            // "const end = stream.destroy"
            IsOutOfSight |= !call.Is(SyntaxKind.ExpressionStatement) && Project.Types.TypeOf(access) is LightType.Function;
            return;
        }

        var effects = Project.Types.CalleeOf(call) is Callee.Library library ? Project.Effects.Of(library.Signature) : [];
        if (Project.Endings.EndsReceiver(call))
            End(call);
        else if (effects.Any(effect => effect is Effect.Unrefs))
            Unrefed = call;
        // What reads or writes a stream ends it with its data.
        else if (what is Opened.Stream && !effects.Any(effect => effect is Effect.Listens))
            IsOutOfSight = true;
        // "timer.unref().ref()", "stream.on(…).on(…)": the same object again.
        if (Project.Types.TypeOf(call) == Project.Types.TypeOf(access.FirstChild))
            Value(call, depth);
    }

    protected override void GivenAway(SyntaxNode call, SyntaxNode argument, int place, int depth)
    {
        if (Project.Endings.EndsArgument(call, place))
            End(call);
        else if (Adding.Contains(CallName.Of(call).Text) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && (IsCollection(callee.FirstChild) || Project.Stores.At(call) is { Kind: StoreKind.Entry }))
            Collected(callee.FirstChild, depth);
        // "console.log('timer', this.timer)" writes it down.
        else if (!LogCalls.Has(call))
            IsOutOfSight = true;
    }

    protected override void Disposed(SyntaxNode declarations) => End(declarations);

    private void End(SyntaxNode call)
    {
        Ended = call;
        if (isTaken)
            EndedInStore = call;
    }

    protected override void LoopedOver(SyntaxNode loop, int depth)
    {
        if (what is Opened.Stream)
        {
            IsOutOfSight = true;
            return;
        }

        var module = Project.Bindings.ModuleOf(loop.Tree)!;
        foreach (var node in loop.FirstChild.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && (module.LocalSymbolOf(node) is { Exists: true } variable || (node.Parent.Kind is SyntaxKind.VariableDeclaration or SyntaxKind.BindingElement && module.SymbolOfDeclaration(node.Parent) is { Exists: true } declared && (variable = declared).Exists)))
            {
                foreach (var reference in variable.References)
                    Value(reference, depth + 1);
            }
        }
    }

    private bool IsCollection(SyntaxNode receiver)
    {
        var type = Project.Types.TypeOf(receiver).NonNullish();
        return type is LightType.Array or LightType.Tuple or LightType.Instance { Symbol.Module.IsBuiltIn: true };
    }

    /// <summary>It is an element now: whatever is taken out of the collection may be it.</summary>
    private void Collected(SyntaxNode collection, int depth)
    {
        var bare = collection.Unwrapped();
        var symbol = bare.Is(SyntaxKind.Identifier) ? Project.Bindings.SymbolOf(bare) : Project.Types.SymbolOf(bare);
        if (!symbol.Exists)
        {
            IsOutOfSight = true;
            return;
        }

        if (!collections.Add(symbol))
            return;
        var before = isTaken;
        isTaken = true;
        Disposed(symbol, depth);
        foreach (var mention in Project.Mentions.Of(symbol))
        {
            var outer = mention.Wrapped();
            var parent = outer.Parent;
            if (parent.Is(SyntaxKind.PropertyAccessExpression) && parent.FirstChild == outer && parent.Parent.Is(SyntaxKind.CallExpression))
                OfCollection(parent.Parent, depth);
            else if (parent.Is(SyntaxKind.ElementAccessExpression) && parent.FirstChild == outer)
                Value(parent, depth + 1);
            else if (parent.Is(SyntaxKind.ForOfStatement))
                LoopedOver(parent, depth + 1);
            else if (parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.SpreadElement or SyntaxKind.ReturnStatement or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.Initializer)
                IsOutOfSight = true;
        }

        isTaken = before;
    }

    /// <summary>"new LRUCache({ dispose: (pool) => pool.end() })": what the collection itself does with what it lets go.</summary>
    private void Disposed(Symbol collection, int depth)
    {
        var made = collection.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (!made.Is(SyntaxKind.NewExpression) || made.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is not { Kind: SyntaxKind.ObjectLiteralExpression } options)
            return;
        foreach (var option in options.Children)
        {
            var callback = option.Is(SyntaxKind.PropertyAssignment) ? option.ChildAt(1).Unwrapped() : option;
            if (FunctionLike.From(callback) is not { } shape || !shape.Parameters[0].Exists)
                continue;
            foreach (var reference in Project.Bindings.ModuleOf(callback.Tree)!.SymbolOfDeclaration(shape.Parameters[0]).References)
                Value(reference, depth + 1);
        }
    }

    private void OfCollection(SyntaxNode call, int depth)
    {
        var name = CallName.Of(call).Text;
        if (Taking.Contains(name))
            Value(call, depth + 1);
        if (name is not ("forEach" or "map"))
            return;
        var callback = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        if (FunctionLike.From(callback) is { } shape)
        {
            foreach (var parameter in shape.Parameters)
            {
                foreach (var reference in Project.Bindings.ModuleOf(callback.Tree)!.SymbolOfDeclaration(parameter).References)
                    Value(reference, depth + 1);
            }
        }
        else
        {
            // "timers.forEach(clearTimeout)"
            IsOutOfSight = true;
        }
    }
}
