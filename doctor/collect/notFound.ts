import { type DBCluster, paginateDescribeDBClusters, RDSClient } from "@aws-sdk/client-rds";
import { isRead } from "../facts";
import { all, askFor } from "./ask";
import { CannotRun } from "./cannotRun";
import type { Clients, Connection } from "./clients";

/** The Region that is given, or that of the environment or the profile. */
export async function regionOf({ region, profile }: Connection): Promise<string> {
    if (region !== undefined) return region;
    try {
        return await new RDSClient(profile === undefined ? {} : { profile }).config.region();
    } catch (cause) {
        throw new CannotRun(
            "The AWS Region of the cluster is not known. Set it with --region, for example, --region us-east-1, in AWS_REGION, or in the profile.",
            { cause },
        );
    }
}

const shown = 10;

/** Names the clusters that there are. */
export async function noSuchDatabase(
    clients: Clients,
    identifier: string,
    region: string,
): Promise<CannotRun> {
    const clusters = await askFor("rds:DescribeDBClusters", () =>
        all(paginateDescribeDBClusters({ client: clients.rds() }, {}), ({ DBClusters }) => DBClusters),
    );
    const others = isRead(clusters) ? ` ${listed(clusters.read.filter(isAurora))}` : "";
    return new CannotRun(
        `There is no cluster "${identifier}" in ${region}.${others} Check the identifier, and set the Region with --region and the account with --profile.`,
    );
}

const isAurora = ({ Engine }: DBCluster): boolean => Engine?.startsWith("aurora-") ?? false;

function listed(clusters: readonly DBCluster[]): string {
    if (clusters.length === 0) return "There are no Aurora clusters there.";
    const names = clusters.slice(0, shown).map(({ DBClusterIdentifier }) => `"${DBClusterIdentifier}"`);
    const more = clusters.length > shown ? ` and ${clusters.length - shown} more` : "";
    return `The Aurora clusters there are ${names.join(", ")}${more}.`;
}
