import * as pulumi from "@pulumi/pulumi";
import { Known, later, mostValues } from "../values/known";
import { dependsOnLeftOut } from "./leftOut";

/** The inputs of a component, as the program gave them. */
export interface Reading {
    /** What is known of them: at first without their outputs. */
    readonly inputs: Known;
    /** Whether `settle` puts something in. */
    readonly hasOutputs: boolean;
    /** Puts in what the outputs hold, as far as the deployment gets to know it. */
    settle(): Promise<void>;
    /** Takes out again what comes from resources that this update leaves out; false where nothing does. */
    unsettleLeftOut(): Promise<boolean>;
}

/** Reads inputs in whatever form they come: plain, as outputs, promises, unknowns or secrets, in whole or in parts. */
export function readInputs(args: unknown): Reading {
    const pending: { at: Known; value: Deferred }[] = [];
    const settled: typeof pending = [];
    const inputs = new Known(args ?? {}, {
        room: mostValues,
        defer(at, value) {
            if (isDeferred(value)) pending.push({ at, value });
            else if (!pulumi.isUnknown(value)) return false;
            return true;
        },
        isSecret: (value) => secrets.has(value),
    });
    return {
        inputs,
        hasOutputs: pending.length > 0,
        async settle() {
            // What an output holds may hold outputs again.
            while (pending.length > 0) {
                const batch = pending.splice(0);
                settled.push(...batch);
                await Promise.all(batch.map(({ at, value }) => settleOne(at, value)));
            }
        },
        async unsettleLeftOut() {
            const found = await Promise.all(
                settled.map(async ({ at, value }) => ((await dependsOnLeftOut(value)) ? [at] : [])),
            );
            found.flat().forEach((at) => at.settle(later));
            return found.flat().length > 0;
        },
    };
}

/** Tells the reader that a list or an object was secret, though it is plain now. */
export function markSecret<T extends object>(value: T): T {
    secrets.add(value);
    return value;
}

const secrets = new WeakSet();

type Deferred = pulumi.Output<unknown> | Promise<unknown>;

export function isDeferred(value: unknown): value is Deferred {
    return isOutput(value) || value instanceof Promise;
}

/** Not an object that has only the mark of one, such as other languages can send. */
function isOutput(value: unknown): value is pulumi.Output<unknown> {
    if (!pulumi.Output.isInstance(value)) return false;
    const { promise, apply } = value as unknown as Record<string, unknown>;
    return typeof promise === "function" && typeof apply === "function";
}

async function settleOne(at: Known, value: Deferred): Promise<void> {
    if (value instanceof Promise) return at.settle((await value) ?? null, { computed: true });

    const output = value as unknown as Output;
    const [content, isKnown, secret] = await Promise.all([
        output.promise(true),
        output.isKnown,
        pulumi.isSecret(value),
    ]);
    if (isKnown || isPartlyKnown(content)) return at.settle(content ?? null, { secret, computed: true });
    // What an update does not get to know was given all the same, and must not look left out.
    if (!pulumi.runtime.isDryRun()) at.settle(null, { secret, computed: true });
}

/** What the SDK leaves out of its declarations. */
interface Output {
    promise(withUnknowns: true): Promise<unknown>;
    isKnown: Promise<boolean>;
}

const isPartlyKnown = (content: unknown) =>
    typeof content === "object" && content !== null && !pulumi.isUnknown(content);
