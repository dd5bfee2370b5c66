using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>The statements of one function, and which of them may follow which: asked for by a dozen rules, and found once.</summary>
internal sealed class FunctionStatements
{
    /// <summary>How many pairs of statements on one table are looked at in a function. One with more was written by a program, and each costs a walk through it.</summary>
    private const int MostPairs = 128;

    private readonly FunctionModel function;
    private Once<Entry[]> entries;

    private FunctionStatements(FunctionModel function, IEnumerable<DatabaseCall> calls)
    {
        this.function = function;
        All = [.. calls.SelectMany(call => call.QueriesWithAlong(function.Project.Schema).Select(query => new Statement(call, query)))];
    }

    /// <summary>Those that it runs, itself or by the functions that it calls, with those inside WITH clauses left in their outer ones, in the order of the text.</summary>
    public static FunctionStatements Of(FunctionModel function) => new(function, function.RowCalls);

    /// <summary>The same after the rows that the function is given, as statements at its beginning.</summary>
    public static FunctionStatements WithGiven(FunctionModel function) =>
        function.Project.GivenRows.In(function) is { IsEmpty: false } given ? new(function, given.Concat(function.RowCalls)) : function.Statements;

    /// <summary>All of them.</summary>
    public ImmutableArray<Statement> All { get; }

    /// <summary>Two statements on one table, the second of which may follow the first; of a function whose flow is known.</summary>
    /// <param name="kind">What the second does.</param>
    /// <param name="isFirst">Whether one may be the first.</param>
    /// <param name="isTold">Whether a read in a function that is called must say to its caller what it found.</param>
    /// <param name="isPairedBelow">Whether a write may stand in a function that reads the table by itself.</param>
    public IEnumerable<(Statement Read, Statement Write)> Pairs(QueryKind kind, Func<Query, bool> isFirst, bool isTold, bool isPairedBelow)
    {
        var left = MostPairs;
        var all = Entries;
        foreach (var read in all)
        {
            var asked = read.Statement.Query;
            if (!isFirst(asked))
                continue;
            if (left <= 0)
                yield break;
            foreach (var write in all)
            {
                if (write.Statement.Query.Kind != kind || !write.Statement.Query.Table!.Value.Matches(asked.Table!.Value))
                    continue;
                Workers.Step();
                if (write.Statement.Call == read.Statement.Call || (isTold && !IsTold(read)) || (!isPairedBelow && IsPairedBelow(write)) || left-- <= 0)
                    continue;
                if ((read.Reached ??= ReachedFrom(read))[write.Place])
                    yield return (read.Statement, write.Filled ??= WholeRows.Filled(write.Statement, All, function));
            }
        }
    }

    /// <summary>The statements on tables.</summary>
    private Entry[] Entries => entries.Of(this, static self => [.. self.All.Where(statement => statement.Query.Table is not null).Select((statement, place) => new Entry(statement, place))])!;

    /// <summary>By place, which statements some way leads to from after one.</summary>
    private bool[] ReachedFrom(Entry read)
    {
        var reached = new bool[Entries.Length];
        foreach (var from in PointsOf(read))
        {
            var after = function.Flow!.ReachableFrom(from);
            foreach (var entry in Entries)
                reached[entry.Place] |= Array.Exists(PointsOf(entry), to => after[to]);
        }

        return reached;
    }

    private int[] PointsOf(Entry entry) => entry.Points ??= [.. RowAccess.PointsOf(entry.Statement, function)];

    /// <summary>Whether the function hears of what a statement found: by what a call answers, or by coming back from one at all.</summary>
    private bool IsTold(Entry read)
    {
        if (read.Told is Answer.Unasked)
            read.Told = read.Statement.By.Answer is not RowAnswer.None || read.Statement.Query.Kind is QueryKind.Delete or QueryKind.Truncate || TestBelow.IsAny(read.Statement, function) ? Answer.Yes : Answer.No;
        return read.Told is Answer.Yes;
    }

    /// <summary>A write in a function that is called here, which reads the table by itself: the fault, if it is one, stands there.</summary>
    private bool IsPairedBelow(Entry write)
    {
        if (write.PairedBelow is Answer.Unasked)
            write.PairedBelow = write.Statement.By.Steps.Any(ReadsByItself) ? Answer.Yes : Answer.No;
        return write.PairedBelow is Answer.Yes;

        bool ReadsByItself(SyntaxNode step) => function.Project.FunctionAround(step) is { } below
            && below.RowCalls.Any(read => read.Call != step && read.Answer is not RowAnswer.None && read.Queries.Any(query => query.Kind is QueryKind.Select && query.Table is { } table && write.Statement.Query.Table?.Matches(table) == true));
    }

    private enum Answer : byte
    {
        Unasked, Yes, No,
    }

    /// <summary>A statement on a table, and what was found out about it.</summary>
    private sealed class Entry(Statement statement, int place)
    {
        public Statement Statement => statement;
        public int Place => place;

        /// <summary>The same with the columns that the object it writes brings.</summary>
        public Statement? Filled { get; set; }
        public bool[]? Reached { get; set; }
        public int[]? Points { get; set; }
        public Answer Told { get; set; }
        public Answer PairedBelow { get; set; }
    }
}
