import { AddRoleToDBInstanceCommand, CreateDBInstanceCommand } from "@aws-sdk/client-rds";
import { CreateBucketCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { collect } from "../../doctor/collect";
import { type Facts, isRead, type Location } from "../../doctor/facts";
import { useEmulator } from "../support/emulator/builders";
import { type Account, allow, policy } from "./account";
import { examined, healthyAccount } from "./examined";
import { at } from "./scenarios/scenario";

const owner = "999999999999";

describe("What the doctor reads", () => {
    const emulator = useEmulator();
    let account: Account;
    beforeEach(async () => {
        account = await healthyAccount(emulator());
    });

    const factsOf = (locations: Location[] = [], identifier: string = account.cluster): Promise<Facts> =>
        collect({ identifier, locations }, account.connection);

    /** A bucket of another account, opened by its policy as far as these statements go. */
    async function foreignBucket(name: string, ...statements: object[]): Promise<void> {
        const { s3 } = emulator().otherAccount(owner);
        await s3.send(new CreateBucketCommand({ Bucket: name }));
        if (statements.length === 0) return;
        await s3.send(new PutBucketPolicyCommand({ Bucket: name, Policy: policy(...statements) }));
    }

    const opened = (Action: string[], Resource: string) => ({
        ...allow(Action, Resource),
        Principal: { AWS: [account.importRole, `arn:aws:iam::${account.id}:root`] },
    });

    it("is a bucket of another account only as far as its owner lets it", async () => {
        const { arnOf } = account;
        await foreignBucket("partner", opened(["s3:ListBucket"], arnOf("partner")));
        const { buckets } = await factsOf([at("import", "partner")]);
        const elsewhere = { unread: { reason: "the bucket belongs to another account", needs: undefined } };
        assert.deepEqual(buckets, [
            {
                name: "partner",
                exists: { read: true },
                region: { read: "us-east-1" },
                isInAccount: { read: false },
                encryption: elsewhere,
                policy: elsewhere,
            },
        ]);
    });

    it("is of a closed bucket that it exists, and its Region", async () => {
        await foreignBucket("closed");
        const { buckets, objects } = await factsOf([at("import", "closed")]);
        const [{ exists, region, isInAccount }] = buckets as [Facts["buckets"][number]];
        const denied = { unread: { reason: "access denied", needs: "s3:ListBucket" } };
        assert.deepEqual([exists, region, isInAccount], [{ read: true }, { read: "us-east-1" }, denied]);
        assert.deepEqual(objects, [{ found: denied }]);
    });

    it("is no role of another account, which the parameter names", async () => {
        const foreign = `arn:aws:iam::${owner}:role/loader`;
        await account.setParameter("aws_default_s3_role", foreign);
        const { roles } = await factsOf();
        const role = roles.find(({ arn }) => arn === foreign)!;
        assert.deepEqual(role.role, {
            unread: { reason: `the role is in another account than ${account.id}`, needs: undefined },
        });
    });

    it("is an instance of RDS for PostgreSQL with its roles, where there is no cluster of the name", async () => {
        const { rds } = account.aws;
        await account.createRole("importer");
        const RoleArn = account.arnOfRole("importer");
        await rds.send(
            new CreateDBInstanceCommand({
                DBInstanceIdentifier: "orders",
                DBInstanceClass: "db.m6g.large",
                Engine: "postgres",
                EngineVersion: "16.4",
                MasterUsername: "postgres",
                MasterUserPassword: "only-in-the-emulator",
                AllocatedStorage: 20,
                DBSubnetGroupName: account.network.subnetGroup,
                VpcSecurityGroupIds: [account.network.securityGroup],
            }),
        );
        const association = { DBInstanceIdentifier: "orders", RoleArn, FeatureName: "s3Import" };
        await rds.send(new AddRoleToDBInstanceCommand(association));
        const { database, parameters, network } = await factsOf([], "orders");
        assert.ok(isRead(database));
        const { kind, engine, associatedRoles, subnetGroup } = database.read!;
        assert.deepEqual(
            [kind, engine, subnetGroup, associatedRoles.map(({ roleArn }) => roleArn)],
            ["instance", "postgres", "private", [RoleArn]],
        );
        assert.deepEqual([parameters, network.isPublic], [{ read: [] }, { read: false }]);
    });

    it("is asked for again when AWS is too busy once", async () => {
        await emulator().failNext({ operation: "iam:GetRole", error: "Throttling" });
        const { findings, notChecked } = await examined(account, [at("import", account.raw, "incoming/")]);
        assert.deepEqual([findings, notChecked], [[], []]);
    });

    it("is everything else when one call fails, which it says", async () => {
        await emulator().failNext({ operation: "iam:ListRolePolicies", error: "NoSuchEntity" });
        await emulator().failNext({ operation: "ec2:DescribeNetworkAcls", error: "AccessDenied", times: 9 });
        const { network, roles } = await factsOf();
        assert.deepEqual(network.networkAcls, {
            unread: { reason: "access denied", needs: "ec2:DescribeNetworkAcls" },
        });
        assert.deepEqual(roles[0]!.inlinePolicies, { read: [] });
        assert.ok(isRead(network.routeTables));
    });
});
