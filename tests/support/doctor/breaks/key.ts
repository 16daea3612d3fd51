import { inside, type FactsDraft } from "../draft";
import { account, allowing, bucketOf, policy } from "../facts";
import { nothing, type Break } from "./break";
import { needsKey } from "./policies";

const keyIn = (facts: FactsDraft) => facts.keys[0]!;

const withState = (state: string): Break => ({
    name: `the key is ${state}`,
    place: "key",
    isFor: needsKey,
    apply: (facts) => {
        inside(keyIn(facts).key)!.state = state;
    },
    code: () => "S3ACCESS060",
    hides: nothing,
});

export const keyBreaks: readonly Break[] = [
    withState("Disabled"),
    withState("PendingDeletion"),
    {
        name: "the key does not exist",
        isLast: true,
        place: "key",
        isFor: needsKey,
        apply: (facts) => {
            const key = keyIn(facts);
            key.key = { read: undefined };
            key.policy = { unread: { reason: "there is no such key" } };
            key.grants = { unread: { reason: "there is no such key" } };
        },
        code: () => "S3ACCESS060",
        hides: (code) => /S3ACCESS0(?:42|61|62|63)/.test(code),
    },
    {
        name: "the key policy is for another role",
        place: "key policy",
        isFor: needsKey,
        apply: (facts) => {
            const key = keyIn(facts);
            const Principal = { AWS: `arn:aws:iam::${account}:role/another` };
            key.policy = { read: policy({ ...allowing("kms:*", "*"), Principal }) };
            key.grants = { read: [] };
        },
        code: () => "S3ACCESS061",
        // What the key leaves to nobody is not asked of the role.
        hides: (code) => code === "S3ACCESS042",
    },
    {
        name: "the key policy denies",
        place: "key policy",
        isFor: needsKey,
        apply: (facts) => {
            const key = keyIn(facts);
            const { Statement } = JSON.parse(inside(key.policy)) as { Statement: object[] };
            const deny = { Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" };
            key.policy = { read: policy(...Statement, deny) };
        },
        code: () => "S3ACCESS062",
        hides: nothing,
    },
    {
        name: "the key policy is for another service",
        place: "key policy",
        isFor: needsKey,
        apply: (facts) => {
            const key = keyIn(facts);
            const { Statement } = JSON.parse(inside(key.policy)) as { Statement: object[] };
            const Condition = { StringNotEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };
            const deny = { Effect: "Deny", Principal: "*", Action: "kms:*", Resource: "*", Condition };
            key.policy = { read: policy(...Statement, deny) };
        },
        // Amazon S3 in this Region is what uses the key.
        code: () => undefined,
        consequences: () => ["S3ACCESS062"],
        hides: nothing,
    },
    {
        name: "the objects have the AWS managed key of another account",
        place: "encryption",
        isFor: (kind, direction) =>
            direction === "import" && kind.bucketOwner === "foreign" && kind.encryption === "none",
        apply: (facts) => {
            const i = facts.asked.locations.findIndex(({ direction }) => direction === "import");
            const encryption = { read: { algorithm: "aws:kms" } };
            for (const object of inside(facts.objects[i]!.found)) object.encryption = encryption;
            facts.buckets.find(({ name }) => name === bucketOf.import)!.encryption = encryption;
        },
        code: () => "S3ACCESS064",
        hides: nothing,
    },
    {
        name: "the version does not know customer managed keys",
        place: "version",
        isFor: (kind, direction) => kind.engine === "mysql3" && needsKey(kind, direction),
        apply: ({ database }) => {
            inside(database)!.engineVersion = "8.0.mysql_aurora.3.04.3";
        },
        code: () => "S3ACCESS063",
        hides: nothing,
    },
];
