// Tests and tools run as TypeScript, with the settings of their own tsconfig; `npm run check` checks the types.
require("ts-node").register({ project: require("node:path").join(__dirname, "tsconfig.json") });
