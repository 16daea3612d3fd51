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

/** Taken for every promise of the SDK, several for each output, and shown only where somebody looks for promises that leak. */
const promiseStack = { module: "@pulumi/pulumi/runtime/debuggable.js", code: "new Error().stack" };

/** Keeps these out of the bundle: it would be seven times as large otherwise, and each Construct slower. */
export const leaveOut: Plugin = {
    name: "leave-out",
    setup(build) {
        build.onLoad({ filter: inModules(neverCalled) }, () => ({ contents: "module.exports = {};" }));
        build.onLoad({ filter: inModules([sourceMaps]) }, () => ({
            contents: "exports.install = () => {};",
        }));
        build.onLoad({ filter: inModules([promiseStack.module], "$") }, async ({ path }) => ({
            contents: without(await readFile(path, "utf8"), promiseStack.code),
        }));
    },
};

/** Whether of the file, as esbuild names it, nothing is in the bundle. */
export const isLeftOut = (file: string) => inModules([...neverCalled, sourceMaps]).test(`/${file}`);

function inModules(modules: readonly string[], end = "[\\\\/]"): RegExp {
    return new RegExp(`[\\\\/]node_modules[\\\\/](${modules.join("|").replaceAll("/", "[\\\\/]")})${end}`);
}

function without(source: string, code: string): string {
    const [before, after, ...more] = source.split(code);
    if (after === undefined || more.length > 0) throw new Error(`"${code}" is expected once, to be left out`);
    return `${before}undefined${after}`;
}
