import assert from "node:assert/strict";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { usePlugin } from "./support/construct";
import { gate } from "./support/gate";
import { Monitor } from "./support/monitor";

const inputs = { importFrom: [{ bucket: "raw" }] };
const invokes = ["aws:index/getCallerIdentity:getCallerIdentity", "aws:index/getPartition:getPartition"];
const names = ["one", "two", "three", "four", "five"];
const provider = (name: string) =>
    `urn:pulumi:stack::project::pulumi:providers:aws::${name}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`;

describe("The components of one deployment", () => {
    const { construct } = usePlugin();
    const { hold, held, letGo } = gate((token) => invokes.includes(token));
    let monitor: Awaited<ReturnType<typeof Monitor.start>>;
    beforeEach(async () => (monitor = await Monitor.start()));
    afterEach(() => monitor.stop());

    const withMonitor = (name: string, change: (request: ConstructRequest) => void = () => undefined) =>
        construct(inputs, {
            name,
            change: (request) => {
                request.setMonitorendpoint(monitor.address);
                change(request);
            },
        });
    const called = () => monitor.called.map(({ token }) => token).sort();

    it("ask the AWS provider once, if they are under way at the same time", async () => {
        const waiting = await Monitor.start({ beforeReturn: hold });
        monitor.stop();
        monitor = waiting;
        const made = names.map((name) => withMonitor(name));
        await held(2);
        letGo();
        await Promise.all(made);
        assert.deepEqual(called(), invokes);
    });

    it("ask it again, if one is under way after the other: the next deployment may have the same address", async () => {
        await withMonitor("one");
        await withMonitor("two");
        assert.deepEqual(called(), [invokes[0], ...invokes, invokes[1]]);
    });

    it("ask each AWS provider that they have", async () => {
        const made = ["east", "west"].map((name) =>
            withMonitor(name, (request) => request.getProvidersMap().set("aws", provider(name))),
        );
        await Promise.all(made);
        assert.deepEqual(
            monitor.called.map((call) => call.provider).sort(),
            ["east", "east", "west", "west"].map(provider),
        );
    });

    it("ask the engine once what it supports", async () => {
        await Promise.all(names.map((name) => withMonitor(name)));
        await withMonitor("later");
        assert.ok(monitor.askedFor.includes("secrets"));
        assert.deepEqual(monitor.askedFor, [...new Set(monitor.askedFor)]);
    });
});
