using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Who writes the variables of a file and the fields of its classes. Each file is looked through once, when first asked about.</summary>
internal sealed class SharedWrites(ProjectModel project)
{
    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.DeleteExpression, SyntaxKind.CallExpression, SyntaxKind.BinaryExpression, SyntaxKind.PrefixUnaryExpression, SyntaxKind.PostfixUnaryExpression);

    /// <summary>How many writes of a place are looked at for one question. A place with more writers was written by a program, and each of them asks about all others.</summary>
    private const int MostChanges = 64;

    private readonly ConcurrentDictionary<(FunctionModel Function, MemoryPlace Place), OtherWriter?> others = new();
    private readonly ConcurrentDictionary<Module, Lazy<Dictionary<Key, List<Write>>>> known = new();

    /// <summary>
    /// A write of the place, or of a part of it, in another function of the same class or file: it can run while this one waits, even when this one never overlaps itself.
    /// Constructors do not count. Null when there is none.
    /// </summary>
    public OtherWriter? OtherThan(FunctionModel function, MemoryPlace place) => others.GetOrAdd((function, place), static (asked, self) => self.FindOther(asked.Function, asked.Place), this);

    private OtherWriter? FindOther(FunctionModel function, MemoryPlace place)
    {
        if (place.Root is not (PlaceRoot.Module or PlaceRoot.This))
            return null;
        var writes = known.GetOrAdd(function.Module, module => new(() => In(module))).Value;
        foreach (var write in writes.GetValueOrDefault(Key.Of(place)) ?? [])
        {
            Workers.Step();
            if (write.Call is null && write.Writer != function && place.Holds(write.Place))
                return new(write.Writer, write.Place, write.Writer.PlaceOf(write.Target));
        }

        return null;
    }

    /// <summary>
    /// What other functions of the same class or file do to a place, or to the collection that it holds, in source order: assignments, and calls of the collection's methods.
    /// </summary>
    public IEnumerable<SharedChange> ChangesOf(FunctionModel function, MemoryPlace place)
    {
        if (place.Root is not (PlaceRoot.Module or PlaceRoot.This or PlaceRoot.Captured) || ModuleOf(place) is not { } home)
            yield break;
        foreach (var write in (known.GetOrAdd(home, module => new(() => In(module))).Value.GetValueOrDefault(Key.Of(place)) ?? []).Take(MostChanges))
        {
            Workers.Step();
            if (write.Writer == function || !place.Holds(write.Place))
                continue;
            if (write.Call is null)
                yield return new(write.Writer, write.IsEmptied ? StoreAction.Removes : StoreAction.Writes, write.Place, write.Target, write.Place == place);
            else if (project.Stores.At(write.Call.Value) is { Kind: StoreKind.Entry } store)
                yield return new(write.Writer, store.Action, write.Place, write.Call.Value, !store.Key.Exists);
        }
    }

    private Module? ModuleOf(MemoryPlace place) => place.Root is PlaceRoot.This ? project.Bindings.ModuleOf(place.Owner.Tree) : place.Variable.Exists ? place.Variable.Module : null;

    /// <summary>The writes of a file by what they may be parts of, in source order.</summary>
    private Dictionary<Key, List<Write>> In(Module module)
    {
        var found = new Dictionary<Key, List<Write>>();
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            Workers.Step();
            var target = node.Is(SyntaxKind.DeleteExpression) ? node.FirstChild : AssignedValue.TargetOf(node);
            SyntaxNode? call = null;
            if (!target.Exists && ReceiverOfStore(node, module) is { Exists: true } receiver)
                (target, call) = (receiver, node);
            if (!target.Exists || MemoryUses.PlaceOf(target, module) is not { Root: PlaceRoot.Module or PlaceRoot.This or PlaceRoot.Captured } place)
                continue;
            if (project.FunctionAround(node) is not { } writer || writer.Node.Kind is SyntaxKind.Constructor or SyntaxKind.SourceFile)
                continue;
            var write = new Write(writer, place, target, call, call is null && (node.Is(SyntaxKind.DeleteExpression) || IsEmpty(AssignedValue.Of(target))));
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

    /// <summary>"cache" of "cache.delete(key)"; none for calls that do nothing to a collection, by their name.</summary>
    private SyntaxNode ReceiverOfStore(SyntaxNode node, Module module) =>
        node.Is(SyntaxKind.CallExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && project.Stores.MayBe(module.NameOf(callee.ChildAt(1))) ? callee.FirstChild.Unwrapped() : default;

    /// <summary>Nothing, or a collection with nothing in it.</summary>
    internal static bool IsEmpty(SyntaxNode value)
    {
        value = value.Exists ? value.Unwrapped() : value;
        return value.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword || value.TextIs("undefined"u8)
            || (value.Kind is SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression && !value.FirstChild.Exists)
            || (value.Is(SyntaxKind.NewExpression) && value.FirstChild.Text is "Map" or "Set" or "Array" or "WeakMap" && !value.Child(SyntaxKind.ArgumentList).FirstChild.Exists);
    }

    private readonly record struct Write(FunctionModel Writer, MemoryPlace Place, SyntaxNode Target, SyntaxNode? Call, bool IsEmptied);

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

/// <summary>What a function does to memory that others use, too.</summary>
/// <param name="Function">The function.</param>
/// <param name="Action">What it does.</param>
/// <param name="Place">To what.</param>
/// <param name="Node">Where.</param>
/// <param name="IsWhole">Whether it means all of the place, not an entry or a part of it.</param>
public sealed record SharedChange(FunctionModel Function, StoreAction Action, MemoryPlace Place, SyntaxNode Node, bool IsWhole);
