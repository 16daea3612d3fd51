import {
    type Deployment,
    type EngineEvent,
    type ImportResource,
    LocalWorkspace,
    type PreviewOptions,
    Stack,
    type UpOptions,
} from "@pulumi/pulumi/automation";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { LanguageEnvironment } from "../languages";
import { nodejs } from "../languages/nodejs";
import { guardedCommand, type GuardedCommand } from "./command";
import { type AwsAccount, engineEnvironment } from "./environment";
import { makeOwnConnections } from "./ownConnections";
import { descendantsOf, kill } from "./processes";
import { FailedRun, type Run, runOf } from "./run";
import { copyProgram, makeWorkFolder, removeWorkFolder } from "./workFolder";

export interface TestStackOptions {
    /** The AWS that the program deploys to. Without it there are no credentials and no endpoint. */
    aws?: AwsAccount;
    /** The folder with the engine's plugins; an empty one of its own unless given. */
    pulumiHome?: string;
    /** As for `pulumi config set`: a key without a namespace, like that of `aws:region`, is the project's own. */
    config?: Record<string, string | object>;
    /** What the program is written in, and what it needs to run: Node.js unless given. */
    language?: LanguageEnvironment;
    /** The name of the stack: `test` unless given. */
    name?: string;
    /** Is told what the engine prints, as it comes. */
    onOutput?: (text: string) => void;
}

/** A program that runs in this process; what it returns are the stack's outputs. */
export type Program = () => Outputs | Promise<Outputs>;

type Outputs = Record<string, unknown> | void;

/** Of all resources only these, by their URNs, in which `**` stands for anything. */
type Targeting = "target" | "targetDependents";

type Operation = "preview" | "up" | "refresh" | "destroy";

interface State {
    resources?: Record<string, unknown>[];
    /** What an engine that was killed had begun and not ended. */
    pending_operations?: Record<string, unknown>[];
}

/**
 * A stack on the real engine, with state, settings and work folder of its own below `.cache/`. Nothing of the user's
 * Pulumi or AWS settings counts. Several may run side by side.
 */
export class TestStack {
    /** A stack of a copy of the program in `folder`. */
    static async fromFolder(folder: string, options: TestStackOptions = {}): Promise<FolderStack> {
        const workFolder = await makeWorkFolder(basename(folder));
        const program = await copyProgram(folder, workFolder);
        const { language = nodejs } = options;
        await language.install(program);
        return new FolderStack(
            workFolder,
            options,
            ...(await makeStack(workFolder, program, language, options)),
        );
    }

    /** A stack of a program that runs in this process. One runs after another. */
    static async inline(
        name: string,
        program: Program,
        options: TestStackOptions = {},
    ): Promise<InlineStack> {
        makeOwnConnections();
        const workFolder = await makeWorkFolder(name);
        const made = await makeStack(workFolder, workFolder, nodejs, options, { name, program });
        return new InlineStack(workFolder, options, ...made);
    }

    constructor(
        protected readonly workFolder: string,
        private readonly options: TestStackOptions,
        protected readonly stack: Stack,
        private readonly command: GuardedCommand,
    ) {}

    /** `importFile` is where to write what the preview would create, as `pulumi import` reads it. */
    preview(options: Pick<PreviewOptions, "importFile" | Targeting> = {}): Promise<Run> {
        return this.run("preview", options);
    }

    /** With `refresh`, the update reads from AWS first what is there. */
    up(options: Pick<UpOptions, "refresh" | Targeting> = {}): Promise<Run> {
        return this.run("up", options);
    }

    /** With `clearPendingCreates` it forgets what an engine that was killed had begun to create. */
    refresh(options: { clearPendingCreates?: boolean } = {}): Promise<Run> {
        return this.run("refresh", options);
    }

    destroy(): Promise<Run> {
        return this.run("destroy");
    }

    /** Takes away the lock that an engine that was killed has left. */
    cancel(): Promise<void> {
        return this.stack.cancel();
    }

    /** Takes over what is in AWS already, as `pulumi import --file` does. */
    async import(resources: ImportResource[], nameTable: Record<string, string>): Promise<void> {
        await this.stack.import({ resources, nameTable, protect: false, generateCode: false });
    }

    /** Interrupts the run under way, as Ctrl-C does. */
    interrupt(): void {
        process.kill(-this.engine, "SIGINT");
    }

    /** Kills the plugins of the run under way that were started by a command with `part` in it. */
    killPlugin(part: string): void {
        const plugins = descendantsOf(this.engine).filter(({ command }) => command.includes(part));
        if (plugins.length === 0) throw new Error(`no plugin is running with ${part} in its command`);
        kill(plugins.map(({ pid }) => pid));
    }

    /** Kills the engine of the run under way and all that it has started, as when the machine goes off. */
    killEngine(): void {
        kill([this.engine, ...descendantsOf(this.engine).map(({ pid }) => pid)]);
    }

    private get engine(): number {
        const { pid } = this.command.running() ?? {};
        if (pid === undefined) throw new Error("no engine is running");
        return pid;
    }

    protected async run(operation: Operation, options: object = {}): Promise<Run> {
        const events: EngineEvent[] = [];
        let stdout = "";
        const onEvent = (event: EngineEvent) => void events.push(event);
        const onOutput = (text: string) => {
            stdout += text;
            this.options.onOutput?.(text);
        };
        try {
            await this.stack[operation]({ ...options, onEvent, onOutput, color: "never" });
        } catch (error) {
            throw new FailedRun((error as Error).message, runOf(events, stdout));
        }
        return runOf(events, stdout);
    }

    /** The state as the engine keeps it. */
    async state(): Promise<State> {
        return (await this.stack.exportStack()).deployment as State;
    }

    /** Has the state that was exported from another stack of the same name. */
    async takeState(exported: Deployment): Promise<void> {
        await this.stack.importStack(exported);
    }

    /** Removes what the stack has on this machine. What it deployed stays: that is for `destroy`. */
    dispose(): void {
        removeWorkFolder(this.workFolder);
    }
}

export class FolderStack extends TestStack {
    /** The copy of the program that runs. */
    get folder(): string {
        return this.stack.workspace.workDir;
    }

    /** Replaces `from`, which stands in the program's file once, for the runs to come. */
    async edit(file: string, from: string, to: string): Promise<void> {
        const path = join(this.folder, file);
        const text = await readFile(path, "utf8");
        const times = text.split(from).length - 1;
        if (times !== 1) throw new Error(`${file} has the text to replace ${times} times, not once: ${from}`);
        await writeFile(
            path,
            text.replace(from, () => to),
        );
    }
}

/** The Automation API mixes up programs that run in one process at the same time: an update once ran without its own. */
let lastInline: Promise<unknown> = Promise.resolve();

export class InlineStack extends TestStack {
    protected override run(operation: Operation, options?: object): Promise<Run> {
        const once = () => super.run(operation, options);
        const run = lastInline.then(once).catch((error: Error) => {
            if (!isEcho(error)) throw error;
            return once();
        });
        lastInline = run.catch(() => undefined);
        return run;
    }

    /** The program of the runs to come. */
    set program(program: Program) {
        this.stack.workspace.program = asynchronous(program);
    }
}

/** What the program of a run that was killed still waited for fails later, and is taken for an error of the next run. */
const isEcho = (error: Error) =>
    error instanceof FailedRun &&
    error.run.steps.length === 0 &&
    error.message.includes("UNAVAILABLE: No connection established");

const asynchronous = (program: Program) => async () => program();

async function makeStack(
    workFolder: string,
    programFolder: string,
    language: LanguageEnvironment,
    { name = "test", pulumiHome = join(workFolder, "home"), config = {}, aws }: TestStackOptions,
    inline?: { name: string; program: Program },
): Promise<[Stack, GuardedCommand]> {
    const command = await guardedCommand(language.language);
    const workspace = await LocalWorkspace.create({
        workDir: programFolder,
        pulumiCommand: command.command,
        envVars: { ...engineEnvironment(join(workFolder, "state"), pulumiHome, aws), ...language.env },
        ...(inline && {
            program: asynchronous(inline.program),
            projectSettings: { name: inline.name, runtime: "nodejs" },
        }),
    });
    const { name: project } = await workspace.projectSettings();
    const settings: Record<string, string | object> = {};
    for (const [key, value] of Object.entries(config)) {
        settings[key.includes(":") ? key : `${project}:${key}`] = value;
    }
    await workspace.saveStackSettings(name, { config: settings });

    const stack = await Stack.create(name, workspace);
    // After each run the Automation API starts the CLI up to three times more, for what the events have told.
    stack.outputs = () => Promise.resolve({});
    stack.info = () => Promise.resolve(undefined);
    return [stack, command];
}
