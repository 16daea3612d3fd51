import { markdownTable } from "../../markdownTable";
import { modes } from "../deploy/settings";
import type { Findings } from "./findings";
import { answers } from "./questions";

/** The findings as they go into the documentation. The account is not among them. */
export function markdown(findings: Findings): string {
    const { mysql = "unknown", postgresql = "unknown" } = findings.versions;
    const sections = [
        `Run on ${findings.date} in ${findings.region}, with Aurora MySQL ${mysql} and Aurora PostgreSQL ${postgresql}.\n`,
        table(["statement", ...modes], checkRows(findings)),
        table(
            ["question", "answer", "evidence"],
            answers(findings).map(({ question, answer, evidence }) => [question, answer, evidence]),
        ),
        table(
            ["without the action", "statement", "result"],
            findings.withoutAction.map(({ action, title, held, found }) => [
                action,
                title,
                held ? "succeeds" : `fails: ${found}`,
            ]),
        ),
        table(
            ["doctor", "healthy", "report"],
            findings.doctor.map(({ engine, held, found }) => [engine, held ? "yes" : "no", found]),
        ),
        ...findings.failedModes.map(({ mode, error }) => `The update to ${mode} failed: ${error}\n`),
    ];
    return sections.join("\n");
}

function checkRows({ checks }: Findings): string[][] {
    const titles = [...new Set(checks.map(({ title }) => title))];
    return titles.map((title) => [
        title,
        ...modes.map((mode) => {
            const check = checks.find((each) => each.title === title && each.mode === mode);
            if (!check) return "";
            return check.held ? "as expected" : `not as expected: ${check.found}`;
        }),
    ]);
}

/** Errors of databases have line breaks and bars. */
const table = (head: string[], rows: string[][]) =>
    markdownTable(
        head,
        rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", String.raw`\|`))),
    );
