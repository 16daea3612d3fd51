import { spawn } from "node:child_process";
import { once } from "node:events";
import { devNull } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Connection } from "../emulator/clients";
import { virtualEnvironment } from "../python";

/** Runs commands of the AWS CLI, as a shell would; one that fails is an error with what it printed. */
export async function runAwsCommands(
    commands: readonly string[],
    { endpoint, region, credentials }: Connection,
): Promise<void> {
    const environment = await virtualEnvironment({
        name: "aws-cli",
        user: "The AWS CLI of the tests",
        contents: "The AWS CLI",
        installTime: "15 seconds",
        requirements: join(__dirname, "requirements.txt"),
    });
    const cli = spawn(join(environment, "bin", "python"), ["-B", join(__dirname, "run.py")], {
        stdio: ["pipe", "pipe", "inherit"],
        env: {
            AWS_CONFIG_FILE: devNull,
            AWS_SHARED_CREDENTIALS_FILE: devNull,
            AWS_EC2_METADATA_DISABLED: "true",
            AWS_ENDPOINT_URL: endpoint,
            AWS_DEFAULT_REGION: region,
            AWS_ACCESS_KEY_ID: credentials.accessKeyId,
            AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
            AWS_PAGER: "",
        },
    });
    const exited = once(cli, "exit");
    const answers = createInterface(cli.stdout)[Symbol.asyncIterator]();
    try {
        for (const command of commands) {
            cli.stdin.write(`${JSON.stringify(command)}\n`);
            const { value } = (await answers.next()) as { value: string };
            const { code, printed } = JSON.parse(value) as { code: number; printed: string };
            if (code !== 0) throw new Error(`${command}\n${printed.trim()}`);
        }
    } finally {
        cli.stdin.end();
        await exited;
    }
}
