// Reads a code cache and writes it again. V8 numbers functions as they are compiled, the order of which depends on how busy the machine is;
// those that it reads have the order of the script.
const { readFileSync, writeFileSync } = require("node:fs");
const { Script } = require("node:vm");

const [source, cache] = process.argv.slice(2);
const script = new Script(readFileSync(source, "utf8"), {
    filename: "plugin.js",
    cachedData: readFileSync(cache),
});
if (script.cachedDataRejected) throw new Error(`V8 did not take the code cache ${cache}`);
writeFileSync(cache, script.createCachedData());
