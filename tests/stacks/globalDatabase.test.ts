import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { parametersOfGroup, rolesOfCluster } from "../support/attached";
import { createCluster } from "../support/emulator/builders";
import { inRegion, type Clients } from "../support/emulator/clients";
import { leftovers } from "../support/emulator/leftovers";
import { describeSteps } from "../support/engine";
import { useExample } from "./exampleStack";

const region = "us-west-2";
/** Identifiers are unique in a Region only. */
const cluster = "global-sales";

describe("examples/typescript-global-database, on the real engine", () => {
    let places: Record<"primary" | "secondary", Clients>;
    const { stack, firstPreview, outputs } = useExample("typescript-global-database", async (emulator) => {
        places = { primary: emulator.aws, secondary: inRegion(emulator, region) };
        for (const clients of Object.values(places)) {
            await createCluster(clients, { DBClusterIdentifier: cluster });
        }
        return {
            config: {
                primaryCluster: cluster,
                secondaryCluster: cluster,
                secondaryRegion: region,
                bucket: "raw",
            },
            takeAway: async () => {
                for (const [place, clients] of Object.entries(places)) {
                    assert.deepEqual(await rolesOfCluster(clients, cluster), [], `no role in ${place}`);
                    const deletion = { DBClusterIdentifier: cluster, SkipFinalSnapshot: true };
                    await clients.rds.send(new DeleteDBClusterCommand(deletion));
                }
                assert.deepEqual(
                    await leftovers(places.secondary),
                    [],
                    "nothing is left in the other Region",
                );
            },
        };
    });

    it("shows every resource in the first preview", () => {
        assert.deepEqual(describeSteps(firstPreview()), [
            "create AuroraS3Access sales",
            "create iam.Policy sales-import",
            "create iam.Role sales-role",
            "create iam.RolePolicyAttachment sales-import",
            "create rds.ClusterParameterGroup primary",
            "create rds.ClusterParameterGroup secondary",
            "create rds.ClusterRoleAssociation sales-cluster-primary",
            "create rds.ClusterRoleAssociation sales-cluster-secondary",
        ]);
    });

    for (const place of ["primary", "secondary"] as const) {
        it(`gives the ${place} cluster the one role, and a parameter group of its Region that names it`, async () => {
            const { roleArn } = outputs();
            assert.deepEqual(await rolesOfCluster(places[place], cluster), [
                { roleArn, status: "ACTIVE", featureName: undefined },
            ]);
            const group = outputs()[`${place}ParameterGroup`]!;
            assert.deepEqual(await parametersOfGroup(places[place], group), [
                { name: "aws_default_s3_role", value: roleArn, applyMethod: "immediate" },
            ]);
        });
    }

    it("has nothing to change right after, and nothing to find in a refresh", async () => {
        assert.deepEqual(describeSteps(await stack().preview()), []);
        assert.deepEqual(describeSteps(await stack().refresh()), []);
    });
});
