import type { KeyPolicyState } from "@pulumi/aws/kms/keyPolicy";
import type { Aws } from "../clients";
import {
    boolean,
    json,
    optional,
    regional,
    required,
    resource,
    string,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { partitionOf } from "../partitions";
import { retrying } from "../wait";
import { gone, passing } from "./kmsKey";

/** A key has one policy, always. */
const PolicyName = "default";

export const kmsKeyPolicy = resource({
    token: "aws:kms/keyPolicy:KeyPolicy",
    properties: {
        bypassPolicyLockoutSafetyCheck: optional(boolean, { default: false, unreadable: true }),
        keyId: required(string, { replaces: true }),
        policy: required(json),
        ...regional,
    } satisfies PropertiesOf<KeyPolicyState>,

    async create({ keyId, policy, bypassPolicyLockoutSafetyCheck }, aws) {
        await putPolicy(keyId, policy, bypassPolicyLockoutSafetyCheck, aws);
        return keyId;
    },

    async read(KeyId, _, aws) {
        const kms = await aws.kms();
        const key = (await unlessGone(gone, kms.describeKey({ KeyId })))?.KeyMetadata;
        if (!key || key.KeyState === "PendingDeletion") return undefined;
        const { Policy } = await kms.getKeyPolicy({ KeyId, PolicyName });
        return { keyId: key.KeyId, policy: Policy };
    },

    async update(keyId, { news: { policy, bypassPolicyLockoutSafetyCheck } }, aws) {
        await putPolicy(keyId, policy, bypassPolicyLockoutSafetyCheck, aws);
    },

    async delete(keyId, { bypassPolicyLockoutSafetyCheck }, aws) {
        if (bypassPolicyLockoutSafetyCheck) return;
        const sts = await aws.sts();
        const { Account } = await sts.getCallerIdentity({});
        const root = `arn:${partitionOf(aws.region).partition}:iam::${Account}:root`;
        await unlessGone(gone, putPolicy(keyId, defaultPolicy(root), false, aws));
    },
});

/** What a key has that was made without a policy: its account decides, by IAM. */
function defaultPolicy(root: string): string {
    return JSON.stringify({
        Id: "default",
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "Enable IAM User Permissions",
                Effect: "Allow",
                Principal: { AWS: root },
                Action: "kms:*",
                Resource: "*",
            },
        ],
    });
}

async function putPolicy(
    KeyId: string,
    Policy: string,
    BypassPolicyLockoutSafetyCheck: boolean | undefined,
    aws: Aws,
): Promise<void> {
    const kms = await aws.kms();
    await retrying(passing, aws, () =>
        kms.putKeyPolicy({ KeyId, PolicyName, Policy, BypassPolicyLockoutSafetyCheck }),
    );
}
