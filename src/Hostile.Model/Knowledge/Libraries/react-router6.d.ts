/**
 * React Router 6, whose `navigate` and `submit` give nothing.
 *
 * @library react-router 6.x
 * @library react-router-dom 6.x
 * @source read in the declarations of react-router 6.30.6 (lib/hooks.d.ts)
 */
declare module 'react-router' {
  export interface Location<S = any> { pathname: string; search: string; hash: string; state: S; key: string; }
  export interface NavigateFunction { (to: any, options?: any): void; }
  export interface SubmitFunction { (target: any, options?: any): void; }
  export interface Fetcher<D = any> { state: string; data: D; formData?: FormData; formMethod?: string; formAction?: string; json?: any; text?: string; Form: any; submit: SubmitFunction; load(href: string, options?: any): void; }
  export interface Params { [name: string]: string | undefined; }
  export function useNavigate(): NavigateFunction;
  export function useSubmit(): SubmitFunction;
  export function useFetcher<D = any>(options?: any): Fetcher<D>;
  export function useFetchers(): Fetcher[];
  export function useLocation(): Location;
  export function useParams<P = Params>(): P;
  export function useSearchParams(initial?: any): [URLSearchParams, (next: any, options?: any) => void];
  export function useNavigation(): { state: string; location?: Location; formData?: FormData; formMethod?: string; formAction?: string; };
  export function useRevalidator(): { revalidate(): void; state: string; };
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
