import assert from "node:assert/strict";
import { evaluateIdentityPolicies, type Context } from "../../../../provider/policy/evaluation";
import { allow, deny, policy } from "./builders";

const holds = (condition: object, context: Context) =>
    evaluateIdentityPolicies([policy(allow("s3:GetObject", "*", condition))], {
        action: "s3:GetObject",
        resource: "arn:aws:s3:::bucket/key",
        context,
    }) === "allowed";

const cluster = "arn:aws:rds:us-east-1:123456789012:cluster:sales";

/** An operator with what it wants, and what the request's key k has; undefined for nothing. */
const table: [
    operator: string,
    wanted: string | boolean | string[],
    given: Context[string] | undefined,
    boolean,
][] = [
    ["StringEquals", "johndoe", "johndoe", true],
    ["StringEquals", "johndoe", "JohnDoe", false],
    ["StringEquals", "john", "johndoe", false],
    ["StringEquals", "john*", "johndoe", false],
    ["StringEquals", "john*", "john*", true],
    ["StringEquals", ["a", "b"], "b", true],
    ["StringEquals", ["a", "b"], "c", false],
    ["StringEquals", "a", undefined, false],
    ["StringEqualsIfExists", "a", undefined, true],
    ["StringEqualsIfExists", "a", "b", false],

    ["StringNotEquals", "a", "b", true],
    ["StringNotEquals", "a", "a", false],
    ["StringNotEquals", ["a", "b"], "b", false],
    ["StringNotEquals", ["a", "b"], "c", true],
    ["StringNotEquals", "a", undefined, true],
    ["StringNotEqualsIfExists", "a", undefined, true],
    ["StringNotEqualsIfExists", "a", "a", false],

    ["StringEqualsIgnoreCase", "johndoe", "JohnDoe", true],
    ["StringEqualsIgnoreCase", "johndoe", "JaneDoe", false],
    ["StringNotEqualsIgnoreCase", "johndoe", "JohnDoe", false],
    ["StringNotEqualsIgnoreCase", "johndoe", "JaneDoe", true],

    ["StringLike", "home/*", "home/a/b:c", true],
    ["StringLike", "home/*", "Home/a", false],
    ["StringLike", "home/?", "home/ab", false],
    ["StringLike", "home", "home/a", false],
    ["StringLike", "", "", true],
    ["StringNotLike", "home/*", "home/a", false],
    ["StringNotLike", "home/*", "away/a", true],
    ["StringNotLike", "home/*", undefined, true],

    ["ArnLike", cluster, cluster, true],
    ["ArnLike", "arn:aws:rds:*:123456789012:cluster:*", cluster, true],
    ["ArnLike", "arn:aws:rds:us-east-?:123456789012:cluster:s*s", cluster, true],
    ["ArnLike", "arn:aws:rds:*:123456789012:db:*", cluster, false],
    ["ArnLike", "arn:aws:rds:*:210987654321:cluster:*", cluster, false],
    ["ArnLike", "arn:aws:rds:us-east-1:123456789012:*", cluster, true],
    ["ArnLike", "arn:aws:rds:us-east-1:123456789012:cluster:Sales", cluster, false],
    ["ArnLike", cluster, undefined, false],
    ["ArnLikeIfExists", cluster, undefined, true],
    ["ArnEquals", "arn:aws:rds:*:123456789012:cluster:*", cluster, true],
    ["ArnEquals", "arn:aws:rds:*:123456789012:cluster:b*", cluster, false],
    ["ArnNotLike", "arn:aws:rds:*:123456789012:cluster:*", cluster, false],
    ["ArnNotLike", "arn:aws:rds:*:123456789012:db:*", cluster, true],
    ["ArnNotEquals", cluster, cluster, false],
    ["ArnNotEquals", cluster, undefined, true],

    ["Bool", "true", "true", true],
    ["Bool", true, "true", true],
    ["Bool", "true", "false", false],
    ["Bool", "false", "false", true],
    ["Bool", "false", undefined, false],
    ["BoolIfExists", "false", undefined, true],

    ["Null", "true", undefined, true],
    ["Null", "true", "a", false],
    ["Null", "false", undefined, false],
    ["Null", false, "a", true],

    ["ForAllValues:StringEquals", ["a", "b"], ["a"], true],
    ["ForAllValues:StringEquals", ["a", "b"], ["a", "c"], false],
    ["ForAllValues:StringEquals", ["a", "b"], [], true],
    ["ForAllValues:StringLike", ["a*"], ["ab", "ac"], true],
    ["ForAnyValue:StringEquals", ["a", "b"], ["a", "c"], true],
    ["ForAnyValue:StringEquals", ["a", "b"], ["c"], false],
    ["ForAnyValue:StringEquals", ["a", "b"], undefined, false],
];

describe("the condition", () => {
    for (const [operator, wanted, given, expected] of table) {
        it(`${operator} ${JSON.stringify(wanted)} ${expected ? "holds" : "fails"} for ${JSON.stringify(given)}`, () => {
            const context: Context = given === undefined ? {} : { k: given };
            assert.equal(holds({ [operator]: { k: wanted } }, context), expected);
        });
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
    it("ArnLike compares part by part where StringLike runs across colons", () => {
        const pattern = "arn:aws:someservice:*:111122223333:finance/*";
        const given =
            "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt";
        assert.equal(holds({ StringLike: { k: pattern } }, { k: given }), true);
        assert.equal(holds({ ArnLike: { k: pattern } }, { k: given }), false);
    });

    it("finds its key in any case", () => {
        assert.equal(
            holds({ StringEquals: { "aws:SourceAccount": "a" } }, { "AWS:sourceaccount": "a" }),
            true,
        );
    });

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
    it("needs all its operators and all their keys to hold", () => {
        const condition = {
            StringEqualsIgnoreCase: {
                "aws:PrincipalTag/department": ["finance", "hr", "legal"],
                "aws:PrincipalTag/role": ["audit", "security"],
            },
            StringEquals: { "aws:PrincipalAccount": "123456789012" },
        };
        const given = {
            "aws:PrincipalTag/department": "HR",
            "aws:PrincipalTag/role": "audit",
            "aws:PrincipalAccount": "123456789012",
        };
        assert.equal(holds(condition, given), true);
        for (const key of Object.keys(given))
            assert.equal(holds(condition, { ...given, [key]: "other" }), false);
    });

    it("may hold a policy variable", () => {
        const condition = { StringLike: { "s3:prefix": "${aws:username}/*" } };
        assert.equal(holds(condition, { "s3:prefix": "David/a", "aws:username": "David" }), true);
        assert.equal(holds(condition, { "s3:prefix": "David/a", "aws:username": "Eve" }), false);
    });

    it("fails if its policy variable has no value", () => {
        assert.equal(holds({ StringLike: { k: ["${aws:username}*"] } }, { k: "a" }), false);
    });

    it("takes ${*} for an asterisk", () => {
        assert.equal(holds({ StringLike: { k: "a${*}" } }, { k: "a*" }), true);
        assert.equal(holds({ StringLike: { k: "a${*}" } }, { k: "ab" }), false);
    });

    it("of a Deny that does not hold denies nothing", () => {
        const document = policy(
            allow("s3:*", "*"),
            deny("s3:*", "arn:aws:s3:::bucket/*", { Bool: { "aws:SecureTransport": "false" } }),
        );
        const decision = (secure: string) =>
            evaluateIdentityPolicies([document], {
                action: "s3:GetObject",
                resource: "arn:aws:s3:::bucket/key",
                context: { "aws:SecureTransport": secure },
            });
        assert.equal(decision("false"), "explicitDeny");
        assert.equal(decision("true"), "allowed");
    });
});
