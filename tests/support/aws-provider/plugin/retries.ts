import type { IAMClientConfig } from "@aws-sdk/client-iam";

type RetryStrategy = Extract<IAMClientConfig["retryStrategy"], { acquireInitialRetryToken: unknown }>;
type RetryToken = Awaited<ReturnType<RetryStrategy["acquireInitialRetryToken"]>>;
type ErrorInfo = Parameters<RetryStrategy["refreshRetryTokenForRetry"]>[1];

/** How often the real provider asks unless its `maxRetries` says otherwise, which in truth counts the first time too. */
const defaultAttempts = 25;

const firstPause = 30;
const firstPauseWhenThrottled = 500;
const longestPause = 300_000;

/**
 * The real provider's retries: of what its SDK takes for passing (throttling, 5xx, broken connections), but more of
 * them, and without a budget. The pauses are half as long as the real ones.
 */
export function retries(maxRetries: number | undefined): RetryStrategy {
    // As at the real provider, 0 is no number that was given.
    const attempts = maxRetries === undefined || maxRetries === 0 ? defaultAttempts : maxRetries;
    return {
        acquireInitialRetryToken: () => Promise.resolve(token(0, 0)),
        refreshRetryTokenForRetry: (last: RetryToken, info: ErrorInfo) => {
            const count = last.getRetryCount() + 1;
            // The caller gets the error of its call, whatever is said here.
            if (count >= attempts || !goesAway(info))
                return Promise.reject(new Error("not to be tried again"));
            return Promise.resolve(token(count, pauseBefore(count, info)));
        },
        recordSuccess: () => undefined,
    };
}

const token = (count: number, pause: number): RetryToken => ({
    getRetryCount: () => count,
    getRetryDelay: () => pause,
});

/**
 * The Go SDK goes by an error's code, this one by its own name for the error, so it takes IAM's `LimitExceeded`,
 * which is a quota, for the `LimitExceededException` of services that are busy.
 */
function goesAway({ error, errorType }: ErrorInfo): boolean {
    return errorType !== "CLIENT_ERROR" && (error as { Code?: string } | undefined)?.Code !== "LimitExceeded";
}

function pauseBefore(count: number, { errorType }: ErrorInfo): number {
    const shortest = errorType === "THROTTLING" ? firstPauseWhenThrottled : firstPause;
    return Math.min(shortest * (1 + Math.random()) * 2 ** (count - 1), longestPause);
}
