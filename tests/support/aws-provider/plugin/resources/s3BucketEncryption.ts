import type { ServerSideEncryption } from "@aws-sdk/client-s3";
import type { BucketServerSideEncryptionConfigurationState } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration";
import type { Aws } from "../clients";
import {
    boolean,
    list,
    object,
    optional,
    regional,
    required,
    resource,
    string,
    type Plain,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";

const token = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const ruleType = (name: string) => `aws:s3/${name}:${name}`;

const rules = list(
    object(ruleType("BucketServerSideEncryptionConfigurationRule"), {
        applyServerSideEncryptionByDefault: optional(
            object(
                ruleType("BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault"),
                {
                    kmsMasterKeyId: optional(string),
                    sseAlgorithm: required(string),
                },
            ),
        ),
        bucketKeyEnabled: optional(boolean),
    }),
);

const gone = ["NoSuchBucket", "ServerSideEncryptionConfigurationNotFoundError"];

export const s3BucketEncryption = resource({
    token,
    formerToken: "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    properties: {
        bucket: required(string, { replaces: true }),
        rules: required(rules),
        ...regional,
    } satisfies PropertiesOf<BucketServerSideEncryptionConfigurationState>,

    async create({ bucket, rules }, aws) {
        await putEncryption(bucket, rules, aws);
        return bucket;
    },

    async read(Bucket, _, aws) {
        const s3 = await aws.s3();
        const answer = await unlessGone(gone, s3.getBucketEncryption({ Bucket }));
        return (
            answer && {
                bucket: Bucket,
                rules: answer.ServerSideEncryptionConfiguration?.Rules?.map(
                    ({ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled }) => ({
                        applyServerSideEncryptionByDefault: byDefault && {
                            kmsMasterKeyId: byDefault.KMSMasterKeyID,
                            sseAlgorithm: byDefault.SSEAlgorithm!,
                        },
                        // False is what AWS says where nothing was given.
                        bucketKeyEnabled: BucketKeyEnabled ? true : undefined,
                    }),
                ),
            }
        );
    },

    async update(bucket, { news: { rules } }, aws) {
        await putEncryption(bucket, rules, aws);
    },

    async delete(Bucket, _, aws) {
        const s3 = await aws.s3();
        await unlessGone(gone, s3.deleteBucketEncryption({ Bucket }));
    },
});

async function putEncryption(Bucket: string, given: Plain<typeof rules>, aws: Aws): Promise<void> {
    const s3 = await aws.s3();
    await s3.putBucketEncryption({
        Bucket,
        ServerSideEncryptionConfiguration: {
            Rules: given.map(({ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled }) => ({
                ApplyServerSideEncryptionByDefault: byDefault && {
                    SSEAlgorithm: byDefault.sseAlgorithm as ServerSideEncryption,
                    KMSMasterKeyID: byDefault.kmsMasterKeyId,
                },
                BucketKeyEnabled: bucketKeyEnabled,
            })),
        },
    });
}
