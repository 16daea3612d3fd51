/** What the evaluator does not know, or AWS does not document. It never guesses, as tests would believe the guess. */
export class CannotEvaluate extends Error {
    override readonly name = "CannotEvaluate";
}

export function refuse(reason: string): never {
    throw new CannotEvaluate(reason);
}
