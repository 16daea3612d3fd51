import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Binary, pinnedVersion } from "./binaries";
import { versionOf } from "./installed";

const noEngine = "127.0.0.1:1";

/** Rejects unless the binary just built runs here: the CLI tells its version, a language host the port it serves. */
export async function check(binary: Binary, executable: string): Promise<void> {
    const runs =
        binary.name === "pulumi"
            ? (await versionOf(executable)) === pinnedVersion(binary)
            : await servesPort(executable, [noEngine]);
    if (!runs)
        throw new Error(`${binary.name} ${pinnedVersion(binary)} was built but does not run: ${executable}`);
}

/** Whether the program prints a port, and nothing else, before it ends. */
export async function servesPort(program: string, args: readonly string[]): Promise<boolean> {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"] });
    const line = await Promise.race([once(child.stdout, "data"), once(child, "close")]);
    child.kill();
    return /^\d+\n/.test(String(line[0]));
}
