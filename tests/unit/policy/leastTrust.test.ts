import assert from "node:assert/strict";
import fc from "fast-check";
import { trustPolicyDocument } from "../../../provider/policy/trustPolicy";
import { evaluateResourcePolicy, type Context, type Principal } from "../../../provider/policy/evaluation";
import { account, region } from "./awsNames";
import { clusterFilling, clusterPattern, isAskedFor, nameOf, nearNames, written } from "./patterns";

const runs = { numRuns: 1000 };

describe("the trust policy", function () {
    this.timeout(30_000);

    const source = fc.record({
        region: fc.oneof(region, fc.constant("*")),
        account,
        cluster: clusterPattern,
    });
    const conditions = fc.record({
        sourceConditions: fc.constantFrom("Required", "IfExists"),
        sourceAccount: account,
        sources: fc.option(fc.array(source, { minLength: 1, maxLength: 2 }), { nil: undefined }),
    });
    const asks = (document: object, principal: Principal, context: Context, action = "sts:AssumeRole") =>
        evaluateResourcePolicy(document, { action, principal, context }) === "allowed";
    const user = (account: string) => `arn:aws:iam::${account}:user/admin`;
    const rds = { Service: "rds.amazonaws.com" };

    it("trusts RDS in the name of the account and the clusters that are asked for, and nobody else", () => {
        const tried = { trusted: 0, notTrusted: 0 };
        fc.assert(
            fc.property(
                conditions,
                account,
                clusterFilling,
                ({ sourceConditions, sourceAccount, sources }, other, filling) => {
                    const arn = (region: string, account: string, cluster: string) =>
                        `arn:aws:rds:${region}:${account}:cluster:${cluster}`;
                    const document = trustPolicyDocument({
                        sourceConditions,
                        sourceAccount,
                        sourceArns: sources?.map((each) =>
                            arn(each.region, each.account, written(each.cluster)),
                        ),
                    });
                    const isSource = (region: string, account: string, cluster: string) =>
                        sources?.some(
                            (each) =>
                                each.account === account &&
                                (each.region === region || (each.region === "*" && !region.includes(":"))) &&
                                isAskedFor(cluster, each.cluster),
                        ) ?? true;

                    const [first = { region: "*", account: other, cluster: ["*"] as const }] = sources ?? [];
                    const name = nameOf(first.cluster, filling) || "sales";
                    const here = first.region === "*" ? "eu-north-1" : first.region;
                    const clusters: [region: string, account: string, cluster: string][] = [
                        ...[name, ...nearNames(name)].map((each): [string, string, string] => [
                            here,
                            first.account,
                            each,
                        ]),
                        ["eu-west-3", first.account, name],
                        [here, other, name],
                        // Of another account, and named after a cluster that is asked for.
                        [`${here}:${other}:db`, first.account, name],
                    ];

                    for (const account of [sourceAccount, other])
                        for (const cluster of clusters) {
                            const trusted = account === sourceAccount && isSource(...cluster);
                            tried[trusted ? "trusted" : "notTrusted"]++;
                            const context = {
                                "aws:SourceAccount": account,
                                "aws:SourceArn": arn(...cluster),
                            };
                            assert.equal(asks(document, rds, context), trusted);
                            assert.equal(asks(document, rds, context, "sts:TagSession"), false);
                            assert.equal(asks(document, { Service: "ec2.amazonaws.com" }, context), false);
                            assert.equal(asks(document, { AWS: user(account) }, context), false);
                        }
                    assert.equal(asks(document, rds, {}), sourceConditions === "IfExists");
                },
            ),
            runs,
        );
        assert.ok(tried.trusted > runs.numRuns && tried.notTrusted > runs.numRuns, JSON.stringify(tried));
    });
});
