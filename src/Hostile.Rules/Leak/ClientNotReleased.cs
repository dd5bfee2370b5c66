using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Leak;

/// <summary>A connection is taken out of a pool, and on some path nobody gives it back.</summary>
public static class ClientNotReleased
{
    public static readonly Rule Rule = new("leak/client-not-released")
    {
        Severity = Severity.P1,
        Title = "A connection is not given back on every path",
        Why = """
            A pool has a fixed number of connections (10 by default with pg). Each time the path without `release()` is taken, one is gone for as long
            as the process lives. After the last one every request waits, for ever unless the pool has a connection timeout.
            """,
        Fix = """
            Put everything after `connect()` into `try`, and `client.release()` into `finally`.
            """,
        Risk = "The pool runs dry one failure at a time; then every request that needs the database hangs until the process is restarted.",
        Unseen = "A connection that is stored, returned or handed to code that keeps it is that code's from there.",
        Bad =
        [
            """
            import { Pool } from 'pg';
            export async function count(pool: Pool) {
              const client = await pool.connect(); // expect: leak/client-not-released
              const { rows } = await client.query('SELECT count(*) FROM item');
              client.release();
              return rows[0].count;
            }
            """,
        ],
        Good =
        [
            """
            import { Pool } from 'pg';
            export async function count(pool: Pool) {
              const client = await pool.connect();
              try {
                const { rows } = await client.query('SELECT count(*) FROM item');
                return rows[0].count;
              } finally {
                client.release();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase || function.Opens),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function) => Acquired(function).Concat(Opened(function));

    /// <summary>What takes its connection at once or when it is first used: a query runner, a transaction that the program ends itself.</summary>
    private static IEnumerable<Verdict> Opened(FunctionModel function)
    {
        foreach (var opening in function.Openings)
        {
            if (opening.What is not (Model.Knowledge.Opened.Session or Model.Knowledge.Opened.Transaction) || function.LifeOf(opening) is not { } life)
                continue;
            var place = function.PlaceOf(opening.Call);
            if (life.Lost is not { } lost)
            {
                if (life.GivenAwayAt.Exists)
                    yield return Rule.Clear(place, $"handed on in line {function.PlaceOf(life.GivenAwayAt).Line}");
                else if (life.IsComplete)
                    yield return Rule.Clear(place, life.IsEndedInFinally ? "released in finally, on every path" : "released on every path");
                continue;
            }

            var (what, end) = opening.What is Model.Knowledge.Opened.Session ? ("the connection", "release") : ("the transaction, and its connection,", "COMMIT or ROLLBACK");
            yield return Rule.At(place, lost.Thrown ? $"{what} is lost when a later step fails" : $"{what} is not given back when the function returns here",
                [
                    new(place, opening.What is Model.Knowledge.Opened.Session ? "takes a connection out of the pool, at once or when it is first used" : "begins a transaction on a connection of the pool"),
                    .. function.Turns(lost),
                    new(function.PlaceOf(lost.Last), lost.Thrown ? $"fails: the function ends here, and {end} is never reached" : $"the function ends here without {end}"),
                ]).ByReachOfConnection(function.Exposure);
        }
    }

    private static IEnumerable<Verdict> Acquired(FunctionModel function)
    {
        foreach (var acquire in function.DatabaseCalls)
        {
            if (acquire.Action is not DatabaseAction.Acquire || ConnectionLife.OfAcquired(function, acquire) is not { } life)
                continue;
            var place = function.PlaceOf(acquire.Call);
            if (life.Lost is not { } leak)
            {
                if (life.GivenAwayAt.Exists)
                    yield return Rule.Clear(place, $"the connection is handed on in line {function.PlaceOf(life.GivenAwayAt).Line}");
                else if (life.IsComplete)
                    yield return Rule.Clear(place, life.ReleasedInFinally ? "released in finally, on every path" : "released on every path");
                continue;
            }

            // Whoever ends the transaction on this way gives the connection back there, or where he does already.
            if (function.DatabaseCalls.FirstOrDefault(begin => begin is { Begins: true, Ends: false } && begin.Handle.Variable.Exists && begin.Handle.Variable == ConnectionLife.TakenBy(acquire.Call, function.Module) && ConnectionLife.OfTransaction(function, begin) is { ReturnedDirty: null, LeftOpen: { } open } && function.PlaceOf(open.Last) == function.PlaceOf(leak.Last) && open.Thrown == leak.Thrown) is { } left)
            {
                yield return Rule.Clear(place, $"the same way out leaves its transaction open: that is told in line {function.PlaceOf(left.Call).Line}");
                continue;
            }

            yield return (Rule.At(place, leak.Thrown ? "the connection is lost when a later step fails" : "the connection is not given back when the function returns here",
                [
                    new(place, "takes a connection out of the pool"),
                    .. function.Turns(leak),
                    new(function.PlaceOf(leak.Last), leak.Thrown ? "fails: the function ends here, and `release()` is never reached" : "the function ends here, and `release()` was not called"),
                ]) with
            {
                RepairCode = $$"""
                    const {{life.VariableName}} = {{Awaited(acquire)}};
                    try {
                      // …
                    } finally {
                      {{life.VariableName}}.release();
                    }
                    """,
            }).ByReachOfConnection(function.Exposure);
        }
    }

    private static string Awaited(DatabaseCall acquire) => ConnectionLife.EffectNode(acquire.Call).Text.ReplaceLineEndings(" ");
}
