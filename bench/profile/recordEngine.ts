import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createCluster } from "../../tests/support/emulator/builders";
import type { Cli } from "../measure/cli";
import { makeProgram, makeStack } from "../measure/programs";
import { clusterOf } from "../programs/args";
import { engineTimes } from "./engineTimes";
import { emptyFolder, onlyFile } from "./folder";
import type { Recorded } from "./record";

/** Profiles the engine during an update that creates these components. */
export async function recordEngine(cli: Cli, components: number): Promise<Recorded> {
    const name = `engine-${components}`;
    const folder = await emptyFolder(name);
    const program = await makeProgram("component", join(cli.folder, name));
    const stack = await makeStack(cli, program, "component", components, "strings");
    await cli.aws.reset();
    for (let i = 0; i < components; i++) {
        await createCluster(cli.aws.aws, { DBClusterIdentifier: clusterOf(i) });
    }
    const options = ["--yes", "--skip-preview", `--stack=${stack.name}`];
    await cli.run(program, "up", ...options, `--profiling=${join(folder, "pulumi")}`);
    await cli.removeStack(stack);
    const path = await onlyFile(folder, ".cpu");
    return { path, times: engineTimes(await readFile(path)) };
}
