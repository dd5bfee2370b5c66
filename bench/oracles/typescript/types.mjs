// Answers for `hostile-bench oracle types`: what the compiler's checker says of the expressions, names and imports of a repository.
//
// arguments  the repository's directory
// stdin      one path a line, from that directory
// stdout     a line of JSON a file: { path, kinds, types, files, e, d, i }
//              e  five numbers an expression: start, end, its kind's place in `kinds`, whether it is thenable (0 no, 1 yes, 2 any, 3 the compiler found no module), its type's place in `types`
//              d  three or more numbers an identifier whose declarations are in the repository: start, 1 for a member, n, then n times file's place in `files`, start of the name
//              i  two numbers an import that leads to a file of the repository: start of the specifier, the file's place in `files`
//            Places are UTF-8 bytes.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import ts from "typescript";
import { write } from "./output.mjs";
import { grouped, programOf } from "./projects.mjs";
import { byteOffsets } from "./trees.mjs";

const K = ts.SyntaxKind;
const root = fs.realpathSync(process.argv[2]);
const expressionKinds = new Set([
  K.Identifier, K.CallExpression, K.NewExpression, K.PropertyAccessExpression, K.ElementAccessExpression, K.AwaitExpression,
  K.TaggedTemplateExpression, K.ConditionalExpression, K.ThisKeyword, K.AsExpression, K.NonNullExpression, K.BinaryExpression, K.YieldExpression,
]);

const paths = [];
for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line !== "")
    paths.push(line);
}

function inRepository(name) {
  const real = fs.existsSync(name) ? fs.realpathSync(name) : name;
  return real.startsWith(root + path.sep) && !real.includes("/node_modules/") ? path.relative(root, real) : undefined;
}

const repositoryPath = new Map();
function placed(name) {
  if (!repositoryPath.has(name))
    repositoryPath.set(name, inRepository(name));
  return repositoryPath.get(name);
}

function isExpressionName(node) {
  const parent = node.parent;
  if (parent.name === node || parent.propertyName === node || parent.label === node || parent.tagName === node)
    return false;
  switch (parent.kind) {
    case K.QualifiedName: case K.TypeReference: case K.TypeQuery: case K.TypePredicate: case K.ImportSpecifier: case K.ExportSpecifier: case K.ImportClause:
    case K.NamespaceImport: case K.JsxAttribute: case K.MetaProperty: case K.ExportAssignment: case K.TypeParameter: case K.ImportEqualsDeclaration:
    case K.ExpressionWithTypeArguments: case K.JsxClosingElement: case K.NamespaceExport: case K.ShorthandPropertyAssignment:
      return false;
    default:
      return true;
  }
}

// A write's target has the type that is declared, not that of a value: nothing is asked of it.
function isTarget(node) {
  const parent = node.parent;
  return parent.kind === K.BinaryExpression && parent.left === node && parent.operatorToken.kind >= K.FirstAssignment && parent.operatorToken.kind <= K.LastAssignment;
}

function parts(type) {
  return type.isUnion() ? type.types : [type];
}

/** As typescript-eslint and tsutils decide: a member `then` that can be called with a function. */
function isThenable(checker, node, type) {
  for (const part of parts(checker.getApparentType(type))) {
    const then = part.getProperty("then");
    if (then === undefined)
      continue;
    for (const thenPart of parts(checker.getTypeOfSymbolAtLocation(then, node))) {
      for (const signature of thenPart.getCallSignatures()) {
        if (signature.parameters.length !== 0 && isCallback(checker, signature.parameters[0], node))
          return true;
      }
    }
  }
  return false;
}

function isCallback(checker, parameter, node) {
  let type = checker.getApparentType(checker.getTypeOfSymbolAtLocation(parameter, node));
  const declaration = parameter.valueDeclaration;
  if (declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined) {
    type = type.getNumberIndexType();
    if (type === undefined)
      return false;
  }
  return parts(type).some(part => part.getCallSignatures().length !== 0);
}

function table() {
  const list = [];
  const places = new Map();
  return {
    list,
    of(text) {
      let place = places.get(text);
      if (place === undefined) {
        places.set(text, place = list.length);
        list.push(text);
      }
      return place;
    },
  };
}

function answer(checker, file, relative, options, host) {
  const offsets = byteOffsets(file.text);
  const at = place => offsets === undefined ? place : offsets[place];
  const offsetsOf = new Map();
  const kinds = table();
  const types = table();
  const files = table();
  const e = [];
  const d = [];
  const i = [];

  function expression(node) {
    const type = checker.getTypeAtLocation(node);
    const any = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
    // What is not installed has the type of an error, which says nothing.
    const isError = type.intrinsicName === "error";
    e.push(at(node.getStart(file)), at(node.end), kinds.of(K[node.kind]), isError ? 3 : any ? 2 : isThenable(checker, node, type) ? 1 : 0,
      types.of(checker.typeToString(type).slice(0, 90)));
  }

  function definition(node, isMember) {
    let symbol = node.parent.kind === K.ShorthandPropertyAssignment ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias)
      symbol = checker.getAliasedSymbol(symbol);
    const found = [];
    for (const declaration of symbol?.declarations ?? []) {
      const source = declaration.getSourceFile();
      const place = placed(source.fileName);
      if (place === undefined)
        return;
      let name = ts.getNameOfDeclaration(declaration) ?? declaration;
      if (declaration.kind === K.SourceFile)
        name = declaration;
      if (!offsetsOf.has(source))
        offsetsOf.set(source, byteOffsets(source.text));
      const own = offsetsOf.get(source);
      const start = declaration.kind === K.SourceFile ? 0 : name.getStart(source);
      found.push(files.of(place), own === undefined ? start : own[start]);
    }
    if (found.length > 0)
      d.push(at(node.getStart(file)), isMember ? 1 : 0, found.length / 2, ...found);
  }

  function specifier(node) {
    if (node === undefined || !ts.isStringLiteralLike(node))
      return;
    const resolved = ts.resolveModuleName(node.text, file.fileName, options, host, undefined, undefined, host.getModeForUsageLocation?.(file, node)).resolvedModule;
    if (resolved === undefined || /\.json$/.test(resolved.resolvedFileName))
      return;
    const place = placed(resolved.resolvedFileName);
    if (place !== undefined)
      i.push(at(node.getStart(file)), files.of(place));
  }

  const pending = [file];
  while (pending.length > 0) {
    const node = pending.pop();
    const children = [];
    ts.forEachChild(node, child => { children.push(child); });
    for (let child = children.length - 1; child >= 0; child--)
      pending.push(children[child]);

    if (expressionKinds.has(node.kind) && (node.kind !== K.Identifier || isExpressionName(node)) && !isTarget(node) && !ts.isPartOfTypeNode(node))
      expression(node);
    if (node.kind === K.Identifier) {
      const parent = node.parent;
      if (parent.kind === K.PropertyAccessExpression && parent.name === node)
        definition(node, true);
      else if (parent.kind === K.ShorthandPropertyAssignment || parent.kind === K.TypeReference || (isExpressionName(node) && parent.kind !== K.ImportSpecifier && parent.kind !== K.ExportSpecifier))
        definition(node, false);
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      specifier(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && (node.expression.kind === K.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === "require")))
      specifier(node.arguments[0]);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      specifier(node.argument.literal);
    else if (ts.isExternalModuleReference(node))
      specifier(node.expression);
  }
  write(JSON.stringify({ path: relative, kinds: kinds.list, types: types.list, files: files.list, e, d, i }) + "\n");
}

for (const group of grouped(ts, root, paths)) {
  const { program, options, host } = programOf(ts, root, group);
  const checker = program.getTypeChecker();
  host.getModeForUsageLocation = (file, node) => program.getModeForUsageLocation(file, node);
  for (const file of group[1]) {
    const source = program.getSourceFile(file);
    if (source !== undefined)
      answer(checker, source, path.relative(root, file), options, host);
  }
}
