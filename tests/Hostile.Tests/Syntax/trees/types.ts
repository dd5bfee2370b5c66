type Forms = | A.B<C> | string & D[] | (() => void) | [a: A, b?: B, ...c: C[]] | [A?, ...B] | { a: A; b(): B } | 'l' | -1 | null | `x${Y}z`;
type Conditional<T> = T extends (infer U extends string)[] ? U : T extends new (...a: any) => infer R ? R : never;
type Mapped<T> = { readonly [K in keyof T as `get${K}`]?: T[K] } & { -readonly [K in keyof T]-?: T[K] };
type Others = keyof typeof a.b | unique symbol | readonly A[] | typeof import('m') | import('n', { with: { 'resolution-mode': 'import' } }).O<P> | this;
declare function isIt(x: unknown): x is It; declare function sure(x): asserts x; let f: abstract new <T>(a: T) => T; let g: asserts;
