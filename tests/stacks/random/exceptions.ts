import { plan } from "../../../provider/plan/access";
import { childNames } from "../../../provider/plan/childNames";
import { purposes as purposeInputs } from "../../../provider/plan/purposes";
import { directionEnding, policiesOnRole, policyCount } from "../../../provider/plan/rolePlan";
import { Known } from "../../../provider/values/known";
import type { Configuration } from "../../support/inputs/configurations";
import { engineOf } from "./requested";

/** Both configurations of an edit. */
export interface Edited {
    before: Configuration;
    after: Configuration;
}

/** Edits whose update fails at once and changes nothing, as the documentation says. */
const refused: Record<string, (edited: Edited) => boolean> = {
    // Clusters use the old one: it is not deleted first.
    "a parameter group with a given name stands in the way of one with another family or description": (
        it,
    ) => {
        const [old, other] = [groupOf(it.before), groupOf(it.after)];
        return (
            isKept({ before: old, after: other }, "name") &&
            old.region === other.region &&
            (familyOf(it.before) !== familyOf(it.after) || old.description !== other.description)
        );
    },

    // Names are unique in an account, and what has the name is deleted last.
    "a given name moves from one policy or role to another": (it) => {
        const [olds, news] = [givenNames(it.before), givenNames(it.after)];
        return [...news].some(([child, name]) =>
            [...olds].some(([other, old]) => other !== child && old === name),
        );
    },
};

export const isRefused = (edited: Edited) => Object.values(refused).some((is) => is(edited));

/** The names in IAM that are given, by what the children are called. */
function givenNames(configuration: Configuration): Map<string, string> {
    const { roleName, existingRoleArn } = configuration;
    const names = new Map<string, string>();
    const add = (child: string, name: unknown, ending: string) => {
        // IAM compares names without regard to case, those of roles and of policies apart.
        const kind = child.startsWith("role") ? "role" : "policy";
        if (typeof name === "string") names.set(child, `${kind} ${name}${ending}`.toLowerCase());
    };
    for (const role of rolesOf(configuration)) {
        if (existingRoleArn === undefined) {
            add(childNames.role(role), roleName, directionEnding(role.direction));
        }
        for (const policy of role.policies) {
            add(childNames.policy(policy), configuration[purposeInputs[policy.purpose].name], policy.ending);
        }
    }
    return names;
}

const groupOf = ({ clusterParameterGroup = {} }: Configuration) => clusterParameterGroup as Configuration;

const familyOf = (configuration: Configuration) => {
    const version = /^\d+\.\d+/.exec(String(configuration.engineVersion))?.[0];
    return groupOf(configuration).family ?? `aurora-mysql${version}`;
};

const purposes = ["import", "export", "kms"] as const;
type Purpose = (typeof purposes)[number];

/**
 * Edits that take something away for a moment, as the documentation says, and the purpose of the policies that it is in. One that is
 * in all of them is about the role.
 */
const interrupting: Record<string, (edited: Edited, purpose: Purpose) => boolean> = {
    "a policy with a given name is deleted before one with another path or description is created": (
        it,
        purpose,
    ) =>
        isKept(it, `${purpose}PolicyName`) &&
        (isChanged(it, "path") || isChanged(it, `${purpose}PolicyDescription`)),

    "a role with a given name is deleted before one with another path is created": (it) =>
        isKept(it, "roleName") && isChanged(it, "path"),

    // No order of the updates grants each of them first: the documentation says to add at the end.
    "what moves into an earlier policy of a list that is split is taken from the later one first": (
        it,
        purpose,
    ) => hasMoved(it, purpose, (from, to) => to < from),

    // The later policy is granted to the new role, and the earlier one is taken from the old role, which the cluster still has.
    "what moves into a later policy of a list that is split is lost to a role that is replaced": (
        it,
        purpose,
    ) =>
        ["roleName", "existingRoleArn"].some((input) => isChanged(it, input)) &&
        hasMoved(it, purpose, (from, to) => to > from),

    "a role with more than half of the policies that it can have loses the old ones before it gets new ones":
        (it) =>
            [it.before, it.after].some((each) =>
                rolesOf(each).some((role) => 2 * policyCount(role) > policiesOnRole),
            ),

    "a cluster has one role for a feature, so that it loses the old one first": (it) =>
        engineOf(it.before) === "aurora-postgresql" &&
        ["path", "roleName", "existingRoleArn"].some((input) => isChanged(it, input)),
};

/** The purposes of the policies that an edit takes away for a moment; all of them where it is about the role. */
export function interrupted(edited: Edited): { purposes: Purpose[]; isRole: boolean } {
    const found = purposes.filter((purpose) => Object.values(interrupting).some((is) => is(edited, purpose)));
    return { purposes: found, isRole: found.length === purposes.length };
}

const isChanged = ({ before, after }: Edited, input: string) =>
    JSON.stringify(before[input]) !== JSON.stringify(after[input]);

/** A name that is given and stays, so that what has it is deleted before another can be created. */
const isKept = ({ before, after }: Edited, input: string) =>
    typeof before[input] === "string" && before[input] === after[input];

const rolesOf = (configuration: Configuration) => plan(new Known(configuration)).roles;

/** Whether an object, bucket or key of a direction moves from one policy to another. */
function hasMoved(
    { before, after }: Edited,
    purpose: Purpose,
    isMeant: (from: number, to: number) => boolean,
): boolean {
    const [olds, news] = [policyIndexes(before, purpose), policyIndexes(after, purpose)];
    return [...olds].some(([item, from]) => news.has(item) && isMeant(from, news.get(item)!));
}

/** In which of the policies of a direction each object, bucket and key stands last. */
function policyIndexes(configuration: Configuration, purpose: Purpose): Map<string, number> {
    const items = rolesOf(configuration).flatMap(({ policies }) =>
        policies.flatMap((policy) => {
            if (policy.purpose === "kms" || policy.purpose !== purpose) return [];
            const index = Number(policy.ending.slice(1) || 1);
            return policy.pieces.flatMap(({ location: { bucket, kmsKeyArn }, objects }) => [
                ...objects.map((object): [string, number] => [`${bucket.string} ${object}`, index]),
                [bucket.string!, index] as [string, number],
                [kmsKeyArn?.string ?? "", index] as [string, number],
            ]);
        }),
    );
    return new Map(items);
}
