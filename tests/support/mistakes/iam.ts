import { importFrom, key } from "./given";
import type { Mistake } from "./mistake";

const nameCharacters = "must contain only letters, digits and _+=,.@-, but received";

/** Policies and roles. */
export const iam: Mistake[] = [
    [
        { importFrom, importPolicyName: "" },
        "importPolicyName",
        "must be a policy name of 1 to 128 characters, but received 0 characters.",
    ],
    [{ importFrom, importPolicyName: "a b" }, "importPolicyName", `${nameCharacters} "a b".`],
    [
        { importFrom, importPolicyName: "a".repeat(129) },
        "importPolicyName",
        "must be a policy name of 1 to 128 characters, but received 129 characters.",
    ],
    [{ importFrom, roleName: "a/b" }, "roleName", `${nameCharacters} "a/b".`],
    [
        { importFrom, roleName: "a".repeat(65) },
        "roleName",
        "must be a role name of 1 to 64 characters, but received 65 characters.",
    ],
    [
        { importFrom, roleDescription: "売上" },
        "roleDescription",
        'must contain only Latin-1 characters, because IAM allows no others in role descriptions, but received "売上".',
    ],
    [
        { importFrom, importPolicyDescription: "a".repeat(1001) },
        "importPolicyDescription",
        "must be a description of 1 to 1000 characters, but received 1001 characters.",
    ],
    [
        { importFrom, path: "aurora" },
        "path",
        'must be "/", or start and end with / with only printable ASCII characters and no spaces between, but received "aurora". For example, "/aurora/".',
    ],
    [
        { importFrom, permissionsBoundary: "boundary" },
        "permissionsBoundary",
        'must be the ARN of a policy, but received "boundary". For example, "arn:aws:iam::123456789012:policy/boundary".',
    ],
    [
        { importFrom, sourceAccount: "1234" },
        "sourceAccount",
        'must be an AWS account ID of 12 digits, but received "1234". For example, "123456789012".',
    ],
    [
        { importFrom, tags: { "aws:team": "a" } },
        'tags["aws:team"]',
        "cannot have a key that starts with aws:, which AWS reserves.",
    ],
    [
        { importFrom, tags: { team: "a;b" } },
        "tags.team",
        'must contain only letters, digits, spaces and _.:/=+-@, but received "a;b".',
    ],

    [
        {
            importFrom: Array.from({ length: 30 }, (_, i) => ({ bucket: `Old_${i}_`.padEnd(255, "b") })),
        },
        "importFrom",
        "must fit into a policy of 6144 characters, but received 16497 characters for items 0 to 29. Move some of these items to another AuroraS3Access.",
    ],
    [
        {
            kmsKeys: Array.from({ length: 100 }, (_, i) => ({ keyArn: `${key}${i}` })),
        },
        "kmsKeys",
        "must fit into a policy of 6144 characters, but received 8085 characters for items 0 to 99. Move some of these items to another AuroraS3Access.",
    ],
];
