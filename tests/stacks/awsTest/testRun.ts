import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { scratchFolder } from "../../../tools/cache";
import { projectFolder } from "../../../tools/project";
import { startDataApi, type DataApi } from "../../support/data-api/server";
import type { SourceKeys } from "../../support/data-api/role";
import { startEmulator, type Emulator } from "../../support/emulator/emulator";

export interface Ended {
    exitCode: number | null;
    output: string;
}

export interface Started {
    child: ChildProcess;
    /** What it has printed so far. */
    output: () => string;
    ended: Promise<Ended>;
}

/** An emulated AWS with the Data API, and `npm run test:aws` on it. */
export class AwsTest {
    private constructor(
        readonly aws: Emulator,
        private readonly dataApi: DataApi,
        private readonly folder: string,
    ) {}

    static async begin(keys: SourceKeys = "sent"): Promise<AwsTest> {
        const aws = await startEmulator();
        return new AwsTest(aws, await startDataApi(aws, keys), await scratchFolder("awsTest-"));
    }

    async end(): Promise<void> {
        await this.dataApi.stop();
        await this.aws.stop();
        await rm(this.folder, { recursive: true });
    }

    /** What is known on this machine of runs that are not gone. */
    async runs(): Promise<string[]> {
        return existsSync(this.folder) ? readdir(this.folder) : [];
    }

    start(...args: string[]): Started {
        const { endpoint, region, credentials } = this.aws;
        const command = [
            "--require",
            join(projectFolder, "tests/register.js"),
            join(__dirname, "command.ts"),
        ];
        const kept = Object.entries(process.env).filter(([name]) => !/^(AWS|PULUMI|TS_NODE)_/.test(name));
        const child = spawn(process.execPath, [...command, this.folder, ...args], {
            env: {
                ...Object.fromEntries(kept),
                AWS_CONFIG_FILE: devNull,
                AWS_SHARED_CREDENTIALS_FILE: devNull,
                AWS_EC2_METADATA_DISABLED: "true",
                AWS_ENDPOINT_URL: endpoint,
                AWS_ENDPOINT_URL_RDS_DATA: this.dataApi.endpoint,
                AWS_REGION: region,
                AWS_ACCESS_KEY_ID: credentials.accessKeyId,
                AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
            },
            stdio: ["ignore", "pipe", "pipe"],
        });
        let output = "";
        for (const stream of [child.stdout, child.stderr])
            stream.on("data", (text: Buffer) => (output += text.toString()));
        const ended = once(child, "close").then(([exitCode]) => ({
            exitCode: exitCode as number | null,
            output,
        }));
        return { child, output: () => output, ended };
    }

    run(...args: string[]): Promise<Ended> {
        return this.start(...args).ended;
    }
}
