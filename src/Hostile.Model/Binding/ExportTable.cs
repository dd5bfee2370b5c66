using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Binding;

/// <summary>How something is exported.</summary>
internal enum ExportKind : byte
{
    /// <summary><c>export { local as name }</c></summary>
    Local,
    /// <summary><c>export default function …</c>: the symbol is known.</summary>
    DefaultSymbol,
    /// <summary><c>export default expression</c></summary>
    Default,
    /// <summary><c>export = expression</c>, <c>module.exports = expression</c></summary>
    Equals,
    /// <summary><c>exports.name = expression</c></summary>
    Expression,
    /// <summary><c>export { imported as name } from 'x'</c></summary>
    From,
    /// <summary><c>export * as name from 'x'</c></summary>
    Namespace,
    /// <summary><c>export * from 'x'</c></summary>
    All,
}

/// <summary>One export as the binder noted it.</summary>
/// <param name="Kind">How it is exported.</param>
/// <param name="Name">The name others import it by; none for <c>default</c>, <c>=</c> and <c>*</c>.</param>
/// <param name="Scope">The scope it stands in: 0 for the file, else that of a <c>declare module</c> block.</param>
/// <param name="Node">The local name, the exported expression, or the statement.</param>
/// <param name="Extra">The node of the module specifier, or the symbol.</param>
internal readonly record struct Export(ExportKind Kind, Name Name, int Scope, int Node, int Extra);

/// <summary>What a file, or a <c>declare module</c> block in one, exports by its own text. <see cref="Bindings"/> follows re-exports.</summary>
public sealed class ExportTable
{
    private readonly Dictionary<Name, Export> byName = [];
    private readonly Lazy<Dictionary<Name, Symbol>> declared;

    internal ExportTable(Module module, int scope, ImmutableArray<Export> exports)
    {
        Module = module;
        ScopeIndex = scope;
        declared = new(Declared);
        var stars = ImmutableArray.CreateBuilder<Export>();
        foreach (var export in exports)
        {
            if (export.Scope != scope)
                continue;

            switch (export.Kind)
            {
                case ExportKind.All:
                    stars.Add(export);
                    break;
                case ExportKind.Default or ExportKind.DefaultSymbol:
                    Default ??= export;
                    break;
                case ExportKind.Equals:
                    Whole ??= export;
                    break;
                default:
                    byName.TryAdd(export.Name, export);
                    break;
            }
        }

        Stars = stars.ToImmutable();
    }

    public Module Module { get; }

    /// <summary>For <c>declare module 'x'</c> the name in the quotes; none for a file.</summary>
    public Name AmbientName => ScopeIndex == 0 ? default : Name.Of(new StringLiteral(Scope.Node.Child(SyntaxKind.StringLiteral)).Utf8);

    /// <summary>The scope whose exported names it holds.</summary>
    public Scope Scope => new(Module, ScopeIndex);

    /// <summary>The names exported by the text itself, without <c>default</c> and without those of <c>export *</c>.</summary>
    public IEnumerable<Name> Names
    {
        get
        {
            foreach (var name in byName.Keys)
                yield return name;
            foreach (var symbol in Scope.Symbols())
            {
                if (IsExported(symbol))
                    yield return symbol.Name;
            }
        }
    }

    internal int ScopeIndex { get; }

    internal Export? Default { get; }

    internal Export? Whole { get; }

    internal ImmutableArray<Export> Stars { get; }

    internal Export? Find(Name name) => byName.TryGetValue(name, out var export) ? export : null;

    /// <summary>The exported symbol of that name in the scope itself.</summary>
    internal Symbol FindDeclared(Name name) => declared.Value.GetValueOrDefault(name);

    /// <summary>Whether an expression is what the file exports, as a whole or under a name: <c>export default async () => …</c>, <c>exports.run = function () { … }</c>.</summary>
    internal bool HasValue(SyntaxNode expression)
    {
        return Is(Default) || Is(Whole) || byName.Values.Any(export => Is(export));

        bool Is(Export? export) => export is { Kind: ExportKind.Default or ExportKind.Equals or ExportKind.Expression } found && Module.Tree[found.Node].Wrapped() == expression;
    }

    /// <summary>Whether it exports the name by its own text.</summary>
    internal bool Says(Name name) => byName.ContainsKey(name) || declared.Value.ContainsKey(name);

    public override string ToString() => ScopeIndex == 0 ? Module.Path : $"{Module.Path}#{AmbientName}";

    private Dictionary<Name, Symbol> Declared()
    {
        var names = new HashSet<Name>();
        var found = new Dictionary<Name, Symbol>();
        foreach (var symbol in Scope.Symbols())
        {
            if (names.Add(symbol.Name) && IsExported(symbol))
                found.Add(symbol.Name, symbol);
        }

        return found;
    }

    /// <summary>In an ambient module that exports nothing by name everything is exported.</summary>
    private bool IsExported(Symbol symbol) => symbol.Is(SymbolFlags.Exported) || (ScopeIndex != 0 && !symbol.Is(SymbolFlags.Import));
}
