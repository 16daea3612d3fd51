import { collect, type Question } from "./collect";
import type { Connection } from "./collect/clients";
import { diagnose } from "./diagnose";
import { exitCodeOf } from "./finding";
import { jsonReport } from "./report/json";
import { terminalReport, type TerminalOptions } from "./report/terminal";
import { saidWhereFrom } from "./whereFrom";

export { CannotRun } from "./collect/cannotRun";

/** Reads, judges and reports. */
export async function examine(
    question: Question,
    connection: Connection,
    { json, ...terminal }: TerminalOptions & { json: boolean },
): Promise<{ report: string; exitCode: number }> {
    const facts = await collect(question, connection);
    const diagnosis = saidWhereFrom(diagnose(facts), facts);
    const report = json ? jsonReport(diagnosis) : terminalReport(diagnosis, terminal);
    return { report, exitCode: exitCodeOf(diagnosis) };
}
