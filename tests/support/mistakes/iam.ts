import { importFrom, key, role } from "./given";
import type { Mistake } from "./mistake";

const nameCharacters = "must contain only letters, digits and _+=,.@-, but received";

const policyPath =
    'must be "/", or start and end with / and have only letters, digits, .,+@=_- and single slashes in between, ' +
    "because IAM allows nothing else in the path of a policy, but received";
const predefinedPolicy = "AmazonS3ReadOnlyAccess";

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
        { importFrom, importPolicyDescription: "a\u0007" },
        "importPolicyDescription",
        'cannot contain control characters, but received "a\\u0007".',
    ],
    [
        { importFrom, roleDescription: "é".repeat(501) },
        "roleDescription",
        "must be a description of at most 1000 bytes, because the AWS provider counts bytes, but received 1002 bytes.",
    ],
    [{ importFrom, path: "aurora" }, "path", `${policyPath} "aurora". For example, "/aurora/".`],
    // A role's may hold these.
    ...["/team:data/", "/a//b/", "/team(x)/", "//", "/a*/"].flatMap((path): Mistake[] => [
        [{ importFrom, path }, "path", `${policyPath} "${path}". For example, "/aurora/".`],
        [
            { predefinedPolicy, kmsKeys: [{ keyArn: key }], path },
            "path",
            `${policyPath} "${path}". For example, "/aurora/".`,
        ],
        [
            { importFrom, existingRoleArn: role, path },
            "path",
            `${policyPath} "${path}". For example, "/aurora/".`,
        ],
    ]),
    ...["/team data/", "/é/", "/a", "a/", "/a/\n"].map((path): Mistake => [
        { predefinedPolicy, path },
        "path",
        `must be "/", or start and end with / and have only printable ASCII characters and no spaces in between, but received ${JSON.stringify(path)}. For example, "/aurora/".`,
    ]),
    [
        { importFrom, path: `/${"a".repeat(511)}/` },
        "path",
        "must be a path of 1 to 512 characters, but received 513 characters.",
    ],
    [
        { importFrom, permissionsBoundary: "boundary" },
        "permissionsBoundary",
        'must be the ARN of a policy, but received "boundary". For example, "arn:aws:iam::123456789012:policy/boundary".',
    ],
    ...[
        "arn:aws:iam::123456789012:policy/a b",
        "arn:aws:iam::123456789012:policy//a",
        "arn:aws:iam::aws:policy/",
    ].map((permissionsBoundary): Mistake => [
        { importFrom, permissionsBoundary },
        "permissionsBoundary",
        `must be the ARN of a policy, but received "${permissionsBoundary}". For example, "arn:aws:iam::123456789012:policy/boundary".`,
    ]),
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
        { importFrom, tags: { "AWS:team": "a" } },
        'tags["AWS:team"]',
        "cannot have a key that starts with aws:, which AWS reserves.",
    ],
    [{ importFrom, tags: { "": "a" } }, 'tags[""]', "must have a key of 1 to 128 characters."],
    [
        { importFrom, tags: { ["a".repeat(129)]: "a" } },
        `tags.${"a".repeat(129)}`,
        "must have a key of 1 to 128 characters.",
    ],
    [
        { importFrom, tags: { "a;b": "a" } },
        'tags["a;b"]',
        "must have a key that contains only letters, digits, spaces and _.:/=+-@.",
    ],
    [
        { importFrom, tags: { team: "a".repeat(257) } },
        "tags.team",
        "must be a tag value of at most 256 characters, but received 257 characters.",
    ],
    [
        { importFrom, tags: { team: "aws:a" } },
        "tags.team",
        'cannot start with aws:, which AWS reserves, but received "aws:a".',
    ],
    ...[
        ["Environment", "environment"],
        ["ÄRA", "ära"],
    ].map(([first = "", second = ""]): Mistake => [
        { importFrom, tags: { [first]: "a", team: "b", [second]: "c" } },
        /^\w+$/.test(second) ? `tags.${second}` : `tags["${second}"]`,
        `must have a key that differs from that of ${/^\w+$/.test(first) ? `tags.${first}` : `tags["${first}"]`} in more than case, because IAM ignores case in the tag keys of roles. Remove one.`,
    ]),
    [
        { importFrom, tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`key${i}`, ""])) },
        "tags",
        "must be at most 50 tags, including the default tags of the AWS provider, but received 51 tags.",
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
