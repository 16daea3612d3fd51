/** How a part is run. */
export interface Run {
    /** Only to see that it works: the smallest sizes, two rounds. */
    quick: boolean;
    report: (line: string) => void;
}

export const roundsOf = ({ quick }: Run, rounds: number) => (quick ? Math.min(rounds, 2) : rounds);

/** The sizes that are measured. */
export const sizesOf = <N extends number>({ quick }: Run, sizes: readonly N[]): readonly N[] =>
    quick ? sizes.filter((size) => size <= 25) : sizes;

/** "3 min 20 s" */
export function duration(seconds: number): string {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
