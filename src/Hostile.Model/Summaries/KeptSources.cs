using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A stream that holds a file or a connection and is piped to an answer, whose client may go away.</summary>
/// <param name="Call">The call of <c>pipe</c>.</param>
/// <param name="Source">The stream, as it stands there.</param>
/// <param name="Made">What opens it, or where it comes from; the stream itself where that is not seen.</param>
/// <param name="SeenTo">What hears that the client has gone, or takes the stream to end it; none when nothing does.</param>
public sealed record KeptSource(SyntaxNode Call, SyntaxNode Source, SyntaxNode Made, SyntaxNode SeenTo);

/// <summary>
/// Finds streams that stay open when the client of the answer they are piped to goes away: <c>pipe</c> lets go of its source and does not destroy it. What is made in memory holds nothing, and is left out.
/// </summary>
internal static class KeptSources
{
    private static readonly Name PipeName = Name.Of("pipe"u8);

    /// <summary>How functions are called that end the one stream with the other, or hear of its end.</summary>
    private static readonly HashSet<string> Ending = ["pipeline", "finished", "onFinished", "eos", "pump", "addAbortSignal"];

    /// <summary>How members are called that give what a server sends.</summary>
    private static readonly HashSet<string> Bodies = ["body", "Body"];

    /// <summary>All of the program but for tests and pages, by file and position.</summary>
    public static IEnumerable<KeptSource> All(ProjectModel project)
    {
        foreach (var call in project.Calls.CallsOf(PipeName).OrderBy(project.PlaceOf))
        {
            if (!call.Is(SyntaxKind.CallExpression) || !call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) || project.Bindings.ModuleOf(call.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module))
                continue;
            var destination = CallArguments.At(call, 0).Unwrapped();
            if (!destination.Exists || !IsAnswer(project, destination))
                continue;
            var source = SourceOf(call.FirstChild.FirstChild);
            var made = MakerOf(project, source);
            if (Holds(project, source, made))
                yield return new(call, source, made.Exists ? made : source, SeenTo(project, call, source));
        }
    }

    private static bool IsAnswer(ProjectModel project, SyntaxNode stream) =>
        project.Types.TypeOf(stream).NonNullish().Alternatives.Any(type => project.EffectsOf(type).Any(effect => effect is Effect.Answers));

    /// <summary>Where the data begins: <c>a</c> of <c>a.on('error', f).pipe(zip).pipe(response)</c>.</summary>
    private static SyntaxNode SourceOf(SyntaxNode receiver)
    {
        var at = receiver.Unwrapped();
        while (at.Is(SyntaxKind.CallExpression) && at.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && at.FirstChild.ChildAt(1) is var name && (name.TextIs("pipe"u8) || Registrations.IsRegistering(name)))
            at = at.FirstChild.FirstChild.Unwrapped();
        return at;
    }

    /// <summary>What a variable was given, where it is given one thing only; else the expression itself. Of what is waited for, the call.</summary>
    private static SyntaxNode MakerOf(ProjectModel project, SyntaxNode source)
    {
        var made = source;
        if (made.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(made) is { Exists: true, Declaration.Kind: SyntaxKind.VariableDeclaration or SyntaxKind.BindingElement } variable)
        {
            if (variable.Declaration.Is(SyntaxKind.BindingElement))
                return default;
            var initial = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild;
            if (initial.Exists && !variable.IsAssignedOnce)
                return default;
            made = initial.Exists ? initial.Unwrapped() : variable.Writes is [var only] ? AssignedValue.Of(only).Unwrapped() : default;
        }

        return made;
    }

    /// <summary>Whether the stream holds a file or a connection: it says so itself, it is what a call opens, or it was waited for or taken out of an answer.</summary>
    private static bool Holds(ProjectModel project, SyntaxNode source, SyntaxNode made)
    {
        var call = made.Is(SyntaxKind.AwaitExpression) ? made.FirstChild.Unwrapped() : made;
        if (project.OpeningAt(call) is { What: Opened.Stream or Opened.File })
            return true;
        var type = project.Types.TypeOf(source).NonNullish();
        var effects = project.EffectsOf(type);
        // The request ends with its answer.
        if (effects.Any(effect => effect is Effect.Opens))
            return type is LightType.Instance { Symbol: var symbol } && (symbol.Module.Roles & ModuleRoles.Knowledge) != 0 && !project.Effects.Of(symbol).IsEmpty && !IsHandedWithAnswer(project, source);
        // What is read and written is a transformation in memory.
        var reads = effects.OfType<Effect.Completes>().FirstOrDefault();
        if (reads is null ? !type.IsUnknown : reads.Events.Contains("finish"))
            return false;
        if (made.Is(SyntaxKind.PropertyAccessExpression))
            return reads is not null ? !IsMadeHere(project, made) : Bodies.Contains(made.ChildAt(1).Text);
        if (!call.Is(SyntaxKind.CallExpression))
            return false;
        return project.Types.CalleeOf(call) switch
        {
            Callee.Library => false,
            Callee.InProgram { Functions.IsEmpty: false } => false,
            _ => made.Is(SyntaxKind.AwaitExpression),
        };
    }

    /// <summary>"this.stream.pipe(response)" of a stream that the class makes is its own affair.</summary>
    private static bool IsMadeHere(ProjectModel project, SyntaxNode access) => access.FirstChild.Is(SyntaxKind.ThisKeyword) || project.Types.SymbolOf(access) is { Exists: true, Declaration.Kind: SyntaxKind.PropertyDeclaration };

    private static bool IsHandedWithAnswer(ProjectModel project, SyntaxNode source)
    {
        if (!source.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(source) is not { Exists: true, Declaration: { Kind: SyntaxKind.Parameter } parameter } || project.Bindings.ModuleOf(parameter.Tree) is not { } module)
            return false;
        foreach (var other in FunctionLike.From(FunctionShape.Enclosing(parameter)) is { } shape ? shape.Parameters.ToArray() : [])
        {
            if (other != parameter && module.LocalSymbolOf(new Parameter(other).Name) is { Exists: true } beside && beside.References.Any(reference => IsAnswer(project, reference)))
                return true;
        }

        return false;
    }

    /// <summary>A listener that hears of the client's end, or a call that takes the stream and may see to it, anywhere in the handler.</summary>
    private static SyntaxNode SeenTo(ProjectModel project, SyntaxNode pipe, SyntaxNode source)
    {
        var outermost = FunctionShape.Enclosing(pipe);
        while (FunctionShape.Enclosing(outermost) is { Exists: true } around && !around.Is(SyntaxKind.SourceFile))
            outermost = around;
        foreach (var node in outermost.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.CallExpression) || CallName.Of(node) is not { Exists: true } name)
                continue;
            if (Registrations.IsRegistering(name) && project.Constants.StringOf(CallArguments.At(node, 0)) is "close" or "aborted" or "abort" && !(node.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && SourceOf(node.FirstChild.FirstChild).Bytes.SequenceEqual(source.Bytes)))
                return node;
            if (Ending.Contains(name.Text))
                return node;
            if (!name.TextIs("pipe"u8) && !Registrations.IsRegistering(name) && source.Is(SyntaxKind.Identifier) && node.Child(SyntaxKind.ArgumentList).Children.ToArray().Any(argument => argument.Unwrapped() is { Kind: SyntaxKind.Identifier } given && given.Bytes.SequenceEqual(source.Bytes)))
                return node;
        }

        return default;
    }
}
