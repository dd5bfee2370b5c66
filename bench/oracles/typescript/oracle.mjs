// Answers for `hostile-bench oracle`: reads file names, writes the compiler's trees in binary.
//
// stdin   a line of JSON { kinds, tokens, flags }: our enumerations by name; then one path a line,
//         behind which may stand, after a tab, what a file of the compiler's suite asks for: module=node16,target=es2022
// stdout  for each path, little-endian int32: accepted (1) or not (0), number of nodes, bytes of message; then the message (why not accepted),
//         padded to four bytes, and 5 int32 a node: kind | role << 8 | operator << 16, depth, start, end, flags
import fs from "node:fs";
import readline from "node:readline";
import { write } from "./output.mjs";
import { parse, walk } from "./trees.mjs";

function numbered(names) {
  return new Map(Object.entries(names));
}

function number(table, name, what) {
  const value = table.get(name);
  if (value === undefined)
    throw new Error(`The compiler has a ${what} that our enumeration lacks: ${name}`);
  return value;
}

let buffer = new Int32Array(1 << 20);

function answer(line, { kinds, tokens, flags }) {
  const [path, asked] = line.split("\t");
  const text = fs.readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const file = parse(path, text, asked);
  const problem = file.parseDiagnostics[0];
  if (problem !== undefined) {
    const place = file.getLineAndCharacterOfPosition(problem.start);
    const reason = typeof problem.messageText === "string" ? problem.messageText : problem.messageText.messageText;
    const message = Buffer.from(`${place.line + 1}:${place.character + 1} TS${problem.code} ${reason}`);
    const padded = Buffer.alloc((message.length + 3) & ~3);
    message.copy(padded);
    write(Buffer.from(new Int32Array([0, 0, message.length]).buffer));
    write(padded);
    return;
  }

  let length = 3;
  walk(file, (kind, role, depth, start, end, flagNames, operator) => {
    if (length + 5 > buffer.length) {
      const larger = new Int32Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    let bits = 0;
    for (const name of flagNames)
      bits |= number(flags, name, "flag");
    buffer[length++] = number(kinds, kind, "kind") | (role === undefined ? 0 : number(kinds, role, "kind") << 8)
      | (operator === undefined ? 0 : number(tokens, operator, "token") << 16);
    buffer[length++] = depth;
    buffer[length++] = start;
    buffer[length++] = end;
    buffer[length++] = bits;
  });
  buffer[0] = 1;
  buffer[1] = (length - 3) / 5;
  buffer[2] = 0;
  write(Buffer.from(buffer.buffer, 0, length * 4));
}

let tables;
for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (tables === undefined) {
    const named = JSON.parse(line);
    tables = { kinds: numbered(named.kinds), tokens: numbered(named.tokens), flags: numbered(named.flags) };
  } else if (line !== "") {
    answer(line, tables);
  }
}
