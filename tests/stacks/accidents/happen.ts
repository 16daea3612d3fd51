import { setTimeout as sleep } from "node:timers/promises";
import { createCluster } from "../../support/emulator/builders";
import type { Emulator } from "../../support/emulator/emulator";
import type { Calls } from "../../support/emulator/faults";
import { describeSteps, FailedRun, type InlineStack, type Run, TestStack } from "../../support/engine";
import type { Setup } from "../../support/setUp";
import { type AccidentName, accidentOf, type Failing, type Striking } from "./accident";
import { grantsOf } from "./grants";
import { inAws, inState, nameIn } from "./inventory";
import { cluster, editOf, type edits } from "./programs";
import { remedies } from "./remedies";

/** An accident at a call of a run. */
export interface Happening {
    during: keyof typeof edits;
    accident: AccidentName;
    /** As the log of calls has it: `iam:CreatePolicy sales-kms`. */
    at: string;
    /** What the user does before the next run, beside what the engine itself asks for. */
    remedy?: keyof typeof remedies;
}

/** What came of it. */
export interface Seen {
    /** What the run told when it failed. */
    told: string;
    /** How many calls AWS answered with an error. */
    faults: number;
    afterwards: Difference;
    /** The next run, which does the same: what it told if it failed, and its steps. */
    next: { told: string; steps: string[] };
    end: Difference;
    /** The steps of the preview after it, and what an engine that was killed has left in the state. */
    left: string[];
    /** What the cluster could do before it all and can at the end, but could not at some moment in between. */
    lost: string[];
}

/** What AWS holds and the state does not, and the other way round. */
export interface Difference {
    onlyInAws: string[];
    onlyInState: string[];
}

/** Lets it happen in an empty account, and then does what a user is told to do. */
export async function happen(
    { during, accident: accidentName, at, remedy }: Happening,
    { aws, stack: options }: Setup,
): Promise<Seen> {
    const accident = accidentOf(accidentName);
    const { from, to, resources, engine } = editOf(during);
    await aws.reset();
    await createCluster(aws.aws, { DBClusterIdentifier: cluster, Engine: engine ?? "aurora-mysql" });
    let printed = "";
    const onOutput = (text: string) => void (printed += text);
    const stack = await TestStack.inline("accidents", (from ?? to)!, { ...options, onOutput });
    const run = () => outcomeOf(to ? stack.up() : stack.destroy());
    const grants = () => grantsOf(aws.aws, resources);
    try {
        if (from) await stack.up();
        const before = await grants();
        if (to) stack.program = to;
        printed = "";

        const [operation, about] = at.split(" ") as [string, string?];
        const calls = { operation, about };
        const meanwhile: string[][] = [];
        const look = async () => void meanwhile.push(await grants());
        const { told } =
            "error" in accident
                ? await fail(accident, calls, aws, run)
                : await strike(accident, calls, aws, stack, run, { printed: () => printed, look });
        await look();
        const faults = (await aws.calls()).filter((call) => call.includes("(fault: ")).length;
        const afterwards = await differenceOf(stack, aws);

        if ("killsEngine" in accident) {
            await stack.cancel();
            await stack.refresh({ clearPendingCreates: true });
        }
        if (remedy) await remedies[remedy](stack, aws);
        const next = await run();
        await look();
        const end = await differenceOf(stack, aws);
        const left = to ? describeSteps(await stack.preview()) : [];
        const { pending_operations: pending = [] } = await stack.state();
        left.push(...pending.map(({ type }) => `pending: ${String(type)}`));
        const last = await grants();
        const wanted = to ? before.filter((grant) => last.includes(grant)) : [];
        const lost = wanted.filter((grant) => !meanwhile.every((moment) => moment.includes(grant)));
        return { told, faults, afterwards, next, end, left, lost };
    } finally {
        stack.dispose();
    }
}

async function fail<T>(fault: Failing, calls: Calls, aws: Emulator, run: () => Promise<T>): Promise<T> {
    await aws.failNext({ ...calls, error: fault.error, times: fault.times });
    return run();
}

async function strike(
    accident: Striking,
    calls: Calls,
    aws: Emulator,
    stack: InlineStack,
    run: () => ReturnType<typeof outcomeOf>,
    { printed, look }: { printed: () => string; look: () => Promise<void> },
): ReturnType<typeof outcomeOf> {
    const held = await aws.hold(calls);
    const running = run();
    const tooEarly = running.then(({ told }) => {
        throw new Error(`The run was over before it called ${calls.operation}. ${told}`);
    });
    await Promise.race([held.arrived(), tooEarly]);
    tooEarly.catch(() => undefined);
    await quiet(async () => `${(await aws.calls()).length} ${printed().length}`);
    await look();
    accident.strike(stack);
    while (accident.noticed && !accident.noticed.test(printed())) await sleep(20);
    await held[accident.then]();
    return running;
}

/** Waits until nothing else is under way, so that the accident happens to this call alone. */
async function quiet(progress: () => Promise<string>): Promise<void> {
    let seen = await progress();
    for (let times = 0; times < 8; times++) {
        await sleep(50);
        const now = await progress();
        if (now !== seen) [seen, times] = [now, 0];
    }
}

async function outcomeOf(running: Promise<Run>): Promise<{ told: string; steps: string[] }> {
    try {
        return { told: "", steps: describeSteps(await running) };
    } catch (error) {
        if (!(error instanceof FailedRun)) throw error;
        const errors = error.run.diagnostics.filter(({ severity }) => severity === "error");
        const told = errors.map(({ message }) => message).join("\n") || error.message;
        return { told, steps: describeSteps(error.run) };
    }
}

async function differenceOf(stack: InlineStack, { aws }: Emulator): Promise<Difference> {
    const [held, known] = [await inAws(aws), await inState(stack)];
    return {
        onlyInAws: held.filter((line) => !known.includes(line)).map(nameIn),
        onlyInState: known.filter((line) => !held.includes(line)).map(nameIn),
    };
}
