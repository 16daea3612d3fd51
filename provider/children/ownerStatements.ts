import type * as pulumi from "@pulumi/pulumi";
import type { BucketPolicyStatement, KeyPolicyStatement } from "../args";
import type { InputLocation, InputRole } from "../plan/access";
import { bucketPolicyStatements, keyPolicyStatements, type Use } from "../policy/crossAccount";
import type { Direction } from "../policy/permissions";
import { computed, type ComponentContext } from "./context";
import { keysOf, locationOf, unknown } from "./policy";
import type { RoleWithPolicies } from "./role";

/** What the owners of buckets and keys in other accounts add to their policies. */
export function statementsForOwners(
    roles: readonly RoleWithPolicies[],
    context: ComponentContext,
): { forBuckets: pulumi.Output<BucketPolicyStatement[]>; forKeys: pulumi.Output<KeyPolicyStatement[]> } {
    const arns = roles.map(({ arn }) => arn);
    const plans = roles.map(({ plan }) => plan);
    const locations = plans.flatMap((plan) =>
        plan.directions.flatMap((direction) => locationsFor(direction, plan)),
    );
    const buckets = locations.map(({ bucket }) => bucket);
    const keys = [
        ...locations.map(({ kmsKeyArn }) => kmsKeyArn),
        ...plans.flatMap(keyUsesOf).map(({ key }) => key.keyArn),
    ];
    return {
        forBuckets: computed(context, {
            from: [...arns, ...buckets],
            compute({ partition }, roleArns) {
                const uses = usesOf(plans, roleArns as string[]);
                const isNamed = buckets.some(({ string }) => !string!.startsWith("arn:"));
                if (partition === undefined && isNamed) return unknown;
                return bucketPolicyStatements(context.engine, uses, partition ?? "");
            },
        }),
        forKeys: computed(context, {
            from: [...arns, ...keys],
            compute: (_, roleArns) =>
                keyPolicyStatements(
                    usesOf(plans, roleArns as string[]),
                    plans.flatMap((plan, i) =>
                        keysOf(keyUsesOf(plan)).map((key) => ({ ...key, roleArn: roleArns[i] as string })),
                    ),
                ),
        }),
    };
}

function usesOf(plans: readonly InputRole[], roleArns: readonly string[]): Use[] {
    return plans.flatMap((plan, i) =>
        plan.directions.map((direction) => ({
            direction,
            roleArn: roleArns[i]!,
            locations: locationsFor(direction, plan).map(locationOf),
        })),
    );
}

/** The locations of a direction, each once, though its objects may be split over several policies. */
function locationsFor(direction: Direction, { policies }: InputRole): InputLocation[] {
    const pieces = policies.flatMap((policy) => (policy.purpose === direction ? policy.pieces : []));
    return [...new Set(pieces.map(({ location }) => location))];
}

const keyUsesOf = ({ policies }: InputRole) =>
    policies.flatMap((policy) => (policy.purpose === "kms" ? policy.keys : []));
