import { CreateUserCommand, PutRolePolicyCommand, UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { allow, createPolicy, createRole, policyDocument, trustIn, trustOf, useEmulator } from "./builders";

const malformed = (message: string) => ({ name: "MalformedPolicyDocumentException", message });

// Regions of the partitions of accounts. AWS's words: https://github.com/aws/chalice/issues/777
const partitions = [
    ["us-east-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
] as const;

describe("The resources of an emulated IAM policy", () => {
    const emulator = useEmulator();

    for (const [region, own] of partitions) {
        for (const partition of ["aws", "aws-cn", "aws-us-gov", "aws-iso", "awsbanana", "${Partition}"]) {
            const accepted = partition === own;
            const arn = `arn:${partition}:s3:::raw/*`;
            it(`${accepted ? "may" : "cannot"} be of the partition ${partition} in ${region}`, async () => {
                const created = createPolicy(
                    emulator().inRegion(region),
                    "read",
                    allow("s3:GetObject", ["*", arn]),
                );
                if (accepted) await created;
                else {
                    const message = `Partition "${partition}" is not valid for resource "${arn}".`;
                    await assert.rejects(created, malformed(message));
                }
            });
        }
    }

    it("cannot be of another partition in a policy of a role's own", async () => {
        await createRole(emulator().aws, "loader");
        const PolicyDocument = policyDocument(allow("kms:Decrypt", "arn:aws-cn:kms:*:123456789012:key/a"));
        const policy = { RoleName: "loader", PolicyName: "own", PolicyDocument };
        await assert.rejects(
            emulator().aws.iam.send(new PutRolePolicyCommand(policy)),
            malformed('Partition "aws-cn" is not valid for resource "arn:aws-cn:kms:*:123456789012:key/a".'),
        );
    });
});

describe("The trust policy of an emulated IAM role", () => {
    const emulator = useEmulator();
    const there = "arn:aws:iam::210987654321:role/reader";

    const principals = [
        ["everyone", "*", true],
        ["everyone of AWS", { AWS: "*" }, true],
        ["an account", { AWS: "210987654321" }, true],
        ["an account's root", { AWS: "arn:aws:iam::210987654321:root" }, true],
        ["several services", { Service: ["rds.amazonaws.com", "ec2.amazonaws.com"] }, true],
        ["a role that exists", { AWS: there }, true],
        ["a user that exists", { AWS: "arn:aws:iam::123456789012:user/ada" }, true],
        [
            "a role that does not exist",
            { AWS: `${there}s` },
            '"AWS":"arn:aws:iam::210987654321:role/readers"',
        ],
        [
            "a user that does not exist",
            { AWS: "arn:aws:iam::123456789012:user/bob" },
            '"AWS":"arn:aws:iam::123456789012:user/bob"',
        ],
        ["an account of 11 digits", { AWS: "21098765432" }, '"AWS":"21098765432"'],
        [
            "another partition",
            { AWS: "arn:aws-cn:iam::210987654321:root" },
            '"AWS":"arn:aws-cn:iam::210987654321:root"',
        ],
        ["a bucket", { AWS: "arn:aws:s3:::raw" }, '"AWS":"arn:aws:s3:::raw"'],
        ["no service", { Service: "rds.example.com" }, '"SERVICE":"rds.example.com"'],
        ["RDS by a Chinese name", { Service: "rds.amazonaws.com.cn" }, '"SERVICE":"rds.amazonaws.com.cn"'],
        ["the second of two", { Service: ["rds.amazonaws.com", "x"] }, '"SERVICE":"x"'],
    ] as const;
    for (const [what, principal, verdict] of principals) {
        it(`${verdict === true ? "may" : "cannot"} name ${what}`, async () => {
            const { aws, otherAccount } = emulator();
            await createRole(otherAccount("210987654321"), "reader");
            await aws.iam.send(new CreateUserCommand({ UserName: "ada" }));
            const created = createRole(aws, "loader", trustIn(principal));
            if (verdict === true) await created;
            // https://github.com/hashicorp/terraform-provider-aws/issues/8905
            else await assert.rejects(created, malformed(`Invalid principal in policy: ${verdict}`));
        });
    }

    it("names someone", async () => {
        const trust = policyDocument({ Effect: "Allow", Action: "sts:AssumeRole" });
        await assert.rejects(
            createRole(emulator().aws, "loader", trust),
            malformed("Missing required field Principal"),
        );
    });

    it("may set conditions on keys that nobody knows", async () => {
        const Condition = { StringEqualsIfExists: { "aws:SourceAcount": "1" } };
        const statement = {
            Effect: "Allow",
            Principal: { Service: "rds.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition,
        };
        await createRole(emulator().aws, "loader", policyDocument(statement));
    });

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    const tooLong = {
        name: "LimitExceededException",
        message: "Cannot exceed quota for ACLSizePerRole: 2048",
    };

    it("holds 2,048 characters, white space aside", async () => {
        await createRole(emulator().aws, "loader", trustOfSize(2048));
        await assert.rejects(createRole(emulator().aws, "writer", trustOfSize(2049)), tooLong);
    });

    it("cannot be updated to more", async () => {
        await createRole(emulator().aws, "loader");
        const update = (PolicyDocument: string) =>
            emulator().aws.iam.send(
                new UpdateAssumeRolePolicyCommand({ RoleName: "loader", PolicyDocument }),
            );
        await update(trustOfSize(2048));
        await assert.rejects(update(trustOfSize(2049)), tooLong);
    });
});

/** A trust policy of so many characters, white space aside, with some of that in it. */
function trustOfSize(characters: number): string {
    const empty = trustOf("rds.amazonaws.com").length + '"Sid":"",'.length;
    const [head, tail] = trustOf("rds.amazonaws.com").split('"Effect"') as [string, string];
    return `${head}\n  "Sid": "${"s".repeat(characters - empty)}",\n "Effect"${tail}`;
}
