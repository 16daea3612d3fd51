import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { createRole } from "./builders";
import { startEmulator } from "./emulator";
import { pythonWithMoto } from "./python";
import { startServer } from "./server";

function isServed(endpoint: string): Promise<boolean> {
    return fetch(endpoint).then(
        () => true,
        () => false,
    );
}

async function assertEnds(endpoint: string): Promise<void> {
    for (let i = 0; i < 100 && (await isServed(endpoint)); i++) await sleep(50);
    assert.ok(!(await isServed(endpoint)));
}

/** A process of its own that has started an emulator, in a process group of its own. */
async function startParent(): Promise<{ parent: ChildProcess; endpoint: string }> {
    const start = `
        process.on("SIGINT", () => undefined);
        const { startEmulator } = require(${JSON.stringify(require.resolve("./emulator"))});
        startEmulator().then(({ endpoint }) => console.log(endpoint));`;
    const parent = spawn(process.execPath, ["--require", "ts-node/register", "--eval", start], {
        detached: true,
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, TS_NODE_TRANSPILE_ONLY: "true" },
    });
    const [endpoint] = (await once(createInterface(parent.stdout), "line")) as [string];
    return { parent, endpoint };
}

describe("The emulated AWS's server", function () {
    this.timeout(20_000);

    before(async function () {
        this.timeout(300_000);
        await pythonWithMoto();
    });

    it("ends when it is stopped", async () => {
        const { endpoint, stop } = await startEmulator();
        assert.ok(await isServed(endpoint));
        await stop();
        assert.ok(!(await isServed(endpoint)));
    });

    it("runs as often as it is started", async () => {
        const [first, second] = await Promise.all([startEmulator(), startEmulator()]);
        await createRole(first.aws, "loader");
        assert.deepEqual(await second.leftovers(), []);
        await Promise.all([first.stop(), second.stop()]);
    });

    for (const signal of ["SIGKILL", "SIGTERM"] as const) {
        it(`ends when its parent is ended by ${signal}`, async () => {
            const { parent, endpoint } = await startParent();
            assert.ok(await isServed(endpoint));
            parent.kill(signal);
            await assertEnds(endpoint);
        });
    }

    it("is not reached by Ctrl-C before its parent has ended", async () => {
        const { parent, endpoint } = await startParent();
        process.kill(-parent.pid!, "SIGINT");
        await sleep(200);
        assert.ok(await isServed(endpoint));
        parent.kill("SIGKILL");
        await assertEnds(endpoint);
    });

    for (const signal of ["SIGINT", "SIGTERM"] as const) {
        it(`ends at ${signal}`, async () => {
            const server = spawn(await pythonWithMoto(), ["-B", join(__dirname, "server.py")]);
            await once(createInterface(server.stdout), "line");
            server.kill(signal);
            assert.deepEqual(await once(server, "exit"), [0, null]);
        });
    }

    it("tells why it could not start", async () => {
        await assert.rejects(startServer(process.execPath), {
            message: /^The emulated AWS \(server\.py\) exited before it was reachable:\n.*bad option: -B/,
        });
    });

    it("names a Python that cannot be run", async () => {
        await assert.rejects(startServer("/no/such/python"), { message: "spawn /no/such/python ENOENT" });
    });
});
