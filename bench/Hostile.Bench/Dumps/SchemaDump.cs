using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Projects;

namespace Hostile.Bench.Dumps;

/// <summary><c>dump schema</c>: the tables of a repository's database with the place of each fact, how complete they are, and what stands for them in the program.</summary>
internal static class SchemaDump
{
    public static int Run(string folder) => On(folder, Print);

    /// <summary>Does something with the model of a repository, on a thread of a deep stack.</summary>
    public static int On(string folder, Action<ProjectModel> view)
    {
        return new Workers().Run(() =>
        {
            view(ModelOf(folder));
            return 0;
        });
    }

    private static ProjectModel ModelOf(string folder)
    {
        var program = FolderProgram.Read(folder);
        return ModelBuilder.Build(
            [.. program.Files.Select(file => new SourceFile(file.Path, file.Bytes, file.Kind == FileKind.Test ? ModuleRoles.Test : ModuleRoles.None))],
            program.Resolver.FileOf, versionOf: program.Versions.Of);
    }

    private static void Print(ProjectModel model)
    {
        var schema = model.Schema;
        foreach (var table in schema.Tables.OrderBy(table => table.Name.ToString(), StringComparer.Ordinal))
            Print(table);
        foreach (var entity in model.Entities.All)
            Console.WriteLine($"entity {entity.Name} is {entity.Table} ({entity.Place}): {(entity.IsComplete ? "" : "not all known: ")}{string.Join(", ", entity.Properties.Select(property => property.Name == property.Column ? property.Name : $"{property.Name}={property.Column ?? "-"}{(property.IsRelation ? $"→{property.Related}" : "")}"))}");
        Console.WriteLine($"{schema.Tables.Length} tables, {schema.Tables.Count(table => table.HasAllColumns)} with all columns and {schema.Tables.Count(table => table.HasAllKeys)} with all keys known; {schema.Tables.Sum(table => table.Columns.Length)} columns, {schema.Tables.Sum(table => table.UniqueKeys.Length)} unique keys, {schema.Tables.Sum(table => table.ForeignKeys.Length)} foreign keys; {model.Entities.All.Length} entities, {model.Entities.All.Count(entity => entity.Table.IsKnown)} with their table known{(schema.Unread is { } unread ? $"; may be changed by {unread}" : "")}");
    }

    private static void Print(Table table)
    {
        Console.WriteLine($"{table.Name} ({table.Place}){(table.HasAllColumns ? "" : " columns not all known")}{(table.HasAllKeys ? "" : " keys not all known")}");
        Console.WriteLine($"  {string.Join(", ", table.Columns.Select(column => $"{column.Name}{(column.Type == "" ? "" : $" {column.Type}")}{(column.IsNotNull ? "!" : "")}{(column.HasDefault ? "=" : "")}"))}");
        foreach (var key in table.UniqueKeys)
            Console.WriteLine($"  {(key.IsPrimary ? "primary" : "unique")} ({key.Describe()}){(key.NullsNotDistinct ? " nulls not distinct" : "")} {key.Name} ({key.Place})");
        foreach (var key in table.ForeignKeys)
            Console.WriteLine($"  ({string.Join(", ", key.Columns)}) references {key.References} ({string.Join(", ", key.ReferencedColumns)}){(key.OnDelete == "" ? "" : $" on delete {key.OnDelete}")} ({key.Place})");
        foreach (var exclusion in table.Exclusions)
            Console.WriteLine($"  exclude ({string.Join(", ", exclusion.Elements.Select(element => $"{element.Part} WITH {element.Operator}"))}) ({exclusion.Place})");
    }
}
