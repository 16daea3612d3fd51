// Runs a script, and writes what V8 has compiled of it by its end.
const { readFileSync, writeFileSync } = require("node:fs");
const { Script } = require("node:vm");

// The script takes the arguments that are left.
const [source, cache] = process.argv.splice(2, 2);
const script = new Script(readFileSync(source, "utf8"), { filename: "plugin.js" });
process.on("exit", () => writeFileSync(cache, script.createCachedData()));
script.runInThisContext()(exports, require, module, __filename, __dirname);
