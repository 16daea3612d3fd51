import assert from "node:assert/strict";
import { usePlugin } from "./support/construct";
import { output, secret, type Props } from "./support/wire";

const header = 'AuroraS3Access "sales" has invalid inputs:';
const raw = [{ bucket: "raw" }];
const rule = (received: string) =>
    `must be a bucket name or ARN, but received ${received}. Bucket names have 3 to 63 lowercase letters, digits, dots and hyphens, start and end with a letter or digit, have no two adjacent dots and are not formatted like IP addresses: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html`;
const fifty = Array.from({ length: 50 }, (_, i) => i);

describe("the plugin", () => {
    const { failure } = usePlugin();

    const mistaken = Array.from({ length: 3000 }, (_, i) => `Raw!${i}`);

    const forms: Record<string, Props> = {
        strings: { importFrom: mistaken.map((bucket) => ({ bucket })) },
        outputs: { importFrom: mistaken.map((bucket) => ({ bucket: output(bucket) })) },
        "a whole list": { importFrom: output(mistaken.map((bucket) => ({ bucket }))) },
    };
    for (const [form, inputs] of Object.entries(forms)) {
        it(`answers 3,000 mistakes in ${form} with the first fifty, and how many more there are`, async () => {
            const { message, mistakes, registered } = await failure(inputs);
            assert.equal(message, `${header}\n  and 2950 more`);
            const first = fifty.map((i) => [`importFrom[${i}].bucket`, rule(`"Raw!${i}"`)]);
            assert.deepEqual(mistakes, Object.fromEntries(first));
            assert.deepEqual(registered, []);
        });
    }

    it("answers 3,000 mistakes in a secret with the first fifty, and how many more there are", async () => {
        const { message, mistakes } = await failure({ importFrom: secret(forms.strings!.importFrom!) });
        const lines = fifty.map(
            (i) => `  importFrom[${i}].bucket: must be a bucket name or ARN, but received a secret value.`,
        );
        assert.deepEqual(message.split("\n"), [header, ...lines, "  and 2950 more"]);
        assert.deepEqual(mistakes, {});
    });

    for (const offset of [0, 1, 2, 3]) {
        it(`answers with whole characters, wherever a value of emojis is cut (${offset})`, async () => {
            const emojis = "x".repeat(offset) + "\u{1F600}".repeat(300);
            const { message } = await failure({
                importFrom: [{ bucket: output("raw", { secret: true }), [emojis]: "a" }],
                exportTo: secret([{ bucket: emojis }]),
                roleName: "\u0001".repeat(33 - offset) + emojis,
                tags: { a: secret("b"), [emojis]: "c" },
            });
            assert.match(message, /^AuroraS3Access "sales" has invalid inputs:\n/);
        });
    }

    const large = "x".repeat(20_000_000);
    const larges: Record<string, [Props, string, string]> = {
        "a string": [
            { importFrom: [{ bucket: large }] },
            "importFrom[0].bucket",
            "must be a bucket name or ARN of at most 8192 characters, but received 20000000 characters.",
        ],
        "an output": [
            { importFrom: [{ bucket: output(large) }] },
            "importFrom[0].bucket",
            "must be a bucket name or ARN of at most 8192 characters, but received 20000000 characters.",
        ],
        "the key of a tag": [
            { importFrom: raw, tags: { [large]: "sales" } },
            `tags.${large.slice(0, 195)}…`,
            "must have a key of 1 to 128 characters.",
        ],
        "the name of a property": [
            { importFrom: raw, [large]: "sales" },
            `${large.slice(0, 200)}…`,
            "unknown property.",
        ],
    };
    for (const [what, [inputs, path, reason]] of Object.entries(larges)) {
        it(`answers 20 MB of ${what} with a readable error`, async () => {
            const { message, mistakes, registered } = await failure(inputs);
            assert.deepEqual([message, mistakes, registered], [header, { [path]: reason }, []]);
        });
    }

    it("answers a secret of 20 MB with a readable error that does not tell its size", async () => {
        const { told } = await failure({ importFrom: [{ bucket: output(large, { secret: true }) }] });
        assert.deepEqual(told, [
            "importFrom[0].bucket: must be a bucket name or ARN of at most 8192 characters, but received a secret value.",
        ]);
    });

    it("answers many long mistakes beside a secret, which all stand in the message", async () => {
        const long = "売".repeat(120);
        const tags = Array.from({ length: 60 }, (_, i): [string, string] => [`${i}${long}`, `${long}!`]);
        const { message, mistakes } = await failure({
            importFrom: raw,
            tags: { cost: output("a!", { secret: true }), ...Object.fromEntries(tags) },
        });
        assert.match(message, /\n {2}and \d+ more$/);
        assert.deepEqual(mistakes, {});
    });
});
