import { engines } from "../engine";
import type { Planned } from "../plan/access";
import { childNames } from "../plan/childNames";
import { purposes } from "../plan/purposes";
import type { Known } from "../values/known";
import { fact, named, quote, say, type Phrase, type Report } from "../values/message";
import { firstBroken } from "../values/rule";
import { longestName, nameCharacters } from "./iam";
import { parameterGroupName } from "./rds";

/** A resource that is given no name. */
interface Unnamed {
    /** What it is called in the program. */
    readonly resource: string;
    readonly kind: "role" | "policy" | "parameterGroup";
    /** The object that has its name, and the property of it. */
    readonly at: Known;
    readonly property: string;
}

/**
 * Names that Pulumi makes up where none is given: what the resource is called in the program, a hyphen and seven hexadecimal
 * digits. Pulumi takes more characters than AWS does.
 * https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming
 */
export function checkAutomaticNames(planned: Planned, component: string, report: Report): void {
    const told = new Set<string>();
    const isAssociated = planned.inputs.field("clusters") !== undefined;
    for (const { resource, kind, at, property } of unnamed(planned, component)) {
        const name = `${resource}-0123abc`;
        const wrong =
            kind === "role" && isAssociated && name.includes(",") ? withComma : wrongWith(name, kind);
        if (!wrong || told.has(property)) continue;
        told.add(property);
        // Not secret: it is part of the URN, which Pulumi shows everywhere.
        const start = named(quote(`${resource}-`));
        const input = kind === "parameterGroup" ? say`clusterParameterGroup.name` : named(property);
        report(
            at,
            () => ({
                rule: say`must be set, because the automatic name ${start} and 7 random characters ${wrong.is}`,
                advice: say`Set ${input}, or give the component ${wrong.other}.`,
            }),
            property,
        );
    }
}

/** The resources that are given no name. */
export function unnamed({ inputs, engine, roles }: Planned, component: string): Unnamed[] {
    const all = roles.flatMap((role): Unnamed[] => [
        {
            resource: `${component}-${childNames.role(role)}`,
            kind: "role",
            at: inputs,
            property: "roleName",
        },
        ...role.policies.map((policy): Unnamed => ({
            resource: `${component}-${childNames.policy(policy)}`,
            kind: "policy",
            at: inputs,
            property: purposes[policy.purpose].name,
        })),
    ]);
    const group = inputs.field("clusterParameterGroup");
    if (group?.kind === "object" && engine && engines[engine].parameterGroups) {
        all.push({
            resource: `${component}-${childNames.parameterGroup}`,
            kind: "parameterGroup",
            at: group,
            property: "name",
        });
    }
    const createsRole = inputs.field("existingRoleArn") === undefined;
    return all.filter(
        ({ kind, at, property }) => at.field(property) === undefined && (kind !== "role" || createsRole),
    );
}

interface Wrong {
    readonly is: Phrase;
    /** Another name for the component. */
    readonly other: Phrase;
}

/** The AWS provider takes the ID of an association apart at the comma between cluster and role. */
const withComma: Wrong = {
    is: say`contains a comma, and the AWS provider cannot associate such a role with clusters`,
    other: say`another name`,
};

function wrongWith(name: string, kind: Unnamed["kind"]): Wrong | undefined {
    if (kind === "parameterGroup") {
        if (!firstBroken(parameterGroupName, name)) return undefined;
        return {
            is: say`is not a valid parameter group name, which has at most 255 lowercase letters, digits and single hyphens and starts with a letter`,
            other: say`another name`,
        };
    }
    if (!nameCharacters.test(name)) {
        return {
            is: say`contains characters other than letters, digits and _+=,.@-`,
            other: say`another name`,
        };
    }
    const longest = longestName[kind];
    if (name.length <= longest) return undefined;
    return { is: say`is longer than ${fact(longest)} characters`, other: say`a shorter name` };
}
