import assert from "node:assert/strict";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { assertGranted } from "../support/hostile/granted";
import { poisoned } from "../support/hostile/poisoned";
import { wirePoison } from "../support/hostile/poisons";
import { assertTold, Trials, trials } from "../support/hostile/trials";
import { seed } from "../support/inputs/runs";
import { usePlugin } from "./support/construct";
import { CallFailure } from "./support/plugin";
import { plain, struct, type Props } from "./support/wire";

describe("the plugin, with hostile inputs,", function () {
    this.timeout(3_600_000);

    const { construct, plugin } = usePlugin();

    it("rejects them before it registers anything, or grants exactly what they mean", async () => {
        const counted = new Trials("plugin");
        const property = fc.asyncProperty(poisoned(wirePoison), ({ inputs }) =>
            counted.of(async () => {
                const given = inputs() as Props;
                let registered: string[] = [];
                try {
                    const { monitor } = await construct(given, {}, (started) => {
                        registered = started.registered.map(({ id }) => id);
                    });
                    assertGranted(monitor.registered, asSent(given));
                    return "granted";
                } catch (error) {
                    if (!(error instanceof CallFailure)) throw error;
                    assertRejection(error);
                    assert.deepEqual(registered, []);
                    return "rejected";
                }
            }),
        );
        await fc.assert(property, { numRuns: trials.plugin, seed });
        counted.assertBoth();
        assert.ok(plugin().runs);
    });
});

/** The wire has no halves of characters, and JavaScript no property of the name __proto__ beside what it is. */
const asSent = (inputs: Props): Props => plain(Struct.deserializeBinary(struct(inputs).serializeBinary()));

function assertRejection({ status, message, mistakes }: CallFailure): void {
    assert.equal(status, "INVALID_ARGUMENT", message);
    assert.ok(message.startsWith('AuroraS3Access "sales" has invalid inputs:'), message);
    assert.ok(message.length < 50_000, `a message of ${message.length} characters`);
    const told = Object.entries(mistakes).map(([propertyPath, reason]) => ({ propertyPath, reason }));
    if (told.length > 0) assertTold(told);
}
