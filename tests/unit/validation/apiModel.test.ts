import assert from "node:assert/strict";
import fc from "fast-check";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import schema from "../../../provider/schema.json";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { say } from "../../../provider/values/message";
import { stringified } from "../../../provider/validation/stringified";
import { shortType } from "../../support/engine/steps";
import { importFrom, key, postgresql, role } from "../../support/mistakes/given";
import { run } from "../component/program";
import { apiInputs, staysHere, type ApiInput } from "./apiInputs";
import { apiModel, isTaken, rowOf } from "./apiModel";

const isAccepted = ({ given }: ApiInput, value: string) => findMistakes(given(value)).length === 0;
const isTakenByAll = ({ becomes }: ApiInput, value: string) =>
    Object.entries(becomes).every(([property, as]) => isTaken(rowOf(property), as(value)));
/** Wherever a name is asked for, the trace of an output is told of: tests/unit/validation/odd.test.ts. */
const isTrace = (value: string) => stringified(say`a name`, false)(value) !== undefined;

/** One of each kind of characters that a rule may tell apart. */
const characters = [
    ..."aZ09-_./:=+@,()*?!~ \t\n\r\0\x07\x7F\xA0éÿĀ売１²̈\u2028‘\"'<&\\$%^[]{}|;#",
    "𠮷",
    "😀",
    "\uD800",
    "\uFFFE",
];
const character = fc.constantFrom(...characters);

/** Strings about as long as the properties may be, counted in characters and in halves of them. */
function lengthsNear({ right, becomes }: ApiInput): string[] {
    const rows = Object.keys(becomes).map(rowOf);
    const bounds = [...new Set(rows.flatMap(({ min = 1, max = 255 }) => [min, max]))];
    const endings = Array.from({ length: 12 }, (_, i) => i - 9);
    const filled = (length: number, unit: string) => {
        const missing = Math.ceil((length - right.length) / unit.length);
        if (missing < 0) return right.slice(0, length);
        return right.slice(0, -1) + unit.repeat(missing) + right.slice(-1);
    };
    return ["a", "é", "売", "𠮷"].flatMap((unit) =>
        bounds.flatMap((bound) => endings.map((more) => filled(Math.max(0, bound + more), unit))),
    );
}

/** Strings that are nearly right, or anything. */
function stringsNear(right: string): fc.Arbitrary<string> {
    const changed = fc
        .tuple(fc.nat(), fc.nat(2), fc.array(character, { maxLength: 3 }))
        .map(([at, without, others]) => {
            const place = at % (right.length + 1);
            return right.slice(0, place) + others.join("") + right.slice(place + without);
        });
    const any = fc.array(character, { maxLength: 6 }).map((all) => all.join(""));
    const reserved = fc
        .tuple(fc.constantFrom("aws:", "AWS:", "rds:", "Rds:", "aws", "/"), any)
        .map((parts) => parts.join(""));
    return fc.oneof(changed, any, reserved);
}

describe("what is accepted", () => {
    for (const each of apiInputs) {
        const { input, right, becomes, exceptions = [] } = each;
        const title = `${input} of ${JSON.stringify(each.given(right)).slice(0, 90)}`;

        it(`as ${title} is what AWS takes, in every property that it becomes`, () => {
            assert.ok(isAccepted(each, right) && isTakenByAll(each, right));
            const hold = (value: string) => {
                const [accepted, taken] = [isAccepted(each, value), isTakenByAll(each, value)];
                assert.ok(taken || !accepted, `${JSON.stringify(value)} is accepted, and AWS refuses it`);
                if (accepted || !taken || isTrace(value)) return;
                const known = exceptions.some(({ covers }) => covers(value));
                assert.ok(known, `${JSON.stringify(value)} is refused, and AWS takes it`);
            };
            lengthsNear(each).forEach(hold);
            fc.assert(fc.property(stringsNear(right), hold), { numRuns: 500 });
        });

        for (const { reason, covers, sample } of exceptions) {
            it(`as ${title} is less than that, as ${reason}`, () => {
                assert.deepEqual(
                    [isAccepted(each, sample), isTakenByAll(each, sample), covers(sample)],
                    [false, true, true],
                );
            });
        }

        it(`as ${title} goes into properties that the table has`, () => {
            assert.doesNotThrow(() => Object.keys(becomes).map(rowOf));
        });
    }

    it("as tags is as many as each resource has at most", () => {
        const rows = apiModel.filter(({ property }) => property === "tags");
        const most = Math.min(...rows.map(({ max = 0 }) => max));
        const tags = (length: number) =>
            Object.fromEntries(Array.from({ length }, (_, i) => [`key${i}`, ""]));
        const accepted = [most, most + 1].map(
            (count) => findMistakes({ importFrom, tags: tags(count) }).length === 0,
        );
        assert.deepEqual(accepted, [true, false]);
    });

    it("is judged of every input that goes to AWS", () => {
        const judged = new Set([...apiInputs.map(({ input }) => input), ...staysHere]);
        assert.deepEqual([...judged].sort(), leavesOfSchema().sort());
    });
});

interface Spec {
    $ref?: string;
    items?: Spec;
}

/** Every string, number or map of the inputs, as `clusters[].clusterIdentifier`. */
function leavesOfSchema(): string[] {
    const types = schema.types as Record<string, { properties?: Record<string, Spec> }>;
    const leaves = (path: string, { $ref, items }: Spec): string[] => {
        if (items) return leaves(`${path}[]`, items);
        const properties = types[$ref?.replace("#/types/", "") ?? ""]?.properties;
        if (!properties) return [path];
        return Object.entries(properties).flatMap(([name, spec]) => leaves(`${path}.${name}`, spec));
    };
    const { inputProperties } = schema.resources["aurora-s3-access:index:AuroraS3Access"];
    return Object.entries(inputProperties as Record<string, Spec>).flatMap(([name, spec]) =>
        leaves(name, spec),
    );
}

describe("the table of AWS's constraints", () => {
    const everything: AuroraS3AccessArgs[] = [
        {
            importFrom,
            clusters: [{ clusterIdentifier: "sales" }],
            clusterParameterGroup: {
                family: "aurora-mysql8.0",
                name: "sales",
                description: "Sales",
                parameters: [{ name: "time_zone", value: "UTC" }],
            },
            importPolicyName: "load",
            importPolicyDescription: "What Aurora loads",
            roleName: "aurora",
            roleDescription: "Aurora",
            path: "/aurora/",
            permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
            tags: { team: "sales" },
        },
        { ...(postgresql as AuroraS3AccessArgs), clusters: [{ clusterIdentifier: "sales" }] },
        { kmsKeys: [{ keyArn: key }], existingRoleArn: role },
    ];

    it("has each property that the component gives a resource, and no other", async () => {
        const set = new Set<string>();
        for (const args of everything) {
            const { resources } = await run(() => new AuroraS3Access("sales", args));
            for (const { id, inputs } of resources.filter(({ id: it }) => it.startsWith("aws:"))) {
                const [type = ""] = id.split(" ");
                for (const [property, value] of Object.entries(inputs)) {
                    if (typeof value !== "boolean") set.add(`${shortType(type)}.${property}`);
                }
            }
        }
        const rows = apiModel.map(
            ({ resource, property }) => `${resource}.${property.replace(/[[{].*/, "")}`,
        );
        assert.deepEqual([...set].sort(), [...new Set(rows)].sort());
    });
});
