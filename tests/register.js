// Tests and tools run as TypeScript, with the settings of their own tsconfig; `npm run check` checks the types.
const oldestNode = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    console.error(
        `Node.js ${oldestNode.join(".")} or later is required, but this is ${process.versions.node}.`,
    );
    process.exit(1);
}

// What AWS will drop next year says nothing about a run today.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

require("ts-node").register({ project: require.resolve("./tsconfig.json") });
