import { type ChildProcessByStdio, spawn } from "node:child_process";
import { devNull } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Connection } from "../emulator/clients";
import { virtualEnvironment } from "../python";

interface AwsCli {
    process: ChildProcessByStdio<Writable, Readable, null>;
    answers: AsyncIterator<string, unknown>;
}

/** What runs commands of the AWS CLI, as a shell would; one that fails is an error with what it printed. */
export function useAwsCli(): (commands: readonly string[], connection: Connection) => Promise<void> {
    let cli: AwsCli;
    before(async function () {
        this.timeout(300_000);
        cli = await start();
    });
    after(() => cli.process.stdin.end());
    return async (commands, { endpoint, region, credentials }) => {
        const environment = {
            AWS_ENDPOINT_URL: endpoint,
            AWS_DEFAULT_REGION: region,
            AWS_ACCESS_KEY_ID: credentials.accessKeyId,
            AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        };
        for (const command of commands) {
            cli.process.stdin.write(`${JSON.stringify({ command, environment })}\n`);
            const { value } = (await cli.answers.next()) as { value: string };
            const { code, printed } = JSON.parse(value) as { code: number; printed: string };
            if (code !== 0) throw new Error(`${command}\n${printed.trim()}`);
        }
    };
}

async function start(): Promise<AwsCli> {
    const environment = await virtualEnvironment({
        name: "aws-cli",
        user: "The AWS CLI of the tests",
        contents: "The AWS CLI",
        installTime: "15 seconds",
        requirements: join(__dirname, "requirements.txt"),
    });
    // Of the user's environment nothing may count.
    const cli = spawn(join(environment, "bin", "python"), ["-B", join(__dirname, "run.py")], {
        stdio: ["pipe", "pipe", "inherit"],
        env: {
            AWS_CONFIG_FILE: devNull,
            AWS_SHARED_CREDENTIALS_FILE: devNull,
            AWS_EC2_METADATA_DISABLED: "true",
        },
    });
    return { process: cli, answers: createInterface(cli.stdout)[Symbol.asyncIterator]() };
}
