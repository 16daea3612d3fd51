import { quoted, say } from "../values/message";
import type { Rule } from "../values/rule";

const keyArnPattern = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;

const rule = say`must be the ARN of a KMS key`;
const example = say`for example, "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"`;

/** The ARN of a key. An alias in a policy grants nothing: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html */
export const keyArn: Rule = (value) => {
    if (value.length <= 300 && keyArnPattern.test(value)) return undefined;
    const alias = /^(?:arn:[^:]*:kms:[^:]*:[^:]*:)?alias\/(.*)$/s.exec(value)?.[1];
    if (alias?.startsWith("aws/")) {
        return (at) => ({
            rule,
            received: say`the alias ${quoted(at)}`,
            advice: say`This key is managed by AWS and needs no permission. Remove the key.`,
        });
    }
    if (/^(?:aws\/\w+|AES256|aws:kms(?::dsse)?)$/.test(value)) {
        return (at) => ({
            rule,
            received: quoted(at),
            advice: say`Encryption without a key of your own needs no permission. Remove the key.`,
        });
    }
    if (alias !== undefined) {
        return (at) => ({
            rule,
            received: say`the alias ${quoted(at)}`,
            advice: say`An alias in a policy grants nothing. Use the ARN of the key, ${example}.`,
        });
    }
    return (at) => ({ rule, received: quoted(at), advice: say`Use the ARN of the key, ${example}.` });
};
