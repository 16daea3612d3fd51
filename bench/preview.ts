import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeTarball } from "../tools/pack/plugin";
import { manifest, projectFolder } from "../tools/project";
import { Cli } from "./cli";
import { interleaved } from "./interleaved";
import { atMost, type Section } from "./table";

/**
 * `pulumi preview`, from outside, of the example in YAML: with the component, its plugin installed as a user has it, and with the
 * same resources by hand.
 */
export async function preview(rounds: number): Promise<Section> {
    const cli = await Cli.start("yaml");
    try {
        const tarball = join(cli.folder, "plugin.tar.gz");
        await writeTarball(tarball);
        const { name, version } = manifest;
        await cli.run(cli.folder, "plugin", "install", "resource", name, version, "--file", tarball);

        const programs = {
            component: withoutPath(await readFile(join(projectFolder, "examples/yaml/Pulumi.yaml"), "utf8")),
            byHand: await readFile(join(__dirname, "by-hand/Pulumi.yaml"), "utf8"),
        };
        const makeStack = async (program: keyof typeof programs) => {
            await mkdir(join(cli.folder, program));
            await writeFile(join(cli.folder, program, "Pulumi.yaml"), programs[program]);
            return cli.makeStack(join(cli.folder, program), "test");
        };
        const byHand = await makeStack("byHand");
        const component = await makeStack("component");
        const times = await interleaved(rounds, {
            byHand: () => cli.timePreview(byHand),
            component: () => cli.timePreview(component),
        });
        return section(times.byHand.milliseconds, times.component.milliseconds);
    } finally {
        await cli.stop();
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
