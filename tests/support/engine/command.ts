import type { PulumiCommand } from "@pulumi/pulumi/automation";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { ensureToolchain, type Language } from "../../../tools/toolchain";
import { spawnGuarded } from "../../../tools/toolchain/processes";
import { OutputFile } from "./outputFile";

/** The Automation API's way to call the CLI, and what it has called. */
export interface GuardedCommand {
    command: PulumiCommand;
    /** The CLI that is running. */
    running: () => ChildProcess | undefined;
}

/**
 * The Automation API's way to call the CLI, but guarded: no engine outlives this process, and an interrupted one
 * may end its step. It also runs in the given environment alone; the stock command adds it to that of this process.
 */
export async function guardedCommand(language: Language): Promise<GuardedCommand> {
    const { bin, version } = await ensureToolchain([language]);
    const command = join(bin, "pulumi");
    let running: ChildProcess | undefined;

    async function run(
        args: string[],
        cwd: string,
        env: Record<string, string>,
        onOutput?: (text: string) => void,
        onError?: (text: string) => void,
    ) {
        const out = new OutputFile(onOutput);
        const err = new OutputFile(onError);
        const child = spawnGuarded(command, [...args, "--non-interactive"], {
            cwd,
            env: { ...env, PATH: [bin, env.PATH].join(delimiter), PULUMI_AUTOMATION_API: "true" },
            stdio: ["ignore", out.fd, err.fd],
        });
        running = child;
        const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
        running = undefined;
        const output = { stdout: out.close(), stderr: err.close() };
        if (code === 0) return { ...output, code };
        throw new Error(`pulumi ${args[0]} ended with ${code ?? signal}:\n${output.stdout}${output.stderr}`);
    }

    return { command: { command, version, run } as unknown as PulumiCommand, running: () => running };
}
