import assert from "node:assert/strict";
import {
    evaluateIdentityPolicies,
    type Context,
    type Decision,
} from "../../../../provider/policy/evaluation";
import { allow, deny, policy } from "./builders";

interface Example {
    /** Of https://docs.aws.amazon.com/IAM/latest/UserGuide/, and what the page says that the policies do. */
    page: string;
    documents: object[];
    claims: [action: string, resource: string, Decision, Context?][];
}

const bucketAndObjects = (bucket: string) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
const instance = "arn:aws:ec2:us-east-1:123456789012:instance/i-1";

const examples: Example[] = [
    {
        page: "reference_policies_evaluation-logic: Carlos may use his bucket, and no logs",
        documents: [
            policy(
                allow(["s3:GetBucketLocation", "s3:ListAllMyBuckets"], "arn:aws:s3:::*"),
                allow("s3:*", bucketAndObjects("carlossalazar")),
                deny("s3:*", "arn:aws:s3:::*log*"),
            ),
        ],
        claims: [
            ["s3:PutObject", "arn:aws:s3:::carlossalazar/file", "allowed"],
            ["s3:PutObject", "arn:aws:s3:::carlossalazar-logs/file", "explicitDeny"],
            ["s3:PutObject", "arn:aws:s3:::martha/file", "implicitDeny"],
            ["s3:GetBucketLocation", "arn:aws:s3:::martha", "allowed"],
        ],
    },
    {
        page: "reference_policies_evaluation-logic: reading IAM, and no reports",
        documents: [policy(allow(["iam:Get*", "iam:List*"], "*"), deny("iam:*Report", "*"))],
        claims: [
            ["iam:GetUser", "arn:aws:iam::123456789012:user/Bob", "allowed"],
            ["iam:CreatePolicy", "arn:aws:iam::123456789012:policy/any", "implicitDeny"],
            ["iam:GetOrganizationsAccessReport", "*", "explicitDeny"],
        ],
    },
    {
        page: "reference_policies_evaluation-logic: another policy does not undo a Deny",
        documents: [policy(allow("iam:GenerateCredentialReport", "*")), policy(deny("iam:*Report", "*"))],
        claims: [["iam:GenerateCredentialReport", "*", "explicitDeny"]],
    },
    {
        page: "reference_policies_examples_s3_rw-bucket: reading and writing the objects of one bucket",
        documents: [
            policy(
                allow("s3:ListBucket", "arn:aws:s3:::bucket-name"),
                allow("s3:*Object", "arn:aws:s3:::bucket-name/*"),
            ),
        ],
        claims: [
            ["s3:ListBucket", "arn:aws:s3:::bucket-name", "allowed"],
            ["s3:ListBucket", "arn:aws:s3:::bucket-name-2", "implicitDeny"],
            ["s3:GetObject", "arn:aws:s3:::bucket-name/key", "allowed"],
            ["s3:DeleteObject", "arn:aws:s3:::bucket-name/key", "allowed"],
            ["s3:GetObjectAcl", "arn:aws:s3:::bucket-name/key", "implicitDeny"],
            ["s3:GetObject", "arn:aws:s3:::bucket-name", "implicitDeny"],
        ],
    },
    {
        page: "reference_policies_examples_s3_home-directory-console: one's own folder",
        documents: [
            policy(
                allow("s3:ListAllMyBuckets", "*"),
                allow("s3:ListBucket", "arn:aws:s3:::bucket-name", {
                    StringLike: { "s3:prefix": ["", "home/", "home/${aws:username}/*"] },
                }),
                allow("s3:*", bucketAndObjects("bucket-name/home/${aws:username}")),
            ),
        ],
        claims: [
            ["s3:ListAllMyBuckets", "*", "allowed", { "aws:username": "David" }],
            ["s3:PutObject", "arn:aws:s3:::bucket-name/home/David/a", "allowed", { "aws:username": "David" }],
            [
                "s3:PutObject",
                "arn:aws:s3:::bucket-name/home/Eve/a",
                "implicitDeny",
                { "aws:username": "David" },
            ],
            ["s3:PutObject", "arn:aws:s3:::bucket-name/home/David/a", "implicitDeny"],
            ["s3:ListBucket", "arn:aws:s3:::bucket-name", "allowed", { "s3:prefix": "home/" }],
            [
                "s3:ListBucket",
                "arn:aws:s3:::bucket-name",
                "allowed",
                { "s3:prefix": "home/David/a", "aws:username": "David" },
            ],
            [
                "s3:ListBucket",
                "arn:aws:s3:::bucket-name",
                "implicitDeny",
                { "s3:prefix": "home/Eve/a", "aws:username": "David" },
            ],
        ],
    },
    {
        page: "reference_policies_examples_s3_deny-except-bucket: one bucket, and no other service",
        documents: [
            policy(allow("s3:*", bucketAndObjects("bucket-name")), {
                Effect: "Deny",
                NotAction: "s3:*",
                NotResource: bucketAndObjects("bucket-name"),
            }),
            policy(allow("ec2:*", "*")),
        ],
        claims: [
            ["s3:DeleteBucket", "arn:aws:s3:::bucket-name", "allowed"],
            ["s3:DeleteBucket", "arn:aws:s3:::bucket-name-2", "implicitDeny"],
            ["ec2:StartInstances", instance, "explicitDeny"],
        ],
    },
    {
        page: "reference_policies_elements_notaction: every service but IAM",
        documents: [policy({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })],
        claims: [
            ["ec2:StartInstances", instance, "allowed"],
            ["iam:CreateUser", "arn:aws:iam::123456789012:user/Bob", "implicitDeny"],
        ],
    },
    {
        page: "reference_policies_elements_notaction: everything on S3's resources but deleting buckets",
        documents: [policy({ Effect: "Allow", NotAction: "s3:DeleteBucket", Resource: "arn:aws:s3:::*" })],
        claims: [
            ["s3:CreateBucket", "arn:aws:s3:::any", "allowed"],
            ["s3:DeleteBucket", "arn:aws:s3:::any", "implicitDeny"],
            ["s3:ListAllMyBuckets", "*", "implicitDeny"],
        ],
    },
    {
        page: "reference_policies_elements_notaction: nothing but IAM without MFA",
        documents: [
            policy(allow("*", "*"), {
                Effect: "Deny",
                NotAction: "iam:*",
                Resource: "*",
                Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
            }),
        ],
        claims: [
            ["ec2:StartInstances", instance, "explicitDeny", { "aws:MultiFactorAuthPresent": "false" }],
            ["ec2:StartInstances", instance, "explicitDeny"],
            ["ec2:StartInstances", instance, "allowed", { "aws:MultiFactorAuthPresent": "true" }],
            ["iam:ListUsers", "*", "allowed", { "aws:MultiFactorAuthPresent": "false" }],
        ],
    },
    {
        page: "reference_policies_elements_notresource: nothing in S3 but one folder",
        documents: [
            policy(allow("*", "*"), {
                Effect: "Deny",
                Action: "s3:*",
                NotResource: bucketAndObjects("HRBucket/Payroll"),
            }),
        ],
        claims: [
            ["s3:GetObject", "arn:aws:s3:::HRBucket/Payroll/May", "allowed"],
            ["s3:GetObject", "arn:aws:s3:::HRBucket/Salaries", "explicitDeny"],
            ["s3:ListBucket", "arn:aws:s3:::HRBucket", "explicitDeny"],
            ["ec2:StartInstances", instance, "allowed"],
        ],
    },
    {
        page: "reference_policies_variables: the bucket of one's team, or else of the company",
        documents: [policy(allow("s3:*", "arn:aws:s3:::EXAMPLE-${aws:PrincipalTag/team, 'company-wide'}"))],
        claims: [
            [
                "s3:ListBucket",
                "arn:aws:s3:::EXAMPLE-yellow",
                "allowed",
                { "aws:PrincipalTag/team": "yellow" },
            ],
            [
                "s3:ListBucket",
                "arn:aws:s3:::EXAMPLE-company-wide",
                "implicitDeny",
                { "aws:PrincipalTag/team": "yellow" },
            ],
            ["s3:ListBucket", "arn:aws:s3:::EXAMPLE-company-wide", "allowed"],
            ["s3:ListBucket", "arn:aws:s3:::EXAMPLE-yellow", "implicitDeny"],
        ],
    },
    {
        page: "reference_policies_variables: queues of one's own name in one region, in any account",
        documents: [policy(allow("sqs:*", "arn:aws:sqs:us-east-2:*:${aws:username}-queue"))],
        claims: [
            [
                "sqs:SendMessage",
                "arn:aws:sqs:us-east-2:123456789012:Bob-queue",
                "allowed",
                { "aws:username": "Bob" },
            ],
            [
                "sqs:SendMessage",
                "arn:aws:sqs:us-east-1:123456789012:Bob-queue",
                "implicitDeny",
                { "aws:username": "Bob" },
            ],
        ],
    },
];

describe("an example of the IAM User Guide,", () => {
    for (const { page, documents, claims } of examples) {
        describe(page, () => {
            for (const [action, resource, decision, context = {}] of claims) {
                it(`${decision}: ${action} on ${resource}, given ${JSON.stringify(context)}`, () => {
                    assert.equal(
                        evaluateIdentityPolicies(documents, { action, resource, context }),
                        decision,
                    );
                });
            }
        });
    }
});
