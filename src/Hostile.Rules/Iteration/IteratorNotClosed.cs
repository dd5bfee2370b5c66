using Hostile.Model;

namespace Hostile.Rules.Iteration;

/// <summary>An iterator is asked for its first elements and never closed.</summary>
public static class IteratorNotClosed
{
    public static readonly Rule Rule = new("iteration/iterator-not-closed")
    {
        Severity = Severity.P3,
        Title = "An iterator is asked for its first elements and never closed",
        Why = """
            A `for` loop tells its iterator when it stops; whoever calls `next()` by hand must do so himself. Until then the generator stands at its `yield`, and its `finally` does not run.
            """,
        Fix = """
            Call `return()` on the iterator in a `finally`, or read with a `for` loop and `break`.
            """,
        Risk = "What the generator holds — a cursor, a connection, a file — is kept until the garbage collector forgets it, and some of it longer.",
        Unseen = "Iterators of libraries, those kept in fields, and loops that end early.",
        Bad =
        [
            """
            declare const cursor: { read(): Promise<string>; close(): Promise<void> };
            async function* rows() {
              try {
                while (true) yield await cursor.read();
              } finally {
                await cursor.close();
              }
            }
            export async function first() {
              const all = rows(); // expect: iteration/iterator-not-closed
              const { value } = await all.next();
              return value;
            }
            """,
        ],
        Good =
        [
            """
            declare const cursor: { read(): Promise<string>; close(): Promise<void> };
            async function* rows() {
              try {
                while (true) yield await cursor.read();
              } finally {
                await cursor.close();
              }
            }
            export async function first() {
              for await (const row of rows()) {
                return row;
              }
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project) => project.OpenIterators.Select(open =>
        Rule.At(project.PlaceOf(open.Iterator), "this iterator is asked for elements and never closed",
            new(project.PlaceOf(open.Iterator), "makes the iterator"),
            new(project.PlaceOf(open.Next), "asks for the last time; the generator stands at its `yield`"),
            new(project.PlaceOf(open.Cleanup), "would clean up, and does not run")));
}
