import { auroraMysqlFamily } from "../engine/auroraMysql";
import { isObject, mistake, shown, type Mistake } from "./check";

type Inputs = Record<string, unknown>;

/** What is wrong with values beside each other, as far as they are known together. */
export function togetherMistakes(given: Inputs): Mistake[] {
    return [...sameName(given), ...otherFamily(given), ...otherAccount(given)];
}

/** The names of policies are one account's, in whatever letters. */
function sameName(given: Inputs): Mistake[] {
    const names = ["importPolicyName", "exportPolicyName", "kmsPolicyName"].flatMap((input) => {
        const name = given[input];
        return typeof name === "string" ? [{ input, name }] : [];
    });
    return names.flatMap(({ input, name }, i) => {
        const first = names.findIndex((other) => other.name.toLowerCase() === name.toLowerCase());
        if (first === i) return [];
        return mistake(
            input,
            `${shown(name)} is ${names[first]?.input} too: give each policy a name of its own`,
        );
    });
}

function otherFamily({ clusterParameterGroup: group, engineVersion }: Inputs): Mistake[] {
    if (!isObject(group) || typeof group.family !== "string" || typeof engineVersion !== "string") return [];
    const family = auroraMysqlFamily(engineVersion);
    if (group.family === family) return [];
    return mistake(
        "clusterParameterGroup.family",
        `${shown(group.family)} is given, but the engine version ${shown(engineVersion)} is of the family ${shown(family)}: write that, or leave it out`,
    );
}

/** Both conditions of the trust policy must hold, so that no cluster of another account can fulfil them. */
function otherAccount({ sourceAccount, sourceArns }: Inputs): Mistake[] {
    if (typeof sourceAccount !== "string" || !Array.isArray(sourceArns)) return [];
    return sourceArns.flatMap((arn: unknown, i) => {
        const account = typeof arn === "string" ? arn.split(":")[4] : undefined;
        if (account === undefined || /[*?]/.test(account) || account === sourceAccount) return [];
        return mistake(
            `sourceArns[${i}]`,
            `${shown(arn)} is not of the account ${shown(sourceAccount)} in sourceAccount, so that RDS could never assume the role: give one account`,
        );
    });
}
