import type { ResourceType } from "../definition";
import { iamPolicy } from "./iamPolicy";
import { iamRole } from "./iamRole";
import { iamRolePolicyAttachment } from "./iamRolePolicyAttachment";
import { kmsAlias } from "./kmsAlias";
import { kmsKey } from "./kmsKey";
import { kmsKeyPolicy } from "./kmsKeyPolicy";
import { rdsCluster } from "./rdsCluster";
import { rdsClusterInstance } from "./rdsClusterInstance";
import { rdsClusterParameterGroup } from "./rdsClusterParameterGroup";
import { rdsClusterRoleAssociation } from "./rdsClusterRoleAssociation";
import { s3Bucket } from "./s3Bucket";
import { s3BucketEncryption } from "./s3BucketEncryption";
import { s3BucketPolicy } from "./s3BucketPolicy";

export const resources: ResourceType[] = [
    iamPolicy,
    iamRole,
    iamRolePolicyAttachment,
    kmsAlias,
    kmsKey,
    kmsKeyPolicy,
    rdsCluster,
    rdsClusterInstance,
    rdsClusterParameterGroup,
    rdsClusterRoleAssociation,
    s3Bucket,
    s3BucketEncryption,
    s3BucketPolicy,
];
