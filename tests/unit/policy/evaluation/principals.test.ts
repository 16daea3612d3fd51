import assert from "node:assert/strict";
import { evaluateResourcePolicy, type Context, type Principal } from "../../../../provider/policy/evaluation";
import { policy } from "./builders";

const trust = (principal: unknown, condition?: object) =>
    policy({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", Condition: condition });
const decision = (document: object, principal: Principal, context: Context = {}) =>
    evaluateResourcePolicy(document, { action: "sts:AssumeRole", principal, context });

const rds = { Service: "rds.amazonaws.com" };
const bob = { AWS: "arn:aws:iam::123456789012:user/Bob" };

describe("a trust policy", () => {
    const table: [principal: unknown, asks: Principal, trusts: boolean][] = [
        [{ Service: "rds.amazonaws.com" }, rds, true],
        [{ Service: ["ecs.amazonaws.com", "rds.amazonaws.com"] }, rds, true],
        [{ Service: "ec2.amazonaws.com" }, rds, false],
        [{ Service: "rds.amazonaws.com" }, bob, false],
        ["*", rds, true],
        ["*", bob, true],
        [{ AWS: "*" }, bob, true],
        [{ AWS: "123456789012" }, bob, true],
        [{ AWS: "arn:aws:iam::123456789012:root" }, bob, true],
        [{ AWS: ["555555555555", "123456789012"] }, bob, true],
        [{ AWS: "555555555555" }, bob, false],
        [{ AWS: "arn:aws-cn:iam::123456789012:root" }, bob, false],
        [bob, bob, true],
        [{ AWS: "arn:aws:iam::123456789012:user/bob" }, bob, false],
        [{ AWS: "123456789012", Service: "rds.amazonaws.com" }, rds, true],
    ];
    for (const [principal, asks, trusts] of table) {
        it(`for ${JSON.stringify(principal)} ${trusts ? "trusts" : "does not trust"} ${JSON.stringify(asks)}`, () => {
            assert.equal(decision(trust(principal), asks), trusts ? "allowed" : "implicitDeny");
        });
    }

    it("allows no other action", () => {
        const request = { action: "sts:TagSession", principal: rds };
        assert.equal(evaluateResourcePolicy(trust(rds), request), "implicitDeny");
    });
});

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html
describe("a trust policy against the confused deputy", () => {
    const document = trust(rds, {
        ArnLike: { "aws:SourceArn": "arn:aws:rds:us-east-1:123456789012:db:mydbinstance" },
        StringEquals: { "aws:SourceAccount": "123456789012" },
    });
    const source = (account: string, instance: string) => ({
        "aws:SourceAccount": account,
        "aws:SourceArn": `arn:aws:rds:us-east-1:${account}:db:${instance}`,
    });

    it("trusts the service in the name of the resource", () => {
        assert.equal(decision(document, rds, source("123456789012", "mydbinstance")), "allowed");
    });

    it("does not trust it in the name of another resource, another account, or nobody", () => {
        assert.equal(decision(document, rds, source("123456789012", "another")), "implicitDeny");
        assert.equal(decision(document, rds, source("210987654321", "mydbinstance")), "implicitDeny");
        assert.equal(decision(document, rds), "implicitDeny");
    });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
describe("a bucket policy", () => {
    const others = policy({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::BUCKETNAME/*", "arn:aws:s3:::BUCKETNAME"],
        Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:user/user-name" } },
    });
    const asked = (name: string) => {
        const AWS = `arn:aws:iam::444455556666:user/${name}`;
        const context = { "aws:PrincipalArn": AWS };
        const resource = "arn:aws:s3:::BUCKETNAME/key";
        return evaluateResourcePolicy(others, {
            action: "s3:GetObject",
            resource,
            principal: { AWS },
            context,
        });
    };

    it("denies everyone but the user that its condition names", () => {
        assert.equal(asked("someone-else"), "explicitDeny");
        assert.equal(asked("user-name"), "implicitDeny");
    });
});
