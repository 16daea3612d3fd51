import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A binary of the Pulumi toolchain and the Go module that it is compiled from. */
export interface Binary {
    name: string;
    /** For those who wait for it; measured on two cores. */
    buildTime: string;
    /** `modules/<name>/` pins this module and everything under it; the binary has the module's version. */
    module: string;
    mainPackage: string;
    versionVariable: string;
    /** Scripts of the module, by their path in it, that belong beside the binary. */
    scripts: readonly string[];
}

/**
 * One Go module for each, as they disagree on the versions of what they share. For another row make its module:
 * `go mod init`, `go get -tool <module>/<mainPackage>@<version>` and `go mod tidy` in `modules/<name>/`.
 */
export const binaries: readonly Binary[] = [
    {
        name: "pulumi",
        buildTime: "4 minutes",
        module: "github.com/pulumi/pulumi/pkg/v3",
        mainPackage: "cmd/pulumi",
        versionVariable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
        scripts: [],
    },
    {
        // The last version that is part of this module: later ones are modules without a version of their own.
        name: "pulumi-language-nodejs",
        buildTime: "40 seconds",
        module: "github.com/pulumi/pulumi/sdk/v3",
        mainPackage: "nodejs/cmd/pulumi-language-nodejs",
        versionVariable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
        scripts: ["nodejs/dist/pulumi-resource-pulumi-nodejs"],
    },
];

export const moduleFolder = (binary: Binary) => join(__dirname, "modules", binary.name);

/** The version of `module`, or of Go itself, in the binary's `go.mod`. */
export function pinnedVersion(binary: Binary, module: string = binary.module): string {
    const goMod = readFileSync(join(moduleFolder(binary), "go.mod"), "utf8");
    const version = goMod
        .split("\n")
        .map((line) => line.replace(/^\s*(require\s)?/, "").split(" "))
        .find(([name]) => name === module)?.[1];
    if (!version) throw new Error(`tools/toolchain/modules/${binary.name}/go.mod does not pin ${module}`);
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
