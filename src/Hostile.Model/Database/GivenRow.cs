using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>Where a row comes from that a function is given: who reads it, and by which calls it is handed on.</summary>
/// <param name="Reader">The function that reads it.</param>
/// <param name="Read">Its statement.</param>
/// <param name="Handed">The functions that are given it, with the calls that do so, the innermost first.</param>
public sealed record GivenRow(FunctionModel Reader, DatabaseCall Read, ImmutableArray<(FunctionModel Taker, SyntaxNode Call)> Handed)
{
    /// <summary>The members that were given other values before the object was handed on: what they have is not what was read.</summary>
    public ImmutableHashSet<string> Assigned { get; init; } = [];

    /// <summary>The relation whose rows are handed on, of those that were read along; empty for the row itself.</summary>
    public string Relation { get; init; } = "";

    /// <summary>A race between the row that was given and a later write, in the words of the reader, for whom both are statements of its own.</summary>
    internal RowRace InReader(RowRace race) => race with
    {
        Read = new(Read, Read.QueriesWithAlong(Reader.Project.Schema).FirstOrDefault(query => query.Along == (Relation.Length > 0 ? Relation : race.Read.Query.Along)) ?? race.Read.Query),
        Write = race.Write with { By = Lifted(race.Write.By) },
        Deciding = default,
    };

    private DatabaseCall Lifted(DatabaseCall write)
    {
        foreach (var (taker, call) in Handed)
            write = Reader.Project.LiftedCalls.LiftedTo(write, taker, call);
        return write;
    }
}
