import type * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs } from "aurora-s3-access";

/** What is given to the component, and to what stands for it by hand. */
export type Args = Required<Pick<AuroraS3AccessArgs, "importFrom" | "exportTo" | "clusters" | "tags">>;

/** The values in it that a program may know as outputs. */
export type Places = Record<
    "raw" | "shared" | "reports" | "keyArn" | "clusterIdentifier",
    pulumi.Input<string>
>;

/** What the program has these values as. */
export type Inputs = "strings" | "outputs";

export const clusterOf = (component: number) => `sales-${component}`;

export const plainPlaces = {
    raw: "raw-data",
    shared: "raw-shared",
    reports: "reports",
    keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    clusterIdentifier: clusterOf(0),
} satisfies Places;

export const argsOf = ({ raw, shared, reports, keyArn, clusterIdentifier }: Places): Args => ({
    importFrom: [{ bucket: raw, objects: ["incoming/*"], kmsKeyArn: keyArn }, { bucket: shared }],
    exportTo: [{ bucket: reports, kmsKeyArn: keyArn }],
    clusters: [{ clusterIdentifier }],
    tags: { team: "data", stage: "test" },
});
