import assert from "node:assert/strict";
import { evaluateResourcePolicy, type Context, type Principal } from "../../provider/policy/evaluation";
import { useDeployed } from "./deployed";
import { rows } from "./matrix/expected";
import { titleOf } from "./matrix/titles";
import { assumptions } from "./matrix/trust";

/** The emulated AWS does not judge trust policies: the evaluator does, from the documents that IAM returns. */
describe("the trust policy", () => {
    const deployed = useDeployed();

    for (const { who, principal, context, mysql, postgresql } of assumptions) {
        it(`lets ${who} assume the role as the table says`, async () => {
            const { roleOf, trustOf } = deployed();
            const found: Record<string, string> = {};
            const expected: Record<string, string> = {};
            for (const row of rows) {
                found[titleOf(row)] = verdict(await trustOf(roleOf(row)), principal, context);
                expected[titleOf(row)] = row.role === undefined ? mysql : postgresql;
            }
            assert.deepEqual(found, expected);
        });
    }
});

function verdict(
    trust: Parameters<typeof evaluateResourcePolicy>[0],
    principal: Principal,
    context: Context,
) {
    const decision = evaluateResourcePolicy(trust, { action: "sts:AssumeRole", principal, context });
    return decision === "allowed" ? "allowed" : "denied";
}
