import { inside, type FactsDraft } from "../draft";
import { bucketOf, isPostgresql, otherAccount, policy } from "../facts";
import { always, nothing, ofAccess, type Break, type Direction } from "./break";

const bucketIn = (facts: FactsDraft, direction: Direction) =>
    facts.buckets.find(({ name }) => name === bucketOf[direction])!;

const resources = (direction: Direction) => [
    `arn:aws:s3:::${bucketOf[direction]}`,
    `arn:aws:s3:::${bucketOf[direction]}/*`,
];

const denying = (direction: Direction, Condition?: object) => ({
    ...{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: resources(direction) },
    Condition,
});

const statementsOf = (document: string | undefined) =>
    document === undefined ? [] : (JSON.parse(document) as { Statement: object[] }).Statement;

const withDeny = (name: string, code: string | undefined, Condition?: object): Break => ({
    name: `the bucket policy denies ${name}`,
    place: "bucket policy",
    isFor: always,
    apply: (facts, _, direction) => {
        const bucket = bucketIn(facts, direction);
        const others = statementsOf(inside(bucket.policy));
        bucket.policy = { read: policy(...others, denying(direction, Condition)) };
    },
    code: () => code,
    hides: nothing,
});

export const bucketBreaks: readonly Break[] = [
    {
        name: "the bucket does not exist",
        isLast: true,
        place: "bucket",
        isFor: always,
        apply: (facts, _, direction) => {
            const bucket = bucketIn(facts, direction);
            bucket.exists = { read: false };
            bucket.policy = { unread: { reason: "there is no such bucket" } };
            bucket.encryption = { unread: { reason: "there is no such bucket" } };
            bucket.region = { unread: { reason: "there is no such bucket" } };
            bucket.isInAccount = { unread: { reason: "there is no such bucket" } };
        },
        code: () => "S3ACCESS050",
        // What is needed there, nobody can say.
        hides: (code) => ofAccess(code) || /S3ACCESS0(?:22|5[1-3]|6\d|70)/.test(code),
    },
    {
        name: "the bucket is in another Region",
        place: "bucket",
        isFor: always,
        apply: (facts, _, direction) => {
            bucketIn(facts, direction).region = { read: "eu-west-1" };
        },
        code: (kind, direction) => {
            if (isPostgresql(kind)) return direction === "export" ? "S3ACCESS052" : undefined;
            return kind.from === "argument" ? "S3ACCESS051" : undefined;
        },
        // A gateway endpoint is only for its own Region.
        consequences: ({ network }) => (network === "endpoint" ? ["S3ACCESS080"] : []),
        hides: (code) => code === "S3ACCESS081",
    },
    {
        name: "the URI names another Region",
        place: "bucket",
        isFor: (kind) => !isPostgresql(kind) && kind.from === "argument",
        apply: ({ asked }, _, direction) => {
            asked.locations.find((location) => location.direction === direction)!.region = "eu-west-1";
        },
        code: () => "S3ACCESS051",
        hides: nothing,
    },
    {
        name: "PostgreSQL exports to a bucket of another account",
        place: "bucket policy",
        isFor: (kind, direction) =>
            isPostgresql(kind) && direction === "export" && kind.encryption !== "aws/s3",
        apply: (facts, _, direction) => {
            bucketIn(facts, direction).isInAccount = { read: false };
        },
        code: () => "S3ACCESS053",
        // Policies don't matter for what is not supported.
        hides: (code) => ofAccess(code),
    },
    withDeny("everyone", "S3ACCESS055"),
    withDeny("all but another endpoint", "S3ACCESS055", { StringNotEquals: { "aws:SourceVpce": "vpce-9" } }),
    withDeny("all but another role", "S3ACCESS055", {
        ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${otherAccount}:role/admin` },
    }),
    withDeny("all but another VPC", "S3ACCESS055", { StringNotEquals: { "aws:SourceVpc": "vpc-9" } }),
    withDeny("without TLS", undefined, { Bool: { "aws:SecureTransport": "false" } }),
    withDeny("old TLS", undefined, { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
    withDeny("all but an organization", undefined, { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }),
    withDeny("what is not tagged", undefined, { StringNotEquals: { "aws:PrincipalTag/team": "a" } }),
    withDeny("users without MFA", undefined, { Bool: { "aws:MultiFactorAuthPresent": "false" } }),
    withDeny("services", undefined, { Bool: { "aws:PrincipalIsAWSService": "true" } }),
    {
        name: "the bucket of another account allows nothing",
        place: "bucket policy",
        isFor: ({ bucketOwner }) => bucketOwner === "foreign",
        apply: (facts, _, direction) => {
            bucketIn(facts, direction).policy = { read: undefined };
        },
        code: () => "S3ACCESS056",
        hides: nothing,
    },
    {
        name: "the bucket policy is all that allows, and is gone",
        place: "bucket policy",
        isFor: ({ policies }) => policies === "bucketPolicy",
        apply: (facts, _, direction) => {
            bucketIn(facts, direction).policy = { read: undefined };
        },
        code: () => "S3ACCESS041",
        consequences: () => ["S3ACCESS040"],
        hides: nothing,
    },
    {
        name: "nothing is there",
        place: "objects",
        isFor: ({ from }, direction) => direction === "import" && from === "argument",
        apply: (facts) => {
            const i = facts.asked.locations.findIndex(({ direction }) => direction === "import");
            facts.objects[i]!.found = { read: [] };
        },
        code: () => "S3ACCESS070",
        hides: nothing,
    },
];
