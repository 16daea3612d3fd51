import type { Direction } from "../../provider/policy/permissions";
import { isCapable } from "../access/capable";
import { isRoleArn, roleOf, type Chain } from "../chain";
import type { AssociatedRole, Database } from "../facts";
import { aws } from "../fix/command";
import { list, Result, type CheckLink } from "./result";
import { checkTrust } from "./trust";

/** The role is among the roles of the database, with the right feature name, and active. */
export const checkAssociation: CheckLink = (chain) => {
    const result = new Result(chain, "association");
    // On Aurora MySQL, both directions can have the same role.
    const checked = new Map<string, Direction[]>();
    for (const direction of chain.directions) {
        const arn = roleToAssociate(chain, direction);
        const feature = chain.rules.featureNames?.[direction];
        const subject = JSON.stringify([arn, feature]);
        checked.set(subject, [...(checked.get(subject) ?? []), direction]);
    }
    for (const directions of checked.values()) checkOne(chain, directions, result);
    return result;
};

/** The role that is used in the end: the parameter is judged by the next link. */
function roleToAssociate({ ways }: Chain, direction: Direction): string | undefined {
    const way = ways[direction];
    const named = way?.namedArn;
    return way?.role?.arn ?? (named !== undefined && isRoleArn(named) ? named : undefined);
}

function checkOne(chain: Chain, directions: Direction[], result: Result): void {
    const { database } = chain;
    const [direction] = directions;
    const feature = chain.rules.featureNames?.[direction!];
    const arn = roleToAssociate(chain, direction!);
    const associated = database.associatedRoles.filter(
        ({ roleArn, featureName }) =>
            (feature === undefined || featureName === feature) && (feature !== undefined || roleArn === arn),
    );
    const [association] = associated;
    if (association) checkStatus(chain, directions, association, result);
    else if (feature !== undefined) noFeature(chain, directions, feature, result);
    else if (arn !== undefined) notAssociated(chain, directions, arn, result);
    else if (database.associatedRoles.length === 0) notAssociated(chain, directions, undefined, result);
    else if (chain.facts.asked.locations.length > 0 || database.associatedRoles.length > 1)
        result.cannotCheck(
            "which of the associated roles the database would use",
            `none of them is named by a parameter: ${rolesOf(database)}`,
        );
}

const rolesOf = ({ associatedRoles }: Database) =>
    list(
        associatedRoles.map(
            ({ roleArn, featureName, status }) =>
                `${roleArn}${featureName ? ` for ${featureName}` : ""} (${status})`,
        ),
    );

function noFeature(chain: Chain, directions: Direction[], feature: string, result: Result): void {
    const { database } = chain;
    const evidence = [`Associated roles: ${rolesOf(database)}.`];
    const misplaced = misplacedRole(chain, directions[0]!);
    const roleArn = misplaced?.roleArn ?? "<role ARN>";
    const found = {
        problem: `No role is associated with ${database.identifier} for the feature ${feature}.`,
        evidence,
        directions,
        commands: [
            // A role cannot be associated twice.
            ...(misplaced ? [removeRole(chain, misplaced)] : []),
            addRole(chain, roleArn, feature),
        ],
        pulumi: `clusters: [{ clusterIdentifier: "${database.identifier}" }]`,
    };
    result.finding(database.associatedRoles.length > 0 ? "S3ACCESS013" : "S3ACCESS010", found);
}

/** The only role with access to the locations that is associated for something that is not asked for. */
function misplacedRole(chain: Chain, direction: Direction): AssociatedRole | undefined {
    const { database, directions, engine, facts, rules } = chain;
    const locations = facts.asked.locations.filter((location) => location.direction === direction);
    const features = directions.map((each) => rules.featureNames?.[each]);
    const found = database.associatedRoles.filter(({ roleArn, featureName }) => {
        const role = roleOf(facts, roleArn);
        const isFree = !features.includes(featureName);
        return isFree && role && isCapable(role, engine, direction, locations, facts.buckets) === "true";
    });
    return found.length === 1 ? found[0] : undefined;
}

function notAssociated(chain: Chain, directions: Direction[], arn: string | undefined, result: Result): void {
    const { database } = chain;
    result.finding("S3ACCESS010", {
        problem:
            arn === undefined
                ? `No role is associated with ${database.identifier}.`
                : `The role ${arn} is not associated with ${database.identifier}.`,
        evidence: [`Associated roles: ${rolesOf(database)}.`],
        directions,
        commands: [addRole(chain, arn ?? "<role ARN>")],
        pulumi: `clusters: [{ clusterIdentifier: "${database.identifier}" }]`,
    });
}

function checkStatus(
    chain: Chain,
    directions: Direction[],
    association: AssociatedRole,
    result: Result,
): void {
    const { roleArn, status, featureName } = association;
    const evidence = [`The status of ${roleArn} is ${status}.`];
    if (status === "ACTIVE") {
        const feature = featureName ? ` for ${featureName}` : "";
        result.holds(
            `The role ${roleArn} is associated with ${chain.database.identifier}${feature} and ACTIVE.`,
        );
    } else if (status === "PENDING") {
        const problem = `The association of the role ${roleArn} is pending.`;
        result.finding("S3ACCESS011", { problem, evidence, directions, commands: [describe(chain)] });
    } else if (status !== "INVALID") {
        result.cannotCheck(`the association of ${roleArn}`, `its status is ${status}`);
    } else if (checkTrust(chain).findings.length === 0) {
        result.finding("S3ACCESS012", {
            problem: `Amazon RDS cannot assume the role ${roleArn}.`,
            evidence,
            directions,
            commands: [removeRole(chain, association), addRole(chain, roleArn, featureName)],
        });
    }
}

const target = ({ database }: Chain) =>
    database.kind === "cluster"
        ? { suffix: "db-cluster", options: { "db-cluster-identifier": database.identifier } }
        : { suffix: "db-instance", options: { "db-instance-identifier": database.identifier } };

function addRole(chain: Chain, roleArn: string, feature?: string): string {
    const { suffix, options } = target(chain);
    const named = feature ? { "feature-name": feature } : {};
    return aws(`rds add-role-to-${suffix}`, {
        ...options,
        "role-arn": roleArn,
        ...named,
        region: chain.region,
    });
}

function removeRole(chain: Chain, { roleArn, featureName }: AssociatedRole): string {
    const { suffix, options } = target(chain);
    const named = featureName ? { "feature-name": featureName } : {};
    return aws(`rds remove-role-from-${suffix}`, {
        ...options,
        "role-arn": roleArn,
        ...named,
        region: chain.region,
    });
}

function describe(chain: Chain): string {
    const { database, region } = chain;
    const kind = database.kind === "cluster" ? "db-clusters" : "db-instances";
    const query = `${database.kind === "cluster" ? "DBClusters" : "DBInstances"}[0].AssociatedRoles`;
    return aws(`rds describe-${kind}`, { ...target(chain).options, query, region });
}
