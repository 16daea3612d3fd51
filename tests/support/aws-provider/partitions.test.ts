import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import type { Emulator } from "../emulator/emulator";
import {
    describeSteps,
    type FailedRun,
    type InlineStack,
    type Program,
    TestStack,
    type TestStackOptions,
} from "../engine";
import { setUp } from "../setUp";
import { documentFor, trust } from "./fixture";

/** All that the component makes, by the provider of these options, with what it asks the provider for. */
async function makeAll(options: pulumi.ResourceOptions & { provider?: aws.Provider }) {
    const invokes = { provider: options.provider };
    const { partition } = await aws.getPartition({}, invokes);
    const { accountId, arn: caller } = await aws.getCallerIdentity({}, invokes);
    const policy = documentFor("s3:GetObject", `arn:${partition}:s3:::raw/*`);
    const role = new aws.iam.Role("role", { name: "loader", assumeRolePolicy: trust }, options);
    const read = new aws.iam.Policy("read", { name: "read", policy }, options);
    new aws.iam.RolePolicyAttachment("read", { role, policyArn: read.arn }, options);
    const managed = { role, policyArn: `arn:${partition}:iam::aws:policy/AmazonS3ReadOnlyAccess` };
    new aws.iam.RolePolicyAttachment("managed", managed, options);
    const parameters = [{ name: "aws_default_s3_role", value: role.arn }];
    const family = "aurora-mysql8.0";
    const group = new aws.rds.ClusterParameterGroup("group", { name: "sales", family, parameters }, options);
    const sales = new aws.rds.Cluster(
        "sales",
        {
            clusterIdentifier: "sales",
            engine: "aurora-mysql",
            masterUsername: "admin",
            masterPassword: "correct-horse",
            skipFinalSnapshot: true,
            dbClusterParameterGroupName: group.name,
        },
        options,
    );
    const association = { dbClusterIdentifier: sales.id, roleArn: role.arn };
    const made = new aws.rds.ClusterRoleAssociation("association", association, options);
    return { partition, accountId, caller, roleArn: made.roleArn };
}

describe("The stand-in for the AWS provider, in other partitions", () => {
    let account: Emulator;
    let options: TestStackOptions;
    before(async () => {
        ({ aws: account, stack: options } = await setUp());
    });
    after(() => account?.stop());

    let stack: InlineStack;
    afterEach(() => stack.dispose());

    for (const [region, partition] of [
        ["us-gov-west-1", "aws-us-gov"],
        ["cn-north-1", "aws-cn"],
    ] as const) {
        const explicitly: Program = () =>
            makeAll({ provider: new aws.Provider("elsewhere", { region, s3UsePathStyle: true }) });

        for (const [how, program, config] of [
            ["an explicit provider", explicitly, {}],
            ["the default provider", () => makeAll({}), { "aws:region": region }],
        ] as const) {
            it(`makes everything in ${region} by ${how}, and takes everything away`, async () => {
                stack = await TestStack.inline("partitions", program, { ...options, config });
                const { outputs } = await stack.up();
                const accountArn = `arn:${partition}:iam::${account.accountId}`;
                assert.deepEqual(outputs, {
                    partition,
                    accountId: account.accountId,
                    caller: `${accountArn}:root`,
                    roleArn: `${accountArn}:role/loader`,
                });
                assert.deepEqual(await account.leftovers(), [
                    `iam policy ${accountArn}:policy/read`,
                    `iam role ${accountArn}:role/loader`,
                    `iam role policy attachment loader ${accountArn}:policy/read`,
                    `iam role policy attachment loader arn:${partition}:iam::aws:policy/AmazonS3ReadOnlyAccess`,
                    `rds cluster arn:${partition}:rds:${region}:${account.accountId}:cluster:sales`,
                    `rds cluster parameter group arn:${partition}:rds:${region}:${account.accountId}:cluster-pg:sales`,
                    `rds cluster role association sales ${accountArn}:role/loader`,
                ]);
                await stack.refresh();
                assert.deepEqual(describeSteps(await stack.preview()), []);
                await stack.destroy();
                assert.deepEqual(await account.leftovers(), []);
            });
        }
    }

    it("fails where a resource of another partition is named", async () => {
        const policy = documentFor("s3:GetObject", "arn:aws:s3:::raw/*");
        const program = () => {
            const provider = new aws.Provider("elsewhere", { region: "cn-north-1" });
            new aws.iam.Policy("read", { policy }, { provider });
        };
        stack = await TestStack.inline("partitions", program, options);
        await assert.rejects(stack.up(), ({ run }: FailedRun) => {
            const error = run.diagnostics.find(({ resource }) => resource === "read");
            assert.match(
                error!.message,
                /MalformedPolicyDocument: Partition "aws" is not valid for resource/,
            );
            return true;
        });
        await stack.destroy();
    });
});
