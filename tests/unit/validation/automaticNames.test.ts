import assert from "node:assert/strict";
import fc from "fast-check";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { later } from "../../../provider/values/known";
import { importFrom, key, postgresql, role } from "../../support/mistakes/given";

type Inputs = Record<string, unknown>;
type Found = Record<string, string>;

const found = (inputs: Inputs, component: string): Found =>
    Object.fromEntries(
        findMistakes(inputs, component).map(({ propertyPath, reason }) => [propertyPath, reason]),
    );

const tooLong = (start: string, longest: number, input: string) =>
    `must be set, because the automatic name "${start}" and 7 random characters is longer than ${longest} characters. Set ${input}, or give the component a shorter name.`;
const others = (start: string, input: string) =>
    `must be set, because the automatic name "${start}" and 7 random characters contains characters other than letters, digits and _+=,.@-. Set ${input}, or give the component another name.`;
const noGroup = (start: string) =>
    `must be set, because the automatic name "${start}" and 7 random characters is not a valid parameter group name, which has at most 255 lowercase letters, digits and single hyphens and starts with a letter. Set clusterParameterGroup.name, or give the component another name.`;

const a = (count: number) => "a".repeat(count);
const keys = { kmsKeys: [{ keyArn: key, forExport: true }] };
const group = { clusterParameterGroup: { family: "aurora-mysql8.0" } };
const groupName = "clusterParameterGroup.name";
const longLocations = Array.from({ length: 60 }, () => ({ bucket: "raw" }));

const table: [component: string, inputs: Inputs, expected: Found][] = [
    ["sales", { importFrom, exportTo: importFrom, ...keys, ...group }, {}],
    ["a,b", { importFrom }, {}],
    [
        "a,b",
        { importFrom, clusters: [{ clusterIdentifier: "sales" }] },
        {
            roleName:
                'must be set, because the automatic name "a,b-role-" and 7 random characters contains a comma, and the AWS provider cannot associate such a role with clusters. Set roleName, or give the component another name.',
        },
    ],
    [a(51), { importFrom }, {}],
    [a(52), { importFrom }, { roleName: tooLong(`${a(52)}-role-`, 64, "roleName") }],
    [a(52), { importFrom, roleName: "aurora" }, {}],
    [a(52), { importFrom, roleName: later }, {}],
    [a(52), { importFrom, existingRoleArn: role }, {}],
    [a(44), { ...postgresql }, {}],
    [a(45), { ...postgresql }, { roleName: tooLong(`${a(45)}-role-import-`, 64, "roleName") }],
    [a(44), { ...postgresql, exportTo: importFrom }, {}],
    [a(45), { ...postgresql, exportTo: importFrom, roleName: "aurora" }, {}],
    [a(113), { importFrom, existingRoleArn: role }, {}],
    [
        "b".repeat(114),
        { importFrom, existingRoleArn: role },
        { importPolicyName: tooLong(`${"b".repeat(100)}…`, 128, "importPolicyName") },
    ],
    [
        "b".repeat(113),
        { importFrom: longLocations, existingRoleArn: role },
        { importPolicyName: tooLong(`${"b".repeat(100)}…`, 128, "importPolicyName") },
    ],
    ["b".repeat(117), { predefinedPolicy: "AmazonS3FullAccess", existingRoleArn: role }, {}],
    [
        "sales db",
        { importFrom, exportTo: importFrom, ...keys },
        {
            roleName: others("sales db-role-", "roleName"),
            importPolicyName: others("sales db-import-", "importPolicyName"),
            exportPolicyName: others("sales db-export-", "exportPolicyName"),
            kmsPolicyName: others("sales db-kms-", "kmsPolicyName"),
        },
    ],
    ["sales/db", { kmsKeys: keys.kmsKeys, kmsPolicyName: "k", roleName: "r" }, {}],
    ["売上", { importFrom, importPolicyName: "load" }, { roleName: others("売上-role-", "roleName") }],
    [
        "a:b",
        { ...postgresql, kmsKeys: [{ keyArn: key }], importPolicyName: "load" },
        {
            roleName: others("a:b-role-import-", "roleName"),
            kmsPolicyName: others("a:b-kms-import-", "kmsPolicyName"),
        },
    ],
    ["sales_db.x+y=z,@", { importFrom }, {}],
    ["sales_db", { importFrom, ...group }, { [groupName]: noGroup("sales_db-parameters-") }],
    ["Sales", { importFrom, ...group }, { [groupName]: noGroup("Sales-parameters-") }],
    ["1sales", { importFrom, ...group }, { [groupName]: noGroup("1sales-parameters-") }],
    ["sales--db", { importFrom, ...group }, { [groupName]: noGroup("sales--db-parameters-") }],
    ["sales-", { importFrom, ...group }, { [groupName]: noGroup("sales--parameters-") }],
    ["sales.db", { importFrom, ...group }, { [groupName]: noGroup("sales.db-parameters-") }],
    ["sales_db", { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", name: "sales-db" } }, {}],
    ["sales_db", { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", name: later } }, {}],
];

describe("the automatic name of a child", () => {
    for (const [component, inputs, expected] of table) {
        const verdict =
            Object.keys(expected).length === 0 ? "is right" : `needs ${Object.keys(expected).join(", ")}`;
        it(`${verdict} for "${component.slice(0, 30)}" (${component.length}) and ${JSON.stringify(inputs).slice(0, 100)}`, () => {
            assert.deepEqual(found(inputs, component), expected);
        });
    }

    it("is not judged where the name of the component is not told", () => {
        assert.deepEqual(findMistakes({ importFrom, ...group }), []);
    });

    it("is judged together with what else is wrong", () => {
        assert.deepEqual(Object.keys(found({ importFrom: [{ bucket: "A!" }] }, "sales db")), [
            "importFrom[0].bucket",
            "roleName",
            "importPolicyName",
        ]);
    });

    it("is accepted only where each service accepts it, whatever the component is called", () => {
        const component = fc.oneof(
            fc.string({ unit: "binary", minLength: 1, maxLength: 130 }),
            fc.stringMatching(/^[a-zA-Z0-9_.-]{1,130}$/),
        );
        fc.assert(
            fc.property(component, (name) => {
                const wrong = found({ importFrom, ...keys, ...group }, name);
                const is = (pattern: RegExp, child: string) => pattern.test(`${name}-${child}-0123abc`);
                assert.deepEqual(
                    ["roleName", "importPolicyName", "kmsPolicyName", groupName].map(
                        (input) => !(input in wrong),
                    ),
                    [
                        is(/^[\w+=,.@-]{1,64}$/, "role"),
                        is(/^[\w+=,.@-]{1,128}$/, "import"),
                        is(/^[\w+=,.@-]{1,128}$/, "kms"),
                        is(/^(?=.{1,255}$)[a-z](-?[a-z0-9])*$/, "parameters"),
                    ],
                );
            }),
        );
    });
});
