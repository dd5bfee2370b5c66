/**
 * The client of OpenSearch.
 *
 * @library @opensearch-project/opensearch 2.x - 3.x
 * @source run on @opensearch-project/opensearch 2.13.0 and 3.9.0 (Node 20.20.2): a client opens its connections when it first asks, and keeps them for ever while the server does; twenty clients that are not closed keep twenty
 */
declare module '@opensearch-project/opensearch' {
  /** @opens connection */
  export class Client {
    constructor(options: any);
    /** @closes */
    close(): Promise<void>;
    search(params?: any, options?: any): Promise<any>;
    index(params?: any, options?: any): Promise<any>;
    bulk(params?: any, options?: any): Promise<any>;
    get(params?: any, options?: any): Promise<any>;
    delete(params?: any, options?: any): Promise<any>;
    deleteByQuery(params?: any, options?: any): Promise<any>;
    update(params?: any, options?: any): Promise<any>;
    count(params?: any, options?: any): Promise<any>;
    indices: any;
    cluster: any;
    cat: any;
  }
}
