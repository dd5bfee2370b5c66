import { EventEmitter } from 'node:events';

export interface Metric {
  name: string;
  value: number;
  at: number;
}

export interface Aggregation {
  name: string;
  count: number;
  sum: number;
}

export interface MetricSink {
  write(metrics: Metric[]): Promise<void>;
}

interface Stats {
  total: number;
  sum: number;
  flushed: number;
  dropped: number;
}

const MAX_PENDING = 10_000;

/** Collects metrics in memory and hands them to a sink from time to time. */
export class MetricsCollector extends EventEmitter {
  private stats: Stats = { total: 0, sum: 0, flushed: 0, dropped: 0 };
  private pending: Metric[] = [];
  private flushing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sink: MetricSink) {
    super();
  }

  start(periodMs: number): void {
    if (this.timer) {
      return;
    }
    this.timer = setInterval(() => {
      void this.flush(); // expect: rejection/floating-promise
    }, periodMs);
    this.timer.unref();
  }

  /** Writes what is left, after the flush that may be under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.flushing;
    await this.flush();
  }

  /** Counts one value. Listeners are optional: an event that nobody hears is dropped, the metric is not. */
  record(name: string, value: number): void {
    const metric: Metric = { name, value, at: Date.now() };
    this.stats.total++; // cleared: race/state-across-await "no suspension"
    this.stats.sum += value;
    if (this.pending.length < MAX_PENDING) {
      this.pending.push(metric);
    } else {
      this.stats.dropped++;
    }
    this.emit('metric', metric);
  }

  /** Writes what is pending. One flush runs at a time, and whoever asks meanwhile gets that one. */
  flush(): Promise<void> {
    this.flushing ??= this.writePending().finally(() => {
      this.flushing = undefined;
    });
    return this.flushing;
  }

  snapshot(): Readonly<Stats> {
    return { ...this.stats };
  }

  /** What a failed sink did not take is counted as dropped. */
  private async writePending(): Promise<void> {
    const batch = this.pending.splice(0);
    if (batch.length === 0) {
      return;
    }
    const before = { ...this.stats };
    try {
      await this.sink.write(batch);
      this.stats = { ...before, flushed: before.flushed + batch.length }; // expect: race/state-across-await
    } catch (error) {
      this.stats.dropped += batch.length; // cleared: race/state-across-await "no suspension"
      throw error;
    }
    this.emit('aggregation', aggregate(batch));
  }
}

/** Posts metrics to the metrics service. */
export class HttpSink implements MetricSink {
  constructor(private readonly endpoint: string) {}

  async write(metrics: Metric[]): Promise<void> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(metrics),
      signal: AbortSignal.timeout(5_000),
    });
    await response.body?.cancel();
    if (!response.ok) {
      throw new Error(`Metric sink answered ${response.status}`);
    }
  }
}

function aggregate(metrics: Metric[]): Aggregation[] {
  const byName = new Map<string, Aggregation>();
  for (const metric of metrics) {
    const sofar = byName.get(metric.name) ?? { name: metric.name, count: 0, sum: 0 };
    sofar.count++;
    sofar.sum += metric.value;
    byName.set(metric.name, sofar);
  }
  return [...byName.values()];
}
