import { ListPolicyTagsCommand, ListRoleTagsCommand } from "@aws-sdk/client-iam";
import { ListTagsForResourceCommand } from "@aws-sdk/client-rds";
import { AuroraS3Access, type AuroraEngine } from "../../../provider";
import { parametersOfGroup, policiesOfRole, rolesOfCluster, trustOfRole } from "../../support/attached";
import type { Clients } from "../../support/emulator/clients";
import type { Emulator } from "../../support/emulator/emulator";
import type { Program } from "../../support/engine";

/** What the program has made, as its outputs tell. */
export interface Made {
    cluster: string;
    /** For Aurora PostgreSQL that for import and that for export. */
    roleArns: string[];
    /** That for import and that for export. */
    policyArns: string[];
    /** For Aurora MySQL. */
    clusterParameterGroupName?: string;
}

/** An access with all that it can make for a cluster, which is there already. */
export const salesOf =
    (cluster: string, engine: AuroraEngine): Program =>
    () => {
        const { roleArns, policyArns, clusterParameterGroupName } = new AuroraS3Access("sales", {
            engine,
            importFrom: [{ bucket: "raw" }],
            exportTo: [{ bucket: "reports" }],
            clusters: [{ clusterIdentifier: cluster }],
            ...(engine === "aurora-mysql" && { clusterParameterGroup: { family: "aurora-mysql8.0" } }),
            tags: { team: "sales" },
        });
        return { cluster, roleArns, policyArns, clusterParameterGroupName };
    };

export const roleNameOf = (arn: string) => arn.slice(arn.lastIndexOf("/") + 1);

/** All of it as AWS reports it, apart from the endings of automatic names. */
export async function inAws({ aws, region, accountId }: Emulator, made: Made): Promise<unknown> {
    const { cluster, roleArns, policyArns, clusterParameterGroupName: group } = made;
    const all = {
        roles: await Promise.all(roleArns.map((arn) => roleInAws(aws, arn))),
        tagsOfPolicies: await Promise.all(policyArns.map((arn) => tagsOfPolicy(aws, arn))),
        cluster: (await rolesOfCluster(aws, cluster)).sort((one, other) =>
            one.roleArn < other.roleArn ? -1 : 1,
        ),
        group: group && {
            parameters: await parametersOfGroup(aws, group),
            tags: await tagsOf(aws, `arn:aws:rds:${region}:${accountId}:cluster-pg:${group}`),
        },
    };
    return JSON.parse(JSON.stringify(all).replace(/(sales-[a-z-]+)-[0-9a-f]{7}\b/g, "$1"));
}

async function roleInAws(clients: Clients, arn: string) {
    const { Tags } = await clients.iam.send(new ListRoleTagsCommand({ RoleName: roleNameOf(arn) }));
    return { trust: await trustOfRole(clients, arn), policies: await policiesOfRole(clients, arn), Tags };
}

async function tagsOfPolicy({ iam }: Clients, PolicyArn: string) {
    return (await iam.send(new ListPolicyTagsCommand({ PolicyArn }))).Tags;
}

async function tagsOf({ rds }: Clients, ResourceName: string) {
    return (await rds.send(new ListTagsForResourceCommand({ ResourceName }))).TagList;
}
