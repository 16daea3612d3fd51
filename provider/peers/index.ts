/* eslint-disable @typescript-eslint/no-require-imports -- an import fails before this can tell what to install. Names and
   paths are literals, so that those who bundle their program find them. */
import type * as pulumi from "@pulumi/pulumi";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Manifest, requirePeers, twoAwsProviders } from "./check";

const own = require("../../package.json") as Manifest;

const manifests = {
    "@pulumi/pulumi": () => require("@pulumi/pulumi/package.json") as Manifest,
    "@pulumi/aws": () => require("@pulumi/aws/package.json") as Manifest,
};

requirePeers(own.peerDependencies!, manifests);

/** npm links a folder that it installs: the library then finds what is installed there, and not what the program has. */
function warnOfLinks(): void {
    let warning: string | undefined;
    try {
        const ofProgram = createRequire(join(process.cwd(), "index.js")).resolve("@pulumi/aws/package.json");
        // Not `require.resolve`, of which those who bundle their program are warned.
        const ofLibrary = createRequire(__filename).resolve("@pulumi/aws/package.json");
        if (ofProgram === ofLibrary) return;
        const program = JSON.parse(readFileSync(ofProgram, "utf8")) as Manifest;
        warning = twoAwsProviders({ ...manifests["@pulumi/aws"](), folder: dirname(ofLibrary) }, program);
    } catch {
        // A program in one file has no folders to compare.
    }
    if (warning === undefined) return;
    const { log } = require("@pulumi/pulumi") as typeof pulumi;
    void log.warn(warning);
}

warnOfLinks();
