using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <content>What links of query builders add to their statement.</content>
internal sealed partial class TagReader
{
    private Effect.Builds? ReadSql(SyntaxNode declaration)
    {
        if (IsType(declaration))
            return Expect("fragment") ? new(SqlClause.Fragment, [], "") : null;
        if (!IsFunction(declaration) && !IsOption(declaration))
        {
            Report("`@sql` stands on a function, method or property, `@sql fragment` also on a type");
            return null;
        }

        if (ReadWord("a clause") is not { } head)
            return null;
        SqlClause? clause = head switch
        {
            "select" => SqlClause.Select,
            "insert" => SqlClause.Insert,
            "update" => SqlClause.Update,
            "delete" => SqlClause.Delete,
            "from" => SqlClause.From,
            "join" => SqlClause.Join,
            "columns" => SqlClause.Columns,
            "where" => Take("anew") ? SqlClause.WhereAnew : SqlClause.Where,
            "or" => Take("fail") ? SqlClause.OrFail : Expect("where") ? SqlClause.OrWhere : null,
            "set" => SqlClause.Set,
            "values" => SqlClause.Values,
            "conflict" => SqlClause.Conflict,
            "do" => Take("nothing") ? SqlClause.DoNothing : Take("as") ? SqlClause.DoAs : Expect("update") ? SqlClause.DoUpdate : null,
            "order" => SqlClause.Order,
            "group" => SqlClause.Group,
            "limit" => SqlClause.Limit,
            "for" => SqlClause.For,
            "returning" => SqlClause.Returning,
            "fragment" => SqlClause.Fragment,
            "on" => SqlClause.On,
            "unless" => SqlClause.Unless,
            "save" => SqlClause.Save,
            "flush" => SqlClause.Flush,
            "builds" => SqlClause.Builds,
            "changed" => SqlClause.Changed,
            "changes" => SqlClause.Changes,
            "makes" => SqlClause.Makes,
            "along" => SqlClause.Along,
            "counts" => SqlClause.Counts,
            "nothing" => SqlClause.Nothing,
            "by" => SqlClause.By,
            _ => null,
        };
        if (clause is not { } found)
        {
            Report($"there is no clause `{head}`");
            return null;
        }

        if (found is SqlClause.Select or SqlClause.Insert or SqlClause.Update or SqlClause.Delete && !Take("from"))
            Take("into");
        var by = found is SqlClause.By ? ReadWord("an interface") : "";
        if (by is null || (by.Length > 0 && !IsInterface(declaration, by)))
            return null;
        var text = string.Join(' ', words[next..]);
        next = words.Length;
        return PartsOf(text, declaration) is { } parts ? new(found, parts, by) : null;
    }

    private ImmutableArray<SqlPart>? PartsOf(string text, SyntaxNode declaration)
    {
        var parts = ImmutableArray.CreateBuilder<SqlPart>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (open >= 0 && close < 0)
            {
                Report("a `{` has no `}`");
                return null;
            }

            if (open != at)
                parts.Add(new(open < 0 ? text[at..] : text[at..open], null));
            if (open < 0)
                break;
            if (SlotOf(text[(open + 1)..close].Split(':'), declaration) is not { } slot)
                return null;
            parts.Add(new("", slot));
            at = close + 1;
        }

        return parts.ToImmutable();
    }

    /// <summary>"0", "0.where:condition:Filter", "receiver:table", "0:sql:1+".</summary>
    private SqlSlot? SlotOf(string[] words, SyntaxNode declaration)
    {
        var source = words[0] switch { "receiver" => SlotSource.Receiver, "value" => SlotSource.Value, "column" => SlotSource.Column, "key" => SlotSource.Key, _ => SlotSource.Argument };
        var path = default(ArgumentPath);
        if (source is SlotSource.Argument)
        {
            if (PathOf(words[0], declaration) is not { } argument)
                return null;
            path = argument;
        }

        var kind = SlotKind.Value;
        if (words.Length > 1 && (!Enum.TryParse(words[1], ignoreCase: true, out kind) || words[1] != Kebab(kind.ToString())))
        {
            Report($"`{words[1]}` is no kind of slot: wants one of {string.Join(", ", Enum.GetValues<SlotKind>().Select(known => Kebab(known.ToString())))}");
            return null;
        }

        if (source is SlotSource.Column or SlotSource.Key)
            kind = SlotKind.Column;
        if (words.Length < 3)
            return new(source, path, kind, "", null);
        if (kind is SlotKind.Sql)
            return PathOf(words[2], declaration) is { } bindings ? new(source, path, kind, "", bindings) : null;
        return IsInterface(declaration, words[2]) ? new(source, path, kind, words[2], null) : null;
    }

    private bool IsInterface(SyntaxNode declaration, string name)
    {
        if (FindInterface(declaration, name))
            return true;
        Report($"no interface `{name}` in this file");
        return false;
    }
}
