import { importFrom, key } from "./given";
import type { Mistake } from "./mistake";

const nameCharacters = "a name in IAM has only letters, digits and _+=,.@-";

/** Policies and roles. */
export const iam: Mistake[] = [
    [
        { importFrom, importPolicyName: "" },
        "importPolicyName",
        "0 characters are given, but the name of a policy has 1 to 128",
    ],
    [{ importFrom, importPolicyName: "a b" }, "importPolicyName", `"a b" is given, but ${nameCharacters}`],
    [
        { importFrom, importPolicyName: "a".repeat(129) },
        "importPolicyName",
        "129 characters are given, but the name of a policy has 1 to 128",
    ],
    [{ importFrom, roleName: "a/b" }, "roleName", `"a/b" is given, but ${nameCharacters}`],
    [
        { importFrom, roleName: "a".repeat(65) },
        "roleName",
        "65 characters are given, but the name of a role has 1 to 64",
    ],
    [
        { importFrom, roleDescription: "売上" },
        "roleDescription",
        '"売上" is given, but the description of a role has only characters of Latin-1',
    ],
    [
        { importFrom, importPolicyDescription: "a".repeat(1001) },
        "importPolicyDescription",
        "1001 characters are given, but a description has 1 to 1000",
    ],
    [
        { importFrom, path: "aurora" },
        "path",
        '"aurora" is given, but a path in IAM starts and ends with / and has no spaces: write one like /aurora/',
    ],
    [
        { importFrom, permissionsBoundary: "boundary" },
        "permissionsBoundary",
        '"boundary" is given, but a permissions boundary is the ARN of a policy: write one like arn:aws:iam::123456789012:policy/boundary',
    ],
    [
        { importFrom, sourceAccount: "1234" },
        "sourceAccount",
        '"1234" is given, but an account has 12 digits: write one like 123456789012',
    ],
    [
        { importFrom, tags: { "aws:team": "a" } },
        'tags["aws:team"]',
        '"aws:team" is given, but keys that start with aws: are kept for AWS',
    ],
    [
        { importFrom, tags: { team: "a;b" } },
        'tags["team"]',
        '"a;b" is given, but the value of a tag has at most 256 letters, digits, spaces and _.:/=+-@',
    ],

    [
        {
            importFrom: Array.from({ length: 30 }, (_, i) => ({ bucket: `Old_${i}_`.padEnd(255, "b") })),
        },
        "importFrom",
        "importFrom[0] to importFrom[29] make a policy of 16497 characters, but IAM takes 6144: move some of them to another AuroraS3Access",
    ],
    [
        {
            kmsKeys: Array.from({ length: 100 }, (_, i) => ({ keyArn: `${key}${i}` })),
        },
        "kmsKeys",
        "100 keys make a policy of 8085 characters, but IAM takes 6144: move some of them to another AuroraS3Access",
    ],
];
