import type { FaultName } from "../../support/emulator/faults";
import type { InlineStack } from "../../support/engine";

/** What happens to a call of a run. */
export type Accident = Failing | Striking;

/** AWS answers with an error. */
export interface Failing {
    error: FaultName;
    /** To how many calls: one unless given. */
    times?: number;
    /** What the run tells, where it fails. */
    tells?: RegExp;
}

/** Something happens to who has made the call, before AWS has done what it asks for. */
export interface Striking {
    strike: (stack: InlineStack) => void;
    /** Whether AWS never hears of the call, or carries it out all the same. */
    then: "drop" | "release";
    /** What the engine prints when it has taken notice; the call goes on only then. */
    noticed?: RegExp;
    killsEngine?: true;
    /** What the run tells, where it fails. */
    tells?: RegExp;
}

const awsKilled = {
    strike: (stack: InlineStack) => stack.killPlugin("resource-aws-v"),
    tells: /pulumi-resource-aws exited prematurely/,
};
const engineKilled = {
    strike: (stack: InlineStack) => stack.killEngine(),
    killsEngine: true,
    tells: /ended with SIGKILL/,
} as const;

const interrupted = {
    strike: (stack: InlineStack) => stack.interrupt(),
    then: "release",
    noticed: /cancell?ing/i,
} as const;

export const accidents = {
    "aws plugin killed": { ...awsKilled, then: "drop" },
    "aws plugin killed, AWS carries on": { ...awsKilled, then: "release" },
    "our plugin killed": {
        strike: (stack) => stack.killPlugin("bin/plugin.js"),
        then: "release",
        tells: /pulumi-resource-aurora-s3-access exited prematurely/,
    },
    "engine killed": { ...engineKilled, then: "drop" },
    "engine killed, AWS carries on": { ...engineKilled, then: "release" },
    "Ctrl-C": { ...interrupted, tells: /cancell?ed/ },
    // Pulumi takes what it has destroyed until then for a success.
    "Ctrl-C, destroying": interrupted,
    throttled: { error: "Throttling", times: 3 },
    "AWS fails": { error: "InternalFailure", times: 2 },
    "AWS not available": { error: "ServiceUnavailable", times: 2 },
    "cluster busy": { error: "InvalidDBClusterStateFault", times: 2 },
    "role new to RDS": { error: "InvalidParameterValue", times: 2 },
    "role new to IAM": { error: "NoSuchEntity", tells: /NoSuchEntity/ },
    "role in use still": { error: "DeleteConflict", times: 2 },
    "call denied": { error: "AccessDenied", tells: /AccessDenied: .* is not authorized/ },
    "answer lost": { error: "lost answer", tells: /AlreadyExists/ },
    "answer lost, tried again": { error: "lost answer" },
} satisfies Record<string, Accident>;

export type AccidentName = keyof typeof accidents;

export const accidentOf = (name: AccidentName): Accident => accidents[name];
