namespace Hostile.Model.Knowledge;

/// <summary>What a link of a query builder, or an option, adds to the statement that is built.</summary>
public enum SqlClause
{
    /// <summary>The statement is a SELECT; with words after it, of that table.</summary>
    Select,
    Insert,
    Update,
    Delete,

    /// <summary>The table, whatever is done with it.</summary>
    From,
    Join,

    /// <summary>Items of the select list.</summary>
    Columns,

    /// <summary>A condition beside those before it.</summary>
    Where,

    /// <summary>A condition in the place of all before it.</summary>
    WhereAnew,

    /// <summary>A condition that will do instead of those before it.</summary>
    OrWhere,
    Set,

    /// <summary>Rows of an INSERT.</summary>
    Values,

    /// <summary>ON CONFLICT, with its target.</summary>
    Conflict,
    DoNothing,
    DoUpdate,

    /// <summary>All that stands behind ON CONFLICT, its target with it.</summary>
    DoAs,
    Order,
    Group,
    Limit,

    /// <summary>A row lock: <c>for update</c>; or what it does when it must wait: <c>for skip locked</c>.</summary>
    For,
    Returning,

    /// <summary>It is no part of a chain: its result stands for this SQL wherever it is used.</summary>
    Fragment,

    /// <summary>Where no row is found, the call throws.</summary>
    OrFail,

    /// <summary>The statement is run on this handle rather than on the receiver's.</summary>
    On,

    /// <summary>An INSERT happens only where no row meets the condition.</summary>
    Unless,

    /// <summary>An object of the program is written: inserted when it was made, else the row that it was read from is updated.</summary>
    Save,

    /// <summary>All objects that the function read and changed, or made, are written.</summary>
    Flush,

    /// <summary>A function whose chain adds to the same statement: <c>onConflict((c) => c.column('a').doNothing())</c>.</summary>
    Builds,

    /// <summary>Of the columns only those are written in which the object no longer has what was read: a value that is written back as it was sends nothing.</summary>
    Changed,

    /// <summary>No link: properties of an object get these values.</summary>
    Changes,

    /// <summary>No link: the result is a new object that no row has yet.</summary>
    Makes,

    /// <summary>Rows of other tables are read along, by the names of relations.</summary>
    Along,

    /// <summary>Rows of other tables are counted, by the names of relations.</summary>
    Counts,

    /// <summary>It changes nothing that we look at.</summary>
    Nothing,

    /// <summary>What it adds is said by the members of an interface: by the keys of an object, or by a word.</summary>
    By,
}

/// <summary>Where the value of a slot is.</summary>
public enum SlotSource
{
    /// <summary>An argument.</summary>
    Argument,

    /// <summary>What the method is called on: <c>user</c> of <c>prisma.user.create()</c>.</summary>
    Receiver,

    /// <summary>The value of the option that carries the tag.</summary>
    Value,

    /// <summary>The column that the value is written to or compared with.</summary>
    Column,

    /// <summary>The column of the table's primary key.</summary>
    Key,
}

/// <summary>As what the value of a slot is put into the statement.</summary>
public enum SlotKind
{
    /// <summary>A value: a parameter, unless it is SQL itself.</summary>
    Value,

    /// <summary>The name of a column.</summary>
    Column,

    /// <summary>Items of a select list.</summary>
    Columns,

    /// <summary>A table: its name, or what stands for it in the program.</summary>
    Table,

    /// <summary>What stands for a table in the program: a class, a model by its name, what a repository is of.</summary>
    Entity,

    /// <summary>An object of columns and values, a function that builds one, or SQL.</summary>
    Condition,

    /// <summary>An object of columns and values, as assignments.</summary>
    Set,

    /// <summary>An object, or an array of them, as column list and rows.</summary>
    Rows,

    /// <summary>A text of SQL.</summary>
    Sql,

    /// <summary>An array or a query, in parentheses.</summary>
    List,

    /// <summary>Several conditions of which all hold.</summary>
    And,

    /// <summary>Several conditions of which one holds.</summary>
    Or,

    /// <summary>An operator's text.</summary>
    Operator,

    /// <summary>Names of columns, separated by commas; of an object its keys.</summary>
    Keys,

    /// <summary>Columns that are set to what could not be inserted, <c>a = EXCLUDED.a</c>; of an object its keys.</summary>
    Excluded,

    /// <summary>The condition that a row is the one that an object was read from.</summary>
    Identity,

    /// <summary>What the only key of an object has: <c>{ connect: { id } }</c>.</summary>
    Only,

    /// <summary>As the words before it want: rows after a table's name, assignments after SET, a list after IN, else names.</summary>
    Fit,
}

/// <summary>A place in a clause that is filled at the call.</summary>
/// <param name="Source">Where the value is.</param>
/// <param name="Path">The argument.</param>
/// <param name="Kind">As what it is put in.</param>
/// <param name="By">The interface whose members say what keys mean that are no columns; empty when there is none.</param>
/// <param name="Bindings">Of a text of SQL, the argument that has its parameters; null when it has none.</param>
public sealed record SqlSlot(SlotSource Source, ArgumentPath Path, SlotKind Kind, string By, ArgumentPath? Bindings);

/// <summary>A stretch of a clause: words as they are, or a slot.</summary>
public readonly record struct SqlPart(string Text, SqlSlot? Slot);
