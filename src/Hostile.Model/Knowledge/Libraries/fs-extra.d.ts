/**
 * fs-extra.
 *
 * @library fs-extra 9.x - 11.x
 * @source read in fs-extra 11.4.1 (lib/fs, lib/util) and its types 11.0.4: without a callback each function of `fs` gives a promise, and so do its own; with one it gives nothing
 */
declare module 'fs-extra' {
  /** @reads file 0 */
  export function access(path: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function access(path: any, options: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function access(path: any, options?: any): Promise<void>;
  export function appendFile(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function appendFile(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function appendFile(from: any, to: any, options?: any): Promise<void>;
  export function chmod(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function chmod(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function chmod(from: any, to: any, options?: any): Promise<void>;
  export function copy(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function copy(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function copy(from: any, to: any, options?: any): Promise<void>;
  export function copyFile(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function copyFile(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function copyFile(from: any, to: any, options?: any): Promise<void>;
  export function emptyDir(path: any, done: (error: any, result?: any) => void): void;
  export function emptyDir(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function emptyDir(path: any, options?: any): Promise<void>;
  export function emptydir(path: any, done: (error: any, result?: any) => void): void;
  export function emptydir(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function emptydir(path: any, options?: any): Promise<void>;
  export function ensureDir(path: any, done: (error: any, result?: any) => void): void;
  export function ensureDir(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function ensureDir(path: any, options?: any): Promise<void>;
  export function ensureFile(path: any, done: (error: any, result?: any) => void): void;
  export function ensureFile(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function ensureFile(path: any, options?: any): Promise<void>;
  export function ensureLink(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function ensureLink(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function ensureLink(from: any, to: any, options?: any): Promise<void>;
  export function ensureSymlink(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function ensureSymlink(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function ensureSymlink(from: any, to: any, options?: any): Promise<void>;
  /** @reads file 0 */
  export function exists(path: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function exists(path: any, options: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function exists(path: any, options?: any): Promise<boolean>;
  export function link(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function link(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function link(from: any, to: any, options?: any): Promise<void>;
  /** @reads file 0 */
  export function lstat(path: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function lstat(path: any, options: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function lstat(path: any, options?: any): Promise<import('fs').Stats>;
  export function mkdir(path: any, done: (error: any, result?: any) => void): void;
  export function mkdir(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function mkdir(path: any, options?: any): Promise<void>;
  export function mkdirp(path: any, done: (error: any, result?: any) => void): void;
  export function mkdirp(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function mkdirp(path: any, options?: any): Promise<void>;
  export function mkdirs(path: any, done: (error: any, result?: any) => void): void;
  export function mkdirs(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function mkdirs(path: any, options?: any): Promise<void>;
  export function move(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function move(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function move(from: any, to: any, options?: any): Promise<void>;
  export function outputFile(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function outputFile(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function outputFile(from: any, to: any, options?: any): Promise<void>;
  export function outputJSON(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function outputJSON(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function outputJSON(from: any, to: any, options?: any): Promise<void>;
  export function outputJson(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function outputJson(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function outputJson(from: any, to: any, options?: any): Promise<void>;
  /** @reads file 0 */
  export function pathExists(path: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function pathExists(path: any, options: any, done: (error: any, result?: any) => void): void;
  /**
   * @reads file 0
   * @never-rejects
   */
  export function pathExists(path: any, options?: any): Promise<boolean>;
  /** @reads file 0 */
  export function readFile(path: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function readFile(path: any, options: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function readFile(path: any, options?: any): Promise<any>;
  export function readJSON(path: any, done: (error: any, result?: any) => void): void;
  export function readJSON(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function readJSON(path: any, options?: any): Promise<any>;
  export function readJson(path: any, done: (error: any, result?: any) => void): void;
  export function readJson(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function readJson(path: any, options?: any): Promise<any>;
  export function readdir(path: any, done: (error: any, result?: any) => void): void;
  export function readdir(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function readdir(path: any, options?: any): Promise<string[]>;
  export function readlink(path: any, done: (error: any, result?: any) => void): void;
  export function readlink(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function readlink(path: any, options?: any): Promise<string>;
  export function realpath(path: any, done: (error: any, result?: any) => void): void;
  export function realpath(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function realpath(path: any, options?: any): Promise<string>;
  export function remove(path: any, done: (error: any, result?: any) => void): void;
  export function remove(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function remove(path: any, options?: any): Promise<void>;
  export function rename(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function rename(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function rename(from: any, to: any, options?: any): Promise<void>;
  export function rm(path: any, done: (error: any, result?: any) => void): void;
  export function rm(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function rm(path: any, options?: any): Promise<void>;
  export function rmdir(path: any, done: (error: any, result?: any) => void): void;
  export function rmdir(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function rmdir(path: any, options?: any): Promise<void>;
  /** @reads file 0 */
  export function stat(path: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function stat(path: any, options: any, done: (error: any, result?: any) => void): void;
  /** @reads file 0 */
  export function stat(path: any, options?: any): Promise<import('fs').Stats>;
  export function symlink(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function symlink(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function symlink(from: any, to: any, options?: any): Promise<void>;
  export function truncate(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function truncate(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function truncate(from: any, to: any, options?: any): Promise<void>;
  export function unlink(path: any, done: (error: any, result?: any) => void): void;
  export function unlink(path: any, options: any, done: (error: any, result?: any) => void): void;
  export function unlink(path: any, options?: any): Promise<void>;
  export function writeFile(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function writeFile(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function writeFile(from: any, to: any, options?: any): Promise<void>;
  export function writeJSON(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function writeJSON(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function writeJSON(from: any, to: any, options?: any): Promise<void>;
  export function writeJson(from: any, to: any, done: (error: any, result?: any) => void): void;
  export function writeJson(from: any, to: any, options: any, done: (error: any, result?: any) => void): void;
  export function writeJson(from: any, to: any, options?: any): Promise<void>;
  export function createReadStream(path: any, options?: any): import('fs').ReadStream;
  export function createWriteStream(path: any, options?: any): import('fs').WriteStream;
}
