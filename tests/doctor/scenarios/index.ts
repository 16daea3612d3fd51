import { bucketScenarios } from "./buckets";
import { networkScenarios } from "./networks";
import { pair } from "./pairs";
import { policyScenarios } from "./policies";
import { roleScenarios } from "./roles";
import type { Scenario } from "./scenario";

export type { Scenario } from "./scenario";

const single = [...roleScenarios, ...policyScenarios, ...bucketScenarios, ...networkScenarios];

/** A scenario by its title. */
export function named(what: string): Scenario {
    const scenario = single.find((each) => each.what === what);
    if (!scenario) throw new Error(`There is no scenario "${what}".`);
    return scenario;
}

const two = (
    [
        ["the role is not associated", "the key policy allows neither the role nor the account"],
        ["the parameter is empty", "the trust policy is for another account"],
        ["the parameter is the name of the role", "there is no VPC endpoint"],
        ["the cluster uses the default parameter group", "the security group allows nothing out"],
        ["the trust policy is for another cluster", "the objects are allowed without /*"],
        ["the trust policy is for another account", "the key is disabled"],
        ["the objects are allowed without /*", "there is no VPC endpoint"],
        ["another prefix is allowed", "the bucket policy lets in another VPC endpoint only"],
        ["the boundary allows imports only", "the security group allows nothing out"],
        ["the key is disabled", "the policy of the VPC endpoint is for another bucket"],
        ["the key policy allows neither the role nor the account", "no object has that key"],
        ["there is no VPC endpoint", "the security group allows nothing out"],
    ] as const
).map(([one, other]) => pair(named(one), named(other)));

// Which role is meant, nothing tells then.
const noRole = {
    ...pair(named("the role is not associated"), named("the parameter is empty")),
    isFixed: undefined,
};

/** Two at once. */
export const pairs: readonly Scenario[] = [...two, noRole];
