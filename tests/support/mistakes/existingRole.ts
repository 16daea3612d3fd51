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
    ...Object.entries({
        path: "/a,b/",
        roleName: "a,b",
        existingRoleArn: "arn:aws:iam::123456789012:role/a,b",
    }).map(([input, value]): Mistake => [
        { importFrom, clusters: [{ clusterIdentifier: "sales" }], [input]: value },
        input,
        `cannot contain a comma together with clusters, because the AWS provider cannot associate such a role, but received "${value}". Use another character, or associate the role by the iamRoles of the cluster.`,
    ]),
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
