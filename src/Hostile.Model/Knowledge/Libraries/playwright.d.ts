/**
 * Playwright and its test runner: nearly everything that touches the page is a promise.
 *
 * @library @playwright/test 1.x
 * @library playwright 1.x
 * @source read in the declarations of @playwright/test 1.65.1, asked through the compiler: which methods give a promise
 */
declare module '@playwright/test' {
  export interface Page {
    evaluate(...args: any[]): Promise<any>;
    evaluateHandle(...args: any[]): Promise<any>;
    addInitScript(...args: any[]): Promise<any>;
    $(...args: any[]): Promise<any>;
    $$(...args: any[]): Promise<any>;
    $eval(...args: any[]): Promise<any>;
    $$eval(...args: any[]): Promise<any>;
    waitForFunction(...args: any[]): Promise<any>;
    waitForSelector(...args: any[]): Promise<any>;
    exposeBinding(...args: any[]): Promise<any>;
    addLocatorHandler(...args: any[]): Promise<any>;
    addScriptTag(...args: any[]): Promise<any>;
    addStyleTag(...args: any[]): Promise<any>;
    bringToFront(...args: any[]): Promise<any>;
    check(...args: any[]): Promise<any>;
    click(...args: any[]): Promise<any>;
    close(...args: any[]): Promise<any>;
    content(...args: any[]): Promise<string>;
    dblclick(...args: any[]): Promise<any>;
    dispatchEvent(...args: any[]): Promise<any>;
    dragAndDrop(...args: any[]): Promise<any>;
    emulateMedia(...args: any[]): Promise<any>;
    exposeFunction(...args: any[]): Promise<any>;
    fill(...args: any[]): Promise<any>;
    focus(...args: any[]): Promise<any>;
    getAttribute(...args: any[]): Promise<any>;
    goBack(...args: any[]): Promise<any>;
    goForward(...args: any[]): Promise<any>;
    goto(...args: any[]): Promise<Response | null>;
    hover(...args: any[]): Promise<any>;
    innerHTML(...args: any[]): Promise<any>;
    innerText(...args: any[]): Promise<any>;
    inputValue(...args: any[]): Promise<any>;
    isChecked(...args: any[]): Promise<any>;
    isDisabled(...args: any[]): Promise<any>;
    isEditable(...args: any[]): Promise<any>;
    isEnabled(...args: any[]): Promise<any>;
    isHidden(...args: any[]): Promise<any>;
    isVisible(...args: any[]): Promise<boolean>;
    pause(...args: any[]): Promise<any>;
    pdf(...args: any[]): Promise<any>;
    press(...args: any[]): Promise<any>;
    reload(...args: any[]): Promise<any>;
    removeLocatorHandler(...args: any[]): Promise<any>;
    route(...args: any[]): Promise<any>;
    routeFromHAR(...args: any[]): Promise<any>;
    screenshot(...args: any[]): Promise<any>;
    selectOption(...args: any[]): Promise<any>;
    setChecked(...args: any[]): Promise<any>;
    setContent(...args: any[]): Promise<any>;
    setExtraHTTPHeaders(...args: any[]): Promise<any>;
    setInputFiles(...args: any[]): Promise<any>;
    setViewportSize(...args: any[]): Promise<any>;
    tap(...args: any[]): Promise<any>;
    textContent(...args: any[]): Promise<any>;
    title(...args: any[]): Promise<string>;
    type(...args: any[]): Promise<any>;
    uncheck(...args: any[]): Promise<any>;
    unroute(...args: any[]): Promise<any>;
    unrouteAll(...args: any[]): Promise<any>;
    waitForEvent(...args: any[]): Promise<any>;
    waitForLoadState(...args: any[]): Promise<any>;
    waitForNavigation(...args: any[]): Promise<any>;
    waitForRequest(...args: any[]): Promise<Request>;
    waitForResponse(...args: any[]): Promise<Response>;
    waitForTimeout(...args: any[]): Promise<any>;
    waitForURL(...args: any[]): Promise<any>;
    getByAltText(...args: any[]): Locator;
    getByLabel(...args: any[]): Locator;
    getByPlaceholder(...args: any[]): Locator;
    getByRole(...args: any[]): Locator;
    getByTestId(...args: any[]): Locator;
    getByText(...args: any[]): Locator;
    getByTitle(...args: any[]): Locator;
    locator(...args: any[]): Locator;
    frameLocator(selector: string): Locator;
    context(): BrowserContext;
    url(): string;
    isClosed(): boolean;
    setDefaultTimeout(ms: number): void;
    setDefaultNavigationTimeout(ms: number): void;
    viewportSize(): any;
    mainFrame(): any;
    frames(): any[];
    keyboard: Keyboard;
    mouse: Mouse;
    request: APIRequestContext;
    on(event: string, listener: (...args: any[]) => any): this;
    once(event: string, listener: (...args: any[]) => any): this;
    off(event: string, listener: (...args: any[]) => any): this;
  }
  export interface Locator {
    evaluate(...args: any[]): Promise<any>;
    evaluateHandle(...args: any[]): Promise<any>;
    evaluateAll(...args: any[]): Promise<any>;
    elementHandle(...args: any[]): Promise<any>;
    highlight(...args: any[]): Promise<any>;
    all(...args: any[]): Promise<Locator[]>;
    allInnerTexts(...args: any[]): Promise<any>;
    allTextContents(...args: any[]): Promise<any>;
    ariaSnapshot(...args: any[]): Promise<any>;
    blur(...args: any[]): Promise<any>;
    boundingBox(...args: any[]): Promise<any>;
    check(...args: any[]): Promise<any>;
    clear(...args: any[]): Promise<any>;
    click(...args: any[]): Promise<any>;
    count(...args: any[]): Promise<number>;
    dblclick(...args: any[]): Promise<any>;
    dispatchEvent(...args: any[]): Promise<any>;
    dragTo(...args: any[]): Promise<any>;
    elementHandles(...args: any[]): Promise<any>;
    fill(...args: any[]): Promise<any>;
    focus(...args: any[]): Promise<any>;
    getAttribute(...args: any[]): Promise<string | null>;
    hover(...args: any[]): Promise<any>;
    innerHTML(...args: any[]): Promise<any>;
    innerText(...args: any[]): Promise<string>;
    inputValue(...args: any[]): Promise<string>;
    isChecked(...args: any[]): Promise<any>;
    isDisabled(...args: any[]): Promise<any>;
    isEditable(...args: any[]): Promise<any>;
    isEnabled(...args: any[]): Promise<any>;
    isHidden(...args: any[]): Promise<any>;
    isVisible(...args: any[]): Promise<boolean>;
    press(...args: any[]): Promise<any>;
    pressSequentially(...args: any[]): Promise<any>;
    screenshot(...args: any[]): Promise<any>;
    scrollIntoViewIfNeeded(...args: any[]): Promise<any>;
    selectOption(...args: any[]): Promise<any>;
    selectText(...args: any[]): Promise<any>;
    setChecked(...args: any[]): Promise<any>;
    setInputFiles(...args: any[]): Promise<any>;
    tap(...args: any[]): Promise<any>;
    textContent(...args: any[]): Promise<string | null>;
    type(...args: any[]): Promise<any>;
    uncheck(...args: any[]): Promise<any>;
    waitFor(...args: any[]): Promise<any>;
    getByAltText(...args: any[]): Locator;
    getByLabel(...args: any[]): Locator;
    getByPlaceholder(...args: any[]): Locator;
    getByRole(...args: any[]): Locator;
    getByTestId(...args: any[]): Locator;
    getByText(...args: any[]): Locator;
    getByTitle(...args: any[]): Locator;
    locator(...args: any[]): Locator;
    and(...args: any[]): Locator;
    or(...args: any[]): Locator;
    filter(...args: any[]): Locator;
    first(...args: any[]): Locator;
    last(...args: any[]): Locator;
    nth(...args: any[]): Locator;
    frameLocator(...args: any[]): Locator;
    contentFrame(...args: any[]): Locator;
    page(): Page;
    toString(): string;
  }
  export interface BrowserContext {
    exposeBinding(...args: any[]): Promise<any>;
    addInitScript(...args: any[]): Promise<any>;
    addCookies(...args: any[]): Promise<any>;
    clearCookies(...args: any[]): Promise<any>;
    clearPermissions(...args: any[]): Promise<any>;
    /** @closes */
    close(...args: any[]): Promise<any>;
    cookies(...args: any[]): Promise<any>;
    exposeFunction(...args: any[]): Promise<any>;
    grantPermissions(...args: any[]): Promise<any>;
    newCDPSession(...args: any[]): Promise<any>;
    newPage(...args: any[]): Promise<Page>;
    route(...args: any[]): Promise<any>;
    routeFromHAR(...args: any[]): Promise<any>;
    setExtraHTTPHeaders(...args: any[]): Promise<any>;
    setGeolocation(...args: any[]): Promise<any>;
    setOffline(...args: any[]): Promise<any>;
    storageState(...args: any[]): Promise<any>;
    unroute(...args: any[]): Promise<any>;
    unrouteAll(...args: any[]): Promise<any>;
    waitForEvent(...args: any[]): Promise<any>;
    pages(): Page[];
    browser(): Browser | null;
    setDefaultTimeout(ms: number): void;
    request: APIRequestContext;
    tracing: any;
    on(event: string, listener: (...args: any[]) => any): this;
  }
  export interface Browser {
    /** @closes */
    close(...args: any[]): Promise<any>;
    newBrowserCDPSession(...args: any[]): Promise<any>;
    newContext(...args: any[]): Promise<BrowserContext>;
    newPage(...args: any[]): Promise<Page>;
    startTracing(...args: any[]): Promise<any>;
    stopTracing(...args: any[]): Promise<any>;
    contexts(): BrowserContext[];
    isConnected(): boolean;
    version(): string;
  }
  export interface APIRequestContext {
    delete(...args: any[]): Promise<APIResponse>;
    dispose(...args: any[]): Promise<any>;
    fetch(...args: any[]): Promise<APIResponse>;
    get(...args: any[]): Promise<APIResponse>;
    head(...args: any[]): Promise<APIResponse>;
    patch(...args: any[]): Promise<APIResponse>;
    post(...args: any[]): Promise<APIResponse>;
    put(...args: any[]): Promise<APIResponse>;
    storageState(...args: any[]): Promise<any>;
  }
  export interface APIResponse {
    json(...args: any[]): Promise<any>;
    body(...args: any[]): Promise<any>;
    dispose(...args: any[]): Promise<any>;
    text(...args: any[]): Promise<any>;
    ok(): boolean;
    status(): number;
    statusText(): string;
    url(): string;
    headers(): any;
  }
  export interface Response {
    allHeaders(...args: any[]): Promise<any>;
    body(...args: any[]): Promise<any>;
    finished(...args: any[]): Promise<any>;
    headersArray(...args: any[]): Promise<any>;
    headerValue(...args: any[]): Promise<any>;
    headerValues(...args: any[]): Promise<any>;
    json(...args: any[]): Promise<any>;
    text(...args: any[]): Promise<any>;
    ok(): boolean;
    status(): number;
    statusText(): string;
    url(): string;
    headers(): any;
    request(): Request;
  }
  export interface Request {
    allHeaders(...args: any[]): Promise<any>;
    headersArray(...args: any[]): Promise<any>;
    headerValue(...args: any[]): Promise<any>;
    response(...args: any[]): Promise<any>;
    sizes(...args: any[]): Promise<any>;
    url(): string;
    method(): string;
    headers(): any;
    postData(): string | null;
    postDataJSON(): any;
    resourceType(): string;
    failure(): any;
  }
  export interface Route {
    abort(...args: any[]): Promise<any>;
    continue(...args: any[]): Promise<any>;
    fallback(...args: any[]): Promise<any>;
    fetch(...args: any[]): Promise<any>;
    fulfill(...args: any[]): Promise<any>;
    request(): Request;
  }
  export interface Keyboard {
    down(...args: any[]): Promise<any>;
    insertText(...args: any[]): Promise<any>;
    press(...args: any[]): Promise<any>;
    type(...args: any[]): Promise<any>;
    up(...args: any[]): Promise<any>;
  }
  export interface Mouse {
    click(...args: any[]): Promise<any>;
    dblclick(...args: any[]): Promise<any>;
    down(...args: any[]): Promise<any>;
    move(...args: any[]): Promise<any>;
    up(...args: any[]): Promise<any>;
    wheel(...args: any[]): Promise<any>;
  }
  export interface Fixtures { page: Page; context: BrowserContext; browser: Browser; request: APIRequestContext; browserName: string; baseURL: string | undefined; [fixture: string]: any; }
  export interface TestInfo { title: string; retry: number; workerIndex: number; project: any; attach(...args: any[]): Promise<void>; setTimeout(ms: number): void; outputPath(...parts: string[]): string; [name: string]: any; }
  export interface TestType {
    /** @calls 1 later taking promise */
    (title: string, body: (fixtures: Fixtures, info: TestInfo) => any): void;
    /** @calls 2 later taking promise */
    (title: string, details: {}, body: (fixtures: Fixtures, info: TestInfo) => any): void;
    only: TestType;
    skip: any;
    fixme: any;
    fail: any;
    slow: any;
    setTimeout(ms: number): void;
    /** @calls 0 later taking promise */
    beforeEach(body: (fixtures: Fixtures, info: TestInfo) => any): void;
    /** @calls 0 later taking promise */
    afterEach(body: (fixtures: Fixtures, info: TestInfo) => any): void;
    /** @calls 0 later taking promise */
    beforeAll(body: (fixtures: Fixtures, info: TestInfo) => any): void;
    /** @calls 0 later taking promise */
    afterAll(body: (fixtures: Fixtures, info: TestInfo) => any): void;
    describe: any;
    /** @calls 1 now taking promise */
    step<T>(title: string, body: (...args: any[]) => T | Promise<T>, options?: any): Promise<T>;
    use(options: any): void;
    extend<T = any>(fixtures: any): TestType;
    info(): TestInfo;
    expect: Expect;
  }
  /** What is expected of a page is waited for; of another value it is looked at once, and nothing is returned. */
  export interface PageMatchers { not: this; [matcher: string]: (...args: any[]) => Promise<void>; }
  export interface ValueMatchers { not: this; resolves: PageMatchers; rejects: PageMatchers; [matcher: string]: (...args: any[]) => void; }
  export interface Expect {
    (value: Locator, message?: any): PageMatchers;
    (value: Page, message?: any): PageMatchers;
    (value: APIResponse, message?: any): PageMatchers;
    (value: any, message?: any): any;
    poll(read: () => any, options?: any): PageMatchers;
    soft(value: any, message?: any): any;
    extend(matchers: any): any;
    configure(options: any): any;
    any(type: any): any;
    objectContaining(value: any): any;
    stringContaining(value: any): any;
    stringMatching(value: any): any;
    arrayContaining(value: any): any;
  }
  export const test: TestType;
  export const expect: Expect;
  export interface BrowserType { launch(options?: any): Promise<Browser>; launchPersistentContext(directory: string, options?: any): Promise<BrowserContext>; connect(...args: any[]): Promise<Browser>; connectOverCDP(...args: any[]): Promise<Browser>; name(): string; executablePath(): string; }
  export const chromium: BrowserType;
  export const firefox: BrowserType;
  export const webkit: BrowserType;
  export const request: { newContext(options?: any): Promise<APIRequestContext> };
  export const devices: any;
  export function defineConfig<T>(...configurations: T[]): T;
}
declare module 'playwright' {
  export { Page, Locator, BrowserContext, Browser, APIRequestContext, APIResponse, Response, Request, Route, BrowserType, chromium, firefox, webkit, request, devices } from '@playwright/test';
}
