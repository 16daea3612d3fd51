import { devNull } from "node:os";

/** The AWS that a stack is deployed to: the emulator. */
export interface AwsAccount {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
}

/** What of the user's environment would change what a run does. */
const foreign = /^(AWS|PULUMI|TS_NODE)_/;

/** The environment of the engine, and with it of the programs and plugins that it starts. */
export function engineEnvironment(
    stateFolder: string,
    pulumiHome: string,
    aws: AwsAccount | undefined,
): Record<string, string> {
    const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name)) as [string, string][];
    return {
        ...Object.fromEntries(kept),
        PULUMI_HOME: pulumiHome,
        PULUMI_BACKEND_URL: `file://${stateFolder}`,
        PULUMI_CONFIG_PASSPHRASE: "",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
        // The real provider never takes the place of a stand-in that is missing.
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: String(process.env.AWS_PROVIDER !== "real"),
        AWS_CONFIG_FILE: devNull,
        AWS_SHARED_CREDENTIALS_FILE: devNull,
        AWS_EC2_METADATA_DISABLED: "true",
        ...(aws && {
            AWS_ENDPOINT_URL: aws.endpoint,
            AWS_REGION: aws.region,
            AWS_ACCESS_KEY_ID: aws.credentials.accessKeyId,
            AWS_SECRET_ACCESS_KEY: aws.credentials.secretAccessKey,
        }),
    };
}
