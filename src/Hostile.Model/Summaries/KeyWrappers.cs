using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A function of the program that does one thing to one key of a server: <c>const fetchOtp = async (id) => JSON.parse(await redis.get(`otp:${id}`))</c>.</summary>
/// <param name="Inner">What it does.</param>
/// <param name="KeyPlace">Which of its parameters the key is made of.</param>
/// <param name="ValuePlace">Which of them the value is made of; negative when it writes none.</param>
internal sealed record KeyWrapper(StoreCall Inner, int KeyPlace, int ValuePlace)
{
    /// <summary>The same as whoever calls the function sees it.</summary>
    public StoreCall? At(SyntaxNode call)
    {
        var arguments = call.Child(SyntaxKind.ArgumentList);
        return arguments.ChildAt(KeyPlace) is { Exists: true } key
            ? Inner with { Call = call, Key = key, Value = ValuePlace >= 0 ? arguments.ChildAt(ValuePlace) : default, Receiver = default }
            : null;
    }
}

/// <summary>Finds such functions. One that does several things to keys is none: what it is for, its name says, and nobody reads that.</summary>
internal static class KeyWrappers
{
    /// <summary>A key is a short text.</summary>
    private const int LongestKey = 200;

    /// <summary>All of the program but for tests, by function.</summary>
    public static Dictionary<SyntaxNode, KeyWrapper> In(ProjectModel project)
    {
        var found = new Dictionary<SyntaxNode, KeyWrapper?>();
        var files = new Dictionary<Module, bool>();
        foreach (var call in project.Stores.KeyNames.SelectMany(project.Calls.CallsOf))
        {
            Workers.Step();
            var module = project.Bindings.ModuleOf(call.Tree)!;
            // Its names are those of every map: types are asked for only in files that speak of the server.
            if (!files.TryGetValue(module, out var speaks))
                files[module] = speaks = !module.Roles.HasFlag(ModuleRoles.Test) && (module.Source.Bytes.Span.IndexOf("edis"u8) >= 0 || module.Source.Bytes.Span.IndexOf("EDIS"u8) >= 0);
            if (!speaks || project.FunctionAround(call) is not { IsTopLevel: false, Node: var function } || project.Stores.At(call) is not { Kind: StoreKind.Key, IsByShape: false, Action: StoreAction.Reads or StoreAction.Writes or StoreAction.Removes } store)
                continue;
            found[function] = found.ContainsKey(function) ? null : Read(project, module, function, store);
        }

        return found.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
    }

    private static KeyWrapper? Read(ProjectModel project, Module module, SyntaxNode function, StoreCall store)
    {
        if (!store.Key.Exists || Written(module, store.Key) is not { Exists: true } key || key.Span.Length > LongestKey || ParameterOf(module, function, key) is not ( >= 0 and var place, var name))
            return null;
        var value = -1;
        // "markSent(id)" writes the same each time.
        if (store.Action is StoreAction.Writes && (!store.Value.Exists || (!IsMark(store.Value) && (ParameterOf(module, function, Written(module, store.Value)) is not ( >= 0 and var given, _) || (value = given) == place))))
            return null;
        // Whoever is told that it was there already decides by that: no plain write.
        if (store.OnlyIfAbsent)
            return null;
        return new(store with { Space = key.Is(SyntaxKind.Identifier) ? "" : key.Text.Replace(name, "{}", StringComparison.Ordinal) }, place, value);
    }

    /// <summary>A text, a number, true, or the time: that something is done, and nothing of what was read.</summary>
    private static bool IsMark(SyntaxNode value)
    {
        value = value.Unwrapped();
        return value.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword
            || value.Bytes.SequenceEqual("Date.now()"u8) || value.Bytes.SequenceEqual("Date.now().toString()"u8) || value.Bytes.SequenceEqual("String(Date.now())"u8);
    }

    /// <summary>The expression itself, or what a constant of the function was made of.</summary>
    private static SyntaxNode Written(Module module, SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        return expression.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(expression) is { Exists: true, IsModuleLevel: false, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration }
            && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial ? initial.Unwrapped() : expression;
    }

    /// <summary>The only parameter of a function that an expression is made of, by place and name; a negative place where there is none, or several, or other variables of the function.</summary>
    private static (int Place, string Name) ParameterOf(Module module, SyntaxNode function, SyntaxNode expression)
    {
        var (found, name) = (-1, "");
        foreach (var node in expression.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(node) is not { Exists: true, IsModuleLevel: false, IsMember: false } symbol || symbol.Is(SymbolFlags.Import))
                continue;
            var place = FunctionShape.PlaceOf(symbol.Declaration, function);
            if (place < 0 || (found >= 0 && found != place))
                return (-1, "");
            (found, name) = (place, node.Text);
        }

        return (found, name);
    }
}
