import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { s3PolicyDocument } from "../../../provider/policy/s3Policy";
import { trustPolicyDocument, type TrustConditions } from "../../../provider/policy/trustPolicy";
import { run } from "./program";

const role = "aws:iam/role:Role sales-role";
const policy = (purpose: string) => `aws:iam/policy:Policy sales-${purpose}`;
const importFrom = [{ bucket: "raw" }];

const inputsOf = async (id: string, args: AuroraS3AccessArgs) =>
    (await run(() => new AuroraS3Access("sales", args))).resource(id).inputs;
const trust = (conditions: TrustConditions) => JSON.stringify(trustPolicyDocument(conditions));

describe("the inputs of the component", () => {
    it("name and describe the policy of the second guide", async () => {
        const keyArn = "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        assert.deepEqual(
            await inputsOf(policy("kms"), {
                kmsKeys: [{ keyArn }],
                kmsPolicyName: "AmazonRDSKMSKey",
                kmsPolicyDescription: "Lets Aurora use the key of the bucket",
            }),
            {
                name: "AmazonRDSKMSKey",
                description: "Lets Aurora use the key of the bucket",
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [{ Effect: "Allow", Action: ["kms:Decrypt"], Resource: [keyArn] }],
                }),
            },
        );
    });

    for (const [purpose, args] of [
        [
            "import",
            { importFrom, importPolicyName: "AllowAuroraToExampleBucket", importPolicyDescription: "D" },
        ],
        [
            "export",
            {
                exportTo: importFrom,
                exportPolicyName: "AllowAuroraToExampleBucket",
                exportPolicyDescription: "D",
            },
        ],
    ] as const) {
        it(`name and describe the ${purpose} policy`, async () => {
            assert.deepEqual(await inputsOf(policy(purpose), args), {
                name: "AllowAuroraToExampleBucket",
                description: "D",
                policy: JSON.stringify(s3PolicyDocument("aurora-mysql", purpose, importFrom, "aws")),
            });
        });
    }

    it("leave names and descriptions to the provider where none are given", async () => {
        assert.deepEqual(Object.keys(await inputsOf(policy("import"), { importFrom })), ["policy"]);
        assert.deepEqual(Object.keys(await inputsOf(role, { importFrom })), [
            "assumeRolePolicy",
            "forceDetachPolicies",
        ]);
    });

    it("describe the role", async () => {
        assert.deepEqual(
            await inputsOf(role, {
                importFrom,
                roleName: "aurora-sales",
                roleDescription: "Aurora's way to S3",
                path: "/aurora/",
                permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary",
                tags: { team: "sales" },
            }),
            {
                name: "aurora-sales",
                forceDetachPolicies: true,
                description: "Aurora's way to S3",
                path: "/aurora/",
                permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary",
                tags: { team: "sales" },
                assumeRolePolicy: trust({ sourceConditions: "IfExists", sourceAccount: "123456789012" }),
            },
        );
    });

    it("give path and tags to the policies too", async () => {
        const { path, tags } = await inputsOf(policy("import"), {
            importFrom,
            path: "/aurora/",
            tags: { a: "b" },
        });
        assert.deepEqual({ path, tags }, { path: "/aurora/", tags: { a: "b" } });
    });

    it("stand in the state of the component as they were given", async () => {
        const args = { importFrom: [{ bucket: pulumi.output("raw"), objects: ["a/*"] }], roleName: "aurora" };
        assert.deepEqual(await inputsOf("aurora-s3-access:index:AuroraS3Access sales", args), {
            importFrom: [{ bucket: "raw", objects: ["a/*"] }],
            roleName: "aurora",
        });
    });
});

describe("the trust of the role", () => {
    const sourceAccount = "123456789012";
    const sourceArns = [`arn:aws:rds:us-east-1:${sourceAccount}:cluster:sales`];
    const keyArn = `arn:aws:kms:us-east-1:${sourceAccount}:key/1234abcd`;
    const table: [string, AuroraS3AccessArgs, string][] = [
        ["is for the account of the provider", {}, trust({ sourceConditions: "IfExists", sourceAccount })],
        [
            "is for sourceArns of that account",
            { sourceArns },
            trust({ sourceConditions: "IfExists", sourceAccount, sourceArns }),
        ],
        [
            "has required conditions on request",
            { sourceConditions: "Required", sourceAccount },
            trust({ sourceConditions: "Required", sourceAccount }),
        ],
        ["has no conditions on request", { sourceConditions: "None" }, trust({ sourceConditions: "None" })],
        [
            "has the conditions of Aurora MySQL on request for keys alone",
            { importFrom: undefined, kmsKeys: [{ keyArn }], sourceConditions: "IfExists" },
            trust({ sourceConditions: "IfExists", sourceAccount }),
        ],
    ];
    for (const [claim, args, expected] of table) {
        it(claim, async () => {
            assert.equal((await inputsOf(role, { importFrom, ...args })).assumeRolePolicy, expected);
        });
    }

    it("has required conditions for Aurora PostgreSQL, unless the inputs say otherwise", async () => {
        const postgresql = { engine: "aurora-postgresql", importFrom } as const;
        const trustOf = async (args: AuroraS3AccessArgs) =>
            (await inputsOf(`${role}-import`, args)).assumeRolePolicy;
        assert.deepEqual(
            [await trustOf(postgresql), await trustOf({ ...postgresql, sourceConditions: "IfExists" })],
            [
                trust({ sourceConditions: "Required", sourceAccount }),
                trust({ sourceConditions: "IfExists", sourceAccount }),
            ],
        );
    });
});
