import { derived, fact, named, quote, quoted, say, type Phrase } from "../values/message";
import { characters, fitsIntoXml, length, matches, type Rule } from "../values/rule";

/**
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const nameCharacters = /^[\w+=,.@-]*$/;
export const longestName = { policy: 128, role: 64 };

export const policyNameBefore = (ending: string): Rule[] =>
    nameBefore(longestName.policy, say`a policy name`, ending);

export const roleNameBefore = (ending: string): Rule[] =>
    nameBefore(longestName.role, say`a role name`, ending);

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
    const onlyValid = matches(nameCharacters, say`must contain only letters, digits and _+=,.@-`);
    return [ending === "" ? length(longest, what) : withEnding, onlyValid];
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
    const protectedRole = /:role\/(aws-service-role|aws-reserved)\//.exec(value)?.[1];
    if (protectedRole === undefined) return undefined;
    return (at) => ({
        rule,
        received:
            protectedRole === "aws-reserved"
                ? say`the protected role ${quoted(at)}`
                : say`the service-linked role ${quoted(at)}`,
        advice: say`Only AWS can attach policies to this role. Use another role.`,
    });
};

const pathExample = say`For example, "/aurora/".`;

/** Unlike a role's, it may hold characters of any language. */
export const policyDescription: Rule[] = [length(1000, say`a description`), fitsIntoXml];

export const roleDescription: Rule[] = [
    length(1000, say`a description`),
    matches(
        /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/,
        say`must contain only Latin-1 characters, because IAM allows no others in role descriptions`,
    ),
    // https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/iam/role.go
    (value) => {
        const bytes = Buffer.byteLength(value);
        if (bytes <= 1000) return undefined;
        return (at) => ({
            rule: say`must be a description of at most 1000 bytes, because the AWS provider counts bytes`,
            received: derived(at, () => `${bytes} bytes`),
        });
    },
];

/**
 * The path of policies, or of the role where there are no policies: it may hold more, but each resource that is created gets
 * the same path. Policies: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export const path = (createsPolicies: boolean): Rule[] => [
    length(512, say`a path`),
    createsPolicies
        ? matches(
              /^\/([A-Za-z0-9.,+@=_-]+\/)*$/,
              say`must be "/", or start and end with / and have only letters, digits, .,+@=_- and single slashes in between, because IAM allows nothing else in the path of a policy`,
              pathExample,
          )
        : matches(
              /^\/([!-~]+\/)?$/,
              say`must be "/", or start and end with / and have only printable ASCII characters and no spaces in between`,
              pathExample,
          ),
];

export const permissionsBoundary: Rule[] = [
    matches(
        /^(?=.{20,2048}$)arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/([A-Za-z0-9.,+@=_-]+\/)*[\w+=,.@-]{1,128}$/,
        say`must be the ARN of a policy`,
        say`For example, "arn:aws:iam::123456789012:policy/boundary".`,
    ),
];

export const accountId: Rule[] = [
    matches(/^\d{12}$/, say`must be an AWS account ID of 12 digits`, say`For example, "123456789012".`),
];
