import assert from "node:assert/strict";
import { once } from "node:events";
import { spawnGuarded } from "../../../tools/toolchain/processes";

export interface Ran {
    code: number;
    printed: string;
}

const mostSeconds = 60;

/** Runs a command; one that hangs fails, with what it printed so far. */
export async function runToEnd(
    command: string,
    args: readonly string[],
    cwd: string,
    env: Record<string, string> = {},
): Promise<Ran> {
    const child = spawnGuarded(command, args, {
        cwd,
        env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1", ...env },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout!, child.stderr!]) {
        stream.on("data", (text: Buffer) => (output += text.toString()));
    }
    // The runner's own processes too.
    const timer = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), mostSeconds * 1000);
    const [code] = (await once(child, "close")) as [number | null];
    clearTimeout(timer);
    if (code === null) assert.fail(`not ended after ${mostSeconds} s, but printed:\n${output}`);
    return { code, printed: output.replace(/\s+/g, " ") };
}
