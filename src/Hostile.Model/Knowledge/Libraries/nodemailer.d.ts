/**
 * Nodemailer.
 *
 * @library nodemailer 6.x - 10.x
 * @wherever mailer transporter
 * @wherever transport beside nodemailer
 * @source read in the declarations of nodemailer 10.6.0 and its types: what is a promise
 * @source run on nodemailer 6.9.7 (Node 20.20.2): `verify` with a callback returns nothing, and its error goes there
 */
declare module 'nodemailer' {
  export interface Transporter<T = any> {
    /** @hands-over */
    sendMail(mail: any): Promise<any>;
    sendMail(mail: any, callback: (error: Error | null, info: any) => void): void;
    verify(callback: (error: Error | null, success: true) => void): void;
    verify(): Promise<true>;
    isIdle(): boolean;
    close(): void;
    use(step: string, plugin: any): this;
    on(event: string, listener: (...args: any[]) => void): this;
    options: any;
  }
  export const mailer: Transporter;
  export const transporter: Transporter;
  export const transport: Transporter;
  export function createTransport(...args: any[]): Transporter;
  export function createTestAccount(): Promise<any>;
  export function getTestMessageUrl(info: any): any;
  const nodemailer: { createTransport: typeof createTransport; createTestAccount: typeof createTestAccount; getTestMessageUrl: typeof getTestMessageUrl };
  export default nodemailer;
}
