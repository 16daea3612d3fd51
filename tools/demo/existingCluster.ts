import { join } from "node:path";
import { rolesOfCluster } from "../../tests/support/attached";
import { TestStack } from "../../tests/support/engine";
import { deleteExistingCluster, existing, makeExistingCluster } from "../../tests/support/existingCluster";
import type { Setup } from "../../tests/support/setUp";
import { projectFolder } from "../project";
import type { Report } from "./report";

/** A cluster that others made gets the role; its owner is told the parameters. */
export async function existingCluster({ aws, stack: options }: Setup, report: Report): Promise<void> {
    report.chapter("A cluster that is there already (examples/typescript-existing-cluster)");
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
        report.document("the owner sets", { clusterParameterGroupName, clusterParameters });
        report.document("and grants", databasePrivileges);
        report.check(
            "the role is associated with the existing cluster",
            await rolesOfCluster(aws.aws, clusterIdentifier),
            [{ roleArn, status: "ACTIVE", featureName: undefined }],
        );
        report.check("a second preview shows no changes there too", (await stack.preview()).steps, []);
        report.say("pulumi destroy ...");
        await stack.destroy();
        report.check(
            "after that the cluster has no role",
            await rolesOfCluster(aws.aws, clusterIdentifier),
            [],
        );
    } finally {
        stack.dispose();
    }
    await deleteExistingCluster(aws.aws);
}
