import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm } from "../../../tests/packing/npmPackage";
import { versionHere } from "../../../tests/packing/npmProject";
import { awsSdkVersion } from "../../project";
import type { Release } from "../release";
import { importing, type ReleasedProgram, writer } from ".";

interface Source {
    /** The package that the program imports. */
    name: string;
    /** What npm is told to install: a tarball, or a name with a version. */
    spec: string;
    /** The registry that npm asks; that of the user unless given. */
    registry?: string;
}

export function typescript(release: Release, { name, spec, registry }: Source): ReleasedProgram {
    const write = writer(release, "index.ts", "index.ts", {
        "Pulumi.yaml": "name: released-typescript\nruntime: nodejs\n",
        "package.json": JSON.stringify({ name: "released-typescript", private: true, main: "index.ts" }),
        "tsconfig.json": JSON.stringify({
            compilerOptions: {
                target: "ES2022",
                module: "commonjs",
                moduleResolution: "node",
                strict: true,
                types: ["node"],
            },
            files: ["index.ts"],
        }),
    });
    return {
        language: "nodejs",
        awsVersions: [awsSdkVersion],
        env: {},
        write: importing(release, name, write),
        install: async (folder) => {
            // At the versions that the project is tested with: newer ones are none of a release's business.
            const others = ["@pulumi/aws", "@pulumi/pulumi", "@types/node", "typescript"];
            const options = registry
                ? [`--registry=${registry}`, "--replace-registry-host=never"]
                : ["--prefer-offline"];
            const quietly = ["--no-audit", "--no-fund", "--loglevel=error"];
            const pinned = others.map((other) => `${other}@${versionHere(other)}`);
            await npm(["install", ...options, ...quietly, spec, ...pinned], folder);
        },
        compile: async (folder) => {
            const node = (args: string[]) => promisify(execFile)(process.execPath, args, { cwd: folder });
            const tsc = node([join(folder, "node_modules/typescript/bin/tsc"), "--noEmit"]);
            await tsc.catch((error: { stdout: string }) => {
                throw new Error(`The program does not compile:\n${error.stdout}`);
            });
            const load = `if (typeof require("${name}").AuroraS3Access !== "function") process.exit(1)`;
            await node(["--eval", load]);
        },
    };
}
