import {
    AttachRolePolicyCommand,
    CreatePolicyCommand,
    CreateRoleCommand,
    type CreatePolicyCommandInput,
} from "@aws-sdk/client-iam";
import { AddRoleToDBClusterCommand } from "@aws-sdk/client-rds";
import { setTimeout } from "node:timers/promises";
import { rolesOfCluster } from "../../support/attached";
import { allow, policyDocument, trustOf } from "../../support/emulator/builders";
import type { Clients } from "../../support/emulator/clients";

export const roleDescription = "Allows RDS to use S3 and KMS";
const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** Of the guides: of what a policy for S3 allows, the half that loads, and the policy for a key. */
export const allowAuroraToExampleBucket = {
    PolicyName: "AllowAuroraToExampleBucket",
    Description: "What Aurora loads",
    PolicyDocument: policyDocument({
        Sid: "AllowAuroraToExampleBucket",
        ...allow(
            ["s3:GetObject", "s3:ListBucket", "s3:GetObjectVersion"],
            ["arn:aws:s3:::example-bucket/*", "arn:aws:s3:::example-bucket"],
        ),
    }),
};
export const amazonRdsKmsKey = {
    PolicyName: "AmazonRDSKMSKey",
    PolicyDocument: policyDocument(allow(["kms:Decrypt"], keyArn)),
};

/** A role as the console makes it for RDS, with policies. */
export async function makeRole(
    { iam }: Clients,
    RoleName: string,
    ...policies: CreatePolicyCommandInput[]
): Promise<string> {
    const { Role } = await iam.send(
        new CreateRoleCommand({
            RoleName,
            Description: roleDescription,
            AssumeRolePolicyDocument: trustOf("rds.amazonaws.com"),
        }),
    );
    for (const policy of policies) {
        const { Policy } = await iam.send(new CreatePolicyCommand(policy));
        await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: Policy!.Arn }));
    }
    return Role!.Arn!;
}

export async function addToCluster(
    clients: Clients,
    DBClusterIdentifier: string,
    RoleArn: string,
    FeatureName?: string,
): Promise<void> {
    const role = { DBClusterIdentifier, RoleArn, FeatureName };
    await clients.rds.send(new AddRoleToDBClusterCommand(role));
    const isPending = async () =>
        (await rolesOfCluster(clients, DBClusterIdentifier)).some(({ status }) => status !== "ACTIVE");
    while (await isPending()) await setTimeout(50);
}
