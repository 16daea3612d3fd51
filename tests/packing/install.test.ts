import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "../../tools/project";
import { ensureToolchain } from "../../tools/toolchain";
import { awsPluginHome } from "../support/aws-provider/home";
import { type Emulator, startEmulator } from "../support/emulator/emulator";
import { describeSteps, type FailedRun, type FolderStack, TestStack } from "../support/engine";
import { type NpmPackage, packNpmPackage } from "./npmPackage";
import { npmProject, supported } from "./npmProject";

const { peerDependencies } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as {
    peerDependencies: Record<string, string>;
};

const otherResolutions = [
    ["node16", "node16"],
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
] as const;

describe("The npm package, installed into a TypeScript project", () => {
    let aws: Emulator;
    let packed: NpmPackage;
    before(async () => {
        packed = await packNpmPackage();
        aws = await startEmulator();
    });
    after(async () => {
        const left = await aws.leftovers();
        await aws.stop();
        await packed.remove();
        assert.deepEqual(left, [], "nothing is left in AWS");
    });

    for (const [age, sdks] of Object.entries(supported(peerDependencies))) {
        describe(`with the ${age} SDKs, @pulumi/pulumi ${sdks.pulumi} and @pulumi/aws ${sdks.aws}`, () => {
            let stack: FolderStack | undefined;
            const setup = async () => {
                const { bin } = await ensureToolchain();
                const language = npmProject(packed.tarball, sdks);
                return {
                    aws,
                    language,
                    pulumiHome: await awsPluginHome(join(bin, "pulumi"), [...language.awsVersions]),
                    config: { "aws:region": aws.region, "aws:s3UsePathStyle": "true" },
                };
            };
            before(async () => {
                stack = await TestStack.fromFolder(join(__dirname, "program"), await setup());
            });
            after(async () => {
                await stack?.destroy();
                stack?.dispose();
            });

            it("compiles as Pulumi's templates have it, declarations included", () => compile(stack!, []));

            // How the package is found does not depend on the SDKs.
            for (const [module, resolution] of age === "newest" ? otherResolutions : [])
                it(`compiles with module resolution ${resolution}`, () =>
                    compile(stack!, [
                        "--module",
                        module,
                        "--moduleResolution",
                        resolution,
                        "--skipLibCheck",
                    ]));

            it("deploys, and previews clean", async () => {
                const { outputs } = await stack!.up();
                assert.deepEqual(outputs.core, {
                    bucket: ["arn:aws:s3:::raw"],
                    mistakes: ["importFrom[0].bucket"],
                    actions: ["s3:ListBucket"],
                    engines: ["aurora-mysql", "aurora-postgresql"],
                });
                assert.deepEqual(describeSteps(await stack!.preview()), []);
            });

            it("creates nothing of a component whose inputs turn out to be invalid in the update", async () => {
                const program = join(projectFolder, "tests/stacks/programs/lateMistake");
                const mistaken = await TestStack.fromFolder(program, await setup());
                try {
                    const { run } = await mistaken.up().then(
                        () => assert.fail(),
                        (error: FailedRun) => error,
                    );
                    assert.match(
                        JSON.stringify(run.diagnostics),
                        /importFrom\[0\]\.kmsKeyArn: must be the ARN of a KMS key/,
                    );
                    assert.deepEqual(
                        describeSteps(run).filter((step) => step.includes("mistaken")),
                        [],
                    );
                } finally {
                    await mistaken.destroy();
                    mistaken.dispose();
                }
            });
        });
    }
});

/** Runs the project's own TypeScript, strictly. */
async function compile(stack: FolderStack, options: string[]): Promise<void> {
    const tsc = join(stack.folder, "node_modules/typescript/bin/tsc");
    const compiling = promisify(execFile)(process.execPath, [tsc, "--noEmit", ...options], {
        cwd: stack.folder,
    });
    await compiling.catch((error: { stdout: string }) => assert.fail(error.stdout));
}
