import { CreateBucketCommand, DeleteBucketCommand } from "@aws-sdk/client-s3";
import { join } from "node:path";
import { parametersOfGroup, policiesOfRole, rolesOfCluster, trustOfRole } from "../../tests/support/attached";
import { reachS3 } from "../../tests/support/doctor";
import { describeSteps, TestStack } from "../../tests/support/engine";
import { canRead, canWrite, remove } from "../../tests/support/objects";
import type { Setup } from "../../tests/support/setUp";
import { projectFolder } from "../project";
import { doctor } from "./doctor";
import type { Report } from "./report";

const othersBucket = "another-bucket";

interface Outputs {
    roleArn: string;
    clusterIdentifier: string;
    clusterParameterGroupName: string;
    importBucket: string;
    exportBucket: string;
    keyArn: string;
}

/** A new cluster that gets the role and its parameter: what is created, and what it lets Aurora do. */
export async function newCluster({ aws, stack: options }: Setup, report: Report): Promise<void> {
    report.chapter("New cluster (examples/typescript)");
    await reachS3(aws);
    const stack = await TestStack.fromFolder(join(projectFolder, "examples/typescript"), options);
    try {
        report.say("pulumi preview:");
        report.steps(await stack.preview());
        report.say("pulumi up ...");
        const { roleArn, ...outputs } = (await stack.up()).outputs as unknown as Outputs;

        report.chapter("Resources in IAM and Amazon RDS");
        report.document("trust policy", await trustOfRole(aws.aws, roleArn));
        const policies = await policiesOfRole(aws.aws, roleArn);
        for (const [name, document] of Object.entries(policies)) report.document(name, document);
        report.check("The role has two policies", Object.keys(policies).length, 2);
        report.check(
            "The role is associated with the cluster",
            await rolesOfCluster(aws.aws, outputs.clusterIdentifier),
            [{ roleArn, status: "ACTIVE", featureName: undefined }],
        );
        report.check(
            "The cluster parameter contains the ARN of the role",
            await parametersOfGroup(aws.aws, outputs.clusterParameterGroupName),
            [{ name: "aws_default_s3_role", value: roleArn, applyMethod: "immediate" }],
        );

        report.chapter("Access of the cluster to Amazon S3");
        await tryOut(aws, roleArn, outputs, report);

        await doctor(aws, outputs, report);

        report.chapter("Update");
        report.check("A second preview shows no changes", (await stack.preview()).steps, []);
        await stack.edit("index.ts", "importFrom: [", 'importFrom: [{ bucket: "partner-data" }, ');
        const added = await stack.preview();
        report.steps(added);
        report.check("A bucket added to importFrom updates one policy", describeSteps(added), [
            "update AuroraS3Access sales",
            "update iam.Policy sales-import [policy]",
        ]);
        report.say("pulumi destroy ...");
        await stack.destroy();
    } finally {
        stack.dispose();
    }
}

async function tryOut(
    aws: Setup["aws"],
    roleArn: string,
    { importBucket, exportBucket }: Outputs | Omit<Outputs, "roleArn">,
    report: Report,
): Promise<void> {
    const owner = aws.aws;
    await owner.s3.send(new CreateBucketCommand({ Bucket: othersBucket }));
    const objects = [
        { Bucket: importBucket, Key: "incoming/orders.csv" },
        { Bucket: importBucket, Key: "archive/orders.csv" },
        { Bucket: othersBucket, Key: "incoming/orders.csv" },
    ];
    for (const { Bucket, Key } of objects) await canWrite(owner, Bucket, Key);

    const aurora = await aws.assumeRole(roleArn);
    const attempts: [string, Promise<string>, string][] = [
        ["Read incoming/orders.csv", canRead(aurora, importBucket, "incoming/orders.csv"), "allowed"],
        [
            "Read the same object in another bucket",
            canRead(aurora, othersBucket, "incoming/orders.csv"),
            "denied",
        ],
        ["Read archive/orders.csv", canRead(aurora, importBucket, "archive/orders.csv"), "denied"],
        ["Write to the import bucket", canWrite(aurora, importBucket, "incoming/orders.csv"), "denied"],
        [
            "Write a report to the export bucket",
            canWrite(aurora, exportBucket, "sales.part_00000"),
            "allowed",
        ],
    ];
    for (const [claim, verdict, expected] of attempts)
        report.check(`${claim}: ${expected}`, await verdict, expected);

    objects.push({ Bucket: exportBucket, Key: "sales.part_00000" });
    for (const each of objects) await remove(owner, each.Bucket, each.Key);
    await owner.s3.send(new DeleteBucketCommand({ Bucket: othersBucket }));
}
