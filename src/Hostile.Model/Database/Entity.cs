using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>What stands for a table in the program: a class with decorators, a table object, a model of a schema file.</summary>
/// <param name="Name">As the program calls it: the class, the variable, the model.</param>
/// <param name="Table">The table; its name has a hole where it could not be read.</param>
public sealed record Entity(string Name, TableName Table, Place Place)
{
    /// <summary>The class, or the call that describes the table; none for a model of a schema file.</summary>
    public SyntaxNode Declaration { get; init; }

    public ImmutableArray<EntityProperty> Properties { get; init; } = [];

    /// <summary>Keys over several columns by the name under which a program may give their values together.</summary>
    public ImmutableArray<EntityKey> Keys { get; init; } = [];

    /// <summary>Whether all its properties are known.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The property of a name; null where there is none, or it is not known.</summary>
    public EntityProperty? Property(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>
    /// The column that a property is kept in: of a relation the one that holds the other row's key. A name that is no property but a column of the table is its own answer,
    /// as libraries take both. Null where it is kept in no column, in several, or is not known.
    /// </summary>
    public string? ColumnOf(string property) =>
        Property(property) is { } found ? found.Column : Properties.Any(other => other.Column == property) ? property : null;
}

/// <summary>A property of an entity.</summary>
/// <param name="Column">The column; null for one that is kept in none, in several, or whose name could not be read.</param>
/// <param name="Related">What it leads to, as the program calls that; empty for a plain value, and where that is not known.</param>
/// <param name="IsRelation">Whether it stands for rows of another table.</param>
public sealed record EntityProperty(string Name, string? Column, bool IsRelation, string Related, Place Place);

/// <summary>A key over several columns that the program calls by one name: <c>userId_projectId</c>.</summary>
public sealed record EntityKey(string Name, ImmutableArray<string> Columns);
