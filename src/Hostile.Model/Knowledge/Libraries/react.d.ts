/**
 * React's hooks, as far as they take or return functions and promises.
 *
 * @library react 18.x - 19.x
 * @library preact 10.x
 * @source run on react and react-dom 18.3.1 and 19.3.1 with jsdom 24: the rejection of an async effect or event handler is unhandled; that of an action given to startTransition, useTransition or useActionState goes to the error boundary in 19, and is unhandled in 18
 * @source read in the declarations of @types/react 19: signatures
 * @source read in the declarations of preact 10: its effects take and give the same functions
 */
declare module 'react' {
  export as namespace React;
  export interface RefObject<T> { current: T; }
  export interface MutableRefObject<T> { current: T; }
  export interface Dispatch<A> { (action: A): void; }
  export type SetStateAction<S> = S | ((previous: S) => S);
  export interface TransitionStartFunction {
    /** @calls 0 now taking promise */
    (action: () => any): void;
  }
  export type ReactNode = string | number | boolean | null | undefined | object;
  export type ReactText = string | number;
  export type ReactChild = string | number | ReactElement;
  export interface ReactElement<P = any, T = any> { type: any; props: P; key: string | number | null; }
  export interface ReactPortal extends ReactElement {}
  export type ForwardedRef<T> = ((instance: T | null) => void) | RefObject<T | null> | null;
  export type Ref<T> = ForwardedRef<T>;
  export type Key = string | number;
  export interface ForwardRefExoticComponent<P> { (props: P): ReactElement | null; displayName?: string; defaultProps?: any; }
  export interface FunctionComponent<P = {}> { (props: P, ...rest: any[]): ReactElement | null; displayName?: string; defaultProps?: any; }
  export interface FC<P = {}> extends FunctionComponent<P> {}
  /** What has reached an element of a page, by way of React. */
  export interface SyntheticEvent<T = Element, E = Event> {
    nativeEvent: E; currentTarget: T; target: any; type: string; timeStamp: number; bubbles: boolean; cancelable: boolean; defaultPrevented: boolean; eventPhase: number; isTrusted: boolean;
    preventDefault(): void; isDefaultPrevented(): boolean; stopPropagation(): void; isPropagationStopped(): boolean; persist(): void;
  }
  export interface ChangeEvent<T = Element> extends SyntheticEvent<T> { target: T; }
  export interface FormEvent<T = Element> extends SyntheticEvent<T> {}
  export interface FocusEvent<T = Element> extends SyntheticEvent<T> { relatedTarget: any; target: T; }
  export interface KeyboardEvent<T = Element> extends SyntheticEvent<T> { altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; repeat: boolean; code: string; key: string; keyCode: number; which: number; getModifierState(key: string): boolean; }
  export interface MouseEvent<T = Element, E = Event> extends SyntheticEvent<T, E> { altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; button: number; buttons: number; clientX: number; clientY: number; pageX: number; pageY: number; screenX: number; screenY: number; movementX: number; movementY: number; relatedTarget: any; }
  export interface PointerEvent<T = Element> extends MouseEvent<T> { pointerId: number; pointerType: string; pressure: number; }
  export interface DragEvent<T = Element> extends MouseEvent<T> { dataTransfer: DataTransfer; }
  export interface ClipboardEvent<T = Element> extends SyntheticEvent<T> { clipboardData: DataTransfer; }
  export interface TouchEvent<T = Element> extends SyntheticEvent<T> { touches: any; targetTouches: any; changedTouches: any; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; }
  export interface WheelEvent<T = Element> extends MouseEvent<T> { deltaX: number; deltaY: number; deltaZ: number; deltaMode: number; }
  export interface CSSProperties { [name: string]: string | number | undefined; }
  export interface Context<T> { Provider: any; Consumer: any; displayName?: string; }

  /**
   * @mounts 0
   * @calls 0 often dropping promise
   */
  export function useEffect(effect: () => void | (() => void), dependencies?: readonly any[]): void;
  /**
   * @mounts 0
   * @calls 0 often dropping promise
   */
  export function useLayoutEffect(effect: () => void | (() => void), dependencies?: readonly any[]): void;
  /**
   * @mounts 0
   * @calls 0 often dropping promise
   */
  export function useInsertionEffect(effect: () => void | (() => void), dependencies?: readonly any[]): void;
  export function cache<F extends (...args: any[]) => any>(fn: F): F;
  export function useImperativeHandle(ref: any, create: () => any, dependencies?: readonly any[]): void;
  /** @calls 0 now returning promise */
  export function useState<S>(initial: S | (() => S)): [S, Dispatch<SetStateAction<S>>];
  export function useState<S = undefined>(): [S | undefined, Dispatch<SetStateAction<S | undefined>>];
  export function useReducer<S = any, A = any>(reducer: (state: S, action: A) => S, initial: any, ...rest: any[]): [S, Dispatch<A>];
  export function useRef<T>(initial: T): RefObject<T>;
  export function useRef<T = any>(): RefObject<T | undefined>;
  export function useCallback<T>(callback: T, dependencies: readonly any[]): T;
  /** @calls 0 now returning promise */
  export function useMemo<T>(create: () => T, dependencies: readonly any[]): T;
  /** @of-context 0 */
  export function useContext<T>(context: Context<T>): T;
  export function useId(): string;
  export function useDeferredValue<T>(value: T, initial?: T): T;
  export function useTransition(): [boolean, TransitionStartFunction];
  export function useSyncExternalStore<T>(subscribe: (changed: () => void) => () => void, snapshot: () => T, server?: () => T): T;
  export function useDebugValue(value: any, format?: any): void;
  export function useOptimistic(state: any, update?: any): [any, (action: any) => void];
  /** @calls 0 often taking promise */
  export function useActionState<S = any>(action: (state: S, payload: any) => S | Promise<S>, initial: S, permalink?: string): [S, (payload?: any) => void, boolean];
  /** @calls 0 now taking promise */
  export function startTransition(action: () => any): void;
  /** @of-context 0 */
  export function use<T>(usable: Promise<T> | Context<T>): T;
  /** @context 0 by value */
  export function createContext<T>(initial: T): Context<T>;
  export function forwardRef<T, P = {}>(render: (props: P, ref: ForwardedRef<T>) => any): ForwardRefExoticComponent<P>;
  export function memo<T>(component: T, equal?: any): T;
  /** @calls 0 later taking promise */
  export function lazy(load: () => Promise<any>): any;
  export function cache<T>(callback: T): T;
  export function createElement(type: any, ...rest: any[]): any;
  export function cloneElement(element: any, ...rest: any[]): any;
  export function isValidElement(value: any): boolean;
  export const Fragment: any;
  export const StrictMode: any;
  export const Suspense: any;
  export const Children: any;
}
declare module 'preact/hooks' {
  /**
   * @mounts 0
   * @calls 0 often dropping promise
   */
  export function useEffect(effect: () => void | (() => void), dependencies?: readonly any[]): void;
  /**
   * @mounts 0
   * @calls 0 often dropping promise
   */
  export function useLayoutEffect(effect: () => void | (() => void), dependencies?: readonly any[]): void;
}
