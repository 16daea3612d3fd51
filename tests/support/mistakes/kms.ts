import { location } from "./given";
import type { Mistake } from "./mistake";

const keyForm =
    "write the ARN of the key, like arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** Keys. */
export const kms: Mistake[] = [
    [
        { kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:alias/sales" }] },
        "kmsKeys[0].keyArn",
        `"arn:aws:kms:us-east-1:123456789012:alias/sales" is the alias of a key, which grants nothing in a policy: ${keyForm}`,
    ],
    [
        location("raw", { kmsKeyArn: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
        "importFrom[0].kmsKeyArn",
        `"1234abcd-12ab-34cd-56ef-1234567890ab" is not the ARN of a KMS key: ${keyForm}`,
    ],
    [
        { kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:key/*" }] },
        "kmsKeys[0].keyArn",
        `"arn:aws:kms:us-east-1:123456789012:key/*" is not the ARN of a KMS key: ${keyForm}`,
    ],
];
