using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Services that put themselves into a registry under a key, <c>registry.register('crm', 'deal', this)</c>, and are asked for by the key, <c>registry.get('crm', 'deal').save(rows)</c>:
/// who asks under another key does not mean them. Keys are compared where both are known, parameter by parameter, by the names that the registry gives them.
/// </summary>
internal sealed class Registries(ProjectModel project)
{
    /// <summary>Keys that one service is registered under, so many.</summary>
    private const int MostKeys = 16;

    /// <summary>What is registered in more places is looked at no further.</summary>
    private const int MostRegistrations = 400;

    private readonly ConcurrentDictionary<(SyntaxNode Class, SyntaxNode Registry), ImmutableArray<SyntaxNode>> keys = new();

    /// <summary>
    /// Whether a way of calls asks a registry for another service than the one whose method it goes on to.
    /// </summary>
    /// <param name="call">The outermost call: what it gives decides over those behind it.</param>
    /// <param name="further">The calls that it leads to, outermost first.</param>
    /// <param name="last">The function that the last call leads to.</param>
    public bool IsOfAnother(SyntaxNode call, ImmutableList<SyntaxNode> further, SyntaxNode last)
    {
        if (!AskedFor(call).Exists && !further.Any(static inner => AskedFor(inner).Exists))
            return false;
        ImmutableArray<SyntaxNode> way = [call, .. further];
        for (var place = 0; place < way.Length; place++)
        {
            if (AskedFor(way[place]) is not { Exists: true } asked)
                continue;
            var method = place + 1 < way.Length ? FunctionShape.Enclosing(way[place + 1]) : last;
            // A call in a function within the method is the method's own.
            while (method.Exists && method.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.FunctionDeclaration)
                method = FunctionShape.Enclosing(method);
            if (method.Exists && method.Parent.Is(SyntaxKind.ClassBody) && project.FunctionCalled(asked) is { Exists: true } getter && getter.Parent.Is(SyntaxKind.ClassBody) && Looks(getter, "get"u8)
                && KeysOf(method.Parent.Parent, getter.Parent) is { IsDefaultOrEmpty: false } registered && registered.All(registration => Differs(registration, asked, getter, way, place)))
                return true;
        }

        return false;
    }

    /// <summary>The last question to a registry on a way of calls, <c>registry.get(kind).save(rows)</c>; none where there is none.</summary>
    /// <param name="call">The outermost call.</param>
    /// <param name="further">The calls that it leads to, outermost first.</param>
    public static SyntaxNode LastAsked(SyntaxNode call, ImmutableList<SyntaxNode> further) =>
        further.Select(AskedFor).LastOrDefault(static inner => inner.Exists) is { Exists: true } asked ? asked : AskedFor(call);

    /// <summary><c>registry.get(kind)</c> in <c>registry.get(kind).save(rows)</c>; none for all other calls.</summary>
    private static SyntaxNode AskedFor(SyntaxNode call) =>
        call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } asked && asked.Child(SyntaxKind.ArgumentList).FirstChild.Exists ? asked : default;

    /// <summary>Whether a method asks, or changes, a map of its object.</summary>
    private static bool Looks(SyntaxNode method, ReadOnlySpan<byte> name)
    {
        foreach (var node in FunctionShape.BodyOf(method).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && node.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } access && access.ChildAt(1).TextIs(name) && access.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression, FirstChild.Kind: SyntaxKind.ThisKeyword })
                return true;
        }

        return false;
    }

    /// <summary>The calls by which objects of a class put themselves into a registry; default when somebody else may do so for them.</summary>
    private ImmutableArray<SyntaxNode> KeysOf(SyntaxNode service, SyntaxNode registry) => keys.GetOrAdd((service, registry), static (key, self) => self.FindKeys(key.Class, key.Registry), this);

    private ImmutableArray<SyntaxNode> FindKeys(SyntaxNode service, SyntaxNode registry)
    {
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        var count = 0;
        foreach (var method in registry.Children)
        {
            if (!method.Is(SyntaxKind.MethodDeclaration) || !Looks(method, "set"u8) || project.FunctionOf(method) is not { } function)
                continue;
            foreach (var call in project.Callers.CallsTo(function))
            {
                if (++count > MostRegistrations || !GivesItself(call))
                    return default;
                if (call.Ancestor(SyntaxKind.ClassBody).Parent == service)
                    found.Add(call);
            }
        }

        return found.Count <= MostKeys ? found.ToImmutable() : default;
    }

    private static bool GivesItself(SyntaxNode call)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Unwrapped().Is(SyntaxKind.ThisKeyword))
                return true;
        }

        return false;
    }

    /// <summary>Whether one part of the key is known on both sides, and another on each.</summary>
    private bool Differs(SyntaxNode registration, SyntaxNode asked, SyntaxNode getter, ImmutableArray<SyntaxNode> way, int place)
    {
        if (FunctionLike.From(project.FunctionCalled(registration)) is not { } setter || FunctionLike.From(getter) is not { } shape)
            return false;
        for (var index = 0; shape.Parameters[index] is { Exists: true } parameter; index++)
        {
            var under = ParameterNamed(setter, new Parameter(parameter).Name);
            if (under.Exists && project.Constants.StringOf(CallArguments.At(registration, new Parameter(under).Place)) is { } own && TextOf(CallArguments.At(asked, index), way, place) is { } wanted && !own.Trim().Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static SyntaxNode ParameterNamed(FunctionLike function, SyntaxNode name)
    {
        for (var index = 0; function.Parameters[index] is { Exists: true } parameter; index++)
        {
            if (new Parameter(parameter).Name.TextIs(name.Bytes))
                return parameter;
        }

        return default;
    }

    /// <summary>The text of an argument, also where it is a parameter that the calls before it on the way are given.</summary>
    private string? TextOf(SyntaxNode argument, ImmutableArray<SyntaxNode> way, int place)
    {
        argument = argument.Unwrapped();
        while (argument.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(argument) is { Exists: true } symbol && symbol.Is(SymbolFlags.Parameter))
        {
            if (!symbol.Writes.IsEmpty || symbol.Declaration is not { Kind: SyntaxKind.Parameter } parameter || --place < 0 || !Leads(way[place], parameter.Parent.Parent))
                return null;
            argument = CallArguments.At(way[place], new Parameter(parameter).Place).Unwrapped();
        }

        return argument.Exists ? project.Constants.StringOf(argument) : null;
    }

    private bool Leads(SyntaxNode call, SyntaxNode function) => project.Types.CalleeOf(call) is Callee.InProgram program && program.Functions.Contains(function);
}
