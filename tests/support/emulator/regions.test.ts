import { ListPoliciesCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { AddRoleToDBClusterCommand, DescribeDBClusterParameterGroupsCommand } from "@aws-sdk/client-rds";
import { type BucketLocationConstraint, CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import {
    allow,
    attach,
    createCluster,
    createParameterGroup,
    createPolicy,
    createRole,
    describeCluster,
    isForbidden,
    readObject,
    useEmulator,
} from "./builders";

const account = "123456789012";

describe("Two Regions of the emulated AWS", () => {
    const emulator = useEmulator();
    const regions = ["us-east-1", "eu-west-1"];

    it("have the roles and policies of the account together", async () => {
        const { aws, inRegion } = emulator();
        const role = await createRole(aws, "loader");
        const policy = await createPolicy(inRegion("eu-west-1"), "read");
        await attach(aws, "loader", policy);
        await assert.rejects(createRole(inRegion("eu-west-1"), "loader"), {
            name: "EntityAlreadyExistsException",
        });
        assert.deepEqual(await emulator().leftovers(), [
            `iam policy ${policy}`,
            `iam role ${role}`,
            `iam role policy attachment loader ${policy}`,
        ]);
    });

    it("have clusters and parameter groups of their own, and the role is associated with both", async () => {
        const { aws, inRegion, leftovers } = emulator();
        const role = await createRole(aws, "loader");
        for (const [region, family] of [
            ["us-east-1", "aurora-mysql8.0"],
            ["eu-west-1", "aurora-mysql5.7"],
        ] as const) {
            const clients = inRegion(region);
            await createParameterGroup(clients, "tuned", family);
            await createCluster(clients);
            const association = { DBClusterIdentifier: "sales", RoleArn: role };
            await clients.rds.send(new AddRoleToDBClusterCommand(association));
        }
        for (const region of regions) {
            const { DBClusterArn } = await describeCluster(inRegion(region));
            assert.equal(DBClusterArn, `arn:aws:rds:${region}:${account}:cluster:sales`);
            const { DBClusterParameterGroups } = await inRegion(region).rds.send(
                new DescribeDBClusterParameterGroupsCommand({}),
            );
            assert.deepEqual(
                DBClusterParameterGroups!.map((group) => group.DBClusterParameterGroupArn),
                [`arn:aws:rds:${region}:${account}:cluster-pg:tuned`],
            );
        }
        assert.deepEqual(await leftovers(), [
            `iam role ${role}`,
            `rds cluster arn:aws:rds:eu-west-1:${account}:cluster:sales`,
            `rds cluster arn:aws:rds:us-east-1:${account}:cluster:sales`,
            `rds cluster parameter group arn:aws:rds:eu-west-1:${account}:cluster-pg:tuned`,
            `rds cluster parameter group arn:aws:rds:us-east-1:${account}:cluster-pg:tuned`,
            `rds cluster role association sales ${role}`,
            `rds cluster role association sales ${role}`,
        ]);
    });

    it("do not know each other's clusters", async () => {
        const { aws, inRegion } = emulator();
        const RoleArn = await createRole(aws, "loader");
        await createCluster(inRegion("eu-west-1"));
        const association = { DBClusterIdentifier: "sales", RoleArn };
        await assert.rejects(aws.rds.send(new AddRoleToDBClusterCommand(association)), {
            name: "DBClusterNotFoundFault",
        });
    });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
for (const [region, partition] of [
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
    ["eusc-de-east-1", "aws-eusc"],
] as const) {
    describe(`The emulated AWS in ${region}`, () => {
        const emulator = useEmulator();

        it(`has ARNs of the partition ${partition}`, async () => {
            const { inRegion, leftovers } = emulator();
            const clients = inRegion(region);
            const { Arn } = await clients.sts.send(new GetCallerIdentityCommand({}));
            const { KeyMetadata } = await clients.kms.send(new CreateKeyCommand({}));
            await createCluster(clients);
            assert.deepEqual(
                [Arn, await createRole(clients, "loader"), await createPolicy(clients, "read")],
                [
                    `arn:${partition}:iam::${account}:root`,
                    `arn:${partition}:iam::${account}:role/loader`,
                    `arn:${partition}:iam::${account}:policy/read`,
                ],
            );
            assert.deepEqual(await leftovers(), [
                `iam policy arn:${partition}:iam::${account}:policy/read`,
                `iam role arn:${partition}:iam::${account}:role/loader`,
                `kms key arn:${partition}:kms:${region}:${account}:key/${KeyMetadata!.KeyId}`,
                `rds cluster arn:${partition}:rds:${region}:${account}:cluster:sales`,
            ]);
        });

        it("shares no role and no policy with the partition aws", async () => {
            const { aws, inRegion } = emulator();
            const clients = inRegion(region);
            const policy = await createPolicy(aws, "read");
            await createRole(aws, "loader");
            await createRole(clients, "loader");
            assert.deepEqual(
                (await clients.iam.send(new ListPoliciesCommand({ Scope: "Local" }))).Policies,
                [],
            );
            await assert.rejects(attach(clients, "loader", policy), { message: "Invalid ARN partition" });
            await assert.rejects(
                attach(aws, "loader", `arn:${partition}:iam::aws:policy/AmazonS3FullAccess`),
                {
                    message: "Invalid ARN partition",
                },
            );
            await attach(clients, "loader", `arn:${partition}:iam::aws:policy/AmazonS3FullAccess`);
        });

        it("lets a session of a role do what the role may", async () => {
            const { assumeRole, inRegion } = emulator();
            const clients = inRegion(region);
            const LocationConstraint = region as BucketLocationConstraint;
            const raw = { Bucket: "raw", CreateBucketConfiguration: { LocationConstraint } };
            await clients.s3.send(new CreateBucketCommand(raw));
            for (const Key of ["in/x", "other"]) {
                await clients.s3.send(new PutObjectCommand({ Bucket: "raw", Key, Body: Key }));
            }
            const role = await createRole(clients, "loader");
            const read = allow("s3:GetObject", `arn:${partition}:s3:::raw/in/*`);
            await attach(clients, "loader", await createPolicy(clients, "read", read));
            const session = await assumeRole(role, region);
            assert.equal(await readObject(session, "raw", "in/x"), "in/x");
            await assert.rejects(readObject(session, "raw", "other"), isForbidden);
        });

        it("is not entered from the partition aws", async () => {
            const { assumeRole, inRegion } = emulator();
            const role = await createRole(inRegion(region), "loader");
            await assert.rejects(assumeRole(role), { name: "AccessDenied" });
        });
    });
}
