/**
 * Zod: schemas, and the types of what they give.
 *
 * @library zod 3.x - 4.x
 * @source read in the declarations of zod 4.4.3 (v4/classic/schemas.d.ts, v4/classic/parse.d.ts, v3/types.d.ts): what a schema gives, what is a promise
 */
declare module 'zod/v4' {
  export interface ZodIssue { code: string; path: (string | number)[]; message: string; }
  export class ZodError<T = any> extends Error {
    issues: ZodIssue[];
    errors: ZodIssue[];
    format(mapper?: any): any;
    flatten(mapper?: any): { formErrors: string[]; fieldErrors: { [name: string]: string[] } };
  }
  export interface RefinementCtx { addIssue(issue: any): void; path: (string | number)[]; issues: ZodIssue[]; value: any; }
  export type SafeParseReturnType<I, O> = { success: true; data: O; error?: undefined } | { success: false; data?: undefined; error: ZodError<I> };
  export type ZodSafeParseResult<O> = SafeParseReturnType<any, O>;

  /** What only some schemas have is on all of them: code that compiles asks for it where it is. */
  export interface ZodType<O = any, D = any, I = any> {
    _output: O;
    _input: I;
    _def: any;
    description?: string;
    parse(data: any, options?: any): O;
    safeParse(data: any, options?: any): SafeParseReturnType<any, O>;
    parseAsync(data: any, options?: any): Promise<O>;
    safeParseAsync(data: any, options?: any): Promise<SafeParseReturnType<any, O>>;
    spa(data: any, options?: any): Promise<SafeParseReturnType<any, O>>;
    refine(check: (value: O) => any, message?: any): this;
    superRefine(check: (value: O, context: RefinementCtx) => any): this;
    check(...checks: any[]): this;
    overwrite(change: (value: O) => O): this;
    transform<N>(change: (value: O, context: RefinementCtx) => N | Promise<N>): ZodType<N>;
    optional(): ZodType<O | undefined>;
    nullable(): ZodType<O | null>;
    nullish(): ZodType<O | null | undefined>;
    default(value: any): ZodType<O>;
    prefault(value: any): ZodType<O>;
    catch(value: any): ZodType<O>;
    array(): ZodType<O[]>;
    or<T extends ZodType>(other: T): ZodType<O | T['_output']>;
    and<T extends ZodType>(other: T): ZodType<O & T['_output']>;
    pipe<T extends ZodType>(other: T): ZodType<T['_output']>;
    brand<B = any>(name?: any): this;
    readonly(): this;
    describe(text: string): this;
    meta(data: any): this;
    register(registry: any, ...meta: any[]): this;
    isOptional(): boolean;
    isNullable(): boolean;
    unwrap(): ZodType;
    removeDefault(): ZodType;
    min(least: any, message?: any): this;
    max(most: any, message?: any): this;
    gt(bound: any, message?: any): this;
    gte(bound: any, message?: any): this;
    lt(bound: any, message?: any): this;
    lte(bound: any, message?: any): this;
    size(size: number, message?: any): this;
    length(length: number, message?: any): this;
    nonempty(message?: any): this;
    int(message?: any): this;
    positive(message?: any): this;
    negative(message?: any): this;
    nonnegative(message?: any): this;
    nonpositive(message?: any): this;
    multipleOf(of: any, message?: any): this;
    step(of: any, message?: any): this;
    finite(message?: any): this;
    safe(message?: any): this;
    email(message?: any): this;
    url(message?: any): this;
    uuid(message?: any): this;
    cuid(message?: any): this;
    cuid2(message?: any): this;
    nanoid(message?: any): this;
    ulid(message?: any): this;
    ip(message?: any): this;
    base64(message?: any): this;
    jwt(message?: any): this;
    regex(pattern: RegExp, message?: any): this;
    includes(text: string, message?: any): this;
    startsWith(text: string, message?: any): this;
    endsWith(text: string, message?: any): this;
    datetime(options?: any): this;
    date(options?: any): this;
    time(options?: any): this;
    trim(): this;
    toLowerCase(): this;
    toUpperCase(): this;
    lowercase(message?: any): this;
    uppercase(message?: any): this;
    options: any;
    enum: any;
    value: any;
    element: any;
    mime(types: any, message?: any): this;
    rest(schema: ZodType): ZodType<any[]>;
    exclude(values: any): this;
    extract(values: any): this;
  }
  export type ZodTypeAny = ZodType;
  export type ZodSchema<O = any> = ZodType<O>;
  export type Schema<O = any> = ZodType<O>;
  export type ZodRawShape = { [name: string]: ZodType };
  export interface ZodObject<S = any> extends ZodType<{ [K in keyof S]: S[K]['_output'] }> {
    shape: S;
    extend<T>(shape: T): ZodObject<T & S>;
    safeExtend<T>(shape: T): ZodObject<T & S>;
    augment<T>(shape: T): ZodObject<T & S>;
    merge<T>(other: ZodObject<T>): ZodObject<T & S>;
    pick(keys: any): ZodObject<S>;
    omit(keys: any): ZodObject<S>;
    partial(keys?: any): ZodObject<S>;
    deepPartial(): ZodObject<S>;
    required(keys?: any): ZodObject<S>;
    strict(message?: any): this;
    strip(): this;
    loose(): this;
    passthrough(): this;
    catchall(schema: ZodType): this;
    keyof(): ZodType<string>;
  }
  export type AnyZodObject = ZodObject<any>;
  export type ZodString = ZodType<string>;
  export type ZodNumber = ZodType<number>;
  export type ZodBoolean = ZodType<boolean>;
  export type ZodDate = ZodType<Date>;
  export type ZodEnum<T = any> = ZodType<string>;
  export type ZodArray<T extends ZodType = ZodType> = ZodType<T['_output'][]>;
  export type ZodOptional<T extends ZodType = ZodType> = ZodType<T['_output'] | undefined>;
  export type ZodNullable<T extends ZodType = ZodType> = ZodType<T['_output'] | null>;
  export type ZodEffects<T extends ZodType = ZodType, O = any> = ZodType<O>;
  export type output<T extends ZodType> = T['_output'];
  export type input<T extends ZodType> = T['_output'];
  export type { output as infer };
  export type TypeOf<T extends ZodType> = T['_output'];

  export function object<S = {}>(shape?: S, message?: any): ZodObject<S>;
  export function strictObject<S>(shape: S, message?: any): ZodObject<S>;
  export function looseObject<S>(shape: S, message?: any): ZodObject<S>;
  export function string(message?: any): ZodType<string>;
  export function number(message?: any): ZodType<number>;
  export function int(message?: any): ZodType<number>;
  export function int32(message?: any): ZodType<number>;
  export function float32(message?: any): ZodType<number>;
  export function float64(message?: any): ZodType<number>;
  export function boolean(message?: any): ZodType<boolean>;
  export function stringbool(options?: any): ZodType<boolean>;
  export function bigint(message?: any): ZodType<bigint>;
  export function date(message?: any): ZodType<Date>;
  export function symbol(message?: any): ZodType<symbol>;
  export function nan(message?: any): ZodType<number>;
  export function any(): ZodType<any>;
  export function unknown(): ZodType<any>;
  export function never(message?: any): ZodType<never>;
  export function email(message?: any): ZodType<string>;
  export function url(message?: any): ZodType<string>;
  export function uuid(message?: any): ZodType<string>;
  export function uuidv4(message?: any): ZodType<string>;
  export function guid(message?: any): ZodType<string>;
  export function cuid(message?: any): ZodType<string>;
  export function cuid2(message?: any): ZodType<string>;
  export function nanoid(message?: any): ZodType<string>;
  export function ulid(message?: any): ZodType<string>;
  export function ipv4(message?: any): ZodType<string>;
  export function ipv6(message?: any): ZodType<string>;
  export function base64(message?: any): ZodType<string>;
  export function jwt(message?: any): ZodType<string>;
  export function hostname(message?: any): ZodType<string>;
  export function emoji(message?: any): ZodType<string>;
  export function array<T extends ZodType>(of: T, message?: any): ZodType<T['_output'][]>;
  export function set<T extends ZodType>(of: T, message?: any): ZodType<Set<T['_output']>>;
  export function map<K extends ZodType, V extends ZodType>(keys: K, values: V, message?: any): ZodType<Map<K['_output'], V['_output']>>;
  export function record<K extends ZodType, V extends ZodType>(keys: K, values: V, message?: any): ZodType<{ [name: string]: V['_output'] }>;
  export function record<V extends ZodType>(values: V): ZodType<{ [name: string]: V['_output'] }>;
  export function partialRecord<K extends ZodType, V extends ZodType>(keys: K, values: V, message?: any): ZodType<{ [name: string]: V['_output'] }>;
  export function tuple<T extends ZodType>(items: T[], rest?: any): ZodType<T['_output'][]>;
  export function union<T extends ZodType>(options: readonly T[], message?: any): ZodType<T['_output']>;
  export function discriminatedUnion<T extends ZodType>(key: string, options: readonly T[], message?: any): ZodType<T['_output']>;
  export function intersection<A extends ZodType, B extends ZodType>(one: A, other: B): ZodType<A['_output'] & B['_output']>;
  export function literal<T>(value: T | readonly T[], message?: any): ZodType<T>;
  declare function enumeration<T extends string>(values: readonly T[], message?: any): ZodType<T>;
  declare function enumeration(values: any, message?: any): ZodType<string>;
  export function nativeEnum(values: any, message?: any): ZodType<string | number>;
  export function optional<T extends ZodType>(schema: T): ZodType<T['_output'] | undefined>;
  export function nullable<T extends ZodType>(schema: T): ZodType<T['_output'] | null>;
  export function nullish<T extends ZodType>(schema: T): ZodType<T['_output'] | null | undefined>;
  export function lazy<T>(schema: () => T): T;
  export function preprocess<T extends ZodType>(change: (value: any, context: any) => any, schema: T): T;
  export function pipe<T extends ZodType>(from: ZodType, to: T): T;
  export function custom<T = any>(check?: (value: any) => any, message?: any): ZodType<T>;
  export function promise<T extends ZodType>(schema: T): ZodType<Promise<T['_output']>>;
  export function transform<N>(change: (value: any, context: any) => N): ZodType<N>;
  export function json(message?: any): ZodType<any>;
  export function file(message?: any): ZodType<any>;
  export function prettifyError(error: ZodError): string;
  export function treeifyError(error: ZodError): any;
  export function flattenError(error: ZodError): { formErrors: string[]; fieldErrors: { [name: string]: string[] } };
  export function toJSONSchema(schema: ZodType, options?: any): any;
  declare function nothing(message?: any): ZodType<null>;
  declare function missing(message?: any): ZodType<undefined>;
  declare function instance<T extends new (...args: any[]) => any>(of: T, message?: any): ZodType<InstanceType<T>>;
  export { enumeration as enum, nothing as null, missing as undefined, missing as void, instance as instanceof };
  export const coerce: {
    string(message?: any): ZodType<string>;
    number(message?: any): ZodType<number>;
    boolean(message?: any): ZodType<boolean>;
    bigint(message?: any): ZodType<bigint>;
    date(message?: any): ZodType<Date>;
  };
  export const iso: {
    date(message?: any): ZodType<string>;
    time(message?: any): ZodType<string>;
    datetime(message?: any): ZodType<string>;
    duration(message?: any): ZodType<string>;
  };
  export const ZodIssueCode: { [name: string]: string };
  export const NEVER: never;
}
declare module 'zod' {
  import * as z from 'zod/v4';
  export * from 'zod/v4';
  export { z };
  export default z;
}
