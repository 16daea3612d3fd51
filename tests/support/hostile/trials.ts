import assert from "node:assert/strict";
import schema from "../../../provider/schema.json";

/** How many hostile inputs the core, the library and the plugin get together: `NUM_RUNS=100000` tries more. */
const total = Number(process.env.NUM_RUNS ?? 2000);

/** The plugin is slower. */
export const trials = {
    core: Math.ceil(total * 0.8),
    library: Math.ceil(total * 0.1),
    plugin: Math.ceil(total * 0.1),
};

/** In milliseconds: far more than any takes, on a busy machine too. */
const longest = 20_000;

/** Counts how hostile inputs end, and holds them to an end in bounded time. */
export class Trials {
    private granted = 0;
    private rejected = 0;
    private slowest = 0;

    constructor(private readonly entry: string) {}

    async of(attempt: () => Promise<"granted" | "rejected"> | "granted" | "rejected"): Promise<void> {
        const start = performance.now();
        this[await attempt()]++;
        const taken = performance.now() - start;
        this.slowest = Math.max(this.slowest, taken);
        assert.ok(taken < longest, `took ${taken} ms`);
    }

    /** Not everything may be rejected for a trivial reason, and not everything is harmless. */
    assertBoth(): void {
        const { granted, rejected, slowest } = this;
        const count = granted + rejected;
        const share = granted / count;
        console.log(
            `      ${this.entry}: ${granted} granted, ${rejected} rejected, the slowest in ${Math.round(slowest)} ms`,
        );
        assert.ok(share > 0.15 && share < 0.85, `granted ${granted} of ${count}`);
    }
}

const { inputProperties } = schema.resources["aurora-s3-access:index:AuroraS3Access"];

/** Requires that an error is ours, names a property, and can be read. */
export function assertTold(told: readonly { propertyPath: string; reason: string }[]): void {
    assert.ok(told.length > 0, "rejected without a reason");
    for (const { propertyPath, reason } of told) {
        const [input = ""] = /^[^.[]+/.exec(propertyPath) ?? [];
        const isInput = Object.hasOwn(inputProperties, input) || reason.startsWith("unknown property.");
        assert.ok(isInput || propertyPath === "", `the path ${propertyPath}`);
        const { length } = `${propertyPath}: ${reason}`;
        assert.ok(length <= 1000, `${length} characters at ${propertyPath}`);
        assert.doesNotThrow(() => encodeURIComponent(propertyPath + reason), "half a character");
    }
}
