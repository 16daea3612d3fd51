import type { AuroraS3AccessArgs } from "../../../provider";
import { buckets, type Bucket, type Key, type Keys } from "../surroundings";

/** One use of the component: what it is called in the table, and its inputs. */
export interface Feature {
    readonly title: string;
    readonly args: (keys: Keys) => AuroraS3AccessArgs;
}

const raw = buckets.raw;
const reports = buckets.reports;
const engine = "aurora-postgresql";
const fromRaw = (keys: Keys) => [{ bucket: raw, objects: ["incoming/*"], kmsKeyArn: keys.raw.arn }];
const toReports = (keys: Keys) => [{ bucket: reports, objects: ["daily/*"], kmsKeyArn: keys.reports.arn }];

export const features = {
    load: {
        title: "LOAD DATA, LOAD XML",
        args: (keys) => ({ importFrom: fromRaw(keys) }),
    },
    outfile: {
        title: "SELECT INTO OUTFILE",
        args: (keys) => ({ exportTo: toReports(keys) }),
    },
    both: {
        title: "Aurora MySQL, import and export",
        args: (keys) => ({ importFrom: fromRaw(keys), exportTo: toReports(keys) }),
    },
    postgresqlImport: {
        title: "Aurora PostgreSQL, import",
        args: (keys) => ({ engine, importFrom: fromRaw(keys) }),
    },
    postgresqlExport: {
        title: "Aurora PostgreSQL, export",
        args: (keys) => ({ engine, exportTo: toReports(keys) }),
    },
    postgresqlBoth: {
        title: "Aurora PostgreSQL, import and export",
        args: (keys) => ({ engine, importFrom: fromRaw(keys), exportTo: toReports(keys) }),
    },
    keys: {
        title: "`kmsKeys` alone",
        args: (keys) => ({
            kmsKeys: [{ keyArn: keys.raw.arn }, { keyArn: keys.reports.arn, forExport: true }],
        }),
    },
    readOnly: {
        title: "`AmazonS3ReadOnlyAccess`",
        args: () => ({ predefinedPolicy: "AmazonS3ReadOnlyAccess" }),
    },
    wholeBucket: {
        title: "Import from a whole bucket",
        args: () => ({ importFrom: [{ bucket: raw }] }),
    },
    prefix: {
        title: "Import by prefix",
        args: () => ({ importFrom: [{ bucket: raw, objects: ["incoming/2026-*"] }] }),
    },
    singleObject: {
        title: "Import of one object",
        args: () => ({ importFrom: [{ bucket: raw, objects: ["incoming/orders.csv"] }] }),
    },
    singleExport: {
        title: "Export to one object",
        args: () => ({ exportTo: [{ bucket: reports, objects: ["daily/sales.part_00000"] }] }),
    },
    twoBuckets: {
        title: "Import from two buckets",
        args: (keys) => ({
            importFrom: [
                ...fromRaw(keys),
                { bucket: buckets.other, objects: ["incoming/*"], kmsKeyArn: keys.other.arn },
            ],
        }),
    },
    everyBucket: {
        title: "Import from every bucket",
        args: () => ({ importFrom: [{ bucket: "*" }] }),
    },
    exportToEveryBucket: {
        title: "Export to every bucket",
        args: () => ({ exportTo: [{ bucket: "*" }] }),
    },
    fullAccess: {
        title: "`AmazonS3FullAccess`",
        args: () => ({ predefinedPolicy: "AmazonS3FullAccess" }),
    },
} satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;
export type { Bucket, Key };
