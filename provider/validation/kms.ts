import { shown, type Rule } from "./check";

const keyArnPattern = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;
const form =
    "write the ARN of the key, like arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** The ARN of a key. An alias in a policy grants nothing: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html */
export const keyArn: Rule = (value) => {
    if (keyArnPattern.test(value)) return undefined;
    if (/^(arn:[^:]*:kms:.*:)?alias\//.test(value))
        return `${shown(value)} is the alias of a key, which grants nothing in a policy: ${form}`;
    return `${shown(value)} is not the ARN of a KMS key: ${form}`;
};
