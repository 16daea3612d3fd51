import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const register = join(__dirname, "../../register.js");

describe("npm run emulator", () => {
    let served: ChildProcessByStdio<null, Readable, null>;
    // A command that goes on holds the output of the tests open, and they never end.
    afterEach(() => served.kill());

    it("prints the environment in which AWS's tools find the emulated AWS, and ends when it is told to", async function () {
        this.timeout(300_000);
        served = spawn(process.execPath, ["--require", register, join(__dirname, "serve.ts")], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        const printed: Record<string, string> = {};
        for await (const line of createInterface(served.stdout)) {
            const [, name, value] = /^export ([A-Z_]+)=(\S+)$/.exec(line)!;
            printed[name!] = value!;
            if (Object.keys(printed).length === 5) break;
        }
        assert.equal(printed.AWS_DEFAULT_REGION, printed.AWS_REGION);
        const endpoint = printed.AWS_ENDPOINT_URL!;
        const sts = new STSClient({
            endpoint,
            region: printed.AWS_REGION,
            credentials: {
                accessKeyId: printed.AWS_ACCESS_KEY_ID!,
                secretAccessKey: printed.AWS_SECRET_ACCESS_KEY!,
            },
        });
        const { Account } = await sts.send(new GetCallerIdentityCommand({}));
        assert.equal(Account, "123456789012");

        const exited = once(served, "exit");
        served.kill("SIGINT");
        await exited;
        for (let tries = 0; await answers(endpoint); tries++) {
            assert.ok(tries < 100, "the server has outlived the command");
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    });
});

const answers = (endpoint: string): Promise<boolean> =>
    fetch(`${endpoint}/moto-api/calls`).then(
        () => true,
        () => false,
    );
