import { CreateGrantCommand, DisableKeyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { DeleteObjectCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { type Account, policy } from "../account";
import { at, both, postgresql, nothing, type Scenario } from "./scenario";

const onRaw = ({ raw, arnOf }: Account) => [arnOf(raw), arnOf(raw, "*")];

const bucketPolicy = (account: Account, ...statements: object[]) =>
    account.aws.s3.send(new PutBucketPolicyCommand({ Bucket: account.raw, Policy: policy(...statements) }));

const denyUnless = (account: Account, Condition: object) => ({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: onRaw(account),
    Condition,
});

const ownerOnly = ({ id }: Account, Action: string | string[] = "kms:*") => ({
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${id}:user/keyadmin` },
    Action,
    Resource: "*",
});

const wholeAccount = ({ id }: Account) => ({
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${id}:root` },
    Action: "kms:*",
    Resource: "*",
});

const elsewhere = { bucketRegion: "eu-west-1" };

/** Buckets, their policies, keys and objects. */
export const bucketScenarios: readonly Scenario[] = [
    {
        what: "the bucket does not exist",
        breaks: nothing,
        asked: ({ raw, reports }) => [at("import", `${raw}s`, "incoming/"), at("export", reports)],
        codes: ["S3ACCESS050"],
    },
    {
        what: "no object has that key",
        breaks: (account) =>
            account.aws.s3.send(new DeleteObjectCommand({ Bucket: account.raw, Key: "incoming/orders.csv" })),
        codes: ["S3ACCESS070"],
    },
    {
        what: "the key is written in capitals",
        breaks: nothing,
        asked: ({ raw }) => [at("import", raw, "Incoming/orders.csv")],
        codes: ["S3ACCESS070"],
    },
    {
        what: "the bucket policy denies the role",
        breaks: (account) =>
            bucketPolicy(account, {
                Effect: "Deny",
                Principal: { AWS: account.importRole },
                Action: "s3:GetObject*",
                Resource: account.arnOf(account.raw, "*"),
            }),
        codes: ["S3ACCESS055"],
    },
    {
        what: "the bucket policy lets in another VPC endpoint only",
        breaks: (account) =>
            bucketPolicy(
                account,
                denyUnless(account, { StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }),
            ),
        codes: ["S3ACCESS055"],
    },
    {
        what: "the bucket policy lets in the VPC endpoint of the cluster only",
        breaks: (account) =>
            bucketPolicy(
                account,
                denyUnless(account, {
                    StringNotEquals: { "aws:SourceVpce": account.network.endpoint },
                }),
            ),
        codes: [],
    },
    {
        what: "the bucket policy asks for TLS",
        breaks: (account) =>
            bucketPolicy(account, denyUnless(account, { Bool: { "aws:SecureTransport": "false" } })),
        codes: [],
    },
    {
        what: "the bucket policy grants what the policies of the role do not",
        breaks: async (account) => {
            await account.policy("import", account.importStatements().slice(2));
            await bucketPolicy(
                account,
                {
                    Effect: "Allow",
                    Principal: { AWS: account.importRole },
                    Action: ["s3:ListBucket"],
                    Resource: account.arnOf(account.raw),
                },
                {
                    Effect: "Allow",
                    Principal: { AWS: account.importRole },
                    Action: ["s3:GetObject", "s3:GetObjectVersion"],
                    Resource: account.arnOf(account.raw, "*"),
                },
            );
        },
        codes: [],
    },
    {
        what: "the key is disabled",
        breaks: ({ aws, key }) => aws.kms.send(new DisableKeyCommand({ KeyId: key })),
        codes: ["S3ACCESS060"],
        isFixed: true,
    },
    {
        what: "the key waits for its deletion",
        breaks: ({ aws, key }) => aws.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key })),
        codes: ["S3ACCESS060"],
        isFixed: true,
    },
    {
        what: "the key policy allows neither the role nor the account",
        breaks: (account) => account.keyPolicy(ownerOnly(account)),
        codes: ["S3ACCESS061"],
        isFixed: true,
    },
    {
        what: "the key policy allows neither, but a grant does",
        breaks: async (account) => {
            const { aws, key, importRole } = account;
            await aws.kms.send(
                new CreateGrantCommand({
                    KeyId: key,
                    GranteePrincipal: importRole,
                    Operations: ["Decrypt", "GenerateDataKey"],
                }),
            );
            await account.keyPolicy(ownerOnly(account));
        },
        codes: [],
    },
    {
        what: "the key policy denies the role",
        breaks: (account) =>
            account.keyPolicy(wholeAccount(account), {
                Effect: "Deny",
                Principal: { AWS: account.importRole },
                Action: "kms:Decrypt",
                Resource: "*",
            }),
        codes: ["S3ACCESS062"],
    },
    {
        what: "the engine is too old for customer managed keys",
        setup: { engineVersion: "8.0.mysql_aurora.3.04.1" },
        breaks: nothing,
        codes: ["S3ACCESS063"],
    },
    {
        what: "the bucket is in another Region, which the URI does not name",
        setup: elsewhere,
        breaks: nothing,
        asked: ({ raw }) => [at("import", raw, "incoming/orders.csv")],
        codes: ["S3ACCESS051", "S3ACCESS080"],
    },
    {
        what: "PostgreSQL exports to another Region",
        setup: { ...postgresql, ...elsewhere },
        breaks: nothing,
        asked: ({ reports }) => [at("export", reports)],
        codes: ["S3ACCESS052", "S3ACCESS080"],
    },
    { what: "nothing is broken", breaks: nothing, asked: both, codes: [] },
    { what: "nothing is broken on PostgreSQL", setup: postgresql, breaks: nothing, codes: [] },
    {
        what: "nothing is broken on version 2, without a key",
        setup: { engineVersion: "5.7.mysql_aurora.2.12.5", isWithoutKey: true },
        breaks: nothing,
        codes: [],
    },
    {
        what: "nothing is broken on version 8.4",
        setup: { engineVersion: "8.4.mysql_aurora.8.4.7" },
        breaks: nothing,
        codes: [],
    },
];
