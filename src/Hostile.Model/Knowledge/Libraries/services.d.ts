/**
 * Services that are given mails and jobs over HTTP.
 *
 * @library resend 2.x - 6.x
 * @library @sendgrid/mail 7.x - 8.x
 * @library postmark 3.x - 5.x
 * @library inngest 2.x - 3.x
 * @library @upstash/qstash 2.x
 * @library @trigger.dev/sdk 3.x - 4.x
 * @library aws4fetch 1.x
 * @source read in the code of resend 6.38.0, @sendgrid/mail 8.1.6, postmark 5.1.0, inngest 3.54.2, @upstash/qstash 2.12.0, @trigger.dev/sdk 4.8.3: each of these sends its request when it is called
 * @source read in aws4fetch 1.0.20: fetch signs the request and sends it by the global fetch, again after 429 and 5xx
 */
declare module 'resend' {
  export interface Emails {
    /** @hands-over */
    send(mail: any, options?: any): any;
    /** @hands-over */
    create(mail: any, options?: any): any;
    [method: string]: any;
  }
  export interface Batch {
    /** @hands-over */
    send(mails: any, options?: any): any;
    /** @hands-over */
    create(mails: any, options?: any): any;
  }
  export class Resend {
    constructor(key?: string);
    emails: Emails;
    batch: Batch;
    [service: string]: any;
  }
}
declare module '@sendgrid/mail' {
  export class MailService {
    setApiKey(key: string): void;
    /** @hands-over */
    send(mail: any, isMultiple?: any, callback?: any): any;
    /** @hands-over */
    sendMultiple(mail: any, callback?: any): any;
    [member: string]: any;
  }
  const mail: MailService;
  export default mail;
}
declare module 'postmark' {
  export class ServerClient {
    constructor(token: string, options?: any);
    /** @hands-over */
    sendEmail(mail: any, callback?: any): any;
    /** @hands-over */
    sendEmailBatch(mails: any, callback?: any): any;
    /** @hands-over */
    sendEmailWithTemplate(mail: any, callback?: any): any;
    /** @hands-over */
    sendEmailBatchWithTemplates(mails: any, callback?: any): any;
    [member: string]: any;
  }
}
declare module 'inngest' {
  export class Inngest {
    constructor(options: any);
    /** @hands-over */
    send(events: any, options?: any): any;
    [member: string]: any;
  }
}
declare module '@upstash/qstash' {
  export class Client {
    constructor(options?: any);
    /** @hands-over */
    publish(request: any): any;
    /** @hands-over */
    publishJSON(request: any): any;
    /** @hands-over */
    enqueue(request: any): any;
    /** @hands-over */
    enqueueJSON(request: any): any;
    /** @hands-over */
    batch(requests: any): any;
    /** @hands-over */
    batchJSON(requests: any): any;
    [member: string]: any;
  }
}
declare module '@trigger.dev/sdk' {
  export interface Task {
    /** @hands-over */
    trigger(payload: any, options?: any): any;
    /** @hands-over */
    batchTrigger(items: any, options?: any): any;
    [member: string]: any;
  }
  export interface Tasks {
    /** @hands-over */
    trigger(id: any, payload?: any, options?: any): any;
    /** @hands-over */
    batchTrigger(id: any, items?: any, options?: any): any;
    [member: string]: any;
  }
  export const tasks: Tasks;
  export function task(options: any): Task;
  export function schemaTask(options: any): Task;
}
declare module '@trigger.dev/sdk/v3' {
  import { Task, Tasks } from '@trigger.dev/sdk';
  export const tasks: Tasks;
  export function task(options: any): Task;
  export function schemaTask(options: any): Task;
}
declare module 'aws4fetch' {
  export class AwsClient {
    constructor(options: any);
    sign(request: any, options?: any): Promise<any>;
    /** @waits response */
    fetch(request: any, options?: RequestInit): Promise<Response>;
  }
}
