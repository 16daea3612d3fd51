import type { ChangeCall, Emulator } from "../../support/emulator/emulator";
import { describeSteps, FailedRun, TestStack, type Run } from "../../support/engine";
import type { Setup } from "../../support/setUp";
import { inState } from "../accidents/inventory";
import { errorsOf, held, succeeding } from "./deployment";
import type { Pair } from "./pairs";
import { programOf, type Outputs } from "./program";
import { reportedRole, type ReportedRole } from "./reported";
import { createWorld } from "./world";

/** A component once its inputs were edited and the stack was updated. */
export interface Updated extends Pair {
    /** What AWS was told to change for it until the edit, and for the edit. */
    deployed: ChangeCall[];
    changed: ChangeCall[];
    /** Why its update failed. */
    errors: string[];
    outputs: Outputs;
    roles: ReportedRole[];
    onlyInAws: string[];
    onlyInState: string[];
    refreshed: string[];
    left: string[];
}

/** Deploys components, edits the inputs of each, and updates them all at once. */
export async function update(pairs: readonly Pair[], { aws, stack: options }: Setup): Promise<Updated[]> {
    await aws.reset();
    const [befores, afters] = [pairs.map(({ before }) => before), pairs.map(({ after }) => after)];
    await createWorld(
        aws,
        [...befores, ...afters].map(({ configuration }) => configuration),
    );
    const given = await held(aws);
    const stack = await TestStack.inline("random", programOf(befores), options);
    try {
        await succeeding(stack.up(), befores);
        const middle = (await aws.changes()).length;
        stack.program = programOf(afters);
        const { run, errors } = await goingOn(stack.up());
        const changes = await aws.changes();
        const [refreshed, left] = [
            describeSteps(await stack.refresh()),
            describeSteps(await stack.preview()),
        ];
        const [found, known] = [await held(aws), await inState(stack)];
        const [onlyInAws, onlyInState] = [
            found.filter((line) => !known.includes(line)),
            known.filter((line) => !found.includes(line)),
        ];
        return await Promise.all(
            pairs.map(async (pair): Promise<Updated> => {
                const isIts = (text: string) => text.toLowerCase().includes(pair.label);
                const isItsCall = ({ parameters }: ChangeCall) => isIts(JSON.stringify(parameters));
                const outputs = run.outputs[pair.label] as Outputs;
                return {
                    ...pair,
                    deployed: changes.slice(0, middle).filter(isItsCall),
                    changed: changes.slice(middle).filter(isItsCall),
                    errors: errors.filter(isIts),
                    outputs,
                    roles: await rolesOf(aws, outputs),
                    onlyInAws: onlyInAws.filter((line) => isIts(line) && !given.includes(line)),
                    onlyInState: onlyInState.filter(isIts),
                    refreshed: refreshed.filter(isIts),
                    left: left.filter(isIts),
                };
            }),
        );
    } finally {
        stack.dispose();
    }
}

/** What the run did, also if some of it failed. */
async function goingOn(running: Promise<Run>): Promise<{ run: Run; errors: string[] }> {
    try {
        return { run: await running, errors: [] };
    } catch (error) {
        if (!(error instanceof FailedRun)) throw error;
        const errors = errorsOf(error.run);
        if (errors.length === 0) throw error;
        return { run: error.run, errors };
    }
}

const rolesOf = (aws: Emulator, outputs: Outputs | undefined) =>
    Promise.all((outputs?.roleArns ?? []).map((arn) => reportedRole(aws.aws, arn)));
