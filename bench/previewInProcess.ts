import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodejs } from "../tests/support/languages/nodejs";
import { Cli } from "./cli";
import type { Inputs } from "./in-process/args";
import { type Spread, spreads } from "./interleaved";
import { outputCount } from "./outputCount";
import { assertSameResources } from "./sameResources";
import { atMost, machine, printTable, type Section } from "./table";

const rounds = 5;

/**
 * `pulumi preview`, from outside, of a hundred components that a program in TypeScript imports, and of the same resources by
 * hand. It asks for the library as built.
 */
export async function previewInProcess(): Promise<Section[]> {
    const cli = await Cli.start("nodejs");
    try {
        const programs = {
            byHand: await makeProgram(cli, "byHand"),
            component: await makeProgram(cli, "component"),
        };
        return [
            await timed(cli, programs, "plain texts"),
            await timed(cli, programs, "outputs"),
            await outputCount("plain texts"),
            await outputCount("outputs"),
        ];
    } finally {
        await cli.stop();
    }
}

/** A program that runs as a user's own: by the language host, through ts-node, with the package as npm installs it. */
async function makeProgram(cli: Cli, main: "byHand" | "component"): Promise<string> {
    const program = join(cli.folder, main);
    await cp(join(__dirname, "in-process"), program, { recursive: true });
    const packageJson = JSON.stringify({ name: main.toLowerCase(), private: true, main: `${main}.ts` });
    await writeFile(join(program, "package.json"), packageJson);
    await nodejs.install(program);
    return program;
}

async function timed(
    cli: Cli,
    programs: Record<"byHand" | "component", string>,
    inputs: Inputs,
): Promise<Section> {
    const config = { "in-process:inputs": inputs };
    const ending = inputs.replace(" ", "-");
    const byHand = await cli.makeStack(programs.byHand, `by-hand-${ending}`, config);
    const component = await cli.makeStack(programs.component, `component-${ending}`, config);
    assertSameResources(await cli.previewed(byHand), await cli.previewed(component));
    const times = await spreads(rounds, {
        byHand: () => cli.timePreview(byHand),
        component: () => cli.timePreview(component),
    });
    const [baseline, ours] = [times.byHand.milliseconds, times.component.milliseconds];
    return {
        title: `pulumi preview of 100 components in process, from ${inputs}; medians of ${rounds}`,
        rows: [
            row("the resources by hand", baseline),
            { ...row("the component", ours), ...atMost(ours.median / baseline.median, 1.15) },
        ],
    };
}

const row = (label: string, { median, least, most }: Spread) => ({
    label,
    value: `${median.toFixed(0)} ms`,
    range: `${least.toFixed(0)} to ${most.toFixed(0)} ms`,
});

if (require.main === module) {
    console.log(machine());
    void previewInProcess().then(printTable);
}
