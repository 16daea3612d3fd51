import { join } from "node:path";
import { awsSdkVersion } from "../../tools/project";
import { ensureToolchain, type Language } from "../../tools/toolchain";
import { awsPluginHome } from "./aws-provider/home";
import { startEmulator, type Emulator } from "./emulator/emulator";
import type { TestStackOptions } from "./engine";
import { languageEnvironment } from "./languages";

/** An emulated AWS, and what a stack needs to be deployed to it. */
export interface Setup {
    aws: Emulator;
    stack: TestStackOptions;
}

/**
 * Brings up everything that a stack in this language is tested with; what is missing is set up first, once. The plugin
 * of our own component asks for the `aws` plugin of Node's SDK, whatever the language.
 */
export async function setUp(languageName: Language = "nodejs"): Promise<Setup> {
    const { bin } = await ensureToolchain([languageName]);
    const language = await languageEnvironment(languageName);
    const versions = new Set([awsSdkVersion, ...language.awsVersions]);
    const pulumiHome = await awsPluginHome(join(bin, "pulumi"), [...versions]);
    const aws = await startEmulator();
    const config = { "aws:region": aws.region, "aws:s3UsePathStyle": "true" };
    return { aws, stack: { aws, pulumiHome, config, language } };
}
