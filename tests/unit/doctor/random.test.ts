import assert from "node:assert/strict";
import fc from "fast-check";
import { codes, type CodeName } from "../../../doctor/codes";
import { diagnose } from "../../../doctor/diagnose";
import { exitCodeOf, links } from "../../../doctor/finding";
import { breaks, type Break } from "../../support/doctor/breaks";
import { unreadBreaks } from "../../support/doctor/breaks/unread";
import { ofRole } from "../../support/doctor/breaks/break";
import { draftOf } from "../../support/doctor/draft";
import { healthy, type Kind } from "../../support/doctor/facts";
import { kind } from "../../support/doctor/kinds";

/** More with `NUM_RUNS`, for example, before a release. */
const numRuns = Number(process.env.NUM_RUNS ?? 500);

interface Made {
    readonly kind: Kind;
    readonly direction: "import" | "export";
    readonly broken: readonly Break[];
}

/** Breaks that can be made together, of one direction. */
const made = (atLeast: number, atMost: number, of: readonly Break[] = breaks): fc.Arbitrary<Made> =>
    fc
        .record({
            kind,
            nth: fc.nat({ max: 1 }),
            order: fc.shuffledSubarray([...of], { minLength: of.length }),
            count: fc.integer({ min: atLeast, max: atMost }),
        })
        .map(({ kind, nth, order, count }) => {
            const direction = kind.directions[nth] ?? kind.directions[0]!;
            const places = new Set<string>();
            const broken = order.filter(({ isFor, place }) => {
                if (places.size >= count || places.has(place) || !isFor(kind, direction)) return false;
                places.add(place);
                return true;
            });
            return { kind, direction, broken };
        });

/** Facts in which all of it is broken. */
function factsOf({ kind, direction, broken }: Made) {
    const facts = draftOf(healthy(kind));
    const ordered = [...broken].sort((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false));
    for (const each of ordered) each.apply(facts, kind, direction);
    return facts;
}

function judge(all: Made) {
    const { kind, direction, broken } = all;
    const codeOf = (each: Break) => each.code(kind, direction);
    const isLost = broken.some((each) => each.isLostIn?.(broken.filter((other) => other !== each)));
    const isHidden = (each: Break) =>
        (isLost && (ofRole(codeOf(each) ?? "") || each.isLostIn !== undefined)) ||
        broken.some((other) => other !== each && other.hides(codeOf(each) ?? ""));
    const diagnosis = diagnose(factsOf(all));
    return {
        diagnosis,
        found: diagnosis.findings.map(({ code }) => code),
        possible: broken.flatMap((each) => [codeOf(each) ?? [], each.consequences?.(kind) ?? []].flat()),
        needed: broken.filter((each) => codeOf(each) !== undefined && !isHidden(each)),
        codeOf,
    };
}

/** Without the encryption of the bucket, no key is known to be read. */
const isAsked = (needs: string, _: number, all: readonly string[]) =>
    !needs.startsWith("kms:") || !all.includes("s3:GetEncryptionConfiguration");

const label = ({ kind, direction, broken }: Made) =>
    JSON.stringify({ broken: broken.map(({ name }) => name), direction, kind });

function claim(all: Made): void {
    const { diagnosis, found, possible, needed, codeOf } = judge(all);
    const context = `${label(all)}\n${JSON.stringify(diagnosis.findings, undefined, 1)}`;
    const wrong = found.filter((code) => !possible.includes(code));
    assert.deepEqual(wrong, [], `wrong findings: ${context}`);
    const missing = needed.filter((each) => !found.includes(codeOf(each)!));
    assert.deepEqual(
        missing.map(({ name }) => name),
        [],
        `missing findings: ${context}`,
    );
    const order = found.map((code) => links.indexOf(codes[code as CodeName].link));
    assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
        `causes come first: ${context}`,
    );
    if (needed.length > 0) assert.equal(exitCodeOf(diagnosis), 1);
}

describe("the doctor, with random databases and random breaks,", function () {
    this.timeout(60_000);

    it("finds a single break, and nothing else", () => {
        fc.assert(fc.property(made(1, 1), claim), { numRuns });
    });

    it("finds each of two breaks, unless one hides the other, and nothing else", () => {
        fc.assert(fc.property(made(2, 2), claim), { numRuns });
    });

    it("is never wrong about up to eight breaks", () => {
        fc.assert(fc.property(made(3, 8), claim), { numRuns });
    });

    it("says each permission that it lacks", () => {
        fc.assert(
            fc.property(made(1, 4, unreadBreaks), (all) => {
                const told = judge(all).diagnosis.notChecked.map(({ needs }) => needs);
                const lacking = all.broken.map(({ needs = "" }) => needs).filter(isAsked);
                assert.deepEqual(
                    lacking.filter((each) => !told.includes(each)),
                    [],
                    label(all),
                );
                assert.equal(exitCodeOf(judge(all).diagnosis), 2);
            }),
            { numRuns },
        );
    });
});
