import assert from "node:assert/strict";
import type { Emulator } from "../emulator/emulator";
import { another, environmentOf, start, trust } from "./fixture";
import type { PluginClient } from "./pluginClient";

const Role = "aws:iam/role:Role";
const getCallerIdentity = "aws:index/getCallerIdentity:getCallerIdentity";
const getCluster = "aws:rds/getCluster:getCluster";
const getPartition = "aws:index/getPartition:getPartition";
const getPolicyDocument = "aws:iam/getPolicyDocument:getPolicyDocument";
const getRegion = "aws:index/getRegion:getRegion";
const getRole = "aws:iam/getRole:getRole";

describe("The stand-in for the AWS provider: functions", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const inRegion = (region: string, config = {}) =>
        another(environmentOf(aws), undefined, { region, ...config });

    it("getCallerIdentity tells who the provider is", async () => {
        const { userId, ...identity } = await plugin.invoke(getCallerIdentity);
        assert.ok(userId);
        assert.deepEqual(identity, {
            accountId: "123456789012",
            arn: "arn:aws:iam::123456789012:root",
            id: "123456789012",
        });
    });

    it("getCallerIdentity tells the role that the provider assumed", async () => {
        const assumeRolePolicy = trust.replace('"Service":"rds.amazonaws.com"', '"AWS":"*"');
        const role = await plugin.create(Role, { assumeRolePolicy });
        const assumeRoles = JSON.stringify([{ roleArn: role.state.arn, sessionName: "test" }]);
        const assumed = await inRegion("us-east-1", { assumeRoles });
        const { arn } = await assumed.invoke(getCallerIdentity);
        assert.equal(arn, `arn:aws:sts::123456789012:assumed-role/${role.id}/test`);
    });

    it("getPartition and getRegion tell where the provider is", async () => {
        const china = await inRegion("cn-north-1");
        assert.deepEqual(await china.invoke(getPartition), {
            dnsSuffix: "amazonaws.com.cn",
            id: "aws-cn",
            partition: "aws-cn",
            reverseDnsPrefix: "cn.com.amazonaws",
        });
        assert.equal((await plugin.invoke(getPartition)).partition, "aws");
        assert.deepEqual(await china.invoke(getRegion), {
            endpoint: "ec2.cn-north-1.amazonaws.com.cn",
            id: "cn-north-1",
            name: "cn-north-1",
            region: "cn-north-1",
        });
        assert.equal((await plugin.invoke(getRegion, { region: "eu-west-1" })).region, "eu-west-1");
    });

    it("getRole tells of a role, and what AWS says where there is none", async () => {
        const given = { assumeRolePolicy: trust, name: "reader", description: "reads", tags: { a: "1" } };
        const { state } = await plugin.create(Role, given);
        assert.deepEqual(await plugin.invoke(getRole, { name: "reader" }), {
            ...given,
            arn: state.arn,
            createDate: state.createDate,
            id: "reader",
            maxSessionDuration: 3600,
            path: "/",
            permissionsBoundary: "",
            uniqueId: state.uniqueId,
        });
        await assert.rejects(plugin.invoke(getRole, { name: "nobody" }), /IAM: GetRole, .*, NoSuchEntity: /);
    });

    it("getCluster tells of a cluster, and what AWS says where there is none", async () => {
        const given = { engine: "aurora-mysql", masterUsername: "admin", masterPassword: "correct-horse" };
        const { id, state } = await plugin.create("aws:rds/cluster:Cluster", { ...given, tags: { a: "1" } });
        const told = await plugin.invoke(getCluster, { clusterIdentifier: id });
        const { arn, engineVersion, endpoint, iamRoles, region, tags } = state;
        assert.deepEqual(
            { ...told },
            { ...told, id, arn, engineVersion, endpoint, iamRoles, region, tags, masterUsername: "admin" },
        );
        assert.equal("masterPassword" in told || "skipFinalSnapshot" in told, false);
        await assert.rejects(
            plugin.invoke(getCluster, { clusterIdentifier: "nowhere" }),
            /RDS: DescribeDBClusters, .*, DBClusterNotFoundFault: /,
        );
    });

    it("getPolicyDocument writes a policy as the real one does", async () => {
        const statements = [
            {
                sid: "Read",
                actions: ["s3:GetObject", "s3:ListBucket"],
                resources: ["arn:aws:s3:::b/&{aws:username}/*"],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["1", "2"] }],
            },
            {
                effect: "Deny",
                notActions: ["s3:*"],
                notResources: ["*"],
                principals: [
                    { type: "AWS", identifiers: ["1"] },
                    { type: "Service", identifiers: ["rds.amazonaws.com", "ec2.amazonaws.com"] },
                ],
                notPrincipals: [{ type: "*", identifiers: ["*"] }],
            },
        ];
        const told = await plugin.invoke(getPolicyDocument, { statements });
        const document = {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "Read",
                    Effect: "Allow",
                    Action: ["s3:ListBucket", "s3:GetObject"],
                    Resource: "arn:aws:s3:::b/${aws:username}/*",
                    Condition: { StringEquals: { "aws:SourceAccount": ["1", "2"] } },
                },
                {
                    Effect: "Deny",
                    NotAction: "s3:*",
                    NotResource: "*",
                    Principal: { AWS: "1", Service: ["rds.amazonaws.com", "ec2.amazonaws.com"] },
                    NotPrincipal: "*",
                },
            ],
        };
        assert.equal(told.json, JSON.stringify(document, undefined, 2));
        assert.equal(told.minifiedJson, JSON.stringify(document));
    });

    it("refuse arguments that they have not, and ask for those that are missing", async () => {
        await assert.rejects(
            plugin.invoke(getRole, { nmae: "reader" }),
            /"nmae":"Invalid or unknown key.*it has: name, tags.*"name":"Missing required argument/,
        );
    });
});
