/**
 * TypeGraphQL: decorators make a request's handler of a method.
 *
 * @library type-graphql 1.x - 2.x
 * @source run on type-graphql 2.0.0-rc.2 with graphql 16.15.0 (Node 20.20.2): what a query or a mutation rejects with is an error of the answer, and reaches nobody else; of a resolver one object is made
 * @source read in type-graphql 2.0.0-rc.2 build/typings/decorators: signatures
 */
declare module 'type-graphql' {
  /** @root decorated request taking promise */
  export function Query(...args: any[]): MethodDecorator;
  /** @root decorated request taking promise */
  export function Mutation(...args: any[]): MethodDecorator;
  /** @root decorated request taking promise */
  export function Subscription(...args: any[]): MethodDecorator;
  /** @root decorated request taking promise */
  export function FieldResolver(...args: any[]): MethodDecorator;
  export function Resolver(...args: any[]): ClassDecorator;
  export function buildSchema(options: any): Promise<any>;
}
