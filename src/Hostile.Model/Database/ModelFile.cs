using System.Collections.Immutable;
using System.Text;
using Hostile.Syntax.Text;

namespace Hostile.Model.Database;

/// <summary>
/// Reads <c>.prisma</c> files: models, their fields and keys, and the names that <c>@map</c> gives them in the database. Files of one folder, and of those below it, are one schema.
/// What is not understood is left out; a model whose block does not end is not read.
/// </summary>
internal sealed class ModelFile
{
    private readonly List<Model> models = [];
    private readonly Dictionary<string, (string Name, Place Place, ImmutableArray<string> Labels)> enums = new(StringComparer.Ordinal);
    private string provider = "";

    private ModelFile()
    {
    }

    /// <summary>The tables and enums of schema files, and the entities by which programs call them.</summary>
    public static (ImmutableArray<Table> Tables, ImmutableArray<Entity> Entities, ImmutableArray<EnumType> Enums) Read(IEnumerable<SourceText> files)
    {
        var tables = ImmutableArray.CreateBuilder<Table>();
        var entities = ImmutableArray.CreateBuilder<Entity>();
        var enums = ImmutableArray.CreateBuilder<EnumType>();
        var schemas = InSchemas(files).Select(ReadSchema).ToList();
        // A schema for each database that the program can run on: PostgreSQL's counts. Where there is none, keys are keys whatever server keeps them.
        foreach (var read in schemas.Exists(IsOfPostgres) ? schemas.FindAll(IsOfPostgres) : schemas)
        {
            enums.AddRange(read.enums.Values.Select(found => new EnumType(new(null, found.Name), found.Labels, found.Place)));
            foreach (var model in read.models)
            {
                Workers.Step();
                var (table, entity) = read.Describe(model);
                tables.Add(table);
                entities.Add(entity);
            }
        }

        return (tables.ToImmutable(), entities.ToImmutable(), enums.ToImmutable());
    }

    private static ModelFile ReadSchema(IEnumerable<SourceText> files)
    {
        var read = new ModelFile();
        foreach (var file in files)
            read.ReadFile(file);
        return read;
    }

    private static bool IsOfPostgres(ModelFile schema) => schema.provider is "" or "postgresql" or "postgres" or "cockroachdb";

    /// <summary>The files by the highest folder that has any: a schema may be spread over files and folders.</summary>
    private static IEnumerable<IEnumerable<SourceText>> InSchemas(IEnumerable<SourceText> files)
    {
        var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        var folders = sorted.Select(file => FolderOf(file.Path)).Distinct().OrderBy(folder => folder.Length).ThenBy(folder => folder, StringComparer.Ordinal).ToArray();
        return sorted.GroupBy(file => folders.First(folder => folder.Length == 0 || FolderOf(file.Path) == folder || file.Path.StartsWith(folder + "/", StringComparison.Ordinal)));
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    /// <summary>A block's name and its lines with their offsets, those of attributes that go over several lines as one.</summary>
    private sealed record Model(string Name, Place Place, ImmutableArray<Field> Fields, ImmutableArray<Line> Attributes);

    private sealed record Field(string Name, string Type, bool IsList, bool IsOptional, string Attributes, Place Place);

    private sealed record Line(string Text, Place Place);

    private void ReadFile(SourceText file)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        var lines = Lines(text, file);
        for (var i = 0; i < lines.Count; i++)
        {
            var words = lines[i].Text.Split([' ', '\t', '{'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || words[0] is not ("model" or "enum" or "datasource" or "generator" or "view" or "type") || !lines[i].Text.Contains('{', StringComparison.Ordinal))
                continue;
            var end = lines.FindIndex(i + 1, line => line.Text.StartsWith('}'));
            if (end < 0)
                return;
            var body = lines.GetRange(i + 1, end - i - 1);
            switch (words[0])
            {
                case "model":
                    models.Add(new(words[1], lines[i].Place, [.. body.Select(FieldOf).OfType<Field>()], [.. body.Where(line => line.Text.StartsWith("@@", StringComparison.Ordinal))]));
                    break;
                case "enum":
                    var mapped = body.Where(line => line.Text.StartsWith("@@map(", StringComparison.Ordinal)).Select(line => TextIn(line.Text)).FirstOrDefault();
                    enums[words[1]] = (mapped ?? words[1], lines[i].Place, [.. body.Where(line => !line.Text.StartsWith('@')).Select(line => Attribute(line.Text, "@map") is { } map ? TextIn(map) ?? FirstWord(line.Text) : FirstWord(line.Text))]);
                    break;
                case "datasource":
                    provider = body.Where(line => FirstWord(line.Text) == "provider").Select(line => TextIn(line.Text)).FirstOrDefault() ?? provider;
                    break;
            }

            i = end;
        }
    }

    /// <summary>The lines without comments and without those that hold nothing.</summary>
    private static List<Line> Lines(string text, SourceText file)
    {
        var found = new List<Line>();
        var (start, offset) = (0, 0);
        var pending = "";
        var pendingAt = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var raw = text[start..end];
            var line = WithoutComment(raw);
            var trimmed = line.Trim();
            var at = offset + Encoding.UTF8.GetByteCount(raw.AsSpan(0, raw.Length - raw.TrimStart().Length));
            if (trimmed.Length > 0)
            {
                if (pending.Length == 0)
                    pendingAt = at;
                pending += (pending.Length == 0 ? "" : " ") + trimmed;
                // "@@unique([" goes on until its brackets are closed.
                if (!pending.StartsWith("model ", StringComparison.Ordinal) && Depth(pending) > 0 && pending.Length < 4096)
                    goto next;
                found.Add(new(pending, new(file, new(pendingAt, at + Encoding.UTF8.GetByteCount(trimmed)))));
                pending = "";
            }

        next:
            offset += Encoding.UTF8.GetByteCount(raw) + 1;
            start = end + 1;
        }

        return found;
    }

    private static int Depth(string text)
    {
        var (depth, quoted) = (0, false);
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (!quoted)
                depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
        }

        return depth;
    }

    private static string WithoutComment(string line)
    {
        var quoted = false;
        for (var i = 0; i + 1 < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (!quoted && line[i] == '/' && line[i + 1] == '/')
                return line[..i];
        }

        return line;
    }

    private static Field? FieldOf(Line line)
    {
        var words = line.Text.Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !(char.IsAsciiLetter(words[0][0]) || words[0][0] == '_'))
            return null;
        var type = words[1];
        // "Unsupported("vector(512)")?"
        var name = type.Split('(', '[', '?', '@')[0];
        return new(words[0], name, type.EndsWith("[]", StringComparison.Ordinal), type.EndsWith('?') || line.Text.Contains(")?", StringComparison.Ordinal), words.Length > 2 ? words[2] : "", line.Place);
    }

    private (Table, Entity) Describe(Model model)
    {
        var name = new TableName(Named(model, "@@schema"), Named(model, "@@map") ?? model.Name);
        var table = new Table(name, model.Place);
        var properties = ImmutableArray.CreateBuilder<EntityProperty>();
        foreach (var field in model.Fields)
        {
            if (models.Any(other => other.Name == field.Type))
            {
                var relation = Attribute(field.Attributes, "@relation");
                var own = relation is null ? [] : Names(Argument(relation, "fields") ?? "").Select(property => ColumnOf(model, property)).ToImmutableArray();
                properties.Add(new(field.Name, own is [var only] ? only : null, true, field.Type, field.Place));
                if (relation is null || own.IsEmpty)
                    continue;
                var other = models.First(other => other.Name == field.Type);
                table = table with
                {
                    ForeignKeys = table.ForeignKeys.Add(new(
                        TextIn(Argument(relation, "map") ?? "") ?? "", own, new(Named(other, "@@schema"), Named(other, "@@map") ?? other.Name),
                        [.. Names(Argument(relation, "references") ?? "").Select(property => ColumnOf(other, property))], NamingStyle.Snake(Argument(relation, "onDelete") ?? "").Replace('_', ' '), field.Place)),
                };
                continue;
            }

            var column = ColumnOf(model, field.Name);
            properties.Add(new(field.Name, column, false, "", field.Place));
            table = table with { Columns = table.Columns.Add(new(column, TypeOf(field), !field.IsOptional && !field.IsList, Has(field.Attributes, "@default") || Has(field.Attributes, "@updatedAt"), field.Place) { IsRenewed = Has(field.Attributes, "@updatedAt") }) };
            if (Has(field.Attributes, "@id"))
                table = WithKey(table, [column], true, $"{name.Name}_pkey", field.Place);
            if (Has(field.Attributes, "@unique"))
                table = WithKey(table, [column], false, TextIn(Argument(Attribute(field.Attributes, "@unique") ?? "", "map") ?? "") ?? $"{name.Name}_{column}_key", field.Place);
        }

        var keys = ImmutableArray.CreateBuilder<EntityKey>();
        foreach (var line in model.Attributes)
        {
            var kind = line.Text.Split('(')[0];
            if (kind is not ("@@id" or "@@unique"))
                continue;
            var arguments = Attribute(line.Text, kind) ?? "";
            var fields = Names(Argument(arguments, "fields") ?? FirstList(arguments));
            ImmutableArray<string> columns = [.. fields.Select(property => ColumnOf(model, property))];
            if (columns.IsEmpty)
                continue;
            if (Argument(arguments, "where") is not null)
            {
                table = table with { HasAllKeys = false };
                continue;
            }

            var isPrimary = kind == "@@id";
            table = WithKey(table, columns, isPrimary, TextIn(Argument(arguments, "map") ?? "") ?? (isPrimary ? $"{name.Name}_pkey" : $"{name.Name}_{string.Join('_', columns)}_key"), line.Place);
            keys.Add(new(TextIn(Argument(arguments, "name") ?? "") ?? string.Join('_', fields), columns));
        }

        return (table, new Entity(model.Name, name, model.Place) { Properties = properties.ToImmutable(), Keys = keys.ToImmutable(), IsComplete = true });
    }

    private static Table WithKey(Table table, ImmutableArray<string> columns, bool isPrimary, string name, Place place) => table with
    {
        UniqueKeys = table.UniqueKeys.Add(new(name, columns, [], null, isPrimary, false, false, false, place)),
        Columns = isPrimary ? [.. table.Columns.Select(column => columns.Contains(column.Name) ? column with { IsNotNull = true } : column)] : table.Columns,
    };

    private string TypeOf(Field field)
    {
        var type = Attribute(field.Attributes, "@db") is { } native ? native.Split('(')[0].ToLowerInvariant() : field.Type switch
        {
            "String" => "text",
            "Int" => "integer",
            "BigInt" => "bigint",
            "Float" => "double precision",
            "Decimal" => "numeric",
            "Boolean" => "boolean",
            "DateTime" => "timestamp",
            "Json" => "jsonb",
            "Bytes" => "bytea",
            var other => enums.TryGetValue(other, out var found) ? found.Name : "",
        };
        return field.IsList ? type + "[]" : type;
    }

    private static string ColumnOf(Model model, string property)
    {
        var name = property.Split('(')[0];
        return model.Fields.FirstOrDefault(field => field.Name == name) is { } field && Attribute(field.Attributes, "@map") is { } map ? TextIn(map) ?? name : name;
    }

    private static string? Named(Model model, string attribute) =>
        model.Attributes.Where(line => line.Text.StartsWith(attribute + "(", StringComparison.Ordinal)).Select(line => TextIn(line.Text)).FirstOrDefault();

    private static bool Has(string attributes, string name) => At(attributes, name) >= 0;

    private static int At(string attributes, string name)
    {
        for (var at = attributes.IndexOf(name, StringComparison.Ordinal); at >= 0; at = attributes.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var after = at + name.Length;
            if ((at == 0 || attributes[at - 1] is ' ' or ')' or '\t') && (after == attributes.Length || !char.IsAsciiLetterOrDigit(attributes[after])))
                return at;
        }

        return -1;
    }

    /// <summary>What stands in the brackets of an attribute, and behind its dot; null where it does not stand there.</summary>
    private static string? Attribute(string attributes, string name)
    {
        var at = At(attributes, name);
        if (at < 0)
            return null;
        var start = at + name.Length;
        if (start < attributes.Length && attributes[start] == '.')
            return attributes[(start + 1)..].Split(' ')[0];
        if (start >= attributes.Length || attributes[start] != '(')
            return "";
        var end = start;
        for (var (depth, quoted) = (0, false); end < attributes.Length; end++)
        {
            quoted ^= attributes[end] == '"';
            if (quoted)
                continue;
            depth += attributes[end] is '(' or '[' ? 1 : attributes[end] is ')' or ']' ? -1 : 0;
            if (depth == 0)
                break;
        }

        return attributes[(start + 1)..Math.Max(start + 1, end)];
    }

    /// <summary>The value of a named argument: a list with its brackets, or a word.</summary>
    private static string? Argument(string arguments, string name)
    {
        var at = arguments.IndexOf(name + ":", StringComparison.Ordinal);
        if (at < 0)
            return null;
        var value = arguments[(at + name.Length + 1)..].TrimStart();
        return value.StartsWith('[') ? FirstList(value) : value.Split(',', ')')[0].Trim();
    }

    private static string FirstList(string text)
    {
        var start = text.IndexOf('[', StringComparison.Ordinal);
        var end = text.IndexOf(']', StringComparison.Ordinal);
        return start >= 0 && end > start ? text[start..(end + 1)] : "";
    }

    private static ImmutableArray<string> Names(string list)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var part in list.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // "email(sort: Desc, length: 10)" is cut at its comma: what begins no name is the rest of one.
            if (!part.Contains(':', StringComparison.Ordinal) || part.Contains('(', StringComparison.Ordinal))
                names.Add(part.Split('(')[0].Trim());
        }

        return names.ToImmutable();
    }

    private static string FirstWord(string text) => text.Split([' ', '\t', '='], 2)[0];

    private static string? TextIn(string text)
    {
        var start = text.IndexOf('"', StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('"', start + 1);
        return end > start ? text[(start + 1)..end] : null;
    }
}
