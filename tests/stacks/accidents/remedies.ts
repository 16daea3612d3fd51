import { RemoveRoleFromDBClusterCommand } from "@aws-sdk/client-rds";
import { rolesOfCluster } from "../../support/attached";
import type { Emulator } from "../../support/emulator/emulator";
import type { InlineStack } from "../../support/engine";
import { cluster, givenRoleName } from "./programs";

type Remedy = (stack: InlineStack, aws: Emulator) => Promise<unknown>;

/** What a user can do about what AWS has and the state has not, where AWS refuses to make it again. */
export const remedies = {
    "pulumi import of the association": async (stack, { aws }) => {
        const [{ roleArn } = { roleArn: "" }] = await rolesOfCluster(aws, cluster);
        const type = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation";
        await importChild(stack, { type, name: "sales-cluster", id: `${cluster},${roleArn}` });
    },
    "pulumi import of the role": (stack) =>
        importChild(stack, { type: "aws:iam/role:Role", name: "sales-role", id: givenRoleName }),
    "remove-role-from-db-cluster": async (_, { aws }) => {
        const [{ roleArn } = { roleArn: "" }] = await rolesOfCluster(aws, cluster);
        const role = { DBClusterIdentifier: cluster, RoleArn: roleArn };
        await aws.rds.send(new RemoveRoleFromDBClusterCommand(role));
        // RDS takes a while.
        while ((await rolesOfCluster(aws, cluster)).length > 0);
    },
} satisfies Record<string, Remedy>;

/** The component is in the state since the first run, so that it can be named as the parent. */
async function importChild(
    stack: InlineStack,
    child: { type: string; name: string; id: string },
): Promise<void> {
    const { resources = [] } = await stack.state();
    const component = resources.find(({ type }) => type === "aurora-s3-access:index:AuroraS3Access")!;
    await stack.import([{ ...child, parent: "sales" }], { sales: String(component.urn) });
}
