import type { Direction } from "../../provider/policy/permissions";
import type { Judged } from "../access/requests";
import type { Chain } from "../chain";
import { codes, type Code, type CodeName } from "../codes";
import type { Fact } from "../facts";
import { isRead } from "../facts";
import type { Checked, Finding, Link, NotChecked, Note } from "../finding";

/** What one link gives. */
export interface LinkResult {
    readonly findings: readonly Finding[];
    readonly notChecked: readonly NotChecked[];
    readonly notes: readonly Note[];
    readonly checked: readonly Checked[];
}

export type CheckLink = (chain: Chain) => LinkResult;

/** Of a link that also needs what the policies say about each request. */
export type CheckJudged = (chain: Chain, judged: readonly Judged[]) => LinkResult;

/** Collects what a link gives. */
export class Result implements LinkResult {
    readonly findings: Finding[] = [];
    readonly notChecked: NotChecked[] = [];
    readonly notes: Note[] = [];
    readonly checked: Checked[] = [];

    constructor(
        private readonly chain: Pick<Chain, "engine" | "directions">,
        private readonly link: Link,
    ) {}

    finding(name: CodeName, found: Found): void {
        const { link, title, fix, sqlErrors }: Code = codes[name];
        const { directions = this.chain.directions, commands = [], pulumi } = found;
        this.findings.push({
            code: name,
            link,
            title,
            problem: found.problem,
            evidence: found.evidence,
            fix: { text: found.fix ?? fix, commands: commands.filter((each) => each !== undefined), pulumi },
            sqlErrors: sqlErrors
                .filter(
                    ({ engine, direction }) =>
                        engine === this.chain.engine &&
                        (direction === undefined || directions.includes(direction)),
                )
                .map(({ text }) => text),
            directions,
        });
    }

    cannotCheck(what: string, reason: string, needs?: string): void {
        const added = { link: this.link, what, needs, reason };
        const isKnown = this.notChecked.some((each) => JSON.stringify(each) === JSON.stringify(added));
        if (!isKnown) this.notChecked.push(added);
    }

    /** What a fact says, if it was read; otherwise it is not checked. */
    read<T>(fact: Fact<T>, what: string): T | undefined {
        if (isRead(fact)) return fact.read;
        this.cannotCheck(what, fact.unread.reason, fact.unread.needs);
        return undefined;
    }

    note(text: string): void {
        if (this.notes.every((each) => each.text !== text)) this.notes.push({ link: this.link, text });
    }

    holds(text: string): void {
        if (this.checked.every((each) => each.text !== text)) this.checked.push({ link: this.link, text });
    }
}

export interface Found {
    readonly problem: string;
    readonly evidence: readonly string[];
    readonly commands?: readonly (string | undefined)[];
    readonly pulumi?: string | undefined;
    /** Instead of the general text of the code. */
    readonly fix?: string | undefined;
    readonly directions?: readonly Direction[] | undefined;
}

export const list = (items: readonly string[]): string => (items.length > 0 ? items.join(", ") : "none");
