import assert from "node:assert/strict";
import { trustPolicyDocument, type SourceConditions } from "../../../provider/policy/trustPolicy";
import { evaluateResourcePolicy, type Context } from "../../../provider/policy/evaluation";

const sourceAccount = "123456789012";
const clusterArn = `arn:aws:rds:us-east-1:${sourceAccount}:cluster:sales`;
const documents: Record<SourceConditions, object> = {
    Required: trustPolicyDocument({ sourceConditions: "Required", sourceAccount, sourceArns: [clusterArn] }),
    IfExists: trustPolicyDocument({ sourceConditions: "IfExists", sourceAccount, sourceArns: [clusterArn] }),
    None: trustPolicyDocument({ sourceConditions: "None" }),
};

const account = (value: string): Context => ({ "aws:SourceAccount": value });
const cluster = (value: string): Context => ({ "aws:SourceArn": value });
const [own, foreign] = [account(sourceAccount), account("999999999999")];
const [right, wrong] = [cluster(clusterArn), cluster(`${clusterArn}-2`)];

/** What RDS sends, and with which conditions it can then assume the role. */
const table: [sent: string, Context, Record<SourceConditions, boolean>][] = [
    ["neither key", {}, { Required: false, IfExists: true, None: true }],
    ["the right account alone", own, { Required: false, IfExists: true, None: true }],
    ["the right cluster alone", right, { Required: false, IfExists: true, None: true }],
    ["both right", { ...own, ...right }, { Required: true, IfExists: true, None: true }],
    ["another account alone", foreign, { Required: false, IfExists: false, None: true }],
    ["another cluster alone", wrong, { Required: false, IfExists: false, None: true }],
    [
        "another account, the right cluster",
        { ...foreign, ...right },
        { Required: false, IfExists: false, None: true },
    ],
    [
        "the right account, another cluster",
        { ...own, ...wrong },
        { Required: false, IfExists: false, None: true },
    ],
];

describe("the conditions of the trust policy, by IAM's logic,", () => {
    for (const [sent, context, expected] of table) {
        for (const [mode, trusts] of Object.entries(expected)) {
            it(`${trusts ? "hold" : "do not hold"} with ${mode} where RDS sends ${sent}`, () => {
                const document = documents[mode as SourceConditions];
                const request = {
                    action: "sts:AssumeRole",
                    principal: { Service: "rds.amazonaws.com" },
                    context,
                };
                assert.equal(evaluateResourcePolicy(document, request), trusts ? "allowed" : "implicitDeny");
            });
        }
    }
});
