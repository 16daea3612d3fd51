import assert from "node:assert/strict";
import { trustOf } from "../../support/emulator/builders";
import { evaluateResourcePolicy, type Context } from "../../../provider/policy/evaluation";
import type { Configuration } from "../../support/inputs/configurations";
import type { Deployed } from "./deployment";
import { isMatch } from "./objectKeys";
import { engineOf } from "./requested";

const own = "123456789012";
const other = "210987654321";

/** RDS can assume the role for the clusters that it is for, and nobody else can. */
export function claimTrust({ configuration, roles }: Deployed): void {
    for (const { trust } of roles) {
        if (configuration.existingRoleArn) {
            assert.equal(trust, trustOf("rds.amazonaws.com"));
            continue;
        }
        for (const context of requests(configuration)) {
            const isTrusted = isAssumable(configuration, context);
            assert.equal(decision(trust, "rds.amazonaws.com", context), isTrusted, JSON.stringify(context));
            assert.equal(decision(trust, "ec2.amazonaws.com", context), false);
        }
    }
}

function decision(trust: string, Service: string, context: Context): boolean {
    return (
        evaluateResourcePolicy(trust, { action: "sts:AssumeRole", principal: { Service }, context }) ===
        "allowed"
    );
}

/** What RDS may say of the cluster that it works for. */
function requests({ sourceArns = [] }: Configuration): Context[] {
    const arns = [
        ...(sourceArns as string[]).flatMap((arn) => [
            arn.replace(/\*/g, "xy").replace(/\?/g, "z"),
            `${arn}0`,
        ]),
        ...[own, other].map((account) => `arn:aws:rds:eu-central-1:${account}:cluster:foreign`),
    ];
    return [own, other, undefined].flatMap((account) =>
        [...arns, undefined].map((arn) => ({
            ...(account && { "aws:SourceAccount": account }),
            ...(arn && { "aws:SourceArn": arn.replace(/[*?]/g, "") }),
        })),
    );
}

/** By AWS's pages: what is documented for Aurora PostgreSQL is required there, and elsewhere only not to be contradicted. */
function isAssumable(configuration: Configuration, context: Context): boolean {
    const isPostgresql = engineOf(configuration) === "aurora-postgresql";
    const { sourceConditions = isPostgresql ? "Required" : "IfExists", sourceAccount = own } = configuration;
    const arns = configuration.sourceArns as string[] | undefined;
    if (sourceConditions === "None") return true;
    const isMet = (key: string, isRight: (value: string) => boolean) => {
        const value = context[key];
        return typeof value === "string" ? isRight(value) : sourceConditions === "IfExists";
    };
    return (
        isMet("aws:SourceAccount", (account) => account === sourceAccount) &&
        (!arns || isMet("aws:SourceArn", (arn) => arns.some((pattern) => isMatch(pattern, arn))))
    );
}
