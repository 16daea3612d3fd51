import {
    AttachRolePolicyCommand,
    CreatePolicyCommand,
    CreatePolicyVersionCommand,
    CreateRoleCommand,
    UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { CreateKeyCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import {
    AddRoleToDBClusterCommand,
    CreateDBClusterCommand,
    CreateDBClusterParameterGroupCommand,
    CreateDBInstanceCommand,
    DescribeDBClustersCommand,
    ModifyDBClusterParameterGroupCommand,
    RemoveRoleFromDBClusterCommand,
} from "@aws-sdk/client-rds";
import { CreateBucketCommand, PutBucketEncryptionCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { type Clients, clientsFor, type Connection } from "../support/emulator/clients";
import { createNetwork, type Network } from "./network";

/** What a scenario has in place of a MySQL cluster of version 3 with a customer managed key. */
export interface Setup {
    engine?: "aurora-mysql" | "aurora-postgresql";
    engineVersion?: string;
    /** In place of the Region of the cluster. */
    bucketRegion?: string;
    /** Buckets are encrypted by Amazon S3 instead of with the key. */
    isWithoutKey?: true;
}

export const region = "us-east-1";
const password = "only-in-the-emulator";

/** An account with a cluster whose access to Amazon S3 works, to be broken in one place or another. */
export class Account {
    /** Of the account's own credentials. */
    readonly aws: Clients;
    private readonly inBucketRegion: Clients;
    /** Buckets have names of their own in the world. */
    readonly raw: string;
    readonly reports: string;
    readonly cluster = "sales";
    /** The parameter group of the cluster. */
    group = "sales-parameters";
    key = "";
    importRole = "";
    exportRole = "";
    network!: Network;

    constructor(
        readonly id: string,
        readonly connection: Connection,
        readonly setup: Setup = {},
    ) {
        this.aws = clientsFor(connection);
        this.inBucketRegion = clientsFor({ ...connection, region: setup.bucketRegion ?? region });
        this.raw = `raw-${id}`;
        this.reports = `reports-${id}`;
    }

    get engine() {
        return this.setup.engine ?? "aurora-mysql";
    }

    get isMysql() {
        return this.engine === "aurora-mysql";
    }

    get clusterArn() {
        return `arn:aws:rds:${region}:${this.id}:cluster:${this.cluster}`;
    }

    readonly arnOf = (bucket: string, key?: string) =>
        key === undefined ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`;

    async create(): Promise<this> {
        this.key = await this.createKey();
        const roles = this.isMysql ? ["loader"] : ["importer", "exporter"];
        [this.network] = await Promise.all([
            createNetwork(this.aws),
            this.createBucket(this.raw, "incoming/orders.csv"),
            this.createBucket(this.reports),
            ...roles.map((name) => this.createRole(name)),
        ]);
        [this.importRole, this.exportRole] = [this.arnOfRole(roles[0]!), this.arnOfRole(roles.at(-1)!)];
        await Promise.all([
            this.createPolicy("import", roles[0]!, this.importStatements()),
            this.createPolicy("export", roles.at(-1)!, this.exportStatements()),
            this.createCluster(),
        ]);
        await this.associate();
        return this;
    }

    readonly arnOfRole = (name: string) => `arn:aws:iam::${this.id}:role/${name}`;

    async createKey(): Promise<string> {
        const { KeyMetadata } = await this.inBucketRegion.kms.send(new CreateKeyCommand({}));
        return KeyMetadata!.Arn!;
    }

    async createBucket(Bucket: string, Key?: string, key = this.key): Promise<void> {
        const { s3 } = this.inBucketRegion;
        const { bucketRegion } = this.setup;
        const CreateBucketConfiguration =
            bucketRegion === undefined ? undefined : { LocationConstraint: bucketRegion as "eu-west-1" };
        await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
        if (this.setup.isWithoutKey) return this.createObject(Bucket, Key);
        const rule = { SSEAlgorithm: "aws:kms" as const, KMSMasterKeyID: key };
        await s3.send(
            new PutBucketEncryptionCommand({
                Bucket,
                ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: rule }] },
            }),
        );
        await this.createObject(Bucket, Key);
    }

    private async createObject(Bucket: string, Key: string | undefined): Promise<void> {
        if (Key === undefined) return;
        await this.inBucketRegion.s3.send(new PutObjectCommand({ Bucket, Key, Body: "1,2,3" }));
    }

    async createRole(RoleName: string, given: { PermissionsBoundary?: string } = {}): Promise<void> {
        const trust = policy(trustStatement());
        await this.aws.iam.send(
            new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust, ...given }),
        );
    }

    /** Replaces the trust policy of every role. */
    async trust(...statements: object[]): Promise<void> {
        for (const role of new Set([this.importRole, this.exportRole])) {
            const document = { RoleName: role.split("/")[1]!, PolicyDocument: policy(...statements) };
            await this.aws.iam.send(new UpdateAssumeRolePolicyCommand(document));
        }
    }

    importStatements(): Statement[] {
        const objects = this.isMysql ? ["s3:GetObject", "s3:GetObjectVersion"] : ["s3:GetObject"];
        return [
            allow(["s3:ListBucket"], this.arnOf(this.raw)),
            allow(objects, this.arnOf(this.raw, "*")),
            allow(["kms:Decrypt"], this.key),
        ];
    }

    exportStatements(): Statement[] {
        const onObjects = this.arnOf(this.reports, "*");
        const onKey = allow(["kms:Decrypt", "kms:GenerateDataKey"], this.key);
        if (!this.isMysql) return [allow(["s3:AbortMultipartUpload", "s3:PutObject"], onObjects), onKey];
        const objects = [
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "s3:PutObject",
        ];
        return [allow(["s3:ListBucket"], this.arnOf(this.reports)), allow(objects, onObjects), onKey];
    }

    async createPolicy(PolicyName: string, RoleName: string, statements: object[]): Promise<void> {
        const document = { PolicyName, PolicyDocument: policy(...statements) };
        const { Policy } = await this.aws.iam.send(new CreatePolicyCommand(document));
        const PolicyArn = Policy!.Arn!;
        await this.aws.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    }

    /** Replaces a policy: `import` or `export`. */
    async policy(name: string, statements: object[]): Promise<void> {
        const version = {
            PolicyArn: `arn:aws:iam::${this.id}:policy/${name}`,
            PolicyDocument: policy(...statements),
            SetAsDefault: true,
        };
        await this.aws.iam.send(new CreatePolicyVersionCommand(version));
    }

    private async createCluster(): Promise<void> {
        const { rds } = this.aws;
        const { engine: Engine, group, cluster: DBClusterIdentifier } = this;
        const EngineVersion = this.setup.engineVersion ?? (this.isMysql ? "8.0.mysql_aurora.3.10.0" : "16.4");
        if (this.isMysql) {
            const family = `aurora-mysql${EngineVersion.slice(0, 3)}`;
            await rds.send(
                new CreateDBClusterParameterGroupCommand({
                    DBClusterParameterGroupName: group,
                    DBParameterGroupFamily: family,
                    Description: "Of the sales",
                }),
            );
            for (const name of this.parameterNames()) await this.setParameter(name, this.importRole);
        }
        await rds.send(
            new CreateDBClusterCommand({
                DBClusterIdentifier,
                Engine,
                EngineVersion,
                DBClusterParameterGroupName: this.isMysql ? group : undefined,
                DBSubnetGroupName: this.network.subnetGroup,
                VpcSecurityGroupIds: [this.network.securityGroup],
                MasterUsername: "admin",
                MasterUserPassword: password,
            }),
        );
        const instance = { DBInstanceIdentifier: "sales-0", DBInstanceClass: "db.r6g.large", Engine };
        await rds.send(new CreateDBInstanceCommand({ ...instance, DBClusterIdentifier }));
    }

    private parameterNames(): string[] {
        return this.setup.engineVersion?.startsWith("5.7")
            ? ["aurora_load_from_s3_role", "aurora_select_into_s3_role"]
            : ["aws_default_s3_role"];
    }

    async setParameter(ParameterName: string, ParameterValue: string): Promise<void> {
        const parameter = { ParameterName, ParameterValue, ApplyMethod: "immediate" as const };
        await this.aws.rds.send(
            new ModifyDBClusterParameterGroupCommand({
                DBClusterParameterGroupName: this.group,
                Parameters: [parameter],
            }),
        );
    }

    private async associate(): Promise<void> {
        if (this.isMysql) await this.addRole(this.importRole);
        else {
            await this.addRole(this.importRole, "s3Import");
            await this.addRole(this.exportRole, "s3Export");
        }
        await this.settle();
    }

    async addRole(RoleArn: string, FeatureName?: string): Promise<void> {
        const association = { DBClusterIdentifier: this.cluster, RoleArn, FeatureName };
        await this.aws.rds.send(new AddRoleToDBClusterCommand(association));
    }

    async removeRole(RoleArn: string, FeatureName?: string): Promise<void> {
        const association = { DBClusterIdentifier: this.cluster, RoleArn, FeatureName };
        await this.aws.rds.send(new RemoveRoleFromDBClusterCommand(association));
        await this.settle();
    }

    /** Associations are added and removed by the second time that the cluster is described. */
    async settle(): Promise<void> {
        const command = new DescribeDBClustersCommand({ DBClusterIdentifier: this.cluster });
        for (let time = 0; time < 2; time++) await this.aws.rds.send(command);
    }

    async keyPolicy(...statements: object[]): Promise<void> {
        const document = { KeyId: this.key, Policy: policy(...statements) };
        await this.inBucketRegion.kms.send(new PutKeyPolicyCommand(document));
    }
}

export interface Statement {
    Effect: string;
    Action: string[];
    Resource: string;
}

export const allow = (Action: string[], Resource: string): Statement => ({
    Effect: "Allow",
    Action,
    Resource,
});

export const policy = (...Statement: object[]): string =>
    JSON.stringify({ Version: "2012-10-17", Statement });

/** Lets Amazon RDS assume the role, with a condition if one is given. */
export const trustStatement = (Condition?: object, Service = "rds.amazonaws.com"): object => ({
    Effect: "Allow",
    Principal: { Service },
    Action: "sts:AssumeRole",
    ...(Condition && { Condition }),
});
