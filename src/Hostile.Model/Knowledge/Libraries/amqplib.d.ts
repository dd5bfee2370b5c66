/**
 * amqplib.
 *
 * @library amqplib 0.8.x - 2.x
 * @source run on amqplib 2.3.1 (Node 20.20.2): connect to a broker that is away rejects; to a silent one it is pending at 5 s, and `timeout` rejects
 * @source read in amqplib 2.3.1 lib/connection.js, lib/channel.js, lib/safe_emit.js: an error of the connection or channel is emitted as 'error', which ends the process when nobody hears it; what the function given to consume returns is dropped; publish and sendToQueue give a boolean, those of a confirm channel call back
 */
declare module 'amqplib' {
  import { EventEmitter } from 'events';
  export interface ConsumeMessage { content: Buffer; fields: any; properties: any; }
  export interface SocketOptions {
    /** @bounds connect in ms by client default none */
    timeout?: number;
    noDelay?: boolean;
    keepAlive?: boolean;
    clientProperties?: any;
  }
  /** @emits error crash */
  export interface ChannelModel extends EventEmitter {
    connection: any;
    createChannel(options?: any): Promise<Channel>;
    createConfirmChannel(options?: any): Promise<ConfirmChannel>;
    /** @closes */
    close(): Promise<void>;
  }
  export interface Connection extends ChannelModel {}
  /** @emits error crash */
  export interface Channel extends EventEmitter {
    connection: any;
    assertQueue(queue: string, options?: any): Promise<any>;
    checkQueue(queue: string): Promise<any>;
    deleteQueue(queue: string, options?: any): Promise<any>;
    purgeQueue(queue: string): Promise<any>;
    bindQueue(queue: string, source: string, pattern: string, args?: any): Promise<any>;
    unbindQueue(queue: string, source: string, pattern: string, args?: any): Promise<any>;
    assertExchange(exchange: string, type: string, options?: any): Promise<any>;
    checkExchange(exchange: string): Promise<any>;
    deleteExchange(exchange: string, options?: any): Promise<any>;
    /** @hands-over */
    publish(exchange: string, key: string, content: any, options?: any): boolean;
    /** @hands-over */
    sendToQueue(queue: string, content: any, options?: any): boolean;
    /** @root 1 message dropping promise */
    consume(queue: string, callback: (message: ConsumeMessage | null) => void, options?: any): Promise<any>;
    cancel(tag: string): Promise<any>;
    get(queue: string, options?: any): Promise<any>;
    prefetch(count: number, global?: boolean): Promise<any>;
    recover(): Promise<any>;
    ack(message: any, allUpTo?: boolean): void;
    ackAll(): void;
    nack(message: any, allUpTo?: boolean, requeue?: boolean): void;
    reject(message: any, requeue?: boolean): void;
    /** @closes */
    close(): Promise<void>;
  }
  export interface ConfirmChannel extends Channel {
    /** @hands-over */
    publish(exchange: string, key: string, content: any, options?: any, callback?: (error: any, ok: any) => void): boolean;
    /** @hands-over */
    sendToQueue(queue: string, content: any, options?: any, callback?: (error: any, ok: any) => void): boolean;
    waitForConfirms(): Promise<void>;
  }
  export function connect(url: any, options?: SocketOptions): Promise<ChannelModel>;
}
