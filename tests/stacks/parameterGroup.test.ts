import { DescribeDBClusterParameterGroupsCommand, DescribeDBClustersCommand } from "@aws-sdk/client-rds";
import { rds } from "@pulumi/aws";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { parametersOfGroup, rolesOfCluster } from "../support/attached";
import { describeSteps, type Run } from "../support/engine";
import { sideBySide, useInlineStacks } from "./inlineStacks";

/** A new cluster that takes its parameter group from the component. */
const program = (engineVersion: string) => () => {
    const access = new AuroraS3Access("sales", {
        importFrom: [{ bucket: "raw" }],
        exportTo: [{ bucket: "reports" }],
        engineVersion,
        clusterParameterGroup: { parameters: [{ name: "server_audit_logging", value: "1" }] },
    });
    const cluster = new rds.Cluster("sales", {
        engine: "aurora-mysql",
        engineVersion,
        dbClusterParameterGroupName: access.clusterParameterGroupName,
        iamRoles: access.roleArns,
        masterUsername: "admin",
        manageMasterUserPassword: true,
        skipFinalSnapshot: true,
    });
    const { clusterParameterGroupName, roleArn } = access;
    return { clusterIdentifier: cluster.clusterIdentifier, clusterParameterGroupName, roleArn };
};

const table = [
    {
        engineVersion: "5.7.mysql_aurora.2.12.5",
        family: "aurora-mysql5.7",
        parameters: ["aurora_load_from_s3_role", "aurora_select_into_s3_role"],
    },
    {
        engineVersion: "8.0.mysql_aurora.3.10.0",
        family: "aurora-mysql8.0",
        parameters: ["aws_default_s3_role"],
    },
    {
        engineVersion: "8.4.mysql_aurora.8.4.7",
        family: "aurora-mysql8.4",
        parameters: ["aws_default_s3_role"],
    },
];

describe("a cluster with the parameter group of the component, on the real engine", () => {
    const { aws, stackOf } = useInlineStacks();
    let deployed: { up: Run; outputs: Record<string, string>; preview: Run }[];

    before(async () => {
        deployed = await sideBySide(
            table.map(async ({ engineVersion }) => {
                const stack = await stackOf("parameter-group", program(engineVersion));
                const up = await stack.up();
                const outputs = up.outputs as Record<string, string>;
                return { up, outputs, preview: await stack.preview() };
            }),
        );
    });

    table.forEach(({ engineVersion, family, parameters }, i) => {
        describe(`of version ${engineVersion}`, () => {
            it("makes the group beside policies and role", () => {
                assert.deepEqual(describeSteps(deployed[i]!.up), [
                    "create AuroraS3Access sales",
                    "create iam.Policy sales-export",
                    "create iam.Policy sales-import",
                    "create iam.Role sales-role",
                    "create iam.RolePolicyAttachment sales-export",
                    "create iam.RolePolicyAttachment sales-import",
                    "create rds.Cluster sales",
                    "create rds.ClusterParameterGroup sales-parameters",
                ]);
            });

            it(`finds the role by ${parameters.join(" and ")}, with the user's own parameter beside`, async () => {
                const { clusterParameterGroupName, roleArn } = deployed[i]!.outputs;
                const set = await parametersOfGroup(aws().aws, clusterParameterGroupName!);
                assert.deepEqual(
                    set.sort((one, other) => (one.name! < other.name! ? -1 : 1)),
                    [
                        ...parameters.map((name) => ({ name, value: roleArn, applyMethod: "immediate" })),
                        { name: "server_audit_logging", value: "1", applyMethod: "immediate" },
                    ],
                );
            });

            it(`has the group, which is of the family ${family}`, async () => {
                const client = aws().aws.rds;
                const { clusterIdentifier, clusterParameterGroupName } = deployed[i]!.outputs;
                const { DBClusters } = await client.send(
                    new DescribeDBClustersCommand({ DBClusterIdentifier: clusterIdentifier }),
                );
                const { DBClusterParameterGroups } = await client.send(
                    new DescribeDBClusterParameterGroupsCommand({
                        DBClusterParameterGroupName: DBClusters![0]!.DBClusterParameterGroup,
                    }),
                );
                assert.deepEqual(
                    DBClusterParameterGroups!.map((group) => [
                        group.DBClusterParameterGroupName,
                        group.DBParameterGroupFamily,
                    ]),
                    [[clusterParameterGroupName, family]],
                );
            });

            it("has the role", async () => {
                const { clusterIdentifier, roleArn } = deployed[i]!.outputs;
                assert.deepEqual(await rolesOfCluster(aws().aws, clusterIdentifier!), [
                    { roleArn, status: "ACTIVE", featureName: undefined },
                ]);
            });

            it("has nothing to change right after", () => {
                assert.deepEqual(describeSteps(deployed[i]!.preview), []);
            });
        });
    });
});
