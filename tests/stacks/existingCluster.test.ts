import assert from "node:assert/strict";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import { rolesOfCluster } from "../support/attached";
import { describeSteps, TestStack, type FolderStack, type Run } from "../support/engine";
import { deleteExistingCluster, existing, makeExistingCluster } from "../support/existingCluster";
import { setUp, type Setup } from "../support/setUp";

const example = "typescript-existing-cluster";
describe(`examples/${example}, on the real engine`, () => {
    let setup: Setup;
    let stack: FolderStack;
    let firstPreview: Run;
    let outputs: Record<string, unknown>;

    before(async () => {
        setup = await setUp();
        await makeExistingCluster(setup.aws.aws);
        stack = await TestStack.fromFolder(join(projectFolder, "examples", example), {
            ...setup.stack,
            config: {
                ...setup.stack.config,
                [`aurora-s3-access-${example}:clusterIdentifier`]: existing.clusterIdentifier,
                [`aurora-s3-access-${example}:bucket`]: existing.bucket,
            },
        });
        firstPreview = await stack.preview();
        outputs = (await stack.up()).outputs;
    });
    after(async () => {
        await stack.destroy();
        stack.dispose();
        const roles = await rolesOfCluster(setup.aws.aws, existing.clusterIdentifier);
        await deleteExistingCluster(setup.aws.aws);
        const left = await setup.aws.leftovers();
        await setup.aws.stop();
        assert.deepEqual(roles, [], "the cluster has no role any more");
        assert.deepEqual(left, [], "nothing is left in AWS");
    });

    it("shows every resource in the first preview", () => {
        assert.deepEqual(describeSteps(firstPreview), [
            "create AuroraS3Access sales",
            "create iam.Policy sales-import",
            "create iam.Role sales-role",
            "create iam.RolePolicyAttachment sales-import",
            "create rds.ClusterRoleAssociation sales-cluster",
        ]);
    });

    it("associates the role with the cluster, without a feature name", async () => {
        assert.deepEqual(await rolesOfCluster(setup.aws.aws, existing.clusterIdentifier), [
            { roleArn: outputs.roleArn, status: "ACTIVE", featureName: undefined },
        ]);
    });

    it("tells the owner of the cluster which parameters to set where, and what to grant", () => {
        const { clusterParameterGroupName, clusterParameters, databasePrivileges } = outputs;
        assert.deepEqual(
            { clusterParameterGroupName, clusterParameters, databasePrivileges },
            {
                clusterParameterGroupName: existing.parameterGroup,
                clusterParameters: [
                    { name: "aws_default_s3_role", value: outputs.roleArn, applyMethod: "immediate" },
                ],
                databasePrivileges: ["AWS_LOAD_S3_ACCESS"],
            },
        );
    });

    it("has nothing to change right after, and nothing to find in a refresh", async () => {
        assert.deepEqual(describeSteps(await stack.preview()), []);
        assert.deepEqual(describeSteps(await stack.refresh()), []);
    });

    it("updates one policy for one more bucket", async () => {
        await stack.edit("index.ts", "importFrom: [", 'importFrom: [{ bucket: "partner-data" }, ');
        const expected = ["update AuroraS3Access sales", "update iam.Policy sales-import [policy]"];
        assert.deepEqual(describeSteps(await stack.preview()), expected);
        assert.deepEqual(describeSteps(await stack.up()), expected);
    });

    it("replaces the association where it cannot be updated, the old one first, as a cluster has a role once", async () => {
        await stack.edit("index.ts", "clusters: [", 'roleName: "warehouse", clusters: [');
        const { steps: made } = await stack.up();
        const association = made.find(({ type }) => type.endsWith(":ClusterRoleAssociation"));
        assert.equal(association?.op, "replace");
        assert.equal(association.deletesFirst, true);
        assert.deepEqual(
            (await rolesOfCluster(setup.aws.aws, existing.clusterIdentifier)).map(({ roleArn }) => roleArn),
            [`arn:aws:iam::${setup.aws.accountId}:role/warehouse`],
        );
    });
});
