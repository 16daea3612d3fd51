import assert from "node:assert/strict";
import fc from "fast-check";
import { component, dependenciesOf, usePlugin, type Constructed } from "./support/construct";
import { CallFailure } from "./support/plugin";
import { output, secret, unknown, unknownOutput, urnOf, type Props, type Wire } from "./support/wire";

const bucketUrn = urnOf("aws:s3/bucket:Bucket", "raw");
const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const self = `${component} sales`;
const raw = [{ bucket: "raw" }];

const made = ({ monitor }: Constructed) =>
    monitor.registered
        .filter(({ request }) => request.getCustom())
        .map(({ id }) => id.replace(/^.*:/, ""))
        .sort();

const warning = (input: string) => ({
    severity: "warning",
    on: self,
    message: `${input}: is not known yet, so that this preview may show fewer resources than there will be`,
});

describe("outputs where the schema has plain values, as Java sends them", () => {
    const { construct, failure } = usePlugin();

    it("are taken apart: their fields depend on what they depend on, and are secret as they are", async () => {
        const list = output([{ bucket: "raw", objects: ["a/*"], kmsKeyArn: keyArn }], {
            secret: true,
            dependencies: [bucketUrn],
        });
        const { resource } = await construct({ importFrom: list });
        const { policy } = (
            await construct({ importFrom: [{ bucket: "raw", objects: ["a/*"], kmsKeyArn: keyArn }] })
        ).resource("aws:iam/policy:Policy sales-import").inputs;
        const { inputs, request } = resource("aws:iam/policy:Policy sales-import");
        assert.deepEqual(inputs, { policy: secret(policy!) });
        assert.deepEqual(dependenciesOf(request.getPropertydependenciesMap()), {
            policy: ["aws:s3/bucket:Bucket raw"],
        });
    });

    it("may hold a choice between engines", async () => {
        const { state } = await construct({ importFrom: raw, engine: output("aurora-postgresql") });
        assert.equal(state.roleName, "sales-role-import");
    });

    const mysql = ["Policy sales-import", "Role sales-role", "RolePolicyAttachment sales-import"];
    const previews: Record<string, { inputs: Props; resources: string[]; unknown: string[] }> = {
        "what is imported": {
            inputs: { importFrom: unknownOutput(bucketUrn) },
            resources: mysql,
            unknown: ["importFrom"],
        },
        "what is imported, for SDKs without outputs on the wire": {
            inputs: { importFrom: unknown },
            resources: mysql,
            unknown: ["importFrom"],
        },
        "a location among others": {
            inputs: { importFrom: [{ bucket: "raw" }, unknownOutput()] },
            resources: mysql,
            unknown: ["importFrom"],
        },
        "both directions": {
            inputs: { importFrom: unknownOutput(), exportTo: unknownOutput() },
            resources: [
                "Policy sales-export",
                ...mysql.slice(0, 2),
                "RolePolicyAttachment sales-export",
                mysql[2]!,
            ],
            unknown: ["exportTo", "importFrom"],
        },
        "keys alone": {
            inputs: { kmsKeys: unknownOutput() },
            resources: ["Policy sales-kms", "Role sales-role", "RolePolicyAttachment sales-kms"],
            unknown: ["kmsKeys"],
        },
        "keys on Aurora PostgreSQL that imports": {
            inputs: { engine: "aurora-postgresql", importFrom: raw, kmsKeys: unknownOutput() },
            resources: [
                "Policy sales-import",
                "Policy sales-kms-import",
                "Role sales-role-import",
                "RolePolicyAttachment sales-import",
                "RolePolicyAttachment sales-kms-import",
            ],
            unknown: ["kmsKeys"],
        },
        "keys on Aurora PostgreSQL that exports": {
            inputs: { engine: "aurora-postgresql", exportTo: raw, kmsKeys: unknownOutput() },
            resources: [
                "Policy sales-export",
                "Policy sales-kms-export",
                "Role sales-role-export",
                "RolePolicyAttachment sales-export",
                "RolePolicyAttachment sales-kms-export",
            ],
            unknown: ["kmsKeys"],
        },
        clusters: {
            inputs: { importFrom: raw, clusters: unknownOutput() },
            resources: ["ClusterRoleAssociation sales-cluster", ...mysql],
            unknown: ["clusters"],
        },
        "the parameter group": {
            inputs: { importFrom: raw, clusterParameterGroup: unknownOutput() },
            resources: ["ClusterParameterGroup sales-parameters", ...mysql],
            unknown: ["clusterParameterGroup"],
        },
    };
    for (const [what, { inputs, resources, unknown: inputsUnknown }] of Object.entries(previews)) {
        it(`are not known yet in a preview of ${what}: shown as one each, with a warning`, async () => {
            const constructed = await construct(inputs, { preview: true });
            assert.deepEqual(made(constructed), resources);
            const logged = constructed.logged.sort((a, b) => a.message.localeCompare(b.message));
            assert.deepEqual(logged, inputsUnknown.map(warning));
        });
    }

    it("warn of nothing where only their fields are not known", async () => {
        const { logged } = await construct({ importFrom: secret([{ bucket: unknown }]) }, { preview: true });
        assert.deepEqual(logged, []);
    });

    const refused: Record<string, [Props, string]> = {
        "an engine": [{ importFrom: raw, engine: unknownOutput() }, "engine"],
        "a predefined policy": [{ predefinedPolicy: unknownOutput() }, "predefinedPolicy"],
        "a flag": [{ importFrom: raw, unconditionalTrust: unknownOutput() }, "unconditionalTrust"],
        "a flag in a list": [{ kmsKeys: [{ keyArn, forExport: unknownOutput() }] }, "kmsKeys[0].forExport"],
        "a list of patterns": [
            { importFrom: [{ bucket: "raw", objects: unknownOutput() }] },
            "importFrom[0].objects",
        ],
        "a pattern": [
            { importFrom: [{ bucket: "raw", objects: [unknownOutput()] }] },
            "importFrom[0].objects[0]",
        ],
    };
    for (const [what, [inputs, path]] of Object.entries(refused)) {
        it(`are refused in preview where nothing can stand for ${what}`, async () => {
            const { mistakes, registered } = await failure(inputs, { preview: true });
            assert.deepEqual([Object.keys(mistakes), registered], [[path], []]);
            assert.match(
                mistakes[path]!,
                /^an output is given, but the \w+ decides which resources are made: /,
            );
        });
    }

    it("make what the plain values make, wherever they stand", async () => {
        const outcome = async (inputs: Props) => {
            try {
                const { monitor, state } = await construct(inputs);
                const registered = monitor.registered.map(({ id, inputs }) => ({ id, inputs }));
                return { state, registered: registered.sort((a, b) => a.id.localeCompare(b.id)) };
            } catch (error) {
                if (!(error instanceof CallFailure)) throw error;
                return { mistakes: error.mistakes };
            }
        };
        const choices = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
        await fc.assert(
            fc.asyncProperty(anyInputs, choices, async (inputs, chosen) => {
                const wrapped = Object.fromEntries(
                    Object.entries(inputs).map(([name, value]) => [name, wrapSome(value, chosen)]),
                );
                const [fromOutputs, fromPlain] = await Promise.all([outcome(wrapped), outcome(inputs)]);
                assert.deepEqual(fromOutputs, fromPlain);
            }),
            { numRuns: 25 },
        );
    });
});

/** Makes known outputs of some of the values in a value, from the outside inwards. */
function wrapSome(value: Wire, chosen: boolean[]): Wire {
    // Runs out for large values, whose rest then stays plain.
    if (chosen.shift()) return output(value);
    if (Array.isArray(value)) return value.map((item: Wire) => wrapSome(item, chosen));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value as Props).map(([key, field]) => [key, wrapSome(field, chosen)]),
    );
}

const location = fc.record(
    {
        // The last one is refused, in whatever form.
        bucket: fc.constantFrom("raw", "arn:aws:s3:::reports", "*", "raw!"),
        objects: fc.uniqueArray(fc.constantFrom("a/*", "b/?", "c"), { minLength: 1 }),
        kmsKeyArn: fc.constant(keyArn),
    },
    { requiredKeys: ["bucket"] },
);
const locations = fc.array(location, { minLength: 1, maxLength: 3 });
const anyInputs = fc.record(
    {
        importFrom: locations,
        exportTo: locations,
        kmsKeys: fc.constantFrom([{ keyArn }], [{ keyArn, forExport: true }]),
        clusters: fc.constantFrom(
            [{ clusterIdentifier: "one" }],
            [{ clusterIdentifier: "one" }, { clusterIdentifier: "two", name: "second" }],
        ),
        engine: fc.constantFrom("aurora-mysql", "aurora-postgresql"),
        clusterParameterGroup: fc.constant({
            family: "aurora-mysql8.0",
            parameters: [{ name: "time_zone", value: "UTC" }],
        }),
        unconditionalTrust: fc.boolean(),
        tags: fc.constant({ team: "sales" }),
    },
    { requiredKeys: ["importFrom"] },
) as fc.Arbitrary<Props>;
