namespace Hostile.Model.Database;

/// <summary>How a value that is written to a column is made of what was read there; the gravest first.</summary>
public enum Rewriting
{
    /// <summary>It is computed: a sum, a list with one more, an object with the old one spread in.</summary>
    Computed,

    /// <summary>It is brought into order by what the program knows, whoever asks: <c>row.roles.filter(known.includes)</c> in a function that is given nothing. Two executions make the same of it.</summary>
    Normalized,

    /// <summary>The other one of two states: <c>!row.isPinned</c>. Of two that turn it over at one moment one does nothing.</summary>
    Toggled,

    /// <summary>A text with the old one in it: <c>`${row.slug}-archived`</c>.</summary>
    Wrapped,

    /// <summary>It is what was given or, where nothing was, the old value as it was: <c>input.name ?? row.name</c>.</summary>
    GoesBack,

    /// <summary>It is the old value as it was.</summary>
    Unchanged,

    /// <summary>A document that is made anew, with single members of the old one carried over: <c>{ url: row.settings.url, token }</c>.</summary>
    Rebuilt,
}
