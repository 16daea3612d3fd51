import type { BucketState } from "@pulumi/aws/s3/bucket";
import {
    boolean,
    optional,
    output,
    regional,
    resource,
    string,
    tagged,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { prefixedName, prefixOf } from "../names";
import { partitionOf } from "../partitions";
import { emptyBucket, isLocked, putTags, tagsOf } from "./s3BucketSettings";

const gone = ["NoSuchBucket", "NotFound"];

export const s3Bucket = resource({
    token: "aws:s3/bucket:Bucket",
    formerToken: "aws:s3/bucketV2:BucketV2",
    properties: {
        arn: output(string),
        bucket: optional(string, {
            computed: true,
            replaces: true,
            conflictsWith: "bucketPrefix",
            autoName: { maxLength: 63, transform: (name) => name.toLowerCase() },
        }),
        bucketDomainName: output(string),
        bucketPrefix: optional(string, { computed: true, replaces: true, conflictsWith: "bucket" }),
        bucketRegion: output(string),
        bucketRegionalDomainName: output(string),
        forceDestroy: optional(boolean, { default: false, unreadable: true }),
        objectLockEnabled: optional(boolean, { computed: true, replaces: true }),
        ...regional,
        ...tagged,
    } satisfies PropertiesOf<BucketState>,

    async create(inputs, aws) {
        const s3 = await aws.s3();
        const Bucket = inputs.bucket ?? prefixedName(inputs.bucketPrefix!);
        // The SDK adds the location, where S3 has a name for the region.
        await s3.createBucket({ Bucket, ObjectLockEnabledForBucket: inputs.objectLockEnabled });
        return Bucket;
    },

    async finish(Bucket, inputs, aws) {
        const s3 = await aws.s3();
        await putTags(s3, Bucket, inputs.tagsAll);
    },

    async read(Bucket, _, aws) {
        const s3 = await aws.s3();
        const head = await unlessGone(gone, s3.headBucket({ Bucket }));
        if (!head) return undefined;
        const { partition, dnsSuffix } = partitionOf(aws.region);
        return {
            arn: `arn:${partition}:s3:::${Bucket}`,
            bucket: Bucket,
            bucketDomainName: `${Bucket}.s3.${dnsSuffix}`,
            bucketPrefix: prefixOf(Bucket),
            bucketRegion: head.BucketRegion ?? aws.region,
            bucketRegionalDomainName: `${Bucket}.s3.${aws.region}.${dnsSuffix}`,
            objectLockEnabled: await isLocked(s3, Bucket),
            tagsAll: await tagsOf(s3, Bucket),
        };
    },

    async update(Bucket, { news, changed }, aws) {
        const s3 = await aws.s3();
        if (changed("tagsAll")) await putTags(s3, Bucket, news.tagsAll);
    },

    async delete(Bucket, { forceDestroy }, aws) {
        const s3 = await aws.s3();
        if (forceDestroy) await unlessGone(gone, emptyBucket(s3, Bucket));
        await unlessGone(gone, s3.deleteBucket({ Bucket }));
    },
});
