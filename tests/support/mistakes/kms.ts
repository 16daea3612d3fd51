import { location } from "./given";
import type { Mistake } from "./mistake";

const keyRule = "must be the ARN of a KMS key, but received";
const useArn =
    'Use the ARN of the key, for example, "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab".';

/** Keys. */
export const kms: Mistake[] = [
    [
        { kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:alias/sales" }] },
        "kmsKeys[0].keyArn",
        `${keyRule} the alias "arn:aws:kms:us-east-1:123456789012:alias/sales". An alias in a policy grants nothing. ${useArn}`,
    ],
    [
        location("raw", { kmsKeyArn: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
        "importFrom[0].kmsKeyArn",
        `${keyRule} "1234abcd-12ab-34cd-56ef-1234567890ab". ${useArn}`,
    ],
    [
        { kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:key/*" }] },
        "kmsKeys[0].keyArn",
        `${keyRule} "arn:aws:kms:us-east-1:123456789012:key/*". ${useArn}`,
    ],
];
