import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import type { LanguageEnvironment } from "../support/languages";
import { npm } from "./npmPackage";

export interface Sdks {
    pulumi: string;
    aws: string;
}

/** The version of a package that this project has. */
export function versionHere(name: string): string {
    const file = join(projectFolder, "node_modules", name, "package.json");
    return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** The oldest versions that the package says it works with, and the newest that it is made with. */
export const supported = (peers: Record<string, string>): Record<"oldest" | "newest", Sdks> => {
    const sdks = (versionOf: (name: string) => string) => ({
        pulumi: versionOf("@pulumi/pulumi"),
        aws: versionOf("@pulumi/aws"),
    });
    return {
        oldest: sdks((name) => /^>=(\S+) /.exec(peers[name]!)![1]!),
        newest: sdks(versionHere),
    };
};

/** TypeScript programs into which npm installs the packed package, beside SDKs of these versions. */
export const npmProject = (tarball: string, { pulumi, aws }: Sdks): LanguageEnvironment => ({
    language: "nodejs",
    awsVersions: [aws],
    env: {},
    install: async (program) => {
        const tools = ["typescript", "@types/node"].map((name) => `${name}@${versionHere(name)}`);
        const sdks = [`@pulumi/pulumi@${pulumi}`, `@pulumi/aws@${aws}`];
        const options = [
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
            "--no-package-lock",
            "--loglevel=error",
        ];
        await npm(["install", ...options, tarball, ...sdks, ...tools], program);
    },
});
