/**
 * Prisma's adapter for pg.
 *
 * @library @prisma/adapter-pg 6.6.x - 7.x
 * @source read in @prisma/adapter-pg 6.6.0, 6.19.0 and 7.10.1 dist/index.js: `PrismaPg` makes a pool of pg with the options or the URL that it is given, as it is; of a pool that it is given it makes none. Prisma itself ends a transaction that its owner has left, after `timeout` (5 s unless it is told otherwise): read in @prisma/client-engine-runtime `transaction-manager.ts`, `#startTransactionTimeout`; nothing bounds connecting and single statements
 */
declare module '@prisma/adapter-pg' {
  import { PoolConfig } from 'pg';
  /**
   * @handle pool
   * @waits connect acquire statement lock query
   */
  export class PrismaPg {
    constructor(poolOrOptions: PoolConfig | string, options?: any);
  }
}
