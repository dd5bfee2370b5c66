using Hostile.Model.Database;

namespace Hostile.Model.Summaries;

/// <summary>The schema from all that tells of it: migrations, schema files, and what the program describes in its own language.</summary>
internal static class DeclaredSchema
{
    public static Schema Of(ProjectModel project, SchemaTexts texts)
    {
        var programs = new Migrations(project);
        var migrations = texts.Migrations.Select(SchemaSource.Of).Concat(programs.Sources());
        var migrated = Schema.Read(migrations.OrderBy(source => source.Path, Comparer<string>.Create(MigrationFiles.Compare)).Concat(programs.Offered()));
        var entities = project.Entities;
        var description = new TableDescription(project.PlaceOf, node => entities.Of(node)?.Table is { IsKnown: true } table ? table : null);
        var declared = entities.Described.Where(found => found.Entity.Table.IsKnown).Select(found => description.Read(found.Piece, found.Entity.Table));
        return migrated.With([.. declared, .. texts.Tables], texts.Enums);
    }
}
