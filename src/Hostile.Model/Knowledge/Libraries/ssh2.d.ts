/**
 * ssh2: a client of SSH and SFTP.
 *
 * @library ssh2 1.x
 * @source run on ssh2 1.17.0 (Node 20.20.2): a connection that is refused is an 'error' of the client, and ends the process when nobody hears it; a session that is not ended stays open at the server, and keeps the process
 * @source run on ssh2 1.17.0: an 'error' of a stream of SFTP that nobody hears is thrown within the client, which gives it as its own 'error'
 */
declare module 'ssh2' {
  import { EventEmitter } from 'events';

  export interface ConnectConfig { host?: string; port?: number; username?: string; password?: string; privateKey?: any; readyTimeout?: number; keepaliveInterval?: number; }

  /**
   * @emits error crash
   * @opens connection
   */
  export class Client extends EventEmitter {
    /** @connects */
    connect(config: ConnectConfig): this;
    exec(command: string, callback: (error: Error | undefined, channel: any) => void): this;
    exec(command: string, options: any, callback: (error: Error | undefined, channel: any) => void): this;
    shell(...args: any[]): this;
    sftp(callback: (error: Error | undefined, sftp: any) => void): this;
    forwardOut(...args: any[]): this;
    /**
     * @listens
     * @root 1 event dropping promise
     */
    on(event: string, listener: (...args: any[]) => void): this;
    /**
     * @listens once
     * @root 1 event dropping promise
     */
    once(event: string, listener: (...args: any[]) => void): this;
    /** @closes */
    end(): this;
    /** @closes */
    destroy(): this;
  }
}
