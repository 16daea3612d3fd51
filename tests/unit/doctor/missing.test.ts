import assert from "node:assert/strict";
import fc from "fast-check";
import { diagnose } from "../../../doctor/diagnose";
import { draftOf, type FactsDraft } from "../../support/doctor/draft";
import { healthy } from "../../support/doctor/facts";
import { kind } from "../../support/doctor/kinds";

/** What a collector could leave out, or that AWS could answer with nothing to. */
const gaps: Record<string, (facts: FactsDraft) => void> = {
    roles: (facts) => (facts.roles = []),
    buckets: (facts) => (facts.buckets = []),
    objects: (facts) => {
        facts.objects = [];
        facts.asked.locations[0]!.direction = "import";
    },
    subnets: ({ network }) => (network.subnets = { read: [] }),
    "route tables": ({ network }) => (network.routeTables = { read: [] }),
    "security groups": ({ network }) => (network.securityGroups = { read: [] }),
    locations: (facts) => {
        facts.asked.locations = [];
        facts.objects = [];
    },
};

describe("the doctor calls nothing healthy that it has not seen:", () => {
    for (const [what, leaveOut] of Object.entries(gaps)) {
        it(what, () => {
            fc.assert(
                fc.property(kind, (each) => {
                    const facts = draftOf(healthy(each));
                    leaveOut(facts);
                    assert.notEqual(diagnose(facts).verdict, "healthy");
                }),
                { numRuns: 50 },
            );
        });
    }

    it("every fact, each by itself", () => {
        fc.assert(
            fc.property(kind, fc.nat(), (each, nth) => {
                const facts = draftOf(healthy(each));
                const all = factsIn(facts);
                const [path, fact] = all[nth % all.length]!;
                delete (fact as { read?: unknown }).read;
                Object.assign(fact, { unread: { reason: "access denied", needs: "some:Permission" } });
                const { findings, verdict, notChecked } = diagnose(facts);
                assert.deepEqual(findings, [], path);
                const isTold = notChecked.some(({ needs }) => needs === "some:Permission");
                assert.equal(verdict === "healthy", !isTold, path);
            }),
            { numRuns: 500 },
        );
    });
});

/** All that was read, wherever it is, with its path. */
function factsIn(value: unknown, path = "facts"): [path: string, fact: object][] {
    if (typeof value !== "object" || value === null) return [];
    const inner = Object.entries(value).flatMap(([name, each]) => factsIn(each, `${path}.${name}`));
    return "read" in value ? [[path, value], ...inner] : inner;
}
