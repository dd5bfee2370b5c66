using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Which files spell a name as an identifier, so that looking for a name costs as much as there are files that have it.</summary>
internal sealed class NameIndex
{
    private static readonly KindSet Identifiers = KindSet.Of(SyntaxKind.Identifier, SyntaxKind.PrivateIdentifier);

    private readonly ImmutableArray<Module> modules;

    /// <summary>By the number of a name: where its files begin in <see cref="files"/>.</summary>
    private readonly int[] starts;

    private readonly int[] files;

    public NameIndex(ImmutableArray<Module> modules, Workers workers)
    {
        this.modules = modules;
        var spelled = workers.Select(modules.Length, i => NamesIn(modules[i]));
        starts = new int[spelled.Max(names => names.Length == 0 ? 0 : names.Max()) + 2];
        foreach (var names in spelled)
        {
            foreach (var name in names)
                starts[name + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];

        files = new int[starts[^1]];
        var next = starts.AsSpan().ToArray();
        for (var file = 0; file < spelled.Length; file++)
        {
            foreach (var name in spelled[file])
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

    private static int[] NamesIn(Module module)
    {
        var names = new HashSet<int>();
        foreach (var node in module.Tree.NodesOf(Identifiers))
            names.Add(module.NameOf(node).Id);

        Workers.Step(names.Count);
        return [.. names];
    }
}
