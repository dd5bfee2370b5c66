/**
 * prom-client: metrics, as Prometheus asks for them.
 *
 * @library prom-client 12.x - 15.x
 * @source read in prom-client 15.1.3 lib/registry.js, lib/gauge.js, lib/counter.js: `metrics()` calls `collect` of all metrics at once and waits for all that they give
 */
declare module 'prom-client' {
  export interface MetricOptions { name: string; help: string; labelNames?: any; registers?: any[]; aggregator?: any; collect?: (this: any) => void | Promise<void>; buckets?: any; percentiles?: any; }

  export class Gauge<T = any> {
    /** @root 0.collect request taking promise */
    constructor(options: MetricOptions);
    inc(...args: any[]): void;
    dec(...args: any[]): void;
    set(...args: any[]): void;
    setToCurrentTime(...args: any[]): void;
    startTimer(...args: any[]): any;
    labels(...args: any[]): any;
    remove(...args: any[]): void;
    reset(): void;
  }
  export class Counter<T = any> {
    /** @root 0.collect request taking promise */
    constructor(options: MetricOptions);
    inc(...args: any[]): void;
    labels(...args: any[]): any;
    remove(...args: any[]): void;
    reset(): void;
  }
  export class Histogram<T = any> {
    /** @root 0.collect request taking promise */
    constructor(options: MetricOptions);
    observe(...args: any[]): void;
    startTimer(...args: any[]): any;
    labels(...args: any[]): any;
    remove(...args: any[]): void;
    reset(): void;
    zero(...args: any[]): void;
  }
  export class Summary<T = any> {
    /** @root 0.collect request taking promise */
    constructor(options: MetricOptions);
    observe(...args: any[]): void;
    startTimer(...args: any[]): any;
    labels(...args: any[]): any;
    remove(...args: any[]): void;
    reset(): void;
  }
  export class Registry {
    constructor(...args: any[]);
    contentType: string;
    metrics(): Promise<string>;
    clear(): void;
    resetMetrics(): void;
    registerMetric(metric: any): void;
    getMetricsAsJSON(): Promise<any>;
    getMetricsAsArray(): any[];
    getSingleMetric(name: string): any;
    getSingleMetricAsString(name: string): Promise<string>;
    removeSingleMetric(name: string): void;
    setDefaultLabels(labels: any): void;
    static merge(registers: any[]): Registry;
  }
  export const register: Registry;
  export function collectDefaultMetrics(options?: any): void;
}
