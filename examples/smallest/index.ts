import { AuroraS3Access } from "aurora-s3-access";

const access = new AuroraS3Access("sales", {
    importFrom: [{ bucket: "sales-raw", objects: ["incoming/*"] }],
    clusters: [{ clusterIdentifier: "sales" }],
});

// Set these parameters in the DB cluster parameter group of the cluster...
export const clusterParameters = access.clusterParameters;
// ...and grant these privileges to the database users who load data.
export const databasePrivileges = access.databasePrivileges;
