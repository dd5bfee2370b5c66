using System.Collections.Immutable;

namespace Hostile.Rules;

/// <summary>All rules, one line each, sorted by id; a test finds a rule that is missing from it.</summary>
public static class Catalog
{
    public static ImmutableArray<Rule> All { get; } =
    [
        Deadlock.ForUpdateVsFk.Rule,
        Deadlock.LockOrder.Rule,
        Deadlock.NestedAcquire.Rule,
        Deadlock.SelfWait.Rule,
        Deadlock.UnsortedRows.Rule,
        Iteration.DataListenerAsync.Rule,
        Iteration.GeneratorErrorKillsBatch.Rule,
        Iteration.GeneratorWithoutCleanup.Rule,
        Iteration.IteratorNotClosed.Rule,
        Leak.ClientNotReleased.Rule,
        Parallel.AllOfWrongIterable.Rule,
        Parallel.AllWithoutIsolation.Rule,
        Parallel.UnboundedFanOut.Rule,
        Race.CacheStampede.Rule,
        Race.CheckThenAwaitThenSet.Rule,
        Race.CheckThenInsert.Rule,
        Race.CheckThenUpdate.Rule,
        Race.ClaimWithoutLock.Rule,
        Race.ConflictTarget.Rule,
        Race.DeleteThenInsert.Rule,
        Race.IdempotencySwallowsRetry.Rule,
        Race.IdempotencyWithoutUnique.Rule,
        Race.LimitCheck.Rule,
        Race.LostUpdate.Rule,
        Race.MutatedWhileAwaiting.Rule,
        Race.PublishBeforeReady.Rule,
        Race.ReadBeforeLock.Rule,
        Race.RetryNotIdempotent.Rule,
        Race.SameSnapshot.Rule,
        Race.StaleFill.Rule,
        Race.StateAcrossAwait.Rule,
        Rejection.AsyncCallback.Rule,
        Rejection.CachedRejection.Rule,
        Rejection.EmitterWithoutErrorListener.Rule,
        Rejection.FatalHandlerSurvives.Rule,
        Rejection.FloatingPromise.Rule,
        Rejection.LateAwait.Rule,
        Rejection.PromiseAsValue.Rule,
        Rejection.QueryNeverRuns.Rule,
        Rejection.ReturnWithoutAwait.Rule,
        Rejection.StreamPipe.Rule,
        Rejection.SwallowedFailure.Rule,
        Rejection.ThrowInCallback.Rule,
        Rejection.ThrowingListener.Rule,
        Rejection.WorkerLoopDies.Rule,
        Timeout.HttpCall.Rule,
        Timeout.LibraryContradiction.Rule,
        Timeout.NeverSettles.Rule,
        Timeout.OptionIgnored.Rule,
        Timeout.PostgresPool.Rule,
        Timeout.RedisClient.Rule,
        Timeout.Shutdown.Rule,
        Timeout.UnboundedWait.Rule,
        Transaction.BeginOnPool.Rule,
        Transaction.ErrorSwallowedInside.Rule,
        Transaction.LeftOpen.Rule,
        Transaction.OuterClientInside.Rule,
        Transaction.ParallelOnClient.Rule,
        Transaction.RemoteCallInside.Rule,
        Transaction.SetWithParameter.Rule,
        Transaction.SideEffectBeforeCommit.Rule,
        Transaction.StatementNeverRuns.Rule,
        Transaction.UseAfterEnd.Rule,
    ];

    /// <summary>The rules that run unless a configuration says otherwise.</summary>
    public static ImmutableArray<Rule> OnByDefault { get; } = [.. All.Where(rule => !rule.OffByDefault)];

    /// <summary>The rule of an id, or null.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
