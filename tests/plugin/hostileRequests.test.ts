import assert from "node:assert/strict";
import * as grpc from "@grpc/grpc-js";
import { noValue } from "../support/mistakes/given";
import { constructRequest, usePlugin } from "./support/construct";
import type { Listening } from "./support/listen";
import { Monitor } from "./support/monitor";
import { refusalOf, withNestedLists } from "./support/nested";
import { output, type Props } from "./support/wire";

const inputs: Props = { importFrom: [{ bucket: "raw" }] };
const wrong: Props = { importFrom: [{ bucket: "Raw!" }] };

describe("a hostile request", function () {
    this.timeout(60_000);

    const { construct, failure, plugin } = usePlugin({ NODE_OPTIONS: "--max-old-space-size=200" });

    /** Whatever comes, the next component is made. */
    afterEach(async () => assert.equal((await construct(inputs)).monitor.registered.length, 4));

    let monitor: Monitor & Listening;
    before(async () => (monitor = await Monitor.start()));
    after(() => monitor.stop());
    const bytes = (levels: number) =>
        withNestedLists(constructRequest(monitor.address, {}), "importFrom", levels);

    it("is answered with an error of the property where a list is nested 300 levels deep", async () => {
        const { code, details } = await refusalOf(plugin().printed[0]!, bytes(300));
        assert.deepEqual(
            [code, details],
            [grpc.status.INVALID_ARGUMENT, 'AuroraS3Access "sales" has invalid inputs:'],
        );
    });

    it("is answered where a list is nested 100,000 levels deep, which nobody can read", async () => {
        const { code, details } = await refusalOf(plugin().printed[0]!, bytes(100_000));
        assert.deepEqual([code, details], [grpc.status.INTERNAL, "Error deserializing request"]);
    });

    it("is answered where it is no request at all", async () => {
        const { code, details } = await refusalOf(plugin().printed[0]!, Buffer.alloc(1000, 0xff));
        assert.deepEqual([code, details], [grpc.status.INTERNAL, "Error deserializing request"]);
    });

    it("is answered with a name that is cut, where the component has one of 1 MB", async () => {
        const { message, mistakes } = await failure(wrong, { name: "n".repeat(1_000_000) });
        assert.equal(message, `AuroraS3Access "${"n".repeat(100)}…" has invalid inputs:`);
        assert.ok(mistakes["importFrom[0].bucket"]);
    });

    it("is told of an object in an output that has the mark of an output", async () => {
        const marked = [{ bucket: "raw", __pulumiOutput: true }];
        const { told } = await failure({
            importFrom: output(marked),
            kmsKeys: output(marked, { secret: true }),
        });
        assert.deepEqual(told.sort(), [
            "importFrom[0].__pulumiOutput: unknown property. Valid properties are bucket, objects and kmsKeyArn.",
            `kmsKeys[0].keyArn: ${noValue}`,
            "kmsKeys[0]: has an unknown property.",
        ]);
    });

    for (const mark of ["__pulumiOutput", "__pulumiResource", "__pulumiAsset", "then", "toJSON"]) {
        it(`is told of an object with the property ${mark}, which means something to Pulumi or JavaScript`, async () => {
            const { told } = await failure({
                importFrom: [{ bucket: { [mark]: true } }],
                roleName: { [mark]: true },
            });
            assert.deepEqual(told, [
                "importFrom[0].bucket: must be a bucket name or ARN, but received an object.",
                "roleName: must be a role name, but received an object.",
            ]);
        });
    }
});
