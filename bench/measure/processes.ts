import { execFileSync } from "node:child_process";

export interface Process {
    pid: number;
    parent: number;
    megabytes: number;
    command: string;
}

/** A process and those that it started, and they started. */
export function processTree(pid: number): Process[] {
    const all = processes();
    const from = (root: number): Process[] => [
        ...all.filter((each) => each.pid === root),
        ...all.filter(({ parent }) => parent === root).flatMap((child) => from(child.pid)),
    ];
    return from(pid);
}

function processes(): Process[] {
    const list = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,args="], { encoding: "utf8" });
    return list
        .trim()
        .split("\n")
        .map((line) => {
            const [pid, parent, kilobytes, ...command] = line.trim().split(/\s+/);
            return {
                pid: Number(pid),
                parent: Number(parent),
                megabytes: Number(kilobytes) / 1024,
                command: command.join(" "),
            };
        });
}
