import type { ResourceType } from "../definition";
import { ec2Subnet } from "./ec2Subnet";
import { ec2Vpc } from "./ec2Vpc";
import { ec2VpcEndpoint } from "./ec2VpcEndpoint";
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
import { rdsSubnetGroup } from "./rdsSubnetGroup";
import { s3Bucket } from "./s3Bucket";
import { s3BucketEncryption } from "./s3BucketEncryption";
import { s3BucketPolicy } from "./s3BucketPolicy";

export const resources: ResourceType[] = [
    ec2Subnet,
    ec2Vpc,
    ec2VpcEndpoint,
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
    rdsSubnetGroup,
    s3Bucket,
    s3BucketEncryption,
    s3BucketPolicy,
];
