import {
    CreateDBClusterCommand,
    CreateDBClusterParameterGroupCommand,
    DeleteDBClusterCommand,
    DeleteDBClusterParameterGroupCommand,
} from "@aws-sdk/client-rds";
import { CreateBucketCommand, DeleteBucketCommand } from "@aws-sdk/client-s3";
import type { Clients } from "./emulator/clients";

/** A bucket, a parameter group and a cluster that no stack of ours has made. */
export const existing = {
    bucket: "warehouse",
    clusterIdentifier: "warehouse",
    parameterGroup: "warehouse-parameters",
};

export async function makeExistingCluster({ rds, s3 }: Clients, names = existing): Promise<void> {
    await s3.send(new CreateBucketCommand({ Bucket: names.bucket }));
    await rds.send(
        new CreateDBClusterParameterGroupCommand({
            DBClusterParameterGroupName: names.parameterGroup,
            DBParameterGroupFamily: "aurora-mysql8.0",
            Description: `Parameters of ${names.clusterIdentifier}`,
        }),
    );
    await rds.send(
        new CreateDBClusterCommand({
            DBClusterIdentifier: names.clusterIdentifier,
            DBClusterParameterGroupName: names.parameterGroup,
            Engine: "aurora-mysql",
            EngineVersion: "8.0.mysql_aurora.3.10.0",
            MasterUsername: "admin",
            MasterUserPassword: "only-in-the-emulator",
        }),
    );
}

export async function deleteExistingCluster({ rds, s3 }: Clients, names = existing): Promise<void> {
    const { clusterIdentifier: DBClusterIdentifier, parameterGroup: DBClusterParameterGroupName } = names;
    await rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier, SkipFinalSnapshot: true }));
    await rds.send(new DeleteDBClusterParameterGroupCommand({ DBClusterParameterGroupName }));
    await s3.send(new DeleteBucketCommand({ Bucket: names.bucket }));
}
