import type { Context, Principal } from "../../../provider/policy/evaluation";
import type { Verdict } from "../../support/objects";

/** Who asks to assume a role, and whether the role of each engine lets it. */
export interface Assumption {
    readonly who: string;
    readonly principal: Principal;
    readonly context: Context;
    readonly mysql: Verdict;
    readonly postgresql: Verdict;
}

const rds = { Service: "rds.amazonaws.com" };
const from = (account: string) => ({
    "aws:SourceAccount": account,
    "aws:SourceArn": `arn:aws:rds:us-east-1:${account}:cluster:sales`,
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/cross-service-confused-deputy-prevention.html */
export const assumptions: readonly Assumption[] = [
    {
        who: "Amazon RDS for a cluster of the account",
        principal: rds,
        context: from("123456789012"),
        mysql: "allowed",
        postgresql: "allowed",
    },
    {
        who: "Amazon RDS for a cluster of another account",
        principal: rds,
        context: from("210987654321"),
        mysql: "denied",
        postgresql: "denied",
    },
    {
        who: "Amazon RDS without source keys",
        principal: rds,
        context: {},
        mysql: "allowed",
        postgresql: "denied",
    },
    {
        who: "another AWS service for the account",
        principal: { Service: "lambda.amazonaws.com" },
        context: from("123456789012"),
        mysql: "denied",
        postgresql: "denied",
    },
    {
        who: "a role of the account",
        principal: { AWS: "arn:aws:iam::123456789012:role/loader" },
        context: {},
        mysql: "denied",
        postgresql: "denied",
    },
    {
        who: "a role of another account",
        principal: { AWS: "arn:aws:iam::210987654321:role/loader" },
        context: {},
        mysql: "denied",
        postgresql: "denied",
    },
];
