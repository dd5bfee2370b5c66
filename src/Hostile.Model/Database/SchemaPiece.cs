using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>A table, a column or a key as a program describes it with calls, decorators and options, before names are given to what has none. Filled while it is read.</summary>
internal sealed class SchemaPiece(SchemaNoun noun, SyntaxNode node)
{
    public SchemaNoun Noun { get; set; } = noun;

    public SchemaVerb Verb { get; init; }

    /// <summary>What describes it.</summary>
    public SyntaxNode Node { get; } = node;

    /// <summary>The member of the class or of the object that it belongs to; null for what has none.</summary>
    public string? Property { get; set; }

    public string? Name { get; set; }

    /// <summary>Whether it has a name that could not be read.</summary>
    public bool IsNameUnknown { get; set; }

    public string? Schema { get; set; }

    /// <summary>What the library calls the model; of a table.</summary>
    public string? Entity { get; set; }

    /// <summary>What the same chain of calls describes before it.</summary>
    public SchemaPiece? Previous { get; set; }

    /// <summary>The table of a key that is described alone.</summary>
    public string? Of { get; set; }

    /// <summary>The new name.</summary>
    public string? To { get; set; }

    /// <summary>Columns and keys of a table.</summary>
    public List<SchemaPiece> Parts { get; } = [];

    /// <summary>The columns of a key, by property or by name.</summary>
    public List<string> Columns { get; } = [];

    /// <summary>Parts of a key that are no columns, each with the columns in it.</summary>
    public List<(string Text, List<string> Columns)> Expressions { get; } = [];

    public bool IsUnique { get; set; }

    /// <summary>Columns that say the same name here share one key.</summary>
    public string? UniqueName { get; set; }

    public bool IsPrimary { get; set; }

    public bool? IsNullable { get; set; }

    public bool HasDefault { get; set; }

    public bool NullsNotDistinct { get; set; }

    /// <summary>Whether the library gives the column a new value with every change of the row.</summary>
    public bool IsRenewed { get; set; }

    /// <summary>Whether it has no column of its own.</summary>
    public bool IsUnstored { get; set; }

    /// <summary>Whether a relation keeps the other row's key in a column of its own.</summary>
    public bool Joins { get; set; }

    /// <summary>The condition of a partial key.</summary>
    public string? Where { get; set; }

    /// <summary>Whether there is a condition that could not be read.</summary>
    public bool IsWhereUnknown { get; set; }

    /// <summary>The other table, by a name in SQL.</summary>
    public string? References { get; set; }

    /// <summary>The other table, by what the program calls it.</summary>
    public SyntaxNode ReferencedEntity { get; set; }

    public List<string> ReferencedColumns { get; } = [];

    public string OnDelete { get; set; } = "";

    /// <summary>How what has no name is named: of tables, of columns, of the columns of relations.</summary>
    public string Named { get; set; } = "as-is";

    public string Columned { get; set; } = "as-is";

    public string Joined { get; set; } = "camel-case";

    /// <summary>Of a table: whether columns that do not say so are NOT NULL.</summary>
    public bool NotNullByDefault { get; set; }

    /// <summary>Columns that are there without being said.</summary>
    public List<string> Implied { get; } = [];

    /// <summary>Those of them that may be null.</summary>
    public List<string> ImpliedNullable { get; } = [];

    /// <summary>Whether it may have columns that were not seen.</summary>
    public bool HasUnreadColumns { get; set; }

    /// <summary>Whether it may have keys that were not seen.</summary>
    public bool HasUnreadKeys { get; set; }

    public IEnumerable<SchemaPiece> All(SchemaNoun kind) => Parts.Where(part => part.Noun == kind);
}
