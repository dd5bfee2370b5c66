/**
 * Connect, and Google's Pub/Sub.
 *
 * @library @connectrpc/connect 1.x - 2.x
 * @library @google-cloud/pubsub 3.x - 5.x
 * @source read in @connectrpc/connect 2.1.2 dist/cjs/promise-client.js: a method of a client sends its request when it is called; one that streams gives an iterable, the others a promise
 * @source read in @google-cloud/pubsub 5.3.1 build/src/topic.js: publishMessage hands a copy of the message to the publisher, which sends it, alone or with others, and gives a promise where no callback is given; publish and publishJSON call it
 */
declare module '@connectrpc/connect' {
  export interface CallOptions { timeoutMs?: number; signal?: AbortSignal; headers?: any; onHeader?: any; onTrailer?: any; contextValues?: any; }
  /** Its methods send requests. */
  export interface Client<T = any> { /** @waits response */ [method: string]: (request?: any, options?: CallOptions) => any; }
  export type PromiseClient<T = any> = Client<T>;
  export interface Transport { unary(...args: any[]): any; stream(...args: any[]): any; }
  export function createClient<T = any>(service: any, transport: any): Client<T>;
  export function createPromiseClient<T = any>(service: any, transport: any): Client<T>;
  export class ConnectError extends Error {
    constructor(message: string, code?: any, metadata?: any, details?: any, cause?: any);
    code: any;
    metadata: any;
    rawMessage: string;
    findDetails(type: any): any[];
    static from(reason: any, code?: any): ConnectError;
  }
  export const Code: any;
}
declare module '@google-cloud/pubsub' {
  export interface Topic {
    name: string;
    /** @hands-over */
    publishMessage(message: any): Promise<string>;
    /** @hands-over */
    publishMessage(message: any, callback: (error: any, id?: any) => void): void;
    /** @hands-over */
    publish(data: any, attributes?: any): Promise<string>;
    /** @hands-over */
    publishJSON(json: any, attributes?: any): Promise<string>;
    [member: string]: any;
  }
  export class PubSub {
    constructor(options?: any);
    topic(name: string, options?: any): Topic;
    subscription(name: string, options?: any): any;
    [member: string]: any;
  }
}
