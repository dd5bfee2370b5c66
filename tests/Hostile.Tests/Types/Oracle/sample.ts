// Expressions of many kinds, for the compiler and for us; `answers.json` says what the compiler made of them.
interface Row { id: string; tags: string[]; owner?: { name: string } }
type Handler<T> = (value: T) => Promise<void> | void;
type Loader = { load(id: string): Promise<Row>; peek?: (id: string) => Row | undefined };
type Unwrapped<T> = T extends Promise<infer U> ? U : T;
type Later<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Unwrapped<R>> : T[K] };

class Store<T extends { id: string }> {
  private readonly items = new Map<string, T>();
  private pending: Promise<void> | undefined;

  constructor(private readonly fetchOne: (id: string) => Promise<T>) {}

  async get(id: string): Promise<T> {
    const known = this.items.get(id);
    if (known) return known;
    const loaded = await this.fetchOne(id);
    this.items.set(loaded.id, loaded);
    return loaded;
  }

  all() {
    return [...this.items.values()];
  }

  refresh(ids: string[]) {
    this.pending ??= Promise.all(ids.map(async (id) => this.get(id))).then(() => undefined);
    return this.pending;
  }

  static of<R extends { id: string }>(rows: R[]): Store<R> {
    return new Store(async (id) => rows.find((row) => row.id === id)!);
  }
}

class Cached extends Store<Row> {
  override async get(id: string) {
    const row = await super.get(id);
    return { ...row, tags: row.tags.slice() };
  }
}

class Lazy<T> implements PromiseLike<T> {
  constructor(private readonly run: () => Promise<T>) {}
  then<A = T, B = never>(ok?: ((value: T) => A | PromiseLike<A>) | null, bad?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return this.run().then(ok, bad);
  }
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return value instanceof Promise;
}

async function* pages(store: Store<Row>) {
  for (const row of store.all()) yield row.tags;
}

function settle(value: number | Promise<number>) {
  if (typeof value === 'number') return value + 1;
  return value.then((n) => n + 1);
}

function overloaded(flag: true): Promise<string>;
function overloaded(flag: false): string;
function overloaded(flag: boolean): string | Promise<string> {
  return flag ? Promise.resolve('a') : 'b';
}

declare function promised<T extends object>(value: T): Later<T>;
declare function pick<T, K extends keyof T>(value: T, key: K): T[K];
declare const loader: Loader;
declare const handlers: Handler<Row>[];
declare const mixed: { kind: 'now'; value: number } | { kind: 'later'; value: Promise<number> };

export async function main(either: Row | Promise<Row>, record: Record<string, () => Promise<number>>) {
  const store = Store.of([{ id: 'a', size: 1 }]);
  const first = store.get('a');
  const size = (await first).size;
  const cached = new Cached((id) => loader.load(id));
  const row = cached.get('b');
  const names = (await row).tags.map((tag) => tag.trim());
  const jobs = names.map(async (name) => ({ name, at: Date.now() }));
  const done = await Promise.all(jobs);
  const [left, right] = await Promise.all([store.get('a'), cached.get('c')] as const);
  const settled = await Promise.allSettled(jobs);
  const lazy = new Lazy(async () => 42);
  const answer = await lazy;
  const maybe = loader.peek?.('x');
  const both = overloaded(true);
  const plain = overloaded(false);
  const late = promised({ sum: (a: number, b: number) => a + b, label: 'x' });
  const sum = late.sum(1, 2);
  const label = late.label;
  const picked = pick({ p: Promise.resolve(1), q: 2 }, 'p');
  const started = record['a']!();
  const counted = Object.values(record).map((run) => run());
  handlers.forEach((handle) => handle(done[0] as unknown as Row));
  handlers.map((handle) => handle({ id: 'z', tags: [] }));
  for await (const tags of pages(cached)) tags.join(',');
  if (isPromise(either)) either.then((r) => r.id);
  else either.owner?.name;
  if (mixed.kind === 'later') mixed.value.then((n) => n.toFixed());
  else mixed.value.toFixed();
  const timer = new Promise<void>((resolve) => setTimeout(resolve, 5));
  const grouped = [1, 2, 3].reduce<Promise<number>>(async (sum, n) => (await sum) + n, Promise.resolve(0));
  const later = settle(3);
  const when = size > 1 ? timer : undefined;
  const { id, ...rest } = await cached.get('d');
  const loaded = await import('./sample');
  const again = loaded.main;
  const chained = first.then((r) => r.size).catch(() => 0).finally(() => {});
  const text = `${id}${rest.tags.length}`.split('').filter(Boolean)[0];
  return { left, right, settled, answer, maybe, both, plain, sum, label, picked, started, counted, grouped, later, when, again, chained, text, refresh: store.refresh(['a']) };
}
