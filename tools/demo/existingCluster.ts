import { join } from "node:path";
import { rolesOfCluster } from "../../tests/support/attached";
import { TestStack } from "../../tests/support/engine";
import { deleteExistingCluster, existing, makeExistingCluster } from "../../tests/support/existingCluster";
import type { Setup } from "../../tests/support/setUp";
import { projectFolder } from "../project";
import type { Report } from "./report";

/** A cluster that was created outside the stack gets the role; its owner is told the parameters. */
export async function existingCluster({ aws, stack: options }: Setup, report: Report): Promise<void> {
    report.chapter("Existing cluster (examples/typescript-existing-cluster)");
    await makeExistingCluster(aws.aws);
    const { clusterIdentifier, bucket } = existing;
    const stack = await TestStack.fromFolder(join(projectFolder, "examples/typescript-existing-cluster"), {
        ...options,
        config: {
            ...options.config,
            "aurora-s3-access-typescript-existing-cluster:clusterIdentifier": clusterIdentifier,
            "aurora-s3-access-typescript-existing-cluster:bucket": bucket,
        },
    });
    try {
        report.say("pulumi preview:");
        report.steps(await stack.preview());
        report.say("pulumi up ...");
        const { roleArn, clusterParameterGroupName, clusterParameters, databasePrivileges } = (
            await stack.up()
        ).outputs;
        report.document("the cluster owner must set", { clusterParameterGroupName, clusterParameters });
        report.document("and grant to the database users", databasePrivileges);
        report.check(
            "The role is associated with the existing cluster",
            await rolesOfCluster(aws.aws, clusterIdentifier),
            [{ roleArn, status: "ACTIVE", featureName: undefined }],
        );
        report.check(
            "A second preview shows no changes for the existing cluster",
            (await stack.preview()).steps,
            [],
        );
        report.say("pulumi destroy ...");
        await stack.destroy();
        report.check(
            "After pulumi destroy, the existing cluster has no role",
            await rolesOfCluster(aws.aws, clusterIdentifier),
            [],
        );
    } finally {
        stack.dispose();
    }
    await deleteExistingCluster(aws.aws);
}
