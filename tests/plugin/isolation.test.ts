import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { isolated, isolateRejections } from "../../provider/plugin/isolation";
import { component, usePlugin } from "./support/construct";
import { gate } from "./support/gate";
import type { Engine } from "./support/engine";
import { Monitor } from "./support/monitor";
import { nodes, withNode } from "./support/nodes";
import type { Plugin } from "./support/plugin";

const inputs = { importFrom: [{ bucket: "raw" }], clusters: [{ clusterIdentifier: "sales" }] };

/** Children of a component, by type and the ending of their names. */
const children = [
    ["aws:iam/policy:Policy", "import"],
    ["aws:iam/role:Role", "role"],
    ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "import"],
    // No output depends on it.
    ["aws:rds/clusterRoleAssociation:ClusterRoleAssociation", "cluster"],
];

/** Rejects a promise outside of any component, at a signal. What the SDK prints of it would only look like a mistake here. */
const rejectAtSignal = `process.on("SIGUSR2", () => {
    console.error = () => undefined;
    Promise.reject(new Error("it belongs to nobody"));
})`;

for (const version of nodes) {
    describe(`a component that fails on Node.js ${version}`, () => {
        const { plugin, engine, construct, failure } = usePlugin(() => withNode(version));

        it("by a child does so alone, under its own name, among fifty at once", async () => {
            const { hold, held, letGo } = gate(isGoodRole);
            const refused = new Set<string>();
            // One for all, as the engine has it.
            const monitor = await Monitor.start({
                beforeAnswer: (id) => (refused.has(id) ? refuse(id) : hold(id)),
            });
            const asked = (name: string) => ({
                name,
                change: (request: ConstructRequest) => void request.setMonitorendpoint(monitor.address),
            });
            const good = Array.from({ length: 42 }, (_, i) => construct(inputs, asked(`good-${i}`)));
            await held(good.length);
            const bad = Array.from({ length: 8 }, async (_, i) => {
                const [type, ending] = children[i % children.length]!;
                const child = `bad-${i}-${ending}`;
                refused.add(`${type} ${child}`);
                const { status, message } = await failure(inputs, asked(`bad-${i}`));
                const expected = `failed to register new resource ${child} [${type}]: 2 UNKNOWN: no ${type} ${child}`;
                // Before it the SDK may name the properties that would have come from the child.
                assert.deepEqual([status, message.slice(-expected.length)], ["UNKNOWN", expected]);
            });
            await Promise.all(bad);
            letGo();
            (await Promise.all(good)).forEach(({ state }, i) =>
                assert.deepEqual([state.roleName, Object.keys(state).length], [`good-${i}-role`, 11]),
            );
            monitor.stop();
        });

        it("by an invoke does so alone", async () => {
            const { hold, held, letGo } = gate(isGoodRole);
            const good = construct(inputs, { name: "good", beforeAnswer: hold });
            await held(1);
            const { status, message } = await failure(inputs, { name: "bad", beforeReturn: refuse });
            letGo();
            assert.equal(status, "UNKNOWN");
            assert.match(message, /no aws:index\/\w+:\w+$/);
            assert.equal((await good).state.roleName, "good-role");
        });

        it("takes no warning from another", async () => {
            const likelyWrong = { importFrom: [{ bucket: "Old_Bucket" }] };
            await failure(likelyWrong, { name: "bad", beforeAnswer: refuse });
            const { logged } = await construct(likelyWrong, { name: "good" });
            assert.deepEqual(
                logged.map(({ severity, on }) => [severity, on]),
                [["warning", `${component} good`]],
            );
        });

        it("fails neither the deployment besides nor the plugin", async () => {
            await failure(inputs, { beforeAnswer: refuse });
            const errors = engine().logged.filter(({ severity }) => severity === "error");
            assert.deepEqual([errors, await exitCode(plugin(), engine())], [[], 0]);
        });
    });

    describe(`a failure outside of any component on Node.js ${version}`, () => {
        const { plugin, engine, failure } = usePlugin(async () => ({
            ...(await withNode(version)),
            NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(rejectAtSignal)}`,
        }));

        it("is answered to all that are under way, and fails the plugin", async () => {
            const { hold, held } = gate(isGoodRole);
            const underWay = ["good-0", "good-1"].map((name) =>
                failure(inputs, { name, beforeAnswer: hold }),
            );
            await held(underWay.length);
            plugin().process.kill("SIGUSR2");
            for (const { message } of await Promise.all(underWay))
                assert.equal(message, "it belongs to nobody");
            assert.equal(await exitCode(plugin(), engine()), 1);
        });
    });
}

const isGoodRole = (id: string) => id.startsWith("aws:iam/role:Role good");

describe("isolated work", () => {
    const others = process.listeners("unhandledRejection");
    before(isolateRejections);
    after(() => {
        process.removeAllListeners("unhandledRejection");
        others.forEach((listener) => process.on("unhandledRejection", listener));
    });

    const error = new pulumi.InputPropertiesError({ message: "mistaken", errors: [] });
    const leaveBehind = () => void Promise.reject(error);
    const outcome = (work: () => Promise<unknown>) => isolated(work).catch((reason: unknown) => reason);

    it("fails with the very error that it leaves behind, so that mistakes in inputs are answered as such", async () => {
        const waiting = outcome(() => {
            leaveBehind();
            return new Promise(() => undefined);
        });
        assert.equal(await waiting, error);
    });

    it("fails with what it leaves behind in its last step", async () => {
        const done = outcome(() => {
            leaveBehind();
            return Promise.resolve("done");
        });
        assert.equal(await done, error);
    });

    it("is done no harm, and does none, by what it leaves behind after its end, the same error again included", async () => {
        let rejected!: Promise<void>;
        const done = await outcome(() => {
            rejected = setTimeout(20).then(leaveBehind).then(leaveBehind);
            return Promise.resolve("done");
        });
        const other = outcome(() => setTimeout(40, "other"));
        await rejected;
        assert.deepEqual([done, await other], ["done", "other"]);
    });
});

function refuse(what: string): never {
    throw new Error(`no ${what}`);
}

/** With which code the plugin ends when its engine does. */
async function exitCode(plugin: Plugin, engine: Engine): Promise<unknown> {
    const ended = once(plugin.process, "exit");
    engine.stop();
    const [code] = (await ended) as unknown[];
    return code;
}
