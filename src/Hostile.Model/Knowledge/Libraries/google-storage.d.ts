/**
 * The client of Google's Cloud Storage.
 *
 * @library @google-cloud/storage 6.x - 7.x
 * @source read in @google-cloud/storage 7.22.0 build/cjs/src/file.js: createReadStream and createWriteStream give streams of Node's, which are destroyed with the error of the request; nobody listens for it there
 */
declare module '@google-cloud/storage' {
  import { Readable, Writable } from 'stream';

  /**
   * @emits error crash
   * @completes end
   */
  export interface FileReadStream extends Readable {}
  /**
   * @emits error crash
   * @completes finish
   */
  export interface FileWriteStream extends Writable {}

  export interface File {
    name: string;
    metadata: any;
    bucket: Bucket;
    /** @opens stream */
    createReadStream(options?: any): FileReadStream;
    /** @opens stream */
    createWriteStream(options?: any): FileWriteStream;
    save(data: any, options?: any): Promise<void>;
    download(options?: any): Promise<[any]>;
    exists(options?: any): Promise<[boolean]>;
    delete(options?: any): Promise<[any]>;
    getMetadata(options?: any): Promise<[any, any]>;
    setMetadata(metadata: any, options?: any): Promise<[any]>;
    copy(destination: any, options?: any): Promise<[File, any]>;
    move(destination: any, options?: any): Promise<[File, any]>;
    getSignedUrl(config: any): Promise<[string]>;
    makePublic(): Promise<any>;
  }

  export interface Bucket {
    name: string;
    file(name: string, options?: any): File;
    getFiles(options?: any): Promise<[File[], any, any]>;
    upload(path: string, options?: any): Promise<[File, any]>;
    deleteFiles(options?: any): Promise<void>;
    exists(options?: any): Promise<[boolean]>;
  }

  export class Storage {
    constructor(options?: any);
    bucket(name: string, options?: any): Bucket;
    getBuckets(options?: any): Promise<[Bucket[], any, any]>;
    createBucket(name: string, metadata?: any): Promise<[Bucket, any]>;
  }
}
