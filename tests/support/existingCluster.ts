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

export async function makeExistingCluster({ rds, s3 }: Clients): Promise<void> {
    await s3.send(new CreateBucketCommand({ Bucket: existing.bucket }));
    await rds.send(
        new CreateDBClusterParameterGroupCommand({
            DBClusterParameterGroupName: existing.parameterGroup,
            DBParameterGroupFamily: "aurora-mysql8.0",
            Description: "Parameters of the warehouse",
        }),
    );
    await rds.send(
        new CreateDBClusterCommand({
            DBClusterIdentifier: existing.clusterIdentifier,
            DBClusterParameterGroupName: existing.parameterGroup,
            Engine: "aurora-mysql",
            EngineVersion: "8.0.mysql_aurora.3.10.0",
            MasterUsername: "admin",
            MasterUserPassword: "only-in-the-emulator",
        }),
    );
}

export async function deleteExistingCluster({ rds, s3 }: Clients): Promise<void> {
    const { clusterIdentifier: DBClusterIdentifier, parameterGroup: DBClusterParameterGroupName } = existing;
    await rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier, SkipFinalSnapshot: true }));
    await rds.send(new DeleteDBClusterParameterGroupCommand({ DBClusterParameterGroupName }));
    await s3.send(new DeleteBucketCommand({ Bucket: existing.bucket }));
}
