import { startEmulator, type Emulator } from "../emulator/emulator";
import { PluginClient } from "./pluginClient";

let running: Promise<{ aws: Emulator; plugin: PluginClient }> | undefined;

/** One emulated AWS and one plugin process that speaks to it, for all the tests of this folder. */
export function start() {
    return (running ??= startBoth());
}

async function startBoth() {
    const aws = await startEmulator();
    const plugin = await PluginClient.start(environmentOf(aws));
    await plugin.configure();
    return { aws, plugin };
}

/** What has the plugin find the emulated AWS. */
export const environmentOf = ({ endpoint, region, credentials }: Emulator) => ({
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});

after(async () => {
    const { aws, plugin } = (await running) ?? {};
    await plugin?.stop();
    await aws?.stop();
});

export const documentFor = (action: string, resource = "*") =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: action, Resource: resource }],
    });

export const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "rds.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
