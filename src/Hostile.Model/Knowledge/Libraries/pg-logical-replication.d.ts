/**
 * Logical replication of PostgreSQL as a stream of events.
 *
 * @library pg-logical-replication 2.x
 * @source run on pg-logical-replication 2.5.0 (Node 20.20.2): 'error' that nobody hears is thrown where it is emitted
 * @source read in pg-logical-replication 2.5.0 dist/logical-replication-service.js: an error of the connection is emitted as 'error' out of a listener on it; so is a start that fails, which rejects, too
 */
declare module 'pg-logical-replication' {
  import { EventEmitter } from 'events';
  /** @emits error crash */
  export class LogicalReplicationService extends EventEmitter {
    constructor(clientConfig: any, config?: any);
    lastLsn(): string;
    isStop(): boolean;
    stop(): Promise<this>;
    destroy(): Promise<this>;
    subscribe(plugin: any, slotName: string, uptoLsn?: string): Promise<this>;
    acknowledge(lsn: string, ping?: boolean): Promise<boolean>;
  }
  export class PgoutputPlugin { constructor(options: any); }
  export class Wal2JsonPlugin { constructor(options?: any); }
  export class TestDecodingPlugin { constructor(options?: any); }
  export class ProtocolBuffersPlugin { constructor(options?: any); }
}
