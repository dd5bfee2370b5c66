/**
 * What a browser gives to programs, and what Node has of it, as far as light types need it: names, and the kinds of what is returned.
 *
 * @library dom living
 * @source read in lib.dom.d.ts of TypeScript 6.0.3: names and types, without generics over events and tags
 */

interface EventTarget {
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  dispatchEvent(event: Event): boolean;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var EventTarget: { new (): EventTarget; };
interface Event {
  bubbles: boolean;
  cancelBubble: boolean;
  cancelable: boolean;
  composed: boolean;
  currentTarget: EventTarget | null;
  defaultPrevented: boolean;
  eventPhase: number;
  isTrusted: boolean;
  returnValue: boolean;
  srcElement: EventTarget | null;
  target: EventTarget | null;
  timeStamp: number;
  type: string;
  composedPath(): EventTarget[];
  initEvent(type: string, bubbles?: boolean, cancelable?: boolean): void;
  preventDefault(): void;
  stopImmediatePropagation(): void;
  stopPropagation(): void;
}
declare var Event: { new (type: string, eventInitDict?: any): Event; };
interface UIEvent extends Event {
  detail: number;
  view: Window | null;
  which: number;
  initUIEvent(typeArg: string, bubblesArg?: boolean, cancelableArg?: boolean, viewArg?: Window | null, detailArg?: number): void;
}
declare var UIEvent: { new (type: string, eventInitDict?: any): UIEvent; };
interface MouseEvent extends UIEvent {
  altKey: boolean;
  button: number;
  buttons: number;
  clientX: number;
  clientY: number;
  ctrlKey: boolean;
  layerX: number;
  layerY: number;
  metaKey: boolean;
  movementX: number;
  movementY: number;
  offsetX: number;
  offsetY: number;
  pageX: number;
  pageY: number;
  relatedTarget: EventTarget | null;
  screenX: number;
  screenY: number;
  shiftKey: boolean;
  x: number;
  y: number;
  getModifierState(keyArg: string): boolean;
  initMouseEvent(typeArg: string, canBubbleArg: boolean, cancelableArg: boolean, viewArg: Window, detailArg: number, screenXArg: number, screenYArg: number, clientXArg: number, clientYArg: number, ctrlKeyArg: boolean, altKeyArg: boolean, shiftKeyArg: boolean, metaKeyArg: boolean, buttonArg: number, relatedTargetArg: EventTarget | null): void;
}
declare var MouseEvent: { new (type: string, eventInitDict?: any): MouseEvent; };
interface KeyboardEvent extends UIEvent {
  altKey: boolean;
  charCode: number;
  code: string;
  ctrlKey: boolean;
  isComposing: boolean;
  key: string;
  keyCode: number;
  location: number;
  metaKey: boolean;
  repeat: boolean;
  shiftKey: boolean;
  getModifierState(keyArg: string): boolean;
  initKeyboardEvent(typeArg: string, bubblesArg?: boolean, cancelableArg?: boolean, viewArg?: Window | null, keyArg?: string, locationArg?: number, ctrlKey?: boolean, altKey?: boolean, shiftKey?: boolean, metaKey?: boolean): void;
}
declare var KeyboardEvent: { new (type: string, eventInitDict?: any): KeyboardEvent; };
interface PointerEvent extends MouseEvent {
  altitudeAngle: number;
  azimuthAngle: number;
  height: number;
  isPrimary: boolean;
  persistentDeviceId: number;
  pointerId: number;
  pointerType: string;
  pressure: number;
  tangentialPressure: number;
  tiltX: number;
  tiltY: number;
  twist: number;
  width: number;
  getCoalescedEvents(): PointerEvent[];
  getPredictedEvents(): PointerEvent[];
}
declare var PointerEvent: { new (type: string, eventInitDict?: any): PointerEvent; };
interface WheelEvent extends MouseEvent {
  deltaMode: number;
  deltaX: number;
  deltaY: number;
  deltaZ: number;
}
declare var WheelEvent: { new (type: string, eventInitDict?: any): WheelEvent; };
interface TouchEvent extends UIEvent {
  altKey: boolean;
  changedTouches: TouchList;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  targetTouches: TouchList;
  touches: TouchList;
}
declare var TouchEvent: { new (type: string, eventInitDict?: any): TouchEvent; };
interface Touch {
  clientX: number;
  clientY: number;
  force: number;
  identifier: number;
  pageX: number;
  pageY: number;
  radiusX: number;
  radiusY: number;
  rotationAngle: number;
  screenX: number;
  screenY: number;
  target: EventTarget;
}
declare var Touch: { new (touchInitDict: any): Touch; };
interface TouchList {
  length: number;
  item(index: number): Touch | null;
  [key: number]: Touch;
  [Symbol.iterator](): any;
}
declare var TouchList: { new (): TouchList; };
interface FocusEvent extends UIEvent {
  relatedTarget: EventTarget | null;
}
declare var FocusEvent: { new (type: string, eventInitDict?: any): FocusEvent; };
interface InputEvent extends UIEvent {
  data: string | null;
  dataTransfer: DataTransfer | null;
  inputType: string;
  isComposing: boolean;
  getTargetRanges(): any[];
}
declare var InputEvent: { new (type: string, eventInitDict?: any): InputEvent; };
interface DragEvent extends MouseEvent {
  dataTransfer: DataTransfer | null;
}
declare var DragEvent: { new (type: string, eventInitDict?: any): DragEvent; };
interface ClipboardEvent extends Event {
  clipboardData: DataTransfer | null;
}
declare var ClipboardEvent: { new (type: string, eventInitDict?: any): ClipboardEvent; };
interface CompositionEvent extends UIEvent {
  data: string;
  initCompositionEvent(typeArg: string, bubblesArg?: boolean, cancelableArg?: boolean, viewArg?: Window | null, dataArg?: string): void;
}
declare var CompositionEvent: { new (type: string, eventInitDict?: any): CompositionEvent; };
interface CustomEvent<T = any> extends Event {
  detail: T;
  initCustomEvent(type: string, bubbles?: boolean, cancelable?: boolean, detail?: T): void;
}
declare var CustomEvent: { new <T>(type: string, eventInitDict?: any): CustomEvent<T>; };
interface MessageEvent<T = any> extends Event {
  data: T;
  lastEventId: string;
  origin: string;
  ports: ReadonlyArray<MessagePort>;
  source: Window | MessagePort | ServiceWorker | null;
  initMessageEvent(type: string, bubbles?: boolean, cancelable?: boolean, data?: any, origin?: string, lastEventId?: string, source?: Window | MessagePort | ServiceWorker | null, ports?: MessagePort[]): void;
  initMessageEvent(type: string, bubbles?: boolean, cancelable?: boolean, data?: any, origin?: string, lastEventId?: string, source?: Window | MessagePort | ServiceWorker | null, ports?: Iterable<MessagePort>): void;
}
declare var MessageEvent: { new <T>(type: string, eventInitDict?: any): MessageEvent<T>; };
interface ErrorEvent extends Event {
  colno: number;
  error: any;
  filename: string;
  lineno: number;
  message: string;
}
declare var ErrorEvent: { new (type: string, eventInitDict?: any): ErrorEvent; };
interface ProgressEvent<T = any> extends Event {
  lengthComputable: boolean;
  loaded: number;
  target: T | null;
  total: number;
}
declare var ProgressEvent: { new (type: string, eventInitDict?: any): ProgressEvent; };
interface PopStateEvent extends Event {
  hasUAVisualTransition: boolean;
  state: any;
}
declare var PopStateEvent: { new (type: string, eventInitDict?: any): PopStateEvent; };
interface HashChangeEvent extends Event {
  newURL: string;
  oldURL: string;
}
declare var HashChangeEvent: { new (type: string, eventInitDict?: any): HashChangeEvent; };
interface StorageEvent extends Event {
  key: string | null;
  newValue: string | null;
  oldValue: string | null;
  storageArea: Storage | null;
  url: string;
  initStorageEvent(type: string, bubbles?: boolean, cancelable?: boolean, key?: string | null, oldValue?: string | null, newValue?: string | null, url?: string | URL, storageArea?: Storage | null): void;
}
declare var StorageEvent: { new (type: string, eventInitDict?: any): StorageEvent; };
interface BeforeUnloadEvent extends Event {
  returnValue: any;
}
declare var BeforeUnloadEvent: { new (): BeforeUnloadEvent; };
interface SubmitEvent extends Event {
  submitter: HTMLElement | null;
}
declare var SubmitEvent: { new (type: string, eventInitDict?: any): SubmitEvent; };
interface AnimationEvent extends Event {
  animationName: string;
  elapsedTime: number;
  pseudoElement: string;
}
declare var AnimationEvent: { new (type: string, animationEventInitDict?: any): AnimationEvent; };
interface TransitionEvent extends Event {
  elapsedTime: number;
  propertyName: string;
  pseudoElement: string;
}
declare var TransitionEvent: { new (type: string, transitionEventInitDict?: any): TransitionEvent; };
interface PromiseRejectionEvent extends Event {
  promise: Promise<any>;
  reason: any;
}
declare var PromiseRejectionEvent: { new (type: string, eventInitDict: any): PromiseRejectionEvent; };
interface CloseEvent extends Event {
  code: number;
  reason: string;
  wasClean: boolean;
}
declare var CloseEvent: { new (type: string, eventInitDict?: any): CloseEvent; };
interface FormDataEvent extends Event {
  formData: FormData;
}
declare var FormDataEvent: { new (type: string, eventInitDict: any): FormDataEvent; };
interface MediaQueryListEvent extends Event {
  matches: boolean;
  media: string;
}
declare var MediaQueryListEvent: { new (type: string, eventInitDict?: any): MediaQueryListEvent; };
interface Node extends EventTarget {
  baseURI: string;
  childNodes: NodeListOf<ChildNode>;
  firstChild: ChildNode | null;
  isConnected: boolean;
  lastChild: ChildNode | null;
  nextSibling: ChildNode | null;
  nodeName: string;
  nodeType: number;
  nodeValue: string | null;
  ownerDocument: Document | null;
  parentElement: HTMLElement | null;
  parentNode: ParentNode | null;
  previousSibling: ChildNode | null;
  textContent: string | null;
  appendChild<T>(node: T): T;
  cloneNode(subtree?: boolean): Node;
  compareDocumentPosition(other: Node): number;
  contains(other: Node | null): boolean;
  getRootNode(options?: any): Node;
  hasChildNodes(): boolean;
  insertBefore<T>(node: T, child: Node | null): T;
  isDefaultNamespace(namespace: string | null): boolean;
  isEqualNode(otherNode: Node | null): boolean;
  isSameNode(otherNode: Node | null): boolean;
  lookupNamespaceURI(prefix: string | null): string | null;
  lookupPrefix(namespace: string | null): string | null;
  normalize(): void;
  removeChild<T>(child: T): T;
  replaceChild<T>(node: Node, child: T): T;
}
declare var Node: { new (): Node; };
interface Element extends Node, ChildNode, ParentNode {
  attributes: NamedNodeMap;
  classList: DOMTokenList;
  className: string;
  clientHeight: number;
  clientLeft: number;
  clientTop: number;
  clientWidth: number;
  currentCSSZoom: number;
  customElementRegistry: CustomElementRegistry | null;
  id: string;
  innerHTML: string;
  localName: string;
  namespaceURI: string | null;
  onfullscreenchange: ((ev: Event) => any) | null;
  onfullscreenerror: ((ev: Event) => any) | null;
  outerHTML: string;
  ownerDocument: Document;
  part: DOMTokenList;
  prefix: string | null;
  scrollHeight: number;
  scrollLeft: number;
  scrollTop: number;
  scrollWidth: number;
  shadowRoot: ShadowRoot | null;
  slot: string;
  tagName: string;
  attachShadow(init: any): ShadowRoot;
  checkVisibility(options?: any): boolean;
  closest<E extends Element = Element>(selectors: string): E | null;
  computedStyleMap(): any;
  getAttribute(qualifiedName: string): string | null;
  getAttributeNS(namespace: string | null, localName: string): string | null;
  getAttributeNames(): string[];
  getAttributeNode(qualifiedName: string): Attr | null;
  getAttributeNodeNS(namespace: string | null, localName: string): Attr | null;
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRectList;
  getElementsByClassName(classNames: string): HTMLCollectionOf<Element>;
  getElementsByTagName(name: string): HTMLCollectionOf<Element>;
  getElementsByTagNameNS(namespace: string | null, name: string): HTMLCollectionOf<Element>;
  getHTML(options?: any): string;
  hasAttribute(qualifiedName: string): boolean;
  hasAttributeNS(namespace: string | null, localName: string): boolean;
  hasAttributes(): boolean;
  hasPointerCapture(pointerId: number): boolean;
  insertAdjacentElement(where: string, element: Element): Element | null;
  insertAdjacentHTML(position: string, string: string): void;
  insertAdjacentText(where: string, data: string): void;
  matches<K>(selectors: K): boolean;
  matches(selectors: string): boolean;
  releasePointerCapture(pointerId: number): void;
  removeAttribute(qualifiedName: string): void;
  removeAttributeNS(namespace: string | null, localName: string): void;
  removeAttributeNode(attr: Attr): Attr;
  requestFullscreen(options?: any): Promise<void>;
  requestPointerLock(options?: any): Promise<void>;
  scroll(options?: any): void;
  scroll(x: number, y: number): void;
  scrollBy(options?: any): void;
  scrollBy(x: number, y: number): void;
  scrollIntoView(arg?: any): void;
  scrollTo(options?: any): void;
  scrollTo(x: number, y: number): void;
  setAttribute(qualifiedName: string, value: string): void;
  setAttributeNS(namespace: string | null, qualifiedName: string, value: string): void;
  setAttributeNode(attr: Attr): Attr | null;
  setAttributeNodeNS(attr: Attr): Attr | null;
  setHTMLUnsafe(html: string): void;
  setPointerCapture(pointerId: number): void;
  toggleAttribute(qualifiedName: string, force?: boolean): boolean;
  textContent: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  role: string | null;
  animate(keyframes: any, options?: any): Animation;
  getAnimations(options?: any): Animation[];
  nextElementSibling: Element | null;
  previousElementSibling: Element | null;
  assignedSlot: any;
}
declare var Element: { new (): Element; };
interface HTMLElement extends Element {
  accessKey: string;
  accessKeyLabel: string;
  autocapitalize: string;
  autocorrect: boolean;
  dir: string;
  draggable: boolean;
  hidden: boolean | string;
  inert: boolean;
  innerText: string;
  lang: string;
  offsetHeight: number;
  offsetLeft: number;
  offsetParent: Element | null;
  offsetTop: number;
  offsetWidth: number;
  outerText: string;
  popover: string | null;
  spellcheck: boolean;
  title: string;
  translate: boolean;
  writingSuggestions: string;
  attachInternals(): any;
  click(): void;
  hidePopover(): void;
  showPopover(options?: any): void;
  togglePopover(options?: any): boolean;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  attributeStyleMap: any;
  style: CSSStyleDeclaration;
  contentEditable: string;
  enterKeyHint: string;
  inputMode: string;
  isContentEditable: boolean;
  onblur: ((ev: FocusEvent) => any) | null;
  onchange: ((ev: Event) => any) | null;
  onclick: ((ev: PointerEvent) => any) | null;
  oncommand: ((ev: Event) => any) | null;
  onerror: ((event: Event | string, source?: string, lineno?: number, colno?: number, error?: Error) => any) | null;
  onfocus: ((ev: FocusEvent) => any) | null;
  oninput: ((ev: InputEvent) => any) | null;
  onkeydown: ((ev: KeyboardEvent) => any) | null;
  onkeyup: ((ev: KeyboardEvent) => any) | null;
  onload: ((ev: Event) => any) | null;
  onmousedown: ((ev: MouseEvent) => any) | null;
  onmouseenter: ((ev: MouseEvent) => any) | null;
  onmouseleave: ((ev: MouseEvent) => any) | null;
  onmousemove: ((ev: MouseEvent) => any) | null;
  onmouseout: ((ev: MouseEvent) => any) | null;
  onmouseover: ((ev: MouseEvent) => any) | null;
  onmouseup: ((ev: MouseEvent) => any) | null;
  onresize: ((ev: UIEvent) => any) | null;
  onsubmit: ((ev: SubmitEvent) => any) | null;
  autofocus: boolean;
  dataset: DOMStringMap;
  nonce: string;
  tabIndex: number;
  blur(): void;
  focus(options?: any): void;
}
declare var HTMLElement: { new (): HTMLElement; };
interface Document extends Node, ParentNode {
  activeViewTransition: any;
  alinkColor: string;
  all: any;
  anchors: HTMLCollectionOf<HTMLAnchorElement>;
  applets: HTMLCollection;
  bgColor: string;
  body: HTMLElement;
  characterSet: string;
  charset: string;
  compatMode: string;
  contentType: string;
  cookie: string;
  currentScript: any;
  defaultView: any;
  designMode: string;
  dir: string;
  doctype: any;
  documentElement: HTMLElement;
  documentURI: string;
  domain: string;
  embeds: HTMLCollectionOf<any>;
  fgColor: string;
  forms: HTMLCollectionOf<HTMLFormElement>;
  fragmentDirective: any;
  fullscreen: boolean;
  fullscreenEnabled: boolean;
  head: HTMLHeadElement;
  hidden: boolean;
  images: HTMLCollectionOf<HTMLImageElement>;
  implementation: any;
  inputEncoding: string;
  lastModified: string;
  linkColor: string;
  links: HTMLCollectionOf<any>;
  location: Location;
  onfullscreenchange: ((ev: Event) => any) | null;
  onfullscreenerror: ((ev: Event) => any) | null;
  onreadystatechange: ((ev: Event) => any) | null;
  onvisibilitychange: ((ev: Event) => any) | null;
  ownerDocument: null;
  pictureInPictureEnabled: boolean;
  plugins: HTMLCollectionOf<any>;
  readyState: string;
  referrer: string;
  rootElement: SVGSVGElement | null;
  scripts: HTMLCollectionOf<HTMLScriptElement>;
  scrollingElement: Element | null;
  timeline: any;
  title: string;
  visibilityState: string;
  vlinkColor: string;
  adoptNode<T>(node: T): T;
  captureEvents(): void;
  caretPositionFromPoint(x: number, y: number, options?: any): any;
  caretRangeFromPoint(x: number, y: number): Range | null;
  clear(): void;
  close(): void;
  createAttribute(localName: string): Attr;
  createAttributeNS(namespace: string | null, qualifiedName: string): Attr;
  createCDATASection(data: string): any;
  createComment(data: string): Comment;
  createDocumentFragment(): DocumentFragment;
  createElement(tag: 'input'): HTMLInputElement;
  createElement(tag: 'a'): HTMLAnchorElement;
  createElement(tag: 'canvas'): HTMLCanvasElement;
  createElement(tag: 'script'): HTMLScriptElement;
  createElement(tag: 'img'): HTMLImageElement;
  createElement(tag: 'textarea'): HTMLTextAreaElement;
  createElement(tag: 'iframe'): HTMLIFrameElement;
  createElement(tag: 'video'): HTMLVideoElement;
  createElement(tag: 'link'): HTMLLinkElement;
  createElement(tag: string, options?: any): HTMLElement;
  createElementNS(namespace: string | null, name: string, options?: any): Element;
  createEvent(name: string): Event;
  createNodeIterator(root: Node, whatToShow?: number, filter?: any): any;
  createProcessingInstruction(target: string, data: string): any;
  createRange(): Range;
  createTextNode(data: string): Text;
  createTreeWalker(root: Node, whatToShow?: number, filter?: any): TreeWalker;
  execCommand(commandId: string, showUI?: boolean, value?: string): boolean;
  exitFullscreen(): Promise<void>;
  exitPictureInPicture(): Promise<void>;
  exitPointerLock(): void;
  getElementById(elementId: string): HTMLElement | null;
  getElementsByClassName(classNames: string): HTMLCollectionOf<Element>;
  getElementsByName(elementName: string): NodeListOf<HTMLElement>;
  getElementsByTagName(name: string): HTMLCollectionOf<Element>;
  getElementsByTagNameNS(namespace: string | null, name: string): HTMLCollectionOf<Element>;
  getSelection(): Selection | null;
  hasFocus(): boolean;
  hasStorageAccess(): Promise<boolean>;
  importNode<T>(node: T, options?: any): T;
  open(unused1?: string, unused2?: string): Document;
  open(url: string | URL, name: string, features: string): Window | null;
  queryCommandEnabled(commandId: string): boolean;
  queryCommandIndeterm(commandId: string): boolean;
  queryCommandState(commandId: string): boolean;
  queryCommandSupported(commandId: string): boolean;
  queryCommandValue(commandId: string): string;
  releaseEvents(): void;
  requestStorageAccess(): Promise<void>;
  startViewTransition(callbackOptions?: any): any;
  write(...text: string[]): void;
  writeln(...text: string[]): void;
  textContent: null;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  activeElement: Element | null;
  adoptedStyleSheets: CSSStyleSheet[];
  customElementRegistry: CustomElementRegistry | null;
  fullscreenElement: Element | null;
  pictureInPictureElement: Element | null;
  pointerLockElement: Element | null;
  styleSheets: StyleSheetList;
  elementFromPoint(x: number, y: number): Element | null;
  elementsFromPoint(x: number, y: number): Element[];
  getAnimations(): Animation[];
  fonts: FontFaceSet;
  onblur: ((ev: FocusEvent) => any) | null;
  onchange: ((ev: Event) => any) | null;
  onclick: ((ev: PointerEvent) => any) | null;
  oncommand: ((ev: Event) => any) | null;
  onerror: ((event: Event | string, source?: string, lineno?: number, colno?: number, error?: Error) => any) | null;
  onfocus: ((ev: FocusEvent) => any) | null;
  oninput: ((ev: InputEvent) => any) | null;
  onkeydown: ((ev: KeyboardEvent) => any) | null;
  onkeyup: ((ev: KeyboardEvent) => any) | null;
  onload: ((ev: Event) => any) | null;
  onmousedown: ((ev: MouseEvent) => any) | null;
  onmouseenter: ((ev: MouseEvent) => any) | null;
  onmouseleave: ((ev: MouseEvent) => any) | null;
  onmousemove: ((ev: MouseEvent) => any) | null;
  onmouseout: ((ev: MouseEvent) => any) | null;
  onmouseover: ((ev: MouseEvent) => any) | null;
  onmouseup: ((ev: MouseEvent) => any) | null;
  onresize: ((ev: UIEvent) => any) | null;
  onsubmit: ((ev: SubmitEvent) => any) | null;
  getElementById(elementId: string): Element | null;
  createExpression(expression: string, resolver?: any): any;
  createNSResolver(nodeResolver: Node): Node;
  evaluate(expression: string, contextNode: Node, resolver?: any, type?: number, result?: XPathResult | null): XPathResult;
}
declare var Document: { new (): Document; parseHTMLUnsafe(html: string): Document; };
interface DocumentFragment extends Node, ParentNode {
  ownerDocument: Document;
  getElementById(elementId: string): HTMLElement | null;
  textContent: string;
  getElementById(elementId: string): Element | null;
}
declare var DocumentFragment: { new (): DocumentFragment; };
interface ShadowRoot extends DocumentFragment {
  clonable: boolean;
  delegatesFocus: boolean;
  host: Element;
  innerHTML: string;
  mode: string;
  serializable: boolean;
  slotAssignment: string;
  getHTML(options?: any): string;
  setHTMLUnsafe(html: string): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  activeElement: Element | null;
  adoptedStyleSheets: CSSStyleSheet[];
  customElementRegistry: CustomElementRegistry | null;
  fullscreenElement: Element | null;
  pictureInPictureElement: Element | null;
  pointerLockElement: Element | null;
  styleSheets: StyleSheetList;
  elementFromPoint(x: number, y: number): Element | null;
  elementsFromPoint(x: number, y: number): Element[];
  getAnimations(): Animation[];
}
declare var ShadowRoot: { new (): ShadowRoot; };
interface Text extends CharacterData {
  wholeText: string;
  splitText(offset: number): Text;
  assignedSlot: any;
}
declare var Text: { new (data?: string): Text; };
interface Comment extends CharacterData {
}
declare var Comment: { new (data?: string): Comment; };
interface Attr extends Node {
  localName: string;
  name: string;
  namespaceURI: string | null;
  ownerDocument: Document;
  ownerElement: Element | null;
  prefix: string | null;
  specified: boolean;
  value: string;
  textContent: string;
}
declare var Attr: { new (): Attr; };
interface CharacterData extends Node, ChildNode {
  data: string;
  length: number;
  ownerDocument: Document;
  appendData(data: string): void;
  deleteData(offset: number, count: number): void;
  insertData(offset: number, data: string): void;
  replaceData(offset: number, count: number, data: string): void;
  substringData(offset: number, count: number): string;
  textContent: string;
  nextElementSibling: Element | null;
  previousElementSibling: Element | null;
}
declare var CharacterData: { new (): CharacterData; };
interface NodeList {
  length: number;
  item(index: number): Node | null;
  forEach(callbackfn: (value: Node, key: number, parent: NodeList) => void, thisArg?: any): void;
  [key: number]: Node;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
}
declare var NodeList: { new (): NodeList; };
interface NodeListOf<TNode> extends NodeList {
  item(index: number): TNode;
  forEach(callbackfn: (value: TNode, key: number, parent: NodeListOf<TNode>) => void, thisArg?: any): void;
  [key: number]: TNode;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
}
interface HTMLCollection {
  namedItem(name: string): Element | null;
  length: number;
  item(index: number): Element | null;
  [key: number]: Element;
  [Symbol.iterator](): any;
}
declare var HTMLCollection: { new (): HTMLCollection; };
interface HTMLCollectionOf<T> {
  item(index: number): T | null;
  namedItem(name: string): T | null;
  [key: number]: T;
  [Symbol.iterator](): any;
  length: number;
  item(index: number): Element | null;
  [key: number]: Element;
}
interface DOMTokenList {
  length: number;
  value: string;
  toString(): string;
  add(...tokens: string[]): void;
  contains(token: string): boolean;
  item(index: number): string | null;
  remove(...tokens: string[]): void;
  replace(token: string, newToken: string): boolean;
  supports(token: string): boolean;
  toggle(token: string, force?: boolean): boolean;
  forEach(callbackfn: (value: string, key: number, parent: DOMTokenList) => void, thisArg?: any): void;
  [key: number]: string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
}
declare var DOMTokenList: { new (): DOMTokenList; };
interface NamedNodeMap {
  length: number;
  getNamedItem(qualifiedName: string): Attr | null;
  getNamedItemNS(namespace: string | null, localName: string): Attr | null;
  item(index: number): Attr | null;
  removeNamedItem(qualifiedName: string): Attr;
  removeNamedItemNS(namespace: string | null, localName: string): Attr;
  setNamedItem(attr: Attr): Attr | null;
  setNamedItemNS(attr: Attr): Attr | null;
  [key: number]: Attr;
  [Symbol.iterator](): any;
}
declare var NamedNodeMap: { new (): NamedNodeMap; };
interface DOMStringMap {
  [key: string]: string | undefined;
}
declare var DOMStringMap: { new (): DOMStringMap; };
interface CSSStyleDeclaration {
  [property: string]: any;
  [Symbol.iterator](): any;
  length: number;
  getPropertyPriority(property: string): string;
  getPropertyValue(property: string): string;
  item(index: number): string;
  removeProperty(property: string): string;
  setProperty(property: string, value: string | null, priority?: string): void;
  [key: number]: string;
}
declare var CSSStyleDeclaration: { new (): CSSStyleDeclaration; };
interface CSSStyleSheet extends StyleSheet {
  cssRules: CSSRuleList;
  ownerRule: CSSRule | null;
  rules: CSSRuleList;
  addRule(selector?: string, style?: string, index?: number): number;
  deleteRule(index: number): void;
  insertRule(rule: string, index?: number): number;
  removeRule(index?: number): void;
  replace(text: string): Promise<CSSStyleSheet>;
  replaceSync(text: string): void;
}
declare var CSSStyleSheet: { new (options?: any): CSSStyleSheet; };
interface StyleSheetList {
  length: number;
  item(index: number): CSSStyleSheet | null;
  [key: number]: CSSStyleSheet;
  [Symbol.iterator](): any;
}
declare var StyleSheetList: { new (): StyleSheetList; };
interface DOMRect extends DOMRectReadOnly {
  height: number;
  width: number;
  x: number;
  y: number;
}
declare var DOMRect: { new (x?: number, y?: number, width?: number, height?: number): DOMRect; fromRect(other?: any): DOMRect; };
interface DOMRectReadOnly {
  bottom: number;
  height: number;
  left: number;
  right: number;
  top: number;
  width: number;
  x: number;
  y: number;
  toJSON(): any;
}
declare var DOMRectReadOnly: { new (x?: number, y?: number, width?: number, height?: number): DOMRectReadOnly; fromRect(other?: any): DOMRectReadOnly; };
interface DOMRectList {
  length: number;
  item(index: number): DOMRect | null;
  [key: number]: DOMRect;
  [Symbol.iterator](): any;
}
declare var DOMRectList: { new (): DOMRectList; };
interface DOMPoint {
  w: number;
  x: number;
  y: number;
  z: number;
  matrixTransform(matrix?: any): DOMPoint;
  toJSON(): any;
}
declare var DOMPoint: { new (x?: number, y?: number, z?: number, w?: number): DOMPoint; fromPoint(other?: any): DOMPoint; };
interface Range {
  commonAncestorContainer: Node;
  cloneContents(): DocumentFragment;
  cloneRange(): Range;
  collapse(toStart?: boolean): void;
  compareBoundaryPoints(how: number, sourceRange: Range): number;
  comparePoint(node: Node, offset: number): number;
  createContextualFragment(string: string): DocumentFragment;
  deleteContents(): void;
  detach(): void;
  extractContents(): DocumentFragment;
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRectList;
  insertNode(node: Node): void;
  intersectsNode(node: Node): boolean;
  isPointInRange(node: Node, offset: number): boolean;
  selectNode(node: Node): void;
  selectNodeContents(node: Node): void;
  setEnd(node: Node, offset: number): void;
  setEndAfter(node: Node): void;
  setEndBefore(node: Node): void;
  setStart(node: Node, offset: number): void;
  setStartAfter(node: Node): void;
  setStartBefore(node: Node): void;
  surroundContents(newParent: Node): void;
  toString(): string;
  collapsed: boolean;
  endContainer: Node;
  endOffset: number;
  startContainer: Node;
  startOffset: number;
}
declare var Range: { new (): Range; };
interface Selection {
  anchorNode: Node | null;
  anchorOffset: number;
  direction: string;
  focusNode: Node | null;
  focusOffset: number;
  isCollapsed: boolean;
  rangeCount: number;
  type: string;
  addRange(range: Range): void;
  collapse(node: Node | null, offset?: number): void;
  collapseToEnd(): void;
  collapseToStart(): void;
  containsNode(node: Node, allowPartialContainment?: boolean): boolean;
  deleteFromDocument(): void;
  empty(): void;
  extend(node: Node, offset?: number): void;
  getComposedRanges(options?: any): any[];
  getRangeAt(index: number): Range;
  modify(alter?: string, direction?: string, granularity?: string): void;
  removeAllRanges(): void;
  removeRange(range: Range): void;
  selectAllChildren(node: Node): void;
  setBaseAndExtent(anchorNode: Node, anchorOffset: number, focusNode: Node, focusOffset: number): void;
  setPosition(node: Node | null, offset?: number): void;
  toString(): string;
}
declare var Selection: { new (): Selection; };
interface TreeWalker {
  currentNode: Node;
  filter: any;
  root: Node;
  whatToShow: number;
  firstChild(): Node | null;
  lastChild(): Node | null;
  nextNode(): Node | null;
  nextSibling(): Node | null;
  parentNode(): Node | null;
  previousNode(): Node | null;
  previousSibling(): Node | null;
}
declare var TreeWalker: { new (): TreeWalker; };
interface XPathResult {
  booleanValue: boolean;
  invalidIteratorState: boolean;
  numberValue: number;
  resultType: number;
  singleNodeValue: Node | null;
  snapshotLength: number;
  stringValue: string;
  iterateNext(): Node | null;
  snapshotItem(index: number): Node | null;
}
declare var XPathResult: { new (): XPathResult; };
interface ParentNode extends Node {
  childElementCount: number;
  children: HTMLCollection;
  firstElementChild: Element | null;
  lastElementChild: Element | null;
  append(...nodes: (Node | string)[]): void;
  moveBefore(node: Node, child: Node | null): void;
  prepend(...nodes: (Node | string)[]): void;
  querySelector<E extends Element = Element>(selectors: string): E | null;
  querySelectorAll<E extends Element = Element>(selectors: string): NodeListOf<E>;
  replaceChildren(...nodes: (Node | string)[]): void;
}
interface ChildNode extends Node {
  after(...nodes: (Node | string)[]): void;
  before(...nodes: (Node | string)[]): void;
  remove(): void;
  replaceWith(...nodes: (Node | string)[]): void;
}
interface HTMLAnchorElement extends HTMLElement {
  charset: string;
  coords: string;
  download: string;
  hreflang: string;
  name: string;
  ping: string;
  referrerPolicy: string;
  rel: string;
  relList: DOMTokenList;
  rev: string;
  shape: string;
  target: string;
  text: string;
  type: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  hash: string;
  host: string;
  hostname: string;
  href: string;
  toString(): string;
  origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  username: string;
}
declare var HTMLAnchorElement: { new (): HTMLAnchorElement; };
interface HTMLAudioElement extends HTMLMediaElement {
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLAudioElement: { new (): HTMLAudioElement; };
interface HTMLBodyElement extends HTMLElement {
  aLink: string;
  background: string;
  bgColor: string;
  link: string;
  text: string;
  vLink: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  onafterprint: ((ev: Event) => any) | null;
  ongamepadconnected: ((ev: any) => any) | null;
  ongamepaddisconnected: ((ev: any) => any) | null;
  onhashchange: ((ev: HashChangeEvent) => any) | null;
  onlanguagechange: ((ev: Event) => any) | null;
  onmessage: ((ev: MessageEvent) => any) | null;
  onmessageerror: ((ev: MessageEvent) => any) | null;
  onoffline: ((ev: Event) => any) | null;
  ononline: ((ev: Event) => any) | null;
  onpagehide: ((ev: any) => any) | null;
  onpagereveal: ((ev: any) => any) | null;
  onpageshow: ((ev: any) => any) | null;
  onpageswap: ((ev: any) => any) | null;
  onpopstate: ((ev: PopStateEvent) => any) | null;
  onrejectionhandled: ((ev: PromiseRejectionEvent) => any) | null;
  onstorage: ((ev: StorageEvent) => any) | null;
  onunhandledrejection: ((ev: PromiseRejectionEvent) => any) | null;
  onunload: ((ev: Event) => any) | null;
}
declare var HTMLBodyElement: { new (): HTMLBodyElement; };
interface HTMLButtonElement extends HTMLElement {
  command: string;
  commandForElement: Element | null;
  disabled: boolean;
  form: HTMLFormElement | null;
  formAction: string;
  formEnctype: string;
  formMethod: string;
  formNoValidate: boolean;
  formTarget: string;
  labels: NodeListOf<HTMLLabelElement>;
  name: string;
  type: string;
  validationMessage: string;
  validity: any;
  value: string;
  willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(error: string): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  popoverTargetAction: string;
  popoverTargetElement: Element | null;
}
declare var HTMLButtonElement: { new (): HTMLButtonElement; };
interface HTMLCanvasElement extends HTMLElement {
  height: number;
  width: number;
  captureStream(frameRequestRate?: number): MediaStream;
  getContext(contextId: string, options?: any): CanvasRenderingContext2D | null;
  getContext(contextId: string, options?: any): any;
  toBlob(callback: (blob: Blob | null) => void, type?: string, quality?: number): void;
  toDataURL(type?: string, quality?: number): string;
  transferControlToOffscreen(): any;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLCanvasElement: { new (): HTMLCanvasElement; };
interface HTMLDivElement extends HTMLElement {
  align: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLDivElement: { new (): HTMLDivElement; };
interface HTMLFormElement extends HTMLElement {
  acceptCharset: string;
  action: string;
  autocomplete: string;
  elements: HTMLFormControlsCollection;
  encoding: string;
  enctype: string;
  length: number;
  method: string;
  name: string;
  noValidate: boolean;
  rel: string;
  relList: DOMTokenList;
  target: string;
  checkValidity(): boolean;
  reportValidity(): boolean;
  requestSubmit(submitter?: HTMLElement | null): void;
  reset(): void;
  submit(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  [key: number]: Element;
  [key: string]: any;
  [Symbol.iterator](): any;
}
declare var HTMLFormElement: { new (): HTMLFormElement; };
interface HTMLHeadElement extends HTMLElement {
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLHeadElement: { new (): HTMLHeadElement; };
interface HTMLHeadingElement extends HTMLElement {
  align: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLHeadingElement: { new (): HTMLHeadingElement; };
interface HTMLIFrameElement extends HTMLElement {
  align: string;
  allow: string;
  allowFullscreen: boolean;
  contentDocument: Document | null;
  contentWindow: Window | null;
  frameBorder: string;
  height: string;
  loading: string;
  longDesc: string;
  marginHeight: string;
  marginWidth: string;
  name: string;
  referrerPolicy: string;
  sandbox: DOMTokenList;
  scrolling: string;
  src: string;
  srcdoc: string;
  width: string;
  getSVGDocument(): Document | null;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLIFrameElement: { new (): HTMLIFrameElement; };
interface HTMLImageElement extends HTMLElement {
  align: string;
  alt: string;
  border: string;
  complete: boolean;
  crossOrigin: string | null;
  currentSrc: string;
  decoding: string;
  fetchPriority: string;
  height: number;
  hspace: number;
  isMap: boolean;
  loading: string;
  longDesc: string;
  lowsrc: string;
  name: string;
  naturalHeight: number;
  naturalWidth: number;
  referrerPolicy: string;
  sizes: string;
  src: string;
  srcset: string;
  useMap: string;
  vspace: number;
  width: number;
  x: number;
  y: number;
  decode(): Promise<void>;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLImageElement: { new (): HTMLImageElement; };
interface HTMLInputElement extends HTMLElement {
  accept: string;
  align: string;
  alt: string;
  autocomplete: string;
  capture: string;
  checked: boolean;
  defaultChecked: boolean;
  defaultValue: string;
  dirName: string;
  disabled: boolean;
  files: FileList | null;
  form: HTMLFormElement | null;
  formAction: string;
  formEnctype: string;
  formMethod: string;
  formNoValidate: boolean;
  formTarget: string;
  height: number;
  indeterminate: boolean;
  labels: NodeListOf<HTMLLabelElement> | null;
  list: any;
  max: string;
  maxLength: number;
  min: string;
  minLength: number;
  multiple: boolean;
  name: string;
  pattern: string;
  placeholder: string;
  readOnly: boolean;
  required: boolean;
  selectionDirection: string | null;
  selectionEnd: number | null;
  selectionStart: number | null;
  size: number;
  src: string;
  step: string;
  type: string;
  useMap: string;
  validationMessage: string;
  validity: any;
  value: string;
  valueAsDate: Date | null;
  valueAsNumber: number;
  width: number;
  willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  select(): void;
  setCustomValidity(error: string): void;
  setRangeText(replacement: string): void;
  setRangeText(replacement: string, start: number, end: number, selectionMode?: string): void;
  setSelectionRange(start: number | null, end: number | null, direction?: string): void;
  showPicker(): void;
  stepDown(n?: number): void;
  stepUp(n?: number): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  popoverTargetAction: string;
  popoverTargetElement: Element | null;
}
declare var HTMLInputElement: { new (): HTMLInputElement; };
interface HTMLLabelElement extends HTMLElement {
  control: HTMLElement | null;
  form: HTMLFormElement | null;
  htmlFor: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLLabelElement: { new (): HTMLLabelElement; };
interface HTMLLIElement extends HTMLElement {
  type: string;
  value: number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLLIElement: { new (): HTMLLIElement; };
interface HTMLLinkElement extends HTMLElement {
  as: string;
  blocking: DOMTokenList;
  charset: string;
  crossOrigin: string | null;
  disabled: boolean;
  fetchPriority: string;
  href: string;
  hreflang: string;
  imageSizes: string;
  imageSrcset: string;
  integrity: string;
  media: string;
  referrerPolicy: string;
  rel: string;
  relList: DOMTokenList;
  rev: string;
  sizes: DOMTokenList;
  target: string;
  type: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  sheet: CSSStyleSheet | null;
}
declare var HTMLLinkElement: { new (): HTMLLinkElement; };
interface HTMLMediaElement extends HTMLElement {
  autoplay: boolean;
  buffered: TimeRanges;
  controls: boolean;
  crossOrigin: string | null;
  currentSrc: string;
  currentTime: number;
  defaultMuted: boolean;
  defaultPlaybackRate: number;
  disableRemotePlayback: boolean;
  duration: number;
  ended: boolean;
  error: any;
  loop: boolean;
  mediaKeys: any;
  muted: boolean;
  networkState: number;
  onencrypted: ((ev: any) => any) | null;
  paused: boolean;
  playbackRate: number;
  played: TimeRanges;
  preload: string;
  preservesPitch: boolean;
  readyState: number;
  remote: any;
  seekable: TimeRanges;
  seeking: boolean;
  sinkId: string;
  src: string;
  srcObject: any;
  textTracks: any;
  volume: number;
  addTextTrack(kind: string, label?: string, language?: string): any;
  canPlayType(type: string): string;
  fastSeek(time: number): void;
  load(): void;
  pause(): void;
  play(): Promise<void>;
  setMediaKeys(mediaKeys: any): Promise<void>;
  setSinkId(sinkId: string): Promise<void>;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLMediaElement: { new (): HTMLMediaElement; };
interface HTMLMetaElement extends HTMLElement {
  content: string;
  httpEquiv: string;
  media: string;
  name: string;
  scheme: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLMetaElement: { new (): HTMLMetaElement; };
interface HTMLOListElement extends HTMLElement {
  compact: boolean;
  reversed: boolean;
  start: number;
  type: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLOListElement: { new (): HTMLOListElement; };
interface HTMLUListElement extends HTMLElement {
  compact: boolean;
  type: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLUListElement: { new (): HTMLUListElement; };
interface HTMLOptionElement extends HTMLElement {
  defaultSelected: boolean;
  disabled: boolean;
  form: HTMLFormElement | null;
  index: number;
  label: string;
  selected: boolean;
  text: string;
  value: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLOptionElement: { new (): HTMLOptionElement; };
interface HTMLParagraphElement extends HTMLElement {
  align: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLParagraphElement: { new (): HTMLParagraphElement; };
interface HTMLPreElement extends HTMLElement {
  width: number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLPreElement: { new (): HTMLPreElement; };
interface HTMLScriptElement extends HTMLElement {
  async: boolean;
  blocking: DOMTokenList;
  charset: string;
  crossOrigin: string | null;
  defer: boolean;
  event: string;
  fetchPriority: string;
  htmlFor: string;
  integrity: string;
  noModule: boolean;
  referrerPolicy: string;
  src: string;
  text: string;
  type: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLScriptElement: { new (): HTMLScriptElement; supports(type: string): boolean; };
interface HTMLSelectElement extends HTMLElement {
  autocomplete: string;
  disabled: boolean;
  form: HTMLFormElement | null;
  labels: NodeListOf<HTMLLabelElement>;
  length: number;
  multiple: boolean;
  name: string;
  options: HTMLOptionsCollection;
  required: boolean;
  selectedIndex: number;
  selectedOptions: HTMLCollectionOf<HTMLOptionElement>;
  size: number;
  type: string;
  validationMessage: string;
  validity: any;
  value: string;
  willValidate: boolean;
  add(element: any, before?: HTMLElement | number | null): void;
  checkValidity(): boolean;
  item(index: number): HTMLOptionElement | null;
  namedItem(name: string): HTMLOptionElement | null;
  remove(): void;
  remove(index: number): void;
  reportValidity(): boolean;
  setCustomValidity(error: string): void;
  showPicker(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  [key: number]: any;
  [Symbol.iterator](): any;
}
declare var HTMLSelectElement: { new (): HTMLSelectElement; };
interface HTMLSpanElement extends HTMLElement {
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLSpanElement: { new (): HTMLSpanElement; };
interface HTMLStyleElement extends HTMLElement {
  blocking: DOMTokenList;
  disabled: boolean;
  media: string;
  type: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  sheet: CSSStyleSheet | null;
}
declare var HTMLStyleElement: { new (): HTMLStyleElement; };
interface HTMLTableElement extends HTMLElement {
  align: string;
  bgColor: string;
  border: string;
  caption: any;
  cellPadding: string;
  cellSpacing: string;
  frame: string;
  rows: HTMLCollectionOf<HTMLTableRowElement>;
  rules: string;
  summary: string;
  tBodies: HTMLCollectionOf<HTMLTableSectionElement>;
  tFoot: HTMLTableSectionElement | null;
  tHead: HTMLTableSectionElement | null;
  width: string;
  createCaption(): any;
  createTBody(): HTMLTableSectionElement;
  createTFoot(): HTMLTableSectionElement;
  createTHead(): HTMLTableSectionElement;
  deleteCaption(): void;
  deleteRow(index: number): void;
  deleteTFoot(): void;
  deleteTHead(): void;
  insertRow(index?: number): HTMLTableRowElement;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLTableElement: { new (): HTMLTableElement; };
interface HTMLTableRowElement extends HTMLElement {
  align: string;
  bgColor: string;
  cells: HTMLCollectionOf<HTMLTableCellElement>;
  ch: string;
  chOff: string;
  rowIndex: number;
  sectionRowIndex: number;
  vAlign: string;
  deleteCell(index: number): void;
  insertCell(index?: number): HTMLTableCellElement;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLTableRowElement: { new (): HTMLTableRowElement; };
interface HTMLTableCellElement extends HTMLElement {
  abbr: string;
  align: string;
  axis: string;
  bgColor: string;
  cellIndex: number;
  ch: string;
  chOff: string;
  colSpan: number;
  headers: string;
  height: string;
  noWrap: boolean;
  rowSpan: number;
  scope: string;
  vAlign: string;
  width: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLTableCellElement: { new (): HTMLTableCellElement; };
interface HTMLTableSectionElement extends HTMLElement {
  align: string;
  ch: string;
  chOff: string;
  rows: HTMLCollectionOf<HTMLTableRowElement>;
  vAlign: string;
  deleteRow(index: number): void;
  insertRow(index?: number): HTMLTableRowElement;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLTableSectionElement: { new (): HTMLTableSectionElement; };
interface HTMLTemplateElement extends HTMLElement {
  content: DocumentFragment;
  shadowRootClonable: boolean;
  shadowRootCustomElementRegistry: string;
  shadowRootDelegatesFocus: boolean;
  shadowRootMode: string;
  shadowRootSerializable: boolean;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLTemplateElement: { new (): HTMLTemplateElement; };
interface HTMLTextAreaElement extends HTMLElement {
  autocomplete: string;
  cols: number;
  defaultValue: string;
  dirName: string;
  disabled: boolean;
  form: HTMLFormElement | null;
  labels: NodeListOf<HTMLLabelElement>;
  maxLength: number;
  minLength: number;
  name: string;
  placeholder: string;
  readOnly: boolean;
  required: boolean;
  rows: number;
  selectionDirection: string;
  selectionEnd: number;
  selectionStart: number;
  textLength: number;
  type: string;
  validationMessage: string;
  validity: any;
  value: string;
  willValidate: boolean;
  wrap: string;
  checkValidity(): boolean;
  reportValidity(): boolean;
  select(): void;
  setCustomValidity(error: string): void;
  setRangeText(replacement: string): void;
  setRangeText(replacement: string, start: number, end: number, selectionMode?: string): void;
  setSelectionRange(start: number | null, end: number | null, direction?: string): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLTextAreaElement: { new (): HTMLTextAreaElement; };
interface HTMLVideoElement extends HTMLMediaElement {
  disablePictureInPicture: boolean;
  height: number;
  onenterpictureinpicture: ((ev: any) => any) | null;
  onleavepictureinpicture: ((ev: any) => any) | null;
  playsInline: boolean;
  poster: string;
  videoHeight: number;
  videoWidth: number;
  width: number;
  cancelVideoFrameCallback(handle: number): void;
  getVideoPlaybackQuality(): any;
  requestPictureInPicture(): Promise<any>;
  requestVideoFrameCallback(callback: (now: number, metadata: any) => void): number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLVideoElement: { new (): HTMLVideoElement; };
interface HTMLDialogElement extends HTMLElement {
  closedBy: string;
  open: boolean;
  returnValue: string;
  close(returnValue?: string): void;
  requestClose(returnValue?: string): void;
  show(): void;
  showModal(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLDialogElement: { new (): HTMLDialogElement; };
interface HTMLDetailsElement extends HTMLElement {
  name: string;
  open: boolean;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLDetailsElement: { new (): HTMLDetailsElement; };
interface HTMLFieldSetElement extends HTMLElement {
  disabled: boolean;
  elements: HTMLCollection;
  form: HTMLFormElement | null;
  name: string;
  type: string;
  validationMessage: string;
  validity: any;
  willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(error: string): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLFieldSetElement: { new (): HTMLFieldSetElement; };
interface HTMLProgressElement extends HTMLElement {
  labels: NodeListOf<HTMLLabelElement>;
  max: number;
  position: number;
  value: number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLProgressElement: { new (): HTMLProgressElement; };
interface HTMLSourceElement extends HTMLElement {
  height: number;
  media: string;
  sizes: string;
  src: string;
  srcset: string;
  type: string;
  width: number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var HTMLSourceElement: { new (): HTMLSourceElement; };
interface HTMLOptionsCollection extends HTMLCollectionOf<HTMLOptionElement> {
  length: number;
  selectedIndex: number;
  add(element: any, before?: HTMLElement | number | null): void;
  remove(index: number): void;
}
declare var HTMLOptionsCollection: { new (): HTMLOptionsCollection; };
interface HTMLFormControlsCollection {
  namedItem(name: string): any;
  length: number;
  item(index: number): Element | null;
  [key: number]: Element;
  [Symbol.iterator](): any;
}
declare var HTMLFormControlsCollection: { new (): HTMLFormControlsCollection; };
interface SVGElement extends Element {
  className: any;
  ownerSVGElement: SVGSVGElement | null;
  viewportElement: SVGElement | null;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  attributeStyleMap: any;
  style: CSSStyleDeclaration;
  onblur: ((ev: FocusEvent) => any) | null;
  onchange: ((ev: Event) => any) | null;
  onclick: ((ev: PointerEvent) => any) | null;
  oncommand: ((ev: Event) => any) | null;
  onerror: ((event: Event | string, source?: string, lineno?: number, colno?: number, error?: Error) => any) | null;
  onfocus: ((ev: FocusEvent) => any) | null;
  oninput: ((ev: InputEvent) => any) | null;
  onkeydown: ((ev: KeyboardEvent) => any) | null;
  onkeyup: ((ev: KeyboardEvent) => any) | null;
  onload: ((ev: Event) => any) | null;
  onmousedown: ((ev: MouseEvent) => any) | null;
  onmouseenter: ((ev: MouseEvent) => any) | null;
  onmouseleave: ((ev: MouseEvent) => any) | null;
  onmousemove: ((ev: MouseEvent) => any) | null;
  onmouseout: ((ev: MouseEvent) => any) | null;
  onmouseover: ((ev: MouseEvent) => any) | null;
  onmouseup: ((ev: MouseEvent) => any) | null;
  onresize: ((ev: UIEvent) => any) | null;
  onsubmit: ((ev: SubmitEvent) => any) | null;
  autofocus: boolean;
  dataset: DOMStringMap;
  nonce: string;
  tabIndex: number;
  blur(): void;
  focus(options?: any): void;
}
declare var SVGElement: { new (): SVGElement; };
interface SVGSVGElement extends SVGGraphicsElement {
  currentScale: number;
  currentTranslate: any;
  height: any;
  width: any;
  x: any;
  y: any;
  animationsPaused(): boolean;
  checkEnclosure(element: SVGElement, rect: DOMRectReadOnly): boolean;
  checkIntersection(element: SVGElement, rect: DOMRectReadOnly): boolean;
  createSVGAngle(): any;
  createSVGLength(): any;
  createSVGMatrix(): any;
  createSVGNumber(): any;
  createSVGPoint(): DOMPoint;
  createSVGRect(): DOMRect;
  createSVGTransform(): any;
  createSVGTransformFromMatrix(matrix?: any): any;
  deselectAll(): void;
  forceRedraw(): void;
  getCurrentTime(): number;
  getElementById(elementId: string): Element | null;
  getEnclosureList(rect: DOMRectReadOnly, referenceElement: SVGElement | null): NodeListOf<any>;
  getIntersectionList(rect: DOMRectReadOnly, referenceElement: SVGElement | null): NodeListOf<any>;
  pauseAnimations(): void;
  setCurrentTime(seconds: number): void;
  suspendRedraw(maxWaitMilliseconds: number): number;
  unpauseAnimations(): void;
  unsuspendRedraw(suspendHandleID: number): void;
  unsuspendRedrawAll(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  preserveAspectRatio: any;
  viewBox: any;
  onafterprint: ((ev: Event) => any) | null;
  ongamepadconnected: ((ev: any) => any) | null;
  ongamepaddisconnected: ((ev: any) => any) | null;
  onhashchange: ((ev: HashChangeEvent) => any) | null;
  onlanguagechange: ((ev: Event) => any) | null;
  onmessage: ((ev: MessageEvent) => any) | null;
  onmessageerror: ((ev: MessageEvent) => any) | null;
  onoffline: ((ev: Event) => any) | null;
  ononline: ((ev: Event) => any) | null;
  onpagehide: ((ev: any) => any) | null;
  onpagereveal: ((ev: any) => any) | null;
  onpageshow: ((ev: any) => any) | null;
  onpageswap: ((ev: any) => any) | null;
  onpopstate: ((ev: PopStateEvent) => any) | null;
  onrejectionhandled: ((ev: PromiseRejectionEvent) => any) | null;
  onstorage: ((ev: StorageEvent) => any) | null;
  onunhandledrejection: ((ev: PromiseRejectionEvent) => any) | null;
  onunload: ((ev: Event) => any) | null;
}
declare var SVGSVGElement: { new (): SVGSVGElement; };
interface SVGPathElement {
  pathLength: any;
  getPointAtLength(distance: number): DOMPoint;
  getTotalLength(): number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  isPointInFill(point?: any): boolean;
  isPointInStroke(point?: any): boolean;
}
declare var SVGPathElement: { new (): SVGPathElement; };
interface SVGGraphicsElement extends SVGElement {
  transform: any;
  getBBox(options?: any): DOMRect;
  getCTM(): any;
  getScreenCTM(): any;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  requiredExtensions: any;
  systemLanguage: any;
}
declare var SVGGraphicsElement: { new (): SVGGraphicsElement; };
interface Window extends EventTarget {
  clientInformation: Navigator;
  closed: boolean;
  cookieStore: any;
  customElements: CustomElementRegistry;
  devicePixelRatio: number;
  document: Document;
  event: Event | undefined;
  external: any;
  frameElement: Element | null;
  frames: Window;
  history: History;
  innerHeight: number;
  innerWidth: number;
  length: number;
  location: Location;
  locationbar: any;
  menubar: any;
  name: string;
  navigation: any;
  navigator: Navigator;
  ondevicemotion: ((ev: any) => any) | null;
  ondeviceorientation: ((ev: any) => any) | null;
  ondeviceorientationabsolute: ((ev: any) => any) | null;
  onorientationchange: ((ev: Event) => any) | null;
  opener: any;
  orientation: number;
  originAgentCluster: boolean;
  outerHeight: number;
  outerWidth: number;
  pageXOffset: number;
  pageYOffset: number;
  parent: Window;
  personalbar: any;
  screen: Screen;
  screenLeft: number;
  screenTop: number;
  screenX: number;
  screenY: number;
  scrollX: number;
  scrollY: number;
  scrollbars: any;
  self: any;
  speechSynthesis: any;
  status: string;
  statusbar: any;
  toolbar: any;
  top: Window | null;
  visualViewport: VisualViewport | null;
  window: any;
  alert(message?: any): void;
  blur(): void;
  cancelIdleCallback(handle: number): void;
  captureEvents(): void;
  close(): void;
  confirm(message?: string): boolean;
  focus(): void;
  getComputedStyle(elt: Element, pseudoElt?: string | null): CSSStyleDeclaration;
  getSelection(): Selection | null;
  matchMedia(query: string): MediaQueryList;
  moveBy(x: number, y: number): void;
  moveTo(x: number, y: number): void;
  open(url?: string | URL, target?: string, features?: string): Window | null;
  postMessage(message: any, targetOrigin: string, transfer?: any[]): void;
  postMessage(message: any, options?: any): void;
  print(): void;
  prompt(message?: string, _default?: string): string | null;
  releaseEvents(): void;
  requestIdleCallback(callback: (deadline: any) => void, options?: any): number;
  resizeBy(x: number, y: number): void;
  resizeTo(width: number, height: number): void;
  scroll(options?: any): void;
  scroll(x: number, y: number): void;
  scrollBy(options?: any): void;
  scrollBy(x: number, y: number): void;
  scrollTo(options?: any): void;
  scrollTo(x: number, y: number): void;
  stop(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  [key: number]: Window;
  cancelAnimationFrame(handle: number): void;
  requestAnimationFrame(callback: (time: number) => void): number;
  onblur: ((ev: FocusEvent) => any) | null;
  onchange: ((ev: Event) => any) | null;
  onclick: ((ev: PointerEvent) => any) | null;
  oncommand: ((ev: Event) => any) | null;
  onerror: ((event: Event | string, source?: string, lineno?: number, colno?: number, error?: Error) => any) | null;
  onfocus: ((ev: FocusEvent) => any) | null;
  oninput: ((ev: InputEvent) => any) | null;
  onkeydown: ((ev: KeyboardEvent) => any) | null;
  onkeyup: ((ev: KeyboardEvent) => any) | null;
  onload: ((ev: Event) => any) | null;
  onmousedown: ((ev: MouseEvent) => any) | null;
  onmouseenter: ((ev: MouseEvent) => any) | null;
  onmouseleave: ((ev: MouseEvent) => any) | null;
  onmousemove: ((ev: MouseEvent) => any) | null;
  onmouseout: ((ev: MouseEvent) => any) | null;
  onmouseover: ((ev: MouseEvent) => any) | null;
  onmouseup: ((ev: MouseEvent) => any) | null;
  onresize: ((ev: UIEvent) => any) | null;
  onsubmit: ((ev: SubmitEvent) => any) | null;
  onafterprint: ((ev: Event) => any) | null;
  ongamepadconnected: ((ev: any) => any) | null;
  ongamepaddisconnected: ((ev: any) => any) | null;
  onhashchange: ((ev: HashChangeEvent) => any) | null;
  onlanguagechange: ((ev: Event) => any) | null;
  onmessage: ((ev: MessageEvent) => any) | null;
  onmessageerror: ((ev: MessageEvent) => any) | null;
  onoffline: ((ev: Event) => any) | null;
  ononline: ((ev: Event) => any) | null;
  onpagehide: ((ev: any) => any) | null;
  onpagereveal: ((ev: any) => any) | null;
  onpageshow: ((ev: any) => any) | null;
  onpageswap: ((ev: any) => any) | null;
  onpopstate: ((ev: PopStateEvent) => any) | null;
  onrejectionhandled: ((ev: PromiseRejectionEvent) => any) | null;
  onstorage: ((ev: StorageEvent) => any) | null;
  onunhandledrejection: ((ev: PromiseRejectionEvent) => any) | null;
  onunload: ((ev: Event) => any) | null;
  localStorage: Storage;
  caches: CacheStorage;
  crossOriginIsolated: boolean;
  crypto: Crypto;
  indexedDB: IDBFactory;
  isSecureContext: boolean;
  origin: string;
  performance: Performance;
  scheduler: any;
  atob(data: string): string;
  btoa(data: string): string;
  /** @closes 0 */
  clearInterval(id: number | undefined): void;
  /** @closes 0 */
  clearTimeout(id: number | undefined): void;
  createImageBitmap(image: any, options?: any): Promise<ImageBitmap>;
  createImageBitmap(image: any, sx: number, sy: number, sw: number, sh: number, options?: any): Promise<ImageBitmap>;
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  queueMicrotask(callback: () => void): void;
  reportError(e: any): void;
  /** @opens interval */
  setInterval(handler: string | Function, timeout?: number, ...arguments: any[]): number;
  setTimeout(handler: string | Function, timeout?: number, ...arguments: any[]): number;
  structuredClone<T>(value: T, options?: any): T;
  sessionStorage: Storage;
}
declare var Window: { new (): Window; };
interface Screen {
  availHeight: number;
  availWidth: number;
  colorDepth: number;
  height: number;
  orientation: ScreenOrientation;
  pixelDepth: number;
  width: number;
}
declare var Screen: { new (): Screen; };
interface VisualViewport extends EventTarget {
  height: number;
  offsetLeft: number;
  offsetTop: number;
  onresize: ((ev: Event) => any) | null;
  pageLeft: number;
  pageTop: number;
  scale: number;
  width: number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var VisualViewport: { new (): VisualViewport; };
interface Location {
  ancestorOrigins: any;
  hash: string;
  host: string;
  hostname: string;
  href: string;
  toString(): string;
  origin: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  assign(url: string | URL): void;
  reload(): void;
  replace(url: string | URL): void;
}
declare var Location: { new (): Location; };
interface History {
  length: number;
  scrollRestoration: string;
  state: any;
  back(): void;
  forward(): void;
  go(delta?: number): void;
  pushState(data: any, unused: string, url?: string | URL | null): void;
  replaceState(data: any, unused: string, url?: string | URL | null): void;
}
declare var History: { new (): History; };
interface Navigator {
  clipboard: Clipboard;
  credentials: any;
  doNotTrack: string | null;
  geolocation: Geolocation;
  login: any;
  maxTouchPoints: number;
  mediaCapabilities: any;
  mediaDevices: MediaDevices;
  mediaSession: any;
  permissions: Permissions;
  serviceWorker: ServiceWorkerContainer;
  userActivation: any;
  wakeLock: WakeLock;
  canShare(data?: any): boolean;
  getGamepads(): any[];
  requestMIDIAccess(options?: any): Promise<any>;
  requestMediaKeySystemAccess(keySystem: string, supportedConfigurations: any[]): Promise<any>;
  sendBeacon(url: string | URL, data?: any): boolean;
  share(data?: any): Promise<void>;
  vibrate(pattern: number | number[]): boolean;
  requestMediaKeySystemAccess(keySystem: string, supportedConfigurations: Iterable<any>): Promise<any>;
  vibrate(pattern: Iterable<number>): boolean;
  webdriver: boolean;
  clearAppBadge(): Promise<void>;
  setAppBadge(contents?: number): Promise<void>;
  hardwareConcurrency: number;
  registerProtocolHandler(scheme: string, url: string | URL): void;
  cookieEnabled: boolean;
  gpu: any;
  appCodeName: string;
  appName: string;
  appVersion: string;
  platform: string;
  product: string;
  productSub: string;
  userAgent: string;
  vendor: string;
  vendorSub: string;
  language: string;
  languages: ReadonlyArray<string>;
  locks: LockManager;
  onLine: boolean;
  mimeTypes: any;
  pdfViewerEnabled: boolean;
  plugins: any;
  javaEnabled(): boolean;
  storage: StorageManager;
}
declare var Navigator: { new (): Navigator; };
interface Storage {
  length: number;
  clear(): void;
  getItem(key: string): string | null;
  key(index: number): string | null;
  removeItem(key: string): void;
  setItem(key: string, value: string): void;
  [key: string]: any;
}
declare var Storage: { new (): Storage; };
interface MediaQueryList extends EventTarget {
  matches: boolean;
  media: string;
  onchange: ((ev: MediaQueryListEvent) => any) | null;
  addListener(callback: ((ev: MediaQueryListEvent) => any) | null): void;
  removeListener(callback: ((ev: MediaQueryListEvent) => any) | null): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var MediaQueryList: { new (): MediaQueryList; };
interface Clipboard extends EventTarget {
  read(): Promise<ClipboardItem[]>;
  readText(): Promise<string>;
  write(data: ClipboardItem[]): Promise<void>;
  writeText(data: string): Promise<void>;
}
declare var Clipboard: { new (): Clipboard; };
interface ClipboardItem {
  presentationStyle: string;
  types: ReadonlyArray<string>;
  getType(type: string): Promise<Blob>;
}
declare var ClipboardItem: { new (items: Record<string, string | Blob | PromiseLike<string | Blob>>, options?: any): ClipboardItem; supports(type: string): boolean; };
interface DataTransfer {
  dropEffect: string;
  effectAllowed: string;
  files: FileList;
  items: DataTransferItemList;
  types: ReadonlyArray<string>;
  clearData(format?: string): void;
  getData(format: string): string;
  setData(format: string, data: string): void;
  setDragImage(image: Element, x: number, y: number): void;
}
declare var DataTransfer: { new (): DataTransfer; };
interface DataTransferItem {
  kind: string;
  type: string;
  getAsFile(): File | null;
  getAsString(callback: ((data: string) => void) | null): void;
}
declare var DataTransferItem: { new (): DataTransferItem; };
interface DataTransferItemList {
  length: number;
  add(data: string, type: string): DataTransferItem | null;
  add(data: File): DataTransferItem | null;
  clear(): void;
  remove(index: number): void;
  [key: number]: DataTransferItem;
  [Symbol.iterator](): any;
}
declare var DataTransferItemList: { new (): DataTransferItemList; };
interface File extends Blob {
  lastModified: number;
  name: string;
}
declare var File: { new (fileBits: any[], fileName: string, options?: any): File; };
interface FileList {
  length: number;
  item(index: number): File | null;
  [key: number]: File;
  [Symbol.iterator](): any;
}
declare var FileList: { new (): FileList; };
interface FileReader extends EventTarget {
  error: DOMException | null;
  onerror: ((ev: ProgressEvent<FileReader>) => any) | null;
  onload: ((ev: ProgressEvent<FileReader>) => any) | null;
  onloadend: ((ev: ProgressEvent<FileReader>) => any) | null;
  readyState: number;
  result: string | ArrayBuffer | null;
  abort(): void;
  readAsArrayBuffer(blob: Blob): void;
  readAsBinaryString(blob: Blob): void;
  readAsDataURL(blob: Blob): void;
  readAsText(blob: Blob, encoding?: string): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var FileReader: { new (): FileReader; };
interface Blob {
  size: number;
  type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  slice(start?: number, end?: number, contentType?: string): Blob;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  text(): Promise<string>;
}
declare var Blob: { new (blobParts?: any[], options?: any): Blob; };
interface FormData {
  append(name: string, value: string | Blob): void;
  append(name: string, value: string): void;
  append(name: string, blobValue: Blob, filename?: string): void;
  delete(name: string): void;
  get(name: string): File | string | null;
  getAll(name: string): (File | string)[];
  has(name: string): boolean;
  set(name: string, value: string | Blob): void;
  set(name: string, value: string): void;
  set(name: string, blobValue: Blob, filename?: string): void;
  forEach(callbackfn: (value: File | string, key: string, parent: FormData) => void, thisArg?: any): void;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
}
declare var FormData: { new (form?: HTMLFormElement, submitter?: HTMLElement | null): FormData; };
interface XMLHttpRequest {
  onreadystatechange: ((ev: Event) => any) | null;
  readyState: number;
  response: any;
  responseText: string;
  responseType: string;
  responseURL: string;
  responseXML: Document | null;
  status: number;
  statusText: string;
  timeout: number;
  upload: any;
  withCredentials: boolean;
  abort(): void;
  getAllResponseHeaders(): string;
  getResponseHeader(name: string): string | null;
  open(method: string, url: string | URL): void;
  open(method: string, url: string | URL, async: boolean, username?: string | null, password?: string | null): void;
  overrideMimeType(mime: string): void;
  send(body?: any): void;
  setRequestHeader(name: string, value: string): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  onerror: ((ev: ProgressEvent) => any) | null;
  onload: ((ev: ProgressEvent) => any) | null;
  onloadend: ((ev: ProgressEvent) => any) | null;
}
declare var XMLHttpRequest: { new (): XMLHttpRequest; };
interface WebSocket extends EventTarget {
  binaryType: string;
  bufferedAmount: number;
  extensions: string;
  onerror: ((ev: Event) => any) | null;
  onmessage: ((ev: MessageEvent) => any) | null;
  onopen: ((ev: Event) => any) | null;
  protocol: string;
  readyState: number;
  url: string;
  close(code?: number, reason?: string): void;
  send(data: any): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var WebSocket: { new (url: string | URL, protocols?: string | string[]): WebSocket; };
interface EventSource extends EventTarget {
  onerror: ((ev: Event) => any) | null;
  onmessage: ((ev: MessageEvent) => any) | null;
  onopen: ((ev: Event) => any) | null;
  readyState: number;
  url: string;
  withCredentials: boolean;
  close(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var EventSource: { new (url: string | URL, eventSourceInitDict?: any): EventSource; };
interface Worker extends EventTarget {
  postMessage(message: any, transfer: any[]): void;
  postMessage(message: any, options?: any): void;
  terminate(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  onerror: ((ev: ErrorEvent) => any) | null;
  onmessage: ((ev: MessageEvent) => any) | null;
  onmessageerror: ((ev: MessageEvent) => any) | null;
}
declare var Worker: { new (scriptURL: string | URL, options?: any): Worker; };
interface MessageChannel {
  port1: MessagePort;
  port2: MessagePort;
}
declare var MessageChannel: { new (): MessageChannel; };
interface MessagePort extends EventTarget {
  close(): void;
  postMessage(message: any, transfer: any[]): void;
  postMessage(message: any, options?: any): void;
  start(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  onmessage: ((ev: MessageEvent) => any) | null;
  onmessageerror: ((ev: MessageEvent) => any) | null;
}
declare var MessagePort: { new (): MessagePort; };
interface BroadcastChannel extends EventTarget {
  name: string;
  onmessage: ((ev: MessageEvent) => any) | null;
  onmessageerror: ((ev: MessageEvent) => any) | null;
  close(): void;
  postMessage(message: any): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var BroadcastChannel: { new (name: string): BroadcastChannel; };
interface Notification extends EventTarget {
  body: string;
  data: any;
  dir: string;
  icon: string;
  lang: string;
  onclick: ((ev: Event) => any) | null;
  onerror: ((ev: Event) => any) | null;
  onshow: ((ev: Event) => any) | null;
  requireInteraction: boolean;
  silent: boolean | null;
  tag: string;
  title: string;
  close(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var Notification: { new (title: string, options?: any): Notification; permission: string; requestPermission(deprecatedCallback?: (permission: string) => void): Promise<string>; };
interface ServiceWorkerContainer extends EventTarget {
  controller: ServiceWorker | null;
  oncontrollerchange: ((ev: Event) => any) | null;
  onmessage: ((ev: MessageEvent) => any) | null;
  onmessageerror: ((ev: MessageEvent) => any) | null;
  ready: Promise<ServiceWorkerRegistration>;
  getRegistration(clientURL?: string | URL): Promise<ServiceWorkerRegistration | undefined>;
  getRegistrations(): Promise<ReadonlyArray<ServiceWorkerRegistration>>;
  register(scriptURL: string | URL, options?: any): Promise<ServiceWorkerRegistration>;
  startMessages(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var ServiceWorkerContainer: { new (): ServiceWorkerContainer; };
interface ServiceWorkerRegistration extends EventTarget {
  active: ServiceWorker | null;
  cookies: any;
  installing: ServiceWorker | null;
  navigationPreload: any;
  onupdatefound: ((ev: Event) => any) | null;
  scope: string;
  updateViaCache: string;
  waiting: ServiceWorker | null;
  getNotifications(filter?: any): Promise<Notification[]>;
  showNotification(title: string, options?: any): Promise<void>;
  unregister(): Promise<boolean>;
  update(): Promise<ServiceWorkerRegistration>;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  pushManager: PushManager;
}
declare var ServiceWorkerRegistration: { new (): ServiceWorkerRegistration; };
interface ServiceWorker extends EventTarget {
  onstatechange: ((ev: Event) => any) | null;
  scriptURL: string;
  state: string;
  postMessage(message: any, transfer: any[]): void;
  postMessage(message: any, options?: any): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  onerror: ((ev: ErrorEvent) => any) | null;
}
declare var ServiceWorker: { new (): ServiceWorker; };
interface PushManager {
  getSubscription(): Promise<PushSubscription | null>;
  permissionState(options?: any): Promise<string>;
  subscribe(options?: any): Promise<PushSubscription>;
}
declare var PushManager: { new (): PushManager; supportedContentEncodings: ReadonlyArray<string>; };
interface PushSubscription {
  endpoint: string;
  expirationTime: number | null;
  options: any;
  getKey(name: string): ArrayBuffer | null;
  toJSON(): any;
  unsubscribe(): Promise<boolean>;
}
declare var PushSubscription: { new (): PushSubscription; };
interface CacheStorage {
  delete(cacheName: string): Promise<boolean>;
  has(cacheName: string): Promise<boolean>;
  keys(): Promise<string[]>;
  match(request: Request | string | URL, options?: any): Promise<Response | undefined>;
  open(cacheName: string): Promise<Cache>;
}
declare var CacheStorage: { new (): CacheStorage; };
interface Cache {
  add(request: Request | string | URL): Promise<void>;
  addAll(requests: (Request | string)[]): Promise<void>;
  delete(request: Request | string | URL, options?: any): Promise<boolean>;
  keys(request?: Request | string | URL, options?: any): Promise<ReadonlyArray<Request>>;
  match(request: Request | string | URL, options?: any): Promise<Response | undefined>;
  matchAll(request?: Request | string | URL, options?: any): Promise<ReadonlyArray<Response>>;
  put(request: Request | string | URL, response: Response): Promise<void>;
  addAll(requests: Iterable<Request | string>): Promise<void>;
}
declare var Cache: { new (): Cache; };
interface MutationObserver {
  disconnect(): void;
  observe(target: Node, options?: any): void;
  takeRecords(): MutationRecord[];
}
declare var MutationObserver: { new (callback: (mutations: MutationRecord[], observer: MutationObserver) => void): MutationObserver; };
interface MutationRecord {
  addedNodes: NodeList;
  attributeName: string | null;
  attributeNamespace: string | null;
  nextSibling: Node | null;
  oldValue: string | null;
  previousSibling: Node | null;
  removedNodes: NodeList;
  target: Node;
  type: string;
}
declare var MutationRecord: { new (): MutationRecord; };
interface ResizeObserver {
  disconnect(): void;
  observe(target: Element, options?: any): void;
  unobserve(target: Element): void;
}
declare var ResizeObserver: { new (callback: (entries: ResizeObserverEntry[], observer: ResizeObserver) => void): ResizeObserver; };
interface ResizeObserverEntry {
  borderBoxSize: ReadonlyArray<ResizeObserverSize>;
  contentBoxSize: ReadonlyArray<ResizeObserverSize>;
  contentRect: DOMRectReadOnly;
  devicePixelContentBoxSize: ReadonlyArray<ResizeObserverSize>;
  target: Element;
}
declare var ResizeObserverEntry: { new (): ResizeObserverEntry; };
interface ResizeObserverSize {
  blockSize: number;
  inlineSize: number;
}
declare var ResizeObserverSize: { new (): ResizeObserverSize; };
interface IntersectionObserver {
  root: Element | Document | null;
  rootMargin: string;
  scrollMargin: string;
  thresholds: ReadonlyArray<number>;
  disconnect(): void;
  observe(target: Element): void;
  takeRecords(): IntersectionObserverEntry[];
  unobserve(target: Element): void;
}
declare var IntersectionObserver: { new (callback: (entries: IntersectionObserverEntry[], observer: IntersectionObserver) => void, options?: any): IntersectionObserver; };
interface IntersectionObserverEntry {
  boundingClientRect: DOMRectReadOnly;
  intersectionRatio: number;
  intersectionRect: DOMRectReadOnly;
  isIntersecting: boolean;
  rootBounds: DOMRectReadOnly | null;
  target: Element;
  time: number;
}
declare var IntersectionObserverEntry: { new (): IntersectionObserverEntry; };
interface PerformanceObserver {
  disconnect(): void;
  observe(options?: any): void;
  takeRecords(): PerformanceEntry[];
}
declare var PerformanceObserver: { new (callback: (entries: any, observer: PerformanceObserver) => void): PerformanceObserver; supportedEntryTypes: ReadonlyArray<string>; };
interface Performance extends EventTarget {
  eventCounts: EventCounts;
  interactionCount: number;
  navigation: any;
  onresourcetimingbufferfull: ((ev: Event) => any) | null;
  timeOrigin: number;
  timing: any;
  clearMarks(markName?: string): void;
  clearMeasures(measureName?: string): void;
  clearResourceTimings(): void;
  getEntries(): PerformanceEntry[];
  getEntriesByName(name: string, type?: string): PerformanceEntry[];
  getEntriesByType(type: string): PerformanceEntry[];
  mark(markName: string, markOptions?: any): PerformanceMark;
  measure(measureName: string, startOrMeasureOptions?: any, endMark?: string): PerformanceMeasure;
  now(): number;
  setResourceTimingBufferSize(maxSize: number): void;
  toJSON(): any;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var Performance: { new (): Performance; };
interface PerformanceEntry {
  duration: number;
  entryType: string;
  name: string;
  startTime: number;
  toJSON(): any;
}
declare var PerformanceEntry: { new (): PerformanceEntry; };
interface PerformanceMark extends PerformanceEntry {
  detail: any;
}
declare var PerformanceMark: { new (markName: string, markOptions?: any): PerformanceMark; };
interface PerformanceMeasure extends PerformanceEntry {
  detail: any;
}
declare var PerformanceMeasure: { new (): PerformanceMeasure; };
interface CanvasRenderingContext2D {
  canvas: HTMLCanvasElement;
  globalAlpha: number;
  globalCompositeOperation: string;
  drawImage(image: any, dx: number, dy: number): void;
  drawImage(image: any, dx: number, dy: number, dw: number, dh: number): void;
  drawImage(image: any, sx: number, sy: number, sw: number, sh: number, dx: number, dy: number, dw: number, dh: number): void;
  beginPath(): void;
  clip(fillRule?: string): void;
  clip(path: Path2D, fillRule?: string): void;
  fill(fillRule?: string): void;
  fill(path: Path2D, fillRule?: string): void;
  isPointInPath(x: number, y: number, fillRule?: string): boolean;
  isPointInPath(path: Path2D, x: number, y: number, fillRule?: string): boolean;
  isPointInStroke(x: number, y: number): boolean;
  isPointInStroke(path: Path2D, x: number, y: number): boolean;
  stroke(): void;
  stroke(path: Path2D): void;
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  createConicGradient(startAngle: number, x: number, y: number): CanvasGradient;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): CanvasGradient;
  createPattern(image: any, repetition: string | null): CanvasPattern | null;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): CanvasGradient;
  filter: string;
  createImageData(sw: number, sh: number, settings?: any): ImageData;
  createImageData(imageData: ImageData): ImageData;
  getImageData(sx: number, sy: number, sw: number, sh: number, settings?: any): ImageData;
  putImageData(imageData: ImageData, dx: number, dy: number): void;
  putImageData(imageData: ImageData, dx: number, dy: number, dirtyX: number, dirtyY: number, dirtyWidth: number, dirtyHeight: number): void;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: string;
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number, counterclockwise?: boolean): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  bezierCurveTo(cp1x: number, cp1y: number, cp2x: number, cp2y: number, x: number, y: number): void;
  closePath(): void;
  ellipse(x: number, y: number, radiusX: number, radiusY: number, rotation: number, startAngle: number, endAngle: number, counterclockwise?: boolean): void;
  lineTo(x: number, y: number): void;
  moveTo(x: number, y: number): void;
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void;
  rect(x: number, y: number, w: number, h: number): void;
  roundRect(x: number, y: number, w: number, h: number, radii?: any): void;
  lineCap: string;
  lineDashOffset: number;
  lineJoin: string;
  lineWidth: number;
  miterLimit: number;
  getLineDash(): number[];
  setLineDash(segments: number[]): void;
  setLineDash(segments: Iterable<number>): void;
  clearRect(x: number, y: number, w: number, h: number): void;
  fillRect(x: number, y: number, w: number, h: number): void;
  strokeRect(x: number, y: number, w: number, h: number): void;
  getContextAttributes(): any;
  shadowBlur: number;
  shadowColor: string;
  shadowOffsetX: number;
  shadowOffsetY: number;
  isContextLost(): boolean;
  reset(): void;
  restore(): void;
  save(): void;
  fillText(text: string, x: number, y: number, maxWidth?: number): void;
  measureText(text: string): TextMetrics;
  strokeText(text: string, x: number, y: number, maxWidth?: number): void;
  direction: string;
  font: string;
  fontKerning: string;
  fontStretch: string;
  fontVariantCaps: string;
  letterSpacing: string;
  textAlign: string;
  textBaseline: string;
  textRendering: string;
  wordSpacing: string;
  getTransform(): any;
  resetTransform(): void;
  rotate(angle: number): void;
  scale(x: number, y: number): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  setTransform(transform?: any): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  translate(x: number, y: number): void;
  drawFocusIfNeeded(element: Element): void;
  drawFocusIfNeeded(path: Path2D, element: Element): void;
}
declare var CanvasRenderingContext2D: { new (): CanvasRenderingContext2D; };
interface ImageData {
  colorSpace: string;
  data: Uint8ClampedArray<ArrayBuffer>;
  height: number;
  width: number;
}
declare var ImageData: { new (sw: number, sh: number, settings?: any): ImageData; new (data: Uint8ClampedArray<ArrayBuffer>, sw: number, sh?: number, settings?: any): ImageData; };
interface ImageBitmap {
  height: number;
  width: number;
  close(): void;
}
declare var ImageBitmap: { new (): ImageBitmap; };
interface CanvasGradient {
  addColorStop(offset: number, color: string): void;
}
declare var CanvasGradient: { new (): CanvasGradient; };
interface CanvasPattern {
  setTransform(transform?: any): void;
}
declare var CanvasPattern: { new (): CanvasPattern; };
interface TextMetrics {
  actualBoundingBoxAscent: number;
  actualBoundingBoxDescent: number;
  actualBoundingBoxLeft: number;
  actualBoundingBoxRight: number;
  alphabeticBaseline: number;
  emHeightAscent: number;
  emHeightDescent: number;
  fontBoundingBoxAscent: number;
  fontBoundingBoxDescent: number;
  hangingBaseline: number;
  ideographicBaseline: number;
  width: number;
}
declare var TextMetrics: { new (): TextMetrics; };
interface Path2D {
  addPath(path: Path2D, transform?: any): void;
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number, counterclockwise?: boolean): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  bezierCurveTo(cp1x: number, cp1y: number, cp2x: number, cp2y: number, x: number, y: number): void;
  closePath(): void;
  ellipse(x: number, y: number, radiusX: number, radiusY: number, rotation: number, startAngle: number, endAngle: number, counterclockwise?: boolean): void;
  lineTo(x: number, y: number): void;
  moveTo(x: number, y: number): void;
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void;
  rect(x: number, y: number, w: number, h: number): void;
  roundRect(x: number, y: number, w: number, h: number, radii?: any): void;
}
declare var Path2D: { new (path?: Path2D | string): Path2D; };
interface Animation extends EventTarget {
  currentTime: any;
  effect: any;
  finished: Promise<Animation>;
  id: string;
  onfinish: ((ev: any) => any) | null;
  onremove: ((ev: any) => any) | null;
  overallProgress: number | null;
  pending: boolean;
  playState: string;
  playbackRate: number;
  ready: Promise<Animation>;
  replaceState: string;
  startTime: any;
  timeline: any;
  cancel(): void;
  commitStyles(): void;
  finish(): void;
  pause(): void;
  persist(): void;
  play(): void;
  reverse(): void;
  updatePlaybackRate(playbackRate: number): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var Animation: { new (effect?: any, timeline?: any): Animation; };
interface MediaStream extends EventTarget {
  active: boolean;
  id: string;
  onaddtrack: ((ev: any) => any) | null;
  onremovetrack: ((ev: any) => any) | null;
  addTrack(track: MediaStreamTrack): void;
  clone(): MediaStream;
  getAudioTracks(): MediaStreamTrack[];
  getTrackById(trackId: string): MediaStreamTrack | null;
  getTracks(): MediaStreamTrack[];
  getVideoTracks(): MediaStreamTrack[];
  removeTrack(track: MediaStreamTrack): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var MediaStream: { new (): MediaStream; new (stream: MediaStream): MediaStream; new (tracks: MediaStreamTrack[]): MediaStream; };
interface MediaStreamTrack extends EventTarget {
  contentHint: string;
  enabled: boolean;
  id: string;
  kind: string;
  label: string;
  muted: boolean;
  onmute: ((ev: Event) => any) | null;
  onunmute: ((ev: Event) => any) | null;
  readyState: string;
  applyConstraints(constraints?: any): Promise<void>;
  clone(): MediaStreamTrack;
  getCapabilities(): any;
  getConstraints(): any;
  getSettings(): any;
  stop(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var MediaStreamTrack: { new (): MediaStreamTrack; };
interface MediaDevices extends EventTarget {
  ondevicechange: ((ev: Event) => any) | null;
  enumerateDevices(): Promise<any[]>;
  getDisplayMedia(options?: any): Promise<MediaStream>;
  getSupportedConstraints(): any;
  getUserMedia(constraints?: any): Promise<MediaStream>;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var MediaDevices: { new (): MediaDevices; };
interface MediaRecorder extends EventTarget {
  audioBitsPerSecond: number;
  mimeType: string;
  ondataavailable: ((ev: any) => any) | null;
  onerror: ((ev: ErrorEvent) => any) | null;
  onresume: ((ev: Event) => any) | null;
  onstart: ((ev: Event) => any) | null;
  onstop: ((ev: Event) => any) | null;
  state: string;
  stream: MediaStream;
  videoBitsPerSecond: number;
  pause(): void;
  requestData(): void;
  resume(): void;
  start(timeslice?: number): void;
  stop(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var MediaRecorder: { new (stream: MediaStream, options?: any): MediaRecorder; isTypeSupported(type: string): boolean; };
interface TimeRanges {
  length: number;
  end(index: number): number;
  start(index: number): number;
}
declare var TimeRanges: { new (): TimeRanges; };
interface AudioContext {
  baseLatency: number;
  outputLatency: number;
  close(): Promise<void>;
  createMediaElementSource(mediaElement: HTMLMediaElement): any;
  createMediaStreamDestination(): any;
  createMediaStreamSource(mediaStream: MediaStream): any;
  getOutputTimestamp(): any;
  resume(): Promise<void>;
  suspend(): Promise<void>;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  audioWorklet: any;
  currentTime: number;
  destination: any;
  listener: any;
  onstatechange: ((ev: Event) => any) | null;
  sampleRate: number;
  state: string;
  createAnalyser(): any;
  createBiquadFilter(): any;
  createBuffer(numberOfChannels: number, length: number, sampleRate: number): any;
  createBufferSource(): any;
  createChannelMerger(numberOfInputs?: number): any;
  createChannelSplitter(numberOfOutputs?: number): any;
  createConstantSource(): any;
  createConvolver(): any;
  createDelay(maxDelayTime?: number): any;
  createDynamicsCompressor(): any;
  createGain(): any;
  createIIRFilter(feedforward: number[], feedback: number[]): any;
  createOscillator(): any;
  createPanner(): any;
  createPeriodicWave(real: number[] | Float32Array, imag: number[] | Float32Array, constraints?: any): any;
  createScriptProcessor(bufferSize?: number, numberOfInputChannels?: number, numberOfOutputChannels?: number): any;
  createStereoPanner(): any;
  createWaveShaper(): any;
  decodeAudioData(audioData: ArrayBuffer, successCallback?: ((decodedData: any) => void) | null, errorCallback?: ((error: DOMException) => void) | null): Promise<any>;
  createIIRFilter(feedforward: Iterable<number>, feedback: Iterable<number>): any;
  createPeriodicWave(real: Iterable<number>, imag: Iterable<number>, constraints?: any): any;
}
declare var AudioContext: { new (contextOptions?: any): AudioContext; };
interface SpeechSynthesisUtterance extends EventTarget {
  lang: string;
  onboundary: ((ev: any) => any) | null;
  onend: ((ev: any) => any) | null;
  onerror: ((ev: any) => any) | null;
  onmark: ((ev: any) => any) | null;
  onresume: ((ev: any) => any) | null;
  onstart: ((ev: any) => any) | null;
  pitch: number;
  rate: number;
  text: string;
  voice: any;
  volume: number;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var SpeechSynthesisUtterance: { new (text?: string): SpeechSynthesisUtterance; };
interface Request {
  cache: string;
  credentials: string;
  destination: string;
  integrity: string;
  keepalive: boolean;
  mode: string;
  redirect: string;
  referrer: string;
  referrerPolicy: string;
  clone(): Request;
}
declare var Request: { new (input: Request | string | URL, init?: RequestInit): Request; };
interface Response {
  redirected: boolean;
  type: string;
  url: string;
  clone(): Response;
}
interface Headers {
  getSetCookie(): string[];
  forEach(callbackfn: (value: string, key: string, parent: Headers) => void, thisArg?: any): void;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
}
declare var Headers: { new (init?: ([string, string])[] | Record<string, string> | Headers): Headers; };
interface RequestInit {
  cache?: string;
  credentials?: string;
  integrity?: string;
  keepalive?: boolean;
  mode?: string;
  priority?: string;
  redirect?: string;
  referrer?: string;
  referrerPolicy?: string;
  window?: null;
}
interface ResponseInit {
  headers?: ([string, string])[] | Record<string, string> | Headers;
  status?: number;
  statusText?: string;
}
interface Body {
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  formData(): Promise<FormData>;
  json(): Promise<any>;
  text(): Promise<string>;
}
interface URL {
  hash: string;
  origin: string;
  password: string;
  port: string;
  username: string;
  toJSON(): string;
}
interface URLSearchParams {
  size: number;
  getAll(name: string): string[];
  sort(): void;
  forEach(callbackfn: (value: string, key: string, parent: URLSearchParams) => void, thisArg?: any): void;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
}
interface ReadableStream<R = any> {
  locked: boolean;
  /** @closes */
  cancel(reason?: any): Promise<void>;
  getReader(options: any): any;
  getReader(): ReadableStreamDefaultReader<R>;
  getReader(options?: any): any;
  pipeThrough<T>(transform: any, options?: any): ReadableStream<T>;
  pipeTo(destination: WritableStream<R>, options?: any): Promise<void>;
  tee(): [ReadableStream<R>, ReadableStream<R>];
  [Symbol.asyncIterator](options?: any): any;
  values(options?: any): any;
}
declare var ReadableStream: { new (underlyingSource: any, strategy?: any): ReadableStream<Uint8Array<ArrayBuffer>>; new <R>(underlyingSource: any, strategy?: any): ReadableStream<R>; new <R>(underlyingSource?: any, strategy?: any): ReadableStream<R>; };
interface ReadableStreamDefaultReader<R = any> {
  read(): Promise<any>;
  releaseLock(): void;
  closed: Promise<void>;
  cancel(reason?: any): Promise<void>;
}
declare var ReadableStreamDefaultReader: { new <R>(stream: ReadableStream<R>): ReadableStreamDefaultReader<R>; };
interface ReadableStreamDefaultController<R = any> {
  desiredSize: number | null;
  close(): void;
  enqueue(chunk: R): void;
  error(e?: any): void;
}
declare var ReadableStreamDefaultController: { new (): ReadableStreamDefaultController; };
interface WritableStream<W = any> {
  locked: boolean;
  abort(reason?: any): Promise<void>;
  close(): Promise<void>;
  getWriter(): WritableStreamDefaultWriter<W>;
}
declare var WritableStream: { new <W>(underlyingSink?: any, strategy?: any): WritableStream<W>; };
interface WritableStreamDefaultWriter<W = any> {
  closed: Promise<void>;
  desiredSize: number | null;
  ready: Promise<void>;
  abort(reason?: any): Promise<void>;
  close(): Promise<void>;
  releaseLock(): void;
  write(chunk?: W): Promise<void>;
}
declare var WritableStreamDefaultWriter: { new <W>(stream: WritableStream<W>): WritableStreamDefaultWriter<W>; };
interface TransformStream<I = any, O = any> {
  readable: ReadableStream<O>;
  writable: WritableStream<I>;
}
declare var TransformStream: { new <I, O>(transformer?: any, writableStrategy?: any, readableStrategy?: any): TransformStream<I, O>; };
interface CompressionStream {
  readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  writable: WritableStream<any>;
  readable: ReadableStream;
  writable: WritableStream;
}
declare var CompressionStream: { new (format: string): CompressionStream; };
interface DecompressionStream {
  readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  writable: WritableStream<any>;
  readable: ReadableStream;
  writable: WritableStream;
}
declare var DecompressionStream: { new (format: string): DecompressionStream; };
interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array<any>): any;
  encoding: string;
}
declare var TextEncoder: { new (): TextEncoder; };
interface TextDecoder {
  decode(input?: any, options?: any): string;
  encoding: string;
  fatal: boolean;
  ignoreBOM: boolean;
}
declare var TextDecoder: { new (label?: string, options?: any): TextDecoder; };
interface TextDecoderStream {
  readable: ReadableStream<string>;
  writable: WritableStream<any>;
  readable: ReadableStream;
  writable: WritableStream;
  encoding: string;
  fatal: boolean;
  ignoreBOM: boolean;
}
declare var TextDecoderStream: { new (label?: string, options?: any): TextDecoderStream; };
interface TextEncoderStream {
  readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  writable: WritableStream<string>;
  readable: ReadableStream;
  writable: WritableStream;
  encoding: string;
}
declare var TextEncoderStream: { new (): TextEncoderStream; };
interface Crypto {
  subtle: SubtleCrypto;
  getRandomValues<T>(array: T): T;
  /** @fresh */
  randomUUID(): string;
}
declare var Crypto: { new (): Crypto; };
interface SubtleCrypto {
  decrypt(algorithm: any, key: CryptoKey, data: any): Promise<ArrayBuffer>;
  deriveBits(algorithm: any, baseKey: CryptoKey, length?: number | null): Promise<ArrayBuffer>;
  deriveKey(algorithm: any, baseKey: CryptoKey, derivedKeyType: any, extractable: boolean, keyUsages: string[]): Promise<CryptoKey>;
  digest(algorithm: any, data: any): Promise<ArrayBuffer>;
  encrypt(algorithm: any, key: CryptoKey, data: any): Promise<ArrayBuffer>;
  exportKey(format: string, key: CryptoKey): Promise<any>;
  exportKey(format: any, key: CryptoKey): Promise<ArrayBuffer>;
  generateKey(algorithm: any, extractable: boolean, keyUsages: ReadonlyArray<string>): Promise<any>;
  generateKey(algorithm: any, extractable: boolean, keyUsages: ReadonlyArray<string>): Promise<CryptoKey>;
  generateKey(algorithm: any, extractable: boolean, keyUsages: string[]): Promise<any>;
  importKey(format: string, keyData: any, algorithm: any, extractable: boolean, keyUsages: ReadonlyArray<string>): Promise<CryptoKey>;
  importKey(format: any, keyData: any, algorithm: any, extractable: boolean, keyUsages: string[]): Promise<CryptoKey>;
  sign(algorithm: any, key: CryptoKey, data: any): Promise<ArrayBuffer>;
  unwrapKey(format: string, wrappedKey: any, unwrappingKey: CryptoKey, unwrapAlgorithm: any, unwrappedKeyAlgorithm: any, extractable: boolean, keyUsages: string[]): Promise<CryptoKey>;
  verify(algorithm: any, key: CryptoKey, signature: any, data: any): Promise<boolean>;
  wrapKey(format: string, key: CryptoKey, wrappingKey: CryptoKey, wrapAlgorithm: any): Promise<ArrayBuffer>;
  deriveKey(algorithm: any, baseKey: CryptoKey, derivedKeyType: any, extractable: boolean, keyUsages: Iterable<string>): Promise<CryptoKey>;
  generateKey(algorithm: any, extractable: boolean, keyUsages: Iterable<string>): Promise<any>;
  importKey(format: any, keyData: any, algorithm: any, extractable: boolean, keyUsages: Iterable<string>): Promise<CryptoKey>;
  unwrapKey(format: string, wrappedKey: any, unwrappingKey: CryptoKey, unwrapAlgorithm: any, unwrappedKeyAlgorithm: any, extractable: boolean, keyUsages: Iterable<string>): Promise<CryptoKey>;
}
declare var SubtleCrypto: { new (): SubtleCrypto; };
interface CryptoKey {
  algorithm: any;
  extractable: boolean;
  type: string;
  usages: string[];
}
declare var CryptoKey: { new (): CryptoKey; };
interface DOMException {
  code: number;
  message: string;
  name: string;
  cause?: any;
  stack?: string;
}
declare var DOMException: { new (message?: string, name?: string): DOMException; };
interface DOMParser {
  parseFromString(string: string, type: string): Document;
}
declare var DOMParser: { new (): DOMParser; };
interface XMLSerializer {
  serializeToString(root: Node): string;
}
declare var XMLSerializer: { new (): XMLSerializer; };
interface IDBFactory {
  cmp(first: any, second: any): number;
  databases(): Promise<any[]>;
  deleteDatabase(name: string): IDBOpenDBRequest;
  open(name: string, version?: number): IDBOpenDBRequest;
}
declare var IDBFactory: { new (): IDBFactory; };
interface IDBDatabase extends EventTarget {
  name: string;
  objectStoreNames: any;
  onerror: ((ev: Event) => any) | null;
  onversionchange: ((ev: any) => any) | null;
  version: number;
  close(): void;
  createObjectStore(name: string, options?: any): IDBObjectStore;
  deleteObjectStore(name: string): void;
  transaction(storeNames: string | string[], mode?: string, options?: any): IDBTransaction;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  transaction(storeNames: string | Iterable<string>, mode?: string, options?: any): IDBTransaction;
}
declare var IDBDatabase: { new (): IDBDatabase; };
interface IDBRequest<T = any> extends EventTarget {
  error: DOMException | null;
  onerror: ((ev: Event) => any) | null;
  onsuccess: ((ev: Event) => any) | null;
  readyState: string;
  result: T;
  source: IDBObjectStore | IDBIndex | IDBCursor;
  transaction: IDBTransaction | null;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var IDBRequest: { new (): IDBRequest; };
interface IDBOpenDBRequest extends IDBRequest<IDBDatabase> {
  onblocked: ((ev: any) => any) | null;
  onupgradeneeded: ((ev: any) => any) | null;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var IDBOpenDBRequest: { new (): IDBOpenDBRequest; };
interface IDBTransaction extends EventTarget {
  db: IDBDatabase;
  durability: string;
  error: DOMException | null;
  mode: string;
  objectStoreNames: any;
  oncomplete: ((ev: Event) => any) | null;
  onerror: ((ev: Event) => any) | null;
  abort(): void;
  commit(): void;
  objectStore(name: string): IDBObjectStore;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var IDBTransaction: { new (): IDBTransaction; };
interface IDBObjectStore {
  autoIncrement: boolean;
  indexNames: any;
  keyPath: string | string[] | null;
  name: string;
  transaction: IDBTransaction;
  add(value: any, key?: any): IDBRequest<any>;
  clear(): IDBRequest<undefined>;
  count(query?: any): IDBRequest<number>;
  createIndex(name: string, keyPath: string | string[], options?: any): IDBIndex;
  delete(query: any): IDBRequest<undefined>;
  deleteIndex(name: string): void;
  get(query: any): IDBRequest<any>;
  getAll(queryOrOptions?: any, count?: number): IDBRequest<any[]>;
  getAllKeys(queryOrOptions?: any, count?: number): IDBRequest<any[]>;
  getKey(query: any): IDBRequest<any>;
  index(name: string): IDBIndex;
  openCursor(query?: any, direction?: string): IDBRequest<IDBCursorWithValue | null>;
  openKeyCursor(query?: any, direction?: string): IDBRequest<IDBCursor | null>;
  put(value: any, key?: any): IDBRequest<any>;
  createIndex(name: string, keyPath: string | Iterable<string>, options?: any): IDBIndex;
}
declare var IDBObjectStore: { new (): IDBObjectStore; };
interface IDBIndex {
  keyPath: string | string[];
  multiEntry: boolean;
  name: string;
  objectStore: IDBObjectStore;
  unique: boolean;
  count(query?: any): IDBRequest<number>;
  get(query: any): IDBRequest<any>;
  getAll(queryOrOptions?: any, count?: number): IDBRequest<any[]>;
  getAllKeys(queryOrOptions?: any, count?: number): IDBRequest<any[]>;
  getKey(query: any): IDBRequest<any>;
  openCursor(query?: any, direction?: string): IDBRequest<IDBCursorWithValue | null>;
  openKeyCursor(query?: any, direction?: string): IDBRequest<IDBCursor | null>;
}
declare var IDBIndex: { new (): IDBIndex; };
interface IDBCursor {
  direction: string;
  key: any;
  primaryKey: any;
  request: IDBRequest;
  source: IDBObjectStore | IDBIndex;
  advance(count: number): void;
  continue(key?: any): void;
  continuePrimaryKey(key: any, primaryKey: any): void;
  delete(): IDBRequest<undefined>;
  update(value: any): IDBRequest<any>;
}
declare var IDBCursor: { new (): IDBCursor; };
interface IDBCursorWithValue extends IDBCursor {
  value: any;
}
declare var IDBCursorWithValue: { new (): IDBCursorWithValue; };
interface Geolocation {
  clearWatch(watchId: number): void;
  getCurrentPosition(successCallback: (position: GeolocationPosition) => void, errorCallback?: ((positionError: any) => void) | null, options?: any): void;
  watchPosition(successCallback: (position: GeolocationPosition) => void, errorCallback?: ((positionError: any) => void) | null, options?: any): number;
}
declare var Geolocation: { new (): Geolocation; };
interface GeolocationPosition {
  coords: GeolocationCoordinates;
  timestamp: number;
  toJSON(): any;
}
declare var GeolocationPosition: { new (): GeolocationPosition; };
interface GeolocationCoordinates {
  accuracy: number;
  altitude: number | null;
  altitudeAccuracy: number | null;
  heading: number | null;
  latitude: number;
  longitude: number;
  speed: number | null;
  toJSON(): any;
}
declare var GeolocationCoordinates: { new (): GeolocationCoordinates; };
interface CustomElementRegistry {
  define(name: string, constructor: any, options?: any): void;
  get(name: string): any;
  getName(constructor: any): string | null;
  initialize(root: Node): void;
  upgrade(root: Node): void;
  whenDefined(name: string): Promise<any>;
}
declare var CustomElementRegistry: { new (): CustomElementRegistry; };
interface CSSRule {
  cssText: string;
  parentRule: CSSRule | null;
  parentStyleSheet: CSSStyleSheet | null;
  type: number;
}
declare var CSSRule: { new (): CSSRule; };
interface CSSRuleList {
  length: number;
  item(index: number): CSSRule | null;
  [key: number]: CSSRule;
  [Symbol.iterator](): any;
}
declare var CSSRuleList: { new (): CSSRuleList; };
interface StyleSheet {
  disabled: boolean;
  href: string | null;
  media: any;
  ownerNode: any;
  parentStyleSheet: CSSStyleSheet | null;
  title: string | null;
  type: string;
}
declare var StyleSheet: { new (): StyleSheet; };
interface ArrayBuffer {
  maxByteLength: number;
  resizable: boolean;
  resize(newByteLength?: number): void;
  detached: boolean;
  transfer(newByteLength?: number): ArrayBuffer;
  transferToFixedLength(newByteLength?: number): ArrayBuffer;
  byteLength: number;
  slice(begin?: number, end?: number): ArrayBuffer;
}
declare var ArrayBuffer: { new (): ArrayBuffer; new (byteLength: number, options?: any): ArrayBuffer; new (byteLength: number): ArrayBuffer; isView(arg: any): boolean; };
interface SharedArrayBuffer {
  byteLength: number;
  slice(begin?: number, end?: number): SharedArrayBuffer;
  growable: boolean;
  maxByteLength: number;
  grow(newByteLength?: number): void;
}
declare var SharedArrayBuffer: { new (byteLength?: number): SharedArrayBuffer; new (byteLength: number, options?: any): SharedArrayBuffer; };
interface Uint8Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint8Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint8Array<ArrayBuffer>;
  with(index: number, value: number): Uint8Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint8Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint8Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint8Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint8Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
  toBase64(options?: any): string;
  setFromBase64(string: string, options?: any): any;
  toHex(): string;
  setFromHex(string: string): any;
}
declare var Uint8Array: { new (elements: Iterable<number>): Uint8Array<ArrayBuffer>; from(elements: Iterable<number>): Uint8Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint8Array<ArrayBuffer>; new (): Uint8Array<ArrayBuffer>; new (length: number): Uint8Array<ArrayBuffer>; new (array: ArrayLike<number>): Uint8Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint8Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint8Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Uint8Array<ArrayBuffer>; of(...items: number[]): Uint8Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Uint8Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint8Array<ArrayBuffer>; fromBase64(string: string, options?: any): Uint8Array<ArrayBuffer>; fromHex(string: string): Uint8Array<ArrayBuffer>; };
interface Uint8ClampedArray<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint8ClampedArray<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint8ClampedArray<ArrayBuffer>;
  with(index: number, value: number): Uint8ClampedArray<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint8ClampedArray<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint8ClampedArray<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint8ClampedArray<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint8ClampedArray<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Uint8ClampedArray: { new (elements: Iterable<number>): Uint8ClampedArray<ArrayBuffer>; from(elements: Iterable<number>): Uint8ClampedArray<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint8ClampedArray<ArrayBuffer>; new (): Uint8ClampedArray<ArrayBuffer>; new (length: number): Uint8ClampedArray<ArrayBuffer>; new (array: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint8ClampedArray<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint8ClampedArray<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Uint8ClampedArray<ArrayBuffer>; of(...items: number[]): Uint8ClampedArray<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint8ClampedArray<ArrayBuffer>; };
interface Uint16Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint16Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint16Array<ArrayBuffer>;
  with(index: number, value: number): Uint16Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint16Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint16Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Uint16Array: { new (elements: Iterable<number>): Uint16Array<ArrayBuffer>; from(elements: Iterable<number>): Uint16Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint16Array<ArrayBuffer>; new (): Uint16Array<ArrayBuffer>; new (length: number): Uint16Array<ArrayBuffer>; new (array: ArrayLike<number>): Uint16Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint16Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint16Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Uint16Array<ArrayBuffer>; of(...items: number[]): Uint16Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Uint16Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint16Array<ArrayBuffer>; };
interface Uint32Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Uint32Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Uint32Array<ArrayBuffer>;
  with(index: number, value: number): Uint32Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Uint32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Uint32Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Uint32Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Uint32Array: { new (elements: Iterable<number>): Uint32Array<ArrayBuffer>; from(elements: Iterable<number>): Uint32Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Uint32Array<ArrayBuffer>; new (): Uint32Array<ArrayBuffer>; new (length: number): Uint32Array<ArrayBuffer>; new (array: ArrayLike<number>): Uint32Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Uint32Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Uint32Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Uint32Array<ArrayBuffer>; of(...items: number[]): Uint32Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Uint32Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Uint32Array<ArrayBuffer>; };
interface Int8Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Int8Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Int8Array<ArrayBuffer>;
  with(index: number, value: number): Int8Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Int8Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Int8Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int8Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Int8Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Int8Array: { new (elements: Iterable<number>): Int8Array<ArrayBuffer>; from(elements: Iterable<number>): Int8Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Int8Array<ArrayBuffer>; new (): Int8Array<ArrayBuffer>; new (length: number): Int8Array<ArrayBuffer>; new (array: ArrayLike<number>): Int8Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Int8Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Int8Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Int8Array<ArrayBuffer>; of(...items: number[]): Int8Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Int8Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Int8Array<ArrayBuffer>; };
interface Int16Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Int16Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Int16Array<ArrayBuffer>;
  with(index: number, value: number): Int16Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Int16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Int16Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Int16Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Int16Array: { new (elements: Iterable<number>): Int16Array<ArrayBuffer>; from(elements: Iterable<number>): Int16Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Int16Array<ArrayBuffer>; new (): Int16Array<ArrayBuffer>; new (length: number): Int16Array<ArrayBuffer>; new (array: ArrayLike<number>): Int16Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Int16Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Int16Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Int16Array<ArrayBuffer>; of(...items: number[]): Int16Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Int16Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Int16Array<ArrayBuffer>; };
interface Int32Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Int32Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Int32Array<ArrayBuffer>;
  with(index: number, value: number): Int32Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Int32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Int32Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Int32Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Int32Array: { new (elements: Iterable<number>): Int32Array<ArrayBuffer>; from(elements: Iterable<number>): Int32Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Int32Array<ArrayBuffer>; new (): Int32Array<ArrayBuffer>; new (length: number): Int32Array<ArrayBuffer>; new (array: ArrayLike<number>): Int32Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Int32Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Int32Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Int32Array<ArrayBuffer>; of(...items: number[]): Int32Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Int32Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Int32Array<ArrayBuffer>; };
interface Float32Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Float32Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Float32Array<ArrayBuffer>;
  with(index: number, value: number): Float32Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float32Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Float32Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Float32Array: { new (elements: Iterable<number>): Float32Array<ArrayBuffer>; from(elements: Iterable<number>): Float32Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Float32Array<ArrayBuffer>; new (): Float32Array<ArrayBuffer>; new (length: number): Float32Array<ArrayBuffer>; new (array: ArrayLike<number>): Float32Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Float32Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Float32Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Float32Array<ArrayBuffer>; of(...items: number[]): Float32Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Float32Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Float32Array<ArrayBuffer>; };
interface Float64Array<TArrayBuffer> {
  toLocaleString(locales: string | string[], options?: any): string;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  includes(searchElement: number, fromIndex?: number): boolean;
  at(index: number): number | undefined;
  findLast<S>(predicate: (value: number, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): Float64Array<ArrayBuffer>;
  toSorted(compareFn?: (a: number, b: number) => number): Float64Array<ArrayBuffer>;
  with(index: number, value: number): Float64Array<ArrayBuffer>;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => any, thisArg?: any): Float64Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, obj: this) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: number, index: number, array: this) => void, thisArg?: any): void;
  indexOf(searchElement: number, fromIndex?: number): number;
  join(separator?: string): string;
  lastIndexOf(searchElement: number, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: number, index: number, array: this) => number, thisArg?: any): Float64Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduce(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduce<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number): number;
  reduceRight(callbackfn: (previousValue: number, currentValue: number, currentIndex: number, array: this) => number, initialValue: number): number;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: number, currentIndex: number, array: this) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float64Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => any, thisArg?: any): boolean;
  sort(compareFn?: (a: number, b: number) => number): this;
  subarray(begin?: number, end?: number): Float64Array<TArrayBuffer>;
  toLocaleString(): string;
  toString(): string;
  valueOf(): this;
  [key: number]: number;
}
declare var Float64Array: { new (elements: Iterable<number>): Float64Array<ArrayBuffer>; from(elements: Iterable<number>): Float64Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => number, thisArg?: any): Float64Array<ArrayBuffer>; new (): Float64Array<ArrayBuffer>; new (length: number): Float64Array<ArrayBuffer>; new (array: ArrayLike<number>): Float64Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): Float64Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Float64Array<ArrayBuffer>; new (array: ArrayLike<number> | ArrayBuffer): Float64Array<ArrayBuffer>; of(...items: number[]): Float64Array<ArrayBuffer>; from(arrayLike: ArrayLike<number>): Float64Array<ArrayBuffer>; from<T>(arrayLike: ArrayLike<T>, mapfn: (v: T, k: number) => number, thisArg?: any): Float64Array<ArrayBuffer>; };
interface BigInt64Array<TArrayBuffer = any> {
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): any;
  every(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  fill(value: bigint, start?: number, end?: number): this;
  filter(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => any, thisArg?: any): BigInt64Array<ArrayBuffer>;
  find(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): bigint | undefined;
  findIndex(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => void, thisArg?: any): void;
  includes(searchElement: bigint, fromIndex?: number): boolean;
  indexOf(searchElement: bigint, fromIndex?: number): number;
  join(separator?: string): string;
  keys(): any;
  lastIndexOf(searchElement: bigint, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => bigint): bigint;
  reduce<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => bigint): bigint;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigInt64Array<TArrayBuffer>) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<bigint>, offset?: number): void;
  slice(start?: number, end?: number): BigInt64Array<ArrayBuffer>;
  some(predicate: (value: bigint, index: number, array: BigInt64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  sort(compareFn?: (a: bigint, b: bigint) => number | bigint): this;
  subarray(begin?: number, end?: number): BigInt64Array<TArrayBuffer>;
  toLocaleString(locales?: string | string[], options?: any): string;
  toString(): string;
  valueOf(): BigInt64Array<TArrayBuffer>;
  values(): any;
  [Symbol.iterator](): any;
  [key: number]: bigint;
  at(index: number): bigint | undefined;
  findLast<S>(predicate: (value: bigint, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): bigint | undefined;
  findLastIndex(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): BigInt64Array<ArrayBuffer>;
  toSorted(compareFn?: (a: bigint, b: bigint) => number): BigInt64Array<ArrayBuffer>;
  with(index: number, value: bigint): BigInt64Array<ArrayBuffer>;
}
declare var BigInt64Array: { new (length?: number): BigInt64Array<ArrayBuffer>; new (array: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): BigInt64Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): BigInt64Array<ArrayBuffer>; new (array: ArrayLike<bigint> | ArrayBuffer): BigInt64Array<ArrayBuffer>; of(...items: bigint[]): BigInt64Array<ArrayBuffer>; from(arrayLike: ArrayLike<bigint>): BigInt64Array<ArrayBuffer>; from<U>(arrayLike: ArrayLike<U>, mapfn: (v: U, k: number) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>; from(elements: Iterable<bigint>): BigInt64Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => bigint, thisArg?: any): BigInt64Array<ArrayBuffer>; };
interface BigUint64Array<TArrayBuffer = any> {
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): any;
  every(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  fill(value: bigint, start?: number, end?: number): this;
  filter(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => any, thisArg?: any): BigUint64Array<ArrayBuffer>;
  find(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): bigint | undefined;
  findIndex(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): number;
  forEach(callbackfn: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => void, thisArg?: any): void;
  includes(searchElement: bigint, fromIndex?: number): boolean;
  indexOf(searchElement: bigint, fromIndex?: number): number;
  join(separator?: string): string;
  keys(): any;
  lastIndexOf(searchElement: bigint, fromIndex?: number): number;
  length: number;
  map(callbackfn: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => bigint, thisArg?: any): BigUint64Array<ArrayBuffer>;
  reduce(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => bigint): bigint;
  reduce<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => U, initialValue: U): U;
  reduceRight(callbackfn: (previousValue: bigint, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => bigint): bigint;
  reduceRight<U>(callbackfn: (previousValue: U, currentValue: bigint, currentIndex: number, array: BigUint64Array<TArrayBuffer>) => U, initialValue: U): U;
  reverse(): this;
  set(array: ArrayLike<bigint>, offset?: number): void;
  slice(start?: number, end?: number): BigUint64Array<ArrayBuffer>;
  some(predicate: (value: bigint, index: number, array: BigUint64Array<TArrayBuffer>) => boolean, thisArg?: any): boolean;
  sort(compareFn?: (a: bigint, b: bigint) => number | bigint): this;
  subarray(begin?: number, end?: number): BigUint64Array<TArrayBuffer>;
  toLocaleString(locales?: string | string[], options?: any): string;
  toString(): string;
  valueOf(): BigUint64Array<TArrayBuffer>;
  values(): any;
  [Symbol.iterator](): any;
  [key: number]: bigint;
  at(index: number): bigint | undefined;
  findLast<S>(predicate: (value: bigint, index: number, array: this) => boolean, thisArg?: any): S | undefined;
  findLast(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): bigint | undefined;
  findLastIndex(predicate: (value: bigint, index: number, array: this) => any, thisArg?: any): number;
  toReversed(): BigUint64Array<ArrayBuffer>;
  toSorted(compareFn?: (a: bigint, b: bigint) => number): BigUint64Array<ArrayBuffer>;
  with(index: number, value: bigint): BigUint64Array<ArrayBuffer>;
}
declare var BigUint64Array: { new (length?: number): BigUint64Array<ArrayBuffer>; new (array: ArrayLike<bigint> | Iterable<bigint>): BigUint64Array<ArrayBuffer>; new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, length?: number): BigUint64Array<TArrayBuffer>; new (buffer: ArrayBuffer, byteOffset?: number, length?: number): BigUint64Array<ArrayBuffer>; new (array: ArrayLike<bigint> | ArrayBuffer): BigUint64Array<ArrayBuffer>; of(...items: bigint[]): BigUint64Array<ArrayBuffer>; from(arrayLike: ArrayLike<bigint>): BigUint64Array<ArrayBuffer>; from<U>(arrayLike: ArrayLike<U>, mapfn: (v: U, k: number) => bigint, thisArg?: any): BigUint64Array<ArrayBuffer>; from(elements: Iterable<bigint>): BigUint64Array<ArrayBuffer>; from<T>(elements: Iterable<T>, mapfn?: (v: T, k: number) => bigint, thisArg?: any): BigUint64Array<ArrayBuffer>; };
interface DataView<TArrayBuffer> {
  getBigInt64(byteOffset: number, littleEndian?: boolean): bigint;
  getBigUint64(byteOffset: number, littleEndian?: boolean): bigint;
  setBigInt64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  setBigUint64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  getFloat16(byteOffset: number, littleEndian?: boolean): number;
  setFloat16(byteOffset: number, value: number, littleEndian?: boolean): void;
  buffer: TArrayBuffer;
  byteLength: number;
  byteOffset: number;
  getFloat32(byteOffset: number, littleEndian?: boolean): number;
  getFloat64(byteOffset: number, littleEndian?: boolean): number;
  getInt8(byteOffset: number): number;
  getInt16(byteOffset: number, littleEndian?: boolean): number;
  getInt32(byteOffset: number, littleEndian?: boolean): number;
  getUint8(byteOffset: number): number;
  getUint16(byteOffset: number, littleEndian?: boolean): number;
  getUint32(byteOffset: number, littleEndian?: boolean): number;
  setFloat32(byteOffset: number, value: number, littleEndian?: boolean): void;
  setFloat64(byteOffset: number, value: number, littleEndian?: boolean): void;
  setInt8(byteOffset: number, value: number): void;
  setInt16(byteOffset: number, value: number, littleEndian?: boolean): void;
  setInt32(byteOffset: number, value: number, littleEndian?: boolean): void;
  setUint8(byteOffset: number, value: number): void;
  setUint16(byteOffset: number, value: number, littleEndian?: boolean): void;
  setUint32(byteOffset: number, value: number, littleEndian?: boolean): void;
}
declare var DataView: { new <TArrayBuffer>(buffer: TArrayBuffer, byteOffset?: number, byteLength?: number): DataView<TArrayBuffer>; };
interface LockManager {
  query(): Promise<any>;
  request<T>(name: string, callback: (lock: Lock | null) => T): Promise<any>;
  request<T>(name: string, options: any, callback: (lock: Lock | null) => T): Promise<any>;
}
declare var LockManager: { new (): LockManager; };
interface Lock {
  mode: string;
  name: string;
}
declare var Lock: { new (): Lock; };
interface FontFaceSet extends EventTarget {
  onloading: ((ev: any) => any) | null;
  onloadingdone: ((ev: any) => any) | null;
  onloadingerror: ((ev: any) => any) | null;
  ready: Promise<FontFaceSet>;
  status: string;
  check(font: string, text?: string): boolean;
  load(font: string, text?: string): Promise<FontFace[]>;
  forEach(callbackfn: (value: FontFace, key: FontFace, parent: FontFaceSet) => void, thisArg?: any): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  add(value: any): this;
  clear(): void;
  delete(value: any): boolean;
  forEach(callbackfn: (value: any, value2: any, set: Set<any>) => void, thisArg?: any): void;
  has(value: any): boolean;
  size: number;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
  union<U>(other: any): Set<any>;
  intersection<U>(other: any): Set<any>;
  difference<U>(other: any): Set<any>;
  symmetricDifference<U>(other: any): Set<any>;
  isSubsetOf(other: any): boolean;
  isSupersetOf(other: any): boolean;
  isDisjointFrom(other: any): boolean;
}
declare var FontFaceSet: { new (): FontFaceSet; };
interface FontFace {
  ascentOverride: string;
  descentOverride: string;
  display: string;
  family: string;
  featureSettings: string;
  lineGapOverride: string;
  loaded: Promise<FontFace>;
  status: string;
  stretch: string;
  style: string;
  unicodeRange: string;
  variationSettings: string;
  weight: string;
  load(): Promise<FontFace>;
}
declare var FontFace: { new (family: string, source: any, descriptors?: any): FontFace; };
interface PermissionStatus extends EventTarget {
  name: string;
  onchange: ((ev: Event) => any) | null;
  state: string;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var PermissionStatus: { new (): PermissionStatus; };
interface Permissions {
  query(permissionDesc: any): Promise<PermissionStatus>;
}
declare var Permissions: { new (): Permissions; };
interface WakeLock {
  request(type?: string): Promise<WakeLockSentinel>;
}
declare var WakeLock: { new (): WakeLock; };
interface WakeLockSentinel extends EventTarget {
  onrelease: ((ev: Event) => any) | null;
  released: boolean;
  type: string;
  release(): Promise<void>;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var WakeLockSentinel: { new (): WakeLockSentinel; };
interface StorageManager {
  estimate(): Promise<any>;
  getDirectory(): Promise<any>;
  persist(): Promise<boolean>;
  persisted(): Promise<boolean>;
}
declare var StorageManager: { new (): StorageManager; };
interface ScreenOrientation extends EventTarget {
  angle: number;
  onchange: ((ev: Event) => any) | null;
  type: string;
  lock(orientation: string): Promise<void>;
  unlock(): void;
  /** @listens */
  addEventListener(type: string, listener: (event: any) => void, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
}
declare var ScreenOrientation: { new (): ScreenOrientation; };
interface EventCounts {
  forEach(callbackfn: (value: number, key: string, parent: EventCounts) => void, thisArg?: any): void;
  forEach(callbackfn: (value: any, key: any, map: ReadonlyMap<any, any>) => void, thisArg?: any): void;
  get(key: any): any;
  has(key: any): boolean;
  size: number;
  [Symbol.iterator](): any;
  entries(): any;
  keys(): any;
  values(): any;
}
declare var EventCounts: { new (): EventCounts; };
declare var window: Window;
declare var document: Document;
declare var location: Location;
declare var history: History;
declare var navigator: Navigator;
declare var screen: Screen;
declare var localStorage: Storage;
declare var sessionStorage: Storage;
declare var performance: Performance;
declare var customElements: CustomElementRegistry;
declare var indexedDB: IDBFactory;
declare var caches: CacheStorage;
declare var self: Window;
declare var parent: Window;
declare var top: Window | null;
declare var frames: Window;
declare var innerWidth: number;
declare var innerHeight: number;
declare var outerWidth: number;
declare var outerHeight: number;
declare var scrollX: number;
declare var scrollY: number;
declare var pageXOffset: number;
declare var pageYOffset: number;
declare var devicePixelRatio: number;
declare var visualViewport: VisualViewport | null;
declare var origin: string;
declare var crypto: Crypto;
declare var isSecureContext: boolean;
declare function alert(message?: any): void;
declare function confirm(message?: string): boolean;
declare function prompt(message?: string, _default?: string): string | null;
declare function atob(data: string): string;
declare function btoa(data: string): string;
/** @calls 0 later dropping promise */
declare function requestAnimationFrame(callback: (time: number) => void): number;
declare function cancelAnimationFrame(handle: number): void;
/** @calls 0 later dropping promise */
declare function requestIdleCallback(callback: (deadline: any) => void, options?: any): number;
declare function cancelIdleCallback(handle: number): void;
declare function getComputedStyle(elt: Element, pseudoElt?: string | null): CSSStyleDeclaration;
declare function getSelection(): Selection | null;
declare function matchMedia(query: string): MediaQueryList;
declare function open(url?: string | URL, target?: string, features?: string): Window | null;
declare function close(): void;
declare function postMessage(message: any, targetOrigin: string, transfer?: any[]): void;
declare function print(): void;
declare function scroll(options?: any): void;
declare function scrollBy(options?: any): void;
declare function scrollTo(options?: any): void;
declare function stop(): void;
declare function focus(): void;
declare function blur(): void;
declare function reportError(e: any): void;
declare function createImageBitmap(image: any, options?: any): Promise<ImageBitmap>;
declare function dispatchEvent(event: Event): boolean;
declare function removeEventListener<K>(type: K, listener: (ev: any) => any, options?: any): void;
/** @listens */
declare function addEventListener(type: string, listener: (event: any) => void, options?: any): void;
