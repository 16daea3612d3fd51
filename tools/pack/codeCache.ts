import { execFile } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { constructRequest } from "../../tests/plugin/support/construct";
import { startEngine } from "../../tests/plugin/support/engine";
import { Monitor } from "../../tests/plugin/support/monitor";
import { Plugin } from "../../tests/plugin/support/plugin";
import type { Props } from "../../tests/plugin/support/wire";

const run = promisify(execFile);

/** A component with all that most programs ask for. */
const inputs: Props = {
    importFrom: [{ bucket: "raw", objects: ["incoming/*"] }],
    exportTo: [
        {
            bucket: "arn:aws:s3:::reports",
            kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        },
    ],
    clusters: [{ clusterIdentifier: "sales" }],
    engineVersion: "8.0.mysql_aurora.3.10.0",
    clusterParameterGroup: {},
    tags: { team: "data" },
};

/**
 * Writes to `cache` what V8 compiles of the plugin until it has made its first component. V8 compiles a function when it is first called,
 * so that it takes the plugin to do what it is there for. The same script gives the same bytes.
 *
 * @param node - The Node.js that is to read the cache.
 */
export async function writeCodeCache(node: string, script: string, cache: string): Promise<void> {
    await record(node, script, cache);
    await run(node, nodeArgs("renumber.js", script, cache));
}

/** Predictable, or else the cache would have other bytes each time. */
const nodeArgs = (name: string, ...args: string[]) => [
    "--predictable",
    "--no-warnings",
    join(__dirname, name),
    ...args,
];

async function record(node: string, script: string, cache: string): Promise<void> {
    const [engine, monitor] = await Promise.all([startEngine(), Monitor.start()]);
    const args = nodeArgs("record.js", script, cache, engine.address);
    const plugin = await Plugin.start({ command: node, args });
    const ended = once(plugin.process, "exit");
    try {
        await plugin.call("construct", constructRequest(monitor.address, inputs));
    } finally {
        // By which the plugin ends, too.
        engine.stop();
        monitor.stop();
    }
    const [code] = (await ended) as [number | null];
    await plugin.stop();
    if (code !== 0) throw new Error(`the plugin ended with ${code} and wrote no code cache`);
}
