import { GetPolicyCommand, GetRoleCommand, ListAttachedRolePoliciesCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { policiesOfRole, trustOfRole } from "../support/attached";
import { sideBySide, useInlineStacks } from "./inlineStacks";

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const sourceArns = ["arn:aws:rds:us-east-1:123456789012:cluster:sales"];

const described = () => {
    const access = new AuroraS3Access("sales", {
        importFrom: [{ bucket: "raw" }],
        importPolicyName: "AllowAuroraToExampleBucket",
        importPolicyDescription: "What Aurora loads",
        exportTo: [{ bucket: "reports" }],
        exportPolicyName: "AllowAuroraToReports",
        exportPolicyDescription: "Where Aurora writes",
        kmsKeys: [{ keyArn, forExport: true }],
        kmsPolicyName: "AmazonRDSKMSKey",
        kmsPolicyDescription: "The key of both",
        roleName: "aurora-sales",
        roleDescription: "Aurora's way to S3",
        path: "/aurora/",
        permissionsBoundary: "arn:aws:iam::aws:policy/AmazonS3FullAccess",
        tags: { team: "sales" },
        sourceAccount: "123456789012",
        sourceArns,
    });
    const { roleArn, roleName, policyArns, policyDocuments } = access;
    const { importRoleArn, exportRoleArn, importRoleName, exportRoleName } = access;
    const roles = { importRoleArn, exportRoleArn, importRoleName, exportRoleName };
    return { roleArn, roleName, ...roles, policyArns, policyDocuments };
};

const predefined = () => {
    const { roleArn, policyArns } = new AuroraS3Access("marketing", {
        predefinedPolicy: "AmazonS3ReadOnlyAccess",
        sourceConditions: "None",
    });
    return { roleArn, policyArns };
};

describe("the inputs that describe policies and role, as IAM reports them", () => {
    const { aws, stackOf } = useInlineStacks();
    let outputs: { [output: string]: unknown; roleArn: string; policyArns: string[] };
    let ofPredefined: typeof outputs;

    before(async () => {
        const [one, other] = await sideBySide(
            [described, predefined].map(async (program) => (await stackOf("inputs", program)).up()),
        );
        outputs = one!.outputs as typeof outputs;
        ofPredefined = other!.outputs as typeof outputs;
    });

    const role = async (name: string) =>
        (await aws().aws.iam.send(new GetRoleCommand({ RoleName: name }))).Role;

    it("name and describe the policies, in their path and with their tags", async () => {
        const policies = outputs.policyArns.map(async (PolicyArn) => {
            const { Policy } = await aws().aws.iam.send(new GetPolicyCommand({ PolicyArn }));
            return { arn: Policy?.Arn, description: Policy?.Description, tags: Policy?.Tags };
        });
        const tags = [{ Key: "team", Value: "sales" }];
        const arn = (name: string) => `arn:aws:iam::123456789012:policy/aurora/${name}`;
        assert.deepEqual(await Promise.all(policies), [
            { arn: arn("AllowAuroraToExampleBucket"), description: "What Aurora loads", tags },
            { arn: arn("AllowAuroraToReports"), description: "Where Aurora writes", tags },
            { arn: arn("AmazonRDSKMSKey"), description: "The key of both", tags },
        ]);
    });

    it("name, describe and bound the role", async () => {
        const { Arn, Description, PermissionsBoundary, Tags } = (await role("aurora-sales"))!;
        assert.deepEqual(
            { Arn, Description, boundary: PermissionsBoundary?.PermissionsBoundaryArn, Tags },
            {
                Arn: "arn:aws:iam::123456789012:role/aurora/aurora-sales",
                Description: "Aurora's way to S3",
                boundary: "arn:aws:iam::aws:policy/AmazonS3FullAccess",
                Tags: [{ Key: "team", Value: "sales" }],
            },
        );
    });

    it("let RDS assume the role for the given account and cluster", async () => {
        assert.deepEqual(await trustOfRole(aws().aws, outputs.roleArn), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "rds.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: {
                        StringEqualsIfExists: { "aws:SourceAccount": "123456789012" },
                        ArnLikeIfExists: { "aws:SourceArn": sourceArns },
                    },
                },
            ],
        });
    });

    it("attach what the outputs tell", async () => {
        const attached = await policiesOfRole(aws().aws, outputs.roleArn);
        assert.deepEqual(
            Object.values(attached),
            (outputs.policyDocuments as string[]).map((document) => JSON.parse(document) as unknown),
        );
        assert.deepEqual([outputs.importRoleArn, outputs.exportRoleArn], [outputs.roleArn, outputs.roleArn]);
        assert.deepEqual(
            [outputs.roleName, outputs.importRoleName, outputs.exportRoleName],
            ["aurora-sales", "aurora-sales", "aurora-sales"],
        );
    });

    it("attach the predefined policy of AWS", async () => {
        const RoleName = ofPredefined.roleArn.split("/").at(-1);
        const { AttachedPolicies } = await aws().aws.iam.send(
            new ListAttachedRolePoliciesCommand({ RoleName }),
        );
        const policyArns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"];
        assert.deepEqual(
            AttachedPolicies?.map(({ PolicyArn }) => PolicyArn),
            policyArns,
        );
        assert.deepEqual(ofPredefined.policyArns, policyArns);
    });

    it("let RDS assume the role for anyone with sourceConditions: None", async () => {
        assert.deepEqual(await trustOfRole(aws().aws, ofPredefined.roleArn), {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Principal: { Service: "rds.amazonaws.com" }, Action: "sts:AssumeRole" },
            ],
        });
    });
});
