import { startEmulator, type Emulator } from "../emulator/emulator";
import { PluginClient, type Props } from "./pluginClient";

let running: Promise<{ aws: Emulator; plugin: PluginClient }> | undefined;
const plugins: PluginClient[] = [];

/** One emulated AWS and one plugin process that speaks to it, for all the tests of this folder. */
export function start() {
    return (running ??= startBoth());
}

async function startBoth() {
    const aws = await startEmulator();
    return { aws, plugin: await another(environmentOf(aws)) };
}

/** A plugin process of its own, with another environment, folder or configuration. */
export async function another(env: Record<string, string>, folder?: string, config: Props = {}) {
    const plugin = await PluginClient.start(env, folder);
    plugins.push(plugin);
    await plugin.configure(config);
    return plugin;
}

after(async () => {
    await Promise.all(plugins.map((plugin) => plugin.stop()));
    await (await running)?.aws.stop();
});

/** What has the plugin find the emulated AWS. */
export const environmentOf = ({ endpoint, region, credentials }: Emulator) => ({
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
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
