import { isDeepStrictEqual, styleText } from "node:util";
import { describeStep, type Run } from "../../tests/support/engine";

const signs: Record<string, string> = { create: "+", update: "~", replace: "±", delete: "-" };

/** Tells a person what happens, and keeps the results for the summary at the end. */
export class Report {
    private readonly rows: { claim: string; found: string; held: boolean }[] = [];

    chapter(title: string): void {
        console.log(`\n${styleText("bold", title)}`);
    }

    say(text: string): void {
        console.log(`  ${text.replaceAll("\n", "\n  ")}`);
    }

    /** The steps of a run, one a line. */
    steps({ steps }: Run): void {
        if (steps.length === 0) this.say("no changes");
        for (const step of steps) this.say(`${signs[step.op] ?? "?"} ${describeStep(step)}`);
    }

    /** JSON, with what has no inner structure on one line. */
    document(name: string, document: unknown): void {
        const json = JSON.stringify(document, null, 2).replace(/[[{][^[\]{}]*[\]}]/g, (inner) =>
            inner.replace(/\s+/g, " "),
        );
        this.say(`${styleText("cyan", name)} ${json}`);
    }

    /** A claim, and whether it holds. */
    check(claim: string, found: unknown, expected: unknown): void {
        const held = isDeepStrictEqual(found, expected);
        this.rows.push({ claim, found: shown(found), held });
        this.say(
            held
                ? `${styleText("green", "✔")} ${claim}`
                : `${styleText("red", "✘")} ${claim}: ${shown(found)}`,
        );
    }

    /** Prints the summary; returns whether every claim holds. */
    end(): boolean {
        const width = Math.max(...this.rows.map(({ claim }) => claim.length));
        this.chapter("Summary");
        for (const { claim, found, held } of this.rows) {
            this.say(
                `${claim.padEnd(width)}  ${held ? styleText("green", "yes") : styleText("red", `no: ${found}`)}`,
            );
        }
        return this.rows.every(({ held }) => held);
    }
}

function shown(found: unknown): string {
    return typeof found === "string" ? found : JSON.stringify(found);
}
