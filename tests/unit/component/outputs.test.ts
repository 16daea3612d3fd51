import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { kmsPolicyDocument } from "../../../provider/policy/kmsPolicy";
import { s3PolicyDocument } from "../../../provider/policy/s3Policy";
import { Other, run } from "./program";

const roleArn = "arn:aws:iam::123456789012:role/sales-role";
const policyArn = (purpose: string) => `arn:aws:iam::123456789012:policy/sales-${purpose}`;
const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const [raw, reports] = [{ bucket: "raw" }, { bucket: "reports" }];

const outputsOf = async (args: AuroraS3AccessArgs) =>
    (
        await run(() => {
            const access = new AuroraS3Access("sales", args);
            return {
                roleArn: access.roleArn,
                roleName: access.roleName,
                roleNames: [access.importRoleName, access.exportRoleName],
                roleArns: access.roleArns,
                policyArns: access.policyArns,
                policyDocuments: access.policyDocuments,
                clusterParameters: access.clusterParameters,
                databasePrivileges: access.databasePrivileges,
            };
        })
    ).outputs;

describe("the outputs of the component", () => {
    it("name the role, the policies with their documents, the parameters and the privileges", async () => {
        assert.deepEqual(await outputsOf({ importFrom: [raw], exportTo: [reports], kmsKeys: [{ keyArn }] }), {
            roleArn,
            roleName: "sales-role",
            roleNames: ["sales-role", "sales-role"],
            roleArns: [roleArn],
            policyArns: [policyArn("import"), policyArn("export"), policyArn("kms")],
            policyDocuments: [
                JSON.stringify(s3PolicyDocument("aurora-mysql", "import", [raw], "aws")),
                JSON.stringify(s3PolicyDocument("aurora-mysql", "export", [reports], "aws")),
                JSON.stringify(kmsPolicyDocument([{ keyArn }])),
            ],
            clusterParameters: [{ name: "aws_default_s3_role", value: roleArn, applyMethod: "immediate" }],
            databasePrivileges: ["AWS_LOAD_S3_ACCESS", "AWS_SELECT_S3_ACCESS"],
        });
    });

    it("have a predefined policy last, which has no document of ours", async () => {
        const { policyArns, policyDocuments } = await outputsOf({
            predefinedPolicy: "AmazonS3FullAccess",
            kmsKeys: [{ keyArn }],
        });
        assert.deepEqual(policyArns, [policyArn("kms"), "arn:aws:iam::aws:policy/AmazonS3FullAccess"]);
        assert.deepEqual(policyDocuments, [JSON.stringify(kmsPolicyDocument([{ keyArn }]))]);
    });

    const directions: [AuroraS3AccessArgs, string[], string[]][] = [
        [{ importFrom: [raw] }, ["aurora_load_from_s3_role"], ["LOAD FROM S3"]],
        [{ exportTo: [raw] }, ["aurora_select_into_s3_role"], ["SELECT INTO S3"]],
        [{ predefinedPolicy: "AmazonS3ReadOnlyAccess" }, ["aurora_load_from_s3_role"], ["LOAD FROM S3"]],
        [
            { predefinedPolicy: "AmazonS3FullAccess" },
            ["aurora_load_from_s3_role", "aurora_select_into_s3_role"],
            ["LOAD FROM S3", "SELECT INTO S3"],
        ],
        [{ kmsKeys: [{ keyArn }] }, [], []],
    ];
    for (const [args, parameters, privileges] of directions) {
        const what = [...Object.keys(args), args.predefinedPolicy].join(" ").trim();
        it(`have the parameters [${parameters.join(", ")}] on version 2 with ${what}`, async () => {
            const { clusterParameters, databasePrivileges } = await outputsOf({
                ...args,
                engineVersion: pulumi.output("5.7.mysql_aurora.2.12.5"),
            });
            assert.deepEqual(
                clusterParameters.map(({ name }) => name),
                parameters,
            );
            assert.deepEqual(databasePrivileges, privileges);
        });
    }

    it("hold back what a cluster takes until the policies are attached, and the bare ARN no longer than needed", async () => {
        const { resource } = await run(() => {
            const access = new AuroraS3Access("sales", { importFrom: [raw] });
            const user = (name: string, value: pulumi.Output<unknown>) => new Other(name, { value });
            user("roleArn", access.roleArn);
            user("roleArns", access.roleArns);
            user("clusterParameters", access.clusterParameters);
        });
        const waitsFor = (name: string) => resource(`test:index:Other ${name}`).dependencies;
        const role = "aws:iam/role:Role sales-role";
        const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import";
        assert.deepEqual(waitsFor("roleArn"), [role]);
        assert.deepEqual(waitsFor("roleArns"), [role, attachment]);
        assert.deepEqual(waitsFor("clusterParameters"), [role, attachment]);
    });

    it("have the roles wait for a predefined policy too, and on a role that was there before", async () => {
        const { resource } = await run(() => {
            const predefined = new AuroraS3Access("sales", {
                predefinedPolicy: "AmazonS3FullAccess",
                kmsKeys: [{ keyArn }],
            });
            new Other("predefined", { value: predefined.roleArns });
            const existing = new AuroraS3Access("orders", { importFrom: [raw], existingRoleArn: roleArn });
            new Other("existing", { value: existing.roleArns });
        });
        const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
        assert.deepEqual(resource("test:index:Other predefined").dependencies, [
            "aws:iam/role:Role sales-role",
            `${attachment} sales-AmazonS3FullAccess`,
            `${attachment} sales-kms`,
        ]);
        assert.deepEqual(resource("test:index:Other existing").dependencies, [`${attachment} orders-import`]);
    });

    it("have a predefined policy once, though both roles of Aurora PostgreSQL have it", async () => {
        const args = { engine: "aurora-postgresql", predefinedPolicy: "AmazonS3FullAccess" } as const;
        const { outputs } = await run(() => new AuroraS3Access("sales", args).policyArns);
        assert.deepEqual(outputs, ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]);
    });

    it("are secret where the inputs are", async () => {
        const { outputs } = await run(() => {
            const { policyDocuments, roleArn } = new AuroraS3Access("sales", {
                importFrom: [{ bucket: pulumi.secret("raw") }],
            });
            return [pulumi.isSecret(policyDocuments), pulumi.isSecret(roleArn)];
        });
        assert.deepEqual(outputs, [true, false]);
    });
});
