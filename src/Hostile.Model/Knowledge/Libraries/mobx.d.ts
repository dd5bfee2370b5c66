/**
 * MobX and its binding to React: decorators leave values what they are, `observer` a component.
 *
 * @library mobx 4.x - 6.x
 * @library mobx-react 6.x - 9.x
 * @library mobx-react-lite 2.x - 4.x
 * @source read in the declarations of mobx 4.15.7 and 6.13, mobx-react 6.3.1
 */
declare module 'mobx' {
  export interface IObservableValue<T> { get(): T; set(value: T): void; }
  export interface IComputedValue<T> { get(): T; }
  export interface Reaction { (): void; }
  export interface Action { (...args: any[]): any; bound: (...args: any[]) => any; }
  export interface ObservableMap<K = any, V = any> extends Map<K, V> { merge(other: any): this; replace(other: any): this; toJSON(): any; }
  export interface IObservableArray<T = any> extends Array<T> { clear(): T[]; replace(items: T[]): T[]; remove(item: T): boolean; }
  export interface Observable {
    (...args: any[]): any;
    ref: (...args: any[]) => any;
    shallow: (...args: any[]) => any;
    deep: (...args: any[]) => any;
    struct: (...args: any[]) => any;
    box<T>(value?: T, options?: any): IObservableValue<T>;
    array<T>(values?: T[], options?: any): IObservableArray<T>;
    map<K, V>(values?: any, options?: any): ObservableMap<K, V>;
    set<T>(values?: any, options?: any): Set<T>;
    object<T>(value: T, ...rest: any[]): T;
  }
  export interface Computed { (...args: any[]): any; struct: (...args: any[]) => any; }
  export const observable: Observable;
  export const computed: Computed;
  export const action: Action;
  export function runInAction<T>(body: () => T): T;
  export function runInAction<T>(name: string, body: () => T): T;
  export function autorun(effect: (reaction: any) => any, options?: any): Reaction;
  export function reaction<T>(expression: (reaction: any) => T, effect: (value: T, ...rest: any[]) => any, options?: any): Reaction;
  export function when(predicate: () => boolean, effect: () => any, options?: any): Reaction;
  export function when(predicate: () => boolean, options?: any): Promise<void>;
  export function observe(target: any, ...rest: any[]): Reaction;
  export function intercept(target: any, ...rest: any[]): Reaction;
  export function toJS<T>(value: T, options?: any): T;
  export function untracked<T>(body: () => T): T;
  export function transaction<T>(body: () => T): T;
  export function makeObservable<T>(target: T, ...rest: any[]): T;
  export function makeAutoObservable<T>(target: T, ...rest: any[]): T;
  export function extendObservable(target: any, ...rest: any[]): any;
  export function isObservable(value: any): boolean;
  export function isObservableArray(value: any): boolean;
  export function isObservableMap(value: any): boolean;
  export function configure(options: any): void;
  export function set(target: any, ...rest: any[]): void;
  export function remove(target: any, key: any): void;
  export function entries(target: any): any[];
  export function keys(target: any): string[];
  export function values(target: any): any[];
  export function decorate(target: any, decorators: any): any;
}
declare module 'mobx-react' {
  export function observer<C>(component: C, options?: any): C;
  export function inject(...stores: any[]): <C>(component: C) => C;
  export function Provider(props: any): any;
  export function Observer(props: any): any;
  export function useObserver<T>(body: () => T): T;
  export function useLocalStore<T>(make: () => T): T;
  export function useLocalObservable<T>(make: () => T): T;
  export function disposeOnUnmount(...args: any[]): any;
}
declare module 'mobx-react-lite' {
  export function observer<C>(component: C, options?: any): C;
  export function Observer(props: any): any;
  export function useLocalObservable<T>(make: () => T): T;
}
