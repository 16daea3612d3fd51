import assert from "node:assert/strict";
import fc from "fast-check";
import { usePlugin } from "./support/construct";
import type { CallFailure } from "./support/plugin";
import { anyInputsWithSecrets, hiddenIn } from "./support/canary";
import { output, secret, type Props, type Wire } from "./support/wire";

const raw = [{ bucket: "raw" }];
const hidden = (value: Wire) => output(value, { secret: true });

describe("secrets in inputs that are not valid", () => {
    const { plugin, engine, construct, failure } = usePlugin();

    /** Inputs, and all that is told of them. */
    const cases: Record<string, [Props, ...string[]]> = {
        "with quotes, as whole": [
            { importFrom: raw, engineVersion: hidden('x"SECRET part') },
            "engineVersion: must be an Aurora MySQL engine version, but received a secret value.",
        ],
        "with the family that is computed from a version": [
            {
                importFrom: raw,
                engineVersion: hidden("8.4.mysql_aurora.8.4.7"),
                clusterParameterGroup: { family: "aurora-mysql8.0" },
            },
            "clusterParameterGroup.family: must be the family of engineVersion.",
        ],
        "with the version that a version number is part of": [
            { importFrom: raw, engineVersion: hidden("3.10.0") },
            "engineVersion: must be an Aurora MySQL engine version, but received a secret value.",
        ],
        "with their partition": [
            { importFrom: [{ bucket: hidden("arn:aws-iso:s3:::raw") }, { bucket: "arn:aws:s3:::raw" }] },
            "importFrom[0].bucket: must be in the partition of the AWS provider, aws, but received a secret value.",
        ],
        "with the parts of a URI": [
            { importFrom: [{ bucket: hidden("s3://raw/incoming") }] },
            "importFrom[0].bucket: must be a bucket name or ARN, but received a secret value.",
        ],
        "with an unknown property of a location": [
            { importFrom: [secret({ bucket: "raw", password: "x" })] },
            "importFrom[0]: has an unknown property.",
        ],
        // The name is the program's own, only its value is secret.
        "with the value of an unknown property": [
            { importFrom: raw, roleNam: output("hidden", { secret: true }) },
            "roleNam: unknown property. Did you mean roleName?",
        ],
        "with an unknown property of a list": [
            { importFrom: hidden([{ bucket: "raw", password: "x" }]) },
            "importFrom[0]: has an unknown property.",
        ],
        "with an unknown property of an object": [
            { importFrom: raw, clusterParameterGroup: secret({ family: "aurora-mysql8.0", password: "x" }) },
            "clusterParameterGroup: has an unknown property.",
        ],
        "with an unknown property of a parameter": [
            {
                importFrom: raw,
                clusterParameterGroup: {
                    family: "aurora-mysql8.0",
                    parameters: [secret({ name: "time_zone", value: "UTC", password: "x" })],
                },
            },
            "clusterParameterGroup.parameters[0]: has an unknown property.",
        ],
        "with the key of a tag": [
            { importFrom: raw, tags: hidden({ "password!": "x" }) },
            "tags: must have only valid keys.",
        ],
        "with the size of a policy that buckets make": [
            {
                exportTo: Array.from({ length: 5 }, (_, i) => ({
                    bucket: hidden(`Old_${i}`.padEnd(255, "x")),
                    objects: [`${"a".repeat(900)}*`],
                })),
            },
            "exportTo: must fit into a policy of 6144 characters. Move some of these items to another AuroraS3Access.",
        ],
        "with the size of a policy that keys make": [
            {
                kmsKeys: Array.from({ length: 90 }, (_, i) => ({
                    keyArn: hidden(`arn:aws:kms:us-east-1:123456789012:key/${i}`.padEnd(90, "x")),
                })),
            },
            "kmsKeys: must fit into a policy of 6144 characters. Move some of these items to another AuroraS3Access.",
        ],
    };
    for (const [what, [inputs, ...told]] of Object.entries(cases)) {
        it(`are not shown ${what}`, async () => {
            assert.deepEqual((await failure(inputs)).told, told);
        });
    }

    it("stand in no message, path, reason, log line or output of the process, wherever they are given", async () => {
        const inputs = fc.tuple(anyInputsWithSecrets, fc.boolean());
        await fc.assert(
            fc.asyncProperty(inputs, async ([given, preview]) => {
                const told = await construct(given, { preview }).then(
                    () => [],
                    (error: unknown) => [(error as CallFailure).message, (error as CallFailure).told],
                );
                assert.deepEqual(hiddenIn(told), []);
            }),
            { numRuns: Number(process.env.SECRET_RUNS ?? 100) },
        );
        assert.deepEqual(hiddenIn(engine().messages.filter((message) => !isOfSdk(message))), []);
        assert.deepEqual(hiddenIn(plugin().complaints), []);
    });
});

/** What the SDK tells the engine for debugging: the whole state of each resource, from the answer to its registration. */
const isOfSdk = (message: string) => message.startsWith("RegisterResource RPC finished: ");
