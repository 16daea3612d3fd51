import { type Given, read } from "./cli";
import { commandsText, helpText, versionText } from "./help";
import type * as Examine from "./examine";
import { Progress } from "./progress";

/** The exit code if the doctor could not examine the cluster, or not all of it. */
const couldNotRun = 2;

/** Loads what examines a cluster. */
export type Load = () => Promise<typeof Examine>;

/** Runs `aurora-s3-access` with these words, and returns its exit code. */
export async function run(words: readonly string[], load: Load): Promise<number> {
    const [command, ...args] = words;
    if (command !== "doctor") return runWithoutCommand(command);
    const order = read(args);
    switch (order.what) {
        case "help":
            process.stdout.write(helpText);
            return 0;
        case "version":
            process.stdout.write(versionText);
            return 0;
        case "mistakes":
            tell([...order.mistakes, `Run "aurora-s3-access doctor --help" for the options.`]);
            return couldNotRun;
        case "diagnose":
            return diagnose(order.given, load);
    }
}

function runWithoutCommand(command: string | undefined): number {
    if (command === "--version") process.stdout.write(versionText);
    else if (command === undefined || command === "--help" || command === "-h") {
        process.stdout.write(commandsText);
    } else {
        tell([`${JSON.stringify(command)}: unknown command. Use "aurora-s3-access doctor CLUSTER".`]);
        return couldNotRun;
    }
    return 0;
}

async function diagnose({ json, region, profile, ...question }: Given, load: Load): Promise<number> {
    // Whoever runs the doctor cannot choose its AWS SDK.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
    // Only now: it takes longer to load than --help may take.
    const { examine, CannotRun } = await load();
    const progress = new Progress(process.stderr);
    try {
        const { report, exitCode } = await examine(
            { ...question, progress: progress.say },
            { region, profile },
            {
                json,
                color: colors(process.stdout),
                width: process.stdout.columns ?? 100,
            },
        );
        progress.end();
        process.stdout.write(report);
        return exitCode;
    } catch (error) {
        progress.end();
        if (!(error instanceof CannotRun)) throw error;
        tell([error.message]);
        return couldNotRun;
    }
}

// https://no-color.org
const colors = (stream: NodeJS.WriteStream): boolean => stream.isTTY && !process.env.NO_COLOR;

function tell(lines: readonly string[]): void {
    process.stderr.write(lines.map((line) => `${line}\n`).join(""));
}
