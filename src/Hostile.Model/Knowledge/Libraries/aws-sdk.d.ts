/**
 * The AWS SDK for JavaScript, version 3.
 *
 * @library @aws-sdk/client-s3 3.x
 * @source run on @aws-sdk/client-s3 3.1173.0 against a server that accepts and stays silent (Node 20.20.2): without an option `send` is pending at 6 s; `abortSignal`, `requestHandler.socketTimeout` and `requestHandler.requestTimeout` with `throwOnRequestTimeout` reject; `requestTimeout` without it only warns in this version (it bounded in earlier ones, and is said to bound here); a `requestTimeout` at the top level or in the options of `send` is ignored
 * @source read in the declarations of @smithy/smithy-client 4.12.8 (command.d.ts): a command's resolveMiddleware gives the handler whose promise `send` passes on
 */
declare module '@smithy/smithy-client' {
  export interface ClientConfiguration {
    region?: any;
    endpoint?: any;
    credentials?: any;
    maxAttempts?: any;
    retryMode?: any;
    requestHandler?: HandlerOptions;
    forcePathStyle?: boolean;
    logger?: any;
    /** @ignored use requestHandler.requestTimeout */
    requestTimeout?: number;
    /** @ignored use requestHandler.connectionTimeout */
    connectionTimeout?: number;
    /** @ignored use requestHandler.requestTimeout */
    timeout?: number;
  }
  interface HandlerOptions {
    /** @bounds connect in ms by client default none off 0 */
    connectionTimeout?: number;
    /** @bounds response in ms by client default none off 0 */
    requestTimeout?: number;
    /** @bounds response in ms by client default none off 0 */
    socketTimeout?: number;
    throwOnRequestTimeout?: boolean;
    httpAgent?: any;
    httpsAgent?: any;
  }
  export interface HttpHandlerOptions {
    /** @bounds response by signal */
    abortSignal?: any;
    requestTimeout?: number;
  }
  /** A command is told by what carries it out: the declarations of installed clients say what each answers. */
  type Answered<C> = C extends { resolveMiddleware(stack: any, configuration: any, options: any): SentHandler<infer O> } ? O : any;
  interface SentHandler<O> { (input: any): Promise<{ output: O }>; }
  export class Client {
    constructor(configuration?: ClientConfiguration);
    config: any;
    middlewareStack: any;
    /** @waits response */
    send<C>(command: C, options?: HttpHandlerOptions): Promise<Answered<C>>;
    /** @closes */
    destroy(): void;
  }
}
declare module '@aws-sdk/client-s3' {
  import { Client } from '@smithy/smithy-client';
  export class S3Client extends Client {}
  export class S3 extends Client { [operation: string]: Operation; }
  interface Operation {
    (input: any, callback: (error: any, data?: any) => void): void;
    (input: any, options: any, callback: (error: any, data?: any) => void): void;
    (input?: any, options?: any): Promise<any>;
  }
}
declare module '@aws-sdk/client-dynamodb' {
  import { Client } from '@smithy/smithy-client';
  export class DynamoDBClient extends Client {}
  export class DynamoDB extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-sqs' {
  import { Client } from '@smithy/smithy-client';
  export class SQSClient extends Client {}
  export class SQS extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-sns' {
  import { Client } from '@smithy/smithy-client';
  export class SNSClient extends Client {}
  export class SNS extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-ses' {
  import { Client } from '@smithy/smithy-client';
  export class SESClient extends Client {}
  export class SES extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-sesv2' {
  import { Client } from '@smithy/smithy-client';
  export class SESv2Client extends Client {}
  export class SESv2 extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-lambda' {
  import { Client } from '@smithy/smithy-client';
  export class LambdaClient extends Client {}
  export class Lambda extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-secrets-manager' {
  import { Client } from '@smithy/smithy-client';
  export class SecretsManagerClient extends Client {}
  export class SecretsManager extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-ssm' {
  import { Client } from '@smithy/smithy-client';
  export class SSMClient extends Client {}
  export class SSM extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-kms' {
  import { Client } from '@smithy/smithy-client';
  export class KMSClient extends Client {}
  export class KMS extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-sts' {
  import { Client } from '@smithy/smithy-client';
  export class STSClient extends Client {}
  export class STS extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-eventbridge' {
  import { Client } from '@smithy/smithy-client';
  export class EventBridgeClient extends Client {}
  export class EventBridge extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-cloudwatch' {
  import { Client } from '@smithy/smithy-client';
  export class CloudWatchClient extends Client {}
  export class CloudWatch extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-cloudwatch-logs' {
  import { Client } from '@smithy/smithy-client';
  export class CloudWatchLogsClient extends Client {}
  export class CloudWatchLogs extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-kinesis' {
  import { Client } from '@smithy/smithy-client';
  export class KinesisClient extends Client {}
  export class Kinesis extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-firehose' {
  import { Client } from '@smithy/smithy-client';
  export class FirehoseClient extends Client {}
  export class Firehose extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-cognito-identity-provider' {
  import { Client } from '@smithy/smithy-client';
  export class CognitoIdentityProviderClient extends Client {}
  export class CognitoIdentityProvider extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-sfn' {
  import { Client } from '@smithy/smithy-client';
  export class SFNClient extends Client {}
  export class SFN extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-ecs' {
  import { Client } from '@smithy/smithy-client';
  export class ECSClient extends Client {}
  export class ECS extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-ec2' {
  import { Client } from '@smithy/smithy-client';
  export class EC2Client extends Client {}
  export class EC2 extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-bedrock-runtime' {
  import { Client } from '@smithy/smithy-client';
  export class BedrockRuntimeClient extends Client {}
  export class BedrockRuntime extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/client-s3vectors' {
  import { Client } from '@smithy/smithy-client';
  export class S3VectorsClient extends Client {}
  export class S3Vectors extends Client { [operation: string]: (input?: any, options?: any) => Promise<any>; }
}
declare module '@aws-sdk/lib-dynamodb' {
  import { Client } from '@smithy/smithy-client';
  export class DynamoDBDocumentClient extends Client { static from(client: any, configuration?: any): DynamoDBDocumentClient; }
  export class DynamoDBDocument extends Client { static from(client: any, configuration?: any): DynamoDBDocument; }
}
declare module '@aws-sdk/lib-storage' {
  import { EventEmitter } from 'events';
  /** @emits error swallow */
  export class Upload extends EventEmitter {
    constructor(options: any);
    done(): Promise<any>;
    abort(): Promise<void>;
  }
}
declare module '@aws-sdk/s3-request-presigner' {
  export function getSignedUrl(client: any, command: any, options?: any): Promise<string>;
}
