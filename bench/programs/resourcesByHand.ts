import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { Policy } from "@pulumi/aws/iam/policy";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import { ClusterRoleAssociation } from "@pulumi/aws/rds/clusterRoleAssociation";
import * as pulumi from "@pulumi/pulumi";
import type { Args } from "./args";
import { bucketStatements, keyStatements, s3Policy, trustPolicy } from "./documents";

/** Asked once, however many there are. */
const provider = () =>
    (told ??= {
        accountId: getCallerIdentityOutput().accountId,
        partition: getPartitionOutput().partition,
    });
let told: Record<"accountId" | "partition", pulumi.Output<string>> | undefined;

/**
 * The resources, calls and outputs of the component, as a careful user writes them for just these inputs: nothing is checked. The
 * imports reach as deep as the component's own, so that loading the SDK makes no difference.
 */
export function resourcesByHand(
    name: string,
    { importFrom, exportTo, clusters, tags }: Args,
    options: pulumi.CustomResourceOptions,
): Record<string, pulumi.Output<unknown>> {
    const { accountId, partition } = provider();

    const role = new Role(
        `${name}-role`,
        { assumeRolePolicy: accountId.apply(trustPolicy), forceDetachPolicies: true, tags },
        options,
    );
    const attached = (direction: "import" | "export", locations: Args["importFrom"]) => {
        const childName = `${name}-${direction}`;
        const document = pulumi.all([locations, partition]).apply((known) => s3Policy(direction, ...known));
        const { arn } = new Policy(childName, { policy: document, tags }, options);
        const attachment = new RolePolicyAttachment(
            childName,
            { role: role.name, policyArn: arn },
            { ...options, deleteBeforeReplace: false },
        );
        return { arn, document, attachment };
    };
    const policies = [attached("import", importFrom), attached("export", exportTo)];
    const attachments = policies.map(({ attachment }) => attachment);
    for (const { clusterIdentifier } of clusters) {
        new ClusterRoleAssociation(
            `${name}-cluster`,
            { dbClusterIdentifier: clusterIdentifier, roleArn: role.arn },
            { ...options, dependsOn: attachments, deleteBeforeReplace: false },
        );
    }

    const roleArns = pulumi.all([role.arn, ...attachments.map(({ urn }) => urn)]).apply(([arn]) => [arn]);
    const known = pulumi.all([importFrom, exportTo, partition, role.arn]);
    return {
        roleArn: role.arn,
        roleName: role.name,
        importRoleArn: role.arn,
        exportRoleArn: role.arn,
        importRoleName: role.name,
        exportRoleName: role.name,
        roleArns,
        policyArns: pulumi.all(policies.map(({ arn }) => arn)),
        policyDocuments: pulumi.all(policies.map(({ document }) => document)),
        clusterParameters: roleArns.apply(([value]) => [
            { name: "aws_default_s3_role", value, applyMethod: "immediate" },
        ]),
        databasePrivileges: pulumi.output(["AWS_LOAD_S3_ACCESS", "AWS_SELECT_S3_ACCESS"]),
        bucketPolicyStatements: known.apply(([imports, exports, it, arn]) => [
            ...bucketStatements("import", imports, it, arn),
            ...bucketStatements("export", exports, it, arn),
        ]),
        keyPolicyStatements: known.apply(([imports, exports, , arn]) =>
            keyStatements([...imports, ...exports], arn),
        ),
    };
}
