import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

export interface RegionJob {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
}

export type RegionHandler = (job: RegionJob, signal: AbortSignal) => Promise<void>;

interface JobState {
  status: 'running' | 'done' | 'failed';
  since: number;
}

const POLL_MS = 500;
const JOB_LIMIT_MS = 60_000;
const JOB_STATE_CLEANUP_DELAY_MS = 5 * 60_000;
const MAX_ATTEMPTS = 5;

/** Works off the jobs of one region. Several processes may do so at once. */
export class RegionWorker {
  private readonly jobStates = new Map<string, JobState>();
  private readonly activeTimers = new Set<NodeJS.Timeout>();
  private readonly lastErrors = new Map<string, string>();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly region: string,
    private readonly handlers: ReadonlyMap<string, RegionHandler>,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Lets the job in hand finish, then forgets the states. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    for (const timer of this.activeTimers) {
      clearTimeout(timer);
    }
    this.activeTimers.clear();
  }

  stateOf(jobId: string): JobState | undefined {
    return this.jobStates.get(jobId);
  }

  errorOf(jobId: string): string | undefined {
    return this.lastErrors.get(jobId);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const worked = await this.runNext();
        if (!worked) {
          await sleep(POLL_MS, undefined, { signal: this.stopping.signal });
        }
      } catch (error) {
        if (!this.stopping.signal.aborted) {
          console.error(`[region ${this.region}]`, error);
          await sleep(POLL_MS);
        }
      }
    }
  }

  private async runNext(): Promise<boolean> {
    const job = await this.claim();
    if (!job) {
      return false;
    }
    this.jobStates.set(job.id, { status: 'running', since: Date.now() });
    try {
      const handler = this.handlers.get(job.kind);
      if (!handler) {
        throw new Error(`No handler for ${job.kind}`);
      }
      await handler(job, AbortSignal.timeout(JOB_LIMIT_MS));
      await this.finish(job);
      this.settle(job.id, 'done');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.lastErrors.set(job.id, message); // miss: leak/unbounded-collection one entry for every job that ever failed
      this.settle(job.id, 'failed');
      await this.retryLater(job);
    }
    return true;
  }

  /** A job whose worker died is taken over after five minutes, five times as long as a job may run. */
  private async claim(): Promise<RegionJob | undefined> {
    const { rows } = await this.pool.query<RegionJob>(
      `UPDATE jobs
          SET status = 'running', attempts = attempts + 1, claimed_at = now()
        WHERE id = (
                SELECT id
                  FROM jobs
                 WHERE region = $1
                   AND (status = 'queued' AND run_at <= now()
                        OR status = 'running' AND claimed_at < now() - interval '5 minutes')
                 ORDER BY run_at
                 LIMIT 1
                   FOR UPDATE SKIP LOCKED)
       RETURNING id, kind, payload, attempts`,
      [this.region],
    );
    return rows[0];
  }

  private async finish(job: RegionJob): Promise<void> {
    await this.pool.query(
      `UPDATE jobs SET status = 'done' WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [job.id, job.attempts],
    );
  }

  private async retryLater(job: RegionJob): Promise<void> {
    await this.pool.query(
      `UPDATE jobs
          SET status = CASE WHEN attempts >= $3 THEN 'failed' ELSE 'queued' END,
              run_at = now() + attempts * interval '10 seconds'
        WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [job.id, job.attempts, MAX_ATTEMPTS],
    );
  }

  /** Keeps the outcome for a while, for the status page. */
  private settle(jobId: string, status: JobState['status']): void {
    const state: JobState = { status, since: Date.now() };
    this.jobStates.set(jobId, state);
    const cleanupTimer = setTimeout(() => {
      // A retry may have put its own state there meanwhile.
      if (this.jobStates.get(jobId) === state) {
        this.jobStates.delete(jobId);
      }
    }, JOB_STATE_CLEANUP_DELAY_MS);
    this.activeTimers.add(cleanupTimer); // expect: leak/tracked-forever
  }
}
