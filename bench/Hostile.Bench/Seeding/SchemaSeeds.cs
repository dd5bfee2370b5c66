using System.Text;
using System.Text.RegularExpressions;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Seeding;

/// <summary>
/// Unique keys that code relies on: a function looks into a table, inserts because nothing is there, and takes the refusal of the second one as an answer. Without the key both rows stay. An ON CONFLICT that names the key's columns fails at once without
/// it, which the first test shows. The key goes from all
/// that declares it: SQL migrations, a Prisma schema, a Drizzle table.
/// </summary>
internal sealed partial class SchemaSeeds
{
    private readonly List<Key> keys = [];

    /// <summary>Primary keys over several columns, which stay: by the table's names.</summary>
    private readonly List<(HashSet<string> Tables, HashSet<string> Columns)> primary = [];

    public SchemaSeeds(IEnumerable<(string Path, byte[] Bytes)> schemas, IEnumerable<(string Path, SyntaxTree Tree)> trees)
    {
        foreach (var (path, bytes) in schemas)
        {
            var text = Encoding.UTF8.GetString(bytes);
            if (path.EndsWith(".prisma", StringComparison.Ordinal))
                AddPrisma(path, bytes, text);
            else
                AddSql(path, bytes, text);
        }

        foreach (var (path, tree) in trees)
        {
            var bytes = tree.Text.ToArray();
            if (Encoding.UTF8.GetString(bytes) is var text && text.Contains("pgTable(", StringComparison.Ordinal))
                AddDrizzle(path, bytes, text);
        }
    }

    /// <summary>The places of a file that rely on a key, and what takes the key away.</summary>
    public IEnumerable<(Seed Seed, List<Edit> Edits)> Find(SyntaxTree tree)
    {
        foreach (var node in Safeguard.Nodes(tree, SyntaxKind.CallExpression))
        {
            if (TableOf(node) is not { } table || Safeguard.InFunctionOf(node) is not { } function)
                continue;
            var around = Encoding.UTF8.GetString(tree.Text.Span[function.Start..function.End]);
            var before = Encoding.UTF8.GetString(tree.Text.Span[function.Start..Math.Max(function.Start, Safeguard.StatementOf(node).Span.Start)]);
            // Prisma's findUnique can only ask for a key: without one the program is none.
            if (!Refused().IsMatch(around) || !RowSeeds.LooksBefore(node, table) || before.Contains("findUnique", StringComparison.Ordinal) || Targeted().IsMatch(Safeguard.StatementOf(node).Text))
                continue;
            var look = before[Math.Max(0, before.IndexOf(table, StringComparison.OrdinalIgnoreCase))..];
            var relied = keys.Where(key => key.Tables.Contains(Plain(table)) && key.Columns.All(column => Regex.IsMatch(Plain(look), $@"(?<!\w){column}(?!\w)"))).ToList();
            if (relied.Count == 0)
                continue;
            var columns = relied[0].Columns;
            // Another key over what is inserted refuses the second all the same.
            var inserted = Plain(Safeguard.StatementOf(node).Text);
            if (relied.Exists(key => !key.Columns.SetEquals(columns)) || primary.Exists(key => key.Tables.Overlaps(relied[0].Tables) && !key.Columns.SetEquals(columns) && key.Columns.All(column => Regex.IsMatch(inserted, $@"(?<!\w){column}(?!\w)"))))
                continue;
            yield return (new(node.Span, [], Safeguard.StatementOf(node).Span, function), [.. keys.Where(key => key.Tables.Overlaps(relied[0].Tables) && key.Columns.SetEquals(columns)).Select(key => key.Edit)]);
        }
    }

    private static string? TableOf(SyntaxNode call)
    {
        if (PropertyAccess.From(CallExpression.From(call)!.Value.Callee) is not { } access)
            return null;
        if (access.Name.Text == "create" && PropertyAccess.From(access.Target) is { } model)
            return model.Name.Text;
        return RowSeeds.InsertedTableOf(call.Text) is { } table && !call.FirstChild.FirstChild.Text.Contains("insert", StringComparison.OrdinalIgnoreCase) ? table : null;
    }

    private void AddPrisma(string path, byte[] bytes, string text)
    {
        foreach (Match model in Model().Matches(text))
        {
            var body = model.Groups["body"];
            var tables = new HashSet<string> { Plain(model.Groups["name"].Value) };
            if (Regex.Match(body.Value, @"@@map\(""([^""]+)""\)") is { Success: true } map)
                tables.Add(Plain(map.Groups[1].Value));
            foreach (Match field in PrismaField().Matches(body.Value))
                Add(path, bytes, text, body.Index + field.Groups["key"].Index, field.Groups["key"].Length, "", tables, [field.Groups["column"].Value]);
            foreach (Match key in PrismaPrimary().Matches(body.Value))
                primary.Add((tables, [.. key.Groups["columns"].Value.Split(',').Select(column => Plain(column.Trim()))]));
            foreach (Match key in PrismaKey().Matches(body.Value))
                Add(path, bytes, text, body.Index + key.Index, key.Length, "", tables, key.Groups["columns"].Value.Split(','));
        }
    }

    private void AddSql(string path, byte[] bytes, string text)
    {
        foreach (Match index in SqlIndex().Matches(text))
            Add(path, bytes, text, index.Groups["key"].Index, index.Groups["key"].Length, "", [Plain(index.Groups["table"].Value)], index.Groups["columns"].Value.Split(','));
        foreach (Match key in SqlConstraint().Matches(text))
            Add(path, bytes, text, key.Groups["key"].Index, key.Groups["key"].Length, "CHECK (true)", [Plain(key.Groups["table"].Value)], key.Groups["columns"].Value.Split(','));
        foreach (Match table in SqlTable().Matches(text))
        {
            foreach (Match column in SqlColumn().Matches(table.Groups["body"].Value))
                Add(path, bytes, text, table.Groups["body"].Index + column.Groups["key"].Index, column.Groups["key"].Length, "", [Plain(table.Groups["table"].Value)], [column.Groups["column"].Value]);
            foreach (Match key in SqlPrimary().Matches(table.Groups["body"].Value))
                primary.Add(([Plain(table.Groups["table"].Value)], [.. key.Groups["columns"].Value.Split(',').Select(column => Plain(column.Trim()))]));
            foreach (Match key in SqlTableKey().Matches(table.Groups["body"].Value))
                Add(path, bytes, text, table.Groups["body"].Index + key.Index, key.Length, "CHECK (true)", [Plain(table.Groups["table"].Value)], key.Groups["columns"].Value.Split(','));
        }
    }

    private void AddDrizzle(string path, byte[] bytes, string text)
    {
        foreach (Match table in DrizzleTable().Matches(text))
        {
            var body = table.Groups["body"];
            HashSet<string> tables = [Plain(table.Groups["name"].Value), Plain(table.Groups["table"].Value)];
            foreach (Match column in DrizzleColumn().Matches(body.Value))
                Add(path, bytes, text, body.Index + column.Groups["key"].Index, column.Groups["key"].Length, "", tables, [column.Groups["column"].Value]);
            foreach (Match key in DrizzleKey().Matches(body.Value))
                Add(path, bytes, text, body.Index + key.Groups["key"].Index, key.Groups["key"].Length, "index", tables, key.Groups["columns"].Value.Split(',').Select(column => column.Split('.')[^1]));
        }
    }

    private void Add(string path, byte[] bytes, string text, int start, int length, string put, HashSet<string> tables, IEnumerable<string> columns)
    {
        var from = Encoding.UTF8.GetByteCount(text.AsSpan(0, start));
        var names = columns.Select(column => Plain(column.Trim().Split(' ')[0])).Where(column => column.Length > 0).ToHashSet();
        if (names.Count > 0)
            keys.Add(new(tables, names, new(path, bytes, new(from, from + Encoding.UTF8.GetByteCount(text.AsSpan(start, length))), Encoding.UTF8.GetBytes(put))));
    }

    /// <summary>A name, or a text, without what conventions differ in.</summary>
    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>A change of a file.</summary>
    internal sealed record Edit(string Path, byte[] Bytes, TextSpan Cut, byte[] Put);

    private sealed record Key(HashSet<string> Tables, HashSet<string> Columns, Edit Edit);

    [GeneratedRegex(@"P2002|23505|[uU]nique\w*(Constraint|Violation|Error)|isUnique\w*|ON\s+CONFLICT\s+DO|onConflictDoNothing\(\s*\)|UNIQUE_VIOLATION|duplicate key", RegexOptions.IgnoreCase)]
    private static partial Regex Refused();

    [GeneratedRegex(@"ON\s+CONFLICT\s*(\(|ON)|onConflict\w*\(\s*[^)\s]|\bupsert\b", RegexOptions.IgnoreCase)]
    private static partial Regex Targeted();

    [GeneratedRegex(@"^model\s+(?<name>\w+)\s*\{(?<body>[\s\S]*?)^\}", RegexOptions.Multiline)]
    private static partial Regex Model();

    [GeneratedRegex(@"^\s*(?<column>\w+)\s+\S+[^\n]*?(?<key>\s@unique(\([^)\n]*\))?)", RegexOptions.Multiline)]
    private static partial Regex PrismaField();

    [GeneratedRegex(@"@@unique\(\s*(fields:\s*)?\[(?<columns>[^\]]*)\][^\n]*")]
    private static partial Regex PrismaKey();

    [GeneratedRegex(@"@@id\(\s*(fields:\s*)?\[(?<columns>[^\]]*,[^\]]*)\]")]
    private static partial Regex PrismaPrimary();

    [GeneratedRegex(@"\bPRIMARY\s+KEY\s*\((?<columns>[^),]+,[^)]*)\)", RegexOptions.IgnoreCase)]
    private static partial Regex SqlPrimary();

    [GeneratedRegex(@"CREATE\s+(?<key>UNIQUE)\s+INDEX\s+(CONCURRENTLY\s+)?(IF\s+NOT\s+EXISTS\s+)?""?\w+""?\s+ON\s+(ONLY\s+)?(""?\w+""?\.)?""?(?<table>\w+)""?\s*(USING\s+\w+\s*)?\((?<columns>[\w"",\s]+)\)", RegexOptions.IgnoreCase)]
    private static partial Regex SqlIndex();

    [GeneratedRegex(@"ALTER\s+TABLE\s+(ONLY\s+)?(IF\s+EXISTS\s+)?(""?\w+""?\.)?""?(?<table>\w+)""?\s+ADD\s+CONSTRAINT\s+""?\w+""?\s+(?<key>UNIQUE\s*\((?<columns>[^)]*)\))", RegexOptions.IgnoreCase)]
    private static partial Regex SqlConstraint();

    [GeneratedRegex(@"CREATE\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?(""?\w+""?\.)?""?(?<table>\w+)""?\s*\((?<body>[\s\S]*?)\n\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex SqlTable();

    [GeneratedRegex(@"^\s*(?!CONSTRAINT|UNIQUE)""?(?<column>\w+)""?\s+[^,\n]*?(?<key>\bUNIQUE\b)(?!\s*\()", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex SqlColumn();

    [GeneratedRegex(@"\bUNIQUE\s*\((?<columns>[^)]*)\)", RegexOptions.IgnoreCase)]
    private static partial Regex SqlTableKey();

    [GeneratedRegex(@"\b(?<name>\w+)\s*=\s*pgTable\(\s*['""](?<table>\w+)['""](?<body>[\s\S]*?)\n[)}]", RegexOptions.None)]
    private static partial Regex DrizzleTable();

    [GeneratedRegex(@"^\s*(?<column>\w+):\s*(?:(?!^\s*\w+:\s)[\s\S]){0,400}?(?<key>\.unique\([^)\n]*\))", RegexOptions.Multiline)]
    private static partial Regex DrizzleColumn();

    [GeneratedRegex(@"\b(?<key>uniqueIndex|unique)\(\s*(['""]\w+['""])?,?\s*\)\s*\.on\((?<columns>[^)]*)\)")]
    private static partial Regex DrizzleKey();
}
