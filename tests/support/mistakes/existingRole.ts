import { importFrom, role } from "./given";
import type { Mistake } from "./mistake";

/** The existing role. */
export const existingRole: Mistake[] = [
    [
        { importFrom, existingRoleArn: "aurora" },
        "existingRoleArn",
        'must be the ARN of a role, but received "aurora". For example, "arn:aws:iam::123456789012:role/aurora".',
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
