/**
 * styled-components: templates whose holes are given the properties of the element.
 *
 * @library styled-components 4.x - 6.x
 * @source read in the declarations of @types/styled-components 5.1.36
 */
declare module 'styled-components' {
  /** The program adds the colours and sizes of its own. */
  export interface DefaultTheme { [name: string]: any; }
  export interface ThemeProps<T = DefaultTheme> { theme: T; }
  export type ThemedStyledProps<P, T = DefaultTheme> = P & ThemeProps<T>;
  export type StyledProps<P> = P & ThemeProps;
  export interface StyledComponent<C = any, T = any, O = any, A = any> { (props: any): any; displayName?: string; defaultProps?: any; attrs: any; toString(): string; withComponent(component: any): any; }
  export interface Keyframes { getName(): string; }
  export interface CSSObject { [name: string]: any; }
  export interface CSSProperties { [name: string]: any; }
  export type Css = readonly any[];
  export type FlattenSimpleInterpolation = Css;
  export interface Styled<P> {
    <Q = {}>(strings: any, ...holes: ((props: P & Q & ThemeProps) => any)[]): StyledComponent;
    attrs<Q = {}>(attributes: ((props: P & Q & ThemeProps) => any) | {}): Styled<P & Q>;
    withConfig<Q = {}>(options: any): Styled<P & Q>;
  }
  export interface StyledInterface {
    <P>(component: (props: P, ...rest: any[]) => any, options?: any): Styled<P>;
    (component: any, options?: any): Styled<{}>;
    [element: string]: Styled<{}>;
  }
  declare const styled: StyledInterface;
  export { styled };
  export default styled;
  export function css<P = {}>(strings: any, ...holes: ((props: P & ThemeProps) => any)[]): Css;
  export function keyframes(strings: any, ...holes: any[]): Keyframes;
  export function createGlobalStyle<P = {}>(strings: any, ...holes: ((props: P & ThemeProps) => any)[]): StyledComponent;
  export function useTheme(): DefaultTheme;
  export function withTheme<C>(component: C): C;
  export function isStyledComponent(value: any): boolean;
  export const ThemeProvider: StyledComponent;
  export const ThemeContext: any;
  export const ThemeConsumer: any;
  export const StyleSheetManager: StyledComponent;
  export class ServerStyleSheet { collectStyles(tree: any): any; getStyleTags(): string; getStyleElement(): any[]; seal(): void; }
}
