namespace Hostile.Model.Database;

/// <summary>
/// Which migrations belong to one database. Folders that make the same table belong to different ones; a folder that changes tables which another makes belongs to that one.
/// As long as no two folders make one table, all are one database.
/// </summary>
internal static class MigrationFolders
{
    /// <summary>The sources by database, each in the order given.</summary>
    public static List<List<SchemaSource>> Split(IReadOnlyList<SchemaSource> sources)
    {
        var folders = sources.GroupBy(source => FolderOf(source.Path)).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        if (folders.Count < 2)
            return [[.. sources]];
        var made = folders.ToDictionary(folder => folder.Key, folder => TablesOf(folder.Value), StringComparer.Ordinal);
        var makers = made.SelectMany(folder => folder.Value.Where(table => table.IsMade).Select(table => (table.Name, Folder: folder.Key))).ToLookup(pair => pair.Name, pair => pair.Folder);
        if (makers.All(table => table.Take(2).Count() < 2))
            return [[.. sources]];

        // A folder alone is a database; one that only changes tables goes to the nearest that makes them.
        var home = folders.Keys.ToDictionary(folder => folder, folder => folder, StringComparer.Ordinal);
        foreach (var (folder, tables) in made.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var others = tables.Where(table => !table.IsMade).SelectMany(table => makers[table.Name]).Where(other => other != folder).Distinct().ToList();
            if (others.Count > 0 && tables.Where(table => table.IsMade).All(table => others.All(other => !makers[table.Name].Contains(other))))
                home[folder] = others.OrderByDescending(other => Shared(other, folder)).ThenBy(other => other, StringComparer.Ordinal).First();
        }

        string Root(string folder)
        {
            for (var left = folders.Count; left > 0 && home[folder] != folder; left--)
                folder = home[folder];
            return folder;
        }

        return [.. sources.GroupBy(source => Root(FolderOf(source.Path))).Select(group => group.ToList())];
    }

    /// <summary>How much of the way two paths go together, in folders.</summary>
    public static int Shared(string left, string right)
    {
        var (a, b) = (left.Split('/'), right.Split('/'));
        var shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared])
            shared++;
        return shared;
    }

    private static List<(TableName Name, bool IsMade)> TablesOf(List<SchemaSource> sources)
    {
        var builder = new SchemaBuilder();
        foreach (var source in sources)
            builder.Apply(source);
        return [.. builder.EverSeen.Select(seen => (seen.Key, seen.Value))];
    }

    /// <summary>The folder of a file; of one that has a folder for itself, the folder of those.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash < 0)
            return "";
        var name = path[(slash + 1)..];
        var folder = path[..slash];
        var isAlone = name.StartsWith("migration.", StringComparison.Ordinal) || name.StartsWith("up.", StringComparison.Ordinal) || name.StartsWith("index.", StringComparison.Ordinal);
        return isAlone && folder.LastIndexOf('/') is >= 0 and var above ? folder[..above] : folder;
    }
}
