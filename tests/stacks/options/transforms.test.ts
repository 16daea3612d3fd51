import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import assert from "node:assert/strict";
import { policiesOfRole } from "../../support/attached";
import { describeSteps, type Program } from "../../support/engine";
import { claimBothWays, type Component } from "../bothWays";
import { childrenOf, resourcesOf } from "./resources";

const sales =
    (
        Component: Component,
        args: Partial<AuroraS3AccessArgs> = {},
        options: pulumi.ComponentResourceOptions = {},
    ): Program =>
    () => {
        const { roleArn } = new Component("sales", { importFrom: [{ bucket: "raw" }], ...args }, options);
        return { roleArn };
    };

/** A transform of the resources of one type alone. */
const transform =
    (type: string, change: (args: pulumi.ResourceTransformArgs) => Partial<pulumi.ResourceTransformResult>) =>
    (args: pulumi.ResourceTransformArgs): pulumi.ResourceTransformResult | undefined =>
        args.type === type ? { props: args.props, opts: args.opts, ...change(args) } : undefined;

const ignoring = (type: string, ...properties: string[]) =>
    transform(type, ({ opts }) => ({ opts: pulumi.mergeOptions(opts, { ignoreChanges: properties }) }));

const [role, policy] = ["aws:iam/role:Role", "aws:iam/policy:Policy"];
const component = "aurora-s3-access:index:AuroraS3Access";
const owner = { owner: "sales" };

claimBothWays("transforms of the component", {
    "see it and each child, and change the properties of a child": async ({ Component, duringStack }) => {
        const seen = new Set<string>();
        const note = ({ type, name }: pulumi.ResourceTransformArgs) => {
            seen.add(`${type} ${name}`);
            return undefined;
        };
        const tag = transform(role, ({ props }) => ({ props: { ...props, tags: owner } }));
        await duringStack(sales(Component, {}, { transforms: [note, tag] }), async (stack) => {
            await stack.up();
            assert.deepEqual([...seen].sort(), [
                `${component} sales`,
                `${policy} sales-import`,
                `${role} sales-role`,
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import",
            ]);
            const tagged = (await childrenOf(stack)).filter(({ inputs }) => inputs.tags !== undefined);
            assert.deepEqual(
                tagged.map(({ type, inputs }) => [type, inputs.tags]),
                [[role, owner]],
            );
        });
    },

    "see what they make of the component's own properties at the children through the plugin only": async ({
        Component,
        duringStack,
    }) => {
        const tag = transform(component, ({ props }) => ({ props: { ...props, tags: owner } }));
        await duringStack(sales(Component, {}, { transforms: [tag] }), async (stack) => {
            await stack.up();
            const tags = (await resourcesOf(stack)).map(({ type, inputs }) => [type, inputs.tags]);
            const ofChildren = Component === AuroraS3Access ? undefined : owner;
            assert.deepEqual(Object.fromEntries(tags), {
                [component]: owner,
                [policy]: ofChildren,
                [role]: ofChildren,
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment": undefined,
            });
        });
    },

    "have a child ignore changes, in the program and by hand": async ({ Component, aws, duringStack }) => {
        const options = { transforms: [ignoring(role, "tags"), ignoring(policy, "policy")] };
        await duringStack(sales(Component, { tags: { team: "a" } }, options), async (stack) => {
            const { roleArn } = (await stack.up()).outputs as { roleArn: string };
            const before = await policiesOfRole(aws.aws, roleArn);
            const changed = { tags: { team: "b" }, exportTo: [{ bucket: "reports" }] };
            stack.program = sales(Component, { ...changed, importFrom: [{ bucket: "other" }] }, options);
            assert.deepEqual(describeSteps(await stack.up()), [
                "create iam.Policy sales-export",
                "create iam.RolePolicyAttachment sales-export",
                "update AuroraS3Access sales",
                "update iam.Policy sales-import [tags,tagsAll]",
            ]);
            const [importName] = Object.keys(before);
            assert.deepEqual((await policiesOfRole(aws.aws, roleArn))[importName!], before[importName!]);
        });
    },
});

claimBothWays("of options on the component itself", {
    "ignoreChanges does not reach the children": async ({ Component, duringStack }) => {
        const options = { ignoreChanges: ["tags"] };
        await duringStack(sales(Component, {}, options), async (stack) => {
            await stack.up();
            stack.program = sales(Component, { tags: owner }, options);
            assert.deepEqual(describeSteps(await stack.up()), [
                "update iam.Policy sales-import [tags,tagsAll]",
                "update iam.Role sales-role [tags,tagsAll]",
            ]);
        });
    },

    "replaceOnChanges replaces nothing": async ({ Component, duringStack }) => {
        const options = { replaceOnChanges: ["tags"] };
        await duringStack(sales(Component, {}, options), async (stack) => {
            await stack.up();
            stack.program = sales(Component, { tags: owner }, options);
            assert.deepEqual(describeSteps(await stack.up()), [
                "update AuroraS3Access sales",
                "update iam.Policy sales-import [tags,tagsAll]",
                "update iam.Role sales-role [tags,tagsAll]",
            ]);
        });
    },

    "customTimeouts, deleteBeforeReplace and additionalSecretOutputs do not reach the children": async ({
        Component,
        duringStack,
    }) => {
        const options = {
            customTimeouts: { create: "1m" },
            deleteBeforeReplace: true,
            additionalSecretOutputs: ["roleArn", "arn"],
        };
        await duringStack(sales(Component, {}, options), async (stack) => {
            const { outputs } = await stack.up();
            assert.match(outputs.roleArn as string, /^arn:/, "which is no secret");
            assert.deepEqual(
                (await childrenOf(stack)).map(({ customTimeouts, additionalSecretOutputs }) => ({
                    customTimeouts,
                    additionalSecretOutputs,
                })),
                Array(3).fill({ customTimeouts: undefined, additionalSecretOutputs: undefined }),
            );
            // Another path replaces the role, which is not deleted first.
            stack.program = sales(Component, { path: "/aurora/" }, options);
            const replaced = (await stack.up()).steps.filter(({ type }) => type === role);
            assert.deepEqual(
                replaced.map(({ op, deletesFirst }) => [op, deletesFirst]),
                [["replace", false]],
            );
        });
    },
});
