import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { inspect } from "node:util";
import { AuroraS3Access } from "../../../provider";
import { failure } from "./program";

const canary = "☃";
const wrong = () => pulumi.secret(canary);
const tooLong = () => pulumi.secret(canary.repeat(1001));
const importFrom = [{ bucket: "raw" }];
const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const group = (field: object) => ({
    importFrom,
    clusterParameterGroup: { family: "aurora-mysql8.0", ...field },
});
const parameters = (given: unknown) => group({ parameters: given });

/** Inputs with a wrong secret, which holds the canary. */
const table: Record<string, () => object> = {
    importFrom: () => ({ importFrom: pulumi.secret([{ bucket: canary }]) }),
    "importFrom[0]": () => ({ importFrom: [pulumi.secret({ bucket: canary })] }),
    "importFrom[0].bucket": () => ({ importFrom: [{ bucket: wrong() }] }),
    "importFrom[0].objects": () => ({ importFrom: [{ bucket: "raw", objects: pulumi.secret([canary]) }] }),
    "importFrom[0].objects[0]": () => ({ importFrom: [{ bucket: "raw", objects: [wrong()] }] }),
    "importFrom[0].kmsKeyArn": () => ({ importFrom: [{ bucket: "raw", kmsKeyArn: wrong() }] }),
    exportTo: () => ({ exportTo: pulumi.secret([{ bucket: canary }]) }),
    "exportTo[0].bucket": () => ({ exportTo: [{ bucket: wrong() }] }),
    predefinedPolicy: () => ({ predefinedPolicy: wrong() }),
    kmsKeys: () => ({ kmsKeys: pulumi.secret([{ keyArn: canary }]) }),
    "kmsKeys[0].keyArn": () => ({ kmsKeys: [{ keyArn: wrong() }] }),
    "kmsKeys[0].forExport": () => ({ kmsKeys: [{ keyArn: key, forExport: wrong() }] }),
    clusters: () => ({ importFrom, clusters: pulumi.secret([{ clusterIdentifier: canary }]) }),
    "clusters[0].clusterIdentifier": () => ({ importFrom, clusters: [{ clusterIdentifier: wrong() }] }),
    "clusters[0].name": () => ({
        importFrom,
        clusters: [{ clusterIdentifier: "sales", name: wrong() }],
    }),
    engine: () => ({ importFrom, engine: wrong() }),
    engineVersion: () => ({ importFrom, engineVersion: wrong() }),
    clusterParameterGroup: () => ({
        importFrom,
        clusterParameterGroup: pulumi.secret({ family: canary }),
    }),
    "clusterParameterGroup.family": () => group({ family: wrong() }),
    "clusterParameterGroup.name": () => group({ name: wrong() }),
    "clusterParameterGroup.description": () => group({ description: tooLong() }),
    "clusterParameterGroup.parameters": () => parameters(wrong()),
    "clusterParameterGroup.parameters[0]": () => parameters([wrong()]),
    "clusterParameterGroup.parameters[0].name": () => parameters([{ name: wrong(), value: "1" }]),
    "clusterParameterGroup.parameters[0].value": () =>
        parameters([{ name: "time_zone", value: pulumi.secret({ [canary]: canary }) }]),
    "clusterParameterGroup.parameters[0].applyMethod": () =>
        parameters([{ name: "time_zone", value: "1", applyMethod: wrong() }]),
    existingRoleArn: () => ({ importFrom, existingRoleArn: wrong() }),
    importPolicyName: () => ({ importFrom, importPolicyName: wrong() }),
    importPolicyDescription: () => ({ importFrom, importPolicyDescription: tooLong() }),
    exportPolicyName: () => ({ exportTo: importFrom, exportPolicyName: wrong() }),
    exportPolicyDescription: () => ({ exportTo: importFrom, exportPolicyDescription: tooLong() }),
    kmsPolicyName: () => ({ kmsKeys: [{ keyArn: key }], kmsPolicyName: wrong() }),
    kmsPolicyDescription: () => ({ kmsKeys: [{ keyArn: key }], kmsPolicyDescription: tooLong() }),
    roleName: () => ({ importFrom, roleName: wrong() }),
    roleDescription: () => ({ importFrom, roleDescription: wrong() }),
    path: () => ({ importFrom, path: wrong() }),
    permissionsBoundary: () => ({ importFrom, permissionsBoundary: wrong() }),
    tags: () => ({ importFrom, tags: pulumi.secret({ [canary]: canary }) }),
    "tags.team": () => ({ importFrom, tags: { team: wrong() } }),
    sourceAccount: () => ({ importFrom, sourceAccount: wrong() }),
    sourceArns: () => ({ importFrom, sourceArns: wrong() }),
    "sourceArns[0]": () => ({ importFrom, sourceArns: [wrong()] }),
    sourceConditions: () => ({ importFrom, sourceConditions: wrong() }),
};

const errorAbout = async (args: object) => {
    const { error, resources } = await failure(() => new AuroraS3Access("sales", args));
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    assert.deepEqual(resources, []);
    return error;
};
/** All that an error holds and that could be printed. */
const heldBy = (error: Error) =>
    [error.message, error.stack, inspect(error, { depth: null, showHidden: true })].join("\n");

describe("an error about a secret", () => {
    for (const [path, args] of Object.entries(table)) {
        it(`does not hold it as ${path}`, async () => {
            const error = await errorAbout(args());
            assert.deepEqual([...new Set(error.errors.map(({ propertyPath }) => propertyPath))], [path]);
            assert.ok(!heldBy(error).includes(canary));
        });
    }

    it("shows that a value was there", async () => {
        const { errors } = await errorAbout({ importFrom, roleName: pulumi.secret("a b") });
        assert.deepEqual(errors, [
            {
                propertyPath: "roleName",
                reason: "must contain only letters, digits and _+=,.@-, but received a secret value.",
            },
        ]);
    });

    const computed: [what: string, args: () => object, secret: string][] = [
        [
            "the part of it after a quote",
            () => ({ importFrom, engineVersion: pulumi.secret('x"canary') }),
            "canary",
        ],
        [
            "the family computed from it",
            () => ({
                importFrom,
                engineVersion: pulumi.secret("8.4.mysql_aurora.8.4.7"),
                clusterParameterGroup: { family: "aurora-mysql5.7" },
            }),
            "8.4",
        ],
        [
            "the engine version computed from it",
            () => ({ importFrom, engineVersion: pulumi.secret("3.10.0") }),
            "3.10",
        ],
        [
            "the partition in it",
            () => ({
                importFrom: [
                    { bucket: pulumi.secret("arn:aws-canary:s3:::raw") },
                    { bucket: "arn:aws:s3:::raw" },
                ],
            }),
            "canary",
        ],
        [
            "the bucket and the objects in it",
            () => ({ importFrom: [{ bucket: pulumi.secret("s3://canary/canary") }] }),
            "canary",
        ],
        ["its length", () => ({ importFrom, roleName: pulumi.secret("a".repeat(777)) }), "777"],
        [
            "the account that it is compared with",
            () => ({
                importFrom,
                sourceAccount: pulumi.secret("210987654321"),
            }),
            "210987654321",
        ],
        [
            "the name of an unknown property in it",
            () => parameters([pulumi.secret({ name: "time_zone", value: "1", canary: "1" })]),
            "canary",
        ],
        [
            "a word that its value is like",
            () => parameters([{ name: "time_zone", value: "1", applyMethod: pulumi.secret("imediate") }]),
            "imediate",
        ],
    ];
    for (const [what, args, secret] of computed) {
        it(`does not hold ${what}`, async () => {
            assert.ok(!heldBy(await errorAbout(args())).includes(secret));
        });
    }

    const wholes: Record<string, object> = {
        "a secret list": parameters(pulumi.secret([{ name: "time_zone", value: "1", applyMethod: canary }])),
        "a secret item": parameters([pulumi.secret({ name: "time_zone", value: "1", applyMethod: canary })]),
        "a secret map": { importFrom, tags: pulumi.secret({ team: canary }) },
        "a secret in an output": parameters(
            pulumi.output([{ name: "time_zone", value: "1", applyMethod: pulumi.secret(canary) }]),
        ),
    };
    for (const [what, args] of Object.entries(wholes)) {
        it(`does not hold what is in ${what}`, async () => {
            assert.ok(!heldBy(await errorAbout(args)).includes(canary));
        });
    }

    it("shows the values of other inputs", async () => {
        const { errors } = await errorAbout({ importFrom, roleName: "a b", path: wrong() });
        assert.deepEqual(
            errors.find(({ propertyPath }) => propertyPath === "roleName"),
            {
                propertyPath: "roleName",
                reason: 'must contain only letters, digits and _+=,.@-, but received "a b".',
            },
        );
    });
});
