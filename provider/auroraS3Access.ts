import type { ClusterRoleAssociation } from "@pulumi/aws/rds/clusterRoleAssociation";
import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs, BucketPolicyStatement, ClusterParameter, KeyPolicyStatement } from "./args";
import {
    associateCluster,
    createParameterGroup,
    ofVersion,
    parametersFor,
    parametersOutput,
} from "./children/cluster";
import { onceAccepted, type ComponentContext } from "./children/context";
import { statementsForOwners } from "./children/ownerStatements";
import { documentsOf } from "./children/policy";
import { askProvider } from "./children/provider";
import { createRole, type RoleWithPolicies } from "./children/role";
import { warnOnceAccepted } from "./children/warnings";
import { engines } from "./engine";
import { Verdict } from "./inputs/verdict";
import type { Direction } from "./policy/permissions";
import { holdsSecret, type Known } from "./values/known";

/**
 * Gives an Amazon Aurora cluster least-privilege access to Amazon S3 and to the KMS keys of encrypted buckets. The component
 * creates the IAM policies and the role, and associates the role with clusters.
 *
 * An Aurora MySQL cluster also needs the role in its DB cluster parameter group: set `clusterParameters` there. Grant
 * `databasePrivileges` to its database users. Aurora PostgreSQL needs neither, but has a role for each direction.
 */
export class AuroraS3Access extends pulumi.ComponentResource {
    /**
     * The ARN of the role. An empty string if there are two roles, as for both directions of Aurora PostgreSQL: use
     * `importRoleArn` and `exportRoleArn`, which are also set if there is one role.
     */
    public readonly roleArn: pulumi.Output<string>;

    /**
     * The name of the role. An empty string if there are two roles, as for both directions of Aurora PostgreSQL: use
     * `importRoleName` and `exportRoleName`, which are also set if there is one role.
     */
    public readonly roleName: pulumi.Output<string>;

    /** The ARN of the role used for import. Undefined unless `importFrom` or `predefinedPolicy` is set. */
    public readonly importRoleArn?: pulumi.Output<string>;

    /** The ARN of the role used for export. Undefined unless `exportTo` is set or `predefinedPolicy` is `AmazonS3FullAccess`. */
    public readonly exportRoleArn?: pulumi.Output<string>;

    /** The name of the role used for import. Undefined unless `importFrom` or `predefinedPolicy` is set. */
    public readonly importRoleName?: pulumi.Output<string>;

    /** The name of the role used for export. Undefined unless `exportTo` is set or `predefinedPolicy` is `AmazonS3FullAccess`. */
    public readonly exportRoleName?: pulumi.Output<string>;

    /**
     * The ARNs of the roles, available after the policies are attached. Use them as `iamRoles` of an Aurora MySQL cluster. If the
     * cluster has other roles too, for example, for AWS Lambda, set its `iamRoles` to one list of these ARNs and the others. Don't
     * set `iamRoles` on a cluster that is listed in `clusters`: an update of `iamRoles` disassociates every role that is not in it.
     */
    public readonly roleArns: pulumi.Output<string[]>;

    /**
     * The ARNs of the policies that are attached to the roles. For each role, the order is `importFrom`, `exportTo`, `kmsKeys`. The
     * policy of `predefinedPolicy` comes last.
     */
    public readonly policyArns: pulumi.Output<string[]>;

    /** The policy documents as JSON, in the order of `policyArns`. The policy of `predefinedPolicy` is not included. */
    public readonly policyDocuments: pulumi.Output<string[]>;

    /**
     * The parameters through which an Aurora MySQL cluster finds the role, available after the policies are attached. Use them as
     * `parameters` of a DB cluster parameter group. Empty for Aurora PostgreSQL, and if only `kmsKeys` is set.
     */
    public readonly clusterParameters: pulumi.Output<ClusterParameter[]>;

    /**
     * The name of the DB cluster parameter group, available after the policies are attached. To use the group, set
     * `dbClusterParameterGroupName` of the cluster to this output. Undefined unless `clusterParameterGroup` is set. A cluster that
     * receives an undefined name keeps its parameter group and doesn't find the role. Set `clusterParameterGroup`, or create a group
     * with `clusterParameters` in its `parameters`.
     */
    public readonly clusterParameterGroupName?: pulumi.Output<string>;

    /**
     * The privileges to grant to the database users of an Aurora MySQL cluster: `AWS_LOAD_S3_ACCESS` for import and
     * `AWS_SELECT_S3_ACCESS` for export, or `LOAD FROM S3` and `SELECT INTO S3` in version 2. Empty for Aurora PostgreSQL, and if only
     * `kmsKeys` is set.
     */
    public readonly databasePrivileges: pulumi.Output<string[]>;

    /**
     * The statements that the owner of a bucket in another account must add to the bucket policy, because
     * [both policies must allow the access](https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html).
     * Each item has the ARN of the bucket and one statement as JSON. Not needed for buckets in the role's account. There are no
     * statements for every bucket (`*`), or for exports of Aurora PostgreSQL, which AWS doesn't support across accounts.
     */
    public readonly bucketPolicyStatements: pulumi.Output<BucketPolicyStatement[]>;

    /**
     * The statements that the owner of a KMS key in another account must add to the key policy, because
     * [both policies must allow the access](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html).
     * Each item has the ARN of the key and one statement as JSON. In the role's account, they are needed only if the key policy
     * doesn't allow access through IAM policies.
     */
    public readonly keyPolicyStatements: pulumi.Output<KeyPolicyStatement[]>;

    /**
     * Creates the policies, the role and the associations.
     *
     * @param name - The name of the component. Automatic names of its resources start with it.
     * @param args - The inputs.
     * @param opts - The resource options.
     */
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
            verdict,
            // There would be no component with another one.
            engine: planned.engine!,
            accepted: pulumi.output(verdict.reached),
            child: { parent: this },
        };
        // So that whatever waits for the component, its children above all, fails with it and does not wait in vain.
        Object.assign(this, { urn: onceAccepted(context, this.urn) });
        warnOnceAccepted(context);

        // Without callbacks: the state holds the stack of each resource, and an update writes it again and again.
        const roles: RoleWithPolicies[] = [];
        for (const plan of planned.roles) roles.push(createRole(plan, context));
        const associations: ClusterRoleAssociation[] = [];
        for (const cluster of planned.inputs.field("clusters")?.items ?? []) {
            associations.push(...associateCluster(cluster, roles, context));
        }
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
        this.roleArns = pulumi.all(roles.map(({ arnWhenAttached }) => arnWhenAttached));
        this.policyArns = pulumi.all([...created, ...predefined].map(({ arn }) => arn));
        this.policyDocuments = documentsOf(created, context);
        // The engines whose clusters have parameters have one role.
        const firstArn = roles[0]!.arnWhenAttached;
        const parameters = parametersFor(firstArn, context);
        this.clusterParameters = parametersOutput(parameters, context);
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

/** The inputs for the component's own state. An input that was secret as a whole stays secret. */
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
