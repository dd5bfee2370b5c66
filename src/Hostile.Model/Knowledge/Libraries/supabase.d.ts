/**
 * supabase-js: PostgreSQL through PostgREST, one request and one transaction a statement.
 *
 * @library @supabase/supabase-js 2.x
 * @wherever SupabaseClient supabase supabaseAdmin
 * @source run on @supabase/supabase-js 2.109.0 against an HTTP server (Node 20.20.2): a builder that is not awaited sends nothing, `then` sends it, and it has neither `catch` nor `finally`; an answer of 409 with 23505, and a server that is down, come as `error` and reject nothing; after `throwOnError()` they reject; `head` with `count` asks for the number only; `ignoreDuplicates` asks to leave what is there
 * @source read in @supabase/postgrest-js 2.109.0 src/PostgrestClient.ts, PostgrestQueryBuilder.ts, PostgrestFilterBuilder.ts: signatures
 */
declare module '@supabase/supabase-js' {
  export interface PostgrestResponse {
    data: any;
    error: any;
    count: number | null;
    status: number;
    statusText: string;
  }
  /** Its methods give itself back, but for those named here. */
  export interface PostgrestFilterBuilder {
    /** @lazy */
    then<A = PostgrestResponse, B = never>(fulfilled?: ((value: PostgrestResponse) => A | Promise<A>) | null, rejected?: ((reason: any) => B | Promise<B>) | null): Promise<A | B>;
    /**
     * @sql where {0:column} = {1}
     * @never-rejects
     */
    eq(column: string, value: any): this;
    /**
     * @sql where {0:column} <> {1}
     * @never-rejects
     */
    neq(column: string, value: any): this;
    /**
     * @sql where {0:column} > {1}
     * @never-rejects
     */
    gt(column: string, value: any): this;
    /**
     * @sql where {0:column} >= {1}
     * @never-rejects
     */
    gte(column: string, value: any): this;
    /**
     * @sql where {0:column} < {1}
     * @never-rejects
     */
    lt(column: string, value: any): this;
    /**
     * @sql where {0:column} <= {1}
     * @never-rejects
     */
    lte(column: string, value: any): this;
    /**
     * @sql where {0:column} LIKE {1}
     * @never-rejects
     */
    like(column: string, value: any): this;
    /**
     * @sql where {0:column} ILIKE {1}
     * @never-rejects
     */
    ilike(column: string, value: any): this;
    /**
     * @sql where {0:column} IS {1}
     * @never-rejects
     */
    is(column: string, value: any): this;
    /**
     * @sql where {0:column} IN {1:list}
     * @never-rejects
     */
    in(column: string, values: any): this;
    /**
     * @sql where {0:condition}
     * @never-rejects
     */
    match(query: any): this;
    /**
     * @never-rejects
     */
    or(filters: string, options?: any): this;
    /**
     * @never-rejects
     */
    not(column: string, operator: string, value: any): this;
    /**
     * @never-rejects
     */
    filter(column: string, operator: string, value: any): this;
    /**
     * @never-rejects
     */
    contains(column: string, value: any): this;
    /**
     * @never-rejects
     */
    containedBy(column: string, value: any): this;
    /**
     * @never-rejects
     */
    overlaps(column: string, value: any): this;
    /**
     * @never-rejects
     */
    textSearch(column: string, query: string, options?: any): this;
    /**
     * @sql order
     * @never-rejects
     */
    order(column: string, options?: any): this;
    /**
     * @sql limit {0}
     * @never-rejects
     */
    limit(count: any, options?: any): this;
    /**
     * @sql nothing
     * @never-rejects
     */
    range(from: any, to: any, options?: any): this;
    /**
     * @sql limit 1
     * @never-rejects
     */
    single(): this;
    /**
     * @sql limit 1
     * @never-rejects
     */
    maybeSingle(): this;
    /**
     * @sql nothing
     * @never-rejects
     */
    returns(): this;
    /**
     * @sql nothing
     * @never-rejects
     */
    overrideTypes(): this;
    /**
     * @sql nothing
     * @never-rejects
     */
    abortSignal(signal: any): this;
    /** @sql nothing */
    throwOnError(): this;
    csv(): any;
    explain(options?: any): any;
    [method: string]: any;
  }
  /** What an INSERT, UPDATE or DELETE goes on with: it gives back rows only when it is asked to. */
  export interface PostgrestWriteBuilder extends PostgrestFilterBuilder {
    /**
     * @sql returning
     * @never-rejects
     */
    select(columns?: string): this;
  }
  interface SelectOptions {
    /** @sql columns count(*) */
    head: any;
  }
  interface UpsertOptions {
    /** @sql conflict {value:keys} */
    onConflict: any;
    /** @sql by Ignoring {value} */
    ignoreDuplicates: any;
  }
  interface Ignoring {
    /** @sql do nothing */
    true: any;
  }
  export interface PostgrestQueryBuilder {
    /**
     * @sql select
     * @sql by SelectOptions {1}
     * @never-rejects
     */
    select(columns?: string, options?: any): PostgrestFilterBuilder;
    /**
     * @sql insert
     * @sql values {0:rows}
     * @never-rejects
     */
    insert(values: any, options?: any): PostgrestWriteBuilder;
    /**
     * @sql insert
     * @sql values {0:rows}
     * @sql do update
     * @sql by UpsertOptions {1}
     * @never-rejects
     */
    upsert(values: any, options?: any): PostgrestWriteBuilder;
    /**
     * @sql update
     * @sql set {0:set}
     * @never-rejects
     */
    update(values: any, options?: any): PostgrestWriteBuilder;
    /**
     * @sql delete
     * @never-rejects
     */
    delete(options?: any): PostgrestWriteBuilder;
  }
  /** @handle pool */
  export class SupabaseClient<D = any, S = any, T = any> {
    constructor(url: string, key: string, options?: any);
    /** @sql from {0:table} */
    from(table: string): PostgrestQueryBuilder;
    schema(name: string): this;
    /** @never-rejects */
    rpc(name: string, parameters?: any, options?: any): PostgrestFilterBuilder;
    auth: any;
    storage: any;
    functions: any;
    realtime: any;
    channel(name: string, options?: any): any;
    removeChannel(channel: any): any;
  }
  export function createClient<D = any, S = any, T = any>(url: string, key: string, options?: any): SupabaseClient<D>;
  export const supabase: SupabaseClient;
  export const supabaseAdmin: SupabaseClient;
}
declare module '@supabase/ssr' {
  import { SupabaseClient } from '@supabase/supabase-js';
  export function createServerClient<D = any, S = any>(url: string, key: string, options?: any): SupabaseClient<D>;
  export function createBrowserClient<D = any, S = any>(url: string, key: string, options?: any): SupabaseClient<D>;
}
