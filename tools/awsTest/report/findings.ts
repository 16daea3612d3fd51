import type { Engine } from "../checks/check";
import type { Outcome } from "../checks/verify";
import type { WithoutAction } from "../checks/withoutAction";
import type { Mode } from "../deploy/settings";
import type { Arrival } from "../sql/parameter";

/** All that a run has found out. */
export interface Findings {
    region: string;
    date: string;
    versions: Partial<Record<Engine, string>>;
    checks: CheckFinding[];
    /** How the parameter arrived after each change. */
    arrivals: Arrival[];
    parametersOf84: string[] | { error: string };
    withoutAction: (WithoutAction & Outcome)[];
    doctor: (Outcome & { engine: Engine })[];
    /** The updates that failed, with their errors. */
    failedModes: { mode: Mode; error: string }[];
}

export interface CheckFinding extends Outcome {
    mode: Mode;
    engine: Engine;
    title: string;
}

export const noFindings = (region: string): Findings => ({
    region,
    date: new Date().toISOString().slice(0, 10),
    versions: {},
    checks: [],
    arrivals: [],
    parametersOf84: [],
    withoutAction: [],
    doctor: [],
    failedModes: [],
});

/** Whether all is as the component's documentation says. An action that turns out not to be needed is no failure. */
export const allHeld = ({ checks, doctor, failedModes }: Findings): boolean =>
    failedModes.length === 0 && [...checks, ...doctor].every(({ held }) => held);
