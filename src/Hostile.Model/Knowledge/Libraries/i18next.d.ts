/**
 * i18next and its hooks for React.
 *
 * @library i18next 20.x - 26.x
 * @library react-i18next 11.x - 17.x
 * @source read in the declarations of i18next 26.7.2 and 22.5.1, react-i18next 12.3.1: what is a promise, what `t` gives
 * @source run on i18next 26.7.2 (Node 20.20.2): with a backend that fails, init, changeLanguage, loadNamespaces, loadLanguages and reloadResources resolve
 */
declare module 'i18next' {
  export interface i18n {
    /** @never-rejects */
    init(...args: any[]): Promise<any>;
    /** @never-rejects */
    changeLanguage(language?: string, ...rest: any[]): Promise<any>;
    /** @never-rejects */
    loadNamespaces(namespaces: any, ...rest: any[]): Promise<void>;
    /** @never-rejects */
    loadLanguages(languages: any, ...rest: any[]): Promise<void>;
    /** @never-rejects */
    reloadResources(...args: any[]): Promise<void>;
    use(module: any): this;
    t: TFunction;
    exists(key: any, options?: any): boolean;
    dir(language?: string): string;
    getFixedT(...args: any[]): TFunction;
    createInstance(...args: any[]): i18n;
    cloneInstance(...args: any[]): i18n;
    addResourceBundle(...args: any[]): this;
    hasResourceBundle(language: string, namespace: string): boolean;
    on(event: string, listener: (...args: any[]) => void): void;
    off(event: string, listener?: any): void;
    language: string;
    languages: readonly string[];
    resolvedLanguage?: string;
    options: any;
    isInitialized: boolean;
  }
  const i18next: i18n;
  export default i18next;
  export function createInstance(...args: any[]): i18n;
  /** With `returnObjects` it gives a part of the texts, which is data, too. */
  export interface TFunction { (key: any, ...rest: any[]): string; }
  export function t(key: any, ...rest: any[]): string;
  export function use(module: any): i18n;
  /** @never-rejects */
  export function init(...args: any[]): Promise<TFunction>;
  /** @never-rejects */
  export function changeLanguage(...args: any[]): Promise<TFunction>;
}
declare module 'react-i18next' {
  import { i18n, TFunction } from 'i18next';
  export interface UseTranslationResponse { t: TFunction; i18n: i18n; ready: boolean; }
  export function useTranslation(namespace?: any, options?: any): UseTranslationResponse & [TFunction, i18n, boolean];
  export interface WithTranslation { t: TFunction; i18n: i18n; tReady: boolean; }
  export function withTranslation(...args: any[]): <C>(component: C) => C;
  export function Trans(props: any): any;
  export function I18nextProvider(props: any): any;
  export const initReactI18next: any;
  export function getI18n(): i18n;
  export function setI18n(instance: i18n): void;
}
