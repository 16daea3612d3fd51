import assert from "node:assert/strict";
import {
    allowedActions,
    CannotEvaluate,
    evaluateIdentityPolicies,
    evaluateResourcePolicy,
} from "../../../../provider/policy/evaluation";
import { allow, policy } from "./builders";

const key = "arn:aws:s3:::bucket/key";
const asked = (document: string | object, context = {}, resource = key, action = "s3:GetObject") =>
    evaluateIdentityPolicies([document], { action, resource, context });
const trusted = (principal: object | undefined, asks = "arn:aws:iam::123456789012:user/Bob") =>
    evaluateResourcePolicy(policy({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }), {
        action: "sts:AssumeRole",
        principal: { AWS: asks },
    });
const conditional = (condition: object) => policy(allow("s3:GetObject", "*", condition));
const objects = (pattern: string) => policy(allow("s3:GetObject", `arn:aws:s3:::bucket/${pattern}`));

const table: [what: string, ask: () => unknown, reason: RegExp][] = [
    ["another version", () => asked({ Version: "2020-01-01", Statement: [] }), /no version "2020-01-01"/],
    ["an unknown element", () => asked({ ...policy(), Grants: [] }), /not supported: Grants/],
    [
        "NotPrincipal",
        () => asked(policy({ ...allow("s3:*", "*"), NotPrincipal: { AWS: "123456789012" } })),
        /not supported: NotPrincipal/,
    ],
    ["no Statement", () => asked({ Version: "2012-10-17" }), /a statement is undefined/],
    ["another Effect", () => asked(policy({ ...allow("s3:*", "*"), Effect: "allow" })), /Effect is "allow"/],
    ["no Action", () => asked(policy({ Effect: "Allow", Resource: "*" })), /no Action/],
    [
        "no Resource",
        () => asked(policy({ Effect: "Allow", Action: "s3:*" })),
        /names a resource and the policy none/,
    ],
    [
        "Action beside NotAction",
        () => asked(policy({ ...allow("s3:*", "*"), NotAction: "s3:*" })),
        /and NotAction/,
    ],
    ["an empty list", () => asked(policy(allow("s3:*", []))), /Resource is an empty list/],
    ["a number for a text", () => asked(conditional({ StringEquals: { k: 1 } })), /k holds 1/],

    [
        "an action without its service",
        () => asked(policy(allow("GetObject", "*"))),
        /"GetObject" is not an action/,
    ],
    ["a wildcard for a service", () => asked(policy(allow("*:Get*", "*"))), /"\*:Get\*" is not an action/],
    [
        "a request for several actions",
        () => asked(policy(), {}, key, "s3:Get*"),
        /"s3:Get\*" is not one action/,
    ],

    ["a resource that is no ARN", () => asked(policy(allow("s3:*", "bucket/key"))), /neither an ARN nor \*/],
    ["too short an ARN", () => asked(policy(allow("s3:*", "arn:aws:s3:*"))), /neither an ARN nor \*/],
    [
        "a wildcard in the service",
        () => asked(policy(allow("s3:*", "arn:aws:s?:::b"))),
        /wildcard in its service/,
    ],
    [
        "a variable before the fifth colon",
        () => asked(policy(allow("s3:*", "arn:aws:s3::${aws:PrincipalAccount}:b"))),
        /before the fifth colon/,
    ],
    [
        "a list of what is allowed on what is no ARN",
        () => allowedActions([policy()], "bucket/key", { actions: ["s3:GetObject"] }),
        /"bucket\/key" is neither/,
    ],
    ["a request for what is no ARN", () => asked(policy(), {}, "bucket/key"), /"bucket\/key" is neither/],
    [
        "a * whose match hangs on a colon in the key",
        () => asked(objects("*.csv"), {}, "arn:aws:s3:::bucket/10:00.csv"),
        /hangs on a colon/,
    ],
    [
        "a ? whose match is a colon",
        () => asked(objects("a?b"), {}, "arn:aws:s3:::bucket/a:b"),
        /hangs on a colon/,
    ],

    ["an unknown kind of variable", () => asked(objects("${a*}")), /without a policy variable/],
    ["a variable without its end", () => asked(objects("${aws:username")), /without a policy variable/],
    ["a variable of several values", () => asked(objects("${k}"), { k: ["a", "b"] }), /several values/],
    ["a variable whose value is empty", () => asked(objects("${k}"), { k: "" }), /k is empty/],
    ["a variable whose value holds a wildcard", () => asked(objects("${k}"), { k: "a*" }), /are wildcards/],
    [
        "NotResource with a variable that has no value",
        () => asked(policy({ Effect: "Allow", Action: "s3:*", NotResource: "arn:aws:s3:::${k}" })),
        /NotResource/,
    ],

    [
        "another operator",
        () => asked(conditional({ NumericLessThan: { k: "1" } })),
        /NumericLessThan is not supported/,
    ],
    [
        "NullIfExists",
        () => asked(conditional({ NullIfExists: { k: "true" } })),
        /NullIfExists is not supported/,
    ],
    [
        "a set of a negated operator",
        () => asked(conditional({ "ForAnyValue:StringNotEquals": { k: "a" } })),
        /plain/,
    ],
    [
        "a set for one value",
        () => asked(conditional({ "ForAnyValue:StringEquals": { k: "a" } }), { k: "a" }),
        /a list/,
    ],
    [
        "a set with an empty value",
        () => asked(conditional({ "ForAllValues:StringEquals": { k: "a" } }), { k: [""] }),
        /AWS calls that null/,
    ],
    [
        "several values without a set",
        () => asked(conditional({ StringEquals: { k: "a" } }), { k: ["a"] }),
        /for one/,
    ],
    [
        "a Bool of something else",
        () => asked(conditional({ Bool: { k: "yes" } })),
        /"yes" is neither true nor/,
    ],
    ["a variable in a Bool", () => asked(conditional({ Bool: { k: "${v}" } })), /takes no policy variables/],
    [
        "Null for an empty value",
        () => asked(conditional({ Null: { k: "true" } }), { k: "" }),
        /if that is null/,
    ],
    [
        "Null for true and false",
        () => asked(conditional({ Null: { k: ["true", "false"] } })),
        /Null takes one value/,
    ],
    [
        "ArnLike on what is no ARN",
        () => asked(conditional({ ArnLike: { k: "arn:a:b:::c" } }), { k: "c" }),
        /is none/,
    ],
    ["ArnLike with what is no ARN", () => asked(conditional({ ArnLike: { k: "c" } }), { k: key }), /is none/],
    [
        "a negated operator whose variable has no value",
        () => asked(conditional({ StringNotEquals: { k: "${v}" } }), { k: "a" }),
        /no value is unequal/,
    ],
    ["a key twice in a request", () => asked(policy(), { k: "a", K: "b" }), /twice/],

    [
        "Principal in an identity-based policy",
        () => asked(policy({ ...allow("s3:*", "*"), Principal: "*" })),
        /Principal/,
    ],
    ["no Principal in a trust policy", () => trusted(undefined), /has a Principal/],
    ["a federated principal", () => trusted({ Federated: "accounts.google.com" }), /type Federated/],
    [
        "a wildcard in a principal",
        () => trusted({ AWS: "arn:aws:iam::123456789012:user/*" }),
        /is not the ARN of/,
    ],
    ["a wildcard in a service", () => trusted({ Service: "*.amazonaws.com" }), /holds a wildcard/],
    [
        "a session of a role that is named",
        () =>
            trusted(
                { AWS: "arn:aws:iam::123456789012:role/r" },
                "arn:aws:sts::123456789012:assumed-role/r/s",
            ),
        /sessions of a role are not supported/,
    ],
    [
        "a service where anyone of AWS is meant",
        () =>
            evaluateResourcePolicy(
                policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }),
                { action: "sts:AssumeRole", principal: { Service: "rds.amazonaws.com" } },
            ),
        /is for services too/,
    ],
];

describe("the evaluator", () => {
    for (const [what, ask, reason] of table) {
        it(`refuses ${what}`, () => {
            assert.throws(ask, (error) => error instanceof CannotEvaluate && reason.test(error.message));
        });
    }

    it("refuses what it does not support where another statement would decide, too", () => {
        const document = policy(
            allow("s3:*", "*"),
            allow("ec2:*", "*", { IpAddress: { "aws:SourceIp": "::1" } }),
        );
        assert.throws(() => asked(document), /IpAddress is not supported/);
    });

    it("reads JSON text like the document that it holds", () => {
        assert.equal(asked(JSON.stringify(objects("*"))), "allowed");
    });
});
