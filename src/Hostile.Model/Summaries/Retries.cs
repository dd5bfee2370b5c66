using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>A transaction at an isolation level at which PostgreSQL makes one of two conflicting transactions fail.</summary>
/// <param name="Scope">The transaction.</param>
/// <param name="Level">Its level.</param>
/// <param name="Retry">Where it looks as if it were tried again; none when nothing does.</param>
/// <param name="Reads">Whether it only reads, as far as its statements are known.</param>
public sealed record StrictTransaction(TransactionScope Scope, IsolationLevel Level, SyntaxNode Retry, bool Reads);

/// <summary>Finds out whether who runs a transaction tries it again when the server asks for that.</summary>
internal static class Retries
{
    private const int Deepest = 3;
    private const int MostFunctions = 40;

    /// <summary>What programs that try again name: the codes of the failure, and the act.</summary>
    private static readonly ImmutableArray<byte[]> Signs = [.. new[] { "40001", "40P01", "P2034", "serialization_failure", "SerializationFailure", "SERIALIZATION_FAILURE", "could not serialize", "etry", "etries", "RETR", "TransactionRollbackError" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>The strict transactions of a function, by position.</summary>
    public static IEnumerable<StrictTransaction> In(FunctionModel function)
    {
        foreach (var scope in function.TransactionScopes.Where(scope => scope.Opener == scope.Begin))
        {
            var level = function.Project.DatabaseCalls.LevelOf(scope.Begin)
                ?? scope.Uses.Where(use => use.IsInside && use.Database is not null).SelectMany(use => use.Database!.Queries).FirstOrDefault(query => query.Kind is QueryKind.Set && query.Isolation is not null)?.Isolation;
            if (level is not (IsolationLevel.Serializable or IsolationLevel.RepeatableRead))
                continue;
            var statements = scope.Uses.Where(use => use is { IsInside: true, Kind: InnerKind.Statement }).ToList();
            yield return new(scope, level.Value, SignOf(function.Project, scope), statements.Count > 0 && statements.All(use => use is { IsWrite: false, Locks: false }));
        }
    }

    private static SyntaxNode SignOf(ProjectModel project, TransactionScope scope)
    {
        var seen = new HashSet<FunctionModel>();
        var work = new Queue<(FunctionModel Function, int Depth)>();
        foreach (var start in new[] { project.FunctionAround(scope.Opener), project.FunctionAround(scope.Begin) }.OfType<FunctionModel>())
            work.Enqueue((start, 0));
        while (work.TryDequeue(out var at) && seen.Count < MostFunctions)
        {
            Workers.Step();
            // A callback is run by what the function around it gives it to.
            var function = at.Function;
            while (function.Enclosing is { IsTopLevel: false } around)
                function = around;
            if (!seen.Add(function))
                continue;
            if (SignIn(function.Node) is { Exists: true } sign)
                return sign;
            if (at.Depth >= Deepest)
                continue;
            foreach (var call in project.Callers.CallsTo(function))
            {
                if (project.FunctionAround(call) is { } caller)
                    work.Enqueue((caller, at.Depth + 1));
            }
        }

        return default;
    }

    private static SyntaxNode SignIn(SyntaxNode function)
    {
        if (!Signs.Any(sign => function.Bytes.IndexOf(sign) >= 0))
            return default;
        // What a comment says is no retry.
        foreach (var node in function.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.Identifier or SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.RegularExpressionLiteral && Signs.Any(sign => node.Bytes.IndexOf(sign) >= 0))
                return node;
        }

        return default;
    }
}
