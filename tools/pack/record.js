// Runs a script, and writes what V8 has compiled of it by its end.
const { readFileSync, writeFileSync } = require("node:fs");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// The script takes the arguments that are left.
const [source, cache] = process.argv.splice(2, 2);
// Code for the machine is not in the cache, but which functions have some is, and that depends on how busy the machine is.
setFlagsFromString("--no-sparkplug");
const script = new Script(readFileSync(source, "utf8"), { filename: "plugin.js" });
process.on("exit", () => {
    // V8 takes a cache only if it has the options that the cache was written with.
    setFlagsFromString("--sparkplug");
    writeFileSync(cache, script.createCachedData());
});
script.runInThisContext()(exports, require, module, __filename, __dirname);
