import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A binary of the Pulumi toolchain and the Go module that it is compiled from. */
export interface Binary {
    name: string;
    /** For those who wait for it; measured on two cores, each after those before it. */
    buildTime: string;
    /** `modules/<pins>/` pins everything that it is compiled from. */
    pins: string;
    /** The binary has this module's version. */
    module: string;
    mainPackage: string;
    versionVariable: string;
    /** Scripts of the module, by their path in it, that belong beside the binary. */
    scripts: readonly string[];
}

/** The `runtime` of a program, which its language host runs. */
export type Language = (typeof languages)[number];
export const languages = ["nodejs", "python", "go", "java", "yaml"] as const;

export const hostOf = (language: Language) => `pulumi-language-${language}`;

const sdk = {
    pins: "nodejs-python-go",
    module: "github.com/pulumi/pulumi/sdk/v3",
    versionVariable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
};

/**
 * They disagree on the versions of Pulumi's own modules, so there are several `go.mod`. Each began as a copy of that
 * of `pulumi`: with the same versions of everything else Go compiles most of it once. For another row do so too, then
 * `go get -tool <module>/<mainPackage>@<version>` and `go mod tidy` in `modules/<pins>/`.
 */
export const binaries: readonly Binary[] = [
    {
        name: "pulumi",
        buildTime: "4 minutes",
        pins: "pulumi",
        module: "github.com/pulumi/pulumi/pkg/v3",
        mainPackage: "cmd/pulumi",
        versionVariable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
        scripts: [],
    },
    {
        // The last version of which these hosts are part: later ones are modules without a version of their own.
        ...sdk,
        name: hostOf("nodejs"),
        buildTime: "6 seconds",
        mainPackage: "nodejs/cmd/pulumi-language-nodejs",
        scripts: ["nodejs/dist/pulumi-resource-pulumi-nodejs"],
    },
    {
        ...sdk,
        name: hostOf("python"),
        buildTime: "a second",
        mainPackage: "python/cmd/pulumi-language-python",
        scripts: ["python/cmd/pulumi-language-python-exec"],
    },
    {
        ...sdk,
        name: hostOf("go"),
        buildTime: "3 seconds",
        mainPackage: "go/pulumi-language-go",
        scripts: [],
    },
    {
        name: hostOf("java"),
        buildTime: "10 seconds",
        pins: "java-yaml",
        module: "github.com/pulumi/pulumi-java/pkg",
        mainPackage: "cmd/pulumi-language-java",
        versionVariable: "github.com/pulumi/pulumi-java/pkg/version.Version",
        scripts: [],
    },
    {
        name: hostOf("yaml"),
        buildTime: "20 seconds",
        pins: "java-yaml",
        module: "github.com/pulumi/pulumi-yaml",
        mainPackage: "cmd/pulumi-language-yaml",
        versionVariable: "github.com/pulumi/pulumi-yaml/pkg/version.Version",
        scripts: [],
    },
];

export const moduleFolder = (binary: Binary) => join(__dirname, "modules", binary.pins);

/** The version of `module`, or of Go itself, in the binary's `go.mod`. */
export function pinnedVersion(binary: Binary, module: string = binary.module): string {
    const goMod = readFileSync(join(moduleFolder(binary), "go.mod"), "utf8");
    const version = goMod
        .split("\n")
        .map((line) => line.replace(/^\s*(require\s)?/, "").split(" "))
        .find(([name]) => name === module)?.[1];
    if (!version) throw new Error(`tools/toolchain/modules/${binary.pins}/go.mod does not pin ${module}`);
    return version.replace(/^v/, "");
}

export function buildArguments(binary: Binary, output: string): string[] {
    const linkerFlags = `-s -w -X ${binary.versionVariable}=v${pinnedVersion(binary)}`;
    return ["build", "-ldflags", linkerFlags, "-o", output, `${binary.module}/${binary.mainPackage}`];
}

/** The name of the cache entry of what the table and the pins say now. */
export function entryName(binary: Binary): string {
    const hash = createHash("sha256").update(JSON.stringify([binary.scripts, buildArguments(binary, "")]));
    for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(moduleFolder(binary), file)));
    const digest = hash.digest("hex").slice(0, 8);
    return `${binary.name}-${pinnedVersion(binary)}-${process.platform}-${process.arch}-${digest}`;
}
