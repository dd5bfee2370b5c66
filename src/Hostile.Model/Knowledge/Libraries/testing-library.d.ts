/**
 * Testing Library.
 *
 * @library @testing-library/react 13.x - 16.x
 * @library @testing-library/user-event 14.x
 * @source read in the declarations of @testing-library/react 16.3.3, dom 10.4.2 and user-event 14.6.13: what is a promise
 */
declare module '@testing-library/react' {
  export interface Queries {
    findByRole(...args: any[]): Promise<any>;
    findAllByRole(...args: any[]): Promise<any[]>;
    getByRole(...args: any[]): any;
    getAllByRole(...args: any[]): any[];
    queryByRole(...args: any[]): any;
    queryAllByRole(...args: any[]): any[];
    findByText(...args: any[]): Promise<any>;
    findAllByText(...args: any[]): Promise<any[]>;
    getByText(...args: any[]): any;
    getAllByText(...args: any[]): any[];
    queryByText(...args: any[]): any;
    queryAllByText(...args: any[]): any[];
    findByLabelText(...args: any[]): Promise<any>;
    findAllByLabelText(...args: any[]): Promise<any[]>;
    getByLabelText(...args: any[]): any;
    getAllByLabelText(...args: any[]): any[];
    queryByLabelText(...args: any[]): any;
    queryAllByLabelText(...args: any[]): any[];
    findByPlaceholderText(...args: any[]): Promise<any>;
    findAllByPlaceholderText(...args: any[]): Promise<any[]>;
    getByPlaceholderText(...args: any[]): any;
    getAllByPlaceholderText(...args: any[]): any[];
    queryByPlaceholderText(...args: any[]): any;
    queryAllByPlaceholderText(...args: any[]): any[];
    findByTestId(...args: any[]): Promise<any>;
    findAllByTestId(...args: any[]): Promise<any[]>;
    getByTestId(...args: any[]): any;
    getAllByTestId(...args: any[]): any[];
    queryByTestId(...args: any[]): any;
    queryAllByTestId(...args: any[]): any[];
    findByDisplayValue(...args: any[]): Promise<any>;
    findAllByDisplayValue(...args: any[]): Promise<any[]>;
    getByDisplayValue(...args: any[]): any;
    getAllByDisplayValue(...args: any[]): any[];
    queryByDisplayValue(...args: any[]): any;
    queryAllByDisplayValue(...args: any[]): any[];
    findByAltText(...args: any[]): Promise<any>;
    findAllByAltText(...args: any[]): Promise<any[]>;
    getByAltText(...args: any[]): any;
    getAllByAltText(...args: any[]): any[];
    queryByAltText(...args: any[]): any;
    queryAllByAltText(...args: any[]): any[];
    findByTitle(...args: any[]): Promise<any>;
    findAllByTitle(...args: any[]): Promise<any[]>;
    getByTitle(...args: any[]): any;
    getAllByTitle(...args: any[]): any[];
    queryByTitle(...args: any[]): any;
    queryAllByTitle(...args: any[]): any[];
  }
  export interface RenderResult extends Queries { container: any; baseElement: any; rerender(element: any): void; unmount(): void; asFragment(): any; debug(...args: any[]): void; }
  export function render(element: any, options?: any): RenderResult;
  export function renderHook<R = any>(callback: (properties: any) => R, options?: any): { result: { current: R }; rerender(properties?: any): void; unmount(): void };
  export function cleanup(): void;
  export function act(callback: () => any): any;
  export const screen: Queries;
  export function within(element: any): Queries;
  export const fireEvent: any;
  export function waitFor<T>(check: () => T | Promise<T>, options?: any): Promise<T>;
  export function waitForElementToBeRemoved(...args: any[]): Promise<void>;
}
declare module '@testing-library/user-event' {
  export interface UserEvent {
    clear(...args: any[]): Promise<any>;
    click(...args: any[]): Promise<any>;
    copy(...args: any[]): Promise<any>;
    cut(...args: any[]): Promise<any>;
    dblClick(...args: any[]): Promise<any>;
    deselectOptions(...args: any[]): Promise<any>;
    hover(...args: any[]): Promise<any>;
    keyboard(...args: any[]): Promise<any>;
    paste(...args: any[]): Promise<any>;
    pointer(...args: any[]): Promise<any>;
    selectOptions(...args: any[]): Promise<any>;
    tab(...args: any[]): Promise<any>;
    tripleClick(...args: any[]): Promise<any>;
    type(...args: any[]): Promise<any>;
    unhover(...args: any[]): Promise<any>;
    upload(...args: any[]): Promise<any>;
    setup(options?: any): UserEvent;
  }
  export const userEvent: UserEvent;
  export default userEvent;
}
