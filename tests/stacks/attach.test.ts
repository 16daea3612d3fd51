import { rds } from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { DeleteRoleCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import { AuroraS3Access } from "../../provider";
import { parametersOfGroup, policiesOfRole, rolesOfCluster } from "../support/attached";
import { createRole } from "../support/emulator/builders";
import { describeSteps, type InlineStack, type Program, type Run } from "../support/engine";
import { sideBySide, useInlineStacks } from "./inlineStacks";

const engineVersion = "8.0.mysql_aurora.3.10.0";
const importFrom = [{ bucket: "raw" }];
const existingRoleArn = "arn:aws:iam::123456789012:role/loader";

function cluster(clusterIdentifier: string, dbClusterParameterGroupName?: pulumi.Output<string>) {
    return new rds.Cluster(clusterIdentifier, {
        clusterIdentifier,
        engine: "aurora-mysql",
        engineVersion,
        dbClusterParameterGroupName,
        masterUsername: "admin",
        manageMasterUserPassword: true,
        skipFinalSnapshot: true,
    });
}

/** The cluster waits for the component, so that it cannot be named in `clusters`. */
const ownAssociation: Program = () => {
    const access = new AuroraS3Access("sales", { importFrom, engineVersion });
    const group = new rds.ClusterParameterGroup("sales", {
        name: "sales",
        family: "aurora-mysql8.0",
        parameters: access.clusterParameters,
    });
    const { clusterIdentifier: dbClusterIdentifier } = cluster("sales", group.name);
    const { roleArn } = access;
    new rds.ClusterRoleAssociation("sales", { dbClusterIdentifier, roleArn }, { dependsOn: access });
    return { roleArn };
};

const severalClusters: Program = () => {
    const [eu, us] = [cluster("eu"), cluster("us")];
    const access = new AuroraS3Access("orders", {
        importFrom,
        clusters: [
            { clusterIdentifier: eu.clusterIdentifier },
            { clusterIdentifier: us.clusterIdentifier, name: "us" },
        ],
    });
    return { roleArn: access.roleArn };
};

const existingRole: Program = () => {
    const { clusterIdentifier } = cluster("warehouse");
    const access = new AuroraS3Access("warehouse", {
        importFrom,
        exportTo: [{ bucket: "reports" }],
        existingRoleArn,
        importPolicyName: "load",
        exportPolicyName: "unload",
        clusters: [{ clusterIdentifier }],
    });
    const { roleArn, roleName, clusterParameters } = access;
    return { roleArn, roleName, clusterParameters };
};

interface Deployed {
    stack: InlineStack;
    up: Run;
    preview: Run;
}

describe("the role is attached, on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();
    let deployed: Record<"ownAssociation" | "severalClusters" | "existingRole", Deployed>;

    before(async () => {
        await createRole(aws().aws, "loader");
        const deploy = async (name: string, program: Program): Promise<Deployed> => {
            const stack = await stackOf(name, program);
            return { stack, up: await stack.up(), preview: await stack.preview() };
        };
        const [own, several, existing] = await sideBySide([
            deploy("own-association", ownAssociation),
            deploy("several-clusters", severalClusters),
            deploy("existing-role", existingRole),
        ]);
        deployed = { ownAssociation: own, severalClusters: several, existingRole: existing };
    });

    describe("by an association of the user's own, to a cluster that takes the parameters,", () => {
        it("as RDS reports it", async () => {
            const { roleArn } = deployed.ownAssociation.up.outputs;
            assert.deepEqual(await rolesOfCluster(aws().aws, "sales"), [
                { roleArn, status: "ACTIVE", featureName: undefined },
            ]);
            assert.deepEqual(await parametersOfGroup(aws().aws, "sales"), [
                { name: "aws_default_s3_role", value: roleArn, applyMethod: "immediate" },
            ]);
        });

        it("with nothing to change right after", () => {
            assert.deepEqual(describeSteps(deployed.ownAssociation.preview), []);
        });
    });

    describe("to several clusters", () => {
        it("by an association for each, told apart by the name", () => {
            assert.deepEqual(describeSteps(deployed.severalClusters.up), [
                "create AuroraS3Access orders",
                "create iam.Policy orders-import",
                "create iam.Role orders-role",
                "create iam.RolePolicyAttachment orders-import",
                "create rds.Cluster eu",
                "create rds.Cluster us",
                "create rds.ClusterRoleAssociation orders-cluster",
                "create rds.ClusterRoleAssociation orders-cluster-us",
            ]);
        });

        it("as RDS reports it", async () => {
            const { roleArn } = deployed.severalClusters.up.outputs;
            const expected = [{ roleArn, status: "ACTIVE", featureName: undefined }];
            assert.deepEqual(await rolesOfCluster(aws().aws, "eu"), expected);
            assert.deepEqual(await rolesOfCluster(aws().aws, "us"), expected);
        });

        it("with nothing to change right after", () => {
            assert.deepEqual(describeSteps(deployed.severalClusters.preview), []);
        });
    });

    describe("where it is there already,", () => {
        it("and no other is made", () => {
            assert.deepEqual(describeSteps(deployed.existingRole.up), [
                "create AuroraS3Access warehouse",
                "create iam.Policy warehouse-export",
                "create iam.Policy warehouse-import",
                "create iam.RolePolicyAttachment warehouse-export",
                "create iam.RolePolicyAttachment warehouse-import",
                "create rds.Cluster warehouse",
                "create rds.ClusterRoleAssociation warehouse-cluster",
            ]);
        });

        it("with the policies, to the cluster", async () => {
            assert.deepEqual(Object.keys(await policiesOfRole(aws().aws, existingRoleArn)), [
                "load",
                "unload",
            ]);
            assert.deepEqual(await rolesOfCluster(aws().aws, "warehouse"), [
                { roleArn: existingRoleArn, status: "ACTIVE", featureName: undefined },
            ]);
        });

        it("and is told to the parameter group", () => {
            assert.deepEqual(deployed.existingRole.up.outputs, {
                roleArn: existingRoleArn,
                roleName: "loader",
                clusterParameters: [
                    { name: "aws_default_s3_role", value: existingRoleArn, applyMethod: "immediate" },
                ],
            });
        });

        it("with nothing to change right after", () => {
            assert.deepEqual(describeSteps(deployed.existingRole.preview), []);
        });

        it("and stays, with nothing on it, when the rest is destroyed", async () => {
            await deployed.existingRole.stack.destroy();
            const { iam } = aws().aws;
            const { Role } = await iam.send(new GetRoleCommand({ RoleName: "loader" }));
            assert.equal(Role!.Arn, existingRoleArn);
            assert.deepEqual(await policiesOfRole(aws().aws, existingRoleArn), {});
            await iam.send(new DeleteRoleCommand({ RoleName: "loader" }));
        });
    });
});
