import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import { Provider, type ProviderArgs } from "@pulumi/aws";
import assert from "node:assert/strict";
import { parametersOfGroup, policiesOfRole, rolesOfCluster, trustOfRole } from "../../support/attached";
import { allow, attach, createCluster, createPolicy, createRole } from "../../support/emulator/builders";
import { inRegion, type Clients } from "../../support/emulator/clients";
import type { Program } from "../../support/engine";
import { claimBothWays, type Component } from "../bothWays";
import { deleteRole } from "./byHand";

interface Made {
    roleArn: string;
    policyDocuments: string[];
    clusterParameterGroupName: string;
}

/** An access for a cluster of the same name in each of these places. */
const accesses =
    (Component: Component, cluster: string, places: Record<string, ProviderArgs>): Program =>
    () =>
        Object.fromEntries(
            Object.entries(places).map(([name, args]) => {
                const { roleArn, policyDocuments, clusterParameterGroupName } = new Component(
                    name,
                    {
                        importFrom: [{ bucket: "raw" }],
                        clusterParameterGroup: { family: "aurora-mysql8.0" },
                        clusters: [{ clusterIdentifier: cluster }],
                    },
                    { provider: new Provider(name, { ...args, s3UsePathStyle: true }) },
                );
                return [name, { roleArn, policyDocuments, clusterParameterGroupName }];
            }),
        );

async function withCluster(clients: Clients, DBClusterIdentifier: string, use: () => Promise<void>) {
    await createCluster(clients, { DBClusterIdentifier });
    await use();
    assert.deepEqual(
        await rolesOfCluster(clients, DBClusterIdentifier),
        [],
        "the role is taken from the cluster",
    );
    const deletion = { DBClusterIdentifier, SkipFinalSnapshot: true };
    await clients.rds.send(new DeleteDBClusterCommand(deletion));
}

const otherAccount = "210987654321";

const trustIn = (account: string) => ({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { Service: "rds.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEqualsIfExists: { "aws:SourceAccount": account } },
        },
    ],
});

/** All that a place has of an access. */
async function isIn(clients: Clients, cluster: string, account: string, made: Made): Promise<void> {
    const { roleArn, policyDocuments, clusterParameterGroupName } = made;
    assert.ok(roleArn.startsWith(`arn:aws:iam::${account}:role/`), roleArn);
    assert.deepEqual(await trustOfRole(clients, roleArn), trustIn(account));
    assert.deepEqual(
        Object.values(await policiesOfRole(clients, roleArn)),
        policyDocuments.map((document) => JSON.parse(document) as unknown),
    );
    assert.deepEqual(await rolesOfCluster(clients, cluster), [
        { roleArn, status: "ACTIVE", featureName: undefined },
    ]);
    assert.deepEqual(await parametersOfGroup(clients, clusterParameterGroupName), [
        { name: "aws_default_s3_role", value: roleArn, applyMethod: "immediate" },
    ]);
}

claimBothWays("explicit providers", {
    "of two regions reach every child": async ({ Component, aws, unique, duringStack }) => {
        const [us, eu] = [aws.aws, inRegion(aws, "eu-west-1")];
        const places = { us: { region: "us-east-1" }, eu: { region: "eu-west-1" } };
        await withCluster(us, unique, () =>
            withCluster(eu, unique, () =>
                duringStack(accesses(Component, unique, places), async (stack) => {
                    const made = (await stack.up()).outputs as unknown as { us: Made; eu: Made };
                    await isIn(us, unique, aws.accountId, made.us);
                    await isIn(eu, unique, aws.accountId, made.eu);
                    const { resources = [] } = await stack.state();
                    assert.ok(!resources.some(({ urn }) => String(urn).includes("providers:aws::default")));
                }),
            ),
        );
    },

    "of two accounts reach every child, and who trusts the role": async ({
        Component,
        aws,
        unique,
        duringStack,
    }) => {
        const [own, other] = [aws.aws, aws.otherAccount(otherAccount)];
        const deployer = await createRole(other, `deployer-${unique}`);
        const everything = await createPolicy(other, `everything-${unique}`, allow("*", "*"));
        await attach(other, `deployer-${unique}`, everything);
        const places = {
            own: { region: "us-east-1" },
            other: { region: "us-east-1", assumeRoles: [{ roleArn: deployer }] },
        };
        await withCluster(own, unique, () =>
            withCluster(other, unique, () =>
                duringStack(accesses(Component, unique, places), async (stack) => {
                    const made = (await stack.up()).outputs as unknown as { own: Made; other: Made };
                    await isIn(own, unique, aws.accountId, made.own);
                    await isIn(other, unique, otherAccount, made.other);
                }),
            ),
        );
        await deleteRole(other, `deployer-${unique}`, [everything]);
    },

    "of another partition reach what the documents are made from": async ({
        Component,
        unique,
        duringStack,
    }) => {
        const places = { china: { region: "cn-north-1" } };
        await duringStack(accesses(Component, unique, places), async (stack) => {
            const { china } = (await stack.preview()).outputs as { china: Made };
            assert.deepEqual(
                china.policyDocuments.map((document) => JSON.parse(document) as unknown),
                [
                    {
                        Version: "2012-10-17",
                        Statement: [
                            {
                                Effect: "Allow",
                                Action: ["s3:ListBucket"],
                                Resource: ["arn:aws-cn:s3:::raw"],
                            },
                            {
                                Effect: "Allow",
                                Action: ["s3:GetObject", "s3:GetObjectVersion"],
                                Resource: ["arn:aws-cn:s3:::raw/*"],
                            },
                        ],
                    },
                ],
            );
        });
    },
});
