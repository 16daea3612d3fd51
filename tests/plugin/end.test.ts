import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { projectFolder } from "../../tools/project";
import { constructRequest } from "./support/construct";
import { Monitor } from "./support/monitor";
import { Plugin } from "./support/plugin";

/** A gRPC server in a process of its own, which can be killed. */
const server = `
const { Server, ServerCredentials } = require("@grpc/grpc-js");
new Server().bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (_, port) => console.log(port));
`;

describe("the end of the plugin", () => {
    const processes: ChildProcess[] = [];
    const plugins: Plugin[] = [];
    afterEach(async () => {
        processes.splice(0).forEach((each) => each.kill("SIGKILL"));
        await Promise.all(plugins.splice(0).map((each) => each.stop()));
    });

    async function startEngineProcess() {
        const engine = spawn(process.execPath, ["-e", server], {
            cwd: projectFolder,
            stdio: ["ignore", "pipe", "inherit"],
        });
        processes.push(engine);
        const [port] = (await once(createInterface(engine.stdout), "line")) as [string];
        return { address: `127.0.0.1:${port}`, kill: () => engine.kill("SIGKILL") };
    }

    async function start(...args: string[]): Promise<Plugin> {
        const plugin = await Plugin.start({ args });
        plugins.push(plugin);
        return plugin;
    }

    /** Whether it has ended within two seconds. */
    async function ends(plugin: Plugin): Promise<boolean> {
        if (!plugin.runs) return true;
        const waited = new AbortController();
        const left = delay(2000, "runs", { signal: waited.signal }).catch(() => "runs");
        const outcome = await Promise.race([once(plugin.process, "exit"), left]);
        waited.abort();
        return outcome !== "runs";
    }

    it("comes when its engine is killed, and not before", async () => {
        const engine = await startEngineProcess();
        const plugin = await start(engine.address);
        assert.equal(await ends(plugin), false);
        engine.kill();
        assert.equal(await ends(plugin), true);
    });

    it("comes when its engine is killed while a component waits for it", async () => {
        const engine = await startEngineProcess();
        const plugin = await start(engine.address);
        let waits!: () => void;
        const waiting = new Promise<void>((resolve) => (waits = resolve));
        const monitor = await Monitor.start({
            beforeAnswer: () => {
                waits();
                return new Promise<void>(() => undefined);
            },
        });
        const request = constructRequest(monitor.address, { importFrom: [{ bucket: "raw" }] });
        plugin.call("construct", request).catch(() => undefined);
        await waiting;
        engine.kill();
        assert.equal(await ends(plugin), true);
        monitor.stop();
    });

    it("comes when its engine was gone before it could start", async () => {
        const engine = await startEngineProcess();
        engine.kill();
        await refusesConnections(engine.address);
        assert.equal(await ends(await start(engine.address)), true);
    });

    it("does not come with the end of a collector of traces", async () => {
        const engine = await startEngineProcess();
        const plugin = await start("-v=9", "--logtostderr", "--tracing", "tcp://127.0.0.1:1", engine.address);
        assert.equal(await ends(plugin), false);
        engine.kill();
        assert.equal(await ends(plugin), true);
    });

    it("does not come without an engine, as when started by hand", async () => {
        const plugin = await start();
        assert.equal(await ends(plugin), false);
        await plugin.call("getPluginInfo", new Empty());
    });

    it("does not come with a component that asks for an engine where there is none", async () => {
        const plugin = await start();
        const { message } = (await plugin
            .call("construct", new ConstructRequest())
            .catch((error: unknown) => error)) as Error;
        assert.equal(message, "fatal: Missing <engine> address");
        assert.equal(await ends(plugin), false);
    });
});

async function refusesConnections(address: string): Promise<void> {
    const [host, port] = address.split(":");
    for (;;) {
        const socket = connect(Number(port), host);
        const refused = await once(socket, "connect").then(
            () => false,
            () => true,
        );
        socket.destroy();
        if (refused) return;
        await delay(10);
    }
}
