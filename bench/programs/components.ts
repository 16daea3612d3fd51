import { Key } from "@pulumi/aws/kms/key";
import { Cluster } from "@pulumi/aws/rds/cluster";
import { Bucket } from "@pulumi/aws/s3/bucket";
import * as pulumi from "@pulumi/pulumi";
import { type Args, argsOf, clusterOf, type Inputs, type Places, plainPlaces } from "./args";

/** Makes as many as the stack's configuration says, of strings or of outputs. */
export function components(make: (name: string, args: Args) => void): void {
    const config = new pulumi.Config();
    const made = config.require<Inputs>("inputs") === "outputs" ? placesMadeHere() : undefined;
    for (let i = 0; i < config.requireNumber("count"); i++) {
        // A cluster has five roles at most.
        const places = made ?? { ...plainPlaces, clusterIdentifier: clusterOf(i) };
        make(`access-${i}`, argsOf(places));
    }
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
