import { DeleteRoleCommand, DetachRolePolicyCommand } from "@aws-sdk/client-iam";
import {
    CreateDBClusterParameterGroupCommand,
    ModifyDBClusterCommand,
    RebootDBInstanceCommand,
    ResetDBClusterParameterGroupCommand,
} from "@aws-sdk/client-rds";
import { type Account, type Setup, trustStatement } from "../account";
import { at, postgresql, nothing, type Scenario } from "./scenario";

const useGroup = ({ aws, cluster }: Account, DBClusterParameterGroupName: string) =>
    aws.rds.send(new ModifyDBClusterCommand({ DBClusterIdentifier: cluster, DBClusterParameterGroupName }));

async function useDefaultGroup(account: Account, family: string): Promise<void> {
    await useGroup(account, `default.${family}`);
    await account.aws.rds.send(new RebootDBInstanceCommand({ DBInstanceIdentifier: "sales-0" }));
}

const reset = ({ aws, group }: Account, ParameterName: string) =>
    aws.rds.send(
        new ResetDBClusterParameterGroupCommand({
            DBClusterParameterGroupName: group,
            Parameters: [{ ParameterName, ApplyMethod: "immediate" }],
        }),
    );

async function deleteRole({ aws, importRole, id }: Account): Promise<void> {
    const RoleName = importRole.split("/")[1]!;
    for (const name of ["import", "export"]) {
        const PolicyArn = `arn:aws:iam::${id}:policy/${name}`;
        await aws.iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    }
    await aws.iam.send(new DeleteRoleCommand({ RoleName }));
}

const otherAccount = { StringEquals: { "aws:SourceAccount": "999999999999" } };
const otherCluster = {
    ArnLike: { "aws:SourceArn": "arn:aws:rds:us-east-1:999999999999:cluster:other" },
};
const v2: Setup = { engineVersion: "5.7.mysql_aurora.2.12.5", isWithoutKey: true };
const v84 = { engineVersion: "8.4.mysql_aurora.8.4.7" };

/** The association of the role, the parameter that names it, and its trust policy. */
export const roleScenarios: readonly Scenario[] = [
    {
        what: "the role is not associated",
        breaks: (account) => account.removeRole(account.importRole),
        codes: ["S3ACCESS010"],
        isFixed: true,
    },
    {
        what: "the association is pending",
        breaks: async (account) => {
            await account.removeRole(account.importRole);
            await account.addRole(account.importRole);
        },
        codes: ["S3ACCESS011"],
        isFixed: true,
    },
    {
        what: "the role has become invalid, as its trust policy no longer names Amazon RDS",
        breaks: (account) => account.trust(trustStatement(undefined, "ec2.amazonaws.com")),
        codes: ["S3ACCESS031"],
        isFixed: true,
    },
    {
        what: "the role was deleted",
        breaks: deleteRole,
        codes: ["S3ACCESS030"],
    },
    {
        what: "the role for imports is not associated with PostgreSQL",
        setup: postgresql,
        breaks: (account) => account.removeRole(account.importRole, "s3Import"),
        codes: ["S3ACCESS013"],
    },
    {
        what: "the role for exports is not associated with PostgreSQL",
        setup: postgresql,
        breaks: (account) => account.removeRole(account.exportRole, "s3Export"),
        codes: ["S3ACCESS013"],
    },
    {
        what: "the role is associated with PostgreSQL for another feature",
        setup: postgresql,
        breaks: async (account) => {
            await account.removeRole(account.importRole, "s3Import");
            await account.addRole(account.importRole, "Lambda");
        },
        codes: ["S3ACCESS013"],
    },
    {
        what: "the cluster uses the default parameter group",
        breaks: (account) => useDefaultGroup(account, "aurora-mysql8.0"),
        codes: ["S3ACCESS020"],
        isFixed: true,
    },
    {
        what: "the cluster of version 8.4 uses the default parameter group",
        setup: v84,
        breaks: (account) => useDefaultGroup(account, "aurora-mysql8.4"),
        codes: ["S3ACCESS020"],
        isFixed: true,
    },
    {
        what: "the parameter is empty",
        breaks: (account) => reset(account, "aws_default_s3_role"),
        codes: ["S3ACCESS021"],
        isFixed: true,
    },
    {
        what: "the parameter for imports of version 2 is empty",
        setup: v2,
        breaks: (account) => reset(account, "aurora_load_from_s3_role"),
        codes: ["S3ACCESS021"],
        isFixed: true,
    },
    {
        what: "the parameter for exports of version 2 is empty",
        setup: v2,
        breaks: (account) => reset(account, "aurora_select_into_s3_role"),
        codes: ["S3ACCESS021"],
        isFixed: true,
    },
    {
        what: "the parameter names another role",
        breaks: async (account) => {
            await account.createRole("other");
            await account.setParameter("aws_default_s3_role", account.arnOfRole("other"));
        },
        codes: ["S3ACCESS022"],
        isFixed: true,
    },
    {
        what: "the parameter is the name of the role",
        breaks: (account) => account.setParameter("aws_default_s3_role", "loader"),
        codes: ["S3ACCESS024"],
        isFixed: true,
    },
    {
        what: "an instance has not been rebooted since the cluster got another parameter group",
        breaks: async (account) => {
            const { aws, group, importRole } = account;
            await aws.rds.send(
                new CreateDBClusterParameterGroupCommand({
                    DBClusterParameterGroupName: "later",
                    DBParameterGroupFamily: "aurora-mysql8.0",
                    Description: `After ${group}`,
                }),
            );
            account.group = "later";
            await account.setParameter("aws_default_s3_role", importRole);
            await useGroup(account, "later");
        },
        codes: ["S3ACCESS023"],
        isFixed: true,
    },
    {
        what: "the trust policy is for another account",
        breaks: (account) => account.trust(trustStatement(otherAccount)),
        codes: ["S3ACCESS032"],
        isFixed: true,
    },
    {
        what: "the trust policy is for another cluster",
        breaks: (account) => account.trust(trustStatement(otherCluster)),
        codes: ["S3ACCESS032"],
        isFixed: true,
    },
    {
        what: "the trust policy names the cluster in capitals",
        breaks: (account) =>
            account.trust(
                trustStatement({
                    ArnLike: { "aws:SourceArn": account.clusterArn.replace("sales", "Sales") },
                }),
            ),
        codes: ["S3ACCESS032"],
        isFixed: true,
    },
    {
        what: "the trust policy denies Amazon RDS",
        breaks: (account) => account.trust(trustStatement(), { ...trustStatement(), Effect: "Deny" }),
        codes: ["S3ACCESS033"],
    },
    {
        what: "the trust policy is for this account and this cluster",
        breaks: (account) =>
            account.trust(
                trustStatement({
                    StringEquals: { "aws:SourceAccount": account.id },
                    ArnLike: { "aws:SourceArn": account.clusterArn },
                }),
            ),
        codes: [],
    },
    {
        what: "PostgreSQL is too old to import",
        setup: { ...postgresql, engineVersion: "10.6" },
        breaks: nothing,
        asked: ({ raw }) => [at("import", raw, "incoming/")],
        codes: ["S3ACCESS001"],
    },
];
