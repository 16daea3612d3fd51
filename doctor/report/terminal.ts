import type { Diagnosis } from "../finding";

export interface TerminalOptions {
    /** Whether to color the text. */
    readonly color: boolean;
    /** The columns of the terminal. */
    readonly width: number;
}

/** The report for people, with a line break at its end. */
export function terminalReport(diagnosis: Diagnosis, options: TerminalOptions): string {
    throw new Error(`not implemented: ${diagnosis.verdict} ${options.width}`);
}
