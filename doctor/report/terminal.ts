import type { Diagnosis, Finding, NotChecked } from "../finding";
import { wrap } from "./wrap";

export interface TerminalOptions {
    /** Whether to color the text. */
    readonly color: boolean;
    /** The columns of the terminal. */
    readonly width: number;
}

type Style = "red" | "green" | "yellow" | "bold" | "dim";

const escapes: Readonly<Record<Style, readonly [number, number]>> = {
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    bold: [1, 22],
    dim: [2, 22],
};

const colors: Readonly<Record<Diagnosis["verdict"], Style>> = {
    healthy: "green",
    broken: "red",
    incomplete: "yellow",
    unreadable: "yellow",
};

/** The report for people, with a line break at its end. */
export function terminalReport(diagnosis: Diagnosis, { color, width }: TerminalOptions): string {
    const page = new Page(color, Math.max(width, 40));
    page.text(diagnosis.summary, "", [colors[diagnosis.verdict], "bold"]);
    page.text(diagnosis.subject, "", ["dim"]);
    diagnosis.findings.forEach((finding) => addFinding(page, finding));
    page.section("Not checked", diagnosis.notChecked.map(notCheckedLine), "?", "yellow");
    page.section(
        "Notes",
        diagnosis.notes.map(({ text }) => text),
        "-",
        "dim",
    );
    page.section(
        "Checked",
        diagnosis.checked.map(({ text }) => text),
        "+",
        "green",
    );
    page.section("What remains", diagnosis.lastSteps, "-", "dim");
    return page.toString();
}

function addFinding(page: Page, finding: Finding): void {
    const { code, title, problem, evidence, fix, sqlErrors } = finding;
    page.line("");
    page.text(`${code}  ${title}`, "", ["red", "bold"]);
    page.text(problem, "  ");
    evidence.forEach((each) => page.text(each, "  | ", ["dim"], "  | "));
    page.text(`Fix: ${fix.text}`, "  ", ["bold"]);
    // Not wrapped, so that it can be copied.
    fix.commands.forEach((command) => page.line(`    ${page.styled(command, "green")}`));
    if (fix.pulumi !== undefined) page.line(`    Pulumi: ${page.styled(fix.pulumi, "green")}`);
    sqlErrors.forEach((text) => page.text(`In SQL: ${text}`, "  ", ["dim"], "    "));
}

const notCheckedLine = ({ what, needs, reason }: NotChecked) =>
    `${what}: ${needs === undefined ? reason : `needs ${needs} (${reason})`}`;

class Page {
    private readonly lines: string[] = [];

    constructor(
        private readonly color: boolean,
        private readonly width: number,
    ) {}

    line(text: string): void {
        this.lines.push(text);
    }

    /** Wrapped at spaces, the first line after `indent` and the others after `further`. */
    text(text: string, indent: string, styles: readonly Style[] = [], further = indent): void {
        wrap(clean(text), this.width - Math.max(indent.length, further.length)).forEach((line, i) =>
            this.line(`${i === 0 ? indent : further}${this.styled(line, ...styles)}`),
        );
    }

    section(title: string, items: readonly string[], mark: string, style: Style): void {
        if (items.length === 0) return;
        this.line("");
        this.line(this.styled(title, "bold"));
        for (const item of items) {
            wrap(clean(item), this.width - 4).forEach((line, i) =>
                this.line(`  ${i === 0 ? this.styled(mark, style) : " "} ${line}`),
            );
        }
    }

    styled(text: string, ...styles: readonly Style[]): string {
        if (!this.color) return clean(text);
        return styles.reduce((inner, style) => {
            const [on, off] = escapes[style];
            return `\u001b[${on}m${inner}\u001b[${off}m`;
        }, clean(text));
    }

    toString(): string {
        return `${this.lines.join("\n")}\n`;
    }
}

/** Keys of objects and policies may hold anything, which a terminal must not run. */
// eslint-disable-next-line no-control-regex
const clean = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\uFFFD");
