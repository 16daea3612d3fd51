import { Channel, connectivityState, credentials } from "@grpc/grpc-js";

const address = /^[^-].*:\d+$/;

/**
 * Ends this process when its engine is gone, as one that was killed ends no plugins. A plugin that is started by hand
 * is given no engine.
 */
export function exitWithEngine(args: readonly string[]): void {
    // The last one: before it may be the address of a collector of traces.
    const engine = args.filter((arg) => address.test(arg)).at(-1);
    if (engine === undefined) return;

    const channel = new Channel(engine, credentials.createInsecure(), {});
    const watch = () => {
        const state = channel.getConnectivityState(true);
        if (state === connectivityState.TRANSIENT_FAILURE) process.exit();
        channel.watchConnectivityState(state, Infinity, watch);
    };
    watch();
}
