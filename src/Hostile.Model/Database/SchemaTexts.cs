using System.Collections.Immutable;
using Hostile.Syntax.Text;

namespace Hostile.Model.Database;

/// <summary>What files that are no code say of the database: <c>.sql</c> files in the order in which they are applied, and what schema files describe.</summary>
internal sealed record SchemaTexts(ImmutableArray<SourceText> Migrations, ImmutableArray<Table> Tables, ImmutableArray<Entity> Entities, ImmutableArray<EnumType> Enums)
{
    /// <summary>Code that is made from schema files and stands in none of the program's.</summary>
    public ImmutableArray<GeneratedCode> Generated { get; private init; } = [];

    public static SchemaTexts Of(IEnumerable<(string Path, ReadOnlyMemory<byte> Bytes)> files)
    {
        var texts = files.Where(file => IsOf(file.Path, ".sql") || IsOf(file.Path, ".prisma")).Select(file => new SourceText(file.Path, file.Bytes)).ToArray();
        var (tables, entities, enums) = ModelFile.Read(texts.Where(text => IsOf(text.Path, ".prisma")));
        return new(MigrationFiles.InOrder(texts), tables, entities, enums) { Generated = [.. texts.Where(text => IsOf(text.Path, ".prisma")).SelectMany(GeneratedCode.Of)] };
    }

    private static bool IsOf(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
