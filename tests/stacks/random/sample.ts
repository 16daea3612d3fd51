import fc from "fast-check";
import { only, seed } from "../../support/inputs/runs";

/** So many go into one stack. */
const packSize = 25;

/** Random values, each with its number, some to a stack. */
export function packs<T>(arbitrary: fc.Arbitrary<T>, count: number): { number: number; value: T }[][] {
    console.log(`      SEED=${seed}`);
    const all = fc.sample(arbitrary, { numRuns: count, seed }).map((value, number) => ({ number, value }));
    const wanted = all.filter(({ number }) => only === undefined || number === only);
    const count_ = Math.ceil(wanted.length / packSize);
    return Array.from({ length: count_ }, (_, i) => wanted.slice(i * packSize, (i + 1) * packSize));
}

/** Something random that a claim does not hold for. */
interface Problem {
    claim: string;
    about: string;
}

/** What does not hold, by claim, with what it takes to see it again. */
export class Problems {
    private readonly found: Problem[] = [];

    /** Notes what `hold` throws. */
    try<T extends { number: number }>(
        claim: string,
        value: T,
        inputs: unknown,
        hold: (value: T) => void,
    ): void {
        try {
            hold(value);
        } catch (error) {
            this.add(claim, value.number, inputs, (error as Error).message);
        }
    }

    add(claim: string, number: number, inputs: unknown, message: string): void {
        this.found.push({ claim, about: `SEED=${seed} ONLY=${number}\n${message}\n${shown(inputs)}` });
    }

    addOfStack(claim: string, numbers: readonly number[], broken: readonly unknown[]): void {
        if (broken.length === 0) return;
        const about = `SEED=${seed}, one of ${numbers.join()}\n${broken.map(shown).join("\n")}`;
        this.found.push({ claim, about });
    }

    /** Fails if there is something that the claim does not hold for. */
    tell(claim: string): void {
        const about = this.found.filter((problem) => problem.claim === claim).map(({ about }) => about);
        const more = about.length > 5 ? [`and ${about.length - 5} more`] : [];
        if (about.length > 0) throw new Error([...about.slice(0, 5), ...more].join("\n\n"));
    }
}

/** As JSON, but for long runs of one character: `x{800}`. */
export const shown = (value: unknown) =>
    (typeof value === "string" ? value : JSON.stringify(value)).replace(
        /(.)\1{40,}/g,
        (run: string, one: string) => `${one}{${run.length}}`,
    );
