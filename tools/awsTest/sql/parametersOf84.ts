import { paginateDescribeEngineDefaultClusterParameters, type RDSClient } from "@aws-sdk/client-rds";

/** The parameters of Aurora MySQL 8.4 that name a role for Amazon S3. No cluster is needed to know them. */
export async function parametersOf84(client: RDSClient): Promise<string[]> {
    const names: string[] = [];
    const family = { DBParameterGroupFamily: "aurora-mysql8.4" };
    for await (const { EngineDefaults } of paginateDescribeEngineDefaultClusterParameters(
        { client },
        family,
    )) {
        for (const { ParameterName = "" } of EngineDefaults?.Parameters ?? [])
            if (ParameterName.includes("s3") && ParameterName.endsWith("_role")) names.push(ParameterName);
    }
    return names.sort();
}
