import {
    AttachRolePolicyCommand,
    CreatePolicyCommand,
    CreateRoleCommand,
    type CreateRoleCommandInput,
    ListRolesCommand,
} from "@aws-sdk/client-iam";
import {
    CreateDBClusterCommand,
    type CreateDBClusterCommandInput,
    CreateDBClusterParameterGroupCommand,
    type DBCluster,
    DescribeDBClustersCommand,
} from "@aws-sdk/client-rds";
import {
    CreateBucketCommand,
    GetObjectCommand,
    PutObjectCommand,
    type S3ServiceException,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import type { Clients } from "./clients";
import { type Emulator, startEmulator } from "./emulator";

let running: Promise<Emulator> | undefined;

/** An empty account for each test of the `describe` around it. All share one emulator, which ends with this process. */
export function useEmulator(): () => Emulator {
    let emulator: Emulator;
    before(async function () {
        this.timeout(300_000);
        emulator = await (running ??= startEmulator());
    });
    afterEach(() => emulator.reset());
    return () => emulator;
}

export function policyDocument(...statements: object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

export function trustOf(service: string): string {
    return trustIn({ Service: service });
}

export function trustIn(Principal: unknown): string {
    return policyDocument({ Effect: "Allow", Principal, Action: "sts:AssumeRole" });
}

export async function createRole(
    { iam }: Clients,
    name: string,
    trust = trustOf("rds.amazonaws.com"),
    given: Partial<CreateRoleCommandInput> = {},
) {
    const role = { RoleName: name, AssumeRolePolicyDocument: trust, ...given };
    const { Role } = await iam.send(new CreateRoleCommand(role));
    return Role!.Arn!;
}

const listBuckets = { Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" };

export async function createPolicy({ iam }: Clients, name: string, ...statements: object[]) {
    const document = policyDocument(...(statements.length > 0 ? statements : [listBuckets]));
    const policy = { PolicyName: name, PolicyDocument: document };
    const { Policy } = await iam.send(new CreatePolicyCommand(policy));
    return Policy!.Arn!;
}

export async function attach({ iam }: Clients, RoleName: string, PolicyArn: string) {
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
}

export function allow(Action: string | string[], Resource: string | string[]): object {
    return { Effect: "Allow", Action, Resource };
}

/** The clients of a session whose role has a policy of these statements. */
export async function sessionWith({ aws, assumeRole }: Emulator, ...statements: object[]): Promise<Clients> {
    const { Roles } = await aws.iam.send(new ListRolesCommand({}));
    const name = `aurora-${Roles!.length + 1}`;
    const role = await createRole(aws, name);
    if (statements.length > 0) await attach(aws, name, await createPolicy(aws, name, ...statements));
    return assumeRole(role);
}

/** A bucket of objects that each hold their own key. */
export async function createBucket({ s3 }: Clients, Bucket: string, ...keys: string[]): Promise<void> {
    await s3.send(new CreateBucketCommand({ Bucket }));
    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
}

export async function readObject({ s3 }: Clients, Bucket: string, Key: string): Promise<string> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return Body!.transformToString();
}

/** S3 does not always name the error: the answer to a HEAD request has no body. */
export function isForbidden(error: S3ServiceException): true {
    assert.equal(error.$metadata.httpStatusCode, 403);
    return true;
}

export async function createCluster({ rds }: Clients, given: Partial<CreateDBClusterCommandInput> = {}) {
    const cluster = {
        DBClusterIdentifier: "sales",
        Engine: "aurora-mysql",
        MasterUsername: "admin",
        MasterUserPassword: "correct horse",
        ...given,
    };
    const { DBCluster } = await rds.send(new CreateDBClusterCommand(cluster));
    return DBCluster!;
}

export async function describeCluster({ rds }: Clients, DBClusterIdentifier = "sales"): Promise<DBCluster> {
    const { DBClusters } = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
    return DBClusters![0]!;
}

export async function createParameterGroup(
    { rds }: Clients,
    name: string,
    family = "aurora-mysql8.0",
    description = "of a test",
) {
    await rds.send(
        new CreateDBClusterParameterGroupCommand({
            DBClusterParameterGroupName: name,
            DBParameterGroupFamily: family,
            Description: description,
        }),
    );
}
