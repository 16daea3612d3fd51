import { kms, s3 } from "@pulumi/aws";
import type { S3Location } from "../../../provider";
import type { Program } from "../../support/engine";
import { access, claimChanges } from "./change";

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const importFrom = [{ bucket: "raw" }];
const exportTo = [{ bucket: "reports" }];
const reads = (...locations: S3Location[]) => access({ importFrom: locations });

const itself = "update AuroraS3Access sales";
const importPolicy = "update iam.Policy sales-import [policy]";
const made = (policy: string) => [`create iam.Policy ${policy}`, `create iam.RolePolicyAttachment ${policy}`];
const gone = (policy: string) => [`delete iam.Policy ${policy}`, `delete iam.RolePolicyAttachment ${policy}`];

/** Two keys of which one encrypts the bucket. */
const encrypted =
    (which: "old" | "new"): Program =>
    () => {
        const keys = { old: new kms.Key("old"), new: new kms.Key("new") };
        void reads({ bucket: "raw", kmsKeyArn: keys[which].arn })();
    };

const ofBucket =
    (bucket: string): Program =>
    () => {
        const { arn } = new s3.Bucket("raw", { bucket });
        void reads({ bucket: arn })();
    };

/** As many locations as one policy holds, and some more. */
const many = (count: number) => reads(...Array.from({ length: count }, (_, i) => ({ bucket: `raw-${i}` })));

// That a policy is updated in place and its attachment replaced, is held against what the AWS provider was seen to do.
claimChanges("an edit of the locations", [
    {
        edit: "one more bucket updates the policy",
        from: reads({ bucket: "raw" }),
        to: reads({ bucket: "raw" }, { bucket: "archive" }),
        steps: [itself, importPolicy],
    },
    {
        edit: "one bucket less updates the policy",
        from: reads({ bucket: "raw" }, { bucket: "archive" }),
        to: reads({ bucket: "raw" }),
        steps: [itself, importPolicy],
    },
    {
        edit: "another order changes nothing in AWS",
        from: reads({ bucket: "raw" }, { bucket: "archive" }),
        to: reads({ bucket: "archive" }, { bucket: "raw" }),
        steps: [itself],
    },
    {
        edit: "the same bucket by its ARN changes nothing in AWS",
        from: reads({ bucket: "raw" }),
        to: reads({ bucket: "arn:aws:s3:::raw" }),
        steps: [itself],
    },
    {
        edit: "the same bucket twice changes nothing in AWS",
        from: reads({ bucket: "raw" }),
        to: reads({ bucket: "raw" }, { bucket: "raw" }),
        steps: [itself],
    },
    {
        edit: "narrower objects update the policy",
        from: reads({ bucket: "raw" }),
        to: reads({ bucket: "raw", objects: ["incoming/*"] }),
        steps: [itself, importPolicy],
    },
    {
        edit: "no objects any more update the policy",
        from: reads({ bucket: "raw", objects: ["incoming/*"] }),
        to: reads({ bucket: "raw" }),
        steps: [itself, importPolicy],
    },
    {
        edit: "all objects in so many words change nothing in AWS",
        from: reads({ bucket: "raw" }),
        to: reads({ bucket: "raw", objects: ["*"] }),
        steps: [itself],
    },
    {
        edit: "a key for a bucket updates the policy",
        from: reads({ bucket: "raw" }),
        to: reads({ bucket: "raw", kmsKeyArn: keyArn }),
        steps: [itself, importPolicy],
    },
    {
        edit: "a key less updates the policy",
        from: reads({ bucket: "raw", kmsKeyArn: keyArn }),
        to: reads({ bucket: "raw" }),
        steps: [itself, importPolicy],
    },
    {
        edit: "another key updates the policy",
        from: encrypted("old"),
        to: encrypted("new"),
        steps: [itself, importPolicy],
    },
    {
        edit: "every bucket in place of one updates the policy",
        from: reads({ bucket: "raw" }),
        to: reads({ bucket: "*" }),
        steps: [itself, importPolicy],
    },
    {
        edit: "a bucket that is replaced updates the policy",
        from: ofBucket("change-table-old"),
        to: ofBucket("change-table-new"),
        steps: ["replace s3.Bucket raw [bucket] replace because of bucket,id", itself, importPolicy],
    },
    {
        edit: "one location more than a policy holds makes a second policy and leaves the first",
        from: many(33),
        to: many(34),
        steps: [...made("sales-import-2"), itself],
    },
    {
        edit: "one location less than needs a second policy takes it away",
        from: many(34),
        to: many(33),
        steps: [...gone("sales-import-2"), itself],
    },
]);

claimChanges("an edit of the directions", [
    {
        edit: "exporting too leaves all that imports as it is",
        from: access({ importFrom }),
        to: access({ importFrom, exportTo }),
        steps: [...made("sales-export"), itself],
    },
    {
        edit: "importing too leaves all that exports as it is",
        from: access({ exportTo }),
        to: access({ importFrom, exportTo }),
        steps: [...made("sales-import"), itself],
    },
    {
        edit: "exporting no more leaves all that imports as it is",
        from: access({ importFrom, exportTo }),
        to: access({ importFrom }),
        steps: [...gone("sales-export"), itself],
    },
    {
        edit: "exporting in place of importing keeps the role",
        from: access({ importFrom }),
        to: access({ exportTo }),
        steps: [...made("sales-export"), ...gone("sales-import"), itself],
    },
    {
        edit: "a predefined policy in place of locations keeps the role",
        from: access({ importFrom }),
        to: access({ predefinedPolicy: "AmazonS3ReadOnlyAccess" }),
        steps: [
            "create iam.RolePolicyAttachment sales-AmazonS3ReadOnlyAccess",
            ...gone("sales-import"),
            itself,
        ],
    },
    {
        edit: "locations in place of a predefined policy keep the role",
        from: access({ predefinedPolicy: "AmazonS3ReadOnlyAccess" }),
        to: access({ importFrom }),
        steps: [
            ...made("sales-import"),
            "delete iam.RolePolicyAttachment sales-AmazonS3ReadOnlyAccess",
            itself,
        ],
    },
    {
        edit: "another predefined policy is attached beside the first, which then goes",
        from: access({ predefinedPolicy: "AmazonS3ReadOnlyAccess" }),
        to: access({ predefinedPolicy: "AmazonS3FullAccess" }),
        steps: [
            "create iam.RolePolicyAttachment sales-AmazonS3FullAccess",
            "delete iam.RolePolicyAttachment sales-AmazonS3ReadOnlyAccess",
            itself,
        ],
    },
]);

claimChanges("an edit of the keys", [
    {
        edit: "keys beside locations get a policy of their own",
        from: access({ importFrom }),
        to: access({ importFrom, kmsKeys: [{ keyArn }] }),
        steps: [...made("sales-kms"), itself],
    },
    {
        edit: "no keys any more take their policy away",
        from: access({ importFrom, kmsKeys: [{ keyArn }] }),
        to: access({ importFrom }),
        steps: [...gone("sales-kms"), itself],
    },
    {
        edit: "one more key updates the policy",
        from: access({ kmsKeys: [{ keyArn }] }),
        to: access({ kmsKeys: [{ keyArn }, { keyArn: keyArn.replace("1234abcd", "5678abcd") }] }),
        steps: [itself, "update iam.Policy sales-kms [policy]"],
    },
    {
        edit: "a key for export too updates the policy",
        from: access({ kmsKeys: [{ keyArn }] }),
        to: access({ kmsKeys: [{ keyArn, forExport: true }] }),
        steps: [itself, "update iam.Policy sales-kms [policy]"],
    },
]);
