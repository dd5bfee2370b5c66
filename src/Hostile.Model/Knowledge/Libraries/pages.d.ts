/**
 * What only components of pages call. Server-side rendering calls none of it.
 *
 * @library vue 3.x
 * @library svelte 3.x - 5.x
 * @library solid-js 1.x
 * @source run on vue 3.5.45 (renderToString), svelte 5.57.3 and solid-js 1.9.20 (their builds for servers): onMounted and onMount call nothing
 * @source read in the code of vue 3.5.45: a hook's rejection goes to the error handler; of svelte 5.57.3 and solid-js 1.9.20: what a hook returns is looked at by nobody, unless it is a function
 */
declare module 'vue' {
  /**
   * @page
   * @calls 0 later taking promise
   */
  export function onMounted(hook: () => any, target?: any): void;
  /**
   * @page
   * @calls 0 later taking promise
   */
  export function onBeforeMount(hook: () => any, target?: any): void;
  /**
   * @page
   * @calls 0 often taking promise
   */
  export function onUpdated(hook: () => any, target?: any): void;
  /**
   * @page
   * @calls 0 later taking promise
   */
  export function onBeforeUnmount(hook: () => any, target?: any): void;
  /**
   * @page
   * @calls 0 later taking promise
   */
  export function onUnmounted(hook: () => any, target?: any): void;
}
declare module 'svelte' {
  /**
   * @page
   * @calls 0 later dropping promise
   */
  export function onMount(hook: () => any): void;
  /** @page */
  export function beforeUpdate(hook: () => void): void;
  /** @page */
  export function afterUpdate(hook: () => void): void;
  export function tick(): Promise<void>;
}
declare module 'solid-js' {
  /**
   * @page
   * @calls 0 later dropping promise
   */
  export function onMount(hook: () => void): void;
}
