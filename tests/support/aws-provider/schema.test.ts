import assert from "node:assert/strict";
import { start } from "./fixture";

interface ResourceSpec {
    inputProperties: Record<string, unknown>;
    properties: Record<string, unknown>;
    required: string[];
    requiredInputs: string[];
}

describe("The stand-in for the AWS provider: its schema", () => {
    let schema: Record<string, Record<string, unknown>>;
    before(async () => (schema = (await (await start()).plugin.schema()) as typeof schema));

    it("names what a YAML program may use", () => {
        assert.equal(schema.name, "aws");
        assert.deepEqual(Object.keys(schema.resources!), [
            "aws:ec2/subnet:Subnet",
            "aws:ec2/vpc:Vpc",
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "aws:iam/policy:Policy",
            "aws:iam/role:Role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "aws:kms/alias:Alias",
            "aws:kms/key:Key",
            "aws:kms/keyPolicy:KeyPolicy",
            "aws:rds/cluster:Cluster",
            "aws:rds/clusterInstance:ClusterInstance",
            "aws:rds/clusterParameterGroup:ClusterParameterGroup",
            "aws:rds/clusterRoleAssociation:ClusterRoleAssociation",
            "aws:rds/subnetGroup:SubnetGroup",
            "aws:s3/bucket:Bucket",
            "aws:s3/bucketV2:BucketV2",
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
            "aws:s3/bucketPolicy:BucketPolicy",
        ]);
        assert.deepEqual(Object.keys(schema.functions!), [
            "aws:index/getCallerIdentity:getCallerIdentity",
            "aws:rds/getCluster:getCluster",
            "aws:index/getPartition:getPartition",
            "aws:iam/getPolicyDocument:getPolicyDocument",
            "aws:index/getRegion:getRegion",
            "aws:iam/getRole:getRole",
        ]);
    });

    it("tells inputs from outputs, with their types", () => {
        const group = schema.resources![
            "aws:rds/clusterParameterGroup:ClusterParameterGroup"
        ] as ResourceSpec;
        const parameter = "aws:rds/ClusterParameterGroupParameter:ClusterParameterGroupParameter";
        assert.deepEqual(group.requiredInputs, ["family"]);
        assert.deepEqual(group.inputProperties, {
            description: { type: "string", default: "Managed by Pulumi", willReplaceOnChanges: true },
            family: { type: "string", willReplaceOnChanges: true },
            name: { type: "string", willReplaceOnChanges: true },
            namePrefix: { type: "string", willReplaceOnChanges: true },
            parameters: { type: "array", items: { $ref: `#/types/${parameter}` } },
            region: { type: "string", willReplaceOnChanges: true },
            tags: { type: "object", additionalProperties: { type: "string" } },
        });
        const outputs = Object.keys(group.properties).filter((name) => !(name in group.inputProperties));
        assert.deepEqual(outputs, ["arn", "tagsAll"]);
        assert.deepEqual(schema.types![parameter], {
            type: "object",
            properties: {
                applyMethod: { type: "string", default: "immediate" },
                name: { type: "string" },
                value: { type: "string" },
            },
            required: ["name", "value"],
        });
    });
});
