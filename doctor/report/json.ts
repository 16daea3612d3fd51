import { docsPage } from "../codes";
import { exitCodeOf, type Diagnosis } from "../finding";

/** The shape of the report. A field is added without a new version; nothing is renamed or removed. */
const version = 1;

/** The report for programs, with a line break at its end. See docs/doctor/README.md. */
export function jsonReport(diagnosis: Diagnosis): string {
    const { verdict, summary, subject, findings, notChecked, notes, checked, lastSteps } = diagnosis;
    const report = {
        version,
        verdict,
        exitCode: exitCodeOf(diagnosis),
        summary,
        subject,
        findings: findings.map(({ code, link, title, problem, evidence, fix, sqlErrors, directions }) => ({
            ...{ code, link, title, problem, directions: directions ?? [], evidence },
            fix: { text: fix.text, commands: fix.commands, pulumi: fix.pulumi ?? null },
            ...{ sqlErrors, page: docsPage(code) },
        })),
        notChecked: notChecked.map(({ link, what, needs, reason }) => ({
            ...{ link, what, needs: needs ?? null, reason },
        })),
        notes,
        checked,
        lastSteps,
    };
    return `${JSON.stringify(report, undefined, 2)}\n`;
}
