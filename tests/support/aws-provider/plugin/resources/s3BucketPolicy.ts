import type { BucketPolicyState } from "@pulumi/aws/s3/bucketPolicy";
import type { Aws } from "../clients";
import { policyDocument, regional, required, resource, string, type PropertiesOf } from "../definition";
import { unlessGone } from "../errors";
import { retrying } from "../wait";

const gone = ["NoSuchBucket", "NoSuchBucketPolicy"];

/** A principal that was made a moment ago is not known everywhere yet. */
const passing = [{ code: "MalformedPolicy", message: "Invalid principal in policy" }];

export const s3BucketPolicy = resource({
    token: "aws:s3/bucketPolicy:BucketPolicy",
    properties: {
        bucket: required(string, { replaces: true }),
        policy: required(policyDocument),
        ...regional,
    } satisfies PropertiesOf<BucketPolicyState>,

    async create({ bucket, policy }, aws) {
        await putPolicy(bucket, policy, aws);
        return bucket;
    },

    async read(Bucket, _, aws) {
        const s3 = await aws.s3();
        const answer = await unlessGone(gone, s3.getBucketPolicy({ Bucket }));
        return answer && { bucket: Bucket, policy: answer.Policy };
    },

    async update(bucket, { news: { policy } }, aws) {
        await putPolicy(bucket, policy, aws);
    },

    async delete(Bucket, _, aws) {
        const s3 = await aws.s3();
        await unlessGone(gone, s3.deleteBucketPolicy({ Bucket }));
    },
});

async function putPolicy(Bucket: string, Policy: string, aws: Aws): Promise<void> {
    const s3 = await aws.s3();
    await retrying(passing, aws, () => s3.putBucketPolicy({ Bucket, Policy }));
}
