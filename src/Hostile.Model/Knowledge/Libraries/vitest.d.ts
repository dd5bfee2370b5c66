/**
 * Vitest and Jest: tests and hooks take promises; `expect(…).resolves` and `rejects` give them.
 *
 * @library vitest 1.x - 4.x
 * @library @jest/globals 27.x - 30.x
 * @source read in the declarations of vitest 3 and of @jest/globals 29: signatures
 */
declare module 'vitest' {
  export interface TestFunction {
    /** @calls 1 later taking promise */
    (name: any, body?: (...args: any[]) => any, ...rest: any[]): void;
    /** @calls 2 later taking promise */
    (name: any, options: {}, body?: (...args: any[]) => any): void;
    only: TestFunction;
    skip: TestFunction;
    todo: TestFunction;
    concurrent: TestFunction;
    sequential: TestFunction;
    fails: TestFunction;
    failing: TestFunction;
    each(cases: any, ...rest: any[]): TestFunction;
    for(cases: any): TestFunction;
    skipIf(condition: any): TestFunction;
    runIf(condition: any): TestFunction;
    extend(fixtures: any): TestFunction;
  }
  export interface HookFunction {
    /** @calls 0 later taking promise */
    (body: (...args: any[]) => any, timeout?: number): void;
  }
  /** What a matcher returns: nothing, and a promise behind `resolves` and `rejects`. */
  export interface Matchers { not: this; resolves: AsyncMatchers; rejects: AsyncMatchers; [matcher: string]: (...args: any[]) => void; }
  export interface AsyncMatchers { not: this; [matcher: string]: (...args: any[]) => Promise<void>; }
  export interface Expect {
    (value: any, message?: string): Matchers;
    poll(read: () => any, options?: any): AsyncMatchers;
    extend(matchers: any): void;
    any(type: any): any;
    anything(): any;
    objectContaining(value: any): any;
    arrayContaining(value: any): any;
    stringContaining(value: any): any;
    stringMatching(value: any): any;
    assertions(count: number): void;
    hasAssertions(): void;
    unreachable(message?: string): never;
    fail(message?: string): never;
    soft(value: any): Matchers;
    not: any;
  }
  export const it: TestFunction;
  export const test: TestFunction;
  export const describe: TestFunction;
  export const suite: TestFunction;
  export const bench: TestFunction;
  export const beforeAll: HookFunction;
  export const beforeEach: HookFunction;
  export const afterAll: HookFunction;
  export const afterEach: HookFunction;
  export const onTestFinished: HookFunction;
  export const expect: Expect;
  export const assert: any;
  export function inject(key: string): any;
  export interface Mock {
    (...args: any[]): any;
    new (...args: any[]): any;
    mock: { calls: any[][]; lastCall: any[] | undefined; results: { type: string; value: any }[]; settledResults: { type: string; value: any }[]; instances: any[]; contexts: any[]; invocationCallOrder: number[] };
    getMockName(): string;
    mockName(name: string): this;
    mockClear(): this;
    mockReset(): this;
    mockRestore(): void;
    getMockImplementation(): any;
    mockImplementation(implementation: any): this;
    mockImplementationOnce(implementation: any): this;
    withImplementation(implementation: any, callback: any): any;
    mockReturnThis(): this;
    mockReturnValue(value: any): this;
    mockReturnValueOnce(value: any): this;
    mockResolvedValue(value: any): this;
    mockResolvedValueOnce(value: any): this;
    mockRejectedValue(error: any): this;
    mockRejectedValueOnce(error: any): this;
  }
  export type MockInstance = Mock;
  export type Mocked<T> = { [K in keyof T]: T[K] & Mock } & T & Mock;
  export interface Vi {
    fn(implementation?: any): Mock;
    spyOn(target: any, name: any, access?: any): Mock;
    mock(path: any, factory?: any): void;
    doMock(path: any, factory?: any): void;
    unmock(path: string): void;
    doUnmock(path: string): void;
    isMockFunction(value: any): boolean;
    isFakeTimers(): boolean;
    getTimerCount(): number;
    clearAllTimers(): Vi;
    getMockedSystemTime(): Date | null;
    getRealSystemTime(): number;
    resetConfig(): void;
    setConfig(config: any): void;
    hoisted<T>(create: () => T): T;
    mocked<T>(value: T, options?: any): T & Mock;
    importActual<T = any>(path: string): Promise<T>;
    importMock<T = any>(path: string): Promise<T>;
    waitFor<T>(check: () => T | Promise<T>, options?: any): Promise<T>;
    waitUntil<T>(check: () => T | Promise<T>, options?: any): Promise<T>;
    dynamicImportSettled(): Promise<void>;
    advanceTimersByTime(ms: number): Vi;
    advanceTimersByTimeAsync(ms: number): Promise<Vi>;
    advanceTimersToNextTimer(): Vi;
    advanceTimersToNextTimerAsync(): Promise<Vi>;
    runAllTimers(): Vi;
    runAllTimersAsync(): Promise<Vi>;
    runOnlyPendingTimers(): Vi;
    runOnlyPendingTimersAsync(): Promise<Vi>;
    runAllTicks(): Vi;
    useFakeTimers(options?: any): Vi;
    useRealTimers(): Vi;
    setSystemTime(time: any): Vi;
    clearAllMocks(): Vi;
    resetAllMocks(): Vi;
    restoreAllMocks(): Vi;
    resetModules(): Vi;
    stubGlobal(name: string, value: any): Vi;
    stubEnv(name: string, value: any): Vi;
    unstubAllEnvs(): Vi;
    unstubAllGlobals(): Vi;
  }
  export const vi: Vi;
  export const vitest: Vi;
}
declare module '@jest/globals' {
  import { TestFunction, HookFunction, Expect } from 'vitest';
  export const it: TestFunction;
  export const test: TestFunction;
  export const describe: TestFunction;
  export const beforeAll: HookFunction;
  export const beforeEach: HookFunction;
  export const afterAll: HookFunction;
  export const afterEach: HookFunction;
  export const expect: Expect;
  export const jest: any;
}

// Global in Jest, and in Vitest where its configuration says `globals: true`; Mocha's describe and it take promises as well.
declare const expect: import('vitest').Expect;
declare const it: import('vitest').TestFunction;
declare const test: import('vitest').TestFunction;
declare const describe: import('vitest').TestFunction;
declare const beforeAll: import('vitest').HookFunction;
declare const beforeEach: import('vitest').HookFunction;
declare const afterAll: import('vitest').HookFunction;
declare const afterEach: import('vitest').HookFunction;
declare const vi: import('vitest').Vi;
declare const jest: any;
