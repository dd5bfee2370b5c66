using System.Collections.Immutable;
using Hostile.Model.Database;

namespace Hostile.Model.Summaries;

/// <summary>The schema from all that tells of it: migrations, schema files, and what the program describes in its own language.</summary>
internal static class DeclaredSchema
{
    public static Schema Of(ProjectModel project, SchemaTexts texts)
    {
        var migrated = Schema.Read(texts.Migrations.Select(SchemaSource.Of));
        var entities = project.Entities;
        var description = new TableDescription(project.PlaceOf, node => entities.Of(node)?.Table is { IsKnown: true } table ? table : null);
        var declared = entities.Described.Where(found => found.Entity.Table.IsKnown).Select(found => description.Read(found.Piece, found.Entity.Table));
        return migrated.With([.. declared, .. texts.Tables], texts.Enums);
    }
}
