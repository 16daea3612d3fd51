import {
    DetachRolePolicyCommand,
    GetPolicyCommand,
    GetRoleCommand,
    PutRolePermissionsBoundaryCommand,
} from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { attach, createPolicy, createRole, useEmulator } from "./builders";

// https://github.com/pulumi/pulumi-aws-apigateway/issues/347
const otherPartition = { name: "ValidationError", message: "Invalid ARN partition" };

/** ARNs that a role of the account 123456789012 in the partition aws cannot have; none of them is missing only. */
const unfit = [
    ["of another partition", "arn:aws-cn:iam::aws:policy/AmazonS3ReadOnlyAccess", otherPartition],
    [
        "of a partition that does not exist",
        "arn:awsbanana:iam::aws:policy/AmazonS3FullAccess",
        otherPartition,
    ],
    [
        "that is none",
        "AmazonS3ReadOnlyAccess",
        { name: "ValidationError", message: "Invalid ARN:  Could not be parsed!" },
    ],
    ["of a role", "arn:aws:iam::123456789012:role/loader", notValid],
    ["of another service", "arn:aws:s3:::policy/AmazonS3ReadOnlyAccess", notValid],
    ["with a Region", "arn:aws:iam:us-east-1:aws:policy/AmazonS3ReadOnlyAccess", notValid],
    ["with a space at its end", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess ", notValid],
] as const;

function notValid(arn: string): object {
    return { name: "InvalidInputException", message: `ARN ${arn} is not valid.` };
}

const answerTo = (arn: string, answer: object | ((arn: string) => object)) =>
    typeof answer === "function" ? (answer as (arn: string) => object)(arn) : answer;

describe("The ARN of a policy, given to the emulated IAM,", () => {
    const emulator = useEmulator();
    const others = "arn:aws:iam::210987654321:policy/theirs";

    for (const [what, arn, answer] of unfit) {
        it(`cannot be one ${what}`, async () => {
            const { aws } = emulator();
            await createRole(aws, "loader");
            const refused = answerTo(arn, answer);
            await assert.rejects(attach(aws, "loader", arn), refused);
            const detachment = new DetachRolePolicyCommand({ RoleName: "loader", PolicyArn: arn });
            await assert.rejects(aws.iam.send(detachment), refused);
            await assert.rejects(aws.iam.send(new GetPolicyCommand({ PolicyArn: arn })), refused);
            await assert.rejects(
                createRole(aws, "bounded", undefined, { PermissionsBoundary: arn }),
                refused,
            );
        });
    }

    for (const [what, arn] of [
        ["is missing", "arn:aws:iam::123456789012:policy/missing"],
        ["is another account's", others],
        ["AWS does not have", "arn:aws:iam::aws:policy/AmazonS3Nothing"],
        ["AWS has under another path", "arn:aws:iam::aws:policy/service-role/AmazonS3FullAccess"],
    ] as const) {
        it(`cannot be attached when the policy ${what}`, async () => {
            const { aws, otherAccount } = emulator();
            await createPolicy(otherAccount("210987654321"), "theirs");
            await createRole(aws, "loader");
            await assert.rejects(attach(aws, "loader", arn), {
                name: "NoSuchEntityException",
                message: `Policy ${arn} does not exist or is not attachable.`,
            });
        });

        it(`cannot be a boundary when the policy ${what}`, async () => {
            const { aws, otherAccount } = emulator();
            await createPolicy(otherAccount("210987654321"), "theirs");
            const missing = {
                name: "NoSuchEntityException",
                message: `Scope ARN: ${arn} does not exist or is not attachable.`,
            };
            const boundary = { PermissionsBoundary: arn };
            await assert.rejects(createRole(aws, "bounded", undefined, boundary), missing);
            await createRole(aws, "bounded");
            const later = new PutRolePermissionsBoundaryCommand({ RoleName: "bounded", ...boundary });
            await assert.rejects(aws.iam.send(later), missing);
        });
    }

    for (const name of ["PowerUserAccess", "job-function/ViewOnlyAccess"]) {
        it(`may be that of AWS's ${name}`, async () => {
            const { aws, leftovers } = emulator();
            const PermissionsBoundary = `arn:aws:iam::aws:policy/${name}`;
            await createRole(aws, "bounded", undefined, { PermissionsBoundary });
            await attach(aws, "bounded", PermissionsBoundary);
            const { Role } = await aws.iam.send(new GetRoleCommand({ RoleName: "bounded" }));
            assert.equal(Role?.PermissionsBoundary?.PermissionsBoundaryArn, PermissionsBoundary);
            assert.deepEqual(await leftovers(), [
                "iam role arn:aws:iam::123456789012:role/bounded",
                `iam role policy attachment bounded ${PermissionsBoundary}`,
            ]);
        });
    }
});
