import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { engineEnvironment } from "../tests/support/engine/environment";
import { setUp } from "../tests/support/setUp";
import { cacheFolder } from "../tools/cache";
import { projectFolder } from "../tools/project";
import { ensureToolchain } from "../tools/toolchain";
import { interleaved } from "./interleaved";
import { atMost, type Section } from "./table";

/** `pulumi preview`, from outside, of a new stack in YAML: with the component, and with the same resources by hand. */
export async function preview(rounds: number): Promise<Section> {
    const { aws, stack } = await setUp("yaml");
    await mkdir(cacheFolder, { recursive: true });
    const folder = await mkdtemp(join(cacheFolder, "bench-preview-"));
    try {
        const { bin } = await ensureToolchain(["yaml"]);
        const env = {
            ...engineEnvironment(join(folder, "state"), stack.pulumiHome!, aws),
            PATH: [bin, process.env.PATH].join(delimiter),
        };
        const pulumi = (cwd: string, ...args: string[]) =>
            promisify(execFile)(join(bin, "pulumi"), [...args, "--stack=test", "--non-interactive"], {
                cwd,
                env,
            });
        await mkdir(join(folder, "state"));
        await symlink(join(projectFolder, "bin"), join(folder, "bin"));
        await cp(join(__dirname, "yaml"), join(folder, "bench/yaml"), { recursive: true });

        const timePreview = async (program: string) => {
            const start = performance.now();
            await pulumi(program, "preview");
            return { milliseconds: performance.now() - start };
        };
        const programs = ["component", "by-hand"].map((name) => join(folder, "bench/yaml", name));
        for (const program of programs) {
            const config = { "aws:region": aws.region, "aws:s3UsePathStyle": "true" };
            await writeFile(join(program, "Pulumi.test.yaml"), JSON.stringify({ config }));
            await pulumi(program, "stack", "init");
        }
        const [component, byHand] = programs as [string, string];
        const times = await interleaved(rounds, {
            byHand: () => timePreview(byHand),
            component: () => timePreview(component),
        });
        return section(times.byHand.milliseconds, times.component.milliseconds);
    } finally {
        await aws.stop();
        await rm(folder, { recursive: true });
    }
}

const section = (byHand: number, component: number): Section => ({
    title: "pulumi preview of a program in YAML",
    rows: [
        { label: "the resources by hand", value: `${byHand.toFixed(0)} ms` },
        {
            label: "the component",
            value: `${component.toFixed(0)} ms`,
            ...atMost(1.5, component / byHand),
        },
    ],
});
