import type { Plugin } from "esbuild";
import { readFile } from "node:fs/promises";

/**
 * What Pulumi's SDK brings for programs, and a plugin that makes one component never calls: the Automation API, functions
 * that are serialized, dynamic resources, TypeScript; and of gRPC what describes services by their sources.
 */
const neverCalled = [
    "@pulumi/pulumi/automation",
    "@pulumi/pulumi/dynamic",
    "@pulumi/pulumi/runtime/closure",
    "@npmcli/arborist",
    "@grpc/proto-loader",
    "typescript",
];

/** Called at the start, for sources that the plugin does not have. */
const sourceMaps = "source-map-support";

/** What the SDK does all the time for those who look for mistakes in the SDK, by its modules; it takes half of the time of a Construct. */
const forItsAuthors: Record<string, { code: string; instead: string }> = {
    // A stack for each promise, of which there are several for each output, shown where promises are found to leak.
    "@pulumi/pulumi/runtime/debuggable.js": { code: "new Error().stack", instead: "undefined" },
    // A message to the engine for each step of each registration, shown with `--debug` alone.
    "@pulumi/pulumi/log/index.js": {
        code: "function debug(msg, resource, streamId, ephemeral) {",
        instead: "function debug(msg, resource, streamId, ephemeral) {\n    return Promise.resolve();",
    },
};

/** Keeps these out of the bundle: it would be seven times as large otherwise, and each Construct slower. */
export const leaveOut: Plugin = {
    name: "leave-out",
    setup(build) {
        build.onLoad({ filter: inModules(neverCalled) }, () => ({ contents: "module.exports = {};" }));
        build.onLoad({ filter: inModules([sourceMaps]) }, () => ({
            contents: "exports.install = () => {};",
        }));
        for (const [module, { code, instead }] of Object.entries(forItsAuthors)) {
            build.onLoad({ filter: inModules([module], "$") }, async ({ path }) => ({
                contents: replaced(await readFile(path, "utf8"), code, instead),
            }));
        }
    },
};

/** Whether of the file, as esbuild names it, nothing is in the bundle. */
export const isLeftOut = (file: string) => inModules([...neverCalled, sourceMaps]).test(`/${file}`);

function inModules(modules: readonly string[], end = "[\\\\/]"): RegExp {
    return new RegExp(`[\\\\/]node_modules[\\\\/](${modules.join("|").replaceAll("/", "[\\\\/]")})${end}`);
}

function replaced(source: string, code: string, instead: string): string {
    const [before, after, ...more] = source.split(code);
    if (after === undefined || more.length > 0) throw new Error(`"${code}" is expected once in Pulumi's SDK`);
    return `${before}${instead}${after}`;
}
