import type { PulumiCommand } from "@pulumi/pulumi/automation";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { OutputFile } from "../../../tests/support/engine/outputFile";
import { ensureToolchain } from "../../toolchain";

/**
 * The Automation API's way to call the CLI, in a process group of its own: a Ctrl-C in the terminal reaches this process alone, which
 * interrupts the engine once, and then has another one destroy what is there.
 */
export class Command {
    private running: ChildProcess | undefined;

    private constructor(
        private readonly bin: string,
        readonly version: string,
    ) {}

    static async find(): Promise<Command> {
        const { bin, version } = await ensureToolchain(["nodejs"]);
        return new Command(bin, String(version));
    }

    get executable(): string {
        return join(this.bin, "pulumi");
    }

    /** As the Automation API takes it. */
    get forAutomation(): PulumiCommand {
        const run = (...args: Parameters<Command["run"]>) => this.run(...args);
        return { command: this.executable, version: this.version, run } as unknown as PulumiCommand;
    }

    /** Has the run under way end after its steps, as Ctrl-C does. */
    interrupt(): void {
        if (this.running?.pid !== undefined) process.kill(-this.running.pid, "SIGINT");
    }

    private async run(
        args: string[],
        cwd: string,
        env: Record<string, string>,
        onOutput?: (text: string) => void,
        onError?: (text: string) => void,
    ) {
        const [out, err] = [new OutputFile(onOutput), new OutputFile(onError)];
        const child = spawn(this.executable, [...args, "--non-interactive"], {
            cwd,
            env: { ...env, PATH: [this.bin, env.PATH].join(delimiter), PULUMI_AUTOMATION_API: "true" },
            stdio: ["ignore", out.fd, err.fd],
            detached: true,
        });
        this.running = child;
        const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
        this.running = undefined;
        const output = { stdout: out.close(), stderr: err.close() };
        if (code === 0) return { ...output, code };
        throw new Error(`pulumi ${args[0]} ended with ${code ?? signal}:\n${output.stdout}${output.stderr}`);
    }
}
