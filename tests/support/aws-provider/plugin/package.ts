import type { FunctionType, ResourceType } from "./definition";
import { iamPolicy } from "./resources/iamPolicy";
import { iamRole } from "./resources/iamRole";
import { iamRolePolicyAttachment } from "./resources/iamRolePolicyAttachment";
import { kmsAlias } from "./resources/kmsAlias";
import { kmsKey } from "./resources/kmsKey";
import { rdsCluster } from "./resources/rdsCluster";
import { rdsClusterInstance } from "./resources/rdsClusterInstance";
import { rdsClusterParameterGroup } from "./resources/rdsClusterParameterGroup";
import { rdsClusterRoleAssociation } from "./resources/rdsClusterRoleAssociation";
import { s3Bucket } from "./resources/s3Bucket";
import { s3BucketPolicy } from "./resources/s3BucketPolicy";

export const resources: ResourceType[] = [
    iamPolicy,
    iamRole,
    iamRolePolicyAttachment,
    kmsAlias,
    kmsKey,
    rdsCluster,
    rdsClusterInstance,
    rdsClusterParameterGroup,
    rdsClusterRoleAssociation,
    s3Bucket,
    s3BucketPolicy,
];

export const functions: FunctionType[] = [];
