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

/** Rejects with what to install where Go is missing, or older than the module needs. */
export async function requireGo(name: string, module: string): Promise<void> {
    const reason = await whyGoCannotBuild(module);
    if (reason)
        throw new Error(
            `${name} cannot be built: ${reason}. Install ${neededGo(module)}, and add it to the PATH.`,
        );
}

/** Why Go cannot build the module, if it cannot. */
export async function whyGoCannotBuild(
    module: string,
    env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
    let found: string;
    try {
        // In the module's folder, where Go may bring the newer version of itself that the module asks for.
        found = (await promisify(execFile)("go", ["version"], goOptions(module, env))).stdout;
    } catch (error) {
        const { code, stderr } = error as { code?: string | number; stderr?: string };
        return code === "ENOENT" ? "Go is not on the PATH" : `"go version" failed: ${stderr?.trim()}`;
    }
    const version = /go(\d\S*)/.exec(found)?.[1] ?? found.trim();
    return isOlder(version, oldestGo(module)) ? `Go on the PATH is ${version}` : undefined;
}

/** What to install for the module to be built. */
export const neededGo = (module: string) => `Go ${oldestGo(module)} or later (https://go.dev/dl)`;

const oldestGo = (module: string) =>
    /^go (\S+)$/m.exec(readFileSync(join(module, "go.mod"), "utf8"))?.[1] ?? "";
