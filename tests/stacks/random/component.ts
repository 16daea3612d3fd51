import fc from "fast-check";
import { policyCount, policiesOnRole } from "../../../provider/plan/rolePlan";
import { plan } from "../../../provider/plan/access";
import { Known } from "../../../provider/values/known";
import { validConfiguration, type Configuration } from "../../support/inputs/configurations";
import { dresses, type Dress } from "../../support/inputs/dressed";
import { componentName } from "../../support/inputs/names";

/** A component of a program, with inputs of its own. */
export interface Component {
    /** By which it is found again. */
    number: number;
    /** Two digits after a letter, in all names that AWS wants unique: `c07`. */
    label: string;
    name: string;
    configuration: Configuration;
    /** How the values that may be outputs are given. */
    dresses: Dress[];
}

/** Configurations that AWS takes: more policies on a role than its quota are warned about. */
export const isDeployable = (configuration: Configuration) =>
    plan(new Known(configuration)).roles.every((role) => policyCount(role) <= policiesOnRole) &&
    hasNoComma(configuration);
export const deployable = validConfiguration.filter(isDeployable);

/** The AWS provider splits the ID of an association, a cluster and a role, at the comma. */
function hasNoComma({ clusters, path, roleName, existingRoleArn }: Configuration): boolean {
    return !clusters || ![path, roleName, existingRoleArn].some((text) => String(text).includes(","));
}

export const anyComponent = fc.record({
    name: componentName,
    configuration: deployable,
    dresses: dresses(["plain", "plain", "plain", "output", "secret"]),
});

/** Names that AWS takes as they are, where it names by the component. */
const fitsIam = (name: string) => /^[\w+=.@-]+$/.test(name);
const fitsRds = (name: string) => /^[a-z](-?[a-z0-9])*$/.test(name);

/** The component as one of many in an account: what is unique there has its label. */
export function labelled(
    { name, configuration, dresses }: Pick<Component, "name" | "configuration" | "dresses">,
    number: number,
): Component {
    const label = `c${String(number % 100).padStart(2, "0")}`;
    const unique = `${name}${label}`;
    return {
        number,
        label,
        name: unique,
        configuration: withLabel(named(configuration, unique), label),
        dresses,
    };
}

/** Every name given, where AWS would not take one that is made of the component's. */
export function named(configuration: Configuration, component: string): Configuration {
    const it = { ...configuration };
    if (!fitsIam(component)) {
        if (!it.existingRoleArn) it.roleName ??= "role";
        if (it.importFrom) it.importPolicyName ??= "import";
        if (it.exportTo) it.exportPolicyName ??= "export";
        if (it.kmsKeys) it.kmsPolicyName ??= "kms";
    }
    if (it.clusterParameterGroup && !fitsRds(component))
        it.clusterParameterGroup = { name: "group", ...it.clusterParameterGroup };
    return it;
}

const uniqueInputs = ["importPolicyName", "exportPolicyName", "kmsPolicyName", "roleName", "existingRoleArn"];

function withLabel(configuration: Configuration, label: string): Configuration {
    const it = { ...configuration };
    for (const input of uniqueInputs) if (it[input]) it[input] = ending(it[input] as string, label);
    const group = it.clusterParameterGroup as Configuration | undefined;
    if (group?.name) it.clusterParameterGroup = { ...group, name: ending(group.name as string, label) };
    const clusters = clustersOf(it);
    it.clusters &&= clusters.map((each) => ({
        ...each,
        clusterIdentifier: ending(each.clusterIdentifier, label),
    }));
    const lowercase = clusters.map(({ clusterIdentifier }) => clusterIdentifier.toLowerCase());
    it.sourceArns &&= (it.sourceArns as string[]).map((arn) => {
        const [, start, identifier] = /^(.*:)([^:]*)$/.exec(arn)!;
        return lowercase.includes(identifier!) ? `${start}${ending(identifier!, label)}` : arn;
    });
    return it;
}

/** A name that is long stays as long as it is. */
function ending(name: string, label: string): string {
    return (name.length > 40 ? name.slice(0, -label.length) : name) + label;
}

export const clustersOf = ({ clusters }: Configuration) =>
    (clusters ?? []) as { clusterIdentifier: string; name?: string }[];

/** What is told of a component that something is wrong with. */
export const inputsOf = ({ name, configuration }: Component) => ({ name, ...configuration });
