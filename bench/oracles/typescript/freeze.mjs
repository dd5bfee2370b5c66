// Writes what the compiler makes of our snippets, for the test that runs without Node.js.
//
// node freeze.mjs SNIPPETS ANSWERS; by way of `dotnet run --project bench/Hostile.Bench -- freeze`, which fetches the compiler.
import fs from "node:fs";
import { parse, walk } from "./trees.mjs";

const [snippetsPath, answersPath] = process.argv.slice(2);
const lines = [
  "# What the TypeScript compiler makes of snippets.txt. Made by: dotnet run --project bench/Hostile.Bench -- freeze",
  "# A node a line, indented by depth: kind, first byte..end, /place, modifiers and marks, =operator.",
];

for (const { name, text } of snippets(fs.readFileSync(snippetsPath, "utf8"))) {
  const file = parse(name, text);
  const problem = file.parseDiagnostics[0];
  if (problem !== undefined) {
    const message = typeof problem.messageText === "string" ? problem.messageText : problem.messageText.messageText;
    lines.push(`==== ${name} rejected TS${problem.code} ${message}`);
    continue;
  }
  lines.push(`==== ${name} accepted`);
  walk(file, (kind, role, depth, start, end, flags, operator) => {
    lines.push(" ".repeat(depth) + `${kind} ${start}..${end}` + (role === undefined ? "" : ` /${role}`)
      + (flags.length === 0 ? "" : ` ${[...new Set(flags)].sort().join(",")}`) + (operator === undefined ? "" : ` =${operator}`));
  });
}
fs.writeFileSync(answersPath, lines.join("\n") + "\n");

function* snippets(all) {
  let name;
  let text = [];
  for (const line of all.replace(/\n$/, "").split("\n")) {
    if (!line.startsWith("==== ")) {
      text.push(line);
      continue;
    }
    if (name !== undefined)
      yield { name, text: text.join("\n").replaceAll("␍", "\r") };
    name = line.slice(5);
    text = [];
  }
  yield { name, text: text.join("\n").replaceAll("␍", "\r") };
}
