using System.Collections.Immutable;

namespace Hostile.Model.Knowledge;

/// <summary>What <c>@schema</c> can tell of a table or of a part of it.</summary>
/// <param name="Role">What is told.</param>
/// <param name="Path">The argument that says it; null when the tag itself does.</param>
/// <param name="Words">What the tag itself says: <c>named snake-case</c>.</param>
public sealed record SchemaFact(SchemaRole Role, ArgumentPath? Path, ImmutableArray<string> Words);

/// <summary>Whether something is said of the tables as they are, or changes them.</summary>
public enum SchemaVerb
{
    /// <summary>It is so, as a model says.</summary>
    Has,

    Create, Alter, Drop, Rename, Change,
}

/// <summary>What is described.</summary>
public enum SchemaNoun
{
    /// <summary>A schema, which tables may be made in.</summary>
    Schema,

    Table, Column,

    /// <summary>A unique key.</summary>
    Key,

    PrimaryKey,

    /// <summary>An index; a key when it is said to be unique.</summary>
    Index,

    ForeignKey, Check,

    /// <summary>Any constraint, by its name or by a kind that is said.</summary>
    Constraint,

    /// <summary>A member that stands for rows of another table.</summary>
    Relation,
}

/// <summary>What is said of what is described.</summary>
public enum SchemaRole
{
    Name, Schema,

    /// <summary>What the library calls the model, by which a table without a name is named.</summary>
    Entity,

    /// <summary>Of a table its columns by property, of a key the columns that it is over.</summary>
    Columns,

    /// <summary>The table that something belongs to, where it is called on none.</summary>
    Of,

    /// <summary>A new name.</summary>
    To,

    /// <summary>Further keys of a table: an array or object of them, or a function that returns one.</summary>
    Parts,

    /// <summary>An object whose members say more of the same.</summary>
    Options,

    /// <summary>A function that says more of it by calling what it is given.</summary>
    Body,

    Unique, Primary, Nullable, NotNull, Default, Where,

    /// <summary>Whether nulls count as equal: true, or the text <c>not distinct</c>.</summary>
    Nulls,

    /// <summary>Another table, or a column of it.</summary>
    References,

    /// <summary>The columns of the other table.</summary>
    ReferencedColumns,

    OnDelete,

    /// <summary>Which constraint it is, as a text: <c>unique</c>, <c>primary key</c>, <c>foreign key</c>, <c>check</c>.</summary>
    Kind,

    /// <summary>A relation keeps the other row's key in a column of its own.</summary>
    Joins,

    /// <summary>How a table is named after its class: <c>as-is</c>, <c>snake-case</c>, <c>plural</c>.</summary>
    Named,

    /// <summary>How a column is named after its property, where no name is said.</summary>
    Columned,

    /// <summary>How the column of a relation is named after it: <c>camel-case</c> for <c>userId</c>, <c>snake-case</c> for <c>user_id</c>.</summary>
    Joined,

    /// <summary>Columns that are there without being said.</summary>
    Adds,

    /// <summary>Such columns that are not there when this is false; under another name when this is a text.</summary>
    Lacks,

    /// <summary>When true, names of tables and columns are written with underscores.</summary>
    Underscored,

    /// <summary>When true, a table is named as its class.</summary>
    Frozen,

    /// <summary>The library gives the column a new value with every change of the row that goes through it.</summary>
    Renewed,

    /// <summary>The property has no column of its own.</summary>
    Unstored,

    /// <summary>When false, it has none.</summary>
    Stored,

    /// <summary>A type of the library, which may say more of a column.</summary>
    Type,
}
