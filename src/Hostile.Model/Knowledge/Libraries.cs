using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>Our knowledge of libraries: declaration files that are part of the program and bound like files under audit.</summary>
public static class Libraries
{
    private const string Prefix = "Knowledge.";

    private static readonly Lazy<ImmutableArray<Module>> Loaded = new(Load);

    /// <summary>All knowledge files, by name. Parsed and bound once in the life of the process.</summary>
    public static ImmutableArray<Module> All => Loaded.Value;

    /// <summary>Parses and binds one knowledge file.</summary>
    /// <param name="name">What the report calls it: <c>knowledge:pg</c>.</param>
    /// <param name="text">UTF-8.</param>
    public static Module Read(string name, ReadOnlyMemory<byte> text)
    {
        var tree = Parser.Parse(text, ScriptKind.Declaration);
        return Module.Bind(new SourceText(name, tree.Text, tree.Lines), tree, ModuleRoles.Declarations | ModuleRoles.Knowledge);
    }

    private static ImmutableArray<Module> Load()
    {
        var assembly = typeof(Libraries).Assembly;
        var modules = ImmutableArray.CreateBuilder<Module>();
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            modules.Add(Read($"knowledge:{resource[Prefix.Length..^".d.ts".Length]}", bytes));
        }

        return modules.ToImmutable();
    }
}
