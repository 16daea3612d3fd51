import assert from "node:assert/strict";
import fc from "fast-check";
import { plan } from "../../../provider/plan/access";
import { findMistakes, judge } from "../../../provider/validation/findMistakes";
import { findWarnings } from "../../../provider/validation/warnings";
import { Known } from "../../../provider/values/known";
import { mistakes } from "../../support/mistakes";
import { key, role } from "../../support/mistakes/given";
import { put } from "../../support/mistakes/put";

const arn = "arn:aws:rds:us-east-1:123456789012:cluster:sales";

/** Every input with a value that is right, which others are put into. */
const right: Record<string, unknown> = {
    importFrom: [{ bucket: "raw", objects: ["in/*"], kmsKeyArn: key }],
    exportTo: [{ bucket: "arn:aws:s3:::raw", objects: ["out/*"] }],
    predefinedPolicy: "AmazonS3FullAccess",
    kmsKeys: [{ keyArn: key, forExport: true }],
    clusters: [{ clusterIdentifier: "sales", name: "sales" }],
    engine: "aurora-mysql",
    engineVersion: "8.0.mysql_aurora.3.10.0",
    clusterParameterGroup: {
        family: "aurora-mysql8.0",
        name: "sales",
        description: "Sales",
        parameters: [{ name: "time_zone", value: "UTC", applyMethod: "immediate" }],
    },
    existingRoleArn: role,
    importPolicyName: "a",
    importPolicyDescription: "a",
    exportPolicyName: "b",
    exportPolicyDescription: "b",
    kmsPolicyName: "c",
    kmsPolicyDescription: "c",
    roleName: "a",
    roleDescription: "a",
    path: "/a/",
    permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
    tags: { team: "sales" },
    sourceAccount: "123456789012",
    sourceArns: [arn],
    sourceConditions: "Required",
};

/** A character that stands in none of our sentences. */
const canary = "\u2603";

/** Starts and ends of strings that the rules know, around anything. */
const parts = [
    "",
    "s3://",
    "s3-eu://",
    "arn:aws:s3:::",
    "arn:aws:s3:::raw/",
    "arn:x:s3:::raw",
    "arn:aws:s3:us-east-1:123456789012:accesspoint/",
    "arn:aws:kms:us-east-1:123456789012:alias/",
    "arn:aws:kms:us-east-1:123456789012:key/",
    "alias/aws/",
    "alias/",
    "arn:aws:iam::123456789012:role/",
    "arn:aws:iam::123456789012:role/aws-service-role/",
    "arn:aws:rds:us-east-1:123456789012:cluster:",
    "urn:pulumi:",
    "https://",
    "3.10.",
    "16.",
    "8.0.mysql_aurora.3.",
    "aurora-mysql",
    "/",
    "aws:",
    "${",
    "*",
    "--x-s3",
    "-an",
    ".part_00000",
    ".manifest",
    "-s3alias",
    ".rds.amazonaws.com",
    ".s3.amazonaws.com",
    "[object Promise]",
    "undefined/",
    "aws_default_s3_role",
];
const part = fc.constantFrom(...parts);
const anyString = fc.oneof(
    fc.string({ unit: "binary", maxLength: 150 }),
    fc.tuple(part, fc.string({ unit: "binary", maxLength: 300 }), part).map((parts) => parts.join("")),
    // Also characters that take six in a quotation.
    fc
        .tuple(part, fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 2 }), fc.nat(300), part)
        .map(([start, unit, count, end]) => `${start}${unit.repeat(count)}/${unit.repeat(count)}${end}`),
);
const anyValue = fc.oneof(
    anyString,
    fc.array(anyString, { maxLength: 3 }),
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom(null, undefined, true, false, 0, -1.5, "", [], {}, [[]], [{}], [null]),
);

/** All paths of the fields and items in a value. */
function pathsIn(value: unknown): (string | number)[][] {
    if (typeof value !== "object" || value === null) return [[]];
    const entries: [string | number, unknown][] = Array.isArray(value)
        ? value.map((item, i) => [i, item])
        : Object.entries(value);
    return [[], ...entries.flatMap(([name, each]) => pathsIn(each).map((path) => [name, ...path]))];
}

const places = pathsIn(right).filter((path) => path.length > 0);

/** Some of the right inputs, in which some values are others, also under names that are not ours. */
const given = fc
    .record({
        inputs: fc.subarray(Object.keys(right), { minLength: 1 }),
        changes: fc.array(fc.tuple(fc.constantFrom(...places), anyValue), { maxLength: 3 }),
        others: fc.dictionary(anyString, anyValue, { maxKeys: 2 }),
        postgresql: fc.boolean(),
    })
    .map(({ inputs, changes, others, postgresql }) => {
        const chosen = Object.fromEntries(inputs.map((input) => [input, right[input]]));
        const engine = postgresql ? { engine: "aurora-postgresql", engineVersion: "16.4" } : {};
        return changes.reduce<unknown>((inputs, [path, value]) => put(inputs, filled(inputs, path), value), {
            ...others,
            ...chosen,
            ...engine,
        }) as Record<string, unknown>;
    });

/** As much of a path as leads through objects and lists. */
function filled(inputs: unknown, path: (string | number)[]): (string | number)[] {
    const [first, ...rest] = path;
    if (first === undefined || typeof inputs !== "object" || inputs === null) return [];
    const next = (inputs as Record<string | number, unknown>)[first];
    return typeof next === "object" && next !== null ? [first, ...filled(next, rest)] : [first];
}

const onRuns = { numRuns: 400 };

describe("every message", function () {
    this.timeout(60_000);

    it("has at most 1,000 characters, whatever the inputs are, and nothing throws", () => {
        fc.assert(
            fc.property(given, (inputs) => {
                for (const { propertyPath, reason } of findMistakes(inputs)) {
                    const { length } = `${propertyPath}: ${reason}`;
                    assert.ok(length <= 1000, `${length} characters: ${propertyPath}: ${reason}`);
                }
                for (const { reason } of findWarnings(plan(new Known(inputs)))) {
                    assert.ok(reason.length <= 1000, reason);
                }
            }),
            onRuns,
        );
    });

    it("is as short where a string is long, of any start and of characters that take six in a quotation", () => {
        for (const path of places) {
            for (const start of parts) {
                for (const unit of ["\u0001", "\ud800", '"', "é", "a"]) {
                    const long = unit.repeat(120);
                    const inputs = put(right, path, `${start}${long}/${long}`) as Record<string, unknown>;
                    for (const { propertyPath, reason } of findMistakes(inputs)) {
                        const { length } = `${propertyPath}: ${reason}`;
                        assert.ok(length <= 1000, `${length} characters: ${propertyPath}: ${reason}`);
                    }
                }
            }
        }
    });

    it("is one sentence with its end, and another one with its own", () => {
        fc.assert(
            fc.property(given, (inputs) => {
                for (const { reason } of findMistakes(inputs)) {
                    assert.match(reason, /^[^\s].*([.?]|\/bucketnamingrules\.html)$/s);
                    assert.doesNotMatch(reason, /\bundefined characters|\.\.$|, but received \.|\[secret\]/);
                }
            }),
            onRuns,
        );
    });

    /** What stands in strings and in the keys of objects, with a canary on both sides of it. */
    function marked(value: unknown): unknown {
        if (typeof value === "string") return `${canary}${value}${canary}`;
        if (Array.isArray(value)) return value.map(marked);
        if (typeof value !== "object" || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each)]));
    }

    /** Likewise with the canary inside, so that the rules go on knowing the string by its start and end. */
    function markedInside(value: unknown): unknown {
        if (typeof value === "string") {
            const middle = Math.ceil(value.length / 2);
            return `${value.slice(0, middle)}${canary}${value.slice(middle)}`;
        }
        if (Array.isArray(value)) return value.map(markedInside);
        if (typeof value !== "object" || value === null) return value;
        const entries = Object.entries(value);
        return Object.fromEntries(
            entries.flatMap(([name, each]) => [
                [name, markedInside(each)],
                [`${name}${canary}`, each],
            ]),
        );
    }

    const holdsNoCanary = (known: Known) => {
        const planned = plan(known);
        const all = [
            ...judge(planned, { account: "999999999999", partition: "aws-cn" }),
            ...judge(planned, {}),
            ...findWarnings(planned),
        ];
        for (const { propertyPath, reason } of all) {
            assert.ok(!propertyPath.includes(canary), propertyPath);
            assert.ok(!reason.includes(canary), reason);
        }
    };
    const secretly = (inputs: unknown) =>
        new Known(inputs, { room: 1_000_000 }, undefined, "", { secret: true });

    it("holds nothing of a secret", () => {
        fc.assert(
            fc.property(given, (inputs) => {
                holdsNoCanary(secretly(marked(inputs)));
                holdsNoCanary(secretly(markedInside(inputs)));
            }),
            onRuns,
        );
    });

    it("says of a secret only what must hold", () => {
        for (const [inputs] of mistakes) {
            for (const { reason } of judge(plan(secretly(inputs)))) {
                // What is not there is no secret.
                assert.doesNotMatch(reason, /but received (?!a secret value\.$|no value\.)/);
            }
        }
    });

    it("holds nothing of a secret part of the inputs, wherever it is", () => {
        fc.assert(
            fc.property(given, fc.constantFrom(...places), (inputs, path) => {
                const at = filled(inputs, path);
                const hidden = at.reduce<unknown>(
                    (value, name) => (value as Record<string | number, unknown>)[name],
                    inputs,
                );
                if (typeof hidden !== "object" || hidden === null) return;
                const secret = markedInside(hidden) as object;
                const isSecret = (value: object) => value === secret;
                holdsNoCanary(new Known(put(inputs, at, secret), { room: 1_000_000, isSecret }));
            }),
            onRuns,
        );
    });

    it("of the table holds nothing of a secret either", () => {
        for (const [inputs] of mistakes) {
            holdsNoCanary(secretly(marked(inputs)));
            holdsNoCanary(secretly(markedInside(inputs)));
        }
    });
});
