/** Signals that end the run early. What it has created is destroyed then, too. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** npm hands a signal on that the terminal has sent already. */
const echoMilliseconds = 500;

/** Calls `interrupted` for each Ctrl-C, until `end`. */
export function onInterruption(interrupted: () => void): { end: () => void } {
    let last = -Infinity;
    const listener = () => {
        const now = performance.now();
        if (now - last > echoMilliseconds) interrupted();
        last = now;
    };
    for (const signal of signals) process.on(signal, listener);
    return { end: () => signals.forEach((signal) => process.off(signal, listener)) };
}
