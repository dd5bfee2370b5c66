using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>What a call does with promises, when it is one of the language's own operations on them.</summary>
internal enum PromiseOperation
{
    /// <summary>None of the others.</summary>
    None,

    /// <summary><c>p.then(…)</c></summary>
    Then,

    /// <summary><c>p.catch(…)</c></summary>
    Catch,

    /// <summary><c>p.finally(…)</c></summary>
    Finally,

    /// <summary><c>Promise.all</c>, <c>any</c> or <c>race</c>: rejects when one of several does.</summary>
    Combine,

    /// <summary><c>Promise.allSettled(…)</c></summary>
    AllSettled,

    /// <summary><c>Promise.resolve(…)</c>: rejects when what it is given is a promise that does.</summary>
    Resolve,

    /// <summary><c>Promise.reject(…)</c></summary>
    Reject,

    /// <summary><c>Promise.try(…)</c></summary>
    Try,

    /// <summary><c>new Promise(…)</c></summary>
    New,
}

/// <summary>Tells the language's own operations on promises.</summary>
internal static class PromiseOperations
{
    extension(ProjectModel project)
    {
        /// <summary>The operation of a call or <c>new</c>. Of <c>x.then(…)</c> the receiver may be of an unknown type: the name says enough.</summary>
        public PromiseOperation PromiseOperationOf(SyntaxNode call)
        {
            var callee = call.FirstChild;
            if (call.Is(SyntaxKind.NewExpression))
                return callee.TextIs("Promise"u8) && IsGlobalPromise(project, callee) ? PromiseOperation.New : PromiseOperation.None;
            if (!call.Is(SyntaxKind.CallExpression) || !callee.Is(SyntaxKind.PropertyAccessExpression))
                return PromiseOperation.None;

            var name = callee.ChildAt(1);
            var operation = OfMethod(name);
            if (operation is not PromiseOperation.None)
                return project.ThenableOf(callee.FirstChild) is Thenable.Not ? PromiseOperation.None : operation;
            return callee.FirstChild.TextIs("Promise"u8) && IsGlobalPromise(project, callee.FirstChild) ? OfStatic(name) : PromiseOperation.None;
        }

        /// <summary>Whether an argument can take a rejection or a result: a function, or something of which nothing is known; not null, a number, or what only may be a function.</summary>
        public bool IsHandler(SyntaxNode argument)
        {
            if (!argument.Exists)
                return false;
            var type = project.Types.TypeOf(argument);
            // An object of an interface may be callable.
            return type.IsUnknown || type.Alternatives.All(alternative => alternative is LightType.Function or LightType.ClassConstructor or LightType.Instance);
        }

        /// <summary>The argument of a <c>.catch(h)</c>, or the second one of a <c>.then(f, h)</c>, that takes the rejection; none when it takes none.</summary>
        public SyntaxNode RejectionHandlerOf(SyntaxNode call)
        {
            var arguments = call.Child(SyntaxKind.ArgumentList);
            var handler = project.PromiseOperationOf(call) switch
            {
                PromiseOperation.Catch => arguments.FirstChild,
                PromiseOperation.Then => arguments.ChildAt(1),
                _ => default,
            };
            return project.IsHandler(handler) ? handler : default;
        }
    }

    private static PromiseOperation OfMethod(SyntaxNode name) =>
        name.TextIs("then"u8) ? PromiseOperation.Then : name.TextIs("catch"u8) ? PromiseOperation.Catch : name.TextIs("finally"u8) ? PromiseOperation.Finally : PromiseOperation.None;

    private static PromiseOperation OfStatic(SyntaxNode name)
    {
        if (name.TextIs("all"u8) || name.TextIs("any"u8) || name.TextIs("race"u8))
            return PromiseOperation.Combine;
        if (name.TextIs("allSettled"u8))
            return PromiseOperation.AllSettled;
        if (name.TextIs("resolve"u8))
            return PromiseOperation.Resolve;
        return name.TextIs("reject"u8) ? PromiseOperation.Reject : name.TextIs("try"u8) ? PromiseOperation.Try : PromiseOperation.None;
    }

    /// <summary>No declaration of the file's own hides the language's <c>Promise</c>.</summary>
    private static bool IsGlobalPromise(ProjectModel project, SyntaxNode identifier) =>
        identifier.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(identifier.Tree)?.LocalSymbolOf(identifier).Exists == false;
}
