import fc from "fast-check";
import { policyCount, policiesOnRole } from "../../../provider/plan/rolePlan";
import { plan } from "../../../provider/plan/access";
import { judge } from "../../../provider/validation/findMistakes";
import { Known } from "../../../provider/values/known";
import { account, type Cluster } from "../../support/inputs/clusters";
import { validConfiguration, type Configuration } from "../../support/inputs/configurations";
import { dresses, type Dress } from "../../support/inputs/dressed";
import { componentName } from "../../support/inputs/names";

/** A component of a program, with inputs of its own. */
export interface Component {
    /** By which it is found again. */
    number: number;
    /** Two digits after two letters, in all names that AWS wants unique, and nowhere else: `zq07`. */
    label: string;
    name: string;
    configuration: Configuration;
    /** How the values that may be outputs are given. */
    dresses: Dress[];
}

/** A component that the product accepts by itself, and AWS too: more policies on a role than its quota are warned about. */
export function isDeployable(name: string, configuration: Configuration): boolean {
    const planned = plan(new Known(configuration));
    return (
        judge(planned, { account, partition: "aws" }, name).length === 0 &&
        planned.roles.every((role) => policyCount(role) <= policiesOnRole)
    );
}

export const anyComponent = fc
    .record({
        name: componentName,
        configuration: validConfiguration,
        dresses: dresses(["plain", "plain", "plain", "output", "secret"]),
    })
    .map((it) => ({ ...it, configuration: named(it.configuration, it.name) }))
    .filter(({ name, configuration }) => isDeployable(name, configuration));

/** Names that AWS takes as they are, where it names by the component. */
const fitsIam = (name: string) => /^[\w+=.@-]+$/.test(name);
const fitsRds = (name: string) => /^[a-z](-?[a-z0-9])*$/.test(name);

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

/** The component as one of many in an account: what is unique there has its label. */
export function labelled(
    { name, configuration, dresses }: Pick<Component, "name" | "configuration" | "dresses">,
    number: number,
): Component {
    const label = `zq${String(number % 100).padStart(2, "0")}`;
    const unique = `${name}${label}`;
    return {
        number,
        label,
        name: unique,
        configuration: withLabel(configuration, label),
        dresses,
    };
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

export const clustersOf = ({ clusters }: Configuration) => (clusters ?? []) as Cluster[];

/** What is told of a component that something is wrong with. */
export const inputsOf = ({ name, configuration }: Component) => ({ name, ...configuration });
