/**
 * React Router 5, whose history only moves.
 *
 * @library react-router 5.x
 * @library react-router-dom 5.x
 * @library history 4.x
 * @source read in the declarations of @types/react-router 5.1.20, @types/react-router-dom 5.3.3 and @types/history 4.7.11
 */
declare module 'history' {
  export interface Location<S = any> { pathname: string; search: string; hash: string; state: S; key?: string; }
  export type LocationDescriptor<S = any> = string | { pathname?: string; search?: string; hash?: string; state?: S };
  export type LocationDescriptorObject<S = any> = { pathname?: string; search?: string; hash?: string; state?: S };
  export interface History<S = any> {
    length: number;
    action: string;
    location: Location<S>;
    push(path: any, state?: any): void;
    replace(path: any, state?: any): void;
    go(steps: number): void;
    goBack(): void;
    goForward(): void;
    block(prompt?: any): () => void;
    listen(listener: (location: Location<S>, action: string) => void): () => void;
    createHref(location: any): string;
  }
  export function createBrowserHistory(options?: any): History;
  export function createMemoryHistory(options?: any): History;
  export function createHashHistory(options?: any): History;
  export function createPath(location: any): string;
}
declare module 'react-router' {
  import { History, Location } from 'history';
  export interface match<P = any> { params: P; isExact: boolean; path: string; url: string; }
  export interface RouteComponentProps<P = any, C = any, S = any> { history: History; location: Location<S>; match: match<P>; staticContext?: any; }
  export function useHistory(): History;
  export function useLocation<S = any>(): Location<S>;
  export function useParams<P = { [name: string]: string }>(): P;
  export function useRouteMatch<P = any>(path?: any): match<P>;
  export function matchPath<P = any>(path: string, options: any): match<P> | null;
  export function generatePath(path: string, params?: any): string;
  export function withRouter<C>(component: C): C;
  export const Route: any;
  export const Switch: any;
  export const Redirect: any;
  export const Router: any;
}
declare module 'react-router-dom' {
  export * from 'react-router';
  export const Link: any;
  export const NavLink: any;
  export const BrowserRouter: any;
}
