import assert from "node:assert/strict";
import { evaluateIdentityPolicies } from "../../../../provider/policy/evaluation";
import { allow, policy } from "./builders";

const bucket = "arn:aws:s3:::amzn-s3-demo-bucket";
const allowed = (document: object, action: string, resource: string, context = {}) =>
    evaluateIdentityPolicies([document], { action, resource, context }) === "allowed";

function claims(title: string, table: [pattern: string, name: string, matches: boolean][]) {
    describe(title, () => {
        for (const [pattern, name, matches] of table) {
            it(`${pattern} ${matches ? "matches" : "does not match"} ${JSON.stringify(name)}`, () => {
                assert.equal(allowed(policy(allow("s3:GetObject", pattern)), "s3:GetObject", name), matches);
            });
        }
    });
}

// The first ten are the page's own.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
claims("a wildcard in the name of a resource", [
    [`${bucket}/*/test/*`, `${bucket}/1/test/object.jpg`, true],
    [`${bucket}/*/test/*`, `${bucket}/1/2/test/object.jpg`, true],
    [`${bucket}/*/test/*`, `${bucket}/1/2/test/3/object.jpg`, true],
    [`${bucket}/*/test/*`, `${bucket}/1/2/3/test/4/object.jpg`, true],
    [`${bucket}/*/test/*`, `${bucket}/1///test///object.jpg`, true],
    [`${bucket}/*/test/*`, `${bucket}/1/test/.jpg`, true],
    [`${bucket}/*/test/*`, `${bucket}//test/object.jpg`, true],
    [`${bucket}/*/test/*`, `${bucket}/1/test/`, true],
    [`${bucket}/*/test/*`, `${bucket}/1-test/object.jpg`, false],
    [`${bucket}/*/test/*`, `${bucket}/test/object.jpg`, false],
    [`${bucket}/?.csv`, `${bucket}/a.csv`, true],
    [`${bucket}/?.csv`, `${bucket}/.csv`, false],
    [`${bucket}/?.csv`, `${bucket}/ab.csv`, false],
    [`${bucket}/?.csv`, `${bucket}/売.csv`, true],
    [`${bucket}/?.csv`, `${bucket}/😀.csv`, true],
    [`${bucket}/a.c*v`, `${bucket}/a.cs\nv`, true],
    [`${bucket}/a.csv`, `${bucket}/a-csv`, false],
    [`${bucket}/a(1)[2]{3}^$+|\\`, `${bucket}/a(1)[2]{3}^$+|\\`, true],
    [`${bucket}/A`, `${bucket}/a`, false],
    [`${bucket}/a*`, `${bucket}/b/a`, false],
    [`${bucket}*`, `${bucket}-2/a`, true],
    ["*", `${bucket}/a`, true],
]);

claims("a wildcard in the place of a resource", [
    ["arn:aws:s3:::a", "arn:aws-cn:s3:::a", false],
    ["arn:aws:sqs:*:123456789012:q", "arn:aws:sqs:us-east-1:123456789012:q", true],
    ["arn:aws:sqs:us-*-1:123456789012:q", "arn:aws:sqs:us-east-1:123456789012:q", true],
    ["arn:aws:sqs:us-?ast-1:123456789012:q", "arn:aws:sqs:us-east-1:123456789012:q", true],
    ["arn:aws:sqs:us-*t:123456789012:q", "arn:aws:sqs:us-a:b-east:123456789012:q", false],
    ["arn:aws:sqs:?::q", "arn:aws:sqs::::q", false],
]);

// "If the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon."
claims("a * at the end of a part", [
    [`${bucket}/*`, `${bucket}/2024-01-01T10:00:00.csv`, true],
    [
        "arn:aws:lambda:us-east-1:123456789012:function:f*",
        "arn:aws:lambda:us-east-1:123456789012:function:f:1",
        true,
    ],
    [
        "arn:aws:someservice:*:111122223333:finance/*",
        "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
        true,
    ],
]);

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
claims("a policy variable for a special character", [
    [`${bucket}/\${*}`, `${bucket}/*`, true],
    [`${bucket}/\${*}`, `${bucket}/a`, false],
    [`${bucket}/\${?}`, `${bucket}/?`, true],
    [`${bucket}/\${?}`, `${bucket}/a`, false],
    [`${bucket}/\${$}{a}`, `${bucket}/\${a}`, true],
    [`${bucket}/\${$}{*}`, `${bucket}/\${ab}`, true],
    [`${bucket}/$\${*}`, `${bucket}/$*`, true],
    [`${bucket}/$5`, `${bucket}/$5`, true],
]);

describe("a policy variable in a resource", () => {
    const own = `${bucket}/\${aws:username}/*`;

    it("stands for the request's value", () => {
        const document = policy(allow("s3:GetObject", own));
        assert.equal(allowed(document, "s3:GetObject", `${bucket}/Bob/a`, { "aws:username": "Bob" }), true);
        assert.equal(allowed(document, "s3:GetObject", `${bucket}/Eve/a`, { "aws:username": "Bob" }), false);
    });

    it("is found whatever the case of its name", () => {
        const document = policy(allow("s3:GetObject", own));
        assert.equal(allowed(document, "s3:GetObject", `${bucket}/Bob/a`, { "AWS:UserName": "Bob" }), true);
    });

    it("without a value matches nothing", () => {
        assert.equal(allowed(policy(allow("s3:GetObject", own)), "s3:GetObject", `${bucket}//a`), false);
    });

    for (const Version of ["2008-10-17", undefined]) {
        it(`is plain text in version ${Version}`, () => {
            const document = { Version, Statement: allow("s3:GetObject", own) };
            const context = { "aws:username": "Bob" };
            assert.equal(allowed(document, "s3:GetObject", `${bucket}/Bob/a`, context), false);
            assert.equal(allowed(document, "s3:GetObject", `${bucket}/\${aws:username}/a`, context), true);
        });
    }
});

describe("an action", () => {
    const table: [pattern: string | string[], action: string, matches: boolean][] = [
        ["iam:ListAccessKeys", "IAM:listaccesskeys", true],
        ["IAM:LISTACCESSKEYS", "iam:ListAccessKeys", true],
        ["iam:*AccessKey*", "iam:CreateAccessKey", true],
        ["iam:*accesskey*", "iam:UpdateAccessKey", true],
        ["iam:*AccessKey*", "iam:CreateUser", false],
        ["s3:?etObject", "s3:GetObject", true],
        ["s3:?GetObject", "s3:GetObject", false],
        ["s3:*", "s3:GetObject", true],
        ["s3:*", "s3express:CreateSession", false],
        ["s3:GetObject", "s3:GetObjectVersion", false],
        ["*", "s3:GetObject", true],
        [["s3:PutObject", "s3:GetObject"], "s3:GetObject", true],
    ];
    for (const [pattern, action, matches] of table) {
        it(`${action} is ${matches ? "" : "not "}meant by ${pattern.toString()}`, () => {
            assert.equal(allowed(policy(allow(pattern, "*")), action, `${bucket}/a`), matches);
        });
    }
});
