import { ModifyDBClusterParameterGroupCommand } from "@aws-sdk/client-rds";
import type { ClusterParameter } from "aurora-s3-access/policy";
import assert from "node:assert/strict";
import { rolesOfCluster } from "../support/attached";
import { problemsOf } from "../support/doctor";
import { describeSteps } from "../support/engine";
import { deleteExistingCluster, existing, makeExistingCluster } from "../support/existingCluster";
import { useExample } from "./exampleStack";

describe("examples/typescript-existing-cluster, on the real engine", () => {
    const { emulator, stack, firstPreview, outputs } = useExample(
        "typescript-existing-cluster",
        async ({ aws }) => {
            await makeExistingCluster(aws);
            const { clusterIdentifier, bucket } = existing;
            return {
                config: { clusterIdentifier, bucket },
                takeAway: async () => {
                    const roles = await rolesOfCluster(aws, clusterIdentifier);
                    await deleteExistingCluster(aws);
                    assert.deepEqual(roles, [], "the cluster has no role any more");
                },
            };
        },
    );

    it("shows every resource in the first preview", () => {
        assert.deepEqual(describeSteps(firstPreview()), [
            "create AuroraS3Access sales",
            "create iam.Policy sales-import",
            "create iam.Role sales-role",
            "create iam.RolePolicyAttachment sales-import",
            "create rds.ClusterRoleAssociation sales-cluster",
        ]);
    });

    it("associates the role with the cluster, without a feature name", async () => {
        assert.deepEqual(await rolesOfCluster(emulator().aws, existing.clusterIdentifier), [
            { roleArn: outputs().roleArn, status: "ACTIVE", featureName: undefined },
        ]);
    });

    it("tells the owner of the cluster which parameters to set where, and what to grant", () => {
        const { clusterParameterGroupName, clusterParameters, databasePrivileges } = outputs();
        assert.deepEqual(
            { clusterParameterGroupName, clusterParameters, databasePrivileges },
            {
                clusterParameterGroupName: existing.parameterGroup,
                clusterParameters: [
                    { name: "aws_default_s3_role", value: outputs().roleArn, applyMethod: "immediate" },
                ],
                databasePrivileges: ["AWS_LOAD_S3_ACCESS"],
            },
        );
    });

    it("has the doctor ask for the parameter, until the owner of the cluster has set it", async () => {
        const { clusterIdentifier, parameterGroup } = existing;
        const missing = `S3ACCESS021 The parameter aws_default_s3_role is not set in the parameter group ${parameterGroup}.`;
        assert.deepEqual(await problemsOf(emulator(), clusterIdentifier), [missing]);
        const [parameter] = outputs().clusterParameters as unknown as ClusterParameter[];
        const { name, value, applyMethod } = parameter!;
        await emulator().aws.rds.send(
            new ModifyDBClusterParameterGroupCommand({
                DBClusterParameterGroupName: parameterGroup,
                Parameters: [
                    { ParameterName: name, ParameterValue: value, ApplyMethod: applyMethod as "immediate" },
                ],
            }),
        );
        assert.deepEqual(await problemsOf(emulator(), clusterIdentifier), []);
    });

    it("has nothing to change right after, and nothing to find in a refresh", async () => {
        assert.deepEqual(describeSteps(await stack().preview()), []);
        assert.deepEqual(describeSteps(await stack().refresh()), []);
    });

    it("updates one policy for one more bucket", async () => {
        await stack().edit("index.ts", "importFrom: [", 'importFrom: [{ bucket: "partner-data" }, ');
        const expected = ["update AuroraS3Access sales", "update iam.Policy sales-import [policy]"];
        assert.deepEqual(describeSteps(await stack().preview()), expected);
        assert.deepEqual(describeSteps(await stack().up()), expected);
    });

    it("replaces the association where it cannot be updated, and has the new role before the old one goes", async () => {
        await stack().edit("index.ts", "clusters: [", 'roleName: "warehouse", clusters: [');
        const { steps: made } = await stack().up();
        const association = made.find(({ type }) => type.endsWith(":ClusterRoleAssociation"));
        assert.equal(association?.op, "replace");
        assert.equal(association.deletesFirst, false);
        assert.deepEqual(
            (await rolesOfCluster(emulator().aws, existing.clusterIdentifier)).map(({ roleArn }) => roleArn),
            [`arn:aws:iam::${emulator().accountId}:role/warehouse`],
        );
    });
});
