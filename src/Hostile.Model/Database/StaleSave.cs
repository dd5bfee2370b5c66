using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>An object is read, and later saved whole: the columns that nobody assigned go back as they were read, over what another function of the program has written there meanwhile.</summary>
/// <param name="Race">The read and the save.</param>
/// <param name="Between">What is waited for between the two.</param>
/// <param name="Writer">The other function.</param>
/// <param name="Other">Its statement.</param>
public sealed record StaleSave(RowRace Race, SyntaxNode Between, FunctionModel Writer, Statement Other)
{
    /// <summary>The saves of a function, the nearest read before each; one for each save.</summary>
    public static IEnumerable<StaleSave> In(FunctionModel function)
    {
        if (!function.DatabaseCalls.Any(call => call.SavesWholeObject) || function.Flow is null)
            yield break;
        foreach (var save in RowAccess.Statements(function).Where(save => save is { By: { SavesWholeObject: true, SavedObject.Exists: true, Steps.IsEmpty: true }, Query: { Kind: QueryKind.Update, Table: { IsKnown: true } } }))
        {
            if (save.By.SavedObject.Tree != function.Module.Tree)
                continue;
            var origins = function.Values!.OriginsOf(save.By.SavedObject);
            // Which row is meant by a condition that is not read may be one that nobody else changes so.
            var read = function.StatementsWithGiven.All.LastOrDefault(read => read.Query is { Kind: QueryKind.Select, Where.HasHole: false } && read.Query.Table?.Matches(save.Query.Table!.Value) == true && read.Call != save.Call
                // "const message = await prepare(input)" that looks at another row and gives a new one.
                && (read.By.Steps.IsEmpty || read.By.IsInAnswer) && origins.Any(origin => origin.Node == read.Call && !origin.ThroughCall));
            if (read is null || WaitedFor(read, save, function) is not ({ Exists: true } between, var takesLong))
                continue;
            var written = save.Query.Writes.Select(set => set.Column).Concat((read.By.Given?.Assigned ?? []).SelectMany(RowAccess.ColumnsOf)).ToHashSet();
            if (function.Project.RowWriters.OtherWriterOf(save.Query.Table!.Value, written, function) is { } other && function.Project.Schema.Table(save.Query.Table.Value, function.Module.Path)?.Column(other.Column) is not null)
                yield return new(new(read, save, RowAccess.SharedKey(read, save, function), default, other.Column), between, other.Function, other.Statement) { TakesLong = takesLong, IsFilled = FillsAll(other.Statement, other.Column) };
        }
    }

    /// <summary>How many functions deep it is looked for who asks another server.</summary>
    private const int Deepest = 3;

    /// <summary>Whether another server is asked in between: that takes long.</summary>
    public bool TakesLong { get; private init; }

    /// <summary>Whether the other one fills the column in all rows in which it is empty, and changes no row twice.</summary>
    public bool IsFilled { get; private init; }

    /// <summary>Whether a statement fills a column of all rows in which it is empty, as is done once when there is something to fill it with: <c>SET workspace_id = $1 WHERE workspace_id IS NULL</c>.</summary>
    internal static bool FillsAll(Statement statement, string column) =>
        statement.Query.Where is { Either.IsEmpty: true, HasOthers: false, HasHole: false, Matches: [{ Operator: "is null" } match] } && match.Column.Name == column && !statement.Query.Writes.Any(write => write.Column == column && write.Value.IsNull);

    private static bool AsksElsewhere(SyntaxNode waited, ProjectModel project, int depth)
    {
        var call = waited.Is(SyntaxKind.AwaitExpression) ? waited.FirstChild.Unwrapped() : waited;
        return project.Types.CalleeOf(call) switch
        {
            Callee.Library library => project.Effects.Of(library.Signature).Any(effect => effect is Effect.Waits { Wait: Wait.Response }),
            Callee.InProgram { Functions: [var only] } when depth < Deepest => project.Transactions.CallsIn(only).Any(inner => AsksElsewhere(inner, project, depth + 1)),
            _ => false,
        };
    }

    /// <summary>What is waited for on a way from the read to the save, beside the two, what takes long first, and whether it does; none where the save follows at once.</summary>
    private static (SyntaxNode Waited, bool TakesLong) WaitedFor(Statement read, Statement save, FunctionModel function)
    {
        SyntaxNode first = default;
        var graph = function.Flow!;
        var ends = RowAccess.PointsOf(save, function).ToHashSet();
        foreach (var from in RowAccess.PointsOf(read, function))
        {
            var after = graph.ReachableFrom(from, ends.Contains, exceptions: false);
            for (var point = 0; point < after.Length; point++)
            {
                if (after[point] && graph.Points[point] is { Op: FlowOp.Await, Node: var waited } && !ends.Contains(point) && ConnectionLife.EffectNode(read.Call) != waited && graph.ReachableFrom(point, exceptions: false) is var on && ends.Any(end => on[end]))
                {
                    if (AsksElsewhere(waited, function.Project, 0))
                        return (waited, true);
                    first = first.Exists ? first : waited;
                }
            }
        }

        return (first, false);
    }
}
