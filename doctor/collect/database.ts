import {
    type DBCluster,
    type DBInstance,
    DescribeDBClustersCommand,
    paginateDescribeDBClusterParameters,
    paginateDescribeDBInstances,
} from "@aws-sdk/client-rds";
import { type Database, type Fact, isRead, type Parameter, read, s3Parameters } from "../facts";
import { all, ask, askFor, map } from "./ask";
import { CannotRun } from "./cannotRun";
import type { Clients } from "./clients";

const noCluster = ["DBClusterNotFoundFault"];
const noInstance = ["DBInstanceNotFound", "DBInstanceNotFoundFault"];

/** The cluster of that identifier, or else the instance. */
export async function readDatabase(
    clients: Clients,
    identifier: string,
): Promise<Fact<Database | undefined>> {
    const cluster = await ask(
        "rds:DescribeDBClusters",
        () => clients.rds().send(new DescribeDBClustersCommand({ DBClusterIdentifier: identifier })),
        noCluster,
    );
    if (!isRead(cluster) || cluster.read !== undefined) {
        return map(cluster, (answer) => databaseOfCluster(answer!.DBClusters![0]!));
    }
    return map(await readInstances(clients, { DBInstanceIdentifier: identifier }), ([instance]) => {
        if (instance?.DBClusterIdentifier) {
            throw new CannotRun(
                `"${identifier}" is an instance of the cluster "${instance.DBClusterIdentifier}". Run the doctor for the cluster.`,
            );
        }
        return instance && databaseOfInstance(instance);
    });
}

/** The instances of a cluster, or one by its identifier. */
export async function readInstances(
    clients: Clients,
    which: { DBInstanceIdentifier: string } | { Filters: { Name: string; Values: string[] }[] },
): Promise<Fact<DBInstance[]>> {
    const pages = () => paginateDescribeDBInstances({ client: clients.rds() }, which);
    const instances = await ask(
        "rds:DescribeDBInstances",
        () => all(pages(), ({ DBInstances }) => DBInstances),
        noInstance,
    );
    return map(instances, (found) => found ?? []);
}

function databaseOfCluster(cluster: DBCluster): Database {
    return {
        kind: "cluster",
        identifier: cluster.DBClusterIdentifier!,
        arn: cluster.DBClusterArn!,
        engine: cluster.Engine!,
        engineVersion: cluster.EngineVersion!,
        status: cluster.Status!,
        associatedRoles: (cluster.AssociatedRoles ?? []).map(associatedRole),
        parameterGroup: cluster.DBClusterParameterGroup,
        members: (cluster.DBClusterMembers ?? []).map((member) => ({
            identifier: member.DBInstanceIdentifier!,
            isWriter: member.IsClusterWriter!,
            parameterGroupStatus: member.DBClusterParameterGroupStatus!,
        })),
        securityGroups: groupIds(cluster),
        subnetGroup: cluster.DBSubnetGroup,
        globalCluster: cluster.GlobalClusterIdentifier,
    };
}

function databaseOfInstance(instance: DBInstance): Database {
    return {
        kind: "instance",
        identifier: instance.DBInstanceIdentifier!,
        arn: instance.DBInstanceArn!,
        engine: instance.Engine!,
        engineVersion: instance.EngineVersion!,
        status: instance.DBInstanceStatus!,
        associatedRoles: (instance.AssociatedRoles ?? []).map(associatedRole),
        members: [],
        securityGroups: groupIds(instance),
        subnetGroup: instance.DBSubnetGroup?.DBSubnetGroupName,
    };
}

const associatedRole = (role: { RoleArn?: string; FeatureName?: string; Status?: string }) => ({
    roleArn: role.RoleArn!,
    featureName: role.FeatureName,
    status: role.Status!,
});

const groupIds = ({ VpcSecurityGroups }: DBCluster | DBInstance): string[] =>
    (VpcSecurityGroups ?? []).map(({ VpcSecurityGroupId }) => VpcSecurityGroupId!);

/** Those of the parameters for Amazon S3 that the group has. */
export async function readParameters(
    clients: Clients,
    { parameterGroup }: Database,
): Promise<Fact<readonly Parameter[]>> {
    if (parameterGroup === undefined) return read([]);
    const group = { DBClusterParameterGroupName: parameterGroup };
    const pages = () => paginateDescribeDBClusterParameters({ client: clients.rds() }, group);
    const parameters = await askFor("rds:DescribeDBClusterParameters", () =>
        all(pages(), ({ Parameters }) => Parameters),
    );
    const wanted: readonly string[] = s3Parameters;
    return map(parameters, (found) =>
        found
            .filter(({ ParameterName }) => wanted.includes(ParameterName!))
            .map((parameter) => ({
                name: parameter.ParameterName!,
                value: parameter.ParameterValue,
                source: parameter.Source,
                applyMethod: parameter.ApplyMethod,
            })),
    );
}
