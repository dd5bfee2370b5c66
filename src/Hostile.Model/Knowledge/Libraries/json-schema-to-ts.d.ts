/**
 * json-schema-to-ts: the type of what a JSON schema describes.
 *
 * @library json-schema-to-ts 2.x - 3.x
 * @source read in the declarations of json-schema-to-ts 3.0.0: what is left of a schema's keywords here is what decides a value's members
 */
declare module 'json-schema-to-ts' {
  export type JSONSchema = any;
  export type ExtendedJSONSchema = any;
  /** Each type that a list of them names. */
  type OfName<T> = T extends 'string' ? string : T extends 'number' ? number : T extends 'integer' ? number : T extends 'boolean' ? boolean : T extends 'null' ? null : T extends 'array' ? any[] : { [name: string]: any };
  export type FromSchema<S, O = any> =
    S extends { const: infer C } ? C
    : S extends { enum: readonly (infer E)[] } ? E
    : S extends { anyOf: readonly (infer A)[] } ? FromSchema<A>
    : S extends { oneOf: readonly (infer A)[] } ? FromSchema<A>
    : S extends { type: 'string' } ? string
    : S extends { type: 'object'; properties: infer P } ? { [K in keyof P]: FromSchema<P[K]> }
    : S extends { properties: infer P } ? { [K in keyof P]: FromSchema<P[K]> }
    : S extends { type: 'object' } ? { [name: string]: any }
    : S extends { type: 'array'; items: infer I } ? FromSchema<I>[]
    : S extends { type: readonly (infer T)[] } ? OfName<T>
    : S extends { type: infer T } ? OfName<T>
    : any;
  export function asConst<T>(schema: T): T;
}
