import { EventEmitter } from 'node:events';
import type { Metric } from './metrics-collector';

export interface Alert {
  rule: string;
  message: string;
  severity: 'page' | 'ticket';
  at: number;
}

export interface AlertRule {
  name: string;
  metric: string;
  threshold: number;
  severity: Alert['severity'];
  quietMs: number;
}

/** Turns metrics that cross a threshold into alerts. */
export class Alerting extends EventEmitter {
  private readonly lastRaised = new Map<string, number>();

  constructor(private readonly rules: readonly AlertRule[]) {
    super();
  }

  evaluate(metric: Metric): void {
    for (const rule of this.rules) {
      if (rule.metric === metric.name && metric.value > rule.threshold && this.isDue(rule, metric.at)) {
        this.lastRaised.set(rule.name, metric.at);
        this.raise({
          rule: rule.name,
          message: `${metric.name} is ${metric.value}, above ${rule.threshold}`,
          severity: rule.severity,
          at: metric.at,
        });
      }
    }
  }

  /** Listeners run inside `emit`: one that throws is logged and does not reach the code that counted the metric. */
  private raise(alert: Alert): void {
    try {
      this.emit('alert', alert);
    } catch (error) {
      console.error(`[alerting] a listener failed on ${alert.rule}`, error);
    }
  }

  private isDue(rule: AlertRule, at: number): boolean {
    const last = this.lastRaised.get(rule.name);
    return last === undefined || at - last >= rule.quietMs;
  }
}

export interface AlertChannel {
  send(alert: Alert): Promise<void>;
}

export class WebhookChannel implements AlertChannel {
  constructor(private readonly endpoint: string) {}

  async send(alert: Alert): Promise<void> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alert),
      signal: AbortSignal.timeout(5_000),
    });
    await response.body?.cancel();
    if (!response.ok) {
      throw new Error(`Alert channel answered ${response.status}`);
    }
  }
}

export function connectChannel(alerting: Alerting, channel: AlertChannel): void {
  alerting.on('alert', async (alert: Alert) => { // expect: rejection/async-callback
    await channel.send(alert);
  });
}
