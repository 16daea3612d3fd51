import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { scratchFolder } from "../../tools/cache";
import { writeTarball } from "../../tools/pack/plugin";
import { manifest } from "../../tools/project";
import { ensureToolchain } from "../../tools/toolchain";
import { type FolderStack, TestStack } from "../support/engine";
import { engineEnvironment } from "../support/engine/environment";
import { setUp, type Setup } from "../support/setUp";

const run = promisify(execFile);
const reference = `${manifest.name}@${manifest.version}`;

/**
 * The languages whose hosts can be built from source and know the command. The command says what a user has to do after it:
 * for Java, to copy what it generated.
 */
const finish: Record<"yaml" | "java", (program: string) => Promise<void>> = {
    yaml: () => Promise.resolve(),
    java: (program) =>
        cp(join(program, "sdks", manifest.name, "src"), join(program, "src"), { recursive: true }),
};

describe("pulumi package add, where the plugin is installed from its archive", () => {
    for (const language of ["yaml", "java"] as const) {
        describe(`to a program in ${language},`, () => {
            let setup: Setup;
            let folder: string;
            let pulumi: (cwd: string, ...args: string[]) => Promise<unknown>;
            let program: string;
            let stack: FolderStack | undefined;
            before(async () => {
                setup = await setUp(language);
                folder = await scratchFolder("package-add-");
                const home = join(folder, "home");
                await cp(setup.stack.pulumiHome!, home, { recursive: true });
                setup.stack.pulumiHome = home;
                const { bin } = await ensureToolchain([language]);
                const { PATH, ...env } = engineEnvironment(folder, home, undefined);
                const options = {
                    env: { ...env, ...setup.stack.language!.env, PATH: [bin, PATH].join(delimiter) },
                };
                pulumi = (cwd, ...args) =>
                    run(join(bin, "pulumi"), [...args, "--non-interactive"], { ...options, cwd });

                const archive = join(folder, "plugin.tar.gz");
                await writeTarball(archive);
                const plugin = ["resource", manifest.name, manifest.version, "--file", archive];
                await pulumi(folder, "plugin", "install", ...plugin);
                program = join(folder, "program");
                const source = join(__dirname, "added", language);
                // It compiles what is there, which cannot import the package yet.
                const isSettings = (file: string) => !file.startsWith(join(source, "src"));
                await cp(source, program, { recursive: true, filter: isSettings });
                await pulumi(program, "package", "add", reference);
                await finish[language](program);
                await cp(source, program, {
                    recursive: true,
                    filter: (file) => !file.endsWith("Pulumi.yaml"),
                });
            });
            after(async () => {
                await stack?.destroy();
                stack?.dispose();
                await setup.aws.stop();
                await rm(folder, { recursive: true });
            });

            it("records its name and version", async () => {
                const project = await readFile(join(program, "Pulumi.yaml"), "utf8");
                assert.ok(project.includes(`packages:\n  ${manifest.name}: ${reference}\n`), project);
            });

            it("is repeated by pulumi install in a fresh copy of the program, which deploys", async () => {
                const copy = join(folder, "copy");
                const isGenerated = (file: string) => /^(sdks|target)$/.test(file.slice(program.length + 1));
                await cp(program, copy, { recursive: true, filter: (file) => !isGenerated(file) });
                await pulumi(copy, "install");
                stack = await TestStack.fromFolder(copy, setup.stack);
                const { outputs } = await stack.up();
                const [document] = outputs.policyDocuments as string[];
                assert.match(document!, /"arn:aws:s3:::sales-raw\/incoming\/\*"/);
            });
        });
    }
});
