// Which configuration holds for which file of a repository, and the compiler's programs for them: what `types.mjs` and the linter's `floating.mjs` share.
// The compiler is handed in, since each has its own.
import fs from "node:fs";
import path from "node:path";

/** Paths below a root, parted by the configuration that holds for them ("" where there is none): [[config, files]…]. */
export function grouped(ts, root, paths) {
  const parsedConfigs = new Map();
  function parsed(config) {
    let found = parsedConfigs.get(config);
    if (found === undefined) {
      const { config: json } = ts.readConfigFile(config, ts.sys.readFile);
      found = ts.parseJsonConfigFileContent(json ?? {}, ts.sys, path.dirname(config), undefined, config);
      found.set = new Set(found.fileNames.map(name => path.resolve(name)));
      parsedConfigs.set(config, found);
    }
    return found;
  }

  /** The nearest configuration; where that only gathers others, the first of those that includes the file. */
  function configOf(file) {
    for (let directory = path.dirname(file); ; directory = path.dirname(directory)) {
      for (const name of ["tsconfig.json", "jsconfig.json"]) {
        const config = path.join(directory, name);
        if (!fs.existsSync(config))
          continue;
        const own = parsed(config);
        if (own.set.has(file))
          return config;
        for (const reference of own.projectReferences ?? []) {
          const target = fs.existsSync(reference.path) && fs.statSync(reference.path).isDirectory() ? path.join(reference.path, "tsconfig.json") : reference.path;
          if (fs.existsSync(target) && parsed(target).set.has(file))
            return target;
        }
        return config;
      }
      if (directory === root || directory === path.dirname(directory))
        return "";
    }
  }

  const groups = new Map();
  for (const relative of paths) {
    const file = path.join(root, relative);
    const config = configOf(file);
    if (!groups.has(config))
      groups.set(config, []);
    groups.get(config).push(file);
  }
  return [...groups].map(([config, files]) => [config, files, config === "" ? undefined : parsed(config)]);
}

/** The program of a group, with the options and the host it was made with. */
export function programOf(ts, root, [config, files, own]) {
  const options = {
    ...(own?.options ?? {}), noEmit: true, skipLibCheck: true, allowJs: true, checkJs: false, composite: false, incremental: false, declaration: false,
    ignoreDeprecations: "6.0",
  };
  delete options.tsBuildInfoFile;
  // What a configuration says nothing of is as it was before version 6: all of @types is there.
  options.types ??= ["*"];
  const host = ts.createCompilerHost(options);
  const ambient = (own?.fileNames ?? []).filter(name => name.endsWith(".d.ts"));
  const program = ts.createProgram([...new Set([...files, ...ambient])], options, host);
  process.stderr.write(`${config === "" ? "(no configuration)" : path.relative(root, config)}: ${files.length} files, ${program.getSourceFiles().length} in the program\n`);
  return { program, options, host };
}
