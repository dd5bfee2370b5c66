// Prints one JSON line for each SQL statement found below the given paths, with what PostgreSQL's grammar says of it:
//   { source, text, pieces?, accepted, kind, tables, facts, micros }
// `micros` is the best of some parses of it by libpg-query (PostgreSQL's parser as WebAssembly), in microseconds.
// `facts` is one line for each SELECT, INSERT, UPDATE, DELETE and MERGE: what decides a race (see factsOf).
// .sql files are cut into statements by PostgreSQL itself where it accepts the file, by its scanner where it does not.
// From .ts and .js files come string and template literals that begin with an SQL keyword; a hole is tried as a parameter,
// as a name and as nothing, and `pieces` keeps the text around the holes.
import { readFileSync, readdirSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { loadModule, parseSync, scanSync } from 'libpg-query';

await loadModule();
const keyword = /^\s*(select|insert|update|delete|merge|with|begin|commit|rollback|start transaction|savepoint|release|set|create|alter|drop|truncate|lock|listen|notify|do|call|values|explain|copy)\b/i;
const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
const seen = new Set();

for (const path of process.argv.slice(2)) walk(path);

function walk(path) {
  const stat = lstatSync(path);
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort())
      if (name !== 'node_modules' && name !== '.git') walk(join(path, name));
  } else if (!stat.isFile() || stat.size > 5_000_000) return;
  else if (path.endsWith('.sql')) file(path, readFileSync(path, 'utf8'));
  else if (/\.(ts|tsx|js|mjs)$/.test(path)) program(path, readFileSync(path, 'utf8'));
}

function file(path, text) {
  for (const statement of split(text)) judge(path, statement);
}

/** The scanner's tokens carry byte offsets; statements end at semicolons outside parentheses and BEGIN ATOMIC bodies. */
function split(text) {
  const bytes = Buffer.from(text);
  try {
    const { stmts } = parseSync(text);
    return (stmts ?? []).map(s => bytes.subarray(s.stmt_location ?? 0, s.stmt_len ? (s.stmt_location ?? 0) + s.stmt_len : undefined).toString());
  } catch { /* one bad statement spoils a file: cut it by tokens */ }
  let tokens;
  try { tokens = scanSync(text).tokens; } catch { return []; }
  const statements = [];
  let start = 0;
  for (const token of tokens) {
    if (token.text !== ';') continue;
    statements.push(bytes.subarray(start, token.start).toString());
    start = token.end;
  }
  statements.push(bytes.subarray(start).toString());
  return statements;
}

function program(path, source) {
  for (const match of source.matchAll(literal)) {
    const template = match[3];
    const text = template ?? (match[1] ?? match[2]).replace(/\\(['"\\])/g, '$1').replace(/\\n/g, '\n');
    if (!keyword.test(text) || !/\s\S/.test(text.trim())) continue;
    const pieces = template === undefined ? [text] : cut(template);
    if (!pieces) continue;
    judge(path, text, pieces);
  }
}

/** The pieces between `${…}`; null when a hole is not closed. */
function cut(template) {
  const pieces = [];
  let from = 0, at;
  while ((at = template.indexOf('${', from)) >= 0) {
    pieces.push(template.slice(from, at));
    let depth = 1, i = at + 2;
    for (; i < template.length && depth > 0; i++) depth += template[i] === '{' ? 1 : template[i] === '}' ? -1 : 0;
    if (depth > 0) return null;
    from = i;
  }
  pieces.push(template.slice(from));
  return pieces.map(p => p.replace(/\\`/g, '`').replace(/\\\$/g, '$').replace(/\\\\/g, '\\'));
}

function judge(source, text, pieces) {
  if (!text.trim()) return;
  const key = text.replace(/\s+/g, ' ');
  if (seen.has(key)) return;
  seen.add(key);
  if (!pieces || pieces.length === 1) return print({ source, text: pieces?.[0] ?? text });
  for (const fill of [() => '$1', n => `hole_${n}`, () => ' ']) {
    const filled = pieces.reduce((a, b, n) => a + fill(n) + b);
    if (accepts(filled)) return print({ source, text: filled, pieces });
  }
}

function accepts(text) {
  try { return (parseSync(text).stmts ?? []).length > 0; } catch { return false; }
}

function print(record) {
  try {
    const stmts = parseSync(record.text).stmts ?? [];
    if (stmts.length === 0) return;
    const tables = new Set();
    for (const s of stmts) collect(s.stmt, tables);
    console.log(JSON.stringify({ ...record, accepted: true, kind: stmts.map(s => Object.keys(s.stmt)[0]).join(' '), tables: [...tables].sort(), facts: stmts.map(s => factsOf(s.stmt)), micros: micros(record.text) }));
  } catch (e) {
    console.log(JSON.stringify({ ...record, accepted: false, message: e.message }));
  }
}

/** The best of twenty, so that what else the machine does hardly counts. */
function micros(text) {
  let best = Infinity;
  for (let round = 0; round < 20; round++) {
    const start = process.hrtime.bigint();
    parseSync(text);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1000);
  }
  return Math.round(best * 100) / 100;
}

function collect(node, tables) {
  if (Array.isArray(node)) for (const item of node) collect(item, tables);
  else if (node && typeof node === 'object')
    for (const [key, value] of Object.entries(node)) {
      if (value && typeof value === 'object' && typeof value.relname === 'string')
        tables.add((value.catalogname ? value.catalogname + '.' : '') + (value.schemaname ? value.schemaname + '.' : '') + value.relname);
      collect(value, tables);
    }
}

/**
 * `select equal=id,state lock=update/wait`, with the statements of a WITH clause before it in brackets; null for other statements.
 * equal: columns that WHERE and inner joins, as a conjunction, compare by `=` with what depends on no row; set: columns that are written; conflict: its target's columns and what is done.
 */
function factsOf(statement) {
  const [kind, node] = Object.entries(statement)[0];
  const verb = { SelectStmt: 'select', InsertStmt: 'insert', UpdateStmt: 'update', DeleteStmt: 'delete', MergeStmt: 'merge' }[kind];
  if (!verb || (verb === 'select' && ((node.op ?? 'SETOP_NONE') !== 'SETOP_NONE' || node.valuesLists || node.intoClause))) return null;
  const parts = (node.withClause?.ctes ?? []).map(c => `[${factsOf(c.CommonTableExpr.ctequery) ?? ''}]`);
  parts.push(verb);
  if (verb !== 'insert' && verb !== 'merge') {
    const equal = new Set();
    conjunction(node.whereClause, equal);
    for (const item of node.fromClause ?? node.usingClause ?? []) joined(item, equal);
    parts.push(`equal=${[...equal].sort().join(',')}`);
  }
  if (verb === 'insert') parts.push(`set=${names(node.cols)}`);
  if (verb === 'update') parts.push(`set=${names(node.targetList)}`);
  if (node.onConflictClause) {
    const { action, infer } = node.onConflictClause;
    const columns = (infer?.indexElems ?? []).map(e => e.IndexElem.name).filter(Boolean).sort();
    parts.push(`conflict=${columns.join(',')}${infer?.conname ? '@' + infer.conname : ''}/${action === 'ONCONFLICT_UPDATE' ? 'update' : 'nothing'}`);
  }
  if (node.lockingClause?.length === 1) {
    const { strength, waitPolicy } = node.lockingClause[0].LockingClause;
    parts.push(`lock=${{ LCS_FORUPDATE: 'update', LCS_FORNOKEYUPDATE: 'no key update', LCS_FORSHARE: 'share', LCS_FORKEYSHARE: 'key share' }[strength]}/${{ LockWaitBlock: 'wait', LockWaitSkip: 'skip locked', LockWaitError: 'nowait' }[waitPolicy]}`);
  }
  return parts.join(' ');
}

function names(targets) {
  return [...new Set((targets ?? []).map(t => t.ResTarget.name))].sort().join(',');
}

function joined(item, equal) {
  const join = item?.JoinExpr;
  if (!join) return;
  const isInner = (join.jointype ?? 'JOIN_INNER') === 'JOIN_INNER';
  if (isInner || join.jointype === 'JOIN_LEFT') joined(join.larg, equal);
  if (isInner || join.jointype === 'JOIN_RIGHT') joined(join.rarg, equal);
  if (isInner) conjunction(join.quals, equal);
}

function conjunction(node, equal) {
  if (node?.BoolExpr?.boolop === 'AND_EXPR') for (const part of node.BoolExpr.args) conjunction(part, equal);
  // A boolean column by itself is compared with true, behind NOT with false.
  const bare = node?.BoolExpr?.boolop === 'NOT_EXPR' ? node.BoolExpr.args[0] : node;
  const flag = bare?.ColumnRef?.fields.at(-1)?.String?.sval;
  if (flag) return void equal.add(flag);
  const expression = node?.A_Expr;
  const isEquality = expression?.kind === 'AEXPR_OP' && expression.name?.length === 1 && expression.name[0].String?.sval === '=';
  if (!isEquality && expression?.kind !== 'AEXPR_NOT_DISTINCT') return;
  for (const [column, value] of [[expression.lexpr, expression.rexpr], [expression.rexpr, expression.lexpr]]) {
    const last = column?.ColumnRef?.fields.at(-1)?.String?.sval;
    if (last && value && !dependsOnRows(value)) return void equal.add(last);
  }
}

function dependsOnRows(node) {
  if (Array.isArray(node)) return node.some(dependsOnRows);
  if (!node || typeof node !== 'object') return false;
  return 'ColumnRef' in node || 'SubLink' in node || Object.values(node).some(dependsOnRows);
}
