import { setTimeout as sleep } from "node:timers/promises";
import type { Aws } from "./clients";
import { isCode } from "./errors";

const firstPause = 50;
const longestPause = 2_000;

/** Asks again and again until there is an answer. Waiting ends with the operation's time or its cancellation. */
export async function until<T>(
    what: string,
    { signal, seconds }: Pick<Aws, "signal" | "seconds">,
    probe: () => Promise<T | undefined>,
): Promise<T> {
    const end = Date.now() + seconds * 1_000;
    let pause = firstPause;
    for (;;) {
        const answer = await probe();
        if (answer !== undefined) return answer;
        if (signal.aborted) throw new Error(`cancelled while waiting for ${what}`);
        if (Date.now() + pause > end) throw new Error(`timed out after ${seconds} s of waiting for ${what}`);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 1.5, longestPause);
    }
}

/** How long AWS may take until what was made in IAM is known everywhere. */
const propagationSeconds = 120;

/** An error that goes away by itself. */
export interface Passing {
    code: string;
    /** A part of its message, where the code says too little. */
    message?: string;
    /** How long it may take: as long as IAM's news unless given. */
    seconds?: number;
}

/** Calls again while AWS answers with an error that goes away by itself; the error itself when it does not. */
export async function retrying<T>(
    passing: Passing[],
    { signal, seconds }: Pick<Aws, "signal" | "seconds">,
    call: () => Promise<T>,
): Promise<T> {
    const begin = Date.now();
    let last: unknown;
    try {
        const { answer } = await until("AWS", { signal, seconds }, async () => {
            last = undefined;
            try {
                return { answer: await call() };
            } catch (error) {
                const found = passing.find((one) => isPassing(error, one));
                if (!found || Date.now() - begin > (found.seconds ?? propagationSeconds) * 1_000) throw error;
                last = error;
                return undefined;
            }
        });
        return answer;
    } catch (error) {
        throw signal.aborted ? error : (last ?? error);
    }
}

const isPassing = (error: unknown, { code, message }: Passing) =>
    isCode(error, code) && (message === undefined || (error as Error).message.includes(message));
