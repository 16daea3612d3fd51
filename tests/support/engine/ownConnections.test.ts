import { Server, ServerCredentials } from "@grpc/grpc-js";
import { runtime } from "@pulumi/pulumi";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { SupportsFeatureRequest, SupportsFeatureResponse } from "@pulumi/pulumi/proto/resource_pb";
import * as state from "@pulumi/pulumi/runtime/state";
import assert from "node:assert/strict";
import { makeOwnConnections } from "./ownConnections";

// Not in the SDK's types.
const { withLocalStorage } = state as unknown as {
    withLocalStorage: (use: () => Promise<void>) => Promise<void>;
};

/** An engine's server, as far as a program asks it what it supports. */
async function serve(port = 0): Promise<{ port: number; stop: () => void }> {
    const server = new Server();
    server.addService(ResourceMonitorService, {
        supportsFeature: (_call: unknown, answer: (error: null, response: SupportsFeatureResponse) => void) =>
            answer(null, new SupportsFeatureResponse()),
    });
    const bound = await new Promise<number>((resolve, reject) =>
        server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, at) =>
            error ? reject(error) : resolve(at),
        ),
    );
    return { port: bound, stop: () => server.forceShutdown() };
}

/** What a run of an inline program asks with. */
async function inRun(port: number, use: (ask: () => Promise<string>) => Promise<void>): Promise<void> {
    await withLocalStorage(async () => {
        runtime.resetOptions("project", "stack", 1, "", `127.0.0.1:${port}`, true, "organization");
        const monitor = runtime.getMonitor()!;
        await use(
            () =>
                new Promise((resolve) =>
                    monitor.supportsFeature(new SupportsFeatureRequest(), (error: Error | null) =>
                        resolve(error ? error.message : "answered"),
                    ),
                ),
        );
    });
}

describe("A run in this process", () => {
    it("reaches an engine that has the port of an earlier one", async () => {
        makeOwnConnections();
        const earlier = await serve();
        await inRun(earlier.port, async (ask) => {
            assert.equal(await ask(), "answered");
            earlier.stop();
            assert.match(await ask(), /UNAVAILABLE/);
        });
        const later = await serve(earlier.port);
        try {
            await inRun(later.port, async (ask) => assert.equal(await ask(), "answered"));
        } finally {
            later.stop();
        }
    });
});
