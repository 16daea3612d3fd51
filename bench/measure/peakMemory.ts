import { execFileSync } from "node:child_process";

interface Process {
    pid: number;
    parent: number;
    megabytes: number;
    command: string;
}

/** Looks ten times a second at a process and those that it started. */
export class PeakMemory {
    private peak = 0;
    private readonly timer: NodeJS.Timeout;

    static of(pid: number, isLeftOut: (command: string) => boolean = () => false): PeakMemory {
        return new PeakMemory(pid, isLeftOut);
    }

    private constructor(pid: number, isLeftOut: (command: string) => boolean) {
        this.timer = setInterval(() => {
            const counted = tree(pid, processes()).filter(({ command }) => !isLeftOut(command));
            const megabytes = counted.reduce((total, each) => total + each.megabytes, 0);
            this.peak = Math.max(this.peak, megabytes);
        }, 100);
    }

    /** In megabytes. */
    stop(): number {
        clearInterval(this.timer);
        return this.peak;
    }
}

const tree = (pid: number, all: readonly Process[]): Process[] => [
    ...all.filter((each) => each.pid === pid),
    ...all.filter(({ parent }) => parent === pid).flatMap((child) => tree(child.pid, all)),
];

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
