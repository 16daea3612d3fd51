import { modes } from "../deploy/settings";
import type { Findings } from "./findings";
import { answers } from "./questions";

/** The findings as they go into the documentation. The account is not among them. */
export function markdown(findings: Findings): string {
    const { mysql = "unknown", postgresql = "unknown" } = findings.versions;
    const sections = [
        `Run on ${findings.date} in ${findings.region}, with Aurora MySQL ${mysql} and Aurora PostgreSQL ${postgresql}.`,
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
        ...findings.failedModes.map(({ mode, error }) => `The update to ${mode} failed: ${error}`),
    ];
    return sections.join("\n\n") + "\n";
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

function table(head: string[], rows: string[][]): string {
    const line = (cells: string[]) =>
        `| ${cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", String.raw`\|`)).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
