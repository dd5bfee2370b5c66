using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Which files spell a name as an identifier, so that looking for a name costs as much as there are files that have it.</summary>
internal sealed class NameIndex
{
    private readonly ImmutableArray<Module> modules;

    /// <summary>By the number of a name: where its files begin in <see cref="files"/>.</summary>
    private readonly int[] starts;

    private readonly int[] files;

    public NameIndex(ImmutableArray<Module> modules, Workers workers)
    {
        this.modules = modules;
        workers.Each(modules.Length, i => Workers.Step(modules[i].Names.Length));
        starts = new int[modules.Max(module => module.Names is [.., var last] ? last : 0) + 2];
        foreach (var module in modules)
        {
            foreach (var name in module.Names)
                starts[name + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];

        files = new int[starts[^1]];
        var next = starts.AsSpan().ToArray();
        for (var file = 0; file < modules.Length; file++)
        {
            foreach (var name in modules[file].Names)
                files[next[name]++] = file;
        }
    }

    /// <summary>The identifiers of the program that spell a name, by file and position.</summary>
    public IEnumerable<SyntaxNode> Spelled(Name name)
    {
        if (!name.Exists || name.Id + 1 >= starts.Length)
            yield break;
        var text = name.Bytes.ToArray();
        for (var at = starts[name.Id]; at < starts[name.Id + 1]; at++)
        {
            foreach (var identifier in modules[files[at]].Tree.IdentifiersSpelled(text))
                yield return identifier;
        }
    }
}
