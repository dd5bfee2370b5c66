// Answers for `hostile-bench documentation`: reads file names, writes what the compiler reads in the comments of JavaScript files.
//
// stdin   one path a line
// stdout  for each path: a line for each node, "comment kind start end" in UTF-8 bytes, comment being where its comment begins; then an empty line
//
// Only nodes that both sides have: names and types. Our tags are the declarations that TypeScript has for the same thing, the compiler's are kinds
// of their own, so declarations, parameters, properties and object types are left out, and their parts are compared.
import fs from "node:fs";
import readline from "node:readline";
import ts from "typescript";
import { byteOffsets, nameOfKind } from "./trees.mjs";

const K = ts.SyntaxKind;
const known = new Set([
  K.JSDocTypeTag, K.JSDocReturnTag, K.JSDocParameterTag, K.JSDocPropertyTag, K.JSDocTypedefTag, K.JSDocCallbackTag, K.JSDocOverloadTag, K.JSDocTemplateTag, K.JSDocImportTag,
]);

for await (const path of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (path === "")
    continue;
  const text = fs.readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseAll };
  const file = ts.createSourceFile(path, text, options, /*setParentNodes*/ true);
  const offsets = byteOffsets(text);
  const lines = new Set();
  const seen = new Set();

  function emit(comment, node) {
    const kind = nameOfKind(node.kind);
    const start = node.getStart(file, false);
    if (kind !== undefined && node.end > start)
      lines.add(`${offsets?.[comment] ?? comment} ${kind} ${offsets?.[start] ?? start} ${offsets?.[node.end] ?? node.end}`);
    node.forEachChild(child => emit(comment, child));
  }

  function emitTag(comment, tag) {
    // "@param a.b" without an "@param a" before it is nobody's property.
    if (!known.has(tag.kind) || (tag.kind === K.JSDocParameterTag && tag.name.kind === K.QualifiedName && tag.parent.kind === K.JSDoc))
      return;
    const name = tag.name !== undefined && tag.name.kind === K.QualifiedName ? tag.name.right : tag.name;
    for (const part of [name, tag.kind === K.JSDocTypedefTag || tag.kind === K.JSDocCallbackTag ? nameOf(tag.fullName) : undefined,
      tag.importClause, tag.moduleSpecifier, ...(tag.typeParameters ?? [])]) {
      if (part !== undefined)
        emit(comment, part);
    }
    emitType(comment, tag.constraint);
    emitType(comment, tag.typeExpression);
  }

  /** "A.B.Name" as declarations in one another. */
  function nameOf(fullName) {
    return fullName === undefined || fullName.kind === K.Identifier ? undefined : fullName;
  }

  function emitType(comment, type) {
    if (type?.kind === K.JSDocTypeExpression)
      type = type.type;
    if (type === undefined)
      return;
    if (type.kind === K.JSDocTypeLiteral) {
      for (const tag of type.jsDocPropertyTags ?? [])
        emitTag(comment, tag);
    } else if (type.kind === K.JSDocSignature) {
      for (const tag of [...(type.parameters ?? []), ...(type.type === undefined ? [] : [type.type])])
        emitTag(comment, tag);
    } else {
      emit(comment, type);
    }
  }

  // A stack of our own: expressions nest deeply.
  for (const pending = [file.endOfFileToken, file]; pending.length > 0;) {
    const node = pending.pop();
    for (const comment of node.jsDoc ?? []) {
      if (seen.has(comment.pos))
        continue;
      seen.add(comment.pos);
      for (const tag of comment.tags ?? [])
        emitTag(comment.pos, tag);
    }
    ts.forEachChild(node, child => { pending.push(child); });
  }
  for (const position of seen)
    lines.add(`${offsets?.[position] ?? position} JSDoc 0 0`);
  process.stdout.write([...lines, "", ""].join("\n"));
}
