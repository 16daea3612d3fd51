import {
    CreatePolicyCommand,
    CreateRoleCommand,
    PutRolePermissionsBoundaryCommand,
    PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import assert from "node:assert/strict";
import { type Call, permissionOf, readPolicy } from "../../doctor/collect/calls";
import type { Diagnosis } from "../../doctor/finding";
import type { Connection } from "../support/emulator/clients";
import { useEmulator } from "../support/emulator/builders";
import { type Account, allow, policy } from "./account";
import { examined, healthyAccount } from "./examined";
import { named, type Scenario } from "./scenarios";
import { both } from "./scenarios/scenario";

/** The call of the table that a line of the emulator's log is, which has no operations for Amazon S3. */
function callOf(line: string): string {
    const [call = "", acted] = line.split(" ");
    if (!call.startsWith("s3:")) return call;
    if (call === "s3:HEAD") return "s3:HeadBucket";
    const operations: Record<string, Call> = {
        encryption: "s3:GetBucketEncryption",
        policy: "s3:GetBucketPolicy",
        "list-type=2": "s3:ListObjectsV2",
    };
    const query = acted?.split("?")[1]?.split("&")[0] ?? "";
    return operations[query] ?? line;
}

/** Where a call matters that most clusters work without. */
const decisive: Record<string, Scenario> = {
    "ec2:DescribePrefixLists": named("the security group allows HTTPS out to the prefix list of Amazon S3"),
    "kms:ListGrants": named("the key policy allows neither, but a grant does"),
    "rds:DescribeDBInstances": named(
        "there is an internet gateway in place of the VPC endpoint, and the instance is public",
    ),
};

describe("The doctor's caller", () => {
    const emulator = useEmulator();
    let account: Account;
    let callers = 0;

    beforeEach(async () => {
        account = await healthyAccount(emulator());
        const { iam } = account.aws;
        const boundary = { PolicyName: "boundary", PolicyDocument: policy(allow(["*"], "*")) };
        const { Policy } = await iam.send(new CreatePolicyCommand(boundary));
        const RoleName = "loader";
        const PermissionsBoundary = Policy!.Arn!;
        await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
        const inline = { PolicyName: "more", PolicyDocument: policy(allow(["s3:ListAllMyBuckets"], "*")) };
        await iam.send(new PutRolePolicyCommand({ RoleName, ...inline }));
    });

    async function callerWith(document: object): Promise<Connection> {
        const RoleName = `caller-${++callers}`;
        const { iam, sts } = account.aws;
        const trust = policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" });
        await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
        const own = { RoleName, PolicyName: "read", PolicyDocument: JSON.stringify(document) };
        await iam.send(new PutRolePolicyCommand(own));
        const session = { RoleArn: account.arnOfRole(RoleName), RoleSessionName: "doctor" };
        const { Credentials } = await sts.send(new AssumeRoleCommand(session));
        const credentials = {
            accessKeyId: Credentials!.AccessKeyId!,
            secretAccessKey: Credentials!.SecretAccessKey!,
            sessionToken: Credentials!.SessionToken!,
        };
        return { ...account.connection, credentials };
    }

    const without = (action: string) => {
        const [statement] = readPolicy.Statement;
        const Action = statement!.Action.filter((each) => each !== action);
        return { ...readPolicy, Statement: [{ ...statement, Action }] };
    };

    const needed = ({ notChecked }: Diagnosis) => [...new Set(notChecked.map(({ needs }) => needs))];

    it("checks everything with the permissions of the table, and no more", async () => {
        const caller = await callerWith(readPolicy);
        const { verdict, notChecked } = await examined(account, both(account), caller);
        assert.deepEqual([verdict, notChecked], ["healthy", []]);
    });

    it("makes the calls of the table, and no others", async () => {
        const { calls } = emulator();
        const before = (await calls()).length;
        await examined(account, both(account));
        const made = new Set((await calls()).slice(before).map(callOf));
        assert.deepEqual([...made].sort(), Object.keys(permissionOf).sort());
    });

    for (const action of readPolicy.Statement[0]!.Action) {
        const isDatabase = action === "rds:DescribeDBClusters";
        it(`without ${action} is told that it is needed for what is not checked`, async () => {
            await decisive[action]?.breaks(account);
            const caller = await callerWith(without(action));
            const diagnosis = await examined(account, both(account), caller);
            assert.deepEqual(diagnosis.findings, []);
            assert.equal(diagnosis.verdict, isDatabase ? "unreadable" : "incomplete");
            assert.deepEqual(needed(diagnosis), [action]);
        });
    }
});
