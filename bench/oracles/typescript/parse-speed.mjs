// A peer for `hostile-bench parse`: parses a list of files again and again, as told on stdin.
//
// node parse-speed.mjs PEER LIST     PEER: compiler | oxc-raw | oxc-lazy; LIST: a file with one path a line
// "round"  -> "wall cpu" in seconds; every result is kept until the round has ended
// "memory" -> bytes that the results of the last round hold
import fs from "node:fs";
import readline from "node:readline";

const [peer, list] = process.argv.slice(2);
const files = fs.readFileSync(list, "utf8").split("\n").filter(line => line !== "")
  .map(path => ({ path, text: fs.readFileSync(path, "utf8").replace(/^\uFEFF/, "") }));

const parse = await parserOf(peer);
let kept = [];
global.gc();
const idle = held();

for await (const command of readline.createInterface({ input: process.stdin })) {
  if (command === "round")
    process.stdout.write(round() + "\n");
  else if (command === "memory")
    process.stdout.write(memory() + "\n");
}

function round() {
  kept = [];
  global.gc();
  const results = new Array(files.length);
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  for (let i = 0; i < files.length; i++)
    results[i] = parse(files[i].path, files[i].text);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(cpu);
  kept = results;
  return `${wall} ${(used.user + used.system) / 1e6}`;
}

function memory() {
  global.gc();
  return held() - idle;
}

/** The JavaScript heap only: the one buffer that raw transfer keeps for itself counts as 6 GiB of external memory, of which little is ever touched. */
function held() {
  return process.memoryUsage().heapUsed;
}

async function parserOf(peer) {
  switch (peer) {
    case "compiler": {
      const { default: ts } = await import("typescript");
      // JSDoc is left out and parents are not set: the least that the compiler can be asked for.
      const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
      return (path, text) => ts.createSourceFile(path, text, options, /*setParentNodes*/ false);
    }
    case "oxc-raw": {
      const oxc = await import("oxc-parser");
      // `program`, `comments` and `errors` are made before parseSync returns; the buffer goes back to the package's cache.
      return (path, text) => oxc.parseSync(path, text, { experimentalRawTransfer: true });
    }
    case "oxc-lazy": {
      const oxc = await import("oxc-parser");
      // The tree stays in a buffer of 2 GiB (6 GiB of address space) that only dispose gives back in time; thousands cannot be kept, so nothing is.
      return (path, text) => {
        oxc.parseSync(path, text, { experimentalLazy: true }).dispose();
        return undefined;
      };
    }
    default:
      throw new Error(`no such peer: ${peer}`);
  }
}
