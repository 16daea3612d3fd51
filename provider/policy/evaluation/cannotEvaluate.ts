/**
 * Thrown for what the evaluation does not support, or what AWS does not document. It never guesses, because its callers would rely
 * on the guess.
 */
export class CannotEvaluate extends Error {
    /** The name of the error. */
    override readonly name = "CannotEvaluate";
}

export function refuse(reason: string): never {
    throw new CannotEvaluate(reason);
}
