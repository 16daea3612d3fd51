import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { engineEnvironment } from "../tests/support/engine/environment";
import { setUp } from "../tests/support/setUp";
import { cacheFolder } from "../tools/cache";
import { writeTarball } from "../tools/pack/plugin";
import { manifest, projectFolder } from "../tools/project";
import { ensureToolchain } from "../tools/toolchain";
import { interleaved } from "./interleaved";
import { atMost, type Section } from "./table";

/**
 * `pulumi preview`, from outside, of the example in YAML: with the component, its plugin installed as a user has it, and with the
 * same resources by hand.
 */
export async function preview(rounds: number): Promise<Section> {
    const { aws, stack } = await setUp("yaml");
    await mkdir(cacheFolder, { recursive: true });
    const folder = await mkdtemp(join(cacheFolder, "bench-preview-"));
    try {
        const { bin } = await ensureToolchain(["yaml"]);
        const [home, state, tarball] = ["home", "state", "plugin.tar.gz"].map((name) => join(folder, name));
        await cp(stack.pulumiHome!, home!, { recursive: true });
        await mkdir(state!);
        const env = {
            ...engineEnvironment(state!, home!, aws),
            PATH: [bin, process.env.PATH].join(delimiter),
        };
        const pulumi = (cwd: string, ...args: string[]) =>
            promisify(execFile)(join(bin, "pulumi"), [...args, "--non-interactive"], { cwd, env });
        await writeTarball(tarball!);
        const { name, version } = manifest;
        await pulumi(folder, "plugin", "install", "resource", name, version, "--file", tarball!);

        const programs = {
            component: withoutPath(await readFile(join(projectFolder, "examples/yaml/Pulumi.yaml"), "utf8")),
            byHand: await readFile(join(__dirname, "by-hand/Pulumi.yaml"), "utf8"),
        };
        for (const [program, text] of Object.entries(programs)) {
            const config = { "aws:region": aws.region, "aws:s3UsePathStyle": "true" };
            await mkdir(join(folder, program));
            await writeFile(join(folder, program, "Pulumi.yaml"), text);
            await writeFile(join(folder, program, "Pulumi.test.yaml"), JSON.stringify({ config }));
            await pulumi(join(folder, program), "stack", "init", "test");
        }
        const timePreview = async (program: string) => {
            const start = performance.now();
            await pulumi(join(folder, program), "preview", "--stack=test");
            return { milliseconds: performance.now() - start };
        };
        const times = await interleaved(rounds, {
            byHand: () => timePreview("byHand"),
            component: () => timePreview("component"),
        });
        return section(times.byHand.milliseconds, times.component.milliseconds);
    } finally {
        await aws.stop();
        await rm(folder, { recursive: true });
    }
}

/** The program that takes the plugin from where it is installed. */
const withoutPath = (program: string) => program.replace(/^plugins:\n( .*\n)+/m, "");

const section = (byHand: number, component: number): Section => ({
    title: "pulumi preview of the example in YAML",
    rows: [
        { label: "the resources by hand", value: `${byHand.toFixed(0)} ms` },
        {
            label: "the component",
            value: `${component.toFixed(0)} ms`,
            ...atMost(component / byHand, 1.5),
        },
    ],
});
