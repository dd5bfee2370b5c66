using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Who writes the variables of a file and the fields of its classes. Each file is looked through once, when first asked about.</summary>
internal sealed class SharedWrites(ProjectModel project)
{
    private readonly ConcurrentDictionary<Module, Lazy<Dictionary<Key, List<Write>>>> known = new();

    /// <summary>
    /// A write of the place, or of a part of it, in another function of the same class or file: it can run while this one waits, even when this one never overlaps itself.
    /// Constructors do not count. Null when there is none.
    /// </summary>
    public OtherWriter? OtherThan(FunctionModel function, MemoryPlace place)
    {
        if (place.Root is not (PlaceRoot.Module or PlaceRoot.This))
            return null;
        var writes = known.GetOrAdd(function.Module, module => new(() => In(module))).Value;
        foreach (var write in writes.GetValueOrDefault(Key.Of(place)) ?? [])
        {
            Workers.Step();
            if (write.Writer != function && place.Holds(write.Place))
                return new(write.Writer, write.Place, write.Writer.PlaceOf(write.Target));
        }

        return null;
    }

    /// <summary>The writes of a file by what they may be parts of, in source order.</summary>
    private Dictionary<Key, List<Write>> In(Module module)
    {
        var found = new Dictionary<Key, List<Write>>();
        for (var index = 0; index < module.Tree.Count; index++)
        {
            Workers.Step();
            var target = AssignedValue.TargetOf(module.Tree[index]);
            if (!target.Exists || MemoryPlace.Of(target, module) is not { Root: PlaceRoot.Module or PlaceRoot.This } place)
                continue;
            if (project.FunctionAround(module.Tree[index]) is not { } writer || writer.Node.Kind is SyntaxKind.Constructor or SyntaxKind.SourceFile)
                continue;
            var write = new Write(writer, place, target);
            Add(Key.Of(place), write);
            // Whoever asks about the whole variable asks about its members too.
            if (place.Path.Length > 0)
                Add(Key.Of(place) with { Member = "" }, write);
        }

        return found;

        void Add(Key key, Write write)
        {
            if (!found.TryGetValue(key, out var list))
                found.Add(key, list = []);
            list.Add(write);
        }
    }

    private readonly record struct Write(FunctionModel Writer, MemoryPlace Place, SyntaxNode Target);

    /// <summary>A variable or a class, and the first member of the path from there.</summary>
    private readonly record struct Key(Symbol Variable, SyntaxNode Owner, string Member)
    {
        public static Key Of(MemoryPlace place)
        {
            var end = place.Path.AsSpan(Math.Min(1, place.Path.Length)).IndexOfAny('.', '[');
            return new(place.Variable, place.Owner, end < 0 ? place.Path : place.Path[..(end + 1)]);
        }
    }
}
