import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { AuroraS3Access as PluginAuroraS3Access } from "../../../sdk/nodejs/auroraS3Access";
import type { Program } from "../../support/engine";

export const cluster = "warehouse";
export const givenRoleName = "loader";

const key = (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}`;
const keyOfReports = key("1234abcd-12ab-34cd-56ef-1234567890ab");
const keyOfCluster = key("0987dcba-09fe-87dc-65ba-ab0987654321");

type Component = typeof AuroraS3Access | typeof PluginAuroraS3Access;

/** An access with everything that it can make for a cluster that is there already. */
const sales =
    (more: Partial<AuroraS3AccessArgs> = {}, Component: Component = AuroraS3Access): Program =>
    () =>
        void new Component("sales", {
            importFrom: [{ bucket: "raw", objects: ["incoming/*"] }],
            exportTo: [{ bucket: "reports", kmsKeyArn: keyOfReports }],
            kmsKeys: [{ keyArn: keyOfCluster, forExport: true }],
            clusters: [{ clusterIdentifier: cluster }],
            clusterParameterGroup: { family: "aurora-mysql8.0" },
            ...more,
        });

/** Some of each kind that `sales` grants something on. */
const ofSales = [
    "arn:aws:s3:::raw",
    "arn:aws:s3:::raw/incoming/a.csv",
    "arn:aws:s3:::reports/a.csv",
    keyOfReports,
    keyOfCluster,
];

/** One more than a policy holds. */
const many = Array.from({ length: 34 }, (_, i) => `raw-${i}`);
const importFrom = many.map((bucket) => ({ bucket }));

/** What is deployed, and what the run does in which the accident happens: it destroys where nothing is to follow. */
interface Edit {
    from?: Program;
    to?: Program;
    /** What the cluster can do with these is not lost. */
    resources: readonly string[];
    engine?: "aurora-postgresql";
}

export const edits = {
    "first up": { to: sales(), resources: ofSales },
    "first up, plugin": { to: sales({}, PluginAuroraS3Access), resources: ofSales },
    "first up, PostgreSQL": {
        to: sales({ engine: "aurora-postgresql", clusterParameterGroup: undefined }),
        resources: [],
        engine: "aurora-postgresql",
    },
    "first up, role named": { to: sales({ roleName: givenRoleName }), resources: ofSales },
    "role renamed": {
        from: sales({ roleName: givenRoleName }),
        to: sales({ roleName: "warehouse-loader" }),
        resources: ofSales,
    },
    "path changed": { from: sales(), to: sales({ path: "/aurora/" }), resources: ofSales },
    // It pushes the last one into the next policy.
    "location put in front": {
        from: sales({ importFrom: importFrom.slice(1) }),
        to: sales({ importFrom }),
        resources: many.map((bucket) => `arn:aws:s3:::${bucket}/a.csv`),
    },
    destroy: { from: sales(), resources: ofSales },
} satisfies Record<string, Edit>;

export const editOf = (name: keyof typeof edits): Edit => edits[name];
