import { execFile, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { type Binary, buildArguments, moduleFolder, pinnedVersion } from "./binaries";
import { oldestPulumi } from "./installed";
import { spawnGuarded } from "./processes";
import { isOlder } from "./versions";

/** Builds the binary into `folder`, with the scripts that belong beside it. */
export async function build(binary: Binary, folder: string): Promise<void> {
    const options = goOptions(binary);
    const env = { ...options.env, GOTMPDIR: folder };
    await run("go", buildArguments(binary, join(folder, binary.name)), { ...options, env });

    if (binary.scripts.length === 0) return;
    const list = await promisify(execFile)("go", ["list", "-m", "-f", "{{.Dir}}", binary.module], options);
    for (const script of binary.scripts) {
        const copy = join(folder, basename(script));
        await copyFile(join(list.stdout.trim(), script), copy);
        await chmod(copy, 0o755);
    }
}

/** Rejects with what to install where Go is missing, or older than the binary's modules need. */
export async function requireGo(binary: Binary, env: NodeJS.ProcessEnv = process.env): Promise<void> {
    const needed = pinnedVersion(binary, "go");
    const remedy =
        `Install Go ${needed} or later (https://go.dev/dl), ` +
        `or Pulumi ${oldestPulumi} or later (https://www.pulumi.com/docs/install), and put it on the PATH.`;
    let found: string;
    try {
        // In the module's folder, where Go may bring the newer version of itself that the module asks for.
        found = (await promisify(execFile)("go", ["version"], goOptions(binary, env))).stdout;
    } catch (error) {
        const { code, stderr } = error as { code?: string | number; stderr?: string };
        const reason =
            code === "ENOENT" ? "there is no Go on the PATH" : `"go version" failed: ${stderr?.trim()}`;
        throw new Error(`${binary.name} cannot be built: ${reason}. ${remedy}`, { cause: error });
    }
    const version = /go(\d\S*)/.exec(found)?.[1] ?? found.trim();
    if (isOlder(version, needed)) {
        throw new Error(`${binary.name} cannot be built: the Go on the PATH is ${version}. ${remedy}`);
    }
}

/** The user's proxies, caches and toolchain stay; what would build something else than the pinned modules does not. */
function goOptions(binary: Binary, env: NodeJS.ProcessEnv = process.env) {
    const own = { GO111MODULE: "on", GOWORK: "off", GOFLAGS: "-mod=readonly", CGO_ENABLED: "0" };
    return { cwd: moduleFolder(binary), env: { ...env, GOOS: "", GOARCH: "", ...own } };
}

async function run(command: string, args: string[], options: SpawnOptions): Promise<void> {
    const child = spawnGuarded(command, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    let output = "";
    child.stderr?.on("data", (text: Buffer) => (output += text.toString()));
    const [code, signal] = (await once(child, "close")) as [number | null, string | null];
    if (code === 0) return;
    const lines = output
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("go: downloading"));
    throw new Error(
        `${command} ${args.join(" ")} ended with ${code ?? signal}:\n${lines.slice(-20).join("\n")}`,
    );
}
