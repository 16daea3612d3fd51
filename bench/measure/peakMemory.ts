import { processTree } from "./processes";

/** Looks ten times a second at a process and those that it started. */
export class PeakMemory {
    private peak = 0;
    private readonly timer: NodeJS.Timeout;

    static of(pid: number, isLeftOut: (command: string) => boolean = () => false): PeakMemory {
        return new PeakMemory(pid, isLeftOut);
    }

    private constructor(pid: number, isLeftOut: (command: string) => boolean) {
        this.timer = setInterval(() => {
            const counted = processTree(pid).filter(({ command }) => !isLeftOut(command));
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
