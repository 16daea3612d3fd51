import { CreatePolicyCommand, DeletePolicyCommand, DetachRolePolicyCommand } from "@aws-sdk/client-iam";
import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import type { ComponentResourceOptions, ResourceTransform } from "@pulumi/pulumi";
import type { ImportResource } from "@pulumi/pulumi/automation";
import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { cacheFolder } from "../../../tools/cache";
import { policiesOfRole } from "../../support/attached";
import { allow, createCluster, createParameterGroup, policyDocument } from "../../support/emulator/builders";
import { describeSteps, type InlineStack } from "../../support/engine";
import { useInlineStacks } from "../inlineStacks";
import { addToCluster, allowAuroraToExampleBucket, makeRole, roleDescription } from "./console";

const sales = (args: Partial<AuroraS3AccessArgs>, options: ComponentResourceOptions = {}) => {
    const wanted = {
        importFrom: [{ bucket: "example-bucket" }],
        roleDescription,
        sourceConditions: "None" as const,
    };
    return () => void new AuroraS3Access("sales", { ...wanted, ...args }, options);
};

/** Imports what has an id here, by the name that the import file has for it. */
async function importAll(stack: InlineStack, ids: Record<string, string>): Promise<void> {
    const importFile = join(cacheFolder, `import-${process.pid}.json`);
    const preview = stack.preview({ importFile }).then(() => readFile(importFile, "utf8"));
    const file = await preview.finally(() => rm(importFile, { force: true }));
    const { resources } = JSON.parse(file) as { resources: ImportResource[] };
    const wanted = resources.filter(({ name, component }) => component ?? ids[name]);
    await stack.import(
        wanted.map((resource) => ({ ...resource, id: ids[resource.name] })),
        {},
    );
}

describe("adoption", () => {
    const { aws, duringStack } = useInlineStacks();
    const arnOf = (policy: string) => `arn:aws:iam::${aws().accountId}:policy/${policy}`;
    const [policy, attachment] = ["iam.Policy sales-import", "iam.RolePolicyAttachment sales-import"];

    it("shows a replacement where the description of a policy is not given as it is", async () => {
        await makeRole(aws().aws, "described", { ...allowAuroraToExampleBucket, PolicyName: "Described" });
        const program = sales({ roleName: "described", importPolicyName: "Described" });
        await duringStack("adoption", program, async (stack) => {
            await importAll(stack, {
                "sales-role": "described",
                "sales-import": arnOf("Described"),
                "sales-importRolePolicyAttachment": `described/${arnOf("Described")}`,
            });
            assert.deepEqual(describeSteps(await stack.preview()), [
                `replace ${policy} [description,policy] replace because of description,id`,
                `replace ${attachment} [policyArn] replace because of id,policyArn`,
                "update AuroraS3Access sales",
                "update iam.Role sales-role [forceDetachPolicies]",
            ]);
            // Until an update the state does not know that it waits for the policy: the engine would delete both at once.
            const attached = { RoleName: "described", PolicyArn: arnOf("Described") };
            await aws().aws.iam.send(new DetachRolePolicyCommand(attached));
        });
    });

    it("by the option import previews a replacement but refuses it, and updates what differs otherwise", async () => {
        const PolicyArn = arnOf("Other");
        const byTransform: ResourceTransform = ({ type, props, opts }) =>
            type === "aws:iam/policy:Policy" ? { props, opts: { ...opts, import: PolicyArn } } : undefined;
        const program = (importPolicyDescription?: string) =>
            sales({ importPolicyName: "Other", importPolicyDescription }, { transforms: [byTransform] });
        const { Description, ...other } = { ...allowAuroraToExampleBucket, PolicyName: "Other" };
        await aws().aws.iam.send(new CreatePolicyCommand(other));
        await duringStack("adoption", program(Description), async (stack) => {
            assert.deepEqual(describeSteps(await stack.preview()), [
                "create AuroraS3Access sales",
                "create iam.Role sales-role",
                `create ${attachment}`,
                `import ${policy}`,
                `replace ${policy} [description,policy] replace because of description,id`,
            ]);
            await assert.rejects(stack.up(), /may not be replaced/);
            stack.program = program();
            assert.deepEqual(describeSteps(await stack.up()), [
                `create ${attachment}`,
                "update AuroraS3Access sales",
                `update ${policy} [policy]`,
            ]);
        });
    });

    it("leaves a policy for both directions attached, until it is detached by hand", async () => {
        const { iam } = aws().aws;
        const actions = ["s3:PutObject", "s3:GetObject", "s3:ListBucket"];
        const both = policyDocument(allow(actions, "*"));
        const roleArn = await makeRole(aws().aws, "both", { PolicyName: "Both", PolicyDocument: both });
        const program = sales({ roleName: "both", exportTo: [{ bucket: "example-bucket" }] });
        await duringStack("adoption", program, async (stack) => {
            await importAll(stack, { "sales-role": "both" });
            assert.deepEqual(describeSteps(await stack.up()), [
                "create iam.Policy sales-export",
                "create iam.Policy sales-import",
                "create iam.RolePolicyAttachment sales-export",
                "create iam.RolePolicyAttachment sales-import",
                "update AuroraS3Access sales",
                "update iam.Role sales-role [forceDetachPolicies]",
            ]);
            const attached = Object.keys(await policiesOfRole(aws().aws, roleArn));
            assert.deepEqual(
                attached.map((name) => name.replace(/-[0-9a-f]{7}$/, "")),
                ["Both", "sales-export", "sales-import"],
            );
            await iam.send(new DetachRolePolicyCommand({ RoleName: "both", PolicyArn: arnOf("Both") }));
            await iam.send(new DeletePolicyCommand({ PolicyArn: arnOf("Both") }));
            assert.deepEqual(describeSteps(await stack.refresh()), []);
            assert.deepEqual(describeSteps(await stack.preview()), []);
        });
    });

    it("takes over both roles of a PostgreSQL cluster, and their associations", async () => {
        await createCluster(aws().aws, { Engine: "aurora-postgresql", DBClusterIdentifier: "orders" });
        const [imports, exports] = [
            await makeRole(aws().aws, "orders-import"),
            await makeRole(aws().aws, "orders-export"),
        ];
        await addToCluster(aws().aws, "orders", imports, "s3Import");
        await addToCluster(aws().aws, "orders", exports, "s3Export");
        const program = sales({
            engine: "aurora-postgresql",
            exportTo: [{ bucket: "example-bucket" }],
            roleName: "orders",
            clusters: [{ clusterIdentifier: "orders" }],
        });
        await duringStack("adoption", program, async (stack) => {
            await importAll(stack, {
                "sales-role-import": "orders-import",
                "sales-role-export": "orders-export",
                "sales-cluster-import": `orders,${imports}`,
                "sales-cluster-export": `orders,${exports}`,
            });
            assert.deepEqual(describeSteps(await stack.up()), [
                "create iam.Policy sales-export",
                "create iam.Policy sales-import",
                "create iam.RolePolicyAttachment sales-export",
                "create iam.RolePolicyAttachment sales-import",
                "update AuroraS3Access sales",
                "update iam.Role sales-role-export [forceDetachPolicies]",
                "update iam.Role sales-role-import [forceDetachPolicies]",
            ]);
        });
        const orders = { DBClusterIdentifier: "orders", SkipFinalSnapshot: true };
        await aws().aws.rds.send(new DeleteDBClusterCommand(orders));
    });

    it("takes over a parameter group, and adds the role to it", async () => {
        await createParameterGroup(aws().aws, "sales");
        const group = { name: "sales", family: "aurora-mysql8.0", description: "of a test" };
        await duringStack("adoption", sales({ clusterParameterGroup: group }), async (stack) => {
            await importAll(stack, { "sales-parameters": "sales" });
            assert.deepEqual(describeSteps(await stack.up()), [
                "create iam.Policy sales-import",
                "create iam.Role sales-role",
                "create iam.RolePolicyAttachment sales-import",
                "update AuroraS3Access sales",
                "update rds.ClusterParameterGroup sales-parameters [parameters]",
            ]);
        });
    });
});
