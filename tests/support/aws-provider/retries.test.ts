import assert from "node:assert/strict";
import type { Emulator } from "../emulator/emulator";
import type { Fault } from "../emulator/faults";
import { another, documentFor, environmentOf, start, trust } from "./fixture";
import { retries } from "./plugin/retries";
import type { PluginClient, Props, Resource } from "./pluginClient";

const types = {
    attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    association: "aws:rds/clusterRoleAssociation:ClusterRoleAssociation",
    bucket: "aws:s3/bucket:Bucket",
    cluster: "aws:rds/cluster:Cluster",
    group: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    key: "aws:kms/key:Key",
    policy: "aws:iam/policy:Policy",
    role: "aws:iam/role:Role",
};
type Kind = keyof typeof types;

describe("The stand-in for the AWS provider, when AWS fails", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));
    afterEach(() => aws.clearFaults());

    /** What such a resource is made of, with all that it needs already there. */
    const inputs = {
        attachment: async () => ({
            role: (await make("role")).id,
            policyArn: (await make("policy")).id,
        }),
        association: async () => ({
            dbClusterIdentifier: (await make("cluster")).id,
            roleArn: (await make("role")).state.arn!,
        }),
        bucket: () => ({}),
        cluster: () => ({
            engine: "aurora-mysql",
            masterUsername: "admin",
            masterPassword: "correct-horse",
            skipFinalSnapshot: true,
        }),
        group: () => ({ family: "aurora-mysql8.0" }),
        key: () => ({}),
        policy: () => ({ policy: documentFor("s3:GetObject") }),
        role: () => ({ assumeRolePolicy: trust }),
    } satisfies Record<Kind, () => Props | Promise<Props>>;

    const inputsOf = (kind: Kind): Promise<Props> => Promise.resolve<Props>(inputs[kind]());
    const make = async (kind: Kind): Promise<Resource> => plugin.create(types[kind], await inputsOf(kind));

    /** The calls of the operation that were made while `work` was done, as the log ends them. */
    async function callsOf(operation: string, work: () => Promise<unknown>): Promise<string[]> {
        const before = (await aws.calls()).length;
        await work();
        const made = (await aws.calls()).slice(before).filter((line) => line.split(" ")[0] === operation);
        return made.map((line) => /\(([^()]+)\)$/.exec(line)?.[1] ?? "answered");
    }

    const creating = (kind: Kind) => async () => {
        const given = await inputsOf(kind);
        return () => plugin.create(types[kind], given);
    };
    const deleting = (kind: Kind) => async () => {
        const made = await make(kind);
        return () => plugin.delete(types[kind], made);
    };
    const upgrading = async () => {
        const made = await make("cluster");
        const changed = { ...inputs.cluster(), backupRetentionPeriod: 7 };
        return () => plugin.update(types.cluster, made, changed);
    };

    const passing: [does: string, Fault, prepare: () => Promise<() => Promise<unknown>>][] = [
        ["makes a policy", { operation: "iam:CreatePolicy", error: "Throttling" }, creating("policy")],
        [
            "makes a role",
            { operation: "iam:CreateRole", error: "InternalFailure", times: 3 },
            creating("role"),
        ],
        [
            "makes a key",
            { operation: "kms:CreateKey", error: "ServiceUnavailable", times: 3 },
            creating("key"),
        ],
        ["makes a bucket", { operation: "s3:PUT", error: "Throttling" }, creating("bucket")],
        [
            "makes a role that trusts a new one",
            { operation: "iam:CreateRole", error: "MalformedPolicyDocument", times: 2 },
            creating("role"),
        ],
        [
            "makes a key that trusts a new role",
            { operation: "kms:CreateKey", error: "MalformedPolicyDocument", times: 2 },
            creating("key"),
        ],
        [
            "attaches a policy",
            { operation: "iam:AttachRolePolicy", error: "ConcurrentModification", times: 2 },
            creating("attachment"),
        ],
        [
            "detaches a policy",
            { operation: "iam:DetachRolePolicy", error: "ConcurrentModification", times: 2 },
            deleting("attachment"),
        ],
        [
            "deletes a role that was just detached",
            { operation: "iam:DeleteRole", error: "DeleteConflict", times: 2 },
            deleting("role"),
        ],
        [
            "associates a role that RDS does not know yet",
            { operation: "rds:AddRoleToDBCluster", error: "InvalidParameterValue", times: 2 },
            creating("association"),
        ],
        [
            "associates a role with a busy cluster",
            { operation: "rds:AddRoleToDBCluster", error: "InvalidDBClusterStateFault", times: 2 },
            creating("association"),
        ],
        [
            "removes a role from a busy cluster",
            { operation: "rds:RemoveRoleFromDBCluster", error: "InvalidDBClusterStateFault", times: 2 },
            deleting("association"),
        ],
        [
            "changes a busy cluster",
            { operation: "rds:ModifyDBCluster", error: "InvalidDBClusterStateFault", times: 2 },
            upgrading,
        ],
        [
            "deletes a busy cluster",
            { operation: "rds:DeleteDBCluster", error: "InvalidDBClusterStateFault", times: 2 },
            deleting("cluster"),
        ],
        [
            "deletes a parameter group that was just in use",
            {
                operation: "rds:DeleteDBClusterParameterGroup",
                error: "InvalidDBParameterGroupState",
                times: 2,
            },
            deleting("group"),
        ],
        [
            "attaches a policy, without having heard that it has",
            { operation: "iam:AttachRolePolicy", error: "lost answer" },
            creating("attachment"),
        ],
    ];
    for (const [does, fault, prepare] of passing) {
        it(`${does} in spite of ${fault.error}`, async () => {
            const work = await prepare();
            await aws.failNext(fault);
            const { operation, error, times = 1 } = fault;
            const met = Array.from({ length: times }, () => `fault: ${error}`);
            assert.deepEqual((await callsOf(operation, work)).slice(0, times + 1), [...met, "answered"]);
        });
    }

    const lasting: [what: string, Fault, Kind, message: RegExp, log: string[]][] = [
        [
            "a policy that it may not make",
            { operation: "iam:CreatePolicy", error: "AccessDenied" },
            "policy",
            /^operation error IAM: CreatePolicy, https response error StatusCode: 403, .*AccessDenied: User: /,
            ["fault: AccessDenied"],
        ],
        [
            "an attachment to a role that IAM does not find yet",
            { operation: "iam:AttachRolePolicy", error: "NoSuchEntity" },
            "attachment",
            /IAM: AttachRolePolicy, .*StatusCode: 404, .*NoSuchEntity: The role with name it-.* cannot be found/,
            ["fault: NoSuchEntity"],
        ],
        [
            "a policy whose name it took itself",
            { operation: "iam:CreatePolicy", error: "lost answer" },
            "policy",
            /IAM: CreatePolicy, .*StatusCode: 409, .*EntityAlreadyExists: /,
            ["fault: lost answer", "409"],
        ],
        [
            "a role whose name it took itself",
            { operation: "iam:CreateRole", error: "lost answer" },
            "role",
            /IAM: CreateRole, .*StatusCode: 409, .*EntityAlreadyExists: /,
            ["fault: lost answer", "409"],
        ],
        [
            "an association that it made itself",
            { operation: "rds:AddRoleToDBCluster", error: "lost answer" },
            "association",
            /RDS: AddRoleToDBCluster, .*StatusCode: 400, .*DBClusterRoleAlreadyExists: /,
            ["fault: lost answer", "400"],
        ],
    ];
    for (const [what, fault, kind, message, log] of lasting) {
        it(`fails to make ${what}, for ${fault.error}`, async () => {
            const given = await inputsOf(kind);
            await aws.failNext({ ...fault, times: 1 });
            const work = () => assert.rejects(plugin.create(types[kind], given), { message });
            assert.deepEqual(await callsOf(fault.operation, work), log);
        });
    }

    it("does not wait for IAM where a cluster itself takes on a role", async () => {
        const iamRoles = [(await make("role")).state.arn!];
        await aws.failNext({ operation: "rds:AddRoleToDBCluster", error: "InvalidParameterValue" });
        const creation = plugin.create(types.cluster, { ...inputs.cluster(), iamRoles });
        await assert.rejects(creation, /InvalidParameterValue: IAM role ARN value is invalid/);
    });

    it("makes a key twice when it does not hear of the first, as nothing tells the two apart", async () => {
        await aws.failNext({ operation: "kms:CreateKey", error: "lost answer" });
        const keys = async () => (await aws.leftovers()).filter((line) => line.startsWith("kms key")).length;
        const before = await keys();
        await make("key");
        assert.equal((await keys()) - before, 2);
    });

    it("does not take a quota for throttling", async () => {
        const policy = documentFor("s3:GetObject", `arn:aws:s3:::${"x".repeat(6144)}`);
        const work = () => assert.rejects(plugin.create(types.policy, { policy }), /LimitExceeded: Cannot/);
        assert.deepEqual(await callsOf("iam:CreatePolicy", work), ["409"]);
    });

    it("asks as often as maxRetries says", async () => {
        const impatient = await another(environmentOf(aws), undefined, { maxRetries: "3" });
        await aws.failNext({ operation: "iam:CreateRole", error: "InternalFailure", times: 9 });
        const given = inputs.role();
        const work = () => assert.rejects(impatient.create(types.role, given), /InternalFailure: /);
        const met = "fault: InternalFailure";
        assert.deepEqual(await callsOf("iam:CreateRole", work), [met, met, met]);
    });

    for (const maxRetries of [undefined, 0]) {
        it(`asks 25 times at most with maxRetries ${maxRetries}`, async () => {
            const strategy = retries(maxRetries);
            let token = await strategy.acquireInitialRetryToken("");
            const again = () => strategy.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" });
            for (let i = 1; i < 25; i++) token = await again();
            assert.equal(token.getRetryCount(), 24);
            await assert.rejects(again());
        });
    }
});
