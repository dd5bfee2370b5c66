/**
 * Stripe.
 *
 * @library stripe 12.x - 23.x
 * @wherever stripe
 * @source run on stripe 23.1.0 against a server that accepts and stays silent (Node 20.20.2): 80 s and two more tries by default; `timeout` of the client and of a call reject; the result of `list` is a promise that can be iterated
 * @source Stripe's documentation, "Receive Stripe events in your webhook endpoint" (2025): an endpoint may get the same event more than once, and one that did not answer with success gets it again for up to three days
 */
declare module 'stripe' {
  export interface StripeConfig {
    apiVersion?: any;
    typescript?: boolean;
    /** @bounds response in ms by client default 80000 */
    timeout?: number;
    maxNetworkRetries?: number;
    httpAgent?: any;
    httpClient?: any;
    host?: any;
    port?: any;
    protocol?: any;
    telemetry?: boolean;
    appInfo?: any;
  }
  export interface StripePromise extends Promise<any> { autoPagingEach(handler: (item: any) => any): Promise<void>; autoPagingToArray(options: { limit: number }): Promise<any[]>; }
  /** Its methods send requests; those of `webhooks` are declared apart. */
  export interface StripeResource { /** @waits response */ [method: string]: (...args: any[]) => StripePromise; }
  export interface StripeWebhooks { /** @redelivers Stripe */ constructEvent(...args: any[]): any; /** @redelivers Stripe */ constructEventAsync(...args: any[]): Promise<any>; generateTestHeaderString(options: any): string; }
  export const stripe: Stripe;
  export class Stripe {
    constructor(key: string, configuration?: StripeConfig);
    webhooks: StripeWebhooks;
    accounts: StripeResource;
    balance: StripeResource;
    charges: StripeResource;
    coupons: StripeResource;
    customers: StripeResource;
    disputes: StripeResource;
    events: StripeResource;
    invoiceItems: StripeResource;
    invoices: StripeResource;
    paymentIntents: StripeResource;
    paymentLinks: StripeResource;
    paymentMethods: StripeResource;
    payouts: StripeResource;
    plans: StripeResource;
    prices: StripeResource;
    products: StripeResource;
    promotionCodes: StripeResource;
    refunds: StripeResource;
    setupIntents: StripeResource;
    subscriptionItems: StripeResource;
    subscriptionSchedules: StripeResource;
    subscriptions: StripeResource;
    taxRates: StripeResource;
    transfers: StripeResource;
    webhookEndpoints: StripeResource;
    checkout: { sessions: StripeResource };
    billingPortal: { sessions: StripeResource; configurations: StripeResource };
    static errors: any;
  }
  export default Stripe;
}
