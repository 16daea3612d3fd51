import type { Client } from "@grpc/grpc-js";
import assert from "node:assert/strict";
import { mock } from "node:test";
import { connected, sharedClient } from "../../../provider/plugin/connections";

const notEnded = () => undefined;
let services = 0;

describe("A connection to the engine", () => {
    let service: string;
    let opened: { closed: boolean }[];
    beforeEach(() => {
        service = `service-${services++}`;
        opened = [];
        mock.timers.enable({ apis: ["setTimeout"] });
    });
    afterEach(() => mock.timers.reset());

    const use = (address = "127.0.0.1:1") =>
        sharedClient(service, address, () => {
            const client = { closed: false, close: () => (client.closed = true) };
            opened.push(client);
            return client as unknown as Client;
        });
    const construct = (address?: string) => connected(() => Promise.resolve(use(address)), notEnded);
    const closed = () => opened.map((each) => each.closed);

    it("serves all Constructs of its deployment", async () => {
        const [one, other] = await Promise.all([construct(), construct()]);
        assert.equal(await construct(), one);
        assert.deepEqual([other, opened.length], [one, 1]);
    });

    it("is closed when no Construct has used it for ten seconds", async () => {
        await construct();
        mock.timers.tick(9_999);
        assert.deepEqual(closed(), [false]);
        mock.timers.tick(1);
        assert.deepEqual(closed(), [true]);
    });

    it("is closed though Constructs of another deployment are under way", async () => {
        let end!: () => void;
        const other = connected(() => {
            use("127.0.0.1:2");
            return new Promise<void>((resolve) => (end = resolve));
        }, notEnded);
        await construct();
        mock.timers.tick(10_000);
        assert.deepEqual(closed(), [false, true]);
        end();
        await other;
    });

    it("stays open for a Construct that takes longer, however often it is asked for", async () => {
        let end!: () => void;
        const long = connected(() => {
            use();
            use();
            return new Promise<void>((resolve) => (end = resolve));
        }, notEnded);
        await construct();
        mock.timers.tick(60_000);
        assert.deepEqual(closed(), [false]);
        end();
        await long;
        mock.timers.tick(10_000);
        assert.deepEqual(closed(), [true]);
    });

    it("starts to count anew with each Construct", async () => {
        await construct();
        mock.timers.tick(9_000);
        await construct();
        mock.timers.tick(9_000);
        assert.deepEqual(closed(), [false]);
    });

    it("is opened again after it was closed", async () => {
        await construct();
        mock.timers.tick(10_000);
        await construct();
        assert.deepEqual(closed(), [true, false]);
    });
});

describe("What the AWS providers told", () => {
    it("is forgotten once no Construct is under way, and not before", async () => {
        let forgotten = 0;
        let end!: () => void;
        const waits = new Promise<void>((resolve) => (end = resolve));
        const long = connected(
            () => waits,
            () => forgotten++,
        );
        await connected(
            () => Promise.resolve(),
            () => forgotten++,
        );
        assert.equal(forgotten, 0);
        end();
        await long;
        assert.equal(forgotten, 1);
    });
});
