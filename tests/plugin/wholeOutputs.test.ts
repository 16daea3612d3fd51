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
    message: `${input}: is not known yet. The preview may show fewer resources than the update creates.`,
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

    /** Where a value that is known when the program runs is needed, and what is said of an output there. */
    const refused: Record<
        string,
        { inputs: (value: Wire) => Props; known: Wire; path: string; rule: string }
    > = {
        "an engine": {
            inputs: (engine) => ({ importFrom: raw, engine }),
            known: "aurora-postgresql",
            path: "engine",
            rule: 'must be "aurora-mysql" or "aurora-postgresql", known when the program runs',
        },
        "a predefined policy": {
            inputs: (predefinedPolicy) => ({ predefinedPolicy }),
            known: "AmazonS3FullAccess",
            path: "predefinedPolicy",
            rule: 'must be "AmazonS3ReadOnlyAccess" or "AmazonS3FullAccess", known when the program runs',
        },
        "source conditions": {
            inputs: (sourceConditions) => ({ importFrom: raw, sourceConditions }),
            known: "None",
            path: "sourceConditions",
            rule: 'must be "Required", "IfExists" or "None", known when the program runs',
        },
        "a flag in a list": {
            inputs: (forExport) => ({ kmsKeys: [{ keyArn, forExport }] }),
            known: true,
            path: "kmsKeys[0].forExport",
            rule: "must be true or false, known when the program runs",
        },
        "the name of a cluster": {
            inputs: (name) => ({ importFrom: raw, clusters: [{ clusterIdentifier: "sales", name }] }),
            known: "sales",
            path: "clusters[0].name",
            rule: "must be a name that is known when the program runs",
        },
        "a list of patterns": {
            inputs: (objects) => ({ importFrom: [{ bucket: "raw", objects }] }),
            known: ["a/*"],
            path: "importFrom[0].objects",
            rule: "must be a list that is known when the program runs",
        },
        "a pattern": {
            inputs: (pattern) => ({ importFrom: [{ bucket: "raw", objects: [pattern] }] }),
            known: "a/*",
            path: "importFrom[0].objects[0]",
            rule: "must be an object key or a pattern of keys that is known when the program runs",
        },
    };
    for (const [what, { inputs, known, path, rule }] of Object.entries(refused)) {
        it(`are an error in every run in place of ${what}, known or not`, async () => {
            const answers = [
                failure(inputs(unknownOutput(bucketUrn)), { preview: true }),
                failure(inputs(output(known, { dependencies: [bucketUrn] })), { preview: true }),
                failure(inputs(output(known, { dependencies: [bucketUrn] }))),
                failure(inputs(output(known))),
            ];
            const error = {
                status: "INVALID_ARGUMENT",
                message: 'AuroraS3Access "sales" has invalid inputs:',
                mistakes: { [path]: `${rule}, but received an output.` },
                told: [`${path}: ${rule}, but received an output.`],
                registered: [],
            };
            assert.deepEqual(await Promise.all(answers), Array(4).fill(error));
        });
    }

    it("make what the plain values make, wherever they can stand", async () => {
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
                    Object.entries(inputs).map(([name, value]) => [name, wrapSome(value, chosen, name)]),
                );
                const [fromOutputs, fromPlain] = await Promise.all([outcome(wrapped), outcome(inputs)]);
                assert.deepEqual(fromOutputs, fromPlain);
            }),
            { numRuns: 25 },
        );
    });
});

/** Where values must be known when the program runs. */
const plainPath = /^(engine|sourceConditions)$|\.(objects|forExport)\b|^clusters\.\d\.name$/;

/** Makes known outputs of some of the values in a value, from the outside inwards. */
function wrapSome(value: Wire, chosen: boolean[], path: string): Wire {
    if (plainPath.test(path)) return value;
    // Runs out for large values, whose rest then stays plain.
    if (chosen.shift()) return output(value);
    if (typeof value !== "object" || value === null) return value;
    const wrapped = Object.entries(value as Props).map(([key, field]): [string, Wire] => [
        key,
        wrapSome(field, chosen, `${path}.${key}`),
    ]);
    return Array.isArray(value) ? wrapped.map(([, item]) => item) : Object.fromEntries(wrapped);
}

const location = fc.record(
    {
        // The last one is refused, in whatever form.
        bucket: fc.constantFrom("raw", "arn:aws:s3:::reports", "*", "raw!"),
        objects: fc.uniqueArray(fc.constantFrom("a/*", "b/?.part_*", "c*"), { minLength: 1 }),
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
        sourceConditions: fc.constantFrom("Required", "IfExists", "None"),
        tags: fc.constant({ team: "sales" }),
    },
    { requiredKeys: ["importFrom"] },
) as fc.Arbitrary<Props>;
