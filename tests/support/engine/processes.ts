import { execFileSync } from "node:child_process";

export interface Process {
    pid: number;
    parent: number;
    command: string;
}

/** Those that are running; one that has ended but was not waited for yet is not. */
function processes(): Process[] {
    const list = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
    return list
        .trim()
        .split("\n")
        .map((line) => line.trim().split(/\s+/))
        .filter(([, , state]) => !state!.startsWith("Z"))
        .map(([pid, parent, , ...command]) => ({
            pid: Number(pid),
            parent: Number(parent),
            command: command.join(" "),
        }));
}

export function descendantsOf(ancestor: number): Process[] {
    const all = processes();
    const below = (pid: number): Process[] =>
        all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
    return below(ancestor);
}

/** Those of the given ones that are running still. */
export function stillThere(known: readonly Process[]): Process[] {
    const running = new Set(processes().map(({ pid }) => pid));
    return known.filter(({ pid }) => running.has(pid));
}

/** Some may have gone by themselves, as those before them were killed. */
export function kill(pids: readonly number[]): void {
    for (const pid of pids) {
        try {
            process.kill(pid, "SIGKILL");
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
        }
    }
}
