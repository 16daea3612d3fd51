/** The doctor cannot examine the cluster; the message says why and what to do. */
export class CannotRun extends Error {
    override readonly name = "CannotRun";
}
