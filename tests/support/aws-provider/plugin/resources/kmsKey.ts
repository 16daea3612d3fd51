import type { KMS, KeySpec, KeyUsageType } from "@aws-sdk/client-kms";
import type { KeyState } from "@pulumi/aws/kms/key";
import {
    boolean,
    integer,
    json,
    optional,
    output,
    regional,
    resource,
    string,
    tagged,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { tagChange, type Tag } from "../tags";
import { retrying } from "../wait";

export const gone = ["NotFoundException"];

/** A principal that was made a moment ago is not known everywhere yet. */
export const passing = [{ code: "MalformedPolicyDocumentException" }];

const toKmsTags = (tags: Tag[]) => tags.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));

export const kmsKey = resource({
    token: "aws:kms/key:Key",
    properties: {
        arn: output(string),
        bypassPolicyLockoutSafetyCheck: optional(boolean, { default: false, unreadable: true }),
        customerMasterKeySpec: optional(string, { default: "SYMMETRIC_DEFAULT", replaces: true }),
        deletionWindowInDays: optional(integer, { unreadable: true }),
        description: optional(string, { computed: true }),
        enableKeyRotation: optional(boolean, { default: false }),
        isEnabled: optional(boolean, { default: true }),
        keyId: output(string),
        keyUsage: optional(string, { default: "ENCRYPT_DECRYPT", replaces: true }),
        multiRegion: optional(boolean, { computed: true, replaces: true }),
        policy: optional(json, { computed: true }),
        ...regional,
        rotationPeriodInDays: optional(integer, { computed: true }),
        ...tagged,
    } satisfies PropertiesOf<KeyState>,

    async create(inputs, aws) {
        const kms = await aws.kms();
        const { KeyMetadata } = await retrying(passing, aws, () =>
            kms.createKey({
                BypassPolicyLockoutSafetyCheck: inputs.bypassPolicyLockoutSafetyCheck,
                Description: inputs.description,
                KeySpec: inputs.customerMasterKeySpec as KeySpec,
                KeyUsage: inputs.keyUsage as KeyUsageType,
                MultiRegion: inputs.multiRegion,
                Policy: inputs.policy,
                Tags: toKmsTags(tagChange({}, inputs.tagsAll).set),
            }),
        );
        return KeyMetadata!.KeyId!;
    },

    async finish(KeyId, { enableKeyRotation, isEnabled, rotationPeriodInDays }, aws) {
        const kms = await aws.kms();
        if (isEnabled === false) await kms.disableKey({ KeyId });
        if (enableKeyRotation)
            await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: rotationPeriodInDays });
    },

    async read(KeyId, _, aws) {
        const kms = await aws.kms();
        const key = (await unlessGone(gone, kms.describeKey({ KeyId })))?.KeyMetadata;
        // A key is never deleted at once; one that waits for it counts as gone.
        if (!key || key.KeyState === "PendingDeletion") return undefined;
        const { Policy } = await kms.getKeyPolicy({ KeyId, PolicyName: "default" });
        const rotation = await kms.getKeyRotationStatus({ KeyId });
        return {
            arn: key.Arn,
            customerMasterKeySpec: key.KeySpec ?? key.CustomerMasterKeySpec,
            description: key.Description,
            enableKeyRotation: rotation.KeyRotationEnabled,
            isEnabled: key.Enabled,
            keyId: key.KeyId,
            keyUsage: key.KeyUsage,
            multiRegion: key.MultiRegion ?? false,
            policy: Policy,
            rotationPeriodInDays: rotation.RotationPeriodInDays,
            tagsAll: await tagsOf(kms, KeyId),
        };
    },

    async update(KeyId, { olds, news, changed }, aws) {
        const kms = await aws.kms();
        if (changed("isEnabled") && news.isEnabled) await kms.enableKey({ KeyId });
        if (changed("enableKeyRotation", "rotationPeriodInDays")) {
            const RotationPeriodInDays = news.rotationPeriodInDays;
            await (news.enableKeyRotation
                ? kms.enableKeyRotation({ KeyId, RotationPeriodInDays })
                : kms.disableKeyRotation({ KeyId }));
        }
        if (changed("description")) {
            await kms.updateKeyDescription({ KeyId, Description: news.description ?? "" });
        }
        if (changed("policy")) {
            const { policy: Policy } = news;
            await retrying(passing, aws, () => kms.putKeyPolicy({ KeyId, PolicyName: "default", Policy }));
        }
        if (changed("isEnabled") && !news.isEnabled) await kms.disableKey({ KeyId });
        const tags = tagChange(olds.tagsAll, news.tagsAll);
        if (tags.removed.length > 0) await kms.untagResource({ KeyId, TagKeys: tags.removed });
        if (tags.set.length > 0) await kms.tagResource({ KeyId, Tags: toKmsTags(tags.set) });
    },

    async delete(KeyId, { deletionWindowInDays }, aws) {
        const kms = await aws.kms();
        const PendingWindowInDays = deletionWindowInDays;
        const pending = [...gone, "KMSInvalidStateException"];
        await unlessGone(pending, kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays }));
    },
});

async function tagsOf(kms: KMS, KeyId: string): Promise<Record<string, string>> {
    const { Tags = [] } = await kms.listResourceTags({ KeyId });
    return Object.fromEntries(Tags.map(({ TagKey, TagValue }) => [TagKey!, TagValue!]));
}
