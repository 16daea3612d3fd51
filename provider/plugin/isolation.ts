import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate } from "node:timers/promises";

/** Fails the Construct that the current step belongs to: Node.js tells it of each promise, awaited or not. */
const failThisConstruct = new AsyncLocalStorage<(reason: unknown) => void>();

/**
 * Does the work of one Construct, which also fails by a rejection that nobody handles: so the SDK tells of a child or an
 * invoke that failed, while what waits for their outputs may wait forever.
 */
export function isolated<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        // The first outcome counts: one failure rejects many promises, some of them after the answer.
        failThisConstruct.run(reject, () => {
            // Node.js tells of a rejection at the end of a turn, so what failed in the last one is told by the next.
            work().then((result) => void setImmediate(result).then(resolve), reject);
        });
    });
}

/**
 * Leaves to the SDK's handlers, which `main` has added, only what was rejected outside of any Construct: they answer all that
 * are under way with it, and have the process end with an error.
 */
export function isolateRejections(): void {
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", (reason, promise) => {
        const fail = failThisConstruct.getStore();
        if (fail) fail(reason);
        else others.forEach((listener) => listener(reason, promise));
    });
}
