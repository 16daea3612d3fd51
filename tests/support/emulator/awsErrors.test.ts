import { DeleteRoleCommand, GetPolicyCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import {
    AddRoleToDBClusterCommand,
    DeleteDBClusterCommand,
    DeleteDBClusterParameterGroupCommand,
    DescribeDBClustersCommand,
} from "@aws-sdk/client-rds";
import { HeadBucketCommand, ListObjectsV2Command, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { useEmulator } from "./builders";
import type { Clients } from "./clients";
import type { FaultName } from "./faults";

/** What the SDKs make of an error on the wire, whether or not the service's model has it. */
interface SeenError {
    name: string;
    message: string;
    $metadata: { httpStatusCode: number };
}

describe("The emulated AWS's errors that a test orders", () => {
    const emulator = useEmulator();

    const getRole = ({ iam }: Clients) => iam.send(new GetRoleCommand({ RoleName: "loader" }));
    const getPolicy = ({ iam }: Clients) => iam.send(new GetPolicyCommand({ PolicyArn: "arn:aws:x" }));
    const deleteRole = ({ iam }: Clients) => iam.send(new DeleteRoleCommand({ RoleName: "loader" }));
    const describeClusters = ({ rds }: Clients) => rds.send(new DescribeDBClustersCommand({}));
    const addRole = ({ rds }: Clients) =>
        rds.send(new AddRoleToDBClusterCommand({ DBClusterIdentifier: "sales", RoleArn: "arn:aws:x" }));
    const deleteCluster = ({ rds }: Clients) =>
        rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier: "sales" }));
    const deleteGroup = ({ rds }: Clients) =>
        rds.send(new DeleteDBClusterParameterGroupCommand({ DBClusterParameterGroupName: "tuned" }));
    const createKey = ({ kms }: Clients) => kms.send(new CreateKeyCommand({}));
    const putPolicy = ({ s3 }: Clients) =>
        s3.send(new PutBucketPolicyCommand({ Bucket: "raw", Policy: "{}" }));
    const list = ({ s3 }: Clients) => s3.send(new ListObjectsV2Command({ Bucket: "raw" }));
    const whoAmI = ({ sts }: Clients) => sts.send(new GetCallerIdentityCommand({}));

    const unknownFailure =
        "The request processing has failed because of an unknown error, exception or failure.";
    const notAuthorized = (operation: string) =>
        `User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: ${operation} ` +
        `because no identity-based policy allows the ${operation} action`;

    type Row = [
        operation: string,
        call: (clients: Clients) => Promise<unknown>,
        error: FaultName,
        status: number,
        name: string,
        message: string,
    ];
    const rows: Row[] = [
        ["iam:GetRole", getRole, "Throttling", 400, "Throttling", "Rate exceeded"],
        ["iam:GetRole", getRole, "InternalFailure", 500, "InternalFailure", unknownFailure],
        [
            "iam:GetRole",
            getRole,
            "ServiceUnavailable",
            503,
            "ServiceUnavailable",
            "The request has failed due to a temporary failure of the server.",
        ],
        ["iam:GetRole", getRole, "AccessDenied", 403, "AccessDenied", notAuthorized("iam:GetRole")],
        [
            "iam:GetRole",
            getRole,
            "NoSuchEntity",
            404,
            "NoSuchEntityException",
            "The role with name loader cannot be found.",
        ],
        [
            "iam:GetPolicy",
            getPolicy,
            "NoSuchEntity",
            404,
            "NoSuchEntityException",
            "Policy arn:aws:x was not found.",
        ],
        [
            "iam:GetRole",
            getRole,
            "MalformedPolicyDocument",
            400,
            "MalformedPolicyDocumentException",
            'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:role/new"',
        ],
        [
            "iam:GetRole",
            getRole,
            "ConcurrentModification",
            409,
            "ConcurrentModificationException",
            "The request was rejected because multiple requests to change this object were submitted simultaneously. Wait a few minutes and submit your request again.",
        ],
        [
            "iam:DeleteRole",
            deleteRole,
            "DeleteConflict",
            409,
            "DeleteConflictException",
            "Cannot delete entity, must detach all policies first.",
        ],
        ["rds:DescribeDBClusters", describeClusters, "Throttling", 400, "Throttling", "Rate exceeded"],
        [
            "rds:AddRoleToDBCluster",
            addRole,
            "InvalidParameterValue",
            400,
            "InvalidParameterValue",
            "IAM role ARN value is invalid or does not include the required permissions",
        ],
        [
            "rds:AddRoleToDBCluster",
            addRole,
            "InvalidDBClusterStateFault",
            400,
            "InvalidDBClusterStateFault",
            "DB Cluster sales is not available for IAM role association, disassociation, or updates. Current DB cluster status: modifying",
        ],
        [
            "rds:DeleteDBCluster",
            deleteCluster,
            "InvalidDBClusterStateFault",
            400,
            "InvalidDBClusterStateFault",
            "DbCluster sales is not currently in the available state",
        ],
        [
            "rds:DeleteDBClusterParameterGroup",
            deleteGroup,
            "InvalidDBParameterGroupState",
            400,
            "InvalidDBParameterGroupStateFault",
            "One or more database instances are still members of this parameter group tuned, so the group cannot be deleted",
        ],
        [
            "kms:CreateKey",
            createKey,
            "Throttling",
            400,
            "ThrottlingException",
            "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
        ],
        [
            "kms:CreateKey",
            createKey,
            "InternalFailure",
            500,
            "KMSInternalException",
            "The request was rejected because an internal exception occurred. The request can be retried.",
        ],
        [
            "kms:CreateKey",
            createKey,
            "ServiceUnavailable",
            503,
            "DependencyTimeoutException",
            "The system timed out while trying to fulfill the request. You can retry the request.",
        ],
        [
            "kms:CreateKey",
            createKey,
            "AccessDenied",
            400,
            "AccessDeniedException",
            notAuthorized("kms:CreateKey"),
        ],
        [
            "kms:CreateKey",
            createKey,
            "MalformedPolicyDocument",
            400,
            "MalformedPolicyDocumentException",
            "Policy contains a statement with one or more invalid principals.",
        ],
        ["s3:PUT", putPolicy, "Throttling", 503, "SlowDown", "Please reduce your request rate."],
        ["s3:GET", list, "AccessDenied", 403, "AccessDenied", "Access Denied"],
        [
            "s3:GET",
            list,
            "InternalFailure",
            500,
            "InternalError",
            "We encountered an internal error. Please try again.",
        ],
        [
            "s3:GET",
            list,
            "ServiceUnavailable",
            503,
            "ServiceUnavailable",
            "Service is unable to handle request.",
        ],
        ["sts:GetCallerIdentity", whoAmI, "Throttling", 400, "Throttling", "Rate exceeded"],
    ];
    for (const [operation, call, error, status, name, message] of rows) {
        it(`answer ${operation} with ${name} (${status}) for ${error}`, async () => {
            const { aws, calls, failNext } = emulator();
            await failNext({ operation, error });
            await assert.rejects(call(aws), (seen: SeenError) => {
                const { httpStatusCode } = seen.$metadata;
                assert.deepEqual([seen.name, httpStatusCode, seen.message], [name, status, message]);
                return true;
            });
            const [line] = await calls();
            assert.ok(line?.startsWith(operation) && line.endsWith(` (fault: ${error})`), line);
        });
    }

    it("have no body in the answer to HEAD, as all answers to it", async () => {
        const { aws, failNext } = emulator();
        await failNext({ operation: "s3:HEAD", error: "ServiceUnavailable" });
        const head = aws.s3.send(new HeadBucketCommand({ Bucket: "raw" }));
        await assert.rejects(head, (seen: SeenError) => seen.$metadata.httpStatusCode === 503);
    });
});
