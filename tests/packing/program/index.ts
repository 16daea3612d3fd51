import { Provider } from "@pulumi/aws";
import { Key } from "@pulumi/aws/kms";
import { Cluster } from "@pulumi/aws/rds";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { AuroraEngine, AuroraS3Access, type AuroraS3AccessArgs, type S3Location } from "aurora-s3-access";
import { engines, findMistakes, permissions, s3PolicyDocument } from "aurora-s3-access/policy";

const raw = new Bucket("raw");
const key = new Key("reports");

// The role and the parameter group of a new cluster of Aurora MySQL, from locations that outputs tell.
const locations: S3Location[] = [{ bucket: raw.arn, objects: ["incoming/*"], kmsKeyArn: key.arn }];
const access = new AuroraS3Access("mysql", {
    importFrom: locations,
    exportTo: locations,
    kmsKeys: [{ keyArn: key.arn, forExport: true }],
    clusterParameterGroup: {
        family: "aurora-mysql8.0",
        parameters: [{ name: "max_connections", value: "9" }],
    },
    importPolicyName: "AllowAuroraToRaw",
    tags: { team: pulumi.output("data") },
});
const admin = { masterUsername: "admin", manageMasterUserPassword: true, skipFinalSnapshot: true };
const mysql = new Cluster("mysql", {
    engine: AuroraEngine.AuroraMysql,
    dbClusterParameterGroupName: access.clusterParameterGroupName,
    iamRoles: access.roleArns,
    ...admin,
});

// Associations with clusters that are there: without a feature name as for Aurora MySQL, and with one.
const reporting = new Cluster("reporting", { engine: "aurora-mysql", ...admin });
new AuroraS3Access("reporting", {
    exportTo: locations,
    clusters: [{ clusterIdentifier: reporting.clusterIdentifier }],
});
const postgresql = new Cluster("postgresql", { engine: "aurora-postgresql", ...admin });
const args: AuroraS3AccessArgs = {
    engine: "aurora-postgresql",
    predefinedPolicy: "AmazonS3ReadOnlyAccess",
    clusters: [{ clusterIdentifier: postgresql.clusterIdentifier }],
};
const { importRoleArn } = new AuroraS3Access("postgresql", args);

// The provider is asked about itself before the component is registered, which must not wait for it in turn.
const provider = new Provider("explicit", { region: "us-east-1", s3UsePathStyle: true });
new AuroraS3Access("explicit", { importFrom: locations }, { provider });

// The core on its own.
const document = s3PolicyDocument("aurora-mysql", "import", [{ bucket: "raw" }], "aws");
const mistakes = findMistakes({ importFrom: [{ bucket: "raw-s3alias" }] });

export const outputs = {
    cluster: mysql.clusterIdentifier,
    roleArn: access.roleArn satisfies pulumi.Output<string>,
    importRoleArn: importRoleArn satisfies pulumi.Output<string> | undefined,
    policyDocuments: access.policyDocuments satisfies pulumi.Output<string[]>,
};
export const core = {
    bucket: document.Statement[0]?.Resource,
    mistakes: mistakes.map(({ propertyPath }) => propertyPath),
    actions: permissions["aurora-mysql"].import.bucket,
    engines: Object.keys(engines),
};
