import type { FactsDraft } from "../draft";
import { arnOf, bucketOf, isPostgresql } from "../facts";
import { always, ofAccess, ofRole, type Break, type Direction } from "./break";
import { needsKey } from "./policies";

/** What the doctor may not read. It must say so, and may say less, but nothing else. */
const withoutPermission = (
    needs: string,
    hide: (facts: FactsDraft, unread: { unread: { reason: string; needs: string } }, of: Of) => void,
    hides: Break["hides"],
    isFor: Break["isFor"] = always,
): Break => ({
    name: `the doctor may not use ${needs}`,
    place: `unread ${needs}`,
    isFor,
    apply: (facts, kind, direction) =>
        hide(
            facts,
            { unread: { reason: "access denied", needs } },
            { arn: arnOf(kind, direction), direction },
        ),
    code: () => undefined,
    hides,
    needs,
    isLast: true,
});

interface Of {
    readonly arn: string;
    readonly direction: Direction;
}

const roleIn = ({ roles }: FactsDraft, { arn }: Of) => roles.find((role) => role.arn === arn)!;
const bucketIn = ({ buckets }: FactsDraft, { direction }: Of) =>
    buckets.find(({ name }) => name === bucketOf[direction])!;
const ofNetwork = (code: string) => /S3ACCESS0(?:55|8\d)/.test(code);

export const unreadBreaks: readonly Break[] = [
    withoutPermission(
        "rds:DescribeDBClusterParameters",
        (facts, unread) => (facts.parameters = unread),
        (code) => ofRole(code) || code.includes("S3ACCESS02"),
        (kind) => !isPostgresql(kind),
    ),
    withoutPermission(
        "iam:GetRole",
        (facts, unread, of) => (roleIn(facts, of).role = unread),
        (code) => code.includes("S3ACCESS03") || ofAccess(code),
    ),
    withoutPermission(
        "iam:ListAttachedRolePolicies",
        (facts, unread, of) => (roleIn(facts, of).attachedPolicies = unread),
        (code) => ofRole(code) || code === "S3ACCESS022",
    ),
    withoutPermission(
        "iam:ListRolePolicies",
        (facts, unread, of) => (roleIn(facts, of).inlinePolicies = unread),
        (code) => ofRole(code) || code === "S3ACCESS022",
    ),
    withoutPermission(
        "s3:ListBucket",
        (facts, unread, of) => {
            const bucket = bucketIn(facts, of);
            bucket.exists = unread;
            const i = facts.asked.locations.findIndex(({ direction }) => direction === of.direction);
            facts.objects[i]!.found = unread;
        },
        (code) => /S3ACCESS0(?:50|70)/.test(code),
    ),
    withoutPermission(
        "s3:GetBucketLocation",
        (facts, unread, of) => (bucketIn(facts, of).region = unread),
        (code) => /S3ACCESS0(?:5[1-5]|80|81)/.test(code),
    ),
    withoutPermission(
        "s3:GetBucketPolicy",
        (facts, unread, of) => (bucketIn(facts, of).policy = unread),
        (code) => /S3ACCESS0(?:4\d|5[56])/.test(code) || code === "S3ACCESS022",
    ),
    withoutPermission(
        "s3:GetEncryptionConfiguration",
        (facts, unread, of) => (bucketIn(facts, of).encryption = unread),
        (code) => /S3ACCESS0(?:42|6\d)/.test(code),
        (_, direction) => direction === "export",
    ),
    withoutPermission(
        "kms:DescribeKey",
        (facts, unread) => (facts.keys[0]!.key = unread),
        (code) => /S3ACCESS06[03]/.test(code),
        needsKey,
    ),
    withoutPermission(
        "kms:GetKeyPolicy",
        (facts, unread) => (facts.keys[0]!.policy = unread),
        (code) => /S3ACCESS0(?:42|43|6[12])/.test(code),
        needsKey,
    ),
    withoutPermission("ec2:DescribeSubnets", (facts, unread) => (facts.network.subnets = unread), ofNetwork),
    withoutPermission(
        "ec2:DescribeRouteTables",
        (facts, unread) => (facts.network.routeTables = unread),
        ofNetwork,
    ),
    withoutPermission(
        "ec2:DescribeVpcEndpoints",
        (facts, unread) => (facts.network.endpoints = unread),
        ofNetwork,
    ),
    withoutPermission(
        "ec2:DescribeSecurityGroups",
        (facts, unread) => (facts.network.securityGroups = unread),
        (code) => code === "S3ACCESS082",
    ),
    withoutPermission(
        "ec2:DescribeNetworkAcls",
        (facts, unread) => (facts.network.networkAcls = unread),
        (code) => code === "S3ACCESS083",
    ),
];
