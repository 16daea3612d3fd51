import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import { list } from "tar";
import { packedPlugin, writeTarball } from "../../tools/pack/plugin";
import { manifest, projectFolder } from "../../tools/project";
import { ensureToolchain } from "../../tools/toolchain";
import type { Emulator } from "../support/emulator/emulator";
import { describeSteps, type FolderStack, TestStack } from "../support/engine";
import { yaml } from "../support/languages/yaml";
import { setUp } from "../support/setUp";

const run = promisify(execFile);

describe("The tarball of the plugin", () => {
    let folder: string;
    let tarball: string;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "plugin-tarball-"));
        tarball = join(folder, "plugin.tar.gz");
        await writeTarball(tarball);
    });
    after(() => rm(folder, { recursive: true }));

    it("holds the executable and the licences of all that is in it", async () => {
        const files: string[] = [];
        await list({ file: tarball, onReadEntry: ({ path }) => void files.push(path) });
        assert.deepEqual(files, [
            "LICENSE",
            "NODE-LICENSE.txt",
            "THIRD-PARTY-LICENSES.txt",
            "pulumi-resource-aurora-s3-access",
        ]);
    });

    it("has the same bytes each time", async () => {
        const again = join(folder, "again.tar.gz");
        await writeTarball(again);
        const [first, second] = await Promise.all([readFile(tarball), readFile(again)]);
        assert.ok(first.equals(second));
    });

    it("holds an executable that is the doctor, too", async () => {
        const { executable } = await packedPlugin();
        const { code, stderr } = await run(executable, ["doctor", "sales"], { env: {} }).then(
            () => ({ code: 0, stderr: "" }),
            (error: { code: number; stderr: string }) => error,
        );
        assert.equal(code, 2);
        assert.match(stderr, /^The AWS Region of the cluster is not known\./);
    });

    it("holds an executable that says its port, and nothing else", async () => {
        const { executable } = await packedPlugin();
        const plugin = spawn(executable, { env: {}, stdio: ["ignore", "pipe", "pipe"] });
        let printed = "";
        let warnings = "";
        plugin.stdout.on("data", (text: Buffer) => (printed += text.toString()));
        // As Node.js would of what is experimental in it.
        plugin.stderr.on("data", (text: Buffer) => (warnings += text.toString()));
        await once(plugin.stdout, "data");
        plugin.kill();
        await once(plugin, "close");
        assert.match(printed, /^\d+\n$/);
        assert.equal(warnings, "");
    });

    describe("installed where there is no Node.js", () => {
        let aws: Emulator;
        let pulumi: string;
        let env: NodeJS.ProcessEnv;
        let stack: FolderStack | undefined;
        before(async () => {
            const setup = await setUp("yaml");
            aws = setup.aws;
            pulumi = join((await ensureToolchain(["yaml"])).bin, "pulumi");
            const pulumiHome = join(folder, "home");
            const plugins = join(setup.stack.pulumiHome!, "plugins");
            await cp(plugins, join(pulumiHome, "plugins"), { recursive: true });
            env = { PATH: folder, HOME: folder, PULUMI_HOME: pulumiHome, PULUMI_SKIP_UPDATE_CHECK: "true" };
            const install = [
                "plugin",
                "install",
                "resource",
                manifest.name,
                manifest.version,
                "--file",
                tarball,
            ];
            await run(pulumi, [...install, "--non-interactive"], { env });
            stack = await TestStack.fromFolder(join(__dirname, "yaml"), {
                ...setup.stack,
                pulumiHome,
                language: { ...yaml, env: { PATH: folder } },
            });
        });
        after(async () => {
            await stack?.destroy();
            stack?.dispose();
            const left = await aws.leftovers();
            await aws.stop();
            assert.deepEqual(left, [], "nothing is left in AWS");
        });

        it("is there by its name and version", async () => {
            const { stdout } = await run(pulumi, ["plugin", "ls", "--json"], { env });
            const plugins = JSON.parse(stdout) as { name: string; version: string }[];
            const versions = plugins
                .filter(({ name }) => name === manifest.name)
                .map(({ version }) => version);
            assert.deepEqual(versions, [manifest.version]);
        });

        it("serves a program in YAML", async () => {
            const { outputs } = await stack!.up();
            const [document] = outputs.policyDocuments as string[];
            assert.match(document!, new RegExp(`"arn:aws:s3:::${String(outputs.bucket)}/incoming/\\*"`));
            assert.deepEqual(describeSteps(await stack!.preview()), []);
        });

        it("is added to a program in YAML", async () => {
            const program = await mkdtemp(join(folder, "program-"));
            await writeFile(join(program, "Pulumi.yaml"), "name: added\nruntime: yaml\n");
            const { executable } = await packedPlugin();
            await run(pulumi, ["package", "add", executable, "--non-interactive"], { cwd: program, env });
            const project = await readFile(join(program, "Pulumi.yaml"), "utf8");
            assert.match(
                project,
                new RegExp(`^packages:\\n +${manifest.name}: ${manifest.name}@${manifest.version}$`, "m"),
            );
        });

        it("tells its schema", async () => {
            const { executable } = await packedPlugin();
            const { stdout } = await run(pulumi, ["package", "get-schema", executable], { env });
            const committed = await readFile(join(projectFolder, "provider/schema.json"), "utf8");
            // Pulumi prints it as it understands it: what is implied is spelled out.
            const said = ({ name, version, dependencies, resources, types }: PackageSpec) => {
                const { inputProperties, properties } = resources["aurora-s3-access:index:AuroraS3Access"]!;
                return {
                    name,
                    version,
                    dependencies,
                    inputProperties,
                    properties,
                    types: Object.keys(types).sort(),
                };
            };
            assert.deepEqual(
                said(JSON.parse(stdout) as PackageSpec),
                said(JSON.parse(committed) as PackageSpec),
            );
        });
    });
});
