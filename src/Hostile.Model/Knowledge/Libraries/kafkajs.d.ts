/**
 * KafkaJS.
 *
 * @library kafkajs 2.x
 * @source run on kafkajs 2.2.4 (Node 20.20.2): connect to a broker that is away rejects after its retries and emits nothing that ends the process; against a silent one requestTimeout bounds it
 * @source read in kafkajs 2.2.4 src/consumer and src/index.js: a rejection of eachMessage or eachBatch is logged, tried again and restarts the consumer; connectionTimeout 1000, requestTimeout 30000; messages of one partition are processed one after the other, of several at once by partitionsConsumedConcurrently
 */
declare module 'kafkajs' {
  export interface KafkaConfig {
    brokers: any;
    clientId?: string;
    ssl?: any;
    sasl?: any;
    retry?: any;
    logLevel?: any;
    logCreator?: any;
    /** @bounds connect in ms by client default 1000 */
    connectionTimeout?: number;
    /** @bounds response in ms by client default 30000 */
    requestTimeout?: number;
    enforceRequestTimeout?: boolean;
  }
  export interface EachMessagePayload { topic: string; partition: number; message: any; heartbeat(): Promise<void>; pause(): () => void; }
  export interface EachBatchPayload { batch: any; resolveOffset(offset: string): void; heartbeat(): Promise<void>; commitOffsetsIfNecessary(offsets?: any): Promise<void>; uncommittedOffsets(): any; isRunning(): boolean; isStale(): boolean; pause(): () => void; }
  export interface ConsumerRunConfig { autoCommit?: boolean; autoCommitInterval?: number | null; autoCommitThreshold?: number | null; eachBatchAutoResolve?: boolean; partitionsConsumedConcurrently?: number; eachMessage?: (payload: EachMessagePayload) => Promise<void>; eachBatch?: (payload: EachBatchPayload) => Promise<void>; }
  export interface Producer {
    connect(): Promise<void>;
    /** @closes */
    disconnect(): Promise<void>;
    /** @hands-over */
    send(record: any): Promise<any[]>;
    sendBatch(batch: any): Promise<any[]>;
    transaction(): Promise<any>;
    isIdempotent(): boolean;
    on(event: string, listener: (...args: any[]) => void): any;
    events: any;
  }
  export interface Consumer {
    connect(): Promise<void>;
    /** @closes */
    disconnect(): Promise<void>;
    subscribe(subscription: any): Promise<void>;
    /**
     * @root 0.eachMessage message taking promise
     * @root 0.eachBatch message taking promise
     */
    run(configuration?: ConsumerRunConfig): Promise<void>;
    stop(): Promise<void>;
    commitOffsets(offsets: any[]): Promise<void>;
    seek(position: any): void;
    pause(topics: any[]): void;
    resume(topics: any[]): void;
    describeGroup(): Promise<any>;
    on(event: string, listener: (...args: any[]) => void): any;
    events: any;
  }
  export interface Admin { connect(): Promise<void>; disconnect(): Promise<void>; listTopics(): Promise<string[]>; createTopics(options: any): Promise<boolean>; deleteTopics(options: any): Promise<void>; fetchTopicMetadata(options?: any): Promise<any>; fetchOffsets(options: any): Promise<any>; }
  export class Kafka {
    constructor(configuration: KafkaConfig);
    producer(configuration?: any): Producer;
    consumer(configuration: any): Consumer;
    admin(configuration?: any): Admin;
    logger(): any;
  }
  export const logLevel: any;
  export const Partitioners: any;
  export const CompressionTypes: any;
}
