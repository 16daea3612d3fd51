import { startEmulator } from "./emulator";

/** Serves the emulated AWS until it is interrupted, and prints what has a shell's AWS tools and SDKs find it. */
async function main(): Promise<void> {
    const { endpoint, region, credentials } = await startEmulator();
    const environment = {
        AWS_ENDPOINT_URL: endpoint,
        AWS_REGION: region,
        // Version 1 of the AWS CLI reads this one.
        AWS_DEFAULT_REGION: region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    for (const [name, value] of Object.entries(environment)) console.log(`export ${name}=${value}`);
    console.error("Ready. Set these variables in another shell. Ctrl-C stops the emulator.");
}

void main();
