import { getPartitionOutput } from "@pulumi/aws/getPartition";
import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs, BucketPolicyStatement, ClusterParameter, KeyPolicyStatement } from "./args";
import { checkedInputs } from "./checkedInputs";
import { associateCluster, makeParameterGroup } from "./children/cluster";
import { statementsForOwners } from "./children/crossAccount";
import type { ComponentContext } from "./children/context";
import { makeRole } from "./children/role";
import { engines } from "./engine";
import { auroraMysqlVersionOf } from "./engine/auroraMysql";
import type { Direction } from "./policy/permissions";
import { directionsOf, rolePlans } from "./plan/rolePlan";
import { warnOf } from "./warn";

/**
 * Gives an Amazon Aurora cluster least-privilege access to Amazon S3, and to the KMS keys of encrypted buckets: writes the
 * policies, makes the role, and associates the role with clusters.
 *
 * An Aurora MySQL cluster also needs the role in its DB cluster parameter group (`clusterParameters`), and its SQL users
 * need privileges (`databasePrivileges`). Aurora PostgreSQL needs a role for each direction, and neither of these.
 */
export class AuroraS3Access extends pulumi.ComponentResource {
    /** The ARN of the role. Empty with two roles, as Aurora PostgreSQL has them for both directions. */
    public readonly roleArn: pulumi.Output<string>;

    /** The name of the role. Empty with two roles, as Aurora PostgreSQL has them for both directions. */
    public readonly roleName: pulumi.Output<string>;

    /** The ARN of the role that imports. Not there without `importFrom` or `predefinedPolicy`. */
    public readonly importRoleArn?: pulumi.Output<string>;

    /** The ARN of the role that exports. Not there without `exportTo` or `AmazonS3FullAccess`. */
    public readonly exportRoleArn?: pulumi.Output<string>;

    /** The ARNs of the roles, known once the policies are attached: fits `iamRoles` of an Aurora MySQL cluster. */
    public readonly roleArns: pulumi.Output<string[]>;

    /**
     * The ARNs of the policies on the roles, in this order: for `importFrom`, for `exportTo`, for `kmsKeys`, role by role,
     * and the predefined one at the end.
     */
    public readonly policyArns: pulumi.Output<string[]>;

    /** The documents of the policies, as JSON, in the order of `policyArns`; none for the predefined one, which AWS keeps. */
    public readonly policyDocuments: pulumi.Output<string[]>;

    /**
     * The parameters by which an Aurora MySQL cluster finds the role, known once the policies are attached: fits `parameters`
     * of a DB cluster parameter group. Empty with `kmsKeys` alone and for Aurora PostgreSQL.
     */
    public readonly clusterParameters: pulumi.Output<ClusterParameter[]>;

    /**
     * The name of the DB cluster parameter group, known once the policies are attached: fits `dbClusterParameterGroupName` of
     * a cluster. Not there without `clusterParameterGroup`.
     */
    public readonly clusterParameterGroupName?: pulumi.Output<string>;

    /**
     * The privileges to GRANT to a SQL user of Aurora MySQL: `AWS_LOAD_S3_ACCESS` and `AWS_SELECT_S3_ACCESS`, or
     * `LOAD FROM S3` and `SELECT INTO S3` on version 2. Empty with `kmsKeys` alone and for Aurora PostgreSQL.
     */
    public readonly databasePrivileges: pulumi.Output<string[]>;

    /**
     * What the owner of a bucket in another account adds to its bucket policy, as S3 then asks both policies: a statement as
     * JSON for each bucket and role. Not needed for buckets of the role's own account. Empty for every bucket (`*`), and for
     * exports of Aurora PostgreSQL, which AWS does not support across accounts.
     */
    public readonly bucketPolicyStatements: pulumi.Output<BucketPolicyStatement[]>;

    /**
     * What the owner of a KMS key in another account adds to its key policy, as KMS then asks both policies: a statement as
     * JSON for each key and role. Needed in the role's own account only where the key policy does not leave access to IAM.
     */
    public readonly keyPolicyStatements: pulumi.Output<KeyPolicyStatement[]>;

    constructor(name: string, args: AuroraS3AccessArgs, opts?: pulumi.ComponentResourceOptions) {
        const inputs = checkedInputs(name, args);
        super("aurora-s3-access:index:AuroraS3Access", name, inputs.checked, opts);
        const { engine = "aurora-mysql" } = args;
        const child = { parent: this };
        const partition = getPartitionOutput({}, child).partition;
        const context: ComponentContext = { name, args: inputs.args, engine, partition, child };

        warnOf(context);

        const roles = rolePlans({ ...args, engine }).map((plan) => makeRole(plan, context));
        const associations = (context.args.clusters ?? []).flatMap((cluster) =>
            associateCluster(cluster, roles, context),
        );

        const directions = directionsOf(args);
        const roleFor = (wanted: Direction) =>
            directions.includes(wanted)
                ? roles.find(({ direction = wanted }) => direction === wanted)
                : undefined;
        const written = roles.flatMap((role) => role.written);
        const predefined = roles.flatMap((role) => role.predefined ?? []).slice(0, 1);
        const { clusterParameters, databasePrivileges } = engines[engine];
        const forOwners = statementsForOwners(roles, context);

        this.importRoleArn = roleFor("import")?.arn;
        this.exportRoleArn = roleFor("export")?.arn;
        // Empty, but there: for an output that is missing some SDKs show the input of the same name.
        const only = roles.length === 1 ? roles[0] : undefined;
        this.roleArn = only?.arn ?? pulumi.output("");
        this.roleName = only?.name ?? pulumi.output("");
        this.roleArns = pulumi.all(roles.map(({ arnWhenAttached }) => arnWhenAttached));
        this.policyArns = pulumi.all([...written, ...predefined].map(({ arn }) => arn));
        this.policyDocuments = pulumi.all(written.map(({ document }) => document));
        const version = engineVersionOf(context.args);
        const firstArn = this.roleArns.apply(([roleArn = ""]) => roleArn);
        const parameters = applied(version, (it) => clusterParameters(directions, firstArn, it));
        this.clusterParameters = pulumi.output(parameters);
        this.clusterParameterGroupName = makeParameterGroup(parameters, associations, context)?.name;
        this.databasePrivileges = pulumi.output(applied(version, (it) => databasePrivileges(directions, it)));
        this.bucketPolicyStatements = forOwners.forBuckets;
        this.keyPolicyStatements = forOwners.forKeys;
        this.registerOutputs({
            roleArn: this.roleArn,
            roleName: this.roleName,
            importRoleArn: this.importRoleArn,
            exportRoleArn: this.exportRoleArn,
            roleArns: this.roleArns,
            policyArns: this.policyArns,
            policyDocuments: this.policyDocuments,
            clusterParameters: this.clusterParameters,
            clusterParameterGroupName: this.clusterParameterGroupName,
            databasePrivileges: this.databasePrivileges,
            bucketPolicyStatements: this.bucketPolicyStatements,
            keyPolicyStatements: this.keyPolicyStatements,
        });
    }
}

/** The version that is given, or told by the family of the parameter group. */
function engineVersionOf({
    engineVersion,
    clusterParameterGroup,
}: AuroraS3AccessArgs): pulumi.Input<string | undefined> {
    const family = clusterParameterGroup?.family;
    if (engineVersion !== undefined || family === undefined) return engineVersion;
    return applied(family, auroraMysqlVersionOf);
}

/** As `apply`, but at once where the value is plain, so that a preview knows what depends on it alone. */
function applied<Given, Made>(given: pulumi.Input<Given>, make: (value: Given) => Made): pulumi.Input<Made> {
    if (!pulumi.Output.isInstance(given) && !(given instanceof Promise)) return make(given);
    const output: pulumi.Output<unknown> = pulumi.output(given);
    return output.apply<Made>((value) => make(value as Given));
}
