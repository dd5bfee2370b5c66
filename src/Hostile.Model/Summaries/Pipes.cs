using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A <c>source.pipe(destination)</c>, and which of the two have a listener for 'error'.</summary>
/// <param name="Call">The call of <c>pipe</c>.</param>
/// <param name="Source">The stream that is read.</param>
/// <param name="Destination">The stream that is written.</param>
/// <param name="Unheard">The one that nobody listens to and whose error is thrown where nobody can catch it.</param>
public sealed record Pipe(SyntaxNode Call, SyntaxNode Source, SyntaxNode Destination, SyntaxNode Unheard);

/// <summary>Finds pipes without error listeners. Only streams that the function itself makes are judged: of one that is handed in, whoever handed it in may listen.</summary>
internal static class Pipes
{
    /// <summary>All of the program but for tests, by file and position.</summary>
    public static IEnumerable<Pipe> All(ProjectModel project)
    {
        // A stream in the middle is written by one call and read by the next: one fault.
        var told = new HashSet<Symbol>();
        foreach (var call in project.Calls.CallsOf(Name.Of("pipe"u8)))
        {
            if (!call.Is(SyntaxKind.CallExpression) || !call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) || project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            var source = Origin(call.FirstChild.FirstChild);
            var destination = Origin(call.Child(SyntaxKind.ArgumentList).FirstChild);
            // "listener on the destination only" crashes as well as none does: each stream's error is its own.
            var unheard = IsUnheard(project, source, call) ? source : !IsTakenOver(project, call) && IsUnheard(project, destination, call) ? destination : default;
            if (unheard.Exists && (!unheard.Is(SyntaxKind.Identifier) || told.Add(project.Bindings.SymbolOf(unheard))))
                yield return new(call, source, destination, unheard);
        }
    }

    /// <summary>The stream at the beginning of a chain: <c>a</c> of <c>a.on('end', f).pipe(b)</c>; of <c>a.pipe(b).pipe(c)</c> it is <c>b</c>.</summary>
    private static SyntaxNode Origin(SyntaxNode expression)
    {
        var at = expression.Unwrapped();
        while (at.Is(SyntaxKind.CallExpression) && at.FirstChild.Is(SyntaxKind.PropertyAccessExpression))
        {
            var name = at.FirstChild.ChildAt(1);
            if (name.TextIs("pipe"u8))
                return Origin(at.Child(SyntaxKind.ArgumentList).FirstChild);
            if (!Registrations.IsRegistering(name))
                break;
            at = at.FirstChild.FirstChild.Unwrapped();
        }

        return at;
    }

    private static bool IsUnheard(ProjectModel project, SyntaxNode stream, SyntaxNode pipe)
    {
        if (!project.EffectsOf(project.Types.TypeOf(stream).NonNullish()).OfType<Effect.EmitsError>().Any(emits => emits.Unheard is Unheard.Crash))
            return false;
        var made = stream;
        if (stream.Is(SyntaxKind.Identifier))
        {
            var symbol = project.Bindings.SymbolOf(stream);
            if (!symbol.Exists || !symbol.Declaration.Is(SyntaxKind.VariableDeclaration))
                return false;
            made = symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            foreach (var reference in symbol.References)
            {
                if (IsListenedTo(project, reference) || IsListenedToAsDestination(project, reference) || IsHandedOn(reference))
                    return false;
            }
        }

        // "createReadStream(path)": what opens something can fail; a transformation in memory hardly does.
        return made.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(made) is Callee.Library library && (library.Signature.Is(SyntaxKind.FunctionDeclaration) || project.Effects.Of(library.Signature).Any(effect => effect is Effect.Opens { What: Opened.Stream }))
            && !IsListenedTo(project, made) && made != pipe;
    }

    /// <summary>Walks up a chain of calls on the stream: <c>s.on('end', f).on('error', g)</c>.</summary>
    private static bool IsListenedTo(ProjectModel project, SyntaxNode stream)
    {
        var at = stream.Wrapped();
        while (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at && at.Parent.Parent.Is(SyntaxKind.CallExpression))
        {
            var name = at.Parent.ChildAt(1);
            var call = at.Parent.Parent;
            if (name.TextIs("pipe"u8))
                return false;
            if (project.Registers(call, "error"))
                return true;
            at = call.Wrapped();
        }

        return false;
    }

    /// <summary><c>source.pipe(stream).on('error', f)</c>: what <c>pipe</c> returns is its destination.</summary>
    private static bool IsListenedToAsDestination(ProjectModel project, SyntaxNode reference) =>
        Callers.Argument(reference) is { Call: { Kind: SyntaxKind.CallExpression } call, Place: 0 } && CallName.Of(call).TextIs("pipe"u8) && IsListenedTo(project, call);

    /// <summary>Whether the destination, which is what <c>pipe</c> returns, goes to somebody who may listen: <c>const lines = isPacked ? source.pipe(createGunzip()) : source; createInterface({ input: lines })</c>.</summary>
    private static bool IsTakenOver(ProjectModel project, SyntaxNode pipe)
    {
        var at = pipe.Wrapped();
        while (at.Parent.Is(SyntaxKind.ConditionalExpression) && at.Parent.FirstChild != at)
            at = at.Parent.Wrapped();
        if (IsHandedOn(at))
            return true;
        return at.Parent.Is(SyntaxKind.Initializer) && at.Parent.Parent is { Kind: SyntaxKind.VariableDeclaration } declaration && project.Bindings.ModuleOf(pipe.Tree)?.SymbolOfDeclaration(declaration) is { Exists: true } variable
            && variable.References.Any(reference => IsListenedTo(project, reference) || IsListenedToAsDestination(project, reference) || IsHandedOn(reference));
    }

    /// <summary>Given to something other than <c>pipe</c>: a <c>pipeline</c>, a function that may listen.</summary>
    private static bool IsHandedOn(SyntaxNode reference)
    {
        var outer = reference.Wrapped();
        return outer.Parent.Kind switch
        {
            SyntaxKind.ArgumentList => !CallName.Of(outer.Parent.Parent).TextIs("pipe"u8),
            SyntaxKind.ReturnStatement or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.ArrayLiteralExpression or SyntaxKind.ForOfStatement => true,
            SyntaxKind.BinaryExpression => outer.Parent.FirstChild != outer,
            _ => false,
        };
    }
}
