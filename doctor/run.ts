import { type Given, read } from "./cli";
import { commandsText, helpText, versionText } from "./help";
import { Progress } from "./progress";

/** The exit code if the doctor could not examine the cluster, or not all of it. */
const couldNotRun = 2;

/** Runs `aurora-s3-access` with these words, and returns its exit code. */
export async function run(words: readonly string[]): Promise<number> {
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
            return diagnose(order.given);
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

async function diagnose({ json, region, profile, ...question }: Given): Promise<number> {
    // Only now: it takes longer to load than --help may take.
    const { examine, CannotRun } = await import("./examine");
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
