import type { Client } from "@grpc/grpc-js";
import { AsyncLocalStorage } from "node:async_hooks";

/** In milliseconds: what no Construct has used for so long is closed. */
const keptFor = 10_000;

interface Connection {
    client: Client;
    /** How many Constructs use it. */
    users: number;
    closing?: NodeJS.Timeout;
}

const connections = new Map<string, Connection>();
/** Those that the Construct uses that is under way. */
const ofConstruct = new AsyncLocalStorage<Set<string>>();
const features = new WeakMap<Client, Map<string, Promise<boolean>>>();
let underWay = 0;

/**
 * A client of the engine, by its service and address. The SDK makes new ones for each Construct, which it never closes, and asks each
 * for what the engine supports: in the bundle it takes both from here.
 */
export function sharedClient<T extends Client>(service: string, address: string, connect: () => T): T {
    const key = `${service} ${address}`;
    const connection = connections.get(key) ?? { client: connect(), users: 0 };
    connections.set(key, connection);
    const used = ofConstruct.getStore();
    if (used && !used.has(key)) {
        used.add(key);
        connection.users++;
        clearTimeout(connection.closing);
    }
    return connection.client as T;
}

/** What the engine behind the client supports, asked once. */
export function sharedFeature(
    client: Client,
    feature: string,
    ask: () => Promise<boolean>,
): Promise<boolean> {
    const known = features.get(client) ?? new Map<string, Promise<boolean>>();
    features.set(client, known);
    const asked = known.get(feature) ?? ask();
    known.set(feature, asked);
    // Another Construct may have better luck.
    asked.catch(() => known.delete(feature));
    return asked;
}

/** Does the work of one Construct, and keeps its connections for as long, and somewhat longer. `ended` is called where no other is under way. */
export function connected<T>(work: () => Promise<T>, ended: () => void): Promise<T> {
    underWay++;
    const used = new Set<string>();
    return ofConstruct.run(used, work).finally(() => {
        underWay--;
        used.forEach(release);
        if (underWay === 0) ended();
    });
}

/** Else a plugin that serves one deployment after another would keep the connections to all. */
function release(key: string): void {
    const connection = connections.get(key)!;
    connection.users--;
    if (connection.users > 0) return;
    connection.closing = setTimeout(() => {
        connections.delete(key);
        connection.client.close();
    }, keptFor).unref();
}
