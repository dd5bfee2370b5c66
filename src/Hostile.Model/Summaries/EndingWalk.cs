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

    /// <summary>The call that ends it; none when nothing does.</summary>
    public SyntaxNode Ended { get; private set; }

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
            Ended = call;
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
            Ended = call;
        else if (Adding.Contains(CallIndex.NameNode(call).Text) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && IsCollection(callee.FirstChild))
            Collected(callee.FirstChild, depth);
        else
            IsOutOfSight = true;
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
    }

    private void OfCollection(SyntaxNode call, int depth)
    {
        var name = CallIndex.NameNode(call).Text;
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
