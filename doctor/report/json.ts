import type { Diagnosis } from "../finding";

/** The report for programs, with a line break at its end. */
export function jsonReport(diagnosis: Diagnosis): string {
    throw new Error(`not implemented: ${diagnosis.verdict}`);
}
