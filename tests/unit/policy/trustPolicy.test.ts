import assert from "node:assert/strict";
import { trustPolicyDocument } from "../../../provider/policy/trustPolicy";

const trust = (condition?: object) => ({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { Service: "rds.amazonaws.com" },
            Action: "sts:AssumeRole",
            ...(condition && { Condition: condition }),
        },
    ],
});

describe("the trust policy", () => {
    it("lets RDS assume the role in the name of one account", () => {
        assert.deepEqual(
            trustPolicyDocument({ sourceConditions: "Required", sourceAccount: "123456789012" }),
            trust({ StringEquals: { "aws:SourceAccount": "123456789012" } }),
        );
    });

    it("narrows that to some clusters, in any order", () => {
        const [a, b] = [
            "arn:aws:rds:us-east-1:123456789012:cluster:a",
            "arn:aws:rds:us-east-1:123456789012:cluster:b",
        ];
        assert.deepEqual(
            trustPolicyDocument({
                sourceConditions: "Required",
                sourceAccount: "123456789012",
                sourceArns: [b, a, b],
            }),
            trust({
                StringEquals: { "aws:SourceAccount": "123456789012" },
                ArnLike: { "aws:SourceArn": [a, b] },
            }),
        );
    });

    it("leaves out what RDS does not send with IfExists", () => {
        const arn = "arn:aws:rds:us-east-1:123456789012:cluster:a";
        assert.deepEqual(
            trustPolicyDocument({
                sourceConditions: "IfExists",
                sourceAccount: "123456789012",
                sourceArns: [arn],
            }),
            trust({
                StringEqualsIfExists: { "aws:SourceAccount": "123456789012" },
                ArnLikeIfExists: { "aws:SourceArn": [arn] },
            }),
        );
    });

    it("has no conditions with None", () => {
        assert.deepEqual(trustPolicyDocument({ sourceConditions: "None" }), trust());
    });
});
