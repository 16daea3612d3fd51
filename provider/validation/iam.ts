import { fact, named, quote, quoted, say, type Phrase } from "../values/message";
import { characters, length, matches, type Rule } from "../values/rule";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const nameCharacters = matches(/^[\w+=,.@-]*$/, say`must contain only letters, digits and _+=,.@-`);
export const policyNameBefore = (ending: string): Rule[] => nameBefore(128, say`a policy name`, ending);

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleNameBefore = (ending: string): Rule[] => nameBefore(64, say`a role name`, ending);

/** A name that the component appends an ending to. */
function nameBefore(longest: number, what: Phrase, ending: string): Rule[] {
    const most = longest - ending.length;
    const withEnding: Rule = (value) => {
        if (value.length >= 1 && value.length <= most) return undefined;
        return (at) => ({
            rule: say`must be ${what} of 1 to ${fact(most)} characters, because the component appends ${named(quote(ending))} to it`,
            received: characters(at),
        });
    };
    return [ending === "" ? length(longest, what) : withEnding, nameCharacters];
}

const roleArnPattern = /^arn:aws[a-z-]*:iam::\d{12}:role\/([!-~]+\/)?[\w+=,.@-]{1,64}$/;

export const roleArn: Rule = (value) => {
    const rule = say`must be the ARN of a role`;
    if (value.length > 700 || !roleArnPattern.test(value)) {
        return (at) => ({
            rule,
            received: quoted(at),
            advice: say`For example, "arn:aws:iam::123456789012:role/aurora".`,
        });
    }
    if (!value.includes(":role/aws-service-role/")) return undefined;
    return (at) => ({
        rule,
        received: say`the service-linked role ${quoted(at)}`,
        advice: say`Policies cannot be attached to service-linked roles. Use another role.`,
    });
};

export const policyDescription: Rule[] = [length(1000, say`a description`)];

export const roleDescription: Rule[] = [
    length(1000, say`a description`),
    matches(
        /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/,
        say`must contain only Latin-1 characters, because IAM allows no others in role descriptions`,
    ),
];

export const path: Rule[] = [
    length(512, say`a path`),
    matches(
        /^(\/|\/[!-~]+\/)$/,
        say`must be "/", or start and end with / with only printable ASCII characters and no spaces between`,
        say`For example, "/aurora/".`,
    ),
];

export const permissionsBoundary: Rule[] = [
    matches(
        /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/[!-~]+$/,
        say`must be the ARN of a policy`,
        say`For example, "arn:aws:iam::123456789012:policy/boundary".`,
    ),
];

export const accountId: Rule[] = [
    matches(/^\d{12}$/, say`must be an AWS account ID of 12 digits`, say`For example, "123456789012".`),
];

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
export const tagKey: Rule[] = [
    (key) => {
        if (key.length >= 1 && key.length <= 128) return undefined;
        return () => ({ rule: say`must have a key of 1 to 128 characters` });
    },
    (key) => {
        if (/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(key)) return undefined;
        return () => ({ rule: say`must have a key that contains only letters, digits, spaces and _.:/=+-@` });
    },
    (key) => {
        if (!/^aws:/i.test(key)) return undefined;
        return () => ({ rule: say`cannot have a key that starts with aws:, which AWS reserves` });
    },
];

export const tagValue: Rule[] = [
    (value) =>
        value.length <= 256
            ? undefined
            : (at) => ({
                  rule: say`must be a tag value of at most 256 characters`,
                  received: characters(at),
              }),
    matches(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, say`must contain only letters, digits, spaces and _.:/=+-@`),
];
