import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access } from "aurora-s3-access";
import type { Settings } from "../deploy/settings";

const config = new pulumi.Config().requireObject<Settings>("settings");
const { name, region, zones, objects, sourceConditions, clusterArns } = config;

// A VPC of its own: the endpoint of another one would change routes that belong to somebody else.
const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.0.0.0/24", tags: { Name: name } });
const subnets = zones.map(
    (availabilityZone, index) =>
        new aws.ec2.Subnet(`${name}-${index}`, {
            vpcId: vpc.id,
            availabilityZone,
            cidrBlock: `10.0.0.${index * 64}/26`,
        }),
);
const endpoint = new aws.ec2.VpcEndpoint(name, {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${region}.s3`,
    routeTableIds: [vpc.mainRouteTableId],
});
const { name: dbSubnetGroupName } = new aws.rds.SubnetGroup(name, {
    name,
    subnetIds: subnets.map(({ id }) => id),
});

const key = new aws.kms.Key(name, { description: name, deletionWindowInDays: 7 });
const bucket = new aws.s3.Bucket(name, { bucket: name, forceDestroy: true });
const encryption = new aws.s3.BucketServerSideEncryptionConfiguration(name, {
    bucket: bucket.bucket,
    rules: [
        {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
            bucketKeyEnabled: true,
        },
    ],
});

/** Another path is another role: Aurora may keep the credentials of one for an hour, whatever its trust policy has become. */
const path = `/${name}/${sourceConditions.toLowerCase()}/`;

const access = {
    importFrom: [{ bucket: bucket.arn, objects: objects.readable, kmsKeyArn: key.arn }],
    exportTo: [{ bucket: bucket.arn, objects: objects.writable, kmsKeyArn: key.arn }],
    path,
    sourceConditions,
};
const sourceArns = (arn: string) => (sourceConditions === "None" ? undefined : [arn]);

const cluster = {
    databaseName: "test",
    manageMasterUserPassword: true,
    enableHttpEndpoint: true,
    serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 1 },
    storageEncrypted: true,
    backupRetentionPeriod: 1,
    deletionProtection: false,
    skipFinalSnapshot: true,
    applyImmediately: true,
    dbSubnetGroupName,
};

const mysqlAccess = new AuroraS3Access(`${name}-mysql`, {
    ...access,
    sourceArns: sourceArns(clusterArns.mysql),
});
const parameterGroup = new aws.rds.ClusterParameterGroup(`${name}-mysql`, {
    name: `${name}-mysql`,
    family: "aurora-mysql8.0",
    // The Data API has no session in which SET ROLE would last.
    parameters: mysqlAccess.clusterParameters.apply((parameters) => [
        ...parameters,
        { name: "activate_all_roles_on_login", value: "1" },
    ]),
});
const mysql = new aws.rds.Cluster(
    `${name}-mysql`,
    {
        ...cluster,
        clusterIdentifier: `${name}-mysql`,
        engine: "aurora-mysql",
        engineVersion: "8.0",
        masterUsername: "admin",
        dbClusterParameterGroupName: parameterGroup.name,
        iamRoles: mysqlAccess.roleArns,
    },
    { dependsOn: [endpoint, encryption] },
);

const postgresql = new aws.rds.Cluster(
    `${name}-postgresql`,
    {
        ...cluster,
        clusterIdentifier: `${name}-postgresql`,
        engine: "aurora-postgresql",
        engineVersion: "16",
        masterUsername: "postgres",
    },
    { dependsOn: [endpoint, encryption] },
);

const instance = (engine: aws.rds.EngineType, { id: clusterIdentifier }: aws.rds.Cluster) =>
    new aws.rds.ClusterInstance(`${name}-${engine}`, {
        identifier: pulumi.interpolate`${clusterIdentifier}-1`,
        clusterIdentifier,
        engine,
        instanceClass: "db.serverless",
        dbSubnetGroupName,
    });
instance("aurora-mysql", mysql);
const postgresqlInstance = instance("aurora-postgresql", postgresql);

const postgresqlAccess = new AuroraS3Access(
    `${name}-postgresql`,
    {
        ...access,
        engine: "aurora-postgresql",
        sourceArns: sourceArns(clusterArns.postgresql),
        clusters: [{ clusterIdentifier: postgresql.clusterIdentifier }],
    },
    // A cluster without an instance may not be able to take a role.
    { dependsOn: postgresqlInstance },
);

const database = (each: aws.rds.Cluster) => ({
    identifier: each.clusterIdentifier,
    arn: each.arn,
    version: each.engineVersionActual,
    secretArn: each.masterUserSecrets.apply(([secret]) => secret?.secretArn),
});

export const keyArn = key.arn;
export const mysqlDatabase = database(mysql);
export const postgresqlDatabase = database(postgresql);
export const mysqlRoles = [mysqlAccess.roleArn];
export const postgresqlRoles = [postgresqlAccess.importRoleArn, postgresqlAccess.exportRoleArn];
