import { RemoveRoleFromDBClusterCommand } from "@aws-sdk/client-rds";
import { rolesOfCluster } from "../../support/attached";
import type { Emulator } from "../../support/emulator/emulator";
import type { InlineStack } from "../../support/engine";
import { cluster } from "./programs";

type Remedy = (stack: InlineStack, aws: Emulator) => Promise<unknown>;

/** What a user can do about an association that AWS has and the state has not, as AWS refuses to make it again. */
export const remedies = {
    "pulumi import": async (stack, { aws }) => {
        const [{ roleArn } = { roleArn: "" }] = await rolesOfCluster(aws, cluster);
        const { resources = [] } = await stack.state();
        const component = resources.find(({ type }) => type === "aurora-s3-access:index:AuroraS3Access")!;
        const association = {
            type: "aws:rds/clusterRoleAssociation:ClusterRoleAssociation",
            name: "sales-cluster",
            id: `${cluster},${roleArn}`,
            parent: "sales",
        };
        await stack.import([association], { sales: String(component.urn) });
    },
    "remove-role-from-db-cluster": async (_, { aws }) => {
        const [{ roleArn } = { roleArn: "" }] = await rolesOfCluster(aws, cluster);
        const role = { DBClusterIdentifier: cluster, RoleArn: roleArn };
        await aws.rds.send(new RemoveRoleFromDBClusterCommand(role));
        // RDS takes a while.
        while ((await rolesOfCluster(aws, cluster)).length > 0);
    },
} satisfies Record<string, Remedy>;
