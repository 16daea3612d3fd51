import { CannotEvaluate } from "./cannotEvaluate";

/** A statement of a policy. */
export interface StatementReference {
    /** The name or the ARN of the policy, as given. */
    readonly policy: string;
    /** The number of the statement, from 1. */
    readonly statement: number;
    /** The `Sid` of the statement. */
    readonly sid?: string | undefined;
}

/** Whether something holds: by which statement, or why nobody can tell. */
export type Truth =
    | { readonly is: "true"; readonly by?: StatementReference | undefined }
    | { readonly is: "false" }
    | { readonly is: "unknown"; readonly reasons: readonly string[] };

export const yes: Truth = { is: "true" };
export const no: Truth = { is: "false" };
export const unknown = (...reasons: readonly string[]): Truth => ({ is: "unknown", reasons });

/** True where one is, unknown where one could be. */
export function either(...truths: readonly Truth[]): Truth {
    return truths.find(({ is }) => is === "true") ?? together(truths) ?? no;
}

/** False where one is not, unknown where one could be not. */
export function both(...truths: readonly Truth[]): Truth {
    return truths.find(({ is }) => is === "false") ?? together(truths) ?? yes;
}

function together(truths: readonly Truth[]): Truth | undefined {
    const reasons = truths.flatMap((truth) => (truth.is === "unknown" ? truth.reasons : []));
    return reasons.length > 0 ? unknown(...new Set(reasons)) : undefined;
}

/** The answer of a question that may be beyond the evaluation. */
export function answerOf(question: () => boolean): Truth {
    try {
        return question() ? yes : no;
    } catch (error) {
        if (error instanceof CannotEvaluate) return unknown(error.message);
        throw error;
    }
}
