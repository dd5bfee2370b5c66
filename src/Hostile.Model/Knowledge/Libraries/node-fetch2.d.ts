/**
 * node-fetch 2.
 *
 * @library node-fetch 2.x
 * @source run on node-fetch 2.7.0 against a server that accepts and stays silent (Node 20.20.2): pending at 15 s; `timeout` rejects
 * @source read in node-fetch 2.7.0 lib/index.js: a signal rejects, `timeout: 0` is none
 */
declare module 'node-fetch' {
  export interface RequestInit {
    method?: string;
    headers?: any;
    body?: any;
    redirect?: any;
    agent?: any;
    /** @bounds response by signal */
    signal?: any;
    /** @bounds response in ms by client default none off 0 */
    timeout?: number;
  }
  /** @waits response */
  export default function fetch(url: any, init?: RequestInit): Promise<Response>;
}
