import { DescribeDBClusterParameterGroupsCommand } from "@aws-sdk/client-rds";
import { rds } from "@pulumi/aws";
import assert from "node:assert/strict";
import { AuroraS3Access, type ClusterParameterGroupSettings } from "../../../provider";
import { parametersOfGroup } from "../../support/attached";
import { describeSteps } from "../../support/engine";
import { useInlineStacks } from "../inlineStacks";

const v2 = "5.7.mysql_aurora.2.12.5";
const v3 = "8.0.mysql_aurora.3.10.0";

/** A cluster on the parameter group of an access. */
const program = (engineVersion: string, clusterParameterGroup: ClusterParameterGroupSettings) => () => {
    const access = new AuroraS3Access("sales", {
        importFrom: [{ bucket: "raw" }],
        engineVersion,
        clusterParameterGroup,
    });
    new rds.Cluster("sales", {
        engine: "aurora-mysql",
        engineVersion,
        allowMajorVersionUpgrade: true,
        applyImmediately: true,
        dbClusterParameterGroupName: access.clusterParameterGroupName,
        iamRoles: access.roleArns,
        masterUsername: "admin",
        manageMasterUserPassword: true,
        skipFinalSnapshot: true,
    });
    return { roleArn: access.roleArn };
};

describe("a parameter group with a given name that needs another family, on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();
    const familyOf = async (DBClusterParameterGroupName: string) => {
        const { DBClusterParameterGroups } = await aws().aws.rds.send(
            new DescribeDBClusterParameterGroupsCommand({ DBClusterParameterGroupName }),
        );
        return DBClusterParameterGroups?.[0]?.DBParameterGroupFamily;
    };

    it("fails at once where the name stays, leaves the old one as it is, and follows once it gets another name", async () => {
        const stack = await stackOf("group-name", program(v2, { name: "sales" }));
        const { outputs } = await stack.up();
        const parameters = await parametersOfGroup(aws().aws, "sales");
        assert.deepEqual(
            parameters.map(({ value }) => value),
            [outputs.roleArn],
        );

        stack.program = program(v3, { name: "sales" });
        await assert.rejects(stack.up(), /CreateDBClusterParameterGroup.*DBParameterGroupAlreadyExists/);
        assert.equal(await familyOf("sales"), "aurora-mysql5.7");
        assert.deepEqual(await parametersOfGroup(aws().aws, "sales"), parameters);

        stack.program = program(v3, { name: "sales-v3" });
        const group = "replace rds.ClusterParameterGroup sales-parameters";
        assert.deepEqual(describeSteps(await stack.up()), [
            `${group} [family,name,parameters] replace because of family,id,name`,
            "update AuroraS3Access sales",
            "update rds.Cluster sales [dbClusterParameterGroupName,engineVersion]",
        ]);
        assert.equal(await familyOf("sales-v3"), "aurora-mysql8.0");
        assert.deepEqual(describeSteps(await stack.preview()), []);
    });
});
