import type { Plugin } from "esbuild";
import { inModules } from "./modules";

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

/** Keeps these out of the bundle: it would be seven times as large otherwise. */
export const leaveOut: Plugin = {
    name: "leave-out",
    setup(build) {
        build.onLoad({ filter: inModules(neverCalled) }, () => ({ contents: "module.exports = {};" }));
        build.onLoad({ filter: inModules([sourceMaps]) }, () => ({
            contents: "exports.install = () => {};",
        }));
    },
};

/** Whether of the file, as esbuild names it, nothing is in the bundle. */
export const isLeftOut = (file: string) => inModules([...neverCalled, sourceMaps]).test(`/${file}`);
