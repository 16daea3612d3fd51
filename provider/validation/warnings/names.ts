import { haveInCommon, isExact, plainText, type Glob } from "../../policy/globs";

/** How much is compared, in steps of some nanoseconds; beyond it, everything counts as found. */
export interface Budget {
    steps: number;
}

export const newBudget = (): Budget => ({ steps: 5_000_000 });

/** Names, many of them exact and some as globs, among which others are looked up. */
export class Names {
    private readonly exact = new Map<string, Glob>();
    private readonly globs: Glob[] = [];

    constructor(
        names: Iterable<Glob>,
        private readonly budget: Budget,
    ) {
        for (const name of names) {
            if (isExact(name)) this.exact.set(plainText(name), name);
            else this.globs.push(name);
        }
    }

    /** Whether one of them has a name in common with this one. */
    has(name: Glob): boolean {
        if (!isExact(name)) return this.isAmong(name, this.globs) || this.isAmong(name, this.exact.values());
        return this.exact.has(plainText(name)) || this.isAmong(name, this.globs);
    }

    private isAmong(name: Glob, others: Iterable<Glob>): boolean {
        for (const other of others) {
            this.budget.steps -= name.length * other.length;
            if (this.budget.steps < 0 || haveInCommon(name, other)) return true;
        }
        return false;
    }
}
