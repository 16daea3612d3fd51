import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { s3PolicyDocument } from "../../../provider/policy/s3Policy";
import { trustPolicyDocument } from "../../../provider/policy/trustPolicy";
import { run } from "./program";

const role = "aws:iam/role:Role sales-role";
const policy = (purpose: string) => `aws:iam/policy:Policy sales-${purpose}`;
const importFrom = [{ bucket: "raw" }];

const inputsOf = async (id: string, args: AuroraS3AccessArgs) =>
    (await run(() => new AuroraS3Access("sales", args))).resource(id).inputs;
const trust = (conditions = {}) => JSON.stringify(trustPolicyDocument(conditions));

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
                assumeRolePolicy: trust({ sourceAccount: "123456789012" }),
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
    const sourceArns = ["arn:aws:rds:us-east-1:123456789012:cluster:sales"];
    const table: [string, AuroraS3AccessArgs, string][] = [
        ["is for the account of the provider", {}, trust({ sourceAccount: "123456789012" })],
        ["is for sourceAccount", { sourceAccount: "210987654321" }, trust({ sourceAccount: "210987654321" })],
        [
            "is for sourceArns beside the account",
            { sourceArns },
            trust({ sourceAccount: "123456789012", sourceArns }),
        ],
        ["is for anyone with unconditionalTrust", { unconditionalTrust: true }, trust()],
        [
            "keeps its conditions if unconditionalTrust is false",
            { unconditionalTrust: false, sourceArns },
            trust({ sourceAccount: "123456789012", sourceArns }),
        ],
    ];
    for (const [claim, args, expected] of table) {
        it(claim, async () => {
            assert.equal((await inputsOf(role, { importFrom, ...args })).assumeRolePolicy, expected);
        });
    }
});
