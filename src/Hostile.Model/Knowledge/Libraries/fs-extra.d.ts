/**
 * fs-extra.
 *
 * @library fs-extra 9.x - 11.x
 * @source read in fs-extra 11.4.1 (lib/fs, lib/util) and its types 11.0.4: without a callback each function of `fs` gives a promise, and so do its own
 */
declare module 'fs-extra' {
  export * from 'fs/promises';
  export function exists(path: any): Promise<boolean>;
  /** @reads file 0 */
  export function pathExists(path: any): Promise<boolean>;
  export function copy(from: any, to: any, options?: any): Promise<void>;
  export function move(from: any, to: any, options?: any): Promise<void>;
  export function remove(path: any): Promise<void>;
  export function emptyDir(path: any): Promise<void>;
  export function emptydir(path: any): Promise<void>;
  export function ensureDir(path: any, options?: any): Promise<void>;
  export function ensureFile(path: any): Promise<void>;
  export function ensureLink(from: any, to: any): Promise<void>;
  export function ensureSymlink(from: any, to: any, type?: any): Promise<void>;
  export function mkdirp(path: any, options?: any): Promise<void>;
  export function mkdirs(path: any, options?: any): Promise<void>;
  export function outputFile(path: any, data: any, options?: any): Promise<void>;
  export function outputJson(path: any, data: any, options?: any): Promise<void>;
  export function outputJSON(path: any, data: any, options?: any): Promise<void>;
  export function readJson(path: any, options?: any): Promise<any>;
  export function readJSON(path: any, options?: any): Promise<any>;
  export function writeJson(path: any, data: any, options?: any): Promise<void>;
  export function writeJSON(path: any, data: any, options?: any): Promise<void>;
  export function createReadStream(path: any, options?: any): import('fs').ReadStream;
  export function createWriteStream(path: any, options?: any): import('fs').WriteStream;
}
