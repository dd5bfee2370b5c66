export class CircuitOpen extends Error {}

export class TooBusy extends Error {}

export interface CircuitOptions {
  failureThreshold: number;
  resetAfterMs: number;
  halfOpenMaxCalls: number;
}

/** Stops calling a service that keeps failing, and tries it again after a while. */
export class CircuitBreaker {
  private state: 'closed' | 'open' | 'half-open' = 'closed';
  private failures = 0;
  private openedAt = 0;

  constructor(private readonly options: CircuitOptions) {}

  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.state === 'open') {
      if (Date.now() - this.openedAt < this.options.resetAfterMs) {
        throw new CircuitOpen('The service is not called at the moment');
      }
      this.state = 'half-open';
    }
    try {
      const result = await call(); // expect: race/half-open-flood "halfOpenMaxCalls"
      this.succeeded();
      return result;
    } catch (error) {
      this.failed();
      throw error;
    }
  }

  private succeeded(): void {
    this.failures = 0;
    this.state = 'closed';
  }

  /** Check and change run to their end before any other caller's turn. */
  private failed(): void {
    this.failures++; // cleared: race/state-across-await "no suspension"
    if (this.state === 'half-open' || this.failures >= this.options.failureThreshold) {
      this.state = 'open';
      this.openedAt = Date.now();
    }
  }
}

/** Lets so many in at once and turns the others away. */
export class Slots {
  private taken = 0;

  constructor(private readonly size: number) {}

  /** Takes a slot; the answer gives it back, once. */
  enter(): () => void {
    if (this.taken >= this.size) {
      throw new TooBusy('Too many at once');
    }
    this.taken++;
    let inside = true;
    return () => {
      if (inside) {
        inside = false;
        this.taken--;
      }
    };
  }
}
