import type { FunctionType, ResourceType } from "./definition";
import { iamPolicy } from "./resources/iamPolicy";
import { iamRole } from "./resources/iamRole";
import { iamRolePolicyAttachment } from "./resources/iamRolePolicyAttachment";
import { kmsAlias } from "./resources/kmsAlias";
import { kmsKey } from "./resources/kmsKey";
import { s3Bucket } from "./resources/s3Bucket";
import { s3BucketPolicy } from "./resources/s3BucketPolicy";

export const resources: ResourceType[] = [
    iamPolicy,
    iamRole,
    iamRolePolicyAttachment,
    kmsAlias,
    kmsKey,
    s3Bucket,
    s3BucketPolicy,
];

export const functions: FunctionType[] = [];
