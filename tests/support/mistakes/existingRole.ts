import { importFrom, role } from "./given";
import type { Mistake } from "./mistake";

/** The existing role. */
export const existingRole: Mistake[] = [
    [
        { importFrom, existingRoleArn: "aurora" },
        "existingRoleArn",
        '"aurora" is given, but the ARN of a role is needed, and not of a service-linked one: write one like arn:aws:iam::123456789012:role/aurora',
    ],
    ...Object.entries({
        roleName: "aurora",
        roleDescription: "Aurora",
        permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
        sourceAccount: "123456789012",
        sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:sales"],
        unconditionalTrust: true,
    }).map(([input, value]): Mistake => [
        { importFrom, existingRoleArn: role, [input]: value },
        input,
        "is given beside existingRoleArn: leave one of them out",
    ]),
    [
        {
            importFrom: [{ bucket: "arn:aws:s3:::raw" }],
            existingRoleArn: "arn:aws-cn:iam::123456789012:role/aurora",
        },
        "existingRoleArn",
        '"arn:aws-cn:iam::123456789012:role/aurora" is in the partition aws-cn, but importFrom[0].bucket is in aws: a role reaches one partition only',
    ],
];
