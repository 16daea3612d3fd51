import { Key } from "@pulumi/aws/kms/key";
import { Cluster } from "@pulumi/aws/rds/cluster";
import { Bucket } from "@pulumi/aws/s3/bucket";
import * as pulumi from "@pulumi/pulumi";
import { type Args, argsOf, type Inputs, type Places, plainPlaces } from "./args";

/** Makes a hundred components of what the stack's configuration says: of plain texts, or of outputs. */
export function hundred(make: (name: string, args: Args) => pulumi.ComponentResource): void {
    const inputs = new pulumi.Config().require<Inputs>("inputs");
    const places = inputs === "plain texts" ? plainPlaces : placesMadeHere();
    for (let i = 0; i < 100; i++) make(`access-${i}`, argsOf(places));
}

function placesMadeHere(): Places {
    const cluster = new Cluster("sales", {
        engine: "aurora-mysql",
        masterUsername: "admin",
        manageMasterUserPassword: true,
        skipFinalSnapshot: true,
    });
    return {
        raw: new Bucket("raw-data").bucket,
        shared: new Bucket("raw-shared").bucket,
        reports: new Bucket("reports").bucket,
        keyArn: new Key("reports").arn,
        clusterIdentifier: cluster.clusterIdentifier,
    };
}
