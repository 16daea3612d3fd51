import { directionEnding, type PolicyPlan, type RolePlan } from "./rolePlan";

/**
 * What children are called in the program, after the component's name and a hyphen. Automatic names in AWS start with it, and
 * Pulumi knows a resource of an earlier update by it.
 */
export const childNames = {
    role: ({ direction }: Pick<RolePlan, "direction">) => `role${directionEnding(direction)}`,
    policy: ({ purpose, ending }: Pick<PolicyPlan<unknown, unknown>, "purpose" | "ending">) =>
        `${purpose}${ending}`,
    parameterGroup: "parameters",
};
