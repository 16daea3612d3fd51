import { engines } from "../../engine";
import type { Planned } from "../../plan/access";
import { directions, purposes } from "../../plan/purposes";
import { mostPoliciesOnRole, policyCount } from "../../plan/rolePlan";
import { Diagnostic, type Report } from "../../values/message";
import { warnOfBucket } from "./buckets";
import { warnOfCase, warnOfGroup, warnOfKeys } from "./clusters";
import { warnOfExports } from "./exports";
import { newBudget } from "./names";
import { warnOfObjects } from "./objects";
import { warnOfCount, warnOfPredefinedPolicy, warnOfSharedAttachment, warnOfTrust } from "./role";

/** What is allowed but likely wrong in inputs without mistakes, as far as they are known. */
export function findWarnings(planned: Planned): Diagnostic[] {
    const { inputs, engine, roles } = planned;
    const warnings: Diagnostic[] = [];
    const budget = newBudget();
    // What no role can have is told of by its size alone.
    const canExist = roles.every((role) => policyCount(role) <= mostPoliciesOnRole);
    const report: Report = (at, tell, property) => warnings.push(new Diagnostic(at, tell, property));
    for (const direction of directions) {
        for (const location of inputs.field(purposes[direction].grants)?.items ?? []) {
            const objects = location.field("objects");
            warnOfBucket(location.field("bucket"), report);
            warnOfObjects(objects, direction, report);
            if (direction === "export" && engine && canExist) {
                warnOfExports(objects, engines[engine].exported, budget, report);
            }
        }
    }
    warnOfPredefinedPolicy(inputs.field("predefinedPolicy"), report);
    warnOfSharedAttachment(inputs, report);
    warnOfCount(planned, report);
    warnOfTrust(planned, report);
    warnOfKeys(planned, report);
    warnOfGroup(inputs, report);
    warnOfCase(inputs.field("clusters"), report);
    return warnings;
}
