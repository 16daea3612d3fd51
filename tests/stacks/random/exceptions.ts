import { plan } from "../../../provider/plan/access";
import { policiesOnRole, policyCount } from "../../../provider/plan/rolePlan";
import { Known } from "../../../provider/values/known";
import type { Configuration } from "../../support/inputs/configurations";
import { engineOf } from "./requested";

/** Both configurations of an edit. */
export interface Edited {
    before: Configuration;
    after: Configuration;
}

const policies = ["importPolicyName", "exportPolicyName", "kmsPolicyName"];

const isChanged = ({ before, after }: Edited, input: string) =>
    JSON.stringify(before[input]) !== JSON.stringify(after[input]);

/** A name that is given and stays, so that what has it is deleted before another can be created. */
const isKept = ({ before, after }: Edited, input: string) =>
    typeof before[input] === "string" && before[input] === after[input];

/** Edits whose update fails. */
export const failing: Record<string, (edited: Edited) => boolean> = {
    // Both are deleted first and the engine deletes the policy before what is attached to it.
    "another path, with a given name of the role and of a policy": (it) =>
        isChanged(it, "path") &&
        isKept(it, "roleName") &&
        policies.some((name) => isKept(it, name)) &&
        !!it.before.clusters,
};

/** Edits that take the access away for a moment, as the documentation says. */
export const interrupting: Record<string, (edited: Edited) => boolean> = {
    "a policy with a given name is deleted before one with another path or description is created": (it) =>
        policies.some(
            (name) =>
                isKept(it, name) &&
                (isChanged(it, "path") || isChanged(it, name.replace("Name", "Description"))),
        ),
    "a role with a given name is deleted before one with another path is created": (it) =>
        isKept(it, "roleName") && isChanged(it, "path"),
    // No order of the updates grants each of them first: the documentation says to add at the end.
    "locations move into an earlier policy of a list that is split": ({ before, after }) => {
        const [olds, news] = [policyIndexes(before), policyIndexes(after)];
        return [...olds].some(([item, index]) => news.has(item) && news.get(item)! < index);
    },
    "a role with more than half of the policies that it may have gets no new ones before it loses the old ones":
        ({ before, after }) =>
            [before, after].some((each) =>
                rolesOf(each).some((role) => 2 * policyCount(role) > policiesOnRole),
            ),
    "a cluster has one role for a feature": ({ before, after }) =>
        engineOf(before) === "aurora-postgresql" && roleIsOther({ before, after }),
};

const rolesOf = (configuration: Configuration) => plan(new Known(configuration)).roles;

/** In which of the policies of a direction each object stands. */
function policyIndexes(configuration: Configuration): Map<string, number> {
    const items = rolesOf(configuration).flatMap(({ policies }) =>
        policies.flatMap((policy) => {
            if (policy.purpose === "kms") return [];
            const index = Number(policy.ending.slice(1) || 1);
            return policy.pieces.flatMap(({ location: { bucket }, objects }) =>
                objects.map((object): [string, number] => [
                    `${policy.purpose} ${bucket.string} ${object}`,
                    index,
                ]),
            );
        }),
    );
    return new Map(items);
}

const roleIsOther = (it: Edited) =>
    isChanged(it, "path") || isChanged(it, "roleName") || isChanged(it, "existingRoleArn");

export const is = (kinds: Record<string, (edited: Edited) => boolean>, edited: Edited) =>
    Object.values(kinds).some((holds) => holds(edited));
