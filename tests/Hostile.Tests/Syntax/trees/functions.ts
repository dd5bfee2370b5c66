function plain(this: Self, a: A, b?: B, c = 1, ...d: D[]): asserts a is C;
async function* stream<const T extends object = {}>({ a, b: [c] }: T) { yield* a; yield; return await c }
const arrow = async <T>(x: T): Promise<T> => x, short = x => y => ({ x }), simple = async x => { await x };
const choice = a ? (b) : c => d, other = a ? (b): c => d : e;
const methods = { get a() { return 1 }, set a(v) { }, async *b() { }, [c]: function* named() { }, d, ...e, 'f': 1 };
new Client<Config>(options); new Client; new.target; import('m'); import.meta.url;
f<A, B>(x)(y)?.<C>(z)?.[0]?.name!.length; tx.$queryRaw<Row[]>`select ${id} from t`;
a < b && c > (d); a ?? b; a = b ||= c ** -d; x as const satisfies Y; <T>x; (a, b); void 0, typeof x, !y, z++;
