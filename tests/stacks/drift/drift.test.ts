import {
    AttachRolePolicyCommand,
    DeletePolicyCommand,
    DeleteRoleCommand,
    TagRoleCommand,
    UntagPolicyCommand,
    UntagRoleCommand,
    UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import {
    DeleteDBClusterParameterGroupCommand,
    ResetDBClusterParameterGroupCommand,
} from "@aws-sdk/client-rds";
import { allow, trustOf } from "../../support/emulator/builders";
import { detach, editPolicy, setParameter, takeFromCluster } from "./byHand";
import { claimDrifts } from "./drift";
import { roleNameOf } from "./sales";

const listsBucket = allow("s3:ListBucket", "arn:aws:s3:::raw");
const readsObjects = allow(["s3:GetObjectVersion", "s3:GetObject"], "arn:aws:s3:::raw/*");

const [policy, attachment] = ["iam.Policy sales-import", "iam.RolePolicyAttachment sales-import"];
const exportAttachment = "iam.RolePolicyAttachment sales-export";
const role = "iam.Role sales-role";
const association = "rds.ClusterRoleAssociation sales-cluster";
const group = "rds.ClusterParameterGroup sales-parameters";

claimDrifts({
    "a policy that by hand": [
        {
            byHand: "allows more is written again",
            change: ({ policyArns: [imports] }, { aws }) => editPolicy(aws, imports!, allow("s3:*", "*")),
            found: [`update ${policy} [policy]`],
            mended: [`update ${policy} [policy]`],
        },
        {
            byHand: "has as many versions as it may is written again",
            change: async ({ policyArns: [imports] }, { aws }) => {
                for (const bucket of ["a", "b", "c", "d"]) {
                    await editPolicy(aws, imports!, allow("s3:ListBucket", `arn:aws:s3:::${bucket}`));
                }
            },
            found: [`update ${policy} [policy]`],
            mended: [`update ${policy} [policy]`],
        },
        {
            byHand: "says the same with Sids is written again",
            change: ({ policyArns: [imports] }, { aws }) =>
                editPolicy(aws, imports!, { Sid: "List", ...listsBucket }, { Sid: "Read", ...readsObjects }),
            found: [`update ${policy} [policy]`],
            mended: [`update ${policy} [policy]`],
        },
        {
            byHand: "says the same in another order stays so",
            change: ({ policyArns: [imports] }, { aws }) =>
                editPolicy(aws, imports!, readsObjects, listsBucket),
            found: [],
            mended: [],
            stays: true,
        },
        {
            byHand: "has lost a tag gets it again",
            change: ({ policyArns: [imports] }, { aws: { iam } }) =>
                iam.send(new UntagPolicyCommand({ PolicyArn: imports, TagKeys: ["team"] })),
            found: [`update ${policy} [tags,tagsAll]`],
            mended: [`update ${policy} [tags,tagsAll]`],
        },
        {
            byHand: "is detached from the role is attached again",
            change: ({ roleArns: [roleArn], policyArns: [imports] }, { aws }) =>
                detach(aws, roleArn!, imports!),
            found: [`delete ${attachment}`],
            mended: [`create ${attachment}`],
        },
        {
            byHand: "is deleted is made and attached again",
            change: async ({ roleArns: [roleArn], policyArns: [imports] }, { aws }) => {
                await detach(aws, roleArn!, imports!);
                await aws.iam.send(new DeletePolicyCommand({ PolicyArn: imports }));
            },
            found: [`delete ${policy}`, `delete ${attachment}`],
            mended: [`create ${policy}`, `create ${attachment}`],
        },
    ],
    "a role that by hand": [
        {
            byHand: "trusts RDS of every account trusts its own again",
            change: ({ roleArns: [roleArn] }, { aws: { iam } }) =>
                iam.send(
                    new UpdateAssumeRolePolicyCommand({
                        RoleName: roleNameOf(roleArn!),
                        PolicyDocument: trustOf("rds.amazonaws.com"),
                    }),
                ),
            found: [`update ${role} [assumeRolePolicy]`],
            mended: [`update ${role} [assumeRolePolicy]`],
        },
        {
            byHand: "has another tag than its own has its own again",
            change: async ({ roleArns: [roleArn] }, { aws: { iam } }) => {
                const RoleName = roleNameOf(roleArn!);
                await iam.send(new UntagRoleCommand({ RoleName, TagKeys: ["team"] }));
                await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: "owner", Value: "somebody" }] }));
            },
            found: [`update ${role} [tags,tagsAll]`],
            mended: [`update ${role} [tags,tagsAll]`],
        },
        {
            byHand: "has got another policy keeps it, until it is destroyed",
            change: ({ roleArns: [roleArn] }, { aws: { iam } }) =>
                iam.send(
                    new AttachRolePolicyCommand({
                        RoleName: roleNameOf(roleArn!),
                        PolicyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
                    }),
                ),
            found: [],
            mended: [],
            stays: true,
        },
        {
            byHand: "is deleted is made again, under another name for all that refer to it",
            change: async ({ roleArns: [roleArn], policyArns }, { aws }) => {
                for (const policyArn of policyArns) await detach(aws, roleArn!, policyArn);
                await aws.iam.send(new DeleteRoleCommand({ RoleName: roleNameOf(roleArn!) }));
            },
            found: [`delete ${role}`, `delete ${exportAttachment}`, `delete ${attachment}`],
            mended: [
                `create ${role}`,
                `create ${exportAttachment}`,
                `create ${attachment}`,
                `replace ${association} [roleArn] replace because of id,roleArn`,
                `update ${group} [parameters]`,
            ],
        },
        {
            byHand: "is taken from the cluster is associated again",
            change: ({ cluster, roleArns: [roleArn] }, { aws }) => takeFromCluster(aws, cluster, roleArn!),
            found: [`delete ${association}`],
            mended: [`create ${association}`],
        },
        {
            byHand: "is taken from a PostgreSQL cluster is associated again, and the other one stays",
            engine: "aurora-postgresql",
            change: ({ cluster, roleArns: [roleArn] }, { aws }) =>
                takeFromCluster(aws, cluster, roleArn!, "s3Import"),
            found: [`delete ${association}-import`],
            mended: [`create ${association}-import`],
        },
    ],
    "a parameter group that by hand": [
        {
            byHand: "names another role names ours again",
            change: (made, { aws }) =>
                setParameter(aws, made, "aws_default_s3_role", "arn:aws:iam::123456789012:role/other"),
            found: [`update ${group} [parameters]`],
            mended: [`update ${group} [parameters]`],
        },
        {
            byHand: "has one parameter more loses it",
            change: (made, { aws }) => setParameter(aws, made, "time_zone", "UTC"),
            found: [`update ${group} [parameters]`],
            mended: [`update ${group} [parameters]`],
        },
        {
            byHand: "is reset gets its parameters again",
            change: ({ clusterParameterGroupName }, { aws: { rds } }) =>
                rds.send(
                    new ResetDBClusterParameterGroupCommand({
                        DBClusterParameterGroupName: clusterParameterGroupName,
                        ResetAllParameters: true,
                    }),
                ),
            found: [`update ${group} [parameters]`],
            mended: [`update ${group} [parameters]`],
        },
        {
            byHand: "is deleted is made again",
            change: ({ clusterParameterGroupName }, { aws: { rds } }) =>
                rds.send(
                    new DeleteDBClusterParameterGroupCommand({
                        DBClusterParameterGroupName: clusterParameterGroupName,
                    }),
                ),
            found: [`delete ${group}`],
            mended: [`create ${group}`],
        },
    ],
});
