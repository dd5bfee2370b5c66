/**
 * node-fetch 3.
 *
 * @library node-fetch 3.x
 * @source run on node-fetch 3.3.2 against a server that accepts and stays silent (Node 20.20.2): pending at 330 s; a signal rejects; a `timeout` is not read
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
    /** @ignored use signal */
    timeout?: number;
  }
  /** @waits response */
  export default function fetch(url: any, init?: RequestInit): Promise<Response>;
}
