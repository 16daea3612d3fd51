import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import { Cli } from "../measure/cli";
import { inTurns } from "../measure/inTurns";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";

/** From outside, as a user calls it. */
export async function yaml(run: Run): Promise<Record<string, Rounds>> {
    const cli = await Cli.start("yaml");
    try {
        await cli.installPlugin();
        const programs = {
            component: withoutPath(await readFile(join(projectFolder, "examples/yaml/Pulumi.yaml"), "utf8")),
            byHand: await readFile(join(__dirname, "../programs-yaml/Pulumi.yaml"), "utf8"),
        };
        const makeStack = async (program: keyof typeof programs) => {
            await mkdir(join(cli.folder, program));
            await writeFile(join(cli.folder, program, "Pulumi.yaml"), programs[program]);
            return cli.makeStack(join(cli.folder, program), "test");
        };
        const byHand = await makeStack("byHand");
        const component = await makeStack("component");
        return await inTurns(run, {
            title: "pulumi preview",
            rounds: roundsOf(run, rounds.yaml),
            arms: {
                byHand: async () => ({ preview: await cli.timePreview(byHand) }),
                component: async () => ({ preview: await cli.timePreview(component) }),
            },
        });
    } finally {
        await cli.stop();
    }
}

/** The program that takes the plugin from where it is installed. */
const withoutPath = (program: string) => program.replace(/^plugins:\n( .*\n)+/m, "");
