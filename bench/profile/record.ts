import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { manifest, projectFolder } from "../../tools/project";
import type { Profiled } from "../arguments";
import type { Cli } from "../measure/cli";
import { type Arm, makeProgram, makeStack } from "../measure/programs";
import { emptyFolder, onlyFile } from "./folder";
import { bundleOwner, type CpuProfile, packageOf, selfTimes } from "./selfTimes";

const script = join(projectFolder, "bin/plugin.js");

/** A profile's file, and milliseconds by what they were used for. */
export interface Recorded {
    path: string;
    times: ReadonlyMap<string, number>;
}

/** A process of Node.js. */
export type NodeProcess = Exclude<Profiled, "engine">;

/** The program whose preview is profiled, in which process. */
const arms: Record<NodeProcess, Arm> = { floor: "wrapped", program: "component", plugin: "plugin" };

/** Profiles a preview. Self times are by npm package. */
export async function record(cli: Cli, what: NodeProcess, components: number): Promise<Recorded> {
    const name = `${what}-${components}`;
    const folder = await emptyFolder(name);
    const arm = arms[what];
    const program = await makeProgram(arm, join(cli.folder, name));
    const stack = await makeStack(cli, program, arm, components, "strings");
    const nodeArgs = `--cpu-prof --cpu-prof-dir=${folder}`;
    if (what === "plugin") await installProfiledPlugin(cli, nodeArgs);
    const { PATH } = cli.env;
    if (what !== "plugin") cli.env.PATH = [await profilingNode(cli, nodeArgs), PATH].join(delimiter);
    await cli.timePreview(stack);
    cli.env.PATH = PATH!;
    await cli.removeStack(stack);

    const path = await onlyFile(folder, ".cpuprofile");
    const profile = JSON.parse(await readFile(path, "utf8")) as CpuProfile;
    const ofBundle = bundleOwner(await readFile(script, "utf8"));
    const owner = what === "plugin" ? ofBundle : (url: string) => packageOf(url.replace("file://", ""));
    return { path, times: selfTimes(profile, owner) };
}

/** The language host starts the first `node` on the PATH: here one that profiles what runs programs, and nothing else. */
async function profilingNode(cli: Cli, nodeArgs: string): Promise<string> {
    const bin = join(cli.folder, "profiling");
    await mkdir(bin, { recursive: true });
    const node = `#!/bin/sh\ncase "$*" in */cmd/run/index.js*--monitor*) set -- ${nodeArgs} "$@" ;; esac\nexec ${process.execPath} "$@"\n`;
    await writeFile(join(bin, "node"), node);
    await chmod(join(bin, "node"), 0o755);
    return bin;
}

/** With its script in place of the executable. The engine ends it by a signal, at which Node.js would write nothing. */
async function installProfiledPlugin(cli: Cli, nodeArgs: string): Promise<void> {
    await cli.installPlugin();
    const ending = join(cli.folder, "endAtSignals.js");
    await writeFile(
        ending,
        `for (const it of ["SIGINT", "SIGTERM"]) process.on(it, () => process.exit());\n`,
    );
    const { name, version } = manifest;
    const installed = join(cli.home, "plugins", `resource-${name}-v${version}`, `pulumi-resource-${name}`);
    const start = `exec node --no-warnings ${nodeArgs} --require ${ending} ${script} "$@"`;
    await rm(installed);
    await writeFile(installed, `#!/bin/sh\n${start}\n`);
    await chmod(installed, 0o755);
}
