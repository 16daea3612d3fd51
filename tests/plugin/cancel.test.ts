import assert from "node:assert/strict";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { usePlugin } from "./support/construct";

const inputs = { importFrom: [{ bucket: "raw" }] };
const cancelled = {
    status: "CANCELLED",
    message: "was canceled before it was complete",
    mistakes: {},
    told: [],
};

describe("a cancelled deployment", () => {
    const { plugin, construct, failure } = usePlugin();

    it("has each component under way answered, and keeps none of the next deployment from being made", async () => {
        const done = await construct(inputs);
        const waitingForTheRole = deferred();
        const waitingForTheCluster = deferred();
        const forever = new Promise<void>(() => undefined);
        const underWay = [
            failure(inputs, { beforeAnswer: heldAt("aws:iam/role:Role", waitingForTheRole, forever) }),
            // The outputs are all there by then, but the component is not.
            failure(
                { ...inputs, clusters: [{ clusterIdentifier: "sales" }] },
                { beforeAnswer: heldAt("aws:rds/", waitingForTheCluster, forever) },
            ),
        ];
        await Promise.all([waitingForTheRole.promise, waitingForTheCluster.promise]);
        await plugin().call("cancel", new Empty());

        for (const answer of await Promise.all(underWay)) {
            const { registered, ...error } = answer;
            assert.deepEqual(error, cancelled);
            assert.ok(registered.length > 0);
        }
        assert.deepEqual((await construct(inputs)).state, done.state);
    });
});

/** Holds the answer to the registration of a type, and tells when it is there. */
const heldAt = (type: string, there: { resolve: () => void }, until: Promise<void>) => (id: string) => {
    if (!id.startsWith(type)) return;
    there.resolve();
    return until;
};

function deferred() {
    let resolve!: () => void;
    const promise = new Promise<void>((it) => (resolve = it));
    return { promise, resolve };
}
