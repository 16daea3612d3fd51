import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Emulator } from "../tests/support/emulator/emulator";
import { engineEnvironment } from "../tests/support/engine/environment";
import { setUp } from "../tests/support/setUp";
import { cacheFolder } from "../tools/cache";
import { ensureToolchain, type Language } from "../tools/toolchain";

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
    static async start(language: Language): Promise<Cli> {
        const { aws, stack } = await setUp(language);
        const { bin } = await ensureToolchain([language]);
        await mkdir(cacheFolder, { recursive: true });
        const folder = await mkdtemp(join(cacheFolder, "bench-preview-"));
        const [home, state] = [join(folder, "home"), join(folder, "state")];
        const env = {
            ...engineEnvironment(state, home, aws),
            PATH: [bin, process.env.PATH].join(delimiter),
        };
        const cli = new Cli(folder, join(bin, "pulumi"), env, aws);
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
        private readonly command: string,
        private readonly env: Record<string, string>,
        private readonly aws: Emulator,
    ) {}

    /** Gives what it prints. */
    async run(cwd: string, ...args: string[]): Promise<string> {
        const { stdout } = await promisify(execFile)(this.command, [...args, "--non-interactive"], {
            cwd,
            env: this.env,
            maxBuffer: Infinity,
        });
        return stdout;
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

    async timePreview({ program, name }: BenchStack): Promise<{ milliseconds: number }> {
        const start = performance.now();
        await this.run(program, "preview", `--stack=${name}`);
        return { milliseconds: performance.now() - start };
    }

    async stop(): Promise<void> {
        await this.aws.stop();
        await rm(this.folder, { recursive: true });
    }
}
