import { CreatePolicyCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { createCluster, policyDocument, trustOf } from "../../support/emulator/builders";
import type { Clients } from "../../support/emulator/clients";
import type { Emulator } from "../../support/emulator/emulator";
import { clusterArn, ownRegion } from "../../support/inputs/clusters";
import type { Configuration } from "../../support/inputs/configurations";
import { clustersOf } from "./component";
import { locationsOf } from "./probes";
import { boundaries, engineOf } from "./requested";

/** Creates what configurations take for granted: clusters, roles, permissions boundaries and buckets. */
export async function createWorld(
    { aws, inRegion }: Emulator,
    configurations: readonly Configuration[],
): Promise<void> {
    const clusters = new Map(
        configurations.flatMap((configuration) =>
            clustersOf(configuration).map((cluster) => [
                clusterArn(cluster),
                { cluster, engine: engineOf(configuration) },
            ]),
        ),
    );
    const roles = new Set(configurations.flatMap(({ existingRoleArn }) => (existingRoleArn ?? []) as string));
    await Promise.all([
        ...[...clusters.values()].map(({ cluster, engine }) => {
            const { clusterIdentifier: DBClusterIdentifier, region = ownRegion } = cluster;
            return createCluster(inRegion(region), { DBClusterIdentifier, Engine: engine });
        }),
        ...[...roles].map((arn) => createRoleAt(aws, arn)),
        ...Object.entries(boundaries).map(
            ([arn, { document }]) => document && createBoundary(aws, arn, document),
        ),
        ...[...creatable(configurations)].map((Bucket) => aws.s3.send(new CreateBucketCommand({ Bucket }))),
    ]);
}

async function createRoleAt({ iam }: Clients, arn: string): Promise<void> {
    const { name: RoleName, path: Path } = placeOf(arn);
    const AssumeRolePolicyDocument = trustOf("rds.amazonaws.com");
    await iam.send(new CreateRoleCommand({ RoleName, Path, AssumeRolePolicyDocument }));
}

async function createBoundary({ iam }: Clients, arn: string, statement: object): Promise<void> {
    const { name: PolicyName, path: Path } = placeOf(arn);
    await iam.send(new CreatePolicyCommand({ PolicyName, Path, PolicyDocument: policyDocument(statement) }));
}

/** The name and the path in the ARN of a role or policy. */
export function placeOf(arn: string): { name: string; path: string } {
    const [, path, name] = /^arn:aws:iam::\d{12}:[a-z]+(\/.*?)([^/]+)$/.exec(arn)!;
    return { name: name!, path: path! };
}

/** Buckets with a name of today; older ones can no longer be created. */
export function creatable(configurations: readonly Configuration[]): Set<string> {
    const names = configurations.flatMap((each) => locationsOf(each).map(({ name }) => name));
    return new Set([
        "foreign-bucket",
        "any-bucket",
        ...names.filter((name) => /^[a-z0-9.-]{3,63}$/.test(name)),
    ]);
}
