import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { Runs } from "../../../tools/awsTest/deploy/runs";
import { main } from "../../../tools/awsTest/main";
import { scratchFolder } from "../../../tools/cache";
import { useEmulator } from "../../support/emulator/builders";

describe("npm run test:aws creates and deletes nothing", () => {
    const emulator = useEmulator();
    const before_ = { ...process.env };
    let folder: string;
    beforeEach(async () => {
        folder = await scratchFolder("awsTest-");
        const { endpoint, region, credentials } = emulator();
        Object.assign(process.env, {
            AWS_CONFIG_FILE: devNull,
            AWS_SHARED_CREDENTIALS_FILE: devNull,
            AWS_EC2_METADATA_DISABLED: "true",
            AWS_ENDPOINT_URL: endpoint,
            AWS_REGION: region,
            AWS_ACCESS_KEY_ID: credentials.accessKeyId,
            AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        });
    });
    afterEach(async () => {
        process.env = { ...before_ };
        await rm(folder, { recursive: true });
    });

    async function run(...args: string[]): Promise<number> {
        const surroundings = {
            terminal: { input: new PassThrough(), output: new PassThrough() },
            runs: new Runs(folder),
            pace: { doublings: 1, pause: 1 },
        };
        try {
            return await main(args, surroundings);
        } finally {
            assert.deepEqual(await emulator().changes(), []);
        }
    }

    async function leave(name: string, account: string): Promise<void> {
        await mkdir(join(folder, name));
        const record = { name, account, region: "us-east-1" };
        await writeFile(join(folder, name, "run.json"), JSON.stringify(record));
    }

    it("if nobody can be asked", async () => {
        const message = "There is no terminal to ask for confirmation. To run it anyway, add --yes.";
        await assert.rejects(run(), { message });
    });

    it("without credentials", async () => {
        delete process.env.AWS_ACCESS_KEY_ID;
        const message = /^AWS credentials are required, but none can be used: /;
        await assert.rejects(run("--yes"), { message });
    });

    it("without a Region", async () => {
        delete process.env.AWS_REGION;
        const message = "No AWS Region is set. Set AWS_REGION, or the region of the profile in AWS_PROFILE.";
        await assert.rejects(run("--yes"), { message });
    });

    it("while an earlier run has left something", async () => {
        await leave("aurora-s3-test-1", "123456789012");
        const message = `An earlier run has left resources: aurora-s3-test-1. Run "npm run test:aws -- --destroy" first.`;
        await assert.rejects(run("--yes"), { message });
    });

    it("in another account than that of the earlier run", async () => {
        await leave("aurora-s3-test-1", "111122223333");
        const message =
            "aurora-s3-test-1 is in the account 111122223333, but the credentials are those of 123456789012.";
        await assert.rejects(run("--destroy", "--yes"), { message });
    });

    it("if an earlier run has left nothing", async () => {
        assert.equal(await run("--destroy", "--yes"), 0);
    });

    it("with an option that it does not know", async () => {
        await assert.rejects(run("--force"), { message: /Unknown option '--force'/ });
    });
});
