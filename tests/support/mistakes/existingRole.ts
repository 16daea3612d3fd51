import { importFrom, role } from "./given";
import type { Mistake } from "./mistake";

/** The existing role. */
export const existingRole: Mistake[] = [
    [
        { importFrom, existingRoleArn: "aurora" },
        "existingRoleArn",
        'must be the ARN of a role, but received "aurora". For example, "arn:aws:iam::123456789012:role/aurora".',
    ],
    [
        {
            importFrom,
            existingRoleArn:
                "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1",
        },
        "existingRoleArn",
        'must be the ARN of a role, but received the protected role "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1". Only AWS can attach policies to this role. Use another role.',
    ],
    // Whatever else would be told of a condition that cannot be set.
    [
        {
            importFrom,
            existingRoleArn: role,
            clusters: [{ clusterIdentifier: "sales" }],
            sourceArns: ["arn:aws:rds:us-east-1:999999999999:cluster:orders"],
        },
        "sourceArns",
        "cannot be set together with existingRoleArn.",
    ],
    ...Object.entries({
        roleName: "aurora",
        roleDescription: "Aurora",
        permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
        sourceAccount: "123456789012",
        sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:sales"],
        sourceConditions: "IfExists",
    }).map(([input, value]): Mistake => [
        { importFrom, existingRoleArn: role, [input]: value },
        input,
        "cannot be set together with existingRoleArn.",
    ]),
];
