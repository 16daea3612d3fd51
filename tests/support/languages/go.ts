import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { devNull } from "node:os";
import { join } from "node:path";
import { cached } from "../../../tools/cache";
import { requireGo, runGo } from "../../../tools/goModule";
import { withProgress } from "../../../tools/toolchain/progress";
import type { LanguageEnvironment } from ".";

const pins = join(__dirname, "programs/go");

/** Go fetches what the program's `go.mod` pins; our own SDK is in `sdk/go`, by a `replace`. */
export async function go(): Promise<LanguageEnvironment> {
    await requireGo("A program in Go", pins);
    const goMod = await readFile(join(pins, "go.mod"), "utf8");
    const awsVersion = /pulumi-aws\/sdk\/v\d+ v(\S+)/.exec(goMod)![1]!;
    return {
        language: "go",
        awsVersions: [awsVersion],
        env: {
            // As the toolchain is compiled, so that Go finds in its own cache what they share.
            CGO_ENABLED: "0",
            GO111MODULE: "on",
            GOWORK: "off",
            // Each run links the program again, which is quicker without what only debuggers read.
            GOFLAGS: "-mod=readonly -buildvcs=false -ldflags=-w",
        },
        install: compile,
    };
}

/** The language host compiles the program in each run. The first time takes long, so it is done here, with progress shown. */
async function compile(program: string): Promise<void> {
    const hash = createHash("sha256");
    for (const file of ["go.sum", "main.go"]) hash.update(await readFile(join(program, file)));
    await cached(`languages/go-${hash.digest("hex").slice(0, 16)}`, (folder) =>
        withProgress("A program in Go: fetching and compiling what it imports, about a minute", () =>
            runGo(program, ["build", "-o", devNull], folder),
        ),
    );
}
