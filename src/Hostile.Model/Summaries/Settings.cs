using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What a program asks its settings for by a path, <c>settings.get('database.client')</c>, where it registers them: <c>registerAs('database', () => ({ client: 'mysql2' }))</c>.</summary>
internal sealed class Settings(ProjectModel project)
{
    private readonly Lazy<ILookup<string, SyntaxNode>> registered = new(() => Of(project));

    /// <summary>The text that an expression always has, by itself or by the setting that it asks for; null when there is none, or several are registered.</summary>
    public string? StringOf(SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        if (!expression.Is(SyntaxKind.CallExpression))
            return project.Constants.StringOf(expression);
        if (project.Types.CalleeOf(expression) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Setting>().FirstOrDefault() is not { } setting
            || project.Constants.StringOf(project.ArgumentAt(expression, setting.Path)) is not { } path || path.Split('.') is not [var name, .. var keys] || registered.Value[name].ToList() is not [var settings])
            return null;
        foreach (var key in keys)
        {
            if (project.Options.Of(settings).Find(key) is not { IsCertain: true } option)
                return null;
            settings = option.Value;
        }

        return project.Constants.StringOf(settings);
    }

    private static ILookup<string, SyntaxNode> Of(ProjectModel project)
    {
        var found = new List<(string Name, SyntaxNode Settings)>();
        var symbols = project.Effects.SymbolsWith<Effect.Registers>(SymbolFlags.Function).ToHashSet();
        foreach (var call in symbols.Select(symbol => symbol.Name).Concat(project.Bindings.LocalNamesOf(symbols)).Distinct().SelectMany(project.Calls.CallsOf))
        {
            if (project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Registers>().FirstOrDefault() is { } registers
                && project.Constants.StringOf(project.ArgumentAt(call, registers.Name)) is { } name && FunctionLike.From(project.Constants.ValueOf(project.ArgumentAt(call, registers.Settings)).Unwrapped()) is { Body.Exists: true } made && Inference.ResultsOf(made).ToList() is [var settings])
                found.Add((name, settings));
        }

        return found.ToLookup(one => one.Name, one => one.Settings, StringComparer.Ordinal);
    }
}
