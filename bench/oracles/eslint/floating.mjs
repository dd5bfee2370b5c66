// Answers for `hostile-bench oracle floating`: what typescript-eslint's no-floating-promises, at its default options, reports of a repository whose dependencies are installed.
//
// arguments  the repository's directory
// stdin      one path a line, from that directory
// stdout     a line of JSON a file that has any: { path, places }, two numbers a finding: first and last byte of the statement
//            Comments that silence the rule are not heeded: what it would say is asked.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { Linter } from "eslint";
import ts from "typescript";
import parser from "@typescript-eslint/parser";
import plugin from "@typescript-eslint/eslint-plugin";
import { write } from "../typescript/output.mjs";
import { grouped, programOf } from "../typescript/projects.mjs";

const root = fs.realpathSync(process.argv[2]);
const paths = [];
for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line !== "")
    paths.push(line);
}

const rule = "@typescript-eslint/no-floating-promises";
let others = 0;
for (const group of grouped(ts, root, paths)) {
  const { program } = programOf(ts, root, group);
  const linter = new Linter({ cwd: root, configType: "flat" });
  const config = [{
    files: ["**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"],
    languageOptions: { parser, parserOptions: { programs: [program] } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    plugins: { "@typescript-eslint": plugin },
    rules: { [rule]: "error" },
  }];
  for (const file of group[1]) {
    const source = program.getSourceFile(file);
    if (source === undefined || source.isDeclarationFile)
      continue;
    const messages = linter.verify(source.text, config, { filename: file });
    const starts = source.getLineStarts();
    // From the compiler's text, which has no byte order mark, as ours has none.
    const at = (line, column) => Buffer.byteLength(source.text.slice(0, starts[line - 1] + column - 1));
    const places = [];
    for (const message of messages) {
      if (message.ruleId === rule)
        places.push(at(message.line, message.column), at(message.endLine, message.endColumn));
      else if (message.fatal && ++others <= 5)
        process.stderr.write(`${path.relative(root, file)}:${message.line}: ${message.message}\n`);
    }
    if (places.length > 0)
      write(JSON.stringify({ path: path.relative(root, file), places }) + "\n");
  }
}
if (others > 0)
  process.stderr.write(`${others} files could not be judged\n`);
