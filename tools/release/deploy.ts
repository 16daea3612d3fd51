import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { rolesOfCluster } from "../../tests/support/attached";
import { awsPluginHome } from "../../tests/support/aws-provider/home";
import { type Emulator, startEmulator } from "../../tests/support/emulator/emulator";
import { describeSteps, TestStack } from "../../tests/support/engine";
import { deleteExistingCluster, makeExistingCluster } from "../../tests/support/existingCluster";
import { scratchFolder } from "../cache";
import { awsSdkVersion } from "../project";
import { ensureToolchain } from "../toolchain";
import type { ReleasedProgram } from "./programs";
import type { Release } from "./release";

/** What the smallest program finds in AWS. */
const found = { bucket: "sales-raw", clusterIdentifier: "sales", parameterGroup: "sales-parameters" };

/** Installs the plugin of the archive, as users do where no release can be downloaded, into the `PULUMI_HOME`. */
export async function installPlugin(
    { name, version }: Release,
    archive: string,
    home: string,
): Promise<void> {
    const pulumi = join((await ensureToolchain()).bin, "pulumi");
    const env = { ...process.env, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" };
    const install = ["plugin", "install", "resource", name, version, "--file", archive, "--non-interactive"];
    await promisify(execFile)(pulumi, install, { env });
}

/**
 * Rejects where the program, with what it installs and with the plugin of the archive, if one is given, does not do on the
 * emulator what the smallest program does.
 */
export async function deploySmallest(
    release: Release,
    program: ReleasedProgram,
    archive?: string,
): Promise<void> {
    const { bin } = await ensureToolchain([program.language]);
    const scratch = await mkdtemp(join(tmpdir(), "deploy-"));
    // Below the project, as the engine of the tests copies it from there; the folder gives the program its name.
    const folder = await scratchFolder(`released-${program.language}-`);
    let aws: Emulator | undefined;
    try {
        const versions = [...new Set([awsSdkVersion, ...program.awsVersions])];
        const pulumiHome = join(scratch, "home");
        await cp(await awsPluginHome(join(bin, "pulumi"), versions), pulumiHome, { recursive: true });
        if (archive) await installPlugin(release, archive, pulumiHome);
        await program.write(folder);
        aws = await startEmulator();
        await deploy(aws, folder, program, pulumiHome);
    } finally {
        await aws?.stop();
        await rm(folder, { recursive: true });
        await rm(scratch, { recursive: true, force: true });
    }
}

async function deploy(
    emulator: Emulator,
    folder: string,
    language: ReleasedProgram,
    pulumiHome: string,
): Promise<void> {
    const { aws, region } = emulator;
    await makeExistingCluster(aws, found);
    const config = { "aws:region": region, "aws:s3UsePathStyle": "true" };
    const stack = await TestStack.fromFolder(folder, { aws: emulator, language, pulumiHome, config });
    try {
        const { outputs } = await stack.up();
        const [role] = await rolesOfCluster(aws, found.clusterIdentifier);
        assert.deepEqual(outputs, {
            clusterParameters: [
                { name: "aws_default_s3_role", value: role?.roleArn, applyMethod: "immediate" },
            ],
            databasePrivileges: ["AWS_LOAD_S3_ACCESS"],
        });
        assert.deepEqual(
            describeSteps(await stack.preview()),
            [],
            "a preview after the update plans nothing",
        );
        await stack.destroy();
    } finally {
        stack.dispose();
    }
    await deleteExistingCluster(aws, found);
    assert.deepEqual(await emulator.leftovers(), [], "nothing is left in AWS");
}
