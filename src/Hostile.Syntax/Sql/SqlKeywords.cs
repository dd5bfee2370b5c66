using System.Collections.Frozen;

namespace Hostile.Syntax.Sql;

/// <summary>Where PostgreSQL lets a keyword be a name.</summary>
internal enum KeywordCategory : byte
{
    /// <summary>Not a keyword.</summary>
    None,

    /// <summary>A name anywhere.</summary>
    Unreserved,

    /// <summary>A column or table, not a function.</summary>
    ColumnName,

    /// <summary>A function or type, not a column.</summary>
    TypeOrFunction,

    /// <summary>Only after <c>AS</c>.</summary>
    Reserved,
}

/// <summary>The keywords of PostgreSQL 18 with their categories, as its own scanner reports them.</summary>
internal static class SqlKeywords
{
    private const string Unreserved = """
            abort absent absolute access action add admin after aggregate also alter always asensitive assertion assignment at atomic attach
            attribute backward before begin breadth by cache call called cascade cascaded catalog chain characteristics checkpoint class close
            cluster columns comment comments commit committed compression conditional configuration conflict connection constraints content
            continue conversion copy cost csv cube current cursor cycle data database day deallocate declare defaults deferred definer delete
            delimiter delimiters depends depth detach dictionary disable discard document domain double drop each empty enable encoding
            encrypted enforced enum error escape event exclude excluding exclusive execute explain expression extension external family filter
            finalize first following force format forward function functions generated global granted groups handler header hold hour identity
            if immediate immutable implicit import include including increment indent index indexes inherit inherits inline input insensitive
            insert instead invoker isolation keep key keys label language large last leakproof level listen load local location lock locked
            logged mapping match matched materialized maxvalue merge method minute minvalue mode month move name names nested new next nfc nfd
            nfkc nfkd no normalized nothing notify nowait nulls object objects of off oids old omit operator option options ordinality others
            over overriding owned owner parallel parameter parser partial partition passing password path period plan plans policy preceding
            prepare prepared preserve prior privileges procedural procedure procedures program publication quote quotes range read reassign
            recursive ref referencing refresh reindex relative release rename repeatable replace replica reset restart restrict return returns
            revoke role rollback rollup routine routines rows rule savepoint scalar schema schemas scroll search second security sequence
            sequences serializable server session set sets share show simple skip snapshot source sql stable standalone start statement
            statistics stdin stdout storage stored strict string strip subscription support sysid system tables tablespace target temp
            template temporary text ties transaction transform trigger truncate trusted type types uescape unbounded uncommitted unconditional
            unencrypted unknown unlisten unlogged until update vacuum valid validate validator value varying version view views virtual
            volatile whitespace within without work wrapper write xml year yes zone
            """;

    private const string ColumnName = """
            between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int integer interval
            json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value
            least merge_action national nchar none normalize nullif numeric out overlay position precision real row setof smallint substring
            time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi
            xmlroot xmlserialize xmltable
            """;

    private const string TypeOrFunction = """
            authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left like natural notnull
            outer overlaps right similar tablesample verbose
            """;

    private const string Reserved = """
            all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create current_catalog
            current_date current_role current_time current_timestamp current_user default deferrable desc distinct do else end except false
            fetch for foreign from grant group having in initially intersect into lateral leading limit localtime localtimestamp not null
            offset on only or order placing primary references returning select session_user some symmetric system_user table then to trailing
            true union unique user using variadic when where window with
            """;

    /// <summary>Keywords that cannot be a column's label without <c>AS</c>.</summary>
    private const string NeverBareLabels = """
            array as char character create day except fetch filter for from grant group having hour intersect into limit minute month offset
            on order over overlaps precision returning second to union varying where window with within without year
            """;

    private static readonly FrozenDictionary<string, (string Word, KeywordCategory Category, bool IsBareLabel)> All = Build();

    private static readonly FrozenDictionary<string, (string Word, KeywordCategory Category, bool IsBareLabel)>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The keyword in lower case with its category, or an empty word.</summary>
    public static (string Word, KeywordCategory Category, bool IsBareLabel) Find(ReadOnlySpan<char> text)
    {
        const int longest = 17; // "current_timestamp"
        return text.Length <= longest && BySpan.TryGetValue(text, out var found) ? found : ("", KeywordCategory.None, true);
    }

    private static FrozenDictionary<string, (string Word, KeywordCategory Category, bool IsBareLabel)> Build()
    {
        var neverBare = Words(NeverBareLabels).ToHashSet();
        return new[]
            {
                (Unreserved, KeywordCategory.Unreserved), (ColumnName, KeywordCategory.ColumnName),
                (TypeOrFunction, KeywordCategory.TypeOrFunction), (Reserved, KeywordCategory.Reserved),
            }
            .SelectMany(group => Words(group.Item1).Select(word => (Word: string.Intern(word), Category: group.Item2)))
            .ToFrozenDictionary(k => k.Word, k => (k.Word, k.Category, !neverBare.Contains(k.Word)), StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
