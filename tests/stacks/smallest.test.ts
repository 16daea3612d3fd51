import assert from "node:assert/strict";
import { rolesOfCluster } from "../support/attached";
import { describeSteps, type FolderStack, type Run } from "../support/engine";
import { deleteExistingCluster, makeExistingCluster } from "../support/existingCluster";
import { setUp, type Setup } from "../support/setUp";
import { documentedProgram, projects } from "./documentedProgram";

/** What the smallest program finds in AWS. */
const found = { bucket: "sales-raw", clusterIdentifier: "sales", parameterGroup: "sales-parameters" };

const ofSmallest = [
    "create AuroraS3Access sales",
    "create iam.Policy sales-import",
    "create iam.Role sales-role",
    "create iam.RolePolicyAttachment sales-import",
    "create rds.ClusterRoleAssociation sales-cluster",
];

/** The bucket has another type in version 6 of the AWS SDK, the newest for Java. */
const ofNewCluster = (language: string) =>
    [
        "create AuroraS3Access sales",
        "create iam.Policy sales-export",
        "create iam.Role sales-role",
        "create iam.RolePolicyAttachment sales-export",
        "create kms.Key reports",
        "create rds.Cluster sales",
        "create rds.ClusterParameterGroup sales-parameters",
        `create s3.Bucket${language === "java" ? "V2" : ""} reports`,
        `create s3.BucketServerSideEncryptionConfiguration${language === "java" ? "V2" : ""} reports`,
    ].sort();

describe("the programs that the docs show in each language, on the real engine:", () => {
    for (const [language, { language: name }] of Object.entries(projects)) {
        describe(language, () => {
            let setup: Setup;
            let stack: FolderStack | undefined;
            before(async () => {
                setup = await setUp(name);
            });
            afterEach(() => stack?.dispose());
            after(() => setup?.aws.stop());

            const deploy = async (example: string): Promise<[FolderStack, Run]> => {
                stack = await documentedProgram(example, language, setup.stack);
                return [stack, await stack.up()];
            };

            it("the smallest gives an existing cluster access, and says what else to set", async () => {
                const { aws } = setup.aws;
                await makeExistingCluster(aws, found);
                const [stack, up] = await deploy("smallest");
                assert.deepEqual(describeSteps(up), ofSmallest);
                const [role, ...others] = await rolesOfCluster(aws, found.clusterIdentifier);
                assert.deepEqual(others, []);
                assert.deepEqual(up.outputs, {
                    clusterParameters: [
                        { name: "aws_default_s3_role", value: role?.roleArn, applyMethod: "immediate" },
                    ],
                    databasePrivileges: ["AWS_LOAD_S3_ACCESS"],
                });
                assert.deepEqual(describeSteps(await stack.preview()), []);
                await stack.destroy();
                await deleteExistingCluster(aws, found);
                assert.deepEqual(await setup.aws.leftovers(), []);
            });

            it("the other creates a cluster that writes to an encrypted bucket", async () => {
                const [stack, up] = await deploy("new-cluster");
                assert.deepEqual(describeSteps(up), ofNewCluster(language));
                assert.deepEqual(up.outputs, { databasePrivileges: ["AWS_SELECT_S3_ACCESS"] });
                assert.deepEqual(describeSteps(await stack.preview()), []);
                await stack.destroy();
                assert.deepEqual(await setup.aws.leftovers(), []);
            });
        });
    }
});
