import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { Policy } from "@pulumi/aws/iam/policy";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import { ClusterRoleAssociation } from "@pulumi/aws/rds/clusterRoleAssociation";
import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs, ClusterParameter } from "./args";
import { checkedInputs, type CheckedInputs } from "./checkedInputs";
import { auroraMysql } from "./engine/auroraMysql";
import { awsManagedPolicyArn } from "./policy/arn";
import { kmsPolicyDocument } from "./policy/kmsPolicy";
import type { Direction } from "./policy/permissions";
import { s3PolicyDocument } from "./policy/s3Policy";
import { trustPolicyDocument } from "./policy/trustPolicy";

/**
 * Gives an Amazon Aurora cluster least-privilege access to Amazon S3, and to the KMS keys of encrypted buckets: writes the
 * policies, makes the role, and associates the role with clusters.
 *
 * A cluster also needs the role in its DB cluster parameter group (`clusterParameters`), and its SQL users need
 * privileges (`databasePrivileges`).
 */
export class AuroraS3Access extends pulumi.ComponentResource {
    /** The ARN of the role. */
    public readonly roleArn: pulumi.Output<string>;

    /** The name of the role. */
    public readonly roleName: pulumi.Output<string>;

    /** The ARN of the role in a list, known once the policies are attached: fits `iamRoles` of a cluster. */
    public readonly roleArns: pulumi.Output<string[]>;

    /**
     * The ARNs of the policies on the role, as far as asked for, in this order: for `importFrom`, for `exportTo`, for
     * `kmsKeys`, the predefined one.
     */
    public readonly policyArns: pulumi.Output<string[]>;

    /** The documents of the policies, as JSON, in the order of `policyArns`; none for the predefined one, which AWS keeps. */
    public readonly policyDocuments: pulumi.Output<string[]>;

    /**
     * The parameters by which the cluster finds the role, known once the policies are attached: fits `parameters` of a DB
     * cluster parameter group. Empty with `kmsKeys` alone.
     */
    public readonly clusterParameters: pulumi.Output<ClusterParameter[]>;

    /**
     * The privileges to GRANT to a SQL user: `AWS_LOAD_S3_ACCESS` and `AWS_SELECT_S3_ACCESS`, or `LOAD FROM S3` and
     * `SELECT INTO S3` on version 2. Empty with `kmsKeys` alone.
     */
    public readonly databasePrivileges: pulumi.Output<string[]>;

    constructor(name: string, args: AuroraS3AccessArgs, opts?: pulumi.ComponentResourceOptions) {
        const inputs = checkedInputs(name, args);
        super("aurora-s3-access:index:AuroraS3Access", name, inputs, opts);
        const child = { parent: this };
        const partition = getPartitionOutput({}, child).partition;
        const { path, tags } = inputs;

        const role = new Role(
            `${name}-role`,
            {
                name: inputs.roleName,
                description: inputs.roleDescription,
                assumeRolePolicy: trustPolicy(args, inputs, child),
                permissionsBoundary: inputs.permissionsBoundary,
                path,
                tags,
            },
            child,
        );

        const written = writtenPolicies(inputs, partition);
        const policies = [
            ...written.map(({ purpose, ...policy }) => ({
                purpose,
                arn: new Policy(`${name}-${purpose}`, { ...policy, path, tags }, child).arn,
            })),
            ...predefinedPolicies(args, partition),
        ];
        const attachments = policies.map(
            ({ purpose, arn: policyArn }) =>
                new RolePolicyAttachment(`${name}-${purpose}`, { role: role.name, policyArn }, child),
        );

        for (const { name: clusterName, clusterIdentifier: dbClusterIdentifier } of args.clusters ?? []) {
            new ClusterRoleAssociation(
                clusterName === undefined ? `${name}-cluster` : `${name}-cluster-${clusterName}`,
                { dbClusterIdentifier, roleArn: role.arn },
                // A cluster has a role once, so that a replacement cannot be made before the old one is gone.
                { ...child, dependsOn: attachments, deleteBeforeReplace: true },
            );
        }

        // What a cluster takes waits for the attachments, by a property of theirs that preview knows.
        const attached = pulumi
            .all([role.arn, pulumi.all(attachments.map(({ urn }) => urn))])
            .apply(([arn]) => arn);
        const directions = directionsOf(args);

        this.roleArn = role.arn;
        this.roleName = role.name;
        this.roleArns = attached.apply((arn) => [arn]);
        this.policyArns = pulumi.all(policies.map(({ arn }) => arn));
        this.policyDocuments = pulumi.all(written.map(({ policy }) => policy));
        this.clusterParameters = pulumi
            .all([attached, inputs.engineVersion])
            .apply(([arn, version]) => auroraMysql.clusterParameters(directions, arn, version));
        this.databasePrivileges = pulumi
            .output(inputs.engineVersion)
            .apply((version) => auroraMysql.databasePrivileges(directions, version));
        this.registerOutputs({
            roleArn: this.roleArn,
            roleName: this.roleName,
            roleArns: this.roleArns,
            policyArns: this.policyArns,
            policyDocuments: this.policyDocuments,
            clusterParameters: this.clusterParameters,
            databasePrivileges: this.databasePrivileges,
        });
    }
}

/** A policy that the component writes, and what its children are named after. */
interface WrittenPolicy {
    purpose: string;
    policy: pulumi.Output<string>;
    name: pulumi.Output<string> | undefined;
    description: pulumi.Output<string> | undefined;
}

function writtenPolicies(inputs: CheckedInputs, partition: pulumi.Output<string>): WrittenPolicy[] {
    const { importFrom, exportTo, kmsKeys } = inputs;
    const s3Policy = (direction: Direction, locations: NonNullable<CheckedInputs["importFrom"]>) =>
        pulumi
            .all([locations, partition])
            .apply((known) => JSON.stringify(s3PolicyDocument("aurora-mysql", direction, ...known)));

    const policies: WrittenPolicy[] = [];
    if (importFrom) {
        policies.push({
            purpose: "import",
            policy: s3Policy("import", importFrom),
            name: inputs.importPolicyName,
            description: inputs.importPolicyDescription,
        });
    }
    if (exportTo) {
        policies.push({
            purpose: "export",
            policy: s3Policy("export", exportTo),
            name: inputs.exportPolicyName,
            description: inputs.exportPolicyDescription,
        });
    }
    if (kmsKeys) {
        policies.push({
            purpose: "kms",
            policy: kmsKeys.apply((keys) => JSON.stringify(kmsPolicyDocument(keys))),
            name: inputs.kmsPolicyName,
            description: inputs.kmsPolicyDescription,
        });
    }
    return policies;
}

// Named after the policy, so that a change to another one attaches that before it takes this away.
function predefinedPolicies({ predefinedPolicy }: AuroraS3AccessArgs, partition: pulumi.Output<string>) {
    return predefinedPolicy === undefined
        ? []
        : [
              {
                  purpose: predefinedPolicy,
                  arn: partition.apply((it) => awsManagedPolicyArn(predefinedPolicy, it)),
              },
          ];
}

function trustPolicy(
    { unconditionalTrust }: AuroraS3AccessArgs,
    { sourceAccount, sourceArns }: CheckedInputs,
    child: pulumi.InvokeOptions,
): pulumi.Output<string> {
    if (unconditionalTrust) return pulumi.output(JSON.stringify(trustPolicyDocument()));
    return pulumi
        .all([sourceAccount ?? getCallerIdentityOutput({}, child).accountId, sourceArns])
        .apply(([account, arns]) =>
            JSON.stringify(trustPolicyDocument({ sourceAccount: account, sourceArns: arns })),
        );
}

function directionsOf({ importFrom, exportTo, predefinedPolicy }: AuroraS3AccessArgs): Direction[] {
    const directions: Direction[] = [];
    if (importFrom ?? predefinedPolicy) directions.push("import");
    if (exportTo ?? predefinedPolicy === "AmazonS3FullAccess") directions.push("export");
    return directions;
}
