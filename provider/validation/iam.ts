import { atMost, matches, type Rule } from "./check";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const nameCharacters = matches(/^[\w+=,.@-]*$/, "a name in IAM has only letters, digits and _+=,.@-");
export const policyNameBefore = (ending: string): Rule[] => nameBefore(128, "the name of a policy", ending);

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleNameBefore = (ending: string): Rule[] => nameBefore(64, "the name of a role", ending);

/** A name that the component lets an ending follow. */
function nameBefore(longest: number, what: string, ending: string): Rule[] {
    const room = ending === "" ? what : `${what}, which ${ending} follows,`;
    return [atMost(longest - ending.length, room), nameCharacters];
}

export const roleArn: Rule[] = [
    matches(
        /^arn:aws[a-z-]*:iam::\d{12}:role\/(?!aws-service-role\/)([!-~]+\/)?[\w+=,.@-]{1,64}$/,
        "the ARN of a role is needed, and not of a service-linked one: write one like arn:aws:iam::123456789012:role/aurora",
    ),
];

export const policyDescription: Rule[] = [atMost(1000, "a description")];

export const roleDescription: Rule[] = [
    atMost(1000, "a description"),
    matches(
        /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/,
        "the description of a role has only characters of Latin-1",
    ),
];

export const path: Rule[] = [
    atMost(512, "a path"),
    matches(
        /^(\/|\/[!-~]+\/)$/,
        "a path in IAM starts and ends with / and has no spaces: write one like /aurora/",
    ),
];

export const permissionsBoundary: Rule[] = [
    matches(
        /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/[!-~]+$/,
        "a permissions boundary is the ARN of a policy: write one like arn:aws:iam::123456789012:policy/boundary",
    ),
];

export const accountId: Rule[] = [
    matches(/^\d{12}$/, "an account has 12 digits: write one like 123456789012"),
];

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
export const tagKey: Rule[] = [
    atMost(128, "the key of a tag"),
    matches(
        /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
        "the key of a tag has only letters, digits, spaces and _.:/=+-@",
    ),
    matches(/^(?!aws:)/i, "keys that start with aws: are kept for AWS"),
];

export const tagValue: Rule[] = [
    matches(
        /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
        "the value of a tag has at most 256 letters, digits, spaces and _.:/=+-@",
    ),
];
