import 'effects';
import base, * as all from './a.js';
import type { A, B as C } from 'b';
import { type D, default as e, 'odd name' as f } from "c" with { type: 'json' };
import defer * as late from 'd';
import old = require('e'); import part = old.inner;
export { base, C as default, type D } ; export * from 'f'; export * as g from 'g'; export type { A } from 'h';
export const one = 1; export async function two() { } export default one; export = one; export as namespace Global;
await (one);
