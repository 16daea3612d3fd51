import { rds } from "@pulumi/aws";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import type { Program } from "../../support/engine";
import { claimChanges, otherRegion } from "./change";

const importFrom = [{ bucket: "raw" }];
const itself = "update AuroraS3Access sales";

/** An access beside a cluster `sales` in each of two Regions. */
const access =
    (args: Partial<AuroraS3AccessArgs>): Program =>
    () => {
        for (const region of ["us-east-1", otherRegion]) {
            new rds.Cluster(region, {
                clusterIdentifier: "sales",
                region,
                engine: "aurora-mysql",
                masterUsername: "administrator",
                manageMasterUserPassword: true,
                skipFinalSnapshot: true,
            });
        }
        new AuroraS3Access("sales", { importFrom, ...args });
    };

const clusterIdentifier = "sales";
const ofClusters = (...clusters: NonNullable<AuroraS3AccessArgs["clusters"]>) => access({ clusters });

const attached = "iam role policy attachment sales-role sales-import";
const here = "rds cluster role association sales sales-role";
const there = `${otherRegion} rds cluster role association sales sales-role`;
const association = "rds.ClusterRoleAssociation sales-cluster";
const moved = `replace ${association} [region] replace because of id,region`;

claimChanges("an edit of a cluster's Region", [
    {
        edit: "that of the provider in so many words changes nothing in AWS",
        from: ofClusters({ clusterIdentifier }),
        to: ofClusters({ clusterIdentifier, region: "us-east-1" }),
        steps: [itself],
        held: [attached, here],
    },
    {
        edit: "another one is the cluster of the same identifier there",
        from: ofClusters({ clusterIdentifier, region: "us-east-1" }),
        to: ofClusters({ clusterIdentifier, region: otherRegion }),
        steps: [moved, itself],
        held: [attached, there],
    },
    {
        edit: "taken out it stays",
        from: ofClusters({ clusterIdentifier, region: otherRegion }),
        to: ofClusters({ clusterIdentifier }),
        steps: [itself],
        held: [attached, there],
    },
    {
        edit: "that of the provider brings it back",
        from: ofClusters({ clusterIdentifier }),
        to: ofClusters({ clusterIdentifier, region: "us-east-1" }),
        steps: [moved, itself],
        held: [attached, here],
    },
    {
        edit: "the cluster of the same identifier in another one comes",
        from: ofClusters({ clusterIdentifier }),
        to: ofClusters({ clusterIdentifier }, { clusterIdentifier, region: otherRegion, name: "west" }),
        steps: [`create ${association}-west`, itself],
        held: [attached, here, there],
    },
]);

const group = "rds.ClusterParameterGroup sales-parameters";
const grouped = (region?: string) =>
    access({ clusterParameterGroup: { family: "aurora-mysql8.0", name: "sales", region } });

claimChanges("an edit of the parameter group's Region", [
    {
        edit: "another one has a group of the same name, before the first goes",
        from: grouped(),
        to: grouped(otherRegion),
        steps: [`replace ${group} [region] replace because of id,region`, itself],
    },
    { edit: "taken out it stays", from: grouped(otherRegion), to: grouped(), steps: [itself] },
]);
