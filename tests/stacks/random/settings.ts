import assert from "node:assert/strict";
import type { Configuration } from "../../support/inputs/configurations";
import type { Deployed } from "./deployment";
import { engineOf, directionsOf, requestedRoles } from "./requested";

type Settings = Record<string, string | undefined>;

/** Names, paths, descriptions, tags and the boundary are in IAM as they were given. */
export function claimSettings(deployed: Deployed): void {
    const { configuration, roles, name: component } = deployed;
    const { path = "/", tags = {}, roleName, roleDescription = "", permissionsBoundary } = configuration;
    const requested = requestedRoles(configuration);
    for (const [i, role] of roles.entries()) {
        const direction =
            engineOf(configuration) === "aurora-postgresql" ? `-${requested[i]!.directions[0]}` : "";
        if (configuration.existingRoleArn) assert.equal(role.arn, configuration.existingRoleArn);
        else {
            const name = (roleName as string) ?? `${component}-role`;
            assertNamed(role.name, `${name}${direction}`, roleName === undefined);
            const { path: rolePath, description, boundary } = role;
            assert.deepEqual(
                { path: rolePath, description, boundary },
                { path, description: roleDescription, boundary: permissionsBoundary },
            );
            assert.deepEqual(role.tags, tags, `tags of ${role.name}`);
        }
        for (const policy of role.policies.filter(({ arn }) => !arn.includes("::aws:"))) {
            assert.equal(policy.path, path);
            assert.deepEqual(policy.tags, tags, `tags of ${policy.name}`);
            assert.ok(
                purposesOf(deployed).some(
                    (it) =>
                        isNamed(policy.name, it.name, it.isAutomatic) &&
                        policy.description === it.description,
                ),
                `${policy.name} (${policy.description})`,
            );
        }
    }
}

function purposesOf({ configuration, name: component }: Deployed) {
    const lists = { import: "importFrom", export: "exportTo", kms: "kmsKeys" };
    return Object.entries(lists).flatMap(([purpose, list]) => {
        if (configuration[list] === undefined) return [];
        const { [`${purpose}PolicyName`]: given, [`${purpose}PolicyDescription`]: description = "" } =
            configuration as Settings;
        return [{ name: given ?? `${component}-${purpose}`, isAutomatic: given === undefined, description }];
    });
}

/** A given name may be followed by what tells policies apart, an automatic one by seven digits, too. */
function isNamed(actual: string, start: string, isAutomatic: boolean): boolean {
    const ending = actual.startsWith(start) ? actual.slice(start.length) : "none";
    return new RegExp(`^(-\\d+|-import|-export)?${isAutomatic ? "-[0-9a-f]{7}" : ""}$`).test(ending);
}

function assertNamed(actual: string, start: string, isAutomatic: boolean): void {
    assert.ok(
        isAutomatic ? new RegExp(`-[0-9a-f]{7}$`).test(actual) && actual.startsWith(start) : actual === start,
        actual,
    );
}

/** The clusters that are named have the roles, ACTIVE and for the right features, and no others. */
export function claimAssociations({ configuration, clusters, roles }: Deployed): void {
    const expected = requestedRoles(configuration).map(({ featureName }, i) => ({
        roleArn: roles[i]!.arn,
        status: "ACTIVE",
        featureName,
    }));
    for (const [cluster, associated] of Object.entries(clusters))
        assert.deepEqual(associated, expected, cluster);
}

/** The parameter group has our parameters and the user's, and no others. */
export function claimParameterGroup({ configuration, group, roles, name: component }: Deployed): void {
    const given = configuration.clusterParameterGroup as Configuration | undefined;
    if (given === undefined) return assert.equal(group, undefined);
    const version = (configuration.engineVersion as string) ?? "";
    const { name, description = "Managed by Pulumi", parameters = [] } = given;
    const { family = `aurora-mysql${/^\d+\.\d+/.exec(version)?.[0]}` } = given;
    assertNamed(group!.name, (name as string) ?? `${component}-parameters`.toLowerCase(), name === undefined);
    assert.deepEqual(
        { family: group!.family, description: group!.description, tags: group!.tags },
        { family, description, tags: configuration.tags ?? {} },
    );
    const users = (parameters as Settings[]).map((each) => ({
        ...each,
        applyMethod: each.applyMethod ?? "immediate",
    }));
    assert.deepEqual(
        byName(group!.parameters),
        byName([...parametersOf(configuration, roles[0]!.arn), ...users]),
    );
}

const byName = (parameters: readonly object[]) =>
    parameters.map((each) => JSON.stringify(sorted(each))).sort();
const sorted = (object: object) => Object.fromEntries(Object.entries(object).sort());

/**
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.LoadFromS3.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html
 */
const generations = {
    "2": {
        parameters: { import: "aurora_load_from_s3_role", export: "aurora_select_into_s3_role" },
        privileges: { import: "LOAD FROM S3", export: "SELECT INTO S3" },
    },
    "3": {
        parameters: { import: "aws_default_s3_role", export: "aws_default_s3_role" },
        privileges: { import: "AWS_LOAD_S3_ACCESS", export: "AWS_SELECT_S3_ACCESS" },
    },
};

function generationOf({ engineVersion, clusterParameterGroup }: Configuration) {
    const family = (clusterParameterGroup as Configuration | undefined)?.family;
    return generations[/^(aurora-mysql)?5\.7/.test(String(engineVersion ?? family)) ? "2" : "3"];
}

export function parametersOf(configuration: Configuration, roleArn: string) {
    if (engineOf(configuration) === "aurora-postgresql") return [];
    const names = directionsOf(configuration).map((each) => generationOf(configuration).parameters[each]);
    return [...new Set(names)].map((name) => ({ name, value: roleArn, applyMethod: "immediate" }));
}

export function privilegesOf(configuration: Configuration): string[] {
    if (engineOf(configuration) === "aurora-postgresql") return [];
    return directionsOf(configuration).map((each) => generationOf(configuration).privileges[each]);
}
