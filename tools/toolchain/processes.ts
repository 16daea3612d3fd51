import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

/** How long a process may take to end its work after it was interrupted, before it is killed. */
const graceSeconds = 30;

/**
 * Waits for a line (this process was interrupted) or the end of its input (this process is gone, whatever took
 * it), then interrupts the process group $1 as a terminal would. What is still there after $2 seconds is killed,
 * children first: Pulumi's plugins have process groups of their own.
 */
const guardScript = `
read -r _
kill -INT "-$1" || exit
end=$(($(date +%s) + $2))
defunct() { case $(ps -o stat= -p "$1") in Z*) ;; *) return 1 ;; esac; }
while kill -0 "$1" && ! defunct "$1" && [ "$(date +%s)" -lt "$end" ]; do sleep 0.1; done
tree() {
    for child in $(ps -A -o pid= -o ppid= | awk -v parent="$1" '$2 == parent { print $1 }'); do tree "$child"; done
    echo "$1"
}
kill -KILL $(tree "$1")
kill -KILL "-$1"
`;

const running = new Map<ChildProcess, ChildProcess>();

/**
 * Like `spawn`, but the process and its children never outlive this process. When this one is interrupted or
 * terminated they get the chance to end their step, and this one exits after them. A second Ctrl-C reaches them
 * as a second one.
 */
export function spawnGuarded(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    if (ending) throw new Error(`${command} was not started: this process is being ended`);
    // A group of its own: a Ctrl-C in the terminal reaches it once, from its guard, not twice.
    const child = spawn(command, args, { ...options, detached: true });
    if (child.pid === undefined) return child;

    const guard = spawn("sh", ["-c", guardScript, "sh", String(child.pid), String(graceSeconds)], {
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
    });
    guard.unref();
    guard.stdin.on("error", () => undefined);

    if (running.size === 0) for (const signal of endings) process.on(signal, endAll);
    running.set(child, guard);
    child.once("exit", () => {
        running.delete(child);
        guard.kill();
        if (running.size === 0 && !ending) for (const signal of endings) process.off(signal, endAll);
    });
    return child;
}

/** Runs a process like that to its end; rejects with the last lines that it prints when it fails. */
export async function runGuarded(
    command: string,
    args: readonly string[],
    options: SpawnOptions,
): Promise<void> {
    const child = spawnGuarded(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout!, child.stderr!]) {
        stream.on("data", (text: Buffer) => (output += text.toString()));
    }
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

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let ending = false;

function endAll(signal: NodeJS.Signals): void {
    if (ending) {
        for (const child of running.keys()) process.kill(-child.pid!, "SIGINT");
        return;
    }
    ending = true;
    for (const guard of running.values()) guard.stdin?.write("\n");
    const ended = Promise.all([...running.keys()].map((child) => once(child, "exit")));
    void ended.then(() => process.exit(128 + constants.signals[signal]));
}
