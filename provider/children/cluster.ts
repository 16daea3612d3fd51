import { ClusterParameterGroup } from "@pulumi/aws/rds/clusterParameterGroup";
import { ClusterRoleAssociation } from "@pulumi/aws/rds/clusterRoleAssociation";
import * as pulumi from "@pulumi/pulumi";
import type {
    ClusterAssociation,
    ClusterParameter,
    ClusterParameterGroupSettings,
    ClusterParameterSetting,
} from "../args";
import { clusterParameters, engines, versionOf } from "../engine";
import { associationNames } from "../plan/associationNames";
import { childNames } from "../plan/childNames";
import type { Known } from "../values/known";
import { computed, onceAccepted, passed, passedValue, type ComponentContext } from "./context";
import type { RoleWithPolicies } from "./role";

/**
 * Associates a cluster with the roles, one after another: RDS refuses a second change while it makes the first. Gives the
 * associations.
 */
export function associateCluster(
    cluster: Known,
    roles: readonly RoleWithPolicies[],
    context: ComponentContext,
): ClusterRoleAssociation[] {
    const { name, child, verdict } = context;
    const given = <Field extends keyof ClusterAssociation>(field: Field) =>
        passedValue(context, cluster.field(field)) as ClusterAssociation[Field];
    const associations: ClusterRoleAssociation[] = [];
    for (const { plan, arn, attachments } of roles) {
        const { featureName } = plan;
        const { ending, formerEndings } = associationNames(verdict.planned.inputs, cluster, plan);
        const association = new ClusterRoleAssociation(
            `${name}-${ending}`,
            {
                dbClusterIdentifier: given("clusterIdentifier"),
                roleArn: arn,
                featureName,
                region: given("region"),
            },
            {
                ...child,
                aliases: formerEndings.map((former) => ({ name: `${name}-${former}` })),
                // Not by the ARN: a replaced attachment must not tear the association down.
                dependsOn: [...attachments, ...associations.slice(-1)],
                // A cluster has one role for a feature. Without a feature it has the new role before it loses the old one.
                deleteBeforeReplace: featureName !== undefined,
            },
        );
        associations.push(association);
    }
    return associations;
}

type Parameters = pulumi.Input<pulumi.Input<ClusterParameterSetting>[]>;

/** The parameters that make the cluster use the role. */
export function parametersFor(roleArn: pulumi.Output<string>, context: ComponentContext): Parameters {
    const { parameterNames } = engines[context.engine];
    const { directions } = context.verdict.planned;
    return ofVersion(context, (version) => clusterParameters(parameterNames(directions, version), roleArn));
}

/** They wait for the verdict by the ARN of the role in them. */
export function parametersOutput(
    parameters: Parameters,
    context: ComponentContext,
): pulumi.Output<ClusterParameter[]> {
    if (Array.isArray(parameters) && parameters.length === 0) return onceAccepted(context, []);
    return pulumi.output(parameters) as pulumi.Output<ClusterParameter[]>;
}

/** What a version decides: at once where it is plain, so that a preview knows what depends on it alone. */
export function ofVersion<Decided>(
    context: ComponentContext,
    decide: (version: string | undefined) => Decided,
): Decided | pulumi.Output<Decided> {
    const { inputs } = context.verdict.planned;
    const version = inputs.field("engineVersion");
    const family = inputs.field("clusterParameterGroup")?.field("family");
    const decided = () => decide(versionOf(engines[context.engine], version?.string, family?.string));
    const deciding = version ?? family;
    return deciding?.deferred ? computed(context, { from: [deciding], compute: decided }) : decided();
}

/**
 * Creates the cluster parameter group, if requested, with `ours` before the user's own parameters. It waits for the
 * associations: a cluster takes the role that it names at once.
 */
export function createParameterGroup(
    ours: Parameters,
    associations: readonly ClusterRoleAssociation[],
    context: ComponentContext,
): ClusterParameterGroup | undefined {
    const { name, verdict, child } = context;
    const group = verdict.planned.inputs.field("clusterParameterGroup");
    if (group === undefined) return undefined;
    const given = <Field extends keyof ClusterParameterGroupSettings>(field: Field) =>
        passedValue(context, group.field(field)) as ClusterParameterGroupSettings[Field];
    return new ClusterParameterGroup(
        `${name}-${childNames.parameterGroup}`,
        {
            name: given("name"),
            description: given("description"),
            family: given("family") ?? familyOfVersion(context),
            parameters: joined(ours, given("parameters") ?? []),
            region: given("region"),
            tags: passed(context, "tags"),
        },
        // Clusters use the group: where its own name stands in the way of the new one, the old one must stay.
        { ...child, dependsOn: [...associations], deleteBeforeReplace: false },
    );
}

function familyOfVersion(context: ComponentContext): pulumi.Output<string> {
    const version = context.verdict.planned.inputs.field("engineVersion");
    const { parameterGroups } = engines[context.engine];
    return computed(context, {
        from: [version],
        compute: () => parameterGroups!.familyOf(version!.string!),
    });
}

/** One list of both, in which a preview knows each parameter that it can know. */
function joined(first: Parameters, second: Parameters): Parameters {
    if (Array.isArray(first) && Array.isArray(second)) return [...first, ...second];
    return pulumi.all([first, second]).apply(([one, other]) => [...one, ...other]);
}
