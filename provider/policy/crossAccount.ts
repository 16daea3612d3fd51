import { bucketArn, everyBucket, objectArn } from "./arn";
import { allow, type Grant } from "./document";
import { keyPermissions, permissions, type Direction, type Engine } from "./permissions";
import type { Key } from "./kmsPolicy";
import type { Location } from "./s3Policy";

/** The locations that one role uses in one direction. */
export interface Use {
    /** Whether the role is used for import or for export. */
    readonly direction: Direction;
    /** The ARN of the role. */
    readonly roleArn: string;
    /** The locations that it uses. */
    readonly locations: readonly Location[];
}

/** A statement to add to the policy of a bucket in another account. */
export interface BucketPolicyStatement {
    /** The ARN of the bucket that the statement is for. */
    bucketArn: string;
    /** The statement as JSON. */
    statement: string;
}

/** A statement to add to the policy of a KMS key in another account. */
export interface KeyPolicyStatement {
    /** The ARN of the KMS key that the statement is for. */
    keyArn: string;
    /** The statement as JSON. */
    statement: string;
}

/**
 * Returns the statements that the owner of a bucket in another account must add to the bucket policy, because both the
 * role's policy and the bucket policy must allow the access. Returns none for every bucket (`*`), and none for exports of
 * Aurora PostgreSQL, which AWS doesn't support across accounts. See the
 * [AWS documentation](https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html).
 *
 * @param engine - The engine of the cluster.
 * @param uses - The locations that each role uses.
 * @param partition - The partition of buckets that are set by name, for example, `aws`.
 */
export function bucketPolicyStatements(
    engine: Engine,
    uses: readonly Use[],
    partition: string,
): BucketPolicyStatement[] {
    const grants = uses
        .filter(({ direction }) => permissions[engine][direction].otherAccounts)
        .flatMap(({ direction, roleArn, locations }) =>
            locations.flatMap(({ bucket, objects = ["*"] }) => {
                if (bucket === everyBucket) return [];
                const arn = bucketArn(bucket, partition);
                const actions = permissions[engine][direction];
                return [
                    { owner: arn, roleArn, resource: arn, actions: actions.bucket },
                    ...objects.map((pattern) => ({
                        owner: arn,
                        roleArn,
                        resource: objectArn(arn, pattern),
                        actions: actions.objects,
                    })),
                ];
            }),
        );
    return statements(grants).map(({ owner, statement }) => ({ bucketArn: owner, statement }));
}

/**
 * Returns the statements that the owner of a KMS key in another account must add to the key policy, because both the role's
 * policy and the key policy must allow the access. See the
 * [AWS documentation](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html).
 *
 * @param uses - The locations that each role uses. Those with `kmsKeyArn` count.
 * @param keys - Other KMS keys, each with the ARN of the role that uses it.
 */
export function keyPolicyStatements(
    uses: readonly Use[],
    keys: readonly (Key & { readonly roleArn: string })[],
): KeyPolicyStatement[] {
    const ofLocations = uses.flatMap(({ direction, roleArn, locations }) =>
        locations.flatMap(({ kmsKeyArn }) =>
            kmsKeyArn === undefined
                ? []
                : [{ owner: kmsKeyArn, roleArn, actions: keyPermissions[direction] }],
        ),
    );
    const ofKeys = keys.map(({ keyArn, forExport, roleArn }) => ({
        owner: keyArn,
        roleArn,
        actions: keyPermissions[forExport ? "export" : "import"],
    }));
    // In the policy of a key, * stands for this key alone.
    const grants = [...ofLocations, ...ofKeys].map((grant) => ({ ...grant, resource: "*" }));
    return statements(grants).map(({ owner, statement }) => ({ keyArn: owner, statement }));
}

/** Builds the statements for each owner and role, sorted, so that the order of the grants doesn't matter. */
function statements(grants: readonly (Grant & { owner: string; roleArn: string })[]) {
    const owners = new Map<string, Map<string, Grant[]>>();
    for (const { owner, roleArn, ...grant } of grants) {
        const roles = owners.get(owner) ?? new Map<string, Grant[]>();
        owners.set(owner, roles);
        const group = roles.get(roleArn) ?? [];
        roles.set(roleArn, group);
        group.push(grant);
    }
    return sorted(owners).flatMap(([owner, roles]) =>
        sorted(roles).flatMap(([roleArn, group]) =>
            allow(group).map(({ Effect, Action, Resource }) => ({
                owner,
                statement: JSON.stringify({ Effect, Principal: { AWS: roleArn }, Action, Resource }),
            })),
        ),
    );
}

const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
    [...map].sort(([one], [other]) => (one < other ? -1 : 1));
