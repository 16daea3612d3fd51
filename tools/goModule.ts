import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { runGuarded } from "./toolchain/processes";
import { isOlder } from "./toolchain/versions";

/** What the `go` command in a Go module of the project gets for its environment and folder. */
export function goOptions(module: string, env: NodeJS.ProcessEnv = process.env) {
    // The user's proxies, caches and toolchain stay; what would build something else than the pinned modules does not.
    const own = { GO111MODULE: "on", GOWORK: "off", GOFLAGS: "-mod=readonly", CGO_ENABLED: "0" };
    return { cwd: module, env: { ...env, GOOS: "", GOARCH: "", ...own } };
}

/** Runs `go` with `args` in the module; what it leaves when it is killed lies in the folder `temporary`. */
export async function runGo(module: string, args: string[], temporary: string): Promise<void> {
    const options = goOptions(module, { ...process.env, GOTMPDIR: temporary });
    await runGuarded("go", args, options);
}

/** Rejects with what to install, or `instead` of it, where Go is missing or older than the module needs. */
export async function requireGo(
    name: string,
    module: string,
    { instead = "", env = process.env }: { instead?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
    const needed = /^go (\S+)$/m.exec(readFileSync(join(module, "go.mod"), "utf8"))?.[1] ?? "";
    const remedy = `Install Go ${needed} or later (https://go.dev/dl)${instead}, and add it to the PATH.`;
    let found: string;
    try {
        // In the module's folder, where Go may bring the newer version of itself that the module asks for.
        found = (await promisify(execFile)("go", ["version"], goOptions(module, env))).stdout;
    } catch (error) {
        const { code, stderr } = error as { code?: string | number; stderr?: string };
        const reason = code === "ENOENT" ? "Go is not on the PATH" : `"go version" failed: ${stderr?.trim()}`;
        throw new Error(`${name} cannot be built: ${reason}. ${remedy}`, { cause: error });
    }
    const version = /go(\d\S*)/.exec(found)?.[1] ?? found.trim();
    if (isOlder(version, needed)) {
        throw new Error(`${name} cannot be built: Go on the PATH is ${version}. ${remedy}`);
    }
}
