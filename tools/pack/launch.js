// What the executable runs: its script, with what V8 need not compile again.
const { Buffer } = require("node:buffer");
const { getAsset, getRawAsset } = require("node:sea");
const { Script } = require("node:vm");

// Another version of V8, or one with other options, compiles the script itself.
const script = new Script(getAsset("plugin.js", "utf8"), {
    filename: "plugin.js",
    cachedData: Buffer.from(getRawAsset("plugin.cache")),
});
script.runInThisContext()(exports, require, module, __filename, __dirname);
