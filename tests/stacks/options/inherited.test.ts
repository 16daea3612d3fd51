import { kms, Provider } from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { policiesOfRole } from "../../support/attached";
import { describeSteps, type Program } from "../../support/engine";
import { claimBothWays, type Component } from "../bothWays";
import { deleteRole } from "./byHand";
import { childrenOf, pathOf, resourcesOf } from "./resources";

const sales =
    (Component: Component, options: () => pulumi.ComponentResourceOptions = () => ({})): Program =>
    () => {
        const { roleArn, policyArns } = new Component(
            "sales",
            { importFrom: [{ bucket: "raw" }] },
            options(),
        );
        return { roleArn, policyArns };
    };

interface Made {
    roleArn: string;
    policyArns: string[];
}

const roleNameOf = ({ roleArn }: Made) => roleArn.split("/").at(-1)!;

const documents = [
    {
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::raw"] },
            {
                Effect: "Allow",
                Action: ["s3:GetObject", "s3:GetObjectVersion"],
                Resource: ["arn:aws:s3:::raw/*"],
            },
        ],
    },
];

claimBothWays("what the children have from the component:", {
    "the parent": async ({ Component, duringStack }) => {
        const parent = () => ({ parent: new pulumi.ComponentResource("shop:index:Shop", "shop") });
        await duringStack(sales(Component, parent), async (stack) => {
            await stack.up();
            const component = "shop:index:Shop$aurora-s3-access:index:AuroraS3Access";
            assert.deepEqual((await resourcesOf(stack)).map(pathOf), [
                `${component}$aws:iam/policy:Policy::sales-import`,
                `${component}$aws:iam/role:Role::sales-role`,
                `${component}$aws:iam/rolePolicyAttachment:RolePolicyAttachment::sales-import`,
                `${component}::sales`,
                "shop:index:Shop::shop",
            ]);
        });
    },

    "a provider of the parent": async ({ Component, duringStack }) => {
        const parent = () => {
            const west = new Provider("west", { region: "us-west-2" });
            return {
                parent: new pulumi.ComponentResource("shop:index:Shop", "shop", {}, { providers: [west] }),
            };
        };
        await duringStack(sales(Component, parent), async (stack) => {
            await stack.up();
            const providers = (await childrenOf(stack)).map(({ provider }) => provider.split("::").at(-2));
            assert.deepEqual(providers, Array(3).fill("west"));
        });
    },

    "an alias: of a component with another name nothing is replaced": async ({ Component, duringStack }) => {
        await duringStack(sales(Component), async (stack) => {
            const before = (await stack.up()).outputs;
            const renamed = (aliases: pulumi.Alias[]) => () => {
                const { roleArn, policyArns } = new Component(
                    "revenue",
                    { importFrom: [{ bucket: "raw" }] },
                    { aliases },
                );
                return { roleArn, policyArns };
            };
            stack.program = renamed([{ name: "sales" }]);
            assert.deepEqual(describeSteps(await stack.preview()), []);
            const up = await stack.up();
            assert.deepEqual([describeSteps(up), up.outputs], [[], before]);
            assert.deepEqual(
                (await childrenOf(stack)).map(({ urn }) => urn.split("::").at(-1)),
                ["revenue-import", "revenue-role", "revenue-import"],
            );
            stack.program = renamed([]);
            assert.deepEqual(describeSteps(await stack.preview()), [], "the alias can go then");
        });
    },

    "an alias: below another parent nothing is replaced": async ({ Component, duringStack }) => {
        await duringStack(sales(Component), async (stack) => {
            await stack.up();
            stack.program = sales(Component, () => ({
                parent: new pulumi.ComponentResource("shop:index:Shop", "shop"),
                aliases: [{ parent: pulumi.rootStackResource }],
            }));
            assert.deepEqual(describeSteps(await stack.up()), ["create Shop shop"]);
        });
    },

    "the protection: destroy leaves all of it": async ({ Component, aws, duringStack }) => {
        await duringStack(
            sales(Component, () => ({ protect: true })),
            async (stack) => {
                const made = (await stack.up()).outputs as unknown as Made;
                const before = await policiesOfRole(aws.aws, made.roleArn);
                await assert.rejects(stack.destroy(), /cannot be deleted\s+because it is protected/);
                assert.deepEqual(await policiesOfRole(aws.aws, made.roleArn), before);
                const kept = await resourcesOf(stack);
                assert.deepEqual(
                    kept.map(({ protect }) => protect),
                    Array(4).fill(true),
                );
                stack.program = sales(Component);
                await stack.up();
            },
        );
    },

    "retainOnDelete: destroy forgets all of it, and AWS has it still": async ({
        Component,
        aws,
        duringStack,
    }) => {
        await duringStack(
            sales(Component, () => ({ retainOnDelete: true })),
            async (stack) => {
                const made = (await stack.up()).outputs as unknown as Made;
                await stack.destroy();
                assert.deepEqual(await resourcesOf(stack), []);
                assert.deepEqual(Object.values(await policiesOfRole(aws.aws, made.roleArn)), documents);
                await deleteRole(aws.aws, roleNameOf(made), made.policyArns);
            },
        );
    },

    "deletedWith: where that is deleted, AWS is not asked to delete the rest": async ({
        Component,
        aws,
        duringStack,
    }) => {
        const account = () => ({ deletedWith: new kms.Key("account") });
        await duringStack(sales(Component, account), async (stack) => {
            const made = (await stack.up()).outputs as unknown as Made;
            await stack.destroy();
            assert.deepEqual(await resourcesOf(stack), []);
            assert.deepEqual(Object.values(await policiesOfRole(aws.aws, made.roleArn)), documents);
            await deleteRole(aws.aws, roleNameOf(made), made.policyArns);
        });
    },
});
