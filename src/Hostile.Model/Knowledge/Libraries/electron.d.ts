/**
 * Electron: programs with windows of their own.
 *
 * @library electron 14.x - 45.x
 * @outlives rejections
 * @windowed
 * @source read in electron/electron pull requests 29244 and 37464: `--unhandled-rejections` is set to `warn`, later to `warn-with-error-code`, so that a rejection that nobody took is written to the console and ends neither the main process nor a window's
 * @source read in electron's lib/browser/init.ts: a listener for `uncaughtException` shows a box, and the main process goes on
 */
declare module 'electron' {
  import { EventEmitter } from 'events';
  export interface App extends EventEmitter {
    quit(): void;
    exit(code?: number): void;
    getPath(name: string): string;
    getVersion(): string;
    isReady(): boolean;
    isPackaged: boolean;
  }
  export const app: App;
  export interface IpcMainInvokeEvent { sender: any; senderFrame: any; processId: number; frameId: number; }
  export interface IpcMain extends EventEmitter {
    handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: any[]) => any): void;
    handleOnce(channel: string, listener: (event: IpcMainInvokeEvent, ...args: any[]) => any): void;
    removeHandler(channel: string): void;
  }
  export const ipcMain: IpcMain;
}
