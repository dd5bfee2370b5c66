/**
 * React Router: hooks that navigate and submit. What a loader or an action throws goes to the route's error boundary.
 *
 * @library react-router 7.x - 8.x
 * @library react-router-dom 7.x
 * @source read in the declarations of react-router 8.3.0: `navigate` gives a promise or nothing, `submit` and `load` a promise
 * @source run on react-router 8.5.3 (Node 24.21.0), createMemoryRouter: `navigate` to a route whose loader rejects, to none and back, a submission whose action rejects, `fetch` of both and `revalidate` resolve
 */
declare module 'react-router' {
  export interface Location<S = any> { pathname: string; search: string; hash: string; state: S; key: string; }
  export interface NavigateFunction {
    /** @never-rejects */
    (to: any, options?: any): void | Promise<void>;
  }
  export interface SubmitFunction {
    /** @never-rejects */
    (target: any, options?: any): Promise<void>;
  }
  export interface Fetcher<D = any> { state: string; data: D; formData?: FormData; formMethod?: string; formAction?: string; json?: any; text?: string; Form: any; submit: SubmitFunction;
    /** @never-rejects */
    load(href: string, options?: any): Promise<void>;
    reset(options?: any): void;
  }
  export interface Revalidator {
    /** @never-rejects */
    revalidate(): Promise<void>;
    state: string;
  }
  export interface Params { [name: string]: string | undefined; }
  export function useNavigate(): NavigateFunction;
  export function useSubmit(): SubmitFunction;
  export function useFetcher<D = any>(options?: any): Fetcher<D>;
  export function useFetchers(): Fetcher[];
  export function useLocation(): Location;
  export function useParams<P = Params>(): P;
  export function useSearchParams(initial?: any): [URLSearchParams, (next: any, options?: any) => void];
  export function useNavigation(): { state: string; location?: Location; formData?: FormData; formMethod?: string; formAction?: string; };
  export function useRevalidator(): Revalidator;
  export function useMatch(pattern: any): any;
  export function useMatches(): any[];
  export function useLoaderData<D = any>(): D;
  export function useActionData<D = any>(): D;
  export function useRouteError(): any;
  export function useOutletContext<C = any>(): C;
  export function useHref(to: any): string;
  export function useBlocker(when: any): { state: string; proceed?(): void; reset?(): void; location?: Location; };
  export function redirect(url: string, init?: any): Response;
  export function data(value: any, init?: any): any;
  export function generatePath(path: string, params?: any): string;
  export function matchPath(pattern: any, path: string): any;
  export function isRouteErrorResponse(error: any): boolean;
  export const Link: any;
  export const NavLink: any;
  export const Form: any;
  export const Outlet: any;
  export const Navigate: any;
  export const Route: any;
  export const Routes: any;
}
declare module 'react-router-dom' {
  export * from 'react-router';
}
