@entity({ name: 'a' }) export default abstract class Account<T> extends Base<T>('x') implements One, Two<T> {
  static #count = 0; declare readonly id: string; protected override name?: string = 'x'; accessor open!: boolean;
  constructor(private readonly pool: Pool, @inject('b') public b = 1) { super(); }
  static { Account.#count++ }
  @get() get value(): number { return 1 }
  set value(v) { }
  async *items(): AsyncGenerator<T> { }
  abstract close(): Promise<void>;
  [key: string]: unknown;
  ;
}
const Anonymous = class { }, Named = class Inner extends (a, B) { 'quoted'() { } 1 = 2; [computed]() { } };
interface Shape extends A.B<C> { (x: X): Y; new (x: X): Y; a: A; readonly b?: B; m?<T>(): T; get g(): G; [k: string]: V }
enum Level { Low, High = 1 << 2, 'Odd name' = 'x' } declare const enum E { }
type Alias<in out T> = T; namespace A.B { export const x = 1 } declare module 'm' { } declare global { }
