using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Objects that are made for a transaction: <c>await new Orders(tx).close(id)</c>. Where every call of a method is on such an object, the field that it was given is the transaction's
/// handle, and what the method begins on it is a savepoint of the same connection.
/// </summary>
internal static class BoundObjects
{
    /// <summary>Objects that make others, and methods that call each other.</summary>
    private const int Deepest = 4;

    /// <summary>Whether an expression is a field, <c>this.db</c>, of an object that is made for a transaction wherever the method around is called; in a function within the method, too.</summary>
    public static bool IsHandle(SyntaxNode field, ProjectModel project) => IsHandle(field, project, 0);

    /// <summary>Whether an expression begins with a variable at the top level of a file, <c>db.knex</c>: no transaction is given to that.</summary>
    public static bool IsOfFile(SyntaxNode value, ProjectModel project) =>
        value.Exists && MemberPath.RootOf(value) is { Kind: SyntaxKind.Identifier } name && project.Bindings.SymbolOf(name) is { Exists: true, IsModuleLevel: true };

    private static bool IsHandle(SyntaxNode value, ProjectModel project, int depth)
    {
        value = value.Unwrapped();
        if (depth > Deepest || !value.Exists || project.FunctionAround(value) is not { } function)
            return false;
        if (value.Is(SyntaxKind.Identifier))
            return project.Bindings.SymbolOf(value) is { Exists: true } symbol && ((IsCarried(symbol, function) && !MayBeLeftOut(symbol)) || IsGiven(symbol, project, depth));
        if (!value.Is(SyntaxKind.PropertyAccessExpression) || !value.FirstChild.Is(SyntaxKind.ThisKeyword))
            return false;
        return MethodAround(function) is { } method && PlaceOf(value.ChildAt(1).Text, method.Node.Parent) is >= 0 and var place && IsOnBound(method, place, project, depth + 1);
    }

    /// <summary>"find(id, trx?: Transaction)": a handle only where the caller gives one.</summary>
    private static bool MayBeLeftOut(Symbol symbol) => symbol.Declaration is { Kind: SyntaxKind.Parameter } parameter && (new Parameter(parameter).IsOptional || parameter.Child(SyntaxKind.Initializer).Exists);

    /// <summary>Whether a variable is the handle of a transaction in which the function, or one around it, runs.</summary>
    private static bool IsCarried(Symbol symbol, FunctionModel function)
    {
        for (var at = function; at is not null; at = at.Enclosing)
        {
            if (at.Project.Transactions.In(at).Any(scope => scope is { Form: ScopeForm.Callback or ScopeForm.Given, IsPresumed: false } && scope.Carriers.Holds(symbol)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a parameter is given a handle by all who call its function, and somebody does.</summary>
    private static bool IsGiven(Symbol symbol, ProjectModel project, int depth)
    {
        if (symbol.Declaration is not { Kind: SyntaxKind.Parameter } parameter || !symbol.Writes.IsEmpty || new Parameter(parameter) is not { IsRest: false, Place: var place } || project.FunctionOf(parameter.Parent.Parent) is not { } taker)
            return false;
        var isCalled = false;
        foreach (var call in project.Callers.CallsTo(taker))
        {
            isCalled = true;
            if (!IsHandle(CallArguments.At(call, place), project, depth + 1))
                return false;
        }

        return isCalled;
    }

    private static bool IsOnBound(FunctionModel method, int place, ProjectModel project, int depth)
    {
        var isCalled = false;
        foreach (var call in project.Callers.CallsTo(method))
        {
            if (depth > Deepest || !call.Is(SyntaxKind.CallExpression) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee)
                return false;
            isCalled = true;
            var owner = callee.FirstChild.Unwrapped();
            if (owner.Is(SyntaxKind.ThisKeyword))
            {
                // A method that calls itself says nothing new.
                if (MethodAround(project.FunctionAround(call)) is not { } caller || (caller != method && (caller.Node.Parent != method.Node.Parent || !IsOnBound(caller, place, project, depth + 1))))
                    return false;
                continue;
            }

            if (MadeBy(owner, project) is not { Exists: true } made || !IsHandle(CallArguments.At(made, place), project, depth + 1))
                return false;
        }

        return isCalled;
    }

    /// <summary>The method that a function is, or is written in; null outside of methods.</summary>
    private static FunctionModel? MethodAround(FunctionModel? function)
    {
        while (function is { Node.Kind: not SyntaxKind.MethodDeclaration })
            function = function.Enclosing;
        return function;
    }

    /// <summary>The <c>new</c> that makes an object: itself, or what a variable was given.</summary>
    private static SyntaxNode MadeBy(SyntaxNode owner, ProjectModel project)
    {
        if (owner.Is(SyntaxKind.NewExpression))
            return owner;
        return owner.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(owner) is { IsAssignedOnce: true } symbol && symbol.Declaration.Is(SyntaxKind.VariableDeclaration)
            && symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.NewExpression } made ? made : default;
    }

    /// <summary>Which argument of the constructor a field keeps, by its name: <c>constructor(private db: Database)</c>, <c>this.db = db</c>; negative when none does.</summary>
    private static int PlaceOf(string field, SyntaxNode body)
    {
        foreach (var parameter in FunctionShape.ConstructorOf(body) is { } constructor ? constructor.Parameters.ToArray() : [])
        {
            var view = new Parameter(parameter);
            if (view.Name.Is(SyntaxKind.Identifier) && view.Name.Text == field && !view.IsRest)
                return view.Place;
        }

        return -1;
    }
}
