import { join } from "node:path";
import { ensureToolchain } from "../../tools/toolchain";
import { awsPluginHome, nodeSdkVersion } from "./aws-provider/home";
import { startEmulator, type Emulator } from "./emulator/emulator";
import type { TestStackOptions } from "./engine";

/** An emulated AWS, and what a stack needs to be deployed to it. */
export interface Setup {
    aws: Emulator;
    stack: TestStackOptions;
}

/** Brings up everything that a stack is tested with; what is missing is set up first, once. */
export async function setUp(): Promise<Setup> {
    const { bin } = await ensureToolchain();
    const pulumiHome = await awsPluginHome(join(bin, "pulumi"), [nodeSdkVersion]);
    const aws = await startEmulator();
    const config = { "aws:region": aws.region, "aws:s3UsePathStyle": "true" };
    return { aws, stack: { aws, pulumiHome, config } };
}
