using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// The calls that register a listener: <c>emitter.on('error', …)</c>. By name, since what emits is often of a type that nobody knows; these are the names that every emitter has.
/// </summary>
internal static class Registrations
{
    private static readonly ImmutableArray<Name> Names = [Name.Of("on"u8), Name.Of("once"u8), Name.Of("addListener"u8), Name.Of("prependListener"u8), Name.Of("addEventListener"u8), Name.Of("prependOnceListener"u8)];

    /// <summary>The words for taking a listener away that emitters have in common.</summary>
    public static ImmutableArray<Name> RemovingNames { get; } = [Name.Of("off"u8), Name.Of("removeListener"u8), Name.Of("removeEventListener"u8), Name.Of("removeAllListeners"u8)];

    extension(ProjectModel project)
    {
        /// <summary>The calls of the program by which something may be registered, by name, file and position.</summary>
        public IEnumerable<SyntaxNode> RegisteringCalls => Names.SelectMany(project.Calls.CallsOf);

        /// <summary>Whether a call registers a listener for an event; an event whose name is not known, as in a loop over all of them, may be this one.</summary>
        public bool Registers(SyntaxNode call, string name) =>
            call.Is(SyntaxKind.CallExpression) && IsRegistering(CallName.Of(call)) && project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is var heard && (heard is null || heard == name);
    }

    /// <summary>Whether a method of this name registers a listener; all of them but `addEventListener`, which returns nothing, return the emitter.</summary>
    public static bool IsRegistering(SyntaxNode name) => name.Exists && Names.Any(one => name.TextIs(one.Bytes));
}
