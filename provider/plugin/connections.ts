import type { Client } from "@grpc/grpc-js";

/** In milliseconds: what no Construct has used for so long is closed. */
const keptFor = 10_000;

const clients = new Map<string, Client>();
const features = new WeakMap<Client, Map<string, Promise<boolean>>>();
let underWay = 0;
let lastUsed = 0;

/**
 * A client of the engine, by its service and address. The SDK makes new ones for each Construct, which it never closes, and asks each
 * for what the engine supports: in the bundle it takes both from here.
 */
export function sharedClient<T extends Client>(service: string, address: string, connect: () => T): T {
    lastUsed = performance.now();
    const key = `${service} ${address}`;
    const client = clients.get(key) ?? connect();
    clients.set(key, client);
    return client as T;
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
    return work().finally(() => {
        underWay--;
        lastUsed = performance.now();
        if (underWay > 0) return;
        ended();
        setTimeout(closeUnused, keptFor).unref();
    });
}

/** Else a plugin that serves one deployment after another would keep the connections to all. */
function closeUnused(): void {
    if (underWay > 0 || performance.now() - lastUsed < keptFor - 1) return;
    for (const client of clients.values()) client.close();
    clients.clear();
}
