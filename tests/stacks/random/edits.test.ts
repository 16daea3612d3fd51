import assert from "node:assert/strict";
import { numEdits } from "../../support/inputs/runs";
import { setUp, type Setup } from "../../support/setUp";
import { claimNoInterruption } from "./interruptions";
import { anyPair, labelledPair, type Pair } from "./pairs";
import { claimPermissionsOf } from "./permissions";
import { packs, Problems } from "./sample";
import { update, type Updated } from "./update";

const succeeds = "the update succeeds";

const claims: Record<string, (updated: Updated) => void> = {
    [succeeds]: ({ errors }) => assert.deepEqual(errors, []),
    "AWS holds what the state says, and nothing else": ({ onlyInAws, onlyInState }) =>
        assert.deepEqual({ onlyInAws, onlyInState }, { onlyInAws: [], onlyInState: [] }),
    "a refresh finds nothing": ({ refreshed }) => assert.deepEqual(refreshed, []),
    "the next preview has nothing to change": ({ left }) => assert.deepEqual(left, []),
    "each role has exactly the policies of a fresh deployment": claimPolicies,
    "each role can do what is requested after the edit": ({ after, roles }) =>
        claimPermissionsOf(after.configuration, roles),
    "no step takes from a cluster what it can do before and after": claimNoInterruption,
};

/** The documents that the component returns are made of its inputs alone. */
function claimPolicies({ roles, outputs, after: { configuration } }: Updated): void {
    const attached = roles.flatMap(({ policies }) => policies);
    const own = attached.filter(({ arn }) => !arn.includes("::aws:")).map(({ document }) => document);
    assert.deepEqual(own.sort(), [...outputs.policyDocuments].sort());
    const others = attached.filter(({ arn }) => arn.includes("::aws:")).map(({ name }) => name);
    const { predefinedPolicy } = configuration;
    assert.deepEqual(others, predefinedPolicy === undefined ? [] : roles.map(() => predefinedPolicy));
}

describe("random edits of accepted configurations, deployed to AWS:", function () {
    const problems = new Problems();
    let setup: Setup;

    before(async function () {
        this.timeout(3_600_000);
        setup = await setUp();
        for (const pack of packs(anyPair, numEdits)) {
            const pairs = pack.map(({ number, value }) => labelledPair(value, number));
            for (const updated of await allUpdated(pairs, setup)) {
                for (const [claim, hold] of Object.entries(claims)) {
                    if (claim === succeeds || updated.errors.length === 0)
                        problems.try(claim, updated, inputsOfPair(updated), hold);
                }
            }
        }
    });

    after(() => setup.aws.stop());

    for (const claim of Object.keys(claims)) it(claim, () => problems.tell(claim));
});

/** An update that fails tells of nothing else: it is made again without the pairs that it has failed for. */
async function allUpdated(pairs: readonly Pair[], setup: Setup): Promise<Updated[]> {
    if (pairs.length === 0) return [];
    const all = await update(pairs, setup);
    const failed = all.filter(({ errors }) => errors.length > 0);
    if (failed.length === 0) return all;
    const numbers = failed.map(({ number }) => number);
    const others = pairs.filter(({ number }) => !numbers.includes(number));
    return [...failed, ...(await allUpdated(others, setup))];
}

/** What stays the same is told once. */
function inputsOfPair({ before, after }: Updated) {
    const [one, other] = [before.configuration, after.configuration];
    const isSame = (key: string) => JSON.stringify(one[key]) === JSON.stringify(other[key]);
    const pick = (from: Record<string, unknown>, same: boolean) =>
        Object.fromEntries(Object.entries(from).filter(([key]) => isSame(key) === same));
    return { name: before.name, same: pick(one, true), before: pick(one, false), after: pick(other, false) };
}
