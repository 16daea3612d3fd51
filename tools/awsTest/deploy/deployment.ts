import { type EngineEvent, LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { awsPluginHome } from "../../../tests/support/aws-provider/home";
import { runOf } from "../../../tests/support/engine/run";
import { awsSdkVersion } from "../../project";
import { Command } from "./command";
import type { RunRecord } from "./runs";
import type { Deployed, Settings } from "./settings";

const stackName = "test";

/** The stack of a run, with a state of its own below `.cache`. AWS is that of the user's environment. */
export class Deployment {
    private constructor(
        private readonly record: RunRecord,
        private readonly stack: Stack,
        private readonly command: Command,
        /** What a user can run who has nothing but the state. */
        readonly byHand: string,
        private readonly stateFolder: string,
        private readonly say: (text: string) => void,
    ) {}

    static async of(record: RunRecord, folder: string, say: (text: string) => void): Promise<Deployment> {
        const command = await Command.find();
        const pulumiHome = await awsPluginHome(command.executable, [awsSdkVersion]);
        const settings = {
            PULUMI_HOME: pulumiHome,
            PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
            PULUMI_CONFIG_PASSPHRASE: "",
        };
        const kept = Object.entries(process.env).filter(([name]) => !/^(PULUMI|TS_NODE)_/.test(name));
        const workspace = await LocalWorkspace.create({
            workDir: join(folder, "program"),
            pulumiCommand: command.forAutomation,
            envVars: {
                ...(Object.fromEntries(kept) as Record<string, string>),
                ...settings,
                PULUMI_SKIP_UPDATE_CHECK: "true",
                PULUMI_NODEJS_TRANSPILE_ONLY: "true",
                // The stand-in of the tests must never be replaced by the real provider.
                PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: String(process.env.AWS_PROVIDER !== "real"),
            },
        });
        const stack = await Stack.create(stackName, workspace).catch(() =>
            Stack.select(stackName, workspace),
        );
        // After each run the Automation API starts the CLI up to three times more, for what the events have told.
        stack.outputs = () => Promise.resolve({});
        stack.info = () => Promise.resolve(undefined);
        const variables = Object.entries(settings).map(([name, value]) => `${name}='${value}'`);
        const steps = [`cd '${join(folder, "program")}'`, `export ${variables.join(" ")}`];
        const destroy = `'${command.executable}' destroy --stack ${stackName} --yes`;
        const byHand = [...steps, destroy].join("\n");
        return new Deployment(record, stack, command, byHand, join(folder, "state"), say);
    }

    /** Creates the resources, or updates them. */
    async up(settings: Settings): Promise<Deployed> {
        const { account, name, region } = this.record;
        const config = {
            "aws:region": region,
            // The provider may find other credentials than the AWS SDK for JavaScript, if the environment has several.
            "aws:allowedAccountIds": [account],
            "aws:defaultTags": { tags: { "aurora-s3-access-test": name } },
            "aurora-s3-access-aws-test:settings": settings,
        };
        await this.stack.workspace.saveStackSettings(stackName, { config });
        const events: EngineEvent[] = [];
        const options = { onOutput: steps(this.say), color: "never" as const, suppressOutputs: true };
        await this.stack
            .up({ ...options, onEvent: (event) => void events.push(event) })
            .catch(withDiagnostics("pulumi up"));
        return runOf(events, "").outputs as unknown as Deployed;
    }

    /** Also what an engine that was killed had begun to create, as far as its state tells. */
    async destroy(): Promise<void> {
        await this.stack
            .destroy({ onOutput: steps(this.say), color: "never", suppressOutputs: true })
            .catch(withDiagnostics("pulumi destroy"));
    }

    interrupt(): void {
        this.command.interrupt();
    }

    /** Takes away the lock that an engine that was killed has left. One that is still at work keeps it. */
    async unlock(): Promise<void> {
        for (const { pid } of await locks(this.stateFolder)) {
            if (isRunning(pid))
                throw new Error(`A run is still at work, in the process ${pid}. Wait until it ends.`);
            await this.stack.cancel();
        }
    }
}

/** Of what the engine prints, the lines about resources: errors come when it ends. */
function steps(say: (line: string) => void): (text: string) => void {
    let rest = "";
    return (text) => {
        const lines = (rest + text).split("\n");
        rest = lines.pop()!;
        lines.filter((line) => /^ *[+~-]/.test(line)).forEach((line) => say(line.trimEnd()));
    };
}

/** An error of the engine with its own errors alone: its steps are printed already. */
function withDiagnostics(operation: string): (error: Error) => never {
    return ({ message }) => {
        const [, diagnostics] = /^Diagnostics:\n(.*?)^Resources:/ms.exec(message) ?? [];
        throw new Error(`${operation} failed: ${diagnostics ?? message}`);
    };
}

/** The file backend has a lock of one engine in one file. */
async function locks(stateFolder: string): Promise<{ pid: number }[]> {
    const folder = join(stateFolder, ".pulumi/locks");
    if (!existsSync(folder)) return [];
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".json"));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    return texts.map((text) => JSON.parse(text) as { pid: number });
}

function isRunning(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
