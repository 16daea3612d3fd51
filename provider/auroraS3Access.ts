import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs, BucketPolicyStatement, ClusterParameter, KeyPolicyStatement } from "./args";
import { associateCluster, createParameterGroup, ofVersion, parametersFor } from "./children/cluster";
import { onceAccepted, type ComponentContext } from "./children/context";
import { statementsForOwners } from "./children/ownerStatements";
import { askProvider } from "./children/provider";
import { createRole } from "./children/role";
import { warnOnceAccepted } from "./children/warnings";
import { engines } from "./engine";
import { Verdict } from "./inputs/verdict";
import type { Direction } from "./policy/permissions";
import { holdsSecret, type Known } from "./values/known";

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

    /**
     * The name of the role. Empty with two roles, as Aurora PostgreSQL has them for both directions: use `importRoleName` and
     * `exportRoleName`, which are set for one role too.
     */
    public readonly roleName: pulumi.Output<string>;

    /** The ARN of the role that imports. Not there without `importFrom` or `predefinedPolicy`. */
    public readonly importRoleArn?: pulumi.Output<string>;

    /** The ARN of the role that exports. Not there without `exportTo` or `AmazonS3FullAccess`. */
    public readonly exportRoleArn?: pulumi.Output<string>;

    /** The name of the role used for import. Undefined unless `importFrom` or `predefinedPolicy` is set. */
    public readonly importRoleName?: pulumi.Output<string>;

    /** The name of the role used for export. Undefined unless `exportTo` or `AmazonS3FullAccess` is set. */
    public readonly exportRoleName?: pulumi.Output<string>;

    /**
     * The ARNs of the roles, known once the policies are attached: fits `iamRoles` of an Aurora MySQL cluster. If the cluster has
     * other roles too, for example, for AWS Lambda, set its `iamRoles` to these ARNs and the others in one list, joined when the
     * output is known (with `apply` or `all`). Don't set `iamRoles` on a cluster that is listed in `clusters`: an update of
     * `iamRoles` disassociates every role that is not in it.
     */
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
     * a cluster. No cluster uses the group until it is set there. Undefined unless `clusterParameterGroup` is set: a cluster that is
     * given this output without it keeps its parameter group, and does not find the role. Set `clusterParameterGroup`, or
     * create a group with `clusterParameters` in its `parameters`.
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
        const verdict = new Verdict(name, args);
        const { planned } = verdict;
        super(
            "aurora-s3-access:index:AuroraS3Access",
            name,
            stateOf(planned.inputs),
            waitingFor(verdict, opts ?? {}),
        );
        verdict.reach(askProvider(this));

        const context: ComponentContext = {
            name,
            planned,
            // There would be no component with another one.
            engine: planned.engine!,
            accepted: pulumi.output(verdict.reached),
            child: { parent: this },
        };
        // So that whatever waits for the component, its children above all, fails with it and does not wait in vain.
        Object.assign(this, { urn: onceAccepted(context, this.urn) });
        warnOnceAccepted(context);

        const roles = planned.roles.map((plan) => createRole(plan, context));
        const clusters = planned.inputs.field("clusters")?.items ?? [];
        const associations = clusters.flatMap((cluster) => associateCluster(cluster, roles, context));
        const roleFor = (wanted: Direction) => roles.find(({ plan }) => plan.directions.includes(wanted));
        const created = roles.flatMap((role) => role.created);
        const predefined = roles.flatMap((role) => role.predefined ?? []).slice(0, 1);
        // Empty, but there: for an output that is missing some SDKs show the input of the same name.
        const only = roles.length === 1 ? roles[0] : undefined;
        const forOwners = statementsForOwners(roles, context);

        this.roleArn = only?.arn ?? onceAccepted(context, "");
        this.roleName = only?.name ?? onceAccepted(context, "");
        this.importRoleArn = roleFor("import")?.arn;
        this.exportRoleArn = roleFor("export")?.arn;
        this.importRoleName = roleFor("import")?.name;
        this.exportRoleName = roleFor("export")?.name;
        this.roleArns = onceAccepted(
            context,
            pulumi.all(roles.map(({ arnWhenAttached }) => arnWhenAttached)),
        );
        this.policyArns = pulumi.all([...created, ...predefined].map(({ arn }) => arn));
        this.policyDocuments = pulumi.all(created.map(({ document }) => document));
        const firstArn = this.roleArns.apply(([roleArn = ""]) => roleArn);
        const parameters = parametersFor(firstArn, context);
        this.clusterParameters = onceAccepted(
            context,
            pulumi.output(parameters) as pulumi.Output<ClusterParameter[]>,
        );
        const group = createParameterGroup(parameters, associations, context);
        this.clusterParameterGroupName = group && onceAccepted(context, group.name);
        const { databasePrivileges } = engines[context.engine];
        this.databasePrivileges = onceAccepted(
            context,
            ofVersion(context, (version) => databasePrivileges(planned.directions, version)),
        );
        this.bucketPolicyStatements = forOwners.forBuckets;
        this.keyPolicyStatements = forOwners.forKeys;
        this.registerOutputs({
            roleArn: this.roleArn,
            roleName: this.roleName,
            importRoleArn: this.importRoleArn,
            exportRoleArn: this.exportRoleArn,
            importRoleName: this.importRoleName,
            exportRoleName: this.exportRoleName,
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

/** The inputs for the component's own state, where what was secret as a whole stays so. */
function stateOf(inputs: Known): pulumi.Inputs {
    return Object.fromEntries(
        [...inputs.fields].map(([input, value]) => [
            input,
            holdsSecret(value) ? pulumi.secret(value.given) : value.given,
        ]),
    );
}

/**
 * Has the registration of the component wait for the verdict. Not through its inputs: to some SDKs and settings the
 * component's own inputs do not matter.
 */
function waitingFor(
    { reached }: Verdict,
    opts: pulumi.ComponentResourceOptions,
): pulumi.ComponentResourceOptions {
    const { dependsOn = [] } = opts;
    const verdict = reached.then(() => []) as unknown as pulumi.Input<pulumi.Resource>;
    const own = (Array.isArray(dependsOn) ? dependsOn : [dependsOn]) as pulumi.Input<pulumi.Resource>[];
    return { ...opts, dependsOn: [...own, verdict] };
}
