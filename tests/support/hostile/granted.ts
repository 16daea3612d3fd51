import assert from "node:assert/strict";
import type { Configuration } from "../inputs/configurations";
import { account } from "../inputs/clusters";
import { meant, meantTrust, type Grants } from "./meant";

/** A resource as it was registered. */
interface Registered {
    id: string;
    inputs: Record<string, unknown>;
}

/** The actions on resources that documents allow. They must be well formed, and hold nothing else. */
export function pairsIn(documents: readonly unknown[]): string[] {
    const pairs = documents.flatMap((document) => {
        const { Version, Statement, ...rest } = JSON.parse(String(document)) as Record<string, unknown>;
        assert.deepEqual([Version, rest], ["2012-10-17", {}]);
        return (Statement as Record<string, unknown>[]).flatMap((statement) => {
            const { Effect, Action, Resource, ...others } = statement;
            assert.deepEqual([Effect, others], ["Allow", {}]);
            return (Action as string[]).flatMap((action) =>
                (Resource as string[]).map((resource) => `${action} ${resource}`),
            );
        });
    });
    return [...new Set(pairs)].sort();
}

/** Requires that the resources grant what the inputs mean, no more and no less, and to Amazon RDS alone. */
export function assertGranted(resources: readonly Registered[], inputs: Configuration): void {
    const ofType = (type: string) => resources.filter(({ id }) => id.startsWith(`${type} `));
    const grants: Record<string, unknown[]> = {};
    for (const { id, inputs: policy } of ofType("aws:iam/policy:Policy")) {
        const [, purpose] = /-(import|export|kms(?:-import|-export)?)(?:-\d+)?$/.exec(id)!;
        (grants[purpose!] ??= []).push(policy.policy);
    }
    const found: Grants = Object.fromEntries(
        Object.entries(grants).map(([purpose, documents]) => [purpose, pairsIn(documents)]),
    );
    assert.deepEqual(found, meant(inputs));

    const managed = ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
        .map(({ inputs: attachment }) => String(attachment.policyArn))
        .filter((arn) => !arn.startsWith(`arn:aws:iam::${account}:policy/`));
    const wanted =
        inputs.predefinedPolicy === undefined
            ? []
            : [`arn:aws:iam::aws:policy/${inputs.predefinedPolicy as string}`];
    assert.deepEqual([...new Set(managed)], wanted);

    for (const { inputs: role } of ofType("aws:iam/role:Role")) {
        const { Version, Statement } = JSON.parse(String(role.assumeRolePolicy)) as Record<string, unknown>;
        const [{ Effect, Principal, Action, Condition = {}, ...others }, ...more] = Statement as [
            Record<string, unknown>,
        ];
        assert.deepEqual(
            [Version, Effect, Principal, Action, others, more],
            ["2012-10-17", "Allow", { Service: "rds.amazonaws.com" }, "sts:AssumeRole", {}, []],
        );
        assert.deepEqual(conditionsIn(Condition as Conditions), meantTrust(inputs));
    }
}

type Conditions = Record<string, Record<string, string | string[]>>;

const conditionsIn = (conditions: Conditions) =>
    Object.entries(conditions)
        .flatMap(([operator, keys]) =>
            Object.entries(keys).flatMap(([key, values]) =>
                [values].flat().map((value) => `${operator} ${key} ${value}`),
            ),
        )
        .sort();
