/**
 * ProseMirror: documents, states and views of an editor, none of which waits for anything.
 *
 * @library prosemirror-model 1.x
 * @library prosemirror-state 1.x
 * @library prosemirror-transform 1.x
 * @library prosemirror-view 1.x
 * @library prosemirror-tables 1.x
 * @library prosemirror-commands 1.x
 * @library prosemirror-inputrules 1.x
 * @library prosemirror-markdown 1.x
 * @source read in the declarations of prosemirror-model 1.25.4, -state 1.4.4, -transform 1.10.5, -view 1.41.8, -tables 1.8.5
 */
declare module 'prosemirror-model' {
  export type Attrs = { [name: string]: any };
  export class Mark {
    type: MarkType; attrs: Attrs;
    addToSet(set: readonly Mark[]): readonly Mark[]; removeFromSet(set: readonly Mark[]): readonly Mark[]; isInSet(set: readonly Mark[]): boolean; eq(other: Mark): boolean; toJSON(): any;
    static fromJSON(schema: Schema, json: any): Mark; static sameSet(a: readonly Mark[], b: readonly Mark[]): boolean; static setFrom(marks?: any): readonly Mark[]; static none: readonly Mark[];
  }
  export class MarkType {
    name: string; schema: Schema; spec: MarkSpec;
    create(attrs?: Attrs | null): Mark; removeFromSet(set: readonly Mark[]): readonly Mark[]; isInSet(set: readonly Mark[]): Mark | undefined; excludes(other: MarkType): boolean;
  }
  export class NodeType {
    name: string; schema: Schema; spec: NodeSpec; inlineContent: boolean; isBlock: boolean; isText: boolean; isInline: boolean; isTextblock: boolean; isLeaf: boolean; isAtom: boolean; contentMatch: ContentMatch; markSet: readonly MarkType[] | null;
    isInGroup(group: string): boolean; hasRequiredAttrs(): boolean; compatibleContent(other: NodeType): boolean;
    create(attrs?: any, content?: any, marks?: readonly Mark[]): Node; createChecked(attrs?: any, content?: any, marks?: readonly Mark[]): Node; createAndFill(attrs?: any, content?: any, marks?: readonly Mark[]): Node | null;
    validContent(content: Fragment): boolean; allowsMarkType(type: MarkType): boolean; allowsMarks(marks: readonly Mark[]): boolean; allowedMarks(marks: readonly Mark[]): readonly Mark[];
  }
  export interface NodeSpec {
    content?: string; marks?: string; group?: string; inline?: boolean; atom?: boolean; attrs?: any; selectable?: boolean; draggable?: boolean; code?: boolean; whitespace?: string; defining?: boolean; isolating?: boolean;
    toDOM?: (node: Node) => any; parseDOM?: readonly TagParseRule[]; leafText?: (node: Node) => string; toDebugString?: (node: Node) => string; [name: string]: any;
  }
  export interface MarkSpec { attrs?: any; inclusive?: boolean; excludes?: string; group?: string; spanning?: boolean; code?: boolean; toDOM?: (mark: Mark, inline: boolean) => any; parseDOM?: readonly ParseRule[]; [name: string]: any; }
  export interface TagParseRule { tag: string; getAttrs?: (node: HTMLElement) => Attrs | false | null; contentElement?: string | HTMLElement | ((node: HTMLElement) => HTMLElement); getContent?: (node: any, schema: Schema) => Fragment; priority?: number; node?: string; [name: string]: any; }
  export interface StyleParseRule { style: string; getAttrs?: (value: string) => Attrs | false | null; [name: string]: any; }
  export type ParseRule = TagParseRule | StyleParseRule;
  export interface ParseOptions { preserveWhitespace?: any; from?: number; to?: number; topNode?: Node; context?: ResolvedPos; }
  export type DOMOutputSpec = string | readonly any[] | { dom: HTMLElement; contentDOM?: HTMLElement };
  export interface SchemaSpec { nodes: any; marks?: any; topNode?: string; }
  export class Schema<N = any, M = any> {
    constructor(spec: SchemaSpec);
    spec: SchemaSpec; nodes: { [name: string]: NodeType }; marks: { [name: string]: MarkType }; topNodeType: NodeType; cached: any;
    node(type: any, attrs?: any, content?: any, marks?: readonly Mark[]): Node; text(text: string, marks?: any): Node; mark(type: any, attrs?: any): Mark; nodeFromJSON(json: any): Node; markFromJSON(json: any): Mark; nodeType(name: string): NodeType;
  }
  export class Fragment {
    content: readonly Node[]; size: number; firstChild: Node | null; lastChild: Node | null; childCount: number;
    nodesBetween(from: number, to: number, visit: (node: Node, start: number, parent: Node | null, index: number) => boolean | void, start?: number): void; descendants(visit: (node: Node, pos: number, parent: Node | null, index: number) => boolean | void): void;
    textBetween(from: number, to: number, block?: any, leaf?: any): string; append(other: Fragment): Fragment; cut(from: number, to?: number): Fragment; replaceChild(index: number, node: Node): Fragment; addToStart(node: Node): Fragment; addToEnd(node: Node): Fragment; eq(other: Fragment): boolean;
    child(index: number): Node; maybeChild(index: number): Node | null; forEach(visit: (node: Node, offset: number, index: number) => void): void; findDiffStart(other: Fragment, pos?: number): number | null; findDiffEnd(other: Fragment, pos?: number, otherPos?: number): { a: number; b: number } | null; toJSON(): any;
    static fromJSON(schema: Schema, value: any): Fragment; static fromArray(nodes: readonly Node[]): Fragment; static from(nodes?: any): Fragment; static empty: Fragment;
  }
  export interface ContentMatch { validEnd: boolean; matchType(type: NodeType): ContentMatch | null; matchFragment(fragment: Fragment, start?: number, end?: number): ContentMatch | null; defaultType: NodeType | null; fillBefore(after: Fragment, toEnd?: boolean, start?: number): Fragment | null; findWrapping(target: NodeType): readonly NodeType[] | null; edgeCount: number; edge(n: number): { type: NodeType; next: ContentMatch }; }
  export class Node {
    type: NodeType; attrs: Attrs; marks: readonly Mark[]; content: Fragment; children: readonly Node[]; text: string | undefined; nodeSize: number; childCount: number; textContent: string; firstChild: Node | null; lastChild: Node | null;
    isBlock: boolean; isTextblock: boolean; inlineContent: boolean; isInline: boolean; isText: boolean; isLeaf: boolean; isAtom: boolean;
    child(index: number): Node; maybeChild(index: number): Node | null; forEach(visit: (node: Node, offset: number, index: number) => void): void;
    nodesBetween(from: number, to: number, visit: (node: Node, pos: number, parent: Node | null, index: number) => void | boolean, start?: number): void; descendants(visit: (node: Node, pos: number, parent: Node | null, index: number) => void | boolean): void;
    textBetween(from: number, to: number, block?: any, leaf?: any): string; eq(other: Node): boolean; sameMarkup(other: Node): boolean; hasMarkup(type: NodeType, attrs?: any, marks?: any): boolean; copy(content?: Fragment | null): Node; mark(marks: readonly Mark[]): Node; cut(from: number, to?: number): Node;
    slice(from: number, to?: number, parents?: boolean): Slice; replace(from: number, to: number, slice: Slice): Node; nodeAt(pos: number): Node | null; childAfter(pos: number): { node: Node | null; index: number; offset: number }; childBefore(pos: number): { node: Node | null; index: number; offset: number };
    resolve(pos: number): ResolvedPos; rangeHasMark(from: number, to: number, type: any): boolean; contentMatchAt(index: number): ContentMatch; canReplace(from: number, to: number, ...rest: any[]): boolean; canReplaceWith(from: number, to: number, type: NodeType, marks?: any): boolean; canAppend(other: Node): boolean; check(): void; toJSON(): any; toString(): string;
    static fromJSON(schema: Schema, json: any): Node;
  }
  export class ResolvedPos {
    pos: number; parentOffset: number; depth: number; parent: Node; doc: Node; textOffset: number; nodeAfter: Node | null; nodeBefore: Node | null;
    node(depth?: number | null): Node; index(depth?: number | null): number; indexAfter(depth?: number | null): number; start(depth?: number | null): number; end(depth?: number | null): number; before(depth?: number | null): number; after(depth?: number | null): number; posAtIndex(index: number, depth?: number | null): number;
    marks(): readonly Mark[]; marksAcross(end: ResolvedPos): readonly Mark[] | null; sharedDepth(pos: number): number; blockRange(other?: ResolvedPos, pred?: (node: Node) => boolean): NodeRange | null; sameParent(other: ResolvedPos): boolean; max(other: ResolvedPos): ResolvedPos; min(other: ResolvedPos): ResolvedPos;
  }
  export class NodeRange { constructor(from: ResolvedPos, to: ResolvedPos, depth: number); $from: ResolvedPos; $to: ResolvedPos; depth: number; start: number; end: number; parent: Node; startIndex: number; endIndex: number; }
  export class Slice {
    constructor(content: Fragment, openStart: number, openEnd: number);
    content: Fragment; openStart: number; openEnd: number; size: number; eq(other: Slice): boolean; toJSON(): any;
    static fromJSON(schema: Schema, json: any): Slice; static maxOpen(fragment: Fragment, isolating?: boolean): Slice; static empty: Slice;
  }
  export class DOMParser { constructor(schema: Schema, rules: readonly ParseRule[]); schema: Schema; rules: readonly ParseRule[]; parse(dom: any, options?: ParseOptions): Node; parseSlice(dom: any, options?: ParseOptions): Slice; static fromSchema(schema: Schema): DOMParser; }
  export class DOMSerializer { constructor(nodes: any, marks: any); nodes: any; marks: any; serializeFragment(fragment: Fragment, options?: any, target?: any): HTMLElement | DocumentFragment; serializeNode(node: Node, options?: any): HTMLElement; static renderSpec(doc: any, spec: any, ns?: any): { dom: HTMLElement; contentDOM?: HTMLElement }; static fromSchema(schema: Schema): DOMSerializer; static nodesFromSchema(schema: Schema): any; static marksFromSchema(schema: Schema): any; }
  export class ReplaceError extends Error {}
}
declare module 'prosemirror-transform' {
  import { Fragment, Mark, Node, NodeRange, NodeType, ResolvedPos, Schema, Slice } from 'prosemirror-model';
  export interface MapResult { pos: number; deleted: boolean; deletedBefore: boolean; deletedAfter: boolean; deletedAcross: boolean; }
  export interface Mappable { map(pos: number, assoc?: number): number; mapResult(pos: number, assoc?: number): MapResult; }
  export class StepMap implements Mappable { map(pos: number, assoc?: number): number; mapResult(pos: number, assoc?: number): MapResult; forEach(visit: (oldStart: number, oldEnd: number, newStart: number, newEnd: number) => void): void; invert(): StepMap; }
  export class Mapping implements Mappable { maps: readonly StepMap[]; map(pos: number, assoc?: number): number; mapResult(pos: number, assoc?: number): MapResult; slice(from?: number, to?: number): Mapping; appendMap(map: StepMap, mirrors?: number): void; appendMapping(mapping: Mapping): void; invert(): Mapping; }
  export class Step { apply(doc: Node): { doc: Node | null; failed: string | null }; getMap(): StepMap; invert(doc: Node): Step; map(mapping: Mappable): Step | null; merge(other: Step): Step | null; toJSON(): any; static fromJSON(schema: Schema, json: any): Step; }
  export class ReplaceStep extends Step { constructor(from: number, to: number, slice: Slice, structure?: boolean); from: number; to: number; slice: Slice; }
  export class ReplaceAroundStep extends Step { from: number; to: number; gapFrom: number; gapTo: number; slice: Slice; insert: number; }
  export class AddMarkStep extends Step { from: number; to: number; mark: Mark; }
  export class RemoveMarkStep extends Step { from: number; to: number; mark: Mark; }
  export class Transform {
    constructor(doc: Node);
    doc: Node; steps: readonly Step[]; docs: readonly Node[]; mapping: Mapping; before: Node; docChanged: boolean;
    step(step: Step): this; maybeStep(step: Step): { doc: Node | null; failed: string | null }; replace(from: number, to?: number, slice?: Slice): this; replaceWith(from: number, to: number, content: any): this; delete(from: number, to: number): this; insert(pos: number, content: any): this;
    replaceRange(from: number, to: number, slice: Slice): this; replaceRangeWith(from: number, to: number, node: Node): this; deleteRange(from: number, to: number): this; lift(range: NodeRange, target: number): this; join(pos: number, depth?: number): this; wrap(range: NodeRange, wrappers: any): this;
    setBlockType(from: number, to: number, type: NodeType, attrs?: any): this; setNodeMarkup(pos: number, type?: any, attrs?: any, marks?: any): this; setNodeAttribute(pos: number, name: string, value: any): this; setDocAttribute(name: string, value: any): this; addNodeMark(pos: number, mark: Mark): this; removeNodeMark(pos: number, mark: any): this;
    split(pos: number, depth?: number, types?: any): this; addMark(from: number, to: number, mark: Mark): this; removeMark(from: number, to: number, mark?: any): this; clearIncompatible(pos: number, type: NodeType, match?: any): this; changedRange(): { from: number; to: number } | null;
  }
  export function liftTarget(range: NodeRange): number | null;
  export function findWrapping(range: NodeRange, type: NodeType, attrs?: any, inner?: NodeRange): any[] | null;
  export function canSplit(doc: Node, pos: number, depth?: number, types?: any): boolean;
  export function canJoin(doc: Node, pos: number): boolean;
  export function joinPoint(doc: Node, pos: number, dir?: number): number | undefined;
  export function insertPoint(doc: Node, pos: number, type: NodeType): number | null;
  export function dropPoint(doc: Node, pos: number, slice: Slice): number | null;
  export function replaceStep(doc: Node, from: number, to?: number, slice?: Slice): Step | null;
}
declare module 'prosemirror-state' {
  import { Mark, MarkType, Node, ResolvedPos, Schema, Slice } from 'prosemirror-model';
  import { Mappable, Transform } from 'prosemirror-transform';
  import { EditorProps, EditorView } from 'prosemirror-view';
  export class EditorState {
    doc: Node; selection: Selection; storedMarks: readonly Mark[] | null; schema: Schema; plugins: readonly Plugin[]; tr: Transaction;
    apply(transaction: Transaction): EditorState; applyTransaction(transaction: Transaction): { state: EditorState; transactions: readonly Transaction[] }; reconfigure(config: { plugins?: readonly Plugin[] }): EditorState; toJSON(fields?: any): any;
    static create(config: any): EditorState; static fromJSON(config: any, json: any, fields?: any): EditorState;
  }
  export interface StateField<T> { init(config: any, state: EditorState): T; apply(tr: Transaction, value: T, before: EditorState, after: EditorState): T; toJSON?(value: T): any; fromJSON?(config: any, value: any, state: EditorState): T; }
  export interface PluginView { update?(view: EditorView, before: EditorState): void; destroy?(): void; }
  export interface PluginSpec<S = any> {
    props?: EditorProps; state?: StateField<S>; key?: PluginKey; view?(view: EditorView): PluginView;
    filterTransaction?(tr: Transaction, state: EditorState): boolean; appendTransaction?(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null | undefined; [name: string]: any;
  }
  export class Plugin<S = any> { constructor(spec: PluginSpec<S>); spec: PluginSpec<S>; props: EditorProps; getState(state: EditorState): S | undefined; }
  export class PluginKey<S = any> { constructor(name?: string); key: string; get(state: EditorState): Plugin<S> | undefined; getState(state: EditorState): S | undefined; }
  export interface Command { (state: EditorState, dispatch?: (tr: Transaction) => void, view?: EditorView): boolean; }
  export class Transaction extends Transform {
    time: number; storedMarks: readonly Mark[] | null; selection: Selection; selectionSet: boolean; storedMarksSet: boolean; isGeneric: boolean; scrolledIntoView: boolean;
    setSelection(selection: Selection): this; setStoredMarks(marks: any): this; ensureMarks(marks: readonly Mark[]): this; addStoredMark(mark: Mark): this; removeStoredMark(mark: any): this; setTime(time: number): this; replaceSelection(slice: Slice): this; replaceSelectionWith(node: Node, inherit?: boolean): this;
    deleteSelection(): this; insertText(text: string, from?: number, to?: number): this; setMeta(key: any, value: any): this; getMeta(key: any): any; scrollIntoView(): this;
  }
  export class SelectionRange { $from: ResolvedPos; $to: ResolvedPos; }
  export class Selection {
    constructor(anchor: ResolvedPos, head: ResolvedPos, ranges?: readonly SelectionRange[]);
    $anchor: ResolvedPos; $head: ResolvedPos; ranges: readonly SelectionRange[]; anchor: number; head: number; from: number; to: number; $from: ResolvedPos; $to: ResolvedPos; empty: boolean; visible: boolean;
    eq(other: Selection): boolean; map(doc: Node, mapping: Mappable): Selection; content(): Slice; replace(tr: Transaction, content?: Slice): void; replaceWith(tr: Transaction, node: Node): void; toJSON(): any; getBookmark(): any;
    static findFrom(pos: ResolvedPos, dir: number, textOnly?: boolean): Selection | null; static near(pos: ResolvedPos, bias?: number): Selection; static atStart(doc: Node): Selection; static atEnd(doc: Node): Selection; static fromJSON(doc: Node, json: any): Selection; static jsonID(id: string, type: any): any;
  }
  export class TextSelection extends Selection { $cursor: ResolvedPos | null; static create(doc: Node, anchor: number, head?: number): TextSelection; static between(anchor: ResolvedPos, head: ResolvedPos, bias?: number): Selection; }
  export class NodeSelection extends Selection { constructor(pos: ResolvedPos); node: Node; static create(doc: Node, from: number): NodeSelection; static isSelectable(node: Node): boolean; }
  export class AllSelection extends Selection { constructor(doc: Node); }
}
declare module 'prosemirror-view' {
  import { Mark, Node, Slice, ResolvedPos } from 'prosemirror-model';
  import { Mappable } from 'prosemirror-transform';
  import { EditorState, Selection, Transaction } from 'prosemirror-state';
  export class Decoration { from: number; to: number; spec: any; static widget(pos: number, dom: any, spec?: any): Decoration; static inline(from: number, to: number, attrs: any, spec?: any): Decoration; static node(from: number, to: number, attrs: any, spec?: any): Decoration; }
  export interface DecorationSource { map(mapping: Mappable, node: Node): DecorationSource; forEachSet(visit: (set: DecorationSet) => void): void; }
  export class DecorationSet { static create(doc: Node, decorations: Decoration[]): DecorationSet; static empty: DecorationSet; find(start?: number, end?: number, predicate?: (spec: any) => boolean): Decoration[]; map(mapping: Mappable, doc: Node, options?: any): DecorationSet; add(doc: Node, decorations: Decoration[]): DecorationSet; remove(decorations: Decoration[]): DecorationSet; }
  export interface NodeView { dom: HTMLElement; contentDOM?: HTMLElement | null; update?(node: Node, decorations: readonly Decoration[], inner: DecorationSource): boolean; selectNode?(): void; deselectNode?(): void; setSelection?(anchor: number, head: number, root: any): void; stopEvent?(event: Event): boolean; ignoreMutation?(mutation: any): boolean; destroy?(): void; }
  export interface NodeViewConstructor { (node: Node, view: EditorView, getPos: () => number | undefined, decorations: readonly Decoration[], inner: DecorationSource): NodeView; }
  export interface EditorProps {
    handleDOMEvents?: { [event: string]: (view: EditorView, event: any) => boolean | void };
    handleKeyDown?(view: EditorView, event: KeyboardEvent): boolean | void; handleKeyPress?(view: EditorView, event: KeyboardEvent): boolean | void; handleTextInput?(view: EditorView, from: number, to: number, text: string, deflt?: () => Transaction): boolean | void;
    handleClickOn?(view: EditorView, pos: number, node: Node, nodePos: number, event: MouseEvent, direct: boolean): boolean | void; handleClick?(view: EditorView, pos: number, event: MouseEvent): boolean | void; handleDoubleClick?(view: EditorView, pos: number, event: MouseEvent): boolean | void;
    handleDoubleClickOn?(view: EditorView, pos: number, node: Node, nodePos: number, event: MouseEvent, direct: boolean): boolean | void; handleTripleClick?(view: EditorView, pos: number, event: MouseEvent): boolean | void;
    handlePaste?(view: EditorView, event: ClipboardEvent, slice: Slice): boolean | void; handleDrop?(view: EditorView, event: DragEvent, slice: Slice, moved: boolean): boolean | void; handleScrollToSelection?(view: EditorView): boolean; dragCopies?(event: DragEvent): boolean; createSelectionBetween?(view: EditorView, anchor: ResolvedPos, head: ResolvedPos): Selection | null;
    transformPastedHTML?(html: string, view: EditorView): string; transformPastedText?(text: string, plain: boolean, view: EditorView): string; clipboardTextParser?(text: string, context: ResolvedPos, plain: boolean, view: EditorView): Slice; transformPasted?(slice: Slice, view: EditorView, plain?: boolean): Slice; transformCopied?(slice: Slice, view: EditorView): Slice;
    clipboardTextSerializer?(content: Slice, view: EditorView): string; decorations?(state: EditorState): any; editable?(state: EditorState): boolean; nodeViews?: { [node: string]: NodeViewConstructor }; attributes?: any; [name: string]: any;
  }
  export interface DirectEditorProps extends EditorProps { state: EditorState; plugins?: readonly any[]; dispatchTransaction?(tr: Transaction): void; }
  export class EditorView {
    constructor(place: any, props: DirectEditorProps);
    state: EditorState; dom: HTMLElement; editable: boolean; dragging: null | { slice: Slice; move: boolean }; composing: boolean; props: DirectEditorProps; root: Document; isDestroyed: boolean;
    update(props: DirectEditorProps): void; setProps(props: any): void; updateState(state: EditorState): void; someProp(name: string, find?: (value: any) => any): any; hasFocus(): boolean; focus(): void; updateRoot(): void;
    posAtCoords(coords: { left: number; top: number }): { pos: number; inside: number } | null; coordsAtPos(pos: number, side?: number): { left: number; right: number; top: number; bottom: number }; domAtPos(pos: number, side?: number): { node: HTMLElement; offset: number }; nodeDOM(pos: number): HTMLElement | null;
    posAtDOM(node: any, offset: number, bias?: number): number; endOfTextblock(dir: string, state?: EditorState): boolean; pasteHTML(html: string, event?: any): boolean; pasteText(text: string, event?: any): boolean; destroy(): void; dispatchEvent(event: Event): void; dispatch(tr: Transaction): void;
  }
}
declare module 'prosemirror-tables' {
  import { Node, NodeType, ResolvedPos, Schema, Slice, NodeSpec } from 'prosemirror-model';
  import { Command, EditorState, Plugin, Selection, Transaction } from 'prosemirror-state';
  import { EditorView } from 'prosemirror-view';
  export interface Rect { left: number; top: number; right: number; bottom: number; }
  export interface TableRect extends Rect { tableStart: number; map: TableMap; table: Node; }
  export class TableMap {
    width: number; height: number; map: number[]; problems: any[] | null;
    findCell(pos: number): Rect; colCount(pos: number): number; nextCell(pos: number, axis: string, dir: number): number | null; rectBetween(a: number, b: number): Rect; cellsInRect(rect: Rect): number[]; positionAt(row: number, col: number, table: Node): number;
    static get(table: Node): TableMap;
  }
  export class CellSelection extends Selection {
    constructor(anchor: ResolvedPos, head?: ResolvedPos);
    $anchorCell: ResolvedPos; $headCell: ResolvedPos; forEachCell(visit: (node: Node, pos: number) => void): void; isRowSelection(): boolean; isColSelection(): boolean;
    static create(doc: Node, anchor: number, head?: number): CellSelection; static rowSelection(anchor: ResolvedPos, head?: ResolvedPos): CellSelection; static colSelection(anchor: ResolvedPos, head?: ResolvedPos): CellSelection;
  }
  export function selectedRect(state: EditorState): TableRect;
  export function isInTable(state: EditorState): boolean;
  export function selectionCell(state: EditorState): ResolvedPos;
  export function cellAround(pos: ResolvedPos): ResolvedPos | null;
  export function cellNear(pos: ResolvedPos): ResolvedPos | undefined;
  export function pointsAtCell(pos: ResolvedPos): boolean;
  export function findCell(pos: ResolvedPos): Rect;
  export function colCount(pos: ResolvedPos): number;
  export function nextCell(pos: ResolvedPos, axis: string, dir: number): ResolvedPos | null;
  export function findTable(pos: ResolvedPos): { node: Node; pos: number; start: number; depth: number } | null;
  export function addColumn(tr: Transaction, rect: any, col: number): Transaction;
  export function addRow(tr: Transaction, rect: any, row: number): Transaction;
  export function removeColumn(tr: Transaction, rect: any, col: number): void;
  export function removeRow(tr: Transaction, rect: any, row: number): void;
  export function addColumnBefore(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function addColumnAfter(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function addRowBefore(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function addRowAfter(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function deleteColumn(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function deleteRow(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function deleteTable(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function mergeCells(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function splitCell(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function deleteCellSelection(state: EditorState, dispatch?: (tr: Transaction) => void): boolean;
  export function toggleHeader(type: string, options?: any): Command;
  export function goToNextCell(direction: number): Command;
  export function setCellAttr(name: string, value: any): Command;
  export function moveTableRow(options: any): Command;
  export function moveTableColumn(options: any): Command;
  export function tableEditing(options?: any): Plugin;
  export function columnResizing(options?: any): Plugin;
  export function tableNodes(options: any): { table: NodeSpec; table_row: NodeSpec; table_cell: NodeSpec; table_header: NodeSpec };
  export function tableNodeTypes(schema: Schema): { [role: string]: NodeType };
  export function fixTables(state: EditorState, before?: EditorState): Transaction | undefined;
  export function handlePaste(view: EditorView, event: any, slice: Slice): boolean;
}
declare module 'prosemirror-commands' {
  import { Command, EditorState, Transaction } from 'prosemirror-state';
  export const baseKeymap: { [key: string]: Command };
  export function chainCommands(...commands: Command[]): Command;
  export function toggleMark(type: any, attrs?: any, options?: any): Command;
  export function setBlockType(type: any, attrs?: any): Command;
  export function wrapIn(type: any, attrs?: any): Command;
  export function autoJoin(command: Command, joinable: any): Command;
  export const exitCode: Command, selectAll: Command, splitBlock: Command, splitBlockKeepMarks: Command, joinBackward: Command, joinForward: Command, joinUp: Command, joinDown: Command, lift: Command, liftEmptyBlock: Command, createParagraphNear: Command, newlineInCode: Command, deleteSelection: Command, selectParentNode: Command, selectNodeBackward: Command, selectNodeForward: Command, joinTextblockBackward: Command;
}
declare module 'prosemirror-inputrules' {
  import { NodeType } from 'prosemirror-model';
  import { Command, EditorState, Plugin, Transaction } from 'prosemirror-state';
  export class InputRule { constructor(match: RegExp, handler: string | ((state: EditorState, match: RegExpMatchArray, start: number, end: number) => Transaction | null), options?: any); match: RegExp; handler: any; }
  export function inputRules(config: { rules: readonly InputRule[] }): Plugin;
  export function wrappingInputRule(match: RegExp, type: NodeType, attrs?: any, join?: any): InputRule;
  export function textblockTypeInputRule(match: RegExp, type: NodeType, attrs?: any): InputRule;
  export const undoInputRule: Command;
}
