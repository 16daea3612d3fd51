import * as pulumi from "@pulumi/pulumi";
import type { BucketPolicyStatement, KeyPolicyStatement } from "../args";
import { bucketPolicyStatements, keyPolicyStatements, type Use } from "../policy/crossAccount";
import type { ComponentContext } from "./context";
import type { RoleWithPolicies } from "./role";

/** What the owners of buckets and keys in other accounts add to their policies. */
export function statementsForOwners(
    roles: readonly RoleWithPolicies[],
    { args: { importFrom, exportTo, kmsKeys = [] }, engine, partition }: ComponentContext,
): { forBuckets: pulumi.Output<BucketPolicyStatement[]>; forKeys: pulumi.Output<KeyPolicyStatement[]> } {
    const uses = pulumi.all(
        roles.flatMap(({ direction: only, arn: roleArn }) =>
            (["import", "export"] as const)
                .filter((direction) => only === undefined || only === direction)
                .map((direction) => ({
                    direction,
                    roleArn,
                    locations: (direction === "import" ? importFrom : exportTo) ?? [],
                })),
        ),
    ) as pulumi.Output<Use[]>;
    const keys = pulumi.all(
        roles.flatMap(({ arn: roleArn, policies }) =>
            policies
                .flatMap((plan) => (plan.purpose === "kms" ? plan.keys : []))
                .map(({ index, forExport }) => ({ roleArn, keyArn: kmsKeys[index]!.keyArn, forExport })),
        ),
    );
    return {
        forBuckets: pulumi.all([uses, partition]).apply((known) => bucketPolicyStatements(engine, ...known)),
        forKeys: pulumi.all([uses, keys]).apply((known) => keyPolicyStatements(...known)),
    };
}
