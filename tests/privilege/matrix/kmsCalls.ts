import type { Call } from "./call";

const text = Buffer.from("text");
const alias = { AliasName: "alias/probe" };
const mac = { Message: text, MacAlgorithm: "HMAC_SHA_256" };
const signing = { Message: text, SigningAlgorithm: "RSASSA_PSS_SHA_256" };
const grantee = { GranteePrincipal: "arn:aws:iam::123456789012:root" };

/** Every call about a key that the emulated KMS answers, with the action that AWS judges it by. No role may change a key. */
export const keyCalls: readonly Call[] = [
    ["kms:CancelKeyDeletion", "CancelKeyDeletion"],
    // The alias is judged too: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
    ["kms:CreateAlias", "CreateAlias", alias],
    ["kms:CreateGrant", "CreateGrant", { ...grantee, Operations: ["Decrypt"] }],
    ["kms:Decrypt", "Decrypt"],
    ["kms:DeleteAlias", "DeleteAlias", alias],
    ["kms:DescribeKey", "DescribeKey"],
    ["kms:DisableKey", "DisableKey"],
    ["kms:DisableKeyRotation", "DisableKeyRotation"],
    ["kms:EnableKey", "EnableKey"],
    ["kms:EnableKeyRotation", "EnableKeyRotation"],
    ["kms:Encrypt", "Encrypt", { Plaintext: text }],
    ["kms:GenerateDataKey", "GenerateDataKey", { KeySpec: "AES_256" }],
    ["kms:GenerateDataKeyWithoutPlaintext", "GenerateDataKeyWithoutPlaintext", { KeySpec: "AES_256" }],
    ["kms:GenerateMac", "GenerateMac", mac],
    ["kms:GetKeyPolicy", "GetKeyPolicy"],
    ["kms:GetKeyRotationStatus", "GetKeyRotationStatus"],
    ["kms:GetPublicKey", "GetPublicKey"],
    ["kms:ListGrants", "ListGrants"],
    ["kms:ListKeyPolicies", "ListKeyPolicies"],
    ["kms:ListKeyRotations", "ListKeyRotations"],
    ["kms:ListResourceTags", "ListResourceTags"],
    ["kms:PutKeyPolicy", "PutKeyPolicy", { Policy: "{}" }],
    ["kms:ReEncryptFrom", "ReEncrypt"],
    ["kms:ReplicateKey", "ReplicateKey", { ReplicaRegion: "us-west-2" }],
    ["kms:RetireGrant", "RetireGrant", { GrantId: "none" }],
    ["kms:RevokeGrant", "RevokeGrant", { GrantId: "none" }],
    ["kms:RotateKeyOnDemand", "RotateKeyOnDemand"],
    ["kms:ScheduleKeyDeletion", "ScheduleKeyDeletion"],
    ["kms:Sign", "Sign", signing],
    ["kms:TagResource", "TagResource", { Tags: [{ TagKey: "team", TagValue: "sales" }] }],
    ["kms:UntagResource", "UntagResource", { TagKeys: ["team"] }],
    ["kms:UpdateAlias", "UpdateAlias", alias],
    ["kms:UpdateKeyDescription", "UpdateKeyDescription", { Description: "text" }],
    ["kms:Verify", "Verify", { ...signing, Signature: text }],
    ["kms:VerifyMac", "VerifyMac", { ...mac, Mac: text }],
];

/** The calls to KMS about no key. */
export const keyStoreCalls: readonly Call[] = [
    ["kms:CreateKey", "CreateKey"],
    ["kms:GenerateRandom", "GenerateRandom", { NumberOfBytes: 8 }],
    ["kms:ListAliases", "ListAliases"],
    ["kms:ListKeys", "ListKeys"],
    ["kms:ListRetirableGrants", "ListRetirableGrants", { RetiringPrincipal: grantee.GranteePrincipal }],
];
