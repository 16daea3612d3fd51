import { once } from "node:events";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Emulator } from "../../tests/support/emulator/emulator";
import { engineEnvironment } from "../../tests/support/engine/environment";
import { setUp } from "../../tests/support/setUp";
import { scratchFolder } from "../../tools/cache";
import { manifest } from "../../tools/project";
import { ensureToolchain, type Language } from "../../tools/toolchain";
import { spawnGuarded } from "../../tools/toolchain/processes";
import { timed } from "./inTurns";
import { PeakMemory } from "./peakMemory";
import { releasedPlugin } from "./releasedPlugin";
import type { Running } from "./slices";

/** A stack, by the folder of its program and its name. */
export interface BenchStack {
    program: string;
    name: string;
}

export interface PreviewedResource {
    urn: string;
    /** None of a component. */
    custom: boolean;
    parent?: string;
    type: string;
    inputs?: Record<string, unknown>;
}

/** The CLI, called from outside as a user calls it, with plugins and a state of its own, on an emulated AWS. */
export class Cli {
    static async start(language: Language, settings: Record<string, string> = {}): Promise<Cli> {
        const { aws, stack } = await setUp(language);
        const { bin } = await ensureToolchain([language]);
        const folder = await scratchFolder("bench-preview-");
        const [home, state] = [join(folder, "home"), join(folder, "state")];
        const env = {
            ...engineEnvironment(state, home, aws),
            PATH: [bin, process.env.PATH].join(delimiter),
            ...settings,
        };
        const cli = new Cli(folder, home, join(bin, "pulumi"), env, aws);
        try {
            await mkdir(state);
            // What else is in that home, other runs may be writing.
            await cp(join(stack.pulumiHome!, "plugins"), join(home, "plugins"), { recursive: true });
            return cli;
        } catch (error) {
            await cli.stop();
            throw error;
        }
    }

    private constructor(
        /** Programs in it find what is in the project's `node_modules`. */
        readonly folder: string,
        /** `PULUMI_HOME` */
        readonly home: string,
        private readonly command: string,
        readonly env: Record<string, string>,
        readonly aws: Emulator,
    ) {}

    /** Gives what it prints. */
    async run(cwd: string, ...args: string[]): Promise<string> {
        const { printed, ended } = this.spawn(cwd, args);
        await ended;
        return printed;
    }

    private spawn(cwd: string, args: string[]) {
        const options = { cwd, env: this.env };
        const child = spawnGuarded(this.command, [...args, "--non-interactive"], options);
        const [printed, complaints] = [text(child.stdout!), text(child.stderr!)];
        const ended = once(child, "close").then(async ([code]) => {
            if (code === 0) return;
            throw new Error(
                `pulumi ${args.join(" ")} ended with ${code}:\n${await printed}${await complaints}`,
            );
        });
        return { pid: child.pid!, printed, ended };
    }

    /** Installs our own plugin, as users do. */
    async installPlugin(): Promise<void> {
        const tarball = await releasedPlugin();
        const { name, version } = manifest;
        await this.run(
            this.folder,
            "plugin",
            "install",
            "resource",
            name,
            version,
            "--file",
            tarball,
            "--reinstall",
        );
    }

    /** A stack of the program in this folder. */
    async makeStack(program: string, name: string, config: Record<string, string> = {}): Promise<BenchStack> {
        const aws = { "aws:region": this.aws.region, "aws:s3UsePathStyle": "true" };
        const settings = JSON.stringify({ config: { ...aws, ...config } });
        await writeFile(join(program, `Pulumi.${name}.yaml`), settings);
        await this.run(program, "stack", "init", name);
        return { program, name };
    }

    /** What a preview would create. */
    async previewed({ program, name }: BenchStack): Promise<PreviewedResource[]> {
        const printed = await this.run(program, "preview", `--stack=${name}`, "--json");
        const { steps } = JSON.parse(printed) as { steps: { newState: PreviewedResource }[] };
        return steps.map(({ newState }) => newState);
    }

    preview({ program, name }: BenchStack): Running {
        return this.spawn(program, ["preview", `--stack=${name}`]);
    }

    timePreview(stack: BenchStack): Promise<number> {
        return timed(() => this.preview(stack).ended);
    }

    /** With the peak of the memory of all processes, but for the stand-in for the AWS provider. */
    async previewWithMemory(stack: BenchStack): Promise<{ time: number; memory: number }> {
        let memory = 0;
        const time = await timed(async () => {
            const { pid, ended } = this.preview(stack);
            const peak = PeakMemory.of(pid, (command) => command.includes("resource-aws-"));
            await ended.finally(() => (memory = peak.stop()));
        });
        return { time, memory };
    }

    up({ program, name }: BenchStack): Running {
        return this.spawn(program, ["up", "--yes", "--skip-preview", `--stack=${name}`]);
    }

    /** Forgets what is in it. */
    async removeStack({ program, name }: BenchStack): Promise<void> {
        await this.run(program, "stack", "rm", "--force", "--yes", name);
    }

    async stop(): Promise<void> {
        await this.aws.stop();
        await rm(this.folder, { recursive: true });
    }
}
