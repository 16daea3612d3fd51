import * as pulumi from "@pulumi/pulumi";
import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import type { AuroraS3Access, ClusterAssociation } from "../../provider";
import { rolesOfCluster } from "../support/attached";
import { createCluster } from "../support/emulator/builders";
import { inRegion } from "../support/emulator/clients";
import { describeSteps, type Program } from "../support/engine";
import { claimBothWays } from "./bothWays";

const region = "us-west-2";

claimBothWays("the name of an entry in clusters", {
    "can be given and changed while the cluster, here in another Region, keeps its role": async ({
        Component: AnyComponent,
        aws,
        unique,
        duringStack,
    }) => {
        const Component = AnyComponent as typeof AuroraS3Access;
        const clients = inRegion(aws, region);
        await createCluster(clients, { DBClusterIdentifier: unique });
        const access =
            (entry: Partial<ClusterAssociation>): Program =>
            () => {
                const cluster = { clusterIdentifier: unique, region: pulumi.output(region), ...entry };
                new Component("sales", { importFrom: [{ bucket: "raw" }], clusters: [cluster] });
            };
        await duringStack(access({}), async (stack) => {
            await stack.up();
            const roles = await rolesOfCluster(clients, unique);
            assert.equal(roles.length, 1);
            for (const entry of [
                { name: "west" },
                { name: "oregon", formerNames: ["west"] },
                { formerNames: ["oregon"] },
            ]) {
                stack.program = access(entry);
                assert.deepEqual(describeSteps(await stack.up()), ["update AuroraS3Access sales"]);
                assert.deepEqual(await rolesOfCluster(clients, unique), roles);
            }
        });
        assert.deepEqual(await rolesOfCluster(clients, unique), []);
        const deletion = { DBClusterIdentifier: unique, SkipFinalSnapshot: true };
        await clients.rds.send(new DeleteDBClusterCommand(deletion));
    },
});
