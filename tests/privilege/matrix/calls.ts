import { kmsActions, s3Actions } from "../../support/aws-actions";
import { accountCalls, bucketCalls } from "./bucketCalls";
import type { Call } from "./call";
import { keyCalls, keyStoreCalls } from "./kmsCalls";
import { objectCalls } from "./objectCalls";
import type { Kind } from "./places";

/** The calls that the emulated AWS answers, by what they act on. */
export const callsOn: Readonly<Record<Kind, readonly Call[]>> = {
    bucket: bucketCalls,
    object: objectCalls,
    key: keyCalls,
    other: [...accountCalls, ...keyStoreCalls],
};

/** All actions of S3 and KMS, by what they act on. */
export const actionsOn: Readonly<Record<Kind, readonly string[]>> = {
    bucket: s3Actions.bucket,
    object: s3Actions.object,
    key: kmsActions.key,
    other: [...s3Actions.other, ...kmsActions.other],
};

/** The actions that no call of the emulated AWS is judged by: only the evaluator can tell about them. */
export const actionsWithoutCall = (kind: Kind): string[] => {
    const called = new Set(callsOn[kind].map(([action]) => action));
    return actionsOn[kind].filter((action) => !called.has(action));
};
