import { type Process, processTree } from "./processes";

/** A command that runs, with all processes that it starts. */
export interface Running {
    pid: number;
    ended: Promise<void>;
}

export interface Sliced {
    start: () => Running;
    /** Other processes that work for it alone, and stop and go on with it. */
    uses?: readonly number[];
}

const slice = 1000;

/**
 * Runs commands a second each in this order, one at a time, while the others are stopped. Gives how many milliseconds each ran.
 * Other work on the machine comes and goes within such a time, and slows all of them alike: the ratios of commands that ran one
 * after another vary three times as much.
 */
export async function timeInSlices<Name extends string>(
    order: readonly Name[],
    command: (name: Name) => Sliced,
): Promise<Record<Name, number>> {
    const runs = order.map((name) => ({ name, run: new SlicedRun(command(name)) }));
    try {
        let left = runs;
        while (left.length > 0) {
            for (const { run } of left) await run.go();
            left = left.filter(({ run }) => !run.isOver);
        }
    } finally {
        // Those that another's error left behind.
        for (const { run } of runs) run.resume();
    }
    return Object.fromEntries(runs.map(({ name, run }) => [name, run.milliseconds])) as Record<Name, number>;
}

class SlicedRun {
    milliseconds = 0;
    isOver = false;
    private pid: number | undefined;
    private over: Promise<void> | undefined;
    private readonly stopped = new Set<number>();

    constructor(private readonly command: Sliced) {}

    /** Goes on for a slice. */
    async go(): Promise<void> {
        const begun = performance.now();
        if (this.over === undefined) this.start();
        else this.resume();
        let timer: NodeJS.Timeout | undefined;
        const sliceOver = new Promise<void>((resolve) => (timer = setTimeout(resolve, slice)));
        await Promise.race([this.over, sliceOver]).finally(() => clearTimeout(timer));
        if (!this.isOver) this.stop();
        this.milliseconds += performance.now() - begun;
    }

    private start(): void {
        const { pid, ended } = this.command.start();
        this.pid = pid;
        this.over = ended.then(() => {
            this.isOver = true;
        });
    }

    resume(): void {
        for (const pid of this.stopped) signal(pid, "SIGCONT");
        this.stopped.clear();
    }

    private stop(): void {
        for (const each of this.command.uses ?? []) this.stopOne(each);
        // Until none is left that another one has just started.
        for (;;) {
            const going = processTree(this.pid!).filter(
                (each) => !this.stopped.has(each.pid) && !isLanguageHost(each),
            );
            if (going.length === 0) return;
            for (const each of going) this.stopOne(each.pid);
        }
    }

    private stopOne(pid: number): void {
        signal(pid, "SIGSTOP");
        this.stopped.add(pid);
    }
}

/**
 * It has nothing to do while all others are stopped, and it panics if it is stopped just when its program ends: "send on closed
 * channel".
 */
const isLanguageHost = ({ command }: Process): boolean => command.includes("pulumi-language-");

function signal(pid: number, name: NodeJS.Signals): void {
    try {
        process.kill(pid, name);
    } catch (error) {
        // It has just ended.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
}
